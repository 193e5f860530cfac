"""The dot product as one node of the graph: what makes the engine fast."""

from microgpt.value import Value


class Dot(Value):
    """The dot product of two equally long lists of Values.

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
        self.children = children
        self.op = "dot"
        self._walk = None

    def _pass_on(self):
        grad, children = self.grad, iter(self.children)
        for x, y in zip(children, children):
            x.grad += y.data * grad
            y.grad += x.data * grad
