"""How often the model says a fruit: the record of many names, and the arrays that drew them."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from microgpt.bot.policy import fruit_in
from microgpt.canonical import load_canonical

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import record_fruits

RECORD = json.loads(record_fruits.PATH.read_text("utf-8"))


@pytest.fixture(scope="module")
def names():
    return record_fruits.ManyNames()


@pytest.mark.weekly
def test_a_part_of_the_record_can_be_made_again(names):
    assert RECORD["names"] == record_fruits.NAMES
    assert {len(counts) for counts in RECORD["fruits"].values()} == {record_fruits.PARTS}
    assert record_fruits.part(names, 1.0, 0) == RECORD["fruits"]["1.0"][0]


def test_the_arrays_compute_what_the_model_does(names):
    run = load_canonical()
    ids = run.tokenizer.encode("philemon")[:-1]
    keys, values, cache = [], [], run.model.new_cache()
    for place, id in enumerate(ids):
        logits = names.logits(np.array([id, id]), place, keys, values)
        exact = [logit.data for logit in run.model(id, place, *cache)]
        assert np.allclose(logits, [exact, exact], rtol=0, atol=1e-9)


def test_names_are_drawn_until_they_end(names):
    drawn = names.draw(300, 1.0, np.random.default_rng(1))
    assert len(set(drawn)) > 250 and max(map(len, drawn)) <= 16
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz") for name in drawn)
    assert sum(fruit_in(name) is not None for name in drawn) <= 2
