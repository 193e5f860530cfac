"""The model: its sizes (Config), its matrices (state_dict) and the way from one token to the scores of the next."""

from dataclasses import dataclass
from random import Random

from microgpt.dot import Dot
from microgpt.nn import linear, rmsnorm, softmax
from microgpt.value import Value


@dataclass(frozen=True)
class Config:
    """The sizes of a model; the defaults are the course's.

    `n_layer` layers; vectors of `n_embd` numbers, shared out evenly among `n_head` heads; at most `block_size`
    tokens in a row. A size that is no whole number above 0, or an n_embd that n_head does not divide, raises
    ValueError.

    >>> Config().head_dim
    4
    """

    n_layer: int = 1
    n_embd: int = 16
    n_head: int = 4
    block_size: int = 16

    def __post_init__(self):
        for name, size in vars(self).items():
            if type(size) is not int or size < 1:
                raise ValueError(f"{name} must be a whole number above 0, not {size!r}")
        if self.n_embd % self.n_head:
            raise ValueError(f"n_embd ({self.n_embd}) must be divisible by n_head ({self.n_head})")

    @property
    def head_dim(self):
        """How many of the n_embd numbers each head works on."""
        return self.n_embd // self.n_head

    def shapes(self, vocab_size):
        """Every matrix of the model in its fixed order: a dict from name to (rows, columns).

        >>> Config().shapes(27)["layer0.mlp_fc1"]
        (64, 16)
        """
        n = self.n_embd
        shapes = {"wte": (vocab_size, n), "wpe": (self.block_size, n), "lm_head": (vocab_size, n)}
        for layer in (f"layer{i}" for i in range(self.n_layer)):
            for name in ("attn_wq", "attn_wk", "attn_wv", "attn_wo"):
                shapes[f"{layer}.{name}"] = (n, n)
            shapes |= {f"{layer}.mlp_fc1": (4 * n, n), f"{layer}.mlp_fc2": (n, 4 * n)}
        return shapes


class GPT:
    """A GPT of scalar Values.

    `state_dict` maps the name of each matrix to its rows (lists of Values), in the order of `Config.shapes`.
    The weights are drawn row by row from `rng.gauss(0, 0.08)`; without an `rng` they are all 0.0, to be filled in.

    >>> import random
    >>> model = GPT(Config(), vocab_size=27, rng=random.Random(42))
    >>> model
    GPT(Config(n_layer=1, n_embd=16, n_head=4, block_size=16), vocab_size=27, num_params=4192)
    >>> keys, values = model.new_cache()
    >>> logits = model(26, 0, keys, values)
    >>> len(logits), len(keys[0])
    (27, 1)
    """

    def __init__(self, config: Config, vocab_size: int, rng: Random | None = None):
        self.config, self.vocab_size = config, vocab_size

        def weight():
            return Value(rng.gauss(0, 0.08) if rng else 0.0)

        self.state_dict = {
            name: [[weight() for _ in range(columns)] for _ in range(rows)]
            for name, (rows, columns) in config.shapes(vocab_size).items()
        }

    def __repr__(self):
        num_params = len(self.parameters())
        return f"GPT({self.config}, vocab_size={self.vocab_size}, num_params={num_params})"

    def parameters(self) -> list[Value]:
        """All weights as one list of Values: matrix by matrix, row by row. The course's model has 4,192."""
        return [p for matrix in self.state_dict.values() for row in matrix for p in row]

    def new_cache(self):
        """Empty keys and values: one list per layer, to which every call adds the vector of its token."""
        return [[] for _ in range(self.config.n_layer)], [[] for _ in range(self.config.n_layer)]

    def __call__(self, token_id, pos_id, keys, values):
        """The vocab_size logits for the token that follows `token_id` at position `pos_id`.

        `keys` and `values` (see `new_cache`) hold what the earlier tokens of the document left behind; there is no
        mask because later tokens are not there yet. `pos_id` counts from 0 and must be below block_size,
        `token_id` below vocab_size (IndexError otherwise).
        """
        w = self.state_dict
        x = [t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])]
        x = rmsnorm(x)
        for i in range(self.config.n_layer):
            x = [a + b for a, b in zip(self._attention(i, rmsnorm(x), keys[i], values[i]), x)]
            x = [a + b for a, b in zip(self._mlp(i, rmsnorm(x)), x)]
        return linear(x, w["lm_head"])

    def _attention(self, i, x, keys, values):
        w, head_dim = self.state_dict, self.config.head_dim
        q = linear(x, w[f"layer{i}.attn_wq"])
        keys.append(linear(x, w[f"layer{i}.attn_wk"]))
        values.append(linear(x, w[f"layer{i}.attn_wv"]))
        blend = []
        for start in range(0, self.config.n_embd, head_dim):
            head = slice(start, start + head_dim)
            shares = softmax([Dot(q[head], k[head]) / head_dim**0.5 for k in keys])
            blend += [Dot(shares, column) for column in zip(*(v[head] for v in values))]
        return linear(blend, w[f"layer{i}.attn_wo"])

    def _mlp(self, i, x):
        hidden = [h.relu() for h in linear(x, self.state_dict[f"layer{i}.mlp_fc1"])]
        return linear(hidden, self.state_dict[f"layer{i}.mlp_fc2"])
