"""ex-03-2: descend(w, b, x, target, lr)"""

import itertools
import math

import numpy

from .parts import (
    descend,
    loss,
    moved,
    repeat,
    step,
    step_in_place,
    step_numpy,
    step_uses_the_new_b,
    step_uses_the_new_w,
    uphill,
)


def descend_for(w, b, x, target, lr):
    for steps in range(100_000):
        if (w * x + b - target) ** 2 < 0.01:
            return steps
        w, b = step(w, b, x, target, lr)


def descend_recursive(w, b, x, target, lr):
    if abs(w * x + b - target) < 0.1:
        return 0
    return 1 + descend_recursive(*step(w, b, x, target, lr), x, target, lr)


def descend_history(w, b, x, target, lr):
    losses = [(w * x + b - target) ** 2]
    while not losses[-1] < 0.01:
        w, b = step_numpy(w, b, x, target, lr)
        losses.append((w * x + b - target) ** 2)
    return len(losses) - 1


def descend_error_only(w, b, x, target, lr):
    error, steps = w * x + b - target, 0
    while error**2 >= 0.01:
        error *= 1 - 2 * lr * (x * x + 1)
        steps += 1
    return steps


def descend_break(w, b, x, target, lr):
    steps = 0
    while True:
        error = w * x + b - target
        if error * error < 0.01:
            break
        w, b = w - lr * 2 * error * x, b - lr * 2 * error
        steps = steps + 1
    return steps


def descend_count(w, b, x, target, lr):
    for steps in itertools.count():
        if loss(w, b, x, target) < 0.01:
            return steps
        w, b = step(w, b, x, target, lr)


def descend_generator(w, b, x, target, lr):
    def losses(w, b):
        while loss(w, b, x, target) >= 0.01:
            yield loss(w, b, x, target)
            w, b = step(w, b, x, target, lr)

    return sum(1 for _ in losses(w, b))


def descend_formula(w, b, x, target, lr):
    miss = abs(w * x + b - target)
    shrink = abs(1 - 2 * lr * (x * x + 1))
    return 0 if miss < 0.1 else math.floor(math.log(0.1 / miss) / math.log(shrink)) + 1


def descend_numpy(w, b, x, target, lr):
    p, inputs, steps = numpy.array([w, b]), numpy.array([x, 1.0]), 0
    while (p @ inputs - target) ** 2 >= 0.01:
        p = p - 2 * lr * (p @ inputs - target) * inputs
        steps += 1
    return numpy.int64(steps)


class Descend:
    def __init__(self):
        self.steps = 0

    def __call__(self, w, b, x, target, lr):
        self.steps = 0
        while loss(w, b, x, target) >= 0.01:
            w, b = step(w, b, x, target, lr)
            self.steps += 1
        return self.steps


def descend_list(w, b, x, target, lr):
    path = [(w, b)]
    while loss(*path[-1], x, target) >= 0.01:
        path.append(step(*path[-1], x, target, lr))
    return len(path[1:])


def descend_float(w, b, x, target, lr):
    steps = 0.0
    while loss(w, b, x, target) >= 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1.0
    return steps


def descend_helper(w, b, x, target, lr, steps=0):
    if loss(w, b, x, target) < 0.01:
        return steps
    w, b = step(w, b, x, target, lr)
    return descend_helper(w, b, x, target, lr, steps + 1)


def descend_not_low(w, b, x, target, lr):
    low = lambda: loss(w, b, x, target) < 0.01
    steps = 0
    while not low():
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


def counts_first(w, b, x, target, lr):
    steps = 1
    while (w * x + b - target) ** 2 >= 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


def steps_before_looking(w, b, x, target, lr):
    steps = 0
    while True:
        w, b = step(w, b, x, target, lr)
        steps += 1
        if loss(w, b, x, target) < 0.01:
            return steps


def loss_one_step_late(w, b, x, target, lr):
    steps, now = 0, loss(w, b, x, target)
    while now >= 0.01:
        now = loss(w, b, x, target)
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


def loss_is_never_computed_again(w, b, x, target, lr):
    loss, steps = (w * x + b - target) ** 2, 0
    while loss >= 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


def forgets_to_keep(w, b, x, target, lr):
    steps = 0
    while (w * x + b - target) ** 2 >= 0.01:
        step(w, b, x, target, lr)
        steps += 1
    return steps


def comparison_reversed(w, b, x, target, lr):
    steps = 0
    while (w * x + b - target) ** 2 < 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


def counts_one_only(w, b, x, target, lr):
    if (w * x + b - target) ** 2 >= 0.01:
        step(w, b, x, target, lr)
        return 1
    return 0


def returns_in_the_loop(w, b, x, target, lr):
    steps = 0
    while (w * x + b - target) ** 2 >= 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1
        return steps
    return steps


def descended(w, b, x, target, lr):
    while (w * x + b - target) ** 2 >= 0.01:
        w, b = step(w, b, x, target, lr)
    return w, b


def at_most(most):
    def gives_up(w, b, x, target, lr):
        for steps in range(most):
            if loss(w, b, x, target) < 0.01:
                return steps
            w, b = step(w, b, x, target, lr)
        return most

    return gives_up


total = 0


def counts_in_the_module(w, b, x, target, lr):
    global total
    while loss(w, b, x, target) >= 0.01:
        w, b = step(w, b, x, target, lr)
        total += 1
    return total


def no_count(w, b, x, target, lr):
    while loss(w, b, x, target) >= 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


def exact_bottom(w, b, x, target, lr):
    steps = 0
    while w * x + b != target:
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


RIGHT = [
    descend,
    descend_for,
    descend_recursive,
    descend_history,
    descend_error_only,
    descend_break,
    descend_count,
    descend_generator,
    descend_formula,
    descend_numpy,
    Descend(),
    descend_list,
    descend_float,
    descend_helper,
    descend_not_low,
    lambda *place: repeat(step, *place),
    lambda *place: repeat(step_in_place, *place, lambda error: abs(error) < 0.1),
]


WRONG = [
    (counts_first, "one too many; the count starts at 0"),
    (loss_one_step_late, "one too many where a step is taken"),
    (steps_before_looking, "taken before the loss is looked at"),
    (lambda *place: max(0, descend(*place) - 1), "stops one step early"),
    (lambda *place: 2 * descend(*place), "each step counts twice"),
    (loss_is_never_computed_again, "never ends"),
    (forgets_to_keep, "never ends"),
    (exact_bottom, "never ends"),
    (comparison_reversed, "the comparison may be the wrong way round"),
    (lambda *place: repeat(uphill, *place), "cannot square the miss any more"),
    (
        lambda *place: repeat(step, *place, lambda error: abs(error) < 0.01),
        "so square it first",
    ),
    (lambda *place: repeat(step, *place, lambda error: error < 0.01), "a negative miss"),
    (lambda *place: repeat(step, *place, lambda error: -error < 0.01), "a positive miss"),
    (lambda *place: repeat(step, *place, lambda error: error**2 < 0.1), "0.01, not 0.1"),
    (lambda *place: repeat(step, *place, lambda error: error**2 < 0.001), "0.01, not 0.001"),
    (lambda *place: repeat(step, *place, lambda error: error**2 < 1), "0.01, not 1"),
    (lambda *place: repeat(step, *place, lambda error: error**2 / 2 < 0.01), "0.01, not 0.02"),
    (lambda *place: repeat(step_uses_the_new_w, *place), "after the first parameter had moved"),
    (lambda *place: repeat(step_uses_the_new_b, *place), "after the first parameter had moved"),
    (
        lambda *place: repeat(lambda *p: moved(*p, 0.5, 0.5), *place),
        "the factor 2 is missing",
    ),
    (lambda *place: repeat(lambda *p: moved(*p, 1, 0), *place), "only w moves"),
    (lambda *place: repeat(lambda *p: moved(*p, 0, 1), *place), "only b moves"),
    (lambda *place: repeat(lambda *p: moved(*p, 2, 2), *place), None),
    (lambda w, b, x, target, lr: descend(0, 0, x, target, lr), "at the w and b that are"),
    (lambda w, b, x, target, lr: descend(w, b, 3, 10, lr), "x and the target of the page"),
    (lambda w, b, x, target, lr: descend(w, b, x, target, 0.02), "a learning rate of your own"),
    (at_most(100), "it gives up after 100 steps"),
    (at_most(20), "it gives up after 20 steps"),
    (at_most(17), None),
    (counts_one_only, "one step alone"),
    (returns_in_the_loop, "return after the loop"),
    (descended, "how many steps"),
    (lambda *place: descended(*place)[0], "how many steps"),
    (lambda *place: (*descended(*place), descend(*place)), "came along"),
    (lambda w, b, x, target, lr: (w * x + b - target) ** 2, "the loss at the start"),
    (
        lambda w, b, x, t, lr: loss(*descended(w, b, x, t, lr), x, t),
        "the loss at the end",
    ),
    (lambda *place: 10, "it gives 10 whatever comes in"),
    (lambda *place: descend(*place) + 10, "10 too large"),
    (lambda *place: -descend(*place), "the sign is turned round"),
    (lambda *place: list(range(descend(*place))), "the answer is a number, 10"),
    (lambda *place: [descend(*place)], "without a list around it"),
    (lambda *place: str(descend(*place)), "without quotes"),
    (lambda *place: descend(*place) > 0, "the answer is a number, 10"),
    (lambda *place: descend(*place) / 2, "0.5 times"),
    (lambda w, b, x, target, lr: descend(b, w, x, target, lr), None),
    (
        lambda w, b, x, target, lr: descend(w, b, target, x, lr),
        "cannot square the miss any more",
    ),
    (lambda w, b, x, t, lr: descend(w, b, abs(x), abs(t), lr), None),
    (lambda w, b, x, t, lr: round(math.log(0.01 / loss(w, b, x, t)) / -lr), None),
    (counts_in_the_module, "kept between calls"),
    (no_count, "give this name a value"),
    (lambda *place: print(descend(*place)), "print shows a value"),
    (lambda w, b: 0, "does not start"),
]
