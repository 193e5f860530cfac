"""Answers to the exercises of chapter 01: right in several ways, and wrong by name."""

import functools
import itertools
import math
import operator
from decimal import Decimal
from fractions import Fraction
from functools import reduce

import numpy

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


def dot_halves(a, b):
    if len(a) == 1:
        return a[0] * b[0]
    middle = len(a) // 2
    return dot_halves(a[:middle], b[:middle]) + dot_halves(a[middle:], b[middle:])


def dot_zero_dimensional(a, b):
    return numpy.array(numpy.array(a) @ numpy.array(b))


def dot_32_bits(a, b):
    return numpy.float32(dot(a, b))


def dot_on_copies(a, b):
    a, b = list(a), list(b)
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


def dot_generator(a, b):
    def products():
        for pair in zip(a, b):
            yield math.prod(pair)

    return sum(products())


class Dot:
    def __call__(self, a, b):
        return dot(a, b)

    def method(self, a, b):
        return dot(a, b)


def return_in_loop(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y
        return total


def replaces(a, b):
    for x, y in zip(a, b):
        total = x * y
    return total


def equals_plus(a, b):
    total = 0
    for x, y in zip(a, b):
        total =+ x * y  # fmt: skip
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


def multiplies(a, b):
    total = 0
    for x, y in zip(a, b):
        total *= x * y
    return total


def multiplies_from_one(a, b):
    total = 1
    for x, y in zip(a, b):
        total *= x * y
    return total


def takes_away(a, b):
    total = 0
    for x, y in zip(a, b):
        total -= x * y
    return total


def stops_at_zero(a, b):
    total = 0
    for x, y in zip(a, b):
        if x == 0 or y == 0:
            break
        total += x * y
    return total


def skips_negative(a, b):
    total = 0
    for x, y in zip(a, b):
        if x * y > 0:
            total += x * y
    return total


def skips_negative_numbers(a, b):
    return sum(x * y for x, y in zip(a, b) if x > 0 and y > 0)


def running_totals(a, b):
    totals, total = [], 0
    for x, y in zip(a, b):
        total += x * y
        totals.append(total)
    return totals


def no_return(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y


def returns_append(a, b):
    products = []
    for x, y in zip(a, b):
        products.append(x * y)
    return products.append(sum(products))


def no_start(a, b):
    for x, y in zip(a, b):
        total += x * y
    return total


def one_too_far(a, b):
    total = 0
    for i in range(len(a) + 1):
        total += a[i] * b[i]
    return total


def dot_pops(a, b):
    total = 0
    while a:
        total += a.pop() * b.pop()
    return total


def changes_b(a, b):
    for i in range(len(a)):
        b[i] *= a[i]
    return sum(b)


def keeps(a, b, memory=[]):
    memory.extend(x * y for x, y in zip(a, b))
    return sum(memory)


calls = []


def counts_calls(a, b):
    calls.append(1)
    return dot(a, b) + (len(calls) > 100_000)


def forgets_the_counter(a, b):
    i, total = 0, 0
    while i < len(a):
        total += a[i] * b[i]
    return total


def undefined_name(a, b):
    total = 0
    return totl


def rounds_each(a, b):
    return sum(round(x * y, 1) for x, y in zip(a, b))


def sometimes_nothing(a, b):
    total = dot(a, b)
    if total > 0:
        return total


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


# ex-01-2: cosine(a, b)


def norm(a):
    return math.sqrt(sum(x * x for x in a))


def cosine(a, b):
    return dot(a, b) / norm(a) / norm(b)


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
    a, b = numpy.array(a, dtype=float), numpy.array(b, dtype=float)
    return a @ b / numpy.linalg.norm(a) / numpy.linalg.norm(b)


def cosine_32_bits(a, b):
    a, b = numpy.array(a, dtype=numpy.float32), numpy.array(b, dtype=numpy.float32)
    return a @ b / (numpy.linalg.norm(a) * numpy.linalg.norm(b))


def cosine_law(a, b):
    gap = sum((x - y) ** 2 for x, y in zip(a, b))
    return (dot(a, a) + dot(b, b) - gap) / (2 * norm(a) * norm(b))


def cosine_of_the_angle(a, b):
    return math.cos(math.acos(max(-1, min(1, cosine(a, b)))))


def cosine_decimal(a, b):
    a, b = [Decimal(x) for x in a], [Decimal(y) for y in b]
    return dot(a, b) / (dot(a, a).sqrt() * dot(b, b).sqrt())


def cosine_complex(a, b):
    return dot(a, b) / abs(complex(norm(a), 0)) / abs(complex(0, norm(b)))


def cosine_steps(a, b):
    values = []
    for pair in [(a, b), (a, a), (b, b)]:
        total = 0
        for x, y in zip(*pair):
            total += x * y
        values.append(total)
    ab, aa, bb = values
    return ab / aa**0.5 / bb**0.5


def cosine_changes(a, b):
    length = norm(a)
    for i in range(len(a)):
        a[i] /= length
    return dot(a, b) / norm(b)


def cosine_power(a, b):
    return dot(a, b) / dot(a, a) ** 1 / 2 / dot(b, b) ** 1 / 2


def cosine_power_of_a_half(a, b):
    return dot(a, b) / (dot(a, a) * dot(b, b)) ** (1 // 2)


def then(function, change):
    """The same, with something done to the result."""
    return lambda *arguments: change(function(*arguments))


RIGHT = {
    "ex-01-1": [
        dot,
        dot_backwards,
        dot_recursive,
        dot_halves,
        dot_zero_dimensional,
        dot_32_bits,
        dot_on_copies,
        dot_while,
        dot_value,
        dot_generator,
        Dot(),
        Dot().method,
        numpy.dot,
        numpy.inner,
        functools.partial(dot),
        lambda a, b: sum(x * y for x, y in zip(a, b)),
        lambda a, b: math.fsum(map(lambda p: p[0] * p[1], zip(a, b))),
        lambda a, b: reduce(lambda total, pair: total + pair[0] * pair[1], zip(a, b), 0),
        lambda a, b: sum(Fraction(x) * Fraction(y) for x, y in zip(a, b)),
        lambda a, b: sum(map(operator.mul, a, b)),
        lambda a, b: sum(itertools.starmap(operator.mul, zip(a, b))),
        lambda *vectors: sum(map(math.prod, zip(*vectors))),
        lambda a, b: numpy.sum(numpy.array(a) * b),
        lambda a, b: sum(x * b[i] for i, x in enumerate(a)) + 0.0,
        lambda a, b: list(itertools.accumulate(x * y for x, y in zip(a, b)))[-1],
    ],
    "ex-01-3": [
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
    ],
    "ex-01-2": [
        cosine,
        cosine_loop,
        cosine_unit_vectors,
        cosine_numpy,
        cosine_32_bits,
        cosine_law,
        cosine_of_the_angle,
        cosine_decimal,
        cosine_complex,
        cosine_steps,
        lambda a, b: dot(a, b) / (norm(a) * norm(b)),
        lambda a, b: dot(a, b) / math.hypot(*a) / math.dist(b, [0] * len(b)),
        lambda a, b: max(-1, min(1, dot(b, a) / math.sqrt(dot(a, a) * dot(b, b)))),
        lambda a, b: dot(a, b) * (dot(a, a) * dot(b, b)) ** -0.5,
        lambda a, b: sum(x / norm(a) * y / norm(b) for x, y in zip(a, b)),
        lambda a, b: math.fsum(map(operator.mul, a, b)) / math.hypot(*a) / math.hypot(*b),
        lambda a, b: math.exp(-math.log(norm(a)) - math.log(norm(b))) * dot(a, b),
        lambda a, b: round(dot(a, b) / norm(a) / norm(b), 12),
    ],
}

WRONG = {
    "ex-01-1": [
        (lambda a, b: [a[i] * b[i] for i in range(len(a))], "did not add up"),
        (lambda a, b: (x * y for x, y in zip(a, b)), "did not add up"),
        (lambda a, b: map(operator.mul, a, b), "did not add up"),
        (lambda a, b: tuple(map(operator.mul, a, b)), "did not add up"),
        (lambda a, b: numpy.array(a) * numpy.array(b), "did not add up"),
        (lambda a, b: sum(map(sum, zip(a, b))), "added the two numbers"),
        (lambda a, b: sum(a) + sum(b), "added the two numbers"),
        (lambda a, b: a + b, "and kept a list"),
        (lambda a, b: [x + y for x, y in zip(a, b)], "and kept a list"),
        (every_pair, "every number of a with every number of b"),
        (lambda a, b: sum(a) * sum(b), "every number of a with every number of b"),
        (return_in_loop, "return after the loop"),
        (lambda a, b: a[0] * b[0], "that is the first product alone."),
        (replaces, "do not replace it"),
        (equals_plus, "do not replace it"),
        (lambda a, b: a[-1] * b[-1], "that is the last product alone."),
        (lambda a, b: sum(a[i] * b[i] for i in range(len(a) - 1)), "last pair is missing"),
        (lambda a, b: sum(a[i] * b[i] for i in range(1, len(a))), "first pair is missing"),
        (starts_at_one, "starts at 1"),
        (multiplies, "0 times anything"),
        (multiplies_from_one, "the products with each other"),
        (takes_away, "sign is turned round"),
        (lambda a, b: dot(map(abs, a), map(abs, b)), "the products are lost"),
        (then(dot, abs), "no result is ever negative"),
        (skips_negative, "only the positive products"),
        (skips_negative_numbers, None),
        (stops_at_zero, "stops at the first 0"),
        (lambda a, b: dot(dict.fromkeys(a), dict.fromkeys(b)), "equal pairs count once"),
        (lambda a, b: sum({x * y for x, y in zip(a, b)}), "equal pairs count once"),
        (lambda a, b: math.fsum(a), "did not use b"),
        (lambda a, b: sum(b), "did not use a"),
        (lambda a, b: sum(x * x for x in a), "a with itself"),
        (lambda a, b: dot(b, b), "b with itself"),
        (lambda a, b: max(x * y for x, y in zip(a, b)), "largest product"),
        (lambda a, b: dot(a, b) / len(a), "that is a mean"),
        (lambda a, b: sum(x - y for x, y in zip(a, b)), "you subtracted"),
        (lambda a, b: math.dist(a, b), "squares of the differences"),
        (lambda a, b: dot(a, b[::-1]), "from its end"),
        (lambda a, b: dot(sorted(a), sorted(b)), "you sorted"),
        (lambda a, b: dot(a, b) / norm(a) / norm(b), "divided by both lengths"),
        (running_totals, "totals on the way"),
        (lambda a, b: list(zip(a, b)), "these are the pairs"),
        (lambda a, b: zip(a, b), "these are the pairs"),
        (lambda a, b: a * b, "Python does not multiply two lists"),
        (lambda a, b: sum(a * b), "Python does not multiply two lists"),
        (lambda a, b: [x * b for x in a], "the answer is a number"),
        (lambda a, b: sum([a, b]), "unsupported operand type"),
        (no_return, "no return in it has a value"),
        (lambda a, b: print(dot(a, b)), "print shows a value"),
        (returns_append, "append changes its list"),
        (sometimes_nothing, "came to an end without a value"),
        (then(dot, lambda x: [x]), "without a list around it"),
        (then(dot, str), "without quotes"),
        (then(dot, lambda x: -x), "the sign is turned round"),
        (then(dot, lambda x: 2 * x), "2 times what it should be"),
        (then(dot, lambda x: x + 0.01), "0.01 too large"),
        (then(dot, lambda x: round(x, 1)), "rounded to 1 digits"),
        (then(dot, lambda x: round(x, 3)), "rounded to 3 digits"),
        (then(dot, round), "rounded to a whole number"),
        (then(dot, int), "as int(...) and // do it"),
        (then(dot, lambda x: x // 1), "as // does it"),
        (then(dot, numpy.float16), "a float16, which keeps three digits"),
        (then(dot, bool), "the answer is a number"),
        (then(dot, lambda x: x * 1.0001), "is near 3.5, but not equal"),
        (then(dot, lambda x: x**2), None),
        (rounds_each, None),
        (lambda a, b: float("nan"), "not a number"),
        (lambda a, b: 1e400, "it gives inf whatever comes in"),
        (lambda a, b: 3.5, "it gives 3.5 whatever comes in"),
        (lambda a, b: a, "that is a, as it came in"),
        (lambda a, b: every_pair(a, b) + 3, None),
        (lambda a: 0, "does not start"),
        (dot_pops, "changed its input a to []"),
        (changes_b, "changed its input b"),
        (keeps, "kept between calls"),
        (forgets_the_counter, "never ends"),
        (undefined_name, "line 3 of undefined_name (NameError: name 'totl' is not defined"),
        (no_start, "give this name a value before"),
        (one_too_far, "ends at [n - 1]"),
        (lambda a, b: exit(), "calls exit()"),
        (lambda a, b: input("a?"), "asks a question"),
        (dot.__code__, "not a function"),
        ([1, 2], "this is the list [1, 2], not a function"),
    ],
    "ex-01-3": [
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
    ],
    "ex-01-2": [
        (dot, "that is the dot product"),
        (lambda a, b: dot(a, b) / (dot(a, a) * dot(b, b)), "square roots are missing"),
        (lambda a, b: dot(a, b) / dot(a, a) / dot(b, b), "square roots are missing"),
        (lambda a, b: dot(a, b) / (norm(a) * dot(b, b)), "one square root is missing"),
        (lambda a, b: dot(a, b) / (norm(a) + norm(b)), "sum of the lengths"),
        (lambda a, b: dot(a, b) / len(b), "how many numbers there are"),
        (lambda a, b: dot(a, b) / (len(a) * len(b)), "how many numbers there are"),
        (lambda a, b: dot(a, b) / norm(a), "length of a alone"),
        (lambda a, b: dot(a, b) / norm(b), "length of b alone"),
        (lambda a, b: dot(a, b) / dot(a, a), "length of a twice"),
        (lambda a, b: dot(a, b) / norm(b) ** 2, "length of b twice"),
        (lambda a, b: dot(a, b) / norm(a) * norm(b), "from left to right"),
        (lambda a, b: dot(a, b) * norm(a) * norm(b), "multiplied by the lengths"),
        (lambda a, b: dot(a, b) / (sum(a) * sum(b)), "you added up the numbers"),
        (
            lambda a, b: dot(a, b) / (sum(map(abs, a)) * sum(map(abs, b))),
            "you added up the numbers",
        ),
        (lambda a, b: dot(a, b) / (max(a) * max(b)), "the largest number"),
        (lambda a, b: (dot(a, b) / (dot(a, a) * dot(b, b))) ** 0.5, None),
        (lambda a, b: math.sqrt(dot(a, b)) / norm(a) / norm(b), "root stands around everything"),
        (lambda a, b: norm(a) * norm(b), "product of the lengths"),
        (lambda a, b: norm(a), "the length of a"),
        (lambda a, b: norm(a) * norm(b) / dot(a, b), "upside down"),
        (lambda a, b: math.acos(max(-1, min(1, cosine_loop(a, b)))), "that is the angle"),
        (lambda a, b: math.degrees(math.acos(max(-1, min(1, cosine(a, b))))), "that is the angle"),
        (lambda a, b: math.sqrt(max(0, 1 - cosine(a, b) ** 2)), "the sine"),
        (lambda a, b: 1 - cosine_loop(a, b), "that is a distance"),
        (lambda a, b: cosine(a, b) ** 2, "the square of the cosine"),
        (lambda a, b: math.fabs(cosine_loop(a, b)), "the sign is lost"),
        (lambda a, b: max(0, cosine(a, b)), "has become 0"),
        (lambda a, b: [x * y / norm(a) / norm(b) for x, y in zip(a, b)], "not added up"),
        (lambda a, b: dot(a, a) / norm(a) / norm(b), "a with itself"),
        (lambda a, b: math.cos(dot(a, b)), None),
        (lambda a, b: math.cos(cosine(a, b)), None),
        (lambda a, b: math.dist(a, b), "from tip to tip"),
        (lambda a, b: (cosine(a, b) + 1) / 2, None),
        (lambda a, b: cosine(a, b) * 100, "100 times"),
        (lambda a, b: -cosine(a, b), "the sign is turned round"),
        (lambda a, b: round(cosine_loop(a, b), 2), "rounded to 2 digits"),
        (lambda a, b: round(cosine_loop(a, b), 7), "rounded to 7 digits"),
        (lambda a, b: int(cosine(a, b)), "digits after the point are lost"),
        (lambda a, b: dot(a, b) // (norm(a) * norm(b)), None),
        (lambda a, b: numpy.float16(cosine(a, b)), "float16"),
        (lambda a, b: cosine(a, b) + 1e-7, "is near 0.8, but not equal"),
        (lambda a, b: str(cosine(a, b)), "without quotes"),
        (lambda a, b: f"{cosine(a, b):.2f}", "without quotes"),
        (lambda a, b: [cosine(a, b)], "without a list around it"),
        (lambda a, b: print(cosine(a, b)), "print shows a value"),
        (lambda a, b: cosine(a, b) > 0.99, "the answer is a number"),
        (lambda a, b: 1.0, "it gives 1 whatever comes in"),
        (lambda a, b: math.sqrt(dot(a, a) - dot(b, b)), "take no negative ones"),
        (cosine_power, None),
        (cosine_power_of_a_half, "that is the dot product"),
        (cosine_changes, "changed its input a"),
        (lambda a: dot(a, a), "does not start"),
    ],
}
