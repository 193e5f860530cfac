"""What the exercises of chapter 04 share: neurons and layers, and wrong ways to keep them."""

from ..draws import number, numbers
from ..source import returns_in_loop
from ..words import show

AFTER = {returns_in_loop: "return after the loop, not inside it."}


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))


def neuron(x, w, b):
    return max(0, dot(x, w) + b)


class Neuron:
    """The neuron of the chapter, for the layers that the stories build."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def __call__(self, x):
        if not hasattr(x, "__len__"):
            raise TypeError(f"a neuron is given a list of numbers, not {x}")
        if len(x) != len(self.w):
            raise ValueError(f"a neuron with {len(self.w)} weights was given {len(x)} numbers")
        return neuron(x, self.w, self.b)

    def __repr__(self):
        return f"Neuron({show(self.w)}, {show(self.b)})"


class Layer:
    def __init__(self, neurons):
        self.neurons = neurons

    def __call__(self, x):
        return [neuron(x) for neuron in self.neurons]

    def __repr__(self):
        return f"Layer({self.neurons})"


class MLP:
    def __init__(self, layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


def made(call):
    """A class that is made from a list of parts; called with x, it gives call(parts, x)."""

    class Made:
        def __init__(self, parts):
            self.parts = parts

        def __call__(self, x):
            return call(self.parts, x)

    return Made


class Remembers:
    """It keeps its first result for ever."""

    def __init__(self, parts):
        self.parts, self.result = parts, None

    def __call__(self, x):
        if self.result is None:
            self.result = self.compute(x)
        return self.result


class Shares:
    """All layers, or all networks, have the same parts."""

    def __init__(self, parts):
        type(self).parts = parts


def shares(call):
    return type("Shared", (Shares,), {"__call__": lambda self, x: call(self.parts, x)})


def neuron_code(rng, count):
    return f"Neuron({numbers(rng, count)}, {number(rng)})"


def layer_code(rng, n_in, n_out):
    return f"Layer([{', '.join(neuron_code(rng, n_in) for _ in range(n_out))}])"
