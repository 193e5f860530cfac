"""ex-03-1: step(w, b, x, target, lr)"""

import functools
from fractions import Fraction

import numpy

from .parts import (
    loss,
    moved,
    step,
    step_in_place,
    step_numpy,
    step_uses_the_new_b,
    step_uses_the_new_w,
    uphill,
)


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


RIGHT = [
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
]


WRONG = [
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
]
