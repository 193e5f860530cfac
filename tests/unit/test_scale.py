"""The sizes of large models come to what their sources say."""

import random

import pytest

from microgpt import GPT, Config, load_names
from microgpt.scale import (
    MODELS,
    Sizes,
    cost,
    memory,
    parameters,
    total,
    training_days,
    training_flops,
)

EXACT = {
    "microgpt": 4192,
    "gpt2": 124_439_808,
    "gpt2-medium": 354_823_168,
    "gpt2-large": 774_030_080,
    "gpt2-xl": 1_557_611_200,
    "llama3": 405_853_388_800,
    "mixtral": 46_702_792_704,
}


def test_the_known_counts():
    assert {name: total(MODELS[name].sizes) for name in EXACT} == EXACT


def test_gpt3_is_known_as_one_of_175_billion():
    assert total(MODELS["gpt3"].sizes) == pytest.approx(175e9, rel=0.003)


def test_mixtral_uses_12_9_of_its_46_7_billion():
    sizes = MODELS["mixtral"].sizes
    assert (
        round(total(sizes) / 1e9, 1) == 46.7 and round(total(sizes, active=True) / 1e9, 1) == 12.9
    )


@pytest.mark.parametrize("width, layers", [(16, 1), (32, 3)])
def test_our_own_is_counted_as_the_model_counts(width, layers):
    sizes = Sizes("microgpt", 27, 16, width, layers, 4, 4, 4 * width)
    assert total(sizes) == len(GPT(Config(layers, width, 4, 16), 27).parameters())


def test_gpt2_is_counted_as_in_exercise_11_1():
    from microgpt.check.ch11.count_gpt2 import count_gpt2

    for name in ("gpt2", "gpt2-medium", "gpt2-large", "gpt2-xl", "gpt3"):
        sizes = MODELS[name].sizes
        assert total(sizes) == count_gpt2(sizes.vocab, sizes.context, sizes.width, sizes.layers)


def test_work_by_the_rule_of_thumb_and_by_the_papers():
    """Brown and others give 3.14e23 (table D.1); The Llama 3 Herd of Models gives 3.8e25."""
    for name, told in (("gpt3", 3.14e23), ("llama3", 3.8e25)):
        flops = training_flops(MODELS[name].sizes, MODELS[name].tokens)
        assert flops == pytest.approx(told, rel=0.01)


def test_the_tokens_of_microgpt():
    """1,000 steps of a name each; of a name, each letter and the end are guessed."""
    docs = load_names()
    random.Random(42).shuffle(docs)
    guesses = sum(min(len(name) + 1, 16) for name in docs[:1000])
    assert guesses == MODELS["microgpt"].tokens


def test_fewer_keys_make_the_cache_smaller_and_nothing_else_larger():
    sizes = MODELS["llama3"].sizes
    whole = sizes._replace(kv_heads=sizes.heads)
    assert memory(whole)["cache"] == 16 * memory(sizes)["cache"]
    less, more = parameters(sizes), parameters(whole)
    assert all(less[part] <= more[part] for part in less) and less["attention"] < more["attention"]


def test_days_and_cost_by_hand():
    assert training_days(86_400 * 400, 10, 100, 0.4) == pytest.approx(1)
    assert cost(1, 2, 0) == 0 and cost(0.5, 100, 2) == 2400
