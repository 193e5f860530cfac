"""What the exercises of chapter 01 share: vectors, and advice on loops."""

from math import sqrt

from ..draws import numbers
from ..source import returns_in_loop

AFTER = {returns_in_loop: "return after the loop, not inside it."}


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def products(a, b):
    return [x * y for x, y in zip(a, b)]


def length(a):
    return sqrt(dot(a, a))


def pair(rng):
    """Two vectors of the same length."""
    count = rng.randint(2, 5)
    return numbers(rng, count), numbers(rng, count)
