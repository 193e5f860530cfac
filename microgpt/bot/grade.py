"""Grades bots: one, or a folder of them with a table."""

import csv
from pathlib import Path

from .cases import cases, naming_seed, new_seed
from .game import in_child, play
from .report import Report
from .source import SourceError, edit_outside, read

COLUMNS = (
    "file verdict reason leaks leaks_of false_refusals false_refusals_of as_reference as_reference_of seed words"
).split()


def grade(path, seed=None, limits=None, number=None, name=None):
    """Play the cases of a seed with a bot, all or up to the one with this number; the Report."""
    name = name or Path(path).name
    try:
        source = read(path)
        edit = edit_outside(source)
    except SourceError as error:
        return Report(name, seed, problem=str(error))
    seed = new_seed() if seed is None else seed
    start = in_child(source, naming_seed(seed), limits)
    game = play(start, cases(seed)[:number], naming_seed(seed))
    return Report(name, seed, start, game, edit=edit)


def grade_folder(folder, table, seed=None, limits=None):
    """Grade all files *.py below a folder, and write a row for each as soon as it is known; yields the Reports."""
    folder = Path(folder)
    files = sorted(path for path in folder.rglob("*.py") if path.is_file())
    seed = new_seed() if seed is None else seed
    with open(table, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for path in files:
            report = grade(path, seed, limits, name=path.relative_to(folder).as_posix())
            writer.writerow({key: cell(value) for key, value in row(report).items()})
            file.flush()
            yield report


def row(report):
    """A line of the table."""
    game = report.game
    pairs = [game.leaks, game.false_refusals, game.as_reference] if game else [("", "")] * 3
    numbers = [number for pair in pairs for number in pair]
    words = report.problem or report.edit or (report.worst.fault.words if game.faults else "")
    first = [report.name, report.verdict, report.reason]
    return dict(zip(COLUMNS, [*first, *numbers, report.seed, words]))


def cell(value):
    """A value as a cell that no spreadsheet takes for a formula.

    >>> cell("=1+1.py"), cell("emma.py"), cell(3)
    ("'=1+1.py", 'emma.py', 3)
    """
    if not isinstance(value, str):
        return value
    text = "".join(c if c.isprintable() else " " for c in value.encode(errors="replace").decode())
    return f"'{text}" if text.lstrip()[:1] in tuple("=+-@") else text
