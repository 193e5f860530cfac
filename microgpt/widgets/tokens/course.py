"""What the widgets about tokens say in Python: of the built-in list, and of the trained model. Each is made once."""

from functools import cache


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
