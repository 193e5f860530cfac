"""ex-09-2: sgd_step(params, grads, lr)"""

from functools import partial
from operator import sub

import numpy

from microgpt import Value
from microgpt.optim import SGD

from ..edits import edited

LOOP = """
from math import copysign

def sgd_step(params, grads, lr):
    new = []
    for i in range(len(params)):
        p, g = params[i], grads[i]
        new.append(p - lr * g)
    return new
"""


def sgd_step(params, grads, lr):
    return [p - lr * g for p, g in zip(params, grads)]


def on_a_copy(params, grads, lr):
    params = list(params)
    for i, g in enumerate(grads):
        params[i] -= lr * g
    return params


def while_loop(params, grads, lr):
    i, new = 0, []
    while len(new) < len(params):
        new += [params[i] - grads[i] * lr]
        i += 1
    return new


def mapped(params, grads, lr):
    return list(map(lambda p, g: p + g * -lr, params, grads))


def as_tuple(params, grads, lr):
    return tuple(p - lr * g for p, g in zip(params, grads, strict=True))


def array(params, grads, lr):
    return numpy.array(params) - lr * numpy.array(grads)


def array_listed(params, grads, lr):
    return numpy.subtract(params, numpy.multiply(grads, lr)).tolist()


def array_32_bits(params, grads, lr):
    return numpy.array(params, dtype=numpy.float32) - numpy.float32(lr) * numpy.float32(grads)


def values(params, grads, lr):
    return [Value(p) - lr * Value(g) for p, g in zip(params, grads)]


def of_the_package(params, grads, lr):
    params = [Value(p) for p in params]
    for p, g in zip(params, grads):
        p.grad = g
    SGD(params, lr).step()
    return [p.data for p in params]


def moves_first(params, grads, lr):
    moves = [lr * g for g in grads]
    return list(map(sub, params, moves))


def recursive(params, grads, lr):
    if not params:
        return []
    return [params[0] - lr * grads[0], *recursive(params[1:], grads[1:], lr)]


def from_behind(params, grads, lr):
    new = [0.0] * len(params)
    for i in range(len(params) - 1, -1, -1):
        new[i] = params[i] - lr * grads[i]
    return new


def by_generator(params, grads, lr):
    def moved():
        for p, g in zip(params, grads):
            yield p - lr * g

    return list(moved())


def by_cases(params, grads, lr):
    new = []
    for p, g in zip(params, grads):
        if g == 0:
            new.append(p)
        elif g > 0:
            new.append(p - lr * g)
        else:
            new.append(p + lr * -g)
    return new


class Step:
    def __call__(self, params, grads, lr):
        return sgd_step(params, grads, lr)


RIGHT = [
    sgd_step,
    on_a_copy,
    while_loop,
    mapped,
    as_tuple,
    array,
    array_listed,
    array_32_bits,
    values,
    of_the_package,
    moves_first,
    recursive,
    from_behind,
    by_generator,
    by_cases,
    Step(),
    partial(sgd_step),
    edited(LOOP, "sgd_step"),
]

# Wrong


def changed(*lines):
    """The loop with some of its parts replaced: old, new, old, new ..."""
    return edited(LOOP, "sgd_step", *zip(lines[::2], lines[1::2], strict=True))


def then(change):
    return lambda params, grads, lr: change(sgd_step(params, grads, lr))


def in_place(params, grads, lr):
    for i, g in enumerate(grads):
        params[i] -= lr * g
    return params


def in_place_alone(params, grads, lr):
    for i, g in enumerate(grads):
        params[i] -= lr * g


def names_alone(params, grads, lr):
    for p, g in zip(params, grads):
        p -= lr * g
    return params


def zeroes_the_gradients(params, grads, lr):
    new = sgd_step(params, grads, lr)
    for i in range(len(grads)):
        grads[i] = 0.0
    return new


def prints(params, grads, lr):
    print(sgd_step(params, grads, lr))


def endless(params, grads, lr):
    new = []
    while len(new) < len(params):
        lr = lr / 2
    return new


new = []


def kept(params, grads, lr):
    for p, g in zip(params, grads):
        new.append(p - lr * g)
    return new


STEP = "p - lr * g"
PAIR = "p, g = params[i], grads[i]"

WRONG = [
    (changed(STEP, "p + lr * g"), "you went uphill"),
    (changed(STEP, "p - g"), "you forgot the learning rate; multiply"),
    (changed(STEP, "p + g"), "you forgot the learning rate, and went uphill"),
    (changed(STEP, "p - g / lr"), "you divided by the learning rate"),
    (changed(STEP, "p - lr / g"), "you divided lr by the gradient"),
    (changed(STEP, "p - lr * lr * g"), "the learning rate twice"),
    (changed(STEP, "p - lr - g"), "you took lr away as well"),
    (changed(STEP, "p - lr"), "the gradients are not used"),
    (changed(STEP, "p * (1 - lr)"), "the gradients are not used"),
    (changed(STEP, "(p - g) * lr"), "the brackets are misplaced"),
    (changed(STEP, "lr * p - g"), "the brackets are misplaced"),
    (changed(STEP, "p - (1 - lr) * g"), "1 - lr is used"),
    (changed(STEP, "(1 - lr) * p + lr * g"), "an average of p and g"),
    (changed(STEP, "p - lr * (g + 0.01 * p)"), "weight decay"),
    (changed(STEP, "p * (1 - lr) - lr * g"), "weight decay"),
    (changed(STEP, "p - lr * g * p"), "multiplied by its parameter"),
    (changed(STEP, "p * (1 - lr * g)"), "multiplied by its parameter"),
    (changed(STEP, "p * lr * g"), "multiplied by its parameter"),
    (changed(STEP, "g - lr * p"), "parameter and gradient are exchanged"),
    (changed(STEP, "lr * g - p"), "the sign is turned round"),
    (changed(STEP, "p - copysign(lr, g)"), "only the sign"),
    (changed(STEP, "p - lr if g > 0 else p + lr if g < 0 else p"), "only the sign"),
    (changed(STEP, "p - lr * abs(g)"), "the gradient lost its sign"),
    (changed(STEP, "p - lr * max(g, 0)"), "a negative gradient stay"),
    (changed(STEP, "p - lr * g * g"), "the gradients are squared"),
    (changed(STEP, "p - lr * max(-1, min(1, g))"), "cut at a border"),
    (
        changed(STEP, "p - lr * g / (sum(x * x for x in grads) ** 0.5)"),
        "brought to length 1",
    ),
    (changed(STEP, "p - lr * sum(grads) / len(grads)"), "the mean of the gradients"),
    (changed(STEP, "p - lr * sum(grads)"), "the sum of the gradients"),
    (changed(STEP, "p - lr * sum(grads[:i + 1])"), "added up on the way"),
    (changed(PAIR, "p, g = params[i], grads[0]"), "by the first gradient"),
    (changed(PAIR, "p, g = params[i], grads[-1]"), "by the last gradient"),
    (changed(PAIR, "p, g = params[i], grads[-1 - i]"), "in reverse order"),
    (changed(PAIR, "p, g = params[i], grads[i - 1]"), "its neighbour"),
    (changed(PAIR, "p, g = params[i], grads[i + 1]"), "its neighbour"),
    (changed(STEP, "p - lr * g / len(params)"), "divided by how many there are"),
    (changed(STEP, "p - lr * g / 2"), "half a step"),
    (changed(STEP, "p - 2 * lr * g"), "two steps"),
    (changed(STEP, "p - 0.1 * g"), "always 0.1 here"),
    (changed(STEP, "p - 0.01 * g"), "always 0.01 here"),
    (changed(STEP, "lr * g"), "how far each parameter moves"),
    (changed(STEP, "-lr * g"), "how far each parameter moves"),
    (changed(STEP, "g"), "that is grads, as it came in"),
    (changed(STEP, "p"), "that is params, as it came in"),
    (names_alone, "that is params, as it came in"),
    (changed("    return new", "        return new"), "return after the loop, not inside it"),
    (changed("range(len(params))", "range(len(params) - 1)"), "the last item is missing"),
    (changed("range(len(params))", "range(1, len(params))"), "the first item is missing"),
    (changed("new.append(p - lr * g)", "new = [p - lr * g]"), "the last item alone"),
    (changed(STEP, "[p - lr * g]"), "a list of its own around it"),
    (changed(STEP, "round(p - lr * g, 2)"), "rounded to 2 digits"),
    (changed("new = []", "new = list(params)"), "behind the old ones"),
    (
        lambda params, grads, lr: [p - lr * g for p in params for g in grads],
        "every gradient",
    ),
    (lambda params, grads, lr: params - lr * grads, "TypeError"),
    (lambda params, grads, lr: params + [-lr * g for g in grads], "behind the parameters"),
    (lambda params, grads, lr: (p - lr * g for p, g in zip(params, grads)), "with list"),
    (lambda params, grads, lr: (sgd_step(params, grads, lr), grads), "the gradients came along"),
    (then(sum), "the sum of the items"),
    (then(lambda new: new[0]), "the first item alone"),
    (then(lambda new: [max(0, p) for p in new]), "results below 0 have become 0"),
    (then(lambda new: [abs(p) for p in new]), "the sign is lost"),
    (then(str), "the answer is a list"),
    (then(lambda new: dict(enumerate(new))), "the answer is a list"),
    (in_place, "changed its input params"),
    (in_place_alone, "no return in it has a value"),
    (zeroes_the_gradients, "changed its input grads"),
    (kept, None),
    (prints, "it prints, and hands nothing back"),
    (endless, "did not come back"),
    (changed("new.append", "return new.append"), "append changes its list and gives None"),
    (lambda grads, params, lr: [], "the values arrive in the order of"),
    (lambda params, grads: [], "does not start"),
    ([0.95, 2.1, 2.8], "not a function"),
]
