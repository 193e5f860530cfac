"""Every exercise: right answers pass in every style, wrong ones fail by the name of the mistake.

Every run takes a part of them; who changes an exercise tests all, with MICROGPT_EVERYTHING=1.
"""

import importlib
import sys
from itertools import combinations
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from everything import some

from microgpt.check import exercises, grade, guard, scenario
from microgpt.check.answer import Answer
from microgpt.check.ch14.part import Part
from microgpt.check.compare import close, is_number, plain
from microgpt.check.mistakes import recognise
from microgpt.check.scenario import parents_last

# Those of chapter 14 are cells that work on each other; test_check_parts.py tries them.
EXERCISES = {id: exercise for id, exercise in exercises().items() if not isinstance(exercise, Part)}
PLAYED = {id: exercise for id, exercise in EXERCISES.items() if not isinstance(exercise, Answer)}
ANSWERS = [
    importlib.import_module(f"exercises.ch{n}") for n in sorted({id[3:5] for id in EXERCISES})
]
RIGHT = {id: answers for chapter in ANSWERS for id, answers in chapter.RIGHT.items()}
WRONG = {id: answers for chapter in ANSWERS for id, answers in chapter.WRONG.items()}
STUBS = {id: stubs for chapter in ANSWERS for id, stubs in getattr(chapter, "STUBS", {}).items()}

# Right answers that pass; wrong ones that fail; those of them whose message names the mistake.
TABLE = {
    "ex-00-1": (15, 32, 32),
    "ex-00-2": (24, 52, 49),
    "ex-01-1": (25, 83, 79),
    "ex-01-2": (18, 53, 47),
    "ex-01-3": (21, 63, 62),
    "ex-02-1": (19, 61, 57),
    "ex-02-2": (17, 51, 47),
    "ex-02-3": (17, 52, 44),
    "ex-02-4": (17, 53, 48),
    "ex-03-1": (18, 53, 49),
    "ex-03-2": (17, 52, 47),
    "ex-03-3": (17, 51, 44),
    "ex-04-1": (18, 62, 54),
    "ex-04-2": (17, 54, 51),
    "ex-04-3": (16, 50, 42),
    "ex-04-4": (18, 63, 59),
    "ex-05-1": (16, 43, 38),
    "ex-05-2": (20, 69, 67),
    "ex-05-3": (20, 49, 44),
    "ex-05-4": (17, 45, 41),
    "ex-05-5": (17, 56, 50),
    "ex-05-6": (18, 71, 67),
    "ex-06-1": (22, 109, 106),
    "ex-06-2": (21, 94, 92),
    "ex-06-3": (21, 103, 100),
    "ex-06-4": (21, 106, 103),
    "ex-07-1": (22, 130, 123),
    "ex-07-2": (21, 115, 111),
    "ex-07-3": (23, 96, 90),
    "ex-07-4": (21, 102, 97),
    "ex-08-1": (20, 95, 93),
    "ex-08-2": (20, 88, 86),
    "ex-08-3": (18, 77, 75),
    "ex-08-4": (16, 125, 122),
    "ex-09-1": (21, 84, 79),
    "ex-09-2": (18, 73, 72),
    "ex-09-3": (17, 91, 87),
    "ex-09-4": (19, 69, 66),
    "ex-09-5": (18, 157, 155),
    "ex-10-1": (18, 71, 66),
    "ex-10-2": (18, 85, 77),
    "ex-10-3": (19, 69, 64),
    "ex-10-4": (22, 64, 60),
    "ex-10-5": (17, 99, 79),
    "ex-11-1": (17, 76, 73),
    "ex-11-2": (18, 73, 69),
    "ex-11-3": (17, 67, 63),
    "ex-12-1": (16, 47, 42),
    "ex-12-2": (16, 61, 58),
    "ex-12-3": (16, 50, 46),
    "ex-13-1": (18, 52, 44),
    "ex-13-2": (16, 50, 40),
    "ex-13-3": (16, 59, 52),
    "ex-15-1": (17, 54, 51),
    "ex-15-2": (16, 48, 41),
    "ex-15-3": (16, 44, 40),
    "ex-15-4": (18, 39, 39),
}


# Each story of these is long, and each answer plays many: whole programs, thousands of draws, chains of 5,000 values.
SLOW = {"ex-05-3", "ex-05-6", "ex-08-4", "ex-09-5", "ex-10-2", "ex-10-5", "ex-13-2"}


@pytest.fixture
def few_steps(monkeypatch, id):
    """An endless loop is stopped sooner than for a learner, by its steps: a busy machine has time."""
    long = {
        "ex-03-3": 150_000,  # a thousand steps for each of five rates
        "ex-05-3": 250_000,  # a chain of 5,000 values
        "ex-05-4": 100_000,  # who looks through the whole order for each value
        "ex-05-6": 250_000,
        "ex-08-4": 200_000,  # documents of several tokens, through two layers
        "ex-09-5": 200_000,  # a few steps, with a few hundred parameters
        "ex-10-2": 400_000,  # 5,000 draws
        "ex-10-5": 200_000,  # 600 names
    }
    steps = long.get(id, 20_000)
    limits = guard.run.__kwdefaults__ | {"steps": steps, "seconds": 60.0}
    monkeypatch.setattr(guard.run, "__kwdefaults__", limits)


@pytest.mark.parametrize("id", EXERCISES)
def test_right_answers_pass(few_steps, id):
    refused = [
        f"{answer}: {result}"
        for answer in some(RIGHT[id], 8 if id in SLOW else 3)
        if not (result := grade(id, answer)).passed
    ]
    assert not refused, "\n".join(refused)


@pytest.mark.parametrize("id", ["ex-05-3", "ex-05-6"])
def test_with_the_small_stack_of_a_page(monkeypatch, few_steps, id):
    """What a story has made is freed one after the other there, whichever way the answer holds it."""
    monkeypatch.setattr(scenario, "SMALL_STACK", True)
    walked = []
    walk = scenario.parents_last
    monkeypatch.setattr(
        scenario, "parents_last", lambda things: walked.append(len(things)) or walk(things)
    )
    refused = [answer for answer in some(RIGHT[id][:3], 3) if not grade(id, answer).passed]
    assert walked and not refused


def test_parents_last():
    """The last one is freed first: each stands behind what it holds."""
    inner = ["inner"]
    middle = (inner, "middle")
    order = parents_last([inner, {"outer": middle}])
    assert order.index(inner) < order.index(middle) < order.index({"outer": middle})


@pytest.mark.parametrize("id", EXERCISES)
def test_wrong_answers_fail_by_name(few_steps, id):
    """The message has the words that name the mistake, or names none where there are no such words."""
    messages = [mistake.message.removesuffix(".") for mistake in EXERCISES[id].mistakes]
    trouble = []
    for number, (answer, words) in some(enumerate(WRONG[id]), 24 if id in SLOW else 8):
        result = grade(id, answer)
        told = "\n".join(result.messages)
        if result.passed or len(result.messages) != 1:
            trouble.append(f"{number} passes")
        elif words is None and any(message in told for message in messages):
            trouble.append(f"{number} names a mistake: {told}")
        elif words is not None and words not in told:
            trouble.append(f"{number} does not say {words!r}: {told}")
    assert not trouble, "\n".join(trouble)


@pytest.mark.parametrize("id", EXERCISES)
def test_table(id):
    """The counts are written down, so that a list that shrinks is seen."""
    named = [words for _, words in WRONG[id] if words is not None]
    assert (len(RIGHT[id]), len(WRONG[id]), len(named)) == TABLE[id]
    assert len(RIGHT[id]) >= 15 and len(WRONG[id]) >= 30 and len(named) >= 0.75 * len(WRONG[id])


@pytest.mark.parametrize("id", EXERCISES)
def test_stub_is_not_yet(id):
    def stub(*arguments):
        raise NotImplementedError

    def blank(*arguments):
        """Only words."""

    class Stub:
        def __init__(self, parts):
            self.parts = parts

        def __call__(self, x):
            raise NotImplementedError

    class Blank(Stub):
        def __call__(self, x):
            pass

    stubs = [None, ..., NotImplemented, *STUBS.get(id, [])]
    if id in PLAYED and id not in STUBS:
        stubs += (
            [Stub, Blank] if "(x)" in PLAYED[id].call and ")(" in PLAYED[id].call else [stub, blank]
        )
    for answer in stubs:
        result = grade(id, answer)
        assert not result.started and not result.passed and result.points == 0
        first, *claims = result.lines()
        assert first == f"not yet  {id}: {EXERCISES[id].start}"
        assert len(claims) == len(result.claims) and all(c.startswith("open  ") for c in claims)


# The declarations


@pytest.mark.parametrize("id", PLAYED)
def test_results_by_hand_are_those_of_the_implementation(id):
    exercise = PLAYED[id]
    for index, case in enumerate(exercise.cases):
        outcome = exercise.trust(exercise.right, index)
        tolerance = 1e-7 if id == "ex-05-5" else 1e-12  # a nudge is no rule
        assert close(outcome.value, case.expected, tolerance), exercise.written(case)


@pytest.mark.one_in(3)
@pytest.mark.parametrize("id", PLAYED)
def test_every_mistake_is_known_by_its_own_results_alone(id):
    """Each wrong implementation is wrong, and no two mistakes give the same in all cases."""
    exercise = PLAYED[id]
    cases = exercise.all_cases
    for mistake in some(exercise.mistakes, 8 if id in SLOW else 3):
        for wrong in mistake.wrong:
            outcomes = [exercise.trust(wrong, index) for index in range(len(cases))]
            assert not all(map(exercise.is_right, cases, outcomes)), mistake.message
            assert recognise(exercise.mistakes, outcomes, exercise.trust) is mistake


@pytest.mark.parametrize("id", sorted(EXERCISES.keys() - PLAYED.keys()))
def test_every_wrong_value_is_known_by_one_mistake(id):
    exercise = EXERCISES[id]
    values = [plain(wrong) for mistake in exercise.mistakes for wrong in mistake.wrong]
    assert not any(close(value, exercise.expected) for value in values)
    assert not [pair for pair in combinations(values, 2) if close(*pair)]


def numbers_in(value):
    if isinstance(value, list):
        return [number for item in value for number in numbers_in(item)]
    return [value] if is_number(value) else []


@pytest.mark.parametrize("id", PLAYED)
def test_cases_tell(id):
    """Somewhere there are digits to lose, a sign to lose and a zero; and the texts differ."""
    exercise = PLAYED[id]
    cases = exercise.all_cases
    texts = [exercise.written(case) for case in cases]
    assert len(set(texts)) == len(texts) and len({case.proves for case in exercise.cases}) == len(
        exercise.cases
    )
    results = numbers_in([case.expected for case in cases])
    # names, counts, orders, ids, tokens
    whole = (
        *("ex-00-2", "ex-03-2", "ex-05-3", "ex-06-1", "ex-06-2", "ex-08-3"),
        *("ex-10-1", "ex-10-2", "ex-10-5", "ex-11-1", "ex-11-2", "ex-15-1", "ex-15-2"),
        *("ex-12-1", "ex-12-2", "ex-12-3"),
    )
    if id not in whole:
        assert any(round(number, 2) != number for number in results)
    never_negative = (
        *("ex-04-1", "ex-04-2", "ex-04-3", "ex-04-4", "ex-05-5", "ex-07-1"),
        *("ex-09-1", "ex-09-4", "ex-09-5", "ex-10-3", "ex-10-4", "ex-11-3", "ex-13-3", "ex-15-3"),
    )
    if id not in (*whole, "ex-03-3", *never_negative):
        assert min(results) < 0 or id == "ex-02-2"  # the slope there is never negative
        assert any(abs(number) < 1e-9 for number in results) or id == "ex-02-2"


def test_counts_of_steps_are_not_on_the_edge():
    """No rounding error decides how many steps a descent takes."""
    from microgpt.check.ch03.line import loss, walk

    exercise = EXERCISES["ex-03-2"]
    for case in exercise.all_cases:
        for steps in range(walk(*case.arguments)[0] + 1):
            _, end = walk(*case.arguments, most=steps)
            assert abs(loss(*end, *case.arguments[2:4]) - 0.01) > 1e-6


def test_gradients_by_hand_are_those_of_value():
    """The cases of ex-13-2 take what is right from an implementation of ours: an answer with Value gives the same."""
    from exercises.ch13.by_hand import values

    exercise = EXERCISES["ex-13-2"]
    for case in exercise.all_cases:
        assert close(plain(values(*case.arguments)), case.expected, 1e-12), exercise.written(case)


@pytest.mark.parametrize("id", EXERCISES)
def test_words(id):
    exercise = EXERCISES[id]
    sentences = [exercise.start] + [mistake.message for mistake in exercise.mistakes]
    sentences += [advice for m in exercise.mistakes for advice in m.because.values()]
    assert len(sentences) > 5
    for sentence in sentences:
        assert sentence.endswith((".", "?")) and "!" not in sentence
        assert not set(sentence.lower().split()) & {"simply", "just", "obviously", "easy", "easily"}
