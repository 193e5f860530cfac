"""Exercise 5.4: the backward pass, along an order that is given."""

from ..mistakes import Endless, Mistake
from ..scenario import Scenario, Story
from .parts import Value, graph_lines


def passes(
    start="set",
    turn=True,
    amount=lambda value, child, slope: slope * value.grad,
    edges=lambda value: zip(value.children, value.local_grads),
    add=True,
    before=None,
    after=None,
    walk=lambda order: order,
    only=lambda value, result: True,
):
    """A backward pass with one thing changed."""

    def backward(result, order):
        values = walk(list(order))
        if before:
            before(values)
        if start == "set":
            result.grad = 1.0
        elif start == "add":
            result.grad += 1.0
        for value in reversed(values) if turn else values:
            for child, slope in edges(value):
                if only(child, result):
                    part = amount(value, child, slope)
                    child.grad = child.grad + part if add else part
        if after:
            after(values)

    return backward


def empty(values, leaves=True):
    for value in values:
        if leaves or value.children:
            value.grad = 0.0


def without_order(result, order):
    """Each value passes on what it has whenever somebody has passed something to it."""
    result.grad = 1.0
    waiting = [result]
    while waiting:
        value = waiting.pop()
        for child, slope in zip(value.children, value.local_grads):
            child.grad += slope * value.grad
            if child.children:
                waiting.append(child)
        if len(waiting) > 50 or value.grad > 1e9:
            return


def recursive_without_order(result, order):
    calls = 0

    def go(value):
        nonlocal calls
        calls += 1
        if calls > 10_000:
            raise Endless
        for child, slope in zip(value.children, value.local_grads):
            child.grad += slope * value.grad
            go(child)

    result.grad = 1.0
    go(result)


def own_part(result, order):
    """What arrives is worked out by itself, and what stood there is overwritten."""
    arrives = dict.fromkeys(order, 0.0)
    arrives[result] = 1.0
    for value in reversed(order):
        for child, slope in zip(value.children, value.local_grads):
            arrives[child] += slope * arrives[value]
    for value in order:
        value.grad = arrives[value]


def into_data(result, order):
    result.grad = 1.0
    for value in reversed(order):
        for child, slope in zip(value.children, value.local_grads):
            child.data += slope * value.grad


def multiplied_onto(result, order):
    result.grad = 1.0
    for value in reversed(order):
        for child, slope in zip(value.children, value.local_grads):
            child.grad *= slope * value.grad


def each_starts_with_one(result, order):
    for value in reversed(order):
        value.grad = 1.0
        for child, slope in zip(value.children, value.local_grads):
            child.grad += slope * value.grad


def swapped(value):
    return zip(value.children, value.local_grads[::-1])


def drawn(rng):
    inputs = "xyz"[: rng.randint(1, 3)]
    steps = rng.randint(3, 6)
    names = [f"v{number}" for number in range(1, steps + 1)]
    lines = [f"{name} = Value({rng.uniform(-2, 2):.2f})" for name in inputs]
    lines += graph_lines(rng, inputs, steps)
    lines.append(f"backward({names[-1]}, [{', '.join([*inputs, *names])}])")
    return "\n".join(lines + [f"[{', '.join(f'{name}.grad' for name in inputs)}]"])


PRODUCT = """
a, b = Value(2.0), Value(3.0)
c = a * b
"""
FAN = """
a, b = Value(2.0), Value(3.0)
c = a * b
d = c + a
"""

BACKWARD = Scenario(
    "ex-05-4",
    "backward(result, order)",
    start="the gradient of the result is 1; then go through the order from its end to its beginning.",
    right=passes(),
    tools={"Value": Value},
    more=drawn,
    draws=16,
    cases=[
        Story(
            "a product",
            PRODUCT + "backward(c, [a, b, c])\n[a.grad, b.grad, c.grad]",
            [3, 2, 1],
        ),
        Story(
            "a * b + a: a is used twice, and both parts count",
            FAN + "backward(d, [a, b, c, d])\n[a.grad, b.grad, c.grad, d.grad]",
            [4, 2, 1, 1],
        ),
        Story(
            "x + x: the same value on both sides",
            "x = Value(1.7)\ny = x + x\nbackward(y, [x, y])\n[x.grad, y.grad]",
            [2, 1],
        ),
        Story(
            "two ways that meet again in s, and only then go on to x",
            """
            x = Value(2.0)
            s = x * x
            b = s + 1
            c = s * 3
            d = b * c
            backward(d, [x, s, b, c, d])
            [x.grad, s.grad, b.grad, c.grad, d.grad]
            """,
            [108, 27, 12, 5, 1],
        ),
        Story(
            "a chain: each slope multiplies what arrives",
            """
            x = Value(-0.7)
            y = x * x
            z = y * y
            loss = z * -3
            backward(loss, [x, y, z, loss])
            [x.grad, y.grad, z.grad]
            """,
            [4.116, -2.94, -3],
        ),
        Story("one value alone", "x = Value(5.0)\nbackward(x, [x])\nx.grad", 1),
        Story(
            "what stood in an input stays, and is added to",
            PRODUCT + "a.grad = 10.0\nbackward(c, [a, b, c])\n[a.grad, b.grad]",
            [13, 2],
        ),
        Story(
            "two results that share x add up in it",
            """
            x = Value(3.0)
            y, z = x * x, x * 2
            backward(y, [x, y])
            backward(z, [x, z])
            x.grad
            """,
            8,
        ),
        Story(
            "twice the same: the result is set to 1 again, the inputs get their part again",
            PRODUCT + "backward(c, [a, b, c])\nbackward(c, [a, b, c])\n[a.grad, b.grad, c.grad]",
            [6, 4, 1],
        ),
        Story(
            "sixty doublings: each value passes on once, though there are 2**60 ways to x",
            """
            x = y = Value(0.5)
            order = [x]
            for _ in range(60):
                y = y + y
                order.append(y)
            backward(y, order)
            x.grad
            """,
            2.0**60,
        ),
        Story(
            "the numbers stay as they were",
            FAN + "backward(d, [a, b, c, d])\n[a.data, b.data, c.data, d.data]",
            [2, 3, 6, 8],
            aside="a number has changed; gradients go into grad, and data stays.",
        ),
        Story(
            "the order stays as it was",
            PRODUCT + "order = [a, b, c]\nbackward(c, order)\n[v.data for v in order]",
            [2, 3, 6],
            aside="the list has changed; go through it without changing it, as reversed(order) does.",
        ),
    ],
    mistakes=[
        Mistake(
            "a value that is used twice forgets its first part; add with +=.",
            passes(add=False),
        ),
        Mistake(
            "no gradient stands in the values: set that of the result to 1 first, then add to those of the children.",
            passes(start=""),
        ),
        Mistake(
            "set the gradient of the result to 1; you added 1 to what stood there.",
            passes(start="add"),
        ),
        Mistake(
            "the gradients stop at the children of the result; go through the order from its end to its beginning.",
            passes(turn=False),
            passes(walk=lambda order: order[-1:]),
        ),
        Mistake(
            "the local gradient is missing: multiply it by what arrives.",
            passes(amount=lambda value, child, slope: value.grad),
        ),
        Mistake(
            "what arrives is missing: multiply the local gradient by value.grad.",
            passes(amount=lambda value, child, slope: slope),
        ),
        Mistake(
            "you added the local gradient to what arrives; multiply them.",
            passes(amount=lambda value, child, slope: slope + value.grad),
        ),
        Mistake(
            "you divided; multiply the local gradient by what arrives.",
            passes(amount=lambda value, child, slope: value.grad / slope if slope else 0.0),
        ),
        Mistake(
            "the local gradients are swapped: the first belongs to the first child.",
            passes(edges=swapped),
        ),
        Mistake(
            "you took the gradient of the child; what arrives is the gradient of the value it belongs to.",
            passes(amount=lambda value, child, slope: slope * child.grad),
        ),
        Mistake(
            "you multiplied by the data of the value; multiply by its gradient.",
            passes(amount=lambda value, child, slope: slope * value.data),
        ),
        Mistake(
            "you multiplied by the data of the child; multiply by its local gradient.",
            passes(amount=lambda value, child, slope: child.data * value.grad),
        ),
        Mistake(
            "only the first child gets its part; each of them does.",
            passes(edges=lambda value: list(zip(value.children, value.local_grads))[:1]),
        ),
        Mistake(
            "only the last child gets its part; each of them does.",
            passes(edges=lambda value: list(zip(value.children, value.local_grads))[-1:]),
        ),
        Mistake(
            "every child gets the first local gradient; each has its own.",
            passes(edges=lambda value: [(c, value.local_grads[0]) for c in value.children]),
        ),
        Mistake(
            "every child gets every local gradient; each has its own.",
            passes(edges=lambda value: [(c, g) for c in value.children for g in value.local_grads]),
        ),
        Mistake(
            "all gradients are set to 0 first; what stood there stays, and is added to.",
            passes(before=empty),
            own_part,
        ),
        Mistake(
            "a value that has children only gets its gradient; the inputs are to get theirs too.",
            passes(only=lambda child, result: child.children),
        ),
        Mistake(
            "only the inputs keep a gradient; the values between keep theirs too.",
            passes(
                after=lambda values: [setattr(v, "grad", 0.0) for v in values[:-1] if v.children]
            ),
        ),
        Mistake(
            "the result passes nothing on; go through the whole order, and begin with the result.",
            passes(walk=lambda order: order[:-1]),
            passes(walk=lambda order: order[:1]),
        ),
        Mistake(
            "the signs are turned round: pass on the product as it is, and add it.",
            passes(amount=lambda value, child, slope: -slope * value.grad),
        ),
        Mistake(
            "each value gets 1 to begin with; only the result does.",
            each_starts_with_one,
            passes(before=lambda values: [setattr(v, "grad", 1.0) for v in values]),
            passes(before=lambda values: [setattr(v, "grad", v.grad + 1.0) for v in values[:-1]]),
        ),
        Mistake(
            "the result gets its own data to begin with; its gradient is 1.",
            passes(
                start="",
                before=lambda values: setattr(values[-1], "grad", values[-1].data),
            ),
        ),
        Mistake(
            "a value passes on before it has heard from all its parents, and then once more; follow the order.",
            without_order,
            recursive_without_order,
        ),
        Mistake(
            "you passed on the square of what arrives, or of a slope; multiply once.",
            passes(amount=lambda value, child, slope: slope * slope * value.grad),
            passes(amount=lambda value, child, slope: slope * value.grad * value.grad),
            passes(amount=lambda value, child, slope: slope * value.grad**2),
        ),
        Mistake("the parts go into grad; you added them to data.", into_data),
        Mistake(
            "you multiplied what stands in the child by its part; add it, with +=.", multiplied_onto
        ),
        Mistake(
            "a value that got its gradient is not asked again; every part counts.",
            passes(only=lambda child, result: not child.grad),
        ),
    ],
)
