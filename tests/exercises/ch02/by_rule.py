"""ex-02-2: by_rule(x), the slope of (x**2 + 1) * (3*x - 2)"""

from fractions import Fraction

import numpy

from .parts import slope, slope_central


def by_rule(x):
    return 2 * x * (3 * x - 2) + (x**2 + 1) * 3


def by_rule_in_parts(x):
    left, right = x * x + 1, 3 * x - 2
    left_slope, right_slope = x + x, 3
    return left * right_slope + left_slope * right


def by_rule_zip(x):
    factors, slopes = [x**2 + 1, 3 * x - 2], [2 * x, 3]
    return sum(f * s for f, s in zip(factors, reversed(slopes)))


def by_rule_inner(x):
    def left(x):
        return x**2 + 1

    def right(x):
        return 3 * x - 2

    return 2 * x * right(x) + left(x) * 3


class ByRule:
    left = staticmethod(lambda x: (x**2 + 1, 2 * x))
    right = staticmethod(lambda x: (3 * x - 2, 3))

    def __call__(self, x):
        (f, df), (g, dg) = self.left(x), self.right(x)
        return df * g + f * dg


def by_rule_terms(x):
    total = 0
    for factor, power in [(9, 2), (-4, 1), (3, 0)]:
        total += factor * x**power
    return total


def by_rule_horner(x):
    result = 0
    for c in [9, -4, 3]:
        result = result * x + c
    return result


def dual(x):
    """Numbers that carry their slopes: exact, without nudging."""
    f, df = x * x + 1, 2 * x
    g, dg = 3 * x - 2, 3
    return f * dg + df * g


def product(x):
    return (x**2 + 1) * (3 * x - 2)


def nudged(h, rule=slope):
    return lambda x: rule(product, x, h)


RIGHT = [
    by_rule,
    by_rule_in_parts,
    by_rule_zip,
    by_rule_inner,
    ByRule(),
    by_rule_terms,
    by_rule_horner,
    dual,
    lambda x: 9 * x**2 - 4 * x + 3,
    lambda x: 9 * x * x - 4 * x + 3,
    lambda x: 3 * (x * x + 1) + (3 * x - 2) * 2 * x,
    lambda x: float(9 * Fraction(x) * Fraction(x) - 4 * Fraction(x) + 3),
    lambda x: 6 * x**2 - 4 * x + 3 * x**2 + 3,
    lambda x: numpy.polyval([9, -4, 3], x),
    lambda x: numpy.polyder(numpy.poly1d([3, -2, 3, -2]))(x),
    lambda x: 3 * (3 * x**2 + 1) - 4 * x,
    lambda x: sum([9 * pow(x, 2), -4 * x, 3]),
]


WRONG = [
    (product, "that is f itself"),
    (lambda x: 2 * x * 3, "you multiplied the two slopes"),
    (lambda x: 2 * x + 3, "you added the two slopes"),
    (lambda x: 2 * x * (3 * x - 2), "the first half alone"),
    (lambda x: 3 * (x**2 + 1), "the second half alone"),
    (lambda x: 2 * x * (3 * x - 2) - (x**2 + 1) * 3, "you subtracted the halves"),
    (lambda x: 2 * x * (3 * x - 2) * (x**2 + 1) * 3, "you multiplied the halves"),
    (lambda x: 2 * x * (x**2 + 1) + 3 * (3 * x - 2), "meets its own factor"),
    (lambda x: (x**2 + 1) + (3 * x - 2), "you added the factors"),
    (lambda x: (2 * x + 1) * (3 * x - 2) + (x**2 + 1) * 3, "the 1 never moves"),
    (lambda x: 2 * x * (3 * x - 2) + (x**2 + 1) * (3 - 2), "the -2 never moves"),
    (lambda x: (2 * x + 1) * (3 * x - 2) + (x**2 + 1) * 1, "neither the 1 nor the -2"),
    (lambda x: 2 * x * (3 * x - 2) + (x**2 + 1) * 3 * x, "3 everywhere"),
    (lambda x: x * (3 * x - 2) + (x**2 + 1) * 3, "2x, not x"),
    (lambda x: x**2 * (3 * x - 2) + (x**2 + 1) * 3, "2x, not x²"),
    (lambda x: 2 * (3 * x - 2) + (x**2 + 1) * 3, "you lost the x of 2x"),
    (lambda x: 2 * x * (3 * x - 2) + x**2 * 3, "the + 1 of the first factor"),
    (lambda x: 2 * x * (3 * x) + (x**2 + 1) * 3, "lost its - 2"),
    (lambda x: 2 * x * (3 * x + 2) + (x**2 + 1) * 3, "a sign slipped"),
    (lambda x: 2 * x * 3 * x - 2 + (x**2 + 1) * 3, "brackets around 3*x - 2"),
    (lambda x: 2 * x * (3 * x - 2) + x**2 + 1 * 3, "brackets around x**2 + 1"),
    (lambda x: 2 * x * 3 * x - 2 + x**2 + 1 * 3, "brackets around both"),
    (lambda x: 2 * x * (3 * x - 2) + ((x ^ 2) + 1) * 3, "^ is no power"),
    (lambda x: 9 * x**2 - 4 * x - 3, "a sign slipped"),
    (lambda x: 9 * x**2 - 2 * x + 3, "one of these slipped"),
    (lambda x: 3 * x**2 - 4 * x + 3, "one of these slipped"),
    (lambda x: 9 * x**2 - 4 * x, "the + 1 of the first factor"),
    (lambda x: 18 * x - 4, "the slope of the slope"),
    (nudged(1e-4), "nudging is near"),
    (nudged(1e-5, slope_central), "nudging is near"),
    (nudged(1e-6, slope_central), "nudging is near"),
    (nudged(1e-3, slope_central), "nudging is near"),
    (nudged(1e-8), "nudging is near"),
    (nudged(0.1), None),
    (lambda x: round(by_rule(x), 2), "rounded to 2 digits"),
    (lambda x: round(by_rule(x), 10), "nudging is near"),
    (
        lambda x: numpy.gradient([product(x - 1e-3), product(x), product(x + 1e-3)], 1e-3)[1],
        "nudging is near",
    ),
    (lambda x: int(by_rule(x)), "digits after the point are lost"),
    (lambda x: abs(2 * x) * (3 * x - 2) + (x**2 + 1) * 3, None),
    (lambda x: -by_rule(x), "the sign is turned round"),
    (lambda x: by_rule(x) / 2, "0.5 times"),
    (lambda x: by_rule(abs(x)), None),
    (lambda x: x**2 * 3 + 2 * x * 3 * x, None),
    (lambda x: 31, "it gives 31 whatever comes in"),
    (lambda x: 2 * x(3 * x - 2) + (x**2 + 1) * 3, "object is not callable"),
    (lambda x: f"{by_rule(x)}", "without quotes"),
    (lambda x: [by_rule(x)], "without a list around it"),
    (lambda x: (2 * x * (3 * x - 2), (x**2 + 1) * 3), "the answer is a number"),
    (lambda x: print(by_rule(x)), "print shows a value"),
    (lambda: 31, "does not start"),
    (by_rule(2), "this is 31, not a function"),
]
