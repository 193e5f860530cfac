"""Numbers as a question writes them, and as it draws them."""


def between(rng, low, high):
    """A whole number from `low` to `high`, both included."""
    return rng.randrange(low, high + 1)


def nonzero(rng, low, high):
    """The same, and never 0."""
    while not (number := between(rng, low, high)):
        pass
    return number


def written(x):
    """With a real minus sign, and no more digits than needed.

    >>> written(-0.25), written(3.0)
    ('−0.25', '3')
    """
    return f"{x:.10g}".replace("-", "−")


def listed(texts):
    """
    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return f"{', '.join(texts[:-1])} and {texts[-1]}"
