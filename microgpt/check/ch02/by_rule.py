"""Exercise 2.2: a slope by rule."""

from ..draws import number
from ..function import Case, Function
from ..mistakes import Mistake
from .hills import BY_NUDGING


def product(x):
    return (x**2 + 1) * (3 * x - 2)


def by_rule(x):
    return 2 * x * (3 * x - 2) + (x**2 + 1) * 3


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
