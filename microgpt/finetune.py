"""Fine-tuning: a trained model goes on training, on a small list; what it learns from it, and what it forgets.

`datasets/small_lists.json` holds some lists to try it with: {name: a list of names}.
"""

import json
import random
from dataclasses import dataclass
from pathlib import Path

from microgpt.canonical import load_canonical
from microgpt.data import load_names
from microgpt.evidence import Comparison, compare, split
from microgpt.model import GPT
from microgpt.optim import Adam
from microgpt.tokenizer import Tokenizer
from microgpt.training import document_loss, train

LISTS = json.loads((Path(__file__).parent / "datasets" / "small_lists.json").read_text("utf-8"))
"""{name of a small list: its names}"""

FIFTH = 5
"""Of a small list, every fifth name is held back."""

MEASURED = {
    "trained": "trained on",
    "held_back": "held back",
    "general": "never seen",
}
"""What is measured before and after, as a table calls it."""


def course_names(run, never_seen=100, but=()) -> tuple[list, list]:
    """(the names that the recorded run was trained on, the next ones of its list, which it has never seen).

    Of those never seen, none is one of `but`.

    >>> old, new = course_names(load_canonical(), never_seen=3)
    >>> len(old), len(new)
    (1000, 3)
    """
    names = load_names()
    random.Random(run.seed).shuffle(names)
    new = [name for name in names[run.steps :] if name not in but]
    return names[: run.steps], new[:never_seen]


def documents(own, old, steps, mix=0, seed=1) -> list:
    """The name of each step: `mix` percent of them old ones, evenly spread; each list in an order that `seed` draws.

    >>> documents(["bandolf"], ["emma"], steps=4, mix=50)
    ['bandolf', 'emma', 'bandolf', 'emma']
    """
    rng, own, old = random.Random(seed), list(own), list(old)
    rng.shuffle(own)
    rng.shuffle(old)
    chosen = []
    for step in range(steps):
        used = mix * step // 100  # old names so far
        is_old = mix * (step + 1) // 100 > used
        chosen.append(old[used % len(old)] if is_old else own[(step - used) % len(own)])
    return chosen


@dataclass(frozen=True)
class FineTuned:
    """What came of it: the model, and the loss of every name measured, before and after.

    `before` and `after` are {one of MEASURED: the losses of its names, in nats per token}. `print` shows the means,
    their differences, and the standard error of each difference: how far it may be off, measured on so few names.
    """

    model: GPT
    tokenizer: Tokenizer
    before: dict
    after: dict

    def compared(self) -> dict[str, Comparison]:
        """{one of MEASURED: the losses after it beside those before it, name by name}"""
        return {what: compare(self.before[what], self.after[what]) for what in MEASURED}

    def __repr__(self):
        changes = (f"{what} {found.difference:+.2f}" for what, found in self.compared().items())
        return f"FineTuned({', '.join(changes)})"

    def __str__(self):
        lines = [f"{'':10}  before  after  difference"]
        for what, found in self.compared().items():
            before = found.mean - found.difference
            change = f"{found.difference:+.2f}"
            if len(self.after[what]) > 1:  # one name alone does not say how far it may be off
                change += f" ± {found.error:.2f}"
            lines.append(f"{MEASURED[what]:10}  {before:6.2f} {found.mean:6.2f}  {change}")
        return "\n".join(lines)


def finetune(names, steps=60, lr=0.005, mix=0, seed=1, never_seen=40) -> FineTuned:
    """Let the course's trained model go on training on `names`, a fifth of which is held back.

    Adam begins anew, with a learning rate of its own, `lr`, that falls to 0. `mix` percent of the steps rehearse a
    name that the model was trained on before. What it forgets is measured on `never_seen` names of the course's list
    that no step has used. Fewer than 5 different names, or a character that the model does not know, raise ValueError.

    >>> finetune(LISTS["olf"], steps=5, never_seen=5)
    FineTuned(trained -0.34, held_back -0.34, general -0.01)
    """
    names = list(dict.fromkeys(names))
    if len(names) < FIFTH:
        raise ValueError(f"the list must hold {FIFTH} different names or more, not {len(names)}")
    run = load_canonical()
    model, tokenizer = run.model, run.tokenizer
    trained, held_back = split(names, FIFTH)
    old, general = course_names(run, never_seen, but=names)
    measured = {"trained": trained, "held_back": held_back, "general": general}
    docs = documents(trained, old, steps, mix, seed)

    def losses():
        return {
            what: [document_loss(model, tokenizer.encode(name)).data for name in some]
            for what, some in measured.items()
        }

    before = losses()
    for _ in train(model, tokenizer, docs, steps, Adam(model.parameters(), lr=lr)):
        pass
    return FineTuned(model, tokenizer, before, losses())
