"""Neuron, layer and network on plain floats: chapter 04. A network of neurons is also called an MLP.

The letters stand for multi-layer perceptron. The weights start random, the biases at 0. `parameters()` hands out all
numbers, `set_parameters` takes them back.
"""

from microgpt.nn import dot


class Neuron:
    """ReLU(w . x + b): `n_in` numbers in, one number out. With `relu=False` the sum itself comes out.

    `rng` is a random.Random, which draws the weights evenly from -1 to 1.

    >>> import random
    >>> neuron = Neuron(2, random.Random(1))
    >>> neuron.set_parameters([2, -0.5, -2])
    >>> neuron([1, 2]), neuron([3, 2])
    (0.0, 3.0)
    """

    def __init__(self, n_in, rng, relu=True):
        self.w = [rng.uniform(-1, 1) for _ in range(n_in)]
        self.b = 0.0
        self.relu = relu

    def __call__(self, x):
        """The output for the list `x`. A list that is not as long as the weights raises ValueError."""
        z = dot(self.w, x) + self.b
        return max(0.0, z) if self.relu else z

    def parameters(self):
        """The weights, then the bias."""
        return [*self.w, self.b]

    def set_parameters(self, values):
        """Put in new numbers, in the order of `parameters()`. Too few or too many raise ValueError."""
        *self.w, self.b = fitting(values, self)

    def __repr__(self):
        return f"Neuron({len(self.w)} -> 1{'' if self.relu else ', no ReLU'})"


class Layer:
    """`n_out` neurons that look at the same `n_in` numbers: `n_in` numbers in, `n_out` numbers out.

    >>> import random
    >>> layer = Layer(3, 2, random.Random(1))
    >>> len(layer([1, 0.5, 1])), len(layer.parameters())
    (2, 8)
    """

    def __init__(self, n_in, n_out, rng, relu=True):
        self.neurons = [Neuron(n_in, rng, relu) for _ in range(n_out)]

    def __call__(self, x):
        """The list of the neurons' outputs."""
        return [neuron(x) for neuron in self.neurons]

    def parameters(self):
        """Those of the first neuron, then those of the second, and so on."""
        return [p for neuron in self.neurons for p in neuron.parameters()]

    def set_parameters(self, values):
        """Put in new numbers, in the order of `parameters()`. Too few or too many raise ValueError."""
        deal(values, self, self.neurons)

    def __repr__(self):
        first = self.neurons[0]
        return f"Layer({len(first.w)} -> {len(self.neurons)}{'' if first.relu else ', no ReLU'})"


class MLP:
    """Layers in a row, each fed with the outputs of the one before. `sizes` says how many neurons each layer has.

    Every layer has ReLUs; `relu=False` leaves them out of the last one, for outputs that may be negative.

    >>> import random
    >>> net = MLP(3, [2, 1], random.Random(1))
    >>> net
    MLP(3 -> 2 -> 1)
    >>> net.set_parameters([1, 0.5, 0, 0, 0, 0, 0.5, 0.5, 1, 1, -0.5])
    >>> net([1, 0.5, 1])
    [1.75]
    """

    def __init__(self, n_in, sizes, rng, relu=True):
        widths = [n_in, *sizes]
        last = len(sizes) - 1
        self.layers = [
            Layer(widths[i], widths[i + 1], rng, relu or i < last) for i in range(len(sizes))
        ]

    def __call__(self, x):
        """The forward pass: the list of the last layer's outputs."""
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self):
        """Those of the first layer, then those of the second, and so on."""
        return [p for layer in self.layers for p in layer.parameters()]

    def set_parameters(self, values):
        """Put in new numbers, in the order of `parameters()`. Too few or too many raise ValueError."""
        deal(values, self, self.layers)

    def __repr__(self):
        widths = [len(self.layers[0].neurons[0].w), *(len(layer.neurons) for layer in self.layers)]
        return f"MLP({' -> '.join(map(str, widths))})"


def fitting(values, owner):
    """The values as a list; ValueError if they are not as many as the owner's parameters."""
    values = list(values)
    if len(values) != len(owner.parameters()):
        raise ValueError(
            f"{owner} has {len(owner.parameters())} parameters; {len(values)} values were given."
        )
    return values


def deal(values, owner, parts):
    """Hand each part its share of the values."""
    values = fitting(values, owner)
    for part in parts:
        n = len(part.parameters())
        part.set_parameters(values[:n])
        values = values[n:]
