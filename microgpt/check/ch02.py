"""Chapter 02: the slope of a hill."""

from math import hypot

from .exercise import Case, Function, Mistake


class Named:
    """A function that prints as its name, so that a report can show the call.

    >>> Named("square", lambda x: x**2)
    square
    """

    def __init__(self, name, function):
        self.name, self.function = name, function

    def __call__(self, *arguments):
        return self.function(*arguments)

    def __repr__(self):
        return self.name


square = Named("square", lambda x: x**2)
line = Named("line", lambda x: 3 * x + 1)
square_plus_1 = Named("square_plus_1", lambda x: x**2 + 1)
triple = Named("triple", lambda x: 3 * x)
double = Named("double", lambda x: 2 * x)
three = Named("three", lambda x: 3)
five = Named("five", lambda u: 5)
bowl = Named("bowl", lambda w1, w2: w1**2 + 2 * w2**2)
plane = Named("plane", lambda w1, w2: 3 * w1 - 5 * w2)
area = Named("area", lambda w1, w2: w1 * w2)


def slope(f, x, h):
    return (f(x + h) - f(x)) / h


def product(x):
    return (x**2 + 1) * (3 * x - 2)


def product_slope(x):
    return 2 * x * (3 * x - 2) + (x**2 + 1) * 3


def chain(g, dg, df, x):
    return df(g(x)) * dg(x)


def first(f, w1, w2, h):
    return (f(w1 + h, w2) - f(w1, w2)) / h


def second(f, w1, w2, h):
    return (f(w1, w2 + h) - f(w1, w2)) / h


def gradient(f, w1, w2, h):
    return [first(f, w1, w2, h), second(f, w1, w2, h)]


def both(f, w1, w2, h):
    return (f(w1 + h, w2 + h) - f(w1, w2)) / h


def twice_central(f, w1, w2, h):
    return [(f(w1 + h, w2) - f(w1 - h, w2)) / h, (f(w1, w2 + h) - f(w1, w2 - h)) / h]


EXERCISES = [
    Function(
        "ex-02-1",
        "slope(f, x, h)",
        start="call f twice, at x and at x + h; how far apart are the two results?",
        cases=[  # `also` is what nudging both ways gives: as right, and nearer to the derivative
            Case("a curve", (square, 3, 0.5), 6.5, also=(6,)),
            Case("a smaller nudge", (square, 3, 0.25), 6.25, also=(6,)),
            Case("where it goes down", (square, -2, 0.5), -3.5, also=(-4,)),
            Case("a straight line, 3x + 1", (line, 2, 0.5), 3),
        ],
        mistakes=[
            Mistake(
                "that is the change alone; divide it by the nudge h.",
                lambda f, x, h: f(x + h) - f(x),
            ),
            Mistake(
                "you subtracted the wrong way round; take the height after the nudge minus the one before.",
                lambda f, x, h: (f(x) - f(x + h)) / h,
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
                "/ comes before the minus, so only f(x) was divided; put the difference in brackets.",
                lambda f, x, h: f(x + h) - f(x) / h,
            ),
            Mistake("you multiplied by h; divide by it.", lambda f, x, h: (f(x + h) - f(x)) * h),
            Mistake(
                "you added the two heights; how far apart are they?",
                lambda f, x, h: (f(x + h) + f(x)) / h,
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
            Mistake("you subtracted x itself; subtract f(x).", lambda f, x, h: (f(x + h) - x) / h),
            Mistake(
                "that is the height after the nudge; how far is it from f(x)?",
                lambda f, x, h: f(x + h),
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
                "that is the height divided by x; a slope compares two heights.",
                lambda f, x, h: f(x) / x,
            ),
            Mistake(
                "you took a nudge of your own; use the h that is handed in.",
                lambda f, x, h: slope(f, x, 1e-6),
            ),
            Mistake(
                "that is the rule for x² alone; call f, and it works for every function.",
                lambda f, x, h: 2 * x,
            ),
        ],
    ),
    Function(
        "ex-02-2",
        "by_rule(x)",
        start="f is a product of two factors; write down the slope of each factor first.",
        cases=[
            Case("at 2", (2,), 31),
            Case("at 0", (0,), 3),
            Case("at 1", (1,), 8),
            Case("left of 0", (-1,), 16),
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
            ),
            Mistake(
                "each slope meets its own factor; multiply it by the other one.",
                lambda x: 2 * x * (x**2 + 1) + 3 * (3 * x - 2),
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
                "you took 3x for the slope of 3x - 2; that is a straight line, its slope is 3 everywhere.",
                lambda x: 2 * x * (3 * x - 2) + (x**2 + 1) * 3 * x,
            ),
            Mistake(
                "the slope of x² is 2x, not x.",
                lambda x: x * (3 * x - 2) + (x**2 + 1) * 3,
            ),
            Mistake(
                "you lost the x of 2x, the slope of x².",
                lambda x: 2 * (3 * x - 2) + (x**2 + 1) * 3,
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
                "very near, so it was found by nudging; use the rules, and it is exact.",
                when=lambda result, x: 0 < abs(result - product_slope(x)) < 0.02,
            ),
        ],
    ),
    Function(
        "ex-02-3",
        "chain_slope(inner, inner_slope, outer_slope, x)",
        start="where does the outer function stand? Call inner(x), that is u.",
        cases=[
            Case("(x² + 1)², at 2", (square_plus_1, double, double, 2), 40),
            Case("(3x)², at 1", (triple, three, double, 1), 18),
            Case("5x², left of 0", (square, double, five, -1), -10),
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
                "you handed the inner slope to outer_slope; hand it the place u, which is inner(x).",
                lambda g, dg, df, x: df(dg(x)),
            ),
            Mistake(
                "you took the outer slope at the inner slope; take it at the place u, which is inner(x).",
                lambda g, dg, df, x: df(dg(x)) * dg(x),
            ),
            Mistake(
                "you multiplied by x; multiply by the inner slope, inner_slope(x).",
                lambda g, dg, df, x: df(g(x)) * x,
            ),
            Mistake(
                "that is u, the place of the outer function; which rates meet there?",
                lambda g, dg, df, x: g(x),
            ),
            Mistake(
                "you divided; along a chain rates multiply.", lambda g, dg, df, x: df(g(x)) / dg(x)
            ),
            Mistake(
                "a function is no number; call each of the two, with its place in brackets.",
                lambda g, dg, df, x: df * dg,
            ),
            Mistake(
                "you handed over the function inner itself; call it, inner(x), and you have the place u.",
                lambda g, dg, df, x: df(g) * dg(x),
            ),
            Mistake(
                "very near, so a link was found by nudging; its exact slope is handed in.",
                when=lambda result, *links: 0 < abs(result - chain(*links)) < 0.02,
            ),
        ],
    ),
    Function(
        "ex-02-4",
        "gradient(f, w1, w2, h)",
        start="nudge w1 by h and hold w2 still; that slope is the first number of the list.",
        cases=[  # `also` is what nudging both ways gives
            Case("the bowl", (bowl, 2, 1, 0.5), [4.5, 5], also=([4, 4],)),
            Case("a tilted plane, 3 w1 - 5 w2", (plane, 1, 2, 0.5), [3, -5]),
            Case("an area, w1 times w2", (area, 2, 3, 0.25), [3, 2]),
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
            Mistake("you nudged both at once; nudge one, and hold the other still.", both),
            Mistake(
                "both are nudged in both numbers; in each, one is held still.",
                lambda f, w1, w2, h: [both(f, w1, w2, h)] * 2,
            ),
            Mistake(
                "w1 is still nudged in the second number; put w1 back before you nudge w2.",
                lambda f, w1, w2, h: [first(f, w1, w2, h), both(f, w1, w2, h)],
            ),
            Mistake(
                "the second slope is measured from a place where w1 is already nudged; both start at (w1, w2).",
                lambda f, w1, w2, h: [first(f, w1, w2, h), second(f, w1 + h, w2, h)],
            ),
            Mistake(
                "both numbers are the slope for w1; in the second, nudge w2.",
                lambda f, w1, w2, h: [first(f, w1, w2, h)] * 2,
            ),
            Mistake(
                "those are the changes; divide each by h.",
                lambda f, w1, w2, h: [h * first(f, w1, w2, h), h * second(f, w1, w2, h)],
            ),
            Mistake(
                "every sign is turned, so it points downhill; take the height after the nudge minus the one before.",
                lambda f, w1, w2, h: [-d for d in gradient(f, w1, w2, h)],
            ),
            Mistake(
                "you added the two slopes; the gradient keeps one for each parameter.",
                lambda f, w1, w2, h: sum(gradient(f, w1, w2, h)),
            ),
            Mistake(
                "the gradient is a list of two slopes; that is its length.",
                lambda f, w1, w2, h: hypot(*gradient(f, w1, w2, h)),
            ),
            Mistake(
                "you divided each change by the parameter; divide by h, which is how far it moved.",
                lambda f, w1, w2, h: [h * first(f, w1, w2, h) / w1, h * second(f, w1, w2, h) / w2],
            ),
            Mistake(
                "you nudged up and down, so the two places are 2 * h apart; divide by 2 * h.",
                twice_central,
            ),
            Mistake(
                "those are the rules for the bowl alone; call f, and it works for every function.",
                lambda f, w1, w2, h: [2 * w1, 4 * w2],
            ),
            Mistake(
                "you took a nudge of your own; use the h that is handed in.",
                lambda f, w1, w2, h: gradient(f, w1, w2, 1e-6),
            ),
        ],
    ),
]
