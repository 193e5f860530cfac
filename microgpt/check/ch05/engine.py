"""Exercise 5.6: the whole engine."""

from ...value import Value
from ..draws import number
from ..mistakes import Endless, Mistake
from ..scenario import Scenario, Story
from .backward import empty, own_part, passes, swapped
from .parts import NAMES, SIX, topological
from .topological import BOTH, keyed, postorder


class Engine:
    """A Value in which each of its parts can be changed."""

    six = SIX

    def __init__(self, data, children=(), local_grads=()):
        self.data, self.grad = data, 0.0
        self.children, self.local_grads = children, local_grads

    def make(self, name, *values):
        return type(self)(*self.six[name](*values))

    def lifted(self, other):
        return other if isinstance(other, Engine) else type(self)(other)

    def __add__(self, other):
        return self.make("add", self, self.lifted(other))

    def __mul__(self, other):
        return self.make("mul", self, self.lifted(other))

    def __pow__(self, n):
        return self.make("power", self, n)

    def log(self):
        return self.make("log", self)

    def exp(self):
        return self.make("exp", self)

    def relu(self):
        return self.make("relu", self)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __truediv__(self, other):
        return self * self.lifted(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other

    def backward(self):
        passes()(self, topological(self))


def engine(**changed):
    """The engine with some of its methods or operations changed."""
    operations = {name: changed.pop(name) for name in [*changed] if name in NAMES}
    for name in operations:
        changed.pop(NAMES[name], None)
    return type("Value", (Engine,), {"six": SIX | operations, **changed})


def back(backward, order=topological):
    """The engine with another backward pass, and perhaps another order."""
    return engine(backward=lambda self: backward(self, order(self)))


def slopes(name, change):
    """The engine with other local gradients in one operation."""

    def changed(*values):
        data, children, _ = SIX[name](*values)
        return data, children, change(*values)

    return engine(**{name: changed})


def counted(value, calls=0):
    """How often a walk without marks comes to a value; it gives up."""
    stack = [value]
    while stack:
        calls += 1
        if calls > 30_000:
            raise Endless
        stack += stack.pop().children
    return calls


def without_order(serve_all, last_first, add=True):
    """Whoever gets a part passes on all that it has by then: 156 for 108.

    It either serves all its children before it goes on to the first, or goes on to each at once.
    """

    def backward(self):
        counted(self)
        self.grad = 1.0
        go(self)

    def go(value):
        pairs = list(zip(value.children, value.local_grads))[:: -1 if last_first else 1]
        for child, slope in pairs:
            child.grad = child.grad * add + slope * value.grad
            if not serve_all:
                go(child)
        if serve_all:
            for child, _ in pairs:
                go(child)

    return engine(backward=backward)


WITHOUT_ORDER = [(serve_all, last) for serve_all in (True, False) for last in (True, False)]


def breadth_first(self):
    """Each value once, in the order in which they are met."""
    order, seen = [self], {self}
    for value in order:
        for child in value.children:
            if child not in seen:
                seen.add(child)
                order.append(child)
    passes(turn=False)(self, order)


def depth_first(self):
    order, seen, stack = [], set(), [self]
    while stack:
        value = stack.pop()
        if value not in seen:
            seen.add(value)
            order.append(value)
            stack += reversed(value.children)
    passes(turn=False)(self, order)


def each_way(self):
    """Every way from the result to a value by itself: right, and without end."""
    counted(self)
    passes()(self, topological(self))


def numbers_only(*names):
    """The engine without those methods that let a plain number stand there."""
    return engine(**dict.fromkeys(names))


STEM = """
x = Value(2.0)
s = x * x
b = s + 1
c = s * 3
d = b * c
d.backward()
"""
DEEP = (
    "is a call in a call in a call, a thousand deep and more, and Python ends that at its limit: collect the order "
    "with a list of your own, as in exercise 5.3."
)


def drawn(rng):
    """A random expression of one or two inputs, with its slopes."""
    x, y = number(rng, 0.3, 2), number(rng, -2, 2)
    names = ["x", "y"]
    lines = [f"x, y = Value({x}), Value({y})"]
    for count in range(1, rng.randint(4, 6)):
        a, b, k = names[-1], rng.choice(names), number(rng, 0.2, 2)
        lines.append(
            f"v{count} = "
            + rng.choice(
                [
                    f"{a} * {b} + {k}",
                    f"{k} - {a} * {b}",
                    f"{b} / ({a} * {a} + {k})",
                    f"{k} / ({a} ** 2 + 1)",
                    f"({a} * {a} + {k}).log() - {b}",
                    f"(-{a} * {k}).exp() + {b} / 2",
                    f"({a} - {k}).relu() + {b}",
                    f"{k} * {a} ** 3 - {b}",
                ]
            )
        )
        names.append(f"v{count}")
    lines += [f"{names[-1]}.backward()", f"[{names[-1]}.data, x.grad, y.grad]"]
    return "\n".join(lines)


def plain_side(proves, expression, data, grad, start=4.0):
    """A story with a plain number on one side of an operation."""
    code = f"x = Value({start})\ny = {expression}\ny.backward()\n[y.data, x.grad]"
    return Story(proves, code, [data, grad])


ENGINE = Scenario(
    "ex-05-6",
    "Value(data)",
    start="begin with what the exercises before this one made: the operations, the order, the backward pass.",
    right=Value,
    more=drawn,
    draws=20,
    tolerance=1e-8,  # there is more than one way to divide
    cases=[
        Story(
            "a * b + a",
            """
            a, b = Value(2.0), Value(3.0)
            c = a * b + a
            c.backward()
            [c.data, a.grad, b.grad]
            """,
            [8, 4, 2],
        ),
        Story(
            "the gradient of the result is 1",
            "x = Value(5.0)\ny = x * x\ny.backward()\n[x.grad, y.grad]",
            [10, 1],
        ),
        Story(
            "a number in the middle that is used twice",
            STEM + "[d.data, x.grad, s.grad]",
            [60, 108, 27],
        ),
        plain_side("a power", "x ** 3", 64, 48),
        plain_side("a negative power of a negative number", "x ** -1", -0.8, -0.64, -1.25),
        plain_side("a logarithm", "x.log()", 0.9162907318741551, 0.4, 2.5),
        plain_side("an exponential", "x.exp()", 4.4816890703380645, 4.4816890703380645, 1.5),
        Story(
            "relu on both sides of 0, and at 0",
            """
            a, b, c = Value(0.75), Value(-2.0), Value(0.0)
            y = (a.relu() + b.relu() + c.relu()) * 3
            y.backward()
            [y.data, a.grad, b.grad, c.grad]
            """,
            [2.25, 3, 0, 0],
        ),
        plain_side("minus in front", "-x", -4, -1),
        Story(
            "a difference and a quotient of two values",
            """
            a, b = Value(3.0), Value(-2.5)
            y = (a - b) / b
            y.backward()
            [y.data, a.grad, b.grad]
            """,
            [-2.2, -0.4, -0.48],
        ),
        plain_side("plain numbers on the right", "((x + 1.5) * 3 - 1) / 2", 7.75, 1.5),
        plain_side("plain numbers on the left of + and *", "1.5 + 2 * x", 9.5, 2),
        plain_side("1 - x", "1 - x", -3, -1),
        plain_side("2 / x", "2 / x", 0.5, -0.125),
        Story(
            "sum() begins with the number 0",
            """
            a, b = Value(1.5), Value(-2.0)
            y = sum([a, b, a * b])
            y.backward()
            [y.data, a.grad, b.grad]
            """,
            [-3.5, -1, 2.5],
        ),
        Story(
            "a neuron and its loss",
            """
            x, w, b = [2.0, 1.0], [Value(0.5), Value(-1.0)], Value(0.5)
            out = (sum(w_i * x_i for w_i, x_i in zip(w, x)) + b).relu()
            loss = (out - 2) ** 2
            loss.backward()
            [loss.data, w[0].grad, w[1].grad, b.grad]
            """,
            [2.25, -6, -3, -3],
        ),
        Story(
            "the slope that backward finds is the one that a nudge finds",
            """
            def f(x):
                return (x * x + 1).log() * (2 / x).exp() - (x - 0.5).relu() ** 3
            x, h = Value(1.3), 0.0001
            f(x).backward()
            nudged = (f(Value(1.3 + h)).data - f(Value(1.3 - h)).data) / (2 * h)
            [round(x.grad, 4), abs(x.grad - nudged) < 0.000001]
            """,
            [-2.8725, True],
        ),
        Story(
            "two results that share an input add up in it",
            """
            x = Value(3.0)
            (x * x).backward()
            (x * 2).backward()
            x.grad
            """,
            8,
        ),
        Story(
            "once more after zeroing, everything between computed anew",
            """
            x = Value(3.0)
            (x * x + x).backward()
            x.grad = 0.0
            (x * x + x).backward()
            x.grad
            """,
            7,
        ),
        Story(
            "twice the same: the result has 1 again, its inputs get their part again",
            """
            x = Value(3.0)
            y = x * x
            y.backward()
            y.backward()
            [x.grad, y.grad]
            """,
            [12, 1],
        ),
        Story(
            "two graphs keep apart",
            """
            x, y = Value(3.0), Value(2.0)
            a, b = x * x, y * y * y
            b.backward()
            [x.grad, a.grad, y.grad]
            """,
            [0, 0, 12],
        ),
        Story(
            "equal numbers are still two values",
            """
            a, b = Value(2.0), Value(2.0)
            y = a * b + a * 3
            y.backward()
            [a.grad, b.grad]
            """,
            [5, 2],
        ),
        Story(
            "the numbers stay as they were",
            """
            a, b = Value(2.0), Value(3.0)
            y = a * b + a ** 2 - b.log() / a.exp() + (-a).relu()
            y.backward()
            [a.data, b.data]
            """,
            [2, 3],
            aside="the data of an input has changed; put what comes out into a new Value.",
        ),
        Story(
            "sixty squarings: each value passes on once, though there are 2**60 ways to x",
            """
            x = y = Value(1.0)
            for _ in range(60):
                y = y * y
            y.backward()
            x.grad
            """,
            2.0**60,
        ),
        Story(
            "a chain of 5,000, one behind the other",
            """
            x = Value(0.5)
            x.data
            chain = [x]
            for _ in range(5_000):
                chain.append(chain[-1] + x)
            chain[-1].backward()
            x.grad
            """,
            5001,
            deep=DEEP,
        ),
    ],
    mistakes=[
        # The backward pass
        Mistake(
            "a value that is used twice forgets its first part; add with +=.",
            *[back(passes(add=False), postorder(flip)) for flip in BOTH],
            *[without_order(*how, add=False) for how in WITHOUT_ORDER],
        ),
        Mistake(
            "no gradient starts it: set the gradient of the result to 1 first.",
            back(passes(start="")),
        ),
        Mistake(
            "the gradient of the result is set to 1; you added 1 to what stood there.",
            back(passes(start="add")),
        ),
        Mistake(
            "each value passes on all that it has whenever it is met, so the one in the middle passes "
            "twice; follow the order, each value once, after all its parents.",
            *[without_order(*how) for how in WITHOUT_ORDER],
        ),
        Mistake(
            "a value passes on when it is first met, before all its parents did; it has to wait for them.",
            engine(backward=breadth_first),
            engine(backward=depth_first),
        ),
        Mistake(
            "each way to a value is walked by itself, and there are too many; each value passes on once.",
            engine(backward=each_way),
        ),
        Mistake(
            "the gradients stop at the children of the result; turn the order round, and go on from each.",
            back(passes(turn=False)),
            back(passes(walk=lambda order: order[-1:])),
        ),
        Mistake(
            "the local gradient is missing: multiply it by what arrives.",
            back(passes(amount=lambda value, child, slope: value.grad)),
        ),
        Mistake(
            "what arrives is missing: multiply the local gradient by the gradient of the value it belongs to.",
            back(passes(amount=lambda value, child, slope: slope)),
        ),
        Mistake(
            "you added the local gradient to what arrives; multiply them.",
            back(passes(amount=lambda value, child, slope: slope + value.grad)),
        ),
        Mistake(
            "the local gradients are swapped: in a * b the one for a is the data of b.",
            back(passes(edges=swapped)),
            slopes("mul", lambda a, b: (a.data, b.data)),
        ),
        Mistake(
            "you multiplied by the gradient of the child; what arrives is that of the value it belongs to.",
            back(passes(amount=lambda value, child, slope: slope * child.grad)),
        ),
        Mistake(
            "you multiplied by the data of the value; multiply by its gradient.",
            back(passes(amount=lambda value, child, slope: slope * value.data)),
        ),
        Mistake(
            "only the first child gets its part; each of them does.",
            back(passes(edges=lambda value: list(zip(value.children, value.local_grads))[:1])),
        ),
        Mistake(
            "only the last child gets its part; each of them does.",
            back(passes(edges=lambda value: list(zip(value.children, value.local_grads))[-1:])),
        ),
        Mistake(
            "backward sets all gradients to 0 first; what stands in an input stays, and is added to.",
            back(passes(before=empty)),
            back(own_part),
        ),
        Mistake(
            "the inputs get no gradient; a value without children is to get its part too.",
            back(passes(only=lambda child, result: child.children)),
        ),
        Mistake(
            "each value begins with 1; only the result does.",
            back(passes(before=lambda values: [setattr(v, "grad", 1.0) for v in values])),
        ),
        Mistake(
            "equal numbers are taken for one value; mark the value itself, not its data.",
            back(passes(), keyed(lambda value: value.data)),
            engine(
                __eq__=lambda a, b: isinstance(b, Engine) and a.data == b.data,
                __hash__=lambda a: hash(a.data),
            ),
        ),
        Mistake(
            "the signs are turned round: pass on the product as it is, and add it.",
            back(passes(amount=lambda value, child, slope: -slope * value.grad)),
        ),
        # The operations
        Mistake(
            "a slope of 1 is that of a sum; in a product it is the other factor.",
            slopes("mul", lambda a, b: (1, 1)),
        ),
        Mistake(
            "the power stands in front: the slope of x**n is n * x**(n - 1).",
            slopes("power", lambda a, n: (a.data ** (n - 1),)),
        ),
        Mistake(
            "the power goes down by 1: the slope of x**n is n * x**(n - 1).",
            slopes("power", lambda a, n: (n * a.data**n,)),
        ),
        Mistake(
            "n * x is the slope of a square alone; for any power it is n * x**(n - 1).",
            slopes("power", lambda a, n: (n * a.data,)),
            slopes("power", lambda a, n: (2 * a.data,)),
        ),
        Mistake(
            "the slope of log is 1 / x: one divided by the data that comes in.",
            slopes("log", lambda a: (a.data,)),
            slopes("log", lambda a: (SIX["log"](a)[0],)),
            slopes("log", lambda a: (1,)),
            slopes("log", lambda a: (1 / SIX["log"](a)[0] if SIX["log"](a)[0] else 0,)),
        ),
        Mistake(
            "e**x is no power of x: its slope is e**x itself, the data of the result.",
            slopes("exp", lambda a: (a.data * SIX["exp"](a)[0],)),
            slopes("exp", lambda a: (a.data * SIX["exp"](a)[0] / 2.718281828459045,)),
            slopes("exp", lambda a: (a.data,)),
            slopes("exp", lambda a: (1,)),
        ),
        Mistake(
            "the slope of relu is 1 only where the data is above 0.", slopes("relu", lambda a: (1,))
        ),
        Mistake(
            "the slope of relu at 0 is 0 here, so the slope is 1 only above 0.",
            slopes("relu", lambda a: (int(a.data >= 0),)),
        ),
        Mistake(
            "the slope of relu is 1 where the data is above 0.", slopes("relu", lambda a: (0,))
        ),
        Mistake(
            "the slope of relu above 0 is 1, and not the data.",
            slopes("relu", lambda a: (max(0, a.data),)),
        ),
        Mistake(
            "relu leaks below 0; there its data is 0, and its slope too.",
            *[
                engine(
                    relu=lambda a, k=k: (
                        a.data if a.data > 0 else k * a.data,
                        (a,),
                        (1 if a.data > 0 else k,),
                    )
                )
                for k in (0.01, 0.1)
            ],
        ),
        Mistake(
            "relu cuts nothing off: where the data is below 0, it gives 0.",
            engine(relu=lambda a: (a.data, (a,), (1,))),
            engine(relu=lambda a: (a.data, (a,), (int(a.data > 0),))),
        ),
        # Made of the six, and plain numbers
        Mistake(
            "1 - x came out as x - 1: __rsub__ gets the number that stands on the left.",
            engine(__rsub__=lambda self, other: self - other),
        ),
        Mistake(
            "2 / x came out as x / 2: __rtruediv__ gets the number that stands on the left.",
            engine(__rtruediv__=lambda self, other: self / other),
        ),
        Mistake(
            "1 - x and 2 / x came out with their sides changed: the number stands on the left.",
            engine(
                __rsub__=lambda self, other: self - other,
                __rtruediv__=lambda self, other: self / other,
            ),
        ),
        Mistake("a - b came out as b - a.", engine(__sub__=lambda self, other: -self + other)),
        Mistake(
            "a - b came out as a + b.",
            engine(__sub__=lambda self, other: self + other),
        ),
        Mistake(
            "a / b came out as b / a.", engine(__truediv__=lambda self, other: self**-1 * other)
        ),
        Mistake("a / b came out as a * b.", engine(__truediv__=lambda self, other: self * other)),
        Mistake(
            "-x came out as x.",
            engine(__neg__=lambda self: self * 1),
            engine(
                __neg__=lambda self: self * 1,
                __sub__=lambda self, other: self + -self.lifted(other),
            ),
        ),
        Mistake(
            "what is made from others forgets them: keep children and local gradients in all operations.",
            engine(__neg__=lambda self: type(self)(-self.data)),
            engine(__sub__=lambda self, other: type(self)(self.data - self.lifted(other).data)),
            engine(__rsub__=lambda self, other: type(self)(other - self.data)),
            engine(__truediv__=lambda self, other: type(self)(self.data / self.lifted(other).data)),
            engine(__rtruediv__=lambda self, other: type(self)(other / self.data)),
        ),
        Mistake(
            "sums with a plain number on the left need __radd__; sum() begins with 0 + the first value.",
            numbers_only("__radd__"),
            raises=r"unsupported operand type\(s\) for \+: '(int|float)' and '\w+'",
        ),
        Mistake(
            "a plain number on the left of * needs __rmul__.",
            numbers_only("__rmul__"),
            raises=r"unsupported operand type\(s\) for \*: '(int|float)' and '\w+'",
        ),
        Mistake(
            "a plain number on the left of - needs __rsub__.",
            numbers_only("__rsub__"),
            raises=r"unsupported operand type\(s\) for -: '(int|float)' and '\w+'",
        ),
        Mistake(
            "a plain number on the left of / needs __rtruediv__.",
            numbers_only("__rtruediv__"),
            raises=r"unsupported operand type\(s\) for /: '(int|float)' and '\w+'",
        ),
        Mistake(
            "minus in front needs __neg__.",
            numbers_only("__neg__"),
            raises=r"bad operand type for unary -",
        ),
        Mistake(
            "an operation is missing: -, / and ** have methods too, __sub__, __truediv__ and __pow__.",
            raises=r"unsupported operand type\(s\) for (\+|-|\*|/|\*\* or pow\(\)): '\w+' and '\w+'",
        ),
        Mistake(
            "a plain number came in, and has no data; make a Value of it first, or ask isinstance(other, Value).",
            raises=r"'(float|int)' object has no attribute '(data|grad|_\w+)'",
            inside=True,
        ),
        Mistake(
            "a plain number came back; return a Value, so that backward can be called.",
            raises=r"'(float|int)' object has no attribute '(data|grad|backward|log|exp|relu)'",
        ),
        Mistake(
            "nothing came back from an operation; return the new Value.",
            raises=r"'NoneType'( object has no attribute|$)|'NoneType'",
        ),
        Mistake(
            "__init__ keeps what it is given in self, and 0.0 in self.grad.",
            raises=r"'Value' object has no attribute '_?(data|grad|children|local_grads)'",
        ),
        Mistake(
            "an operation or backward is missing in the class.",
            raises=r"object has no attribute '(backward|log|exp|relu)'",
        ),
        Mistake(
            "children and local gradients are tuples; one of one item has a comma, (self,).",
            raises=r"'(\w+)' object is not (iterable|reversible)",
        ),
    ],
)
