"""An error as a reader can use it: their own lines with the place marked, and what it means."""

import linecache
import traceback

from .meanings import meaning


def report(error, file):
    """{"text": what Python says, without the lines that are not the reader's; "plain": what it means}.

    `file` is the cell that runs. exit() and Stop get their sentence and nothing else.
    """
    if isinstance(error, SystemExit):
        return {"text": "", "plain": "exit() would end Python. Here it ends the cell."}
    if isinstance(error, KeyboardInterrupt):
        return {"text": "", "plain": "Stopped."}
    return {"text": trimmed(error, file), "plain": meaning(error)}


def trimmed(error, file):
    """The traceback as Python prints it, with the frames of cells only."""
    first = told = traceback.TracebackException.from_exception(error, compact=True)
    while told:
        told.stack[:] = [frame for frame in told.stack if is_cell(frame.filename)]
        for frame in told.stack:
            frame.filename = place(frame.filename, file)
        if getattr(told, "filename", None) and is_cell(told.filename):  # of a SyntaxError
            told.filename = place(told.filename, file)
        told = told.__cause__ or (None if told.__suppress_context__ else told.__context__)
    lines = list(first.format())
    if not first.stack and lines[0].startswith("Traceback"):
        del lines[0]
    return "".join(lines).rstrip()


def is_cell(filename):
    return filename.startswith("<") and filename in linecache.cache


def place(filename, file):
    return "this cell" if filename == file else "an earlier cell"
