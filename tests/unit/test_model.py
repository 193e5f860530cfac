import random

import pytest

from microgpt import GPT, SGD, Adam, Config, Tokenizer, Value, generate

TOKENIZER = Tokenizer("abc")


def small_model(seed=1, **sizes):
    config = Config(**({"n_embd": 4, "n_head": 2, "block_size": 6} | sizes))
    return GPT(config, TOKENIZER.vocab_size, random.Random(seed))


def test_matrices_of_the_course_model():
    model = GPT(Config(), 27, random.Random(42))
    shapes = {name: (len(rows), len(rows[0])) for name, rows in model.state_dict.items()}
    assert list(shapes) == ["wte", "wpe", "lm_head"] + [
        f"layer0.{name}"
        for name in ("attn_wq", "attn_wk", "attn_wv", "attn_wo", "mlp_fc1", "mlp_fc2")
    ]
    assert shapes == model.config.shapes(27)
    assert len(model.parameters()) == 4192
    assert len(GPT(Config(n_embd=32), 27).parameters()) == 14528


@pytest.mark.parametrize(
    "sizes",
    [
        {"n_layer": 0},
        {"n_embd": -4},
        {"n_head": 0},
        {"block_size": 0},
        {"n_embd": 4.0},
        {"n_layer": True},
    ],
)
def test_sizes_must_be_whole_and_above_zero(sizes):
    (name,) = sizes
    with pytest.raises(ValueError, match=f"{name} must be a whole number above 0"):
        Config(**sizes)


def test_heads_must_share_the_width():
    with pytest.raises(ValueError, match="divisible"):
        Config(n_embd=10, n_head=4)


def test_a_token_sees_the_earlier_ones_and_no_later_one():
    model = small_model(n_layer=2)

    def logits_at_1(tokens):
        keys, values = model.new_cache()
        return [[v.data for v in model(token, i, keys, values)] for i, token in enumerate(tokens)][
            1
        ]

    assert logits_at_1([3, 0, 1]) == logits_at_1([3, 0, 2])
    assert logits_at_1([3, 0]) != logits_at_1([2, 0])


def test_positions_end_with_the_block():
    model = small_model(block_size=1)
    keys, values = model.new_cache()
    model(0, 0, keys, values)
    with pytest.raises(IndexError):
        model(0, 1, keys, values)


def test_sgd_and_adam_move_against_the_gradient_and_clear_it():
    for optimizer in (SGD, Adam):
        up, down, still = Value(1.0), Value(1.0), Value(1.0)
        up.grad, down.grad = -2.0, 2.0
        optimizer([up, down, still], lr=0.1).step()
        assert up.data > 1 > down.data
        assert still.data == 1
        assert [v.grad for v in (up, down, still)] == [0.0] * 3


def test_first_step_of_adam_is_lr_whatever_the_size_of_the_gradient():
    # The bias correction makes both averages of one gradient that gradient: the step is lr * g / |g|.
    small, large = Value(0.0), Value(0.0)
    small.grad, large.grad = 1e-3, 1e3
    Adam([small, large], lr=0.01).step()
    assert [small.data, large.data] == pytest.approx([-0.01, -0.01], rel=1e-4)


def test_second_step_of_adam_by_hand():
    p = Value(0.0)
    adam = Adam([p], lr=0.1, beta1=0.5, beta2=0.5, eps=0.0)
    p.grad = 1.0
    adam.step()
    p.grad = 3.0
    adam.step(lr=0.2)
    m_hat, v_hat = (0.5 * 0.5 + 0.5 * 3) / 0.75, (0.5 * 0.5 + 0.5 * 9) / 0.75
    assert p.data == pytest.approx(-0.1 - 0.2 * m_hat / v_hat**0.5)


def test_tokenizer():
    tokenizer = Tokenizer(["zoé", "ann"])
    assert tokenizer.chars == ["a", "n", "o", "z", "é"]
    assert (tokenizer.BOS, tokenizer.vocab_size) == (5, 6)
    assert tokenizer.encode("") == [5, 5]
    assert tokenizer.decode(tokenizer.encode("zoé")) == "zoé"
    with pytest.raises(ValueError, match="'x' is not in the vocabulary"):
        tokenizer.encode("x")
    with pytest.raises(ValueError):
        Tokenizer([])


def test_generate_is_decided_by_its_random_numbers():
    model = small_model()
    names = [generate(model, TOKENIZER, random.Random(seed)) for seed in (7, 7, 8)]
    assert names[0] == names[1]
    assert len({generate(model, TOKENIZER, random.Random(seed), 1.0) for seed in range(20)}) > 5


def test_generate_stops_at_the_end_of_the_block():
    model = small_model()
    model.state_dict["lm_head"][TOKENIZER.BOS] = [
        Value(-100.0 * v.data) for v in model.state_dict["lm_head"][0]
    ]
    lengths = {len(generate(model, TOKENIZER, random.Random(seed), 100.0)) for seed in range(30)}
    assert max(lengths) <= 6


@pytest.mark.parametrize("prefix", ["", "a", "abcab", "abcabc"])
def test_generate_begins_with_the_prefix(prefix):
    name = generate(small_model(), TOKENIZER, random.Random(1), 1.0, prefix)
    assert name.startswith(prefix)
    assert len(name) <= 6


def test_generate_with_a_prefix_goes_on_as_if_it_had_drawn_it():
    class Script(random.Random):
        """Random numbers that begin with the draws that led to the prefix."""

        def choices(self, population, weights):
            return [forced.pop(0)] if forced else super().choices(population, weights)

    model, forced = small_model(), [0, 2]
    drawn = generate(model, TOKENIZER, Script(5), 1.0)
    assert drawn == generate(model, TOKENIZER, random.Random(5), 1.0, prefix="ac")


@pytest.mark.parametrize("temperature", [1e-99, 1e-5, 1e5, 1e300, float("inf")])
def test_generate_at_extreme_temperatures(temperature):
    assert set(generate(small_model(), TOKENIZER, random.Random(1), temperature)) <= set("abc")


@pytest.mark.parametrize("temperature", [0, -1, 0.0, 1e-320, float("nan")])
def test_generate_at_impossible_temperatures(temperature):
    with pytest.raises(ValueError, match="temperature must be above 0"):
        generate(small_model(), TOKENIZER, random.Random(1), temperature)


@pytest.mark.parametrize(
    "prefix, words", [("x", "'x' is not in the vocabulary"), ("abcabca", "can take 6")]
)
def test_generate_with_an_impossible_prefix(prefix, words):
    with pytest.raises(ValueError, match=words):
        generate(small_model(), TOKENIZER, random.Random(1), prefix=prefix)
