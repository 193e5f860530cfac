"""Numbers that stand in a sentence of chapter 09 and under no cell: each test names the sentence, and computes it."""

import json
import math
import random
from ast import literal_eval
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from prose import output, page

from microgpt import GPT, SGD, Adam, Config, Tokenizer, fast, load_names
from microgpt.canonical import load_canonical
from microgpt.evidence import compare, spread
from microgpt.nn import softmax
from microgpt.training import document_loss

CHAPTER = "09_training"
ROOT = Path(__file__).parents[3]
SEEDS = 42, 43, 44, 45
LOSSES = load_canonical().losses


def fresh():
    """The course's model before its first round, its tokenizer, and the names in the order of the run."""
    names, dice = load_names(), random.Random(42)
    dice.shuffle(names)
    tokenizer = Tokenizer(names)
    return GPT(Config(), tokenizer.vocab_size, dice), tokenizer, names


def mean(numbers):
    return sum(numbers) / len(numbers)


def rounded(numbers):
    return [round(number, 3) for number in numbers]


def test_the_surprise_of_a_probability():
    text = page(CHAPTER)
    assert "Ten times less probable is always 2.303 more. A blind guess among 27 has 3.296." in text
    assert round(math.log(10), 3) == 2.303 and round(math.log(27), 3) == 3.296
    assert "from 0.5 to 0.9 the loss falls by 0.6, from 0.1 to 0.01 it rises by 2.3" in text
    assert round(math.log(0.9 / 0.5), 1) == 0.6 and round(math.log(0.1 / 0.01), 1) == 2.3


def test_the_parameters_that_take_part():
    text = page(CHAPTER)
    model, tokenizer, _ = fresh()
    document_loss(model, tokenizer.encode("emma")).backward()
    assert output(CHAPTER, "zeros") == "3488" and len(model.parameters()) == 4192
    assert "3,488 of 4,192. The other 704 played no part" in text
    rows = {
        name: [i for i, row in enumerate(matrix) if any(p.grad for p in row)]
        for name, matrix in model.state_dict.items()
    }
    assert "`wte` has a gradient in four rows of 27: those of `e`, `m`, `a` and BOS" in text
    assert rows["wte"] == sorted(set(tokenizer.encode("emma")))
    assert "`wpe` has one in five rows of 16" in text and rows["wpe"] == [0, 1, 2, 3, 4]
    assert "But in `lm_head` every row has one" in text and len(rows["lm_head"]) == 27
    fc1, fc2 = model.state_dict["layer0.mlp_fc1"], model.state_dict["layer0.mlp_fc2"]
    off = [i for i, row in enumerate(fc1) if not any(p.grad for p in row)]
    assert "and its column in `fc2` has none either" in text and off
    assert off == [i for i in range(64) if not any(row[i].grad for row in fc2)]


def test_adam_by_hand():
    text = page(CHAPTER)
    lines = [line.split() for line in output(CHAPTER, "running").splitlines()]
    assert lines[0] == ["0.03", "0.0004"]
    assert "gives $0.03 / 0.15 = 0.2$ again, and for $v$ $0.0004 / 0.01 = 0.04$" in text
    assert math.isclose(0.03 / (1 - 0.85), 0.2) and math.isclose(0.0004 / (1 - 0.99), 0.04)
    assert "the first step is $0.01 \\cdot 0.2 / \\sqrt{0.04} = 0.01$" in text
    assert math.isclose(0.01 * 0.2 / math.sqrt(0.04), 0.01)


def test_one_round_with_emma():
    text = page(CHAPTER)
    assert "The loss of `emma` falls from 3.3558 to 2.9474." in text
    assert "With SGD and the same learning rate it would have fallen to 3.2960 only" in text
    for Optimizer, after in (Adam, 2.9474), (SGD, 3.2960):
        model, tokenizer, _ = fresh()
        loss = document_loss(model, tokenizer.encode("emma"))
        loss.backward()
        before = [p.data for p in model.parameters()]
        grads = [p.grad for p in model.parameters()]
        Optimizer(model.parameters(), lr=0.01).step()
        assert round(loss.data, 4) == 3.3558
        assert round(document_loss(model, tokenizer.encode("emma")).data, 4) == after
        if Optimizer is Adam:
            moves = [abs(p.data - old) for p, old in zip(model.parameters(), before)]
            assert "In this first round every number with a gradient moves by 0.01" in text
            assert all(move == 0 for move, g in zip(moves, grads) if g == 0)
            assert all(round(move, 3) == 0.01 for move, g in zip(moves, grads) if abs(g) > 1e-6)


def test_the_first_losses():
    text = page(CHAPTER)
    _, _, order = fresh()
    assert literal_eval(output(CHAPTER, "five-rounds")) == [
        (name, round(loss, 4)) for name, loss in zip(order, LOSSES[:5])
    ]
    assert "It is 3.463 here" in text and round(LOSSES[0], 3) == 3.463


def test_reading_the_noise():
    text = page(CHAPTER)
    last = LOSSES[-100:]
    spread = math.sqrt(mean([(loss - mean(last)) ** 2 for loss in last]))
    assert (
        "the losses differ from their mean by 0.34, typically" in text and round(spread, 2) == 0.34
    )
    assert "$0.34 / \\sqrt{500} = 0.015$" in text and round(0.34 / math.sqrt(500), 3) == 0.015
    assert "The last loss of this run is 2.19." in text and round(LOSSES[-1], 2) == 2.19
    assert "The mean of the last 500 rounds is 2.40, and of the last 100 it is 2.36." in text
    assert round(mean(LOSSES[-500:]), 2) == 2.40 and round(mean(last), 2) == 2.36
    assert "$e^{2.36} = 10.6$" in text and round(math.exp(2.36), 1) == 10.6
    reference = json.loads((ROOT / "tests/reference/run.json").read_text())["losses"]
    assert "it comes to 2.37" in text or "comes to 2.37 on its own list" in text
    assert round(mean(reference[-500:]), 2) == 2.37
    assert "Its very last loss is 2.65." in text and round(reference[-1], 2) == 2.65


def test_the_unusual_name():
    _, _, order = fresh()
    assert order[716] == "oz" and round(LOSSES[716], 2) == 4.23
    assert max(LOSSES) == LOSSES[716]
    assert mean(LOSSES[717:727]) < 2.7  # the next ones are as usual


def test_names_that_are_met():
    text = page(CHAPTER)
    _, _, order = fresh()
    assert "In 1,000 rounds the model meets 1,000 of the 4,825 names, each of them once." in text
    assert len(set(order[:1000])) == 1000 and len(order) == 4825
    assert "which is 40 times through the list" in text and 20_000 / 500 == 40
    assert "After 1,000 rounds the two lie 0.1 apart" in text and round(2.4 - 2.3, 1) == 0.1
    assert output(CHAPTER, "memorise").splitlines() == ["1000 [2.3, 2.4]", "20000 [1.7, 3.0]"]


@pytest.mark.weekly
def test_many_rounds_on_all_names():
    text = page(CHAPTER)
    _, tokenizer, order = fresh()
    assert (
        "with all names but the last 500, which are 4,325, the loss on the new ones comes to 2.26"
        in text
    )
    model = fast.GPT(Config(), tokenizer.vocab_size, random.Random(42))
    for _ in fast.train(model, tokenizer, order[:-500], 20_000):
        pass
    new = [tokenizer.encode(name) for name in order[-500:]]
    assert len(order[:-500]) == 4325 and round(fast.evaluate(model, new), 2) == 2.26


@cache
def last_half(seed, correction=True, decay=True):
    """The mean of the last 500 losses of a run of 1,000 rounds, with Adam's parts taken away."""
    names, dice = load_names(), random.Random(seed)
    dice.shuffle(names)
    tokenizer = Tokenizer(names)
    model = fast.GPT(Config(), tokenizer.vocab_size, dice)
    m, v, losses = np.zeros_like(model.params), np.zeros_like(model.params), []
    for step, name in enumerate(names[:1000], 1):
        losses.append(model.loss([tokenizer.encode(name)]))
        model.backward()
        m = 0.85 * m + 0.15 * model.grads
        v = 0.99 * v + 0.01 * model.grads**2
        c1, c2 = (1 - 0.85**step, 1 - 0.99**step) if correction else (1, 1)
        lr = 0.01 * (1 - (step - 1) / 1000) if decay else 0.01
        model.params[:] -= lr * (m / c1) / (np.sqrt(v / c2) + 1e-8)
    return mean(losses[-500:])


@cache
def by_sgd(seed, lr):
    """The mean of the last 500 losses of a run of 1,000 rounds of SGD; infinite where it diverges."""
    names, dice = load_names(), random.Random(seed)
    dice.shuffle(names)
    tokenizer = Tokenizer(names)
    model = fast.GPT(Config(), tokenizer.vocab_size, dice)
    losses = []
    for step, name in enumerate(names[:1000]):
        with np.errstate(all="ignore"):
            losses.append(model.loss([tokenizer.encode(name)]))
            model.backward()
        if not math.isfinite(losses[-1]):
            return math.inf
        model.params[:] -= lr * (1 - step / 1000) * model.grads
    return mean(losses[-500:])


@pytest.mark.weekly
def test_sgd_against_adam():
    text = page(CHAPTER)
    for lr, loss in (0.01, "2.646"), (0.03, "2.472"), (0.1, "2.434"), (0.3, "2.440"):
        assert f"| SGD | {lr} | {loss} |" in text
        assert f"{mean([by_sgd(seed, lr) for seed in SEEDS]):.3f}" == loss
    assert "| SGD | 1 | no number: it diverges |" in text
    assert all(by_sgd(seed, 1) == math.inf for seed in SEEDS)
    adam = [last_half(seed) for seed in SEEDS]
    assert "| Adam | 0.01 | 2.418 |" in text and f"{mean(adam):.3f}" == "2.418"
    assert "by 0.027, 0.009, 0.023 and 0.005" in text
    differences = [by_sgd(seed, 0.1) - loss for seed, loss in zip(SEEDS, adam)]
    assert [round(one, 3) for one in differences] == [0.027, 0.009, 0.023, 0.005]
    assert "(their standard deviation is 0.016)" in text and round(spread(adam), 3) == 0.016
    assert "SGD ends 0.016 behind Adam" in text and round(mean(differences), 3) == 0.016
    assert compare(adam, [by_sgd(seed, 0.1) for seed in SEEDS]).verdict == "cannot tell"


def test_what_a_line_of_adam_is_worth():
    text = page(CHAPTER)
    assert "is 2.399, 2.392, 2.432 and 2.409, against 2.404, 2.406, 2.437 and 2.426 with it" in text
    assert rounded([last_half(seed, correction=False) for seed in SEEDS]) == [
        2.399,
        2.392,
        2.432,
        2.409,
    ]
    assert rounded([last_half(seed) for seed in SEEDS]) == [2.404, 2.406, 2.437, 2.426]
    assert "and the mean is 2.487, 2.469, 2.511 and 2.496" in text
    without = [last_half(seed, decay=False) for seed in SEEDS]
    assert rounded(without) == [2.487, 2.469, 2.511, 2.496]
    adam = [last_half(seed) for seed in SEEDS]
    assert compare(adam, without).verdict == "worse"
    uncorrected = [last_half(seed, correction=False) for seed in SEEDS]
    assert compare(adam, uncorrected).verdict == "cannot tell"
    assert "1.5 times in the first round, 2.6 times in round 8 and 1.26 times in round 100" in text
    larger = [(1 - 0.85**t) / math.sqrt(1 - 0.99**t) for t in (1, 8, 100)]
    assert [round(one, 2) for one in larger] == [1.5, 2.62, 1.26]


def test_probabilities_of_the_items():
    assert round(-math.log(0.2), 2) == 1.61  # 09-a
    model, tokenizer, _ = fresh()
    probs = softmax(model(tokenizer.BOS, 0, *model.new_cache()))
    assert max(p.data for p in probs) < 0.06  # small parameters: nearly a blind guess
