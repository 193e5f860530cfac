"""What the answers of chapter 03 share."""

import numpy


def step(w, b, x, target, lr):
    error = w * x + b - target
    return w - lr * 2 * error * x, b - lr * 2 * error


def step_in_place(w, b, x, target, lr):
    error = w * x + b - target
    w -= lr * 2 * error * x
    b -= lr * 2 * error
    return [w, b]


def step_numpy(w, b, x, target, lr):
    inputs = numpy.array([x, 1.0])
    p = numpy.array([w, b], dtype=float)
    return p - 2 * lr * (p @ inputs - target) * inputs


def step_uses_the_new_w(w, b, x, target, lr):
    w = w - lr * 2 * (w * x + b - target) * x
    b = b - lr * 2 * (w * x + b - target)
    return w, b


def step_uses_the_new_b(w, b, x, target, lr):
    b = b - lr * 2 * (w * x + b - target)
    w = w - lr * 2 * (w * x + b - target) * x
    return w, b


def moved(w, b, x, target, lr, share_w=1.0, share_b=1.0):
    """The step with each slope taken `share` times."""
    new_w, new_b = step(w, b, x, target, lr)
    return w + share_w * (new_w - w), b + share_b * (new_b - b)


def loss(w, b, x, target):
    return (w * x + b - target) ** 2


def descend(w, b, x, target, lr):
    steps = 0
    while (w * x + b - target) ** 2 >= 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


def repeat(move, w, b, x, target, lr, enough=lambda error: error**2 < 0.01):
    steps = 0
    while not enough(w * x + b - target):
        w, b = move(w, b, x, target, lr)
        steps += 1
    return steps


def uphill(w, b, x, target, lr):
    return moved(w, b, x, target, lr, -1, -1)
