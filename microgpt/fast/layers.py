"""The layers on arrays, each with its gradient worked out by hand.

Every layer has `forward`, which keeps what it will need, and `backward`, which takes d(loss)/d(its output), writes the
gradients of its weights where they belong, and returns d(loss)/d(its input).

Matrices this small are computed in less time than NumPy needs to start working on them, so what counts is the number
of calls and of new arrays. Hence every layer writes into buffers of its own (the last argument of most calls), made
once for each length of document; and the three matrices of attention are used as one.
"""

import numpy as np

# Arrays, so that NumPy need not convert them at every call.
ZERO, EPSILON = np.array(0.0), np.array(1e-5)
WIDE = 32  # see `_repeated`


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
        # dW = hotᵀ dx: a token that occurs twice is blamed twice, an absent one gets 0
        self.hot.T.dot(dx, self.dw)


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
        self.y, self.dx, self.product = (np.empty((rows, n)) for _ in range(3))
        self.average = _repeated(n, 1 / n)
        self.r, self.mean = (np.empty((rows, self.average.shape[1])) for _ in range(2))

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
        # Where each row begins in a flat matrix.
        self.starts = np.arange(0, rows * vocab_size, vocab_size)
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
