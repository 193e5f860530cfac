"""ex-04-3: MLP(layers), called with x"""

import functools

import numpy

from .parts import after, made


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


RIGHT = [
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
]


WRONG = [
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
]
