"""What check prints, and the forms for those who give marks."""

import doctest
import importlib
import json
import re
import subprocess
import sys
from pathlib import Path

import numpy
import pytest

from microgpt.check import assert_passes, check, exercises, grade
from microgpt.check.answer import Answer
from microgpt.check.function import Case, Function
from microgpt.check.mistakes import Mistake
from microgpt.check.source import returns_in_loop


def dot(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y
    return total


def printed(capsys, *arguments, **more):
    """The lines that check prints; it returns None and leaves the trace functions as they were."""
    before = sys.gettrace(), sys.getprofile()
    capsys.readouterr()
    assert check(*arguments, **more) is None
    assert (sys.gettrace(), sys.getprofile()) == before
    return capsys.readouterr().out.splitlines()


ASKED = [
    "three pairs: dot([1, 2, -1], [2, 1, 0.5]) is 3.5.",
    "one pair: dot([3], [2]) is 6.",
    "many digits: dot([0.37, -1.21, 2.05], [1.93, 0.58, -0.77]) is -1.5662.",
    "nothing in common: dot([1, 0], [0, 4]) is 0.",
    "a zero on the way: dot([0, 2, -3, 1.5], [5, 0.25, 0, -2]) is -2.5.",
    "equal pairs: dot([1.5, 1.5, 1.5], [0.1, 0.1, 0.1]) is 0.45.",
    "opposite directions: dot([1, 2], [-1, -2]) is -5.",
    "20 more calls, with numbers drawn by chance.",
    "the same calls give the same again, in another order, and the inputs stay as they were.",
]
START = "walk through a and b together with zip, and multiply the two numbers of each pair."


def test_what_is_asked(capsys):
    asked = [f"not yet  ex-01-1: {START}", *[f"open  {claim}" for claim in ASKED]]
    assert printed(capsys, "ex-01-1") == [*asked, 'check("ex-01-1", dot) looks at your answer.']
    assert printed(capsys, "ex-01-1", None) == asked


def test_done(capsys):
    done = [f"pass  {claim}" for claim in ASKED]
    done += [
        "      Show answer has two ways to write it; compare them with yours.",
        "ex-01-1: done.",
    ]
    assert printed(capsys, "ex-01-1", dot) == done
    assert printed(capsys, "ex-01-1", numpy.dot) == done


def test_one_thing_to_fix(capsys):
    """What is met, then the first thing to fix; the claims behind it wait."""
    assert printed(capsys, "ex-01-1", lambda a, b: abs(dot(a, b))) == [
        *[f"pass  {ASKED[n]}" for n in (0, 1, 3, 5)],
        "fix   dot([0.37, -1.21, 2.05], [1.93, 0.58, -0.77]) gave 1.5662: "
        "the sign is lost: no result is ever negative.",
        "ex-01-1: 4 of 9 pass.",
    ]


def test_the_line_of_an_error_is_shown(capsys):
    def slip(a, b):
        total = 0
        for x, y in zip(a, b):
            total += x * y / (x - 1)
        return total

    *_, fix, line, marks, values, last = printed(capsys, "ex-01-1", slip)
    assert fix.endswith(
        "stopped in line 4 of slip (ZeroDivisionError: division by zero). "
        "One change in line 4 of slip would be enough."
    )
    assert line == "      total += x * y / (x - 1)"
    assert marks == "               ^^^^^^^^^^^^^^^"
    assert values == "      where x is 1, y is 2" and last == "ex-01-1: 0 of 9 pass."


def test_a_half_finished_function_is_not_the_stub(capsys):
    def half(a, b):
        if len(a) == 3:
            return dot(a, b)
        raise NotImplementedError

    *_, fix, last = printed(capsys, "ex-01-1", half)
    assert "a part of the stub is still there" in fix and last == "ex-01-1: 1 of 9 pass."


@pytest.mark.parametrize(
    "arguments, words",
    [
        ((), "say which exercise, and give your answer"),
        (("ex-01-9", None), "there is no exercise 'ex-01-9'. Near it: ex-01-1, ex-01-2, ex-01-3."),
        (("ex-1-1", None), "Near it: ex-01-1"),
        (("banana", None), "The first is ex-00-1."),
        (("banana",), "there is no exercise 'banana'"),
        (("x" * 10**6, None), "there is no exercise 'xxx"),
        ((print, "ex-01-1"), "the id of the exercise comes first"),
        ((print,), "the id of the exercise comes first"),
        (
            ("ex-01-1", dot, 3),
            'check takes two things, the id and your answer: check("ex-01-1", dot)',
        ),
        (("ex-01-1", 3.5), 'this is 3.5, not a function. Write check("ex-01-1", dot)'),
        (("ex-01-1", "dot"), "this is the text 'dot'"),
        (("ex-01-1", int), "this is a class"),
        (("ex-04-2", 3), 'this is 3. Write check("ex-04-2", Layer)'),
    ],
)
def test_wrong_use_of_check(capsys, arguments, words):
    first = [line for line in printed(capsys, *arguments) if not line.startswith("open")][0]
    assert first.startswith("fix   ") and words in first and len(first) < 200


def test_names_of_arguments_are_not_needed(capsys):
    assert "check takes two things" in printed(capsys, "ex-01-1", answer=dot)[0]
    assert "the id of the exercise comes first" in printed(capsys, answer=dot)[0]


# For those who give marks


def test_grade(capsys):
    half = grade("ex-01-1", lambda a, b: abs(dot(a, b)), points=9)
    assert not half.passed and half.started and half.points == len(half.met) == 4
    assert len(half.messages) == 1 and "the sign is lost" in half.messages[0]
    assert str(half).splitlines() == half.lines()
    full = grade("ex-01-1", dot, points=4)
    assert full.passed and full.points == 4 and full.messages == []
    assert grade("ex-01-1", None).points == 0
    assert capsys.readouterr().out == ""
    with pytest.raises(ValueError, match="there is no exercise 'ex-1-1'. Near it: ex-01-1"):
        grade("ex-1-1", dot)


def test_assert_passes():
    assert assert_passes("ex-01-1", dot) is None
    with pytest.raises(AssertionError, match="you multiplied, but did not add up"):
        assert_passes("ex-01-1", lambda a, b: [x * y for x, y in zip(a, b)])
    with pytest.raises(AssertionError, match="not yet  ex-01-1"):
        assert_passes("ex-01-1", None)


def test_a_result_is_plain_data():
    result = grade("ex-01-1", lambda a, b: dot(a, b) * (len(a) > 1))
    data = json.loads(json.dumps(result.as_dict()))
    assert data["id"] == "ex-01-1" and data["started"] and not data["passed"]
    assert [claim["text"] for claim in data["claims"]] == ASKED
    assert [claim["met"] for claim in data["claims"]] == [True, False, *[True] * 5, True, None]
    assert [bool(claim["message"]) for claim in data["claims"]] == [False, True, *[False] * 7]


# The declaration


def test_declaration():
    """A small exercise, as a contributor writes it."""

    def double(x):
        return 2 * x

    exercise = Function(
        "ex-99-1",
        "double(x)",
        start="multiply x by 2.",
        right=double,
        more=lambda rng: (rng.randint(3, 99),),
        draws=3,
        cases=[Case("a number", (3,), 6), Case("zero", (0,), 0)],
        mistakes=[
            Mistake("you squared it.", lambda x: x * x),
            Mistake("that is one.", lambda x: 1, because={returns_in_loop: "a loop returns."}),
            Mistake("that is too large.", raises="OverflowError"),
        ],
    )
    fix = lambda answer: exercise.result(answer).messages[0]  # noqa: E731
    assert exercise.result(lambda x: x + x).lines()[-1] == "ex-99-1: done."
    assert fix(lambda x: x**2) == "double(3) gave 9: you squared it."
    assert fix(lambda x: 1) == "double(3) gave 1: that is one."
    assert fix(lambda x: 7) == "double(3) gave 7: it gives 7 whatever comes in."
    assert fix(lambda x: x + 3) == "double(0) gave 3: it should be 0."
    assert fix(lambda x: 2.0**9999).endswith("out of range')): that is too large.")

    def loops(x):
        for _ in range(x + 1):
            return 1

    assert fix(loops) == "double(3) gave 1: that is one; a loop returns."


def test_two_mistakes_that_fit_are_not_named():
    exercise = Function(
        "ex-99-2",
        "double(x)",
        start="multiply x by 2.",
        right=lambda x: 2 * x,
        cases=[Case("a number", (3,), 6), Case("another", (2,), 4)],
        mistakes=[Mistake("you squared it.", lambda x: x * x), Mistake("times x.", lambda x: x**2)],
    )
    assert exercise.result(lambda x: x * x).messages == ["double(3) gave 9: it should be 6."]


def test_answer_that_is_a_value():
    word = Answer(
        "ex-99-3", "word", "read.", "the name", "emma", "yes.", [Mistake("too short.", "em", "e")]
    )
    assert word.result("emma").lines() == ["pass  'emma': yes.", "ex-99-3: done."]
    assert word.result("em").messages == ["word is the text 'em': too short."]
    assert word.result(3).messages == ["word is 3: the answer is a text."]
    assert word.result().lines() == ["not yet  ex-99-3: read.", "open  the name."]


@pytest.mark.parametrize(
    "module",
    [
        "",
        ".compare",
        ".words",
        ".kept",
        ".draws",
        ".frequencies",
        ".scenario",
        ".repair",
        ".raises",
    ],
)
def test_docstrings(module):
    assert doctest.testmod(importlib.import_module(f"microgpt.check{module}")).failed == 0


def test_importing_is_light():
    """Only the standard library, and no chapter is read before it is asked for."""
    code = (
        "import sys; before = set(sys.modules); import microgpt.check; new = set(sys.modules) - before; "
        "tops = {name.partition('.')[0] for name in new} - set(sys.stdlib_module_names) - {'microgpt'}; "
        "print(sorted(tops), sorted(n for n in new if n.startswith('microgpt.check.')), 'threading' in new)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "[] [] False\n"


def test_a_screen_that_knows_few_letters():
    """What is printed for (x² + 1)² also reaches an ASCII pipe."""
    code = "from microgpt.check import check; check('ex-02-3'); check('ex-02-3', print)"
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)},
    )
    assert result.returncode == 0 and "(x? + 1)?, at 2" in result.stdout and result.stderr == ""


def test_a_claim_says_what_is_drawn():
    claims = [claim.text for claim in exercises()["ex-00-2"].result().claims]
    assert claims[-2] == "20 more calls, with names drawn by chance."


def test_all_chapters_are_found():
    notebooks = (Path(__file__).parents[2] / "notebooks").glob("*.ipynb")
    named = {id for one in notebooks for id in re.findall(r"ex-\d\d-\d+", one.read_text("utf-8"))}
    assert set(exercises()) == named and list(exercises()) == sorted(exercises())
