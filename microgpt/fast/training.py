"""Training on arrays: Adam for all weights at once, batches of documents, and the loss on documents held out."""

import time

import numpy as np

from microgpt.training import Step, schedule


class Adam:
    """Adam as in `microgpt.optim`, for all weights of a model in one go.

    >>> import random
    >>> from microgpt import Config, fast
    >>> model = fast.GPT(Config(), 27, random.Random(42))
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
        self.spare = np.empty_like(self.params), np.empty_like(self.params)  # for the next m and v
        self.move = np.empty_like(self.params)
        self.t = 0  # steps taken

    def step(self, lr=None):
        """Move every weight once, by about `lr` if given. What stands in `grads` is lost."""
        lr = self.lr if lr is None else lr
        t, (m, v), g, move = self.t + 1, self.spare, self.grads, self.move
        # m = beta1 m + (1 - beta1) g  and  v = beta2 v + (1 - beta2) g². To save two passes over all weights,
        # m and v are kept without their factors (1 - beta), which come back in as plain numbers below.
        np.multiply(self.m, self.beta1, m)
        np.add(m, g, m)
        np.multiply(self.v, self.beta2, v)
        np.multiply(g, g, g)
        np.add(v, g, v)
        # w -= lr m_hat / (sqrt(v_hat) + eps), with m_hat = m to_m and sqrt(v_hat) = sqrt(v) to_v
        to_m = (1 - self.beta1) / (1 - self.beta1**t)
        to_v = ((1 - self.beta2) / (1 - self.beta2**t)) ** 0.5
        np.sqrt(v, move)
        np.add(move, self.eps / to_v, move)
        np.divide(m, move, move)
        np.multiply(move, lr * to_m / to_v, move)
        np.subtract(self.params, move, move)
        # All at once: in a line without a call no interrupt can come between.
        used = self.m, self.v
        self.params[:], self.t, self.m, self.v, self.spare = move, t, m, v, used


def train(model, tokenizer, docs, steps=1000, optimizer=None, batch_size=1):
    """Train as `microgpt.train` does, and with the same records; each step on the next `batch_size` documents.

    The loss of a step is the mean over its documents. No documents, or steps or batch_size below 1, raise ValueError.

    >>> import random
    >>> from microgpt import Config, Tokenizer, fast
    >>> docs = ["emma", "ava"]
    >>> tokenizer = Tokenizer(docs)
    >>> model = fast.GPT(Config(n_embd=4, n_head=1), tokenizer.vocab_size, random.Random(42))
    >>> losses = [record.loss for record in train(model, tokenizer, docs, steps=20)]
    >>> losses[-1] < losses[0]
    True
    """
    optimizer = optimizer or Adam(model)
    for step, batch, lr in schedule(docs, steps, optimizer.lr, batch_size):
        started = time.perf_counter()
        loss = model.loss([tokenizer.encode(doc) for doc in batch])
        model.backward()
        optimizer.step(lr)
        yield Step(step, loss, lr, time.perf_counter() - started)


def evaluate(model, documents, batch_size=16):
    """The mean surprise over all tokens of the documents, in nats per token; nothing is learned.

    `documents` are lists of ids. Every token counts the same, so longer documents count more than in `GPT.loss`.
    No documents raise ValueError.

    >>> from microgpt import Config, fast
    >>> uniform = fast.GPT(Config(), vocab_size=27)
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
