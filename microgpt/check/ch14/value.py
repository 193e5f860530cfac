"""Exercise 14.2: Value, as far as the program needs it. The stories and mistakes are those of the engine in 5.6."""

from ..ch05.engine import ENGINE
from ..mistakes import Mistake
from ..scenario import Story
from .part import Part

METHODS = {"__rsub__", "__rtruediv__"}  # the program has no use for them
NOT_NEEDED = ("1 - x", "2 / x", *METHODS, "nudge", "a chain of 5,000")
NUDGE = Story(
    "the gradient that backward finds is the one that a nudge finds",
    """
    def f(x):
        return (x * x + 1).log() * (x ** -1 * 2).exp() - (x - 0.5).relu() ** 3
    x, h = Value(1.3), 0.0001
    f(x).backward()
    nudged = (f(Value(1.3 + h)).data - f(Value(1.3 - h)).data) / (2 * h)
    [round(x.grad, 4), abs(x.grad - nudged) < 0.000001]
    """,
    [-2.8725, True],
)
NEAR_AND_FAR = Story(
    "a number that is used near the result and far from it",
    """
    x = Value(0.5)
    a = x * x
    y = a + (a * 3).exp()
    y.backward()
    [x.grad, a.grad]
    """,
    [7.351000049838024, 7.351000049838024],
)


def needed(text):
    return not any(part in text for part in NOT_NEEDED)


def in_a_room(engine):
    return lambda: {"Value": engine}


CHILD = "you multiplied by the gradient of the child"
NOTHING_ARRIVES = (
    "no gradient arrives: order has to be filled, and each child gets its local gradient times value.grad, where value "
    "is what it is a child of."
)


def as_here(mistake):
    """A mistake of the engine, its wrong implementations in rooms."""
    return Mistake(
        NOTHING_ARRIVES if mistake.message.startswith(CHILD) else mistake.message,
        *[in_a_room(engine) for engine in mistake.wrong if not METHODS & vars(engine).keys()],
        because=mistake.because,
        raises=mistake.raises,
        inside=mistake.inside,
        tolerance=mistake.tolerance,
    )


VALUE = Part(
    2,
    start="begin with __mul__, which looks like __add__; then __pow__, log, exp, relu, and backward.",
    stub=lambda names: not hasattr(names["Value"], "__mul__"),
    tolerance=ENGINE.tolerance,
    cases=[*[story for story in ENGINE.cases if needed(story.proves)], NEAR_AND_FAR, NUDGE],
    mistakes=[as_here(mistake) for mistake in ENGINE.mistakes if needed(mistake.message)],
)
