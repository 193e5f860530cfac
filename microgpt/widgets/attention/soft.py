"""Softmax, the soft dictionary, and the words of a sentence that look at each other."""

import traitlets

from microgpt.nn import softmax

from ..base import Filled, Widget
from ..rounding import add_to_one
from ..traits import Labels, Matrix, Number, Numbers, OneOf
from .lookups import blend, exact_weights, plain_softmax, soft_weights
from .sentence import SENTENCE, words_of


class Softmax(Widget):
    """Softmax with logits to drag: every exp, their sum, every probability; and when exp is too large for a float.

    `shift` is added to all logits. With `subtract` the largest is taken away before exp, as the program does.

    >>> Softmax(logits=[2.0, 1.0, 0.1])
    softmax([2.0, 1.0, 0.1]) is [0.66, 0.24, 0.10].
    >>> Softmax(logits=[2.0, 1.0, 0.1], shift=800)
    softmax([802.0, 801.0, 800.1]) has no result without subtracting the largest: OverflowError.
    >>> Softmax(logits=[2.0, 1.0, 0.1], shift=800, subtract=True)
    softmax([802.0, 801.0, 800.1]) is [0.66, 0.24, 0.10].
    """

    module = "attention/softmax.js"
    logits = Numbers([2.0, 1.0, 0.1], shortest=2, longest=8, low=-1000, high=1000)
    labels = Labels([], shortest=0, longest=8)
    shift = Number(0, low=-1000, high=1000)
    subtract = OneOf(False, [False, True])

    @traitlets.validate("logits", "labels")
    def _fits(self, proposal):
        new = {"logits": self.logits, "labels": self.labels}
        new[proposal["trait"].name] = proposal["value"]
        if new["labels"] and len(new["labels"]) != len(new["logits"]):
            raise traitlets.TraitError("labels must be as many as logits, or none.")
        return proposal["value"]

    def probabilities(self):
        """What `microgpt.softmax` gives, or without `subtract` what plain exps give, with their errors."""
        shifted = [logit + self.shift for logit in self.logits]
        return softmax(shifted) if self.subtract else plain_softmax(shifted)

    def summary(self):
        logits = ", ".join(str(round(logit + self.shift, 4)) for logit in self.logits)
        try:
            probabilities = self.probabilities()
        except ArithmeticError as error:
            name = type(error).__name__
            return f"softmax([{logits}]) has no result without subtracting the largest: {name}."
        return f"softmax([{logits}]) is [{', '.join(add_to_one(probabilities))}]."


class DragQuery(Widget):
    """A dictionary that answers softly: a query that is dragged, four keys, and the blend of their values.

    `q` is the query, `k` the keys, `v` their values, a pair of numbers each; `labels` names the keys.
    `look` is "softly", where every key counts by its weight, or "exactly", as in a Python dict.

    >>> DragQuery(q=[1.0, 1.0])
    The query [1.0, 1.0] gives e 0.77, m 0.19, m 0.01, a 0.03; the blend of the values is [-1.42, 1.56].
    >>> DragQuery(q=[1.0, 1.0], look="exactly")
    No key equals the query [1.0, 1.0]: KeyError.
    """

    module = "attention/drag_query.js"
    q = Numbers([1.0, 1.0], shortest=2, longest=2, low=-3, high=3)
    k = Matrix(
        [[2.0, 1.0], [-1.0, 2.0], [-2.0, -0.5], [0.5, -2.0]], rows=6, columns=2, low=-3, high=3
    )
    v = Matrix(
        [[-2.0, 1.5], [0.5, 2.5], [2.5, 0.5], [-0.5, -2.0]], rows=6, columns=2, low=-3, high=3
    )
    labels = Labels(["e", "m", "m", "a"], shortest=1, longest=6)
    look = OneOf("softly", ["softly", "exactly"])

    @traitlets.validate("k", "v", "labels")
    def _fits(self, proposal):
        new = {"k": self.k, "v": self.v, "labels": self.labels}
        new[proposal["trait"].name] = proposal["value"]
        if len(set(map(len, new.values()))) > 1:
            raise traitlets.TraitError("k, v and labels must have the same number of entries.")
        if any(len(pair) != 2 for pair in new["k"] + new["v"]):
            raise traitlets.TraitError("k and v must be lists of pairs of numbers.")
        return proposal["value"]

    def weights(self):
        """How much each key counts: together 1. Looking exactly, KeyError where no key equals the query."""
        weigh = soft_weights if self.look == "softly" else exact_weights
        return weigh(self.q, self.k)

    def answer(self):
        """The blend: each value times its weight, added up."""
        return blend(self.weights(), self.v)

    def summary(self):
        try:
            weights = add_to_one(self.weights())
        except KeyError:
            return f"No key equals the query {self.q}: KeyError."
        each = ", ".join(f"{label} {weight}" for label, weight in zip(self.labels, weights))
        numbers = ", ".join(f"{x:.2f}" for x in self.answer())
        return f"The query {self.q} gives {each}; the blend of the values is [{numbers}]."


class WordAttention(Filled):
    """Which words of a sentence a word looks at, when only earlier words are there yet.

    The weights are illustrative: they were written by hand, no model computed them. `ending` is the last word,
    `word` the chosen one, counted from 0.

    >>> WordAttention(word=8, ending="tired")
    Written by hand, no model computed it: tired takes most from puppy (0.46) and it (0.22).
    """

    module = "attention/word_attention.js"
    ending = OneOf(SENTENCE["endings"][0], SENTENCE["endings"])
    word = OneOf(6, range(len(SENTENCE["words"]) + 1))

    @traitlets.default("content")
    def _content(self):
        return SENTENCE

    def weights(self):
        """What the chosen word takes from each word up to itself: together 1."""
        rows = [*SENTENCE["weights"], SENTENCE["last"][self.ending]]
        return [hundredths / 100 for hundredths in rows[self.word]]

    def summary(self):
        words = words_of(SENTENCE, self.ending)
        order = sorted(range(self.word + 1), key=lambda i: -self.weights()[i])
        most = " and ".join(f"{words[i]} ({self.weights()[i]:.2f})" for i in order[:2])
        return f"Written by hand, no model computed it: {words[self.word]} takes most from {most}."
