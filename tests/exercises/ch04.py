"""Answers to the exercises of chapter 04: right in several ways, and wrong by name."""

import functools
import math
import operator
import statistics
from fractions import Fraction

import numpy

# ex-04-1: neuron(x, w, b)


def dot(a, b):
    return sum(p * q for p, q in zip(a, b))


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


class LayerWhile(Layer):
    def __call__(self, x):
        i, out = 0, []
        while i < len(self.neurons):
            out = out + [self.neurons[i](x)]
            i += 1
        return out


class LayerGenerator(Layer):
    def __iter__(self):
        yield from self.neurons

    def __call__(self, x):
        return list(self.outputs(x))

    def outputs(self, x):
        for neuron in self:
            yield neuron(x)


class LayerPrivate:
    __slots__ = ("_neurons",)

    def __init__(self, neurons):
        self._neurons = tuple(neurons)

    def __call__(self, x):
        return [n(x) for n in self._neurons]


class LayerLast(Layer):
    """It remembers what it made last, and does not use it."""

    def __call__(self, x):
        self.out = [neuron(x) for neuron in self.neurons]
        return self.out


class LayerDictionary(Layer):
    def __call__(self, x):
        out = {}
        for i, neuron in enumerate(self.neurons):
            out[i] = neuron(x)
        return [out[i] for i in range(len(out))]


class LayerRecursive(Layer):
    def __call__(self, x):
        if not self.neurons:
            return []
        return [self.neurons[0](x)] + LayerRecursive(self.neurons[1:])(x)


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


class LayerReturnsOne(Layer):
    def __call__(self, x):
        for neuron in self.neurons:
            return neuron(x)


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


class LayerPilesUp(Layer):
    outputs = []

    def __call__(self, x):
        for neuron in self.neurons:
            self.outputs.append(neuron(x))
        return self.outputs


class LayerPilesUpInSelf:
    def __init__(self, neurons):
        self.neurons, self.outputs = neurons, []

    def __call__(self, x):
        for neuron in self.neurons:
            self.outputs.append(neuron(x))
        return list(self.outputs)


class LayerCaches(Layer):
    cache = None

    def __call__(self, x):
        if self.cache is None:
            self.cache = [neuron(x) for neuron in self.neurons]
        return self.cache


class LayerOnTheClass:
    neurons = []

    def __init__(self, neurons):
        LayerOnTheClass.neurons = neurons

    def __call__(self, x):
        return [neuron(x) for neuron in self.neurons]


class LayerGrowsTheClass:
    neurons = []

    def __init__(self, neurons):
        self.neurons.extend(neurons)

    def __call__(self, x):
        return [neuron(x) for neuron in self.neurons]


class LayerPops(Layer):
    def __call__(self, x):
        out = []
        while self.neurons:
            out.append(self.neurons.pop(0)(x))
        return out


class LayerPopsOne(Layer):
    def __call__(self, x):
        out = [neuron(x) for neuron in self.neurons]
        if len(self.neurons) > 1:
            self.neurons.pop()
        return out


class LayerEatsX(Layer):
    def __call__(self, x):
        out = [neuron(x) for neuron in self.neurons]
        x.clear()
        return out


class LayerWritesIntoX(Layer):
    def __call__(self, x):
        out = [neuron(x) for neuron in self.neurons]
        x[:] = out
        return x


class LayerMethod(Layer):
    __call__ = None

    def forward(self, x):
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


class MLPWhile(MLP):
    def __call__(self, x):
        waiting = list(self.layers)
        while waiting:
            x = waiting.pop(0)(x)
        return x


class MLPStack:
    def __init__(self, layers):
        self.first, *self.rest = layers

    def __call__(self, x):
        y = self.first(x)
        for layer in self.rest:
            y = layer(y)
        return y


class MLPKeeps(MLP):
    """It remembers what each layer made, anew in each call."""

    def __call__(self, x):
        self.outputs = [x]
        for layer in self.layers:
            self.outputs.append(layer(self.outputs[-1]))
        return self.outputs[-1]


class MLPCompose(MLP):
    def __init__(self, layers):
        self.f = functools.reduce(lambda f, g: lambda x: g(f(x)), layers)

    def __call__(self, x):
        return self.f(x)


class MLPMethod(MLP):
    def forward(self, x, depth=0):
        return x if depth == len(self.layers) else self.forward(self.layers[depth](x), depth + 1)

    __call__ = forward


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


class MLPForgets(MLP):
    def __call__(self, x):
        for layer in self.layers:
            layer(x)
        return x


class MLPRemembers(MLP):
    x = None

    def __call__(self, x):
        if self.x is None:
            self.x = x
        for layer in self.layers:
            self.x = layer(self.x)
        return self.x


class MLPCaches(MLP):
    def __init__(self, layers):
        self.layers, self.cache = layers, None

    def __call__(self, x):
        if not self.cache:
            for layer in self.layers:
                x = layer(x)
            self.cache = x
        return self.cache


class MLPOnTheClass:
    def __init__(self, layers):
        MLPOnTheClass.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


class MLPPops(MLP):
    def __call__(self, x):
        while self.layers:
            x = self.layers.pop(0)(x)
        return x


class MLPReverses(MLP):
    def __call__(self, x):
        self.layers.reverse()
        for layer in self.layers[::-1]:
            x = layer(x)
        return x


class MLPWritesIntoX(MLP):
    def __call__(self, x):
        for layer in self.layers:
            x[:] = layer(x)
        return x


class MLPMissingSelf(MLP):
    def __call__(self, x):
        for layer in layers:
            x = layer(x)
        return x


class MLPForever(MLP):
    def __call__(self, x):
        while self.layers:
            x = self.layers[0](x)
        return x


def run(layers, x):
    return MLP(layers)(x)


# ex-04-4: mse(predictions, targets)


def mse(predictions, targets):
    total = 0
    for prediction, target in zip(predictions, targets):
        total += (prediction - target) ** 2
    return total / len(targets)


def mse_numpy(predictions, targets):
    return ((numpy.array(predictions) - numpy.array(targets)) ** 2).mean()


def mse_32_bits(predictions, targets):
    p = numpy.array(predictions, dtype=numpy.float32)
    return numpy.mean((p - numpy.array(targets, dtype=numpy.float32)) ** 2)


def mse_recursive(p, t):
    def total(p, t):
        return (p[0] - t[0]) ** 2 + total(p[1:], t[1:]) if p else 0

    return total(p, t) / len(p)


def mse_running(p, t):
    mean = 0
    for n, (a, b) in enumerate(zip(p, t), 1):
        mean += ((a - b) ** 2 - mean) / n
    return mean


def mse_while(p, t):
    i, squares = 0, []
    while i < len(p):
        squares.append((t[i] - p[i]) * (t[i] - p[i]))
        i += 1
    return sum(squares) / i


class Mse:
    def __call__(self, p, t):
        return mse(p, t)


def errors(predictions, targets):
    return [p - t for p, t in zip(predictions, targets)]


def mse_returns_early(p, t):
    total = 0
    for a, b in zip(p, t):
        total += (a - b) ** 2
        return total / len(p)


def mse_replaces(p, t):
    for a, b in zip(p, t):
        total = (a - b) ** 2
    return total / len(p)


def mse_divides_in_the_loop(p, t):
    total = 0
    for a, b in zip(p, t):
        total = (total + (a - b) ** 2) / len(p)
    return total


def mse_counts_from_one(p, t):
    n, total = 1, 0
    for a, b in zip(p, t):
        total += (a - b) ** 2
        n += 1
    return total / n


def mse_changes_its_input(p, t):
    for i in range(len(p)):
        p[i] = (p[i] - t[i]) ** 2
    return sum(p) / len(p)


def mse_keeps(p, t, total=[0]):
    for a, b in zip(p, t):
        total[0] += (a - b) ** 2
    return total[0] / len(p)


def then(function, change):
    """The same, with something done to the result."""
    return lambda *arguments: change(function(*arguments))


def after(cls, change):
    """The same class, with something done to what its call gives."""
    return made(lambda self, x: change(cls(self.parts)(x)))


RIGHT = {
    "ex-04-1": [
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
        lambda x, w, b: (
            float(z) if (z := math.fsum([*map(lambda p, q: p * q, x, w), b])) > 0 else 0.0
        ),
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
    ],
    "ex-04-2": [
        Layer,
        LayerLoop,
        LayerWhile,
        LayerGenerator,
        LayerPrivate,
        LayerLast,
        LayerDictionary,
        LayerRecursive,
        made(lambda self, x: tuple(part(x) for part in self.parts)),
        made(lambda self, x: list(map(lambda part: part(list(x)), self.parts)), tuple),
        made(lambda self, x: [self.parts[i](x) for i in range(len(self.parts))]),
        made(lambda self, x: [part.__call__(x) for part in self.parts]),
        made(lambda self, x: numpy.array([part(x) for part in self.parts])),
        made(lambda self, x: [*map(operator.methodcaller("__call__", x), self.parts)]),
        made(lambda self, x: [part(tuple(x)) for part in self.parts], list),
        made(lambda self, x: [self.parts[i](x) for i in self.parts], lambda p: dict(enumerate(p))),
        made(lambda self, x: functools.reduce(lambda out, part: out + [part(x)], self.parts, [])),
    ],
    "ex-04-3": [
        MLP,
        MLPRecursive,
        MLPNamed,
        MLPWhile,
        MLPStack,
        MLPKeeps,
        MLPCompose,
        MLPMethod,
        made(lambda self, x: functools.reduce(lambda value, part: part(value), self.parts, x)),
        made(lambda self, x: [x := part(x) for part in self.parts][-1]),
        made(lambda self, x: run(self.parts, x), tuple),
        made(lambda self, x: run(self.parts, list(x)), list),
        made(lambda self, x: tuple(run(self.parts, x))),
        made(lambda self, x: numpy.array(run(self.parts, x))),
        made(lambda self, x: run(iter(self.parts), x)),
        after(MLP, lambda y: [float(value) for value in y]),
    ],
    "ex-04-4": [
        mse,
        mse_numpy,
        mse_32_bits,
        mse_recursive,
        mse_running,
        mse_while,
        Mse(),
        functools.partial(mse),
        lambda p, t: sum((b - a) ** 2 for a, b in zip(p, t)) / len(p),
        lambda p, t: sum(e * e for e in errors(p, t)) / len(t),
        lambda p, t: sum(abs(e) ** 2 / len(t) for e in errors(p, t)),
        lambda p, t: sum(Fraction(e) ** 2 for e in errors(p, t)) / len(t),
        lambda p, t: statistics.mean((a - b) ** 2 for a, b in zip(p, t)),
        lambda p, t: statistics.fmean([pow(a - b, 2) for a, b in zip(p, t)]),
        lambda p, t: math.dist(p, t) ** 2 / len(p),
        lambda p, t: sum(a * a - 2 * a * b + b * b for a, b in zip(p, t)) / len(p),
        lambda p, t: functools.reduce(lambda s, e: s + e * e, map(operator.sub, p, t), 0) / len(p),
        lambda p, t: numpy.var(errors(p, t)) + numpy.mean(errors(p, t)) ** 2,
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
    ],
    "ex-04-2": [
        (LayerReplaces, "last neuron alone"),
        (LayerReturnsEarly, "return after the loop"),
        (LayerReturnsOne, "first neuron alone; return after the loop"),
        (made(lambda self, x: self.parts[0](x)), "first neuron alone."),
        (LayerRestarts, "start the list once"),
        (made(lambda self, x: [part(x) for part in self.parts[1:]]), "first neuron is missing"),
        (made(lambda self, x: [part(x) for part in self.parts[:-1]]), "last neuron is missing"),
        (
            made(lambda self, x: [self.parts[0](x) for _ in self.parts]),
            "the first neuron every time",
        ),
        (made(lambda self, x: [self.parts[-1](x) for _ in self.parts]), "the last neuron every"),
        (made(lambda self, x: sum(part(x) for part in self.parts)), "you added up"),
        (after(Layer, lambda y: [sum(y)]), "you added up"),
        (after(Layer, lambda y: sum(y) / len(y)), "the mean of the outputs"),
        (made(lambda self, x: max(part(x) for part in self.parts)), "the largest output alone"),
        (made(lambda self, x: list(self.parts)), "not the outputs but the neurons"),
        (made(lambda self, x: tuple(self.parts)), "not the outputs but the neurons"),
        (
            made(lambda self, x: [part([x_i]) for part, x_i in zip(self.parts, x)]),
            "every neuron sees all",
        ),
        (
            made(lambda self, x: [part(x_i) for part, x_i in zip(self.parts, x)]),
            "every neuron sees all",
        ),
        (
            made(lambda self, x: [x := [part(x)] for part in self.parts][-1]),
            "what the one before it made",
        ),
        (made(lambda self, x: [part(x) for part in self.parts][::-1]), "in reverse order"),
        (after(Layer, sorted), "sorted; keep the order of the neurons"),
        (after(Layer, lambda y: [v for v in y if v > 0]), "an output of 0 is left out"),
        (after(Layer, lambda y: list(dict.fromkeys(y))), "equal outputs count once"),
        (after(Layer, set), "a set, which has no order"),
        (after(Layer, lambda y: list(enumerate(y))), "each output comes with its place"),
        (after(Layer, lambda y: dict(enumerate(y))), "each output comes with its place"),
        (made(lambda self, x: [[part(x)] for part in self.parts]), "a list of its own"),
        (after(Layer, lambda y: [y]), "one list too many"),
        (made(lambda self, x: [dot(x, n.w) for n in self.parts]), "or lost their bias"),
        (made(lambda self, x: [dot(x, n.w) + n.b for n in self.parts]), "or lost their bias"),
        (after(Layer, lambda y: [round(v) for v in y]), "rounded to a whole number"),
        (after(Layer, lambda y: [int(v) for v in y]), "digits after the point are lost"),
        (after(Layer, lambda y: [v + 1 for v in y]), "1 too large"),
        (after(Layer, lambda y: [2 * v for v in y]), "2 times"),
        (after(Layer, str), "the answer is a list"),
        (after(Layer, print), "prints, and nothing comes back"),
        (LayerPilesUpInSelf, "pile up"),
        (LayerPilesUp, "kept between calls"),
        (LayerCaches, "comes back for ever"),
        (LayerOnTheClass, "share their neurons"),
        (LayerGrowsTheClass, "kept between calls"),
        (LayerPops, "used up by the first call"),
        (LayerPopsOne, None),
        (LayerEatsX, "x has changed"),
        (LayerWritesIntoX, "x has changed"),
        (LayerForgets, "has no attribute 'neurons'"),
        (LayerWithoutInit, "does not start"),
        (LayerMethod, "object is not callable"),
        (made(lambda self, x: (part(x) for part in self.parts)), "collect them with list"),
        (made(lambda self, x: map(lambda part: part(x), self.parts)), "collect them with list"),
        (made(lambda self, x: None), None),
        (made(lambda self, x: x), None),
        (made(lambda self: 0), "takes 1 positional argument"),
        ([1, 2], "this is the list [1, 2]"),
        (Layer([]), "does not start"),
    ],
    "ex-04-3": [
        (MLPEveryLayerSeesX, "every layer was given the inputs of the network"),
        (made(lambda self, x: self.parts[-1](x)), "that is the last layer alone"),
        (MLPReturnsEarly, "return after the loop"),
        (made(lambda self, x: self.parts[0](x)), "that is the first layer alone."),
        (made(lambda self, x: run(self.parts[:-1], x)), "the last layer is missing"),
        (made(lambda self, x: run(self.parts[1:], x)), "the first layer is missing"),
        (made(lambda self, x: self.parts[1](self.parts[0](x))), "only two layers"),
        (
            made(lambda self, x: run([self.parts[0]] * len(self.parts), x)),
            "the first layer works every time",
        ),
        (MLPCollects, "the outputs of all layers"),
        (made(lambda self, x: sum(MLPCollects(self.parts)(x), [])), "stand in one list"),
        (made(lambda self, x: run(self.parts[::-1], x)), "from the last layer to the first"),
        (made(lambda self, x: run(reversed(self.parts), x)), "from the last layer to the first"),
        (made(lambda self, x: [part(x) for part in self.parts]), "side by side"),
        (made(lambda self, x: x), "came out as they went in"),
        (MLPForgets, "came out as they went in"),
        (made(lambda self, x: self.parts), "these are the layers"),
        (after(MLP, lambda y: y[0]), "the first number of the last layer"),
        (after(MLP, lambda y: y[-1]), "the last number of the last layer"),
        (after(MLP, sum), "added up what the last layer made"),
        (after(MLP, max), "the largest number of the last layer"),
        (after(MLP, lambda y: [y]), "one list too many"),
        (after(MLP, lambda y: y[::-1]), "in reverse order"),
        (after(MLP, lambda y: [[v] for v in y]), None),
        (after(MLP, lambda y: [round(v, 1) for v in y]), "rounded to 1 digits"),
        (after(MLP, lambda y: [2 * v for v in y]), "2 times"),
        (after(MLP, str), "the answer is a list"),
        (after(MLP, lambda y: y[:1]), None),
        (after(MLP, lambda y: (v for v in y)), "collect them with list"),
        (after(MLP, set), "a set, which has no order"),
        (after(MLP, print), "prints, and nothing comes back"),
        (after(MLP, lambda y: [max(v, 1) for v in y]), None),
        (made(lambda self, x: [p + q for p, q in zip(run(self.parts, x), x)]), "x is added"),
        (made(lambda self, x: run(self.parts, run(self.parts, x))), None),
        (made(lambda self, x: run(self.parts, [1, 2])), None),
        (made(lambda self, x: self.parts(x)), "object is not callable"),
        (
            made(lambda self, x: [part(x[i]) for i, part in enumerate(self.parts)]),
            "a neuron is given a list of numbers",
        ),
        (MLPRemembers, "goes on with what the first one made"),
        (MLPCaches, "comes back for ever"),
        (MLPOnTheClass, "share their layers"),
        (MLPPops, "used up by the first call"),
        (MLPReverses, None),
        (MLPWritesIntoX, "x has changed"),
        (MLPMissingSelf, "name 'layers' is not defined"),
        (MLPForever, "never ends"),
        (made(lambda self, x: None), None),
        (made(lambda self, x: run(self.parts, x[:1])), None),
        (made(lambda self, x: 6), "the answer is a list"),
        (made(lambda self: 0), "takes 1 positional argument"),
        (3, "this is 3"),
        (MLP([]), "does not start"),
    ],
    "ex-04-4": [
        (lambda p, t: sum(e * e for e in errors(p, t)), "you did not divide"),
        (lambda p, t: sum(map(abs, errors(p, t))) / len(t), "you took absolute values"),
        (lambda p, t: sum(map(abs, errors(p, t))), "you added up absolute values"),
        (lambda p, t: sum(errors(p, t)) / len(t), "you did not square"),
        (lambda p, t: sum(errors(p, t)), "you did not square"),
        (lambda p, t: math.sqrt(mse(p, t)), "you took the root"),
        (lambda p, t: math.dist(p, t), "that is the distance"),
        (lambda p, t: sum(errors(p, t)) ** 2 / len(t), "you added up first"),
        (lambda p, t: (sum(errors(p, t)) / len(t)) ** 2, "you squared the mean"),
        (lambda p, t: (sum(map(abs, errors(p, t))) / len(t)) ** 2, "the sizes of the errors"),
        (lambda p, t: mse(p, t) ** 2, "you squared the mean too"),
        (lambda p, t: mse(p, t) / 2, "half of it"),
        (lambda p, t: sum(e * e for e in errors(p, t)) / (len(p) + len(t)), "half of it"),
        (lambda p, t: sum(e * e for e in errors(p, t)) / 2, "you divided the sum by 2"),
        (lambda p, t: mse(p, t) / len(p), "divided twice"),
        (lambda p, t: sum(e * e for e in errors(p, t)) / max(1, len(p) - 1), "one less"),
        (mse_counts_from_one, "one more"),
        (lambda p, t: [e * e for e in errors(p, t)], "these are the squares"),
        (lambda p, t: (e * e for e in errors(p, t)), "these are the squares"),
        (lambda p, t: errors(p, t), "these are the errors"),
        (lambda p, t: next((a - b) ** 2 / len(t) for a, b in zip(p, t)), "the first pair alone."),
        (mse_returns_early, "return after the loop"),
        (mse_replaces, "the last pair alone"),
        (
            lambda p, t: sum(e * e for e in errors(p[1:], t[1:])) / len(p),
            "the first pair is missing",
        ),
        (
            lambda p, t: sum((p[i] - t[i]) ** 2 for i in range(len(p) - 1)) / len(p),
            "the last pair is",
        ),
        (lambda p, t: sum({e * e for e in errors(p, t)}) / len(t), "equal errors count once"),
        (lambda p, t: sum(e * e for e in errors(p, t) if e > 0) / len(t), "a negative error"),
        (
            lambda p, t: (
                sum(e * e for e in errors(p, t)) / max(1, sum(e != 0 for e in errors(p, t)))
            ),
            "the pairs with an error",
        ),
        (
            lambda p, t: sum(a * a - b * b for a, b in zip(p, t)) / len(t),
            "squares of the two numbers",
        ),
        (lambda p, t: sum(a - b**2 for a, b in zip(p, t)) / len(t), "brackets around"),
        (
            lambda p, t: sum((a + b) ** 2 for a, b in zip(p, t)) / len(t),
            "you added prediction and target",
        ),
        (lambda p, t: sum(a * b for a, b in zip(p, t)) / len(t), "multiplied prediction"),
        (lambda p, t: sum((a - b) ** 2 for a in p for b in t) / len(p), "every prediction meets"),
        (lambda p, t: max(e * e for e in errors(p, t)), "the largest square alone"),
        (lambda p, t: statistics.median(e * e for e in errors(p, t)), None),
        (lambda p, t: sum(2 * e for e in errors(p, t)) / len(t), "multiplied by 2"),
        (lambda p, t: sum(e**3 for e in errors(p, t)) / len(t), "third power"),
        (lambda p, t: sum(a != b for a, b in zip(p, t)) / len(t), "how many predictions"),
        (lambda p, t: sum(((a - b) / b) ** 2 for a, b in zip(p, t) if b) / len(t), None),
        (lambda p, t: numpy.var(errors(p, t)), None),
        (lambda p, t: mse_divides_in_the_loop(p, t), None),
        (
            lambda p, t: sum(e * e for e in errors(p, t)) // len(t),
            "digits after the point are lost",
        ),
        (then(mse, int), "digits after the point are lost"),
        (then(mse, round), "rounded to a whole number"),
        (then(mse, lambda m: round(m, 1)), "rounded to 1 digits"),
        (then(mse, lambda m: round(m, 3)), "rounded to 3 digits"),
        (then(mse, lambda m: -m), "the sign is turned round"),
        (then(mse, lambda m: 100 * m), "100 times"),
        (then(mse, lambda m: m + 1), "1 too large"),
        (then(mse, lambda m: [m]), "without a list around it"),
        (then(mse, str), "without quotes"),
        (then(mse, lambda m: m == 0), "the answer is a number"),
        (then(mse, print), "prints, and nothing comes back"),
        (lambda p, t: sum((a - b) ^ 2 for a, b in zip(p, t)) / len(t), "^ is no power"),
        (lambda p, t: (p - t) ** 2, "does not compute with a whole list"),
        (lambda p, t: sum(errors(p, t)) ** 2 / len(t) ** 2, "you squared the mean"),
        (lambda p, t: mse(p, t) / len(predictions), "name 'predictions' is not defined"),
        (lambda p, t: 2, "it gives 2 whatever comes in"),
        (lambda p, t: 0, "it gives 0 whatever comes in"),
        (lambda p, t: p, "that is predictions, as it came in"),
        (mse_changes_its_input, "changed its input predictions"),
        (mse_keeps, "kept between calls"),
        (lambda p: 0, "does not start"),
    ],
}
