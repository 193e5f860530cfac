"""The same model on NumPy arrays: the same numbers, more than a thousand times faster than the program.

The names are those of the scalar engine: `GPT`, `Adam`, `train`. What changes is the unit of work. A Value is one
number, and its graph is built anew for every document. Here a whole document, or a batch of them, is one matrix with
a row per token, and a matrix product does in one call what took thousands of Values. There is no graph: each layer
below knows how to pass a gradient back, and says by which formula.

Matrices this small are computed in less time than NumPy needs to start working on them, so what counts is the number
of calls and of new arrays. Hence every layer writes into buffers of its own (the last argument of most calls), made
once for each length of document; the three matrices of attention are used as one; and all weights lie in one vector,
so that Adam takes one step for all of them.

Importing this module needs NumPy. A model of the course's size gains nothing from more than one thread. NumPy's
products of matrices begin to use several at batches of about 32 names, and on a busy machine these wait for each other
most of the time: then set the environment variable OPENBLAS_NUM_THREADS=1 before Python starts.
"""

import time

import numpy as np

from microgpt import model as scalar
from microgpt.training import Step
from microgpt.value import Value

ZERO, EPSILON = np.array(0.0), np.array(1e-5)  # as arrays, so that NumPy need not convert them at every call
WIDE = 32  # see `_repeated`


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
        return f"fast.GPT({self.config}, vocab_size={self.vocab_size}, num_params={self.params.size})"

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
        if self._network is None:
            raise RuntimeError("backward() goes back once from the last loss(): compute that first")
        self._network.backward()
        self._network = None

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
            # k and v are (n_head, time, head_dim); q is a column for each head, (n_head, head_dim, 1)
            scores = k @ q.reshape(heads[1:] + (1,)) / self.config.head_dim**0.5  # (n_head, time, 1)
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
                self.branches.append((RMSNorm(rows, config.n_embd), branch, np.empty((rows, config.n_embd))))
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


class Embedding:
    """x = wte[token] + wpe[position]: (rows,) ids -> (rows, n_embd).

    Written as a matrix product: x = hot W, where W is wte above wpe, (vocab_size + block_size, n_embd), and each row
    of hot has a 1 for its token, a 1 for its position, and else 0.
    """

    def __init__(self, w, dw, batch, time, vocab_size):
        rows, columns = batch * time, len(w)
        self.w, self.dw, self.x = w, dw, np.empty((rows, w.shape[1]))
        self.hot = np.zeros((rows, columns))
        self.hot[np.arange(rows), vocab_size + np.arange(rows) % time] = 1.0
        self.flat = self.hot.reshape(-1)
        self.starts = np.arange(0, rows * columns, columns)  # where each row begins in flat
        self.ones = self.starts[:0]

    def forward(self, tokens):
        """(rows,) ids -> (rows, n_embd)."""
        self.flat[self.ones] = 0.0
        self.ones = self.starts + tokens
        self.flat[self.ones] = 1.0
        return self.hot.dot(self.w, self.x)

    def backward(self, dx):
        """(rows, n_embd) -> nothing: this is where the gradients end."""
        self.hot.T.dot(dx, self.dw)  # dW = hotᵀ dx: a token that occurs twice is blamed twice, an absent one gets 0


class Linear:
    """y = x Wᵀ: (rows, n_in) -> (rows, n_out), W being (n_out, n_in)."""

    def __init__(self, w, dw, rows):
        self.w, self.wt, self.dw = w, w.T, dw
        self.y, self.dx = np.empty((rows, len(w))), np.empty((rows, w.shape[1]))

    def forward(self, x):
        """(rows, n_in) -> (rows, n_out)."""
        self.x = x
        return x.dot(self.wt, self.y)

    def backward(self, dy):
        """(rows, n_out) -> (rows, n_in)."""
        dy.T.dot(self.x, self.dw)  # dW = dyᵀ x
        return dy.dot(self.w, self.dx)  # dx = dy W


def _repeated(n, number):
    """A matrix that sums up rows: (rows, n) @ it = (rows, width), the row's sum times `number` in each column.

    One column would do, but NumPy is faster on matrices of equal shape; so for narrow rows the width is n.
    """
    return np.full((n, n if n <= WIDE else 1), number)


class RMSNorm:
    """y = x / r with r = sqrt(mean(x²) + 1e-5), for each row by itself: (rows, n) -> (rows, n)."""

    def __init__(self, rows, n):
        self.y, self.dx, self.product = np.empty((rows, n)), np.empty((rows, n)), np.empty((rows, n))
        self.average = _repeated(n, 1 / n)
        self.r, self.mean = np.empty((rows, self.average.shape[1])), np.empty((rows, self.average.shape[1]))

    def forward(self, x):
        """(rows, n) -> (rows, n)."""
        r = np.multiply(x, x, self.product).dot(self.average, self.r)
        np.add(r, EPSILON, r)
        np.sqrt(r, r)
        return np.divide(x, r, self.y)

    def backward(self, dy):
        """(rows, n) -> (rows, n)."""
        # dx = (dy - y mean(dy y)) / r: what would only lengthen the row is taken away, the rest is rescaled
        dx = self.dx
        mean = np.multiply(dy, self.y, self.product).dot(self.average, self.mean)
        np.multiply(self.y, mean, dx)
        np.subtract(dy, dx, dx)
        return np.divide(dx, self.r, dx)


class Attention:
    """All heads of one layer, for all tokens: (rows, n_embd) -> (rows, n_embd).

    wq, wk, wv lie one below the other in one matrix, (3 n_embd, n_embd), so one product makes q, k and v. For each
    document and head these are (time, head_dim); the views below are shaped (batch, n_head, time, head_dim).
    """

    def __init__(self, wqkv, dwqkv, wo, dwo, batch, time, n_head):
        rows, n = batch * time, wo.shape[1]
        self.qkv, self.out = Linear(wqkv, dwqkv, rows), Linear(wo, dwo, rows)
        self.blend, self.dqkv = np.empty((rows, n)), np.empty((rows, 3 * n))

        # Views: what is written into the whole stands in its heads, and the other way round.
        def heads(a, parts):
            return a.reshape(batch, time, parts, n_head, n // n_head).transpose(2, 0, 3, 1, 4)

        self.q, self.k, self.v = heads(self.qkv.y, 3)
        self.kt, self.vt = self.k.swapaxes(2, 3), self.v.swapaxes(2, 3)
        self.dq, self.dk, self.dv = heads(self.dqkv, 3)
        (self.o,), (self.do,) = heads(self.blend, 1), heads(self.out.dx, 1)
        self.softmax = CausalSoftmax(batch, n_head, time)
        self.a, self.da = self.softmax.a, self.softmax.da
        self.at, self.dat = self.a.swapaxes(2, 3), self.da.swapaxes(2, 3)
        self.scale = np.array((n // n_head) ** -0.5)

    def forward(self, x):
        """(rows, n_embd) -> (rows, n_embd)."""
        self.qkv.forward(x)
        s = np.matmul(self.q, self.kt, self.a)  # S = Q Kᵀ / sqrt(head_dim)
        np.multiply(s, self.scale, s)
        self.softmax.forward()  # A = softmax(S) over this and earlier tokens, in place
        np.matmul(self.a, self.v, self.o)  # O = A V
        return self.out.forward(self.blend)  # y = O woᵀ

    def backward(self, dy):
        """(rows, n_embd) -> (rows, n_embd)."""
        self.out.backward(dy)
        np.matmul(self.at, self.do, self.dv)  # dV = Aᵀ dO
        ds = np.matmul(self.do, self.vt, self.da)  # dA = dO Vᵀ
        self.softmax.backward()  # dS = A (dA - sum(dA A)), in place
        np.multiply(ds, self.scale, ds)
        np.matmul(ds, self.k, self.dq)  # dQ = dS K / sqrt(head_dim)
        np.matmul(self.dat, self.q, self.dk)  # dK = dSᵀ Q / sqrt(head_dim)
        return self.qkv.backward(self.dqkv)


class CausalSoftmax:
    """a = exp(s) / sum(exp(s)) for each row, over this and earlier tokens only; later ones get 0.

    In place: the buffer `a`, (batch, n_head, time, time), holds the scores s before; `da` first da, then ds.
    """

    def __init__(self, batch, n_head, time):
        shape = batch, n_head, time, time
        self.a, self.da, self.product = np.empty(shape), np.empty(shape), np.empty(shape)
        self.flat, self.rows = self.a.reshape(-1), self.a.reshape(-1, time)
        self.product_rows = self.product.reshape(-1, time)
        self.ones = _repeated(time, 1.0)
        self.sums = np.empty((len(self.rows), self.ones.shape[1]))
        self.total = self.sums.reshape(batch, n_head, time, -1)
        self.earlier = np.tril(np.ones(shape))
        self.later = self.earlier == 0

    def forward(self):
        """s -> a."""
        a = self.a
        # exp overflows above 709. The length of all scores as one vector is above each of them, and quickly found; only
        # where it is large, the largest of each row has to be taken away, which changes no share.
        if not self.flat.dot(self.flat) < 600.0**2:
            np.copyto(a, -np.inf, where=self.later)
            np.subtract(a, np.maximum.reduce(a, -1, keepdims=True), a)
        np.exp(a, a)
        np.multiply(a, self.earlier, a)
        self.rows.dot(self.ones, self.sums)
        np.divide(a, self.total, a)

    def backward(self):
        """da -> ds."""
        # ds = a (da - sum(da a)): raising one score takes from all others
        da = self.da
        np.multiply(da, self.a, self.product)
        self.product_rows.dot(self.ones, self.sums)
        np.subtract(da, self.total, da)
        np.multiply(da, self.a, da)


class MLP:
    """y = relu(x fc1ᵀ) fc2ᵀ: (rows, n_embd) -> (rows, 4 n_embd) -> (rows, n_embd)."""

    def __init__(self, fc1, dfc1, fc2, dfc2, rows):
        self.fc1, self.fc2 = Linear(fc1, dfc1, rows), Linear(fc2, dfc2, rows)
        self.open = np.empty_like(self.fc1.y)

    def forward(self, x):
        """(rows, n_embd) -> (rows, n_embd)."""
        hidden = self.fc1.forward(x)
        return self.fc2.forward(np.maximum(hidden, ZERO, out=hidden))

    def backward(self, dy):
        """(rows, n_embd) -> (rows, n_embd)."""
        dhidden = self.fc2.backward(dy)
        np.sign(self.fc1.y, self.open)  # 1 where relu let a number through, 0 where it stopped one
        np.multiply(dhidden, self.open, dhidden)  # drelu = dhidden where it was open, else 0
        return self.fc1.backward(dhidden)


class Surprise:
    """The loss: the sum over all rows of weight * -log(probability of the target). (rows, vocab_size) -> a number."""

    def __init__(self, rows, vocab_size):
        self.weights, self.total, self.nats = np.empty(rows), np.empty(rows), np.empty(rows)
        self.starts = np.arange(0, rows * vocab_size, vocab_size)  # where each row begins in a flat matrix
        self.ones = np.ones(vocab_size)

    def forward(self, logits, targets):
        """(rows, vocab_size) logits, changed in place; (rows,) ids -> a number."""
        self.logits, self.flat, self.at_targets = logits, logits.reshape(-1), self.starts + targets
        if not self.flat.dot(self.flat) < 600.0**2:  # as in CausalSoftmax
            np.subtract(logits, np.maximum.reduce(logits, -1, keepdims=True), logits)
        target_logits = self.flat[self.at_targets]
        np.exp(logits, logits)
        logits.dot(self.ones, self.total)
        np.log(self.total, self.nats)  # -log p = log(sum(exp(logits))) - target's logit
        np.subtract(self.nats, target_logits, self.nats)
        return self.weights.dot(self.nats)

    def backward(self):
        """Nothing -> (rows, vocab_size)."""
        # dlogits = weight * (p - 1 at the target): the probabilities, and how far the target's is from 1
        np.multiply(self.logits, (self.weights / self.total)[:, None], self.logits)
        self.flat[self.at_targets] -= self.weights
        return self.logits


class Adam:
    """Adam as in `microgpt.optim`, for all weights of a model in one go.

    >>> import random
    >>> model = GPT(scalar.Config(), 27, random.Random(42))
    >>> adam, before = Adam(model), model.loss([[26, 0, 26]])
    >>> model.backward()
    >>> adam.step()
    >>> model.loss([[26, 0, 26]]) < before
    True
    """

    def __init__(self, model, lr=0.01, beta1=0.85, beta2=0.99, eps=1e-8):
        self.params, self.grads, self.lr = model.params, model.grads, lr
        self.beta1, self.beta2, self.eps = beta1, beta2, eps
        self.m, self.v = np.zeros_like(self.params), np.zeros_like(self.params)
        self.move = np.empty_like(self.params)
        self.t = 0  # steps taken

    def step(self, lr=None):
        """Move every weight once, by about `lr` if given. What stands in `grads` is lost."""
        lr = self.lr if lr is None else lr
        self.t += 1
        m, v, g, move = self.m, self.v, self.grads, self.move
        # m = beta1 m + (1 - beta1) g  and  v = beta2 v + (1 - beta2) g². To save two passes over all weights,
        # m and v are kept without their factors (1 - beta), which come back in as plain numbers below.
        np.multiply(m, self.beta1, m)
        np.add(m, g, m)
        np.multiply(v, self.beta2, v)
        np.multiply(g, g, g)
        np.add(v, g, v)
        # w -= lr m_hat / (sqrt(v_hat) + eps), with m_hat = m to_m and sqrt(v_hat) = sqrt(v) to_v
        to_m = (1 - self.beta1) / (1 - self.beta1**self.t)
        to_v = ((1 - self.beta2) / (1 - self.beta2**self.t)) ** 0.5
        np.sqrt(v, move)
        np.add(move, self.eps / to_v, move)
        np.divide(m, move, move)
        np.multiply(move, lr * to_m / to_v, move)
        np.subtract(self.params, move, self.params)


def train(model, tokenizer, docs, steps=1000, optimizer=None, batch_size=1):
    """Train as `microgpt.train` does, and with the same records; each step on the next `batch_size` documents.

    The loss of a step is the mean over its documents. No documents, or steps or batch_size below 1, raise ValueError.

    >>> import random
    >>> from microgpt import Config, Tokenizer
    >>> docs = ["emma", "ava"]
    >>> tokenizer = Tokenizer(docs)
    >>> model = GPT(Config(n_embd=4, n_head=1), tokenizer.vocab_size, random.Random(42))
    >>> losses = [record.loss for record in train(model, tokenizer, docs, steps=20)]
    >>> losses[-1] < losses[0]
    True
    """
    if not docs:
        raise ValueError("there is no document to train on")
    for name, number in {"steps": steps, "batch_size": batch_size}.items():
        if number < 1:
            raise ValueError(f"{name} must be 1 or more, not {number}")
    optimizer = optimizer or Adam(model)
    for step in range(steps):
        started = time.perf_counter()
        lr = optimizer.lr * (1 - step / steps)
        first = step * batch_size
        loss = model.loss([tokenizer.encode(docs[i % len(docs)]) for i in range(first, first + batch_size)])
        model.backward()
        optimizer.step(lr)
        yield Step(step + 1, loss, lr, time.perf_counter() - started)


def evaluate(model, documents, batch_size=16):
    """The mean surprise over all tokens of the documents, in nats per token; nothing is learned.

    `documents` are lists of ids. Every token counts the same, so longer documents count more than in `GPT.loss`.
    No documents raise ValueError.

    >>> uniform = GPT(scalar.Config(), vocab_size=27)
    >>> round(evaluate(uniform, [[26, 4, 12, 12, 0, 26], [26, 0, 26]]), 4)
    3.2958
    """
    documents = sorted(documents, key=len)  # so that little padding is needed
    nats, tokens = 0.0, 0
    for start in range(0, max(len(documents), 1), batch_size):
        model.loss(documents[start : start + batch_size])
        real = model._network.surprise.weights > 0  # not padding
        nats += float(model._network.surprise.nats[real].sum())
        tokens += int(real.sum())
    model._network = None  # nothing that backward() should go back from
    return nats / tokens
