"""One training step with every number kept, against the model, the trainer and the page's engine."""

import doctest
import random

import pytest
from js_cases import write
from test_js_engine import filled

from microgpt import GPT, Adam, Config, by_hand, document_loss
from microgpt.by_hand import BLOCKS, step_by_hand
from microgpt.toy import toy_model


def random_model(seed, vocab, scale, **sizes):
    """A model whose weights node can draw again."""
    r, config = random.Random(seed), Config(**sizes)
    count = len(GPT(config, vocab).parameters())
    return filled(config, vocab, [r.uniform(-scale, scale) for _ in range(count)])


def flat(matrices):
    return [number for rows in matrices.values() for row in rows for number in row]


TOY = dict(n_layer=1, n_embd=2, n_head=1, block_size=4)
TOYS = [[0, 1, 2, 0], [0, 0], [0, 3, 0], [0, 1, 1, 1, 0], [0, 3, 2, 1, 0]]
MODELS = [
    dict(TOY, seed=seed, vocab=4, scale=scale) for seed, scale in enumerate([0.08, 0.5, 1, 2])
]
MODELS += [dict(seed=9, vocab=5, scale=0.6, n_layer=1, n_embd=3, n_head=1, block_size=6)]


def cases():
    for tokens in TOYS:
        yield "toy", toy_model(), tokens
    for which in MODELS[:4]:
        for tokens in (TOYS[0], TOYS[3]):
            yield which, random_model(**which), tokens
    yield MODELS[4], random_model(**MODELS[4]), [4, 1, 0, 3, 3, 2, 1, 1, 4]


def test_examples_in_docstrings():
    assert doctest.testmod(by_hand).failed == 0


@pytest.mark.parametrize("which, model, tokens", list(cases()))
def test_it_is_the_step_that_training_takes(which, model, tokens):
    again = GPT(model.config, model.vocab_size)
    for copy, parameter in zip(again.parameters(), model.parameters()):
        copy.data = parameter.data
    step = step_by_hand(model, tokens)
    loss = document_loss(again, tokens)
    loss.backward()
    assert step["loss"] == pytest.approx(loss.data, abs=1e-14)
    assert flat(step["gradients"]) == pytest.approx(
        [p.grad for p in again.parameters()], rel=1e-12, abs=1e-14
    )
    Adam(again.parameters()).step()
    assert flat(step["weights"]) == pytest.approx([p.data for p in again.parameters()], abs=1e-12)
    assert step["after"] == pytest.approx(document_loss(again, tokens).data, abs=1e-12)
    assert [p.data for p in model.parameters()] == flat(step["weights"])


def test_a_gradient_of_a_block_is_what_a_nudge_says():
    """The gradients in the middle, against the definition: nudge the weights that make a number directly."""
    h, tokens = 1e-6, [0, 1, 2, 0]
    step = step_by_hand(toy_model(), tokens)

    def loss_with(name, row, column, by):
        model = toy_model()
        model.state_dict[name][row][column].data += by
        return document_loss(model, tokens).data

    for position, token in enumerate(tokens[:-1]):  # each token comes once: its row is its block
        for column in (0, 1):
            up, down = (loss_with("wte", token, column, by) for by in (h, -h))
            grad = step["positions"][position]["grad"]
            assert grad["token"][column] == pytest.approx((up - down) / (2 * h), abs=1e-8)
            assert grad["token"] == grad["position"] == grad["sum"]


def test_every_block_has_a_gradient_for_every_number():
    step = step_by_hand(toy_model(), [0, 1, 2, 0])
    assert [one["token"] for one in step["positions"]] == [0, 1, 2]
    assert [one["target"] for one in step["positions"]] == [1, 2, 0]
    for one in step["positions"]:
        assert list(one["out"]) == list(one["grad"]) and set(one["out"]) == set(BLOCKS)
        assert all(len(one["out"][name]) == len(one["grad"][name]) for name in BLOCKS)
        assert sum(one["grad"]["logits"]) == pytest.approx(0, abs=1e-15)
        assert sum(one["grad"]["scores"]) == pytest.approx(0, abs=1e-15)


def test_gradients_that_somebody_left_do_not_count():
    model = toy_model()
    document_loss(model, [0, 2, 0]).backward()
    fresh = step_by_hand(toy_model(), [0, 1, 2, 0])
    assert step_by_hand(model, [0, 1, 2, 0]) == fresh


def test_what_cannot_be_done_by_hand_is_refused():
    with pytest.raises(ValueError, match="one layer and one head can be done by hand"):
        step_by_hand(GPT(Config(n_layer=2), 4), [0, 1])
    with pytest.raises(ValueError, match="n_head=4"):
        step_by_hand(GPT(Config(), 4), [0, 1])


def test_the_page_does_it_by_hand_as_python_does():
    write(
        "by_hand",
        [
            {"model": which, "tokens": tokens, "step": step_by_hand(model, tokens)}
            for which, model, tokens in cases()
        ],
    )
