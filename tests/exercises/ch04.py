"""Answers to the exercises of chapter 04: right in several ways, and wrong by name."""

import math
from fractions import Fraction

# ex-04-1: neuron(x, w, b)


def dot(a, b):
    return sum(p * q for p, q in zip(a, b))


def neuron(x, w, b):
    z = b
    for x_i, w_i in zip(x, w):
        z += x_i * w_i
    if z < 0:
        return 0
    return z


def neuron_numpy(x, w, b):
    import numpy

    return numpy.maximum(0, numpy.dot(x, w) + b)


def gate_first(x, w, b):
    return max(0, dot(x, w)) + b


def gates_each_product(x, w, b):
    total = b
    for x_i, w_i in zip(x, w):
        total += max(0, x_i * w_i)
    return total


def one_bias_for_each_input(x, w, b):
    return max(0, sum(x_i * w_i + b for x_i, w_i in zip(x, w)))


# ex-04-2: Layer(neurons), called with x; ex-04-3: MLP(layers), called with x


def made(call, init=None):
    """A class with this `__call__`; its parts are kept in self.parts."""

    class Made:
        def __init__(self, parts):
            self.parts = init(parts) if init else parts

        def __call__(self, x):
            return call(self, x)

    return Made


class Layer:
    def __init__(self, neurons):
        self.neurons = neurons

    def __call__(self, x):
        return [neuron(x) for neuron in self.neurons]


class LayerLoop:
    def __init__(self, neurons):
        self.units = list(neurons)

    def __call__(self, inputs):
        out = []
        for unit in self.units:
            out.append(unit(inputs))
        return out


class LayerForgets:
    def __init__(self, neurons):
        pass

    def __call__(self, x):
        return [neuron(x) for neuron in self.neurons]


class LayerReturnsEarly(Layer):
    def __call__(self, x):
        outputs = []
        for neuron in self.neurons:
            outputs.append(neuron(x))
            return outputs


class LayerReplaces(Layer):
    def __call__(self, x):
        for neuron in self.neurons:
            output = neuron(x)
        return output


class LayerRestarts(Layer):
    def __call__(self, x):
        for neuron in self.neurons:
            outputs = []
            outputs.append(neuron(x))
        return outputs


class LayerWithoutInit:
    def __call__(self, x):
        return [neuron(x) for neuron in self.neurons]


class MLP:
    def __init__(self, layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


class MLPRecursive(MLP):
    def __call__(self, x):
        return MLPRecursive(self.layers[1:])(self.layers[0](x)) if self.layers else x


class MLPNamed(MLP):
    def __call__(self, x):
        outputs = x
        for i in range(len(self.layers)):
            outputs = self.layers[i](outputs)
        return outputs


class MLPEveryLayerSeesX(MLP):
    def __call__(self, x):
        for layer in self.layers:
            out = layer(x)
        return out


class MLPReturnsEarly(MLP):
    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
            return x


class MLPCollects(MLP):
    def __call__(self, x):
        outputs = []
        for layer in self.layers:
            x = layer(x)
            outputs.append(x)
        return outputs


# ex-04-4: mse(predictions, targets)


def mse(predictions, targets):
    total = 0
    for prediction, target in zip(predictions, targets):
        total += (prediction - target) ** 2
    return total / len(targets)


def mse_numpy(predictions, targets):
    import numpy

    return ((numpy.array(predictions) - numpy.array(targets)) ** 2).mean()


def errors(predictions, targets):
    return [p - t for p, t in zip(predictions, targets)]


RIGHT = {
    "ex-04-1": [
        neuron,
        neuron_numpy,
        lambda x, w, b: max(0, dot(w, x) + b),
        lambda x, w, b: max(dot([*x, 1], [*w, b]), 0.0),
        lambda x, w, b: (
            float(z) if (z := math.fsum([*map(lambda p, q: p * q, x, w), b])) > 0 else 0.0
        ),
        lambda x, w, b: (dot(x, w) + b) * (dot(x, w) + b > 0),
    ],
    "ex-04-2": [
        Layer,
        LayerLoop,
        made(lambda self, x: tuple(part(x) for part in self.parts)),
        made(lambda self, x: list(map(lambda part: part(list(x)), self.parts)), tuple),
        made(lambda self, x: [self.parts[i](x) for i in range(len(self.parts))]),
    ],
    "ex-04-3": [
        MLP,
        MLPRecursive,
        MLPNamed,
        made(
            lambda self, x: __import__("functools").reduce(
                lambda value, part: part(value), self.parts, x
            )
        ),
    ],
    "ex-04-4": [
        mse,
        mse_numpy,
        lambda p, t: sum((b - a) ** 2 for a, b in zip(p, t)) / len(p),
        lambda p, t: sum(e * e for e in errors(p, t)) / len(t),
        lambda p, t: sum(abs(e) ** 2 / len(t) for e in errors(p, t)),
        lambda p, t: sum(Fraction(e) ** 2 for e in errors(p, t)) / len(t),
    ],
}

WRONG = {
    "ex-04-1": [
        (lambda x, w, b: max(0, dot(x, w)), "you forgot the bias"),
        (lambda x, w, b: dot(x, w) + b, "the ReLU is missing"),
        (lambda x, w, b: dot(x, w), "neither bias nor ReLU"),
        (gate_first, "came before the bias"),
        (lambda x, w, b: math.fabs(dot(x, w) + b), "turned a negative sum around"),
        (lambda x, w, b: min(0, dot(x, w) + b), "keeps the negative side"),
        (gates_each_product, "each product went through the ReLU"),
        (one_bias_for_each_input, "once for every input"),
        (lambda x, w, b: max(0, dot(x, w) - b), "you took the bias away"),
        (lambda x, w, b: max(0, sum(x) + b), "did not use the weights"),
        (lambda x, w, b: max(1, dot(x, w) + b), "cuts off at 1"),
        (lambda x, w, b: int(dot(x, w) + b > 0), "says whether the neuron is on"),
        (lambda x, w, b: [max(0, x_i * w_i) for x_i, w_i in zip(x, w)], "one number, 1"),
        (lambda x, w, b: max(0, dot(x, w) * b), "you multiplied by the bias"),
        (lambda x, w, b: [max(0, dot(x, w) + b)], "without a list around it"),
    ],
    "ex-04-2": [
        (LayerReplaces, "last neuron alone"),
        (LayerReturnsEarly, "first neuron alone"),
        (LayerRestarts, "start a new list for every neuron"),
        (
            made(lambda self, x: [self.parts[0](x) for _ in self.parts]),
            "the first neuron every time",
        ),
        (made(lambda self, x: sum(part(x) for part in self.parts)), "you added up"),
        (made(lambda self, x: max(part(x) for part in self.parts)), "the largest output alone"),
        (made(lambda self, x: list(self.parts)), "you did not call"),
        (
            made(lambda self, x: [part([x_i]) for part, x_i in zip(self.parts, x)]),
            "every neuron sees all",
        ),
        (made(lambda self, x: [part(x) for part in self.parts][::-1]), "their order is not"),
        (made(lambda self, x: [[part(x)] for part in self.parts]), "a list of its own"),
        (LayerForgets, "has no attribute 'neurons'"),
        (LayerWithoutInit, "does not start"),
        (made(lambda self, x: (part(x) for part in self.parts)), "a generator"),
        (made(lambda self, x: None), "without return"),
        ([1, 2], "not a class"),
    ],
    "ex-04-3": [
        (MLPEveryLayerSeesX, "every layer was given the inputs of the network"),
        (MLPReturnsEarly, "first layer alone"),
        (MLPCollects, "the outputs of all layers"),
        (
            made(lambda self, x: self.parts[0](self.parts[-1](x))),
            "from the last layer to the first",
        ),
        (made(lambda self, x: [part(x) for part in self.parts]), "side by side"),
        (made(lambda self, x: x), "came out as they went in"),
        (made(lambda self, x: sum(MLP(self.parts)(x))), "the answer is a list"),
        (made(lambda self, x: [MLP(self.parts)(x)]), "one list too many"),
    ],
    "ex-04-4": [
        (lambda p, t: sum(e * e for e in errors(p, t)), "you did not divide"),
        (lambda p, t: sum(map(abs, errors(p, t))) / len(t), "you took absolute values"),
        (lambda p, t: sum(errors(p, t)) / len(t), "you did not square"),
        (lambda p, t: math.sqrt(mse(p, t)), "you took the root"),
        (lambda p, t: sum(errors(p, t)) ** 2 / len(t), "you added up first"),
        (lambda p, t: (sum(errors(p, t)) / len(t)) ** 2, "you squared the mean"),
        (lambda p, t: mse(p, t) / 2, "half of it"),
        (lambda p, t: [e * e for e in errors(p, t)], "these are the squares"),
        (lambda p, t: errors(p, t), "these are the errors"),
        (lambda p, t: next((a - b) ** 2 / len(t) for a, b in zip(p, t)), "the first pair alone"),
        (
            lambda p, t: sum(a * a - b * b for a, b in zip(p, t)) / len(t),
            "squares of the two numbers",
        ),
        (
            lambda p, t: sum((a + b) ** 2 for a, b in zip(p, t)) / len(t),
            "you added prediction and target",
        ),
        (lambda p, t: max(e * e for e in errors(p, t)), "the largest square alone"),
        (lambda p, t: sum(2 * e for e in errors(p, t)) / len(t), "multiplied by 2"),
    ],
}
