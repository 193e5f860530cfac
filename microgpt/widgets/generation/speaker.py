"""The trained model, and what every widget that lets it write needs of it."""

import random
from functools import lru_cache
from math import log

from traitlets import TraitError, TraitType

from ...model import Config

END = "end"
"""How the end of a name is called where a letter is meant."""

LAST_SEED = 10**9

LONGEST = Config().block_size - 1
"""How many letters the model can read after BOS and still say what comes next."""

COLDEST, HOTTEST = 0.05, 100
"""Temperatures that can be typed."""


class Prefix(TraitType):
    """The beginning of a name: letters a to z, at most as many as the model reads."""

    longest = Config().block_size

    def __init__(self, default=""):
        super().__init__(default)
        self.tag(sync=True)

    def validate(self, obj, value):
        if (
            isinstance(value, str)
            and len(value) <= self.longest
            and all("a" <= letter <= "z" for letter in value)
        ):
            return value
        raise TraitError(
            f"{self.name} must be at most {self.longest} letters from a to z, not {value!r}."
        )


@lru_cache(maxsize=1)
def trained():
    """The course's trained model, its tokenizer, the set of all names, and the set of those it was trained on."""
    from microgpt.canonical import load_canonical
    from microgpt.data import load_names

    run, names = load_canonical(), load_names()
    shuffled = names[:]
    random.Random(run.seed).shuffle(shuffled)
    return run.model, run.tokenizer, set(names), set(shuffled[: run.steps])


def next_logits(prefix):
    """The trained model's score for each token after `prefix`, in the order of their ids: plain numbers."""
    model, tokenizer, _, _ = trained()
    keys, values = model.new_cache()
    for position, token in enumerate(tokenizer.encode(prefix)[:-1]):
        logits = model(token, position, keys, values)
    return [logit.data for logit in logits]


def next_letter(prefix, temperature=1):
    """What the trained model expects after `prefix`: {letter or "end": probability}, or {} when it can read no more."""
    from microgpt.nn import softmax

    model, tokenizer, _, _ = trained()
    if len(prefix) >= model.config.block_size:
        return {}
    probs = softmax([logit / temperature for logit in next_logits(prefix)])
    return dict(zip([*tokenizer.chars, END], probs))


def entropy(probs):
    """How uncertain probabilities are, in nats: as uncertain as e to this power equal chances.

    >>> round(entropy([0.25] * 4), 2), entropy([1.0, 0.0])
    (1.39, 0.0)
    """
    return sum(-p * log(p) for p in probs if p > 0)


def known(name):
    """Whether a name is "seen" in training, "unseen" (in the list, but not among those), or "new".

    >>> [known(name) for name in ("marin", "emma", "darin")]
    ['new', 'unseen', 'seen']
    """
    _, _, listed, seen = trained()
    if name in seen:
        return "seen"
    return "unseen" if name in listed else "new"
