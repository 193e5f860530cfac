"""Train each rung of the ladder with several seeds, and record what it comes to: python tools/record_gains.py

It takes some minutes. `microgpt/gains.py` says what the record holds. The programs of the ladder would take an hour;
here the same runs are made on NumPy arrays, from the same draws. A test holds them to the programs' recorded losses.
"""

import json
import random
import re

import numpy as np

from microgpt import Config, Tokenizer, fast
from microgpt.baselines import count_pairs
from microgpt.data import load_names
from microgpt.evidence import split
from microgpt.gains import PATH
from microgpt.rungs import RUNGS

SEEDS = 8
STEPS = 1000
LENGTHS = [100, 300, 1000, 3000, 10_000]
FEW = 4  # seeds, for the other lengths
DIGITS = 6
LAST = "lm_head"
"""The matrix that train3 draws last, and train4 before the layers."""


class Table:
    """train0: how often each token has followed each other one."""

    def __init__(self, tokenizer, rng):
        size = tokenizer.vocab_size
        self.counts = np.zeros((size, size))

    def nats(self, tokens):
        """The surprise at each prediction."""
        rows = self.counts[tokens[:-1]] + 1
        shares = rows / rows.sum(1, keepdims=True)
        return -np.log(shares[np.arange(len(rows)), tokens[1:]])

    def learn(self, tokens, share):
        for before, after in zip(tokens, tokens[1:]):
            self.counts[before, after] += 1


class Network:
    """train1 and train2: two layers on the last letter's numbers. `share` falls from 1 to 0, as the learning rate."""

    def __init__(self, tokenizer, rng, width=16):
        size = tokenizer.vocab_size
        shapes = [(size, width), (4 * width, width), (size, 4 * width)]
        self.wte, self.fc1, self.fc2 = (
            np.array([rng.gauss(0, 0.08) for _ in range(rows * columns)]).reshape(rows, columns)
            for rows, columns in shapes
        )

    def nats(self, tokens):
        self.x = self.wte[tokens[:-1]]
        self.hidden = np.maximum(self.x @ self.fc1.T, 0)
        logits = self.hidden @ self.fc2.T
        exps = np.exp(logits - logits.max(1, keepdims=True))
        self.shares = exps / exps.sum(1, keepdims=True)
        return -np.log(self.shares[np.arange(len(exps)), tokens[1:]])

    def learn(self, tokens, share):
        self.nats(tokens)
        slopes = self.shares / len(self.x)
        slopes[np.arange(len(self.x)), tokens[1:]] -= 1 / len(self.x)
        before = (slopes @ self.fc2) * self.passed()
        back = before @ self.fc1
        self.fc2 -= share * slopes.T @ self.hidden
        self.fc1 -= share * before.T @ self.x
        np.subtract.at(self.wte, tokens[:-1], share * back)

    def passed(self):
        """Where ReLU lets a gradient through: where it let the number through."""
        return self.hidden > 0


class Transformer:
    """train3 to train5: a GPT of one or four heads; gradient descent with the rate 0.1, or Adam with 0.01."""

    def __init__(self, tokenizer, rng, heads, adam):
        self.model = fast.GPT(Config(n_head=heads), tokenizer.vocab_size)
        names = list(self.model.shapes)
        if heads == 1:
            names.remove(LAST)
            names.append(LAST)
        for name in names:
            matrix = self.model.state_dict[name]
            matrix.flat = [rng.gauss(0, 0.08) for _ in range(matrix.size)]
        self.adam = fast.Adam(self.model) if adam else None

    def nats(self, tokens):
        self.model.loss([tokens])
        return self.model._network.surprise.nats.copy()

    def learn(self, tokens, share):
        self.model.loss([tokens])
        self.model.backward()
        if self.adam:
            self.adam.step(0.01 * share)
        else:
            self.model.params -= 0.1 * share * self.model.grads


LEARNERS = {
    "train0": Table,
    "train1": Network,
    "train2": Network,
    "train3": lambda tokenizer, rng: Transformer(tokenizer, rng, heads=1, adam=False),
    "train4": lambda tokenizer, rng: Transformer(tokenizer, rng, heads=4, adam=False),
    "train5": lambda tokenizer, rng: Transformer(tokenizer, rng, heads=4, adam=True),
}


def run(make, docs, seed, steps=STEPS, whole=STEPS):
    """The first of `whole` steps of what `make` makes, on these names: (what has learned, its tokenizer, the losses).

    `make` is one of LEARNERS, or makes a learner in the same way.
    """
    rng, docs = random.Random(seed), list(docs)
    rng.shuffle(docs)
    tokenizer = Tokenizer(docs)
    learner, losses = make(tokenizer, rng), []
    for step in range(steps):
        tokens = tokenizer.encode(docs[step % len(docs)])
        losses.append(float(learner.nats(tokens).mean()))
        learner.learn(tokens, 1 - step / whole)
    return learner, tokenizer, losses


def by_position(learner, tokenizer, docs):
    """(how many predictions are made at each position, their mean surprise there), over all documents."""
    each = [learner.nats(tokenizer.encode(doc)) for doc in docs]
    longest = max(map(len, each))
    at = [[nats[i] for nats in each if i < len(nats)] for i in range(longest)]
    return [len(some) for some in at], [float(np.mean(some)) for some in at]


def mean_over(numbers, weights):
    return float(np.average(numbers, weights=weights))


def rounded(numbers):
    return [round(number, DIGITS) for number in numbers]


def measured(make, seed, learn, held, steps=STEPS):
    """(the loss on names held out, and at each position) of one run."""
    learner, tokenizer, _ = run(make, learn, seed, steps, steps)
    counts, losses = by_position(learner, tokenizer, held)
    return mean_over(losses, counts), losses


def full_table(learn, held):
    """The same of a table that has counted all names to learn from."""
    tokenizer = Tokenizer(learn)
    table = Table(tokenizer, None)
    table.counts += count_pairs(learn, tokenizer)
    counts, losses = by_position(table, tokenizer, held)
    return counts, mean_over(losses, counts), losses


def record():
    learn, held = split(load_names())
    counts, loss, positions = full_table(learn, held)
    whole = {
        "steps": STEPS,
        "names": [len(learn), len(held)],
        "predictions": counts,
        "table": {"held": round(loss, DIGITS), "positions": rounded(positions)},
        "rungs": {},
    }
    for rung in RUNGS:
        runs = [measured(LEARNERS[rung], seed, learn, held) for seed in range(1, SEEDS + 1)]
        whole["rungs"][rung] = {
            "held": rounded(loss for loss, _ in runs),
            "positions": [rounded(positions) for _, positions in runs],
        }
        print(rung, whole["rungs"][rung]["held"], flush=True)
    whole["lengths"] = {
        "steps": LENGTHS,
        "held": {rung: by_length(rung, learn, held) for rung in RUNGS},
    }
    return whole


def by_length(rung, learn, held):
    """The loss on names held out of runs of each length, with a few seeds."""
    print(rung, *LENGTHS, flush=True)
    return [
        rounded(measured(LEARNERS[rung], seed, learn, held, steps)[0] for seed in range(1, FEW + 1))
        for steps in LENGTHS
    ]


def write(path, record):
    """As JSON, the numbers of a list on one line."""
    text = re.sub(r",\n\s+(?=[\d.])", ", ", json.dumps(record, indent=1))
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(PATH, record())
