"""ex-05-4: backward(result, order)"""

from ..edits import edited, made

BACK = """
def backward(result, order):
    result.grad = 1.0
    for value in reversed(order):
        for child, local_grad in zip(value.children, value.local_grads):
            child.grad += local_grad * value.grad
"""


LINE = "child.grad += local_grad * value.grad"


LOOP = "for child, local_grad in zip(value.children, value.local_grads):"


BACK_INDEX = """
def backward(result, order):
    result.grad = 1
    i = len(order) - 1
    while i >= 0:
        value = order[i]
        for j in range(len(value.children)):
            value.children[j].grad = value.children[j].grad + value.grad * value.local_grads[j]
        i -= 1
"""


BACK_COPY = """
from operator import mul

def backward(result, order):
    setattr(result, "grad", 1.0)
    waiting = list(order)
    while waiting:
        value = waiting.pop()
        parts = map(mul, value.local_grads, [value.grad] * len(value.local_grads))
        for child, part in zip(value.children, parts):
            child.grad += part
    return result.grad
"""


BACK_RECURSIVE = """
def backward(result, order):
    result.grad = 1.0

    def go(values):
        if not values:
            return
        *rest, last = values
        for child, slope in zip(last.children, last.local_grads):
            child.grad += slope * last.grad
        go(rest)

    go(order)
"""


BACK_PULL = """
def backward(result, order):
    for value in order[::-1]:
        if value is result:
            value.grad = 1.0
        else:
            for parent in order:
                for child, slope in zip(parent.children, parent.local_grads):
                    if child is value:
                        value.grad += slope * parent.grad
"""


def back(*changes, source=BACK):
    return edited(source, "backward", *changes)


BACK_WITHOUT_ORDER = """
def backward(result, order):
    result.grad = 1.0
    go(result)

def go(value):
    for child, local_grad in zip(value.children, value.local_grads):
        child.grad += local_grad * value.grad
        go(child)
"""


BACK_IN_A_DICT = """
def backward(result, order):
    grads = {value: 0.0 for value in order}
    grads[result] = 1.0
    for value in reversed(order):
        for child, local_grad in zip(value.children, value.local_grads):
            grads[child] += local_grad * grads[value]
    return [grads[value] for value in order]
"""


RIGHT = [
    back(),
    made(BACK_INDEX, "backward"),
    made(BACK_COPY, "backward"),
    made(BACK_RECURSIVE, "backward"),
    made(BACK_PULL, "backward"),
    back(("reversed(order)", "order[::-1]")),
    back(("result.grad = 1.0", "result.grad = 1")),
    back(("1.0", "result.grad = 1.0 if True else 0".split(" = ")[1])),
    back((LINE, "child.grad = child.grad + local_grad * value.grad")),
    back((LINE, "child.grad += value.grad * local_grad")),
    back(
        (LOOP, "for i, child in enumerate(value.children):"),
        ("local_grad *", "value.local_grads[i] *"),
    ),
    back(
        (
            "for value in reversed(order):",
            "for i in range(len(order) - 1, -1, -1):\n        value = order[i]",
        )
    ),
    back(
        (
            "for value in reversed(order):",
            "for i in range(1, len(order) + 1):\n        value = order[-i]",
        )
    ),
    back(
        (
            "for value in reversed(order):",
            "for value in sorted(order, key=order.index, reverse=True):",
        )
    ),
    back(
        (
            "for value in reversed(order):",
            "for value in list(order)[::-1]:\n        if not value.grad:\n            continue",
        )
    ),
    back((LINE, LINE + "\n    return None")),
    back((LINE, LINE + "\n    return order")),
]


WRONG = [
    (back(("child.grad +=", "child.grad =")), "forgets its first part"),
    (back(("    result.grad = 1.0\n", "")), "set that of the result to 1 first"),
    (back(("result.grad = 1.0", "result.grad += 1.0")), "you added 1"),
    (back(("result.grad = 1.0", "result.grad = 0.0")), "set that of the result to 1 first"),
    (back(("reversed(order)", "order")), "the gradients stop at the children"),
    (back(("reversed(order)", "order[-1:]")), "the gradients stop at the children"),
    (back(("reversed(order)", "[result]")), "the gradients stop at the children"),
    (back(("local_grad * value.grad", "value.grad")), "the local gradient is missing"),
    (back(("local_grad * value.grad", "local_grad")), "what arrives is missing"),
    (
        back(("local_grad * value.grad", "local_grad + value.grad")),
        "you added the local gradient",
    ),
    (
        back(("local_grad * value.grad", "local_grad * child.grad")),
        "you took the gradient of the child",
    ),
    (back(("local_grad * value.grad", "local_grad * value.data")), "by the data of the value"),
    (back(("local_grad * value.grad", "child.data * value.grad")), "by the data of the child"),
    (
        back(("local_grad * value.grad", "-local_grad * value.grad")),
        "the signs are turned round",
    ),
    (back(("+= local", "-= local")), "the signs are turned round"),
    (
        back(("child.grad += local_grad", "child.grad *= local_grad")),
        "you multiplied what stands in the child",
    ),
    (
        back(("value.local_grads)", "reversed(value.local_grads))")),
        "the local gradients are swapped",
    ),
    (
        back(("value.local_grads)", "value.local_grads[::-1])")),
        "the local gradients are swapped",
    ),
    (
        back((LOOP, "for child, local_grad in zip(value.children[:1], value.local_grads):")),
        "only the first child",
    ),
    (back((LINE, LINE + "\n            break")), "only the first child"),
    (
        back(
            (
                LOOP,
                "for child, local_grad in list(zip(value.children, value.local_grads))[-1:]:",
            )
        ),
        "only the last child",
    ),
    (
        back(("local_grad * value.grad", "value.local_grads[0] * value.grad")),
        "every child gets the first local gradient",
    ),
    (
        back(
            (
                LOOP,
                "for child, local_grad in [(c, g) for c in value.children for g in value.local_grads]:",
            )
        ),
        "every child gets every local gradient",
    ),
    (
        back(
            (
                "    result.grad = 1.0",
                "    for value in order:\n        value.grad = 0.0\n    result.grad = 1.0",
            )
        ),
        "all gradients are set to 0 first",
    ),
    (
        back(("        for child, local", "        value.grad = 1.0\n        for child, local")),
        "each value gets 1 to begin with",
    ),
    (
        back(("    result.grad = 1.0", "    for value in order:\n        value.grad = 1.0")),
        "each value gets 1 to begin with",
    ),
    (back(("result.grad = 1.0", "result.grad = result.data")), "the result gets its own data"),
    (back(("reversed(order)", "reversed(order[:-1])")), "the result passes nothing on"),
    (back(("reversed(order)", "reversed(order[1:-1])")), "the result passes nothing on"),
    (
        back((LINE, "if child.children:\n                child.grad += local_grad * value.grad")),
        "a value that has children only",
    ),
    (
        back((LINE, "if child.grad == 0:\n                child.grad += local_grad * value.grad")),
        "every part counts",
    ),
    (
        back(("local_grad * value.grad", "local_grad * value.grad ** 2")),
        "the square of what arrives",
    ),
    (
        made(
            BACK_WITHOUT_ORDER,
            "backward",
        ),
        "before it has heard",
    ),
    (
        back(
            (
                LINE,
                LINE
                + "\n        value.grad = 0.0 if value is not result and value.children else value.grad",
            )
        ),
        "only the inputs keep a gradient",
    ),
    (
        made(
            BACK_IN_A_DICT,
            "backward",
        ),
        "no gradient stands in the values",
    ),
    (
        made(
            BACK_IN_A_DICT.replace("return [grads[value]", "[setattr(value, 'grad', grads[value])"),
            "backward",
        ),
        "all gradients are set to 0 first",
    ),
    (
        back(
            (
                "    for value in reversed(order):",
                "    order.reverse()\n    for value in order:",
            )
        ),
        "the list has changed",
    ),
    (
        back(
            (
                "    for value in reversed(order):",
                "    while order:\n        value = order.pop()",
            )
        ),
        "the list has changed",
    ),
    (back((LINE, "child.data += local_grad * value.grad")), "the parts go into grad"),
    (
        back((LINE, LINE + "\n            child.data -= 0.1 * child.grad")),
        "a number has changed",
    ),
    (back((LOOP, "for child, local_grad in value.children:")), None),
    (back(("value.grad", "value.gradient")), None),
    (back(("local_grad * value.grad", "local_grad * result.grad")), "what arrives is missing"),
    (back(("def backward(result, order)", "def backward(order, result)")), None),
    (back(("def backward(result, order)", "def backward(order)")), None),
]
