"""Exercise 4.3: a network."""

from ..draws import numbers
from ..mistakes import Mistake
from ..scenario import Scenario, Story
from .parts import AFTER, MLP, Layer, Neuron, Remembers, layer_code, made, shares


def forward(layers, x):
    return MLP(layers)(x)


def each_output(layers, x):
    """What each layer hands on."""
    return [forward(layers[: n + 1], x) for n in range(len(layers))]


class MLPRemembers(Remembers):
    def compute(self, x):
        return forward(self.parts, x)


class MLPUsesUp(MLP):
    def __call__(self, x):
        while self.layers:
            x = self.layers.pop(0)(x)
        return x


class GoesOn(MLP):
    """The second call goes on with what the first one made."""

    def __init__(self, layers):
        self.layers, self.x = layers, None

    def __call__(self, x):
        self.x = x if self.x is None else self.x
        for layer in self.layers:
            self.x = layer(self.x)
        return self.x


def mlp_story(rng):
    sizes = [rng.randint(1, 3) for _ in range(rng.randint(2, 4))]
    layers = ", ".join(layer_code(rng, *pair) for pair in zip(sizes, sizes[1:]))
    return f"MLP([{layers}])({numbers(rng, sizes[0])})"


NETWORK = Scenario(
    "ex-04-3",
    "MLP(layers)(x)",
    start="__call__ gives x to the first layer, and what comes out to the next.",
    right=MLP,
    tools={"Neuron": Neuron, "Layer": Layer},
    more=mlp_story,
    draws=12,
    cases=[
        Story(
            "two layers of two",
            """
            first = Layer([Neuron([1, 0], 1), Neuron([0, 2], 0)])
            second = Layer([Neuron([1, 1], 0), Neuron([1, -1], 3)])
            MLP([first, second])([1, 2])
            """,
            [6, 1],
        ),
        Story("one layer", "MLP([Layer([Neuron([2, 1], 0), Neuron([1, 1], 1)])])([1, 1])", [3, 3]),
        Story(
            "from three numbers over two to one",
            """
            hidden = Layer([Neuron([1, 0.5, 0], 0), Neuron([0, 0, 0.5], 0.5)])
            MLP([hidden, Layer([Neuron([1, 1], -0.5)])])([1, 0.5, 1])
            """,
            [1.75],
        ),
        Story(
            "three layers, many digits",
            """
            layers = [Layer([Neuron([1.3], 0.21)]), Layer([Neuron([2], 0)]), Layer([Neuron([0.7], -1)])]
            MLP(layers)([2.05])
            """,
            [3.025],
        ),
        Story(
            "one network, three calls",
            """
            net = MLP([Layer([Neuron([1, -1], 0), Neuron([0, 1], 1)]), Layer([Neuron([2, 1], 0)])])
            [net([3, 1]), net([0, 0.5]), net([3, 1])]
            """,
            [[6], [1.5], [6]],
        ),
        Story(
            "two networks keep their own layers",
            """
            one = MLP([Layer([Neuron([1], 1)]), Layer([Neuron([2], 0)])])
            two = MLP([Layer([Neuron([3], 0)])])
            [one([2]), two([2]), one([1])]
            """,
            [[6], [6], [4]],
        ),
        Story(
            "x stays as it was",
            """
            x = [1, -2]
            MLP([Layer([Neuron([1, 0], 0)]), Layer([Neuron([3], 1)])])(x)
            x
            """,
            [1, -2],
            aside="x has changed; leave it as it is.",
        ),
        Story(
            "the list of layers keeps its length",
            """
            layers = [Layer([Neuron([1], 0)]), Layer([Neuron([3], 1)])]
            MLP(layers)([1])
            len(layers)
            """,
            2,
            aside="the list of layers has changed; leave it as it is.",
        ),
    ],
    mistakes=[
        Mistake(
            "every layer was given the inputs of the network; give it what the layer before made.",
            made(lambda layers, x: [layer(x) for layer in layers][-1]),
        ),
        Mistake(
            "that is the last layer alone, on the inputs of the network; give it what the layer before made.",
            made(lambda layers, x: layers[-1](x)),
        ),
        Mistake(
            "that is the first layer alone.",
            made(lambda layers, x: forward(layers[:1], x)),
            because=AFTER,
        ),
        Mistake("the last layer is missing.", made(lambda layers, x: forward(layers[:-1], x))),
        Mistake("the first layer is missing.", made(lambda layers, x: forward(layers[1:], x))),
        Mistake(
            "there are only two layers here; go through as many as there are.",
            made(lambda layers, x: forward(layers[:2], x)),
            made(lambda layers, x: layers[1](layers[0](x))),
        ),
        Mistake(
            "the first layer works every time; each layer takes its turn.",
            made(lambda layers, x: forward(layers[:1] * len(layers), x)),
        ),
        Mistake(
            "each layer works twice; once is enough.",
            made(
                lambda layers, x: forward([each for layer in layers for each in (layer, layer)], x)
            ),
        ),
        Mistake(
            "these are the outputs of all layers; return those of the last one.",
            made(each_output),
            made(lambda layers, x: [x, *each_output(layers, x)]),
        ),
        Mistake(
            "the outputs of all layers stand in one list; return those of the last one.",
            made(lambda layers, x: [y for ys in each_output(layers, x) for y in ys]),
        ),
        Mistake(
            "you went from the last layer to the first.",
            made(lambda layers, x: forward(layers[::-1], x)),
        ),
        Mistake(
            "the layers stand side by side; they work one after the other, each on what the one before made.",
            made(lambda layers, x: [layer(x) for layer in layers]),
            made(lambda layers, x: [y for layer in layers for y in layer(x)]),
        ),
        Mistake(
            "the inputs came out as they went in; put what a layer makes back into x.",
            made(lambda layers, x: x),
            made(lambda layers, x: (x, [layer(x) for layer in layers])[0]),
        ),
        Mistake(
            "these are the layers; call each of them, layer(x).",
            made(lambda layers, x: layers),
            made(lambda layers, x: layers[-1]),
        ),
        Mistake(
            "that is the first number of the last layer; return them all, in a list.",
            made(lambda layers, x: forward(layers, x)[0]),
        ),
        Mistake(
            "that is the last number of the last layer; return them all, in a list.",
            made(lambda layers, x: forward(layers, x)[-1]),
        ),
        Mistake(
            "you added up what the last layer made; return its numbers, in a list.",
            made(lambda layers, x: sum(forward(layers, x))),
            made(lambda layers, x: [sum(forward(layers, x))]),
        ),
        Mistake(
            "that is the largest number of the last layer; return them all, in a list.",
            made(lambda layers, x: max(forward(layers, x))),
        ),
        Mistake(
            "there is one list too many around the outputs.",
            made(lambda layers, x: [forward(layers, x)]),
        ),
        Mistake(
            "the outputs stand in reverse order.",
            made(lambda layers, x: forward(layers, x)[::-1]),
        ),
        Mistake(
            "x is added to what the layers made; hand on what they made alone.",
            made(lambda layers, x: [y + x_i for y, x_i in zip(forward(layers, x), x)]),
        ),
        Mistake(
            "the second call goes on with what the first one made; start with the x of the call.",
            GoesOn,
        ),
        Mistake(
            "the first result comes back for ever; compute a new one in each call.", MLPRemembers
        ),
        Mistake(
            "the networks share their layers; keep them in self, not in the class.", shares(forward)
        ),
        Mistake("the layers are used up by the first call; leave them in the list.", MLPUsesUp),
    ],
)
