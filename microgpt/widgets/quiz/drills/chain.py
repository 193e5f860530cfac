"""The chain rule on a fresh graph: which gradient does each value get?"""

from ...autograd.graphs import values_of
from .numbers import between, nonzero, written

LARGEST = 99  # of all values and gradients


def draw(rng, level):
    """The inputs and the lines of a graph that can be done in the head."""
    while True:
        inputs = {name: nonzero(rng, -4, 5) for name in "abc"}
        facts = {"inputs": inputs, "lines": (one_way, two_ways, larger)[level - 1](rng)}
        if fits(facts, zeros=2 if level == 3 else 0):
            return facts


def one_way(rng):
    """Each value is used once; one of the three operations has a plain number."""
    alone = between(rng, 0, 2)
    free, last, lines = list("abc"), None, []
    for i, name in enumerate("dey"):
        last = last or free.pop(0)
        text = with_plain(rng, last) if i == alone else binary(rng, last, free.pop(0))
        lines.append([name, text])
        last = name
    return lines


def two_ways(rng):
    """One of the values is used twice."""
    lines = [["d", binary(rng, "a", "b")], ["e", binary(rng, "d", "c")]]
    return [*lines, ["y", binary(rng, "e", "abcd"[between(rng, 0, 3)])]]


def larger(rng):
    """Two of the values are used twice, and one operation is a relu, a square or has a plain number."""
    lines = [["d", binary(rng, "a", "b")], ["e", binary(rng, "d", "c")]]
    lines.append(["f", ("relu(e)", "e**2", with_plain(rng, "e"))[between(rng, 0, 2)]])
    first, second = between(rng, 0, 4), between(rng, 0, 3)
    second += second >= first  # another one
    lines.append(["g", binary(rng, "f", "abcde"[first])])
    return [*lines, ["y", binary(rng, "g", "abcde"[second])]]


def binary(rng, left, right):
    return f"{left} + {right}" if between(rng, 0, 2) == 0 else f"{left}*{right}"


def with_plain(rng, name):
    return f"{name}*{between(rng, 2, 4)}"


def fits(facts, zeros):
    """Whether the numbers stay small, the gradients differ, few are 1, and at most `zeros` of either are 0."""
    values = computed(facts).values()
    data, grads = [value.data for value in values], [value.grad for value in values]
    small = all(abs(x) <= LARGEST for x in data + grads)
    differ = len({*grads}) >= 3 and 2 * grads.count(1) <= len(grads)
    return small and differ and max(data.count(0), grads.count(0)) <= zeros


def computed(facts):
    """{name: Value}, after the way back."""
    values = values_of(facts["inputs"], facts["lines"])
    values["y"].backward()
    return values


def words(facts, level):
    given = [f"{name} = {written(x)}" for name, x in facts["inputs"].items()]
    lines = [f"{name} = {text}" for name, text in facts["lines"]]
    return f"{', '.join(given + lines)}. The gradient of y is 1. What is the gradient of each other value?"


def answers(facts, level):
    return {name: value.grad for name, value in computed(facts).items() if name != "y"}
