"""What the widgets of attention compute, in plain Python: the twin of their JavaScript."""

from math import exp, sqrt

from microgpt.nn import softmax


def plain_softmax(logits):
    """Softmax without subtracting the largest: OverflowError and ZeroDivisionError come as they come.

    >>> [round(p, 2) for p in plain_softmax([2.0, 1.0, 0.1])]
    [0.66, 0.24, 0.1]
    >>> plain_softmax([800, 0])
    Traceback (most recent call last):
    OverflowError: math range error
    """
    exps = [exp(logit) for logit in logits]
    total = sum(exps)
    return [e / total for e in exps]


def soft_weights(query, keys):
    """How much each key counts for the query: the softmax of the scaled dot products."""
    dots = [sum(q * k for q, k in zip(query, key)) for key in keys]
    return softmax([dot / sqrt(len(query)) for dot in dots])


def exact_weights(query, keys):
    """1 for the key that equals the query, the last one if there are several, as in a dict; else KeyError."""
    store = {tuple(key): i for i, key in enumerate(keys)}
    at = store[tuple(query)]
    return [float(i == at) for i in range(len(keys))]


def blend(weights, values):
    """The values, each times its weight, added up."""
    return [sum(w * x for w, x in zip(weights, column)) for column in zip(*values)]
