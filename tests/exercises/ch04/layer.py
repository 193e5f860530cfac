"""ex-04-2: Layer(neurons), called with x"""

import functools
import operator

import numpy

from .parts import after, dot, made


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


RIGHT = [
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
]


WRONG = [
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
]
