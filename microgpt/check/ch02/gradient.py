"""Exercise 2.4: the gradient."""

from math import hypot

from ..draws import number
from ..function import Case, Function
from ..mistakes import Mistake
from .hills import NUDGES, area, bowl, central, half_nudges, plane, saddle, slope


def first(f, w1, w2, h, slope=slope):
    return slope(lambda w: f(w, w2), w1, h)


def second(f, w1, w2, h, slope=slope):
    return slope(lambda w: f(w1, w), w2, h)


def gradient(f, w1, w2, h, slope=slope):
    return [first(f, w1, w2, h, slope), second(f, w1, w2, h, slope)]


def both(f, w1, w2, h):
    return (f(w1 + h, w2 + h) - f(w1, w2)) / h


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
        Case("one slope is 0", (area, 2.5, 0, 0.5), [0, 2.5]),
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
