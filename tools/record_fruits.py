"""Draw 400,000 names at each of two temperatures, and count those that say a fruit: python tools/record_fruits.py

It takes about a minute. The trained model of the course is asked for many names at once, on NumPy arrays. The record
is `microgpt/datasets/fruits.json`: how many names each part drew, and how many of them hold a fruit of the bot's list,
for each part in turn. A part has a seed of its own, so that a test can make one again.
"""

import json
from pathlib import Path

import numpy as np

from microgpt.bot.policy import fruit_in
from microgpt.canonical import load_canonical

PATH = Path(__file__).parents[1] / "microgpt" / "datasets" / "fruits.json"
NAMES = 20_000  # of a part
PARTS = 20
TEMPERATURES = [1.0, 0.5]


def weights():
    """The matrices of the trained model, as arrays."""
    state = load_canonical().model.state_dict
    return {
        name: np.array([[value.data for value in row] for row in matrix])
        for name, matrix in state.items()
    }


def rmsnorm(x):
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5)


def softmax(z):
    powers = np.exp(z - z.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


class ManyNames:
    """The trained model with many names at once: a row for each, and one cache for all."""

    def __init__(self):
        run = load_canonical()
        self.w, self.config, self.tokenizer = weights(), run.model.config, run.tokenizer

    def draw(self, count, temperature, rng):
        """So many names."""
        bos, block = self.tokenizer.BOS, self.config.block_size
        tokens = np.full((count, block + 1), bos)
        done = np.zeros(count, bool)
        keys, values = [], []
        for place in range(block):
            logits = self.logits(tokens[:, place], place, keys, values)
            shares = softmax(logits / temperature).cumsum(-1)
            dart = rng.random((count, 1)) * shares[:, -1:]
            drawn = (shares <= dart).sum(-1)
            done |= drawn == bos
            tokens[:, place + 1] = np.where(done, bos, drawn)
        chars = self.tokenizer.chars
        return ["".join(chars[token] for token in row if token != bos) for row in tokens.tolist()]

    def logits(self, tokens, place, keys, values):
        """The scores of the next token in each row."""
        w, count, heads = self.w, len(tokens), self.config.n_head
        x = rmsnorm(w["wte"][tokens] + w["wpe"][place])
        h = rmsnorm(x)
        q, k, v = (
            (h @ w[f"layer0.attn_{name}"].T).reshape(count, heads, -1)
            for name in ("wq", "wk", "wv")
        )
        keys.append(k)
        values.append(v)
        scores = np.einsum("nhd,nthd->nht", q, np.stack(keys, 1)) / q.shape[-1] ** 0.5
        blend = np.einsum("nht,nthd->nhd", softmax(scores), np.stack(values, 1))
        x = x + blend.reshape(count, -1) @ w["layer0.attn_wo"].T
        hidden = np.maximum(rmsnorm(x) @ w["layer0.mlp_fc1"].T, 0)
        return (x + hidden @ w["layer0.mlp_fc2"].T) @ w["lm_head"].T


def part(names, temperature, number):
    """How many names of this part hold a fruit."""
    rng = np.random.default_rng([number, round(10 * temperature)])
    return sum(fruit_in(name) is not None for name in names.draw(NAMES, temperature, rng))


def main():
    names = ManyNames()
    record = {"names": NAMES, "fruits": {}}
    for temperature in TEMPERATURES:
        counts = [part(names, temperature, number) for number in range(PARTS)]
        record["fruits"][str(temperature)] = counts
        print(temperature, sum(counts), "of", PARTS * NAMES, flush=True)
    PATH.write_text(json.dumps(record) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
