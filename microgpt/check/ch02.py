"""Chapter 02: the slope of a hill."""

from math import hypot

from .draws import number
from .function import Case, Function
from .mistakes import Mistake


# The functions that the cases hand over. They appear in messages by their names.


def square(x):
    return x**2


def cubic(x):
    return x**3 - 2 * x


def line(x):
    return 3 * x + 1


def flat(x):
    return 5


def square_plus_1(x):
    return x**2 + 1


def triple(x):
    return 3 * x


def double(x):
    return 2 * x


def three(x):
    return 3


def five(u):
    return 5


def triple_square(u):
    return 3 * u**2


def bowl(w1, w2):
    return w1**2 + 2 * w2**2


def plane(w1, w2):
    return 3 * w1 - 5 * w2


def area(w1, w2):
    return w1 * w2


def saddle(w1, w2):
    return w1**3 * w2 - w2**2


NUDGES = [0.5, 0.25, 0.1, 0.01]
LINKS = [(square_plus_1, double), (triple, three), (square, double)]
BY_NUDGING = "A slope by nudging is near; what is asked for is exact."


def slope(f, x, h):
    return (f(x + h) - f(x)) / h


def central(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def half_nudges(f, x, h):
    return (f(x + h / 2) - f(x - h / 2)) / h


def product(x):
    return (x**2 + 1) * (3 * x - 2)


def by_rule(x):
    return 2 * x * (3 * x - 2) + (x**2 + 1) * 3


def chain_slope(inner, inner_slope, outer_slope, x):
    return outer_slope(inner(x)) * inner_slope(x)


def first(f, w1, w2, h, slope=slope):
    return slope(lambda w: f(w, w2), w1, h)


def second(f, w1, w2, h, slope=slope):
    return slope(lambda w: f(w1, w), w2, h)


def gradient(f, w1, w2, h, slope=slope):
    return [first(f, w1, w2, h, slope), second(f, w1, w2, h, slope)]


def both(f, w1, w2, h):
    return (f(w1 + h, w2 + h) - f(w1, w2)) / h


SLOPE = Function(
    "ex-02-1",
    "slope(f, x, h)",
    start="call f twice, at x and at x + h; how far apart are the two results?",
    right=slope,
    also=(central, half_nudges),  # nudging both ways is as right, and nearer to the derivative
    more=lambda rng: (rng.choice([square, cubic, line]), number(rng), rng.choice(NUDGES)),
    cases=[
        Case("a curve, x²", (square, 3, 0.5), 6.5),
        Case("a smaller nudge", (square, 3, 0.25), 6.25),
        Case("where it goes down", (square, -2, 0.5), -3.5),
        Case("a straight line, 3x + 1", (line, 2, 0.5), 3),
        Case("many digits, on x³ - 2x", (cubic, 1.3, 0.1), 3.47),
        Case("at x = 0", (square, 0, 0.5), 0.5),
        Case("at x = 1, with the nudge 1", (cubic, 1, 1), 5),
        Case("nothing moves, the output is 5 everywhere", (flat, -1.5, 0.25), 0),
    ],
    mistakes=[
        Mistake(
            "that is the change alone; divide it by the nudge h.",
            lambda f, x, h: f(x + h) - f(x),
            lambda f, x, h: abs(f(x + h) - f(x)),
        ),
        Mistake(
            "you subtracted the wrong way round; take the height after the nudge minus the one before.",
            lambda f, x, h: (f(x) - f(x + h)) / h,
        ),
        Mistake(
            "you subtracted the wrong way round, and did not divide by h.",
            lambda f, x, h: f(x) - f(x + h),
        ),
        Mistake(
            "you divided by x; the input moved by h, so divide by h.",
            lambda f, x, h: (f(x + h) - f(x)) / x,
        ),
        Mistake(
            "you divided by x + h; the input moved by h alone.",
            lambda f, x, h: (f(x + h) - f(x)) / (x + h),
        ),
        Mistake(
            "/ comes before +, so you divided by x and added h; put brackets around what you divide by.",
            lambda f, x, h: (f(x + h) - f(x)) / x + h,
        ),
        Mistake(
            "/ comes before the minus, so only f(x) was divided; put the difference in brackets.",
            lambda f, x, h: f(x + h) - f(x) / h,
        ),
        Mistake(
            "you divided by h and then took x away; the input moved by h alone.",
            lambda f, x, h: (f(x + h) - f(x)) / h - x,
            lambda f, x, h: (f(x + h) - f(x)) / (h - x),
        ),
        Mistake("you multiplied by h; divide by it.", lambda f, x, h: (f(x + h) - f(x)) * h),
        Mistake("you divided by h twice; divide once.", lambda f, x, h: slope(f, x, h) / h),
        Mistake(
            "it is upside down: divide the change of the output by the change of the input.",
            lambda f, x, h: h / (f(x + h) - f(x)),
        ),
        Mistake(
            "the sign is lost; where it goes down, the slope is negative.",
            lambda f, x, h: abs(slope(f, x, h)),
        ),
        Mistake(
            "you added the two heights; how far apart are they?",
            lambda f, x, h: (f(x + h) + f(x)) / h,
        ),
        Mistake(
            "that is the mean of the two heights; how far apart are they?",
            lambda f, x, h: (f(x + h) + f(x)) / 2,
        ),
        Mistake(
            "you nudged x by h up and h down, so the two places are 2 * h apart; divide by that.",
            lambda f, x, h: (f(x + h) - f(x - h)) / h,
        ),
        Mistake(
            "/ and * run from left to right, so you multiplied by h; write / (2 * h).",
            lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h,
        ),
        Mistake(
            "the input moved by h, not by 2 * h; divide by h.",
            lambda f, x, h: slope(f, x, h) / 2,
        ),
        Mistake(
            "you nudged x by 2 * h, but divided by h.",
            lambda f, x, h: (f(x + 2 * h) - f(x)) / h,
        ),
        Mistake(
            "that is the change on both sides; divide it by how far apart the two places are.",
            lambda f, x, h: f(x + h) - f(x - h),
        ),
        Mistake(
            "you nudged x down; that is the slope on the other side. Nudge it up, to x + h.",
            lambda f, x, h: (f(x) - f(x - h)) / h,
        ),
        Mistake(
            "you nudged x down, but divided by h as if it had gone up; use x + h.",
            lambda f, x, h: (f(x - h) - f(x)) / h,
        ),
        Mistake(
            "you have a minus inside and a plus outside; it is x + h inside, and a minus outside.",
            lambda f, x, h: (f(x - h) + f(x)) / h,
        ),
        Mistake(
            "you subtracted x itself; subtract f(x).",
            lambda f, x, h: (f(x + h) - x) / h,
            lambda f, x, h: f(x + h) - x,
        ),
        Mistake("you subtracted h; subtract f(x).", lambda f, x, h: (f(x + h) - h) / h),
        Mistake(
            "you took f at h; nudge x by h, f(x + h).",
            lambda f, x, h: (f(h) - f(x)) / h,
            lambda f, x, h: (f(x) - f(h)) / h,
            lambda f, x, h: (f(x) - f(h)) / (x - h),
        ),
        Mistake(
            "you multiplied x by h; add h to x.",
            lambda f, x, h: (f(x * h) - f(x)) / h,
        ),
        Mistake(
            "that is the height after the nudge; how far is it from f(x)?",
            lambda f, x, h: f(x + h),
        ),
        Mistake(
            "that is the height before the nudge; how far is f(x + h) from it?",
            lambda f, x, h: f(x),
        ),
        Mistake(
            "you divided the height after the nudge by h; first take away f(x).",
            lambda f, x, h: f(x + h) / h,
        ),
        Mistake(
            "you nudged the output; nudge x, inside the brackets of f.",
            lambda f, x, h: (f(x) + h - f(x)) / h,
        ),
        Mistake(
            "you took f of the nudge alone, f(h); f(x + h) is not f(x) + f(h).",
            lambda f, x, h: f(h) / h,
        ),
        Mistake(
            "that is the height divided by x; a slope compares two heights.",
            lambda f, x, h: f(x) / x,
            lambda f, x, h: f(x + h) / (x + h),
        ),
        Mistake(
            "that is one height divided by the other; how far apart are they?",
            lambda f, x, h: f(x + h) / f(x),
        ),
        Mistake(
            "you took a nudge of your own; use the h that is handed in.",
            *[lambda f, x, h, own=10**-n: slope(f, x, own) for n in range(6)],
            *[lambda f, x, h, own=10**-n: central(f, x, own) for n in range(6)],
            tolerance=1e-5,
        ),
        Mistake(
            "that is the rule for x² alone; call f, and it works for every function.",
            lambda f, x, h: 2 * x,
            lambda f, x, h: ((x + h) ** 2 - x**2) / h,
            lambda f, x, h: 2 * x + h,
        ),
    ],
)

BY_RULE = Function(
    "ex-02-2",
    "by_rule(x)",
    start="f is a product of two factors; write down the slope of each factor first.",
    right=by_rule,
    more=lambda rng: (number(rng, -3, 3),),
    tolerance=1e-12,  # the best nudge is 1e-11 off somewhere
    hint=BY_NUDGING,
    cases=[
        Case("at 2", (2,), 31),
        Case("at 0", (0,), 3),
        Case("at 1", (1,), 8),
        Case("left of 0", (-1,), 16),
        Case("many digits", (0.37,), 2.7521),
        Case("many digits, left of 0", (-2.6,), 74.24),
        Case("where the second factor is 0", (2 / 3,), 13 / 3),
    ],
    mistakes=[
        Mistake("that is f itself, the height; its slope is asked for.", product),
        Mistake(
            "you multiplied the two slopes; multiply each slope by the other factor, then add.",
            lambda x: 2 * x * 3,
        ),
        Mistake(
            "you added the two slopes; that is the rule for a sum, and this is a product.",
            lambda x: 2 * x + 3,
        ),
        Mistake(
            "that is the first half alone; the second factor moves too.",
            lambda x: 2 * x * (3 * x - 2),
        ),
        Mistake(
            "that is the second half alone; the first factor moves too.",
            lambda x: (x**2 + 1) * 3,
        ),
        Mistake(
            "you subtracted the halves; add them.",
            lambda x: 2 * x * (3 * x - 2) - (x**2 + 1) * 3,
            lambda x: (x**2 + 1) * 3 - 2 * x * (3 * x - 2),
        ),
        Mistake(
            "you multiplied the halves; add them.",
            lambda x: 2 * x * (3 * x - 2) * (x**2 + 1) * 3,
        ),
        Mistake(
            "each slope meets its own factor; multiply it by the other one.",
            lambda x: 2 * x * (x**2 + 1) + 3 * (3 * x - 2),
        ),
        Mistake(
            "the slopes are missing: you added the factors.",
            lambda x: (x**2 + 1) + (3 * x - 2),
        ),
        Mistake(
            "the slope of x² + 1 is 2x: the 1 never moves, so it adds nothing.",
            lambda x: (2 * x + 1) * (3 * x - 2) + (x**2 + 1) * 3,
        ),
        Mistake(
            "the slope of 3x - 2 is 3: the -2 never moves, so it adds nothing.",
            lambda x: 2 * x * (3 * x - 2) + (x**2 + 1) * (3 - 2),
        ),
        Mistake(
            "neither the 1 nor the -2 moves, so neither adds to a slope.",
            lambda x: (2 * x + 1) * (3 * x - 2) + (x**2 + 1) * (3 - 2),
        ),
        Mistake(
            "you took 3x for the slope of 3x - 2; that is a straight line, its slope is 3 everywhere.",
            lambda x: 2 * x * (3 * x - 2) + (x**2 + 1) * 3 * x,
        ),
        Mistake(
            "the slope of x² is 2x, not x.",
            lambda x: x * (3 * x - 2) + (x**2 + 1) * 3,
        ),
        Mistake(
            "the slope of x² is 2x, not x².",
            lambda x: x**2 * (3 * x - 2) + (x**2 + 1) * 3,
            lambda x: 2 * x**2 * (3 * x - 2) + (x**2 + 1) * 3,
        ),
        Mistake(
            "you lost the x of 2x, the slope of x².",
            lambda x: 2 * (3 * x - 2) + (x**2 + 1) * 3,
        ),
        Mistake(
            "the + 1 of the first factor is lost; it counts 3 times, by the slope of the second.",
            lambda x: 2 * x * (3 * x - 2) + x**2 * 3,
        ),
        Mistake(
            "the second factor lost its - 2; it is 3x - 2.",
            lambda x: 2 * x * 3 * x + (x**2 + 1) * 3,
        ),
        Mistake(
            "a sign slipped: it is 3x - 2, so 2x times it holds -4x.",
            lambda x: 2 * x * (3 * x + 2) + (x**2 + 1) * 3,
        ),
        Mistake(
            "put brackets around 3*x - 2: the whole factor is multiplied.",
            lambda x: 2 * x * 3 * x - 2 + (x**2 + 1) * 3,
        ),
        Mistake(
            "put brackets around x**2 + 1: the whole factor is multiplied.",
            lambda x: 2 * x * (3 * x - 2) + x**2 + 1 * 3,
        ),
        Mistake(
            "put brackets around both factors: each is multiplied as a whole.",
            lambda x: 2 * x * 3 * x - 2 + x**2 + 1 * 3,
        ),
        Mistake(
            "in Python, ^ is no power; write x**2.",
            lambda x: 2 * x * (3 * x - 2) + ((x ^ 2) + 1) * 3,
            lambda x: 9 * (x ^ 2) - 4 * x + 3,
            raises=r"unsupported operand type\(s\) for \^",
        ),
        Mistake(
            "you multiplied out, and a sign slipped; the slope is 9x² - 4x + 3.",
            lambda x: 9 * x**2 + 4 * x - 3,
            lambda x: 9 * x**2 - 4 * x - 3,
        ),
        Mistake(
            "the slope of 3x³ is 9x², of -2x² it is -4x, of 3x it is 3; one of these slipped.",
            lambda x: 9 * x**2 - 2 * x + 3,
            lambda x: 3 * x**2 - 4 * x + 3,
            lambda x: 6 * x**2 - 4 * x + 3,
            lambda x: 9 * x**3 - 4 * x + 3,
            lambda x: 9 * x**2 - 4 * x + 1,
        ),
        Mistake("that is the slope of the slope.", lambda x: 18 * x - 4),
    ],
)

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

GRADIENT = Function(
    "ex-02-4",
    "gradient(f, w1, w2, h)",
    start="nudge w1 by h and hold w2 still; that slope is the first number of the list.",
    right=gradient,
    also=(  # nudging both ways
        lambda *place: gradient(*place, slope=central),
        lambda *place: gradient(*place, slope=half_nudges),
    ),
    more=lambda rng: (
        rng.choice([bowl, plane, area, saddle]),
        number(rng),
        number(rng),
        rng.choice(NUDGES),
    ),
    cases=[
        Case("the bowl, w1² + 2 w2²", (bowl, 2, 1, 0.5), [4.5, 5]),
        Case("a tilted plane, 3 w1 - 5 w2", (plane, 1, 2, 0.5), [3, -5]),
        Case("an area, w1 times w2", (area, 2, 3, 0.25), [3, 2]),
        Case("many digits, w1³ w2 - w2²", (saddle, -1.3, 0.7, 0.1), [3.283, -3.697]),
        Case("at the bottom of the bowl", (bowl, 0, 0, 0.25), [0.25, 0.5]),
        Case("both are the same", (area, -1.5, -1.5, 0.5), [-1.5, -1.5]),
    ],
    mistakes=[
        Mistake(
            "the two are swapped; the slope for w1 comes first.",
            lambda f, w1, w2, h: gradient(f, w1, w2, h)[::-1],
        ),
        Mistake("that is the slope for w1 alone; return both, in a list.", first),
        Mistake("that is the slope for w2 alone; return both, in a list.", second),
        Mistake(
            "the slope for w2 is missing from the list.",
            lambda f, w1, w2, h: [first(f, w1, w2, h)],
        ),
        Mistake(
            "the slope for w1 is missing from the list.",
            lambda f, w1, w2, h: [second(f, w1, w2, h)],
        ),
        Mistake(
            "you nudged both at once; nudge one, and hold the other still.",
            both,
            lambda *place: [both(*place)],
        ),
        Mistake(
            "both are nudged in both numbers; in each, one is held still.",
            lambda *place: [both(*place)] * 2,
        ),
        Mistake(
            "w1 is still nudged in the second number; put w1 back before you nudge w2.",
            lambda *place: [first(*place), both(*place)],
        ),
        Mistake(
            "w2 is nudged in the first number too; hold it still there.",
            lambda *place: [both(*place), second(*place)],
        ),
        Mistake(
            "the second slope is measured from a place where w1 is already nudged; both start at (w1, w2).",
            lambda f, w1, w2, h: [first(f, w1, w2, h), second(f, w1 + h, w2, h)],
        ),
        Mistake(
            "both numbers are the slope for w1; in the second, nudge w2.",
            lambda *place: [first(*place)] * 2,
        ),
        Mistake(
            "both numbers are the slope for w2; in the first, nudge w1.",
            lambda *place: [second(*place)] * 2,
        ),
        Mistake(
            "those are the changes; divide each by h.",
            lambda f, w1, w2, h: [h * slope for slope in gradient(f, w1, w2, h)],
        ),
        Mistake(
            "only one of the changes is divided by h; divide both.",
            lambda f, w1, w2, h: [first(f, w1, w2, h), h * second(f, w1, w2, h)],
            lambda f, w1, w2, h: [h * first(f, w1, w2, h), second(f, w1, w2, h)],
        ),
        Mistake(
            "you multiplied by h; divide by it.",
            lambda f, w1, w2, h: [h * h * slope for slope in gradient(f, w1, w2, h)],
        ),
        Mistake(
            "/ comes before the minus, so only the second height was divided; use brackets.",
            lambda f, w1, w2, h: [f(w1 + h, w2) - f(w1, w2) / h, f(w1, w2 + h) - f(w1, w2) / h],
        ),
        Mistake(
            "every sign is turned, so it points downhill; take the height after the nudge minus the one before.",
            lambda *place: [-slope for slope in gradient(*place)],
        ),
        Mistake(
            "the sign is lost; a slope that goes down is negative.",
            lambda *place: [abs(slope) for slope in gradient(*place)],
        ),
        Mistake(
            "you added the two slopes; the gradient keeps one for each parameter.",
            lambda *place: sum(gradient(*place)),
        ),
        Mistake(
            "the gradient is a list of two slopes; that is its length.",
            lambda *place: hypot(*gradient(*place)),
        ),
        Mistake(
            "that is the product of the two slopes; the gradient keeps both.",
            lambda *place: first(*place) * second(*place),
        ),
        Mistake(
            "that is the mean of the two slopes; the gradient keeps both.",
            lambda *place: sum(gradient(*place)) / 2,
        ),
        Mistake(
            "you divided each change by the parameter; divide by h, which is how far it moved.",
            lambda f, w1, w2, h: [h * first(f, w1, w2, h) / w1, h * second(f, w1, w2, h) / w2],
        ),
        Mistake(
            "you nudged up and down, so the two places are 2 * h apart; divide by 2 * h.",
            lambda *place: [2 * slope for slope in gradient(*place, slope=central)],
        ),
        Mistake(
            "the input moved by h, not by 2 * h; divide by h.",
            lambda *place: [slope / 2 for slope in gradient(*place)],
        ),
        Mistake(
            "you nudged down; that is the slope on the other side. Nudge up, by + h.",
            lambda f, w1, w2, h: gradient(f, w1, w2, -h),
        ),
        Mistake(
            "those are the heights after the nudges; how far are they from f(w1, w2)?",
            lambda f, w1, w2, h: [f(w1 + h, w2), f(w1, w2 + h)],
        ),
        Mistake(
            "you divided the heights by h; first take away f(w1, w2).",
            lambda f, w1, w2, h: [f(w1 + h, w2) / h, f(w1, w2 + h) / h],
        ),
        Mistake(
            "w1 and w2 change places inside f; f takes w1 first.",
            lambda f, w1, w2, h: [
                (f(w2, w1 + h) - f(w2, w1)) / h,
                (f(w2 + h, w1) - f(w2, w1)) / h,
            ],
        ),
        Mistake(
            "this is where a step along the gradient leads; return the two slopes.",
            lambda f, w1, w2, h: [w1 + h, w2 + h],
            lambda f, w1, w2, h: [w1 - h * first(f, w1, w2, h), w2 - h * second(f, w1, w2, h)],
        ),
        Mistake(
            "those are the rules for the bowl alone; call f, and it works for every function.",
            lambda f, w1, w2, h: [2 * w1, 4 * w2],
        ),
        Mistake(
            "you took a nudge of your own; use the h that is handed in.",
            *[lambda f, w1, w2, h, own=10**-n: gradient(f, w1, w2, own) for n in range(6)],
            *[lambda f, w1, w2, h, o=10**-n: gradient(f, w1, w2, o, central) for n in range(6)],
            tolerance=1e-5,
        ),
    ],
)

EXERCISES = [SLOPE, BY_RULE, CHAIN, GRADIENT]
