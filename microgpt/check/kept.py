"""What a check changes in the running Python, or what an answer may change, and how it is put back.

An answer may patch `abs`, seed the random numbers or print; the check itself listens to what is
printed and sets hooks. All of it is as it was when the check is over, also after Ctrl-C.
"""

import builtins
import math
import random
import sys

from . import alarm

REPLACED = {"input", "print", "open", "exit", "quit", "help", "_"}  # Jupyter puts its own there


def originals(names):
    return {
        name: value
        for name, value in names.items()
        if not name.startswith("__") and name not in REPLACED
    }


MODULES = [vars(builtins), vars(math)]
# As they are before any answer runs: the verdict and the answer meet these.
ORIGINALS = [(names, originals(names)) for names in MODULES]
# The generators that a check puts back at its end: each run within it seeds them, and need not.
KEPT_AROUND = set()


class Kept:
    """The state of Python now; `put_back` may be called more than once.

    >>> with Kept():
    ...     builtins.abs = float
    >>> abs(-1)
    1
    """

    def __init__(self):
        self.hooks = sys.gettrace(), sys.getprofile()
        self.streams = sys.stdout, sys.stderr, sys.unraisablehook
        self.limit, self.handler = sys.getrecursionlimit(), alarm.handler()
        self.modules = [(names, names.copy()) for names in MODULES]
        self.draws = [
            (put_back, state())
            for state, put_back, _ in generators()
            if put_back not in KEPT_AROUND
        ]

    def put_back(self):
        # The modules first: what stands below must not meet a patched function.
        self.put_modules_back()
        alarm.put_back(self.handler)
        sys.setprofile(self.hooks[1])
        sys.settrace(self.hooks[0])
        sys.stdout, sys.stderr, sys.unraisablehook = self.streams
        if sys.getrecursionlimit() != self.limit:
            sys.setrecursionlimit(self.limit)
        for put_back, state in self.draws:
            put_back(state)

    def put_modules_back(self):
        for names, before in self.modules:
            names.update(before)
            for name in names.keys() - before.keys():
                del names[name]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.put_back()
        except KeyboardInterrupt:  # once more, to its end
            self.put_back()
            raise


class Undisturbed(Kept):
    """Like Kept, and what was patched before is out of force meanwhile."""

    def __enter__(self):
        for names, before in ORIGINALS:
            names.update(before)
        KEPT_AROUND.update(put_back for put_back, _ in self.draws)
        return self

    def put_back(self):
        super().put_back()
        KEPT_AROUND.difference_update([put_back for put_back, _ in self.draws])


def undisturbed(function, *arguments):
    """What the function returns; afterwards all is as it was, at whatever moment Ctrl-C comes."""
    kept = Undisturbed()
    try:
        with kept:
            return function(*arguments)
    except (
        KeyboardInterrupt
    ):  # before anything is kept in force, or between two lines that put back
        kept.put_back()
        raise


def seed_generators():
    """The same global random numbers for every call."""
    for _, _, seed in generators():
        seed(0)


def generators():
    """The global generators of random numbers, as functions: read the state, put it back, seed."""
    yield random.getstate, random.setstate, random.seed
    numpy = getattr(sys.modules.get("numpy"), "random", None)
    if hasattr(numpy, "get_state"):
        yield numpy.get_state, numpy.set_state, numpy.seed
