"""What goes wrong with the loss of a document."""

from math import log

from microgpt.nn import softmax

from ..mistakes import Mistake
from .loop import document, loop, stepping


def losing(**changed):
    """train, with a part of the loss of a document changed."""
    return loop(loss=document(**changed))


def over(count):
    """The sum of the surprises, divided by count(losses, ids, block_size)."""
    return losing(whole=lambda losses, *rest: (1 / count(losses, *rest)) * sum(losses))


def one_list_twice(model):
    """The keys stand in the place of the values too."""
    keys, _ = model.new_cache()
    return keys, keys


def over_n(losses, ids, block_size):
    """Divided by as many as there should be, however many there are."""
    return (1 / min(block_size, len(ids) - 1)) * sum(losses)


def one_cache(model, tokenizer, docs, steps):
    """All documents share one cache."""
    cache = model.new_cache()
    return losing(cache=lambda model: cache)(model, tokenizer, docs, steps)


class All(list):
    """Probabilities, all of which come back where one is asked for."""

    def __getitem__(self, token):
        return list(self)


def sum_of_logs(probs):
    return sum(p.log() for p in probs)


class Fresh:
    """A cache that is empty whenever somebody looks."""

    def __getitem__(self, layer):
        return []


def pieces(ids, block_size):
    return [ids[i : i + block_size + 1] for i in range(0, len(ids) - 1, block_size)]


def in_pieces(model, ids):
    losses = [document()(model, piece) for piece in pieces(ids, model.config.block_size)]
    return (1 / len(losses)) * sum(losses)


LOSS = [
    # The loss
    Mistake(
        "the loss is the sum of the surprises; divide it by n, how many predictions there are.",
        losing(whole=lambda losses, *_: sum(losses)),
    ),
    Mistake(
        "the loss is divided by len(ids); there are n = min(block_size, len(ids) - 1) predictions.",
        over(lambda losses, ids, block_size: len(ids)),
        over(lambda losses, ids, block_size: min(block_size, len(ids))),
    ),
    Mistake(
        "the loss is divided by len(ids) - 1 even where block_size ends the document; divide by n, "
        "the number of predictions.",
        over(lambda losses, ids, block_size: len(ids) - 1),
    ),
    Mistake(
        "the loss is divided by the number of letters; BOS at the end is predicted too.",
        over(lambda losses, ids, block_size: len(ids) - 2),
    ),
    Mistake(
        "the loss is divided by block_size; divide by n, the number of predictions.",
        over(lambda losses, ids, block_size: block_size),
    ),
    Mistake(
        "the loss is divided by n twice; once is enough.",
        over(lambda losses, *_: len(losses) ** 2),
    ),
    Mistake(
        "the loss is divided by n - 1; there are n predictions.",
        over(lambda losses, ids, block_size: len(losses) - 1),
        over(lambda losses, ids, block_size: max(1, len(losses) - 1)),
    ),
    Mistake(
        "the loss is divided by n + 1; there are n predictions.",
        over(lambda losses, ids, block_size: len(losses) + 1),
    ),
    Mistake(
        "the loss of a document is that of its last prediction alone; it is the mean of all.",
        losing(whole=lambda losses, *_: losses[-1]),
        losing(whole=lambda losses, *_: (1 / len(losses)) * losses[-1]),
    ),
    Mistake(
        "the loss of a document is that of its first prediction alone; it is the mean of all.",
        losing(whole=lambda losses, *_: losses[0]),
    ),
    Mistake(
        "the minus is missing: the surprise is -log of the probability.",
        losing(surprise=lambda p: p.log()),
    ),
    Mistake(
        "the loss is made of probabilities; the surprise is -log of each.",
        losing(surprise=lambda p: p),
        losing(surprise=lambda p: -p),
        losing(surprise=lambda p: 1 - p),
    ),
    Mistake(
        "the loss is a square, as in chapter 04; the surprise is -log of the probability.",
        losing(surprise=lambda p: (1 - p) ** 2),
    ),
    Mistake(
        "the surprise is -log of the probability p alone, not of 1 - p, and not multiplied by p.",
        losing(surprise=lambda p: -(1 - p).log()),
        losing(surprise=lambda p: (1 - p).log()),
        losing(surprise=lambda p: -(p * p.log())),
    ),
    Mistake(
        "a small number is added to the probability; softmax gives none that is 0.",
        *[
            losing(surprise=lambda p, small=small: -(p + small).log())
            for small in (1e-8, 1e-7, 1e-6, 1e-5)
        ],
    ),
    Mistake(
        "the surprises of all tokens are added; only the next token's counts.",
        losing(probs=lambda logits: All(softmax(logits)), surprise=lambda p: -sum_of_logs(p)),
        losing(
            probs=lambda logits: All(softmax(logits)),
            surprise=lambda probs: -sum(p * p.log() for p in probs),
        ),
    ),
    Mistake(
        "it is always the same token's probability, or the largest; the next token's counts, ids[pos_id + 1].",
        losing(target=lambda ids, i: 0),
        losing(target=lambda ids, i: -1),
        losing(target=lambda ids, i: i),
        losing(
            probs=lambda logits: All(softmax(logits)),
            surprise=lambda probs: -max(probs, key=lambda p: p.data).log(),
        ),
    ),
    Mistake(
        "the surprises are squared; take their mean as they are.",
        losing(surprise=lambda p: p.log() ** 2),
    ),
    Mistake(
        "the loss of a document is its largest surprise; it is the mean of all.",
        losing(whole=lambda losses, *_: max(losses, key=lambda loss: loss.data)),
    ),
    Mistake(
        "the loss is -log of the mean probability; take -log of each, and the mean of that.",
        losing(
            surprise=lambda p: p,
            whole=lambda losses, *_: -((1 / len(losses)) * sum(losses)).log(),
        ),
    ),
    Mistake(
        "the logarithm is that to base 2; log() of a Value is the natural one.",
        losing(surprise=lambda p: -p.log() / log(2)),
        losing(surprise=lambda p: -p.log() * (1 / log(2))),
    ),
    Mistake(
        "softmax is missing: the model gives logits, and -log takes a probability.",
        losing(probs=list, surprise=lambda logit: -logit),
    ),
    Mistake(
        "log and sqrt take no negative number: softmax makes probabilities of logits, and Adam's v averages "
        "the square of the gradient.",
        losing(probs=list, surprise=lambda logit: -logit.log()),
        stepping(square=lambda g, m: g),
        raises="math domain error|expected a (positive|nonnegative) input|negative number has whole powers",
    ),
    Mistake(
        "softmax is taken twice; once makes probabilities of logits.",
        losing(probs=lambda logits: softmax(softmax(logits))),
    ),
    # The tokens
    Mistake(
        "the target is the token that goes in; it is the next one, ids[pos_id + 1].",
        losing(target=lambda ids, i: ids[i]),
    ),
    Mistake(
        "the token before is predicted; the target is the next one, ids[pos_id + 1].",
        losing(ask=lambda ids, i: ids[i + 1], target=lambda ids, i: ids[i]),
        losing(target=lambda ids, i: ids[i - 1]),
    ),
    Mistake(
        "the target is two places on; it is the next token, ids[pos_id + 1].",
        losing(target=lambda ids, i: ids[min(i + 2, len(ids) - 1)]),
    ),
    Mistake(
        "the first token goes in each time; ids[pos_id] goes in.",
        losing(ask=lambda ids, i: ids[0]),
    ),
    Mistake(
        "BOS at the end is not predicted: the end of a name has to be learned too.",
        losing(count=lambda ids, block_size: min(block_size, len(ids) - 2)),
        losing(
            count=lambda ids, block_size: min(block_size, len(ids) - 2),
            whole=over_n,
        ),
        losing(count=lambda ids, block_size: min(block_size, len(ids) - 1) - 1),
        losing(
            count=lambda ids, block_size: min(block_size, len(ids) - 1) - 1,
            whole=over_n,
        ),
        loop(ids=lambda tokenizer, doc: tokenizer.encode(doc)[:-1]),
    ),
    Mistake(
        "BOS at the start does not go in: the first letter has to be predicted too.",
        loop(ids=lambda tokenizer, doc: tokenizer.encode(doc)[1:]),
        losing(whole=lambda losses, *_: (1 / len(losses)) * sum(losses[1:])),
        losing(whole=lambda losses, *_: (1 / (len(losses) - 1)) * sum(losses[1:])),
        losing(first=lambda count: 1),
        losing(
            first=lambda count: 1,
            whole=over_n,
        ),
    ),
    Mistake(
        "BOS is cut off at both ends; the first letter and the end of a name have to be predicted too.",
        loop(ids=lambda tokenizer, doc: tokenizer.encode(doc)[1:-1]),
    ),
    Mistake(
        "encode has put BOS at both ends already; no more is needed.",
        loop(ids=lambda tokenizer, doc: [tokenizer.BOS, *tokenizer.encode(doc)]),
        loop(ids=lambda tokenizer, doc: [*tokenizer.encode(doc), tokenizer.BOS]),
        loop(
            ids=lambda tokenizer, doc: [
                tokenizer.BOS,
                *tokenizer.encode(doc),
                tokenizer.BOS,
            ]
        ),
    ),
    Mistake(
        "the tokens come in reverse order.",
        loop(ids=lambda tokenizer, doc: tokenizer.encode(doc)[::-1]),
    ),
    Mistake(
        "the position is always 0; it is the place of the token in its document.",
        losing(place=lambda i: 0),
    ),
    Mistake(
        "the positions count from 1; the first is 0.",
        losing(place=lambda i: i + 1),
    ),
    Mistake(
        "an index goes too far: n is min(block_size, len(ids) - 1), as ids has no token after the last; and the "
        "caches are those of model.new_cache().",
        losing(count=lambda ids, block_size: len(ids)),
        losing(cache=lambda model: ([], [])),
        losing(count=lambda ids, block_size: min(block_size, len(ids))),
        losing(count=lambda ids, block_size: block_size),
    ),
    Mistake(
        "the model has positions below block_size alone: make at most block_size predictions in a document.",
        losing(count=lambda ids, block_size: len(ids) - 1),
    ),
    Mistake(
        "a long document is cut one token too early: block_size predictions need one token more than that.",
        losing(count=lambda ids, block_size: min(block_size, len(ids)) - 1),
        losing(count=lambda ids, block_size: min(block_size - 1, len(ids) - 1)),
    ),
    Mistake(
        "what is left of a long document counts too here; it ends after block_size predictions.",
        loop(loss=in_pieces),
    ),
    # The cache
    Mistake(
        "all documents share one cache, so that each sees those before it; each has its own, of model.new_cache().",
        one_cache,
    ),
    Mistake(
        "each token has an empty cache and sees itself alone; make one cache for each document.",
        losing(cache=lambda model: (Fresh(), Fresh())),
    ),
    Mistake(
        "keys and values are one and the same list; model.new_cache() gives two.",
        losing(cache=one_list_twice),
    ),
]
