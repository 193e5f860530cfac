"""ex-02-3: chain_slope(inner, inner_slope, outer_slope, x)"""

import functools
import math
import operator
from fractions import Fraction

import numpy

from .parts import slope, slope_central


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


RIGHT = [
    chain_slope,
    chain_slope_in_steps,
    chain_slope_loop,
    chain_slope_adds,
    chain_slope_named,
    Chain(),
    functools.partial(chain_slope),
    lambda inner, inner_slope, outer_slope, x: inner_slope(float(x)) * outer_slope(inner(float(x))),
    lambda g, dg, df, x: math.prod([df(g(x)), dg(x)]),
    lambda g, dg, df, x: operator.mul(dg(x), df(g(x))),
    lambda g, dg, df, x: functools.reduce(operator.mul, (dg(x), df(g(x)))),
    lambda g, dg, df, x: [df(u) * dg(x) for u in [g(x)]][0],
    lambda g, dg, df, x: df(g(x)) / (1 / dg(x)) if dg(x) else 0,
    lambda g, dg, df, x: Fraction(df(g(x))) * Fraction(dg(x)),
    lambda g, dg, df, x: numpy.dot(df(g(x)), dg(x)),
    lambda *links: links[2](links[0](links[3])) * links[1](links[3]),
    lambda g, dg, df, x: next(df(u) for u in (g(x),)) * dg(x),
]


WRONG = [
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
]
