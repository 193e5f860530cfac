"""The graphs of the course, as lines of Python, and expressions that become graphs of Values.

The JavaScript twins are `autograd/graphs.js` and `engine/graph_build.js`.
"""

import math

from microgpt.graph import MOST, topological
from microgpt.value import Value

from ..calculus.expression import OF_VALUES, ExpressionError, Undefined, parse, value_of

MOST_LETTERS = 8

# What is given, and lines that compute something from it; the last line is the result.
GRAPHS = {
    "add": ({"a": 2, "b": 3}, [("c", "a + b")]),
    "multiply": ({"a": 2, "b": 3}, [("c", "a*b")]),
    "shared": ({"a": 2, "b": 3}, [("c", "a*b + a")]),
    "diamond": ({"a": 2}, [("b", "a*3"), ("c", "b + 1"), ("d", "b*2"), ("y", "c*d")]),
    "neuron": (
        {"w1": 1, "x1": 2, "w2": -0.5, "x2": 3, "b": 0.5},
        [("z", "w1*x1 + w2*x2 + b"), ("y", "relu(z)")],
    ),
    "loss": (
        {"w1": 1.5, "x": 2, "b1": -1, "w2": 0.5, "b2": 1, "y": 5},
        [("h", "relu(w1*x + b1)"), ("p", "h*w2 + b2"), ("loss", "(p - y)**2")],
    ),
}

# Those in which the reader finds the order.
PUZZLES = {
    "diamond": GRAPHS["diamond"],
    "tower": ({"a": 1}, [("b", "a*2"), ("c", "b*3"), ("d", "b + c"), ("f", "d*c"), ("y", "f + b")]),
}


def values_of(inputs, lines):
    """{name: Value} of all inputs and lines, in their order.

    >>> values_of({"a": 2, "b": 3}, [("c", "a*b + a")])["c"].data
    8
    """
    values = {name: Value(data) for name, data in inputs.items()}
    for name, text in lines:
        words = OF_VALUES._replace(variables=tuple(values))
        values[name] = evaluate(parse(text, words), values)
    return values


def expression_value(text, inputs):
    """(Value of an expression with letters, {letter: its Value}).

    Raises ExpressionError for a text that makes no graph, Undefined where it has no value.
    """
    tree = parse(text, OF_VALUES)
    letters = letters_of(tree)
    if not letters:
        raise ExpressionError(f"There is no letter in it. {OF_VALUES.example}", 0)
    if len(letters) > MOST_LETTERS:
        raise ExpressionError(f"At most {MOST_LETTERS} letters fit; these are {len(letters)}.", 0)
    values = {letter: Value(inputs.get(letter, 1)) for letter in letters}
    result = evaluate(tree, values)
    if (count := len(topological(result))) > MOST:
        raise ExpressionError(f"This makes {count} values; {MOST} fit in the picture.", 0)
    return result, values


def letters_of(tree):
    """The letters of an expression, in the order of reading."""
    if tree[0] == "name":
        return [tree[1]]
    parts = [part for part in tree[1:] if isinstance(part, tuple)]
    return list(dict.fromkeys(letter for part in parts for letter in letters_of(part)))


def evaluate(tree, values):
    """A Value, or a plain number where no Value takes part."""
    op, *parts = tree
    if op == "number":
        return parts[0]
    if op == "name":
        return values[parts[0]]
    parts = [evaluate(part, values) for part in parts]
    data = [part.data if isinstance(part, Value) else part for part in parts]
    try:
        number = value_of(op, data[0], data[1] if len(data) > 1 else 0)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise Undefined("the result is too large for a computer's numbers")
    return operate(op, *parts) if any(isinstance(part, Value) for part in parts) else number


def operate(op, a, b=None):
    """One operation, as Python runs it."""
    match op:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "/":
            return a / b
        case "**":
            return a**b
        case "neg":
            return -a
    return getattr(a, op)()
