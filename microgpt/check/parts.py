"""Chapter 14 is written in six cells, each of which begins with `begin(n, globals())`: a place to start from.

`begin` takes what stands in the steps before, as far as it passes its check, and lends the course's for the rest. It
lays dice and weights where the recorded run has them at this place, and forgets what the cell made before. So a cell
can be run again, and a step can be left out.
"""

import random
from dataclasses import replace

from .ch14 import EXERCISES
from .ch14.record import RECORD, record_of, remember
from .ch14.rooms import MADE, made, point_to_names, run_piece
from .ch14.state import lay
from .kept import undisturbed

__all__ = ["begin"]

IMPORTS = ("os", "random", "math")
TRAINING = 5  # nothing behind it needs it


def begin(n, names):
    """Lead to the place where step n of chapter 14 begins; `names` is what globals() gives.

    `n` is 1 to 6. It changes what stands under these names, and Python's random numbers.

    No example here: it is the first line of each of the six cells of chapter 14.
    """
    for name in MADE[n]:
        names.pop(name, None)
    point_to_names()
    record = replace(record_of(names), at=n)
    for step in range(1, min(n, TRAINING)):
        record = settle(step, names, record)
    names[RECORD] = record
    if n == 1:
        random.seed()  # a program without a seed prints other numbers in each run
    lay(n, names)


def settle(step, names, record):
    """The record, once step `step` is the reader's own and right, or lent by the course."""
    found = made(step, names)
    if found and same(found, record.passed.get(step)):
        return record
    if found and not same(found, record.lent.get(step)) and passes(step, names):
        return remember(step, names, record)
    lend(step, names)
    return replace(record, lent={**record.lent, step: made(step, names)})


def same(found, objects):
    """Whether these are the very objects."""
    return objects is not None and all(found[name] is objects[name] for name in found)


def passes(step, names):
    return undisturbed(EXERCISES[step - 1].holds, names)


def lend(step, names):
    """Put in what the course's piece makes. It is run among other names, so that a reader's helper stays as it is."""
    own = run_piece(step, {name: value for name, value in names.items() if name != RECORD})
    for name in IMPORTS:
        if name in own:
            names.setdefault(name, own[name])
    names.update(made(step, own))
