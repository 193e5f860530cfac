"""Declare an exercise, and report on an answer to it.

An exercise lists its cases, the telling example first, and the mistakes that people make. A mistake
is a *wrong implementation* and a message: when the learner's function gives what the wrong
implementation gives, the message names the mistake. `ch01.py` has examples.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import NamedTuple

from .compare import close, describe, difference, is_number, plain, show
from .guard import run

NO_ANSWER = {  # ways of not coming back, in words
    "endless": "did not come back: a loop in it never ends, or takes far too many steps.",
    "deep": "calls itself again and again; give it a case in which it returns without a call.",
    "sleep": "calls sleep and makes everybody wait; take that line out.",
    "input": "asks a question with input(); its values arrive as arguments.",
    "breakpoint": "stops at a breakpoint(); take that line out.",
    "exit": "calls exit(), which would end the whole program; end it with return.",
    "keyboard": "was stopped from the keyboard.",
}


class Case(NamedTuple):
    """One call: what it proves, its arguments, and the right result, worked out by hand.

    `also` holds other right results, where there is more than one right way.
    """

    proves: str
    arguments: tuple
    expected: object
    also: tuple = ()

    def right(self, value):
        """The right results that `value` equals: one, or none."""
        return [expected for expected in (self.expected, *self.also) if close(value, expected)][:1]


class Mistake(NamedTuple):
    """A message, and how to recognise its mistake.

    Either `wrong`, an implementation that makes it (for an Answer: the wrong value), or `when`, a
    function of the learner's result and the case's arguments that says whether this is it.
    """

    message: str
    wrong: object = None
    when: Callable | None = None


class Report(list):
    """The lines that a check prints."""

    def add(self, mark, text):
        self.append(f"{mark}  {text}")

    def end(self, id, total):
        """Append the last line: done, or how many pass."""
        passed = sum(line.startswith("pass") for line in self)
        self.append(f"{id}: done." if passed == total else f"{id}: {passed} of {total} pass.")
        return self


class Function:
    """An exercise whose answer is a function.

    `call` shows how it is called, as in "dot(a, b)"; `start` says what to do first.
    """

    def __init__(self, id, call, start, cases, mistakes):
        self.id, self.call, self.start = id, call, start
        self.cases, self.mistakes = cases, mistakes
        self.name = call.split("(")[0]

    def report(self, answer):
        """The lines about this answer: up to the first failure, since later ones would be noise."""
        report = Report()
        total = len(self.cases) + 1
        if isinstance(answer, type) or not callable(answer):
            if nothing(answer):
                return not_yet(self)
            report.add("fail", self.not_a_function(answer))
            return report.end(self.id, total)
        outcomes = []
        for case in self.cases:
            outcomes.append(self.run(answer, case))
            if outcomes[-1].kind not in ("value", "error"):
                break
        if outcomes[0].kind == "todo" or is_blank(answer, outcomes[0]):
            return not_yet(self)
        for case, outcome in zip(self.cases, outcomes):
            right = case.right(outcome.value) if outcome.kind == "value" else []
            if not right:
                report.add("fail", self.explain(answer, case, outcome, outcomes))
                return report.end(self.id, total)
            report.add("pass", f"{case.proves}: {self.written(case)} is {show(right[0])}.")
        trouble = self.side_effect(answer, outcomes)
        kept = "a second call gives the same, and the inputs stay as they were."
        report.add("fail" if trouble else "pass", trouble or kept)
        return report.end(self.id, total)

    def run(self, function, case):
        """Call the function with its own copy of the case's arguments."""
        return run(function, *deepcopy(case.arguments))

    def written(self, case):
        """The call as the learner would type it."""
        return f"{self.name}({', '.join(map(show, case.arguments))})"

    def explain(self, answer, case, outcome, outcomes):
        """What happened in this case, and the name of the mistake."""
        call, mistake = self.written(case), self.recognise(case, outcome, outcomes)
        if outcome.kind == "value":
            reason = mistake or self.unsteady(answer, case, outcome)
            reason = reason or difference(outcome.value, case.expected, outcome.printed)
            return f"{call} gave {describe(outcome.value)}: {reason}"
        if outcome.kind == "todo":
            return f"{call} raised NotImplementedError: a part of the stub is still there."
        if outcome.kind != "error":
            return f"{call} {NO_ANSWER[outcome.kind]}"
        if not outcome.line:
            return f"{call} does not start ({outcome.value}). The exercise calls it as {self.call}."
        what = f"{call} stopped in its line {outcome.line} ({outcome.value})"
        return f"{what}: {mistake}" if mistake else f"{what}."

    def recognise(self, case, outcome, outcomes):
        """The message of the first mistake that explains this case and contradicts no other."""
        for mistake in self.mistakes:
            if mistake.when:
                if outcome.kind == "value" and holds(mistake.when, outcome.value, *case.arguments):
                    return mistake.message
            elif same(outcome, self.run(mistake.wrong, case)) and all(
                same(other, self.run(mistake.wrong, each))
                for each, other in zip(self.cases, outcomes)
                if other.kind == "value"
            ):
                return mistake.message
        return None

    def side_effect(self, function, outcomes):
        """What the calls left behind, in words; empty if nothing."""
        for case, outcome in zip(self.cases, outcomes):
            names = self.call[:-1].split("(")[1].split(", ")
            for name, before, after in zip(names, case.arguments, outcome.arguments):
                if not close(plain(before), after):
                    now = f"{name} to {show(after)}"
                    return f"{self.written(case)} changed its input {now}; work on a copy."
        trouble = self.unsteady(function, self.cases[0], outcomes[0])
        return (
            trouble
            and f"{self.written(self.cases[0])} gave {describe(outcomes[0].value)}: {trouble}"
        )

    def unsteady(self, function, case, outcome):
        """What a second, equal call does differently, in words; empty if nothing."""
        again = self.run(function, case)
        if same(outcome, again):
            return ""
        now = f"gave {describe(again.value)}" if again.kind == "value" else "failed"
        return f"the same call later {now}. Something is kept between calls; start afresh in each."

    def not_a_function(self, answer):
        if isinstance(answer, type):
            return f"this is a class; the exercise asks for a function, {self.call}."
        value = run(lambda: answer).value
        return (
            f"this is {describe(value)}, not a function. "
            f'Write check("{self.id}", {self.name}), with nothing in brackets after {self.name}.'
        )


class Answer:
    """An exercise whose answer is a value; `proves` is said when it is right."""

    def __init__(self, id, name, start, expected, proves, mistakes):
        self.id, self.name, self.start = id, name, start
        self.expected, self.proves, self.mistakes = expected, proves, mistakes

    def report(self, answer):
        """The lines about this answer."""
        if nothing(answer):
            return not_yet(self)
        report = Report()
        value = run(lambda: answer).value
        if close(value, self.expected):
            report.add("pass", f"{show(value)}: {self.proves}")
        else:
            report.add("fail", f"{self.name} is {describe(value)}: {self.explain(answer, value)}")
        return report.end(self.id, 1)

    def explain(self, answer, value):
        for mistake in self.mistakes:
            if mistake.when and holds(mistake.when, value):
                return mistake.message
            if not mistake.when and close(value, mistake.wrong):
                return mistake.message
        if callable(answer):
            return "the answer is a value; call the function, with its arguments in brackets."
        if is_number(self.expected) and not is_number(value):
            return "the answer is a number, without quotes or brackets."
        if not is_number(self.expected) and type(value) is not type(self.expected):
            return f"the answer is a {'text' if isinstance(self.expected, str) else 'list'}."
        return f"that is not it. Once more: {self.start}"


def nothing(answer):
    """Whether the answer is still the stub's."""
    return answer is None or answer is ... or answer is NotImplemented


def not_yet(exercise):
    report = Report()
    report.add("not yet", f"{exercise.id}: {exercise.start}")
    return report


def is_blank(function, outcome):
    """Whether the body is `pass`, `...` or a docstring alone: it does no more than return None."""
    code, blank = getattr(function, "__code__", None), (lambda: None).__code__
    return outcome.value is None and len(getattr(code, "co_code", "")) == len(blank.co_code)


def holds(when, *values):
    """Whether the condition says True; it may stumble over values it does not expect."""
    return run(when, *values).value is True


def same(one, other):
    """Whether two outcomes agree, roughly: the same value, or the same error."""
    return one.kind == other.kind and close(one.value, other.value, 1e-5)
