"""Widgets about going downhill: the gradient on a map, gradient descent, a line fitted to one point."""

from ..base import Widget
from ..traits import Number, Numbers, OneOf
from .landscapes import LANDSCAPES, LIMIT, REACH

MOST = 200
"""The most steps a widget takes."""


class GradientMap(Widget):
    """A loss of two parameters as a map: at the point, the gradient and the two partial slopes it is made of.

    `landscape` is "bowl", "valley", "two minima" or "plateau"; `point` is [w1, w2], each from -3 to 3.

    >>> GradientMap(landscape="bowl", point=[2, 1])
    On the bowl at w1 = 2, w2 = 1 the loss is 6; the slope along w1 is 4, along w2 4: the gradient is [4, 4].
    """

    module = "calculus/gradient_map.js"
    landscape = OneOf("bowl", LANDSCAPES)
    point = Numbers([2.0, 1.0], shortest=2, longest=2, low=-REACH, high=REACH)

    def summary(self):
        ground, (w1, w2) = LANDSCAPES[self.landscape], self.point
        slope1, slope2 = (f"{slope:.4g}" for slope in ground.gradient(w1, w2))
        return (
            f"On the {self.landscape} at w1 = {w1:g}, w2 = {w2:g} the loss is {ground.loss(w1, w2):.4g}; "
            f"the slope along w1 is {slope1}, along w2 {slope2}: the gradient is [{slope1}, {slope2}]."
        )


class GradientDescent(Widget):
    """A ball rolls downhill on the map of a loss: each step is minus the learning rate times the gradient.

    `landscape` is "bowl", "valley", "two minima" or "plateau"; the ball begins at `start`, [w1, w2], each from -3 to 3,
    and has taken `steps` steps. Where the steps overshoot so far that the loss passes a million, it stops.

    >>> GradientDescent(landscape="bowl", start=[2, 1], learning_rate=0.1, steps=5)  # doctest: +NORMALIZE_WHITESPACE
    Gradient descent on the bowl from [2, 1] with learning rate 0.1: after 5 steps w1 = 0.6554, w2 = 0.0778 and
    the loss is 0.4416.
    >>> [round(loss, 4) for loss in GradientDescent(steps=2).losses()]
    [6.0, 3.28, 1.8976]
    """

    module = "calculus/gradient_descent.js"
    landscape = OneOf("bowl", LANDSCAPES)
    start = Numbers([2.0, 1.0], shortest=2, longest=2, low=-REACH, high=REACH)
    learning_rate = Number(0.1, low=0.001, high=10)
    steps = Number(0, low=0, high=MOST, whole=True)

    def path(self):
        """A list of [w1, w2], the start first, one more for each step taken."""
        return LANDSCAPES[self.landscape].descend(self.start, self.learning_rate, self.steps)

    def losses(self):
        """The loss at each place of the path."""
        return [LANDSCAPES[self.landscape].loss(w1, w2) for w1, w2 in self.path()]

    def summary(self):
        path, loss = self.path(), self.losses()[-1]
        (w1, w2), taken = path[-1], len(path) - 1
        start = ", ".join(f"{w:g}" for w in self.start)
        how = f"from [{start}] with learning rate {self.learning_rate:g}"
        text = f"Gradient descent on the {self.landscape} {how}: after {counted(taken)} "
        if loss > LIMIT:
            return text + f"the loss is {loss:.2g}. The steps overshoot: stopped."
        return text + f"w1 = {w1:.4f}, w2 = {w2:.4f} and the loss is {loss:.4f}."


class FitLine(Widget):
    """One data point and a line y = w * x + b: fit it by hand, then let gradient descent do it.

    The point is (`x`, `target`), the loss the square of the miss, (y - target)**2. `by` is "hand" or "descent"; descent
    begins at `w` and `b` and has taken `steps` steps with `learning_rate`.

    >>> FitLine(x=3, target=10, w=2, b=1)
    The line y = 2 * x + 1 predicts 7 at x = 3; the target is 10, the loss 9.
    >>> FitLine(by="descent", steps=3)  # doctest: +NORMALIZE_WHITESPACE
    After 3 steps of descent w = 2.3520, b = 0.7840: the line predicts 7.8400 at x = 3;
    the target is 10, the loss 4.6656.
    """

    module = "calculus/fit_line.js"
    x = Number(3.0, low=-5, high=5)
    target = Number(10.0, low=-20, high=20)
    w = Number(0.0, low=-5, high=5)
    b = Number(0.0, low=-10, high=10)
    learning_rate = Number(0.02, low=0.001, high=1)
    steps = Number(0, low=0, high=MOST, whole=True)
    by = OneOf("hand", ["hand", "descent"])

    def history(self):
        """One dict for the start and for each step taken: w, b, prediction, loss, slope_y, slope_w, slope_b there."""
        w, b, rows = float(self.w), float(self.b), []
        while len(rows) <= self.steps:
            prediction = w * self.x + b
            miss = prediction - self.target
            slope_y = 2 * miss
            rows.append({
                "w": w, "b": b, "prediction": prediction, "loss": miss * miss,
                "slope_y": slope_y, "slope_w": slope_y * self.x, "slope_b": slope_y,
            })  # fmt: skip
            if miss * miss > LIMIT:
                break
            w -= self.learning_rate * rows[-1]["slope_w"]
            b -= self.learning_rate * rows[-1]["slope_b"]
        return rows

    def summary(self):
        if self.by == "hand":
            row = self.history()[0]
            plus = f"+ {row['b']:g}" if row["b"] >= 0 else f"- {-row['b']:g}"
            return (
                f"The line y = {row['w']:g} * x {plus} predicts {row['prediction']:g} at x = {self.x:g}; "
                f"the target is {self.target:g}, the loss {row['loss']:g}."
            )
        rows = self.history()
        now, taken = rows[-1], counted(len(rows) - 1)
        if now["loss"] > LIMIT:
            return f"After {taken} of descent the loss is {now['loss']:.2g}. The steps overshoot: stopped."
        return (
            f"After {taken} of descent w = {now['w']:.4f}, b = {now['b']:.4f}: the line predicts "
            f"{now['prediction']:.4f} at x = {self.x:g}; the target is {self.target:g}, the loss {now['loss']:.4f}."
        )


def counted(steps):
    return "1 step" if steps == 1 else f"{steps} steps"
