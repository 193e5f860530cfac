"""A name written one letter at a time, with the random number that chooses each letter."""

import random
from dataclasses import dataclass
from itertools import accumulate

from traitlets import TraitError

from ...model import Config
from ...nn import softmax
from ..base import Widget
from ..traits import Letters, ListTrait, Number, OneOf, is_number
from .cuts import RULES, kept, stretched
from .speaker import COLDEST, END, HOTTEST, LAST_SEED, LONGEST, trained

MOST_LETTERS = Config().block_size
HIGHEST = 0.9999


class OwnNumbers(ListTrait):
    """The random numbers that the reader chose, letter by letter; None where the seed's stays."""

    def validate(self, obj, value):
        if (
            isinstance(value, (list, tuple))
            and len(value) <= MOST_LETTERS
            and all(u is None or (is_number(u) and 0 <= u <= HIGHEST) for u in value)
        ):
            return list(value)
        raise TraitError(
            f"{self.name} must be a list of at most {MOST_LETTERS} numbers from 0 to {HIGHEST}, or None where the "
            f"seed's number stays, not {value!r}."
        )


@dataclass(frozen=True)
class Round:
    """The choice of one letter: all probabilities, those a rule leaves stretched to 1, the number, and both ids."""

    probs: list
    shares: list
    u: float
    best: int
    chosen: int


class GenerationStepper(Widget):
    """A name, one letter at a time: the probabilities fill a bar from 0 to 1, and a random number falls on one piece.

    `rule` says which letters may be chosen: "all", "greedy" (the likeliest alone), "top-k" (the `top_k` likeliest) or
    "top-p" (the fewest that together reach `top_p`); where only `top_k` or `top_p` is given, that is the rule. There
    are two `steps` for each letter: its number is drawn, then it is added. The numbers come from `seed`; `own` holds
    those that the reader chose.

    >>> GenerationStepper(seed=1, steps=2).name
    'c'
    >>> GenerationStepper(top_k=5).rule
    'top-k'
    """

    module = "generation/stepper.js"
    prefix = Letters("", shortest=0, longest=LONGEST)
    temperature = Number(1.0, low=COLDEST, high=HOTTEST)
    rule = OneOf("all", RULES)
    top_k = Number(5, low=1, high=27, whole=True)
    top_p = Number(0.9, low=0.01, high=1)
    seed = Number(1, low=0, high=LAST_SEED, whole=True)
    steps = Number(0, low=0, high=2 * MOST_LETTERS, whole=True)
    own = OwnNumbers()

    def __init__(self, **traits):
        named = [rule for rule in ("top-k", "top-p") if rule.replace("-", "_") in traits]
        if len(named) == 1:
            traits = {"rule": named[0], **traits}
        super().__init__(**traits)

    def rounds(self):
        """The choices as far as their numbers are drawn: a list of `Round`."""
        model, tokenizer, _, _ = trained()
        draw, (keys, values) = random.Random(self.seed).random, model.new_cache()
        tokens, rounds = tokenizer.encode(self.prefix)[:-1], []
        for position in range(model.config.block_size):
            if position == len(tokens) or 2 * len(rounds) >= self.steps:
                break
            logits = model(tokens[position], position, keys, values)
            if position + 1 == len(tokens):
                rounds.append(self._choose([logit.data for logit in logits], draw(), len(rounds)))
                if rounds[-1].chosen != tokenizer.BOS:
                    tokens.append(rounds[-1].chosen)
        return rounds

    def _choose(self, logits, seeded, letter):
        probs = softmax([logit / self.temperature for logit in logits])
        stays = kept(probs, self.rule, self.top_k, self.top_p)
        shares = probs if self.rule == "all" else stretched(probs, stays)
        own = self.own[letter] if letter < len(self.own) else None
        u = seeded if own is None else own
        return Round(probs, shares, u, probs.index(max(probs)), piece(shares, u))

    @property
    def name(self):
        """The name as far as its letters are added."""
        _, tokenizer, _, _ = trained()
        added = [one.chosen for one in self.rounds()[: self.steps // 2]]
        return self.prefix + tokenizer.decode(added)

    def summary(self):
        rounds = self.rounds()
        so_far = f"The name so far: “{self.name}”. "
        if not rounds:
            return so_far + "Its next letter is not drawn yet."
        last, letters = rounds[-1], [*trained()[1].chars, END]
        best, chosen = letters[last.best], letters[last.chosen]
        start, end = piece_of(last.shares, last.chosen)
        return (
            f"{so_far}The last number, {last.u:.4f}, fell in the piece of {chosen}, {start:.4f} to {end:.4f}; "
            f"the most probable was {best}, with {last.probs[last.best]:.2f}."
        )


def piece(shares, u):
    """On which of the pieces, laid end to end, the number falls: what `choices` does with its random number.

    >>> [piece([0.5, 0.0, 0.25, 0.25], u) for u in (0, 0.5, 0.74, 0.75)]
    [0, 2, 2, 3]
    """
    ends = list(accumulate(shares))
    target = u * ends[-1]
    return next((i for i, end in enumerate(ends[:-1]) if target < end), len(ends) - 1)


def piece_of(shares, i):
    """Where piece `i` begins and ends.

    >>> piece_of([0.5, 0.25, 0.25], 1)
    (0.5, 0.75)
    """
    return sum(shares[:i]), sum(shares[: i + 1])
