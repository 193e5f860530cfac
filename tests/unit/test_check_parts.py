"""The six steps of chapter 14: right cells pass in any style, wrong ones fail by name, and begin leads to each."""

import io
import random
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from everything import some
from exercises.ch14 import RIGHT, WRONG
from exercises.notebook import exercises_of

from microgpt.canonical import load_canonical
from microgpt.check import exercises, grade
from microgpt.check.ch14 import EXERCISES
from microgpt.check.ch14.rooms import MADE, piece
from microgpt.check.kept import Undisturbed
from microgpt.check.mistakes import same
from microgpt.check.parts import begin

STEPS = range(1, 7)
QUICK = [1, 2, 3]  # the others run a model in each of their stories


def write(step, text, names=None):
    """The names after a cell, which begins with begin."""
    names = {} if names is None else names
    begin(step, names)
    with redirect_stdout(io.StringIO()):
        exec(compile(text, f"<cell {step}>", "exec"), names)
    return names


def id_of(step):
    return f"ex-14-{step}"


def test_the_pieces_are_the_answers_that_the_chapter_shows():
    chapter = exercises_of(Path(__file__).parents[2] / "notebooks/14_write.ipynb")
    for step, exercise in zip(STEPS, chapter, strict=True):
        first, _, answer = exercise.solution.strip().partition("\n")
        assert first == f"begin({step}, globals())" and answer.strip() == piece(step).strip()


@pytest.mark.parametrize("step", STEPS)
def test_right_cells_pass(step):
    refused = [
        f"{text}\n{result}"
        for text in some(RIGHT[id_of(step)], 6)
        if not (result := grade(id_of(step), write(step, text))).passed
    ]
    assert not refused, "\n".join(refused)


@pytest.mark.one_in(2)
@pytest.mark.parametrize("step", STEPS)
def test_wrong_cells_fail_by_name(step):
    trouble, own = [], [mistake.message for mistake in EXERCISES[step - 1].mistakes]
    for number, (text, words) in some(enumerate(WRONG[id_of(step)]), 18):
        result = grade(id_of(step), write(step, text))
        told = "\n".join(
            line for claim in result.claims for line in [claim.message, *claim.place] if line
        )
        if result.passed or len(result.messages) != 1:
            trouble.append(f"{number} passes, or has {len(result.messages)} messages")
        elif words is None and any(message in told for message in own):
            trouble.append(f"{number} names a mistake: {told}")
        elif words is not None and words not in told:
            trouble.append(f"{number} does not say {words!r}: {told}")
    assert not trouble, "\n".join(trouble)


# The declarations


@pytest.mark.parametrize("step", STEPS)
def test_the_course_itself_is_right(step):
    exercise = EXERCISES[step - 1]
    names = write(step, piece(step))
    assert exercise.holds(names)


@pytest.mark.parametrize("step", QUICK)
def test_every_mistake_is_known_by_its_own_results_alone(step):
    """Each wrong implementation is wrong, and no two mistakes give the same in all cases."""
    exercise = EXERCISES[step - 1]
    cases = range(len(exercise.cases))
    with Undisturbed():
        found = [
            (mistake, [exercise.trust(wrong, index) for index in cases])
            for mistake in exercise.mistakes
            for wrong in mistake.wrong
        ]
    for mistake, outcomes in found:
        assert not all(map(exercise.is_right, exercise.cases, outcomes)), mistake.message
        fitting = {other.message for other, theirs in found if all(map(same, outcomes, theirs))}
        assert fitting == {mistake.message}


@pytest.mark.parametrize("step", STEPS)
def test_words(step):
    exercise = EXERCISES[step - 1]
    for sentence in [exercise.start, *(mistake.message for mistake in exercise.mistakes)]:
        assert sentence.endswith((".", "?")) and "!" not in sentence
        assert not set(sentence.lower().split()) & {"simply", "just", "obviously", "easy", "easily"}


# begin


def last_claim(step, names):
    result = grade(id_of(step), names)
    assert result.passed, str(result)
    return result.claims[-1].text


def test_all_six_in_a_row_with_dice_of_ones_own():
    """The reader's steps are all used, and the check says nothing of the course's."""
    names = {}
    for step in STEPS:
        text = piece(step).replace("import random", "import random\ndice = random.Random(42)")
        text = text.replace("random.seed(42)\n", "")
        for draw in ("shuffle(", "gauss(", "choices("):
            text = text.replace(f"random.{draw}", f"dice.{draw}")
        assert "the course's" not in last_claim(step, write(step, text, names))


def test_what_is_missing_or_wrong_is_lent_and_said():
    names = write(1, WRONG["ex-14-1"][0][0])
    assert last_claim(2, write(2, piece(2), names)).startswith("with the course's step 1, as yours")
    assert names["docs"][0] == "nancy"
    assert "with the course's steps 1, 2 and 3" in last_claim(4, write(4, piece(4)))


def test_a_step_that_is_right_counts_without_its_check():
    names = write(2, piece(2), write(1, piece(1)))
    own = names["Value"]
    write(3, piece(3), names)
    assert names["Value"] is own and "the course's" not in last_claim(3, names)


def test_another_value_afterwards_makes_the_parameters_anew():
    names = {}
    for step in (1, 2, 3):
        write(step, piece(step), names)
    params = names["params"]
    write(2, RIGHT["ex-14-2"][1], names)
    write(4, piece(4), names)
    assert names["params"] is params and {type(p) for p in params} == {names["Value"]}
    assert "the course's" not in last_claim(4, names)


def test_a_helper_of_the_readers_stays_as_it_is():
    names = write(4, "def add():\n    return 'mine'\n" + RIGHT["ex-14-4"][0] + "    0 / 0\n")
    write(6, piece(6), names)
    assert names["add"]() == "mine" and names["gpt"](26, 0, [[]], [[]])


def test_each_check_of_training_needs_a_fresh_start():
    names = write(5, piece(5))
    assert grade("ex-14-5", names).passed
    (message,) = grade("ex-14-5", names).messages
    assert message.startswith("run the cell above once more")
    assert grade("ex-14-5", write(5, piece(5), names)).passed


def test_a_cell_is_checked_where_its_own_step_has_begun():
    names = write(1, piece(1))
    assert grade("ex-14-1", names).passed and grade("ex-14-1", names).passed
    begin(2, names)
    assert "begin(1, globals())" in grade("ex-14-1", names).messages[0]


def test_begin_forgets_what_its_cell_has_made():
    names = write(4, piece(4))
    begin(4, names)
    assert "gpt" not in names and not grade("ex-14-4", names).started


def test_dice_and_weights_lie_where_the_run_has_them():
    names = write(4, piece(4))
    begin(5, names)
    first, drawn = names["params"][0], random.random()
    first.data = 7.0
    begin(5, names)
    assert round(names["params"][0].data, 4) == -0.0906 and random.random() == drawn
    begin(6, names)
    assert [p.data for p in names["params"]] == load_canonical().weights


@pytest.mark.parametrize("answer", [None, 4, len, "globals()", {}, {"docs": 1}, []])
def test_what_is_no_room(answer):
    result = grade("ex-14-1", answer)
    assert not result.passed and result.lines()


def test_names_are_said_once():
    assert [exercise.id for exercise in EXERCISES] == [id_of(step) for step in STEPS]
    assert [id for id in exercises() if id.startswith("ex-14")] == [id_of(step) for step in STEPS]
    made = [name for names in MADE.values() for name in names]
    assert len(set(made)) == len(made)
