"""The backward pass in any order, the wrong ones too; the twin of `engine/graph_backward.js`."""

from microgpt.graph import local_gradients, topological

ORDERS = ["right", "early", "recursive"]
LONGEST = 200


def passing(result):
    """The values that have something to pass on, in topological order."""
    return [value for value in topological(result) if value.children]


def order_of(result, kind):
    """The order of a backward pass: "right" is reverse topological.

    "early" gives each value its turn after its first user; "recursive" calls itself for each operand, at most 200
    turns of it.
    """
    if kind == "right":
        return passing(result)[::-1]
    order, waiting = [], [result]
    while waiting and len(order) < LONGEST:
        value = waiting.pop()
        if value.children:
            order.append(value)
            waiting += reversed(value.children)
    return order if kind == "recursive" else list(dict.fromkeys(order))


def gradients(result, order):
    """{value: gradient} after the values of `order` have passed on, one after another, what they had by then.

    >>> from .graphs import GRAPHS, values_of
    >>> values = values_of(*GRAPHS["diamond"])
    >>> [gradients(values["y"], order_of(values["y"], kind))[values["a"]] for kind in ORDERS]
    [78.0, 36.0, 114.0]
    """
    grads = dict.fromkeys(topological(result), 0.0)
    grads[result] = 1.0
    for value in order:
        for child, local in zip(value.children, local_gradients(value)):
            grads[child] += local * grads[value]
    return grads
