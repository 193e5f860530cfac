"""One question from each chapter, answered all together."""

import traitlets

from ... import course
from ..base import Widget
from ..links import links
from ..traits import Number
from .answers import answered
from .draw import drawn
from .items import load_items
from .redo import LAST_SEED


class LastTest(Widget):
    """One quiz item from each chapter, drawn by `seed`; answer all, hand in, and see what to read again.

    `answers` are the options chosen so far, by the item's id, counted as in the item. The same seed gives the same
    test to everybody.

    >>> test = LastTest(seed=7)
    >>> test
    The last test, seed 7: one question from each of 16 chapters, 0 of them answered.
    >>> test.items()[:3]
    ['00-c', '01-a', '02-e']
    """

    module = "quiz/last_test.js"
    question = "What do you still know of the whole course?"
    seen = (
        "For each wrong answer the test names the passage that explains it. "
        "Read it again, and take another test: a new seed draws new questions."
    )
    seed = Number(1, low=0, high=LAST_SEED, whole=True)
    answers = answered(load_items()["quiz"].values())
    handed_in = traitlets.Bool(False).tag(sync=True)

    def items(self):
        """The ids of the items that the seed draws."""
        return [item["id"] for item, _ in drawn(self.seed)]

    def score(self):
        """How many of them are answered right."""
        return sum(
            "right" in item["options"][self.answers[item["id"]]]
            for item, _ in drawn(self.seed)
            if item["id"] in self.answers
        )

    def summary(self):
        items = self.items()
        answered = sum(id_ in self.answers for id_ in items)
        start = f"The last test, seed {self.seed}: one question from each of {len(items)} chapters"
        if self.handed_in:
            return f"{start}, {self.score()} of them answered right."
        return f"{start}, {answered} of them answered."

    def public_state(self):
        return {**super().public_state(), "links": links(course.ready())}
