"""Numbers that stand in a sentence of chapter 08 and under no cell: each test names the sentence, and computes it."""

import math
from ast import literal_eval

from prose import output, page

from microgpt import Config, load_names
from microgpt.activity import measure
from microgpt.attention import attention_steps
from microgpt.canonical import load_canonical
from microgpt.evidence import compare, load_ablations
from microgpt.heads import untrained_model
from microgpt.nn import linear, rmsnorm, softmax
from microgpt.toy import WEIGHTS, token_ids, toy_model
from microgpt.training import document_loss

CHAPTER = "08_model"
FC1, FC2 = WEIGHTS["layer0.mlp_fc1"], WEIGHTS["layer0.mlp_fc2"]
WORD = token_ids(["BOS", "a", "b", "BOS"])
ADDED = attention_steps(toy_model(), WORD[:3])[2]["added"]


def size(x):
    return math.sqrt(sum(n * n for n in x) / len(x))


def thought(x):
    return linear([max(0, unit) for unit in linear(rmsnorm(x), FC1)], FC2)


AFTER = [old + new for old, new in zip(ADDED, thought(ADDED))]


def test_the_mlp_by_hand():
    text = page(CHAPTER)
    assert "its vector is now (-0.652, 1.371)" in text
    assert [round(n, 3) for n in ADDED] == [-0.652, 1.371]
    normed = [round(n, 3) for n in rmsnorm(ADDED)]
    assert "The vector at size 1 is (-0.607, 1.277)" in text and normed == [-0.607, 1.277]
    assert "the second row of `fc1` is (-0.2, 0.5)" in text and FC1[1] == [-0.2, 0.5]
    assert "$-0.2 \\cdot (-0.607) + 0.5 \\cdot 1.277 = 0.76$" in text
    assert round(-0.2 * -0.607 + 0.5 * 1.277, 2) == 0.76
    units = literal_eval(output(CHAPTER, "toy-fc1"))
    assert units == [round(unit, 2) for unit in linear(rmsnorm(ADDED), FC1)]
    assert "The MLP of the toy model made (0.406, 0.336)." in text
    assert literal_eval(output(CHAPTER, "toy-fc2"))[1] == [0.406, 0.336]
    assert [round(n, 3) for n in thought(ADDED)] == [0.406, 0.336]
    assert literal_eval(output(CHAPTER, "toy-add")) == [round(n, 3) for n in AFTER]


def test_units_that_are_off():
    text, run = page(CHAPTER), load_canonical()
    names = load_names()
    trained = measure(run.model, run.tokenizer, names)
    before = measure(untrained_model(), run.tokenizer, names)
    assert "over all names of the built-in list, 86 % of the units are off" in text
    assert round(trained.off, 2) == 0.86 and round(before.off, 2) == 0.53
    assert "Before training it is 53 %: about half" in text
    assert "No unit is off everywhere." in text and trained.never == []


def test_what_addition_does_for_the_blame():
    assert "0.0000000001" in page(CHAPTER) and "$1.1^{10} = 2.59$" in page(CHAPTER)
    replaced, added = literal_eval(output(CHAPTER, "residual-grad-2"))
    assert replaced == 1e-10 and round(added, 2) == round(1.1**10, 2) == 2.59


def test_sizes_on_the_way():
    run, sizes = load_canonical(), []
    weights = {
        name: [[p.data for p in row] for row in rows] for name, rows in run.model.state_dict.items()
    }
    for name in load_names()[::25]:
        for step in attention_steps(run.model, run.tokenizer.encode(name)[:-1]):
            hidden = linear(rmsnorm(step["added"]), weights["layer0.mlp_fc1"])
            more = linear([max(0, unit) for unit in hidden], weights["layer0.mlp_fc2"])
            after = [a + b for a, b in zip(step["added"], more)]
            sizes.append([size(x) for x in (step["x"], step["added"], after)])
    start, attended, end = (sum(column) / len(sizes) for column in zip(*sizes))
    text = page(CHAPTER)
    assert "the size 1.00 when it goes into the layer, 1.05 after attention, and 1.23" in text
    assert abs(start - 1) < 0.001 and abs(attended - 1.05) < 0.01 and abs(end - 1.23) < 0.015


def test_normed_twice():
    once = rmsnorm([-0.40, 0.50])
    assert "-0.88343 becomes -0.88345" in page(CHAPTER)
    assert (round(once[0], 5), round(rmsnorm(once)[0], 5)) == (-0.88343, -0.88345)


def test_the_guess_of_the_small_model():
    text, probs = page(CHAPTER), softmax(linear(AFTER, WEIGHTS["lm_head"]))
    printed = [round(p, 2) for p in probs]
    assert literal_eval(output(CHAPTER, "toy-logits")) == printed == [0.17, 0.32, 0.08, 0.43]
    assert "the toy model gives `c` the highest probability, 0.43" in text
    assert "The probabilities were 0.17, 0.32, 0.08 and 0.43." in text
    slopes = [float(line) for line in output(CHAPTER, "toy-nudge").split()]
    assert slopes == [round(p - (i == 0), 2) for i, p in enumerate(probs)]


def test_every_matrix():
    text, shapes = page(CHAPTER), Config().shapes(27)
    assert len(shapes) == 9 and "there are nine of them" in text
    assert output(CHAPTER, "total") == "4192"
    assert "4,192 = 432 + 256 + 432 for `wte`, `wpe` and `lm_head`, 4 times 256" in text
    assert 4192 == 432 + 256 + 432 + 4 * 256 + 2 * 1024
    assert "At twice the width the model has 14,528 parameters." in text
    assert sum(r * c for r, c in Config(n_embd=32).shapes(27).values()) == 14528
    assert all(2 * a == b for a, b in literal_eval(output(CHAPTER, "wrong-ratio")))
    assert sum(r * c for r, c in Config(n_layer=3).shapes(27).values()) == 10336


def test_back_to_a_weight():
    text, toy = page(CHAPTER), toy_model()
    assert "The toy model has 72 parameters." in text and len(toy.parameters()) == 72
    probs = softmax(linear(AFTER, WEIGHTS["lm_head"]))
    assert "(-0.2456, 1.7075)" in text and [round(n, 4) for n in AFTER] == [-0.2456, 1.7075]
    assert "$0.3167 / 3 \\cdot (-0.2456) = -0.0259$" in text
    assert "$0.3167 / 3 \\cdot 1.7075 = 0.1803$" in text and round(probs[1], 4) == 0.3167
    assert [round(0.3167 / 3 * n, 4) for n in (-0.2456, 1.7075)] == [-0.0259, 0.1803]
    document_loss(toy, WORD).backward()
    row = [round(weight.grad, 3) for weight in toy.state_dict["lm_head"][1]]
    assert literal_eval(output(CHAPTER, "toy-grad")) == row


def test_one_step():
    assert "The loss has fallen from 1.4873 to 1.4352." in page(CHAPTER)
    assert (output(CHAPTER, "toy-loss"), output(CHAPTER, "toy-step")) == ("1.4873", "1.4352")


def test_who_gets_no_blame():
    toy = toy_model()
    document_loss(toy, WORD).backward()
    zero = {
        (name, i, j)
        for name, rows in toy.state_dict.items()
        for i, row in enumerate(rows)
        for j, weight in enumerate(row)
        if weight.grad == 0
    }
    named = {("wte", 3, j) for j in range(2)} | {("wpe", 3, j) for j in range(2)}
    named |= {("layer0.mlp_fc1", 7, j) for j in range(2)}
    named |= {("layer0.mlp_fc2", i, 7) for i in range(2)}
    assert zero == named
    text = page(CHAPTER)
    for part in ("The row of `c` in `wte`", "The last row of `wpe`", "The last row of `fc1`"):
        assert part in text
    assert "The last column of `fc2`" in text


def test_the_same_list_twice():
    assert literal_eval(output(CHAPTER, "wrong-alias")) == [4.0, 8.0]
    assert "should give `[3.0, 6.0]`. It gives `[4.0, 8.0]`" in page(CHAPTER)


def test_what_each_part_is_worth():
    text = page(CHAPTER)
    found = {
        steps: {part: compare(losses["whole"], losses[part]) for part in losses}
        for steps in (1_000, 20_000)
        if (losses := load_ablations(steps))
    }
    few, many = found[1_000], found[20_000]
    lines = output(CHAPTER, "ablation-record").splitlines()
    assert [line.split()[0] for line in lines] == list(few)[1:]
    for line in lines:
        part = line.split()[0]
        for which in (few, many):
            assert f"{which[part].difference:+.3f} {which[part].verdict}" in line
    parts = [part for part in few if part != "whole"]
    assert "on average over eight seeds" in text and len(load_ablations(1_000)["whole"]) == 8
    assert "The additions cost most by far" in text
    assert max(parts, key=lambda part: few[part].difference) == "residual"
    assert few["residual"].difference > 3 * few["norm"].difference
    assert "The norm, the positions and the ReLU cost a little." in text
    assert all(few[part].verdict == "worse" for part in ("norm", "position", "relu"))
    assert all(few[part].difference < 0.03 for part in ("norm", "position", "relu"))
    assert "nobody can tell four heads from one, or the MLP from nothing" in text
    assert few["heads"].verdict == few["mlp"].verdict == "cannot tell"
    assert "attention is worth next to nothing" in text and few["attention"].difference < 0.01
    ratio = many["attention"].difference / few["attention"].difference
    assert "attention is worth ten times as much" in text and 9.5 < ratio < 11.5
    assert "one head and no root cost more than the seeds differ" in text
    assert many["heads"].verdict == many["scale"].verdict == "worse"
    assert "The norm, which had helped at first, makes no difference that could be told." in text
    assert (few["norm"].verdict, many["norm"].verdict) == ("worse", "cannot tell")


def test_luck_with_one_seed():
    differences = literal_eval(output(CHAPTER, "wrong-seeds"))
    assert "trained with the third seed alone, or with the sixth" in page(CHAPTER)
    assert [i + 1 for i, difference in enumerate(differences) if difference < 0] == [3, 6]
