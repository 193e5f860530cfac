"""Train rungs of the ladder with something changed or taken away: python tools/record_parts.py NAMES

NAMES is makemore's list of names, which is not part of the course. It takes a minute or two. `microgpt/parts.py` says
what the record holds. The runs are those of `record_gains.py`.
"""

import sys

import numpy as np
from record_gains import LEARNERS, SEEDS, Network, Transformer, measured, rounded, write

from microgpt.data import load_names, read_documents
from microgpt.evidence import split
from microgpt.parts import PATH
from microgpt.tables import table_loss

PARTS = {
    "without attention": ["layer0.attn_wo"],
    "without positions": ["wpe"],
    "without both": ["layer0.attn_wo", "wpe"],
}
"""What is 0 and stays 0 then. Without `wo` nothing that attention gathers goes on, and no gradient comes back to it."""

RATES = {"train1": (1, [0.3, 0.6, 1.5, 2]), "train4": (0.1, [0.2, 0.3, 0.5])}
"""The rate of the program, and others."""

EXTRA = [0.3, 0.2, 0.1, 0.05]
ROWS = [(1, False), (1, True), (2, False), (2, True), (3, False), (3, True), (4, False)]


def without(silent):
    """Makes train3 with these matrices at 0."""

    class Part(Transformer):
        def __init__(self, tokenizer, rng):
            super().__init__(tokenizer, rng, heads=1, adam=False)
            self.silence()

        def learn(self, tokens, share):
            super().learn(tokens, share)
            self.silence()

        def silence(self):
            for name in silent:
                self.model.state_dict[name][:] = 0

    return Part


def faster(make, factor):
    """Makes the same learner with another rate: so many times as large."""

    def made(tokenizer, rng):
        learner = make(tokenizer, rng)
        learn = learner.learn
        learner.learn = lambda tokens, share: learn(tokens, factor * share)
        return learner

    return made


class NoRelu(Network):
    """train1 with a wrong gradient: ReLU is forgotten on the way back."""

    def passed(self):
        return np.ones_like(self.hidden)


def tables(path):
    """The tables of makemore's distinct names, in the order of the alphabet, every tenth held out."""
    learn, held = split(sorted(set(read_documents(path))))
    losses = rounded(min(table_loss(learn, held, extra, *row) for extra in EXTRA) for row in ROWS)
    return {
        "names": [len(learn), len(held)],
        "extra": EXTRA,
        "tables": [
            {"letters": letters, "position": position, "loss": loss}
            for (letters, position), loss in zip(ROWS, losses)
        ],
    }


def held_out(make, seeds=SEEDS):
    """The losses on names held out of the runs with seed 1, 2, 3 and so on."""
    learn, held = split(load_names())
    return rounded(measured(make, seed, learn, held)[0] for seed in range(1, seeds + 1))


def record(path):
    return {
        "parts": {name: held_out(without(silent)) for name, silent in PARTS.items()},
        "rates": {
            rung: {str(rate): held_out(faster(LEARNERS[rung], rate / usual)) for rate in others}
            for rung, (usual, others) in RATES.items()
        },
        "no_relu": held_out(NoRelu),
        "makemore": tables(path),
    }


if __name__ == "__main__":
    write(PATH, record(sys.argv[1]))
