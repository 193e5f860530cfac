"""How hard an exercise is, as far as it can be counted: by the lines of the answer that its chapter shows first."""

import functools
import re

import minutes

HEADING = re.compile(r"^`(ex-\d\d-\d+)`", re.M)
ANSWER = re.compile(r"<summary>Show answer</summary>.*?^```python\n(.*?)^```", re.S | re.M)
MOST = (3, 9)  # lines of code in an answer of level 1, and of level 2


@functools.cache
def lines(chapter):
    """{exercise: the lines of its answer}; blank ones and comments do not count.

    >>> lines("01")
    {'ex-01-1': 5, 'ex-01-2': 2, 'ex-01-3': 2}
    """
    found, exercise = {}, None
    for cell in minutes.notebook(chapter):
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            exercise = next(iter(HEADING.findall(source)), exercise)
            for answer in ANSWER.findall(source)[:1]:
                found.setdefault(exercise, sum(counts(line) for line in answer.splitlines()))
    return found


def counts(line):
    """Whether it is a line of code."""
    return bool(line.strip()) and not line.strip().startswith("#")


def level(chapter, exercise):
    """1, 2 or 3.

    >>> level("01", "ex-01-1"), level("01", "ex-01-2"), level("05", "ex-05-6")
    (2, 1, 3)
    """
    return 1 + sum(lines(chapter)[exercise] > most for most in MOST)
