"""Chapter 01: numbers all the way down."""

from itertools import accumulate
from math import acos, degrees, prod, sqrt

from .draws import numbers
from .function import Case, Function
from .mistakes import Mistake
from .source import multiplies_in_loop, replaces_in_loop, returns_in_loop, starts_list_in_loop

AFTER = {returns_in_loop: "return after the loop, not inside it."}


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def products(a, b):
    return [x * y for x, y in zip(a, b)]


def until(stop, a, b):
    """The dot product of the pairs before the first for which `stop` is true."""
    total = 0
    for x, y in zip(a, b):
        if stop(x, y):
            break
        total += x * y
    return total


def length(a):
    return sqrt(dot(a, a))


def cosine(a, b):
    return dot(a, b) / length(a) / length(b)


def angle(a, b):
    return acos(min(1, max(-1, cosine(a, b))))


def linear(x, w):
    return [dot(x, row) for row in w]


def pair(rng):
    """Two vectors of the same length."""
    count = rng.randint(2, 5)
    return numbers(rng, count), numbers(rng, count)


def vector_and_matrix(rng):
    count, rows = rng.randint(1, 4), rng.randint(1, 4)
    return numbers(rng, count), [numbers(rng, count) for _ in range(rows)]


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
        Mistake(
            "the first pair is missing; a list starts at [0].", lambda a, b: dot(a[1:], b[1:])
        ),
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
        Mistake("that is the product of the lengths; divide the dot product by it.", lambda a, b: length(a) * length(b)),
        Mistake("that is the length of a.", lambda a, b: length(a)),
        Mistake("it is upside down; divide the dot product by the lengths.", lambda a, b: length(a) * length(b) / dot(a, b)),
        Mistake("that is the angle; its cosine is asked for.", angle, lambda a, b: degrees(angle(a, b))),
        Mistake("that is the sine of the angle.", lambda a, b: sqrt(max(0, 1 - cosine(a, b) ** 2))),
        Mistake("that is a distance, 1 minus the cosine.", lambda a, b: 1 - cosine(a, b)),
        Mistake("that is the square of the cosine; the root is missing.", lambda a, b: cosine(a, b) ** 2),
        Mistake("the sign is lost; opposite directions give -1.", lambda a, b: abs(cosine(a, b))),
        Mistake("a negative cosine has become 0; opposite directions give -1.", lambda a, b: max(0, cosine(a, b))),
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

LINEAR = Function(
    "ex-01-3",
    "linear(x, w)",
    start="take the first row of w; its dot product with x is the first number of the result.",
    right=linear,
    more=vector_and_matrix,
    cases=[
        Case("two rows", ([1, 2], [[3, 4], [5, 6]]), [11, 17]),
        Case("three rows make three numbers", ([2, -1], [[1, 0], [0, 1], [1, 1]]), [2, -1, 1]),
        Case("one row makes a list of one number", ([1, 2, -1], [[2, 1, 0.5]]), [3.5]),
        Case(
            "many digits",
            ([0.37, -1.21, 2.05], [[1.93, 0.58, -0.77], [-0.4, 2.5, 0.11]]),
            [-1.5662, -2.9475],
        ),
        Case("equal rows count each", ([1, -2], [[3, 1], [3, 1], [0, 2]]), [1, 1, -4]),
        Case("a row of zeros", ([1.5, 2], [[0, 0], [1, -1]]), [0, -0.5]),
        Case("x is all zeros", ([0, 0], [[1, 2], [3, 4]]), [0, 0]),
    ],
    mistakes=[
        Mistake(
            "you took the columns of w; take its rows.",
            lambda x, w: [dot(x, column) for column in zip(*w)],
            lambda x, w: [sum(x[i] * w[i][j] for i in range(len(x))) for j in range(len(w[0]))],
        ),
        Mistake(
            "you multiplied, but did not add up the products of each row.",
            lambda x, w: [products(x, row) for row in w],
            lambda x, w: [p for row in w for p in products(x, row)],
        ),
        Mistake(
            "you paired each number of x with a whole row; pair x with every row.",
            lambda x, w: [[a * b for b in row] for a, row in zip(x, w)],
            lambda x, w: [a * sum(row) for a, row in zip(x, w)],
        ),
        Mistake(
            "you paired every number of x with every number of a row; pair first with first.",
            lambda x, w: [sum(x) * sum(row) for row in w],
        ),
        Mistake(
            "you added up everything; each row makes a number of its own.",
            lambda x, w: sum(linear(x, w)),
        ),
        Mistake("that is the first row alone.", lambda x, w: dot(x, w[0]), because=AFTER),
        Mistake(
            "the list holds the first row alone.", lambda x, w: [dot(x, w[0])], because=AFTER
        ),
        Mistake(
            "that is the last row alone; append each result.",
            lambda x, w: dot(x, w[-1]),
        ),
        Mistake(
            "the list holds the last row alone.",
            lambda x, w: [dot(x, w[-1])],
            because={starts_list_in_loop: "start the list once, before the loop."},
        ),
        Mistake(
            "you asked the first row every time; each row has numbers of its own.",
            lambda x, w: [dot(x, w[0])] * len(w),
        ),
        Mistake("the first row is missing.", lambda x, w: linear(x, w[1:])),
        Mistake("the last row is missing.", lambda x, w: linear(x, w[:-1])),
        Mistake(
            "the last number of each row is missing.",
            lambda x, w: [dot(x[:-1], row[:-1]) for row in w],
        ),
        Mistake(
            "that is the first product of each row alone; add up all of them.",
            lambda x, w: [x[0] * row[0] for row in w],
            because=AFTER,
        ),
        Mistake(
            "that is the last product of each row alone; add up all of them.",
            lambda x, w: [x[-1] * row[-1] for row in w],
        ),
        Mistake(
            "the total is not set back to 0 for each row, so the rows add up.",
            lambda x, w: list(accumulate(linear(x, w))),
        ),
        Mistake(
            "you added up the rows, and did not use x.", lambda x, w: [sum(row) for row in w]
        ),
        Mistake(
            "you added the numbers of x and of the row; multiply them.",
            lambda x, w: [sum(a + b for a, b in zip(x, row)) for row in w],
            lambda x, w: [[a + b for a, b in zip(x, row)] for row in w],
        ),
        Mistake(
            "the signs of the products are lost; a product may be negative.",
            lambda x, w: [sum(abs(p) for p in products(x, row)) for row in w],
        ),
        Mistake(
            "you multiplied each row with itself; its partner is x.",
            lambda x, w: [dot(row, row) for row in w],
        ),
        Mistake(
            "you divided by how many numbers there are; the sum itself is asked for.",
            lambda x, w: [dot(x, row) / len(x) for row in w],
        ),
        Mistake(
            "a negative number has become 0; it stays negative.",
            lambda x, w: [max(0, y) for y in linear(x, w)],
        ),
        Mistake(
            "equal results count once here; each row makes a number.",
            lambda x, w: list(dict.fromkeys(linear(x, w))),
            lambda x, w: [dot(x, row) for n, row in enumerate(w) if row not in w[:n]],
        ),
        Mistake(
            "a result of 0 is left out; each row makes a number.",
            lambda x, w: [y for y in linear(x, w) if y],
        ),
        Mistake(
            "each result stands in a dictionary or beside its number; put the results alone into the list.",
            lambda x, w: [(n, y) for n, y in enumerate(linear(x, w))],
            lambda x, w: dict(enumerate(linear(x, w))),
        ),
        Mistake(
            "Python does not multiply two lists; multiply their numbers, pair by pair.",
            lambda x, w: [x * row for row in w],
        ),
    ],
)

EXERCISES = [DOT, COSINE, LINEAR]
