"""What the exercises of chapter 07 share: attention, whose steps can be changed one by one."""

from math import exp, sqrt
from operator import mul

from ..source import returns_in_loop

AFTER = {returns_in_loop: "return after the loop, not inside it."}
LENGTHS = r"zip\(\) argument|mismatch|not aligned|broadcast|length"  # in the text of an error


def dot(a, b):
    """As far as the shorter of the two goes, as zip does it."""
    return sum(map(mul, a, b))


def softmax(logits):
    largest = max(logits)
    exps = [exp(logit - largest) for logit in logits]
    total = sum(exps)
    return [e / total for e in exps]


def scaled(query, key):
    return dot(query, key) / sqrt(len(query))


def scores_of(query, keys):
    return [scaled(query, key) for key in keys]


def blend(weights, values):
    return [dot(weights, column) for column in zip(*values)]


def attention(compare=scaled, weigh=softmax, mix=blend):
    """attend(query, keys, values), with a step of it changed."""

    def attends(query, keys, values):
        return mix(weigh([compare(query, key) for key in keys]), values)

    return attends


attend = attention()


def total(rows):
    return [sum(column) for column in zip(*rows)]


def mean(rows):
    return [sum(column) / len(column) for column in zip(*rows)]


def flat(rows):
    return [number for row in rows for number in row]
