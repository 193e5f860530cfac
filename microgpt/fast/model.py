"""The GPT on arrays: its weights in one vector, and the layers put together."""

import numpy as np

from microgpt import model as scalar
from microgpt.fast.layers import MLP, Attention, Embedding, Linear, RMSNorm, Surprise
from microgpt.value import Value


class GPT:
    """The GPT of `microgpt.model` on arrays, made in the same way: the same `rng` gives the same weights.

    `params` is one vector of all weights, `grads` one of their gradients; `state_dict` maps the name of each matrix
    to the part of `params` that it is, shaped (rows, columns), in the order of `Config.shapes`.

    >>> import random
    >>> model = GPT(scalar.Config(), vocab_size=27, rng=random.Random(42))
    >>> model
    fast.GPT(Config(n_layer=1, n_embd=16, n_head=4, block_size=16), vocab_size=27, num_params=4192)
    >>> model.state_dict["layer0.mlp_fc1"].shape
    (64, 16)
    """

    def __init__(self, config, vocab_size, rng=None):
        self.config = config
        self.vocab_size = vocab_size
        self.shapes = config.shapes(vocab_size)
        size = sum(rows * columns for rows, columns in self.shapes.values())
        self.params = np.array([rng.gauss(0, 0.08) for _ in range(size)]) if rng else np.zeros(size)
        self.grads = np.zeros(size)
        self.state_dict = {name: self._part(self.params, name) for name in self.shapes}
        self._networks, self._network = {}, None

    def __repr__(self):
        return (
            f"fast.GPT({self.config}, vocab_size={self.vocab_size}, num_params={self.params.size})"
        )

    def _part(self, vector, first, last=None):
        """The matrix `first` within `params` or `grads`; with `last`, all matrices from first to last as one."""
        names = list(self.shapes)
        start, stop = names.index(first), names.index(last or first) + 1
        sizes = [rows * columns for rows, columns in self.shapes.values()]
        return vector[sum(sizes[:start]) : sum(sizes[:stop])].reshape(-1, self.shapes[first][1])

    @classmethod
    def from_scalar(cls, model):
        """The same model as a `microgpt.GPT`, with a copy of its weights."""
        fast = cls(model.config, model.vocab_size)
        fast.params[:] = [p.data for p in model.parameters()]
        return fast

    def to_scalar(self):
        """A `microgpt.GPT` with a copy of the weights, for example to save it as a checkpoint."""
        model = scalar.GPT(self.config, self.vocab_size)
        for p, number in zip(model.parameters(), self.params.tolist()):
            p.data = number
        return model

    # --- training: many tokens at once ---

    def loss(self, documents):
        """The mean over the documents of each one's mean surprise, in nats per token.

        `documents` are lists of two or more ids, as `Tokenizer.encode` returns them. At most block_size predictions
        are made for each. An empty list, or a document without anything to predict, raises ValueError; an id outside
        the vocabulary raises IndexError.

        >>> uniform = GPT(scalar.Config(), vocab_size=27)
        >>> round(uniform.loss([[26, 4, 12, 12, 0, 26]]), 4)
        3.2958
        """
        self._network, network = None, self._network_for(documents)
        loss = float(network.forward(documents))
        self._network = network  # it holds what backward() needs
        return loss

    def backward(self):
        """Write the gradient of the last `loss` into `grads`, over what stood there; RuntimeError if there is none."""
        network, self._network = self._network, None
        if network is None:
            raise RuntimeError("backward() goes back once from the last loss(): compute that first")
        network.backward()

    def _network_for(self, documents):
        """The layers with buffers of the right size; those for one document at a time are all kept."""
        longest = max(map(len, documents), default=0) - 1
        if not documents or min(map(len, documents)) < 2:
            raise ValueError("there is nothing to predict: a document needs two tokens or more")
        shape = len(documents), min(self.config.block_size, longest)
        if shape not in self._networks:
            if len(self._networks) >= self.config.block_size:
                del self._networks[next(iter(self._networks))]  # the oldest
            self._networks[shape] = Network(self, *shape)
        return self._networks[shape]

    # --- sampling: one token at a time, in the way that microgpt.generate asks for it ---

    def new_cache(self):
        """Empty keys and values, as in `microgpt.GPT`."""
        return [[] for _ in range(self.config.n_layer)], [[] for _ in range(self.config.n_layer)]

    def __call__(self, token_id, pos_id, keys, values):
        """The logits for the token after `token_id`, as Values, so that `generate` cannot tell the engines apart."""
        w, heads = self.state_dict, (-1, self.config.n_head, self.config.head_dim)
        x = _rmsnorm(w["wte"][token_id] + w["wpe"][pos_id])
        for i in range(self.config.n_layer):
            y = _rmsnorm(x)
            q = w[f"layer{i}.attn_wq"] @ y
            keys[i].append(w[f"layer{i}.attn_wk"] @ y)
            values[i].append(w[f"layer{i}.attn_wv"] @ y)
            k, v = (np.reshape(cache, heads).swapaxes(0, 1) for cache in (keys[i], values[i]))
            # k and v are (n_head, time, head_dim); q is a column for each head, (n_head, head_dim, 1).
            # So the scores are (n_head, time, 1).
            scores = k @ q.reshape(heads[1:] + (1,)) / self.config.head_dim**0.5
            shares = np.exp(scores - scores.max(axis=1, keepdims=True))
            shares /= shares.sum(axis=1, keepdims=True)
            x = x + w[f"layer{i}.attn_wo"] @ (shares.swapaxes(1, 2) @ v).ravel()
            x = x + w[f"layer{i}.mlp_fc2"] @ np.maximum(w[f"layer{i}.mlp_fc1"] @ _rmsnorm(x), 0.0)
        return [Value(logit) for logit in (w["lm_head"] @ x).tolist()]


def _rmsnorm(x):
    return x * (x @ x / len(x) + 1e-5) ** -0.5


class Network:
    """The layers of a model with all their buffers, for batches of one shape: (batch, time).

    The rows of every matrix are the tokens of the first document, then those of the second, and so on; `rows` is
    batch * time. Shorter documents are padded: their last rows hold any token and weigh 0 in the loss. Nothing flows
    from them into the real ones, because a token never looks at later ones.
    """

    def __init__(self, model, batch, time):
        config, rows = model.config, batch * time

        def part(*names):
            return model._part(model.params, *names), model._part(model.grads, *names)

        self.batch, self.time, self.vocab_size = batch, time, model.vocab_size
        self.embedding = Embedding(*part("wte", "wpe"), batch, time, model.vocab_size)
        self.norm = RMSNorm(rows, config.n_embd)
        self.branches = []  # two for each layer; each with its own norm, and the sum that it leads to
        for i in range(config.n_layer):
            qkv, out = part(f"layer{i}.attn_wq", f"layer{i}.attn_wv"), part(f"layer{i}.attn_wo")
            attention = Attention(*qkv, *out, batch, time, config.n_head)
            mlp = MLP(*part(f"layer{i}.mlp_fc1"), *part(f"layer{i}.mlp_fc2"), rows)
            for branch in (attention, mlp):
                self.branches.append(
                    (RMSNorm(rows, config.n_embd), branch, np.empty((rows, config.n_embd)))
                )
        self.lm_head = Linear(*part("lm_head"), rows)
        self.surprise = Surprise(rows, model.vocab_size)
        self.tokens = np.zeros((batch, time + 1), int)
        self.inputs, self.targets = self.tokens[:, :-1], self.tokens[:, 1:]
        self.weights = self.surprise.weights.reshape(batch, time)

    def forward(self, documents):
        """The loss of a batch."""
        for tokens, row, weights in zip(documents, self.tokens, self.weights):
            if not 0 <= min(tokens) <= max(tokens) < self.vocab_size:
                raise IndexError(f"a token is not among the {self.vocab_size} of the vocabulary")
            n = min(self.time, len(tokens) - 1)
            row[: n + 1] = tokens[: n + 1]
            weights[:n] = 1 / (n * self.batch)
            weights[n:] = 0.0
        x = self.norm.forward(self.embedding.forward(self.inputs.ravel()))
        for norm, branch, total in self.branches:
            x = np.add(branch.forward(norm.forward(x)), x, total)
        return self.surprise.forward(self.lm_head.forward(x), self.targets.ravel())

    def backward(self):
        """The gradients of that loss."""
        dx = self.lm_head.backward(self.surprise.backward())
        for norm, branch, _ in reversed(self.branches):
            # total = x + branch(norm(x)), so the gradient arrives twice:  dx = dtotal + norm'(branch'(dtotal))
            np.add(dx, norm.backward(branch.backward(dx)), dx)
        self.embedding.backward(self.norm.backward(dx))
