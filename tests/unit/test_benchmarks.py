"""The bench measures what it says, its results are whole, and the page says what they say.

Speeds with wide margins only.
"""

import doctest
import json
import platform
import random
import re
import statistics
import sys
from dataclasses import replace

import pytest
from reference import ROOT

from benchmarks import engines, growth, harness, limit, processes, summary
from benchmarks.names import RUN, before_shuffle, typical_first
from microgpt import Config, load_names
from microgpt.plots import times

sys.path.insert(0, str(ROOT / "tools"))

import browser
import make_how_fast

RESULTS = json.loads((ROOT / "benchmarks/results.json").read_text("utf-8"))
TEMPLATE = (ROOT / "benchmarks/how_fast.template.md").read_text("utf-8")
ENGINES = ["program", "scalar", "numpy", "javascript", "torch"]
FEW = 4


@pytest.fixture
def folder(tmp_path):
    """A folder with the names, as the bench makes it."""
    (tmp_path / "input.txt").write_text(
        "\n".join(before_shuffle(typical_first(load_names(), FEW))), encoding="utf-8"
    )
    return tmp_path


# --- the harness ---


def test_every_round_measures_everything_once_and_begins_with_another():
    asked = []
    measures = {name: lambda name=name: asked.append(name) or len(asked) for name in "abc"}
    values = harness.in_turn(measures, 4)
    assert "".join(asked) == "abc" + "bca" + "cab" + "abc"
    assert values == {"a": [1, 6, 8, 10], "b": [2, 4, 9, 11], "c": [3, 5, 7, 12]}


def test_ratios_are_taken_within_a_round():
    # The machine is ten times slower in the second round: that changes no ratio. Medians of either side would give 1.
    assert harness.ratio([2, 200, 6], [1, 100, 3]) == {"median": 2, "lowest": 2, "highest": 2}
    assert harness.ratio([1, 8, 3], [1, 2, 1])["median"] == 3
    with pytest.raises(ValueError):
        harness.ratio([1, 2], [1])
    assert doctest.testmod(harness).attempted


def test_the_first_names_are_typical_and_the_thousand_is_that_of_the_run():
    names = load_names()
    run = list(names)
    random.Random(42).shuffle(run)
    order = typical_first(names, 30)
    assert sorted(order[:RUN]) == sorted(run[:RUN]) and order[RUN:] == run[RUN:]
    letters = [len(name) for name in order]
    assert statistics.mean(letters[1:30]) == pytest.approx(statistics.mean(letters[:RUN]), rel=0.05)
    shuffled = before_shuffle(order)
    random.Random(42).shuffle(shuffled)
    assert shuffled == order


def test_a_script_is_stopped_at_the_step_that_is_asked_for(tmp_path):
    (tmp_path / "input.txt").write_text("emma\n", encoding="utf-8")
    script = tmp_path / "any.py"
    script.write_text(
        "import time\nprint(open('input.txt').read())\nballast = bytearray(60_000_000)\nfor i in range(3):\n"
        "    end = time.process_time() + 0.15\n    while time.process_time() < end: pass\n"
        "    print(f'step {i + 1} | loss {3 - i:.4f}')\n",
        encoding="utf-8",
    )
    costs = [
        processes.until_step([sys.executable, str(script)], steps, tmp_path) for steps in (0, 1, 3)
    ]
    assert [cost["last"] for cost in costs] == [
        "emma",
        "step 1 | loss 3.0000",
        "step 3 | loss 1.0000",
    ]
    # Two steps, each of which burns 0.15 s of CPU time; what a start takes is never twice the same.
    assert costs[2]["seconds"] - costs[1]["seconds"] > 0.2
    assert costs[2]["peak"] > 60_000_000
    with pytest.raises(RuntimeError, match=r"any.py stopped after 3 of 4 steps"):
        processes.until_step([sys.executable, str(script)], 4, tmp_path)
    measured = engines.script(script, 3, tmp_path)
    assert measured["loss"] == 1 and 0.12 < measured["warm"] < measured["whole"] / 900


def test_a_worker_that_fails_is_an_error(folder):
    with pytest.raises(RuntimeError, match="benchmarks.worker abacus 4 4 failed"):
        processes.report("worker", "abacus", 4, 4, folder=folder)


def test_the_arithmetic_is_counted_by_hand():
    config = Config(n_layer=2, n_embd=4, n_head=2, block_size=8)
    # A layer has 4 matrices of 4 x 4 and two of 4 x 16: 192 weights. lm_head has 5 x 4.
    # Three tokens, six operations each. Attention: 1 + 2 + 3 pairs in each layer;
    # 4 products and 4 sums for a score, as many for a blend; twice that backward.
    counts = limit.operations(config, 5, 3)
    assert counts["matrices"] == (2 * 192 + 20) * 3 * 6
    assert counts["attention"] == 2 * 6 * (8 + 8) * 3
    assert counts["Adam"] == 14 * (5 * 4 + 8 * 4 + 5 * 4 + 2 * 192)
    batch = limit.operations(config, 5, 3, batch=10)
    assert batch["Adam"] == counts["Adam"] and batch["matrices"] == 10 * counts["matrices"]


def test_a_longer_block_is_filled():
    for size in growth.SIZES["block_size"]:
        assert {len(doc) for doc in growth.documents(size - 1)[1:]} == {size - 1}
    quick = growth.stepper(growth.fast, replace(Config(), block_size=16), 15)
    slow = growth.stepper(growth.fast, replace(Config(), block_size=64), 63)
    assert harness.ratio([slow(), slow(), slow()], [quick(), quick(), quick()])["median"] > 1.2


# --- the speeds themselves, in short ---


@pytest.mark.weekly
def test_the_engines_are_much_faster_than_the_program(folder):
    """On a quiet machine some 20, 2,500 and 1,600 times; far less must hold on any Python and on a busy machine."""
    measures = engines.measures(FEW, 30, folder, browser=browser.ready())
    rounds = harness.in_turn(measures, 1)  # the margins are wider than any disturbance
    engines.check_losses(rounds)

    def ratio(slow, fast):
        return rounds[slow][0]["warm"] / rounds[fast][0]["warm"]

    assert ratio("program", "scalar") >= 6
    assert ratio("scalar", "numpy") >= 10
    if "javascript" in rounds:
        assert ratio("program", "javascript") >= 50
        assert ratio("scalar", "javascript") >= 5
    with pytest.raises(RuntimeError, match="do not compute the same"):
        engines.check_losses(rounds | {"numpy": [{"loss": 0.0}]})


# --- the results and the page ---


def test_the_results_hold_every_engine():
    for part in (
        RESULTS["labels"],
        RESULTS["speed"],
        RESULTS["memory"],
        RESULTS["limit"]["share"],
        RESULTS["raw"]["engines"],
    ):
        assert set(ENGINES) <= set(part)
    assert RESULTS["rounds"] >= 5
    for values in RESULTS["raw"]["engines"].values():
        assert {len(numbers) for numbers in values.values()} == {RESULTS["rounds"]}
    assert set(RESULTS["growth"]) == {"n_embd", "n_layer", "block_size", "batch_size"}
    assert {"cpython", "numpy", "chromium", "torch"} <= set(RESULTS["machine"]["versions"])


def test_the_ratios_are_those_of_the_raw_numbers():
    raw = RESULTS["raw"]["engines"]
    for name, speed in RESULTS["speed"].items():
        assert speed == summary.speed(raw["program"], raw[name])
    assert RESULTS["pairs"]["numpy_torch"] == harness.ratio(
        raw["torch"]["warm"], raw["numpy"]["warm"]
    )
    for what, measured in RESULTS["raw"]["growth"].items():
        assert RESULTS["growth"][what] == summary.grown(measured)
    parts = RESULTS["limit"]["operations"]
    assert sum(parts.values()) == pytest.approx(215_000, rel=0.05)
    assert all(0 < one["highest"] < 1 for one in RESULTS["limit"]["share"].values())


def test_fewer_looks_for_garbage_are_a_gain_in_every_round():
    found = RESULTS["collector"]
    assert found["rounds"] >= 5
    assert 1 < found["lowest"] <= found["median"] <= found["highest"]


def test_the_results_name_a_kind_of_machine_and_no_machine():
    text = (ROOT / "benchmarks/results.json").read_text("utf-8")
    assert (
        "/" not in text.replace("GNU/Linux", "")
        and "\\" not in text
        and platform.node() not in text
    )


def test_the_page_is_what_the_generator_writes():
    assert (ROOT / "book/how_fast.md").read_text("utf-8") == make_how_fast.page(RESULTS), (
        "run: make generate"
    )


def test_the_words_of_the_page_hold_no_number():
    """Every one comes from the results. Names of files, and the numbers of a list, are none."""
    words = re.sub(r"`[^`]*`|```.*?```|^\d\. ", "", TEMPLATE, flags=re.S | re.M)
    assert not re.findall(r".*\d.*", words)


def test_the_page_can_be_written_without_pytorch():
    less = json.loads(json.dumps(RESULTS))
    for part in (
        less["labels"],
        less["speed"],
        less["memory"],
        less["limit"]["share"],
        less["machine"]["versions"],
    ):
        del part["torch"]
    del less["pairs"]["numpy_torch"]
    text = make_how_fast.page(less)
    assert "- **PyTorch**" not in text and "$" not in text and "| PyTorch" not in text


def test_ratios_are_said_to_two_digits():
    assert [times(number) for number in (2561.2, 18.4, 9.96, 1.653, 1.0, 0.613)] == [
        "2,600",
        "18",
        "10",
        "1.7",
        "1",
        "0.61",
    ]
