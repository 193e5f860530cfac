"""What the widgets about tokens say in Python: of the built-in list, and of the trained model. Each is made once."""

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
