"""ex-08-2: residual_block(x, f)"""

import operator
from functools import partial
from itertools import starmap
from math import exp, sqrt

import numpy

from microgpt.nn import rmsnorm


def residual_block(x, f):
    return [a + b for a, b in zip(x, f(rmsnorm(x)))]


def by_steps(x, f):
    normed = rmsnorm(x)
    new = f(normed)
    result = []
    for i in range(len(x)):
        result.append(x[i] + new[i])
    return result


def the_other_way_round(x, f):
    return [b + a for b, a in zip(f(rmsnorm(x)), x)]


def own_norm(x, f):
    scale = (sum(number**2 for number in x) / len(x) + 1e-5) ** -0.5
    return [a + b for a, b in zip(x, f([number * scale for number in x]))]


def own_norm_with_sqrt(x, f):
    total = 0
    for number in x:
        total += number * number
    root = sqrt(total / len(x) + 0.00001)
    new = f([number / root for number in x])
    return [new[i] + x[i] for i in range(len(new))]


def mapped(x, f):
    return list(map(operator.add, x, f(rmsnorm(x))))


def starred(x, f):
    return list(starmap(operator.add, zip(x, f(rmsnorm(x)), strict=True)))


def summed(x, f):
    return [sum(pair) for pair in zip(x, f(rmsnorm(x)))]


def on_a_copy(x, f):
    result = list(x)
    for i, number in enumerate(f(rmsnorm(x))):
        result[i] += number
    return result


def on_what_f_makes(x, f):
    result = f(rmsnorm(x))
    for i, number in enumerate(x):
        result[i] += number
    return result


def array(x, f):
    return numpy.array(x) + numpy.array(f(rmsnorm(x)))


def array_listed(x, f):
    x = numpy.array(x, dtype=float)
    normed = x / numpy.sqrt((x * x).mean() + 1e-5)
    return (x + f(normed.tolist())).tolist()


def given_an_array(x, f):
    x = numpy.array(x, dtype=float)
    return x + numpy.array(f(x * (x.dot(x) / len(x) + 1e-5) ** -0.5))


def a_tuple(x, f):
    return tuple(a + b for a, b in zip(x, f(tuple(rmsnorm(x)))))


def with_helpers(x, f):
    def add(a, b):
        return [one + other for one, other in zip(a, b)]

    return add(x, f(rmsnorm(x)))


def while_loop(x, f):
    new, i, result = f(rmsnorm(x)), 0, []
    while i < len(x):
        result += [x[i] + new[i]]
        i += 1
    return result


def recursive(x, f):
    def add(a, b):
        return [a[0] + b[0], *add(a[1:], b[1:])] if a else []

    return add(x, f(rmsnorm(x)))


def minus_minus(x, f):
    return [number - -new for number, new in zip(x, f(rmsnorm(x)))]


class Block:
    def __call__(self, x, f):
        return residual_block(x, f)


# Wrong


def pairs(combine):
    return lambda x, f: [combine(a, b) for a, b in zip(x, f(rmsnorm(x)))]


def added(x, y):
    return [a + b for a, b in zip(x, y)]


def then(change):
    return lambda x, f: change(residual_block(x, f))


def in_place(x, f):
    for i, number in enumerate(f(rmsnorm(x))):
        x[i] += number
    return x


def replaces_x(x, f):
    before = list(x)
    x[:] = rmsnorm(x)
    return added(before, f(x))


def norms_as_it_goes(x, f):
    x = list(x)
    for i in range(len(x)):
        x[i] = rmsnorm(x)[i]
    return residual_block(x, f)


def stands_for_x(x, f):
    x = rmsnorm(x)
    return added(x, f(x))


def joins_by_plus(x, f):
    return x + f(rmsnorm(x))


def joins_by_extend(x, f):
    result = []
    result.extend(x)
    result.extend(f(rmsnorm(x)))
    return result


def extends_x(x, f):
    x.extend(f(rmsnorm(x)))
    return x


def calls_for_each(x, f):
    return [x[i] + f(rmsnorm(x))[i] for i in range(len(x))]


def calls_twice(x, f):
    if len(f(rmsnorm(x))) == len(x):
        return added(x, f(rmsnorm(x)))


def for_each_number(x, f):
    return [a + f([n])[0] for a, n in zip(x, rmsnorm(x))]


def less_mean(x):
    mean = sum(x) / len(x)
    return [number - mean for number in x]


def softmax(x):
    exps = [exp(number) for number in x]
    return [e / sum(exps) for e in exps]


def returns_in_loop(x, f):
    result = []
    for a, b in zip(x, f(rmsnorm(x))):
        result.append(a + b)
        return result


def starts_again(x, f):
    for a, b in zip(x, f(rmsnorm(x))):
        result = []
        result.append(a + b)
    return result


def without_return(x, f):
    new = f(rmsnorm(x))
    [a + b for a, b in zip(x, new)]


def prints(x, f):
    print(added(x, f(rmsnorm(x))))


def endless(x, f):
    while x:
        pass
    return f(x)


def keeps(x, f, result=[]):
    result += added(x, f(rmsnorm(x)))
    return result


def of_squares(x, f):
    scale = sum(n * n for n in x) / len(x) + 1e-5
    return added(x, f([n / scale for n in x]))


RIGHT = [
    residual_block,
    by_steps,
    the_other_way_round,
    own_norm,
    own_norm_with_sqrt,
    mapped,
    starred,
    summed,
    on_a_copy,
    on_what_f_makes,
    array,
    array_listed,
    given_an_array,
    a_tuple,
    with_helpers,
    while_loop,
    recursive,
    minus_minus,
    Block(),
    partial(by_steps),
]

WRONG = [
    (lambda x, f: f(rmsnorm(x)), "x is not added"),
    (lambda x, f: rmsnorm(added(x, f(x))), "rmsnorm comes at the end"),
    (then(rmsnorm), "the sum goes through rmsnorm once more"),
    (lambda x, f: added(x, rmsnorm(f(x))), "what f makes goes through rmsnorm; f gets"),
    (lambda x, f: added(x, rmsnorm(f(rmsnorm(x)))), "goes through rmsnorm once more; add it"),
    (lambda x, f: added(x, f(x)), "rmsnorm is missing: f gets x as it is"),
    (stands_for_x, "rmsnorm(x) is added"),
    (lambda x, f: residual_block(rmsnorm(x), f), "rmsnorm(x) is added"),
    (lambda x, f: added(rmsnorm(x), f(x)), "it is the other way round"),
    (lambda x, f: added(x, f(rmsnorm(rmsnorm(x)))), "rmsnorm is done twice"),
    (pairs(lambda a, b: a - b), "what f makes is taken away from x"),
    (pairs(lambda a, b: b - a), "x is taken away from what f makes"),
    (joins_by_plus, "+ puts one list behind the other"),
    (joins_by_extend, "+ puts one list behind the other"),
    (lambda x, f: f(rmsnorm(x)) + x, "+ puts one list behind the other"),
    (lambda x, f: x + f(x), "+ puts one list behind the other"),
    (extends_x, "+ puts one list behind the other"),
    (lambda x, f: list(zip(x, f(rmsnorm(x)))), "the numbers stand side by side"),
    (lambda x, f: [x, f(rmsnorm(x))], "the numbers stand side by side"),
    (lambda x, f: (x, f(rmsnorm(x))), "the numbers stand side by side"),
    (pairs(lambda a, b: a * b), "the numbers are multiplied"),
    (pairs(lambda a, b: (a + b) / 2), "the mean of x and what f makes"),
    (pairs(max), "the larger number of each pair"),
    (pairs(min), "the smaller number of each pair"),
    (
        lambda x, f: [a + b for a in x for b in f(rmsnorm(x))],
        "every number of x meets every number",
    ),
    (lambda x, f: f(added(x, rmsnorm(x))), "f gets the sum of x and rmsnorm(x)"),
    (lambda x, f: added(x, f(f(rmsnorm(x)))), "a second time, with what it made"),
    (calls_for_each, "f is called anew for each number"),
    (calls_twice, "f is called twice"),
    (for_each_number, "f gets one number at a time"),
    (lambda x, f: added(x, map(f, rmsnorm(x))), "f takes a whole list"),
    (pairs(lambda a, b: a + 2 * b), "what f makes is added twice"),
    (lambda x, f: added(added(x, f(rmsnorm(x))), f(rmsnorm(x))), "what f makes is added twice"),
    (pairs(lambda a, b: a + a + b), "x is added twice"),
    (lambda x, f: f(x), "that is f(x)"),
    (lambda x, f: rmsnorm(f(x)), "that is rmsnorm(f(x))"),
    (lambda x, f: rmsnorm(f(rmsnorm(x))), "once more, and x is not added"),
    (lambda x, f: added(x, rmsnorm(x)), "f is not called"),
    (lambda x, f: rmsnorm(x), "that is rmsnorm(x)"),
    (lambda x, f: [2 * n for n in x], "x is added to itself"),
    (lambda x, f: x, "that is x, as it came in"),
    (lambda x, f: added(x, f(rmsnorm(less_mean(x)))), "the mean is taken away from x"),
    (
        lambda x, f: added(x, f([n / (sqrt(sum(m * m for m in x)) or 1) for n in x])),
        "f gets x made as long as 1",
    ),
    (lambda x, f: added(x, f(softmax(x))), "softmax stands in the place of rmsnorm"),
    (
        lambda x, f: added(x, f([rmsnorm([n])[0] for n in x])),
        "each number goes through rmsnorm alone",
    ),
    (pairs(lambda a, b: a + max(0, b)), "has become 0 where it is below 0"),
    (lambda x, f: [a + f(rmsnorm(x))[0] for a in x], "the first number of what f makes"),
    (
        lambda x, f: [a + b for b in [f(rmsnorm(x))[0]] for a in x],
        "the first number of what f makes",
    ),
    (lambda x, f: [x[0] + b for b in f(rmsnorm(x))], "the first number of x is added"),
    (lambda x, f: [a + s for s in [sum(f(rmsnorm(x)))] for a in x], "all that f makes is added"),
    (lambda x, f: added(x, f(rmsnorm(x))[::-1]), "in reverse order; add first to first"),
    (
        lambda x, f: sum(a * b for a, b in zip(x, f(rmsnorm(x)))),
        "the dot product of x and what f makes",
    ),
    (of_squares, None),
    (norms_as_it_goes, None),
    (in_place, "changed its input x"),
    (replaces_x, "changed its input x"),
    (lambda x, f: added(x, f), "f is a function; call it"),
    (lambda x, f: f, "call it, with its arguments in brackets"),
    (lambda x, f: added(x, f()), "f takes one list"),
    (lambda x, f: added(x, f(*rmsnorm(x))), "f takes one list"),
    (lambda x, f: added(x, f(rmsnorm(x)[0])), "f takes a whole list"),
    (lambda x, f: rmsnorm(x) * f(x), "multiply two lists"),
    (returns_in_loop, "the list holds the first item alone"),
    (starts_again, "the list holds the last item alone"),
    (lambda x, f: (a + b for a, b in zip(x, f(rmsnorm(x)))), "collect them with list"),
    (lambda x, f: zip(x, f(rmsnorm(x))), "the numbers stand side by side"),
    (lambda x, f: {a + b for a, b in zip(x, f(rmsnorm(x)))}, "a set, which has no order"),
    (lambda x, f: map(operator.add, x, f(rmsnorm(x))), "collect them with list"),
    (then(lambda y: [y]), "one list too many"),
    (then(sum), "that is the sum of the items"),
    (then(lambda y: y[0]), "that is the first item alone"),
    (then(lambda y: y[:-1]), "the last item is missing"),
    (then(lambda y: y[::-1]), "in reverse order"),
    (then(lambda y: [round(n, 3) for n in y]), "rounded to 3 digits"),
    (then(lambda y: [int(n) for n in y]), "digits after the point are lost"),
    (then(lambda y: [-n for n in y]), "the sign is turned round"),
    (then(lambda y: [max(0, n) for n in y]), "negative results have become 0"),
    (then(lambda y: [2 * n for n in y]), "2 times what it should be"),
    (then(str), "the answer is a list"),
    (then(lambda y: dict(enumerate(y))), "the answer is a list"),
    (keeps, "kept between calls"),
    (prints, "it prints, and hands nothing back"),
    (without_return, "no return in it has a value"),
    (endless, "did not come back"),
    (lambda f, x: residual_block(x, f), "the values arrive in the order of"),
    (lambda x: rmsnorm(x), "does not start"),
    ([1, 2], "not a function"),
    ("residual_block", "not a function"),
]
