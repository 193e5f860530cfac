"""Tables with longer rows: against the tables of pairs, and against counting anew for each guess."""

import doctest
import math

import pytest

from microgpt import Tokenizer, load_names, tables
from microgpt.baselines import bigram, count_pairs, mean_surprise
from microgpt.evidence import split
from microgpt.tables import guesses, table_loss

LEARN, HELD = split(load_names())


def test_examples_in_docstrings():
    assert doctest.testmod(tables).failed == 0


@pytest.mark.parametrize("extra", [1, 0.2])
def test_rows_of_one_letter_are_the_table_of_pairs(extra):
    tokenizer = Tokenizer(LEARN)
    table = bigram(count_pairs(LEARN, tokenizer), smoothing=extra)
    expected = mean_surprise(table, HELD, tokenizer)
    assert table_loss(LEARN, HELD, extra) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("letters, position", [(1, True), (2, False), (3, True)])
def test_against_counting_anew_for_each_guess(letters, position):
    learn, held = LEARN[::40], HELD[::40]
    met = list(guesses(learn, letters, position))
    losses = []
    for row, after in guesses(held, letters, position):
        here = [other for known, other in met if known == row]
        losses.append(-math.log((here.count(after) + 0.3) / (len(here) + 27 * 0.3)))
    expected = sum(losses) / len(losses)
    assert table_loss(learn, held, 0.3, letters, position) == pytest.approx(expected, abs=1e-12)


def test_the_exercise_computes_the_same():
    from microgpt.check.ch13.position_loss import position_loss

    tokenizer = Tokenizer(LEARN)
    learn, held = (list(map(tokenizer.encode, names)) for names in (LEARN[:500], HELD))
    expected = table_loss(LEARN[:500], HELD, 0.2, position=True)
    assert position_loss(learn, held, 27, 0.2) == pytest.approx(expected, abs=1e-12)
