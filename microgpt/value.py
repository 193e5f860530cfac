"""Scalar autograd: a number that remembers how it was computed.

Every calculation with `Value` builds a graph. `backward()` walks it from the result to the inputs and leaves in
each `grad` how fast the result grows when that value grows: the chain rule, one edge at a time.
"""

import math
from functools import partial

from microgpt.running import as_a_whole, set_grads


class Value:
    """A number with a gradient.

    `data` is the number. `grad` is 0.0 until `result.backward()` has added d(result)/d(this value) to it.
    Six operations know their own slopes: `+`, `*`, `**` (to a plain number), `log()`, `exp()`, `relu()`.
    Negation, subtraction and division are made of these. Plain numbers may stand on either side: see `plain`.
    A copy or a pickle takes the graph along; one that is hundreds of values deep raises RecursionError.

    >>> a, b = Value(2.0), Value(3.0)
    >>> c = a * b + a
    >>> c.backward()
    >>> c, a.grad, b.grad
    (Value(data=8.0, grad=1.0), 4.0, 2.0)
    """

    __slots__ = ("data", "grad", "children", "local_grads", "op", "_walk")
    __array_priority__ = 1  # np.float64(2) * value is ours to compute, not NumPy's

    def __init__(self, data, children=(), local_grads=(), op=""):
        self.data = data if children else plain(data)
        self.grad = 0.0
        self.children = children  # the values it was computed from
        self.local_grads = local_grads  # d(this value)/d(child), one per child
        self.op = op  # how: "+", or ("+", 3) with a plain number; "" for a value that was given
        self._walk = None  # the walk of backward() that came by last

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    # The six operations. A plain number has no gradient, so it is no child.

    def __add__(self, other):
        if isinstance(other, Value):
            return Value(self.data + other.data, (self, other), (1.0, 1.0), "+")
        other = plain(other)
        return Value(self.data + other, (self,), (1.0,), ("+", other))

    def __mul__(self, other):
        if isinstance(other, Value):
            return Value(self.data * other.data, (self, other), (other.data, self.data), "*")
        other = plain(other)
        return Value(self.data * other, (self,), (other,), ("*", other))

    def __pow__(self, power):
        """This value to the power of a plain number: a whole one where `data` is negative (ValueError otherwise).

        At 0.0 the slope is 0 for the power 0, and infinite for a power between 0 and 1: `backward()` hands on inf.

        >>> x = Value(0.0)
        >>> (x**0.5).backward()
        >>> x.grad
        inf
        """
        power = plain(power)
        data = self.data**power
        if type(data) is complex:
            raise ValueError(f"a negative number has whole powers only: {self.data}**{power}")
        try:
            slope = power * self.data ** (power - 1)
        except ZeroDivisionError:
            slope = math.inf if power else 0.0
        return Value(data, (self,), (slope,), ("**", power))

    def log(self):
        """The natural logarithm; `data` must be positive (ValueError otherwise)."""
        return Value(math.log(self.data), (self,), (1 / self.data,), "log")

    def exp(self):
        """e to the power of this value (OverflowError above about 709)."""
        result = math.exp(self.data)
        return Value(result, (self,), (result,), "exp")

    def relu(self):
        """This value where it is positive, else 0.0; the slope at exactly 0 is taken to be 0.

        NaN, the number of a model that has diverged, stays NaN, and so does its slope.
        """
        if self.data <= 0:
            return Value(0.0, (self,), (0.0,), "relu")
        return Value(self.data, (self,), (1.0 if self.data > 0 else self.data,), "relu")

    # Everything else is made of the six.

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        if isinstance(other, Value):
            return self + -other
        other = plain(other)
        return Value(self.data - other, (self,), (1.0,), ("-", other))

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * (other if isinstance(other, Value) else plain(other)) ** -1

    def __rtruediv__(self, other):
        return self**-1 * other

    __radd__ = __add__
    __rmul__ = __mul__

    def backward(self):
        """Add d(this value)/d(v) to `v.grad` for every value v that this one was computed from.

        Gradients accumulate: a value that is used twice is blamed twice. Interrupted, it leaves every gradient as it
        was. The graph may be of any depth.

        >>> x = Value(3.0)
        >>> y = x * x
        >>> y.backward()
        >>> x.grad
        6.0

        A second `backward()` adds to what stands there, in the values on the way too, and each of them passes on all
        that it has. So after the first, y.grad is 1.0; after this one 1.0 + 2.0, and x gets 6.0 times that:

        >>> (y * 2).backward()
        >>> y.grad, x.grad
        (3.0, 24.0)

        For 6.0 + 12.0 set y.grad to 0.0 in between, or compute y anew, as training does at every step.
        """
        # A value must have heard from everyone who used it before it passes its gradient on. So: children before
        # parents, found by a depth-first walk with a stack of its own (no recursion limit), then the other way round.
        # Each walk has its own mark, so that one that was stopped does not mislead the next.
        inputs, order, stack, before, walk = [], [], [], [(self, self.grad)], object()
        value, children = self, iter(self.children)
        while value:
            for child in children:
                if child._walk is not walk:
                    child._walk = walk
                    if child.grad:
                        before.append((child, child.grad))
                    if child.children:
                        stack.append((value, children))
                        value, children = child, iter(child.children)
                        break
                    inputs.append(child)
            else:
                order.append(value)
                value, children = stack.pop() if stack else (None, None)
        as_a_whole(partial(_pass_on, order), partial(set_grads, inputs + order, before))

    def _pass_on(self):
        grad = self.grad
        for child, local_grad in zip(self.children, self.local_grads):
            child.grad += local_grad * grad


def _pass_on(order):
    order[-1].grad = 1.0
    for value in reversed(order):
        if value.grad:
            value._pass_on()


def plain(number):
    """A plain number as an int or a float; TypeError for anything else, such as a text, a list or a Value.

    True, a Fraction, a Decimal, a number of NumPy: whatever knows itself as a float becomes one.

    >>> plain(2), plain(True)
    (2, 1.0)
    """
    if type(number) is float or type(number) is int:
        return number
    if not hasattr(number, "__float__"):
        raise TypeError(f"a plain number is needed here, such as 2 or 0.5, not {number!r:.60}")
    return float(number)
