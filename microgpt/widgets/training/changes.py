"""Changes to a run of training, to be judged: what each is called, and what it changes.

    node tools/record_changes.mjs       makes all runs anew (in some minutes) and writes the record

The record, `microgpt/datasets/changes.json`, is one JSON object: `steps`, how many names each run learns from, and
`losses`: for the runs `before` any change and after each one, the loss of the run with seed 1, 2, 3 and so on, on the
names held out, in nats per token.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from ...evidence import compare

PATH = Path(__file__).parents[2] / "datasets" / "changes.json"

FURTHER = 1000
"""What is added to each seed, where only the seed is changed."""

SIZES = {"n_layer": 1, "n_embd": 16, "n_head": 4, "block_size": 16}


@dataclass(frozen=True)
class Change:
    """What a table calls a change, what it means, and the options of engine/train.js that differ."""

    label: str
    words: str
    options: dict = field(default_factory=dict)
    further: int = 0


CHANGES = {
    "seed": Change(
        "another seed",
        "the same settings; the names in another order, other first weights",
        further=FURTHER,
    ),
    "rate_up": Change(
        "rate 0.02", "twice the learning rate, which is 0.01", {"learningRate": 0.02}
    ),
    "rate_down": Change(
        "rate 0.003", "a third of the learning rate, about", {"learningRate": 0.003}
    ),
    "decay": Change(
        "no decay", "the learning rate stays at 0.01, in place of falling to 0", {"decay": False}
    ),
    "beta1": Change(
        "beta1 0.9", "Adam keeps more of its average of gradients; beta1 is 0.85", {"beta1": 0.9}
    ),
    "width": Change(
        "width 24", "24 numbers for each letter, in place of 16", {"config": SIZES | {"n_embd": 24}}
    ),
    "heads": Change("2 heads", "two heads, in place of four", {"config": SIZES | {"n_head": 2}}),
    "scale": Change(
        "no 1/√d", "scores that are not divided by the root of head_dim", {"without": "scale"}
    ),
}
"""All changes, in the order in which they are offered."""


def load_changes():
    """The whole record, as the docstring of this module describes it."""
    return json.loads(PATH.read_text(encoding="utf-8"))


def recorded(name):
    """What the recorded runs say of a change: a `microgpt.evidence.Comparison` over all their seeds.

    >>> recorded("decay").verdict
    'worse'
    """
    losses = load_changes()["losses"]
    return compare(losses["before"], losses[name])
