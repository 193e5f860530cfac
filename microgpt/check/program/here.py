"""Run a program in this very Python, as a page has to do it, and read what it prints up to its first losses."""

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

from .ending import Ending
from .reading import Reading
from .right import LIST, list_of_names
from .verdict import judge
from .watch import Watch

FILE = "my_microgpt.py"


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
        Path(own, LIST).write_text(list_of_names(), "utf-8")
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
