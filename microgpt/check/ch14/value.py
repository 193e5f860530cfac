"""Exercise 14.2: Value, as far as the program needs it. The stories and mistakes are those of the engine in 5.6."""

from ..ch05.engine import ENGINE
from ..mistakes import Mistake
from .part import Part

NOT_NEEDED = ("1 - x", "2 / x", "__rsub__", "__rtruediv__", "nudge", "a chain of 5,000")


def needed(text):
    return not any(part in text for part in NOT_NEEDED)


def in_a_room(engine):
    return lambda: {"Value": engine}


def as_here(mistake):
    """A mistake of the engine, its wrong implementations in rooms."""
    return Mistake(
        mistake.message,
        *map(in_a_room, mistake.wrong),
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
    cases=[story for story in ENGINE.cases if needed(story.proves)],
    mistakes=[as_here(mistake) for mistake in ENGINE.mistakes if needed(mistake.message)],
)
