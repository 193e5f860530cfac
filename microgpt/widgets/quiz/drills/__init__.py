"""The kinds of drill. Each draws the facts of a question, asks it in words, and knows the answers.

Each kind has a twin beside it, `chain.py` and `chain.js`: the same facts, the same words, the same answers.
"""

from random import Random

from . import adam, chain, entropy, shape, softmax

KINDS = {"chain": chain, "softmax": softmax, "shape": shape, "adam": adam, "entropy": entropy}
LEVELS = [1, 2, 3]
MOST = 9999
"""The largest seed, and the largest number of a question."""


def generator(kind, level, seed, number):
    """The random numbers of one question: a stream of its own."""
    place = list(KINDS).index(kind) * len(LEVELS) + level - 1
    return Random((seed * (MOST + 1) + number) * len(KINDS) * len(LEVELS) + place)


def facts_of(kind, level, seed, number):
    """What a question is about, as plain numbers and texts."""
    return KINDS[kind].draw(generator(kind, level, seed, number), level)
