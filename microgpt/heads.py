"""What the heads of the course's model look at, measured over the whole list of names, before training and after it.

    python -m microgpt.heads        measures again (in about a minute) and writes the record, `datasets/heads.json`

A head gives each letter a share of its weight, together 1. For each place that it might look at, `measure` takes the
mean weight over every letter that has such a place, and what an even share would have given there.

    start       BOS, for every letter
    itself      the letter that looks
    before      the letter before, from the second letter on
    same        the same letter earlier in the name, all of them together, where there is one

`spread` is the mean entropy of the weights, as a part of the largest possible: 1 is an even share.
"""

import json
import random
from math import fsum, log
from pathlib import Path

from microgpt.attention import attention_steps
from microgpt.canonical import load_canonical
from microgpt.data import load_names
from microgpt.files import write_atomically
from microgpt.model import GPT

PATH = Path(__file__).parent / "datasets" / "heads.json"

PLACES = ("start", "itself", "before", "same")

LEAN = 0.03
"""How far above an even share a mean weight must lie for a head to be named after that place."""


def measure(model: GPT, tokenizer, names) -> list[dict]:
    """For each head of the first layer: {place: (mean weight, even share)} and `spread`, a number.

    >>> run = load_canonical()
    >>> heads = measure(run.model, run.tokenizer, ["emma", "anna"])
    >>> len(heads), sorted(heads[0])
    (4, ['before', 'itself', 'same', 'spread', 'start'])
    """
    steps = [step for name in names for step in _choices(model, tokenizer.encode(name)[:-1])]
    return [
        {place: _mean_weight(steps, h, place) for place in PLACES}
        | {"spread": _mean(entropy(step["heads"][h]["weights"]) for _, _, step in steps)}
        for h in range(model.config.n_head)
    ]


def _choices(model, ids):
    """(ids, position, step) of every letter of a document: from position 1 on there is a choice."""
    ids = ids[: model.config.block_size]
    steps = attention_steps(model, ids)
    return [(ids, position, step) for position, step in enumerate(steps) if position]


def targets(place, ids, position):
    """The positions that a place means for the letter at `position`; none where it has no such place.

    >>> targets("same", [26, 4, 12, 12, 12], 4), targets("before", [26, 4], 1)
    ([2, 3], [])
    """
    if place == "start":
        return [0]
    if place == "itself":
        return [position]
    if place == "before":
        return [position - 1] if position > 1 else []
    return [i for i in range(1, position) if ids[i] == ids[position]]


def _mean_weight(steps, head, place):
    weights, even = [], []
    for ids, position, step in steps:
        at = targets(place, ids, position)
        if at:
            weights.append(fsum(step["heads"][head]["weights"][i] for i in at))
            even.append(len(at) / (position + 1))
    return _mean(weights), _mean(even)


def entropy(weights):
    """How evenly weights are spread: 1 for equal ones, 0 where one has all.

    >>> entropy([0.5, 0.5]), entropy([1.0, 0.0])
    (1.0, 0.0)
    """
    return fsum(-w * log(w) for w in weights if 0 < w < 1) / log(len(weights))


def _mean(numbers):
    numbers = list(numbers)
    return fsum(numbers) / len(numbers) if numbers else 0.0


def role(head) -> str:
    """The place whose mean weight lies furthest above an even share; "spread" where none does by `LEAN`.

    >>> role({"start": (0.5, 0.3), "itself": (0.1, 0.3), "before": (0.31, 0.3), "same": (0.3, 0.3), "spread": 0.7})
    'start'
    """
    excess = {place: head[place][0] - head[place][1] for place in PLACES}
    best = max(excess, key=excess.get)
    return best if excess[best] >= LEAN else "spread"


def untrained_model() -> GPT:
    """The model as the canonical run began: the run shuffled its documents, then drew its weights."""
    run = load_canonical()
    rng = random.Random(run.seed)
    rng.shuffle(load_names())
    return GPT(run.config, run.tokenizer.vocab_size, rng)


def compute_heads(names=None) -> dict:
    """Measure both models over all names, or over some: {"trained": heads, "untrained": heads}."""
    run, names = load_canonical(), names or load_names()
    models = {"trained": run.model, "untrained": untrained_model()}
    return {key: measure(model, run.tokenizer, names) for key, model in models.items()}


def load_heads() -> dict:
    """The record: {"names": how many, "trained": heads, "untrained": heads}, each head as `measure` gives it."""
    return json.loads(PATH.read_text(encoding="utf-8"))


def rounded(heads):
    """The same with six digits: other systems differ in the last ones."""
    if isinstance(heads, dict):
        return {key: rounded(value) for key, value in heads.items()}
    if isinstance(heads, (list, tuple)):
        return [rounded(value) for value in heads]
    return round(heads, 6)


if __name__ == "__main__":
    record = {"names": len(load_names()), **rounded(compute_heads())}
    write_atomically(PATH, (json.dumps(record, indent=1) + "\n").encode())
