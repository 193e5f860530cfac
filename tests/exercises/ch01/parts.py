"""What the answers of chapter 01 share."""

import math


def dot(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y
    return total


def norm(a):
    return math.sqrt(sum(x * x for x in a))
