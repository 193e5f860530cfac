"""Say what is wrong with an answer, once its outcomes are known: as much as is proved, and no more.

In this order: that the values are taken in another order; a mistake by its name; what is kept between
calls; why nothing came back; a pattern in all results; the one line whose change would be enough; and
the difference itself.
"""

from .mistakes import pattern, raised, recognise, same
from .reasons import NO_ANSWER, error_advice, line_words, none_words, order_words
from .repair import SECONDS, place_to_change
from .words import difference, gave

FEW = 10_000  # steps are enough for a changed answer


class Explanation:
    """`outcomes` belong to the first cases of the exercise, in order; `failed` is the first wrong one."""

    def __init__(self, exercise, answer, outcomes, failed):
        self.exercise, self.answer, self.outcomes = exercise, answer, outcomes
        self.failed = failed
        self.case, self.outcome = exercise.all_cases[failed], outcomes[failed]
        self.right = exercise.rights(self.case)[0]

    def message(self):
        """What happened in the failed case and why, and the Place to look at, or None."""
        call = self.exercise.called(self.case)
        if self.outcome.kind == "error":
            message, place = self.error()
            return f"{call} {message}", place
        if self.outcome.kind != "value":
            return f"{call} {self.no_answer()}", None
        call = f"{call} gave {gave(self.outcome.value, self.right)}"
        reason = self.reason()
        if reason:
            return f"{call}: {reason}", None
        differs = difference(self.outcome.value, self.right, self.exercise.hint)
        where, place = self.change()
        return f"{call}: {differs}{where}", place

    def no_answer(self):
        """Why it did not come back."""
        kind = self.outcome.kind
        if kind == "deep" and self.exercise.too_deep(self.case):
            return self.exercise.too_deep(self.case)
        if kind == "endless" and self.failed:  # in the first case every endless loop is alike
            mistake = self.mistake()
            if mistake:
                return f"did not come back: {mistake.words(self.answer)}"
        return NO_ANSWER[kind]

    def error(self):
        """That an error ended it, where, and why if that is known."""
        name, error, place = self.exercise.name, self.outcome.value, self.outcome.place
        mistake = self.mistake() or raised(self.exercise.mistakes, self.outcome)
        if not place and not mistake and self.exercise.misuse(self.answer, self.case):
            called = f"The exercise calls it as {self.exercise.call}."
            return f"does not start ({error}). {called}", None
        reason = order_words(self.answer, self.exercise) or self.error_reason(error, mistake)
        stopped = f"stopped {line_words(place, name)}({error})"
        return f"{stopped}: {reason}" if reason else f"{stopped}.{self.change()[0]}", place

    def error_reason(self, error, mistake):
        """What is known of an error; empty if it is no more than its text."""
        if mistake:
            return mistake.words(self.answer)
        return self.kept() or self.exercise.other_error(self.case) or error_advice(error)

    def reason(self):
        """What is known of a wrong value; empty if it is no more than wrong."""
        if order := order_words(self.answer, self.exercise):
            return order
        mistake = self.mistake()
        if mistake:
            return mistake.words(self.answer)
        known = self.exercise.is_aside(self.case) or self.kept()
        if known:
            return known
        if self.outcome.value is None and self.right is not None:
            return none_words(self.answer, self.outcome, self.right)
        return self.strikes()

    def mistake(self):
        """The mistake that explains every case, up to one in which a loop never ended.

        One in which calls may go too deep tells nothing of a mistake that was seen before.
        """
        exercise, outcomes, last = self.exercise, self.outcomes, len(self.outcomes) - 1
        deep = outcomes[last].kind == "deep" and exercise.too_deep(exercise.all_cases[last])
        if deep and last:
            return recognise(exercise.mistakes, outcomes[:last], exercise.trust)
        if len(outcomes) == len(exercise.all_cases) or outcomes[last].kind == "endless":
            return recognise(exercise.mistakes, outcomes, exercise.trust)
        return None

    def strikes(self):
        """A pattern in the results, where there is a result for every case."""
        exercise = self.exercise
        if any(outcome.kind != "value" for outcome in self.outcomes):
            return ""
        if len(self.outcomes) < len(exercise.all_cases):
            return ""
        pairs = list(zip(exercise.all_cases, self.outcomes))
        pairs = [(case, outcome) for case, outcome in pairs if not exercise.is_aside(case)]
        gots, inputs = [o.value for _, o in pairs], [exercise.inputs(case) for case, _ in pairs]
        told = (
            pattern(gots, rights, inputs) for rights in zip(*[exercise.rights(c) for c, _ in pairs])
        )
        return next(filter(None, told), "")

    def kept(self):
        """What shows that something is kept between calls, in words; empty if nothing."""
        told = unsteady(self.exercise, self.answer, self.case, self.outcome)
        if told or not self.failed:
            return told
        first = self.exercise.cases[0]
        told = unsteady(self.exercise, self.answer, first, self.outcomes[0])
        return told.replace("the same call", self.exercise.called(first), 1)

    def change(self):
        """The one line whose change would be enough: in words, and its Place; ("", None) if none."""
        place = place_to_change(self.answer, self.passes)
        if not place:
            return "", None
        return f" One change {line_words(place, self.exercise.name)}would be enough.", place

    def passes(self, answer):
        """Whether a changed answer is right in every case."""
        exercise = self.exercise

        def right(case):
            limits = {} if exercise.too_deep(case) else {"steps": FEW}
            return exercise.is_right(case, exercise.run(answer, case, seconds=SECONDS, **limits))

        return all(map(right, exercise.all_cases))


def unsteady(exercise, answer, case, outcome):
    """What a second, equal call does differently, in words; empty if nothing."""
    again = exercise.run(answer, case)
    if same(outcome, again):
        return ""
    if again.kind == "keyboard":
        return NO_ANSWER["keyboard"]
    now = f"gave {gave(again.value, outcome.value)}" if again.kind == "value" else "failed"
    return f"the same call later {now}. Something is kept between calls; start afresh in each."
