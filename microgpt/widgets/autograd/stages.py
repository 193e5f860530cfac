"""The four stages of Value: the code of each, which lines are new in it, and what it can do."""

import difflib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "value_stages"
WORDS = [
    {
        "title": "wraps a number",
        "summary": "wraps a number: a is 2, b is 3, and nothing can be computed with them.",
        "says": "A Value is a box with a number in it. It cannot calculate: a * b raises TypeError.",
    },
    {
        "title": "calculates",
        "summary": "calculates: c is 8, and nobody knows where that came from.",
        "says": "Now * and + work, and each makes a new Value. c is 8, but c knows only that number. "
        "The product on the way is gone.",
    },
    {
        "title": "remembers its children",
        "summary": "remembers its children: from c every value that took part can be found.",
        "says": "Each result keeps the Values it was made of. From c you can walk back to a and b: "
        "the graph is there. How fast c moves with each of them is not.",
    },
    {
        "title": "traces blame back",
        "summary": "traces blame back: after c.backward() a.grad is 4 and b.grad is 2.",
        "says": "Each operation notes its local gradients, which stand on the lines. backward() starts with 1 at c, "
        "multiplies along each line, and adds what arrives: a gets 1 + 3 = 4.",
    },
]


def code_of(stage):
    """The lines of a stage's code."""
    return (FOLDER / f"{stage}.txt").read_text("utf-8").splitlines()


def marked(stage):
    """[{"text": line, "fresh": whether the stage before has no such line}]."""
    before = code_of(stage - 1) if stage > 1 else []
    compared = difflib.ndiff(before, code_of(stage))
    return [
        {"text": line[2:], "fresh": stage > 1 and line[0] == "+" and bool(line[2:].strip())}
        for line in compared
        if line[0] in "+ "
    ]


@cache
def all_stages():
    """The words of each stage, and its lines."""
    return [{**words, "lines": marked(stage)} for stage, words in enumerate(WORDS, 1)]
