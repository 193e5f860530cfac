"""Exercise 4.4: the mean squared error."""

from math import sqrt

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from .parts import AFTER


def two_lists(rng):
    count = rng.randint(2, 5)
    return numbers(rng, count), numbers(rng, count)


def errors(predictions, targets):
    return [p - t for p, t in zip(predictions, targets)]


def mse(predictions, targets):
    return sum(e * e for e in errors(predictions, targets)) / len(targets)


MSE = Function(
    "ex-04-4",
    "mse(predictions, targets)",
    start="for each pair take prediction minus target, and square it; then take the mean of the squares.",
    right=mse,
    more=two_lists,
    cases=[
        Case("two errors that cancel, and do not help", ([8, 4, 6, 4], [10, 2, 6, 4]), 2),
        Case("everything right", ([3, 5], [3, 5]), 0),
        Case("one pair", ([7], [10]), 9),
        Case("one large error", ([4, 0, 0, 0], [0, 0, 0, 0]), 4),
        Case("many digits", ([0.37, -1.21, 2.05], [1.93, 0.58, -0.77]), 4.5300333333333333),
        Case("errors smaller than 1", ([0.5, 0.25], [0, 0.5]), 0.15625),
        Case("equal pairs count each", ([1, 1, 1], [2.5, 2.5, 1]), 1.5),
    ],
    mistakes=[
        Mistake(
            "you did not divide; the mean is the sum divided by how many there are.",
            lambda p, t: sum(e * e for e in errors(p, t)),
        ),
        Mistake(
            "you took absolute values; square the errors.",
            lambda p, t: sum(map(abs, errors(p, t))) / len(t),
        ),
        Mistake(
            "you added up absolute values; square the errors, and take the mean.",
            lambda p, t: sum(map(abs, errors(p, t))),
        ),
        Mistake(
            "you did not square, and errors of different sign cancel.",
            lambda p, t: sum(errors(p, t)) / len(t),
            lambda p, t: -sum(errors(p, t)) / len(t),
            lambda p, t: abs(sum(errors(p, t))) / len(t),
            lambda p, t: sum(errors(p, t)),
            lambda p, t: -sum(errors(p, t)),
        ),
        Mistake(
            "you took the root; leave the mean of the squares as it is.",
            lambda p, t: sqrt(mse(p, t)),
        ),
        Mistake(
            "that is the distance, the root of the sum; take the mean of the squares.",
            lambda p, t: sqrt(mse(p, t) * len(t)),
            lambda p, t: sqrt(mse(p, t) * len(t)) / len(t),
        ),
        Mistake(
            "you added up first and squared then; square each error before you add.",
            lambda p, t: sum(errors(p, t)) ** 2 / len(t),
            lambda p, t: sum(errors(p, t)) ** 2,
        ),
        Mistake(
            "you squared the mean of the errors; take the mean of the squares.",
            lambda p, t: (sum(errors(p, t)) / len(t)) ** 2,
        ),
        Mistake(
            "you squared the sum of the sizes of the errors; square each error before you add.",
            lambda p, t: (sum(map(abs, errors(p, t))) / len(t)) ** 2,
            lambda p, t: sum(map(abs, errors(p, t))) ** 2 / len(t),
        ),
        Mistake(
            "you squared the mean too; only the errors are squared.",
            lambda p, t: mse(p, t) ** 2,
        ),
        Mistake(
            "that is half of it; divide by how many pairs there are, and by nothing else.",
            lambda p, t: mse(p, t) / 2,
        ),
        Mistake(
            "you divided the sum by 2; divide it by how many pairs there are.",
            lambda p, t: mse(p, t) * len(t) / 2,
        ),
        Mistake(
            "you divided twice by how many there are; once is enough.",
            lambda p, t: mse(p, t) / len(t),
        ),
        Mistake(
            "you divided by one less than there are pairs.",
            lambda p, t: mse(p, t) * len(t) / (len(t) - 1),
            lambda p, t: mse(p, t) * len(t) / max(1, len(t) - 1),
        ),
        Mistake(
            "you divided by one more than there are pairs.",
            lambda p, t: mse(p, t) * len(t) / (len(t) + 1),
        ),
        Mistake(
            "you divided by the sum of the targets; divide by how many pairs there are.",
            lambda p, t: mse(p, t) * len(t) / sum(t),
        ),
        Mistake(
            "/ comes before +, so only the last square was divided; divide the whole sum.",
            lambda p, t: sum(e * e for e in errors(p[:-1], t[:-1])) + (p[-1] - t[-1]) ** 2 / len(t),
        ),
        Mistake(
            "these are the squares; take their mean.",
            lambda p, t: [e * e for e in errors(p, t)],
            lambda p, t: [e * e / len(t) for e in errors(p, t)],
        ),
        Mistake("these are the errors; square them, and take the mean.", errors),
        Mistake(
            "that is the first pair alone.",
            lambda p, t: (p[0] - t[0]) ** 2 / len(t),
            lambda p, t: (p[0] - t[0]) ** 2,
            because=AFTER,
        ),
        Mistake(
            "that is the last pair alone; add each square to the total, do not replace it.",
            lambda p, t: (p[-1] - t[-1]) ** 2 / len(t),
            lambda p, t: (p[-1] - t[-1]) ** 2,
        ),
        Mistake(
            "the first pair is missing.",
            lambda p, t: sum(e * e for e in errors(p[1:], t[1:])) / len(t),
            lambda p, t: mse(p[1:], t[1:]),
        ),
        Mistake(
            "the last pair is missing.",
            lambda p, t: sum(e * e for e in errors(p[:-1], t[:-1])) / len(t),
            lambda p, t: mse(p[:-1], t[:-1]),
        ),
        Mistake(
            "equal errors count once here; each pair counts.",
            lambda p, t: sum({e * e for e in errors(p, t)}) / len(t),
            lambda p, t: sum({e * e for e in errors(p, t)}) / len({e * e for e in errors(p, t)}),
            lambda p, t: sum((a - b) ** 2 for a, b in set(zip(p, t))) / len(t),
        ),
        Mistake(
            "a negative error is left out; its square counts too.",
            lambda p, t: sum(max(0, e) ** 2 for e in errors(p, t)) / len(t),
            lambda p, t: sum(min(0, e) ** 2 for e in errors(p, t)) / len(t),
        ),
        Mistake(
            "you divided by the pairs with an error; divide by all of them.",
            lambda p, t: sum(e * e for e in errors(p, t)) / sum(e != 0 for e in errors(p, t)),
            lambda p, t: mse(p, t) * len(t) / max(1, sum(e != 0 for e in errors(p, t))),
        ),
        Mistake(
            "you subtracted the squares of the two numbers; subtract first, then square.",
            lambda p, t: sum(a * a - b * b for a, b in zip(p, t)) / len(t),
            lambda p, t: sum(abs(a * a - b * b) for a, b in zip(p, t)) / len(t),
        ),
        Mistake(
            "the square belongs to the whole error; put brackets around the difference.",
            lambda p, t: sum(a - b**2 for a, b in zip(p, t)) / len(t),
        ),
        Mistake(
            "you added prediction and target; subtract.",
            lambda p, t: sum((a + b) ** 2 for a, b in zip(p, t)) / len(t),
        ),
        Mistake(
            "you multiplied prediction and target; subtract, then square.",
            lambda p, t: sum(a * b for a, b in zip(p, t)) / len(t),
            lambda p, t: sum((a * b) ** 2 for a, b in zip(p, t)) / len(t),
        ),
        Mistake(
            "every prediction meets every target here; pair first with first, and so on.",
            lambda p, t: sum((a - b) ** 2 for a in p for b in t) / len(t),
            lambda p, t: sum((a - b) ** 2 for a in p for b in t) / len(t) ** 2,
        ),
        Mistake(
            "that is the largest square alone; take the mean of all.",
            lambda p, t: max(e * e for e in errors(p, t)),
        ),
        Mistake(
            "that is the middle one of the squares; take their mean.",
            lambda p, t: sorted(e * e for e in errors(p, t))[len(t) // 2],
        ),
        Mistake(
            "you multiplied by 2; a square is the number times itself.",
            lambda p, t: sum(2 * e for e in errors(p, t)) / len(t),
        ),
        Mistake(
            "you took the third power; a square is the number times itself.",
            lambda p, t: sum(e**3 for e in errors(p, t)) / len(t),
        ),
        Mistake(
            "that is how many predictions are wrong; take the mean of the squared errors.",
            lambda p, t: sum(e != 0 for e in errors(p, t)),
            lambda p, t: sum(e != 0 for e in errors(p, t)) / len(t),
        ),
        Mistake(
            "in Python, ^ is no power; write ** 2.",
            lambda p, t: sum((a - b) ^ 2 for a, b in zip(p, t)) / len(t),
            raises=r"unsupported operand type\(s\) for \^",
        ),
    ],
)
