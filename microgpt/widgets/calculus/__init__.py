"""Widgets about slopes: the derivative of a function, rates that multiply; and, in `descent`, going downhill."""

from math import isfinite

import traitlets

from ..base import Widget
from ..traits import Number, Text
from .descent import FitLine, GradientDescent, GradientMap
from .expression import LONGEST, ExpressionError, Undefined, evaluate, parse

__all__ = ["DerivativeExplorer", "FitLine", "Gears", "GradientDescent", "GradientMap"]


class DerivativeExplorer(Widget):
    """A curve, its tangent at a point, and a secant whose second point can be brought closer and closer.

    `f` is an expression in x as Python writes it, with + - * / **, parentheses, numbers, pi, e and the functions sin,
    cos, exp, log, sqrt, relu, tanh, abs. `x` is the point, `h` the nudge from it to the second point.

    >>> explorer = DerivativeExplorer(f="x**2", x=1.5, h=0.5)
    >>> explorer
    f(x) = x**2 at x = 1.5: f is 2.25, the slope 3; with h = 0.5 the secant's slope is 3.5.
    >>> explorer.slope()
    3.0
    """

    module = "calculus/derivative.js"
    f = Text("x**2", longest=LONGEST)
    x = Number(1.5, low=-4, high=4)
    h = Number(0.5, low=0.0001, high=2)

    @traitlets.validate("f")
    def _reads(self, proposal):
        try:
            parse(proposal["value"])
        except ExpressionError as error:
            raise traitlets.TraitError(
                f"f cannot be read at character {error.position + 1}: {error}"
            ) from None
        return proposal["value"]

    def slope(self):
        """The exact slope of f at x, 0.0 at a kink; None where there is none."""
        try:
            slope = evaluate(parse(self.f), self.x)[1]
        except Undefined:
            return None
        return slope + 0.0 if isfinite(slope) else None  # never -0.0

    def summary(self):
        tree, at = parse(self.f), f"f(x) = {self.f.strip()} at x = {self.x:g}"
        try:
            value = evaluate(tree, self.x)[0] + 0.0
        except Undefined as reason:
            return f"{at} has no value: {reason}."
        slope = self.slope()
        text = f"{at}: f is {value:.6g}, " + (
            "and there is no slope" if slope is None else f"the slope {slope:.6g}"
        )
        left, right = (evaluate(tree, self.x, side)[1] for side in (-1, 1))
        if isfinite(left) and isfinite(right) and left != right:
            text += f" (a kink: {left:.6g} on the left, {right:.6g} on the right)"
        try:
            secant = (evaluate(tree, self.x + self.h)[0] - value) / self.h + 0.0
        except Undefined:
            return f"{text}; there is no value at x + h."
        return f"{text}; with h = {self.h:g} the secant's slope is {secant:.6g}."


class Gears(Widget):
    """Two rates in a chain: x turns u, u turns y. A nudge of x reaches y multiplied by both rates.

    u is `first` times x, y is `second` times u; `nudge` is how far x is turned.

    >>> gears = Gears(x=1.0, first=3.0, second=2.0, nudge=0.5)
    >>> gears
    x moves by 0.5, u by 1.5, y by 3: y moves 3 x 2 = 6 times as far as x.
    >>> gears.rate()
    6.0
    """

    module = "calculus/gears.js"
    x = Number(1.0, low=-5, high=5)
    first = Number(3.0, low=-5, high=5)
    second = Number(2.0, low=-5, high=5)
    nudge = Number(0.5, low=-1, high=1)

    def rate(self):
        """How far y moves for each 1 that x moves: the product of the two rates."""
        return self.first * self.second + 0.0  # never -0.0

    def summary(self):
        u, y = self.first * self.nudge + 0.0, self.rate() * self.nudge + 0.0
        moves = f"x moves by {self.nudge:g}, u by {u:g}, y by {y:g}: "
        if not self.rate():
            return moves + "a rate of 0 lets nothing through."
        factors = f"{self.first:g} x {self.second:g} = {self.rate():g}"
        return (
            moves
            + f"y moves {factors} times as far as x"
            + (", backwards." if self.rate() < 0 else ".")
        )
