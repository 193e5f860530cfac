"""Answers to the exercises of chapter 02: right in several ways, and wrong by name."""

import functools
import math
import operator
from fractions import Fraction

import numpy

# ex-02-1: slope(f, x, h)


def slope(f, x, h):
    return (f(x + h) - f(x)) / h


def slope_in_steps(f, x, h):
    before = f(x)
    after = f(x + h)
    change = after - before
    return change / h


def slope_central(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def slope_half_nudges(f, x, h):
    left, right = x - h / 2, x + h / 2
    return (f(right) - f(left)) / (right - left)


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


# ex-02-2: by_rule(x), the slope of (x**2 + 1) * (3*x - 2)


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


# ex-02-3: chain_slope(inner, inner_slope, outer_slope, x)


def chain_slope(inner, inner_slope, outer_slope, x):
    return outer_slope(inner(x)) * inner_slope(x)


def chain_slope_in_steps(inner, inner_slope, outer_slope, x):
    u = inner(x)
    first = inner_slope(x)
    second = outer_slope(u)
    return first * second


def chain_slope_loop(inner, inner_slope, outer_slope, x):
    rate = 1
    for link, place in [(inner_slope, x), (outer_slope, inner(x))]:
        rate *= link(place)
    return rate


def chain_slope_adds(g, dg, df, x):
    total, times = 0, df(g(x))
    for part in (dg(x),):
        total += part * times
    return total


class Chain:
    def __call__(self, inner, inner_slope, outer_slope, x):
        return outer_slope(inner(x)) * inner_slope(x)


def chain_slope_named(inner, inner_slope, outer_slope, x):
    composed = lambda place: outer_slope(inner(place))
    return composed(x) * inner_slope(x)


# ex-02-4: gradient(f, w1, w2, h)


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


def then(function, change):
    """The same, with something done to the result."""
    return lambda *arguments: change(function(*arguments))


RIGHT = {
    "ex-02-1": [
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
    ],
    "ex-02-2": [
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
    ],
    "ex-02-3": [
        chain_slope,
        chain_slope_in_steps,
        chain_slope_loop,
        chain_slope_adds,
        chain_slope_named,
        Chain(),
        functools.partial(chain_slope),
        lambda inner, inner_slope, outer_slope, x: (
            inner_slope(float(x)) * outer_slope(inner(float(x)))
        ),
        lambda g, dg, df, x: math.prod([df(g(x)), dg(x)]),
        lambda g, dg, df, x: operator.mul(dg(x), df(g(x))),
        lambda g, dg, df, x: functools.reduce(operator.mul, (dg(x), df(g(x)))),
        lambda g, dg, df, x: [df(u) * dg(x) for u in [g(x)]][0],
        lambda g, dg, df, x: df(g(x)) / (1 / dg(x)) if dg(x) else 0,
        lambda g, dg, df, x: Fraction(df(g(x))) * Fraction(dg(x)),
        lambda g, dg, df, x: numpy.dot(df(g(x)), dg(x)),
        lambda *links: links[2](links[0](links[3])) * links[1](links[3]),
        lambda g, dg, df, x: next(df(u) for u in (g(x),)) * dg(x),
    ],
    "ex-02-4": [
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
        lambda f, a, b, h: list(
            map(lambda d: (f(a + d[0], b + d[1]) - f(a, b)) / h, [(h, 0), (0, h)])
        ),
        lambda f, a, b, h: [
            slope_half_nudges(lambda w: f(w, b), a, h),
            slope_half_nudges(lambda w: f(a, w), b, h),
        ],
        lambda f, a, b, h: [Fraction(d) for d in gradient(f, a, b, h)],
        lambda f, a, b, h: [f(a + h, b) / h - f(a, b) / h, f(a, b + h) / h - f(a, b) / h],
        lambda f, a, b, h: gradient(f, a, b, h)[:],
    ],
}

WRONG = {
    "ex-02-1": [
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
    ],
    "ex-02-2": [
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
    ],
    "ex-02-3": [
        (lambda g, dg, df, x: df(x) * dg(x), "you took the outer slope at x"),
        (lambda g, dg, df, x: df(g(x)) + dg(x), "you added the rates; along a chain"),
        (lambda g, dg, df, x: df(g(x)) - dg(x), "you subtracted the rates"),
        (lambda g, dg, df, x: dg(x), "the inner link alone"),
        (lambda g, dg, df, x: df(g(x)), "the outer link alone, from u to y"),
        (lambda g, dg, df, x: df(x), "the outer link alone, and at x"),
        (lambda g, dg, df, x: dg(g(x)), "the inner slope alone, and at u"),
        (lambda g, dg, df, x: df(g(x)) * dg(g(x)), "you took the inner slope at u"),
        (lambda g, dg, df, x: df(x) * dg(g(x)), "the two places are swapped"),
        (lambda g, dg, df, x: df(x) + dg(x), "you added the rates, and took both at x"),
        (lambda g, dg, df, x: df(g(x)) * g(x), "you multiplied by u"),
        (lambda g, dg, df, x: dg(x) * g(x), "multiplied the inner slope by u"),
        (lambda g, dg, df, x: df(g(x)) * dg(x) * g(x), "as u itself"),
        (lambda g, dg, df, x: df(dg(x)), "handed the inner slope to outer_slope"),
        (lambda g, dg, df, x: df(dg(x)) * dg(x), "at the inner slope"),
        (lambda g, dg, df, x: dg(df(x)), "handed the outer slope to inner_slope"),
        (lambda g, dg, df, x: df(g(x)) * x, "you multiplied by x; multiply"),
        (lambda g, dg, df, x: df(g(x)) * dg(x) * x, "by x once more"),
        (lambda g, dg, df, x: g(x), "that is u"),
        (lambda g, dg, df, x: df(g(x)) / dg(x), "you divided"),
        (lambda g, dg, df, x: df(g(x)) * dg(x) ** 2, "the inner slope is there twice"),
        (lambda g, dg, df, x: df(g(x)) ** 2 * dg(x), "the outer slope is there twice"),
        (lambda g, dg, df, x: df(g(g(x))) * dg(x), "through inner twice"),
        (lambda g, dg, df, x: [df(g(x)), dg(x)], "side by side"),
        (lambda g, dg, df, x: abs(chain_slope(g, dg, df, x)), "the sign is lost"),
        (lambda g, dg, df, x: df * dg, "a function is no number"),
        (lambda g, dg, df, x: df(g) * dg(x), "a function is no number"),
        (lambda g, dg, df, x: df(g(x)) * dg, "a function is no number"),
        (lambda g, dg, df, x: df(g(x)) * slope(g, x, 1e-4), "nudging is near"),
        (lambda g, dg, df, x: df(g(x)) * slope_central(g, x, 1e-5), "nudging is near"),
        (lambda g, dg, df, x: slope(lambda x: df(g(x)), x, 1e-4), None),
        (lambda g, dg, df, x: -chain_slope(g, dg, df, x), "the sign is turned round"),
        (lambda g, dg, df, x: chain_slope(g, dg, df, x) / 2, "0.5 times"),
        (lambda g, dg, df, x: chain_slope(g, dg, df, x) // 1, "as // does it"),
        (lambda g, dg, df, x: round(chain_slope(g, dg, df, x), 2), "rounded to 2 digits"),
        (lambda g, dg, df, x: int(chain_slope(g, dg, df, x)), "digits after the point are lost"),
        (lambda g, dg, df, x: df(round(g(x), 1)) * dg(x), None),
        (lambda g, dg, df, x: chain_slope(g, dg, df, int(x)), None),
        (lambda g, dg, df, x: df(g(x) * dg(x)), None),
        (lambda g, dg, df, x: 2 * g(x) * dg(x), None),
        (lambda g, dg, df, x: g(df(x)) * dg(x), None),
        (lambda g, dg, df, x: df(g(x)) ** dg(x), None),
        (lambda dg, g, df, x: df(g(x)) * dg(x), None),
        (lambda g, df, dg, x: df(g(x)) * dg(x), "the two places are swapped"),
        (lambda g, dg, df, x: x, "that is x, as it came in"),
        (lambda g, dg, df, x: 18, "it gives 18 whatever comes in"),
        (lambda g, dg, df, x: lambda x: df(g(x)) * dg(x), "call it, with its arguments"),
        (lambda g, dg, df, x: [chain_slope(g, dg, df, x)], "without a list around it"),
        (lambda g, dg, df, x: print(chain_slope(g, dg, df, x)), "print shows a value"),
        (lambda g, dg, df, x: inner(x), "name 'inner' is not defined"),
        (lambda g, dg, df, x: df.g(x), "has no attribute 'g'"),
        (lambda x: 2 * x, "calls it as chain_slope(inner, inner_slope, outer_slope, x)"),
    ],
    "ex-02-4": [
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
    ],
}
