"""Exercise 2.1: a slope by nudging."""

from ..draws import number
from ..function import Case, Function
from ..mistakes import Mistake
from .hills import NUDGES, central, cubic, flat, half_nudges, line, slope, square

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
