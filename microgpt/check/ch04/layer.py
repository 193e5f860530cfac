"""Exercise 4.2: a layer."""

from ..draws import numbers
from ..mistakes import Mistake
from ..scenario import Scenario, Story
from ..source import starts_list_in_loop
from .parts import AFTER, Layer, Neuron, Remembers, dot, layer_code, made, shares


def outputs(neurons, x):
    return [neuron(x) for neuron in neurons]


class Collects(Layer):
    """Its outputs are never emptied."""

    def __init__(self, neurons):
        self.neurons, self.outputs = neurons, []

    def __call__(self, x):
        self.outputs += [neuron(x) for neuron in self.neurons]
        return self.outputs


class CollectsCopies(Collects):
    def __call__(self, x):
        return list(super().__call__(x))


class LayerRemembers(Remembers):
    def compute(self, x):
        return outputs(self.parts, x)


class UsesUp(Layer):
    """Its neurons are gone after the first call."""

    def __call__(self, x):
        result = []
        while self.neurons:
            result.append(self.neurons.pop(0)(x))
        return result


def layer_story(rng):
    n_in = rng.randint(1, 3)
    return f"{layer_code(rng, n_in, rng.randint(1, 4))}({numbers(rng, n_in)})"


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
            aside="x has changed; leave it as it is.",
        ),
        Story(
            "the list of neurons keeps its length",
            """
            neurons = [Neuron([1], 0), Neuron([2], 0)]
            Layer(neurons)([1])
            len(neurons)
            """,
            2,
            aside="the list of neurons has changed; leave it as it is.",
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
            CollectsCopies,
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
