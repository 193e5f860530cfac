"""What the exercises of chapter 05 share: a Value without backward, and what the stories ask of values."""

import math


class Value:
    """The Value of the chapter, as far as the stories need it. A plain number has no gradient: it is no child."""

    def __init__(self, data, children=(), local_grads=()):
        self.data, self.grad = data, 0.0
        self.children, self.local_grads = children, local_grads

    def __repr__(self):
        return f"Value({self.data})"

    def __add__(self, other):
        if isinstance(other, Value):
            return Value(self.data + other.data, (self, other), (1, 1))
        return Value(self.data + other, (self,), (1,))

    def __mul__(self, other):
        if isinstance(other, Value):
            return Value(self.data * other.data, (self, other), (other.data, self.data))
        return Value(self.data * other, (self,), (other,))


# The six operations as plain functions: each gives the data, the children and the local gradients.


def add(a, b):
    return a.data + b.data, (a, b), (1, 1)


def mul(a, b):
    return a.data * b.data, (a, b), (b.data, a.data)


def power(a, n):
    return a.data**n, (a,), (n * a.data ** (n - 1),)


def log(a):
    return math.log(a.data), (a,), (1 / a.data,)


def exp(a):
    return math.exp(a.data), (a,), (math.exp(a.data),)


def relu(a):
    return max(0, a.data), (a,), (int(a.data > 0),)


NAMES = {
    "add": "__add__",
    "mul": "__mul__",
    "power": "__pow__",
    "log": "log",
    "exp": "exp",
    "relu": "relu",
}
SIX = {"add": add, "mul": mul, "power": power, "log": log, "exp": exp, "relu": relu}


def method(operation):
    return lambda self, *other: type(self)(*operation(self, *other))


def six(**changed):
    """A class with the six operations, some of them changed: six(log=...)."""
    methods = {NAMES[name]: method(operation) for name, operation in (SIX | changed).items()}
    return type("Value", (), {"__init__": Value.__init__, **methods})


def topological(result):
    """All values that `result` was computed from, children before parents, with a stack of its own."""
    order, seen, stack = [], set(), [(result, False)]
    while stack:
        value, children_done = stack.pop()
        if children_done:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack += [(child, False) for child in value.children]
    return order


# Graphs that are drawn: lines of code whose last name is the result.


def graph_lines(rng, inputs, steps):
    """Lines that compute v1, v2, ... from the inputs and from each other; every one of them is used.

    Each line uses the value before it, so that the last one is computed from all.
    """
    names = list(inputs)
    lines = []
    for number in range(1, steps + 1):
        pair = [names[-1], rng.choice(names)]
        rng.shuffle(pair)
        lines.append(f"v{number} = {pair[0]} {rng.choice('+*')} {pair[1]}")
        names.append(f"v{number}")
    return lines
