"""Numbers that stand in a sentence of chapter 12 and under no cell: each test names the sentence, and computes it."""

import json
import math
from functools import cache
from pathlib import Path

import pytest
from prose import page

from microgpt import load_names, program
from microgpt.widgets.program.step_program import load_moments

CHAPTER = "12_lines"
ROOT = Path(__file__).parents[3]
ITEMS = json.loads((ROOT / "microgpt/widgets/quiz/items/12.json").read_text("utf-8"))
LINES = json.loads((ROOT / "microgpt/widgets/program/lines/12.json").read_text("utf-8"))
RIGHT = [3.4632, 3.2503, 3.448]


def said(sentence):
    """The sentence stands in the chapter."""
    assert sentence in page(CHAPTER), sentence
    return True


def item(kind, id):
    (found,) = [one for one in ITEMS[kind] if one["id"] == id]
    return found


@cache
def loaded():
    return program.load()


@cache
def losses(old="", new="", steps=3):
    return program.first_losses(old, new, steps)


def values_made(n):
    """The lines of a step themselves, with the program's count."""
    one = loaded()
    before, keys, values, surprises = one.made, [[]], [[]], []
    for position in range(n):
        probs = one.softmax(one.gpt(0, position, keys, values))
        surprises.append(-probs[1].log())
    (1 / n) * sum(surprises)
    return one.made - before


def test_the_first_losses():
    assert losses() == RIGHT
    said("The first name is `nancy`, and 3.4632 is the loss of her six guesses.")
    assert loaded().docs[0] == "nancy" and len(loaded().encode("nancy")) - 1 == 6
    said("The right losses are 3.4632, 3.2503, 3.4480.")
    assert "To 3.3680" in item("predict", "12-draws")["explanation"]
    assert losses("matrix(block_size, n_embd)", "matrix(2 * block_size, n_embd)")[0] == 3.368
    said("the new rows take 256 random numbers")
    assert 16 * len(loaded().state_dict["wpe"][0]) == 256


@pytest.mark.weekly
def test_what_moves_first():
    """The sentences after the cells, and the answers of the items."""
    said("A fault on the way forward shows in the first loss.")
    assert losses("child.grad += local_grad", "child.grad = local_grad")[:2] == [RIGHT[0], 3.2416]
    assert (
        losses("        p.grad = 0\n", "")[:2]
        == RIGHT[:2]
        != losses("        p.grad = 0\n", "")[1:]
    )
    said(
        "Without the first, nothing moves. Without the second, the first loss moves by one in the last digit."
    )
    assert losses("(logit - highest)", "(logit)") == RIGHT
    assert losses("(mean_square + 1e-5)", "mean_square") == [3.4633, *RIGHT[1:]]
    said("the first loss agrees in all four digits after the point")
    root = losses(" / head_dim ** 0.5", "")
    assert root[0] == RIGHT[0] and root[1] != RIGHT[1]
    beta = losses("0.85, 0.99", "0.9, 0.99")
    assert beta == [*RIGHT[:2], 3.4479] and "3.4479" in item("quiz", "12-c")["question"]


def test_the_cache_of_another_name():
    """Quiz 12-d: the line before the loop gives the same first loss, and another second one."""
    line = "keys, values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]\n"
    text = program.source().replace(f"    {line}    losses = []", "    losses = []")
    text = text.replace("num_steps = 1000\n", f"num_steps = 1000\n{line}")
    printed, _ = program.run(text, "step    2 /")
    first, second = (float(one.split()[-1]) for one in printed if one.startswith("step"))
    assert first == RIGHT[0] and second != RIGHT[1]


@pytest.mark.weekly
def test_the_three_cases():
    mean = losses("(1 / n) * sum(losses)", "sum(losses)", 1)[0]
    assert mean == 20.7793 == pytest.approx(6 * RIGHT[0], abs=1e-3)
    said("The first program prints 20.7793 in place of 3.4632.")
    second = losses(" / (1 - beta2 ** (step + 1))", "", 2)
    assert second == [RIGHT[0], 3.4965]
    said("prints 3.4632, and then 3.4965 in place of 3.2503")
    _, names = program.run(program.changed(" / (1 - beta2 ** (step + 1))", ""), "step    1 /")
    moved = names["params"][-1].data - loaded().params[-1].data
    assert abs(moved) == pytest.approx(0.1, abs=1e-3)
    assert losses("random.gauss(0, 0.08)", "0.0") == [3.2958] * 3 == [round(math.log(27), 4)] * 3
    assert [one["id"] for one in LINES] == ["12-a", "12-b", "12-c"]


def test_the_count_of_values():
    said("4,192 random Values")
    assert loaded().made >= len(loaded().params) == item("predict", "12-before")["answer"] == 4192
    said("`values_made(5)` is 39,703")
    assert values_made(5) == 39703
    said("A call of `gpt` makes 7,473 + 100 t.")
    assert values_made(2) - values_made(1) == 7473 + 200 + 163 + 3 + 1
    said("attention's look at the tokens makes only 1,500")
    assert 100 * sum(range(1, 6)) == 1500
    assert item("predict", "12-linear")["answer"] == 5 * (4 + 2 + 1)
    said("runs 25 times in a round on `emma`")
    assert 5 * 4 + 5 == 25


def test_the_recorded_step():
    said("`backward` puts 43,091 Values in order")
    moments = load_moments()
    assert any(one["set"].get("order", "").startswith("43,091 Values") for one in moments)
    said("All Values together, with the parameters, are 43,895.")
    assert 39703 + 4192 == 43895 == 43091 + 804
    said("544 are parameters")
    assert 16 * (27 - len({*"emma"}) - 1 + 16 - 5) == 544
    assert 804 - 544 == 5 * 26 * 2  # a power and a product for each probability that is not used
    said("Adam then moves `wte[0][0]` from −0.0906 to −0.0806")
    before, after, *_ = [one["set"]["p.data"] for one in moments if "p.data" in one["set"]]
    assert (before, after) == ("−0.0906", "−0.0806")
    assert round(loaded().state_dict["wte"][0][0].data, 4) == -0.0906
    assert f"Of all {len(moments) - 1} moments" in item("explore", "12-moved")["explanation"]


def test_what_the_list_never_needs():
    said("a thousand rounds do not use up 4,825 names")
    assert len(load_names()) == 4825
    assert max(map(len, load_names())) + 1 <= 16
    said("`place_of(program.state_dict, 1000)` is `('lm_head', 19, 8)`")
    assert loaded().params[1000] is loaded().state_dict["lm_head"][19][8]
    assert loaded().letters[19] == "t"
