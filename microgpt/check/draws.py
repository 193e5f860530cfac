"""Numbers for the cases that are drawn: short enough to read, many enough digits to tell."""


def number(rng, low=-4, high=4):
    """A number with two digits after the point, and never 0.

    >>> import random
    >>> number(random.Random(1))
    -2.93
    """
    return round(rng.uniform(low, high), 2) or 0.5


def numbers(rng, count, low=-4, high=4):
    return [number(rng, low, high) for _ in range(count)]
