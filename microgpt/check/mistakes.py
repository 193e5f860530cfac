"""Recognise what went wrong.

A mistake is a *wrong implementation* and a message. When an answer gives in every case what the wrong
implementation gives, and no other mistake does so too, the message names the mistake. Where nothing
fits, a pattern in the results may be told, such as "every result is twice what it should be": that
is a fact, whatever its cause.
"""

import re
from math import floor, isfinite, trunc

from .compare import FINE, Odd, equal, is_number, is_set, near
from .words import kind_asked, show

OWN = r"local variable '\w+'|[\d.e-]+"  # what in the text of an error is the answer's own


class Mistake:
    """A message, and the wrong implementations that make this mistake.

    `because` holds advice for code that shows the cause: {a function of `source`: advice}. The advice
    is added to the message when the function says True of the answer. `raises` is a pattern: an error
    whose text has it is this mistake; `inside` says whether it has to arise in the answer's own lines (True)
    or in the case (False). `tolerance` is for mistakes that people compute in many ways.
    """

    def __init__(self, message, *wrong, because=None, raises="", inside=None, tolerance=FINE):
        self.message, self.wrong, self.tolerance = message, wrong, tolerance
        self.because, self.raises, self.inside = because or {}, raises, inside

    def words(self, answer):
        """The message for this answer."""
        for cause, advice in self.because.items():
            if cause(answer):
                return f"{self.message.removesuffix('.')}; {advice}"
        return self.message


class Endless(Exception):
    """What a wrong implementation raises where the mistake would loop without end."""


def same(one, other, tolerance=FINE):
    """Whether two outcomes agree: the same value, or the same error, whatever it tells of the answer."""
    if one.kind == other.kind == "error":
        return re.sub(OWN, "", one.value) == re.sub(OWN, "", other.value)
    return one.kind == other.kind and equal(one.value, other.value, tolerance)


def recognise(mistakes, outcomes, trust):
    """The one mistake that gives these outcomes; None if there is none, or more than one.

    `trust(wrong, index)` is the outcome of a wrong implementation in a case. One that differs in a
    case is not tried on those behind it.
    """

    def fits(wrong, tolerance):
        return all(
            same(outcome, trust(wrong, index), tolerance) for index, outcome in enumerate(outcomes)
        )

    fitting = [
        mistake
        for mistake in mistakes
        if any(fits(wrong, mistake.tolerance) for wrong in mistake.wrong)
    ]
    return fitting[0] if len({mistake.message for mistake in fitting}) == 1 else None


def raised(mistakes, outcome):
    """The mistake that this error is, if it is one."""
    for mistake in mistakes:
        there = mistake.inside in (None, bool(outcome.place))
        if there and mistake.raises and re.search(mistake.raises, outcome.value):
            return mistake
    return None


# Patterns: facts about all results, each as a sentence and a function of a result and the right one.


def each(change, value):
    """The value with every number in it changed."""
    if isinstance(value, list):
        return [each(change, item) for item in value]
    return change(value)


def rounded(digits):
    return lambda got, right: equal(got, each(lambda x: round(x, digits), right))


def cut(to_whole):
    """A whole number stands where one with digits should; the last digit of those may be off."""

    def holds(got, right):
        if isinstance(right, list):
            return len(got) == len(right) and all(map(holds, got, right))
        return is_number(got) and got in (to_whole(right - FINE), to_whole(right + FINE))

    return holds


PATTERNS = [
    (
        "the answer is one number, without a list around it.",
        lambda got, x: is_number(x) and equal(got, [x]),
    ),
    (
        "the sign is turned round, here and in every case.",
        lambda got, x: equal(got, each(lambda n: -n, x)),
    ),
    ("the sign is lost: no result is ever negative.", lambda got, x: equal(got, each(abs, x))),
    ("the digits after the point are lost, as int(...) and // do it.", cut(trunc)),
    ("the digits after the point are lost, as // does it.", cut(floor)),
    *[
        (
            f"it is rounded to {digits} digits after the point; hand it back as it is.",
            rounded(digits),
        )
        for digits in range(1, 8)
    ],
    ("it is rounded to a whole number; hand it back as it is.", rounded(0)),
    (
        "each item has a list of its own around it; put the items themselves into the list.",
        lambda got, items: equal(got, [[item] for item in items]),
    ),
    ("there is one list too many around the answer.", lambda got, x: equal(got, [x])),
    ("the items stand in reverse order.", lambda got, items: equal(got, items[::-1])),
    ("the items are sorted; keep their order.", lambda got, items: equal(got, sorted(items))),
    (
        "that is the sum of the items; return them all, in a list.",
        lambda got, items: equal(got, sum(items)),
    ),
    (
        "that is the largest item alone; return them all, in a list.",
        lambda got, items: equal(got, max(items)),
    ),
    (
        "that is how many items there are; return the items.",
        lambda got, items: equal(got, len(items)),
    ),
    (
        "that is the first item alone; return them all, in a list.",
        lambda got, items: equal(got, items[0]),
    ),
    (
        "that is the last item alone; return them all, in a list.",
        lambda got, items: equal(got, items[-1]),
    ),
    ("the list holds the first item alone.", lambda got, items: equal(got, items[:1])),
    ("the list holds the last item alone.", lambda got, items: equal(got, items[-1:])),
    ("the last item is missing.", lambda got, items: equal(got, items[:-1])),
    ("the first item is missing.", lambda got, items: equal(got, items[1:])),
    ("negative results have become 0.", lambda got, x: equal(got, each(lambda n: max(n, 0), x))),
]


def pattern(gots, rights, inputs):
    """A sentence about all results together; empty if nothing strikes.

    `inputs` are, for each case, the arguments by their names. Two results are too few to tell.
    """
    if sum(not equal(got, right) for got, right in zip(gots, rights)) < 2:
        return ""
    for name in inputs[0]:
        pairs = [(got, given[name]) for got, given in zip(gots, inputs)]
        if not isinstance(gots[0], Odd) and all(equal(*pair) for pair in pairs):
            return f"that is {name}, as it came in."
    if same_kind(gots[0], rights[0]) and all(equal(got, gots[0]) for got in gots):
        return f"it gives {show(gots[0])} whatever comes in."
    for words, holds in PATTERNS:
        if all(safely(holds, got, right) for got, right in zip(gots, rights)):
            return words
    return proportion(flat(gots), flat(rights))


def same_kind(got, right):
    """Whether both are numbers, or both lists, and so on; nan is no number."""
    return got == got and kind_asked(got) == kind_asked(right)


def safely(holds, got, right):
    try:
        return not is_set(got) and holds(got, right)
    except (TypeError, ValueError, IndexError, OverflowError):
        return False


def flat(values):
    """All numbers in the values, in order; None where something else is among them."""
    numbers = []
    for value in values:
        parts = flat(value) if isinstance(value, list) else [value]
        if parts is None or not all(map(is_number, parts)):
            return None
        numbers += parts
    return numbers


def proportion(gots, rights):
    """A sentence if every number is off by the same factor, or by the same amount."""
    if not gots or not rights or len(gots) != len(rights) or not all(map(isfinite, gots)):
        return ""
    if all(near(got, right, 1e-3) for got, right in zip(gots, rights)):
        return ""  # so near that the factor says little
    try:
        gaps = [got - right for got, right in zip(gots, rights)]
        if equal(gaps, gaps[:1] * len(gaps)):
            return (
                f"every result is {show(abs(gaps[0]))} too {'large' if gaps[0] > 0 else 'small'}."
            )
        factor = next(got / right for got, right in zip(gots, rights) if right)
        if factor and equal(gots, [factor * right for right in rights]):
            return f"every result is {show(factor)} times what it should be."
    except (OverflowError, StopIteration):
        pass
    return ""
