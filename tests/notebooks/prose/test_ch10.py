"""Numbers that stand in a sentence of chapter 10 and under no cell: each test names the sentence, and computes it."""

import json
import math
import random
from ast import literal_eval
from functools import cache
from pathlib import Path

import pytest
from prose import output, page

from microgpt import generate, load_names
from microgpt.canonical import load_canonical
from microgpt.nn import softmax

CHAPTER = "10_generation"
ROOT = Path(__file__).parents[3]
RUN = load_canonical()
MODEL, TOKENIZER = RUN.model, RUN.tokenizer
TOKENS = [*TOKENIZER.chars, "BOS"]


def logits_after(prefix):
    cache, ids = MODEL.new_cache(), TOKENIZER.encode(prefix)[:-1]
    for place, id in enumerate(ids):
        logits = MODEL(id, place, *cache)
    return [logit.data for logit in logits]


def after(prefix, temperature=1):
    return softmax([logit / temperature for logit in logits_after(prefix)])


def bits(probs):
    return -sum(p * math.log2(p) for p in probs if p)


def test_the_start_of_a_name():
    text = page(CHAPTER)
    probs = dict(zip(TOKENS, after("")))
    assert "`m` is first, though only with 0.10." in text and round(probs["m"], 2) == 0.10
    assert max(probs, key=probs.get) == "m"
    assert "`m` comes first in ten names of a hundred, and `j` in eight" in text
    assert round(probs["j"], 2) == 0.08
    ma = dict(zip(TOKENS, after("m")))
    assert "`a` is first. Feed it back too" in text and max(ma, key=ma.get) == "a"


def test_the_three_pieces():
    text = page(CHAPTER)
    assert "The first fills 0 to 0.5, the second 0.5 to 0.8, and the third 0.8 to 1." in text
    assert literal_eval(output(CHAPTER, "pieces")) == [0.5, 0.8, 1.0]
    assert sum(literal_eval(output(CHAPTER, "darts"))) == 1000


def test_how_often_it_is_another():
    assert round(100 * (1 - max(after("em")))) == 67  # 10-not
    assert TOKENS[max(range(27), key=after("em").__getitem__)] == "a"


def test_entropy():
    text = page(CHAPTER)
    assert "$0.5 \\cdot 1 + 0.25 \\cdot 2 + 0.25 \\cdot 2 = 1.5$ bits" in text
    assert bits([0.5, 0.25, 0.25]) == 1.5
    assert "One nat is 1.44 bits." in text and round(1 / math.log(2), 2) == 1.44
    assert "to 4.75. That is $\\log_2 27$" in text and round(math.log2(27), 2) == 4.75
    assert "the formula says 0.47" in text and round(bits([0.9, 0.1]), 2) == 0.47
    assert "as if 8.3 were left to choose from" in text and round(2 ** bits(after("em")), 1) == 8.3


def test_cutting_the_tail():
    text = page(CHAPTER)
    assert "0.625 and 0.375" in text and (0.5 / 0.8, round(0.3 / 0.8, 3)) == (0.625, 0.375)
    rest = sorted(after("em"))[:18]
    assert "the 18 least likely together, of which the largest has 0.01" in text
    assert round(max(rest), 2) == 0.01 and output(CHAPTER, "tail") == "0.085"
    assert "That is one draw in twelve." in text and round(1 / sum(rest)) == 12
    assert "$1 - (1 - 0.085)^6 = 0.41$" in text and round(1 - (1 - 0.085) ** 6, 2) == 0.41


def test_the_names_of_the_run():
    text = page(CHAPTER)
    names = load_names()
    random.Random(42).shuffle(names)
    seen, listed = set(names[:1000]), set(names)
    groups = [
        sum(name in seen for name in RUN.samples),
        sum(name in listed - seen for name in RUN.samples),
        sum(name not in listed for name in RUN.samples),
    ]
    assert (
        "Two were seen, four are in the list though the model never met them, and 14 are in no list"
        in text
    )
    assert groups == [2, 4, 14]
    reference = json.loads((ROOT / "tests/reference/run.json").read_text())
    assert len(reference["samples"]) == 20


@cache
def three_hundred(temperature):
    dice = random.Random(1)
    return [generate(MODEL, TOKENIZER, dice, temperature) for _ in range(300)]


def surprise(names):
    """The model's own mean surprise at these names, in nats per token."""
    total, count = 0, 0
    for name in names:
        ids, cache = TOKENIZER.encode(name), MODEL.new_cache()
        for place in range(min(16, len(ids) - 1)):
            logits = MODEL(ids[place], place, *cache)
            total -= math.log(softmax([z.data for z in logits])[ids[place + 1]])
            count += 1
    return total / count


@pytest.mark.weekly
def test_what_temperature_does_to_whole_names():
    text = page(CHAPTER)
    assert "its mean surprise is 1.91 nats per token at $T = 0.5$, 2.40 at 1 and 3.23 at 2" in text
    assert [round(surprise(three_hundred(T)), 2) for T in (0.5, 1, 2)] == [1.91, 2.40, 3.23]
