"""What the exercises of chapter 08 share: the parts of a model, on plain numbers."""

from operator import mul

from microgpt.nn import linear, rmsnorm

from ..source import returns_in_loop

AFTER = {returns_in_loop: "return after the loop, not inside it."}
LENGTHS = r"zip\(\) argument|mismatch|not aligned|broadcast|length"  # in the text of an error


def loose(x, rows):
    """Like linear; where a row and x differ in length, as far as the shorter of them goes, as zip does it."""
    return [sum(map(mul, row, x)) for row in rows]


def relu(numbers):
    return [max(0.0, number) for number in numbers]


def network(bend=relu, first=linear, second=linear):
    """mlp(x, fc1, fc2), with a step of it changed."""
    return lambda x, fc1, fc2: second(bend(first(x, fc1)), fc2)


mlp = network()


def added(one, other):
    return [a + b for a, b in zip(one, other)]


def block(before=rmsnorm, add=added, after=list):
    """residual_block(x, f), with a step of it changed."""
    return lambda x, f: after(add(x, f(before(x))))


residual_block = block()


def rows(rng, count, length):
    """A matrix: so many rows of so many numbers, with two digits each."""
    return [[round(rng.uniform(-1, 1), 2) for _ in range(length)] for _ in range(count)]
