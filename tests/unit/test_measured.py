"""The records of what was measured with PyTorch, and the pictures of them."""

import re
import statistics

import pytest

from microgpt import plots
from microgpt.measured import (
    FOLDER,
    best_rates,
    grouped,
    load_graphics_card,
    load_scaling,
    over_seeds,
    share_of_peak,
)

CARD, SCALING = load_graphics_card(), load_scaling()
RUNS = [run for part in ("sizes", "names", "steps") for run in SCALING[part]]
FIGURES = {"graphics_card": CARD, "scaling_of_names": SCALING, "names_needed": SCALING}


def weights(n_embd, n_layer, vocab_size=27, block_size=16):
    return (2 * vocab_size + block_size) * n_embd + n_layer * 12 * n_embd**2


def test_the_sizes_are_those_of_the_course_s_model():
    for run in RUNS:
        assert run["params"] == weights(run["n_embd"], run["n_layer"])
    for row in CARD["growth"]:
        assert row["params"] == weights(row["n_embd"], 1)
        assert row["tokens"] < row["positions"] == 16 * row["names"]
        assert row["card_tokens_per_s"] == pytest.approx(
            1000 * row["tokens"] / row["card_ms"], 1e-3
        )


def test_a_run_that_stands_in_two_lists_is_the_same_run():
    together = grouped(RUNS, "params", "pool", "lr", "steps", "seed")
    assert sum(len(runs) > 1 for runs in together.values()) == 6
    assert all(run == runs[0] for runs in together.values() for run in runs)


def test_losses_are_possible():
    for run in RUNS:
        assert run["best"] <= run["held"] and 0.8 < run["train"] < run["held"] + 0.02
        assert run["pool"] <= SCALING["train_names"]


def test_the_best_rate_was_tried_with_three_seeds():
    sizes = best_rates(SCALING["sizes"])
    assert len(sizes) == 9 and list(sizes) == sorted(sizes)
    for size, runs in sizes.items():
        assert [run["seed"] for run in runs] == [0, 1, 2]
        first = [run for run in SCALING["sizes"] if (run["params"], run["seed"]) == (size, 0)]
        assert runs[0]["held"] == min(run["held"] for run in first)


def test_the_mean_and_the_spread_are_those_of_statistics():
    runs = best_rates(SCALING["sizes"])[795392]
    losses = [run["best"] for run in runs]
    found = over_seeds(runs, "best")
    assert found == pytest.approx((statistics.mean(losses), statistics.stdev(losses)), rel=1e-12)


def test_beyond_some_size_it_turns_up_again_by_more_than_seeds_differ():
    (*_, lowest, largest) = best_rates(SCALING["sizes"]).values()
    (low, spread), (high, other) = over_seeds(lowest), over_seeds(largest)
    assert high - low > 2 * max(spread, other)
    assert max(run["held"] for run in lowest) < min(run["held"] for run in largest)


def test_the_card_s_share_of_its_peak_was_measured_too():
    """What was written down beside the times, with five digits."""
    recorded = [0.00017788, 0.0010414, 0.012831, 0.10816, 0.45294]
    shares = [share_of_peak(row, CARD) for row in CARD["growth"]]
    assert shares == pytest.approx(recorded, rel=1e-4)


@pytest.mark.parametrize("name", FIGURES)
def test_a_picture_is_the_same_each_time_and_says_its_numbers(name):
    figure, again = (getattr(plots, name)(FIGURES[name]) for _ in range(2))
    assert figure.svg == again.svg
    assert "nan" not in figure.svg.lower()
    numbers = {
        "graphics_card": ["3,100,000", "12 times", "630,000", "110 times", "0.018 %", "45 %"],
        "scaling_of_names": ["2.32", "472", "795,392", "1.962", "1.975", "3,163,648"],
        "names_needed": ["4.81", "1.22", "2.12", "2.11", "6.88", "0.87", "1.97", "1.79"],
    }
    for number in numbers[name]:
        assert re.search(rf"(?<![\d.]){re.escape(number)}(?!\d)", figure.alt), number


def test_the_records_are_small():
    files = [FOLDER / "graphics_card.json", FOLDER / "scaling.json"]
    assert sum(path.stat().st_size for path in files) < 30_000
