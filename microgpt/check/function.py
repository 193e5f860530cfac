"""An exercise whose answer is a function."""

import inspect
from copy import deepcopy
from functools import partial
from typing import NamedTuple

from .compare import close, plain
from .exercise import Exercise
from .guard import run
from .raises import Raises
from .words import describe, show


class Case(NamedTuple):
    """One call: what it proves, its arguments, and the right result, worked out by hand.

    Where an error is right, `expected` is Raises(ValueError), or another.
    """

    proves: str
    arguments: tuple
    expected: object


class Function(Exercise):
    """A function, called with the arguments of each case.

    `right` is an implementation of our own; `also` are others with other results that are as right.
    `changes` names the inputs that are meant to change, such as a generator of random numbers.
    `drawn` says what `more` draws.
    """

    def __init__(
        self,
        id,
        call,
        start,
        cases,
        mistakes,
        right,
        also=(),
        changes=(),
        more=None,
        drawn="numbers",
        **how,
    ):
        self.right, self.also, self.changes, self.drawn = right, also, changes, drawn
        self.parameters = call[:-1].split("(")[1].split(", ")
        draw = more and (lambda rng: self.drawn_case(more(rng)))
        super().__init__(id, call, start, cases, mistakes, draw, **how)

    def drawn_case(self, arguments):
        return Case("drawn", arguments, plain(self.right(*deepcopy(arguments))))

    def run(self, answer, case, **limits):
        """Call the answer with its own copy of the case's arguments."""
        return run(refusing(answer, case), *deepcopy(case.arguments), **limits)

    def use(self, wrong, case):
        return refusing(wrong, case)(*deepcopy(case.arguments))

    def rights(self, case):
        return [case.expected] + [plain(self.use(right, case)) for right in self.also]

    def inputs(self, case):
        return dict(zip(self.parameters, map(plain, case.arguments)))

    def written(self, case):
        """The call as the learner would type it."""
        return f"{self.name}({', '.join(map(show_argument, case.arguments))})"

    def told(self, case):
        refused = isinstance(case.expected, Raises)
        return f"raises {case.expected}" if refused else super().told(case)

    def is_aside(self, case):
        return case.expected.objection(None) if isinstance(case.expected, Raises) else ""

    def other_error(self, case):
        return f"{case.expected} is asked for here." if isinstance(case.expected, Raises) else ""

    def more_words(self):
        return f"{self.draws} more calls, with {self.drawn} drawn by chance."

    def kept_words(self):
        kept = "the inputs stay as they were"
        if self.changes:
            kept = f"no input changes but {' and '.join(self.changes)}"
        return f"the same calls give the same again, in another order, and {kept}."

    def trouble(self, answer, outcomes):
        for case, outcome in zip(self.all_cases, outcomes):
            pairs = zip(self.parameters, case.arguments, outcome.arguments)
            for name, before, after in pairs:
                if name not in self.changes and not close(plain(before), after):
                    now = f"{name} to {show(after)}"
                    return f"{self.written(case)} changed its input {now}; work on a copy."
        return super().trouble(answer, outcomes)

    def refuse(self, answer):
        """Why this cannot be called, in words; empty if it can."""
        if isinstance(answer, type):
            return f"this is a class; the exercise asks for a function, {self.call}."
        if callable(answer):
            return ""
        value = run(lambda: answer).value
        return (
            f"this is {describe(value)}, not a function. "
            f'Write check("{self.id}", {self.name}), with nothing in brackets after {self.name}.'
        )

    def misuse(self, answer, case):
        """Whether the function does not take these arguments."""
        try:
            inspect.signature(answer).bind(*case.arguments)
        except TypeError:
            return True
        except ValueError:  # some functions written in C do not tell
            pass
        return False


def refusing(function, case):
    """The function; where the case asks for an error, that error is its result."""
    refused = isinstance(case.expected, Raises)
    return partial(case.expected.call, function) if refused else function


def show_argument(argument):
    if callable(argument):
        return argument.__name__
    return show(plain(argument), 100)
