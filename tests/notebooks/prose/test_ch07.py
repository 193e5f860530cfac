"""Numbers that stand in a sentence of chapter 07 and under no cell: each test names the sentence, and computes it."""

import math
from ast import literal_eval

import pytest
from prose import output, page

from microgpt import Tokenizer, load_names
from microgpt.attention import attend, attention_steps, largest_gap
from microgpt.canonical import load_canonical
from microgpt.evidence import compare, load_ablations
from microgpt.heads import load_heads
from microgpt.nn import linear, softmax
from microgpt.toy import WEIGHTS, token_ids, toy_model
from microgpt.widgets import TrainedHeads, WordAttention

CHAPTER = "07_attention"
TOY = attention_steps(toy_model(), token_ids(["BOS", "a", "b"]))


def test_softmax_by_hand():
    text = page(CHAPTER)
    exps = [math.exp(score) for score in (2, 1, 0.1)]
    assert "divide each by their sum, 11.21:" in text and round(sum(exps), 2) == 11.21
    assert literal_eval(output(CHAPTER, "shares")) == [round(p, 3) for p in softmax([2, 1, 0.1])]


def test_where_exp_ends():
    text = page(CHAPTER)
    assert "At 710 the result is too large for Python" in text and math.exp(709) < math.inf
    assert "more than 745 below the largest" in text
    assert math.exp(-745) > 0 == math.exp(-746)


@pytest.mark.weekly
def test_logits_lie_near_each_other():
    run = load_canonical()
    spans = []
    for name in load_names()[::60]:
        cache = run.model.new_cache()
        for at, id in enumerate(run.tokenizer.encode(name)[:-1]):
            logits = [logit.data for logit in run.model(id, at, *cache)]
            spans.append(max(logits) - min(logits))
    assert "The logits of our model lie some ten apart at most." in page(CHAPTER)
    assert 9 < max(spans) < 12


def test_a_soft_lookup():
    text = page(CHAPTER)
    weights = softmax([1, 0])
    assert [round(w, 3) for w in weights] == [0.731, 0.269]
    assert "$0.731 \\cdot 10 + 0.269 \\cdot 20 = 12.69$" in text
    assert round(weights[0] * 10 + weights[1] * 20, 2) == 12.69


def test_the_sentence():
    text = page(CHAPTER)
    assert "*The puppy chased the ball until it was tired.*" in text
    words = ["the", "puppy", "chased", "the", "ball", "until", "it", "was"]
    for ending, noun in (("tired", "puppy"), ("flat", "ball")):
        weights = WordAttention(word=8, ending=ending).weights()
        assert f"*{ending.capitalize()}* takes most from *{noun}*".lower() in text.lower()
        assert words[weights.index(max(weights))] == noun
    it = WordAttention(word=6).weights()
    assert "The word *it* takes the same from both" in text and it[1] == it[4]


def test_the_toy_model_by_hand():
    text = page(CHAPTER)
    assert "$0.5 \\cdot (-0.883) + 0.2 \\cdot 1.104 = -0.221$" in text
    assert round(0.5 * -0.883 + 0.2 * 1.104, 3) == -0.221 == round(TOY[2]["q"][0], 3)
    assert literal_eval(output(CHAPTER, "toy-x")) == [
        [round(n, 3) for n in t["normed"]] for t in TOY
    ]
    rows = literal_eval(output(CHAPTER, "toy-qkv"))
    assert rows == [[round(n, 3) for n in row] for row in (TOY[2]["q"], *(t["k"] for t in TOY))]
    _, weights = literal_eval(output(CHAPTER, "toy-weights"))
    assert weights == [round(w, 3) for w in TOY[2]["heads"][0]["weights"]]
    blend = [round(n, 3) for n in TOY[2]["blend"]]
    assert blend == literal_eval(output(CHAPTER, "toy-blend"))
    assert blend == literal_eval(output(CHAPTER, "attend-cell"))
    values = [linear(t["normed"], WEIGHTS["layer0.attn_wv"]) for t in TOY]
    assert attend(TOY[2]["q"], [t["k"] for t in TOY], values) == TOY[2]["blend"]
    assert "BOS has nobody before it, so all of its weight, exactly 1" in text
    assert TOY[0]["heads"][0]["weights"] == [1.0]
    assert max(weights) - min(weights) < 0.05  # "nearly equal"


def test_dot_products_grow_with_the_root():
    assert "About 2, 8 and 32" in page(CHAPTER)
    for n, size in zip((4, 64, 1024), literal_eval(output(CHAPTER, "scaling-measure"))):
        assert abs(size / n**0.5 - 1) < 0.1


def test_cache_and_mask_are_equal():
    run = load_canonical()
    assert "The two ways give the same numbers, to the last digit." in page(CHAPTER)
    assert largest_gap(toy_model(), [0, 1, 2, 3]) == 0
    for name in ("emma", "alexandria"):
        assert largest_gap(run.model, run.tokenizer.encode(name)[:-1]) == 0


def test_what_the_heads_look_at():
    text = page(CHAPTER)
    heads = load_heads()["trained"]
    given, even = heads[2]["before"]
    assert (
        f"head 2 gives the letter before {given:.2f}, where an even share would be {even:.2f}"
        in text
    )
    given, even = heads[0]["start"]
    assert f"Head 0 gives BOS {given:.2f}, where an even share would be {even:.2f}" in text
    assert "The other two spread their weights nearly evenly" in text
    assert min(heads[1]["spread"], heads[3]["spread"]) > 0.97
    assert min(head["spread"] for head in load_heads()["untrained"]) > 0.99


def test_the_second_m_of_emma():
    text = page(CHAPTER)
    rows = TrainedHeads(position=3).weights()
    assert "for the second `m` of `emma`, head 0 looks most at the `e`" in text
    assert rows[0].index(max(rows[0])) == 1
    first = [row[2] for row in rows]
    assert f"a weight between {min(first):.2f} and {max(first):.2f}" in text


def test_a_longer_query_picks_more_sharply():
    """Quiz 07-b."""
    for scores in ([0.131, 0.022, 0.152], [2, 1, -3, 0.5]):
        assert max(softmax([2 * score for score in scores])) > max(softmax(scores))


def test_what_comes_later_changes_nothing():
    assert output(CHAPTER, "wrong-mask") == "True"
    assert "All 81 numbers are equal" in page(CHAPTER)
    assert 3 * Tokenizer(load_names()).vocab_size == 81


def test_what_the_root_is_worth():
    few, many = (load_ablations(steps) for steps in (1_000, 20_000))
    assert "After 1,000 rounds nobody can tell what it is worth to our model" in page(CHAPTER)
    assert compare(few["whole"], few["scale"]).verdict == "cannot tell"
    assert "and after 20,000 it is worth more than luck" in page(CHAPTER)
    assert compare(many["whole"], many["scale"]).verdict == "worse"
