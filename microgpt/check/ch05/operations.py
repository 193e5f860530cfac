"""Exercise 5.2: six operations, each with its local gradients."""

import math

from ..draws import number
from ..mistakes import Mistake
from ..scenario import Scenario, Story
from .parts import NAMES, SIX, add, six


def local_grad(value, child):
    """The local gradient of `value` for this child, or words that say why there is none."""
    children, slopes = tuple(value.children), tuple(value.local_grads)
    if any(hasattr(each, "children") for each in slopes):
        swapped = not any(hasattr(child, "children") for child in children)
        return "the local gradients are the Values" if swapped else "a local gradient is a Value"
    values = [child for child in children if hasattr(child, "children")]
    if children and not values:
        return "no child is a Value"
    if len(values) < len(children):
        return "a child is no Value"
    if len(children) != len(slopes):
        return f"{len(children)} children, but {len(slopes)} local gradients"
    found = [each for each, other in zip(slopes, children) if other is child]
    return sum(found) if found else "it is not among the children"


def everywhere(change, names):
    """These operations, each with (data, children, local gradients) changed."""

    def changed(operation):
        return lambda *values: change(*operation(*values), values)

    return six(**{name: changed(SIX[name]) for name in names})


def in_any(change, words):
    """A mistake that may be made in one of the operations, in the five, or in all six."""
    five = [name for name in SIX if name != "add"]
    return Mistake(words, *[everywhere(change, names) for names in ([*SIX], five, *zip(five))])


def only(name, change):
    """The operations, with the slopes of one of them computed by `change`."""
    operation = SIX[name]

    def changed(*values):
        data, children, slopes = operation(*values)
        return data, children, change(*values)

    return six(**{name: changed})


def data_only(name, change):
    """The operations, with the data of one of them computed by `change`."""
    operation = SIX[name]
    return six(**{name: lambda *values: (change(*values), *operation(*values)[1:])})


def in_place(data, children, slopes, values):
    values[0].data = data
    return data, children, slopes


def in_place_first(name, slopes):
    """The data of self is changed before the local gradients are computed from it."""

    def changed(*values):
        data, children, _ = SIX[name](*values)
        values[0].data = data
        return data, children, slopes(*values)

    return six(**{name: changed})


def self_again(name):
    """The data of self is changed, and self comes back."""

    def changed(self, *other):
        self.data = SIX[name](self, *other)[0]
        return self

    return type("Value", (six(),), {NAMES[name]: changed})


def relu_returns_self():
    def changed(self):
        return self if self.data > 0 else type(self)(*SIX["relu"](self))

    return type("Value", (six(),), {"relu": changed})


def drawn(rng):
    a, b, n = number(rng), number(rng), rng.choice([-2, -1, 2, 3, 4])
    one = f"a, b = Value({a}), Value({b})\n"
    positive = f"a = Value({number(rng, 0.1, 4)})\n"
    return rng.choice(
        [
            one + "c = a * b\n[c.data, local_grad(c, a), local_grad(c, b)]",
            one + f"c = a ** {n}\n[c.data, local_grad(c, a)]",
            positive + "c = a.log()\n[c.data, local_grad(c, a)]",
            one + "c = a.exp()\n[c.data, local_grad(c, a)]",
            one + "c = a.relu()\n[c.data, local_grad(c, a)]",
        ]
    )


def one(start, operation, *expected):
    """A short story about one operation on a Value."""
    return f"a = Value({start})\nc = {operation}\n[c.data, local_grad(c, a)]", [*expected]


WITH_VALUES = (  # errors of those who compute with a Value in the place of its data
    r"must be real number, not Value|not supported between instances of '(Value|float|int)'"
    r"|unsupported operand type\(s\) for (\+|-|\*|/|\*\* or pow\(\)): '(Value|float|int)'"
)

OPERATIONS = Scenario(
    "ex-05-2",
    "Value(data, children, local_grads)",
    start="__mul__ first: the data, the two children, and the slope of the product for each of them.",
    right=six(),
    tools={"local_grad": local_grad},
    more=drawn,
    draws=24,
    cases=[
        Story(
            "a product: the slope for each factor is the other one",
            "a, b = Value(2.0), Value(3.0)\nc = a * b\n[c.data, local_grad(c, a), local_grad(c, b)]",
            [6, 3, 2],
        ),
        Story(
            "a product with a negative number",
            "a, b = Value(-1.5), Value(0.37)\nc = a * b\n[c.data, local_grad(c, a), local_grad(c, b)]",
            [-0.555, 0.37, -1.5],
        ),
        Story("a value times itself", *one(3.0, "a * a", 9, 6)),
        Story("a square", *one(3.0, "a ** 2", 9, 6)),
        Story("a third power, of a negative number", *one(-2.0, "a ** 3", -8, 12)),
        Story("one divided by a: the power -1", *one(4.0, "a ** -1", 0.25, -0.0625)),
        Story("a root: the power 0.5", *one(6.25, "a ** 0.5", 2.5, 0.2)),
        Story("the square of 0", *one(0.0, "a ** 2", 0, 0)),
        Story("a logarithm", *one(2.5, "a.log()", 0.9162907318741551, 0.4)),
        Story("an exponential", *one(1.5, "a.exp()", 4.4816890703380645, 4.4816890703380645)),
        Story(
            "an exponential left of 0",
            *one(-2.0, "a.exp()", 0.1353352832366127, 0.1353352832366127),
        ),
        Story("a relu that is open", *one(0.25, "a.relu()", 0.25, 1)),
        Story("a relu that is closed", *one(-2.5, "a.relu()", 0, 0)),
        Story("a relu at 0, where the slope is 0", *one(0.0, "a.relu()", 0, 0)),
        Story(
            "a sum, as it was",
            "a, b = Value(2.0), Value(-0.5)\nc = a + b\n[c.data, local_grad(c, a), local_grad(c, b)]",
            [1.5, 1, 1],
        ),
        Story(
            "what comes out can be used again",
            """
            a = Value(1.7)
            b = (a * a).log().exp() ** 2
            [(b + a).relu().log().data, (a.exp() * b).log().data]
            """,
            [2.307781567900863, 3.8225130042486812],
        ),
        Story(
            "the values stay as they were",
            """
            a, b, c = Value(2.0), Value(3.0), Value(-1.0)
            [a * b, a ** 2, a.log(), a.exp(), a.relu(), c.relu()]
            [a.data, b.data, c.data, a.grad]
            """,
            [2, 3, -1, 0],
            aside="the values that you compute with have changed; put what comes out into a new Value.",
        ),
    ],
    mistakes=[
        # Products
        Mistake(
            "the slopes of the product are swapped: the slope for a is the data of b.",
            only("mul", lambda a, b: (a.data, b.data)),
        ),
        Mistake(
            "a slope of 1 is that of a sum; the slope of a * b for a is the data of b.",
            only("mul", lambda a, b: (1, 1)),
        ),
        Mistake(
            "both slopes are the data of b; the second is the data of a.",
            only("mul", lambda a, b: (b.data, b.data)),
        ),
        Mistake(
            "both slopes are the data of a; the first is the data of b.",
            only("mul", lambda a, b: (a.data, a.data)),
        ),
        Mistake(
            "the slope of a product for one factor is the other factor, and not the product.",
            only("mul", lambda a, b: (a.data * b.data, a.data * b.data)),
        ),
        Mistake(
            "the slope of a product for one factor is the other factor, and not their sum.",
            only("mul", lambda a, b: (a.data + b.data, a.data + b.data)),
        ),
        Mistake(
            "* adds here; its data is the product.",
            six(mul=add),
            data_only("mul", lambda a, b: a.data + b.data),
        ),
        Mistake(
            "the product keeps one child; both factors are its children.",
            six(mul=lambda a, b: (a.data * b.data, (a,), (b.data,))),
            six(mul=lambda a, b: (a.data * b.data, (b,), (a.data,))),
        ),
        Mistake(
            "there are two children, and one local gradient; each child has its own.",
            only("mul", lambda a, b: (b.data,)),
            only("mul", lambda a, b: (a.data,)),
        ),
        # Powers
        Mistake(
            "the power stands in front: the slope of a**n is n * a**(n - 1).",
            only("power", lambda a, n: (a.data ** (n - 1),)),
        ),
        Mistake(
            "the power goes down by 1: the slope of a**n is n * a**(n - 1).",
            only("power", lambda a, n: (n * a.data**n,)),
        ),
        Mistake(
            "the 1 goes off the power, and not off the result: n * a**(n - 1).",
            only("power", lambda a, n: (n * a.data**n - 1,)),
        ),
        Mistake(
            "the slope of a**n is n * a**(n - 1), and not a**n itself.",
            only("power", lambda a, n: (a.data**n,)),
        ),
        Mistake(
            "n * a is the slope of a square alone; for any power it is n * a**(n - 1).",
            only("power", lambda a, n: (n * a.data,)),
        ),
        Mistake(
            "2 * a is the slope of a square alone; for any power it is n * a**(n - 1).",
            only("power", lambda a, n: (2 * a.data,)),
        ),
        Mistake(
            "the power grows here; in the slope it is one less, n * a**(n - 1).",
            only("power", lambda a, n: (n * a.data ** (n + 1),)),
        ),
        Mistake(
            "you divided by n + 1, as for an area; the slope of a**n is n * a**(n - 1).",
            only("power", lambda a, n: (a.data ** (n + 1) / (n + 1) if n != -1 else 0,)),
            only("power", lambda a, n: (a.data ** (n + 1) / (n + 1),)),
        ),
        Mistake(
            "the factor in front is n, and not n - 1: n * a**(n - 1).",
            only("power", lambda a, n: ((n - 1) * a.data ** (n - 1),)),
        ),
        Mistake(
            "the slope of a**n is n * a**(n - 1), and not n.", only("power", lambda a, n: (n,))
        ),
        Mistake(
            "the sign of the power is lost in the slope: n * a**(n - 1), n with its sign.",
            only("power", lambda a, n: (abs(n) * a.data ** (n - 1),)),
        ),
        Mistake(
            "a power turned into a product; ** is meant.",
            data_only("power", lambda a, n: a.data * n),
            six(power=lambda a, n: (a.data * n, (a,), (n,))),
        ),
        # Logarithms
        Mistake(
            "the slope of log is 1 / a, and not the logarithm.",
            only("log", lambda a: (math.log(a.data),)),
        ),
        Mistake(
            "the slope of log is 1 / a: one divided by the data that comes in.",
            only("log", lambda a: (a.data,)),
            only("log", lambda a: (1,)),
            only("log", lambda a: (-1 / a.data,)),
            only("log", lambda a: (1 / a.data**2,)),
        ),
        Mistake(
            "the slope of log is 1 / a; you divided by the logarithm.",
            only("log", lambda a: (1 / math.log(a.data),)),
        ),
        Mistake(
            "a logarithm to another base; math.log has the base e.",
            six(log=lambda a: (math.log10(a.data), (a,), (1 / a.data,))),
            six(log=lambda a: (math.log2(a.data), (a,), (1 / a.data,))),
            six(log=lambda a: (math.log10(a.data), (a,), (1 / (a.data * math.log(10)),))),
            six(log=lambda a: (math.log2(a.data), (a,), (1 / (a.data * math.log(2)),))),
            six(log=lambda a: (math.log1p(a.data), (a,), (1 / (1 + a.data),))),
        ),
        # Exponentials
        Mistake(
            "e**a is no power of a: its slope is e**a itself, the data of the result.",
            only("exp", lambda a: (a.data * math.exp(a.data - 1),)),
            only("exp", lambda a: (a.data * math.exp(a.data),)),
            only("exp", lambda a: (math.exp(a.data - 1),)),
        ),
        Mistake(
            "the slope of exp is the data of the result, and not what comes in.",
            only("exp", lambda a: (a.data,)),
        ),
        Mistake(
            "the slope of exp is the data of the result, e**a.",
            only("exp", lambda a: (1,)),
            only("exp", lambda a: (1 / a.data,)),
            only("exp", lambda a: (math.e,)),
            only("exp", lambda a: (-math.exp(a.data),)),
        ),
        Mistake(
            "exp is e**a, and not another power.",
            six(exp=lambda a: (2**a.data, (a,), (2**a.data,))),
            six(exp=lambda a: (2**a.data, (a,), (2**a.data * math.log(2),))),
            six(exp=lambda a: (math.e * a.data, (a,), (math.e,))),
        ),
        # ReLU
        Mistake(
            "the slope of relu is 1 only where the data is above 0.",
            only("relu", lambda a: (1,)),
        ),
        Mistake(
            "the slope of relu at 0 is 0 here, so the slope is 1 only above 0.",
            only("relu", lambda a: (int(a.data >= 0),)),
        ),
        Mistake(
            "the slope of relu is 1 where the data is above 0.",
            only("relu", lambda a: (0,)),
        ),
        Mistake(
            "the slope of relu above 0 is 1, and not the data.",
            only("relu", lambda a: (max(0, a.data),)),
            only("relu", lambda a: (a.data,)),
        ),
        Mistake(
            "the slope of relu is turned round: 1 above 0, and 0 below.",
            only("relu", lambda a: (int(a.data < 0),)),
            only("relu", lambda a: (int(a.data <= 0),)),
        ),
        Mistake(
            "the slope of relu below 0 is 0; the line is flat there.",
            only("relu", lambda a: (1 if a.data > 0 else -1,)),
            only("relu", lambda a: (1 if a.data > 0 else -1 if a.data < 0 else 0,)),
        ),
        Mistake(
            "the slope of relu at 0 is stated to be 0, and not between.",
            only("relu", lambda a: (0.5 if a.data == 0 else int(a.data > 0),)),
        ),
        Mistake(
            "where relu is open, self came back; return a new Value there too, whose child is self.",
            relu_returns_self(),
        ),
        Mistake(
            "relu leaks below 0; there its data is 0, and its slope too.",
            *[
                six(
                    relu=lambda a, leak=leak: (
                        a.data if a.data > 0 else leak * a.data,
                        (a,),
                        (1 if a.data > 0 else leak,),
                    )
                )
                for leak in (0.01, 0.1)
            ],
        ),
        Mistake(
            "relu cuts nothing off: where the data is below 0, it gives 0.",
            data_only("relu", lambda a: a.data),
            six(relu=lambda a: (a.data, (a,), (1,))),
        ),
        Mistake(
            "relu turns a negative number round; it gives 0 there.",
            data_only("relu", lambda a: abs(a.data)),
            six(relu=lambda a: (abs(a.data), (a,), (1 if a.data > 0 else -1,))),
        ),
        Mistake(
            "relu keeps the negative side; it keeps the positive one, max(0, a).",
            data_only("relu", lambda a: min(0, a.data)),
            six(relu=lambda a: (min(0, a.data), (a,), (int(a.data < 0),))),
        ),
        Mistake(
            "relu says whether it is open; its data is the number itself.",
            data_only("relu", lambda a: int(a.data > 0)),
        ),
        Mistake(
            "relu cuts off at 1; it cuts off at 0.",
            six(relu=lambda a: (max(1, a.data), (a,), (int(a.data > 1),))),
            data_only("relu", lambda a: max(1, a.data)),
        ),
        # Children and local gradients, in any of the operations
        in_any(
            lambda data, children, slopes, values: (data, (), ()),
            "a new Value needs its children and local gradients: Value(data, (...), (...)).",
        ),
        in_any(
            lambda data, children, slopes, values: (data, children, ()),
            "the children are there without their local gradients; give one for each child.",
        ),
        in_any(
            lambda data, children, slopes, values: (data, (), slopes),
            "the local gradients are there without the children; give the values themselves too.",
        ),
        in_any(
            lambda data, children, slopes, values: (data, slopes, children),
            "children and local gradients have changed places: first the values, then the slopes.",
        ),
        in_any(
            lambda data, children, slopes, values: (
                data,
                tuple(child.data for child in children),
                slopes,
            ),
            "the children are numbers; keep the values themselves, self and other, not their data.",
        ),
        in_any(
            lambda data, children, slopes, values: (data, children, (*slopes, 1)),
            "there is a local gradient too many; each child has one.",
        ),
        in_any(
            lambda data, children, slopes, values: (data, (*children, 2), (*slopes, 0)),
            "a plain number is among the children; only a Value can be a child.",
        ),
        in_any(
            lambda data, children, slopes, values: (
                data,
                children,
                tuple(children[0] for _ in slopes),
            ),
            "a local gradient is a Value here; it is a number, so take the data.",
        ),
        Mistake(
            "you changed the data of self; put what comes out into a new Value, and leave self as it is.",
            *in_any(in_place, "").wrong,
            in_place_first("mul", lambda a, b: (b.data, a.data)),
            in_place_first("power", lambda a, n: (n * a.data ** (n - 1),)),
            in_place_first("log", lambda a: (1 / a.data,)),
            *map(self_again, ["mul", "power", "log", "exp", "relu"]),
        ),
        Mistake(
            "a plain number came back; return a Value, with children and local gradients.",
            raises=r"'(float|int)' object has no attribute",
            inside=False,
        ),
        Mistake(
            "a plain number has no data; a power is one, and so is what math.log gives.",
            raises=r"'(float|int)' object has no attribute",
            inside=True,
        ),
        Mistake(
            "nothing came back from an operation; return the new Value.",
            raises=r"'NoneType' object has no attribute",
        ),
        Mistake(
            "children and local gradients are tuples; one of one item has a comma, (self,).",
            raises=r"'(Value|float|int)' object is not iterable",
        ),
        Mistake(
            "data is an attribute, and no function; leave out its brackets.",
            raises=r"'(float|int)' object is not callable",
        ),
        Mistake(
            "in Python, ^ is no power; write **.",
            raises=r"unsupported operand type\(s\) for \^",
        ),
        Mistake(
            "__init__ keeps what it is given in self.data, self.children and self.local_grads, and 0.0 in self.grad.",
            raises=r"'Value' object has no attribute '_?(data|grad|children|local_grads)'",
        ),
        Mistake(
            "compute with the numbers, self.data and other.data.",
            raises=WITH_VALUES,
        ),
    ],
)
