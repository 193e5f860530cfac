"""The record of models of several sizes: it is computed again in part, and it says what the course says of it."""

import doctest
import random

import pytest
from js_cases import write

from microgpt import Config, Tokenizer, load_names, sizes
from microgpt.evidence import compare, split
from microgpt.fast import GPT, Adam, evaluate, train
from microgpt.sizes import levels_off, load_record, load_sizes, power_law, step

LAWS = {
    rounds: [size for size in load_sizes(rounds) if size.layers == 1] for rounds in (1000, 5000)
}


def recorded(rounds, width, layers, rate):
    (size,) = [
        size for size in load_sizes(rounds, rate) if (size.width, size.layers) == (width, layers)
    ]
    return size


def test_examples_in_docstrings():
    assert doctest.testmod(sizes).failed == 0


def test_the_record_has_five_seeds_of_every_size_at_both_rates():
    record = load_record()
    settings = {(run["rounds"], run["rate"]) for run in record["runs"]}
    assert settings == {(1000, 0.01), (1000, 0.003), (5000, 0.01), (5000, 0.003)}
    for run in record["runs"]:
        assert len(run["sizes"]) == 9
        for size in run["sizes"]:
            params = 70 * size["width"] + 12 * size["layers"] * size["width"] ** 2
            assert size["params"] == params and len(size["losses"]) == len(record["seeds"]) == 5
    with pytest.raises(ValueError, match="no runs of 7 rounds"):
        load_sizes(7)


@pytest.mark.parametrize("width, layers, rate, seed", [(4, 1, 0.01, 2), (8, 2, 0.003, 1)])
def test_the_numpy_engine_finds_the_recorded_loss(width, layers, rate, seed):
    docs, held_out = split(load_names())
    rng = random.Random(seed)
    tokenizer = Tokenizer(docs + held_out)
    rng.shuffle(docs)
    model = GPT(Config(n_layer=layers, n_embd=width), tokenizer.vocab_size, rng)
    for _ in train(model, tokenizer, docs, steps=1000, optimizer=Adam(model, lr=rate)):
        pass
    loss = evaluate(model, [tokenizer.encode(name) for name in held_out])
    size = recorded(1000, width, layers, rate)
    assert loss == pytest.approx(size.losses[seed - 1], abs=1e-9)


def test_the_page_s_engine_finds_it_too():
    cases = [
        {"rounds": 1000, "width": size.width, "layers": size.layers, "rate": size.rate}
        | {"params": size.params, "seed": 3, "loss": size.losses[2]}
        for size in (recorded(1000, 4, 2, 0.003), recorded(1000, 16, 1, 0.01))
    ]
    write("sizes_recorded", cases)


def test_what_a_doubling_buys():
    for rounds, gains in {1000: [39, 19, 10, 13], 5000: [59, 22, 21, 6]}.items():
        steps = [step(a, b) for a, b in zip(LAWS[rounds], LAWS[rounds][1:])]
        assert [round(-1000 * one.per_doubling) for one in steps] == gains
        assert {one.verdict for one in steps} == {"better"} and max(
            one.error for one in steps
        ) < 0.003
        assert levels_off(LAWS[rounds]).params == 53_632


def test_one_rate_for_all_turns_up_again():
    for rounds, lowest in {1000: 14_528, 5000: 4192}.items():
        plain = [size for size in load_sizes(rounds, 0.01) if size.layers == 1]
        assert min(plain, key=lambda size: size.mean).params == lowest == levels_off(plain).params
        assert compare(plain[-2].losses, plain[-1].losses).verdict == "worse"
        assert {size.rate for size in LAWS[rounds][-2:]} == {0.003}


def test_depth_brings_nothing_that_shows_but_in_the_long_run_at_width_32():
    found = {}
    for rounds, law in LAWS.items():
        deep = [size for size in load_sizes(rounds) if size.layers == 2]
        for one, two in zip(law, deep):
            assert one.width == two.width
            found[rounds, one.width] = compare(one.losses, two.losses).verdict
    assert found.pop((5000, 32)) == "better"
    assert set(found.values()) == {"cannot tell"}


def test_the_line_through_the_small_ones_promises_more_than_the_largest_keeps():
    for law in LAWS.values():
        largest = law[-1]
        assert power_law(law[:3])(largest.params) < largest.mean - 5 * largest.spread


def test_more_rounds_help_the_large_models_more():
    short, long = ([size.mean for size in LAWS[rounds]] for rounds in (1000, 5000))
    gains = [a - b for a, b in zip(short, long)]
    assert gains[0] < 0.065 and min(gains[-2:]) > 0.1
