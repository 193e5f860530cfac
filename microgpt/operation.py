"""Which operation made a Value: noted by the package's own; for a Value of your own told from its numbers."""

import math


def operation(value):
    """(sign, plain number or None): ("*", 3) for `x * 3`, ("", None) for a value that was given, ("?", None): unknown.

    >>> from microgpt import Value
    >>> operation(Value(2.0) * 3)
    ('*', 3)
    """
    if not value.children:
        return "", None
    noted = getattr(value, "op", None) or told_from_numbers(value)
    return noted if isinstance(noted, tuple) else (noted, None)


def told_from_numbers(value):
    """The operation whose result and local gradients are those of `value`; "?" where none of the six fits.

    relu of a positive number has the same numbers as `+ 0` and `* 1`: it is taken for relu.
    """
    xs, slopes, y = [child.data for child in value.children], list(value.local_grads), value.data
    if len(xs) == 2 and len(slopes) == 2:
        a, b = xs
        if slopes == [1, 1] and y == a + b:
            return "+"
        return "*" if slopes == [b, a] and y == a * b else "?"
    if len(xs) != 1 or len(slopes) != 1:
        return "?"
    (x,), (slope,) = xs, slopes
    if y == max(0, x) and slope == (1 if x > 0 else 0):
        return "relu"
    if same(y, lambda: math.exp(x)) and slope == y:
        return "exp"
    if same(y, lambda: math.log(x)) and same(slope, lambda: 1 / x):
        return "log"
    power = round(slope * x / y, 9) if y else 0
    is_power = same(y, lambda: x**power) and power != 1
    if is_power and power == int(power):
        return "**", power
    if slope == 1:
        return "+", y - x
    if same(y, lambda: slope * x):
        return "*", slope
    return ("**", power) if is_power else "?"


def same(number, compute):
    """Whether `compute()` gives this number; not where it gives none."""
    try:
        return math.isclose(number, compute(), rel_tol=1e-12)
    except (ArithmeticError, TypeError, ValueError):
        return False
