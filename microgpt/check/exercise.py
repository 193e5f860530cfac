"""What all kinds of exercises share: an answer is played on the cases and judged.

An exercise lists its cases, the telling example first, and the mistakes that people make; `right`, an
implementation of its own, judges further cases whose numbers are drawn. `ch01/` has examples.
The kinds: `Function` and `Scenario` here beside it; an `Answer` is a value, and stands alone.
"""

import random
from functools import cached_property

from .compare import FINE, close, plain
from .errors import sentence
from .explain import Explanation, unsteady
from .guard import Outcome
from .mistakes import Endless
from .result import Claim, Result
from .source import is_blank
from .words import gave, show

SEED = 1  # the drawn cases are the same for everybody


class Exercise:
    """The base of Function and Scenario.

    `call` shows how the answer is used, as in "dot(a, b)"; `start` says what to do first. `more` draws
    a case from a random.Random, and `draws` says how many. `hint` is added where a number is near.

    Each kind says for itself: `run` and `use` (a case, guarded and not), `rights`, `inputs`, `written`,
    `refuse`, `misuse`, and the words of the two claims that no single case makes.
    """

    parameters = ()  # their names, where the answer is a function

    def __init__(
        self, id, call, start, cases, mistakes, more=None, draws=20, tolerance=FINE, hint=""
    ):
        self.id, self.call, self.start = id, call, start
        self.name = call.split("(")[0]
        self.cases, self.mistakes = cases, mistakes
        self.more, self.draws = more, draws if more else 0
        self.tolerance, self.hint = tolerance, hint
        self.known = {}

    @cached_property
    def all_cases(self):
        """The cases by hand, then the drawn ones."""
        rng = random.Random(SEED)
        return [*self.cases, *(self.more(rng) for _ in range(self.draws))]

    # What is asked

    def claims(self):
        """All that is asked for, nothing of it met."""
        claims = [Claim(self.asked(case), code=self.shown(case)) for case in self.cases]
        if self.draws:
            claims.append(Claim(self.more_words()))
        return [*claims, Claim(self.kept_words())]

    def asked(self, case):
        return f"{case.proves}: {self.written(case)} {self.told(case)}."

    def told(self, case):
        """What a case gives, as its claim tells it."""
        return f"is {show(case.expected, 80)}"

    def called(self, case):
        """The case as the subject of a sentence."""
        return self.written(case)

    def shown(self, case):
        """Lines that show the case, where a sentence has no room for it."""
        return []

    def is_aside(self, case):
        """What it means that this case fails, if it looks at something else than a result; or nothing."""
        return ""

    def other_error(self, case):
        """What to say where an error ends this case, and it asks for another one; or nothing."""
        return ""

    def too_deep(self, case):
        """What to say where calls inside calls go too deep in this case; or nothing."""
        return ""

    # How an answer meets it

    def result(self, answer=None):
        """The Result of this answer, which may be the stub or nothing."""
        result = Result(self.id, self.start, self.claims(), started=False)
        if nothing(answer):
            return result
        refusal = self.refuse(answer)
        if refusal:
            result.refuse(refusal)
            return result
        outcomes = self.play(answer)
        first = outcomes[0]
        if first.kind != "todo" and not is_blank(answer):
            self.judge(answer, outcomes, result)
        return result

    def play(self, answer):
        """The outcomes of all cases, up to the first in which the answer did not come back."""
        outcomes = []
        for case in self.all_cases:
            outcomes.append(self.run(answer, case))
            if outcomes[-1].kind not in ("value", "error"):
                break
        return outcomes

    def judge(self, answer, outcomes, result):
        """Write into the result which claims are met, and what to fix first."""
        by_hand = len(self.cases)
        met = list(map(self.is_right, self.all_cases, outcomes))
        for claim, right in zip(result.claims, met[:by_hand]):
            claim.met = right
        if len(met) > by_hand:
            result.claims[by_hand].met = all(met[by_hand:])
        result.started = True
        if all(met):
            last = result.claims[-1]
            last.message = self.trouble(answer, outcomes)
            last.met = not last.message
        else:
            failed = met.index(False)
            claim = result.claims[min(failed, by_hand)]
            claim.message, place = Explanation(self, answer, outcomes, failed).message()
            claim.place = self.shown(self.all_cases[failed]) + (place.lines() if place else [])

    def is_right(self, case, outcome):
        return outcome.kind == "value" and any(
            close(outcome.value, right, self.tolerance) for right in self.rights(case)
        )

    def trouble(self, answer, outcomes):
        """What a right answer leaves behind: the cases once more, in the other order."""
        for case, outcome in reversed(list(zip(self.cases, outcomes))):
            told = unsteady(self, answer, case, outcome)
            if told:
                return f"{self.written(case)} gave {gave(outcome.value, None)}: {told}"
        return ""

    def trust(self, wrong, index):
        """The outcome of one of our own implementations in a case; they need no guard."""
        key = wrong, index
        if key not in self.known:
            try:
                self.known[key] = Outcome("value", plain(self.use(wrong, self.all_cases[index])))
            except Endless:
                self.known[key] = Outcome("endless")
            except Exception as error:
                self.known[key] = Outcome("error", sentence(error))
        return self.known[key]


def nothing(answer):
    """Whether the answer is still the stub's."""
    return answer is None or answer is ... or answer is NotImplemented
