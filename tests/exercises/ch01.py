"""Answers to the exercises of chapter 01: right in several ways, and wrong by name."""

import math
from fractions import Fraction
from functools import reduce

# ex-01-1: dot(a, b)


def dot(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y
    return total


def dot_backwards(b, a):
    return sum(a[i] * b[i] for i in reversed(range(len(a))))


def dot_recursive(a, b):
    if not a:
        return 0
    return a[0] * b[0] + dot_recursive(a[1:], b[1:])


def dot_numpy(a, b):
    import numpy

    return numpy.dot(a, b)


def dot_zero_dimensional(a, b):
    import numpy

    return numpy.array(numpy.array(a) @ numpy.array(b))


def dot_pops(a, b):
    total = 0
    while a:
        total += a.pop() * b.pop()
    return total


def dot_while(a, b):
    i = total = 0
    while i < len(a):
        total, i = total + a[i] * b[i], i + 1
    return total


def dot_value(a, b):
    class Value:
        def __init__(self, data):
            self.data, self.grad = data, 0.0

    return Value(dot(a, b))


def return_in_loop(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y
        return total


def replaces(a, b):
    for x, y in zip(a, b):
        total = x * y
    return total


def every_pair(a, b):
    total = 0
    for x in a:
        for y in b:
            total += x * y
    return total


def starts_at_one(a, b):
    total = 1
    for x, y in zip(a, b):
        total = total + x * y
    return total


def no_return(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y


def keeps(a, b, memory=[]):
    memory.extend(x * y for x, y in zip(a, b))
    return sum(memory)


def forgets_the_counter(a, b):
    i, total = 0, 0
    while i < len(a):
        total += a[i] * b[i]
    return total


def undefined_name(a, b):
    total = 0
    return totl


# ex-01-3: linear(x, w)


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
    import numpy

    return numpy.array(w) @ numpy.array(x)


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


def linear_adds_all(x, w):
    total = 0
    for row in w:
        for a, b in zip(x, row):
            total += a * b
    return total


# ex-01-2: cosine(a, b)


def norm(a):
    return math.sqrt(sum(x * x for x in a))


def cosine_loop(a, b):
    top = left = right = 0
    for x, y in zip(a, b):
        top += x * y
        left += x**2
        right += y**2
    return top / (left * right) ** 0.5


def cosine_unit_vectors(a, b):
    a, b = [x / norm(a) for x in a], [y / norm(b) for y in b]
    return dot(a, b)


def cosine_numpy(a, b):
    import numpy

    a, b = numpy.array(a, dtype=float), numpy.array(b, dtype=float)
    return a @ b / numpy.linalg.norm(a) / numpy.linalg.norm(b)


RIGHT = {
    "ex-01-1": [
        dot,
        dot_backwards,
        dot_recursive,
        dot_numpy,
        dot_zero_dimensional,
        dot_while,
        dot_value,
        lambda a, b: sum(x * y for x, y in zip(a, b)),
        lambda a, b: math.fsum(map(lambda p: p[0] * p[1], zip(a, b))),
        lambda a, b: reduce(lambda total, pair: total + pair[0] * pair[1], zip(a, b), 0),
        lambda a, b: sum(Fraction(x) * Fraction(y) for x, y in zip(a, b)),
    ],
    "ex-01-3": [
        linear,
        linear_loop,
        linear_numpy,
        lambda x, w: tuple(dot_numpy(x, row) for row in w),
        lambda x, w: list(map(lambda row: dot(x, row), w)),
        lambda x, w: [float(math.fsum(a * b for a, b in zip(x, row))) for row in w],
    ],
    "ex-01-2": [
        cosine_loop,
        cosine_unit_vectors,
        cosine_numpy,
        lambda a, b: dot(a, b) / (norm(a) * norm(b)),
        lambda a, b: dot(a, b) / norm(a) / norm(b),
        lambda a, b: dot(a, b) / math.hypot(*a) / math.dist(b, [0] * len(b)),
        lambda a, b: max(-1, min(1, dot(b, a) / math.sqrt(dot(a, a) * dot(b, b)))),
    ],
}

WRONG = {
    "ex-01-1": [
        (lambda a, b: [a[i] * b[i] for i in range(len(a))], "did not add up"),
        (lambda a, b: sum(map(sum, zip(a, b))), "added the two numbers"),
        (every_pair, "every number of a with every number of b"),
        (return_in_loop, "first product alone"),
        (replaces, "last product alone"),
        (lambda a, b: sum(a[i] * b[i] for i in range(len(a) - 1)), "last pair is missing"),
        (lambda a, b: sum(a[i] * b[i] for i in range(1, len(a))), "first pair is missing"),
        (starts_at_one, "starts at 1"),
        (lambda a, b: dot(map(abs, a), map(abs, b)), "signs are lost"),
        (lambda a, b: math.fsum(a), "did not use b"),
        (lambda a, b: a * b, "Python does not multiply two lists"),
        (no_return, "without return gives None"),
        (lambda a, b: print(dot(a, b)), "you printed the answer"),
        (lambda a, b: (x * y for x, y in zip(a, b)), "a generator: it makes"),
        (lambda a, b: map(lambda x, y: x * y, a, b), "a map: it makes"),
        (lambda a, b: [dot(a, b)], "without a list around it"),
        (lambda a, b: str(dot(a, b)), "the answer is a number, without quotes"),
        (lambda a, b: -dot(a, b), "the sign is wrong"),
        (lambda a, b: dot(a, b) + 0.01, "do not round"),
        (lambda a, b: float("nan"), "not a number"),
        (lambda a, b: 1e400, "gave inf: it should be 3.5"),
        (lambda a: 0, "does not start"),
        (dot_pops, "changed its input a to []"),
        (keeps, "kept between calls"),
        (forgets_the_counter, "never ends"),
        (lambda a, b: every_pair(a, b) + 3, "gave 10: it should be 3.5"),
        (undefined_name, "line 3 (NameError: name 'totl' is not defined"),
        (lambda a, b: exit(), "calls exit()"),
        (lambda a, b: input("a?"), "asks a question"),
    ],
    "ex-01-3": [
        (linear_columns, "columns of w"),
        (
            lambda x, w: [[row[j] * x[j] for j in range(len(x))] for row in w],
            "products of each row",
        ),
        (lambda x, w: [[x[i] * v for v in w[i]] for i in range(len(x))], "with a whole row"),
        (linear_adds_all, "added up everything"),
        (lambda x, w: dot(w[0], x), "first row alone; go on"),
        (linear_returns_early, "return after the loop"),
        (linear_replaces, "last row alone"),
        (linear_restarts, "start a new list for every row"),
        (lambda x, w: list(map(sum, w)), "did not use x"),
        (lambda x, w: [row * x for row in w], "Python does not multiply two lists"),
        (lambda x, w: [[dot(x, row)] for row in w], "list of its own"),
        (lambda x, w: [linear(x, w)], "one list too many"),
        (lambda x, w: linear(x, w)[::-1], "their order is not"),
        (lambda x, w: linear(x, w) + [0], "it has 3 items; it should have 2"),
        (lambda x, w: (dot(x, row) for row in w), "a generator"),
        (lambda x, w: [v + 1 for v in linear(x, w)], "item [0] is 12"),
    ],
    "ex-01-2": [
        (dot, "that is the dot product"),
        (lambda a, b: dot(a, b) / (dot(a, a) * dot(b, b)), "square roots are missing"),
        (lambda a, b: dot(a, b) / (norm(a) + norm(b)), "sum of the lengths"),
        (lambda a, b: dot(a, b) / len(b), "how many numbers there are"),
        (lambda a, b: dot(a, b) / norm(a), "length of a alone"),
        (lambda a, b: dot(a, b) / norm(b), "length of b alone"),
        (lambda a, b: dot(a, b) / norm(a) * norm(b), "from left to right"),
        (lambda a, b: dot(a, b) / (sum(a) * sum(b)), "you added up the numbers"),
        (lambda a, b: math.acos(max(-1, min(1, cosine_loop(a, b)))), "that is the angle"),
        (lambda a, b: 1 - cosine_loop(a, b), "that is a distance"),
        (lambda a, b: math.fabs(cosine_loop(a, b)), "the sign is lost"),
        (lambda a, b: round(cosine_loop(a, b), 2), "do not round"),
    ],
}
