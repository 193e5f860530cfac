"""ex-08-1: mlp(x, fc1, fc2)"""

import operator
from functools import partial, reduce
from math import exp, tanh

import numpy

from microgpt.nn import dot, linear, rmsnorm, softmax


def mlp(x, fc1, fc2):
    hidden = linear(x, fc1)
    hidden = [max(0, h) for h in hidden]
    return linear(hidden, fc2)


def one_line(x, fc1, fc2):
    return linear([max(h, 0.0) for h in linear(x, fc1)], fc2)


def loop(x, fc1, fc2):
    hidden = []
    for h in linear(x, fc1):
        if h > 0:
            hidden.append(h)
        else:
            hidden.append(0)
    return linear(hidden, fc2)


def own_sums(x, fc1, fc2):
    hidden, result = [], []
    for row in fc1:
        total = 0
        for weight, number in zip(row, x):
            total += weight * number
        hidden.append(total if total > 0 else 0)
    for row in fc2:
        total = 0
        for weight, number in zip(row, hidden):
            total += weight * number
        result.append(total)
    return result


def backwards(x, fc1, fc2):
    """The same sums in another order."""
    hidden = [max(0, sum(row[i] * x[i] for i in reversed(range(len(x))))) for row in fc1]
    return [sum(w * h for w, h in reversed(list(zip(row, hidden)))) for row in fc2]


def in_place_of_hidden(x, fc1, fc2):
    hidden = linear(x, fc1)
    for i in range(len(hidden)):
        if hidden[i] < 0:
            hidden[i] = 0.0
    return linear(hidden, fc2)


def relu(numbers):
    return [number * (number > 0) for number in numbers]


def with_a_helper(x, fc1, fc2):
    return linear(relu(linear(x, fc1)), fc2)


def mapped(x, fc1, fc2):
    return linear(list(map(lambda h: max(0, h), linear(x, fc1))), fc2)


def array(x, fc1, fc2):
    return numpy.array(fc2) @ numpy.maximum(0, numpy.array(fc1) @ numpy.array(x))


def array_listed(x, fc1, fc2):
    hidden = numpy.dot(fc1, x).clip(min=0)
    return numpy.dot(fc2, hidden).tolist()


def array_32_bits(x, fc1, fc2):
    x, fc1, fc2 = (numpy.array(one, dtype=numpy.float32) for one in (x, fc1, fc2))
    return fc2 @ numpy.maximum(fc1 @ x, 0)


def a_tuple(x, fc1, fc2):
    return tuple(linear(tuple(max(0, h) for h in linear(x, fc1)), fc2))


def by_columns(x, fc1, fc2):
    """What each hidden number adds to the result."""
    result = [0.0] * len(fc2)
    for unit, row in enumerate(fc1):
        h = max(0, dot(row, x))
        for n in range(len(fc2)):
            result[n] += fc2[n][unit] * h
    return result


def while_loop(x, fc1, fc2):
    hidden, i = [], 0
    while i < len(fc1):
        hidden += [max(0.0, dot(x, fc1[i]))]
        i += 1
    return [dot(hidden, row) for row in fc2]


def half_of_both(x, fc1, fc2):
    """(h + |h|) / 2 is ReLU."""
    return linear([(h + abs(h)) / 2 for h in linear(x, fc1)], fc2)


def skips_zeros(x, fc1, fc2):
    hidden = linear(x, fc1)
    return [sum(w * h for w, h in zip(row, hidden) if h > 0) for row in fc2]


def reduced(x, fc1, fc2):
    hidden = [max(0, reduce(operator.add, map(operator.mul, row, x))) for row in fc1]
    return [reduce(operator.add, map(operator.mul, row, hidden)) for row in fc2]


class Network:
    def __call__(self, x, fc1, fc2):
        return mlp(x, fc1, fc2)


# Wrong


def loose(x, rows):
    return [sum(a * b for a, b in zip(row, x)) for row in rows]


def bent(bend, second=linear):
    return lambda x, fc1, fc2: second(bend(linear(x, fc1)), fc2)


def each(bend):
    return bent(lambda hidden: [bend(h) for h in hidden])


def then(change):
    return lambda x, fc1, fc2: change(mlp(x, fc1, fc2))


def at_the_end(x, fc1, fc2):
    hidden = linear(x, fc1)
    out = linear(hidden, fc2)
    return [max(0, number) for number in out]


def three_times(x, fc1, fc2):
    return relu(linear(relu(linear(relu(x), fc1)), fc2))


def bends_x_in_place(x, fc1, fc2):
    for i in range(len(x)):
        x[i] = max(0, x[i])
    return linear(linear(x, fc1), fc2)


def replaces_x(x, fc1, fc2):
    x[:] = linear(x, fc1)
    return linear(relu(x), fc2)


def bends_fc1_in_place(x, fc1, fc2):
    fc1 += []
    fc1.reverse()
    fc1.reverse()
    x.append(0)
    x.pop()
    fc2[0][0] += 0.0
    fc1[0] = list(fc1[0]) + [0]
    return loose(relu(loose(x, fc1)), fc2)


def starts_again(x, fc1, fc2):
    for h in linear(x, fc1):
        hidden = []
        hidden.append(max(0, h))
    return loose(hidden, fc2)


def returns_in_loop(x, fc1, fc2):
    hidden = []
    for h in linear(x, fc1):
        hidden.append(max(0, h))
        return loose(hidden, fc2)


def without_return(x, fc1, fc2):
    hidden = relu(linear(x, fc1))
    linear(hidden, fc2)


def prints(x, fc1, fc2):
    print(linear(relu(linear(x, fc1)), fc2))


def endless(x, fc1, fc2):
    i = 0
    while i < len(x):
        i + 1
    return i


def keeps(x, fc1, fc2, result=[]):
    result += linear(relu(linear(x, fc1)), fc2)
    return result


def raises_later(x, fc1, fc2):
    if len(x) == 1:
        raise NotImplementedError
    return mlp(x, fc1, fc2)


def turned(matrix):
    return [list(column) for column in zip(*matrix)]


def norm_by_size(x, fc1, fc2):
    hidden = relu(linear(x, fc1))
    return [number / len(hidden) for number in linear(hidden, fc2)]


RIGHT = [
    mlp,
    one_line,
    loop,
    own_sums,
    backwards,
    in_place_of_hidden,
    with_a_helper,
    mapped,
    array,
    array_listed,
    array_32_bits,
    a_tuple,
    by_columns,
    while_loop,
    half_of_both,
    skips_zeros,
    reduced,
    Network(),
    partial(mlp),
    lambda x, fc1, fc2: linear([h if h >= 0 else 0 for h in linear(x, fc1)], fc2),
]

WRONG = [
    (lambda x, fc1, fc2: linear(linear(x, fc1), fc2), "there is no ReLU"),
    (lambda x, fc1, fc2: loose(loose(x, fc1), fc2), "there is no ReLU"),
    (at_the_end, "ReLU comes at the end; it comes in the middle"),
    (then(relu), "goes through ReLU as well"),
    (
        lambda x, fc1, fc2: linear(linear(relu(x), fc1), fc2),
        "x goes through ReLU; ReLU comes after",
    ),
    (lambda x, fc1, fc2: mlp(relu(x), fc1, fc2), "x goes through ReLU before fc1"),
    (three_times, "ReLU comes three times"),
    (bends_x_in_place, "x goes through ReLU; ReLU comes after"),
    (lambda x, fc1, fc2: mlp(x, fc2, fc1), "the matrices are exchanged"),
    (lambda x, fc1, fc2: loose(relu(loose(x, fc2)), fc1), "the matrices are exchanged"),
    (lambda x, fc1, fc2: linear(relu(linear(x, fc1)), fc1), "fc1 is used twice"),
    (lambda x, fc1, fc2: loose(relu(linear(x, fc1)), fc1), "fc1 is used twice"),
    (lambda x, fc1, fc2: loose(relu(loose(x, fc2)), fc2), "fc2 is used twice"),
    (lambda x, fc1, fc2: mlp(x, turned(fc1), turned(fc2)), "rows and columns are exchanged"),
    (each(abs), "the sign of the hidden numbers is taken away"),
    (each(lambda h: h if h > 0 else 0.01 * h), "a part of the numbers below 0 comes through"),
    (each(lambda h: max(0.1 * h, h)), "a part of the numbers below 0 comes through"),
    (each(lambda h: min(0, h)), "the numbers above 0 become 0"),
    (each(lambda h: 0 if h > 0 else h), "the numbers above 0 become 0"),
    (each(lambda h: max(0, -h)), "the numbers below 0 become positive"),
    (each(lambda h: 1 if h > 0 else 0), "becomes 1 here if it is above 0"),
    (each(lambda h: min(max(h, 0), 1)), "stop at 1"),
    (each(lambda h: max(1, h)), "is at least 1 here"),
    (each(tanh), "tanh stands in the place of ReLU"),
    (each(lambda h: 1 / (1 + exp(-h))), "sigmoid stands in the place of ReLU"),
    (each(lambda h: max(0, h) ** 2), "the hidden numbers are squared"),
    (each(lambda h: h**2), "the hidden numbers are squared"),
    (bent(softmax), "softmax stands in the place of ReLU"),
    (each(lambda h: int(max(0, h))), "cut or rounded to whole ones"),
    (each(lambda h: round(max(0, h))), "cut or rounded to whole ones"),
    (each(lambda h: max(0, h) + 1), None),
    (bent(lambda h: max(0, h)), "max compares two whole lists"),
    (bent(lambda h: max([0] * len(h), h)), "max compares two whole lists"),
    (bent(lambda h: [max(0, max(h))], loose), "the largest hidden number stands for all"),
    (bent(lambda h: [max(h)] * len(h)), "the largest hidden number stands for all"),
    (bent(lambda h: [n for n in h if n > 0]), "below 0 are left out"),
    (bent(lambda h: [n for n in h if n > 0], loose), "below 0 are left out"),
    (bent(lambda h: h if sum(h) > 0 else [0] * len(h)), "the sum of the hidden numbers decides"),
    (bent(lambda h: h if min(h) > 0 else [0] * len(h)), "if one hidden number is below 0"),
    (bent(lambda h: relu(h)[:-1], loose), "the last hidden number is left out"),
    (bent(lambda h: [0, *relu(h)[1:]]), "the first hidden number is left out"),
    (bent(lambda h: relu(h)[:1], loose), "only the first hidden number takes part"),
    (returns_in_loop, "return after the loop, not inside it"),
    (bent(lambda h: [0] * (len(h) - 1) + relu(h)[-1:]), "only the last hidden number takes part"),
    (starts_again, "start the list once, before the loop"),
    (bent(lambda h: relu(h[:1]) + h[1:]), "only the first hidden number goes through ReLU"),
    (bent(lambda h: h[:-1] + relu(h[-1:])), "only the last hidden number goes through ReLU"),
    (bent(lambda h: relu(h)[::-1]), "in reverse order; keep their order"),
    (bent(lambda h: sorted(relu(h))), "the hidden numbers are sorted"),
    (
        lambda x, fc1, fc2: linear([sum(max(0, a * b) for a, b in zip(r, x)) for r in fc1], fc2),
        "each product goes through ReLU",
    ),
    (
        lambda x, fc1, fc2: linear(linear(x, list(map(relu, fc1))), fc2),
        "the numbers of fc1 go through",
    ),
    (lambda x, fc1, fc2: [a + b for a, b in zip(x, mlp(x, fc1, fc2))], "x is added"),
    (lambda x, fc1, fc2: mlp(rmsnorm(x), fc1, fc2), "rmsnorm comes first here"),
    (bent(lambda h: rmsnorm(relu(h))), "the hidden numbers go through rmsnorm"),
    (then(rmsnorm), "what comes out goes through rmsnorm"),
    (then(softmax), "what comes out goes through softmax"),
    (lambda x, fc1, fc2: relu(linear(x, fc1)), "these are the hidden numbers; fc2 is still"),
    (lambda x, fc1, fc2: linear(x, fc1), "these are the hidden numbers before ReLU"),
    (lambda x, fc1, fc2: linear(x, fc2), "fc1 does not take part"),
    (lambda x, fc1, fc2: loose(relu(x), fc2), "fc1 does not take part"),
    (lambda x, fc1, fc2: (relu(linear(x, fc1)), mlp(x, fc1, fc2)), "come out with the result"),
    (bent(lambda h: relu(h) + [1]), "two lists of different lengths met"),
    (norm_by_size, None),
    (then(sum), "that is the sum of the items"),
    (then(max), "that is the largest item alone"),
    (then(lambda y: y[0]), "that is the first item alone"),
    (then(lambda y: y[:1]), "the list holds the first item alone"),
    (then(lambda y: y[::-1]), "in reverse order"),
    (then(lambda y: [y]), "one list too many"),
    (then(lambda y: [[n] for n in y]), "a list of its own"),
    (then(lambda y: [round(n, 2) for n in y]), "rounded to 2 digits"),
    (then(lambda y: [int(n) for n in y]), "digits after the point are lost"),
    (then(lambda y: [-n for n in y]), "the sign is turned round"),
    (then(lambda y: [abs(n) for n in y]), "the sign is lost"),
    (then(lambda y: [2 * n for n in y]), "2 times what it should be"),
    (then(lambda y: [n + 1 for n in y]), "1 too large"),
    (then(lambda y: (n for n in y)), "collect them with list"),
    (then(set), "a set, which has no order"),
    (then(str), "the answer is a list"),
    (
        lambda x, fc1, fc2: linear(relu(linear(x, fc1)), fc2).sort(),
        "changes its list and gives None",
    ),
    (lambda x, fc1, fc2: x, "that is x, as it came in"),
    (lambda x, fc1, fc2: linear, "call it, with its arguments"),
    (lambda x, fc1, fc2: 7, "the answer is a list, [11, -1]"),
    (lambda x, fc1, fc2: fc1 * x, "multiply two lists"),
    (replaces_x, "changed its input x"),
    (bends_fc1_in_place, "changed its input fc1"),
    (keeps, "kept between calls"),
    (raises_later, "a part of the stub is still there"),
    (prints, "it prints, and hands nothing back"),
    (without_return, "no return in it has a value"),
    (endless, "did not come back"),
    (lambda fc1, fc2, x: mlp(x, fc1, fc2), "the values arrive in the order of"),
    (lambda x, fc1: linear(x, fc1), "does not start"),
    ([11, -1], "not a function"),
    ("mlp", "not a function"),
]
