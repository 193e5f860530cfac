"""Comparing results, and putting their differences into words."""

import collections
import math
from decimal import Decimal
from fractions import Fraction

import numpy
import pytest

from microgpt.check.compare import Node, close, plain
from microgpt.check.words import describe, difference, gave, show
from microgpt.value import Value


def said(got, expected):
    return difference(plain(got), plain(expected))


def test_plain_takes_what_people_return():
    assert plain((1, [numpy.int64(2)], range(2))) == [1, [2], [0, 1]]
    assert plain(numpy.array([[1, 2], [3, 4]])) == [[1, 2], [3, 4]]
    assert plain([Fraction(1, 2), Decimal("0.25"), numpy.bool_(True)]) == [0.5, 0.25, True]
    assert plain({"a": (1, 2), (1, 2): numpy.array([3])}) == {"a": [1, 2], (1, 2): [3]}
    assert plain(collections.Counter("aab")) == {"a": 2, "b": 1}
    assert sorted(plain({3, 1})) == [1, 3]
    assert plain(x * x for x in range(3)) == [0, 1, 4]
    assert plain({"a": 1}.values()) == [1] and plain({"a": 1}.keys()) == ["a"]


def test_close():
    assert close(plain(numpy.float32(0.1)), 0.1) and not close(plain(numpy.float16(0.1)), 0.1)
    assert not close(True, 1) and not close("1", 1) and not close([1], 1) and not close(None, 0)
    assert close(1, 1.0) and close(1e-17, 0) and not close(1e-6, 0)
    assert close(10**400, 10**400) and not close(10**400, 1.0)
    assert close(math.nan, math.nan) and not close(math.nan, 1.0) and not close(1.0, math.nan)
    assert close(31 + 3e-10, 31) and not close(31 + 3e-10, 31, 1e-12)


def test_a_tuple_is_as_good_as_a_list_and_a_generator_is_not():
    assert close(plain((1, 2)), [1, 2]) and close(plain(numpy.array([1, 2])), [1, 2])
    assert not close(plain(x for x in (1, 2)), [1, 2]) and not close(plain({1, 2}), [1, 2])
    assert not close(plain([map(abs, [1])]), [[1]])
    assert close(plain({1, 2}), plain({2, 1})) and not close(plain({1}), plain({2}))
    assert close(plain({"a": [1, (2,)]}), {"a": [1, [2]]}) and not close({"a": 1}, {"b": 1})


def test_a_value_is_seen_with_its_gradient():
    x = Value(3.0)
    y = x * x
    y.backward()
    assert isinstance(plain(y), Node) and show(plain(x)) == "Value(data=3, grad=6)"
    assert close(plain(x), 3.0) and close(plain([x]), [3])
    other = Value(3.0)
    assert not close(plain(x), plain(other))
    assert said(x, other) == "item .grad is 6; it should be 0."


@pytest.mark.parametrize(
    "got, expected, words",
    [
        (4, 3.5, "it should be 3.5."),
        (3.51, 3.5, "that is near 3.5, but not equal."),
        (3, 3.5, "it should be 3.5."),
        (None, 3.5, "the answer is a number, 3.5."),
        ("3.5", 3.5, "that is a text; the answer is a number, without quotes."),
        ([3.5], 3.5, "the answer is a number, 3.5."),
        (math.nan, 1, "nan means not a number; it comes from steps like inf - inf and 0 * inf; it"),
        (numpy.float16(0.1), 0.1, "that is a float16, which keeps three digits"),
        (abs, 1, "call it, with its arguments in brackets."),
        (3, [1, 2], "the answer is a list, [1, 2]."),
        ([1, 3], [1, 2], "item [1] is 3; it should be 2."),
        ([[1, 2], [3, 5]], [[1, 2], [3, 4]], "item [1][1] is 5; it should be 4."),
        ([[1, 2], 3], [[1, 2], [3]], "item [1] is 3, not a list, [3]."),
        ([[1, 2], [3]], [[1, 2], [3, 4]], "item [1] has 1 item; it should have 2: [3, 4]."),
        ([1.001], [1], "item [0], 1.001, is near 1, but not equal."),
        ([0.2], [0.2 - 4e-8], "item [0], 0.2, is near 0.19999996, but not equal."),
        ([1, 2, 3], [1, 2], "it has 3 items; it should have 2: [1, 2]."),
        ([2, 1], [1, 2], "it has the right items, but in another order: it should be [1, 2]."),
        ({1, 2}, [1, 2], "it is a set, which has no order and keeps each item once"),
        ([1, 2], {1, 2}, "it is the list [1, 2], not a set; it should be {1, 2}."),
        ({1, 3}, {1, 2}, "it is the set {1, 3}; it should be {1, 2}."),
        (iter([1, 2]), [1, 2], "it is a list_iterator, which makes its items when asked; collect"),
        ([iter([1]), [2]], [[1], [2]], "item [0] is a list_iterator, which makes its items when"),
        (iter([1, 3]), [1, 2], "it is a list_iterator of [1, 3]; it should be [1, 2]."),
        ({"a": 1}, {"a": 2}, "item ['a'] is 1; it should be 2."),
        ({"a": [1, {"b": 3}]}, {"a": [1, {"b": 4}]}, "item ['a'][1]['b'] is 3; it should be 4."),
        ({"a": 1}, {"a": 1, "b": 2}, "it has no key 'b'; it should be {'a': 1, 'b': 2}."),
        ({"a": 1, 3: 2}, {"a": 1}, "it has a key 3 too many; it should be {'a': 1}."),
        ({"a": 1}, [1], "the answer is a list, [1]."),
        ("em", "emma", "it should be 'emma'."),
        (True, "emma", "the answer is a text, 'emma'."),
        (1, True, "the answer is True or False, True."),
    ],
)
def test_difference(got, expected, words):
    assert said(got, expected).startswith(words)


def test_describe_names_the_kind():
    assert describe(plain((1,))) == "the tuple (1,)" and describe([1]) == "the list [1]"
    assert describe(plain(numpy.array([1, 2]))) == "the array [1, 2]"
    assert (
        describe(plain({2, 1})) == "the set {1, 2}"
        and describe({"a": 1}) == "the dictionary {'a': 1}"
    )
    assert (
        describe(plain(x for x in [1])) == "a generator of [1]" and describe("a") == "the text 'a'"
    )
    assert describe(plain(map(abs, []))) == "a map of []" and describe(plain(len)) == "a function"


def test_two_numbers_that_differ_are_never_shown_alike():
    assert gave(31.00000003, 31) == "31.00000003" and gave(3 + 1e-11, 3) == "3.00000000001"
    assert gave(2 / 3, 1) == "0.666667"


def test_show_is_short_and_stable():
    assert (
        show(2 / 3) == "0.666667" and show(-0.0) == "0" and show(1e-17) == "0" and show(2.0) == "2"
    )
    assert (
        show(math.nan) == "nan" and show(-math.inf) == "-inf" and show(10**5000) == "a huge number"
    )
    assert show([]) == "[]" and show(list(range(1000))).endswith(", ...]")
    assert len(show(list(range(1000)))) < 70 and len(show("x" * 1000)) == 60
    assert show({"a\n": "\x1b"}) == "{'a\\n': '\\x1b'}"
