"""The three functions that the model is made of. All of them take lists of Values or lists of plain numbers."""

from microgpt.dot import Dot
from microgpt.value import Value


def dot(a, b):
    """The dot product of two equally long lists: sum of a[i] * b[i], added up from left to right.

    Two lists of Values give one Value; plain numbers give a number. Different lengths raise ValueError.

    >>> dot([1, 2, -1], [2, 1, 0.5])
    3.5
    """
    if len(a) and {*map(type, a), *map(type, b)} <= {Value, Dot}:
        return Dot(a, b)
    total = 0.0
    for x, y in zip(a, b, strict=True):
        total = total + x * y
    return total


def linear(x, w):
    """Matrix times vector: n_in numbers in, n_out numbers out, one dot product for each row of w.

    `x` is a list of n_in numbers or Values, `w` a list of n_out rows of n_in weights. There is no bias.
    A row that is not as long as x raises ValueError.

    >>> linear([1, 2], [[1, 0], [0, 1], [3, -1]])
    [1.0, 2.0, 1.0]
    """
    if len(x) and {*map(type, x), *map(type, w[0])} <= {Value, Dot}:
        return [Dot(row, x) for row in w]
    return [dot(row, x) for row in w]


def softmax(logits):
    """Turn any n numbers or Values into n probabilities: all positive, together 1, in the same order of size.

    The largest is taken away first: that changes no probability, and keeps exp from overflowing.
    An empty list raises IndexError.

    >>> softmax([0.0, 0.0])
    [0.5, 0.5]
    >>> softmax([1000.0, 0.0])
    [1.0, 0.0]
    """
    if not isinstance(logits[0], Value):
        logits = [Value(logit) for logit in logits]
        return [p.data for p in softmax(logits)]
    highest = max(logit.data for logit in logits)
    exps = [(logit - highest).exp() for logit in logits]
    total = sum(exps)
    return [e / total for e in exps]


def rmsnorm(x):
    """Rescale n numbers or Values so that the mean of their squares is 1; the direction stays.

    A vector of zeros stays zero: the 1e-5 keeps the division possible. An empty list raises
    ZeroDivisionError.

    >>> [round(x_i, 3) for x_i in rmsnorm([3.0, 4.0])]
    [0.849, 1.131]
    """
    mean_square = dot(x, x) / len(x)
    scale = (mean_square + 1e-5) ** -0.5
    return [x_i * scale for x_i in x]
