"""The model without one of its parts: what it computes, what is left idle, and the same in JavaScript."""

import random
from dataclasses import asdict

import pytest
from js_cases import write
from test_js_engine import filled_like
from test_js_training import packed

from microgpt import GPT, Config, Tokenizer, document_loss, load_names, train
from microgpt.ablation import PARTS, AblatedGPT

SMALL = Config(n_layer=2, n_embd=4, n_head=2, block_size=6)
VARIANTS = [None, *PARTS]
TOKENS = [4, 0, 3, 3, 1, 2, 0, 4]  # more than fit into the block
IDLE = {"position": ["wpe"], "attention": ["attn_wq", "attn_wk", "attn_wv", "attn_wo"]}
IDLE["mlp"] = ["mlp_fc1", "mlp_fc2"]


def variant(without, seed=7, scale=0.5):
    """A small model with weights as large as training makes them."""
    r, model = random.Random(seed), AblatedGPT(SMALL, 5, without=without)
    return filled_like(model, [r.uniform(-scale, scale) for _ in model.parameters()])


def logits_of(model, tokens):
    keys, values = model.new_cache()
    return [[logit.data for logit in model(t, i, keys, values)] for i, t in enumerate(tokens)]


def test_without_nothing_it_is_the_model():
    whole = filled_like(GPT(SMALL, 5), [p.data for p in variant(None).parameters()])
    assert logits_of(variant(None), TOKENS[:6]) == logits_of(whole, TOKENS[:6])


def test_every_part_makes_a_difference():
    outputs = [logits_of(variant(without), TOKENS[:6])[-1] for without in VARIANTS]
    assert all(a != b for i, a in enumerate(outputs) for b in outputs[:i])


@pytest.mark.parametrize("without", VARIANTS)
def test_gradients_are_slopes_and_idle_matrices_have_none(without):
    model = variant(without)
    loss = document_loss(model, TOKENS)
    loss.backward()
    for name, rows in model.state_dict.items():
        idle = name.split(".")[-1] in IDLE.get(without, [])
        assert any(p.grad for row in rows for p in row) != idle, name
    for p in random.Random(1).sample(model.parameters(), 12):
        slope = numeric_slope(lambda: document_loss(model, TOKENS).data, p)
        assert p.grad == pytest.approx(slope, rel=1e-5, abs=1e-8)


def numeric_slope(loss, p, h=1e-5):
    at = p.data
    p.data = at + h
    above = loss()
    p.data = at - h
    below = loss()
    p.data = at
    return (above - below) / (2 * h)


def test_a_seed_draws_the_same_weights_for_all():
    drawn = [AblatedGPT(Config(), 27, random.Random(3), without) for without in VARIANTS]
    numbers = [[p.data for p in model.parameters()] for model in drawn]
    assert all(one == numbers[0] for one in numbers) and len(numbers[0]) == 4192


def test_without_position_the_place_does_not_matter():
    model = variant("position")
    assert logits_of(model, [1])[0] == [x.data for x in model(1, 4, *model.new_cache())]


def test_without_attention_only_the_latest_token_counts():
    model = variant("attention")
    assert logits_of(model, [1, 2, 3])[2] == logits_of(model, [2, 0, 3])[2]


def test_one_head_is_the_model_with_one_head():
    one = filled_like(
        GPT(Config(n_layer=2, n_embd=4, n_head=1, block_size=6), 5),
        [p.data for p in variant("heads").parameters()],
    )
    assert logits_of(variant("heads"), TOKENS[:6]) == logits_of(one, TOKENS[:6])


def test_a_part_that_there_is_not():
    with pytest.raises(ValueError, match="position, residual, .* mlp, not 'wings'"):
        AblatedGPT(SMALL, 5, without="wings")
    assert repr(variant("mlp")).endswith("without mlp")


# ---- the same in JavaScript ----


def gradient_case(without):
    model = variant(without)
    loss = document_loss(model, TOKENS)
    loss.backward()
    case = {"without": without, "seed": 7, "scale": 0.5, "config": asdict(SMALL), "tokens": TOKENS}
    return case | {
        "loss": loss.data,
        "logits": logits_of(model, TOKENS[:6]),
        "grads": packed([p.grad for p in model.parameters()]),
    }


def run_case(without, steps=4, seed=5):
    """The first steps of the course's own run, another seed, without a part."""
    docs, r = load_names(), random.Random(seed)
    tokenizer = Tokenizer(docs)
    r.shuffle(docs)
    model = AblatedGPT(Config(), tokenizer.vocab_size, r, without)
    records = list(train(model, tokenizer, docs, steps))
    weights = [p.data for p in model.parameters()]
    case = {"without": without, "seed": seed, "steps": steps}
    return case | {
        "losses": [record.loss for record in records],
        "weights": packed(weights[::37]),
    }


def test_ablations_in_js_compute_what_python_computes():
    write("ablation_gradients", [gradient_case(without) for without in VARIANTS])
    write("ablation_runs", [run_case(without) for without in VARIANTS])
