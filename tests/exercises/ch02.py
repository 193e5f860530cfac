"""Answers to the exercises of chapter 02: right in several ways, and wrong by name."""

import math
from fractions import Fraction

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
    import numpy

    ends = f(numpy.array([x, x + h], dtype=float))
    return numpy.diff(ends)[0] / h


def slope_keeps(f, x, h, memory=[]):
    memory.append(f(x + h) - f(x))
    return sum(memory) / h


def slope_prints(f, x, h):
    print(slope(f, x, h))


# ex-02-2: by_rule(x), the slope of (x**2 + 1) * (3*x - 2)


def by_rule(x):
    return 2 * x * (3 * x - 2) + (x**2 + 1) * 3


def by_rule_in_parts(x):
    left, right = x * x + 1, 3 * x - 2
    left_slope, right_slope = x + x, 3
    return left * right_slope + left_slope * right


def product(x):
    return (x**2 + 1) * (3 * x - 2)


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
    import numpy

    nudges = numpy.eye(2) * h
    return (numpy.array([f(w1 + a, w2 + b) for a, b in nudges]) - f(w1, w2)) / h


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


RIGHT = {
    "ex-02-1": [
        slope,
        slope_in_steps,
        slope_central,
        slope_half_nudges,
        slope_numpy,
        lambda f, x, h: f(x + h) / h - f(x) / h,
        lambda f, x, h: (f(x) - f(x + h)) / -h,
        lambda f, x, h: Fraction(f(x + h) - f(x)) / Fraction(h),
    ],
    "ex-02-2": [
        by_rule,
        by_rule_in_parts,
        lambda x: 9 * x**2 - 4 * x + 3,
        lambda x: 3 * (x * x + 1) + (3 * x - 2) * 2 * x,
        lambda x: float(Fraction(9 * x * x) - 4 * x + 3),
    ],
    "ex-02-3": [
        chain_slope,
        chain_slope_in_steps,
        chain_slope_loop,
        lambda inner, inner_slope, outer_slope, x: (
            inner_slope(float(x)) * outer_slope(inner(float(x)))
        ),
    ],
    "ex-02-4": [
        gradient,
        gradient_with_slope,
        gradient_central,
        gradient_loop,
        gradient_numpy,
        lambda f, w1, w2, h: tuple(gradient(f, float(w1), float(w2), h)),
    ],
}

WRONG = {
    "ex-02-1": [
        (lambda f, x, h: f(x + h) - f(x), "that is the change alone"),
        (lambda f, x, h: (f(x) - f(x + h)) / h, "wrong way round"),
        (lambda f, x, h: (f(x + h) - f(x)) / x, "you divided by x;"),
        (lambda f, x, h: (f(x + h) - f(x)) / (x + h), "you divided by x + h"),
        (lambda f, x, h: f(x + h) - f(x) / h, "comes before the minus"),
        (lambda f, x, h: (f(x + h) - f(x)) * h, "h; divide by it"),
        (lambda f, x, h: (f(x + h) + f(x)) / h, "you added the two heights"),
        (lambda f, x, h: (f(x + h) - f(x - h)) / h, "h up and h down"),
        (lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h, "run from left to right"),
        (lambda f, x, h: (f(x) - f(x - h)) / h, "on the other side"),
        (lambda f, x, h: (f(x - h) - f(x)) / h, "nudged x down, but divided by h"),
        (lambda f, x, h: (f(x - h) + f(x)) / h, "a minus inside and a plus outside"),
        (lambda f, x, h: (f(x + h) - x) / h, "you subtracted x itself"),
        (lambda f, x, h: f(x + h), "how far is it from f(x)?"),
        (lambda f, x, h: f(x + h) / h, "first take away f(x)"),
        (lambda f, x, h: (f(x) + h - f(x)) / h, "you nudged the output"),
        (lambda f, x, h: f(x) / x, "the height divided by x"),
        (lambda f, x, h: slope(f, x, 1e-6), "a nudge of your own"),
        (lambda f, x, h: 2 * x, "the rule for x² alone"),
        (slope_keeps, "kept between calls"),
        (slope_prints, "you printed the answer"),
        (lambda f, x, h: [slope(f, x, h)], "without a list around it"),
    ],
    "ex-02-2": [
        (product, "that is f itself"),
        (lambda x: 2 * x * 3, "you multiplied the two slopes"),
        (lambda x: 2 * x + 3, "you added the two slopes"),
        (lambda x: 2 * x * (3 * x - 2), "the first half alone"),
        (lambda x: 3 * (x**2 + 1), "the second half alone"),
        (lambda x: 2 * x * (3 * x - 2) - (x**2 + 1) * 3, "you subtracted the halves"),
        (lambda x: 2 * x * (x**2 + 1) + 3 * (3 * x - 2), "meets its own factor"),
        (lambda x: (2 * x + 1) * (3 * x - 2) + (x**2 + 1) * 3, "the 1 never moves"),
        (lambda x: 2 * x * (3 * x - 2) + (x**2 + 1) * (3 - 2), "the -2 never moves"),
        (lambda x: 2 * x * (3 * x - 2) + (x**2 + 1) * 3 * x, "3 everywhere"),
        (lambda x: x * (3 * x - 2) + (x**2 + 1) * 3, "2x, not x"),
        (lambda x: 2 * (3 * x - 2) + (x**2 + 1) * 3, "you lost the x of 2x"),
        (lambda x: 2 * x * 3 * x - 2 + (x**2 + 1) * 3, "brackets around 3*x - 2"),
        (lambda x: 2 * x * (3 * x - 2) + x**2 + 1 * 3, "brackets around x**2 + 1"),
        (lambda x: slope(product, x, 1e-4), "found by nudging"),
        (lambda x: -by_rule(x), "the sign is wrong"),
    ],
    "ex-02-3": [
        (lambda g, dg, df, x: df(x) * dg(x), "you took the outer slope at x"),
        (lambda g, dg, df, x: df(g(x)) + dg(x), "you added the rates; along a chain"),
        (lambda g, dg, df, x: dg(x), "the inner link alone"),
        (lambda g, dg, df, x: df(g(x)), "the outer link alone, from u to y"),
        (lambda g, dg, df, x: df(x), "the outer link alone, and at x"),
        (lambda g, dg, df, x: df(g(x)) * dg(g(x)), "you took the inner slope at u"),
        (lambda g, dg, df, x: df(x) * dg(g(x)), "the two places are swapped"),
        (lambda g, dg, df, x: df(x) + dg(x), "you added the rates, and took both at x"),
        (lambda g, dg, df, x: df(g(x)) * g(x), "you multiplied by u"),
        (lambda g, dg, df, x: df(dg(x)), "handed the inner slope to outer_slope"),
        (lambda g, dg, df, x: df(dg(x)) * dg(x), "at the inner slope"),
        (lambda g, dg, df, x: df(g(x)) * x, "you multiplied by x"),
        (lambda g, dg, df, x: g(x), "that is u"),
        (lambda g, dg, df, x: df(g(x)) / dg(x), "you divided"),
        (lambda g, dg, df, x: df * dg, "call each"),
        (lambda g, dg, df, x: df(g) * dg(x), "you handed over the function inner itself"),
        (lambda g, dg, df, x: df(g(x)) * slope(g, x, 1e-4), "found by nudging"),
        (lambda g, dg, df, x: -chain_slope(g, dg, df, x), "the sign is wrong"),
        (
            lambda x: 2 * x,
            "The exercise calls it as chain_slope(inner, inner_slope, outer_slope, x)",
        ),
    ],
    "ex-02-4": [
        (lambda f, w1, w2, h: gradient(f, w1, w2, h)[::-1], "swapped"),
        (lambda f, w1, w2, h: gradient(f, w1, w2, h)[0], "the slope for w1 alone"),
        (lambda f, w1, w2, h: gradient(f, w1, w2, h)[1], "the slope for w2 alone"),
        (lambda f, w1, w2, h: gradient(f, w1, w2, h)[:1], "is missing from the list"),
        (both, "you nudged both at once"),
        (lambda f, w1, w2, h: [both(f, w1, w2, h)] * 2, "both are nudged in both"),
        (not_put_back, "put w1 back"),
        (measured_elsewhere, "from a place where w1 is already nudged"),
        (lambda f, w1, w2, h: [gradient(f, w1, w2, h)[0]] * 2, "both numbers are the slope for w1"),
        (lambda f, w1, w2, h: [h * d for d in gradient(f, w1, w2, h)], "divide each by h"),
        (lambda f, w1, w2, h: [-d for d in gradient(f, w1, w2, h)], "points downhill"),
        (lambda f, w1, w2, h: sum(gradient(f, w1, w2, h)), "you added the two slopes"),
        (lambda f, w1, w2, h: math.hypot(*gradient(f, w1, w2, h)), "that is its length"),
        (
            lambda f, w1, w2, h: [d * h / w for d, w in zip(gradient(f, w1, w2, h), (w1, w2))],
            "by the parameter",
        ),
        (lambda f, w1, w2, h: [2 * d for d in gradient_central(f, w1, w2, h)], "divide by 2 * h"),
        (lambda f, w1, w2, h: [2 * w1, 4 * w2], "the rules for the bowl"),
        (lambda f, w1, w2, h: gradient(f, w1, w2, 1e-6), "a nudge of your own"),
        (lambda f, w1, w2, h: gradient(f, w1, w2, h) + [0], "it has 3 items; it should have 2"),
    ],
}
