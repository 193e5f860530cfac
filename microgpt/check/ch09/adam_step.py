"""Exercise 9.3: one step of Adam."""

from math import sqrt

from ..draws import number, numbers
from ..function import Case, Function
from .adam_averages import AVERAGES
from .adam_changed import adam_step
from .adam_move import MOVE


def drawn(rng):
    count = rng.randint(2, 4)
    squares = [abs(number(rng)) for _ in range(count)]
    averages = numbers(rng, count, -1, 1)
    return (
        numbers(rng, count),
        numbers(rng, count, -2, 2),
        averages,
        squares,
        rng.randint(2, 20),
        rng.choice([0.01, 0.05, 0.1]),
    )


ADAM_STEP = Function(
    "ex-09-3",
    "adam_step(params, grads, m, v, step, lr)",
    start="work out the new averages of one parameter first: m from its gradient, v from the square of it.",
    right=adam_step,
    more=drawn,
    cases=[
        Case(
            "the first step, from averages of 0",
            ([1.0, -0.5], [2.0, -0.1], [0.0, 0.0], [0.0, 0.0], 1, 0.01),
            [
                [1 - 0.01 * 2 / (2 + 1e-8), -0.5 + 0.01 * 0.1 / (0.1 + 1e-8)],
                [0.15 * 2, -0.15 * 0.1],
                [0.01 * 4, 0.01 * 0.01],
            ],
        ),
        Case(
            "the second step",
            ([0.99, -0.49], [1.0, 0.3], [0.3, -0.015], [0.04, 0.0001], 2, 0.01),
            [
                [
                    0.99 - 0.01 * (0.405 / 0.2775) / (sqrt(0.0496 / 0.0199) + 1e-8),
                    -0.49 - 0.01 * (0.03225 / 0.2775) / (sqrt(0.000999 / 0.0199) + 1e-8),
                ],
                [0.405, 0.03225],
                [0.0496, 0.000999],
            ],
        ),
        Case(
            "a parameter that has never had a gradient stays",
            ([0.0, 1.0], [0.0, -4.0], [0.0, 0.0], [0.0, 0.0], 1, 0.1),
            [[0.0, 1 + 0.1 * 4 / (4 + 1e-8)], [0.0, -0.6], [0.0, 0.16]],
        ),
        Case(
            "where the gradient is 0 after others, the averages still move the parameter",
            ([0.5], [0.0], [0.2], [0.3], 3, 0.1),
            [
                [0.5 - 0.1 * (0.17 / 0.385875) / (sqrt(0.297 / 0.029701) + 1e-8)],
                [0.17],
                [0.297],
            ],
        ),
        Case(
            "a late step, where the corrections are near 1",
            (
                [2.37, -1.21, 0.08],
                [0.4, -1.5, 0.02],
                [-0.3, 0.6, 0.1],
                [0.2, 1.5, 0.004],
                500,
                0.005,
            ),
            [
                [
                    2.37
                    - 0.005 * (-0.195 / (1 - 0.85**500)) / (sqrt(0.1996 / (1 - 0.99**500)) + 1e-8),
                    -1.21
                    - 0.005 * (0.285 / (1 - 0.85**500)) / (sqrt(1.5075 / (1 - 0.99**500)) + 1e-8),
                    0.08
                    - 0.005 * (0.088 / (1 - 0.85**500)) / (sqrt(0.003964 / (1 - 0.99**500)) + 1e-8),
                ],
                [-0.195, 0.285, 0.088],
                [0.1996, 1.5075, 0.003964],
            ],
        ),
        Case(
            "a gradient as small as eps",
            ([0.5], [2e-8], [0.0], [0.0], 1, 0.3),
            [[0.5 - 0.3 * 2 / 3], [3e-9], [4e-18]],
        ),
    ],
    mistakes=[*AVERAGES, *MOVE],
)
