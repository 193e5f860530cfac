"""The six pieces of the program, and rooms in which they have been run: dictionaries of names, as globals() gives."""

import os
import random
from contextlib import redirect_stdout
from functools import cache, lru_cache
from io import StringIO
from pathlib import Path

from ..program.faults.fault import Fault
from .state import states

PIECES = Path(__file__).parent / "pieces"
NAMES = Path(__file__).parents[2] / "datasets" / "names.txt"
MADE = {
    1: ("docs", "letters", "BOS", "vocab_size", "encode"),
    2: ("Value",),
    3: (
        *("n_layer", "n_embd", "n_head", "block_size"),
        *("state_dict", "params", "linear", "softmax", "rmsnorm"),
    ),
    4: ("gpt",),
    5: ("num_steps", "train_step"),
    6: ("sample",),
}
"""The names that each step makes for those behind it."""


def made(step, names):
    """What a step has made among these names; None where one of them is missing."""
    if any(name not in names for name in MADE[step]):
        return None
    return {name: names[name] for name in MADE[step]}


def point_to_names(path=str(NAMES)):
    """Let programs find a list, wherever they run: the course's, or none where the path is None."""
    if path is None:
        os.environ.pop("MICROGPT_NAMES", None)
    else:
        os.environ["MICROGPT_NAMES"] = path


@cache
def piece(step):
    """The source of the course's piece, as the chapter prints it."""
    return (PIECES / f"step{step}.py").read_text(encoding="utf-8")


def run_piece(step, names, edits=()):
    """These names, after the course's piece has been run among them, with some of its text changed."""
    source = Fault("a piece", "", edits).apply(piece(step))
    if step == 3:
        random.setstate(states().shuffled)
    before = os.environ.get("MICROGPT_NAMES")
    point_to_names()
    try:
        with redirect_stdout(StringIO()):
            exec(compile(source, str(PIECES / f"step{step}.py"), "exec"), names)
    finally:
        point_to_names(before)
    return names


@cache
def before(step):
    """A room in which all pieces before this one have been run."""
    return {} if step == 1 else run_piece(step - 1, dict(before(step - 1)))


@lru_cache(maxsize=4)
def room(step, edits=()):
    """A room in which the pieces have been run as far as this one, which has been changed."""
    return run_piece(step, dict(before(step)), edits)


class Variant:
    """A piece of the course with some of its text changed: called, it gives its room."""

    def __init__(self, step, *edits):
        self.step, self.edits = step, edits

    def __call__(self):
        return room(self.step, self.edits)
