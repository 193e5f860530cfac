"""Characters to numbers and back."""

from collections.abc import Iterable


class Tokenizer:
    """Each distinct character of the documents has an id, in alphabetical order; one more, BOS, marks start and end.

    `documents` is a list of texts (the list of all characters will do). `chars` is the sorted list of characters,
    `BOS` the id after the last of them, `vocab_size` the number of ids. No character at all raises ValueError.

    >>> tokenizer = Tokenizer(["emma", "ava"])
    >>> tokenizer
    Tokenizer('aemv', BOS=4, vocab_size=5)
    >>> tokenizer.encode("emma")
    [4, 1, 2, 2, 0, 4]
    >>> tokenizer.decode([4, 1, 2, 2, 0, 4])
    'emma'
    """

    def __init__(self, documents: Iterable[str]):
        self.chars = sorted(set("".join(documents)))
        if not self.chars:
            raise ValueError("there is no character to learn from")
        self.BOS = len(self.chars)
        self.vocab_size = len(self.chars) + 1

    def __repr__(self):
        return f"Tokenizer({''.join(self.chars)!r}, BOS={self.BOS}, vocab_size={self.vocab_size})"

    def encode(self, text: str) -> list[int]:
        """The ids of a text with BOS before and after it; an unknown character raises ValueError."""
        for char in text:
            if char not in self.chars:
                known = "".join(self.chars)
                raise ValueError(f"the character {char!r} is not in the vocabulary {known!r}")
        return [self.BOS, *map(self.chars.index, text), self.BOS]

    def decode(self, ids: Iterable[int]) -> str:
        """The text of a list of ids; every BOS is left out. An id outside the vocabulary raises IndexError."""
        return "".join(self.chars[i] for i in ids if i != self.BOS)
