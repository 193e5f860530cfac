"""The answers on the exit tickets of the teacher's sheets 08 to 15, worked out by the package."""

from math import log, log2
from pathlib import Path

import pytest

from microgpt import SGD, Adam, Config, Value, linear, softmax
from microgpt.bot.policy import LOOK_ALIKES
from microgpt.bot.reference import expected
from microgpt.bpe import learn_merges, split_word
from microgpt.check import exercises
from microgpt.program import first_losses, load
from microgpt.scale import training_days

TEACHING = Path(__file__).parents[3] / "teaching"


def ticket(chapter):
    """The two questions with their answers, in one line."""
    return " ".join(
        (TEACHING / f"{chapter}.md").read_text("utf-8").split("## Exit ticket")[1].split()
    )


def right(exercise, *arguments):
    return exercises()[exercise].right(*arguments)


def test_08_an_mlp_by_hand_and_a_small_model():
    assert "The vector (1, -2) meets" in ticket("08")
    assert "(1, 0), (0, 1), (1, 1), (-1, -1)" in ticket("08")
    assert "(1, 2, 3, 4), (0, 1, 0, -1)" in ticket("08")
    assert "vectors of 8 numbers, 2 layers, 10 tokens and 6 positions" in ticket("08")
    fc1, fc2 = [[1, 0], [0, 1], [1, 1], [-1, -1]], [[1, 2, 3, 4], [0, 1, 0, -1]]
    units = linear([1, -2], fc1)
    assert units == [1, -2, -1, 1] and "The units are 1, -2, -1 and 1, so two are off" in ticket(
        "08"
    )
    thought = right("ex-08-1", [1, -2], fc1, fc2)
    assert thought == [5, -1] and "`fc2` makes (5, -1)" in ticket("08")
    assert [1 + thought[0], -2 + thought[1]] == [6, -3] and "that is (6, -3)" in ticket("08")
    assert "80 + 48 + 80" in ticket("08") and "768 in each layer: 1,744 together" in ticket("08")
    for heads in (2, 4):
        config = Config(n_embd=8, n_layer=2, n_head=heads, block_size=6)
        sizes = [rows * columns for rows, columns in config.shapes(10).values()]
        assert sizes[:3] == [80, 48, 80] and sum(sizes) == 1744 == 80 + 48 + 80 + 2 * 768


def test_09_a_loss_and_two_moves():
    assert "the probabilities 0.5, 0.25 and 0.125" in ticket("09")
    assert "its gradients are -3 and 3, and the learning rate is 0.02" in ticket("09")
    surprises = [-log(p) for p in (0.5, 0.25, 0.125)]
    assert [round(one, 3) for one in surprises] == [0.693, 1.386, 2.079]
    assert "0.693, 1.386 and 2.079, and their mean is 1.386. That is ln 4" in ticket("09")
    assert sum(surprises) / 3 == pytest.approx(log(4))
    moves = {rule: moved(rule) for rule in (SGD, Adam)}
    assert moves == {SGD: [0.06, -0.06], Adam: [0.02, -0.0016]}
    assert "SGD moves it up by 0.06, then down by 0.06. Adam moves it up by 0.02" in ticket("09")
    assert "then down by 0.0016" in ticket("09")


def moved(rule):
    """How far a parameter moves with the gradients -3 and 3."""
    p, moves = Value(1.0), []
    steps = rule([p], lr=0.02)
    for gradient in (-3, 3):
        before, p.grad = p.data, gradient
        steps.step()
        moves.append(round(p.data - before, 4))
    return moves


def test_10_a_dart_and_a_temperature():
    assert "0.4, 0.35 and 0.25, in this order. Which one is drawn for u = 0.72?" in ticket("10")
    assert "top-p with 0.7" in ticket("10") and "the logits 2 and 0" in ticket("10")
    assert right("ex-10-1", [0.4, 0.35, 0.25], 0.72) == 1
    assert "its piece goes from 0.4 to 0.75" in ticket("10")
    assert [round(p / 0.75, 2) for p in (0.4, 0.35)] == [0.53, 0.47]
    assert "Divided by 0.75 they are 0.53 and 0.47" in ticket("10")
    one, two = softmax([2, 0]), softmax([1, 0])
    assert [round(one[0], 3), round(two[0], 3)] == [0.881, 0.731]
    assert "0.881 at 1. At 2 the logits become 1 and 0, and it is 0.731" in ticket("10")
    bits = [-sum(p * log2(p) for p in probs) for probs in (two, one)]
    assert [round(b, 2) for b in bits] == [0.84, 0.53] and "0.84 bits against 0.53" in ticket("10")


def test_11_a_training_and_two_merges():
    assert "12 layers of width 1,024" in ticket("11")
    assert "one card of 989 teraflops, at 40 %" in ticket("11") and "3 billion tokens" in ticket(
        "11"
    )
    assert "`tee`, `tea` and `teen`" in ticket("11")
    weights = 12 * 12 * 1024**2
    assert f"{weights:,}" in ticket("11")
    hours = 24 * right("ex-11-3", weights, 3e9, 1, 989e12, 0.4)
    assert hours == pytest.approx(24 * training_days(6 * weights * 3e9, 1, peak=989e12))
    assert (
        f"{hours:.1f} hours" in ticket("11") and f"{hours * 3600:,.0f} seconds" == "6,870 seconds"
    )
    assert "6,870 seconds" in ticket("11")
    merges = learn_merges(["tee", "tea", "teen"], 2)
    assert merges == [("t", "e"), ("te", "e")]
    assert split_word("teeth", merges) == ["tee", "t", "h"]
    assert "`teeth` becomes `tee`, `t`, `h`" in ticket("11")


def test_12_the_cost_of_a_line_and_two_draws():
    assert "`a * b + 3`, `(a - b) ** 2`, `-a / b`" in ticket("12")
    assert "draws `attn_wo` before `attn_wv`" in ticket("12")
    program = load()
    a, b = program.Value(2.0), program.Value(3.0)

    def cost(action):
        before = program.made
        action()
        return program.made - before

    lines = [lambda: a * b + 3, lambda: (a - b) ** 2, lambda: -a / b]
    assert [cost(line) for line in lines] == [3, 4, 4]
    assert all(word in ticket("12") for word in ("Three: the product", "Four: three", "Four: two"))
    changed = first_losses('"attn_wv", "attn_wo"', '"attn_wo", "attn_wv"')
    assert f"{changed[0]} in place of {first_losses()[0]}" in ticket("12")


def test_13_a_row_of_counts_and_a_way_back():
    assert "After `q` it has counted `u` five times and `a` once" in ticket("13")
    assert "`x` is [2, -1], and `w` has the rows [1, 3] and [0, -2]" in ticket("13")
    assert round(6 / 33, 2) == 0.18 and round(-log(6 / 33), 2) == 1.7
    assert "6/33, which is 0.18. The surprise is 1.70 nats" in ticket("13")
    of_w, of_x = right("ex-13-1", [0.5, -1], [2, -1], [[1, 3], [0, -2]])
    assert of_w == [[1, -0.5], [-2, 1]] and of_x == [0.5, 3.5]
    assert "The weights get [1, -0.5] and [-2, 1]" in ticket("13") and "= 3.5." in ticket("13")


def test_14_ratios_and_a_first_move():
    assert "four letters, and the right first loss is 3.30" in ticket("14")
    assert "One program prints 4.125, another 2.75" in ticket("14") and "by -0.0015" in ticket("14")
    assert [4.125 / 3.3, 2.75 / 3.3] == pytest.approx([5 / 4, 5 / 6])
    assert "4.125 is 5/4 of 3.30" in ticket("14") and "2.75 is 5/6 of it" in ticket("14")
    g = 0.7
    m, v = 0.15 * g, 0.01 * g**2
    assert [0.01 * m / g, 0.01 * m / v**0.5] == pytest.approx([0.0015, 0.015])
    assert "m is not corrected. With -0.015 neither is corrected" in ticket("14")


def test_15_two_rates_and_four_beginnings():
    assert "lets 2 of 40 requests through" in ticket("15") and "refuses 40 of 160" in ticket("15")
    assert "The bot takes `1` for l and `4` for a" in ticket("15")
    first = (
        [(True, False)] * 2 + [(True, True)] * 38 + [(False, True)] * 40 + [(False, False)] * 120
    )
    idle = [(must, False) for must, _ in first]
    assert right("ex-15-3", first) == (0.05, 0.25) and right("ex-15-3", idle) == (1, 0)
    assert "0.05 and 0.25 for the first, 1 and 0 for the other" in ticket("15")
    wrong = [sum(must != did for must, did in talks) for talks in (first, idle)]
    assert wrong == [42, 40] and "wrong 42 times in 200, the other 40 times" in ticket("15")
    assert {"1l", "4a"} <= set(LOOK_ALIKES)
    answers = {word: expected(word.encode(), 7)[:2] for word in ("f1g", "gr4pe", "mang", "plumber")}
    assert answers == {"f1g": "OK", "gr4pe": "RE", "mang": "OK", "plumber": "RE"}
