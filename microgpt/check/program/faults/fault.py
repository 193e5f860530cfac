"""A fault: what it is in words, and the change to the course's program that makes it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`says` names it in words; each of `edits` is a piece of ladder/train5.py and what stands in its place."""

    name: str
    says: str
    edits: tuple

    def apply(self, text):
        """The program with this fault in it; ValueError where a piece does not stand in it once."""
        for old, new in self.edits:
            if text.count(old) != 1:
                raise ValueError(f"{self.name}: the program does not say {old!r} once")
            text = text.replace(old, new)
        return text


def fault(name, says, *edits):
    """A Fault; a single edit may be given as two texts."""
    return Fault(name, says, (edits,) if isinstance(edits[0], str) else edits)
