"""Answers to the exercises of chapter 05: right in several ways, and wrong by name."""

from fractions import Fraction

import numpy

from microgpt.value import Value

from .edits import edited, made

# ex-05-1: a list of three numbers


def by_the_engine(listed):
    w, b = [Value(0.5), Value(-1.0)], Value(0.5)
    loss = ((w[0] * 2 + w[1] * 1 + b).relu() - 2) ** 2
    loss.backward()
    return listed([w[0].grad, w[1].grad, b.grad])


def loss(w1, w2, b):
    return (max(0, 2 * w1 + w2 + b) - 2) ** 2


def nudged(h):
    at = [0.5, -1.0, 0.5]
    up = [[n + h * (i == j) for j, n in enumerate(at)] for i in range(3)]
    down = [[n - h * (i == j) for j, n in enumerate(at)] for i in range(3)]
    return [(loss(*u) - loss(*d)) / (2 * h) for u, d in zip(up, down)]


# ex-05-2: six operations

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


# ex-05-3: the topological order

ORDER = """
def topological(result):
    order, seen, stack = [], set(), [(result, False)]
    while stack:
        value, done = stack.pop()
        if done:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            for child in value.children:
                stack.append((child, False))
    return order
"""
ORDER_WAITING = """
def topological(result):
    order, done, stack = [], set(), [result]
    while stack:
        value = stack[-1]
        waiting = [child for child in value.children if child not in done]
        if waiting:
            stack.append(waiting[0])
            continue
        stack.pop()
        if value not in done:
            done.add(value)
            order.append(value)
    return order
"""
ORDER_COUNTING = """
def topological(result):
    values, parents = [result], {result: 0}
    for value in values:
        for child in value.children:
            if child not in parents:
                parents[child] = 0
                values.append(child)
            parents[child] += 1
    free, order = [result], []
    while free:
        value = free.pop()
        order.append(value)
        for child in value.children:
            parents[child] -= 1
            if parents[child] == 0:
                free.append(child)
    order.reverse()
    return order
"""
ORDER_ITERATORS = """
def topological(result):
    seen, order, stack = {id(result)}, [], [(result, iter(result.children))]
    while stack:
        value, children = stack[-1]
        for child in children:
            if id(child) not in seen:
                seen.add(id(child))
                stack.append((child, iter(child.children)))
                break
        else:
            order.append(value)
            stack.pop()
    return order
"""
ORDER_LAST_SEEN = """
def topological(result):
    values, place = [result], {}
    found, stack, seen = [], [result], set()
    while stack:
        value = stack.pop()
        if value is None:
            found.append(stack.pop())
        elif value not in seen:
            seen.add(value)
            stack += [value, None, *reversed(value.children)]
    return found
"""
ORDER_STATES = """
from collections import deque

def topological(result):
    state, order, stack = {}, [], deque([result])
    while stack:
        value = stack[-1]
        if state.get(value) is None:
            state[value] = "open"
            stack.extend(child for child in value.children if child not in state)
        else:
            stack.pop()
            if state[value] == "open":
                state[value] = "closed"
                order.append(value)
    return tuple(order)
"""
ORDER_DEPTHS = """
def topological(result):
    depth, stack = {}, [result]
    while stack:
        value = stack[-1]
        open_children = [c for c in value.children if c not in depth]
        if open_children:
            stack.extend(open_children)
        else:
            depth[value] = 1 + max((depth[c] for c in value.children), default=-1)
            stack.pop()
    return sorted(depth, key=depth.get)
"""
ORDER_MARKS_ON_VALUES = """
def topological(result):
    mark, order, stack = object(), [], [(result, False)]
    while stack:
        value, done = stack.pop()
        if done:
            order.append(value)
        elif getattr(value, "mark", None) is not mark:
            value.mark = mark
            stack.append((value, True))
            stack.extend((child, False) for child in value.children)
    return order
"""
ORDER_ALL = """
def topological(result):
    order, seen, stack = [], set(), [result]
    while stack:
        value = stack[-1]
        if all(child in seen for child in value.children):
            stack.pop()
            if value not in seen:
                seen.add(value)
                order.append(value)
        else:
            stack += [child for child in value.children if child not in seen]
    return order
"""
ORDER_LISTS = """
def topological(result):
    order, stack = [], [result]
    while stack:
        value = stack[-1]
        left = [child for child in value.children if child not in order]
        if left:
            stack += left
        else:
            stack.pop()
            if value not in order:
                order.append(value)
    return order
"""
ORDER_MOVES = """
def topological(result):
    order, stack = [], [result]
    while stack:
        value = stack.pop()
        if value in order:
            order.remove(value)
        order.append(value)
        stack += value.children
    return order[::-1]
"""
ORDER_MOVES_ONE = """
def topological(result):
    order = [result]
    for value in order:
        for child in value.children:
            if child in order:
                order.remove(child)
            order.append(child)
    return order[::-1]
"""
ORDER_YIELDS = """
def topological(result):
    seen = set()

    def walk(value):
        if value not in seen:
            seen.add(value)
            for child in value.children:
                yield from walk(child)
            yield value

    return list(walk(result))
"""
ORDER_RECURSIVE = """
def topological(result):
    order, seen = [], set()

    def visit(value):
        if value not in seen:
            seen.add(value)
            for child in value.children:
                visit(child)
            order.append(value)

    visit(result)
    return order
"""


def order(*changes, source=ORDER):
    return edited(source, "topological", *changes)


FIRST_MET = """
def topological(result):
    order, seen, queue = [], {result}, [result]
    while queue:
        value = queue.pop(0)
        order.append(value)
        for child in value.children:
            if child not in seen:
                seen.add(child)
                queue.append(child)
    return order[::-1]
"""
WITHOUT_MARKS = """
def topological(result):
    order, stack = [], [result]
    while stack:
        value = stack.pop()
        order.append(value)
        stack.extend(value.children)
    return order[::-1]
"""

# ex-05-4: backward(result, order)

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


# ex-05-5: largest_gap(f, numbers, h)

GAP = """
from microgpt import Value

def largest_gap(f, numbers, h=0.0001):
    values = [Value(number) for number in numbers]
    f(values).backward()
    largest = 0.0
    for i in range(len(numbers)):
        up = [Value(number) for number in numbers]
        down = [Value(number) for number in numbers]
        up[i] = Value(numbers[i] + h)
        down[i] = Value(numbers[i] - h)
        slope = (f(up).data - f(down).data) / (2 * h)
        largest = max(largest, abs(values[i].grad - slope))
    return largest
"""
GAPS = """
from microgpt import Value

def largest_gap(f, numbers, h=0.0001):
    values = [Value(n) for n in numbers]
    f(values).backward()
    gaps = []
    for i in range(len(numbers)):
        up, down = list(numbers), list(numbers)
        up[i] += h
        down[i] -= h
        slope = (f([Value(n) for n in up]).data - f([Value(n) for n in down]).data) / (2 * h)
        gaps.append(abs(values[i].grad - slope))
    return max(gaps)
"""
GAP_PUT_BACK = """
from microgpt import Value

def largest_gap(f, numbers, h=0.0001):
    values = [Value(float(number)) for number in numbers]
    f(values).backward()
    worst = 0
    for value in values:
        before = value.data
        value.data = before + h
        up = f(values).data
        value.data = before - h
        down = f(values).data
        value.data = before
        gap = value.grad - (up - down) / h / 2
        if gap < 0:
            gap = -gap
        if gap > worst:
            worst = gap
    return worst
"""
GAP_HELPERS = """
from microgpt import Value

def at(f, numbers):
    return f(list(map(Value, numbers))).data

def slopes(f, numbers, h):
    for i, number in enumerate(numbers):
        up = numbers[:i] + [number + h] + numbers[i + 1:]
        down = numbers[:i] + [number - h] + numbers[i + 1:]
        yield (at(f, up) - at(f, down)) / (2 * h)

def largest_gap(f, numbers, h=0.0001):
    values = list(map(Value, numbers))
    f(values).backward()
    return max(abs(v.grad - s) for v, s in zip(values, slopes(f, numbers, h)))
"""
GAP_FRESH_EACH = """
from microgpt import Value

def largest_gap(f, numbers, h=0.0001):
    gaps = []
    for place in range(len(numbers)):
        values = [Value(n) for n in numbers]
        f(values).backward()
        shift = lambda s: [Value(n + s * h * (i == place)) for i, n in enumerate(numbers)]
        gaps += [abs((f(shift(1)).data - f(shift(-1)).data) / (2 * h) - values[place].grad)]
    return sorted(gaps)[-1]
"""
GAP_NUMPY = """
import numpy
from microgpt import Value

def largest_gap(f, numbers, h=0.0001):
    x = numpy.array(numbers, dtype=float)
    run = lambda row: f([Value(float(n)) for n in row])
    values = [Value(float(n)) for n in x]
    f(values).backward()
    slopes = [(run(x + step).data - run(x - step).data) / (2 * h) for step in numpy.eye(len(x)) * h]
    return numpy.abs(numpy.array([v.grad for v in values]) - slopes).max()
"""


def gap(*changes, source=GAPS):
    return edited(source, "largest_gap", *changes)


SLOPE = "(f([Value(n) for n in up]).data - f([Value(n) for n in down]).data) / (2 * h)"
HERE = "f([Value(n) for n in numbers]).data"
UP, DOWN = "f([Value(n) for n in up]).data", "f([Value(n) for n in down]).data"

# ex-05-6: the whole engine

ENGINE = """
import math

class Value:
    def __init__(self, data, children=(), local_grads=()):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.local_grads = local_grads

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
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

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, done = stack.pop()
            if done:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                for child in value.children:
                    stack.append((child, False))
        self.grad = 1.0
        for value in reversed(order):
            for child, local_grad in zip(value.children, value.local_grads):
                child.grad += local_grad * value.grad
"""
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


SEEN = "elif value not in seen:"
ENDING = [("return order", "return order[:-1]")]
RIGHT = {
    "ex-05-1": [
        [-6, -3, -3],
        [-6.0, -3.0, -3.0],
        (-6, -3, -3),
        [2 * (0.5 - 2) * x for x in (2, 1, 1)],
        [-3 * 2, -3 * 1, -3 * 1],
        numpy.array([-6, -3, -3]),
        numpy.array([2, 1, 1]) * -3.0,
        [numpy.float64(-6), numpy.float64(-3), numpy.float64(-3)],
        [Fraction(-6), Fraction(-3), Fraction(-3)],
        by_the_engine(list),
        by_the_engine(tuple),
        nudged(1e-4),
        nudged(1e-3),
        [Value(-6), Value(-3), Value(-3)],
        list(map(float, "-6 -3 -3".split())),
        numpy.array([-6, -3, -3], numpy.float32),
    ],
    "ex-05-2": [
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
    ],
    "ex-05-3": [
        order(),
        made(ORDER_WAITING, "topological"),
        made(ORDER_COUNTING, "topological"),
        made(ORDER_ITERATORS, "topological"),
        made(ORDER_LAST_SEEN, "topological"),
        made(ORDER_STATES, "topological"),
        made(ORDER_DEPTHS, "topological"),
        made(ORDER_MARKS_ON_VALUES, "topological"),
        order(("for child in value.children", "for child in reversed(value.children)")),
        order(
            ("seen, stack = [], set()", "seen, stack = [], {}"),
            ("seen.add(value)", "seen[value] = True"),
        ),
        order(
            ("value not in seen", "id(value) not in seen"),
            ("seen.add(value)", "seen.add(id(value))"),
        ),
        order(("return order", "return tuple(order)")),
        order(
            (
                "stack.append((child, False))",
                "if child not in seen:\n                    stack.append((child, False))",
            )
        ),
        order(
            (
                "order, seen, stack = [], set(), [(result, False)]",
                "stack, order, seen = [(result, False)], list(), set()",
            ),
            ("while stack:", "while len(stack) > 0:"),
        ),
        order(
            ("[(result, False)]", "[[result, 0]]"),
            ("(value, True)", "[value, 1]"),
            ("(child, False)", "[child, 0]"),
        ),
        made(ORDER_ALL, "topological"),
        made(ORDER_LISTS, "topological"),
        order(("elif value", "if value")),
        order(("order.append(value)", "order += [value]")),
        order(
            ("seen, stack = [], set()", "seen, stack = {}, set()"),
            ("order.append(value)", "order[value] = len(order)"),
            ("return order", "return list(order)"),
        ),
    ],
    "ex-05-4": [
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
    ],
    "ex-05-5": [
        gap(),
        gap(source=GAP),
        gap(source=GAP_PUT_BACK),
        gap(source=GAP_HELPERS),
        gap(source=GAP_FRESH_EACH),
        gap(source=GAP_NUMPY),
        gap(("/ (2 * h)", "/ h / 2")),
        gap(("/ (2 * h)", "* (0.5 / h)")),
        gap(("values[i].grad - slope", "slope - values[i].grad")),
        gap(("return max(gaps)", "return sorted(gaps)[-1]")),
        gap(("return max(gaps)", "return max(gaps, default=0.0)")),
        gap(("list(numbers), list(numbers)", "numbers[:], numbers[:]")),
        gap(("up[i] += h", "up[i] = up[i] + h"), ("down[i] -= h", "down[i] = numbers[i] - h")),
        gap(
            (
                "gaps.append(abs(values[i].grad - slope))",
                "gaps += [((values[i].grad - slope) ** 2) ** 0.5]",
            )
        ),
        gap(("from microgpt import Value", "from microgpt.value import Value")),
        gap(
            ("h=0.0001", "h=1e-4"),
            ("for i in range(len(numbers)):", "for i, value in enumerate(values):"),
        ),
        gap(
            (
                "return max(gaps)",
                "worst = gaps[0]\n    for g in gaps:\n        if g > worst:\n            worst = g\n    return worst",
            )
        ),
    ],
    "ex-05-6": [
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
    ],
}
WRONG = {
    "ex-05-1": [
        ([6, 3, 3], "the signs are turned round"),
        ((6.0, 3.0, 3.0), "the signs are turned round"),
        ([-3, -1.5, -1.5], "that is half of it:"),
        ([3, 1.5, 1.5], "half of it with the sign turned"),
        ([-12, -6, -6], "that is twice as much"),
        ([2, 1, 1], "the slope of the loss is missing"),
        ([-3, -3, -3], "the inputs are left out"),
        ([-6, -3, 0], "the bias has a gradient too"),
        ([-6, -3], "the bias has a gradient too"),
        ([-6, -3, 1], "the loss lies behind b too"),
        ([-6, -3, -1.5], "do not multiply by b"),
        ([-1.5, 3], "gradients for the inputs"),
        ([-1.5, 3, -3], "gradients for the inputs"),
        ([-1.5, 3, -1.5], "you multiplied by the weight itself"),
        ([-3, 3, -1.5], "multiplied by its own number"),
        ([0, 0, 0], "the relu is open"),
        ([4.5, 2.25, 2.25], "you multiplied by the loss"),
        ([9, 4.5, 4.5], "you multiplied by the loss"),
        ([-8, -4, -4], "out is missing in the miss"),
        ([10, 5, 5], "you added the 2"),
        ([1, 0.5, 0.5], None),
        ([-1, -2, -2], "you added the slopes"),
        ([-12, -3, -3], "you multiplied by it twice"),
        ([-3, -6, -3], "mind the places"),
        ([-3, -3, -6], "the order asked for"),
        ([0.5, -1, 0.5], "w1, w2 and b themselves"),
        ([1, -1, 0.5], "the terms of z"),
        ([1.1, -0.7, 0.8], "the weights after a step"),
        ([0.56, -0.97, 0.53], "the weights after a step"),
        ([-6, -3, -3, -1.5, 3], "gradients for the inputs too"),
        ([[-6, -3], -3], "put them into one list"),
        ({"w1": -6, "w2": -3, "b": -3}, "put them into one list"),
        (-3, "go on to w1, w2 and b"),
        (2.25, "that is the loss"),
        (0.5, "that is out"),
        (-1.5, "that is the miss"),
        (-12, "do not add them up"),
        ("[-6, -3, -3]", "the answer is a list"),
        ({-6, -3}, None),
        ([-5, -3, -3], None),
        ([-6, -3, -2], None),
        (lambda: [-6, -3, -3], "call the function"),
        ([-5.9996, -2.9999, -2.9999], None),
    ],
    "ex-05-2": [
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
            operations(
                ("(other.data, self.data)", "(self.data * other.data, self.data * other.data)")
            ),
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
            operations(
                (MUL, "Value(self.data * other.data, (self, other), (other.data, self.data))")
            ),
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
            operations(
                ("(power * self.data ** (power - 1),)", "(power * self.data ** power - 1,)")
            ),
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
            operations(
                ("(power * self.data ** (power - 1),)", "(power * self.data ** (power + 1),)")
            ),
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
            operations(
                (EXP, "return Value(result, (self,), (self.data * math.exp(self.data - 1),))")
            ),
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
    ],
    "ex-05-3": [
        (order(("return order", "return order[::-1]")), "the parents stand first"),
        (order(("order.append(value)", "order.insert(0, value)")), "the parents stand first"),
        (
            order(("return order[::-1]", "return order"), source=FIRST_MET),
            "the parents stand first",
        ),
        (order(source=FIRST_MET), "a value is written down when it is first met"),
        (
            order(("queue.pop(0)", "queue.pop()"), source=FIRST_MET),
            "a value is written down when it is first met",
        ),
        (
            order(("value.children", "reversed(value.children)"), source=FIRST_MET),
            "a value is written down when it is first met",
        ),
        (
            order(
                ("order.append", "order.appendleft"),
                ("[], {result}", "deque(), {result}"),
                ("return order[::-1]", "return list(order)"),
                ("def top", "from collections import deque\ndef top"),
                source=FIRST_MET,
            ),
            "a value is written down when it is first met",
        ),
        (order(source=WITHOUT_MARKS), "a value is there more than once"),
        (
            order(("stack.pop()", "stack.pop(0)"), source=WITHOUT_MARKS),
            "a value is there more than once",
        ),
        (order((SEEN, "else:")), "a value is there more than once"),
        (order(("            seen.add(value)\n", "")), "a value is there more than once"),
        (order(("[::-1]", ""), source=WITHOUT_MARKS), "a value is there more than once"),
        (made(ORDER_MOVES, "topological"), "each way to a value is walked again"),
        (made(ORDER_MOVES_ONE, "topological"), None),
        (made(ORDER_YIELDS, "topological"), "a thousand deep"),
        (made(ORDER_RECURSIVE, "topological"), "a thousand deep"),
        (
            order(
                (
                    "order, seen = [], set()",
                    "import sys\n    sys.setrecursionlimit(10**6)\n    order, seen = [], set()",
                ),
                source=ORDER_RECURSIVE,
            ),
            "a thousand deep",
        ),
        (
            order(
                (
                    "order.append(value)\n\n",
                    "if value.children:\n                order.append(value)\n\n",
                ),
                source=ORDER_RECURSIVE,
            ),
            "the inputs are missing",
        ),
        (
            order(("return order", "return order[::-1]"), source=ORDER_RECURSIVE),
            "the parents stand first",
        ),
        (
            order(
                (
                    "        if value not in seen:\n"
                    "            seen.add(value)\n"
                    "            for child in value.children:\n"
                    "                visit(child)\n"
                    "            order",
                    "        for child in value.children:\n            visit(child)\n        order",
                ),
                source=ORDER_RECURSIVE,
            ),
            "a value is there more than once",
        ),
        (order(("return order", "return order[:-1]")), "the result is missing"),
        (
            order(("return order", "return [v for v in order if v.children]")),
            "the inputs are missing",
        ),
        (
            order(
                (
                    "            for child in value.children:",
                    "            for child in [c for c in value.children if c.children]:",
                )
            ),
            "the inputs are missing",
        ),
        (
            order(("return order", "return [v for v in order if not v.children]")),
            "these are the inputs alone",
        ),
        (
            made("def topological(result):\n    return [result]", "topological"),
            "that is the result alone",
        ),
        (
            made("def topological(result):\n    return list(result.children)", "topological"),
            "these are the children alone",
        ),
        (
            made("def topological(result):\n    return [*result.children, result]", "topological"),
            "this goes one step deep",
        ),
        (order(("value.children:", "value.children[:1]:")), "only the first child is followed"),
        (order(("value.children:", "value.children[1:]:")), "only the last child is followed"),
        (
            order(
                ("value not in seen", "value.data not in seen"),
                ("seen.add(value)", "seen.add(value.data)"),
            ),
            "equal numbers are taken for one value",
        ),
        (order(("order.append(value)", "order.append(value.data)")), "put the values themselves"),
        (order(("return order", "return [v.data for v in order]")), "put the values themselves"),
        (
            order(("return order", "return sorted(order, key=lambda v: v.data)")),
            "the values are sorted by their numbers",
        ),
        (
            order(("return order", "return sorted(order, key=lambda v: v.data, reverse=True)")),
            "and turned round",
        ),
        (
            order(
                ("seen, stack = [], set(), [(result", "stack = [], [(result"),
                ("def topological", "seen = set()\n\ndef topological"),
            ),
            "the marks of an earlier call",
        ),
        (
            order(
                ("topological(result)", "topological(result, seen=set())"),
                ("seen, stack = [], set(), [(result", "stack = [], [(result"),
            ),
            "the marks of an earlier call",
        ),
        (
            order(
                ("value not in seen", "not hasattr(value, 'seen')"),
                ("seen.add(value)", "value.seen = True"),
            ),
            "the marks of an earlier call",
        ),
        (
            order(
                ("topological(result)", "topological(result, order=[])"),
                ("order, seen, stack = [], ", "seen, stack = "),
            ),
            "kept between calls",
        ),
        (order(("return order", "return set(order)")), None),
        (order(("return order", "return iter(order)")), "collect it with list"),
        (order(("return order", "return (v for v in order)")), "collect it with list"),
        (order(("return order", "print(order)")), "nothing comes back"),
        (order(("return order", "return [order]")), "an item of the list is a list"),
        (order(("    return order", "        return order")), None),
        (order(("seen.add(value)", "seen.add(value)\n            value.children = ()\n")), None),
        (order(("stack.pop()", "stack[-1]")), None),
        (
            order(("for child in value.children:", "for child in result.children:")),
            "this goes one step deep",
        ),
        (order(("return order", "return order + [result]")), None),
        (
            order(("order.append(value)", "order.append(value)\n            value.grad = 1.0")),
            "the values have changed",
        ),
    ],
    "ex-05-4": [
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
            back(
                ("        for child, local", "        value.grad = 1.0\n        for child, local")
            ),
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
            back(
                (LINE, "if child.children:\n                child.grad += local_grad * value.grad")
            ),
            "a value that has children only",
        ),
        (
            back(
                (LINE, "if child.grad == 0:\n                child.grad += local_grad * value.grad")
            ),
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
                BACK_IN_A_DICT.replace(
                    "return [grads[value]", "[setattr(value, 'grad', grads[value])"
                ),
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
    ],
    "ex-05-5": [
        (gap(("max(gaps)", "sum(gaps)")), "you added the gaps up; the largest"),
        (gap(("max(gaps)", "sum(gaps) / len(gaps)")), "the mean of the gaps"),
        (gap(("max(gaps)", "min(gaps)")), "the smallest gap"),
        (gap(("max(gaps)", "gaps[0]")), "only the first number is checked"),
        (gap(("max(gaps)", "gaps[-1]")), "only the last number is checked"),
        (gap(("    return max", "        return max")), "only the first number is checked"),
        (gap(("max(gaps)", "gaps")), "these are all gaps"),
        (gap(("max(gaps)", "gaps.index(max(gaps))")), "the place of the largest gap"),
        (gap(("max(gaps)", "max(gaps) < 1e-6")), "this says whether they agree"),
        (gap(("max(gaps)", "max(gaps) > 1e-4")), "this says whether they agree"),
        (gap(("max(gaps)", "max(gaps) ** 2")), "you squared the gap"),
        (
            gap(("abs(values[i].grad - slope)", "(values[i].grad - slope) ** 2")),
            "you squared the gap",
        ),
        (gap(("abs(values[i].grad - slope)", "values[i].grad - slope")), "a gap is a distance"),
        (gap(("abs(values[i].grad - slope)", "slope - values[i].grad")), "a gap is a distance"),
        (
            gap(
                ("abs(values[i].grad - slope)", "values[i].grad - slope"),
                ("max(gaps)", "abs(max(gaps))"),
            ),
            "a gap is a distance",
        ),
        (
            gap(
                ("abs(values[i].grad - slope)", "values[i].grad - slope"),
                ("max(gaps)", "max(gaps, key=abs)"),
            ),
            "the largest gap with its sign",
        ),
        (
            gap(
                ("abs(values[i].grad - slope)", "values[i].grad - slope"),
                ("max(gaps)", "abs(sum(gaps))"),
            ),
            "with their signs",
        ),
        (gap(("abs(values[i].grad - slope)", "abs(values[i].grad + slope)")), "one sign is turned"),
        (gap((SLOPE, f"({DOWN} - {UP}) / (2 * h)")), "one sign is turned"),
        (gap((SLOPE, f"({UP} - {HERE}) / h")), "you nudged to one side only, which is rougher"),
        (gap((SLOPE, f"({HERE} - {DOWN}) / h")), "you nudged to one side only, which is rougher"),
        (gap((SLOPE, f"({UP} - {HERE}) / (2 * h)")), "one side only, and divided by 2 * h"),
        (gap(("/ (2 * h)", "/ h")), "you divided by h"),
        (gap((" / (2 * h)", "")), "the difference is not divided"),
        (gap(("/ (2 * h)", "/ 2 * h")), "put brackets around 2 * h"),
        (gap(("/ (2 * h)", "/ 2")), "not by 2 alone"),
        (gap(("/ (2 * h)", "* (2 * h)")), "you multiplied by 2 * h"),
        (gap((SLOPE, f"{UP} - {DOWN} / (2 * h)")), "put brackets around the difference"),
        (
            gap(
                ("up[i] += h", "up = [n + h for n in up]"),
                ("down[i] -= h", "down = [n - h for n in down]"),
            ),
            "all numbers are nudged at once",
        ),
        (gap(("up[i]", "up[0]"), ("down[i]", "down[0]")), "only the first number is ever nudged"),
        (gap(("h=0.0001):", "h=0.0001):\n    h = 0.0001")), "nudge by the h that comes in"),
        (
            gap(
                ("h=0.0001", "h=0.0001, e=1e-5"),
                ("+= h", "+= e"),
                ("-= h", "-= e"),
                ("2 * h", "2 * e"),
            ),
            "nudge by the h that comes in",
        ),
        (
            gap(("+= h", "+= h / 2"), ("-= h", "-= h / 2"), ("(2 * h)", "h")),
            "half of h to each side",
        ),
        (
            gap(
                ("    f(values).backward()\n", ""),
                (
                    "    for i in range(len(numbers)):\n",
                    "    for i in range(len(numbers)):\n        f(values).backward()\n",
                ),
            ),
            "the gradients pile up",
        ),
        (gap(("    f(values).backward()\n", "    f(values)\n")), "no gradient was left"),
        (gap(("    f(values).backward()\n", "")), "no gradient was left"),
        (gap(("abs(values[i].grad - slope)", "abs(slope)")), "no gradient was left"),
        (
            gap(("abs(values[i].grad - slope)", "abs(values[i].grad)")),
            "that is the largest gradient",
        ),
        (
            gap(("abs(values[i].grad - slope)", "abs(abs(values[i].grad) - abs(slope))")),
            "each side loses its sign first",
        ),
        (
            gap(
                ("abs(values[i].grad - slope)", "abs(values[i].grad - slope) / max(1, abs(slope))")
            ),
            "by the size of the slope",
        ),
        (
            gap(
                ("f([Value(n) for n in up]).data", "f(up)"),
                ("f([Value(n) for n in down]).data", "f(down)"),
            ),
            "f takes Values",
        ),
        (gap(("values = [Value(n) for n in numbers]", "values = numbers")), "f takes Values"),
        (gap(("f(values).backward()", "f(*values).backward()")), "f takes one list"),
        (
            gap(("f(values).backward()", "for v in values:\n        f(v).backward()")),
            "f takes one list",
        ),
        (gap((".data - f", " - f"), ("down]).data", "down])")), "take its data"),
        (gap(("values[i].grad", "values[i]")), "take its data"),
        (gap(("list(numbers), list(numbers)", "numbers, numbers")), "up and down are one list"),
        (gap(("        value.data = before\n", ""), source=GAP_PUT_BACK), "not put back"),
        (gap(("max(gaps)", "round(max(gaps), 2)")), None),
        (gap(("max(gaps)", "0.0 if max(gaps) < 0.3 else max(gaps)")), None),
        (gap(("max(gaps)", "max(gaps[:2])")), None),
        (
            made(ENGINE + GAPS.replace("from microgpt import Value\n", ""), "largest_gap"),
            "take the Value of the package",
        ),
        (gap(("    return max(gaps)", "    print(max(gaps))")), None),
        (gap(("f, numbers, h=0.0001", "numbers, f, h=0.0001")), None),
        (gap(("h=0.0001", "h")), None),
        (
            gap(("    return max(gaps)", "    numbers[0] += h\n    return max(gaps)")),
            "numbers has changed",
        ),
    ],
    "ex-05-6": [
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
            backward(
                BEFORE_ALL_PARENTS.replace("child.grad += local_grad", "child.grad = local_grad")
            ),
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
    ],
}

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
STUBS = {
    "ex-05-2": [made(OPERATIONS_STUB, "Value")],
    "ex-05-6": [made(ENGINE_STUB, "Value"), made(BARE_STUB, "Value")],
}
