"""ex-14-2: Value"""

from .cells import cell, changer

OWN = cell("""
    import math
    class Value:
        def __init__(self, data, parents=(), slopes=()):
            self.data, self.grad, self.parents, self.slopes = data, 0, parents, slopes
        def __add__(self, other):
            if not isinstance(other, Value):
                other = Value(other)
            return Value(self.data + other.data, [self, other], [1, 1])
        def __mul__(self, other):
            if not isinstance(other, Value):
                other = Value(other)
            return Value(self.data * other.data, [self, other], [other.data, self.data])
        def __pow__(self, n):
            return Value(self.data**n, [self], [n * self.data ** (n - 1)])
        def log(self):
            return Value(math.log(self.data), [self], [1 / self.data])
        def exp(self):
            return Value(math.exp(self.data), [self], [math.exp(self.data)])
        def relu(self):
            if self.data > 0:
                return Value(self.data, [self], [1])
            return Value(0, [self], [0])
        __radd__, __rmul__ = __add__, __mul__
        def __neg__(self):
            return self * -1
        def __sub__(self, other):
            return self + (-other)
        def __truediv__(self, other):
            return self * other**-1
        def backward(self):
            order, seen = [], set()
            def visit(value):
                if value in seen:
                    return
                seen.add(value)
                for parent in value.parents:
                    visit(parent)
                order.append(value)
            visit(self)
            self.grad = 1
            for value in order[::-1]:
                for parent, slope in zip(value.parents, value.slopes):
                    parent.grad += slope * value.grad
""")
CLOSURES = cell("""
    from math import exp, log
    class Value:
        def __init__(self, data, before=()):
            self.data, self.grad, self.before, self.back = data, 0.0, before, lambda: None
        def made(self, data, *pairs):
            result = Value(data, [child for child, _ in pairs])
            def back():
                for child, slope in pairs:
                    child.grad += slope * result.grad
            result.back = back
            return result
        def __add__(self, other):
            other = other if isinstance(other, Value) else Value(other)
            return self.made(self.data + other.data, (self, 1), (other, 1))
        def __mul__(self, other):
            other = other if isinstance(other, Value) else Value(other)
            return self.made(self.data * other.data, (self, other.data), (other, self.data))
        def __pow__(self, n):
            return self.made(self.data**n, (self, n * self.data ** (n - 1)))
        def log(self):
            return self.made(log(self.data), (self, 1 / self.data))
        def exp(self):
            return self.made(exp(self.data), (self, exp(self.data)))
        def relu(self):
            return self.made(max(0, self.data), (self, float(self.data > 0)))
        def __neg__(self): return self * -1
        def __sub__(self, other): return self + -other
        def __rsub__(self, other): return -self + other
        def __truediv__(self, other): return self * other**-1
        def __radd__(self, other): return self + other
        def __rmul__(self, other): return self * other
        def backward(self):
            order, seen = [], {self}
            stack = [(self, iter(self.before))]
            while stack:
                value, children = stack[-1]
                for child in children:
                    if child not in seen:
                        seen.add(child)
                        stack.append((child, iter(child.before)))
                        break
                else:
                    order.append(stack.pop()[0])
            self.grad = 1.0
            for value in reversed(order):
                value.back()
""")
changed = changer(OWN)
POW, ADDED = "[n * self.data ** (n - 1)]", "parent.grad += slope * value.grad"
RIGHT = [
    OWN,
    CLOSURES,
    changed(
        "class Value:\n", 'class Value:\n    __slots__ = ("data", "grad", "parents", "slopes")\n'
    ),
    changed(
        "        order, seen = [], set()\n",
        "        order, seen = [], []\n",
        "seen.add(value)",
        "seen.append(value)",
    ),
    changed("if self.data > 0:", "if self.data >= 1e-300:"),
]
WRONG = [
    (changed(ADDED, ADDED.replace("+=", "=")), "add with +="),
    (changed("        self.grad = 1\n", ""), "set the gradient of the result to 1"),
    (changed("self.grad = 1\n", "self.grad += 1\n"), "you added 1 to what stood there"),
    (changed("order[::-1]", "order"), "turn the order round"),
    (changed(ADDED, "parent.grad += value.grad"), "the local gradient is missing"),
    (changed(ADDED, "parent.grad += slope"), "what arrives is missing"),
    (changed(ADDED, "parent.grad += slope + value.grad"), "multiply them"),
    (changed(ADDED, "parent.grad += slope * parent.grad"), "no gradient arrives"),
    (changed(ADDED, "parent.grad += slope * value.data"), "multiply by its gradient"),
    (
        changed("[other.data, self.data]", "[self.data, other.data]"),
        "the local gradients are swapped",
    ),
    (changed("[other.data, self.data]", "[1, 1]"), "in a product it is the other factor"),
    (changed(POW, "[self.data ** (n - 1)]"), "the power stands in front"),
    (changed(POW, "[n * self.data**n]"), "the power goes down by 1"),
    (changed(POW, "[n * self.data]"), "is the slope of a square"),
    (changed("[1 / self.data]", "[self.data]"), "the slope of log is 1 / x"),
    (changed("[math.exp(self.data)]", "[self.data]"), "its slope is e**x itself"),
    (
        changed("Value(0, [self], [0])", "Value(0, [self], [1])"),
        "the slope of relu is 1 only where",
    ),
    (
        changed(
            "[self], [1])\n        return Value(0", "[self], [self.data])\n        return Value(0"
        ),
        "above 0 is 1, and not",
    ),
    (
        changed("    __radd__, __rmul__ = __add__, __mul__\n", "    __rmul__ = __mul__\n"),
        "need __radd__",
    ),
    (
        changed("    __radd__, __rmul__ = __add__, __mul__\n", "    __radd__ = __add__\n"),
        "needs __rmul__",
    ),
    (
        changed(
            "    def exp(self):\n        return Value(math.exp(self.data), [self], [math.exp(self.data)])\n",
            "",
        ),
        "is missing in the class",
    ),
    (
        changed(
            "return Value(math.log(self.data), [self], [1 / self.data])", "math.log(self.data)"
        ),
        "nothing came back",
    ),
    (
        changed(
            "return Value(math.log(self.data), [self], [1 / self.data])",
            "return math.log(self.data)",
        ),
        "a plain number came back",
    ),
    (changed("[self], [n", "self, [n"), "tuples"),
    (
        changed(
            "            if value in seen:\n                return\n",
            "",
            "            seen.add(value)\n",
            "",
        ),
        "each value passes on all that it has whenever it is met",
    ),
    (changed("        visit(self)\n", ""), "no gradient arrives"),
    (changed(ADDED, "pass"), "no gradient arrives"),
]
