"""The record of the ablations and the rule that judges it, here and in JavaScript."""

import json
import random
import runpy
from dataclasses import asdict

import pytest
from js_cases import write
from reference import ROOT

from microgpt import Config, Tokenizer, evidence, load_names, train
from microgpt.ablation import PARTS, AblatedGPT
from microgpt.evidence import LABELS, compare, load_ablations, load_record, split

GENERATOR = runpy.run_path(str(ROOT / "tools" / "make_ablations_js.py"))
SHORT, LONG = load_ablations(1000), load_ablations(20_000)


# ---- the rule ----


@pytest.mark.parametrize(
    "whole, without, verdict",
    [
        ([2.0, 2.1, 2.2, 2.1], [2.3, 2.4, 2.5, 2.4], "worse"),
        ([2.3, 2.4, 2.5, 2.4], [2.0, 2.1, 2.2, 2.1], "better"),
        ([2.0, 2.1, 2.2], [2.3, 2.4, 2.5], "cannot tell"),  # too few seeds
        ([2.0], [3.0], "cannot tell"),
        ([2.0, 2.1, 2.2, 2.1], [2.05, 2.15, 2.25, 2.15], "cannot tell"),  # less than seeds differ
        ([2.0, 2.0, 2.0, 2.0], [2.0, 2.2, 2.0, 2.2], "cannot tell"),  # not surely
        ([2.0] * 4, [2.0] * 4, "cannot tell"),
    ],
)
def test_the_verdict(whole, without, verdict):
    assert compare(whole, without).verdict == verdict


def test_the_numbers_worked_out_by_hand():
    found = compare([1.0, 2.0, 3.0, 2.0], [3.0, 4.0, 4.0, 5.0])
    assert (found.mean, found.difference, found.verdict) == (4.0, 2.0, "worse")
    assert found.spread == pytest.approx((2 / 3) ** 0.5)
    assert found.error == pytest.approx((2 / 3) ** 0.5 / 2)


def test_lists_of_other_lengths_are_refused():
    with pytest.raises(ValueError):
        compare([1.0, 2.0], [1.0])


@pytest.mark.parametrize("seeds", [4, 5, 8, 10])
def test_seeds_alone_seldom_make_a_verdict(seeds):
    """The whole model against itself, with other seeds: every verdict is a false alarm."""
    r, losses = random.Random(1), SHORT["whole"] + load_record()["controls"]
    drawn = [r.sample(losses, 2 * seeds) for _ in range(2000)]
    alarms = [compare(some[:seeds], some[seeds:]).verdict != "cannot tell" for some in drawn]
    assert sum(alarms) / len(alarms) < 0.06


def test_the_rule_in_js_is_the_rule_in_python():
    r = random.Random(3)
    pairs = [[losses["whole"], losses[part]] for losses in (SHORT, LONG) for part in PARTS]
    for seeds in (1, 2, 3, 4, 6, 10):
        whole = [2.3 + r.gauss(0, 0.01) for _ in range(seeds)]
        pairs += [[whole, [x + d + r.gauss(0, 0.01) for x in whole]] for d in (0, 0.01, -0.05)]
    cases = [{"whole": a, "without": b, **asdict(compare(a, b))} for a, b in pairs]
    write("evidence", cases)
    assert {case["verdict"] for case in cases} == {"worse", "better", "cannot tell"}


# ---- the record ----


def test_the_record_has_every_variant_and_eight_seeds_of_it():
    for losses in (SHORT, LONG):
        assert list(losses) == ["whole", *PARTS] == list(LABELS)
        assert all(len(row) == 8 and all(1.5 < x < 3 for x in row) for row in losses.values())
    with pytest.raises(ValueError, match="1000, 20000, not 7"):
        load_ablations(7)


def test_a_tenth_of_the_names_is_held_out():
    docs, held_out = split(load_names())
    assert len(held_out) == 482 and len(docs) == 4343 and not set(docs) & set(held_out)


def test_the_record_is_computed_again_in_part():
    """The first steps of a run by Python too; the whole runs by the JavaScript engine, which made the record."""
    docs, held_out = split(load_names())
    r = random.Random(1)
    tokenizer = Tokenizer(docs + held_out)
    r.shuffle(docs)
    model = AblatedGPT(Config(), tokenizer.vocab_size, r, without="attention")
    steps = train(model, tokenizer, docs, steps=1000)
    losses = [next(steps).loss for _ in range(5)]
    write("ablation_first", [{"without": "attention", "seed": 1, "losses": losses}])


def test_the_generated_module_is_what_the_generator_writes():
    assert GENERATOR["FILE"].read_bytes() == GENERATOR["module"]().encode(), (
        "ablations.js is stale: python tools/generate.py"
    )


def test_the_digits_left_out_there_change_no_verdict():
    text = GENERATOR["module"]().split("export const records = ")[1].rstrip(";\n")
    for record, losses in zip(json.loads(text), (SHORT, LONG), strict=True):
        for part in PARTS:
            short = compare(record["losses"]["whole"], record["losses"][part])
            assert short.verdict == compare(losses["whole"], losses[part]).verdict


def test_what_the_record_says():
    """The lesson of the chapter: the little run hardly uses its attention, the longer one lives by it."""
    attention = [compare(losses["whole"], losses["attention"]) for losses in (SHORT, LONG)]
    assert attention[1].verdict == "worse"
    assert attention[1].difference > 5 * attention[0].difference
    assert evidence.mean(LONG["whole"]) < evidence.mean(SHORT["whole"]) - 0.1
