"""Exercise 10.1: softmax with temperature."""

from math import exp

from ..ch07.parts import softmax as plain_softmax
from ..ch07.softmax import SOFTMAX as BEFORE
from ..draws import number, numbers
from ..function import Case, Function
from ..mistakes import Mistake

# Of the mistakes of exercise 7.1, these are others here: the temperature is meant to divide the logits.
OTHERS_HERE = (
    "the logits are divided",
    "the logits are multiplied",
    "exp of so large a number",
    "exp of so low a number",
    "every logit has the same",
    "the logits have lost their digits",
)


def softmax(logits, temperature):
    return plain_softmax([x / temperature for x in logits])


def of_logits(change):
    """softmax of change(logit, temperature) of each logit."""
    return lambda logits, temperature: plain_softmax([change(x, temperature) for x in logits])


def powers(shift):
    """exp of shift(logit, temperature, the largest logit) of each, divided by their sum."""

    def probabilities(logits, temperature):
        exps = [exp(shift(x, temperature, max(logits))) for x in logits]
        return [e / sum(exps) for e in exps]

    return probabilities


def of_result(change):
    """change(probability, temperature), of each probability at the temperature 1."""
    return lambda logits, temperature: [change(p, temperature) for p in plain_softmax(logits)]


def of_hot_result(change):
    """change(probability, temperature), of each right probability."""
    return lambda *given: [change(p, given[1]) for p in softmax(*given)]


def shared(change):
    """The same, divided by their sum."""

    def probabilities(logits, temperature):
        made = [change(p, temperature) for p in plain_softmax(logits)]
        return [number / sum(made) for number in made]

    return probabilities


def one_alone(choose):
    """The temperature divides choose(logits) alone."""

    def probabilities(logits, temperature):
        place = logits.index(choose(logits))
        return plain_softmax([x / temperature if i == place else x for i, x in enumerate(logits)])

    return probabilities


def only(holds):
    """The temperature counts where holds(temperature)."""
    return lambda logits, temperature: softmax(logits, temperature if holds(temperature) else 1)


def at_temperature(wrong):
    return lambda logits, temperature: wrong([x / temperature for x in logits])


def from_before(mistake):
    """A mistake of exercise 7.1, made with the logits that the temperature has divided."""
    wrong = map(at_temperature, mistake.wrong)
    return Mistake(mistake.message, *wrong, because=mistake.because, raises=mistake.raises)


SOFTMAX = Function(
    "ex-10-1",
    "softmax(logits, temperature)",
    start="divide each logit by temperature first; the rest is softmax as in chapter 7.",
    right=softmax,
    more=lambda rng: (numbers(rng, rng.randint(2, 6)), number(rng, 0.2, 3)),
    cases=[
        Case(
            "three logits, cold",
            ([2, 1, 0], 0.5),
            [1 / (1 + exp(-2) + exp(-4)), 1 / (exp(2) + 1 + exp(-2)), 1 / (exp(4) + exp(2) + 1)],
        ),
        Case(
            "the same, hot",
            ([2, 1, 0], 2),
            [
                1 / (1 + exp(-0.5) + exp(-1)),
                1 / (exp(0.5) + 1 + exp(-0.5)),
                1 / (exp(1) + exp(0.5) + 1),
            ],
        ),
        Case(
            "at the temperature 1 they are what the model says",
            ([1, 0], 1),
            [1 / (1 + exp(-1)), 1 / (exp(1) + 1)],
        ),
        Case("equal logits stay equal, however cold", ([5, 5], 0.01), [0.5, 0.5]),
        Case("one logit", ([-3], 0.7), [1]),
        Case(
            "many digits, and a negative logit",
            ([-1.5, 0.25, 2.5, 0.25], 0.25),
            [
                1 / (1 + 2 * exp(7) + exp(16)),
                1 / (exp(-7) + 2 + exp(9)),
                1 / (exp(-16) + 2 * exp(-9) + 1),
                1 / (exp(-7) + 2 + exp(9)),
            ],
        ),
        Case("large logits", ([1000, 1001], 1), [1 / (1 + exp(1)), 1 / (exp(-1) + 1)]),
        Case("large logits, cold", ([1000, 999.5], 0.25), [1 / (1 + exp(-2)), 1 / (exp(2) + 1)]),
        Case("very low logits", ([-2000, -2004], 2), [1 / (1 + exp(-2)), 1 / (exp(2) + 1)]),
        Case("near 0 the largest has it all", ([3, -1100, 1000, -1000], 0.01), [0, 0, 1, 0]),
        Case(
            "near 0 small differences count",
            ([0.02, 0.05], 0.01),
            [1 / (1 + exp(3)), 1 / (exp(-3) + 1)],
        ),
        Case("very hot", ([0, 200], 1000), [1 / (1 + exp(0.2)), 1 / (exp(-0.2) + 1)]),
    ],
    mistakes=[
        Mistake(
            "the temperature changes nothing; divide each logit by it, before exp.",
            of_logits(lambda x, temperature: x),
            shared(lambda p, temperature: p / temperature),
        ),
        Mistake(
            "you multiplied by the temperature; divide by it.",
            of_logits(lambda x, temperature: x * temperature),
            powers(lambda x, temperature, largest: (x - largest) * temperature),
        ),
        Mistake(
            "the probabilities are divided by the temperature; divide the logits, before exp.",
            of_result(lambda p, temperature: p / temperature),
            of_hot_result(lambda p, temperature: p / temperature),
        ),
        Mistake(
            "the probabilities are multiplied by the temperature; divide the logits by it, before exp.",
            of_result(lambda p, temperature: p * temperature),
            of_hot_result(lambda p, temperature: p * temperature),
        ),
        Mistake(
            "exp of so large a number is more than Python can keep; "
            "take the largest away from each, after the division or before it.",
            powers(lambda x, temperature, largest: x / temperature),
            powers(lambda x, temperature, largest: x / temperature - largest),
            raises="OverflowError",
        ),
        Mistake(
            "you took the largest divided logit from the logits; divide those as well.",
            powers(lambda x, temperature, largest: x - largest / temperature),
        ),
        Mistake(
            "exp of so low a number is 0, and so is the sum; take the largest logit away where it is negative, too.",
            powers(lambda x, temperature, largest: (x - max(largest, 0)) / temperature),
        ),
        Mistake(
            "these are powers of the probabilities, which do not add up to 1; divide each by their sum.",
            of_result(lambda p, temperature: p ** (1 / temperature)),
        ),
        Mistake(
            "the power of a probability is 1 / temperature, not the temperature.",
            of_result(lambda p, temperature: p**temperature),
        ),
        Mistake(
            "you divided by the square of the temperature; divide by it once.",
            of_logits(lambda x, temperature: x / temperature**2),
        ),
        Mistake(
            "you divided by the root of the temperature; divide by the temperature itself.",
            of_logits(lambda x, temperature: x / temperature**0.5),
        ),
        Mistake(
            "you divided by 1 plus the temperature; divide by the temperature itself.",
            of_logits(lambda x, temperature: x / (1 + temperature)),
        ),
        Mistake(
            "a small number is added to the temperature; it is above 0, and needs none.",
            *[
                of_logits(lambda x, temperature, small=small: x / (temperature + small))
                for small in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8)
            ],
        ),
        Mistake(
            "the temperature has a floor in your code; divide by it as it is, however small.",
            *[
                of_logits(lambda x, temperature, floor=floor: x / max(temperature, floor))
                for floor in (0.05, 0.1, 0.2, 0.5)
            ],
        ),
        Mistake(
            "the temperature has a ceiling in your code; divide by it as it is, however large.",
            *[
                of_logits(lambda x, temperature, most=most: x / min(temperature, most))
                for most in (1.5, 2, 5, 10, 100)
            ],
        ),
        Mistake(
            "the temperature counts below 1 alone; divide by it above 1 as well.",
            only(lambda temperature: temperature < 1),
        ),
        Mistake(
            "the temperature counts above 1 alone; divide by it below 1 as well.",
            only(lambda temperature: temperature > 1),
        ),
        Mistake(
            "the divided logits have lost their digits after the point; divide with /, and keep them.",
            of_logits(lambda x, temperature: x // temperature),
            of_logits(lambda x, temperature: int(x / temperature)),
            of_logits(lambda x, temperature: round(x / temperature)),
        ),
        Mistake(
            "the temperature has become a whole number; divide by it as it is.",
            of_logits(lambda x, temperature: x / (round(temperature) or 1)),
            of_logits(lambda x, temperature: x / (int(temperature) or 1)),
            of_logits(lambda x, temperature: x / max(1, int(temperature))),
        ),
        Mistake(
            "the temperature is added to the logits, or taken from them; divide them by it.",
            lambda logits, temperature: [
                exp(x - temperature) / sum(exp(y) for y in logits) for x in logits
            ],
        ),
        Mistake(
            "the temperature divides one logit alone; it divides each.",
            one_alone(max),
            one_alone(min),
            one_alone(lambda logits: logits[0]),
            one_alone(lambda logits: logits[-1]),
        ),
        Mistake(
            "these are the logits divided by the temperature; make their softmax.",
            lambda logits, temperature: [x / temperature for x in logits],
        ),
        Mistake(
            "every logit has the same probability; a larger one has more, at every temperature.",
            lambda logits, temperature: [1 / len(logits)] * len(logits),
        ),
        *[from_before(m) for m in BEFORE.mistakes if not m.message.startswith(OTHERS_HERE)],
    ],
)
