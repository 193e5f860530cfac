"""Softmax by hand: probabilities from three or four logits."""

from math import log

from microgpt.nn import softmax

from .numbers import between, listed, written

TOTALS = [4, 5, 8, 10, 20]  # what the numbers behind the logarithms add up to


def draw(rng, level):
    """`logs`: the logits are the logarithms of the numbers."""
    while True:
        numbers = (logarithms, small, large)[level - 1](rng)
        if len({*numbers}) > min(level, 2):
            return {"logs": level == 1, "numbers": numbers}


def logarithms(rng):
    total = TOTALS[between(rng, 0, 4)]
    first = between(rng, 1, total - 2)
    second = between(rng, 1, total - first - 1)
    return [first, second, total - first - second]


def small(rng):
    lowest = between(rng, -2, 1)
    return [lowest + between(rng, 0, 3) for _ in range(3)]


def large(rng):
    """Too large for the table: the largest has to be taken away first."""
    highest, place = between(rng, 8, 40), between(rng, 0, 3)
    return [highest - (between(rng, 0, 3) if i != place else 0) for i in range(4)]


def logits(facts):
    return [log(n) if facts["logs"] else n for n in facts["numbers"]]


def words(facts, level):
    sign = "ln " if facts["logs"] else ""
    texts = [sign + written(n) for n in facts["numbers"]]
    return f"The logits are {listed(texts)}. What does softmax make of them?"


def answers(facts, level):
    return {f"p{i}": p for i, p in enumerate(softmax(logits(facts)))}
