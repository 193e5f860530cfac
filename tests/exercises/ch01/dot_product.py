"""ex-01-1: dot(a, b)"""

import functools
import itertools
import math
import operator
from fractions import Fraction
from functools import reduce

import numpy

from .parts import dot, norm


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


def then(function, change):
    """The same, with something done to the result."""
    return lambda *arguments: change(function(*arguments))


RIGHT = [
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
]


WRONG = [
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
]
