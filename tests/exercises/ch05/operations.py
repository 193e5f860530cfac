"""ex-05-2: six operations"""

from ..edits import edited, made

OPERATIONS = """
import math

class Value:
    def __init__(self, data, children=(), local_grads=()):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.local_grads = local_grads

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, power):
        return Value(self.data**power, (self,), (power * self.data ** (power - 1),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def exp(self):
        result = math.exp(self.data)
        return Value(result, (self,), (result,))

    def relu(self):
        return Value(max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,))
"""


MUL = "return Value(self.data * other.data, (self, other), (other.data, self.data))"


POW = "return Value(self.data**power, (self,), (power * self.data ** (power - 1),))"


LOG = "return Value(math.log(self.data), (self,), (1 / self.data,))"


EXP = "return Value(result, (self,), (result,))"


RELU = "return Value(max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,))"


OPERATIONS_DATACLASS = """
from dataclasses import dataclass, field
from math import e, exp, log
import operator

@dataclass(eq=False)
class Value:
    data: float
    children: tuple = ()
    local_grads: tuple = ()
    grad: float = 0.0

    def __add__(self, other):
        return Value(operator.add(self.data, other.data), (other, self), (1, 1))

    def __mul__(self, other):
        return Value(operator.mul(self.data, other.data), (other, self), (self.data, other.data))

    def __pow__(self, n):
        return Value(operator.pow(self.data, n), [self], [n * operator.pow(self.data, n - 1)])

    def log(self):
        return Value(log(self.data), [self], [self.data**-1])

    def exp(self):
        return Value(e**self.data, [self], [e**self.data])

    def relu(self):
        return Value(self.data if self.data > 0 else 0, [self], [int(self.data > 0)])
"""


OPERATIONS_SLOTS = """
import math

class Value:
    __slots__ = ("local_grads", "children", "grad", "data")

    def __init__(self, data, children=(), local_grads=()):
        self.local_grads, self.children, self.grad, self.data = list(local_grads), list(children), 0, data

    def new(self, data, **children):
        raise NotImplementedError

    def __add__(self, other):
        out = Value(self.data + other.data)
        out.children, out.local_grads = [self, other], [1, 1]
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data)
        out.children.append(self)
        out.local_grads.append(other.data)
        out.children.append(other)
        out.local_grads.append(self.data)
        return out

    def __pow__(self, power):
        slope = power * self.data ** (power - 1) if power else 0.0
        return Value(self.data**power, [self], [slope])

    def log(self):
        return Value(math.log(self.data), [self], [1.0 / self.data])

    def exp(self):
        out = Value(math.exp(self.data), [self])
        out.local_grads = [out.data]
        return out

    def relu(self):
        if self.data > 0:
            return Value(self.data, [self], [1])
        return Value(0, [self], [0])
"""


def operations(*changes):
    return edited(OPERATIONS, "Value", *changes)


# The stubs
OPERATIONS_STUB = """
import math

class Value:
    def __init__(self, data, children=(), local_grads=()):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.local_grads = local_grads

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        raise NotImplementedError

    def __pow__(self, power):
        raise NotImplementedError

    def log(self):
        raise NotImplementedError

    def exp(self):
        raise NotImplementedError

    def relu(self):
        raise NotImplementedError
"""


RIGHT = [
    operations(),
    made(OPERATIONS_DATACLASS, "Value"),
    made(OPERATIONS_SLOTS, "Value"),
    operations((", (self,), ", ", [self], "), (", (self, other), ", ", [self, other], ")),
    operations(
        ("(self, other), (other.data, self.data)", "(other, self), (self.data, other.data)")
    ),
    operations(("(1 / self.data,)", "(self.data**-1,)")),
    operations(("(1 / self.data,)", "[1.0 / self.data]")),
    operations(
        (
            EXP,
            "out = Value(result, (self,))\n        out.local_grads = (out.data,)\n        return out",
        )
    ),
    operations(("(result,))", "(math.exp(self.data),))")),
    operations(
        ("max(0.0, self.data), (self,)", "max(0, self.data), (self,)"),
        ("1.0 if self.data > 0 else 0.0", "int(self.data > 0)"),
    ),
    operations(
        (
            RELU,
            "if self.data <= 0:\n"
            "            return Value(0, (self,), (0,))\n"
            "        return Value(self.data, (self,), (1,))",
        )
    ),
    operations(
        (RELU, "on = self.data > 0\n        return Value(self.data * on, (self,), (on * 1.0,))")
    ),
    operations(
        (
            "power * self.data ** (power - 1)",
            "power * self.data**power / self.data if self.data else 0.0",
        )
    ),
    operations(
        ("self.data**power", "math.pow(self.data, power)"),
        ("self.data ** (power - 1)", "math.pow(self.data, power - 1)"),
    ),
    operations(("self.data = data", "self.data = float(data)")),
    operations(
        (
            MUL,
            "import operator\n"
            "        out = operator.mul(self.data, other.data)\n"
            "        return Value(out, (self, other), (other.data, self.data))",
        )
    ),
    operations(
        ("math.log", "numpy.log"), ("math.exp", "numpy.exp"), ("import math", "import numpy")
    ),
    operations(
        (
            POW,
            "slope = power * self.data ** (power - 1)\n"
            "        return self.__class__(self.data**power, [self], [slope])",
        )
    ),
    operations(
        (
            "def __init__(self, data, children=(), local_grads=()):",
            "__slots__ = ('data', 'grad', 'children', 'local_grads')\n\n"
            "    def __init__(self, data, children=(), local_grads=()):",
        )
    ),
    operations(
        (
            "def __add__",
            "def __repr__(self):\n        return f'Value({self.data})'\n\n    def __add__",
        )
    ),
]


WRONG = [
    (
        operations(("(other.data, self.data)", "(self.data, other.data)")),
        "the slopes of the product are swapped",
    ),
    (operations(("(other.data, self.data)", "(1.0, 1.0)")), "a slope of 1 is that of a sum"),
    (
        operations(("(other.data, self.data)", "(other.data, other.data)")),
        "both slopes are the data of b",
    ),
    (
        operations(("(other.data, self.data)", "(self.data, self.data)")),
        "both slopes are the data of a",
    ),
    (
        operations(("(other.data, self.data)", "(self.data * other.data, self.data * other.data)")),
        "and not the product",
    ),
    (operations(("self.data * other.data", "self.data + other.data")), "* adds here"),
    (
        operations((MUL, "return Value(self.data * other.data, (self,), (other.data,))")),
        "the product keeps one child",
    ),
    (
        operations((MUL, "return Value(self.data * other.data, (self, other))")),
        "without their local gradients",
    ),
    (
        operations((MUL, "return Value(self.data * other.data)")),
        "a new Value needs its children",
    ),
    (operations((MUL, "return self.data * other.data")), "a plain number came back"),
    (
        operations((MUL, "Value(self.data * other.data, (self, other), (other.data, self.data))")),
        "nothing came back",
    ),
    (
        operations(
            (
                "(self, other), (other.data, self.data)",
                "(self.data, other.data), (other.data, self.data)",
            )
        ),
        "the children are numbers",
    ),
    (
        operations(("(self, other), (other.data, self.data)", "(self, other), (other, self)")),
        "a local gradient is a Value",
    ),
    (
        operations(
            ("(self, other), (other.data, self.data)", "(other.data, self.data), (self, other)")
        ),
        "have changed places",
    ),
    (
        operations(("(self, other), (other.data, self.data)", "(self, other), (other.data,)")),
        "two children, and one local gradient",
    ),
    (
        operations((MUL, "self.data *= other.data\n        return self")),
        "you changed the data of self",
    ),
    (operations(("def __mul__", "def __matmul__")), "compute with the numbers"),
    (
        operations((MUL, "return Value(self * other, (self, other), (other.data, self.data))")),
        None,
    ),
    (
        operations(("(power * self.data ** (power - 1),)", "(self.data ** (power - 1),)")),
        "the power stands in front",
    ),
    (
        operations(("(power * self.data ** (power - 1),)", "(power * self.data ** power,)")),
        "the power goes down by 1",
    ),
    (
        operations(("(power * self.data ** (power - 1),)", "(power * self.data ** power - 1,)")),
        "the 1 goes off the power",
    ),
    (
        operations(("(power * self.data ** (power - 1),)", "(self.data ** power,)")),
        "and not a**n itself",
    ),
    (
        operations(("(power * self.data ** (power - 1),)", "(power * self.data,)")),
        "n * a is the slope of a square alone",
    ),
    (
        operations(("(power * self.data ** (power - 1),)", "(2 * self.data,)")),
        "2 * a is the slope of a square alone",
    ),
    (operations(("(power * self.data ** (power - 1),)", "(power,)")), "and not n."),
    (
        operations(("(power * self.data ** (power - 1),)", "(power * self.data ** (power + 1),)")),
        "the power grows here",
    ),
    (
        operations(
            ("(power * self.data ** (power - 1),)", "((power - 1) * self.data ** (power - 1),)")
        ),
        "and not n - 1",
    ),
    (
        operations(("(power * self.data ** (power - 1),)", "power * self.data ** (power - 1)")),
        "one of one item has a comma",
    ),
    (operations(("self.data**power", "self.data * power")), "a power turned into a product"),
    (
        operations(
            (
                POW,
                "return Value(self.data**power, (self, power), (power * self.data ** (power - 1), 0.0))",
            )
        ),
        "a plain number is among the children",
    ),
    (
        operations(
            (POW, "return Value(self.data**power, (), (power * self.data ** (power - 1),))")
        ),
        "without the children",
    ),
    (operations(("(1 / self.data,)", "(math.log(self.data),)")), "and not the logarithm"),
    (
        operations(("(1 / self.data,)", "(self.data,)")),
        "the slope of log is 1 / a: one divided",
    ),
    (
        operations(("(1 / self.data,)", "(1 / math.log(self.data),)")),
        "you divided by the logarithm",
    ),
    (operations(("(1 / self.data,)", "(1,)")), "the slope of log is 1 / a: one divided"),
    (operations(("math.log(", "math.log10(")), "a logarithm to another base"),
    (
        operations((LOG, "return Value(math.log(self.data), self, (1 / self.data,))")),
        "one of one item has a comma",
    ),
    (
        operations((LOG, "return Value(math.log(self), (self,), (1 / self.data,))")),
        "compute with the numbers",
    ),
    (operations((LOG, "return math.log(self.data)")), "a plain number came back"),
    (
        operations(
            (
                LOG,
                "self.data = math.log(self.data)\n        return Value(self.data, (self,), (1 / self.data,))",
            )
        ),
        "you changed the data of self",
    ),
    (
        operations((LOG, "return Value(math.log(self.data), (self,), ())")),
        "without their local gradients",
    ),
    (
        operations((EXP, "return Value(result, (self,), (self.data * math.exp(self.data - 1),))")),
        "e**a is no power of a",
    ),
    (operations((EXP, "return Value(result, (self,), (self.data,))")), "and not what comes in"),
    (
        operations((EXP, "return Value(result, (self,), (1,))")),
        "the slope of exp is the data of the result, e**a",
    ),
    (operations((EXP, "return Value(result, (self,))")), "without their local gradients"),
    (operations(("result = math.exp(self.data)", "result = 2**self.data")), "exp is e**a"),
    (operations((EXP, "return Value(result)")), "a new Value needs its children"),
    (operations((EXP, "return Value(self.exp(), (self,), (result,))")), None),
    (
        operations(("(1.0 if self.data > 0 else 0.0,)", "(1.0,)")),
        "is 1 only where the data is above 0",
    ),
    (
        operations(("1.0 if self.data > 0", "1.0 if self.data >= 0")),
        "the slope of relu at 0 is 0 here",
    ),
    (
        operations(("(1.0 if self.data > 0 else 0.0,)", "(0.0,)")),
        "the slope of relu is 1 where",
    ),
    (
        operations(("(1.0 if self.data > 0 else 0.0,)", "(max(0, self.data),)")),
        "above 0 is 1, and not the data",
    ),
    (
        operations(("1.0 if self.data > 0 else 0.0", "1.0 if self.data < 0 else 0.0")),
        "the slope of relu is turned round",
    ),
    (
        operations(
            ("1.0 if self.data > 0 else 0.0", "1.0 if self.data > 0 else 0.01"),
            ("max(0.0, self.data)", "max(0.01 * self.data, self.data)"),
        ),
        "relu leaks below 0",
    ),
    (
        operations(
            ("1.0 if self.data > 0 else 0.0", "0.5 if self.data == 0 else float(self.data > 0)")
        ),
        "stated to be 0, and not between",
    ),
    (operations(("max(0.0, self.data)", "self.data")), "relu cuts nothing off"),
    (
        operations(("max(0.0, self.data)", "min(0.0, self.data)")),
        "relu keeps the negative side",
    ),
    (
        operations(("max(0.0, self.data)", "abs(self.data)")),
        "relu turns a negative number round",
    ),
    (operations(("max(0.0, self.data)", "int(self.data > 0)")), "relu says whether it is open"),
    (operations(("max(0.0, self.data)", "max(0.0, self)")), "compute with the numbers"),
    (
        operations(
            (RELU, "if self.data > 0:\n            return Value(self.data, (self,), (1.0,))")
        ),
        "nothing came back",
    ),
    (
        operations(
            (
                RELU,
                "if self.data > 0:\n            return self\n        return Value(0.0, (self,), (0.0,))",
            )
        ),
        "where relu is open, self came back",
    ),
    (
        operations(
            (
                RELU,
                "self.data = max(0.0, self.data)\n"
                "        return Value(self.data, (self,), (float(self.data > 0),))",
            )
        ),
        "you changed the data of self",
    ),
    (
        operations(("self.children = children", "self.children = ()")),
        "the local gradients are there without the children",
    ),
    (
        operations(("self.local_grads = local_grads", "self.local_grads = ()")),
        "without their local gradients",
    ),
    (
        operations(
            ("self.children = children", "pass"),
        ),
        "__init__ keeps what it is given",
    ),
    (operations(("self.data**power", "self.data ^ power")), "^ is no power"),
    (
        operations(("(self, power):", "(self, other):\n        power = other.data")),
        "a power is one",
    ),
    (operations(("1 / self.data", "1 / self.data()")), "data is an attribute"),
]


STUBS = [made(OPERATIONS_STUB, "Value")]
