"""ex-02-4: gradient(f, w1, w2, h)"""

import functools
import math
from fractions import Fraction

import numpy

from .parts import slope, slope_half_nudges


def gradient(f, w1, w2, h):
    here = f(w1, w2)
    return [(f(w1 + h, w2) - here) / h, (f(w1, w2 + h) - here) / h]


def gradient_with_slope(f, w1, w2, h):
    return [slope(lambda w: f(w, w2), w1, h), slope(lambda w: f(w1, w), w2, h)]


def gradient_central(f, w1, w2, h):
    first = f(w1 + h, w2) - f(w1 - h, w2)
    second = f(w1, w2 + h) - f(w1, w2 - h)
    return first / (2 * h), second / (2 * h)


def gradient_loop(f, w1, w2, h):
    slopes = []
    for i in range(2):
        nudged = [w1, w2]
        nudged[i] += h
        slopes.append((f(*nudged) - f(w1, w2)) / h)
    return slopes


def gradient_numpy(f, w1, w2, h):
    nudges = numpy.eye(2) * h
    return (numpy.array([f(w1 + a, w2 + b) for a, b in nudges]) - f(w1, w2)) / h


def gradient_put_back(f, w1, w2, h):
    here = f(w1, w2)
    w1 = w1 + h
    first = (f(w1, w2) - here) / h
    w1 = w1 - h
    w2 = w2 + h
    return [first, (f(w1, w2) - here) / h]


def gradient_partial(f, w1, w2, h):
    along_w2 = functools.partial(f, w1)
    return [slope(lambda w: f(w, w2), w1, h), slope(along_w2, w2, h)]


def gradient_dictionary(f, w1, w2, h):
    moved = {"w1": f(w1 + h, w2), "w2": f(w1, w2 + h)}
    return [(height - f(w1, w2)) / h for height in moved.values()]


class Gradient:
    def __call__(self, f, w1, w2, h):
        return gradient(f, w1, w2, h)


def both(f, w1, w2, h):
    return (f(w1 + h, w2 + h) - f(w1, w2)) / h


def not_put_back(f, w1, w2, h):
    here = f(w1, w2)
    w1 += h
    first = (f(w1, w2) - here) / h
    w2 += h
    return [first, (f(w1, w2) - here) / h]


def measured_elsewhere(f, w1, w2, h):
    slopes = []
    for place in range(2):
        here = f(w1, w2)
        w1, w2 = (w1 + h, w2) if place == 0 else (w1, w2 + h)
        slopes.append((f(w1, w2) - here) / h)
    return slopes


def returns_in_the_loop(f, w1, w2, h):
    slopes = []
    for a, b in [(h, 0), (0, h)]:
        slopes.append((f(w1 + a, w2 + b) - f(w1, w2)) / h)
        return slopes


RIGHT = [
    gradient,
    gradient_with_slope,
    gradient_central,
    gradient_loop,
    gradient_numpy,
    gradient_put_back,
    gradient_partial,
    gradient_dictionary,
    Gradient(),
    lambda f, w1, w2, h: tuple(gradient(f, float(w1), float(w2), h)),
    lambda f, a, b, h: [(f(a + h, b) - f(a, b)) / h, (f(a, b + h) - f(a, b)) / h],
    lambda f, a, b, h: [(f(*p) - f(a, b)) / h for p in [(a + h, b), (a, b + h)]],
    lambda f, a, b, h: list(map(lambda d: (f(a + d[0], b + d[1]) - f(a, b)) / h, [(h, 0), (0, h)])),
    lambda f, a, b, h: [
        slope_half_nudges(lambda w: f(w, b), a, h),
        slope_half_nudges(lambda w: f(a, w), b, h),
    ],
    lambda f, a, b, h: [Fraction(d) for d in gradient(f, a, b, h)],
    lambda f, a, b, h: [f(a + h, b) / h - f(a, b) / h, f(a, b + h) / h - f(a, b) / h],
    lambda f, a, b, h: gradient(f, a, b, h)[:],
]


WRONG = [
    (lambda f, w1, w2, h: gradient(f, w1, w2, h)[::-1], "swapped"),
    (lambda f, w1, w2, h: gradient(f, w1, w2, h)[0], "the slope for w1 alone"),
    (lambda f, w1, w2, h: gradient(f, w1, w2, h)[1], "the slope for w2 alone"),
    (lambda f, w1, w2, h: gradient(f, w1, w2, h)[:1], "for w2 is missing from the list"),
    (returns_in_the_loop, "for w2 is missing from the list"),
    (lambda f, w1, w2, h: gradient(f, w1, w2, h)[1:], "for w1 is missing from the list"),
    (both, "you nudged both at once"),
    (lambda f, w1, w2, h: [both(f, w1, w2, h)] * 2, "both are nudged in both"),
    (not_put_back, "put w1 back"),
    (lambda f, w1, w2, h: [both(f, w1, w2, h), gradient(f, w1, w2, h)[1]], "w2 is nudged in"),
    (measured_elsewhere, "from a place where w1 is already nudged"),
    (lambda f, w1, w2, h: [gradient(f, w1, w2, h)[0]] * 2, "both numbers are the slope for w1"),
    (lambda f, w1, w2, h: [gradient(f, w1, w2, h)[1]] * 2, "both numbers are the slope for w2"),
    (lambda f, w1, w2, h: [h * d for d in gradient(f, w1, w2, h)], "divide each by h"),
    (
        lambda f, w1, w2, h: [f(w1 + h, w2) - f(w1, w2), (f(w1, w2 + h) - f(w1, w2)) / h],
        "only one of the changes",
    ),
    (lambda f, w1, w2, h: [h * h * d for d in gradient(f, w1, w2, h)], "you multiplied by h"),
    (
        lambda f, w1, w2, h: [f(w1 + h, w2) - f(w1, w2) / h, f(w1, w2 + h) - f(w1, w2) / h],
        "comes before the minus",
    ),
    (lambda f, w1, w2, h: [-d for d in gradient(f, w1, w2, h)], "points downhill"),
    (lambda f, w1, w2, h: [abs(d) for d in gradient(f, w1, w2, h)], "the sign is lost"),
    (lambda f, w1, w2, h: sum(gradient(f, w1, w2, h)), "you added the two slopes"),
    (lambda f, w1, w2, h: math.hypot(*gradient(f, w1, w2, h)), "that is its length"),
    (lambda f, w1, w2, h: math.prod(gradient(f, w1, w2, h)), "the product of the two slopes"),
    (
        lambda f, w1, w2, h: [d * h / w for d, w in zip(gradient(f, w1, w2, h), (w1, w2))],
        "by the parameter",
    ),
    (lambda f, w1, w2, h: [2 * d for d in gradient_central(f, w1, w2, h)], "divide by 2 * h"),
    (lambda f, w1, w2, h: [d / 2 for d in gradient(f, w1, w2, h)], "not by 2 * h"),
    (lambda f, w1, w2, h: gradient(f, w1, w2, -h), "you nudged down"),
    (lambda f, w1, w2, h: [f(w1 + h, w2), f(w1, w2 + h)], "the heights after the nudges"),
    (lambda f, w1, w2, h: [f(w1 + h, w2) / h, f(w1, w2 + h) / h], "divided the heights by h"),
    (lambda f, w1, w2, h: gradient(lambda a, b: f(b, a), w1, w2, h), "change places inside f"),
    (lambda f, w1, w2, h: [2 * w1, 4 * w2], "the rules for the bowl"),
    (lambda f, w1, w2, h: gradient(f, w1, w2, 1e-3), "a nudge of your own"),
    (lambda f, w1, w2, h: gradient_central(f, w1, w2, 1e-4), "a nudge of your own"),
    (lambda f, w1, w2, h: gradient(f, w1, w2, h) + [0], "it has 3 items; it should have 2"),
    (lambda f, w1, w2, h: [slope(f, w1, h), slope(f, w2, h)], "missing 1 required positional"),
    (lambda f, w1, w2, h: gradient(f, w1 + h, w2 + h, h), None),
    (lambda f, w1, w2, h: gradient(f, w2, w1, h), None),
    (lambda f, w1, w2, h: [round(d) for d in gradient(f, w1, w2, h)], "a whole number"),
    (lambda f, w1, w2, h: [round(d, 1) for d in gradient(f, w1, w2, h)], "rounded to 1 digits"),
    (lambda f, w1, w2, h: [int(d) for d in gradient(f, w1, w2, h)], "digits after the point"),
    (lambda f, w1, w2, h: [(d,) for d in gradient(f, w1, w2, h)], "a list of its own"),
    (lambda f, w1, w2, h: [gradient(f, w1, w2, h)], "one list too many"),
    (lambda f, w1, w2, h: {"w1": 4.5, "w2": 5}, "the answer is a list"),
    (lambda f, w1, w2, h: set(gradient(f, w1, w2, h)), "a set, which has no order"),
    (lambda f, w1, w2, h: str(gradient(f, w1, w2, h)), "the answer is a list"),
    (lambda f, w1, w2, h: (d for d in gradient(f, w1, w2, h)), "collect them with list"),
    (lambda f, w1, w2, h: sorted(gradient(f, w1, w2, h)), "the items are sorted"),
    (lambda f, w1, w2, h: [w1, w2], None),
    (lambda f, w1, w2, h: [w1 - h * 4.5, w2 - h * 5], None),
    (lambda f, w1, w2, h: [w1 + h, w2 + h], "where a step along the gradient leads"),
    (lambda f, w1, w2, h: print(gradient(f, w1, w2, h)), "print shows a value"),
    (lambda f, w1, w2, h: f(w1, w2), None),
    (lambda f, w, h: gradient(f, *w, h), "does not start"),
    (gradient_loop.__name__, "this is the text 'gradient_loop', not a function"),
]
