"""A step of the program as an exercise: what its cell has made is used, and compared with the recorded run."""

import gc

from ..explain import Explanation
from ..guard import run
from ..result import Claim
from ..scenario import Scenario, tell
from ..words import describe
from .record import RECORD, lent_words, record_of, remember
from .rooms import MADE, Variant
from .state import FIRST_WITH_WEIGHTS, lay

SECONDS = 120.0
RARELY = 300_000  # a round makes a hundred thousand values: with Python's own threshold it is four times slower


class Part(Scenario):
    """A step. The answer is the dictionary that globals() gives; its stories use the names that are in it.

    A mistake's wrong implementation is a function that gives such a dictionary, as a Variant does. `watched` is
    whether the lines of an answer are counted, which ends an endless loop and takes ten times as long. `stub` says
    of the names whether the cell is still as it was given.
    """

    once = False  # whether a check uses up what it looks at

    def __init__(self, step, start, cases, mistakes, watched=True, stub=None, **how):
        super().__init__(f"ex-14-{step}", "globals()", start, cases, mistakes, Variant(step), **how)
        self.step, self.watched, self.stub = step, watched, stub
        self.name, self.parameters = "globals()", ()

    # What is asked

    def claims(self):
        return [Claim(self.asked(case), code=self.shown(case)) for case in self.cases]

    # How an answer meets it

    def result(self, answer=None):
        """The Result of this room; where it is right, the room remembers that its step is the reader's own."""
        if isinstance(answer, dict) and self.is_stub(answer):
            return super().result()
        result = super().result(answer)
        if isinstance(answer, dict) and result.started and not self.refuse(answer):
            self.settle(answer, result)
        return result

    def is_stub(self, names):
        if not any(name in names for name in MADE[self.step]):
            return True
        return bool(self.stub) and self.stub(names)

    def settle(self, answer, result):
        record = record_of(answer)
        if result.passed:
            record = remember(self.step, answer, record)
            if told := lent_words(record, self.step):
                result.claims.append(Claim(told, met=True))
        if self.once:
            record = type(record)(0, record.passed, record.lent)
        answer[RECORD] = record

    def refuse(self, answer):
        if not isinstance(answer, dict):
            value = run(lambda: answer).value
            return f'this is {describe(value)}. Write check("{self.id}", globals()).'
        if record_of(answer).at == self.step:
            return ""
        return (
            f"run the cell above once more: its first line, begin({self.step}, globals()), leads back to where "
            "this step begins."
        )

    def judge(self, answer, outcomes, result):
        met = list(map(self.is_right, self.all_cases, outcomes))
        for claim, right in zip(result.claims, met):
            claim.met = right
        result.started = True
        if not all(met):
            failed = met.index(False)
            message, place = self.explain(answer, outcomes, failed)
            result.claims[failed].message = message
            result.claims[failed].place = self.shown(self.all_cases[failed]) + place

    def explain(self, answer, outcomes, failed):
        """What to fix, and lines that belong under it."""
        message, place = Explanation(self, answer, outcomes, failed).message()
        return message, place.lines() if place else []

    def holds(self, answer):
        """Whether all stories come out right."""
        outcomes = self.play(answer)
        return len(outcomes) == len(self.cases) and all(map(self.is_right, self.cases, outcomes))

    # How a story is told

    def run(self, answer, story, **limits):
        if not self.watched:
            limits = {"steps": None, "seconds": SECONDS}
        return run(lambda: self.use(answer, story), **limits)

    def use(self, answer, story):
        names = answer() if callable(answer) else answer
        if self.step >= FIRST_WITH_WEIGHTS and not self.once:
            lay(self.step, names)
        threshold = gc.get_threshold()
        gc.set_threshold(RARELY)
        try:
            return tell(story, dict(names))
        finally:
            gc.set_threshold(*threshold)
