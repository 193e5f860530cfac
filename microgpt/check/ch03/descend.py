"""Exercise 3.2: down to 0.01."""

from ..function import Case, Function
from ..mistakes import Endless, Mistake
from ..source import returns_in_loop
from .line import (
    FACTOR_2,
    b_first,
    b_only,
    descend,
    half_steps,
    loss,
    place,
    squared,
    w_first,
    w_only,
    walk,
)


def goes_on_while_low(w, b, x, target, lr):
    """What the comparison does when it is the wrong way round."""
    if squared(w * x + b - target):
        raise Endless
    return 0


DESCEND = Function(
    "ex-03-2",
    "descend(w, b, x, target, lr)",
    start="as long as the loss is 0.01 or more, take a step and add 1 to a count.",
    right=descend,
    more=place,
    draws=12,
    cases=[
        Case("the line of this chapter", (0.0, 0.0, 3.0, 10.0, 0.02), 10),
        Case("half the learning rate", (0.0, 0.0, 3.0, 10.0, 0.01), 21),
        Case("it steps across the bottom each time", (0.0, 0.0, 3.0, 10.0, 0.09), 21),
        Case("from above", (2.0, 1.0, 2.0, 1.0, 0.05), 6),
        Case("a negative x and a negative target", (0.5, -1.0, -1.5, -7.5, 0.04), 14),
        Case("a tiny rate takes hundreds of steps", (0.0, 0.0, 1.0, 5.0, 0.004), 243),
        Case("already low enough", (3.0, 1.0, 3.0, 10.0, 0.02), 0),
        Case("low enough, and not at the bottom", (3.0, 0.95, 3.0, 10.0, 0.02), 0),
    ],
    mistakes=[
        Mistake(
            "that is one too many; the count starts at 0, and a step adds 1.",
            lambda *place: descend(*place) + 1,
        ),
        Mistake(
            "that is one too many where a step is taken; look at the loss before each step.",
            lambda *place: descend(*place) and descend(*place) + 1,
        ),
        Mistake(
            "a step is taken before the loss is looked at; at the start it may be low enough.",
            lambda *place: max(1, descend(*place)),
        ),
        Mistake(
            "it stops one step early; look at the loss once more after that step.",
            lambda *place: max(0, descend(*place) - 1),
            lambda *place: descend(*place) - 1,
        ),
        Mistake(
            "each step counts twice.",
            lambda *place: 2 * descend(*place),
        ),
        Mistake(
            "a negative miss is not a low loss; square it, and compare the square.",
            lambda *place: descend(*place, enough=lambda miss: miss < 0.01),
        ),
        Mistake(
            "a positive miss is not a low loss; square it, and compare the square.",
            lambda *place: descend(*place, enough=lambda miss: -miss < 0.01),
        ),
        Mistake(
            "no step is taken; the comparison may be the wrong way round: go on while the loss is 0.01 or more.",
            lambda *place: 0,
            goes_on_while_low,
        ),
        Mistake(
            "that is one step alone.",
            lambda *place: min(1, descend(*place)),
            lambda *place: 1,
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake(
            "you compared the miss; the loss is its square, so square it first.",
            lambda *place: descend(*place, enough=lambda miss: abs(miss) < 0.01),
        ),
        *[
            Mistake(
                f"it stops at the wrong loss; it should get under 0.01, not {low}.",
                lambda *place, low=low: descend(*place, enough=lambda miss: miss**2 < low),
            )
            for low in (1, 0.1, 0.05, 0.02, 0.005, 0.001, 1e-6)
        ],
        Mistake(
            "the second slope was computed after the first parameter had moved; work out both first.",
            lambda *place: descend(*place, move=w_first),
            lambda *place: descend(*place, move=b_first),
        ),
        Mistake(FACTOR_2, lambda *place: descend(*place, move=half_steps)),
        Mistake(
            "only w moves here; both parameters do.", lambda *place: descend(*place, move=w_only)
        ),
        Mistake(
            "only b moves here; both parameters do.", lambda *place: descend(*place, move=b_only)
        ),
        Mistake(
            "you started at w = 0 and b = 0; start at the w and b that are handed in.",
            lambda w, b, x, target, lr: descend(0, 0, x, target, lr),
        ),
        Mistake(
            "you used the x and the target of the page; use those that are handed in.",
            lambda w, b, x, target, lr: descend(w, b, 3.0, 10.0, lr),
        ),
        Mistake(
            "you used a learning rate of your own; use the lr that is handed in.",
            *[lambda w, b, x, t, lr, own=own: descend(w, b, x, t, own) for own in (0.01, 0.02)],
        ),
        *[
            Mistake(
                f"it gives up after {most} steps; go on until the loss is under 0.01.",
                lambda *place, most=most: descend(*place, most=most),
                lambda *place, most=most: walk(*place)[0] if walk(*place)[0] < most else most - 1,
            )
            for most in (10, 20, 50, 100, 200)
        ],
        Mistake(
            "the loss grows, until Python cannot square the miss any more.",
            raises="OverflowError",
        ),
        Mistake(
            "this is where it ended; the exercise asks how many steps it took.",
            lambda *place: walk(*place)[1],
            lambda *place: walk(*place)[1][0],
            lambda *place: walk(*place)[1][1],
        ),
        Mistake(
            "where it ended came along; the exercise asks for the number of steps alone.",
            lambda *place: [*walk(*place)[1], walk(*place)[0]],
            lambda *place: [walk(*place)[0], *walk(*place)[1]],
        ),
        Mistake(
            "that is the loss at the start; count the steps.",
            lambda w, b, x, target, lr: loss(w, b, x, target),
        ),
        Mistake(
            "that is the loss at the end; count the steps.",
            lambda *place: loss(*walk(*place)[1], *place[2:4]),
        ),
    ],
)
