"""ex-01-3: linear(x, w)"""

import functools
import itertools
import math
from fractions import Fraction
from functools import reduce

import numpy

from .parts import dot


def linear(x, w):
    return [dot(row, x) for row in w]


def linear_loop(x, w):
    y = []
    for i in range(len(w)):
        y.append(0)
        for j in range(len(x)):
            y[i] += w[i][j] * x[j]
    return y


def linear_numpy(x, w):
    return numpy.array(w) @ numpy.array(x)


def linear_recursive(x, w):
    return [dot(x, w[0]), *linear_recursive(x, w[1:])] if w else []


def linear_by_columns(x, w):
    y = [0] * len(w)
    for j, x_j in enumerate(x):
        for i in range(len(w)):
            y[i] += x_j * w[i][j]
    return y


def linear_while(x, w):
    y, i = [], 0
    while i < len(w):
        total, j = 0, 0
        while j < len(x):
            total += w[i][j] * x[j]
            j += 1
        y = y + [total]
        i += 1
    return y


def linear_generator(x, w):
    def outputs():
        for row in w:
            yield dot(row, x)

    return list(outputs())


def linear_dictionary(x, w):
    y = {}
    for i, row in enumerate(w):
        y[i] = dot(row, x)
    return list(y.values())


class Linear:
    def __call__(self, x, w):
        return linear(x, w)


def linear_columns(x, w):
    return [sum(x[i] * w[i][j] for i in range(len(x))) for j in range(len(w[0]))]


def linear_restarts(x, w):
    for row in w:
        y = []
        y.append(dot(x, row))
    return y


def linear_replaces(x, w):
    for row in w:
        y = dot(x, row)
    return y


def linear_returns_early(x, w):
    y = []
    for row in w:
        y.append(dot(x, row))
        return y


def linear_returns_the_first(x, w):
    for row in w:
        return dot(x, row)


def linear_adds_all(x, w):
    total = 0
    for row in w:
        for a, b in zip(x, row):
            total += a * b
    return total


def linear_never_back_to_zero(x, w):
    y, total = [], 0
    for row in w:
        for a, b in zip(x, row):
            total += a * b
        y.append(total)
    return y


def linear_appends_too_often(x, w):
    y = []
    for row in w:
        total = 0
        for a, b in zip(x, row):
            total += a * b
            y.append(total)
    return y


def linear_first_product(x, w):
    y = []
    for row in w:
        for a, b in zip(x, row):
            y.append(a * b)
            break
    return y


def linear_unlike_rows(x, w):
    y = []
    for row in w:
        value = dot(x, row)
        if value not in y:
            y.append(value)
    return y


def linear_by_index(x, w):
    return [dot(x, w[w.index(row)]) for row in w if w.count(row) == 1]


def linear_changes_w(x, w):
    for row in w:
        for i in range(len(row)):
            row[i] *= x[i]
    return [sum(row) for row in w]


def linear_keeps(x, w, y=[]):
    for row in w:
        y.append(dot(x, row))
    return y


def linear_pops(x, w):
    y = []
    while w:
        y.insert(0, dot(x, w.pop()))
    return y


def linear_extends(x, w):
    y = []
    for row in w:
        y.extend(dot(x, row))
    return y


RIGHT = [
    linear,
    linear_loop,
    linear_numpy,
    linear_recursive,
    linear_by_columns,
    linear_while,
    linear_generator,
    linear_dictionary,
    Linear(),
    lambda x, w: tuple(numpy.dot(x, row) for row in w),
    lambda x, w: list(map(lambda row: dot(x, row), w)),
    lambda x, w: list(map(functools.partial(dot, x), w)),
    lambda x, w: [float(math.fsum(a * b for a, b in zip(x, row))) for row in w],
    lambda x, w: [sum(x[j] * row[j] for j in range(len(row))) for row in w],
    lambda x, w: [Fraction(dot(x, row)) for row in w],
    lambda x, w: numpy.array(w, dtype=numpy.float32) @ numpy.array(x, dtype=numpy.float32),
    lambda x, w: reduce(lambda y, row: y + [dot(x, row)], w, []),
    lambda x, w: [*itertools.chain.from_iterable([[dot(x, row)] for row in w])],
    lambda x, w: (numpy.array(w) * x).sum(axis=1).tolist(),
    lambda x, w: list({i: dot(x, row) for i, row in enumerate(w)}.values()),
    lambda x, w: numpy.einsum("ij,j->i", w, x),
]


WRONG = [
    (linear_columns, "columns of w"),
    (lambda x, w: [dot(x, column) for column in zip(*w)], "columns of w"),
    (
        lambda x, w: [[row[j] * x[j] for j in range(len(x))] for row in w],
        "products of each row",
    ),
    (lambda x, w: [row[j] * x[j] for row in w for j in range(len(x))], "products of each row"),
    (lambda x, w: [[x[i] * v for v in w[i]] for i in range(len(x))], "with a whole row"),
    (lambda x, w: [[a * b for b in row] for a, row in zip(x, w)], "with a whole row"),
    (lambda x, w: [sum(x) * sum(row) for row in w], "every number of a row"),
    (linear_adds_all, "added up everything"),
    (lambda x, w: [linear_adds_all(x, w)], "added up everything"),
    (lambda x, w: dot(w[0], x), "that is the first row alone."),
    (linear_returns_the_first, "first row alone; return after the loop"),
    (linear_returns_early, "return after the loop"),
    (linear_replaces, "last row alone; append"),
    (linear_restarts, "start the list once"),
    (lambda x, w: [dot(x, w[0]) for _ in w], "the first row every time"),
    (lambda x, w: [dot(x, row) for row in w[1:]], "the first row is missing"),
    (lambda x, w: [dot(x, w[i]) for i in range(len(w) - 1)], "the last row is missing"),
    (lambda x, w: [dot(x[:-1], row) for row in w], "last number of each row"),
    (linear_first_product, "first product of each row"),
    (linear_never_back_to_zero, "set back to 0"),
    (linear_appends_too_often, "totals on the way"),
    (lambda x, w: list(map(sum, w)), "did not use x"),
    (lambda x, w: [sum(map(sum, zip(x, row))) for row in w], "you added the numbers"),
    (lambda x, w: [dot(map(abs, x), map(abs, row)) for row in w], "signs of the products"),
    (lambda x, w: [abs(y) for y in linear(x, w)], "no result is ever negative"),
    (lambda x, w: [max(0, y) for y in linear(x, w)], "a negative number has become 0"),
    (lambda x, w: [dot(row, row) for row in w], "with itself"),
    (lambda x, w: [dot(x, row) / len(row) for row in w], "how many numbers"),
    (lambda x, w: [row * x for row in w], "Python does not multiply two lists"),
    (lambda x, w: w * x, "Python does not multiply two lists"),
    (lambda x, w: dot(x, w), "does not compute with a whole list"),
    (lambda x, w: [[dot(x, row)] for row in w], "list of its own"),
    (lambda x, w: [linear(x, w)], "one list too many"),
    (lambda x, w: linear(x, w)[::-1], "in reverse order"),
    (lambda x, w: sorted(linear(x, w)), "the items are sorted"),
    (lambda x, w: linear(x, w) + [0], "it has 3 items; it should have 2"),
    (lambda x, w: [0] + linear(x, w), "it has 3 items; it should have 2"),
    (lambda x, w: (dot(x, row) for row in w), "collect them with list"),
    (lambda x, w: map(lambda row: dot(x, row), w), "is a map, which makes its items"),
    (lambda x, w: {dot(x, row) for row in w}, "a set, which has no order"),
    (lambda x, w: dict(enumerate(linear(x, w))), "in a dictionary or beside its number"),
    (lambda x, w: list(enumerate(linear(x, w))), "in a dictionary or beside its number"),
    (lambda x, w: [v + 1 for v in linear(x, w)], "1 too large"),
    (lambda x, w: [2 * v for v in linear(x, w)], "2 times"),
    (lambda x, w: [-v for v in linear(x, w)], "sign is turned round"),
    (lambda x, w: [round(v, 1) for v in linear(x, w)], "rounded to 1 digits"),
    (lambda x, w: [int(v) for v in linear(x, w)], "digits after the point are lost"),
    (lambda x, w: [v for v in linear(x, w) if v], "a result of 0 is left out"),
    (linear_unlike_rows, "equal results count once"),
    (linear_by_index, None),
    (lambda x, w: str(linear(x, w)), "the answer is a list"),
    (lambda x, w: [str(y) for y in linear(x, w)], "item [0] is the text '11', not a number"),
    (lambda x, w: len(w), "how many items there are"),
    (lambda x, w: max(linear(x, w)), "the largest item alone"),
    (lambda x, w: print(linear(x, w)), "print shows a value"),
    (lambda x, w: x, "that is x, as it came in"),
    (lambda x, w: w, "that is w, as it came in"),
    (linear_extends, "object is not iterable"),
    (linear_changes_w, "changed its input w"),
    (linear_pops, "changed its input w to []"),
    (linear_keeps, "kept between calls"),
    (lambda w, x: linear(x, w), "object is not iterable"),
    (lambda w: w, "does not start"),
]
