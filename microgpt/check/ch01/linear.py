"""Exercise 1.3: linear."""

from itertools import accumulate

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from ..source import starts_list_in_loop
from .vectors import AFTER, dot, products


def linear(x, w):
    return [dot(x, row) for row in w]


def vector_and_matrix(rng):
    count, rows = rng.randint(1, 4), rng.randint(1, 4)
    return numbers(rng, count), [numbers(rng, count) for _ in range(rows)]


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
            lambda x, w: [[x[i] * v for v in w[i]] for i in range(len(x))],
            lambda x, w: [a * sum(row) for a, row in zip(x, w)],
        ),
        Mistake(
            "you paired every number of x with every number of a row; pair first with first.",
            lambda x, w: [sum(x) * sum(row) for row in w],
        ),
        Mistake(
            "you added up everything; each row makes a number of its own.",
            lambda x, w: sum(linear(x, w)),
            lambda x, w: [sum(linear(x, w))],
        ),
        Mistake(
            "the totals on the way came along; append once for each row, when its total is complete.",
            lambda x, w: [total for row in w for total in accumulate(products(x, row))],
        ),
        Mistake("that is the first row alone.", lambda x, w: dot(x, w[0]), because=AFTER),
        Mistake("the list holds the first row alone.", lambda x, w: [dot(x, w[0])], because=AFTER),
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
        Mistake("you added up the rows, and did not use x.", lambda x, w: [sum(row) for row in w]),
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
