"""The smallest talk that still goes wrong: what can be left out is left out, part by part."""

from .game import talk
from .judge import TIMEOUT
from .reference import is_answered

MOST_TALKS = 60
MOST_WAITS = 6  # where each try lasts until the time is over


def smallest_talk(start, turn, seed):
    """The fewest and shortest lines after which the bot does what it did in this turn, as far as tries allow."""
    left = [MOST_WAITS if turn.fault.kind == TIMEOUT else MOST_TALKS]

    def fails(lines):
        if not lines or not left[0]:
            return False
        left[0] -= 1
        turns = talk(start, lines, seed, turn.stand_in)
        fault = turns[-1].fault
        if len(turns) < len(lines) or fault is None or fault.kind != turn.fault.kind:
            return False
        return is_answered(lines[-1], seed) == is_answered(turn.line, seed)

    before, last = turn.before, turn.line
    if fails([last]):
        before = []
    elif not fails([*before, last]):
        return [*before, last]  # it does not do it again
    before = shrink(before, lambda lines: fails([*lines, last]))
    words = shrink(last.split(b" "), lambda words: fails([*before, b" ".join(words)]))
    text = shrink(letters(b" ".join(words)), lambda part: fails([*before, b"".join(part)]))
    return [*before, b"".join(text)]


def letters(line):
    """The line in parts that may be left out: letters, or bytes where it is not text."""
    try:
        return [letter.encode() for letter in line.decode()]
    except UnicodeDecodeError:
        return [bytes([byte]) for byte in line]


def shrink(parts, fails):
    """Leave out halves, then quarters, and so on down to single parts, as long as what is left still fails.

    >>> shrink(list("strawberry pear"), lambda parts: "ear" in "".join(parts))
    ['e', 'a', 'r']
    """
    size = len(parts)
    while size > 1:
        size = (size + 1) // 2
        start = 0
        while start < len(parts):
            rest = parts[:start] + parts[start + size :]
            if fails(rest):
                parts = rest
            else:
                start += size
    return parts
