"""Chapter 04: from a neuron to a network."""

from math import sqrt

from .compare import Odd, show
from .exercise import Case, Function, Mistake


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))


def neuron(x, w, b):
    return max(0, dot(x, w) + b)


class Neuron:
    """The neuron of the chapter, for the layers that the checks build."""

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
        return [each(x) for each in self.neurons]

    def __repr__(self):
        return f"Layer({self.neurons})"


def neurons(rows):
    """Neurons from lists of numbers: the weights, and last the bias."""
    return [Neuron(row[:-1], row[-1]) for row in rows]


def layers(tables):
    return [Layer(neurons(rows)) for rows in tables]


class Class(Function):
    """An exercise whose answer is a class: made from `parts(numbers)`, then called with x.

    A case's arguments are (numbers, x); so are those of a mistake's wrong implementation.
    """

    def __init__(self, id, call, start, cases, mistakes, parts):
        super().__init__(id, call, start, cases, mistakes)
        self.parts = parts

    def report(self, answer):
        if not isinstance(answer, type):
            return super().report(answer)
        return super().report(lambda numbers, x: answer(self.parts(numbers))(x))

    def written(self, case):
        numbers, x = case.arguments
        return f"{self.name}({self.parts(numbers)})({show(x)})"

    def not_a_function(self, answer):
        return f'this is not a class. Write check("{self.id}", {self.name}), with nothing in brackets after {self.name}.'


def forward(tables, x):
    for layer in layers(tables):
        x = layer(x)
    return x


def outputs(rows, x):
    return [each(x) for each in neurons(rows)]


def each_output(tables, x):
    """What each layer hands on."""
    return [forward(tables[: n + 1], x) for n in range(len(tables))]


def mse(predictions, targets):
    return sum(e * e for e in errors(predictions, targets)) / len(targets)


def errors(predictions, targets):
    return [p - t for p, t in zip(predictions, targets)]


EXERCISES = [
    Function(
        "ex-04-1",
        "neuron(x, w, b)",
        start="multiply each input by its weight, add up, and add the bias; the ReLU comes last.",
        cases=[
            Case("one input, on", ([2], [2], -3), 1),
            Case("a negative sum becomes 0", ([0.5], [2], -3), 0),
            Case("three inputs: emma", ([2, 2, 1], [-1, 2, 3], -3), 2),
            Case("the bias alone can switch it on", ([1, 2], [-1, -0.5], 3), 1),
            Case("nothing comes in but the bias", ([0, 0], [5, 5], 2), 2),
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
            ),
            Mistake(
                "you added the bias once for every input; a neuron has one bias.",
                lambda x, w, b: max(0, dot(x, w) + b * len(x)),
            ),
            Mistake(
                "you took the bias away; it is added, with its own sign.",
                lambda x, w, b: max(0, dot(x, w) - b),
            ),
            Mistake("you did not use the weights.", lambda x, w, b: max(0, sum(x) + b)),
            Mistake(
                "this cuts off at 1; the ReLU cuts off at 0.", lambda x, w, b: max(1, dot(x, w) + b)
            ),
            Mistake(
                "this says whether the neuron is on; its output is the sum itself.",
                lambda x, w, b: int(dot(x, w) + b > 0),
            ),
            Mistake("you multiplied by the bias; add it.", lambda x, w, b: max(0, dot(x, w) * b)),
        ],
    ),
    Class(
        "ex-04-2",
        "Layer(neurons)(x)",
        start="__call__ goes through self.neurons and collects what each of them makes of x.",
        parts=neurons,
        cases=[
            Case("two neurons", ([[1, 2, 0], [3, -1, 1]], [1, 2]), [5, 2]),
            Case("three neurons, one of them off", ([[1, -1], [-2, 0], [0.5, 2]], [2]), [1, 0, 3]),
            Case("one neuron makes a list of one number", ([[-1, 2, 3, -3]], [2, 2, 1]), [2]),
        ],
        mistakes=[
            Mistake(
                "that is the last neuron alone; append each output, do not replace it.",
                lambda rows, x: outputs(rows, x)[-1],
            ),
            Mistake(
                "that is the first neuron alone; return after the loop, not inside it.",
                lambda rows, x: outputs(rows, x)[:1],
            ),
            Mistake(
                "you start a new list for every neuron; start it once, before the loop.",
                lambda rows, x: outputs(rows, x)[-1:],
            ),
            Mistake(
                "you asked the first neuron every time; each neuron has weights of its own.",
                lambda rows, x: outputs(rows, x)[:1] * len(rows),
            ),
            Mistake(
                "you added up the outputs; each neuron makes a number of its own.",
                lambda rows, x: sum(outputs(rows, x)),
            ),
            Mistake(
                "that is the largest output alone; return them all, in a list.",
                lambda rows, x: max(outputs(rows, x)),
            ),
            Mistake(
                "you did not call the neurons; a neuron makes its number when it is given x, neuron(x).",
                when=lambda result, rows, x: (
                    isinstance(result, list) and any(isinstance(item, Odd) for item in result)
                ),
            ),
            Mistake(
                "you gave each neuron one number of x; every neuron sees all of x.",
                lambda rows, x: [each([x_i]) for each, x_i in zip(neurons(rows), x)],
            ),
        ],
    ),
    Class(
        "ex-04-3",
        "MLP(layers)(x)",
        start="__call__ gives x to the first layer, and what comes out to the next.",
        parts=layers,
        cases=[
            Case(
                "two layers of two",
                ([[[1, 0, 1], [0, 2, 0]], [[1, 1, 0], [1, -1, 3]]], [1, 2]),
                [6, 1],
            ),
            Case("one layer", ([[[2, 1, 0], [1, 1, 1]]], [1, 1]), [3, 3]),
            Case(
                "from three numbers over two to one",
                ([[[1, 0.5, 0, 0], [0, 0, 0.5, 0.5]], [[1, 1, -0.5]]], [1, 0.5, 1]),
                [1.75],
            ),
            Case("three layers", ([[[1, 1]], [[2, 0]], [[1, -1]]], [2]), [5]),
        ],
        mistakes=[
            Mistake(
                "every layer was given the inputs of the network; give it what the layer before made.",
                lambda tables, x: forward(tables[-1:], x),
            ),
            Mistake(
                "that is the first layer alone; return after the loop, not inside it.",
                lambda tables, x: forward(tables[:1], x),
            ),
            Mistake(
                "these are the outputs of all layers; return those of the last one.", each_output
            ),
            Mistake(
                "you went from the last layer to the first.",
                lambda tables, x: forward([tables[-1], tables[0]], x),
            ),
            Mistake(
                "the layers stand side by side; they work one after the other, each on what the one before made.",
                lambda tables, x: [layer(x) for layer in layers(tables)],
            ),
            Mistake(
                "the inputs came out as they went in; put what a layer makes back into x.",
                lambda tables, x: x,
            ),
        ],
    ),
    Function(
        "ex-04-4",
        "mse(predictions, targets)",
        start="for each pair take prediction minus target, and square it; then take the mean of the squares.",
        cases=[
            Case("two errors that cancel, and do not help", ([8, 4, 6, 4], [10, 2, 6, 4]), 2),
            Case("everything right", ([3, 5], [3, 5]), 0),
            Case("one pair", ([7], [10]), 9),
            Case("one large error", ([4, 0, 0, 0], [0, 0, 0, 0]), 4),
            Case("three pairs", ([1, 0, 2], [2, 2, 0]), 3),
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
                "you did not square, and errors of different sign cancel.",
                lambda p, t: sum(errors(p, t)) / len(t),
            ),
            Mistake(
                "you took the root; leave the mean of the squares as it is.",
                lambda p, t: sqrt(mse(p, t)),
            ),
            Mistake(
                "you added up first and squared then; square each error before you add.",
                lambda p, t: sum(errors(p, t)) ** 2 / len(t),
            ),
            Mistake(
                "you squared the mean of the errors; take the mean of the squares.",
                lambda p, t: (sum(errors(p, t)) / len(t)) ** 2,
            ),
            Mistake(
                "that is half of it; divide by how many pairs there are, and by nothing else.",
                lambda p, t: mse(p, t) / 2,
            ),
            Mistake(
                "these are the squares; take their mean.",
                lambda p, t: [e * e for e in errors(p, t)],
            ),
            Mistake("these are the errors; square them, and take the mean.", errors),
            Mistake(
                "that is the first pair alone; return after the loop, not inside it.",
                lambda p, t: (p[0] - t[0]) ** 2 / len(t),
            ),
            Mistake(
                "you subtracted the squares of the two numbers; subtract first, then square.",
                lambda p, t: sum(a * a - b * b for a, b in zip(p, t)) / len(t),
            ),
            Mistake(
                "you added prediction and target; subtract.",
                lambda p, t: sum((a + b) ** 2 for a, b in zip(p, t)) / len(t),
            ),
            Mistake(
                "that is the largest square alone; take the mean of all.",
                lambda p, t: max(e * e for e in errors(p, t)),
            ),
            Mistake(
                "you multiplied by 2; a square is the number times itself.",
                lambda p, t: sum(2 * e for e in errors(p, t)) / len(t),
            ),
        ],
    ),
]
