"""Chapter 01: numbers all the way down."""

from math import acos, degrees, sqrt

from .exercise import Case, Function, Mistake


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def length(a):
    return sqrt(dot(a, a))


def cosine(a, b):
    return dot(a, b) / length(a) / length(b)


def angle(a, b):
    return acos(min(1, max(-1, cosine(a, b))))


EXERCISES = [
    Function(
        "ex-01-1",
        "dot(a, b)",
        start="walk through a and b together with zip, and multiply the two numbers of each pair.",
        cases=[
            Case("three pairs", ([1, 2, -1], [2, 1, 0.5]), 3.5),
            Case("one pair", ([3], [2]), 6),
            Case("nothing in common", ([1, 0], [0, 4]), 0),
            Case("opposite directions", ([1, 2], [-1, -2]), -5),
        ],
        mistakes=[
            Mistake(
                "you multiplied, but did not add up.",
                lambda a, b: [x * y for x, y in zip(a, b)],
            ),
            Mistake(
                "you added the two numbers of each pair; multiply them.",
                lambda a, b: sum(x + y for x, y in zip(a, b)),
            ),
            Mistake(
                "you paired every number of a with every number of b; pair first with first, and so on.",
                lambda a, b: sum(a) * sum(b),
            ),
            Mistake(
                "that is the first product alone; return after the loop, not inside it.",
                lambda a, b: a[0] * b[0],
            ),
            Mistake(
                "that is the last product alone; add each product to the total, do not replace it.",
                lambda a, b: a[-1] * b[-1],
            ),
            Mistake("the last pair is missing.", lambda a, b: dot(a[:-1], b[:-1])),
            Mistake(
                "the first pair is missing; a list starts at [0].", lambda a, b: dot(a[1:], b[1:])
            ),
            Mistake("the total starts at 1; start it at 0.", lambda a, b: 1 + dot(a, b)),
            Mistake(
                "the signs are lost; a product may be negative.",
                lambda a, b: sum(abs(x * y) for x, y in zip(a, b)),
            ),
            Mistake("you added up a, and did not use b.", lambda a, b: sum(a)),
            Mistake(
                "Python does not multiply two lists; multiply their numbers, pair by pair.",
                lambda a, b: a * b,
            ),
        ],
    ),
    Function(
        "ex-01-2",
        "cosine(a, b)",
        start="work out the length of each vector: the square root of its dot product with itself.",
        cases=[
            Case("lengths 3 and 5, dot product 12", ([3, 0], [4, 3]), 0.8),
            Case("same direction, ten times as long", ([1, 2], [10, 20]), 1),
            Case("at a right angle", ([1, 2], [-2, 1]), 0),
            Case("opposite directions", ([1, 2], [-1, -2]), -1),
            Case("three numbers each", ([1, 2, 2], [2, 1, 2]), 8 / 9),
        ],
        mistakes=[
            Mistake("that is the dot product; divide it by both lengths.", dot),
            Mistake(
                "the square roots are missing; a length is the root of the sum of squares.",
                lambda a, b: dot(a, b) / (dot(a, a) * dot(b, b)),
            ),
            Mistake(
                "you divided by the sum of the lengths; divide by their product.",
                lambda a, b: dot(a, b) / (length(a) + length(b)),
            ),
            Mistake(
                "you divided by how many numbers there are; divide by the lengths of the arrows.",
                lambda a, b: dot(a, b) / len(a),
            ),
            Mistake(
                "you divided by how many numbers there are; divide by the lengths of the arrows.",
                lambda a, b: dot(a, b) / (len(a) * len(b)),
            ),
            Mistake("you divided by the length of a alone.", lambda a, b: dot(a, b) / length(a)),
            Mistake("you divided by the length of b alone.", lambda a, b: dot(a, b) / length(b)),
            Mistake(
                "/ and * run from left to right, so you multiplied by the second length; use brackets.",
                lambda a, b: dot(a, b) / length(a) * length(b),
            ),
            Mistake(
                "you added up the numbers; the length is the root of the sum of their squares.",
                lambda a, b: dot(a, b) / (sum(a) * sum(b)),
            ),
            Mistake("that is the angle; its cosine is asked for.", angle),
            Mistake(
                "that is the angle; its cosine is asked for.", lambda a, b: degrees(angle(a, b))
            ),
            Mistake("that is a distance, 1 minus the cosine.", lambda a, b: 1 - cosine(a, b)),
            Mistake(
                "the sign is lost; opposite directions give -1.", lambda a, b: abs(cosine(a, b))
            ),
        ],
    ),
    Function(
        "ex-01-3",
        "linear(x, w)",
        start="take the first row of w; its dot product with x is the first number of the result.",
        cases=[
            Case("two rows", ([1, 2], [[3, 4], [5, 6]]), [11, 17]),
            Case("three rows make three numbers", ([2, -1], [[1, 0], [0, 1], [1, 1]]), [2, -1, 1]),
            Case("one row makes a list of one number", ([1, 2, -1], [[2, 1, 0.5]]), [3.5]),
        ],
        mistakes=[
            Mistake(
                "you took the columns of w; take its rows.",
                lambda x, w: [dot(x, column) for column in zip(*w)],
            ),
            Mistake(
                "you multiplied, but did not add up the products of each row.",
                lambda x, w: [[a * b for a, b in zip(x, row)] for row in w],
            ),
            Mistake(
                "you paired each number of x with a whole row; pair x with every row.",
                lambda x, w: [[a * b for b in row] for a, row in zip(x, w)],
            ),
            Mistake(
                "you added up everything; each row makes a number of its own.",
                lambda x, w: sum(dot(x, row) for row in w),
            ),
            Mistake(
                "that is the first row alone; go on with the others.", lambda x, w: dot(x, w[0])
            ),
            Mistake(
                "that is the first row alone; return after the loop, not inside it.",
                lambda x, w: [dot(x, w[0])],
            ),
            Mistake(
                "that is the last row alone; append each result, do not replace it.",
                lambda x, w: dot(x, w[-1]),
            ),
            Mistake(
                "you start a new list for every row; start it once, before the loop.",
                lambda x, w: [dot(x, w[-1])],
            ),
            Mistake(
                "you added up the rows, and did not use x.", lambda x, w: [sum(row) for row in w]
            ),
            Mistake(
                "Python does not multiply two lists; multiply their numbers, pair by pair.",
                lambda x, w: [x * row for row in w],
            ),
        ],
    ),
]
