"""Losses of two parameters, small enough to be drawn as a map; `engine/landscapes.js` is the same in JavaScript.

The arithmetic is written in products, not powers, and in the same order in both languages: a product is rounded the
same way everywhere, so Python and the browser agree to the last bit. A product never raises OverflowError either.
"""

from collections.abc import Callable
from dataclasses import dataclass

REACH = 3
LIMIT = 1e6
"""Descent ends where the loss is above this: it would only grow on."""


@dataclass(frozen=True)
class Landscape:
    """A loss over w1 and w2, shown from -reach to reach in both.

    `formula` is Python text in w1 and w2; `loss(w1, w2)` is its value; `gradient(w1, w2)` is [slope along w1, slope
    along w2], written by the rules of differentiation. `lowest` is the loss at the deepest place.
    """

    name: str
    formula: str
    loss: Callable[[float, float], float]
    gradient: Callable[[float, float], list[float]]
    reach: int = REACH
    lowest: float = 0.0

    def descend(self, start, learning_rate, steps):
        """The [w1, w2] that gradient descent visits, the start first; it ends early where the loss passes LIMIT."""
        w1, w2 = float(start[0]), float(start[1])
        path = [[w1, w2]]
        while len(path) <= steps and self.loss(w1, w2) <= LIMIT:
            slope1, slope2 = self.gradient(w1, w2)
            w1, w2 = w1 - learning_rate * slope1, w2 - learning_rate * slope2
            path.append([w1, w2])
        return path


def two_minima(w1, w2):
    return (3 * w1 * w1 * w1 * w1 + 4 * w1 * w1 * w1 - 12 * w1 * w1) / 12 + w2 * w2 + 3


def plateau(w1, w2):
    far = 1 + (w1 + 1) * (w1 + 1) + (w2 + 1) * (w2 + 1)
    return 4 - 4 / (far * far)


def plateau_gradient(w1, w2):
    far = 1 + (w1 + 1) * (w1 + 1) + (w2 + 1) * (w2 + 1)
    return [16 * (w1 + 1) / (far * far * far), 16 * (w2 + 1) / (far * far * far)]


LANDSCAPES = {
    one.name: one
    for one in (
        Landscape(
            "bowl", "w1**2 + 2 * w2**2",
            loss=lambda w1, w2: w1 * w1 + 2 * w2 * w2,
            gradient=lambda w1, w2: [2 * w1, 4 * w2],
        ),
        Landscape(
            "valley", "w1**2 / 8 + 2 * w2**2",
            loss=lambda w1, w2: w1 * w1 / 8 + 2 * w2 * w2,
            gradient=lambda w1, w2: [w1 / 4, 4 * w2],
        ),
        Landscape(
            "two minima", "(3 * w1**4 + 4 * w1**3 - 12 * w1**2) / 12 + w2**2 + 3",
            loss=two_minima,
            gradient=lambda w1, w2: [w1 * w1 * w1 + w1 * w1 - 2 * w1, 2 * w2],
            lowest=1 / 3,
        ),
        Landscape("plateau", "4 - 4 / (1 + (w1 + 1)**2 + (w2 + 1)**2)**2", loss=plateau, gradient=plateau_gradient),
    )
}  # fmt: skip
