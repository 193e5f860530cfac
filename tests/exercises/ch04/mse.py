"""ex-04-4: mse(predictions, targets)"""

import functools
import math
import operator
import statistics
from fractions import Fraction

import numpy

from .parts import then


def mse(predictions, targets):
    total = 0
    for prediction, target in zip(predictions, targets):
        total += (prediction - target) ** 2
    return total / len(targets)


def mse_numpy(predictions, targets):
    return ((numpy.array(predictions) - numpy.array(targets)) ** 2).mean()


def mse_32_bits(predictions, targets):
    p = numpy.array(predictions, dtype=numpy.float32)
    return numpy.mean((p - numpy.array(targets, dtype=numpy.float32)) ** 2)


def mse_recursive(p, t):
    def total(p, t):
        return (p[0] - t[0]) ** 2 + total(p[1:], t[1:]) if p else 0

    return total(p, t) / len(p)


def mse_running(p, t):
    mean = 0
    for n, (a, b) in enumerate(zip(p, t), 1):
        mean += ((a - b) ** 2 - mean) / n
    return mean


def mse_while(p, t):
    i, squares = 0, []
    while i < len(p):
        squares.append((t[i] - p[i]) * (t[i] - p[i]))
        i += 1
    return sum(squares) / i


class Mse:
    def __call__(self, p, t):
        return mse(p, t)


def errors(predictions, targets):
    return [p - t for p, t in zip(predictions, targets)]


def mse_returns_early(p, t):
    total = 0
    for a, b in zip(p, t):
        total += (a - b) ** 2
        return total / len(p)


def mse_replaces(p, t):
    for a, b in zip(p, t):
        total = (a - b) ** 2
    return total / len(p)


def mse_divides_in_the_loop(p, t):
    total = 0
    for a, b in zip(p, t):
        total = (total + (a - b) ** 2) / len(p)
    return total


def mse_counts_from_one(p, t):
    n, total = 1, 0
    for a, b in zip(p, t):
        total += (a - b) ** 2
        n += 1
    return total / n


def mse_changes_its_input(p, t):
    for i in range(len(p)):
        p[i] = (p[i] - t[i]) ** 2
    return sum(p) / len(p)


def mse_keeps(p, t, total=[0]):
    for a, b in zip(p, t):
        total[0] += (a - b) ** 2
    return total[0] / len(p)


RIGHT = [
    mse,
    mse_numpy,
    mse_32_bits,
    mse_recursive,
    mse_running,
    mse_while,
    Mse(),
    functools.partial(mse),
    lambda p, t: sum((b - a) ** 2 for a, b in zip(p, t)) / len(p),
    lambda p, t: sum(e * e for e in errors(p, t)) / len(t),
    lambda p, t: sum(abs(e) ** 2 / len(t) for e in errors(p, t)),
    lambda p, t: sum(Fraction(e) ** 2 for e in errors(p, t)) / len(t),
    lambda p, t: statistics.mean((a - b) ** 2 for a, b in zip(p, t)),
    lambda p, t: statistics.fmean([pow(a - b, 2) for a, b in zip(p, t)]),
    lambda p, t: math.dist(p, t) ** 2 / len(p),
    lambda p, t: sum(a * a - 2 * a * b + b * b for a, b in zip(p, t)) / len(p),
    lambda p, t: functools.reduce(lambda s, e: s + e * e, map(operator.sub, p, t), 0) / len(p),
    lambda p, t: numpy.var(errors(p, t)) + numpy.mean(errors(p, t)) ** 2,
]


WRONG = [
    (lambda p, t: sum(e * e for e in errors(p, t)), "you did not divide"),
    (lambda p, t: sum(map(abs, errors(p, t))) / len(t), "you took absolute values"),
    (lambda p, t: sum(map(abs, errors(p, t))), "you added up absolute values"),
    (lambda p, t: sum(errors(p, t)) / len(t), "you did not square"),
    (lambda p, t: sum(errors(p, t)), "you did not square"),
    (lambda p, t: math.sqrt(mse(p, t)), "you took the root"),
    (lambda p, t: math.dist(p, t), "that is the distance"),
    (lambda p, t: sum(errors(p, t)) ** 2 / len(t), "you added up first"),
    (lambda p, t: (sum(errors(p, t)) / len(t)) ** 2, "you squared the mean"),
    (lambda p, t: (sum(map(abs, errors(p, t))) / len(t)) ** 2, "the sizes of the errors"),
    (lambda p, t: mse(p, t) ** 2, "you squared the mean too"),
    (lambda p, t: mse(p, t) / 2, "half of it"),
    (lambda p, t: sum(e * e for e in errors(p, t)) / (len(p) + len(t)), "half of it"),
    (lambda p, t: sum(e * e for e in errors(p, t)) / 2, "you divided the sum by 2"),
    (lambda p, t: mse(p, t) / len(p), "divided twice"),
    (lambda p, t: sum(e * e for e in errors(p, t)) / max(1, len(p) - 1), "one less"),
    (mse_counts_from_one, "one more"),
    (lambda p, t: [e * e for e in errors(p, t)], "these are the squares"),
    (lambda p, t: (e * e for e in errors(p, t)), "these are the squares"),
    (lambda p, t: errors(p, t), "these are the errors"),
    (lambda p, t: next((a - b) ** 2 / len(t) for a, b in zip(p, t)), "the first pair alone."),
    (mse_returns_early, "return after the loop"),
    (mse_replaces, "the last pair alone"),
    (
        lambda p, t: sum(e * e for e in errors(p[1:], t[1:])) / len(p),
        "the first pair is missing",
    ),
    (
        lambda p, t: sum((p[i] - t[i]) ** 2 for i in range(len(p) - 1)) / len(p),
        "the last pair is",
    ),
    (lambda p, t: sum({e * e for e in errors(p, t)}) / len(t), "equal errors count once"),
    (lambda p, t: sum(e * e for e in errors(p, t) if e > 0) / len(t), "a negative error"),
    (
        lambda p, t: sum(e * e for e in errors(p, t)) / max(1, sum(e != 0 for e in errors(p, t))),
        "the pairs with an error",
    ),
    (
        lambda p, t: sum(a * a - b * b for a, b in zip(p, t)) / len(t),
        "squares of the two numbers",
    ),
    (lambda p, t: sum(a - b**2 for a, b in zip(p, t)) / len(t), "brackets around"),
    (
        lambda p, t: sum((a + b) ** 2 for a, b in zip(p, t)) / len(t),
        "you added prediction and target",
    ),
    (lambda p, t: sum(a * b for a, b in zip(p, t)) / len(t), "multiplied prediction"),
    (lambda p, t: sum((a - b) ** 2 for a in p for b in t) / len(p), "every prediction meets"),
    (lambda p, t: max(e * e for e in errors(p, t)), "the largest square alone"),
    (lambda p, t: statistics.median(e * e for e in errors(p, t)), None),
    (lambda p, t: sum(2 * e for e in errors(p, t)) / len(t), "multiplied by 2"),
    (lambda p, t: sum(e**3 for e in errors(p, t)) / len(t), "third power"),
    (lambda p, t: sum(a != b for a, b in zip(p, t)) / len(t), "how many predictions"),
    (lambda p, t: sum(((a - b) / b) ** 2 for a, b in zip(p, t) if b) / len(t), None),
    (lambda p, t: numpy.var(errors(p, t)), None),
    (lambda p, t: mse_divides_in_the_loop(p, t), None),
    (
        lambda p, t: sum(e * e for e in errors(p, t)) // len(t),
        "digits after the point are lost",
    ),
    (then(mse, int), "digits after the point are lost"),
    (then(mse, round), "rounded to a whole number"),
    (then(mse, lambda m: round(m, 1)), "rounded to 1 digits"),
    (then(mse, lambda m: round(m, 3)), "rounded to 3 digits"),
    (then(mse, lambda m: -m), "the sign is turned round"),
    (then(mse, lambda m: 100 * m), "100 times"),
    (then(mse, lambda m: m + 1), "1 too large"),
    (then(mse, lambda m: [m]), "without a list around it"),
    (then(mse, str), "without quotes"),
    (then(mse, lambda m: m == 0), "the answer is a number"),
    (then(mse, print), "prints, and nothing comes back"),
    (lambda p, t: sum((a - b) ^ 2 for a, b in zip(p, t)) / len(t), "^ is no power"),
    (lambda p, t: (p - t) ** 2, "does not compute with a whole list"),
    (lambda p, t: sum(errors(p, t)) ** 2 / len(t) ** 2, "you squared the mean"),
    (lambda p, t: mse(p, t) / len(predictions), "name 'predictions' is not defined"),
    (lambda p, t: 2, "it gives 2 whatever comes in"),
    (lambda p, t: 0, "it gives 0 whatever comes in"),
    (lambda p, t: p, "that is predictions, as it came in"),
    (mse_changes_its_input, "changed its input predictions"),
    (mse_keeps, "kept between calls"),
    (lambda p: 0, "does not start"),
]
