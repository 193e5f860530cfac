"""Check a whole program by what it prints: `python -m microgpt check my_microgpt.py`, and the same in a page.

The program finds the course's list as input.txt in its folder, and that name in the variable MICROGPT_NAMES. What it
prints is compared with the recorded run: the losses, to the digits that are printed; the number of parameters, if it is
printed; the samples. `reading.py` says what is read.

Any program that prints the run passes, one that holds a copy of the numbers too: how a program is written is the
writer's. Who gives marks reads the program as well.
"""

import ast
from contextlib import contextmanager

from .ending import Ending
from .here import Here, check_source
from .reading import Reading
from .run import check_file
from .verdict import FIRST, judge

__all__ = ["check_file", "check_program", "checked", "verdict_on"]


def check_program(source_or_text, steps=FIRST):
    """Print the verdict on a program, given as its source or as what it has printed.

    A source is run here, up to its first `steps` losses, and its output shown; a text is only read. It returns None.

    >>> check_program("step 1 | loss 3.4632", steps=1)
    pass  its first loss is that of the recorded run
    my_microgpt.py: done.
    """
    print("\n".join(verdict_on(source_or_text, steps).lines()))


@contextmanager
def checked(steps=FIRST):
    """Print the verdict on a block, which is left as soon as its first `steps` losses are printed.

    with checked():
        for step in range(num_steps):
            ...
    """
    with Here(steps) as here:
        yield
    print("\n".join(here.verdict().lines()))


def verdict_on(source_or_text, steps=FIRST):
    """What `check_program` prints, as a Verdict: `.state`, `.passed`, `.parted`, `.suspects`, `.lines()`.

    `steps` of None takes the whole run, samples included.
    """
    if is_source(source_or_text):
        return check_source(source_or_text, steps)
    return judge(Reading(source_or_text.splitlines()), "my_microgpt.py", steps, Ending())


def is_source(text):
    """Whether a text is a program, or what one has printed.

    >>> is_source("print(1)"), is_source("step 1 | loss 3.4"), is_source("3.4632"), is_source("def f(")
    (True, False, False, True)
    """
    try:
        return any(isinstance(node, (ast.Call, ast.Assign)) for node in ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError, RecursionError):
        return not Reading(text.splitlines()).losses and "(" in text
