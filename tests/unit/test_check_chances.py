"""What the checks of draws state of their own errors, proved by exact sums of the binomial distribution."""

import random
import re

import pytest

from microgpt.check import exercises, grade
from microgpt.check.ch10.counts import Counts, Indexes, bounds
from microgpt.check.ch10.draw import DRAW, OTHER, PROBS, TIMES
from microgpt.check.ch10.generate import GENERATE, SHARES
from microgpt.check.ch10.generate import TIMES as NAMES
from microgpt.check.frequencies import ERROR, Frequencies, binomial

LIMITS = [bounds(p, TIMES, len(PROBS)) for p in PROBS]


def missed(p, times, low, high):
    """How probable a count outside of low to high is, where each draw has the probability p."""
    if p in (0, 1):
        return float(not low <= times * p <= high)
    return sum(binomial(k, times, p) for k in range(times + 1) if not low <= k <= high)


def test_a_right_draw_is_refused_less_than_once_in_a_million():
    refused = sum(missed(p, TIMES, *limits) for p, limits in zip(PROBS, LIMITS))
    assert 1e-8 < refused < ERROR == 1e-6


def test_so_is_a_right_name():
    refused = sum(missed(p, NAMES, *bounds(p, NAMES, len(SHARES))) for p in SHARES.values())
    others = 3 * (2 / 3) ** 80  # that one of three names does not come
    assert 1e-8 < refused + others < 1e-6


def test_what_else_a_right_draw_may_miss_by_chance_is_nothing_to_speak_of():
    """One of two tokens does not come from 60 generators."""
    assert 2 * 0.5**60 < 1e-17


def test_the_claim_states_the_limits_that_hold():
    (story,) = [story for story in DRAW.cases if isinstance(story.expected, Counts)]
    said = [int(n.replace(",", "")) for n in re.findall(r"[\d,]*\d", story.proves)]
    expected = [TIMES]
    for token, limits in enumerate(LIMITS):
        expected += [token, *limits] if limits != (0, 0) else [token]
    assert said == expected
    assert "less than once in a million" in story.proves


@pytest.mark.parametrize("p, limits", list(zip(PROBS, LIMITS)))
def test_the_limits_are_where_the_objection_begins(p, limits):
    """Counts at the limit pass, and one farther does not."""
    if p == 0:
        return
    counts = Counts(PROBS)
    token, rest = PROBS.index(p), [i for i, q in enumerate(PROBS) if q != p and q]
    for count, passes in [(limits[0], True), (limits[0] - 1, False), (limits[1] + 1, False)]:
        shares = [PROBS[i] / (1 - p) * (TIMES - count) for i in rest]
        draws = [i for i, share in zip(rest, shares) for _ in range(round(share))]
        draws = [token] * count + (draws + [rest[0]] * 3)[: TIMES - count]
        told = counts.objection(draws)
        assert (f"{token} came {count} times" not in told) == passes


@pytest.mark.parametrize("factor", [0.8, 1.2])
def test_a_fifth_more_or_less_of_one_token_is_caught(factor):
    """A probability of 0.3 that is 20 % off misses its limits in more than 999 of 1,000 seeds."""
    power = missed(factor * 0.3, TIMES, *LIMITS[PROBS.index(0.3)])
    assert power > 0.999


@pytest.mark.parametrize(
    "made",
    [
        lambda probs: [1 / len(probs)] * len(probs),
        lambda probs: [p * p / sum(q * q for q in probs) for p in probs],
        lambda probs: [p == max(probs) for p in probs],
        lambda probs: probs[1:] + probs[:1],
    ],
)
def test_usual_mistakes_are_caught_with_certainty(made):
    """Some count misses its limits but for once in a million, and more seldom."""
    passes = min(1 - missed(float(q), TIMES, *limits) for q, limits in zip(made(PROBS), LIMITS))
    assert passes < 1e-6


def test_many_seeds_of_a_right_draw_pass():
    counts = Counts(PROBS)
    for seed in range(50):
        rng = random.Random(seed)
        assert counts.objection(rng.choices(range(len(PROBS)), PROBS, k=TIMES)) == ""


def test_the_result_says_what_was_counted():
    def draw(probs, rng):
        return rng.choices(range(len(probs)), probs)[0]

    lines = grade("ex-10-2", draw).lines()
    assert any("5,000 draws, counted" in line and "once in a million" in line for line in lines)
    (story,) = [story for story in GENERATE.cases if isinstance(story.expected, Frequencies)]
    assert "less than once in a million" in story.proves


def test_indexes_and_probabilities_are_told_apart():
    assert Indexes(PROBS).objection([0, 0, 1]) == ""  # 0 is a probability, too
    assert "these are the probabilities" in Indexes(OTHER).objection([0.1, 0.3])
    assert "a list with one index" in Indexes(OTHER).objection([[1], [2]])
    assert exercises()["ex-10-2"] is DRAW
