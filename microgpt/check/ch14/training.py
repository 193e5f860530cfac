"""Exercise 14.5: training. The numbers of the usual faults are recorded, so that a wrong one is found by them."""

from ..compare import Node, is_number
from ..mistakes import Mistake
from ..program.advice import advice
from ..program.reading import Reading
from ..program.reasons import name_suspects
from ..program.suspects import by_losses
from ..scenario import Story
from .part import Part

LOSSES = [
    3.4632084978444055,
    3.2502633182061995,
    3.447980286286113,
    3.1037297474293966,
    3.3814082693183396,
]
DIGITS = 7  # those of the recorded faults
VALUE = "that is a Value; return the number in it, loss.data."
NOTHING = "nothing came back: end train_step with return loss.data."


class Training(Part):
    """Five steps, one after the other. They move the weights, so a check can look at a cell once."""

    once = True

    def is_right(self, case, outcome):
        return is_number(outcome.value) and super().is_right(case, outcome)

    def explain(self, answer, outcomes, failed):
        values = [outcome.value for outcome in outcomes]
        got, call = values[failed], self.cases[failed].code
        if outcomes[failed].kind != "value":
            return super().explain(answer, outcomes, failed)
        if got is None or isinstance(got, Node):
            return f"{call}: {NOTHING if got is None else VALUE}", []
        if not is_number(got):
            return super().explain(answer, outcomes, failed)
        numbers = [value for value in values if is_number(value)]
        reading = Reading(
            [f"step {step} | loss {number:.{DIGITS}f}" for step, number in enumerate(numbers, 1)]
        )
        message = f"{call} gave {got:.4f}; the recorded loss is {LOSSES[failed]:.4f}."
        if f"{got:.4f}" == f"{LOSSES[failed]:.4f}":
            message = (
                f"{call} gave {got:.{DIGITS}f}; the recorded loss is {LOSSES[failed]:.{DIGITS}f}."
            )
        suspects = by_losses(reading, failed + 1)
        return message, name_suspects(reading, suspects) if suspects else advice(
            failed + 1, DIGITS + 1
        )


TRAINING = Training(
    5,
    start="begin with the ids of docs[step % len(docs)], and with empty lists of keys and values.",
    watched=False,
    stub=lambda names: "train_step" not in names,
    tolerance=1e-9,
    cases=[
        Story(f"round {step + 1}", f"train_step({step})", loss, tells=f"is {loss:.7f}")
        for step, loss in enumerate(LOSSES)
    ],
    mistakes=[
        Mistake(
            "the logarithm of a Value is its method: p.log(). math.log is for plain numbers.",
            raises="must be real number, not Value",
        ),
        Mistake(
            "the power in the correction counts the rounds from 1: with step from 0 it is step + 1.",
            raises="ZeroDivisionError",
        ),
        Mistake(
            "a plain number has no way back: the loss has to be a Value, made of the Values that softmax gives.",
            raises="'(float|int)' object has no attribute '(backward|log)'",
        ),
        Mistake(
            "a number minus a Value needs __rsub__, which this class does not have: add the negative, or begin with "
            "loss = 0 and add to it.",
            raises=r"unsupported operand type\(s\) for -: '(int|float)' and 'Value'",
        ),
        Mistake(
            "make what is kept from round to round outside the function, in lists; a list can be changed from inside.",
            raises="cannot access local variable",
        ),
        Mistake(
            "the cell makes train_step, with this name.",
            raises="name 'train_step' is not defined",
            inside=False,
        ),
        Mistake(
            "the exercise calls it as train_step(step).",
            raises=r"train_step\(\) (missing|takes|got)",
        ),
        Mistake(
            "after the last name comes the first again, and the last place of a name is not fed: look at the ends of "
            "your loops.",
            raises="list index out of range",
        ),
    ],
)
