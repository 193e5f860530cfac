"""ex-04-1: neuron(x, w, b)"""

import functools
import math
import operator
from fractions import Fraction

import numpy

from .parts import dot, then


def relu(z):
    return max(0, z)


def neuron(x, w, b):
    z = b
    for x_i, w_i in zip(x, w):
        z += x_i * w_i
    if z < 0:
        return 0
    return z


def neuron_numpy(x, w, b):
    return numpy.maximum(0, numpy.dot(x, w) + b)


def neuron_32_bits(x, w, b):
    z = numpy.dot(numpy.array(x, numpy.float32), numpy.array(w, numpy.float32)) + numpy.float32(b)
    return z if z > 0 else numpy.float32(0)


def neuron_recursive(x, w, b):
    if not x:
        return relu(b)
    return neuron_recursive(x[1:], w[1:], b + x[0] * w[0])


def neuron_sorted(x, w, b):
    return sorted([0, dot(x, w) + b])[1]


def neuron_while(x, w, b):
    i, z = 0, 0
    while i < len(w):
        z += w[i] * x[i]
        i += 1
    z += b
    return z if z > 0 else 0


class NeuronClass:
    def __call__(self, x, w, b):
        return relu(dot(x, w) + b)


def gate_first(x, w, b):
    return max(0, dot(x, w)) + b


def gates_each_product(x, w, b):
    total = b
    for x_i, w_i in zip(x, w):
        total += max(0, x_i * w_i)
    return total


def one_bias_for_each_input(x, w, b):
    return max(0, sum(x_i * w_i + b for x_i, w_i in zip(x, w)))


def returns_in_loop(x, w, b):
    for x_i, w_i in zip(x, w):
        return max(0, x_i * w_i + b)


def nothing_where_off(x, w, b):
    z = dot(x, w) + b
    if z > 0:
        return z


def on_from_one(x, w, b):
    z = dot(x, w) + b
    return z if z >= 1 else 0


def keeps_the_sum(x, w, b, z=[]):
    z.append(dot(x, w) + b)
    return max(0, sum(z))


def extends_x(x, w, b):
    x.append(1)
    return max(0, dot(x, w + [b]))


def starts_again(x, w, b):
    for x_i, w_i in zip(x, w):
        z = b
        z += x_i * w_i
    return max(0, z)


RIGHT = [
    neuron,
    neuron_numpy,
    neuron_32_bits,
    neuron_recursive,
    neuron_sorted,
    neuron_while,
    NeuronClass(),
    functools.partial(neuron),
    lambda x, w, b: max(0, dot(w, x) + b),
    lambda x, w, b: max(dot([*x, 1], [*w, b]), 0.0),
    lambda x, w, b: float(z) if (z := math.fsum([*map(lambda p, q: p * q, x, w), b])) > 0 else 0.0,
    lambda x, w, b: (dot(x, w) + b) * (dot(x, w) + b > 0),
    lambda x, w, b: relu(sum(map(operator.mul, x, w), b)),
    lambda x, w, b: (abs(dot(x, w) + b) + dot(x, w) + b) / 2,
    lambda x, w, b: -min(0, -(dot(x, w) + b)),
    lambda x, w, b: max(0, Fraction(b) + sum(Fraction(p) * Fraction(q) for p, q in zip(x, w))),
    lambda x, w, b: (
        functools.reduce(lambda z, p: z + p[0] * p[1], zip(x, w), b).__float__()
        * (functools.reduce(lambda z, p: z + p[0] * p[1], zip(x, w), b) > 0)
    ),
    lambda x, w, b: numpy.clip(numpy.dot(x, w) + b, 0, None),
]


WRONG = [
    (lambda x, w, b: max(0, dot(x, w)), "you forgot the bias"),
    (lambda x, w, b: dot(x, w) + b, "the ReLU is missing"),
    (lambda x, w, b: dot(x, w), "neither bias nor ReLU"),
    (gate_first, "came before the bias"),
    (lambda x, w, b: math.fabs(dot(x, w) + b), "turned a negative sum around"),
    (lambda x, w, b: min(0, dot(x, w) + b), "keeps the negative side"),
    (lambda x, w, b: max(0, -dot(x, w) - b), "keeps the negative side"),
    (gates_each_product, "each product went through the ReLU"),
    (one_bias_for_each_input, "once for every input"),
    (lambda x, w, b: max(0, dot(x, w) + b + b), "the bias is there twice"),
    (lambda x, w, b: max(0, dot(x, w) - b), "you took the bias away"),
    (lambda x, w, b: max(0, dot(x, w) + abs(b)), "the bias lost its sign"),
    (lambda x, w, b: max(0, sum(x) + b), "did not use the weights"),
    (lambda x, w, b: max(0, sum(w) + b), "did not use the inputs"),
    (lambda x, w, b: max(0, sum(x) + sum(w) + b), "you added each input to its weight"),
    (lambda x, w, b: max(0, sum(x) * sum(w) + b), "every input meets every weight"),
    (returns_in_loop, "return after the loop"),
    (
        lambda x, w, b: relu(x[0] * w[0] + b),
        "only the first input counts here; all of them do.",
    ),
    (starts_again, "only the last input"),
    (lambda x, w, b: relu(dot(x[1:], w[1:]) + b), "the first input is missing"),
    (lambda x, w, b: relu(sum(x[i] * w[i] for i in range(len(x) - 1)) + b), "the last input"),
    (lambda x, w, b: relu(dot(x, w[::-1]) + b), "from the end"),
    (lambda x, w, b: relu(dot(map(abs, x), map(abs, w)) + b), "signs of the products"),
    (lambda x, w, b: max(1, dot(x, w) + b), "cuts off at 1"),
    (on_from_one, "a sum below 1 becomes 0"),
    (lambda x, w, b: min(1, relu(dot(x, w) + b)), "the output ends at 1"),
    (lambda x, w, b: z if (z := dot(x, w) + b) > 0 else 0.01 * z, "leaks through"),
    (lambda x, w, b: z if (z := dot(x, w) + b) > 0 else 1, "becomes 1 here"),
    (lambda x, w, b: z if (z := dot(x, w) + b) > 0 else b, "becomes the bias"),
    (nothing_where_off, "nothing comes back where the sum is below 0"),
    (lambda x, w, b: int(dot(x, w) + b > 0), "says whether the neuron is on"),
    (lambda x, w, b: dot(x, w) + b > 0, "says whether the neuron is on"),
    (lambda x, w, b: math.tanh(dot(x, w) + b), "another gate"),
    (lambda x, w, b: 1 / (1 + math.exp(-dot(x, w) - b)), "another gate"),
    (lambda x, w, b: math.log(1 + math.exp(dot(x, w) + b)), None),
    (lambda x, w, b: max(0, dot(x, w) * b), "you multiplied by the bias"),
    (lambda x, w, b: relu(dot(x, w) / len(x) + b), "divided by how many inputs"),
    (lambda x, w, b: [p * q for p, q in zip(x, w)], "these are the products"),
    (lambda x, w, b: [max(0, x_i * w_i) for x_i, w_i in zip(x, w)], "these are the products"),
    (lambda x, w, b: [max(0, dot(x, w) + b)], "without a list around it"),
    (
        lambda x, w, b: [max(0, z) for z in [p * q + b for p, q in zip(x, w)]],
        "these are the products",
    ),
    (then(neuron, int), "digits after the point are lost"),
    (then(neuron, round), "rounded to a whole number"),
    (then(neuron, lambda y: round(y, 2)), "rounded to 2 digits"),
    (then(neuron, lambda y: 2 * y), "2 times"),
    (then(neuron, lambda y: -y), "the sign is turned round"),
    (then(neuron, str), "without quotes"),
    (then(neuron, lambda y: y**2), None),
    (then(neuron, numpy.float16), "float16"),
    (lambda x, w, b: relu(dot(x, x) + b), None),
    (lambda x, w, b: relu(dot(x, w) + b + 0.5), None),
    (lambda x, w, b: relu(sum(p * q for p, q in zip(x, w) if p) + b * (x[0] != 0)), None),
    (
        lambda x, w, b: (
            relu(dot(w, x)) if b == 0 else relu(dot(w, x) + b) + 0 * b or b * 0 + (b > 2)
        ),
        None,
    ),
    (lambda x, w, b: max(0, x * w + b), "Python does not multiply two lists"),
    (lambda x, w, b: max(0, dot(x, w), b), None),
    (lambda x, w, b: dot(x, w) + b if b > 0 else 0, None),
    (lambda x, w, b: print(neuron(x, w, b)), "print shows a value"),
    (lambda x, w, b: relu(dot(x, w) + bias), "name 'bias' is not defined"),
    (extends_x, "changed its input x"),
    (keeps_the_sum, "kept between calls"),
    (lambda x, w: dot(x, w), "does not start"),
    (NeuronClass, "this is a class"),
]
