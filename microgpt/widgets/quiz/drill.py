"""Endless practice: questions drawn from a seed, with three levels, checked in the page."""

from ..base import Widget
from ..traits import Number, OneOf
from .drills import KINDS, LEVELS, MOST, facts_of


class Drill(Widget):
    """A question to work out on paper, and after it another one: each answer is checked, each mistake is named.

    `kind` is "chain", "softmax", "shape", "adam" or "entropy". `seed` and `number` say which question it is: the same
    for everybody. How many you got right in a row is kept in your browser.

    >>> drill = Drill("softmax", level=2, seed=5)
    >>> drill
    Drill, level 2, seed 5, question 1. The logits are 2, 1 and 0. What does softmax make of them?
    >>> {name: round(p, 2) for name, p in drill.answers().items()}
    {'p0': 0.67, 'p1': 0.24, 'p2': 0.09}
    """

    module = "quiz/drill.js"
    kind = OneOf("chain", KINDS)
    level = OneOf(1, LEVELS)
    seed = Number(1, low=1, high=MOST, whole=True)
    number = Number(1, low=1, high=MOST, whole=True)

    def __init__(self, kind="chain", **traits):
        super().__init__(kind=kind, **traits)

    def facts(self):
        """What the question is about."""
        return facts_of(self.kind, self.level, self.seed, self.number)

    def question(self):
        """The question in words."""
        return KINDS[self.kind].words(self.facts(), self.level)

    def answers(self):
        """{what is asked for: its answer}, not rounded."""
        return KINDS[self.kind].answers(self.facts(), self.level)

    def summary(self):
        place = f"level {self.level}, seed {self.seed}, question {self.number}"
        return f"Drill, {place}. {self.question()}"
