"""What the teacher's sheets ask and draw that no chapter computes: each test names the sheet, and computes it."""

from math import isclose

import pytest
from prose import ROOT

from microgpt import Tokenizer, Value
from microgpt.baselines import bigram, count_pairs, mean_surprise
from microgpt.mlp import Neuron
from microgpt.nn import dot, linear, softmax


def sheet(chapter):
    """The text of a sheet, in one line for each paragraph."""
    return (ROOT / "teaching" / f"{chapter}.md").read_text("utf-8")


def test_00_the_guesses_of_ann():
    text = sheet("00")
    tokens = Tokenizer(["ann"]).encode("ann")
    assert "The model reads `[start] a n n [end]`." in text
    assert "**Answer.** Four: `a`, `n`, `n`, and the end." in text and len(tokens) - 1 == 4


def test_00_what_the_model_says_after_em(run):
    ids = run.tokenizer.encode("em")[:-1]
    cache = run.model.new_cache()
    for place, id in enumerate(ids):
        logits = run.model(id, place, *cache)
    probs = softmax([logit.data for logit in logits])
    best = sorted(zip(probs, [*run.tokenizer.chars, "BOS"]), reverse=True)[:3]
    drawn = "    ".join(f"{token} {100 * p:.0f} %" for p, token in best)
    assert drawn in sheet("00")


def test_01_one_dot_product_and_one_board():
    text = sheet("01")
    assert "dot product of `[3, -1, 2]` and `[1, 2, 0]`" in text and "3 - 2 + 0 = 1" in text
    assert dot([3, -1, 2], [1, 2, 0]) == 1
    assert "`[1, 1]` with itself gives 2, and with `[9, 0]` it gives 9" in text
    assert (dot([1, 1], [1, 1]), dot([1, 1], [9, 0])) == (2, 9)
    w = [[-1, 2, 3], [1, 1, 0], [0, 1, -2], [2, -1, 0]]
    assert linear([2, 2, 1], w) == [5, 4, 0, 2]
    for number, row in enumerate(w, 1):
        terms = [x * weight for x, weight in zip([2, 2, 1], row)]
        board = text.split(f"row {number}:")[1].split("\n")[0]
        weights, sum_ = board.split("->")
        assert [int(one) for one in weights.split()] == row
        said, result = sum_.replace("- ", "+ -").split("=")
        assert [int(one) for one in said.split("+")] == terms and int(result) == sum(terms)
    assert "5 rows and 3 columns" in text and "3 in, 5 out, 15 weights" in text and 5 * 3 == 15


def test_02_a_nudge_and_a_chain():
    text = sheet("02")
    assert "a loss is 10 and its slope is -4. You turn `w` up by 0.01" in text
    assert "About 9.96" in text and isclose(10 - 4 * 0.01, 9.96)
    x = Value(1)
    ((x * 2 + 1) ** 2).backward()
    assert "$(2x + 1)^2$ at `x = 1`" in text and "The slope is 12." in text and x.grad == 12


def test_03_a_step_and_losses_that_grow():
    text = sheet("03")
    assert "A parameter is 4, its slope is 10, and the learning rate is 0.05." in text
    assert "At 3.5." in text and 4 - 0.05 * 10 == 3.5
    losses = [50, 72, 103.7]
    assert "the losses are 50, 72, 103.7" in text
    factors = [after / before for before, after in zip(losses, losses[1:])]
    assert factors == pytest.approx([1.2**2] * 2, abs=0.001)  # as at the rate 0.11 of the chapter


def test_04_a_neuron_and_its_board():
    text = sheet("04")
    neuron = Neuron([4], -2)
    assert "A neuron has the weight 4 and the bias -2." in text
    assert "0 at 0, since -2 is cut off. 2 at 1. It switches on at 0.5." in text
    assert (neuron([0]), neuron([1]), neuron([0.5])) == (0, 2, 0) and neuron([0.51]) > 0
    assert "sum 2 --> bias -1: 1 --> ReLU: 1" in text
    assert dot([-1, 2], [2, 2]) == 2 and Neuron([-1, 2], -1)([2, 2]) == 1


def test_05_three_ways_and_one_that_is_wiped_out():
    text = sheet("05")
    x = Value(2)
    (x * x + x * 3).backward()
    assert "`y = x * x + 3 * x`, and `x` is 2" in text and "The gradient is 7." in text
    assert x.grad == 7 == 2 + 2 + 3
    x = Value(3)
    y = x + x
    for child, slope in zip(y.children, y.local_grads):
        child.grad = slope
    assert "It says 1, since the second part wipes out the first. Right is 2." in text
    assert x.grad == 1
    x.grad = 0
    y.backward()
    assert x.grad == 2


def test_06_ids_and_another_order(names):
    text = sheet("06")
    assert Tokenizer(["noa"]).encode("noa") == [3, 1, 2, 0, 3]
    assert "`[3, 1, 2, 0, 3]`: the letters have the ids 0 to 2" in text
    there, back = Tokenizer(names), Tokenizer(names)
    back.chars.reverse()
    one, other = (
        mean_surprise(bigram(count_pairs(names, each)), names, each) for each in (there, back)
    )
    assert "sorts the letters from `z` to `a`" in text and "**Answer.** Neither." in text
    assert isclose(one, other, rel_tol=1e-12)
    assert "`z` would count 25 times as much as `b`" in text
    assert there.chars.index("z") == 25 * there.chars.index("b")
    ids = "   ".join(f"{id:>2}" for id in there.encode("emma"))
    assert ids.split() == text.split("   id ")[1].split("\n")[0].split()


def test_07_four_shares_and_two_names(run):
    text = sheet("07")
    shares = softmax([1.7] * 4)
    assert "0.25 each. The blend is 6, the mean." in text
    assert shares == [0.25] * 4 and dot(shares, [0, 4, 8, 12]) == 6
    assert "`ann` and `anton` begin alike." in text
    ann, anton = (run.tokenizer.encode(name)[:3] for name in ("ann", "anton"))
    assert ann == anton
    scores = [dot([2, 1], key) for key in ([1, 0], [0, 1])]
    one, other = softmax(scores)
    assert scores == [2, 1] and f"{one:.3f}     10" in text and f"{other:.3f}     20" in text
