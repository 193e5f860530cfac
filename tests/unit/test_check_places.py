"""Where in an answer something is wrong: the line of an error, the cause in the source, the one change."""

import linecache

import pytest

from microgpt.check import grade, source
from microgpt.check.guard import run
from microgpt.check.repair import place_to_change


def place_of(function, *arguments):
    return run(function, *arguments).place.lines()


def helper(values):
    return values[3] + 1


def calls_helper(values):
    total = 0
    return total + helper(values)


def names_and_letters(x):
    été = 2
    return été * x / (été - x)


def two_lines(x):
    return (
        x
        / 0
    )  # fmt: skip


def inside(rows):
    factor = 2
    return [row["a"] * factor for row in rows]


def test_the_part_that_raised_is_marked_with_its_values():
    assert place_of(helper, [1, 2]) == [
        "return values[3] + 1",
        "       ^^^^^^^^^",
        "where values is [1, 2]",
    ]
    assert place_of(names_and_letters, 2) == [
        "return été * x / (été - x)",
        "       ^^^^^^^^^^^^^^^^^^^",
        "where été is 2, x is 2",
    ]
    assert place_of(two_lines, 1)[1] == "^"


def test_it_is_the_innermost_line_of_the_learner():
    place = run(calls_helper, [1]).place
    assert (place.function, place.line) == ("helper", 2)
    place = run(inside, [{}]).place  # Python 3.11 calls the loop <listcomp>
    assert (place.function, place.line) == ("inside", 3)
    assert run(lambda x: sorted(x, key=helper), [[1], [2]]).place.function == "helper"


def test_values_of_hostile_objects_are_not_shown():
    class Hostile:
        def __getattribute__(self, name):
            raise RuntimeError("no")

    def fails():
        x = Hostile()
        return 1 / (x is None)

    assert run(fails).kind == "error"


def test_no_source_no_marks():
    space = {}
    exec(compile("def f(x):\n    return 1 / x", "<nowhere>", "exec"), space)
    outcome = run(space["f"], 0)
    assert outcome.place.lines() == [] and outcome.place.line == 2


# What the source says


def loop_returns(a):
    for x in a:
        return x


def loop_restarts(a):
    for x in a:
        out = []
        out.append(x)
    return out


def loop_replaces(a):
    for x in a:
        total = x * 2
    return total


def loop_adds(a):
    total = 0
    for x in a:
        total = total + x
    return total


def loop_multiplies(a):
    total = 0
    for x in a:
        total *= x
    return total


def returns_append(a):
    return a.append(1)


def only_prints(a):
    print(a)


def returns_in_one_way(a):
    if a:
        return a


class Parts:
    def __init__(self, parts):
        self.parts = parts

    def __call__(self, x):
        for part in self.parts:
            return part(x)


@pytest.mark.parametrize(
    "fact, yes, no",
    [
        (source.returns_in_loop, [loop_returns, Parts], [loop_adds, len, print, 3, loop_restarts]),
        (source.starts_list_in_loop, [loop_restarts], [loop_adds, loop_replaces]),
        (source.replaces_in_loop, [loop_replaces], [loop_adds, loop_returns]),
        (source.multiplies_in_loop, [loop_multiplies], [loop_adds, loop_replaces]),
        (source.returns_what_gives_nothing, [returns_append], [only_prints, loop_adds]),
        (source.hands_nothing_back, [only_prints], [returns_in_one_way, loop_adds, Parts, len]),
        (source.is_blank, [lambda: None], [only_prints, lambda: 3, len, Parts]),
    ],
)
def test_facts(fact, yes, no):
    assert all(map(fact, yes)) and not any(map(fact, no))


def test_the_lambda_meant_is_found_or_none():
    one = lambda a: print(a)  # noqa: E731
    two = (lambda a: print(a), lambda a: a)
    assert source.returns_what_gives_nothing(one) == "print"
    assert source.returns_what_gives_nothing(two[1]) == ""


# The one change


def defined(code):
    """The function in the code, as a notebook's cell defines it: its source can be had."""
    name = f"<cell {len(linecache.cache)}>"
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    space = {}
    exec(compile(code, name, "exec"), space)
    return [value for key, value in space.items() if key != "__builtins__"][-1]


LINEAR = """def linear(x, w):
    out = []
    for row in w:
        total = 0
        for i in range(len(x)):
            total += row[i] * x[i]
        out.append(total)
    return out
"""


@pytest.mark.parametrize(
    "right, wrong, line, marks",
    [
        ("row[i] * x[i]", "row[i] * x[0]", 6, "                    ^"),
        ("row[i] * x[i]", "row[i] - x[i]", 6, "         ^^^^^^^^^^^^^"),
        ("row[i] * x[i]", "row[i] * x[i - 1]", 6, "                    ^^^^^"),
        ("total = 0", "total = 2", 4, None),
        ("out.append(total)", "out.append(i)", 7, "           ^"),
        ("return out", "return row", 8, "       ^^^"),
    ],
)
def test_the_line_whose_change_is_enough(right, wrong, line, marks):
    result = grade("ex-01-3", defined(LINEAR.replace(right, wrong)))
    (claim,) = [claim for claim in result.claims if claim.message]
    if marks is None:  # a mistake that is known by name, or a pattern in the results
        assert "would be enough" not in claim.message
        return
    assert f"One change in its line {line} would be enough." in claim.message
    assert claim.place[1] == marks


def test_nothing_is_said_where_several_lines_would_do():
    code = "def f(x):\n    y = x + 1\n    z = y + 1\n    return z"
    assert place_to_change(defined(code), lambda f: run(f, 1).value == 2) is None


def test_nothing_is_said_where_it_takes_two_changes():
    code = "def f(x):\n    return x + 1"
    assert place_to_change(defined(code), lambda f: run(f, 3).value == 100) is None


@pytest.mark.parametrize("first", ["x, y=count(3)", "x, y=[count(n) for n in (3,)]", "x: count(3)"])
def test_nothing_is_changed_where_a_default_is_computed(first):
    """With -1 for 3 the call in the first line would never come back, and it is made before the answer is called."""
    count = "def count(n):\n    while n != 0:\n        n -= 1\n    return 1\n"
    function = defined(f"{count}def f({first}):\n    return x + 1")
    assert place_to_change(function, lambda f: run(f, 3).value == 2) is None


def test_a_default_that_is_written_down_is_changed_too():
    place = place_to_change(
        defined("def f(x, y=3):\n    return x + y"), lambda f: run(f, 3).value == 7
    )
    assert place.line == 1


def test_a_method_is_changed_in_a_class_of_its_own():
    code = "class F:\n    def __call__(self, x):\n        return x + 1"
    cls = defined(code)
    place = place_to_change(cls, lambda f: run(lambda: f()(3)).value == 2)
    assert (place.function, place.line) == ("__call__", 2)
    assert place.lines() == ["return x + 1", "       ^^^^^"] and cls()(3) == 4


def test_an_answer_is_changed_in_names_of_its_own():
    code = "calls = 0\ndef f(x):\n    global calls\n    calls += 1\n    return x + calls * 0 - 1"
    function = defined(code)
    place_to_change(function, lambda f: run(f, 3).value == 4)
    assert function.__globals__["calls"] == 0
