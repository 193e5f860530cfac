"""Where a reader is, kept among the reader's own names: the step begun last, and whose the steps before it are."""

from dataclasses import dataclass, field, replace

from .rooms import made

RECORD = "__parts__"


@dataclass(frozen=True)
class Record:
    """`at` is the step begun last; 0 where a check has used up what its cell had made.

    `passed` and `lent` hold, for each step, the very objects that have passed or that the course has lent.
    """

    at: int = 0
    passed: dict = field(default_factory=dict)
    lent: dict = field(default_factory=dict)


def record_of(names):
    return names.get(RECORD) or Record()


def remember(step, names, record):
    """The record, with what step `step` has made as the reader's own."""
    lent = {other: objects for other, objects in record.lent.items() if other != step}
    return replace(record, passed={**record.passed, step: made(step, names)}, lent=lent)


def lent_words(record, step):
    """A sentence on the steps before this one that are the course's; empty if there are none."""
    lent = [str(other) for other in sorted(record.lent) if other < step]
    if not lent:
        return ""
    many = f"steps {', '.join(lent[:-1])} and {lent[-1]}" if len(lent) > 1 else f"step {lent[0]}"
    return f"with the course's {many}, as yours has not passed yet."
