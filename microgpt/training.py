"""Training: predict each next token of a document, trace the blame, adjust; again."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from microgpt.model import GPT
from microgpt.nn import softmax
from microgpt.optim import Adam
from microgpt.running import as_a_whole, keep_training
from microgpt.tokenizer import Tokenizer
from microgpt.value import Value


@dataclass(frozen=True)
class Step:
    """What happened in one step of training.

    `step` counts from 1; `loss` is the mean surprise in nats per token, before the adjustment; `lr` the learning
    rate of this step; `seconds` how long it took.
    """

    step: int
    loss: float
    lr: float
    seconds: float


def document_loss(model: GPT, tokens: list[int]) -> Value:
    """The mean of -log p(next token) over a document, as one Value, in nats per token.

    `tokens` is a list of two or more ids, as `Tokenizer.encode` returns it; fewer raise ZeroDivisionError. At most
    block_size predictions are made; what is left of a longer document does not count.

    >>> from microgpt import Config, GPT
    >>> uniform = GPT(Config(), vocab_size=27)  # all weights 0: every next token is equally likely
    >>> round(document_loss(uniform, [26, 4, 12, 12, 0, 26]).data, 4)
    3.2958
    """
    n = min(model.config.block_size, len(tokens) - 1)
    keys, values = model.new_cache()
    losses = []
    for pos_id in range(n):
        probs = softmax(model(tokens[pos_id], pos_id, keys, values))
        losses.append(-probs[tokens[pos_id + 1]].log())
    return (1 / n) * sum(losses)


def train(model: GPT, tokenizer: Tokenizer, docs, steps=1000, optimizer=None) -> Iterator[Step]:
    """Train `model` on one document after another; a generator of one `Step` record per step.

    Step i uses docs[i], from the front again after the last one. The learning rate falls in a straight line from
    the optimizer's `lr` to 0. Without an `optimizer` it is Adam with the course's settings. Nothing runs until the
    records are asked for, and it may be left at any time: a step that is interrupted leaves model and optimizer as
    they were before it. No documents, or steps below 1, raise ValueError.

    >>> import random
    >>> from microgpt import Config, GPT, Tokenizer
    >>> docs = ["emma", "ava"]
    >>> tokenizer = Tokenizer(docs)
    >>> model = GPT(Config(n_embd=4, n_head=1), tokenizer.vocab_size, random.Random(42))
    >>> losses = [record.loss for record in train(model, tokenizer, docs, steps=20)]
    >>> losses[-1] < losses[0]
    True
    """
    params = model.parameters()
    optimizer = optimizer or Adam(params)
    for p in params:
        p.grad = 0.0  # whatever somebody has tried out before
    for step, (doc,), lr in schedule(docs, steps, optimizer.lr):
        run = partial(_train_step, model, tokenizer.encode(doc), optimizer, step, lr)
        yield as_a_whole(run, keep_training(params, optimizer))


def schedule(docs, steps, lr, batch_size=1):
    """(step, documents, learning rate) of each step of a run: the next `batch_size` documents; a rate that falls to 0.

    >>> list(schedule(["emma", "ava"], steps=3, lr=0.3))
    [(1, ['emma'], 0.3), (2, ['ava'], 0.2), (3, ['emma'], 0.1)]
    """
    if not docs:
        raise ValueError("there is no document to train on")
    for name, number in {"steps": steps, "batch_size": batch_size}.items():
        if number < 1:
            raise ValueError(f"{name} must be 1 or more, not {number}")
    for step in range(steps):
        batch = [docs[(step * batch_size + i) % len(docs)] for i in range(batch_size)]
        yield step + 1, batch, lr * (1 - step / steps)


def _train_step(model, tokens, optimizer, step, lr):
    started = time.perf_counter()
    loss = document_loss(model, tokens)
    loss.backward()
    optimizer.step(lr)
    return Step(step, loss.data, lr, time.perf_counter() - started)
