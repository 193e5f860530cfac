"""Exercise 4.1: a neuron."""

from math import tanh

from ..draws import number, numbers
from ..function import Case, Function
from ..mistakes import Mistake
from .parts import AFTER, dot, neuron


def neuron_inputs(rng):
    count = rng.randint(1, 4)
    return numbers(rng, count), numbers(rng, count), number(rng)


NEURON = Function(
    "ex-04-1",
    "neuron(x, w, b)",
    start="multiply each input by its weight, add up, and add the bias; the ReLU comes last.",
    right=neuron,
    more=neuron_inputs,
    cases=[
        Case("one input, on", ([2], [2], -3), 1),
        Case("a negative sum becomes 0", ([0.5], [2], -3), 0),
        Case("three inputs, as in emma", ([2, 2, 1], [-1, 2, 3], -3), 2),
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
        Mistake("the first input is missing.", lambda x, w, b: max(0, dot(x[1:], w[1:]) + b)),
        Mistake("the last input is missing.", lambda x, w, b: max(0, dot(x[:-1], w[:-1]) + b)),
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
