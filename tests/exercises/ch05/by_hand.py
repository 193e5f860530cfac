"""ex-05-1: a list of three numbers"""

from fractions import Fraction

import numpy

from microgpt.value import Value


def by_the_engine(listed):
    w, b = [Value(0.5), Value(-1.0)], Value(0.5)
    loss = ((w[0] * 2 + w[1] * 1 + b).relu() - 2) ** 2
    loss.backward()
    return listed([w[0].grad, w[1].grad, b.grad])


def loss(w1, w2, b):
    return (max(0, 2 * w1 + w2 + b) - 2) ** 2


def nudged(h):
    at = [0.5, -1.0, 0.5]
    up = [[n + h * (i == j) for j, n in enumerate(at)] for i in range(3)]
    down = [[n - h * (i == j) for j, n in enumerate(at)] for i in range(3)]
    return [(loss(*u) - loss(*d)) / (2 * h) for u, d in zip(up, down)]


RIGHT = [
    [-6, -3, -3],
    [-6.0, -3.0, -3.0],
    (-6, -3, -3),
    [2 * (0.5 - 2) * x for x in (2, 1, 1)],
    [-3 * 2, -3 * 1, -3 * 1],
    numpy.array([-6, -3, -3]),
    numpy.array([2, 1, 1]) * -3.0,
    [numpy.float64(-6), numpy.float64(-3), numpy.float64(-3)],
    [Fraction(-6), Fraction(-3), Fraction(-3)],
    by_the_engine(list),
    by_the_engine(tuple),
    nudged(1e-4),
    nudged(1e-3),
    [Value(-6), Value(-3), Value(-3)],
    list(map(float, "-6 -3 -3".split())),
    numpy.array([-6, -3, -3], numpy.float32),
]


WRONG = [
    ([6, 3, 3], "the signs are turned round"),
    ((6.0, 3.0, 3.0), "the signs are turned round"),
    ([-3, -1.5, -1.5], "that is half of it:"),
    ([3, 1.5, 1.5], "half of it with the sign turned"),
    ([-12, -6, -6], "that is twice as much"),
    ([2, 1, 1], "the slope of the loss is missing"),
    ([-3, -3, -3], "the inputs are left out"),
    ([-6, -3, 0], "the bias has a gradient too"),
    ([-6, -3], "the bias has a gradient too"),
    ([-6, -3, 1], "the loss lies behind b too"),
    ([-6, -3, -1.5], "do not multiply by b"),
    ([-1.5, 3], "gradients for the inputs"),
    ([-1.5, 3, -3], "gradients for the inputs"),
    ([-1.5, 3, -1.5], "you multiplied by the weight itself"),
    ([-3, 3, -1.5], "multiplied by its own number"),
    ([0, 0, 0], "the relu is open"),
    ([4.5, 2.25, 2.25], "you multiplied by the loss"),
    ([9, 4.5, 4.5], "you multiplied by the loss"),
    ([-8, -4, -4], "out is missing in the miss"),
    ([10, 5, 5], "you added the 2"),
    ([1, 0.5, 0.5], None),
    ([-1, -2, -2], "you added the slopes"),
    ([-12, -3, -3], "you multiplied by it twice"),
    ([-3, -6, -3], "mind the places"),
    ([-3, -3, -6], "the order asked for"),
    ([0.5, -1, 0.5], "w1, w2 and b themselves"),
    ([1, -1, 0.5], "the terms of z"),
    ([1.1, -0.7, 0.8], "the weights after a step"),
    ([0.56, -0.97, 0.53], "the weights after a step"),
    ([-6, -3, -3, -1.5, 3], "gradients for the inputs too"),
    ([[-6, -3], -3], "put them into one list"),
    ({"w1": -6, "w2": -3, "b": -3}, "put them into one list"),
    (-3, "go on to w1, w2 and b"),
    (2.25, "that is the loss"),
    (0.5, "that is out"),
    (-1.5, "that is the miss"),
    (-12, "do not add them up"),
    ("[-6, -3, -3]", "the answer is a list"),
    ({-6, -3}, None),
    ([-5, -3, -3], None),
    ([-6, -3, -2], None),
    (lambda: [-6, -3, -3], "call the function"),
    ([-5.9996, -2.9999, -2.9999], None),
]
