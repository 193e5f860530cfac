"""The program of the course as text: to read a region of it, to run it up to the training, or to change a line.

It is `ladder/train5.py`, in the form in which the widgets show it (`tools/make_program_js.py` writes that).
"""

import contextlib
import json
import linecache
import os
import random
import re
from functools import cache, wraps
from pathlib import Path
from types import SimpleNamespace

HERE = Path(__file__).parent
LISTING = HERE / "widgets" / "data" / "program.js"
LIST = re.compile(r"^export const (\w+) = \[\n(.*?)^\];$", re.MULTILINE | re.DOTALL)
NAMES = HERE / "datasets" / "names.txt"


@cache
def load_listing():
    """(regions, lines). A region has a name, its chapter, and the numbers of its lines: mark, first, last.

    >>> regions, lines = load_listing()
    >>> regions[8]["name"], lines[regions[8]["first"] - 1]
    ('softmax', 'def softmax(logits):')
    """
    text = LISTING.read_text("utf-8")
    found = {
        name: json.loads(f"[{body.rstrip().rstrip(',')}]") for name, body in LIST.findall(text)
    }
    return found["regions"], found["lines"]


def source(*names):
    """The text of some regions, in the program's order; without names, of the whole program.

    A name that is no region's raises ValueError.

    >>> print(source("linear"))
    # --- linear: one dot product per row of the matrix ---
    def linear(x, w):
        return [sum(w_i * x_i for w_i, x_i in zip(row, x)) for row in w]
    """
    regions, lines = load_listing()
    unknown = set(names) - {region["name"] for region in regions}
    if unknown:
        raise ValueError(f"the program has no region {min(unknown)!r}")
    if not names:
        return "\n".join(lines)
    chosen = [region for region in regions if region["name"] in names]
    return "\n\n".join("\n".join(lines[one["mark"] - 1 : one["last"]]) for one in chosen)


def changed(old, new):
    """The whole program with one piece of its text replaced; ValueError where it is not there exactly once.

    >>> changed("BOS = len(letters)", "BOS = 0") == source()
    False
    """
    found = source().count(old) if old else 0
    if found != 1:
        raise ValueError(f"{old!r} stands {found} times in the program; it has to be there once")
    return source().replace(old, new)


class Enough(BaseException):
    """Ends the run of the program when all that is asked for has been printed. No program catches it."""


def run(text, until):
    """(the lines that the program prints, its variables) up to the first line that has the text `until` in it.

    The program reads the course's list, wherever it runs. Random numbers that others draw stay as they were.
    """
    printed = []

    def say(line, **how):
        printed.append(line)
        if until in line:
            raise Enough

    names = {"__name__": "program", "print": say}
    file = f"<the program, {hash(text):x}>"
    linecache.cache[file] = len(text), None, text.splitlines(keepends=True), file
    with apart(), contextlib.suppress(Enough):
        exec(compile(text, file, "exec"), names)
    return printed, names


@contextlib.contextmanager
def apart():
    """Names the course's list to a program; afterwards the environment and the random numbers are as before."""
    before, state = os.environ.get("MICROGPT_NAMES"), random.getstate()
    os.environ["MICROGPT_NAMES"] = str(NAMES)
    try:
        yield
    finally:
        random.setstate(state)
        os.environ.pop("MICROGPT_NAMES")
        if before is not None:
            os.environ["MICROGPT_NAMES"] = before


def first_losses(old="", new="", steps=3):
    """The first losses that the program prints; with `old` and `new`, when that piece of its text is replaced.

    They are in nats per token, with the four digits that are printed. A piece that does not stand in the program
    exactly once raises ValueError.

    >>> first_losses(steps=1)
    [3.4632]
    """
    text = changed(old, new) if old else source()
    printed, _ = run(text, until=f"step {steps:4d} /")
    return [float(line.split()[-1]) for line in printed if line.startswith("step")]


def load():
    """Everything that the program has before its training begins, by its names; `made` counts its Values.

    >>> program = load()
    >>> program.encode("emma"), program.made
    ([26, 4, 12, 12, 0, 26], 4192)
    """
    text = source().split("# --- training:")[0]
    names = run(text, until="no such line")[1]
    program = SimpleNamespace(**names, made=len(names["params"]))
    make = program.Value.__init__

    @wraps(make)
    def count(*arguments):
        program.made += 1
        make(*arguments)

    program.Value.__init__ = count
    return program
