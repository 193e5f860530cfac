"""The reader's own program: the six answers of chapter 14, one below the other."""

from pathlib import Path

from traitlets import default

from ... import course
from ..base import Filled
from ..links import links
from ..traits import OneOf

PIECES = Path(__file__).parents[2] / "check" / "ch14" / "pieces"
STEPS = [
    "names and letters",
    "Value",
    "parameters, linear, softmax, rmsnorm",
    "gpt",
    "training",
    "writing",
]
VIEWS = ["steps", "own"]


def piece(name):
    return (PIECES / f"{name}.py").read_text("utf-8").strip("\n")


def load_pieces():
    """The course's lines of each step, and the two loops that make a program of them.

    >>> pieces = load_pieces()
    >>> [step["title"] for step in pieces["steps"]][3:]
    ['gpt', 'training', 'writing']
    >>> pieces["loops"].splitlines()[0]
    'for step in range(num_steps):'
    """
    steps = [{"title": title, "code": piece(f"step{n}")} for n, title in enumerate(STEPS, 1)]
    return {"steps": steps, "loops": piece("loops")}


class MyProgram(Filled):
    """The six steps of chapter 14 as one file: your lines where an answer of yours passed, the course's elsewhere.

    The file is saved, copied, or checked by its first ten losses. With `view="own"` it is a field to write in.

    >>> MyProgram()
    my_microgpt.py: 0 of 6 steps are yours.
    """

    module = "program/my_program.js"
    question = "What do the six steps come to, one below the other?"
    seen = (
        "Six parts and two loops are a whole program, which needs nothing but Python and a list of names. Whether it "
        "is right is said by what it prints: its losses are those of the recorded run, or they are not."
    )
    view = OneOf("steps", VIEWS)

    @default("content")
    def _content(self):
        return load_pieces()

    def summary(self):
        return f"my_microgpt.py: 0 of {len(STEPS)} steps are yours."

    def public_state(self):
        return {**super().public_state(), "links": links(course.ready())}
