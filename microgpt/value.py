"""Scalar autograd: a number that remembers how it was computed.

Every calculation with `Value` builds a graph. `backward()` walks it from the result to the inputs and leaves in
each `grad` how fast the result grows when that value grows: the chain rule, one edge at a time.
"""

import gc
import math
from contextlib import contextmanager


class Value:
    """A number with a gradient.

    `data` is the number. `grad` is 0.0 until `result.backward()` has added d(result)/d(this value) to it.
    Six operations know their own slopes: `+`, `*`, `**` (to a plain number), `log()`, `exp()`, `relu()`.
    Negation, subtraction and division are made of these. Plain numbers may stand on either side.

    >>> a, b = Value(2.0), Value(3.0)
    >>> c = a * b + a
    >>> c.backward()
    >>> c, a.grad, b.grad
    (Value(data=8.0, grad=1.0), 4.0, 2.0)
    """

    __slots__ = ("data", "grad", "_children", "_local_grads", "_unvisited")

    def __init__(self, data, children=(), local_grads=()):
        self.data = data
        self.grad = 0.0
        self._children = children  # the values it was computed from
        self._local_grads = local_grads  # d(this value)/d(child), one per child
        self._unvisited = children  # true until backward() comes by; never true of an input, which has no children

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    # The six operations. A plain number has no gradient, so it is no child.

    def __add__(self, other):
        if isinstance(other, Value):
            return Value(self.data + other.data, (self, other), (1.0, 1.0))
        return Value(self.data + other, (self,), (1.0,))

    def __mul__(self, other):
        if isinstance(other, Value):
            return Value(self.data * other.data, (self, other), (other.data, self.data))
        return Value(self.data * other, (self,), (other,))

    def __pow__(self, power):
        return Value(self.data**power, (self,), (power * self.data ** (power - 1),))

    def log(self):
        """The natural logarithm; `data` must be positive (ValueError otherwise)."""
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def exp(self):
        """e to the power of this value (OverflowError above about 709)."""
        result = math.exp(self.data)
        return Value(result, (self,), (result,))

    def relu(self):
        """This value where it is positive, else 0.0; the slope at exactly 0 is taken to be 0."""
        return Value(max(0.0, self.data), (self,), (float(self.data > 0),))

    # Everything else is made of the six.

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    __radd__ = __add__
    __rmul__ = __mul__

    def backward(self):
        """Add d(this value)/d(v) to `v.grad` for every value v that this one was computed from.

        Gradients accumulate: a value that is used twice is blamed twice, and a second `backward()` without
        setting the gradients back to 0.0 adds to the first. The graph may be of any depth.

        >>> x = Value(3.0)
        >>> (x * x).backward()
        >>> x.grad
        6.0
        """
        # A value must have heard from everyone who used it before it passes its gradient on. So: children before
        # parents, found by a depth-first walk with a stack of its own (no recursion limit), then the other way round.
        order, stack = [], []
        value, children = self, iter(self._children)
        while value:
            for child in children:
                if child._unvisited:
                    child._unvisited = False
                    stack.append((value, children))
                    value, children = child, iter(child._children)
                    break
            else:
                order.append(value)
                value, children = stack.pop() if stack else (None, None)
        self.grad = 1.0
        for value in reversed(order):
            value._unvisited = True
            if value.grad:
                value._pass_on()

    def _pass_on(self):
        grad = self.grad
        for child, local_grad in zip(self._children, self._local_grads):
            child.grad += local_grad * grad


class Dot(Value):
    """The dot product of two equally long lists of Values, as one node: what makes the engine fast.

    Written with `*` and `+` it would be 2n nodes. This one does the same arithmetic in the same order, so that
    every bit agrees. The slope with respect to one child is the data of its partner, looked up when needed.
    Lists of different lengths raise ValueError.

    >>> a, b = [Value(1.0), Value(2.0), Value(-1.0)], [Value(2.0), Value(1.0), Value(0.5)]
    >>> d = Dot(a, b)
    >>> d.backward()
    >>> d.data, [x.grad for x in a]
    (3.5, [2.0, 1.0, 0.5])
    """

    __slots__ = ()

    def __init__(self, a, b):
        total = 0.0
        for x, y in zip(a, b, strict=True):
            total += x.data * y.data
        # Pair by pair, as `a[0] * b[0] + a[1] * b[1] + ...` meets them.
        children = [*a, *b]
        children[::2], children[1::2] = a, b
        self.data = total
        self.grad = 0.0
        self._children = children
        self._unvisited = True

    @property
    def _local_grads(self):
        pairs = zip(self._children[::2], self._children[1::2])
        return [v.data for x, y in pairs for v in (y, x)]

    def _pass_on(self):
        grad, children = self.grad, iter(self._children)
        for x, y in zip(children, children):
            x.grad += y.data * grad
            y.grad += x.data * grad


@contextmanager
def gc_paused():
    """Switch Python's search for reference cycles off for a block, and back to what it was after it.

    A graph of Values has no cycles: it is freed by reference counting. Searching it again and again, as it grows,
    would take most of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
