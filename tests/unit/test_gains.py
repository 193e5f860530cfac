"""What each rung of the ladder buys: the record is made again in part, and is held to the programs."""

import runpy

import numpy as np
import pytest
from reference import ROOT, RUN, reference_names
from rungs import RECORD, fixture_list

from microgpt import plots
from microgpt.baselines import bigram, count_pairs, mean_surprise
from microgpt.data import load_names, read_documents
from microgpt.evidence import load_ablations, mean, split
from microgpt.gains import FEWEST, bought, by_position, load_gains
from microgpt.rungs import RUNGS
from microgpt.tokenizer import Tokenizer

GAINS = load_gains()
LOSSES = RECORD["losses"] | {"train5": RUN["losses"]}
TOOL = runpy.run_path(str(ROOT / "tools" / "record_gains.py"))
MAKE = TOOL["LEARNERS"]
LEARN, HELD = split(load_names())

every_rung = pytest.mark.parametrize("rung", RUNGS)


# --- what makes the record is the ladder, on arrays ---


@every_rung
def test_its_first_50_losses_are_those_of_the_program(rung, tmp_path):
    docs = read_documents(fixture_list(tmp_path))
    _, _, losses = TOOL["run"](MAKE[rung], docs, seed=42, steps=50)
    assert losses == pytest.approx(LOSSES[rung][:50], rel=0, abs=1e-12)


@every_rung
def test_its_whole_run_is_that_of_the_program(rung):
    _, _, losses = TOOL["run"](MAKE[rung], read_documents(reference_names()), seed=42)
    assert losses == pytest.approx(LOSSES[rung], rel=0, abs=1e-12)


# --- the record ---


@every_rung
def test_the_run_with_the_first_seed_is_made_again(rung):
    held, positions = TOOL["measured"](MAKE[rung], 1, LEARN, HELD)
    recorded = GAINS["rungs"][rung]
    assert held == pytest.approx(recorded["held"][0], abs=1e-6)
    assert positions == pytest.approx(recorded["positions"][0], abs=1e-6)


@every_rung
def test_the_loss_is_the_mean_over_all_predictions(rung):
    recorded = GAINS["rungs"][rung]
    for held, positions in zip(recorded["held"], recorded["positions"], strict=True):
        assert np.average(positions, weights=GAINS["predictions"]) == pytest.approx(held, abs=2e-6)


def test_the_last_rung_is_the_whole_model_of_the_ablations():
    assert GAINS["rungs"]["train5"]["held"] == pytest.approx(load_ablations()["whole"], abs=1e-6)


@every_rung
def test_shorter_runs_are_made_again(rung):
    for steps, held in zip([100, 300], GAINS["lengths"]["held"][rung]):
        again, _ = TOOL["measured"](MAKE[rung], 1, LEARN, HELD, steps)
        assert again == pytest.approx(held[0], abs=1e-6)


@every_rung
def test_runs_of_the_same_length_are_the_same_runs(rung):
    at = GAINS["lengths"]["steps"].index(GAINS["steps"])
    few = GAINS["lengths"]["held"][rung][at]
    assert few == GAINS["rungs"][rung]["held"][: len(few)]


def test_the_table_has_learned_all_it_can_and_attention_goes_on():
    losses = {rung: [mean(some) for some in GAINS["lengths"]["held"][rung]] for rung in RUNGS}
    assert losses["train0"][-2] - losses["train0"][-1] < 0.01
    assert losses["train5"][-2] - losses["train5"][-1] > 0.05


def test_the_table_of_all_names_is_that_of_the_baselines():
    tokenizer = Tokenizer(LEARN)
    table = bigram(count_pairs(LEARN, tokenizer), smoothing=1)
    assert GAINS["table"]["held"] == pytest.approx(mean_surprise(table, HELD, tokenizer), abs=1e-6)
    assert GAINS["names"] == [len(LEARN), len(HELD)]


def test_the_network_with_value_learns_what_the_one_by_hand_learns():
    assert GAINS["rungs"]["train1"] == GAINS["rungs"]["train2"]
    assert bought(GAINS)["train2"].difference == 0


def test_positions_with_few_predictions_are_not_compared():
    lower = by_position(GAINS, "train5")
    assert [count >= FEWEST for count in GAINS["predictions"]] == [True] * len(lower) + [False] * 2


# --- the pictures ---


@pytest.mark.parametrize("name", ["ladder", "ladder_over_steps", "where_it_beats_the_table"])
def test_a_picture_says_what_it_shows(name):
    figure = getattr(plots, name)(GAINS)
    assert figure.svg.count("<svg") == 1
    assert repr(figure) == figure.alt
    assert "-" not in figure.alt.replace("-hand", "")


def test_the_sentences_say_the_record_s_numbers():
    last = mean(GAINS["rungs"]["train5"]["held"])
    assert f"{last:.2f} for train5" in plots.ladder(GAINS).alt
    assert "train1 +0.03, train2 0.00, train3 −0.13" in plots.ladder(GAINS).alt
    assert "train0 goes from 2.76 to 2.47" in plots.ladder_over_steps(GAINS).alt
    assert "It gains most at letter 9." in plots.where_it_beats_the_table(GAINS).alt
