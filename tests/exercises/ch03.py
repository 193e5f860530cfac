"""Answers to the exercises of chapter 03: right in several ways, and wrong by name."""

import functools
import itertools
import math
from fractions import Fraction

import numpy

# ex-03-1: step(w, b, x, target, lr)


def step(w, b, x, target, lr):
    error = w * x + b - target
    return w - lr * 2 * error * x, b - lr * 2 * error


def step_in_place(w, b, x, target, lr):
    error = w * x + b - target
    w -= lr * 2 * error * x
    b -= lr * 2 * error
    return [w, b]


def step_by_nudging(w, b, x, target, lr, h=1e-5):
    def loss(w, b):
        return (w * x + b - target) ** 2

    slope_w = (loss(w + h, b) - loss(w - h, b)) / (2 * h)
    slope_b = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return w - lr * slope_w, b - lr * slope_b


def step_fractions(w, b, x, target, lr):
    w, b, x, target, lr = map(Fraction, (w, b, x, target, lr))
    error = w * x + b - target
    return w - lr * 2 * error * x, b - lr * 2 * error


def step_with_zip(w, b, x, target, lr):
    error = w * x + b - target
    return [p - lr * slope for p, slope in zip((w, b), (2 * error * x, 2 * error))]


def step_numpy(w, b, x, target, lr):
    inputs = numpy.array([x, 1.0])
    p = numpy.array([w, b], dtype=float)
    return p - 2 * lr * (p @ inputs - target) * inputs


def step_32_bits(w, b, x, target, lr):
    return step_numpy(w, b, x, target, lr).astype(numpy.float32)


def step_loop(w, b, x, target, lr):
    miss = w * x + b - target
    moved = []
    for parameter, rate in [(w, x), (b, 1)]:
        moved.append(parameter - lr * 2 * miss * rate)
    return moved


def step_dictionary(w, b, x, target, lr):
    p = {"w": w, "b": b}
    slopes = {"w": 2 * (w * x + b - target) * x, "b": 2 * (w * x + b - target)}
    for name in p:
        p[name] -= lr * slopes[name]
    return list(p.values())


class Step:
    def __call__(self, w, b, x, target, lr):
        return step(w, b, x, target, lr)


def step_chain(w, b, x, target, lr):
    prediction = w * x + b
    d_loss = 2 * (prediction - target)
    d_w, d_b = d_loss * x, d_loss * 1
    new_w, new_b = w - d_w * lr, b - d_b * lr
    return (new_w, new_b)


def step_generator(w, b, x, target, lr):
    def moved():
        miss = w * x + b - target
        yield w - lr * 2 * miss * x
        yield b - lr * 2 * miss

    return tuple(moved())


def step_uses_the_new_w(w, b, x, target, lr):
    w = w - lr * 2 * (w * x + b - target) * x
    b = b - lr * 2 * (w * x + b - target)
    return w, b


def step_uses_the_new_b(w, b, x, target, lr):
    b = b - lr * 2 * (w * x + b - target)
    w = w - lr * 2 * (w * x + b - target) * x
    return w, b


def step_equals_minus(w, b, x, target, lr):
    error = w * x + b - target
    w =- lr * 2 * error * x  # fmt: skip
    b =- lr * 2 * error  # fmt: skip
    return w, b


def step_never_put_back(w, b, x, target, lr):
    error = w * x + b - target
    w - lr * 2 * error * x
    b - lr * 2 * error
    return w, b


def moved(w, b, x, target, lr, share_w=1.0, share_b=1.0):
    """The step with each slope taken `share` times."""
    new_w, new_b = step(w, b, x, target, lr)
    return w + share_w * (new_w - w), b + share_b * (new_b - b)


def loss(w, b, x, target):
    return (w * x + b - target) ** 2


# ex-03-2: descend(w, b, x, target, lr)


def descend(w, b, x, target, lr):
    steps = 0
    while (w * x + b - target) ** 2 >= 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


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


def repeat(move, w, b, x, target, lr, enough=lambda error: error**2 < 0.01):
    steps = 0
    while not enough(w * x + b - target):
        w, b = move(w, b, x, target, lr)
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


def uphill(w, b, x, target, lr):
    return moved(w, b, x, target, lr, -1, -1)


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


# ex-03-3: largest(rates, x, target)


def converges(rate, x, target, w=0.0, b=0.0, limit=1000):
    """Whether the loss gets under 0.01; gives up early when it has grown."""
    begin = (w * x + b - target) ** 2
    for _ in range(limit + 1):
        loss = (w * x + b - target) ** 2
        if loss < 0.01:
            return True
        if loss > begin:
            return False
        w, b = step(w, b, x, target, rate)
    return False


def largest(rates, x, target):
    best = None
    for rate in rates:
        if converges(rate, x, target) and (best is None or rate > best):
            best = rate
    return best


def largest_from_the_top(rates, x, target):
    for rate in sorted(rates, reverse=True):
        if converges(rate, x, target):
            return rate


def largest_with_try(rates, x, target):
    good = []
    for rate in rates:
        w = b = 0.0
        try:
            for _ in range(1000):
                w, b = step(w, b, x, target, rate)
            if (w * x + b - target) ** 2 < 0.01:
                good.append(rate)
        except OverflowError:
            pass
    return max(good)


def largest_with_inf(rates, x, target):
    good = []
    for rate in rates:
        w = b = 0.0
        for _ in range(1000):
            w, b = step(w, b, x, target, rate)
        error = w * x + b - target
        if error * error < 0.01:  # inf and nan are not under 0.01
            good.append(rate)
    return max(good)


def largest_by_formula(rates, x, target):
    return max(rate for rate in rates if rate < 1 / (x * x + 1))


def largest_by_factor(rates, x, target):
    return max(rate for rate in rates if abs(1 - 2 * rate * (x * x + 1)) < 0.9999)


def largest_numpy(rates, x, target):
    rates = numpy.array(rates)
    factor = 1 - 2 * rates * (x * x + 1)
    return rates[numpy.abs(factor) < 0.9999].max()


def largest_while(rates, x, target):
    best = 0
    for rate in rates:
        w, b, steps = 0, 0, 0
        while steps < 1000 and 0.01 <= (w * x + b - target) ** 2 < 1e6:
            w, b = step(w, b, x, target, rate)
            steps += 1
        if (w * x + b - target) ** 2 < 0.01 and rate > best:
            best = rate
    return best


def largest_filter(rates, x, target):
    return max(filter(lambda rate: converges(rate, x, target), rates))


def largest_sorted(rates, x, target):
    return sorted(rate for rate in rates if converges(rate, x, target))[-1]


def largest_dictionary(rates, x, target):
    table = {rate: converges(rate, x, target) for rate in rates}
    return max(rate for rate, good in table.items() if good)


def largest_recursive(rates, x, target):
    if len(rates) == 1:
        return rates[0]
    top = max(rates)
    if converges(top, x, target):
        return top
    return largest_recursive([rate for rate in rates if rate != top], x, target)


def largest_reduce(rates, x, target):
    return functools.reduce(
        lambda best, rate: rate if converges(rate, x, target) and rate > best else best, rates, 0
    )


def largest_abs(rates, x, target):
    def ends(rate):
        w = b = 0.0
        for _ in range(1000):
            w, b = step(w, b, x, target, rate)
            if abs(w * x + b - target) < 0.1:
                return True
            if abs(w * x + b - target) > 1e9:
                return False
        return False

    return max(r for r in rates if ends(r))


class Largest:
    def __call__(self, rates, x, target):
        return largest(rates, x, target)


def largest_error_only(rates, x, target):
    best = 0
    for rate in rates:
        error = -target
        for _ in range(1000):
            error *= 1 - 2 * rate * (x**2 + 1)
        if abs(error) < 0.1:
            best = max(best, rate)
    return best


def first_good(rates, x, target):
    for rate in rates:
        if converges(rate, x, target):
            return rate


def last_good(rates, x, target):
    best = None
    for rate in rates:
        if converges(rate, x, target):
            best = rate
    return best


def stops_at_a_bad_one(rates, x, target):
    best = None
    for rate in rates:
        if not converges(rate, x, target):
            break
        best = rate
    return best


def fastest(rates, x, target):
    good = [rate for rate in rates if converges(rate, x, target)]
    return min(good, key=lambda rate: descend(0, 0, x, target, rate))


def goes_on_from_there(rates, x, target):
    good, w, b = [], 0.0, 0.0
    for rate in rates:
        for _ in range(1000):
            w, b = step(w, b, x, target, rate)
        error = w * x + b - target
        if error * error < 0.01:
            good.append(rate)
    return max(good)


def after_one_step(rates, x, target):
    def loss(rate):
        w, b = step(0, 0, x, target, rate)
        return (w * x + b - target) ** 2

    return min(rates, key=loss)


def overflows(rates, x, target):
    good = []
    for rate in rates:
        w = b = 0.0
        for _ in range(1000):
            w, b = step(w, b, x, target, rate)
        if (w * x + b - target) ** 2 < 0.01:
            good.append(rate)
    return max(good)


def overflows_in_a_while(rates, x, target):
    good = []
    for rate in rates:
        w, b, steps = 0, 0, 0
        while (w * x + b - target) ** 2 >= 0.01 and steps < 1000:
            w, b = step(w, b, x, target, rate)
            steps += 1
        if steps < 1000:
            good.append(rate)
    return max(good)


def waits_for_ever(rates, x, target):
    return max(
        rate
        for rate in rates
        if repeat(step, 0.0, 0.0, x, target, rate, lambda e: e * e < 0.01) >= 0
    )


def number_of_good(rates, x, target):
    return sum(converges(rate, x, target) for rate in rates)


def sorts_the_input(rates, x, target):
    rates.sort(reverse=True)
    return largest_from_the_top(rates, x, target)


def pops_the_bad_ones(rates, x, target):
    for rate in list(rates):
        if not converges(rate, x, target):
            rates.remove(rate)
    return max(rates)


def good_ones(rates, x, target, **how):
    return [rate for rate in rates if converges(rate, x, target, **how)]


def then(function, change):
    """The same, with something done to the result."""
    return lambda *arguments: change(function(*arguments))


RIGHT = {
    "ex-03-1": [
        step,
        step_in_place,
        step_with_zip,
        step_numpy,
        step_32_bits,
        step_fractions,
        step_by_nudging,
        step_loop,
        step_dictionary,
        step_chain,
        step_generator,
        Step(),
        functools.partial(step),
        lambda w, b, x, target, lr: (
            w + lr * 2 * (target - (w * x + b)) * x,
            b + lr * 2 * (target - (w * x + b)),
        ),
        lambda w, b, x, t, lr: [p - 2 * lr * (w * x + b - t) * q for p, q in ((w, x), (b, 1))],
        lambda w, b, x, t, lr: (w + 2 * lr * x * (m := t - w * x - b), b + 2 * lr * m),
        lambda *place: list(step(*place)),
        lambda w, b, x, t, lr: numpy.array([w, b]) - lr * 2 * (w * x + b - t) * numpy.array([x, 1]),
    ],
    "ex-03-2": [
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
    ],
    "ex-03-3": [
        largest,
        largest_from_the_top,
        largest_with_try,
        largest_with_inf,
        largest_by_formula,
        largest_by_factor,
        largest_numpy,
        largest_while,
        largest_filter,
        largest_sorted,
        largest_dictionary,
        largest_recursive,
        largest_reduce,
        largest_abs,
        Largest(),
        largest_error_only,
        lambda rates, x, target: max(good_ones(rates, x, target)),
    ],
}

WRONG = {
    "ex-03-1": [
        (uphill, "uphill"),
        (lambda w, b, x, target, lr: moved(w, b, x, target, 1.0), "forgot the learning rate"),
        (step_uses_the_new_w, "with the new w"),
        (step_uses_the_new_b, "with the new b"),
        (lambda w, b, x, target, lr: step(w, b, x, target, lr)[0], "that is the new w alone"),
        (lambda w, b, x, target, lr: step(w, b, x, target, lr)[1], "that is the new b alone"),
        (
            lambda w, b, x, target, lr: moved(w, b, x, target, lr * lr),
            "took the learning rate twice",
        ),
        (lambda w, b, x, target, lr: step(w, b, x, target, 1 / lr), "divided by the learning rate"),
        (
            lambda w, b, x, target, lr: (
                w - lr - 2 * (w * x + b - target) * x,
                b - lr - 2 * (w * x + b - target),
            ),
            "took the learning rate away",
        ),
        (
            lambda w, b, x, t, lr: (w - 2 * (w * x + b - t) * x, b - lr * 2 * (w * x + b - t)),
            "only one of the slopes",
        ),
        (lambda *place: moved(*place, -1, 1), "one of the two goes uphill"),
        (
            lambda w, b, x, target, lr: moved(w, b, x, target, lr, 0.5, 0.5),
            "the factor 2 is missing from the slopes",
        ),
        (lambda *place: moved(*place, 0.5, 1), "the factor 2 is missing from one"),
        (lambda *place: moved(*place, 2, 2), "twice as large"),
        (
            lambda w, b, x, t, lr: (w - lr * 2 * (w * x + b - t), b - lr * 2 * (w * x + b - t)),
            "the slope of w is missing its x",
        ),
        (
            lambda w, b, x, target, lr: moved(w, b, x, target, lr, 1, x),
            "the slope of b has no x in it",
        ),
        (
            lambda w, b, x, t, lr: (w - lr * 2 * (w * x + b - t), b - lr * 2 * (w * x + b - t) * x),
            "the x belongs to the slope of w",
        ),
        (
            lambda w, b, x, t, lr: (w - lr * 2 * (w * x + b - t) * w, b - lr * 2 * (w * x + b - t)),
            "has w in it instead of x",
        ),
        (
            lambda w, b, x, t, lr: (w - lr * 2 * (w * x - t) * x, b - lr * 2 * (w * x - t)),
            "the b is missing",
        ),
        (
            lambda w, b, x, t, lr: (w - lr * 2 * (w * x + b) * x, b - lr * 2 * (w * x + b)),
            "the target is missing",
        ),
        (lambda w, b, x, t, lr: step(w, b, x, -t, lr), "the wrong sign for the target"),
        (lambda w, b, x, target, lr: step(w, b, 3, 10, lr), "x and the target of the page"),
        (lambda w, b, x, target, lr: step(w, b, x, target, 0.02), "a learning rate of your own"),
        (
            lambda w, b, x, t, lr: (w - lr * loss(w, b, x, t), b - lr * loss(w, b, x, t)),
            "along the loss itself",
        ),
        (lambda w, b, x, target, lr: moved(w, b, x, target, lr, 1, 0), "b stayed as it was"),
        (lambda w, b, x, target, lr: moved(w, b, x, target, lr, 0, 1), "w stayed as it was"),
        (step_never_put_back, "w and b stayed as they were"),
        (lambda w, b, x, target, lr: step(w, b, x, target, lr)[::-1], "b comes second"),
        (lambda w, b, *rest: step(*step(w, b, *rest), *rest), "that is two steps"),
        (
            lambda w, b, x, target, lr: (2 * (w * x + b - target) * x, 2 * (w * x + b - target)),
            "these are the two slopes",
        ),
        (
            lambda w, b, x, target, lr: tuple(
                new - old for new, old in zip(step(w, b, x, target, lr), (w, b))
            ),
            "this is how far each of them moves",
        ),
        (step_equals_minus, "this is how far each of them moves"),
        (lambda w, b, x, target, lr: loss(w, b, x, target), "that is the loss"),
        (lambda w, b, x, target, lr: w * x + b, "that is the prediction"),
        (lambda w, b, x, t, lr: (*step(w, b, x, t, lr), loss(w, b, x, t)), "the loss came along"),
        (lambda *place: [2 * p for p in step(*place)], "2 times"),
        (lambda *place: [round(p, 2) for p in step(*place)], "rounded to 2 digits"),
        (lambda *place: [int(p) for p in step(*place)], "digits after the point are lost"),
        (lambda *place: [abs(p) for p in step(*place)], "no result is ever negative"),
        (lambda *place: [max(0, p) for p in step(*place)], "negative results have become 0"),
        (lambda *place: sum(step(*place)), "the sum of the items"),
        (lambda *place: {"w": step(*place)[0], "b": step(*place)[1]}, "the answer is a list"),
        (lambda *place: [step(*place)], "one list too many"),
        (lambda *place: set(step(*place)), "a set, which has no order"),
        (lambda *place: f"{step(*place)}", "the answer is a list"),
        (lambda *place: [1.2, 0.4], "whatever comes in"),
        (lambda w, b, x, target, lr: step(w, b, target, x, lr), None),
        (lambda w, b, x, target, lr: step(b, w, x, target, lr), None),
        (lambda w, b, x, t, lr: step(w, b, x, t, lr * abs(w * x + b - t)), None),
        (lambda w, b, x, t, lr: (w - lr * 2 * (w * x + b - t) / x, b), None),
        (lambda w, b, x, target, lr: print(step(w, b, x, target, lr)), "print shows a value"),
        (lambda w, b, x, target: step(w, b, x, target, 0.1), "does not start"),
        (lambda w, b, x, target, lr: step(w, b, x, targt, lr), "name 'targt' is not defined"),
    ],
    "ex-03-2": [
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
    ],
    "ex-03-3": [
        (lambda rates, x, target: max(rates), "without trying it"),
        (lambda rates, x, target: rates[0], "the first of the list"),
        (lambda rates, x, target: rates[-1], "the last of the list"),
        (lambda rates, x, target: min(rates), "the smallest of them"),
        (lambda *tried: min(good_ones(*tried)), "the smallest of them"),
        (first_good, "the first that converges"),
        (last_good, "the last that converges"),
        (stops_at_a_bad_one, "stops at the first that does not"),
        (fastest, "the fastest"),
        (after_one_step, "the fastest"),
        (goes_on_from_there, "starts where the one before it ended"),
        (overflows, "stop as soon as"),
        (overflows_in_a_while, "stop as soon as"),
        (waits_for_ever, "never ends"),
        (number_of_good, "how many of the rates"),
        (
            lambda rates, x, target: [rate for rate in rates if converges(rate, x, target)],
            "all the rates that converge",
        ),
        (lambda *tried: sorted(good_ones(*tried)), "all the rates that converge"),
        (lambda rates, x, target: [converges(r, x, target) for r in rates], "whether it converges"),
        (lambda rates, x, target: rates.index(largest(rates, x, target)), "its place in the list"),
        (lambda rates, x, t: max(r for r in rates if r <= 1 / (x**2 + 1)), "stays at its loss"),
        (
            lambda rates, x, t: max(r for r in rates if r < 2 / (x**2 + 1)),
            "as if the slopes were half as large",
        ),
        (lambda rates, x, t: max(r for r in rates if r < 1 / x**2), None),
        (lambda rates, x, t: max(r for r in rates if r < 1 / (2 * (x**2 + 1))), None),
        (lambda rates, x, t: max(r for r in rates if r < 0.1), None),
        (lambda rates, x, target: 1 / (x**2 + 1), "the formula for the border"),
        (lambda *tried: max(good_ones(*tried, limit=100)), "gives up too early"),
        (lambda *tried: max(good_ones(*tried, limit=10), default=None), "gives up too early"),
        (lambda *tried: max(good_ones(*tried, limit=1), default=0), "gives up too early"),
        (
            lambda *tried: min(set(tried[0]) - set(good_ones(*tried))),
            "the smallest that does not converge",
        ),
        (lambda *tried: sorted(good_ones(*tried))[-2], None),
        (lambda *tried: sum(good_ones(*tried)), None),
        (lambda rates, x, t: descend(0, 0, x, t, largest(rates, x, t)), "how many steps it takes"),
        (lambda *tried: len(tried[0]), None),
        (lambda *tried: 0.09, "it gives 0.09 whatever comes in"),
        (then(largest, lambda rate: [rate]), "without a list around it"),
        (then(largest, str), "without quotes"),
        (then(largest, lambda rate: round(rate, 2)), "rounded to 2 digits"),
        (then(largest, lambda rate: round(rate, 1)), "rounded to 1 digits"),
        (then(largest, int), "it gives 0 whatever comes in"),
        (then(largest, lambda rate: 2 * rate), "2 times"),
        (then(largest, lambda rate: -rate), "the sign is turned round"),
        (then(largest, lambda rate: rate > 0), "the answer is a number"),
        (then(largest, lambda rate: (rate, True)), "the answer is a number"),
        (lambda rates, x, target: rates, "that is rates, as it came in"),
        (lambda rates, x, target: largest(rates, target, x), None),
        (lambda rates, x, target: converges(rates, x, target), "can't multiply sequence"),
        (
            lambda rates, x, target: max(rates, key=lambda r: converges(r, x, target)),
            "the first that converges",
        ),
        (sorts_the_input, "changed its input rates"),
        (pops_the_bad_ones, "changed its input rates"),
        (lambda *tried: print(largest(*tried)), "print shows a value"),
        (lambda rates, x: rates[0], "does not start"),
    ],
}
