"""Exercise 1.1: the dot product."""

from itertools import accumulate
from math import prod, sqrt

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import multiplies_in_loop, replaces_in_loop
from .cosine import cosine
from .vectors import AFTER, dot, pair, products


def until(stop, a, b):
    """The dot product of the pairs before the first for which `stop` is true."""
    total = 0
    for x, y in zip(a, b):
        if stop(x, y):
            break
        total += x * y
    return total


DOT = Function(
    "ex-01-1",
    "dot(a, b)",
    start="walk through a and b together with zip, and multiply the two numbers of each pair.",
    right=dot,
    more=pair,
    cases=[
        Case("three pairs", ([1, 2, -1], [2, 1, 0.5]), 3.5),
        Case("one pair", ([3], [2]), 6),
        Case("many digits", ([0.37, -1.21, 2.05], [1.93, 0.58, -0.77]), -1.5662),
        Case("nothing in common", ([1, 0], [0, 4]), 0),
        Case("a zero on the way", ([0, 2, -3, 1.5], [5, 0.25, 0, -2]), -2.5),
        Case("equal pairs", ([1.5, 1.5, 1.5], [0.1, 0.1, 0.1]), 0.45),
        Case("opposite directions", ([1, 2], [-1, -2]), -5),
    ],
    mistakes=[
        Mistake("you multiplied, but did not add up.", products),
        Mistake(
            "you added the two numbers of each pair; multiply them.",
            lambda a, b: sum(x + y for x, y in zip(a, b)),
        ),
        Mistake(
            "you added the two numbers of each pair, and kept a list; multiply them, then add up.",
            lambda a, b: [x + y for x, y in zip(a, b)],
            lambda a, b: a + b,
        ),
        Mistake(
            "you paired every number of a with every number of b; pair first with first, and so on.",
            lambda a, b: sum(a) * sum(b),
        ),
        Mistake("that is the first product alone.", lambda a, b: a[0] * b[0], because=AFTER),
        Mistake(
            "that is the last product alone.",
            lambda a, b: a[-1] * b[-1],
            because={replaces_in_loop: "add each product to the total, do not replace it."},
        ),
        Mistake("the last pair is missing.", lambda a, b: dot(a[:-1], b[:-1])),
        Mistake("the first pair is missing; a list starts at [0].", lambda a, b: dot(a[1:], b[1:])),
        Mistake("the total starts at 1; start it at 0.", lambda a, b: 1 + dot(a, b)),
        Mistake(
            "the signs of the products are lost; a product may be negative.",
            lambda a, b: sum(abs(x * y) for x, y in zip(a, b)),
        ),
        Mistake("you added up a, and did not use b.", lambda a, b: sum(a)),
        Mistake("you added up b, and did not use a.", lambda a, b: sum(b)),
        Mistake(
            "you multiplied a with itself; its partner in each pair comes from b.",
            lambda a, b: dot(a, a),
            lambda a, b: products(a, a),
        ),
        Mistake(
            "you multiplied b with itself; its partner in each pair comes from a.",
            lambda a, b: dot(b, b),
            lambda a, b: products(b, b),
        ),
        Mistake(
            "you multiplied the products with each other; add them up.",
            lambda a, b: prod(products(a, b)),
        ),
        Mistake(
            "it gives 0 whatever comes in.",
            lambda a, b: 0,
            because={multiplies_in_loop: "0 times anything stays 0, so add to the total."},
        ),
        Mistake(
            "that is the largest product alone; add them all up.",
            lambda a, b: max(products(a, b)),
        ),
        Mistake(
            "you divided by how many pairs there are; that is a mean, and the sum is asked for.",
            lambda a, b: dot(a, b) / len(a),
        ),
        Mistake(
            "you subtracted the two numbers of each pair; multiply them.",
            lambda a, b: sum(x - y for x, y in zip(a, b)),
            lambda a, b: [x - y for x, y in zip(a, b)],
        ),
        Mistake(
            "you divided the two numbers of each pair; multiply them.",
            lambda a, b: sum(x / y for x, y in zip(a, b)),
        ),
        Mistake(
            "you added up the squares of the differences; add up the products.",
            lambda a, b: sum((x - y) ** 2 for x, y in zip(a, b)),
            lambda a, b: sqrt(sum((x - y) ** 2 for x, y in zip(a, b))),
        ),
        Mistake(
            "you squared the products; add them up as they are.",
            lambda a, b: sum(p * p for p in products(a, b)),
        ),
        Mistake(
            "you took b from its end; pair first with first, and so on.",
            lambda a, b: dot(a, b[::-1]),
            lambda a, b: products(a, b[::-1]),
        ),
        Mistake(
            "you sorted the lists, and so other numbers meet; leave them as they are.",
            lambda a, b: dot(sorted(a), sorted(b)),
        ),
        Mistake(
            "only the positive products count here; a negative one counts too.",
            lambda a, b: sum(max(p, 0) for p in products(a, b)),
        ),
        Mistake(
            "it stops at the first 0; the pairs behind it count too.",
            lambda a, b: until(lambda x, y: x == 0 or y == 0, a, b),
            lambda a, b: until(lambda x, y: x == 0, a, b),
            lambda a, b: until(lambda x, y: y == 0, a, b),
        ),
        Mistake(
            "equal pairs count once here; each counts.",
            lambda a, b: sum(x * y for x, y in set(zip(a, b))),
            lambda a, b: sum(set(products(a, b))),
        ),
        Mistake(
            "these are the totals on the way; return the last one alone.",
            lambda a, b: list(accumulate(products(a, b))),
        ),
        Mistake(
            "these are the pairs; multiply the two numbers of each, and add up.",
            lambda a, b: list(zip(a, b)),
        ),
        Mistake("that is the dot product divided by both lengths.", cosine),
        Mistake(
            "Python does not multiply two lists; multiply their numbers, pair by pair.",
            lambda a, b: a * b,
        ),
    ],
)
