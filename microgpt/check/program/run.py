"""Run a program and read what it prints as it comes: in a process of its own, or here where there are no processes."""

import contextlib
import io
import os
import random
import sys
import tempfile
import traceback
from math import inf
from pathlib import Path

from ...data import load_names
from .reading import Reading
from .right import recorded
from .verdict import LOOK, Ending, judge, parted

FILE = "my_microgpt.py"
LIST = "input.txt"


def enough(reading, steps):
    """Whether the verdict is known: all losses that were asked for, or as many as it takes to name a fault."""
    losses = reading.losses
    if not losses:
        return False
    if max(losses) >= (steps or inf):
        return True
    differs = parted(reading, steps or inf)
    return differs is not None and max(losses) >= max(differs, min(LOOK, steps or LOOK))


def check_file(path, steps=None, limits=None, tell=lambda reading: None):
    """The Verdict on a program in a file, run in a process of its own; OSError if the file cannot be read.

    `tell` is called with the Reading after each line that holds a loss.
    """
    from ...child import Child

    path = Path(path)
    source, name = path.read_bytes(), path.name
    reading, kind = Reading(steps=steps or len(recorded().losses)), "done"
    with Child(name, *surroundings(name, source), limits=limits) as child:
        try:
            for line in child.lines():
                seen = len(reading.losses)
                reading.add(line)
                if len(reading.losses) > seen:
                    tell(reading)
                    if enough(reading, steps):
                        break
        except KeyboardInterrupt:
            kind = "keyboard"
    kind = child.ending if kind == "done" else kind
    return judge(reading, name, steps, Ending(kind, child.errors))


def surroundings(name, source):
    """(files, arguments, environment) of a program: the course's list in its folder, and the name of that."""
    names = "".join(f"{name}\n" for name in load_names())
    return {name: source, LIST: names}, (), {"MICROGPT_NAMES": LIST}


class Enough(BaseException):
    """Ends a program whose first losses have been read."""


class Listener(io.TextIOBase):
    """Stands in for stdout: shows what is printed and reads it."""

    def __init__(self, reading, steps, screen):
        self.reading, self.steps, self.screen, self.rest = reading, steps, screen, ""

    def write(self, text):
        self.screen.write(text)
        *lines, self.rest = (self.rest + text).replace("\r", "\n").split("\n")
        for line in lines:
            self.reading.add(line)
        if lines and enough(self.reading, self.steps):
            raise Enough
        return len(text)

    def flush(self):
        self.screen.flush()

    def finish(self):
        """The last line may have no end."""
        self.reading.add(self.rest)


class Here:
    """A block whose output is read; it is left as soon as its first `steps` losses are known, or at an error."""

    def __init__(self, steps):
        self.steps, self.reading, self.errors = steps, Reading(steps=steps or inf), ""

    def __enter__(self):
        self.listener = Listener(self.reading, self.steps, sys.stdout)
        self.outer = contextlib.ExitStack()
        self.outer.enter_context(surrounded())
        self.outer.enter_context(contextlib.redirect_stdout(self.listener))
        return self

    def __exit__(self, kind, error, trace):
        self.outer.close()
        self.listener.finish()
        if error is None or kind is Enough:
            return True
        if isinstance(error, SystemExit):
            self.errors = f"SystemExit: {error}" if error.code else ""
        elif isinstance(error, Exception):
            self.errors = "".join(traceback.format_exception(error))
        return isinstance(error, (Exception, SystemExit))

    def verdict(self):
        """What came of it."""
        return judge(self.reading, FILE, self.steps, Ending(errors=self.errors))


def check_source(source, steps):
    """The Verdict on the first losses of a program that is run in this very Python, as a page has to do it."""
    with Here(steps) as here:
        exec(compile(source, FILE, "exec"), {"__name__": "__main__"})
    return here.verdict()


@contextlib.contextmanager
def surrounded():
    """A folder with the course's list and the name of that; afterwards all is as before, random numbers too."""
    state, folder = random.getstate(), os.getcwd()
    before = os.environ.get("MICROGPT_NAMES")
    with tempfile.TemporaryDirectory() as own:
        Path(own, LIST).write_text("".join(f"{name}\n" for name in load_names()), "utf-8")
        os.environ["MICROGPT_NAMES"] = str(Path(own, LIST))
        os.chdir(own)
        try:
            yield
        finally:
            os.chdir(folder)
            random.setstate(state)
            if before is None:
                del os.environ["MICROGPT_NAMES"]
            else:
                os.environ["MICROGPT_NAMES"] = before
