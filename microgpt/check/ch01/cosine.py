"""Exercise 1.2: the cosine."""

from math import acos, degrees, sqrt

from ..function import Case, Function
from ..mistakes import Mistake
from .vectors import dot, length, pair, products


def cosine(a, b):
    return dot(a, b) / length(a) / length(b)


def angle(a, b):
    return acos(min(1, max(-1, cosine(a, b))))


COSINE = Function(
    "ex-01-2",
    "cosine(a, b)",
    start="work out the length of each vector: the square root of its dot product with itself.",
    right=cosine,
    more=pair,
    cases=[
        Case("lengths 3 and 5, dot product 12", ([3, 0], [4, 3]), 0.8),
        Case("same direction, ten times as long", ([1, 2], [10, 20]), 1),
        Case("many digits", ([1, 2, 2], [2, 1, 2]), 8 / 9),
        Case("at a right angle", ([1, 2], [-2, 1]), 0),
        Case("opposite directions", ([1, 2], [-1, -2]), -1),
        Case("equal vectors", ([0.5, 0.5, -1.5], [0.5, 0.5, -1.5]), 1),
        Case("one number each", ([-0.5], [3]), -1),
        Case("less than a right angle, negative numbers", ([-1, -2], [-3, 1]), 1 / sqrt(50)),
    ],
    mistakes=[
        Mistake("that is the dot product; divide it by both lengths.", dot),
        Mistake(
            "the square roots are missing; a length is the root of the sum of squares.",
            lambda a, b: dot(a, b) / (dot(a, a) * dot(b, b)),
        ),
        Mistake(
            "one square root is missing; each length is the root of a sum of squares.",
            lambda a, b: dot(a, b) / (length(a) * dot(b, b)),
            lambda a, b: dot(a, b) / (dot(a, a) * length(b)),
        ),
        Mistake(
            "you divided by the sum of the lengths; divide by their product.",
            lambda a, b: dot(a, b) / (length(a) + length(b)),
        ),
        Mistake(
            "you divided by how many numbers there are; divide by the lengths of the arrows.",
            lambda a, b: dot(a, b) / len(a),
            lambda a, b: dot(a, b) / (len(a) * len(b)),
            lambda a, b: dot(a, b) / sqrt(len(a)),
        ),
        Mistake("you divided by the length of a alone.", lambda a, b: dot(a, b) / length(a)),
        Mistake("you divided by the length of b alone.", lambda a, b: dot(a, b) / length(b)),
        Mistake(
            "you divided by the length of a twice; divide once by each of the two lengths.",
            lambda a, b: dot(a, b) / dot(a, a),
        ),
        Mistake(
            "you divided by the length of b twice; divide once by each of the two lengths.",
            lambda a, b: dot(a, b) / dot(b, b),
        ),
        Mistake(
            "/ and * run from left to right, so you multiplied by the second length; use brackets.",
            lambda a, b: dot(a, b) / length(a) * length(b),
            lambda a, b: dot(a, b) / length(b) * length(a),
        ),
        Mistake(
            "you multiplied by the lengths; divide by them.",
            lambda a, b: dot(a, b) * length(a) * length(b),
        ),
        Mistake(
            "you added up the numbers; the length is the root of the sum of their squares.",
            lambda a, b: dot(a, b) / (sum(a) * sum(b)),
            lambda a, b: dot(a, b) / (sum(map(abs, a)) * sum(map(abs, b))),
            lambda a, b: dot(a, b) / sqrt(abs(sum(a) * sum(b))),
        ),
        Mistake(
            "you took the largest number for the length; it is the root of the sum of squares.",
            lambda a, b: dot(a, b) / (max(a) * max(b)),
            lambda a, b: dot(a, b) / (max(map(abs, a)) * max(map(abs, b))),
        ),
        Mistake(
            "the root stands around everything; take the root of each sum of squares, not of the dot product.",
            lambda a, b: sqrt(dot(a, b) / (dot(a, a) * dot(b, b))),
            lambda a, b: sqrt(dot(a, b)) / (length(a) * length(b)),
        ),
        Mistake(
            "that is the product of the lengths; divide the dot product by it.",
            lambda a, b: length(a) * length(b),
        ),
        Mistake("that is the length of a.", lambda a, b: length(a)),
        Mistake(
            "it is upside down; divide the dot product by the lengths.",
            lambda a, b: length(a) * length(b) / dot(a, b),
        ),
        Mistake(
            "that is the angle; its cosine is asked for.",
            angle,
            lambda a, b: degrees(angle(a, b)),
            tolerance=1e-5,
        ),
        Mistake(
            "that is the distance from tip to tip; divide the dot product by both lengths.",
            lambda a, b: sqrt(sum((x - y) ** 2 for x, y in zip(a, b))),
        ),
        Mistake("that is the sine of the angle.", lambda a, b: sqrt(max(0, 1 - cosine(a, b) ** 2))),
        Mistake("that is a distance, 1 minus the cosine.", lambda a, b: 1 - cosine(a, b)),
        Mistake(
            "that is the square of the cosine; the root is missing.", lambda a, b: cosine(a, b) ** 2
        ),
        Mistake("the sign is lost; opposite directions give -1.", lambda a, b: abs(cosine(a, b))),
        Mistake(
            "a negative cosine has become 0; opposite directions give -1.",
            lambda a, b: max(0, cosine(a, b)),
        ),
        Mistake(
            "the products are divided, but not added up.",
            lambda a, b: [p / length(a) / length(b) for p in products(a, b)],
        ),
        Mistake(
            "you multiplied a with itself; the dot product of a and b is asked for.",
            lambda a, b: dot(a, a) / length(a) / length(b),
        ),
    ],
)
