"""Widgets about the attention of a model: the toy model's number by number, and the heads of the trained one."""

from functools import cache

import traitlets

from ... import toy
from ...attention import attention_steps, largest_gap
from ..base import Widget
from ..traits import Letters, ListTrait, OneOf

LAST_POSITION = 15
"""Of the trained model: BOS and 15 letters."""

STAGES = "start q k v cache product score weight blend output added".split()
"""What each step of the AttentionStepper has computed; its JavaScript has the same ones."""


@cache
def course_model(trained):
    """The course's model after training, or before it. Made once: it is only read."""
    from microgpt.canonical import load_canonical
    from microgpt.heads import untrained_model

    return load_canonical().model if trained else untrained_model()


@cache
def course_tokenizer():
    """The tokenizer of the course's model."""
    from microgpt.canonical import load_canonical

    return load_canonical().tokenizer


class ToyTokens(ListTrait):
    """A list of one to four tokens of the toy model."""

    def validate(self, obj, value):
        if (
            isinstance(value, (list, tuple))
            and 1 <= len(value) <= toy.CONFIG.block_size
            and all(isinstance(one, str) and one in toy.TOKENS for one in value)
        ):
            return list(value)
        raise traitlets.TraitError(
            f"{self.name} must be a list of 1 to {toy.CONFIG.block_size} of {', '.join(toy.TOKENS)}, not {value!r}."
        )


class AttentionStepper(Widget):
    """One letter on its way through the attention of the toy model, number by number, with Step and Play.

    `position` says which of the `tokens` looks; `step` how far it has come, from 0 (nothing is computed) to 10:
    q, k, v, cache, product, score, weight, blend, output, added. `numbers()` gives all of them.

    >>> stepper = AttentionStepper(tokens=["BOS", "a", "b"], position=2)
    >>> [round(weight, 2) for weight in stepper.numbers()["heads"][0]["weights"]]
    [0.34, 0.31, 0.35]
    """

    module = "attention/attention_stepper.js"
    tokens = ToyTokens(["BOS", "a", "b"])
    position = OneOf(2, range(toy.CONFIG.block_size))
    step = OneOf(0, range(len(STAGES)))

    @traitlets.validate("position", "tokens")
    def _position_is_a_token(self, proposal):
        changed = {proposal["trait"].name: proposal["value"]}
        last = len(changed.get("tokens", self.tokens)) - 1
        position = changed.get("position", self.position)
        if position > last:
            raise traitlets.TraitError(f"position must be 0 to {last}, not {position}.")
        return proposal["value"]

    def numbers(self):
        """Everything about the letter at `position`, as `microgpt.attention.attention_steps` gives it."""
        return attention_steps(toy.toy_model(), toy.token_ids(self.tokens))[self.position]

    def summary(self):
        letter, stage = self.tokens[self.position], STAGES[self.step]
        begin = f"{letter} at position {self.position} in the attention of the toy model"
        if stage == "start":
            return f"{begin}; nothing is computed yet."
        shares = ", ".join(
            f"{weight:.2f} from {token}"
            for weight, token in zip(self.numbers()["heads"][0]["weights"], self.tokens)
        )
        takes = f" It takes {shares}." if self.step >= STAGES.index("weight") else ""
        return f"{begin}; computed as far as: {stage}.{takes}"


class CacheIsMask(Widget):
    """The same attention twice: one letter at a time with a cache, and all letters at once with a mask.

    `step` goes from 0 to 5; `tokens` are those of the toy model on view. `name` is what the trained model is asked
    about: `gap()` gives the largest difference between its two results.

    >>> CacheIsMask(name="emma").gap()
    0.0
    """

    module = "attention/cache_is_mask.js"
    tokens = ToyTokens(["BOS", "a", "b", "c"])
    name = Letters("emma", shortest=1, longest=LAST_POSITION)
    step = OneOf(0, range(6))

    def gap(self):
        """The largest difference, for the trained model and `name`."""
        model = course_model(trained=True)
        return largest_gap(model, course_tokenizer().encode(self.name)[:-1])

    def summary(self):
        toy_gap = largest_gap(toy.toy_model(), toy.token_ids(self.tokens))
        return (
            f"The attention of the toy model on {' '.join(self.tokens)}, one letter at a time with a cache and all at "
            f"once with a mask: the results differ by at most {toy_gap:g}; the trained model's on “{self.name}” by at "
            f"most {self.gap():g}."
        )


class TrainedHeads(Widget):
    """The four heads of the trained model on any name: which letter takes how much from which letter before it.

    `position` is the row that is pinned for all heads, or None; `trained` says which model is on view: the course's,
    or the same one before its first step. `weights()` gives the pinned row of each head.

    >>> heads = TrainedHeads(name="emma", position=3)
    >>> [round(weight, 2) for weight in heads.weights()[0]]
    [0.31, 0.33, 0.17, 0.2]
    """

    module = "attention/trained_heads.js"
    name = Letters("emma", shortest=1, longest=LAST_POSITION)
    position = OneOf(None, [None, *range(LAST_POSITION + 1)])
    trained = OneOf(True, [False, True])

    @traitlets.validate("position")
    def _in_the_name(self, proposal):
        position = proposal["value"]
        if position is not None and position > len(self.name):
            raise traitlets.TraitError(
                f"position must be None or 0 to {len(self.name)} for {self.name!r}, not {position}."
            )
        return position

    @traitlets.observe("name")
    def _let_go(self, change):
        if self.position is not None and self.position > len(self.name):
            self.position = None

    def weights(self):
        """The weights of the pinned letter, a list for each head; [] where no row is pinned."""
        if self.position is None:
            return []
        ids = course_tokenizer().encode(self.name)[: self.position + 1]
        step = attention_steps(course_model(self.trained), ids)[self.position]
        return [head["weights"] for head in step["heads"]]

    def summary(self):
        which = "trained" if self.trained else "untrained"
        begin = f"The four heads of the {which} model on “{self.name}”"
        if self.position is None:
            return f"{begin}; no row is pinned."
        tokens = ["BOS", *self.name]
        most = []
        for head, weights in enumerate(self.weights()):
            at = max(range(len(weights)), key=weights.__getitem__)
            most.append(f"head {head} {tokens[at]} at {at} ({weights[at]:.2f})")
        looks = f"{tokens[self.position]} at position {self.position} looks most at: "
        return f"{begin}. {looks}{', '.join(most)}."
