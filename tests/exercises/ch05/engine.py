"""ex-05-6: the whole engine"""

from microgpt.value import Value

from ..edits import edited, made
from .parts import ENGINE

WALK = ENGINE[ENGINE.index("        order, seen") :]  # the whole body of backward


ENGINE_CLOSURES = """
from math import exp, log

class Value:
    def __init__(self, data, inputs=()):
        self.data, self.grad, self.inputs, self.push = data, 0.0, inputs, lambda: None

    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, other):
        other = Value.of(other)
        out = Value(self.data + other.data, (self, other))
        def push():
            self.grad += out.grad
            other.grad += out.grad
        out.push = push
        return out

    __radd__ = __add__

    def __mul__(self, other):
        other = Value.of(other)
        out = Value(self.data * other.data, (self, other))
        def push():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out.push = push
        return out

    __rmul__ = __mul__

    def unary(self, data, slope):
        out = Value(data, (self,))
        def push():
            self.grad += slope * out.grad
        out.push = push
        return out

    def __pow__(self, n): return self.unary(self.data**n, n * self.data ** (n - 1))
    def log(self): return self.unary(log(self.data), 1 / self.data)
    def exp(self): return self.unary(exp(self.data), exp(self.data))
    def relu(self): return self.unary(self.data * (self.data > 0), self.data > 0)
    def __neg__(self): return self.unary(-self.data, -1)
    def __sub__(self, other): return self + -Value.of(other)
    def __rsub__(self, other): return Value.of(other) - self
    def __truediv__(self, other): return self * Value.of(other) ** -1
    def __rtruediv__(self, other): return Value.of(other) / self

    def backward(self):
        values, users = [self], {self: 0}
        for value in values:
            for child in value.inputs:
                if child not in users:
                    users[child] = 0
                    values.append(child)
                users[child] += 1
        self.grad = 1
        free = [self]
        while free:
            value = free.pop()
            value.push()
            for child in value.inputs:
                users[child] -= 1
                if not users[child]:
                    free.append(child)
"""


MICROGRAD = (
    ENGINE_CLOSURES[: ENGINE_CLOSURES.index("    def backward")]
    + """
    def backward(self):
        order, seen = [], set()
        def build(value):
            if value not in seen:
                seen.add(value)
                for child in value.inputs:
                    build(child)
                order.append(value)
        build(self)
        self.grad = 1.0
        for value in reversed(order):
            value.push()
"""
)


ENGINE_NUMBERED = """
import itertools, math

class Value:
    count = itertools.count()
    __slots__ = ("data", "grad", "edges", "number")

    def __init__(self, data, *edges):
        self.data, self.grad, self.edges, self.number = data, 0.0, edges, next(Value.count)

    def __add__(a, b):
        if isinstance(b, Value):
            return Value(a.data + b.data, (a, 1), (b, 1))
        return Value(a.data + b, (a, 1))

    def __mul__(a, b):
        if isinstance(b, Value):
            return Value(a.data * b.data, (a, b.data), (b, a.data))
        return Value(a.data * b, (a, b))

    def __truediv__(a, b):
        if isinstance(b, Value):
            return Value(a.data / b.data, (a, 1 / b.data), (b, -a.data / b.data**2))
        return Value(a.data / b, (a, 1 / b))

    def __rtruediv__(a, k):
        return Value(k / a.data, (a, -k / a.data**2))

    def __sub__(a, b):
        if isinstance(b, Value):
            return Value(a.data - b.data, (a, 1), (b, -1))
        return Value(a.data - b, (a, 1))

    def __rsub__(a, k):
        return Value(k - a.data, (a, -1))

    def __neg__(a):
        return Value(-a.data, (a, -1))

    def __pow__(a, k):
        return Value(a.data**k, (a, k * a.data ** (k - 1)))

    def log(a):
        return Value(math.log(a.data), (a, 1 / a.data))

    def exp(a):
        e = math.exp(a.data)
        return Value(e, (a, e))

    def relu(a):
        return Value(a.data, (a, 1)) if a.data > 0 else Value(0, (a, 0))

    __radd__, __rmul__ = __add__, __mul__

    def backward(self):
        found, stack = {self}, [self]
        while stack:
            for child, _ in stack.pop().edges:
                if child not in found:
                    found.add(child)
                    stack.append(child)
        self.grad = 1.0
        for value in sorted(found, key=lambda value: -value.number):
            for child, slope in value.edges:
                child.grad += slope * value.grad
"""


def engine(*changes, source=ENGINE):
    return edited(source, "Value", *changes)


def backward(body):
    """The engine with this body of backward, and perhaps more methods behind it."""
    return engine((WALK, body))


BEFORE_ALL_PARENTS = """
        self.grad = 1.0
        self.pass_on()

    def pass_on(self):
        for child, local_grad in zip(self.children, self.local_grads):
            child.grad += local_grad * self.grad
            child.pass_on()
"""


RECURSIVE_ORDER = """
        order, seen = [], set()

        def visit(value):
            if value not in seen:
                seen.add(value)
                for child in value.children:
                    visit(child)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for child, local_grad in zip(value.children, value.local_grads):
                child.grad += local_grad * value.grad
"""


DEEPER = "        import sys\n        sys.setrecursionlimit(10**6)\n" + RECURSIVE_ORDER.lstrip("\n")


QUEUE = """
        self.grad, queue, seen = 1.0, [self], {self}
        for value in queue:
            for child, local_grad in zip(value.children, value.local_grads):
                child.grad += local_grad * value.grad
                if child not in seen:
                    seen.add(child)
                    queue.append(child)
"""


EACH_WAY = """
        self.grad = 1.0
        self.pass_on(1.0)

    def pass_on(self, arrives):
        for child, local_grad in zip(self.children, self.local_grads):
            child.grad += local_grad * arrives
            child.pass_on(local_grad * arrives)
"""


ENGINE_STUB = """
import math

class Value:
    def __init__(self, data, children=(), local_grads=()):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.local_grads = local_grads

    def __add__(self, other):
        raise NotImplementedError

    def __mul__(self, other):
        raise NotImplementedError

    def backward(self):
        raise NotImplementedError
"""


BARE_STUB = """
class Value:
    def __init__(self, data):
        raise NotImplementedError
"""


RIGHT = [
    Value,
    engine(),
    engine(source=ENGINE_CLOSURES),
    engine(source=ENGINE_NUMBERED),
    engine((", (self,), ", ", [self], "), (", (self, other), ", ", [self, other], ")),
    engine(
        (
            "def __init__",
            "__slots__ = ('data', 'grad', 'children', 'local_grads')\n\n    def __init__",
        )
    ),
    engine(
        ("return self + -other", "return self + other * -1"),
        ("return -self + other", "return other + (-self)"),
    ),
    engine(
        ("return self * other**-1", "return self * (1 / other)"),
        ("return self**-1 * other", "return Value(other) * self**-1"),
    ),
    engine(
        (
            "def __init__",
            "def __repr__(self):\n        return f'Value({self.data}, {self.grad})'\n\n    def __init__",
        )
    ),
    engine(("self.grad = 1.0", "self.grad = 1"), ("self.grad = 0.0", "self.grad = 0")),
    engine(("self.data = data", "self.data = float(data)")),
    engine(("reversed(order)", "order[::-1]")),
    engine(
        ("seen.add(value)", "seen.add(id(value))"),
        ("value not in seen", "id(value) not in seen"),
    ),
    engine(
        (
            "other = other if isinstance(other, Value) else Value(other)",
            "if not isinstance(other, Value):\n            other = Value(other)",
        )
    ),
    engine(
        (
            "other = other if isinstance(other, Value) else Value(other)",
            "if isinstance(other, (int, float)):\n            other = Value(other)",
        )
    ),
    engine(("return self * -1", "return Value(-self.data, (self,), (-1,))")),
    engine(
        (
            "max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,)",
            "self.data * (self.data > 0), (self,), (float(self.data > 0),)",
        )
    ),
    engine(
        (
            "        order, seen, stack = [], set(), [(self, False)]",
            "        return self.run()\n\n"
            "    def run(self):\n"
            "        order, seen, stack = [], set(), [(self, False)]",
        )
    ),
]


WRONG = [
    (engine(("child.grad +=", "child.grad =")), "forgets its first part"),
    (engine(("        self.grad = 1.0\n", "")), "no gradient starts it"),
    (engine(("self.grad = 1.0", "self.grad += 1.0")), "you added 1 to what stood there"),
    (made(MICROGRAD, "Value"), "a thousand deep"),
    (
        made(MICROGRAD.replace("self.data > 0)\n", "1)\n"), "Value"),
        "only where the data is above 0",
    ),
    (
        made(MICROGRAD.replace("reversed(order)", "order"), "Value"),
        "the gradients stop at the children",
    ),
    (
        made(MICROGRAD.replace("n * self.data ** (n - 1)", "n * self.data"), "Value"),
        "a square alone",
    ),
    (engine(("self.grad = 1.0", "self.grad = 0.0")), "no gradient starts it"),
    (engine(("self.grad = 1.0", "self.grad = self.data")), None),
    (engine(("reversed(order)", "order")), "the gradients stop at the children"),
    (
        backward("""
        self.grad = 1.0
        for child, local_grad in zip(self.children, self.local_grads):
            child.grad += local_grad * self.grad
        """),
        "the gradients stop at the children",
    ),
    (backward(BEFORE_ALL_PARENTS), "passes on all that it has whenever it is met"),
    (
        backward(
            BEFORE_ALL_PARENTS.replace(
                "            child.pass_on()",
                "        for child in self.children:\n            child.pass_on()",
            )
        ),
        "passes on all that it has whenever it is met",
    ),
    (
        backward(BEFORE_ALL_PARENTS.replace("child.grad += local_grad", "child.grad = local_grad")),
        "forgets its first part",
    ),
    (backward(EACH_WAY), "each way to a value is walked by itself"),
    (backward(QUEUE), "a value passes on when it is first met"),
    (
        backward(QUEUE.replace("in queue:", "in queue[::-1] or queue:")),
        "the gradients stop at the children",
    ),
    (backward(RECURSIVE_ORDER), "a thousand deep"),
    (backward(DEEPER), "a thousand deep"),
    (
        backward(RECURSIVE_ORDER.replace("child.grad +=", "child.grad =")),
        "forgets its first part",
    ),
    (
        backward(RECURSIVE_ORDER.replace("reversed(order)", "order")),
        "the gradients stop at the children",
    ),
    (
        backward(RECURSIVE_ORDER.replace("        self.grad = 1.0\n", "")),
        "no gradient starts it",
    ),
    (engine(("local_grad * value.grad", "value.grad")), "the local gradient is missing"),
    (engine(("local_grad * value.grad", "local_grad")), "what arrives is missing"),
    (
        engine(("local_grad * value.grad", "local_grad + value.grad")),
        "you added the local gradient",
    ),
    (
        engine(("local_grad * value.grad", "local_grad * child.grad")),
        "by the gradient of the child",
    ),
    (
        engine(("local_grad * value.grad", "local_grad * value.data")),
        "by the data of the value",
    ),
    (engine(("+= local", "-= local")), "the signs are turned round"),
    (
        engine(
            (
                "self.grad = 1.0",
                "for value in order:\n            value.grad = 0.0\n        self.grad = 1.0",
            )
        ),
        "sets all gradients to 0 first",
    ),
    (
        engine(("self.grad = 1.0", "for value in order:\n            value.grad = 1.0")),
        "each value begins with 1",
    ),
    (
        engine(
            (
                "child.grad += local_grad * value.grad",
                "child.grad += local_grad * value.grad\n                break",
            )
        ),
        "only the first child",
    ),
    (
        engine(
            ("value not in seen", "value.data not in seen"),
            ("seen.add(value)", "seen.add(value.data)"),
        ),
        "equal numbers are taken for one value",
    ),
    (
        engine(
            (
                "def __neg__",
                "def __eq__(self, other):\n"
                "        return self.data == other.data\n\n"
                "    def __hash__(self):\n"
                "        return hash(self.data)\n\n"
                "    def __neg__",
            )
        ),
        "equal numbers are taken for one value",
    ),
    (
        engine(
            (
                "def __neg__",
                "def __eq__(self, other):\n        return self.data == other.data\n\n    def __neg__",
            )
        ),
        None,
    ),
    (
        engine(("(other.data, self.data)", "(self.data, other.data)")),
        "the local gradients are swapped",
    ),
    (engine(("(other.data, self.data)", "(1.0, 1.0)")), "a slope of 1 is that of a sum"),
    (
        engine(("(power * self.data ** (power - 1),)", "(self.data ** (power - 1),)")),
        "the power stands in front",
    ),
    (
        engine(("(power * self.data ** (power - 1),)", "(power * self.data ** power,)")),
        "the power goes down by 1",
    ),
    (
        engine(("(power * self.data ** (power - 1),)", "(power * self.data,)")),
        "the slope of a square alone",
    ),
    (engine(("(1 / self.data,)", "(self.data,)")), "the slope of log is 1 / x"),
    (engine(("(result,))", "(self.data * math.exp(self.data - 1),))")), "e**x is no power"),
    (engine(("(1.0 if self.data > 0 else 0.0,)", "(1.0,)")), "only where the data is above 0"),
    (engine(("self.data > 0", "self.data >= 0")), "the slope of relu at 0 is 0 here"),
    (engine(("(1.0 if self.data > 0 else 0.0,)", "(max(0, self.data),)")), "and not the data"),
    (engine(("max(0.0, self.data)", "self.data")), "relu cuts nothing off"),
    (engine(("return -self + other", "return self - other")), "1 - x came out as x - 1"),
    (engine(("return self**-1 * other", "return self / other")), "2 / x came out as x / 2"),
    (
        engine(
            ("return -self + other", "return self - other"),
            ("return self**-1 * other", "return self / other"),
        ),
        "1 - x and 2 / x came out",
    ),
    (engine(("return self + -other", "return -self + other")), "a - b came out as b - a"),
    (engine(("return self + -other", "return self + other")), "a - b came out as a + b"),
    (engine(("return self * other**-1", "return self * other")), "a / b came out as a * b"),
    (engine(("return self * -1", "return self * 1")), "-x came out as x"),
    (engine(("return self * -1", "return Value(-self.data)")), "forgets them"),
    (engine(("return self * -1", "return -self.data")), "a plain number came back"),
    (engine(("return self * -1", "self.data = -self.data\n        return self")), None),
    (engine(("def __radd__", "def radd")), "need __radd__"),
    (engine(("def __rmul__", "def rmul")), "needs __rmul__"),
    (engine(("def __rsub__", "def rsub")), "needs __rsub__"),
    (engine(("def __rtruediv__", "def rtruediv")), "needs __rtruediv__"),
    (engine(("def __neg__", "def neg")), "needs __neg__"),
    (engine(("def __truediv__", "def __div__")), "an operation is missing"),
    (engine(("def __pow__", "def power")), "an operation is missing"),
    (
        engine(("        other = other if isinstance(other, Value) else Value(other)\n", "")),
        "a plain number came in",
    ),
    (engine(("def relu", "def ReLU")), "an operation or backward is missing"),
    (engine(("def backward", "def back")), "an operation or backward is missing"),
    (
        engine(
            (
                "return Value(math.log(self.data), (self,), (1 / self.data,))",
                "return math.log(self.data)",
            )
        ),
        "a plain number came back",
    ),
    (
        engine(
            (
                "return Value(math.log(self.data), (self,), (1 / self.data,))",
                "return Value(math.log(self.data), self, (1 / self.data,))",
            )
        ),
        "one of one item has a comma",
    ),
    (
        engine(
            (
                "return Value(math.log(self.data), (self,), (1 / self.data,))",
                "Value(math.log(self.data), (self,), (1 / self.data,))",
            )
        ),
        "nothing came back",
    ),
    (
        engine(
            (
                "return Value(result, (self,), (result,))",
                "self.data = result\n        return Value(result, (self,), (result,))",
            )
        ),
        "the data of an input has changed",
    ),
    (
        engine(
            (
                "        self.data = data\n        self.grad = 0.0\n",
                "        self.data = data\n",
            )
        ),
        "__init__ keeps what it is given",
    ),
    (
        engine(
            (
                "def __init__(self, data, children=(), local_grads=()):",
                "def __init__(self, data, children, local_grads):",
            )
        ),
        None,
    ),
]


STUBS = [made(ENGINE_STUB, "Value"), made(BARE_STUB, "Value")]
