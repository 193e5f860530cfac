"""Widgets about characters, tokens and their vectors: from a typed name to what the model begins with."""

import random

from ..base import Widget
from ..traits import Number, Text
from .course import names, tokenizer


class LiveTokenizer(Widget):
    """A name becomes tokens while you type it: an id for each letter, and BOS at both ends.

    The vocabulary is that of the built-in list of names. A character that no name has is refused by name.

    >>> LiveTokenizer(text="emma")
    'emma' becomes [26, 4, 12, 12, 0, 26]: 6 tokens.
    >>> LiveTokenizer(text="Emma")
    'Emma' cannot be encoded: the character 'E' is not in the vocabulary 'abcdefghijklmnopqrstuvwxyz'.
    """

    module = "tokens/live_tokenizer.js"
    text = Text("emma", longest=32)

    def ids(self):
        """The ids of the text, as `Tokenizer.encode` gives them; ValueError for an unknown character."""
        return tokenizer().encode(self.text)

    def summary(self):
        try:
            ids = self.ids()
        except ValueError as error:
            return f"{self.text!r} cannot be encoded: {error}."
        return f"{self.text!r} becomes {ids}: {len(ids)} tokens."


class ShuffleNames(Widget):
    """The first ten names of the built-in list, as it is and shuffled. The same seed always gives the same order.

    `first(n)` gives what `random.Random(seed).shuffle` puts at the front.

    >>> shuffled = ShuffleNames(seed=42)
    >>> shuffled.first(3)
    ['nancy', 'ashok', 'enya']
    """

    module = "tokens/shuffle_names.js"
    seed = Number(42, low=0, high=10**9, whole=True)

    def first(self, n=10):
        """The first `n` names after shuffling."""
        shuffled = list(names())
        random.Random(self.seed).shuffle(shuffled)
        return shuffled[:n]

    def summary(self):
        return f"Shuffled with seed {self.seed}, the list begins: {', '.join(self.first())}."
