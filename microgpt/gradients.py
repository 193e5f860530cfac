"""A check of gradients by finite differences: nudge each value, and see whether the result moves as backward() says."""

import math
from dataclasses import dataclass
from inspect import signature
from numbers import Real

from microgpt.graph import labelled
from microgpt.value import Value

NUDGE = 1e-5
MOST = 50  # values that are nudged, of many


def check_gradients(f, /, *inputs, tolerance=1e-5, most=MOST, **named):
    """Compare what backward() gives with finite differences, for every input of `f`; a `GradientCheck`.

    `f` is called with the inputs and returns a Value; anything else, and nothing to nudge, raise TypeError.

    Inputs are Values, plain numbers, or lists of Values; they have
    the names of f's parameters. Each is nudged up and down by 0.00001; two numbers agree when they differ by at most
    `tolerance` times the larger of them, and of 1. Of more than `most` values, so many are tried, evenly spread.

    >>> check_gradients(lambda a, b: a * b + a, 2.0, 3.0)
    a: gradient 4, finite difference 4: they agree.
    b: gradient 2, finite difference 2: they agree.
    All 2 gradients agree within 1e-05.
    >>> check_gradients(lambda a: a * a.data, a=3.0)
    a: gradient 3, finite difference 6: they differ.
    The gradient does not agree within 1e-05.
    >>> check_gradients(lambda x: x.relu(), 0.0)
    x: gradient 0, and a kink: the slope is 0 on the left and 1 on the right. The gradient lies between them.
    The gradient agrees within 1e-05.

    To check a model, give its parameters: they are nudged where they stand, and put back.

    >>> w = [Value(0.5), Value(-1.0)]
    >>> check_gradients(lambda w: (w[0] * 2 + w[1]) ** 2, w).passed
    True
    """
    bound = signature(f).bind(*inputs, **named)
    bound.arguments = {name: as_values(one) for name, one in bound.arguments.items()}
    values = leaves(bound.arguments)
    if not values:
        raise TypeError("There is nothing to nudge: give f a Value, a number, or a list of Values.")

    def run():
        return f(*bound.args, **bound.kwargs)

    gradients = gradients_of(run, [value for _, value in values])
    chosen = spread(list(zip(values, gradients)), most)
    rows = [compare(name, value, grad, run, tolerance) for (name, value), grad in chosen]
    return GradientCheck(rows, len(values), tolerance)


@dataclass(frozen=True)
class Row:
    """One value: its `name`, its `gradient`, the finite `difference` (None: there is none), `says` and whether `ok`."""

    name: str
    gradient: float
    difference: float | None
    says: str
    ok: bool


@dataclass(frozen=True, repr=False)
class GradientCheck:
    """What a check found: `passed`, and a `Row` for each value that was nudged, of `total`."""

    rows: list
    total: int
    tolerance: float

    @property
    def passed(self):
        """Whether every value that was nudged agrees."""
        return all(row.ok for row in self.rows)

    def __repr__(self):
        good, tried = sum(row.ok for row in self.rows), len(self.rows)
        count = (
            f"All {tried} gradients agree"
            if good == tried
            else f"{good} of {tried} gradients agree"
        )
        if tried == 1:
            count = "The gradient agrees" if good else "The gradient does not agree"
        last = f"{count} within {self.tolerance:g}."
        if tried < self.total:
            last += f" {tried} of {self.total:,} values were nudged."
        return "\n".join([f"{row.name}: {row.says}" for row in self.rows] + [last])


def as_values(thing):
    """Plain numbers as Values, also in lists; what is one already stays."""
    if isinstance(thing, (list, tuple)):
        return [as_values(one) for one in thing]
    return Value(thing) if isinstance(thing, Real) else thing


def leaves(arguments):
    """[(name, value)] of all that can be nudged, each once, in the order of the arguments."""
    names, found, left = labelled(arguments), {}, list(reversed(arguments.values()))
    while left:
        thing = left.pop()
        if isinstance(thing, (list, tuple)):
            left += reversed(thing)
        elif hasattr(thing, "data") and hasattr(thing, "grad"):
            found.setdefault(id(thing), thing)
    return [(names[key], value) for key, value in found.items()]


def gradients_of(run, values):
    """The gradient of each value, by one backward(). The gradients that stood there before are put back."""
    before = [value.grad for value in values]
    try:
        for value in values:
            value.grad = 0.0
        result = run()
        data_of(result)
        if not hasattr(result, "backward"):
            raise TypeError(f"f must return a Value; {type(result).__name__} has no backward().")
        result.backward()
        return [value.grad for value in values]
    finally:
        for value, grad in zip(values, before):
            value.grad = grad


def data_of(result):
    """The number of the Value that a function returned; TypeError where it is none."""
    if result is None:
        raise TypeError("f must return a Value; it returned None. Is its last line a return?")
    if isinstance(result, (list, tuple)):
        raise TypeError(
            "f must return one Value; it returned a list. Add its entries up, for example."
        )
    if not hasattr(result, "data") or not hasattr(result, "grad"):
        raise TypeError(
            f"f must return a Value; it returned {result!r:.40}. Was .data taken on the way?"
        )
    return result.data


def compare(name, value, grad, run, tolerance):
    """The Row of one value."""
    grad = grad + 0.0  # an int becomes a float, -0.0 becomes 0.0
    if math.isnan(grad):
        return Row(
            name, grad, None, "the gradient is nan: something on the way is no number.", False
        )
    if math.isinf(grad):
        return Row(
            name, grad, None, f"the gradient is {grad}: nothing finite can be beside it.", False
        )
    try:
        left, right, noise = one_sided(value, run, NUDGE)
    except (ArithmeticError, ValueError) as error:
        says = f"gradient {grad:.6g}, and no finite difference: beside {value.data:g}, f fails with “{error}”."
        return Row(name, grad, None, says, False)
    difference = (left + right) / 2 + 0.0
    if not math.isfinite(difference):
        says = f"gradient {grad:.6g}, and no finite difference: f is no ordinary number here."
        return Row(name, grad, None, says, False)
    if is_near(grad, difference, tolerance, noise):
        says = f"gradient {grad:.6g}, finite difference {difference:.6g}: they agree."
        return Row(name, grad, difference, says, True)
    return Row(name, grad, difference, *what_differs(value, grad, (left, right), run, tolerance))


def what_differs(value, grad, slopes, run, tolerance):
    """(sentence, whether it is all right) where the gradient and the finite difference are not the same."""
    difference = sum(slopes) / 2 + 0.0
    if is_kink(value, slopes, run):
        low, high = sorted(slopes)
        room = tolerance * max(1, abs(low), abs(high))
        inside = low - room <= grad <= high + room
        left, right = (slope + 0.0 for slope in slopes)
        says = f"gradient {grad:.6g}, and a kink: the slope is {left:.6g} on the left and {right:.6g} on the right. "
        return says + f"The gradient lies {'between them' if inside else 'outside'}.", inside
    says = f"gradient {grad:.6g}, finite difference {difference:.6g}: they differ."
    if grad == 0:
        says += " No blame arrived. Was .data used, or a new Value made, on the way?"
    return says, False


def one_sided(value, run, nudge):
    """(slope on the left, slope on the right, what rounding may add to them). The value is put back."""
    middle = value.data
    step = nudge * max(1, abs(middle))
    try:
        results = []
        for at in (middle - step, middle, middle + step):
            value.data = at
            results.append(data_of(run()))
    finally:
        value.data = middle
    below, here, above = results
    noise = 8 * 2**-52 * max(map(abs, results)) / step
    return (here - below) / step, (above - here) / step, noise


def is_kink(value, slopes, run):
    """Whether the slopes on both sides stay apart however small the nudge: on a smooth curve they meet."""
    closer = one_sided(value, run, NUDGE / 16)[:2]
    apart, still_apart = (right - left for left, right in (slopes, closer))
    return abs(apart) > 1e-3 and abs(still_apart) > abs(apart) / 2


def is_near(a, b, tolerance, noise):
    """Whether two slopes are the same number, but for rounding."""
    return abs(a - b) <= tolerance * max(1, abs(a), abs(b)) + noise


def spread(things, most):
    """At most `most` of a list, evenly spread, the first among them.

    >>> spread(list("abcdefgh"), 3)
    ['a', 'c', 'f']
    """
    count = min(most, len(things))
    return [things[i * len(things) // count] for i in range(count)]
