"""Two balls from one start: one moved by SGD, one by Adam."""

from ...optim import SGD, Adam
from ...value import Value
from ..base import Widget
from ..calculus.landscapes import LANDSCAPES, LIMIT, REACH
from ..traits import Number, Numbers, OneOf

MOST = 200
"""The most steps the balls take."""

NEAR = 0.01
"""A ball whose loss is so near the lowest of its landscape is down."""

RATES = [0.01, 0.1, 0.5, 1, 3]
"""What SGD may be given on the real model."""


class SgdVsAdam(Widget):
    """Two balls from the same start on the same landscape: one is moved by SGD, one by Adam, with a rate for each.

    `landscape` is "bowl", "valley", "two minima" or "plateau"; both begin at `start`, [w1, w2], each from -3 to 3, and
    have taken `steps` steps. `view` is "landscape" or "model": there the model of 4,192 parameters is trained in your
    browser by Adam and by SGD with `model_rate`, from the same `seed`, once you press Train.

    >>> SgdVsAdam(landscape="valley", steps=40)  # doctest: +NORMALIZE_WHITESPACE
    SGD against Adam on the valley from [-2.5, 1.5]. SGD, learning rate 0.1: after 40 steps the loss is 0.1031,
    not down yet. Adam, learning rate 0.1: after 40 steps the loss is 0.0004, down since step 35.
    """

    module = "training/sgd_vs_adam.js"
    view = OneOf("landscape", ["landscape", "model"])
    landscape = OneOf("valley", LANDSCAPES)
    start = Numbers([-2.5, 1.5], shortest=2, longest=2, low=-REACH, high=REACH)
    lr_sgd = Number(0.1, low=0.001, high=10)
    lr_adam = Number(0.1, low=0.001, high=10)
    steps = Number(0, low=0, high=MOST, whole=True)
    model_rate = OneOf(0.1, RATES)
    seed = Number(42, low=0, high=10**9, whole=True)

    def losses(self):
        """{"SGD": the losses from the start on, one more for each step taken; "Adam": the same}."""
        ground = LANDSCAPES[self.landscape]
        makers = {
            "SGD": lambda values: SGD(values, self.lr_sgd),
            "Adam": lambda values: Adam(values, self.lr_adam),
        }
        return {
            name: [ground.loss(*place) for place in roll(ground, self.start, make, self.steps)]
            for name, make in makers.items()
        }

    def summary(self):
        if self.view == "model":
            return (
                f"SGD, learning rate {self.model_rate:g}, against Adam, learning rate 0.01, on the real model: "
                f"to be trained from seed {self.seed}."
            )
        losses, lowest = self.losses(), LANDSCAPES[self.landscape].lowest
        start = ", ".join(f"{w:g}" for w in self.start)
        told = [
            f"{name}, learning rate {rate:g}: {standing(losses[name], lowest)}"
            for name, rate in (("SGD", self.lr_sgd), ("Adam", self.lr_adam))
        ]
        return f"SGD against Adam on the {self.landscape} from [{start}]. {' '.join(told)}"


def roll(ground, start, make, steps):
    """The [w1, w2] that an optimizer visits, the start first; it ends early where the loss passes LIMIT."""
    values = [Value(float(w)) for w in start]
    optimizer = make(values)
    path = [[value.data for value in values]]
    while len(path) <= steps and ground.loss(*path[-1]) <= LIMIT:
        for value, slope in zip(values, ground.gradient(*path[-1])):
            value.grad = slope
        optimizer.step()
        path.append([value.data for value in values])
    return path


def standing(losses, lowest):
    """How a ball stands after these losses, in words."""
    taken = len(losses) - 1
    after = "before its first step" if not taken else f"after {taken} step{'s' * (taken != 1)}"
    if losses[-1] > LIMIT:
        return f"{after} the loss is over a million: stopped."
    high = [i for i, loss in enumerate(losses) if loss > lowest + NEAR]
    since = high[-1] + 1 if high else 0
    down = "not down yet" if since == len(losses) else f"down since step {since}"
    return f"{after} the loss is {losses[-1]:.4f}, {down}."
