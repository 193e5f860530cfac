"""Neuron, layer and network on plain floats: chapter 04. The field calls such a network a multi-layer perceptron, MLP.

Each is made from its parts: a neuron from its weights and its bias, a layer from neurons, a network from layers.
`parameters()` lists all the numbers.
"""

from microgpt.nn import dot


class Neuron:
    """ReLU(w . x + b): one number in for each weight, one number out. With `relu=False` the sum itself comes out.

    `w` is a list of n plain numbers, `b` is one.

    >>> neuron = Neuron([2, -0.5], -2)
    >>> neuron([1, 2]), neuron([3, 2])
    (0.0, 3.0)
    """

    def __init__(self, w, b, relu=True):
        self.w, self.b, self.relu = w, b, relu

    def __call__(self, x):
        """The output for the list `x`. A list that is not as long as the weights raises ValueError."""
        z = dot(self.w, x) + self.b
        return 0.0 if self.relu and z <= 0 else z  # so NaN stays NaN

    def parameters(self):
        """The weights, then the bias."""
        return [*self.w, self.b]

    def __repr__(self):
        return f"Neuron({len(self.w)} -> 1{'' if self.relu else ', no ReLU'})"


class Layer:
    """Neurons that look at the same numbers: n_in numbers in, one number out for each neuron.

    All neurons have n_in weights; ValueError when one that has not is called.

    >>> layer = Layer([Neuron([1], -2), Neuron([1], -5)])
    >>> layer([6]), layer.parameters()
    ([4.0, 1.0], [1, -2, 1, -5])
    """

    def __init__(self, neurons):
        self.neurons = neurons

    def __call__(self, x):
        """The list of the neurons' outputs. A list `x` that does not fit the weights raises ValueError."""
        return [neuron(x) for neuron in self.neurons]

    def parameters(self):
        """Those of the first neuron, then those of the second, and so on."""
        return [p for neuron in self.neurons for p in neuron.parameters()]

    def __repr__(self):
        return f"Layer({len(self.neurons[0].w)} -> {len(self.neurons)})"


class MLP:
    """Layers stacked: each is fed with the outputs of the one before.

    A layer takes as many numbers as the one before has neurons; ValueError when the network is called otherwise.

    >>> bump = MLP([Layer([Neuron([1], -2), Neuron([1], -5)]), Layer([Neuron([1, -2], 0)])])
    >>> bump, [bump([letters]) for letters in (4, 5, 11)]
    (MLP(1 -> 2 -> 1), [[2.0], [3.0], [0.0]])
    """

    def __init__(self, layers):
        self.layers = layers

    def __call__(self, x):
        """The forward pass: the list of the last layer's outputs."""
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self):
        """Those of the first layer, then those of the second, and so on."""
        return [p for layer in self.layers for p in layer.parameters()]

    def __repr__(self):
        widths = [len(self.layers[0].neurons[0].w), *(len(layer.neurons) for layer in self.layers)]
        return f"MLP({' -> '.join(map(str, widths))})"
