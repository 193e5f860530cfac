"""The learner's attack: one talk, played with every bad bot. Which of them does it break?"""

from ..files import reason
from .bad import bad_bots
from .child import Limits
from .game import in_child, talk

LARGEST = 10_000  # bytes of an attack
MOST_LINES = 20
LIMITS = Limits(answer=3)


def read_attack(path):
    """The lines of a talk, as bytes; ValueError, with one sentence, if it is none."""
    try:
        with open(path, "rb") as file:
            text = file.read(LARGEST + 1)
    except OSError as error:
        raise ValueError(f"cannot read {path}: {reason(error)}") from None
    lines = text.removesuffix(b"\n").split(b"\n")
    if len(text) > LARGEST or len(lines) > MOST_LINES:
        raise ValueError(f"an attack has at most {MOST_LINES} lines and {LARGEST:,} bytes")
    return [line.removesuffix(b"\r") for line in lines]


def attack(lines, seed=0, bots=None, limits=LIMITS):
    """Play the talk with each bad bot; yields (name, the first turn that went wrong or None)."""
    for name, source in (bots or bad_bots()).items():
        turns = talk(in_child(source, seed, limits), lines, seed)
        yield name, next((turn for turn in turns if turn.fault), None)
