"""Widgets about characters, tokens and their vectors: from a typed name to what the model begins with."""

import random
from math import exp

from ..base import Widget
from ..traits import Number, Numbers, OneOf, Text
from .built_in import TOKENS, bigram_table, cosine, embeddings, names, tokenizer

LAST_SEED = 10**9


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
    seed = Number(42, low=0, high=LAST_SEED, whole=True)

    def first(self, n=10):
        """The first `n` names after shuffling."""
        shuffled = list(names())
        random.Random(self.seed).shuffle(shuffled)
        return shuffled[:n]

    def summary(self):
        return f"Shuffled with seed {self.seed}, the list begins: {', '.join(self.first())}."


class BigramTable(Widget):
    """Which token follows which in the built-in list, counted: a table of 27 times 27, to walk in and to sample from.

    `row` is the token whose row is spelled out, `show` is "probabilities" or "counts". `seed` draws a name row by row,
    as `microgpt.baselines.sample` does; `steps` of its tokens are on view.

    >>> table = BigramTable(row="q")
    >>> table.likeliest(1)
    [('u', 0.93)]
    >>> table.name()
    'danade'
    """

    module = "tokens/bigram_table.js"
    show = OneOf("probabilities", ["probabilities", "counts"])
    row = OneOf("BOS", TOKENS)
    seed = Number(4, low=0, high=LAST_SEED, whole=True)
    steps = OneOf(0, range(18))

    def likeliest(self, n=3):
        """The `n` likeliest tokens after `row`: [(token, probability to two digits)]."""
        chances = zip(TOKENS, bigram_table()[0][TOKENS.index(self.row)])
        return [(token, round(p, 2)) for token, p in sorted(chances, key=lambda one: -one[1])[:n]]

    def name(self):
        """The whole name that the seed draws."""
        from microgpt.baselines import sample

        return sample(bigram_table()[0], tokenizer(), random.Random(self.seed))

    def summary(self):
        loss = bigram_table()[1]
        top = ", ".join(f"{token} {100 * p:.0f} %" for token, p in self.likeliest())
        return (
            f"The bigram table costs {loss:.4f} nats per token, as much as a fair choice among {exp(loss):.1f} tokens. "
            f"Likeliest after {self.row}: {top}. With seed {self.seed} it draws “{self.name()}”."
        )


class EmbeddingMap(Widget):
    """The vectors of the 27 tokens on a map, "before" and "after" training, and which are nearest to one by cosine.

    The map is the plane in which the rows of `wte` differ most after training, found by principal components.

    >>> EmbeddingMap(letter="a")
    After training, nearest to a by cosine: o 0.75, e 0.67, u 0.56.
    """

    module = "tokens/embedding_map.js"
    letter = OneOf("a", TOKENS)
    when = OneOf("after", ["before", "after"])

    def nearest(self, n=3):
        """The `n` tokens with the largest cosines: [(token, cosine)], the nearest first."""
        wte = embeddings(self.when)["wte"]
        mine = wte[TOKENS.index(self.letter)]
        others = [(token, cosine(mine, row)) for token, row in zip(TOKENS, wte)]
        others = [other for other in others if other[0] != self.letter]
        return sorted(others, key=lambda other: -other[1])[:n]

    def summary(self):
        near = ", ".join(f"{token} {value:.2f}" for token, value in self.nearest())
        return f"{self.when.capitalize()} training, nearest to {self.letter} by cosine: {near}."


class TokenPlusPosition(Widget):
    """What the model begins with: a token's row of `wte` plus a position's row of `wpe`, number by number.

    Beside it stands the same token at an `other` position, and the cosine between the two sums.

    >>> plus = TokenPlusPosition(letter="m", position=2, other=3)
    >>> len(plus.sums()[0])
    16
    """

    module = "tokens/token_plus_position.js"
    letter = OneOf("m", TOKENS)
    position = OneOf(2, range(16))
    other = OneOf(3, range(16))

    def sums(self):
        """The two vectors: the token at `position`, and at `other`."""
        rows = embeddings("after")
        token = rows["wte"][TOKENS.index(self.letter)]
        return tuple(
            [t + p for t, p in zip(token, rows["wpe"][at])] for at in (self.position, self.other)
        )

    def summary(self):
        return (
            f"{self.letter} at position {self.position} and {self.letter} at position {self.other}: "
            f"each is wte[{self.letter}] plus the position's row of wpe, 16 numbers. "
            f"The cosine of the two sums is {cosine(*self.sums()):.2f}."
        )


class RMSNormVector(Widget):
    """A vector of two numbers and what `rmsnorm` makes of it: the same direction, on a circle of radius sqrt(2).

    >>> RMSNormVector(x=[3, 4])
    The root mean square of [3, 4] is 3.54; rmsnorm makes it [0.849, 1.13], of length 1.41 in the same direction.
    >>> RMSNormVector(x=[0, 0])
    The root mean square of [0, 0] is 0; rmsnorm leaves it at [0, 0].
    """

    module = "tokens/rms_norm_vector.js"
    x = Numbers([3, 1.5], shortest=2, longest=2, low=-4, high=4)

    def normed(self):
        """What `microgpt.rmsnorm` makes of `x`."""
        from microgpt.nn import rmsnorm

        return rmsnorm(self.x)

    def summary(self):
        rms = (sum(x * x for x in self.x) / 2) ** 0.5
        normed = self.normed()
        numbers = ", ".join(f"{y:.3g}" for y in normed)
        if not rms:
            return f"The root mean square of {self.x} is 0; rmsnorm leaves it at [{numbers}]."
        length = sum(y * y for y in normed) ** 0.5
        return (
            f"The root mean square of {self.x} is {rms:.3g}; "
            f"rmsnorm makes it [{numbers}], of length {length:.2f} in the same direction."
        )
