"""Exercise 2.3: the slope of a chain."""

from ..draws import number
from ..function import Case, Function
from ..mistakes import Mistake
from .hills import BY_NUDGING, double, five, square, square_plus_1, three, triple, triple_square

LINKS = [(square_plus_1, double), (triple, three), (square, double)]


def chain_slope(inner, inner_slope, outer_slope, x):
    return outer_slope(inner(x)) * inner_slope(x)


CHAIN = Function(
    "ex-02-3",
    "chain_slope(inner, inner_slope, outer_slope, x)",
    start="where does the outer function stand? Call inner(x), that is u.",
    right=chain_slope,
    more=lambda rng: (
        *rng.choice(LINKS),
        rng.choice([double, five, triple_square]),
        number(rng, -2, 2),
    ),
    tolerance=1e-12,
    hint=BY_NUDGING,
    cases=[
        Case("(x² + 1)², at 2", (square_plus_1, double, double, 2), 40),
        Case("(3x)², at 1", (triple, three, double, 1), 18),
        Case("5x², left of 0", (square, double, five, -1), -10),
        Case("(3x)³, at 0.5", (triple, three, triple_square, 0.5), 20.25),
        Case("many digits, (x²)³", (square, double, triple_square, -0.7), -1.00842),
        Case("at 0", (square_plus_1, double, double, 0), 0),
    ],
    mistakes=[  # g is inner, dg and df are the slopes of inner and outer
        Mistake(
            "you took the outer slope at x; the outer function stands at u, so take it at inner(x).",
            lambda g, dg, df, x: df(x) * dg(x),
        ),
        Mistake(
            "you added the rates; along a chain they multiply.",
            lambda g, dg, df, x: df(g(x)) + dg(x),
        ),
        Mistake(
            "you subtracted the rates; along a chain they multiply.",
            lambda g, dg, df, x: df(g(x)) - dg(x),
        ),
        Mistake(
            "that is the inner link alone, from x to u; multiply by the rate from u to y.",
            lambda g, dg, df, x: dg(x),
        ),
        Mistake(
            "that is the outer link alone, from u to y; multiply by the rate from x to u.",
            lambda g, dg, df, x: df(g(x)),
        ),
        Mistake(
            "that is the outer link alone, and at x; take it at inner(x), then multiply by the inner slope.",
            lambda g, dg, df, x: df(x),
        ),
        Mistake(
            "that is the inner slope alone, and at u; the inner function stands at x.",
            lambda g, dg, df, x: dg(g(x)),
        ),
        Mistake(
            "you took the inner slope at u; the inner function stands at x.",
            lambda g, dg, df, x: df(g(x)) * dg(g(x)),
        ),
        Mistake(
            "the two places are swapped; the inner function stands at x, the outer one at inner(x).",
            lambda g, dg, df, x: df(x) * dg(g(x)),
        ),
        Mistake(
            "you added the rates, and took both at x; multiply, and take the outer one at inner(x).",
            lambda g, dg, df, x: df(x) + dg(x),
        ),
        Mistake(
            "you multiplied by u, the place; multiply by the inner slope, inner_slope(x).",
            lambda g, dg, df, x: df(g(x)) * g(x),
        ),
        Mistake(
            "you multiplied the inner slope by u; multiply it by the outer slope at u.",
            lambda g, dg, df, x: dg(x) * g(x),
        ),
        Mistake(
            "you took the outer slope at u as u itself; call outer_slope(inner(x)).",
            lambda g, dg, df, x: df(g(x)) * dg(x) * g(x),
        ),
        Mistake(
            "you handed the inner slope to outer_slope; hand it the place u, which is inner(x).",
            lambda g, dg, df, x: df(dg(x)),
        ),
        Mistake(
            "you took the outer slope at the inner slope; take it at the place u, which is inner(x).",
            lambda g, dg, df, x: df(dg(x)) * dg(x),
        ),
        Mistake(
            "you handed the outer slope to inner_slope; along a chain the rates multiply.",
            lambda g, dg, df, x: dg(df(x)),
            lambda g, dg, df, x: dg(df(g(x))),
        ),
        Mistake(
            "you multiplied by x; multiply by the inner slope, inner_slope(x).",
            lambda g, dg, df, x: df(g(x)) * x,
        ),
        Mistake(
            "you multiplied by x once more; the two rates are enough.",
            lambda g, dg, df, x: df(g(x)) * dg(x) * x,
        ),
        Mistake(
            "you took the outer slope where the product of x and the inner slope is; u is inner(x).",
            lambda g, dg, df, x: df(x * dg(x)) * dg(x),
        ),
        Mistake(
            "that is u, the place of the outer function; which rates meet there?",
            lambda g, dg, df, x: g(x),
        ),
        Mistake(
            "you divided; along a chain rates multiply.",
            lambda g, dg, df, x: df(g(x)) / dg(x),
            lambda g, dg, df, x: dg(x) / df(g(x)),
        ),
        Mistake(
            "the inner slope is there twice; once is enough.",
            lambda g, dg, df, x: df(g(x)) * dg(x) ** 2,
        ),
        Mistake(
            "the outer slope is there twice; once is enough.",
            lambda g, dg, df, x: df(g(x)) ** 2 * dg(x),
        ),
        Mistake(
            "you went through inner twice; u is inner(x).",
            lambda g, dg, df, x: df(g(g(x))) * dg(x),
        ),
        Mistake(
            "the rates are both there, side by side; multiply them.",
            lambda g, dg, df, x: [df(g(x)), dg(x)],
            lambda g, dg, df, x: [dg(x), df(g(x))],
        ),
        Mistake(
            "the sign is lost; left of the lowest point the slope is negative.",
            lambda g, dg, df, x: abs(chain_slope(g, dg, df, x)),
        ),
    ],
)
