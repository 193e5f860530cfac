"""The record of what the parts of a rung buy: it has its shape, and is made again in part."""

import doctest
import importlib
import sys

import numpy as np
import pytest
from reference import ROOT

from microgpt import load_names, parts
from microgpt.evidence import split
from microgpt.gains import load_gains
from microgpt.parts import load_parts

RECORD = load_parts()
RUNGS = load_gains()["rungs"]


@pytest.fixture(scope="module")
def tool():
    sys.path.insert(0, str(ROOT / "tools"))
    yield importlib.import_module("record_parts")
    sys.path.remove(str(ROOT / "tools"))


def test_examples_in_docstrings():
    assert doctest.testmod(parts).failed == 0


def test_its_shape(tool):
    assert list(RECORD) == ["parts", "rates", "no_relu", "makemore"]
    assert list(RECORD["parts"]) == list(tool.PARTS)
    for rung, (_, rates) in tool.RATES.items():
        assert list(RECORD["rates"][rung]) == list(map(str, rates))
    lists = [*RECORD["parts"].values(), RECORD["no_relu"]]
    lists += [losses for rates in RECORD["rates"].values() for losses in rates.values()]
    for losses in lists:
        assert len(losses) == tool.SEEDS == len(RUNGS["train0"]["held"])
        assert all(2.3 < loss < 2.7 for loss in losses)


def test_the_tables_of_makemore(tool):
    makemore = RECORD["makemore"]
    assert makemore["names"] == [26_545, 2949] and makemore["extra"] == tool.EXTRA
    assert [(table["letters"], table["position"]) for table in makemore["tables"]] == tool.ROWS
    assert all(2 < table["loss"] < 2.5 for table in makemore["tables"])


@pytest.mark.parametrize("name", RECORD["parts"])
def test_without_a_part_the_run_of_the_first_seed_is_made_again(tool, name):
    (loss,) = tool.held_out(tool.without(tool.PARTS[name]), seeds=1)
    assert loss == pytest.approx(RECORD["parts"][name][0], abs=2e-6)


@pytest.mark.parametrize("rung, rate", [("train1", "1.5"), ("train4", "0.5")])
def test_so_is_that_with_another_rate(tool, rung, rate):
    usual, _ = tool.RATES[rung]
    (loss,) = tool.held_out(tool.faster(tool.LEARNERS[rung], float(rate) / usual), seeds=1)
    assert loss == pytest.approx(RECORD["rates"][rung][rate][0], abs=2e-6)


def test_and_that_with_a_wrong_gradient(tool):
    (loss,) = tool.held_out(tool.NoRelu, seeds=1)
    assert loss == pytest.approx(RECORD["no_relu"][0], abs=2e-6)


@pytest.mark.parametrize("rung, make", [("train3", "without"), ("train1", "faster")])
def test_with_nothing_changed_it_is_the_rung(tool, rung, make):
    same = tool.without([]) if make == "without" else tool.faster(tool.LEARNERS[rung], 1)
    (loss,) = tool.held_out(same, seeds=1)
    assert loss == pytest.approx(RUNGS[rung]["held"][0], abs=2e-6)


def test_without_attention_the_letters_before_the_last_change_nothing(tool):
    learn, _ = split(load_names())
    makes = {
        "whole": tool.LEARNERS["train3"],
        "without": tool.without(tool.PARTS["without attention"]),
    }
    for name, make in makes.items():
        learner, tokenizer, _ = sys.modules["record_gains"].run(make, learn, 1, steps=30)
        emma, axma = (learner.nats(tokenizer.encode(name))[3:] for name in ("emma", "axma"))
        assert np.allclose(emma, axma, rtol=0, atol=1e-9) == (name == "without")
