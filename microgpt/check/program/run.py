"""Run a program and read what it prints as it comes: in a process of its own, or here where there are no processes."""

import contextlib
import io
import linecache
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
from .verdict import LOOK, Ending, judge, parted, say_unsteady

FILE = "my_microgpt.py"
LIST = "input.txt"


class Watch:
    """Looks at each loss as it comes, until the verdict is known."""

    def __init__(self, reading, steps):
        self.reading, self.steps, self.differs = reading, steps, None

    def enough(self):
        """Whether all losses that were asked for are there, or as many as it takes to name a fault."""
        step, loss = self.reading.last
        right = recorded().losses
        if self.differs is None and 0 < step <= len(right) and not loss.agrees(right[step - 1]):
            self.differs = parted(self.reading, self.steps or inf)
        if self.differs is not None and step >= max(self.differs, LOOK):
            return True
        return bool(self.steps and step >= self.steps)


def check_file(path, steps=None, limits=None, tell=lambda reading: None):
    """The Verdict on a program in a file, run in a process of its own; OSError if the file cannot be read.

    `tell` is called with the Reading after each line that holds a loss.
    """
    path = Path(path)
    source = path.read_bytes()
    reading, ending = run_apart(path.name, source, steps, limits, tell)
    verdict = judge(reading, path.name, steps, ending)
    if verdict.parted == 1 and not verdict.suspects and ending.kind != "keyboard":
        again, _ = run_apart(path.name, source, 1, limits, tell, hash_seed=1)
        if again.losses and again.losses[1] != reading.losses[1]:
            say_unsteady(verdict, again.losses[1].text)
    return verdict


def run_apart(name, source, steps, limits, tell, hash_seed=0):
    """(Reading, Ending) of a program in a process of its own, which ends when the verdict is known."""
    from ...child import Child

    total = len(recorded().losses)
    reading, kind = Reading(steps=min(steps or total, total)), ""
    watch = Watch(reading, steps)
    files, environment = surroundings(name, source)
    child = Child(name, files, environment=environment, limits=limits, hash_seed=hash_seed)
    with child:
        try:
            for line in child.lines():
                if reading.add(line):
                    tell(reading)
                    if watch.enough():
                        break
        except KeyboardInterrupt:
            kind = "keyboard"
    return reading, Ending(kind or child.ending, child.errors, child.code)


def surroundings(name, source):
    """(files, environment) of a program: the course's list in its folder, and the name of that."""
    names = "".join(f"{name}\n" for name in load_names())
    return {name: source, LIST: names}, {"MICROGPT_NAMES": LIST}


class Enough(BaseException):
    """Ends a program whose first losses have been read."""


class Listener(io.TextIOBase):
    """Stands in for stdout: shows what is printed and reads it."""

    def __init__(self, watch, screen):
        self.watch, self.screen, self.rest = watch, screen, ""

    def write(self, text):
        self.screen.write(text)
        *lines, self.rest = (self.rest + text).replace("\r", "\n").split("\n")
        for line in lines:
            if self.watch.reading.add(line) and self.watch.enough():
                raise Enough
        return len(text)

    def flush(self):
        self.screen.flush()

    def finish(self):
        """The last line may have no end."""
        self.watch.reading.add(self.rest)


class Here:
    """A block whose output is read; it is left as soon as its first `steps` losses are known, or at an error."""

    def __init__(self, steps):
        self.steps, self.reading, self.errors = steps, Reading(steps=steps or inf), ""

    def __enter__(self):
        self.listener = Listener(Watch(self.reading, self.steps), sys.stdout)
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
    linecache.cache[FILE] = (len(source), None, source.splitlines(True), FILE)  # for its errors
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
