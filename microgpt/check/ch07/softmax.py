"""Exercise 7.1: softmax."""

from math import exp, hypot, inf, log, nan
from statistics import median

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from ..source import replaces_in_loop, starts_list_in_loop
from .parts import AFTER, softmax


def shares(weigh, whole=sum):
    """weigh(logits) makes a number of each logit; each of these is divided by `whole` of them."""

    def probabilities(logits):
        made = weigh(logits)
        divisor = whole(made)
        return [number / divisor for number in made]

    return probabilities


def each(make):
    """make(logit, the largest logit) for each logit."""
    return lambda logits: [make(logit, max(logits)) for logit in logits]


powers = each(lambda x, largest: exp(x))
shifted = each(lambda x, largest: exp(x - largest))
BOTH = [powers, shifted]  # those who take the largest away, and those who do not


def less(away):
    """Each logit, after away(logits) was taken from it."""
    return lambda logits: [x - away(logits) for x in logits]


def shifted_by(away):
    return lambda logits: powers(less(away)(logits))


def average(logits):
    return sum(logits) / len(logits)


def largest_size(logits):
    return max(logits, key=abs)


def of_result(change):
    return lambda logits: change(softmax(logits))


def with_infinity(weigh):
    """As arrays do it: what is too large is infinite, and inf / inf and 0 / 0 are no number."""

    def probabilities(logits):
        made = [infinite_exp(x) for x in weigh(logits)]
        divisor = sum(made)
        return [nan if divisor == 0 or e == divisor == inf else e / divisor for e in made]

    return probabilities


def infinite_exp(x):
    try:
        return exp(x)
    except OverflowError:
        return inf


def sigmoid(x):
    return 1 / (1 + exp(-x)) if x > 0 else exp(x) / (1 + exp(x))


def running(weigh):
    """Each is divided by the sum as far as it has come."""

    def probabilities(logits):
        made = weigh(logits)
        return [number / sum(made[: n + 1]) for n, number in enumerate(made)]

    return probabilities


def first_only_shifted(logits):
    return [exp(logits[0] - max(logits)), *powers(logits[1:])]


def largest_only_shifted(logits):
    return [exp(x - max(logits)) if x == max(logits) else exp(x) for x in logits]


def cut_at(border):
    return lambda logits: [exp(min(x, border)) for x in logits]


SOFTMAX = Function(
    "ex-07-1",
    "softmax(logits)",
    start="take the largest logit away from each, and make exp of what is left.",
    right=softmax,
    more=lambda rng: (numbers(rng, rng.randint(2, 6)),),
    cases=[
        Case(
            "three logits",
            ([2, 1, 0],),
            [1 / (1 + exp(-1) + exp(-2)), 1 / (exp(1) + 1 + exp(-1)), 1 / (exp(2) + exp(1) + 1)],
        ),
        Case("equal logits", ([0, 0],), [0.5, 0.5]),
        Case("one logit", ([-3],), [1]),
        Case(
            "many digits, and a negative logit",
            ([-1.5, 0.25, 2.5, 0.25],),
            [
                1 / (1 + 2 * exp(1.75) + exp(4)),
                1 / (exp(-1.75) + 2 + exp(2.25)),
                1 / (exp(-4) + 2 * exp(-2.25) + 1),
                1 / (exp(-1.75) + 2 + exp(2.25)),
            ],
        ),
        Case("large logits", ([1000, 1001],), [1 / (1 + exp(1)), 1 / (exp(-1) + 1)]),
        Case("very low logits", ([-1000, -1002],), [1 / (1 + exp(-2)), 1 / (exp(2) + 1)]),
        Case("a logit far above the others", ([0, -1000, 1000, -1000],), [0, 0, 1, 0]),
    ],
    mistakes=[
        Mistake(
            "exp of so large a number is more than Python can keep; "
            "take the largest logit away from each first, which changes no probability.",
            shares(powers),
            with_infinity(lambda logits: logits),
            shares(each(lambda x, largest: infinite_exp(x))),
            raises="OverflowError",
        ),
        Mistake(
            "what you took away is not the largest logit, so that exp still meets numbers as large as 1000.",
            *[
                probabilities
                for away in (min, average, median, largest_size, lambda x: x[0], lambda x: x[-1])
                for probabilities in (shares(shifted_by(away)), with_infinity(less(away)))
            ],
        ),
        Mistake(
            "large logits are cut at a border, so that they become equal; "
            "take the largest away from each.",
            *[shares(cut_at(border)) for border in (20, 50, 88, 100, 200, 500, 700, 709)],
        ),
        Mistake(
            "exp of so low a number is 0, and so is the sum; take the largest logit away where it is negative, too.",
            shares(each(lambda x, largest: exp(x - max(largest, 0)))),
        ),
        Mistake(
            "they do not add up to 1: each is still to be divided by the sum of all.",
            *BOTH,
            shares(powers, max),
        ),
        Mistake(
            "you divided by the sum of the logits; divide by the sum of what exp makes of them.",
            *[
                lambda logits, weigh=weigh: [e / sum(logits) for e in weigh(logits)]
                for weigh in BOTH
            ],
            lambda logits: [exp(x) / sum(logits) for x in logits],
        ),
        Mistake(
            "you divided by how many there are; divide by the sum of what exp makes of them.",
            *[shares(weigh, len) for weigh in BOTH],
        ),
        Mistake(
            "you divided by the largest of the logits; divide by the sum of what exp makes of them.",
            *[
                lambda logits, weigh=weigh: [e / max(logits) for e in weigh(logits)]
                for weigh in BOTH
            ],
        ),
        Mistake(
            "you divided by exp of the sum of the logits; divide by the sum of what exp makes of each.",
            lambda logits: [exp(x) / exp(sum(logits)) for x in logits],
            lambda logits: [exp(x - sum(logits)) for x in logits],
            lambda logits: [
                exp(x - max(logits)) / exp(sum(y - max(logits) for y in logits)) for x in logits
            ],
        ),
        Mistake(
            "you divided by the sum of the others; the logit's own exp belongs to the sum too.",
            *[
                lambda logits, weigh=weigh: [e / (sum(weigh(logits)) - e) for e in weigh(logits)]
                for weigh in BOTH
            ],
        ),
        Mistake(
            "the sum starts at 1, or has one 1 too many; start it at 0.",
            *[shares(weigh, lambda exps: 1 + sum(exps)) for weigh in BOTH],
        ),
        Mistake(
            "the first is missing in the sum; add up all of them.",
            *[shares(weigh, lambda exps: sum(exps[1:])) for weigh in BOTH],
        ),
        Mistake(
            "the last is missing in the sum; add up all of them.",
            *[shares(weigh, lambda exps: sum(exps[:-1])) for weigh in BOTH],
        ),
        Mistake(
            "a small number is added to the sum; the sum is at least 1, so it needs none.",
            *[
                shares(shifted, lambda exps, small=small: sum(exps) + small)
                for small in (1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8)
            ],
        ),
        Mistake(
            "you divided before the sum was complete; add up all of them first.",
            *map(running, BOTH),
        ),
        Mistake(
            "you divided by the largest, or by the last, in place of the sum; add up all of them.",
            *[shares(weigh, lambda exps: exps[-1]) for weigh in BOTH],
            because={replaces_in_loop: "add to the total with +=."},
        ),
        Mistake(
            "you divided by the root of the sum of the squares; divide by the sum.",
            *[shares(weigh, lambda exps: hypot(*exps)) for weigh in BOTH],
        ),
        Mistake(
            "equal logits count once in the sum; each counts.",
            *[
                lambda logits, weigh=weigh: [
                    e / sum(weigh(list(set(logits)))) for e in weigh(logits)
                ]
                for weigh in BOTH
            ],
        ),
        Mistake(
            "you took the largest away above the division line alone; take it away in the sum as well.",
            lambda logits: [e / sum(powers(logits)) for e in shifted(logits)],
        ),
        Mistake(
            "you took the largest away in the sum alone; take it away above the division line as well.",
            lambda logits: [e / sum(shifted(logits)) for e in powers(logits)],
        ),
        Mistake(
            "you took the largest away from one logit alone; take it away from each.",
            shares(first_only_shifted),
            shares(largest_only_shifted),
        ),
        Mistake(
            "you took the largest away after exp; take it away before.",
            shares(lambda logits: [e - max(powers(logits)) for e in powers(logits)]),
            of_result(lambda shared: [p - max(shared) for p in shared]),
            lambda logits: [p - max(shares(powers)(logits)) for p in shares(powers)(logits)],
            shares(each(lambda x, largest: exp(x) - largest)),
        ),
        Mistake(
            "you divided by the largest logit before exp; take it away.",
            shares(each(lambda x, largest: exp(x / largest))),
            shares(each(lambda x, largest: exp(x / (largest or 1)))),
        ),
        Mistake(
            "all of it stands on the largest logit; softmax gives the others their share too.",
            each(lambda x, largest: int(x == largest)),
            lambda logits: [int(n == logits.index(max(logits))) for n in range(len(logits))],
            shares(each(lambda x, largest: int(x == largest))),
        ),
        Mistake(
            "that is the place of the largest logit; return the probabilities of all.",
            lambda logits: logits.index(max(logits)),
        ),
        Mistake(
            "these are shares of the logits themselves; make exp of each first.",
            shares(lambda logits: logits),
            shares(lambda logits: [float(x) for x in logits]),
            shares(lambda logits: logits, lambda logits: sum(logits) or 1),
            shares(lambda logits: [abs(x) for x in logits]),
            shares(lambda logits: logits, lambda logits: sum(map(abs, logits))),
            lambda logits: [x / sum(logits) if sum(logits) else 1 / len(logits) for x in logits],
        ),
        Mistake(
            "these are shares of how far each logit lies above the smallest; make exp of each first.",
            shares(less(min)),
            shares(lambda logits: [float(x - min(logits)) for x in logits]),
            shares(less(min), lambda made: sum(made) or 1),
        ),
        Mistake(
            "these are shares of how far each logit lies below the largest; make exp of that first.",
            shares(less(max)),
            shares(lambda logits: [float(x - max(logits)) for x in logits]),
            shares(less(max), lambda made: sum(made) or 1),
        ),
        Mistake(
            "negative logits have become 0; a negative logit has a place of its own, below 0.",
            *[
                lambda logits, norm=norm: norm([max(x, 0) for x in logits])
                for norm in (
                    softmax,
                    shares(powers),
                    shares(lambda logits: logits),
                    shares(lambda logits: logits, lambda made: sum(made) or 1),
                )
            ],
        ),
        Mistake(
            "a negative logit counts as a positive one; keep its sign.",
            lambda logits: softmax([abs(x) for x in logits]),
            lambda logits: shares(powers)([abs(x) for x in logits]),
        ),
        *[
            Mistake(
                f"you took powers of {words}; softmax takes powers of e, which exp gives.",
                *[
                    shares(each(power))
                    for base in bases
                    for power in (
                        lambda x, largest, base=base: base**x,
                        lambda x, largest, base=base: base ** (x - largest),
                        lambda x, largest, base=base: float(base) ** x,
                    )
                ],
            )
            for words, bases in [
                ("2", [2]),
                ("10", [10]),
                ("3", [3]),
                ("2.7, or the like", [2.7, 2.71, 2.72, 2.718, 2.7183, 2.71828]),
            ]
        ],
        Mistake(
            "these are shares of the squares; make exp of each logit.",
            shares(lambda logits: [x * x for x in logits]),
            shares(lambda logits: [x * x for x in logits], lambda made: sum(made) or 1),
            shares(each(lambda x, largest: (x - largest) ** 2)),
            shares(each(lambda x, largest: (x - largest) ** 2), lambda made: sum(made) or 1),
        ),
        Mistake(
            "you took the logarithm; exp is asked for, its reverse.",
            shares(each(lambda x, largest: log(x))),
            shares(each(lambda x, largest: log(x - largest + 1))),
        ),
        Mistake(
            "these are the logarithms of the probabilities; return the probabilities.",
            lambda logits: [x - max(logits) - log(sum(shifted(logits))) for x in logits],
            lambda logits: [x - log(sum(powers(logits))) for x in logits],
            of_result(lambda shared: [log(p) for p in shared]),
            of_result(lambda shared: [log(p) if p else -inf for p in shared]),
        ),
        Mistake(
            "these are the negative logarithms of the probabilities; return the probabilities.",
            lambda logits: [log(sum(shifted(logits))) + max(logits) - x for x in logits],
            lambda logits: [log(sum(powers(logits))) - x for x in logits],
            of_result(lambda shared: [-log(p) for p in shared]),
        ),
        Mistake(
            "the largest logit has the smallest probability; turn the sign round: exp(logit - largest).",
            shares(each(lambda x, largest: exp(-x))),
            shares(each(lambda x, largest: exp(largest - x))),
            shares(each(lambda x, largest: exp(-x - largest))),
            shares(each(lambda x, largest: 1 / exp(x))),
            lambda logits: softmax([-x for x in logits]),
        ),
        Mistake(
            "each logit has become a probability on its own, as sigmoid does it; divide by the sum of all.",
            lambda logits: [sigmoid(x) for x in logits],
            each(lambda x, largest: 1 / (1 + exp(-x))),
            each(lambda x, largest: exp(x) / (1 + exp(x))),
            each(lambda x, largest: sigmoid(x - largest)),
        ),
        Mistake(
            "you used sigmoid in place of exp; make exp of each logit, and divide by the sum.",
            shares(lambda logits: [sigmoid(x) for x in logits]),
            shares(each(lambda x, largest: 1 / (1 + exp(-x)))),
            shares(each(lambda x, largest: sigmoid(x - largest))),
        ),
        Mistake(
            "that is softmax done twice; once is enough.",
            of_result(softmax),
            of_result(shares(powers)),
        ),
        Mistake(
            "the logits are divided by something before exp; exp meets the difference as it is.",
            *[
                lambda logits, by=by: softmax([x / by(logits) for x in logits])
                for by in (
                    lambda logits: 2,
                    lambda logits: 10,
                    lambda logits: 100,
                    lambda logits: 1000,
                    len,
                    lambda logits: len(logits) ** 0.5,
                )
            ],
        ),
        Mistake(
            "the logits are multiplied before exp; exp meets the difference as it is.",
            *[lambda logits, by=by: softmax([by * x for x in logits]) for by in (2, 10, 100)],
        ),
        Mistake(
            "the logits have lost their digits after the point before exp.",
            *[
                lambda logits, cut=cut: softmax([cut(x) for x in logits])
                for cut in (int, round, lambda x: x // 1)
            ],
        ),
        Mistake(
            "that is the sum of what exp makes; divide each by it.",
            *[lambda logits, weigh=weigh: sum(weigh(logits)) for weigh in BOTH],
        ),
        Mistake(
            "these are the logits less the largest; make exp of each, and divide by the sum.",
            each(lambda x, largest: x - largest),
        ),
        Mistake(
            "that is 1 less the probability; return the probability.",
            of_result(lambda shared: [1 - p for p in shared]),
        ),
        Mistake(
            "each probability has those before it added to it; give each its own.",
            of_result(lambda shared: [sum(shared[: n + 1]) for n in range(len(shared))]),
        ),
        Mistake(
            "the probabilities are sorted, the largest first; keep the order of the logits.",
            of_result(lambda shared: sorted(shared, reverse=True)),
        ),
        Mistake(
            "every logit has the same probability; a larger one has more.",
            lambda logits: [1 / len(logits)] * len(logits),
        ),
        Mistake(
            "that is the largest logit; return the probabilities of all.",
            max,
        ),
        Mistake(
            "the list holds the first probability alone; put all of them in.",
            of_result(lambda shared: shared[:1]),
            because=AFTER,
        ),
        Mistake(
            "that is the first probability alone; return all of them, in a list.",
            of_result(lambda shared: shared[0]),
            because=AFTER,
        ),
        Mistake(
            "the list holds the last probability alone; put all of them in.",
            of_result(lambda shared: shared[-1:]),
            because={starts_list_in_loop: "start the list once, before the loop."},
        ),
        Mistake(
            "each probability comes with its logit or its place; return the probabilities alone.",
            lambda logits: list(zip(logits, softmax(logits))),
            lambda logits: dict(zip(logits, softmax(logits))),
            of_result(lambda shared: list(enumerate(shared))),
            of_result(lambda shared: dict(enumerate(shared))),
        ),
        Mistake(
            "a probability of 0 is left out; it stays in its place.",
            of_result(lambda shared: [p for p in shared if p]),
        ),
        Mistake(
            "the number of logits differs from call to call; walk through the list.",
            raises="values to unpack",
        ),
        Mistake(
            "exp takes one number; make exp of each logit, one at a time.",
            raises="must be real number, not list",
        ),
    ],
)
