"""The training loop, whose parts can be changed one by one, and the models it is tried on."""

from random import Random
from types import SimpleNamespace

from microgpt import training
from microgpt.model import GPT, Config
from microgpt.nn import softmax
from microgpt.tokenizer import Tokenizer

from .parts import adam

START = 0.01


def mean(losses, ids, block_size):
    return (1 / len(losses)) * sum(losses)


DOCUMENT = dict(
    count=lambda ids, block_size: min(block_size, len(ids) - 1),  # of predictions
    first=lambda count: 0,  # the position at which they begin
    cache=lambda model: model.new_cache(),
    ask=lambda ids, i: ids[i],
    place=lambda i: i,
    target=lambda ids, i: ids[i + 1],
    probs=softmax,
    surprise=lambda p: -p.log(),
    whole=mean,
)


def document(**changed):
    """loss(model, ids) of one document, a Value, with some of the parts changed."""
    part = SimpleNamespace(**DOCUMENT | changed)

    def loss(model, ids):
        block_size = model.config.block_size
        count = part.count(ids, block_size)
        keys, values = part.cache(model)
        losses = []
        for i in range(part.first(count), count):
            probs = part.probs(model(part.ask(ids, i), part.place(i), keys, values))
            losses.append(part.surprise(probs[part.target(ids, i)]))
        return part.whole(losses, ids, block_size)

    return loss


def forget(params):
    for p in params:
        p.grad = 0.0


def keep(params):
    """The gradients stay, and the next ones are added to them."""


LOOP = dict(
    pick=lambda docs, step: docs[step % len(docs)],
    ids=lambda tokenizer, doc: tokenizer.encode(doc),
    loss=document(),
    backward=lambda loss: loss.backward(),
    rate=lambda step, steps: START * (1 - step / steps),
    time=lambda step: step + 1,  # which counts from 1, for Adam
    move=adam(),
    after=forget,
    count=lambda docs, steps: steps,
)


def loop(**changed):
    """train(model, tokenizer, docs, steps), with some of the parts changed."""
    part = SimpleNamespace(**LOOP | changed)

    def train(model, tokenizer, docs, steps):
        params, losses = model.parameters(), []
        averages = [(0.0, 0.0)] * len(params)
        for step in range(part.count(docs, steps)):
            loss = part.loss(model, part.ids(tokenizer, part.pick(docs, step)))
            part.backward(loss)
            now, lr = part.time(step), part.rate(step, steps)
            for i, p in enumerate(params):
                p.data, *averages[i] = part.move(p.data, p.grad, *averages[i], now, lr)
            part.after(params)
            losses.append(loss.data)
        return losses

    return train


def several(choose, whole):
    """train, where each step takes the documents choose(docs, step), and whole(their losses)."""

    def loss(model, encoded):
        return whole([document()(model, ids) for ids in encoded])

    return loop(pick=choose, ids=lambda tokenizer, docs: map(tokenizer.encode, docs), loss=loss)


train = loop()


def rated(rate):
    """train, with the learning rate rate(step, steps)."""
    return loop(rate=rate)


def stepping(**changed):
    """train, with a part of Adam changed."""
    return loop(move=adam(**changed))


# The stories


def code(docs, sizes, seed, *uses):
    """The lines that make a model, and those that use it."""
    sizes = ", ".join(f"{name}={size}" for name, size in sizes.items())
    lines = [
        "from random import Random",
        "from microgpt import GPT, Config, Tokenizer",
        f"docs = {list(docs)!r}",
        "tokenizer = Tokenizer(docs)",
        f"model = GPT(Config({sizes}), tokenizer.vocab_size, Random({seed}))",
        *uses,
    ]
    return "\n".join(lines)


def trained(docs, sizes, seed, *runs):
    """The package's own training: the model after so many steps, again and again; and the losses of each run."""
    tokenizer = Tokenizer(docs)
    model = GPT(Config(**sizes), tokenizer.vocab_size, Random(seed))
    losses = [
        [record.loss for record in training.train(model, tokenizer, docs, steps)] for steps in runs
    ]
    return model, losses
