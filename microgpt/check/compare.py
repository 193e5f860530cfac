"""Compare what a learner's code returns with what is expected.

`plain` comes first: it turns arrays, NumPy numbers, tuples, sets and Value objects into Python's own
numbers, texts, lists and dictionaries, which remember what they were. Whatever is none of these
becomes an `Odd`, which only has a name.
"""

import io
from collections.abc import Iterator, KeysView, Set, ValuesView
from itertools import islice
from math import isclose, prod
from numbers import Number

LONGEST = 10_000  # items that are worth looking at
FINE = 1e-9  # how far the last digits of floating-point numbers may be apart
COARSE = 1e-5  # the same for numbers of 32 bits


class Odd:
    """A value that no exercise asks for, such as a module."""

    def __init__(self, name, advice=""):
        self.name, self.advice = name, advice

    def __eq__(self, other):
        return isinstance(other, Odd) and self.name == other.name

    def __repr__(self):
        return self.name


class Items(list):
    """A list that was something else: a tuple, an array, a generator, a set. `kind` says what."""

    def __init__(self, kind, items):
        super().__init__(items)
        self.kind = kind


class Single(float):
    """A number of 32 or 16 bits, with the name of its type."""

    def __new__(cls, number, kind):
        single = super().__new__(cls, number)
        single.kind = kind
        return single


class Node:
    """A Value of the engine, the learner's or ours: a number with its gradient."""

    def __init__(self, data, grad):
        self.data, self.grad = data, grad


class Room:
    """How many more items are looked at."""

    def __init__(self):
        self.left = 2 * LONGEST


def plain(value, depth=6, room=None):
    """The same value made of None, bool, int, float, str, lists and dictionaries, or an Odd.

    >>> plain([1, 2.5, range(2)])
    [1, 2.5, [0, 1]]
    """
    room = room or Room()
    room.left -= 1
    if value is None or isinstance(value, (bool, Odd)):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, Number) and not isinstance(value, complex):
        return single(float(value), getattr(value, "dtype", None))
    if isinstance(value, type):
        return Odd("a class")
    if depth == 0 or room.left < 0:
        return Odd("a very large value")
    if isinstance(value, dict):
        return plain_dict(value, depth, room)
    if hasattr(value, "tolist"):  # NumPy, PyTorch and array.array
        return plain_array(value, depth, room)
    kind = kind_of(value)
    if kind:
        items = list(islice(value, LONGEST + 1))
        if len(items) > LONGEST:
            return Odd(f"a very long {kind}")
        items = [plain(item, depth - 1, room) for item in items]
        return items if kind == "list" else Items(kind, items)
    if hasattr(value, "data") and hasattr(value, "grad"):
        return Node(plain(value.data, depth - 1, room), plain(value.grad, depth - 1, room))
    return odd(value)


def kind_of(value):
    """What a row of items is called; empty for what is none."""
    for kind, types in [("list", (list, range)), ("tuple", tuple), ("set", Set)]:
        if isinstance(value, types) and not isinstance(value, KeysView):
            return kind
    if isinstance(value, (Iterator, KeysView, ValuesView)) and not isinstance(value, io.IOBase):
        return type(value).__name__
    return ""


def plain_dict(value, depth, room):
    if len(value) > LONGEST:
        return Odd("a very large dictionary")
    pairs = [(plain_key(key), plain(item, depth - 1, room)) for key, item in value.items()]
    return dict(pairs)


def plain_key(key):
    """A key of a dictionary, as one that can be compared and shown."""
    if isinstance(key, tuple):
        return tuple(plain_key(part) for part in key)
    key = plain(key)
    return key if key is None or isinstance(key, (bool, int, float, str)) else repr(key)


def plain_array(value, depth, room):
    if prod(getattr(value, "shape", ())) > LONGEST:
        return Odd("a very large array")
    items = plain(value.tolist(), depth - 1, room)
    items = single(items, getattr(value, "dtype", None))
    return Items("array", items) if isinstance(items, list) else items


def single(value, dtype):
    """The numbers in value, as Singles if that is their type."""
    kind = str(dtype).rpartition(".")[2]
    if kind not in ("float32", "float16", "bfloat16"):
        return value
    if isinstance(value, list):
        return [single(item, dtype) for item in value]
    return Single(value, kind) if isinstance(value, float) else value


def odd(value):
    """Name a value that is neither a number, a text, a list nor a dictionary."""
    kind = type(value).__name__
    if kind == "coroutine":
        value.close()
        return Odd("a coroutine", "write def, without async.")
    if kind in ("function", "builtin_function_or_method", "method"):
        return Odd("a function", "call it, with its arguments in brackets.")
    if kind == "ellipsis":
        return Odd("...")
    name = f"{'an' if kind[:1].lower() in tuple('aeiou') else 'a'} {kind}"
    return Odd(name if type(value).__module__ == "builtins" else f"{name} object")


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_lazy(value):
    """Whether it makes its items when asked, as a generator does."""
    return isinstance(value, Items) and value.kind not in ("tuple", "array", "set")


def is_set(value):
    return isinstance(value, Items) and value.kind == "set"


def close(got, expected, tolerance=FINE):
    """Whether two plain values are equal, up to the last digits of floating-point numbers.

    A tuple and an array are as good as a list; a generator and a set are not.

    >>> close([0.1 + 0.2, "a"], [0.3, "a"])
    True
    """
    if hasattr(expected, "objection"):  # it judges for itself, as Frequencies do
        return not expected.objection(got)
    return equal(got, expected, tolerance, strict=True)


def equal(got, expected, tolerance=FINE, strict=False):
    """Like close; if not `strict`, whatever holds the items in order is as good as a list."""
    if isinstance(got, Node) and isinstance(expected, Node):
        pairs = (got.data, expected.data), (got.grad, expected.grad)
        return all(equal(one, other, tolerance, strict) for one, other in pairs)
    if isinstance(got, Node):
        got = got.data
    if is_number(got) and is_number(expected):
        return near(got, expected, max(tolerance, precision(got), precision(expected)))
    if isinstance(got, list) and isinstance(expected, list):
        return equal_items(got, expected, tolerance, strict)
    if isinstance(got, dict) and isinstance(expected, dict):
        return got.keys() == expected.keys() and all(
            equal(got[key], expected[key], tolerance, strict) for key in expected
        )
    return type(got) is type(expected) and got == expected


def equal_items(got, expected, tolerance, strict):
    if is_set(got) != is_set(expected) or (strict and is_lazy(got) != is_lazy(expected)):
        return False
    if is_set(got):
        got, expected = sorted(got, key=repr), sorted(expected, key=repr)
    return len(got) == len(expected) and all(
        equal(one, other, tolerance, strict) for one, other in zip(got, expected)
    )


def precision(number):
    """How far a number of 32 bits may be off; one of 16 bits is not near enough to anything."""
    return COARSE if isinstance(number, Single) and number.kind == "float32" else 0.0


def near(one, other, tolerance):
    try:
        if one == other or (one != one and other != other):
            return True
        return isclose(one, other, rel_tol=tolerance, abs_tol=tolerance)
    except OverflowError:
        return False
