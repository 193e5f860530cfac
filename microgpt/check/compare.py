"""Compare what a learner's code returns with what is expected, and put values into words.

`plain` comes first: it turns arrays, NumPy numbers, tuples and Value objects into Python's own
numbers, texts and lists. Whatever is none of these becomes an `Odd`, which only has a name.
"""

import math
from collections.abc import Iterator
from numbers import Number

LONGEST = 10_000  # items of a list that are worth looking at


class Odd:
    """A value that no exercise asks for, such as a generator."""

    def __init__(self, name, advice=""):
        self.name, self.advice = name, advice

    def __eq__(self, other):
        return isinstance(other, Odd) and self.name == other.name

    def __repr__(self):
        return self.name


def plain(value, depth=5):
    """The same value made of None, bool, int, float, str and lists only, or an Odd.

    >>> plain((1, 2.5, range(2)))
    [1, 2.5, [0, 1]]
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, type):
        return Odd("a class")
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, (list, tuple, range)):
        if depth == 0 or len(value) > LONGEST:
            return Odd("a very large list")
        return [plain(item, depth - 1) for item in value]
    if isinstance(value, Number) and not isinstance(value, complex):
        return float(value)
    if depth and hasattr(value, "tolist"):  # NumPy, PyTorch and array.array
        if math.prod(getattr(value, "shape", ())) > LONGEST:
            return Odd("a very large array")
        return plain(value.tolist(), depth - 1)
    if depth and hasattr(value, "data") and hasattr(value, "grad"):  # our Value, and its cousins
        return plain(value.data, depth - 1)
    return odd(value)


def odd(value):
    """Name a value that is neither a number, a text nor a list."""
    kind = type(value).__name__
    if isinstance(value, Iterator):
        return Odd(f"a {kind}", "it makes its items when asked; collect them with list(...).")
    if isinstance(value, (set, frozenset)):
        return Odd("a set", "a set has no order and keeps each item once; return a list.")
    if kind == "coroutine":
        value.close()
        return Odd("a coroutine", "write def, without async.")
    if kind in ("function", "builtin_function_or_method", "method"):
        return Odd("a function", "call it with its arguments in brackets.")
    if kind == "ellipsis":
        return Odd("...")
    name = f"{'an' if kind[:1].lower() in tuple('aeiou') else 'a'} {kind}"
    return Odd(name if type(value).__module__ == "builtins" else f"{name} object")


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def close(a, b, tolerance=1e-9):
    """Whether two plain values are equal, up to the last digits of floating-point numbers.

    >>> close([0.1 + 0.2, "a"], [0.3, "a"])
    True
    """
    if is_number(a) and is_number(b):
        try:
            both_nan = a != a and b != b
            return a == b or both_nan or math.isclose(a, b, rel_tol=tolerance, abs_tol=tolerance)
        except OverflowError:
            return False
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(close(x, y, tolerance) for x, y in zip(a, b))
    return type(a) is type(b) and a == b


def show(value, width=60):
    """A plain value as short text, the same on every machine.

    >>> show([1 / 3, 2.0, -0.0, "emma"])
    "[0.333333, 2, 0, 'emma']"
    """
    if is_number(value):
        if abs(value) < 1e-9:
            return "0"
        if isinstance(value, int) and abs(value) > 1e15:
            return "a huge number"
        return str(value) if isinstance(value, int) else f"{value:.6g}"
    if not isinstance(value, list):
        text = repr(value)
        return text if len(text) <= width else text[: width - 3] + "..."
    items = [show(item, width) for item in value]
    kept = len(items)
    while kept and sum(map(len, items[:kept])) + 2 * kept > width:
        kept -= 1
    return "[" + ", ".join(items[:kept] + ["..."] * (kept < len(items))) + "]"


def describe(value):
    """Like show, with the kind of the value where that is the point.

    >>> describe([2, -0.5]), describe("5")
    ('the list [2, -0.5]', "the text '5'")
    """
    kind = {list: "the list ", str: "the text "}.get(type(value), "")
    return kind + show(value)


def difference(got, expected, printed=""):
    """One sentence on how `got` differs from `expected`: the mistakes every exercise shares.

    >>> difference([6], 6)
    'the answer is one number, without a list around it.'
    """
    if got is None and printed.strip():
        return "you printed the answer; a function hands it back with return."
    if got is None:
        return "a function without return gives None; end it with return."
    if isinstance(got, Odd) and got.advice:
        return got.advice
    if isinstance(got, float) and got != got:
        return "nan means not a number; it comes from steps like inf - inf and 0 * inf."
    if is_number(expected):
        return number_difference(got, expected)
    if isinstance(expected, list):
        return list_difference(got, expected)
    return f"it should be {show(expected)}."


def number_difference(got, expected):
    if got == [expected]:
        return "the answer is one number, without a list around it."
    if isinstance(got, str):
        return "that is a text; the answer is a number, without quotes."
    if not is_number(got):
        return f"the answer is one number, {show(expected)}."
    if got and close(got, -expected):
        return f"the sign is wrong; it should be {show(expected)}."
    if close(got, expected, 0.006):
        return f"that is near {show(expected)}, but not equal; do not round inside the function."
    return f"it should be {show(expected)}."


def list_difference(got, expected):
    if not isinstance(got, list):
        return f"the answer is a list, {show(expected)}."
    if close(got, [[item] for item in expected]):
        return "each item has a list of its own around it; put the items themselves into the list."
    if close(got, [expected]):
        return "there is one list too many around the answer."
    if len(got) != len(expected):
        return f"it has {count(got)}; it should have {len(expected)}: {show(expected)}."
    if close(sorted(got, key=show), sorted(expected, key=show)):
        return f"the items are right, their order is not: {show(expected)}."
    place = next(i for i in range(len(got)) if not close(got[i], expected[i]))
    return f"item [{place}] is {show(got[place])}; it should be {show(expected[place])}."


def count(items):
    return "1 item" if len(items) == 1 else f"{len(items)} items"
