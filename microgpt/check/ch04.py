"""Chapter 04: from a neuron to a network."""

from math import sqrt, tanh

from .draws import number, numbers
from .function import Case, Function
from .mistakes import Mistake
from .scenario import Scenario, Story
from .source import returns_in_loop, starts_list_in_loop
from .words import show

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


def outputs(neurons, x):
    return [neuron(x) for neuron in neurons]


def forward(layers, x):
    return MLP(layers)(x)


def each_output(layers, x):
    """What each layer hands on."""
    return [forward(layers[: n + 1], x) for n in range(len(layers))]


class Collects(Layer):
    """Its outputs are never emptied."""

    def __init__(self, neurons):
        self.neurons, self.outputs = neurons, []

    def __call__(self, x):
        self.outputs += [neuron(x) for neuron in self.neurons]
        return self.outputs


class Remembers:
    """It keeps its first result for ever."""

    def __init__(self, parts):
        self.parts, self.result = parts, None

    def __call__(self, x):
        if self.result is None:
            self.result = self.compute(x)
        return self.result


class LayerRemembers(Remembers):
    def compute(self, x):
        return outputs(self.parts, x)


class MLPRemembers(Remembers):
    def compute(self, x):
        return forward(self.parts, x)


class Shares:
    """All layers, or all networks, have the same parts."""

    def __init__(self, parts):
        type(self).parts = parts


def shares(call):
    return type("Shared", (Shares,), {"__call__": lambda self, x: call(self.parts, x)})


class UsesUp(Layer):
    """Its neurons are gone after the first call."""

    def __call__(self, x):
        result = []
        while self.neurons:
            result.append(self.neurons.pop(0)(x))
        return result


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


def neuron_code(rng, count):
    return f"Neuron({numbers(rng, count)}, {number(rng)})"


def layer_code(rng, n_in, n_out):
    return f"Layer([{', '.join(neuron_code(rng, n_in) for _ in range(n_out))}])"


def layer_story(rng):
    n_in = rng.randint(1, 3)
    return f"{layer_code(rng, n_in, rng.randint(1, 4))}({numbers(rng, n_in)})"


def mlp_story(rng):
    sizes = [rng.randint(1, 3) for _ in range(rng.randint(2, 4))]
    layers = ", ".join(layer_code(rng, *pair) for pair in zip(sizes, sizes[1:]))
    return f"MLP([{layers}])({numbers(rng, sizes[0])})"


def neuron_inputs(rng):
    count = rng.randint(1, 4)
    return numbers(rng, count), numbers(rng, count), number(rng)


def two_lists(rng):
    count = rng.randint(2, 5)
    return numbers(rng, count), numbers(rng, count)


def errors(predictions, targets):
    return [p - t for p, t in zip(predictions, targets)]


def mse(predictions, targets):
    return sum(e * e for e in errors(predictions, targets)) / len(targets)


NEURON = Function(
    "ex-04-1",
    "neuron(x, w, b)",
    start="multiply each input by its weight, add up, and add the bias; the ReLU comes last.",
    right=neuron,
    more=neuron_inputs,
    cases=[
        Case("one input, on", ([2], [2], -3), 1),
        Case("a negative sum becomes 0", ([0.5], [2], -3), 0),
        Case("three inputs: emma", ([2, 2, 1], [-1, 2, 3], -3), 2),
        Case("many digits", ([0.37, -1.21], [1.93, -0.58], 0.05), 1.4659),
        Case("a sum between 0 and 1", ([0.5, 1], [0.5, -0.25], 0.25), 0.25),
        Case("a sum of exactly 0", ([1, 2], [2, -1], 0), 0),
        Case("the bias alone can switch it on", ([1, 2], [-1, -0.5], 3), 1),
        Case("nothing comes in but the bias", ([0, 0], [5, 5], 2), 2),
        Case("a 0 among the inputs", ([0, 1.5], [3, 2], -0.5), 2.5),
    ],
    mistakes=[
        Mistake("you forgot the bias; add b to the sum.", lambda x, w, b: max(0, dot(x, w))),
        Mistake("the ReLU is missing: a sum below 0 becomes 0.", lambda x, w, b: dot(x, w) + b),
        Mistake(
            "neither bias nor ReLU is there; add b, then cut off at 0.",
            lambda x, w, b: dot(x, w),
        ),
        Mistake(
            "the ReLU came before the bias; add b first, and cut off last.",
            lambda x, w, b: max(0, dot(x, w)) + b,
        ),
        Mistake(
            "you turned a negative sum around; the ReLU makes it 0.",
            lambda x, w, b: abs(dot(x, w) + b),
        ),
        Mistake(
            "this keeps the negative side; the ReLU keeps the positive one, max(0, z).",
            lambda x, w, b: min(0, dot(x, w) + b),
        ),
        Mistake(
            "each product went through the ReLU; only the whole sum, bias included, does.",
            lambda x, w, b: sum(max(0, x_i * w_i) for x_i, w_i in zip(x, w)) + b,
            lambda x, w, b: max(0, sum(max(0, x_i * w_i) for x_i, w_i in zip(x, w)) + b),
        ),
        Mistake(
            "you added the bias once for every input; a neuron has one bias.",
            lambda x, w, b: max(0, dot(x, w) + b * len(x)),
            lambda x, w, b: sum(max(0, x_i * w_i + b) for x_i, w_i in zip(x, w)),
        ),
        Mistake(
            "the bias is there twice; add it once.",
            lambda x, w, b: max(0, dot(x, w) + 2 * b),
        ),
        Mistake(
            "you took the bias away; it is added, with its own sign.",
            lambda x, w, b: max(0, dot(x, w) - b),
        ),
        Mistake(
            "the bias lost its sign; it is added as it is.",
            lambda x, w, b: max(0, dot(x, w) + abs(b)),
        ),
        Mistake("you did not use the weights.", lambda x, w, b: max(0, sum(x) + b)),
        Mistake("you did not use the inputs.", lambda x, w, b: max(0, sum(w) + b)),
        Mistake(
            "you added each input to its weight; multiply them.",
            lambda x, w, b: max(0, sum(x) + sum(w) + b),
        ),
        Mistake(
            "every input meets every weight here; each has a weight of its own.",
            lambda x, w, b: max(0, sum(x) * sum(w) + b),
        ),
        Mistake(
            "only the first input counts here; all of them do.",
            lambda x, w, b: max(0, x[0] * w[0] + b),
            because=AFTER,
        ),
        Mistake(
            "only the last input counts here; all of them do.",
            lambda x, w, b: max(0, x[-1] * w[-1] + b),
        ),
        Mistake(
            "the first input is missing.", lambda x, w, b: max(0, dot(x[1:], w[1:]) + b)
        ),
        Mistake(
            "the last input is missing.", lambda x, w, b: max(0, dot(x[:-1], w[:-1]) + b)
        ),
        Mistake(
            "the weights are taken from the end; first with first.",
            lambda x, w, b: max(0, dot(x, w[::-1]) + b),
        ),
        Mistake(
            "a weight below 0 counts too; do not leave it out.",
            lambda x, w, b: max(0, sum(x_i * w_i for x_i, w_i in zip(x, w) if w_i > 0) + b),
        ),
        Mistake(
            "the signs of the products are lost; a product may be negative.",
            lambda x, w, b: max(0, sum(abs(x_i * w_i) for x_i, w_i in zip(x, w)) + b),
        ),
        Mistake(
            "this cuts off at 1; the ReLU cuts off at 0.",
            lambda x, w, b: max(1, dot(x, w) + b),
        ),
        Mistake(
            "a sum below 1 becomes 0 here; the ReLU cuts off at 0.",
            lambda x, w, b: z if (z := dot(x, w) + b) >= 1 else 0,
            lambda x, w, b: z if (z := dot(x, w) + b) > 1 else 0,
        ),
        Mistake(
            "the output ends at 1 here; the ReLU lets every positive sum through.",
            lambda x, w, b: min(1, max(0, dot(x, w) + b)),
        ),
        Mistake(
            "a negative sum leaks through, made smaller; the ReLU makes it 0.",
            lambda x, w, b: z if (z := dot(x, w) + b) > 0 else 0.01 * z,
            lambda x, w, b: z if (z := dot(x, w) + b) > 0 else 0.1 * z,
        ),
        Mistake(
            "this keeps the negative side, and turns its sign; the ReLU is max(0, z).",
            lambda x, w, b: max(0, -(dot(x, w) + b)),
        ),
        Mistake(
            "a sum below 0 becomes 1 here; it becomes 0.",
            lambda x, w, b: z if (z := dot(x, w) + b) > 0 else 1,
        ),
        Mistake(
            "a sum below 0 becomes the bias here; it becomes 0.",
            lambda x, w, b: z if (z := dot(x, w) + b) > 0 else b,
        ),
        Mistake(
            "nothing comes back where the sum is below 0; return 0 there.",
            lambda x, w, b: z if (z := dot(x, w) + b) > 0 else None,
            lambda x, w, b: z if (z := dot(x, w) + b) >= 0 else None,
        ),
        Mistake(
            "this says whether the neuron is on; its output is the sum itself.",
            lambda x, w, b: int(dot(x, w) + b > 0),
            lambda x, w, b: int(dot(x, w) + b >= 0),
            lambda x, w, b: dot(x, w) + b > 0,
            lambda x, w, b: dot(x, w) + b >= 0,
        ),
        Mistake(
            "that is another gate than the ReLU; it hands on max(0, z).",
            lambda x, w, b: tanh(dot(x, w) + b),
            lambda x, w, b: 1 / (1 + 2.718281828459045 ** -(dot(x, w) + b)),
        ),
        Mistake(
            "you multiplied by the bias; add it.",
            lambda x, w, b: max(0, dot(x, w) * b),
        ),
        Mistake(
            "you divided by how many inputs there are; the sum itself is asked for.",
            lambda x, w, b: max(0, dot(x, w) / len(x) + b),
            lambda x, w, b: max(0, (dot(x, w) + b) / len(x)),
        ),
        Mistake(
            "these are the products; add them up, and the bias.",
            lambda x, w, b: [x_i * w_i for x_i, w_i in zip(x, w)],
            lambda x, w, b: [max(0, x_i * w_i) for x_i, w_i in zip(x, w)],
            lambda x, w, b: [max(0, x_i * w_i + b) for x_i, w_i in zip(x, w)],
            lambda x, w, b: [x_i * w_i + b for x_i, w_i in zip(x, w)],
        ),
    ],
)

LAYER = Scenario(
    "ex-04-2",
    "Layer(neurons)(x)",
    start="__call__ goes through self.neurons and collects what each of them makes of x.",
    right=Layer,
    tools={"Neuron": Neuron},
    more=layer_story,
    draws=12,
    cases=[
        Story("two neurons", "Layer([Neuron([1, 2], 0), Neuron([3, -1], 1)])([1, 2])", [5, 2]),
        Story(
            "three neurons, one of them off",
            "Layer([Neuron([1], -1), Neuron([-2], 0), Neuron([0.5], 2)])([2])",
            [1, 0, 3],
        ),
        Story(
            "one neuron makes a list of one number",
            "Layer([Neuron([-1, 2, 3], -3)])([2, 2, 1])",
            [2],
        ),
        Story(
            "equal neurons count each",
            "Layer([Neuron([1], 1), Neuron([1], 1), Neuron([2], 0)])([0.37])",
            [1.37, 1.37, 0.74],
        ),
        Story(
            "one layer, three calls",
            """
            layer = Layer([Neuron([2, 1], 0), Neuron([1, -1], 0.5)])
            [layer([1, 2]), layer([0.5, -1]), layer([1, 2])]
            """,
            [[4, 0], [0, 2], [4, 0]],
        ),
        Story(
            "two layers keep their own neurons",
            """
            one = Layer([Neuron([1], 0)])
            two = Layer([Neuron([2], 1), Neuron([3], 0)])
            [one([2]), two([2]), one([3])]
            """,
            [[2], [5, 6], [3]],
        ),
        Story(
            "x stays as it was",
            """
            x = [1, -2]
            Layer([Neuron([1, 0], 0), Neuron([0, 1], 3)])(x)
            x
            """,
            [1, -2],
        ),
        Story(
            "the list of neurons keeps its length",
            """
            neurons = [Neuron([1], 0), Neuron([2], 0)]
            Layer(neurons)([1])
            len(neurons)
            """,
            2,
        ),
    ],
    mistakes=[
        Mistake(
            "that is the last neuron alone; append each output, do not replace it.",
            made(lambda neurons, x: outputs(neurons, x)[-1]),
        ),
        Mistake(
            "that is the first neuron alone.",
            made(lambda neurons, x: outputs(neurons, x)[0]),
            because=AFTER,
        ),
        Mistake(
            "the list holds the first output alone.",
            made(lambda neurons, x: outputs(neurons, x)[:1]),
            because=AFTER,
        ),
        Mistake(
            "the list holds the last output alone.",
            made(lambda neurons, x: outputs(neurons, x)[-1:]),
            because={starts_list_in_loop: "start the list once, before the loop."},
        ),
        Mistake("the first neuron is missing.", made(lambda neurons, x: outputs(neurons[1:], x))),
        Mistake("the last neuron is missing.", made(lambda neurons, x: outputs(neurons[:-1], x))),
        Mistake(
            "you asked the first neuron every time; each neuron has weights of its own.",
            made(lambda neurons, x: outputs(neurons[:1], x) * len(neurons)),
        ),
        Mistake(
            "you asked the last neuron every time; each neuron has weights of its own.",
            made(lambda neurons, x: outputs(neurons[-1:], x) * len(neurons)),
        ),
        Mistake(
            "the outputs stand in reverse order.",
            made(lambda neurons, x: outputs(neurons, x)[::-1]),
        ),
        Mistake(
            "the outputs are sorted; keep the order of the neurons.",
            made(lambda neurons, x: sorted(outputs(neurons, x))),
            made(lambda neurons, x: sorted(outputs(neurons, x), reverse=True)),
        ),
        Mistake(
            "you added up the outputs; each neuron makes a number of its own.",
            made(lambda neurons, x: sum(outputs(neurons, x))),
            made(lambda neurons, x: [sum(outputs(neurons, x))]),
        ),
        Mistake(
            "that is the mean of the outputs; return them all, in a list.",
            made(lambda neurons, x: sum(outputs(neurons, x)) / len(neurons)),
        ),
        Mistake(
            "that is the largest output alone; return them all, in a list.",
            made(lambda neurons, x: max(outputs(neurons, x))),
        ),
        Mistake(
            "these are not the outputs but the neurons; a neuron makes its number when it is given x, neuron(x).",
            made(lambda neurons, x: neurons),
            made(lambda neurons, x: tuple(neurons)),
        ),
        Mistake(
            "you gave each neuron one number of x; every neuron sees all of x.",
            made(lambda neurons, x: [each([x_i]) for each, x_i in zip(neurons, x)]),
            made(lambda neurons, x: [each(x_i) for each, x_i in zip(neurons, x)]),
        ),
        Mistake(
            "each neuron was given what the one before it made; every neuron sees x.",
            made(lambda neurons, x: [x := [each(x)] for each in neurons][-1]),
            made(lambda neurons, x: [x := each(x) for each in neurons]),
        ),
        Mistake(
            "an output of 0 is left out; a neuron that is off makes a 0.",
            made(lambda neurons, x: [y for y in outputs(neurons, x) if y]),
        ),
        Mistake(
            "equal outputs count once here; each neuron makes a number.",
            made(lambda neurons, x: list(dict.fromkeys(outputs(neurons, x)))),
        ),
        Mistake(
            "each output comes with its place; return the numbers alone.",
            made(lambda neurons, x: list(enumerate(outputs(neurons, x)))),
            made(lambda neurons, x: dict(enumerate(outputs(neurons, x)))),
        ),
        Mistake(
            "each output has a list of its own around it; put the numbers themselves into the list.",
            made(lambda neurons, x: [[y] for y in outputs(neurons, x)]),
        ),
        Mistake(
            "there is one list too many around the outputs.",
            made(lambda neurons, x: [outputs(neurons, x)]),
        ),
        Mistake(
            "the outputs went through a gate once more, or lost their bias; hand them on as they are.",
            made(lambda neurons, x: [max(0, dot(x, n.w)) for n in neurons]),
            made(lambda neurons, x: [dot(x, n.w) for n in neurons]),
            made(lambda neurons, x: [dot(x, n.w) + n.b for n in neurons]),
        ),
        Mistake(
            "the outputs of the calls pile up; start a new list in each call.",
            Collects,
        ),
        Mistake(
            "the first result comes back for ever; compute a new one in each call.", LayerRemembers
        ),
        Mistake(
            "the layers share their neurons; keep them in self, not in the class.", shares(outputs)
        ),
        Mistake("the neurons are used up by the first call; leave them in the list.", UsesUp),
    ],
)

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
        ),
        Story(
            "the list of layers keeps its length",
            """
            layers = [Layer([Neuron([1], 0)]), Layer([Neuron([3], 1)])]
            MLP(layers)([1])
            len(layers)
            """,
            2,
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
            made(lambda layers, x: forward([each for layer in layers for each in (layer, layer)], x)),
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

MSE = Function(
    "ex-04-4",
    "mse(predictions, targets)",
    start="for each pair take prediction minus target, and square it; then take the mean of the squares.",
    right=mse,
    more=two_lists,
    cases=[
        Case("two errors that cancel, and do not help", ([8, 4, 6, 4], [10, 2, 6, 4]), 2),
        Case("everything right", ([3, 5], [3, 5]), 0),
        Case("one pair", ([7], [10]), 9),
        Case("one large error", ([4, 0, 0, 0], [0, 0, 0, 0]), 4),
        Case("many digits", ([0.37, -1.21, 2.05], [1.93, 0.58, -0.77]), 4.5300333333333333),
        Case("errors smaller than 1", ([0.5, 0.25], [0, 0.5]), 0.15625),
        Case("equal pairs count each", ([1, 1, 1], [2.5, 2.5, 1]), 1.5),
    ],
    mistakes=[
        Mistake(
            "you did not divide; the mean is the sum divided by how many there are.",
            lambda p, t: sum(e * e for e in errors(p, t)),
        ),
        Mistake(
            "you took absolute values; square the errors.",
            lambda p, t: sum(map(abs, errors(p, t))) / len(t),
        ),
        Mistake(
            "you added up absolute values; square the errors, and take the mean.",
            lambda p, t: sum(map(abs, errors(p, t))),
        ),
        Mistake(
            "you did not square, and errors of different sign cancel.",
            lambda p, t: sum(errors(p, t)) / len(t),
            lambda p, t: -sum(errors(p, t)) / len(t),
            lambda p, t: abs(sum(errors(p, t))) / len(t),
            lambda p, t: sum(errors(p, t)),
            lambda p, t: -sum(errors(p, t)),
        ),
        Mistake(
            "you took the root; leave the mean of the squares as it is.",
            lambda p, t: sqrt(mse(p, t)),
        ),
        Mistake(
            "that is the distance, the root of the sum; take the mean of the squares.",
            lambda p, t: sqrt(mse(p, t) * len(t)),
            lambda p, t: sqrt(mse(p, t) * len(t)) / len(t),
        ),
        Mistake(
            "you added up first and squared then; square each error before you add.",
            lambda p, t: sum(errors(p, t)) ** 2 / len(t),
            lambda p, t: sum(errors(p, t)) ** 2,
        ),
        Mistake(
            "you squared the mean of the errors; take the mean of the squares.",
            lambda p, t: (sum(errors(p, t)) / len(t)) ** 2,
        ),
        Mistake(
            "you squared the sum of the sizes of the errors; square each error before you add.",
            lambda p, t: (sum(map(abs, errors(p, t))) / len(t)) ** 2,
            lambda p, t: sum(map(abs, errors(p, t))) ** 2 / len(t),
        ),
        Mistake(
            "you squared the mean too; only the errors are squared.",
            lambda p, t: mse(p, t) ** 2,
        ),
        Mistake(
            "that is half of it; divide by how many pairs there are, and by nothing else.",
            lambda p, t: mse(p, t) / 2,
        ),
        Mistake(
            "you divided the sum by 2; divide it by how many pairs there are.",
            lambda p, t: mse(p, t) * len(t) / 2,
        ),
        Mistake(
            "you divided twice by how many there are; once is enough.",
            lambda p, t: mse(p, t) / len(t),
        ),
        Mistake(
            "you divided by one less than there are pairs.",
            lambda p, t: mse(p, t) * len(t) / (len(t) - 1),
            lambda p, t: mse(p, t) * len(t) / max(1, len(t) - 1),
        ),
        Mistake(
            "you divided by one more than there are pairs.",
            lambda p, t: mse(p, t) * len(t) / (len(t) + 1),
        ),
        Mistake(
            "you divided by the sum of the targets; divide by how many pairs there are.",
            lambda p, t: mse(p, t) * len(t) / sum(t),
        ),
        Mistake(
            "/ comes before +, so only the last square was divided; divide the whole sum.",
            lambda p, t: sum(e * e for e in errors(p[:-1], t[:-1])) + (p[-1] - t[-1]) ** 2 / len(t),
        ),
        Mistake(
            "these are the squares; take their mean.",
            lambda p, t: [e * e for e in errors(p, t)],
            lambda p, t: [e * e / len(t) for e in errors(p, t)],
        ),
        Mistake("these are the errors; square them, and take the mean.", errors),
        Mistake(
            "that is the first pair alone.",
            lambda p, t: (p[0] - t[0]) ** 2 / len(t),
            lambda p, t: (p[0] - t[0]) ** 2,
            because=AFTER,
        ),
        Mistake(
            "that is the last pair alone; add each square to the total, do not replace it.",
            lambda p, t: (p[-1] - t[-1]) ** 2 / len(t),
            lambda p, t: (p[-1] - t[-1]) ** 2,
        ),
        Mistake(
            "the first pair is missing.",
            lambda p, t: sum(e * e for e in errors(p[1:], t[1:])) / len(t),
            lambda p, t: mse(p[1:], t[1:]),
        ),
        Mistake(
            "the last pair is missing.",
            lambda p, t: sum(e * e for e in errors(p[:-1], t[:-1])) / len(t),
            lambda p, t: mse(p[:-1], t[:-1]),
        ),
        Mistake(
            "equal errors count once here; each pair counts.",
            lambda p, t: sum({e * e for e in errors(p, t)}) / len(t),
            lambda p, t: sum({e * e for e in errors(p, t)}) / len({e * e for e in errors(p, t)}),
            lambda p, t: sum((a - b) ** 2 for a, b in set(zip(p, t))) / len(t),
        ),
        Mistake(
            "a negative error is left out; its square counts too.",
            lambda p, t: sum(max(0, e) ** 2 for e in errors(p, t)) / len(t),
            lambda p, t: sum(min(0, e) ** 2 for e in errors(p, t)) / len(t),
        ),
        Mistake(
            "you divided by the pairs with an error; divide by all of them.",
            lambda p, t: sum(e * e for e in errors(p, t)) / sum(e != 0 for e in errors(p, t)),
            lambda p, t: mse(p, t) * len(t) / max(1, sum(e != 0 for e in errors(p, t))),
        ),
        Mistake(
            "you subtracted the squares of the two numbers; subtract first, then square.",
            lambda p, t: sum(a * a - b * b for a, b in zip(p, t)) / len(t),
            lambda p, t: sum(abs(a * a - b * b) for a, b in zip(p, t)) / len(t),
        ),
        Mistake(
            "the square belongs to the whole error; put brackets around the difference.",
            lambda p, t: sum(a - b**2 for a, b in zip(p, t)) / len(t),
        ),
        Mistake(
            "you added prediction and target; subtract.",
            lambda p, t: sum((a + b) ** 2 for a, b in zip(p, t)) / len(t),
        ),
        Mistake(
            "you multiplied prediction and target; subtract, then square.",
            lambda p, t: sum(a * b for a, b in zip(p, t)) / len(t),
            lambda p, t: sum((a * b) ** 2 for a, b in zip(p, t)) / len(t),
        ),
        Mistake(
            "every prediction meets every target here; pair first with first, and so on.",
            lambda p, t: sum((a - b) ** 2 for a in p for b in t) / len(t),
            lambda p, t: sum((a - b) ** 2 for a in p for b in t) / len(t) ** 2,
        ),
        Mistake(
            "that is the largest square alone; take the mean of all.",
            lambda p, t: max(e * e for e in errors(p, t)),
        ),
        Mistake(
            "that is the middle one of the squares; take their mean.",
            lambda p, t: sorted(e * e for e in errors(p, t))[len(t) // 2],
        ),
        Mistake(
            "you multiplied by 2; a square is the number times itself.",
            lambda p, t: sum(2 * e for e in errors(p, t)) / len(t),
        ),
        Mistake(
            "you took the third power; a square is the number times itself.",
            lambda p, t: sum(e**3 for e in errors(p, t)) / len(t),
        ),
        Mistake(
            "that is how many predictions are wrong; take the mean of the squared errors.",
            lambda p, t: sum(e != 0 for e in errors(p, t)),
            lambda p, t: sum(e != 0 for e in errors(p, t)) / len(t),
        ),
        Mistake(
            "in Python, ^ is no power; write ** 2.",
            raises=r"unsupported operand type\(s\) for \^",
        ),
    ],
)

EXERCISES = [NEURON, LAYER, NETWORK, MSE]
