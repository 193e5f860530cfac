"""ex-09-5: train(model, tokenizer, docs, steps)"""

import copy
import math
import random
from array import array
from collections import deque
from functools import partial
from itertools import cycle, islice

import numpy

from microgpt import training
from microgpt.nn import softmax
from microgpt.optim import SGD, Adam
from microgpt.training import document_loss
from microgpt.value import Value

from ..edits import edited

LOOP = """
import random
from math import log

from microgpt.nn import softmax
from microgpt.training import document_loss
from microgpt.value import Value

def train(model, tokenizer, docs, steps):
    params = model.parameters()
    m, v = [0.0] * len(params), [0.0] * len(params)
    losses = []
    for step in range(steps):
        doc = docs[step % len(docs)]
        ids = tokenizer.encode(doc)
        n = min(model.config.block_size, len(ids) - 1)
        keys, values = model.new_cache()
        surprises = []
        for pos in range(n):
            logits = model(ids[pos], pos, keys, values)
            probs = softmax(logits)
            surprises.append(-probs[ids[pos + 1]].log())
        loss = sum(surprises) / n
        losses.append(loss.data)
        loss.backward()
        lr = 0.01 * (1 - step / steps)
        t = step + 1
        for i, p in enumerate(params):
            m[i] = 0.85 * m[i] + 0.15 * p.grad
            v[i] = 0.99 * v[i] + 0.01 * p.grad ** 2
            m_hat = m[i] / (1 - 0.85 ** t)
            v_hat = v[i] / (1 - 0.99 ** t)
            p.data -= lr * m_hat / (v_hat ** 0.5 + 1e-8)
        for p in params:
            p.grad = 0.0
    return losses
"""


def changed(*lines):
    """The loop with some of its parts replaced: old, new, old, new ..."""
    return edited(LOOP, "train", *zip(lines[::2], lines[1::2], strict=True))


def of_the_package(model, tokenizer, docs, steps):
    return [record.loss for record in training.train(model, tokenizer, docs, steps)]


def with_adam(model, tokenizer, docs, steps):
    optimizer, losses = Adam(model.parameters()), []
    for step in range(steps):
        loss = document_loss(model, tokenizer.encode(docs[step % len(docs)]))
        loss.backward()
        optimizer.step(0.01 * (steps - step) / steps)
        losses.append(loss.data)
    return losses


def zeroed_first(model, tokenizer, docs, steps):
    """The gradients are set back before backward, and stay after the step; losses are Values."""
    params, losses = model.parameters(), []
    m, v = [0.0 for _ in params], [0.0 for _ in params]
    for step, doc in zip(range(steps), cycle(docs)):
        for p in params:
            p.grad = 0
        losses.append(document_loss(model, tokenizer.encode(doc)))
        losses[-1].backward()
        grads = [p.grad for p in params]
        numbers, m, v = adam_step(
            [p.data for p in params], grads, m, v, step + 1, rate(step, steps)
        )
        for p, number in zip(params, numbers):
            p.data = number
    return losses


def rate(step, steps):
    return 0.01 - 0.01 * step / steps


def adam_step(params, grads, m, v, step, lr):
    m = [0.85 * a + 0.15 * g for a, g in zip(m, grads)]
    v = [0.99 * b + 0.01 * g * g for b, g in zip(v, grads)]
    moves = [
        lr * (a / (1 - 0.85**step)) / ((b / (1 - 0.99**step)) ** 0.5 + 1e-8) for a, b in zip(m, v)
    ]
    return [p - move for p, move in zip(params, moves)], m, v


def arrays(model, tokenizer, docs, steps):
    params, losses = model.parameters(), []
    m = v = numpy.zeros(len(params))
    for step in range(steps):
        loss = document_loss(model, tokenizer.encode(docs[step % len(docs)]))
        loss.backward()
        g = numpy.array([p.grad for p in params])
        m, v = 0.85 * m + 0.15 * g, 0.99 * v + 0.01 * g * g
        m_hat, v_hat = m / (1 - 0.85 ** (step + 1)), v / (1 - 0.99 ** (step + 1))
        moves = 0.01 * (1 - step / steps) * m_hat / (numpy.sqrt(v_hat) + 1e-8)
        for p, move in zip(params, moves):
            p.data -= float(move)
            p.grad = 0.0
        losses.append(loss.data)
    return numpy.array(losses)


def log_sum_exp(model, tokenizer, docs, steps):
    """The surprise from the logits: log of the sum of exp, less the logit."""

    def surprise(logits, target):
        return sum(logit.exp() for logit in logits).log() - logits[target]

    adam, losses = Adam(model.parameters()), []
    for step in range(steps):
        ids = tokenizer.encode(docs[step % len(docs)])[: model.config.block_size + 1]
        keys, values = model.new_cache()
        total = Value(0.0)
        for pos, (token, target) in enumerate(zip(ids, ids[1:])):
            total += surprise(model(token, pos, keys, values), target)
        loss = total / (len(ids) - 1)
        loss.backward()
        adam.step(rate(step, steps))
        losses += [loss.data]
    return losses


def of_the_product(model, tokenizer, docs, steps):
    """-log of the product of the probabilities."""
    adam, losses = Adam(model.parameters()), []
    for step in range(steps):
        ids = tokenizer.encode(docs[step % len(docs)])
        n = min(model.config.block_size, len(ids) - 1)
        cache, product = model.new_cache(), 1.0
        for pos in range(n):
            product = softmax(model(ids[pos], pos, *cache))[ids[pos + 1]] * product
        loss = product.log() * (-1 / n)
        loss.backward()
        adam.step(rate(step, steps))
        losses.append(loss.data)
    return tuple(losses)


def while_loop(model, tokenizer, docs, steps):
    step, losses, lr = 0, [], 0.01
    waiting, adam = deque(docs), Adam(model.parameters())
    while step < steps:
        loss = document_loss(model, tokenizer.encode(waiting[0]))
        waiting.rotate(-1)
        loss.backward()
        adam.step(lr)
        lr -= 0.01 / steps
        losses.append(loss.data)
        step += 1
    return losses


def in_rounds(model, tokenizer, docs, steps):
    """Round after round, until there are enough steps; averages by parameter."""
    losses, averages = [], {id(p): (0.0, 0.0) for p in model.parameters()}
    while len(losses) < steps:
        for doc in docs:
            if len(losses) == steps:
                break
            loss = document_loss(model, tokenizer.encode(doc))
            loss.backward()
            t = len(losses) + 1
            for matrix in model.state_dict.values():
                for row in matrix:
                    for p in row:
                        m, v = averages[id(p)]
                        m, v = 0.85 * m + 0.15 * p.grad, 0.99 * v + 0.01 * p.grad**2
                        averages[id(p)] = m, v
                        root = math.sqrt(v / (1 - 0.99**t)) + 1e-8
                        p.data -= 0.01 * (1 - (t - 1) / steps) * m / (1 - 0.85**t) / root
                        p.grad = 0.0
            losses.append(loss.data)
    return losses


def recursive(model, tokenizer, docs, steps):
    adam = Adam(model.parameters())

    def run(step):
        if step == steps:
            return []
        loss = document_loss(model, tokenizer.encode(docs[step % len(docs)]))
        loss.backward()
        adam.step(rate(step, steps))
        return [loss.data, *run(step + 1)]

    return run(0)


def by_generator(model, tokenizer, docs, steps):
    def run():
        adam = Adam(model.parameters(), lr=0.01)
        for step, doc in enumerate(islice(cycle(docs), steps)):
            loss = document_loss(model, tokenizer.encode(doc))
            loss.backward()
            adam.step(adam.lr * (1 - step / steps))
            yield loss.data

    return list(run())


def encoded_before(model, tokenizer, docs, steps):
    """All documents as ids first; a sum that starts with a Value; gradients set back with the sum."""
    encoded = [tokenizer.encode(doc) for doc in docs]
    adam, losses = Adam(model.parameters()), array("d")
    for step in range(steps):
        loss = document_loss(model, encoded[step % len(encoded)])
        loss.backward()
        adam.step(rate(step, steps))
        losses.append(loss.data)
    return losses


def own_tokens(model, tokenizer, docs, steps):
    """It puts BOS around the ids by itself."""
    adam, losses = Adam(model.parameters()), []
    for step in range(steps):
        letters = [tokenizer.chars.index(char) for char in docs[step % len(docs)]]
        ids = [tokenizer.BOS] + letters + [tokenizer.BOS]
        loss = document_loss(model, ids)
        loss.backward()
        adam.step(rate(step, steps))
        losses.append(loss.data)
    return losses


class Trainer:
    def __call__(self, model, tokenizer, docs, steps):
        self.losses, self.adam = [], Adam(model.parameters())
        for step in range(steps):
            self.step(model, tokenizer.encode(docs[step % len(docs)]), rate(step, steps))
        return self.losses

    def step(self, model, ids, lr):
        loss = document_loss(model, ids)
        loss.backward()
        self.adam.step(lr)
        self.losses.append(loss.data)


RIGHT = [
    changed(),
    of_the_package,
    with_adam,
    zeroed_first,
    arrays,
    log_sum_exp,
    of_the_product,
    while_loop,
    in_rounds,
    recursive,
    by_generator,
    encoded_before,
    own_tokens,
    Trainer(),
    partial(with_adam),
    changed("losses.append(loss.data)", "losses.append(loss)"),
    changed(
        "values = model.new_cache()", "values = [[[] for _ in half] for half in model.new_cache()]"
    ),
    changed("keys, values)", "values, keys)"),
]

# Wrong


def then(change):
    return lambda *given: change(with_adam(*given))


def batch(choose, whole=lambda losses: sum(losses) / len(losses)):
    """Each step takes the documents choose(docs, step)."""

    def train(model, tokenizer, docs, steps):
        adam, losses = Adam(model.parameters()), []
        for step in range(steps):
            loss = whole([document_loss(model, tokenizer.encode(d)) for d in choose(docs, step)])
            loss.backward()
            adam.step(rate(step, steps))
            losses.append(loss.data)
        return losses

    return train


def with_copy(model, tokenizer, docs, steps):
    return with_adam(copy.deepcopy(model), tokenizer, docs, steps)


def shuffles(model, tokenizer, docs, steps):
    random.shuffle(docs)
    return with_adam(model, tokenizer, docs, steps)


def shuffles_a_copy(model, tokenizer, docs, steps):
    docs = list(docs)
    random.Random(42).shuffle(docs)
    return with_adam(model, tokenizer, docs, steps)


def sorts(model, tokenizer, docs, steps):
    docs.sort()
    return with_adam(model, tokenizer, docs, steps)


def eats_docs(model, tokenizer, docs, steps):
    adam, losses = Adam(model.parameters()), []
    for step in range(steps):
        docs.append(docs.pop(0))
        loss = document_loss(model, tokenizer.encode(docs[-1]))
        loss.backward()
        adam.step(rate(step, steps))
        losses.append(loss.data)
    return losses


def rounds(model, tokenizer, docs, steps):
    adam, losses = Adam(model.parameters()), []
    for round in range(steps):
        for doc in docs:
            loss = document_loss(model, tokenizer.encode(doc))
            loss.backward()
            adam.step(rate(round, steps))
            losses.append(loss.data)
    return losses


def adam_in_the_loop(model, tokenizer, docs, steps):
    losses = []
    for step in range(steps):
        loss = document_loss(model, tokenizer.encode(docs[step % len(docs)]))
        loss.backward()
        Adam(model.parameters()).step(rate(step, steps))
        losses.append(loss.data)
    return losses


def without_rate(model, tokenizer, docs, steps):
    adam, losses = Adam(model.parameters(), lr=0.01), []
    for step in range(steps):
        loss = document_loss(model, tokenizer.encode(docs[step % len(docs)]))
        loss.backward()
        adam.step()
        losses.append(loss.data)
    return losses


def with_sgd(model, tokenizer, docs, steps):
    sgd, losses = SGD(model.parameters()), []
    for step in range(steps):
        loss = document_loss(model, tokenizer.encode(docs[step % len(docs)]))
        loss.backward()
        sgd.step()
        losses.append(loss.data)
    return losses


def running_total(model, tokenizer, docs, steps):
    adam, losses, total = Adam(model.parameters()), [], 0.0
    for step in range(steps):
        loss = document_loss(model, tokenizer.encode(docs[step % len(docs)]))
        total += loss
        total.backward()
        adam.step(rate(step, steps))
        losses.append(loss.data)
    return losses


kept = {}


def kept_optimizer(model, tokenizer, docs, steps):
    """One Adam for ever: its averages go on from run to run."""
    adam = kept.setdefault("adam", Adam(model.parameters()))
    adam.params, losses = model.parameters(), []
    for step in range(steps):
        loss = document_loss(model, tokenizer.encode(docs[step % len(docs)]))
        loss.backward()
        adam.step(rate(step, steps))
        losses.append(loss.data)
    return losses


def prints(model, tokenizer, docs, steps):
    print(with_adam(model, tokenizer, docs, steps))


def endless(model, tokenizer, docs, steps):
    step = 0
    while step < steps:
        docs = list(docs)
    return []


CACHE = "        keys, values = model.new_cache()\n"
ZERO = "        for p in params:\n            p.grad = 0.0\n"
LOSS = "sum(surprises) / n"
LR = "0.01 * (1 - step / steps)"
DOC = "docs[step % len(docs)]"
N = "min(model.config.block_size, len(ids) - 1)"
MOVE = "p.data -= lr * m_hat / (v_hat ** 0.5 + 1e-8)"
BACK = "        loss.backward()\n"

WRONG = [
    # Gradients
    (changed(ZERO, ""), "the gradients are not set back to 0"),
    (changed(ZERO, "", BACK, f"{BACK}{ZERO}"), "the model does not learn"),
    (changed(BACK, ""), "the model does not learn"),
    (changed(MOVE, "p = Value(p.data - lr * m_hat / (v_hat ** 0.5 + 1e-8))"), "does not learn"),
    (changed(MOVE, "params[i] = Value(p.data - lr * p.grad)"), "does not learn"),
    (changed(MOVE, "pass"), "does not learn"),
    (changed(BACK, BACK + BACK), "backward() is called twice"),
    (changed("p.data -=", "p.data +="), "you went uphill"),
    (with_copy, "not a copy"),
    # Adam
    (changed("t = step + 1", "t = step"), "a division by 0"),
    (changed("t = step + 1", "t = step + 2"), "of the step behind"),
    (changed("t = step + 1", "t = 1"), "those of the first step"),
    (changed(" / (1 - 0.85 ** t)", "", " / (1 - 0.99 ** t)", ""), "averages are not corrected"),
    (changed(" / (1 - 0.85 ** t)", ""), "Adam's m is not corrected"),
    (changed(" / (1 - 0.99 ** t)", ""), "Adam's v is not corrected"),
    (changed(" + 1e-8", ""), "a division by 0"),
    (changed("1e-8", "1e-5"), "eps has another size"),
    (changed("(v_hat ** 0.5 + 1e-8)", "(v_hat + 1e-8) ** 0.5"), "another place"),
    (changed("v_hat ** 0.5", "v_hat"), "the root is missing"),
    (
        changed("0.85", "0.9", "0.15", "0.1", "0.99", "0.999", "0.01 * p", "0.001 * p"),
        "usual betas",
    ),
    (
        changed(
            "0.99 * v[i] + 0.01 * p",
            "0.85 * v[i] + 0.15 * p",
            "0.85 * m[i] + 0.15 * p",
            "0.99 * m[i] + 0.01 * p",
        ),
        "the betas are exchanged",
    ),
    (changed("lr * m_hat", "lr * p.grad"), "Adam's m is not used"),
    (changed(" / (v_hat ** 0.5 + 1e-8)", ""), "Adam's v is not used"),
    (changed(MOVE, "p.data -= lr * p.grad"), "no averages; Adam is asked for"),
    (changed(MOVE, "p.data += lr * p.grad"), "uphill; Adam is asked for"),
    (changed(MOVE, "p.data -= lr if p.grad > 0 else -lr if p.grad < 0 else 0"), "only the sign"),
    (changed("p.grad ** 2", "abs(p.grad)"), "Adam's v averages the gradient's size"),
    (
        changed("        t = step", "        m, v = [0] * len(m), [0] * len(v)\n        t = step"),
        "0 again",
    ),
    (
        changed(
            "0.85 * m[i] + 0.15", "0.15 * m[i] + 0.85", "0.99 * v[i] + 0.01", "0.01 * v[i] + 0.99"
        ),
        "the weights of old and new",
    ),
    (changed(MOVE, f"{MOVE} + lr * 0.01 * p.data"), "weight decay"),
    (changed("m[i]", "m[0]", "v[i]", "v[0]"), "share one m and one v"),
    (changed("m_hat = ", "m[i] = m_hat = "), "the corrected averages are kept"),
    # The learning rate
    (changed(LR, "0.01"), "the learning rate does not fall"),
    (changed(LR, "0.01 * (1 - (step + 1) / steps)"), "counts the steps from 1"),
    (changed(LR, "0.01 * (1 - step / (steps - 1))"), "reaches 0 in the last round"),
    (changed(LR, "0.01 * (1 - step / (steps + 1))"), "too slowly"),
    (changed(LR, "0.01 * (1 - step // steps)"), "the learning rate does not fall"),
    (changed(LR, "0.01 * (1 - step / len(docs))"), "with the number of documents"),
    (changed(LR, "0.01 * step / steps"), "the learning rate rises"),
    (changed(LR, "0.01 * 0.9 ** step"), "along a curve"),
    (changed(LR, "0.1 * (1 - step / steps)"), "starts at 0.1"),
    (changed(LR, "0.001"), "starts at 0.001"),
    # The loss
    (changed(LOSS, "sum(surprises)"), "the sum of the surprises"),
    (changed(LOSS, "sum(surprises) / len(ids)"), "divided by len(ids);"),
    (changed(LOSS, "sum(surprises) / (len(ids) - 1)"), "divided by len(ids) - 1 even"),
    (changed(LOSS, "sum(surprises) / len(doc)"), "the number of letters"),
    (changed(LOSS, "sum(surprises) / model.config.block_size"), "divided by block_size"),
    (changed(LOSS, "sum(surprises) / (n + 1)"), "divided by n + 1"),
    (changed(LOSS, "surprises[-1]"), "its last prediction alone"),
    (changed(LOSS, "surprises[0]"), "its first prediction alone"),
    (changed("-probs[ids[pos + 1]].log()", "probs[ids[pos + 1]].log()"), "the minus is missing"),
    (changed("-probs[ids[pos + 1]].log()", "1 - probs[ids[pos + 1]]"), "made of probabilities"),
    (changed("-probs[ids[pos + 1]].log()", "(1 - probs[ids[pos + 1]]) ** 2"), "is a square"),
    (changed("].log()", "].log() / log(2)"), "to base 2"),
    (changed("softmax(logits)", "logits"), "log and sqrt take no negative number"),
    (changed("softmax(logits)", "softmax(softmax(logits))"), "softmax is taken twice"),
    (changed("-probs[ids[pos + 1]].log()", "-log(probs[ids[pos + 1]])"), "has its own log()"),
    (
        changed("-probs[ids[pos + 1]].log()", "-log(probs[ids[pos + 1]].data)"),
        "a plain number here",
    ),
    (changed(LOSS, "Value(sum(s.data for s in surprises) / n)"), "does not learn"),
    # The tokens
    (changed("ids[pos + 1]]", "ids[pos]]"), "the target is the token that goes in"),
    (changed("ids[pos + 1]]", "ids[pos - 1]]"), "the token before is predicted"),
    (changed("model(ids[pos]", "model(ids[0]"), "the first token goes in each time"),
    (changed(N, "min(model.config.block_size, len(ids) - 2)"), "BOS at the end"),
    (changed("range(n)", "range(n - 1)"), "BOS at the end"),
    (changed("range(n)", "range(1, n)"), "BOS at the start"),
    (changed("encode(doc)", "encode(doc)[1:]"), "BOS at the start"),
    (changed("encode(doc)", "encode(doc)[:-1]"), "BOS at the end"),
    (changed("tokenizer.encode(doc)", "[tokenizer.BOS] + tokenizer.encode(doc)"), "at both ends"),
    (changed("encode(doc)", "encode(doc)[::-1]"), "in reverse order"),
    (changed("], pos, keys", "], 0, keys"), "the position is always 0"),
    (changed("], pos, keys", "], pos + 1, keys"), "the positions count from 1"),
    (changed(N, "len(ids)"), "an index goes too far"),
    (changed(N, "len(ids) - 1"), "below block_size alone"),
    (changed(N, "min(model.config.block_size, len(ids)) - 1"), "one token too early"),
    (changed(N, "model.config.block_size"), "an index goes too far"),
    (changed("tokenizer.encode(doc)", "doc"), "a document is a text"),
    # The cache
    (changed(CACHE, "", "    losses = []\n", "    losses = []\n" + CACHE[4:]), "share one cache"),
    (
        changed(CACHE, "", "            logits = ", "    " + CACHE + "            logits = "),
        "itself alone",
    ),
    (changed(", keys, values)", ")"), "the model is called as"),
    (changed("model(ids[pos], pos, keys, values)", "model(ids)"), "the model is called as"),
    # The documents
    (changed(DOC, "docs[0]"), "the same document"),
    (changed(DOC, "docs[step]"), "more steps than documents"),
    (changed("range(steps)", "range(len(docs))", DOC, "docs[step]"), "a round for each document"),
    (changed(DOC, "docs[(step + 1) % len(docs)]"), "start at docs[1]"),
    (changed(DOC, "docs[-1 - step % len(docs)]"), "in reverse order"),
    (changed(DOC, "random.choice(docs)"), "drawn by chance"),
    (shuffles, "drawn by chance"),
    (shuffles_a_copy, "drawn by chance"),
    (sorts, "the documents are sorted"),
    (batch(lambda docs, step: [docs[(2 * step + i) % len(docs)] for i in (0, 1)]), "two documents"),
    (batch(lambda docs, step: docs), "all documents"),
    (batch(lambda docs, step: docs, sum), "all documents"),
    (eats_docs, "docs is not what it was before"),
    (rounds, "steps counts documents"),
    # What comes back
    (then(lambda losses: losses[-1]), "the last item alone"),
    (then(lambda losses: sum(losses) / len(losses)), "the mean of the losses"),
    (then(sum), "the sum of the items"),
    (then(lambda losses: losses[::-1]), "in reverse order"),
    (then(lambda losses: [round(loss, 4) for loss in losses]), "rounded to 4 digits"),
    (then(lambda losses: [losses]), "one list too many"),
    (then(iter), "collect them with list"),
    (then(str), "the answer is a list"),
    (then(lambda losses: [math.exp(loss) for loss in losses]), "exp of the losses"),
    (then(lambda losses: list(enumerate(losses))), "came along"),
    (lambda *given: list(training.train(*given)), "these are records"),
    (training.train, "these are records"),
    (changed("    return losses", "        return losses"), "return after the loop, not inside it"),
    (changed("range(steps)", "range(1, steps)"), "one round too few"),
    (changed("range(steps)", "range(steps + 1)"), "one round too many"),
    (changed("range(steps)", "range(steps - 1)"), "one round too few"),
    (changed("    return losses", "    return model"), "the answer is a list"),
    (changed("    return losses", "    print(losses)"), "it prints, and hands nothing back"),
    (changed("    return losses", ""), "no return in it has a value"),
    (
        changed(
            "        losses.append(loss.data)\n",
            "",
            ZERO,
            f"{ZERO}        losses.append(document_loss(model, ids).data)\n",
        ),
        "after each adjustment",
    ),
    (changed("range(steps)", "range(1, steps + 1)"), "the steps count from 1"),
    (changed("range(steps)", "range(1, steps + 1)", "t = step + 1", "t = step"), "count from 1"),
    (then(lambda losses: (losses, None)), None),
    (lambda model, *rest: (with_adam(model, *rest), model), "came along"),
    # More of the kinds above
    (adam_in_the_loop, "Adam begins anew in each step"),
    (without_rate, "the learning rate does not fall"),
    (with_sgd, "no averages; Adam is asked for"),
    (running_total, "the losses of the steps before"),
    (
        changed(
            BACK,
            "",
            "surprises.append(-probs[ids[pos + 1]].log())",
            "surprises.append(-probs[ids[pos + 1]].log()); surprises[-1].backward()",
        ),
        "backward() is called for each prediction",
    ),
    (changed(LOSS, "sum(surprises) / n / n"), "divided by n twice"),
    (changed(LOSS, "sum(surprises[1:]) / n"), "BOS at the start"),
    (changed("encode(doc)", "encode(doc)[1:-1]"), "BOS is cut off at both ends"),
    (changed(DOC, "docs[step // len(docs)]"), "counts the rounds"),
    (changed(LR, "0.01 * (1 - step / 1000)"), "always 1000 steps"),
    (changed("keys, values)", "keys, keys)"), "one and the same list"),
    (changed("model.config.block_size", "16"), "below block_size alone"),
    (changed("model.parameters()", "model.parameters"), "call it, with brackets"),
    (changed("model.new_cache()", "model.new_cache"), "call it, with brackets"),
    (changed("loss.backward()", "loss.backward"), "the model does not learn"),
    (changed("model.parameters()", "list(model.state_dict)"), "state_dict maps names"),
    (changed("model.parameters()", "list(model.state_dict.values())"), "state_dict maps names"),
    (changed(CACHE, "        keys, values = [], []\n"), "an index goes too far"),
    (changed(DOC, "docs.pop(0)"), "pop takes the documents out"),
    (changed(LR, "1"), "not multiplied by the learning rate"),
    (changed(LR, "0.01 - step / steps"), "0.01 is not multiplied"),
    (changed(LR, "0.01 * (1 - step / (2 * steps))"), "ends above 0"),
    (changed("t = step + 1", "t = step % len(docs) + 1"), "Adam's t is 1 in the first step"),
    (changed("0.15 * p.grad", "p.grad"), "with its full weight"),
    (changed("-probs[ids[pos + 1]].log()", "-(1 - probs[ids[pos + 1]]).log()"), "not of 1 - p"),
    (
        changed("-probs[ids[pos + 1]].log()", "-(probs[ids[pos + 1]] + 1e-8).log()"),
        "a small number",
    ),
    (changed("-probs[ids[pos + 1]].log()", "-sum(p.log() for p in probs)"), "of all tokens"),
    (changed("ids[pos + 1]]", "0]"), "always the same token's"),
    (changed("tokenizer.encode(doc)", "tokenizer.encode(docs)"), "encode takes one document"),
    (changed(LOSS, "max(surprises, key=lambda s: s.data)"), "its largest surprise"),
    (changed(BACK, "        model.backward()\n"), "the loss has a backward()"),
    # Errors
    (changed(BACK, "        model.zero_grad()\n" + BACK), "set p.grad = 0.0 for each"),
    (changed("loss.data", "loss.item()"), "the number of a Value"),
    (kept_optimizer, None),
    (prints, "it prints, and hands nothing back"),
    (endless, "did not come back"),
    (lambda model, docs, tokenizer, steps: [], "the values arrive in the order of"),
    (lambda model, docs: [], "does not start"),
    ([1.3, 1.2], "with nothing in brackets after train"),
]
