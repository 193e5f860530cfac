"""The exercise checks: they name mistakes, and print the same every time."""

import doctest
import importlib
import math
import subprocess
import sys
from pathlib import Path

import numpy
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from microgpt.check import check, exercises
from microgpt.check.compare import close, plain, show
from microgpt.check.exercise import Answer, Case, Function, Mistake

EXERCISES = exercises()
CHAPTERS = sorted({id[3:5] for id in EXERCISES})
ANSWERS = [importlib.import_module(f"exercises.ch{chapter}") for chapter in CHAPTERS]
RIGHT = [
    (id, answer)
    for chapter in ANSWERS
    for id, answers in chapter.RIGHT.items()
    for answer in answers
]
WRONG = {id: answers for chapter in ANSWERS for id, answers in chapter.WRONG.items()}
WRONG_ONES = [(id, answer, words) for id, answers in WRONG.items() for answer, words in answers]


def names(cases):
    return [f"{case[0]}-{number}" for number, case in enumerate(cases)]


def printed(capsys, *arguments):
    """The lines that check prints; it returns None and leaves the trace functions as they were."""
    before = sys.gettrace(), sys.getprofile()
    capsys.readouterr()
    assert check(*arguments) is None
    assert (sys.gettrace(), sys.getprofile()) == before
    return capsys.readouterr().out.splitlines()


# Every exercise


@pytest.mark.parametrize("id", EXERCISES)
def test_stub_is_not_yet(capsys, id):
    def stub(*arguments):
        raise NotImplementedError

    def blank(*arguments):
        """Only words."""

    stubs = [None, ...] + [stub, blank] * isinstance(EXERCISES[id], Function)
    for answer in stubs:
        assert printed(capsys, id, answer) == [f"not yet  {id}: {EXERCISES[id].start}"]


@pytest.mark.parametrize("id, answer", RIGHT, ids=names(RIGHT))
def test_right_answers_pass(capsys, id, answer):
    *lines, last = printed(capsys, id, answer)
    assert last == f"{id}: done." and lines
    assert all(line.startswith("pass  ") for line in lines)


@pytest.mark.parametrize("id, answer, words", WRONG_ONES, ids=names(WRONG_ONES))
def test_wrong_answers_fail_by_name(capsys, id, answer, words):
    *passed, failed, last = printed(capsys, id, answer)
    assert failed.startswith("fail  ") and words in failed
    assert all(line.startswith("pass  ") for line in passed)
    assert last.startswith(f"{id}: {len(passed)} of ")
    others = [other for _, other in WRONG[id] if other != words]
    assert not [other for other in others if other in failed]
    assert failed == printed(capsys, id, answer)[-2] or "kept between" in failed


@pytest.mark.parametrize("id", EXERCISES)
def test_every_exercise_has_answers_to_try(id):
    wrong = WRONG[id]
    assert len(wrong) >= (4 if isinstance(EXERCISES[id], Function) else 2)
    assert len({words for _, words in wrong}) == len(wrong)
    assert len([1 for other, _ in RIGHT if other == id]) >= 3
    failures = [EXERCISES[id].report(answer)[-2] for answer, _ in wrong]
    for mistake in EXERCISES[id].mistakes:
        assert any(mistake.message in failure for failure in failures), mistake.message


@pytest.mark.parametrize("id", EXERCISES)
def test_words(id):
    exercise = EXERCISES[id]
    sentences = [exercise.start] + [mistake.message for mistake in exercise.mistakes]
    for sentence in sentences:
        assert sentence.endswith((".", "?")) and "!" not in sentence
        assert not set(sentence.lower().split()) & {"simply", "just", "obviously", "easy", "easily"}


def test_output():
    """The whole text, as a notebook stores it."""
    report = EXERCISES["ex-01-1"].report
    assert report(lambda a, b: [x * y for x, y in zip(a, b)]) == [
        "fail  dot([1, 2, -1], [2, 1, 0.5]) gave the list [2, 2, -0.5]: you multiplied, but did not add up.",
        "ex-01-1: 0 of 5 pass.",
    ]
    assert report(lambda a, b: abs(sum(x * y for x, y in zip(a, b)))) == [
        "pass  three pairs: dot([1, 2, -1], [2, 1, 0.5]) is 3.5.",
        "pass  one pair: dot([3], [2]) is 6.",
        "pass  nothing in common: dot([1, 0], [0, 4]) is 0.",
        "fail  dot([1, 2], [-1, -2]) gave 5: the sign is wrong; it should be -5.",
        "ex-01-1: 3 of 5 pass.",
    ]
    assert report(numpy.dot) == [
        "pass  three pairs: dot([1, 2, -1], [2, 1, 0.5]) is 3.5.",
        "pass  one pair: dot([3], [2]) is 6.",
        "pass  nothing in common: dot([1, 0], [0, 4]) is 0.",
        "pass  opposite directions: dot([1, 2], [-1, -2]) is -5.",
        "pass  a second call gives the same, and the inputs stay as they were.",
        "ex-01-1: done.",
    ]


# The declaration


def test_declaration():
    """A small exercise, as a contributor writes it."""
    double = Function(
        "ex-99-1",
        "double(x)",
        start="multiply x by 2.",
        cases=[Case("a number", (3,), 6), Case("zero", (0,), 0)],
        mistakes=[
            Mistake("you squared it.", lambda x: x * x),
            Mistake("that is odd.", when=lambda result, x: result % 2 == 1),
        ],
    )
    assert double.report(lambda x: x + x)[-1] == "ex-99-1: done."
    assert double.report(lambda x: x**2)[0] == "fail  double(3) gave 9: you squared it."
    assert double.report(lambda x: 7)[0] == "fail  double(3) gave 7: that is odd."
    assert double.report(lambda x: 6)[1] == "fail  double(0) gave 6: it should be 0."
    assert double.report(lambda x: "6")[0].endswith("the answer is a number, without quotes.")
    word = Answer(
        "ex-99-2",
        "word",
        "read.",
        "emma",
        "the name.",
        [Mistake("too short.", when=lambda w: len(w) < 4)],
    )
    assert word.report("emma")[0] == "pass  'emma': the name."
    assert word.report("em")[0] == "fail  word is the text 'em': too short."
    assert word.report(3)[0] == "fail  word is 3: the answer is a text."


def test_a_half_finished_function_is_not_the_stub(capsys):
    def dot(a, b):
        if len(a) == 3:
            return 3.5
        raise NotImplementedError

    *_, failed, last = printed(capsys, "ex-01-1", dot)
    assert "a part of the stub is still there" in failed and last == "ex-01-1: 1 of 5 pass."


@pytest.mark.parametrize(
    "arguments, words",
    [
        (("ex-01-9", None), "there is no exercise 'ex-01-9'. Near it: ex-01-1, ex-01-2, ex-01-3."),
        (("ex-1-1", None), "Near it: ex-01-1"),
        (("banana", None), "The first is ex-00-1."),
        (("x" * 10**6, None), "there is no exercise 'xxx"),
        ((print, "ex-01-1"), "the id of the exercise comes first"),
        (("ex-01-1",), 'give your answer too: check("ex-01-1", dot)'),
        (("ex-00-1",), 'check("ex-00-1", answer)'),
        (("ex-01-1", 3.5), 'this is 3.5, not a function. Write check("ex-01-1", dot)'),
        (("ex-01-1", "dot"), "this is the text 'dot'"),
        (("ex-01-1", int), "this is a class"),
    ],
)
def test_wrong_use_of_check(capsys, arguments, words):
    first = printed(capsys, *arguments)[0]
    assert first.startswith("fail  ") and words in first and len(first) < 200


# Comparing


def test_close_and_plain():
    assert close(plain(numpy.float32(0.5)), 0.5)
    assert plain((1, [numpy.int64(2)], range(2))) == [1, [2], [0, 1]]
    assert plain(numpy.array([[1, 2], [3, 4]])) == [[1, 2], [3, 4]]
    assert not close(True, 1) and not close("1", 1) and not close([1], 1) and not close(None, 0)
    assert close(1, 1.0) and close(1e-17, 0) and not close(1e-6, 0)
    assert close(10**400, 10**400) and not close(10**400, 1.0)
    assert close(math.nan, math.nan) and not close(math.nan, 1.0) and not close(1.0, math.nan)


def test_plain_takes_values_of_the_engine():
    from microgpt.value import Value

    assert plain([Value(2.0), Value(3.0) * 2]) == [2.0, 6.0]


def test_show_is_short_and_stable():
    assert (
        show(2 / 3) == "0.666667" and show(-0.0) == "0" and show(1e-17) == "0" and show(2.0) == "2"
    )
    assert (
        show(math.nan) == "nan" and show(-math.inf) == "-inf" and show(10**5000) == "a huge number"
    )
    assert show([]) == "[]" and show(list(range(1000))).endswith(", ...]")
    assert len(show(list(range(1000)))) < 70 and len(show("x" * 1000)) == 60


@pytest.mark.parametrize("module", ["microgpt.check", "microgpt.check.compare"])
def test_docstrings(module):
    assert doctest.testmod(importlib.import_module(module)).failed == 0


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
