"""What counting alone can do: tables of probabilities for the next token, with nothing learned.

A table has a row for each token that may stand before, and in it a probability for each token that may follow. The
three tables below know more and more: nothing, how often each token comes, and which token it comes after. Their
losses are what a model must beat.

>>> from microgpt import Tokenizer
>>> docs = ["ab", "a"]
>>> tokenizer = Tokenizer(docs)
>>> counts = count_pairs(docs, tokenizer)
>>> counts
[[0, 1, 1], [0, 0, 1], [2, 0, 0]]
>>> bigram(counts)[0]
[0.0, 0.5, 0.5]
>>> tables = [uniform(counts), unigram(counts), bigram(counts)]
>>> [round(mean_surprise(table, docs, tokenizer), 4) for table in tables]
[1.0986, 1.0549, 0.2773]
"""

import math
from random import Random

from microgpt.tokenizer import Tokenizer


def count_pairs(docs: list[str], tokenizer: Tokenizer, block_size=16) -> list[list[int]]:
    """How often each token follows each other one: `counts[before][after]`, BOS at both ends of every document.

    Counted are the predictions that training makes: the first `block_size` of each document. The result has
    vocab_size rows of vocab_size counts. A character that the tokenizer does not know raises ValueError.

    >>> count_pairs(["ab", "a"], Tokenizer(["ab"]))
    [[0, 1, 1], [0, 0, 1], [2, 0, 0]]
    """
    counts = [[0] * tokenizer.vocab_size for _ in range(tokenizer.vocab_size)]
    for doc in docs:
        ids = tokenizer.encode(doc)[: block_size + 1]
        for before, after in zip(ids, ids[1:]):
            counts[before][after] += 1
    return counts


def uniform(counts: list[list[int]]) -> list[list[float]]:
    """The table that knows nothing: every token is as likely as every other.

    `counts` has n rows of n counts, as `count_pairs` returns them; so has the table, with probabilities.

    >>> uniform([[0, 2], [1, 1]])
    [[0.5, 0.5], [0.5, 0.5]]
    """
    return [[1 / len(counts)] * len(counts) for _ in counts]


def unigram(counts: list[list[int]]) -> list[list[float]]:
    """The table that knows how often each token comes, and forgets what stands before it: all rows are equal.

    `counts` has n rows of n counts; so has the table, with probabilities.

    >>> unigram([[0, 2], [1, 1]])
    [[0.25, 0.75], [0.25, 0.75]]
    """
    share = _shares([sum(column) for column in zip(*counts)])
    return [list(share) for _ in counts]


def bigram(counts: list[list[int]], smoothing=0) -> list[list[float]]:
    """The table that knows which token stands before: each row of the counts, divided by its sum.

    `smoothing` is added to every count first. With 1, no pair is impossible; with 0, a row in which nothing was
    counted stays all zeros. `counts` has n rows of n counts; so has the table, with probabilities.

    >>> bigram([[0, 2], [1, 1]]), bigram([[0, 2], [1, 1]], smoothing=1)[0]
    ([[0.0, 1.0], [0.5, 0.5]], [0.25, 0.75])
    """
    return [_shares([count + smoothing for count in row]) for row in counts]


def mean_surprise(
    table: list[list[float]], docs: list[str], tokenizer: Tokenizer, block_size=16
) -> float:
    """The loss of a table on documents, in nats per token: the mean of -log p over every prediction.

    Infinite where something comes that the table holds for impossible. No documents raise ZeroDivisionError, a
    character that the tokenizer does not know ValueError.

    >>> tokenizer = Tokenizer(["ab"])
    >>> table = uniform(count_pairs(["ab"], tokenizer))
    >>> round(mean_surprise(table, ["ab", "b"], tokenizer), 4)  # log(3)
    1.0986
    """
    counts = count_pairs(docs, tokenizer, block_size)
    total = 0.0
    for chances, row in zip(table, counts):
        for p, count in zip(chances, row):
            if count:
                total += count * (-math.log(p) if p else math.inf)
    return total / sum(map(sum, counts))


def sample(table: list[list[float]], tokenizer: Tokenizer, rng: Random, longest=16) -> str:
    """One text, drawn row by row: the token that was drawn says in which row the next draw is made.

    It ends at BOS, or when it is `longest` characters long. `rng` is a random.Random; each token takes one number.
    """
    ids = [tokenizer.BOS]
    while len(ids) <= longest:
        (after,) = rng.choices(range(tokenizer.vocab_size), weights=table[ids[-1]])
        if after == tokenizer.BOS:
            break
        ids.append(after)
    return tokenizer.decode(ids)


def _shares(numbers):
    total = sum(numbers)
    return [number / total if total else 0.0 for number in numbers]
