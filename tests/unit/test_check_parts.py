"""The six steps of chapter 14: right cells pass in any style, wrong ones fail by name, and begin leads to each."""

import io
import random
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from exercises.ch14 import RIGHT, WRONG

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


@pytest.mark.parametrize("step", STEPS)
def test_right_cells_pass(step):
    refused = [
        f"{text}\n{result}"
        for text in RIGHT[id_of(step)]
        if not (result := grade(id_of(step), write(step, text))).passed
    ]
    assert not refused, "\n".join(refused)


@pytest.mark.parametrize("step", STEPS)
def test_wrong_cells_fail_by_name(step):
    trouble, own = [], [mistake.message for mistake in EXERCISES[step - 1].mistakes]
    for number, (text, words) in enumerate(WRONG[id_of(step)]):
        result = grade(id_of(step), write(step, text))
        told = "\n".join(line for claim in result.claims for line in [claim.message, *claim.place])
        if result.passed or len(result.messages) != 1:
            trouble.append(f"{number} passes, or has {len(result.messages)} messages")
        elif words is None and any(message in told for message in own):
            trouble.append(f"{number} names a mistake: {told}")
        elif words is not None and words not in told:
            trouble.append(f"{number} does not say {words!r}: {told}")
    assert not trouble, "\n".join(trouble)
