"""What all kinds of exercises share: an answer is played on the cases, and the result put into words.

An exercise lists its cases, the telling example first, and the mistakes that people make; `right`, an
implementation of its own, judges further cases whose numbers are drawn. `ch01.py` has examples.
The kinds: `Function` and `Answer` here beside it, `Scenario` for what is built and used.
"""

import random
from functools import cached_property
from typing import NamedTuple

from .compare import FINE, close, plain
from .errors import sentence
from .guard import Outcome
from .mistakes import Endless, pattern, raised, recognise, same
from .reasons import NO_ANSWER, error_advice, line_words, none_words
from .repair import place_to_change
from .result import Claim, Result
from .source import is_blank
from .words import difference, gave, show

FEW = 10_000  # steps are enough for a changed answer
SEED = 1  # the drawn cases are the same for everybody


class Case(NamedTuple):
    """One call: what it proves, its arguments, and the right result, worked out by hand."""

    proves: str
    arguments: tuple
    expected: object


class Exercise:
    """The base of Function and Scenario.

    `call` shows how the answer is used, as in "dot(a, b)"; `start` says what to do first. `more` draws
    a case from a random.Random, and `draws` says how many. `hint` is added where a number is near.
    """

    def __init__(
        self, id, call, start, cases, mistakes, more=None, draws=20, tolerance=FINE, hint=""
    ):
        self.id, self.call, self.start = id, call, start
        self.name = call.split("(")[0]
        self.cases, self.mistakes = cases, mistakes
        self.tolerance, self.hint = tolerance, hint
        self.more, self.draws = more, draws if more else 0
        self.known = {}

    @cached_property
    def drawn(self):
        rng = random.Random(SEED)
        return [self.more(rng) for _ in range(self.draws)]

    # What a kind of exercise says for itself: run, trusted, written, rights, inputs, refuse, trouble.

    def result(self, answer=None):
        """The Result of this answer, which may be the stub or nothing."""
        if nothing(answer):
            return self.unanswered()
        refusal = self.refuse(answer)
        if refusal:
            result = self.unanswered()
            result.refuse(refusal)
            return result
        outcomes = self.play(answer)
        if outcomes[0].kind == "todo" or (outcomes[0].value is None and is_blank(answer)):
            return self.unanswered()
        return self.judge(answer, outcomes)

    def unanswered(self):
        return Result(self.id, self.start, self.claims(), started=False)

    def claims(self):
        """All that is asked for, nothing of it met."""
        claims = [Claim(self.asked(case), code=self.shown(case)) for case in self.cases]
        if self.drawn:
            claims.append(Claim(self.more_words()))
        return [*claims, Claim(self.kept_words())]

    def asked(self, case):
        return f"{case.proves}: {self.written(case)} {self.told(case)}."

    def called(self, case):
        """The case as the subject of a sentence."""
        return self.written(case)

    def shown(self, case):
        """Lines that show the case, where the sentence does not."""
        return []

    def is_aside(self, case):
        """Whether it looks at something else than a result."""
        return False

    def told(self, case):
        """What a case gives, as its claim tells it."""
        return f"is {show(case.expected, 80)}"

    def play(self, answer):
        """The outcomes of all cases, up to the first in which the answer did not come back."""
        outcomes = []
        for case in self.cases + self.drawn:
            outcomes.append(self.run(answer, case))
            if outcomes[-1].kind not in ("value", "error"):
                break
        return outcomes

    def judge(self, answer, outcomes):
        result = self.unanswered()
        result.started = True
        cases = self.cases + self.drawn
        met = [self.is_right(case, outcome) for case, outcome in zip(cases, outcomes)]
        for claim, right in zip(result.claims, met[: len(self.cases)]):
            claim.met = right
        failed = met.index(False) if False in met else None
        if self.drawn and len(met) > len(self.cases):
            claim = result.claims[len(self.cases)]
            claim.met = all(met[len(self.cases) :])
        if failed is None:
            last = result.claims[-1]
            last.message = self.trouble(answer, outcomes)
            last.met = not last.message
        else:
            claim = result.claims[min(failed, len(self.cases))]
            claim.message, place = self.explain(answer, cases[failed], outcomes, failed)
            claim.code = self.shown(cases[failed])
            claim.place = place.lines() if place else []
        return result

    def is_right(self, case, outcome):
        return outcome.kind == "value" and any(
            close(outcome.value, right, self.tolerance) for right in self.rights(case)
        )

    def explain(self, answer, case, outcomes, failed):
        """What happened in this case, by the name of the mistake, and the Place to look at."""
        call, outcome = self.called(case), outcomes[failed]
        if outcome.kind not in ("value", "error"):
            return f"{call} {NO_ANSWER[outcome.kind]}", None
        mistake = self.recognise(outcomes)
        if outcome.kind == "error":
            mistake = mistake or raised(self.mistakes, outcome)
            reason = mistake.words(answer) if mistake else self.kept(answer, case, outcomes, failed)
            stopped = f"{call} {self.stopped(answer, case, outcome, reason)}"
            where = "" if reason else self.where(place_to_change(answer, self.passes))
            return f"{stopped}{where}", outcome.place
        right = self.rights(case)[0]
        call = f"{call} gave {gave(outcome.value, right)}"
        reason = mistake.words(answer) if mistake else self.reason(answer, case, outcomes, failed)
        if reason:
            return f"{call}: {reason}", None
        place = place_to_change(answer, self.passes)
        return f"{call}: {difference(outcome.value, right, self.hint)}{self.where(place)}", place

    def where(self, place):
        """Where one change makes the answer right, as a sentence; empty if there is no such place."""
        return f" One change {line_words(place, self.name)}would be enough." if place else ""

    def passes(self, answer):
        """Whether the answer is right in every case, in a few steps."""
        return all(
            self.is_right(case, self.run(answer, case, steps=FEW))
            for case in self.cases + self.drawn
        )

    def stopped(self, answer, case, outcome, reason):
        """That an error ended it, where, and why if that is known."""
        if not outcome.place and self.misuse(answer, case):
            return f"does not start ({outcome.value}). The exercise calls it as {self.call}."
        told = f"stopped {line_words(outcome.place, self.name)}({outcome.value})"
        reason = reason or error_advice(outcome.value)
        return f"{told}: {reason}" if reason else f"{told}."

    def recognise(self, outcomes):
        """The mistake that explains every case, up to one in which a loop never ended."""
        if len(outcomes) == len(self.cases + self.drawn) or outcomes[-1].kind == "endless":
            return recognise(self.mistakes, outcomes, self.trust)
        return None

    def reason(self, answer, case, outcomes, failed):
        """What can be said of a wrong value that is no known mistake; empty if nothing is striking."""
        outcome, right = outcomes[failed], self.rights(case)[0]
        kept = self.kept(answer, case, outcomes, failed)
        if kept:
            return kept
        if outcome.value is None and right is not None:
            return none_words(answer, outcome, right)
        return self.strikes(outcomes)

    def strikes(self, outcomes):
        """A pattern in the results, where there are enough of them."""
        cases = self.cases + self.drawn
        if len(outcomes) < len(cases) or any(outcome.kind != "value" for outcome in outcomes):
            return ""
        pairs = [
            (case, outcome) for case, outcome in zip(cases, outcomes) if not self.is_aside(case)
        ]
        cases, gots = [case for case, _ in pairs], [outcome.value for _, outcome in pairs]
        inputs = [self.inputs(case) for case in cases]
        for rights in zip(*map(self.rights, cases)):
            words = pattern(gots, rights, inputs)
            if words:
                return words
        return ""

    def kept(self, answer, case, outcomes, failed):
        """What shows that something is kept between calls, in words; empty if nothing."""
        unsteady = self.unsteady(answer, case, outcomes[failed])
        if unsteady or not failed:
            return unsteady
        unsteady = self.unsteady(answer, self.cases[0], outcomes[0])
        return unsteady and unsteady.replace("the same call", self.called(self.cases[0]), 1)

    def unsteady(self, answer, case, outcome):
        """What a second, equal call does differently, in words; empty if nothing."""
        again = self.run(answer, case)
        if same(outcome, again):
            return ""
        if again.kind == "keyboard":
            return NO_ANSWER["keyboard"]
        now = f"gave {gave(again.value, outcome.value)}" if again.kind == "value" else "failed"
        return f"the same call later {now}. Something is kept between calls; start afresh in each."

    def trouble(self, answer, outcomes):
        """What a right answer leaves behind: all cases once more, in the other order."""
        for case, outcome in reversed(list(zip(self.cases, outcomes))):
            unsteady = self.unsteady(answer, case, outcome)
            if unsteady:
                return f"{self.written(case)} gave {gave(outcome.value, None)}: {unsteady}"
        return ""

    def trust(self, wrong, index):
        """The outcome of one of our own implementations in a case; they need no guard."""
        key = wrong, index
        if key not in self.known:
            try:
                value = plain(self.use(wrong, (self.cases + self.drawn)[index]))
                self.known[key] = Outcome("value", value)
            except Endless:
                self.known[key] = Outcome("endless")
            except Exception as error:
                self.known[key] = Outcome("error", sentence(error))
        return self.known[key]


def nothing(answer):
    """Whether the answer is still the stub's."""
    return answer is None or answer is ... or answer is NotImplemented
