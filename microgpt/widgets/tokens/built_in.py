"""What the widgets about tokens say in Python: of the built-in list, and of the trained model. Each is made once."""

import random
from functools import cache

TOKENS = [*"abcdefghijklmnopqrstuvwxyz", "BOS"]
"""What the 27 ids stand for, in their order; a test compares it with the tokenizer."""


@cache
def names():
    """The built-in list, as a tuple."""
    from microgpt.data import load_names

    return tuple(load_names())


@cache
def tokenizer():
    """The tokenizer of the built-in list."""
    from microgpt.tokenizer import Tokenizer

    return Tokenizer(names())


@cache
def bigram_table():
    """(the bigram table of the built-in list, its loss in nats per token)."""
    from microgpt.baselines import bigram, count_pairs, mean_surprise

    table = bigram(count_pairs(names(), tokenizer()))
    return table, mean_surprise(table, names(), tokenizer())


@cache
def embeddings(when):
    """{"wte": rows, "wpe": rows} of the course's model, as plain numbers, "before" training or "after" it."""
    from microgpt.canonical import load_canonical
    from microgpt.model import GPT

    run = load_canonical()
    model = run.model
    if when == "before":
        rng = random.Random(run.seed)
        rng.shuffle(list(names()))  # as the run did, before it drew its weights
        model = GPT(run.config, tokenizer().vocab_size, rng)
    return {
        name: [[p.data for p in row] for row in model.state_dict[name]] for name in ("wte", "wpe")
    }


def cosine(a, b):
    """The cosine between two lists of numbers that are not all zeros."""
    from microgpt.nn import dot

    return dot(a, b) / (dot(a, a) * dot(b, b)) ** 0.5
