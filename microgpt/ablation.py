"""Ablation: the model with one of its parts taken away, to be trained again, so that one sees what the part is worth.

Every variant keeps all matrices of the whole model, so that the same seed draws the same weights for both. Where a
matrix has nothing to do, its gradient is 0, and it stays as it was drawn.
"""

from dataclasses import replace
from random import Random

from microgpt.dot import Dot
from microgpt.model import GPT, Config
from microgpt.nn import linear, rmsnorm, softmax

PARTS = {
    "position": "no position embedding: x is the row of wte alone",
    "residual": "neither addition: each half of a layer replaces x, in place of adding to it",
    "norm": "no rmsnorm anywhere",
    "relu": "an MLP without ReLU: two matrices in a row",
    "heads": "one head of all numbers, in place of several",
    "scale": "scores that are not divided by the root of head_dim",
    "attention": "a layer that is an MLP only",
    "mlp": "a layer that is attention only",
}
"""What can be taken away, and what is left."""


class AblatedGPT(GPT):
    """A GPT of scalar Values `without` one of the PARTS; None leaves it whole. Any other part raises ValueError.

    >>> import random
    >>> model = AblatedGPT(Config(), vocab_size=27, rng=random.Random(42), without="mlp")
    >>> keys, values = model.new_cache()
    >>> len(model(26, 0, keys, values))
    27
    """

    def __init__(
        self, config: Config, vocab_size: int, rng: Random | None = None, without: str | None = None
    ):
        if without not in (None, *PARTS):
            raise ValueError(f"without must be one of {', '.join(PARTS)}, not {without!r}")
        if without == "heads":
            config = replace(config, n_head=1)
        super().__init__(config, vocab_size, rng)
        self.without = without

    def __repr__(self):
        return f"{super().__repr__()} without {self.without or 'nothing'}"

    def __call__(self, token_id, pos_id, keys, values):
        w = self.state_dict
        x = w["wte"][token_id]
        if self.without != "position":
            x = [t + p for t, p in zip(x, w["wpe"][pos_id])]
        x = self._norm(x)
        for i in range(self.config.n_layer):
            if self.without != "attention":
                x = self._add(self._attention(i, self._norm(x), keys[i], values[i]), x)
            if self.without != "mlp":
                x = self._add(self._mlp(i, self._norm(x)), x)
        return linear(x, w["lm_head"])

    def _norm(self, x):
        return x if self.without == "norm" else rmsnorm(x)

    def _add(self, update, x):
        return update if self.without == "residual" else [a + b for a, b in zip(update, x)]

    def _mlp(self, i, x):
        if self.without != "relu":
            return super()._mlp(i, x)
        w = self.state_dict
        return linear(linear(x, w[f"layer{i}.mlp_fc1"]), w[f"layer{i}.mlp_fc2"])

    def _attention(self, i, x, keys, values):
        if self.without != "scale":
            return super()._attention(i, x, keys, values)
        w, head_dim = self.state_dict, self.config.head_dim
        q = linear(x, w[f"layer{i}.attn_wq"])
        keys.append(linear(x, w[f"layer{i}.attn_wk"]))
        values.append(linear(x, w[f"layer{i}.attn_wv"]))
        blend = []
        for start in range(0, self.config.n_embd, head_dim):
            head = slice(start, start + head_dim)
            shares = softmax([Dot(q[head], k[head]) for k in keys])  # not divided
            blend += [Dot(shares, column) for column in zip(*(v[head] for v in values))]
        return linear(blend, w[f"layer{i}.attn_wo"])
