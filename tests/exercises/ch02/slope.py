"""ex-02-1: slope(f, x, h)"""

import functools
import math
import operator
from fractions import Fraction

import numpy

from .parts import slope, slope_central, slope_half_nudges


def slope_in_steps(f, x, h):
    before = f(x)
    after = f(x + h)
    change = after - before
    return change / h


def slope_numpy(f, x, h):
    return numpy.diff([f(x), f(x + h)])[0] / h


def slope_of_an_array(f, x, h):
    ends = f(numpy.array([x, x + h], dtype=float))
    return numpy.diff(ends)[0] / h


def slope_loop(f, x, h):
    heights = []
    for place in [x, x + h]:
        heights.append(f(place))
    return (heights[1] - heights[0]) / h


def slope_dictionary(f, x, h):
    height = {place: f(place) for place in (x, x + h)}
    run = (x + h) - x
    return (height[x + h] - height[x]) / run


def slope_inner_function(f, x, h):
    def rise(nudge):
        return f(x + nudge) - f(x)

    return rise(h) / h


class Slope:
    def __call__(self, f, x, h):
        self.f = f
        return self.rise(x, h) / h

    def rise(self, x, h):
        return self.f(x + h) - self.f(x)


def slope_keeps(f, x, h, memory=[]):
    memory.append(f(x + h) - f(x))
    return sum(memory) / h


def slope_prints(f, x, h):
    print(slope(f, x, h))


def slope_until_small(f, x, h):
    while h > 0:
        result = slope(f, x, h)
    return result


def slope_halves(f, x, h):
    while h > 1e-6:
        h = h / 2
    return slope(f, x, h)


RIGHT = [
    slope,
    slope_in_steps,
    slope_central,
    slope_half_nudges,
    slope_numpy,
    slope_of_an_array,
    slope_loop,
    slope_dictionary,
    slope_inner_function,
    Slope(),
    functools.partial(slope),
    lambda f, x, h: f(x + h) / h - f(x) / h,
    lambda f, x, h: (f(x) - f(x + h)) / -h,
    lambda f, x, h: Fraction(f(x + h) - f(x)) / Fraction(h),
    lambda f, x, h: (f(h + x) - f(x)) * (1 / h),
    lambda f, x, h: operator.truediv(operator.sub(f(x + h), f(x)), h),
    lambda f, x, h: -(f(x) - f(x + h)) / h,
    lambda f, x, h: (lambda nudge: (f(x + nudge) - f(x)) / nudge)(h),
    lambda f, x, h: numpy.float64(slope(f, float(x), h)),
]


WRONG = [
    (lambda f, x, h: f(x + h) - f(x), "that is the change alone"),
    (lambda f, x, h: (f(x) - f(x + h)) / h, "wrong way round"),
    (lambda f, x, h: f(x) - f(x + h), "did not divide by h"),
    (lambda f, x, h: (f(x + h) - f(x)) / x, "you divided by x;"),
    (lambda f, x, h: (f(x + h) - f(x)) / (x + h), "you divided by x + h"),
    (lambda f, x, h: (f(x + h) - f(x)) / x + h, "so you divided by x and added h"),
    (lambda f, x, h: (f(x + h) - f(x)) / h - x, "then took x away"),
    (lambda f, x, h: f(x + h) - f(x) / h, "comes before the minus"),
    (lambda f, x, h: (f(x + h) - f(x)) * h, "h; divide by it"),
    (lambda f, x, h: (f(x + h) - f(x)) / h / h, "divided by h twice"),
    (lambda f, x, h: h / (f(x + h) - f(x)), "upside down"),
    (lambda f, x, h: abs(slope(f, x, h)), "the sign is lost"),
    (lambda f, x, h: (f(x + h) + f(x)) / h, "you added the two heights"),
    (lambda f, x, h: (f(x + h) + f(x)) / 2, "the mean of the two heights"),
    (lambda f, x, h: (f(x + h) - f(x - h)) / h, "h up and h down"),
    (lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h, "run from left to right"),
    (lambda f, x, h: (f(x + h) - f(x - h)) / 2, None),
    (lambda f, x, h: f(x + h) - f(x - h), "the change on both sides"),
    (lambda f, x, h: (f(x + h) - f(x)) / (2 * h), "not by 2 * h"),
    (lambda f, x, h: (f(x + 2 * h) - f(x)) / h, "nudged x by 2 * h"),
    (lambda f, x, h: (f(x) - f(x - h)) / h, "on the other side"),
    (lambda f, x, h: (f(x - h) - f(x)) / h, "nudged x down, but divided by h"),
    (lambda f, x, h: (f(x - h) + f(x)) / h, "a minus inside and a plus outside"),
    (lambda f, x, h: (f(x + h) - x) / h, "you subtracted x itself"),
    (lambda f, x, h: (f(x + h) - h) / h, "you subtracted h"),
    (lambda f, x, h: (f(h) - f(x)) / h, "you took f at h"),
    (lambda f, x, h: (f(x * h) - f(x)) / h, "you multiplied x by h"),
    (lambda f, x, h: f(x + h), "how far is it from f(x)?"),
    (lambda f, x, h: f(x), "the height before the nudge"),
    (lambda f, x, h: f(x + h) / h, "first take away f(x)"),
    (lambda f, x, h: (f(x) + h - f(x)) / h, "you nudged the output"),
    (lambda f, x, h: (f(x) + f(h) - f(x)) / h, "you took f of the nudge alone"),
    (lambda f, x, h: f(x) / x, "height divided by x"),
    (lambda f, x, h: f(x + h) / f(x), "one height divided by the other"),
    (lambda f, x, h: slope(f, x, 0.001), "nudge of your own"),
    (lambda f, x, h: slope_central(f, x, 1e-5), "nudge of your own"),
    (lambda f, x, h: slope(f, x, 1e-9), "nudge of your own"),
    (slope_halves, "nudge of your own"),
    (lambda f, x, h: 2 * x, "the rule for x² alone"),
    (lambda f, x, h: ((x + h) ** 2 - x**2) / h, "the rule for x² alone"),
    (lambda f, x, h: (f(x + h) - f(x)) // h, "as // does it"),
    (lambda f, x, h: round(slope(f, x, h)), "rounded to a whole number"),
    (lambda f, x, h: round(slope(f, x, h), 1), "rounded to 1 digits"),
    (lambda f, x, h: (f(x + h) - f(x)) % h, None),
    (lambda f, x, h: slope(f, x + h, h), None),
    (lambda f, x, h: math.atan(slope(f, x, h)), None),
    (lambda f, x, h: (f(x + h) - f) / h, "a function is no number"),
    (lambda f, x, h: f((x + h) - x) / h, "you took f of the nudge alone"),
    (
        lambda x, f, h: (f(x + h) - f(x)) / h,
        "in the order of slope(f, x, h); yours takes x, f, h",
    ),
    (lambda f, x, h: (f[x + h] - f[x]) / h, "object is not subscriptable"),
    (lambda f, x, h: (f(x + h) - f(x)) / 0, "division by zero"),
    (lambda f, x, h: f, "call it, with its arguments"),
    (lambda f, x, h: x, "that is x, as it came in"),
    (lambda f, x, h: (f(x + h), f(x)), "the answer is a number"),
    (lambda f, x, h: lambda x: slope(f, x, h), "call it, with its arguments"),
    (slope_until_small, "never ends"),
    (slope_keeps, "kept between calls"),
    (slope_prints, "hands nothing back"),
    (lambda f, x, h: [slope(f, x, h)], "without a list around it"),
    (lambda f, x, h: str(slope(f, x, h)), "without quotes"),
    (lambda f, x: slope(f, x, 0.1), "does not start"),
]
