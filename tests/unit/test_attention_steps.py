"""The attention taken apart, against the model itself; the toy model; what the heads look at, measured twice."""

import random
import runpy

import numpy as np
import pytest
from js_cases import write
from test_js_engine import MODELS, ROOT, filled

from microgpt import GPT, Config, load_names
from microgpt.attention import attend, attention_steps, multi_head
from microgpt.canonical import load_canonical
from microgpt.heads import LEAN, PLACES, compute_heads, load_heads, role, rounded, untrained_model
from microgpt.nn import linear
from microgpt.toy import TOKENS, WEIGHTS, token_ids, toy_model

RUN = load_canonical()


def random_model(seed, vocab, scale, **sizes):
    """The models of test_js_engine.py, whose weights node can draw again."""
    r = random.Random(seed)
    count = len(GPT(Config(**sizes), vocab).parameters())
    return filled(Config(**sizes), vocab, [r.uniform(-scale, scale) for _ in range(count)])


def ids_of(name):
    return RUN.tokenizer.encode(name)[:-1]


def plain(rows):
    return [[p.data for p in row] for row in rows]


MODELS_AND_TOKENS = {
    "toy": (toy_model(), [0, 1, 2, 3]),
    "trained": (RUN.model, ids_of("emma")),
    "three layers": (random_model(7, **MODELS[3]), [10, 0, 3, 3, 1, 9, 9]),
    "one head": (random_model(8, **MODELS[4]), [39, 5, 5, 0]),
}


@pytest.mark.parametrize("which", MODELS_AND_TOKENS)
def test_the_steps_are_what_the_model_computes(which):
    """What the model leaves in its cache, and the logits that follow: to the last bit, for widths that are powers of 2.

    There a division, which plain numbers know, is the same as the product that Values make of it.
    """
    model, ids = MODELS_AND_TOKENS[which]
    exact = which in ("toy", "trained")
    same = (lambda a: a) if exact else (lambda a: [pytest.approx(row, abs=1e-12) for row in a])
    keys, values = model.new_cache()
    logits = [model(token, position, keys, values) for position, token in enumerate(ids)]
    for layer in range(model.config.n_layer):
        steps = attention_steps(model, ids, layer)
        assert [step["k"] for step in steps] == same(plain(keys[layer]))
        assert [step["v"] for step in steps] == same(plain(values[layer]))
    left = [step["x"] for step in attention_steps(deeper(model), ids, model.config.n_layer)]
    lm_head = plain(model.state_dict["lm_head"])
    assert [linear(x, lm_head) for x in left] == same(plain(logits))


def deeper(model):
    """The same model with one more layer: what enters that one is what leaves the last."""
    sizes = vars(model.config) | {"n_layer": model.config.n_layer + 1}
    more = GPT(Config(**sizes), model.vocab_size)
    return type(
        "Deeper", (), {"config": more.config, "state_dict": more.state_dict | model.state_dict}
    )


@pytest.mark.parametrize("which", MODELS_AND_TOKENS)
def test_multi_head_is_what_the_heads_of_the_model_find(which):
    model, ids = MODELS_AND_TOKENS[which]
    steps = attention_steps(model, ids, model.config.n_layer - 1)
    keys, values = [step["k"] for step in steps], [step["v"] for step in steps]
    for position, step in enumerate(steps):
        seen = slice(position + 1)
        found = multi_head(step["q"], keys[seen], values[seen], model.config.n_head)
        assert found == step["blend"]
    assert multi_head(step["q"], keys, values, 1) == attend(step["q"], keys, values)


def test_heads_share_evenly():
    with pytest.raises(ValueError, match="3 heads cannot share 4 numbers evenly"):
        multi_head([1, 2, 3, 4], [[1, 2, 3, 4]], [[1, 2, 3, 4]], 3)


def test_position_0_attends_to_itself_with_weight_exactly_1():
    for model in (toy_model(), RUN.model, untrained_model()):
        for head in attention_steps(model, [0, 1])[0]["heads"]:
            assert head["weights"] == [1.0]


# ---- the toy model ----


def test_the_toy_model_is_its_tables():
    model = toy_model()
    assert list(WEIGHTS) == list(model.state_dict)
    assert model.state_dict["wte"][TOKENS.index("BOS")][0].data == 0.2
    assert model.state_dict["layer0.mlp_fc2"][1][7].data == 0.1
    assert len(model.parameters()) == 72
    with pytest.raises(ValueError, match="the toy model knows BOS, a, b, c, not 'd'"):
        token_ids(["BOS", "d"])


def test_the_toy_models_query_by_hand():
    """BOS at position 0: wte + wpe is (0.3, 0.25); its mean square is 0.07625; two norms; then wq."""
    step = attention_steps(toy_model(), token_ids(["BOS"]))[0]
    x = [0.3 / 0.07626**0.5, 0.25 / 0.07626**0.5]
    assert step["x"] == pytest.approx(x)
    once_more = ((x[0] ** 2 + x[1] ** 2) / 2 + 1e-5) ** -0.5
    normed = [once_more * number for number in x]
    assert step["q"] == pytest.approx(
        [0.5 * normed[0] + 0.2 * normed[1], 0.1 * normed[0] + 0.4 * normed[1]]
    )


# ---- the page's engine ----


def case(which, model, tokens):
    steps = [attention_steps(model, tokens, layer) for layer in range(model.config.n_layer)]
    return {"model": which, "tokens": tokens, "layers": steps}


def test_the_page_takes_the_attention_apart_as_python_does():
    toys = [[0, 1, 2], [0, 1, 2, 3], [3, 1, 1, 2], [0]]
    cases = [case("toy", toy_model(), tokens) for tokens in toys]
    cases += [case("trained", RUN.model, ids_of(name)) for name in ("emma", "z")]
    cases += [case("untrained", untrained_model(), ids_of("anna"))]
    deep = dict(seed=103, **MODELS[3])
    cases += [case(deep, random_model(**deep), [10, 0, 3, 3, 1, 9, 9])]
    write("attention", cases)


def test_generated_modules_are_what_the_generator_writes():
    tool = "tools/make_attention_js.py"
    generator = runpy.run_path(str(ROOT / tool))
    for name, text in generator["modules"]().items():
        assert (generator["DATA"] / name).read_bytes() == text.encode(), f"{name}: python {tool}"


# ---- what the heads look at ----


def numpy_weights(model):
    """The weights of all heads over a document, at once and with a mask: ids -> (heads, letters, letters)."""
    matrices = [
        np.array([[p.data for p in row] for row in model.state_dict[name]])
        for name in ("wte", "wpe", "layer0.attn_wq", "layer0.attn_wk")
    ]
    return lambda ids: masked_weights(*matrices, ids, model.config.n_head)


def masked_weights(wte, wpe, wq, wk, ids, n_head):
    x = wte[ids] + wpe[: len(ids)]
    for _ in range(2):
        x = x / np.sqrt((x * x).mean(axis=1, keepdims=True) + 1e-5)
    q, k = ((x @ w.T).reshape(len(ids), n_head, -1).transpose(1, 0, 2) for w in (wq, wk))
    scores = q @ k.transpose(0, 2, 1) / q.shape[2] ** 0.5
    scores[:, np.triu(np.ones((len(ids), len(ids)), bool), 1)] = -np.inf
    exps = np.exp(scores - scores.max(axis=2, keepdims=True))
    return exps / exps.sum(axis=2, keepdims=True)


def numpy_measure(model, names):
    """What `heads.measure` says of the places, added up another way: {place: [(weight, even)] for each head}."""
    weights_of = numpy_weights(model)
    found = {place: [] for place in PLACES}
    for ids in map(ids_of, names):
        shares = weights_of(ids)
        for i in range(1, len(ids)):
            same = [j for j in range(1, i) if ids[j] == ids[i]]
            places = {"start": [0], "itself": [i], "before": [i - 1] if i > 1 else [], "same": same}
            for place, at in places.items():
                if at:
                    found[place].append([*shares[:, i, at].sum(axis=1), len(at) / (i + 1)])
    means = {place: np.mean(rows, axis=0) for place, rows in found.items()}
    return [
        {place: (row[head], row[-1]) for place, row in means.items()}
        for head in range(model.config.n_head)
    ]


@pytest.mark.parametrize("key", ["trained", "untrained"])
def test_the_record_of_the_heads_is_what_all_names_say(key):
    record = load_heads()
    assert record["names"] == len(load_names())
    model = {"trained": RUN.model, "untrained": untrained_model()}[key]
    for head, again in zip(record[key], numpy_measure(model, load_names()), strict=True):
        for place, (weight, even) in again.items():
            assert head[place] == pytest.approx([weight, even], abs=2e-6), place


def test_the_package_measures_a_part_of_the_names_as_numpy_does():
    names = load_names()[::80]
    measured = compute_heads(names)["trained"]
    for head, again in zip(measured, numpy_measure(RUN.model, names), strict=True):
        for place, pair in again.items():
            assert head[place] == pytest.approx(pair, abs=1e-12), place
    # 61 names say nearly what all say, the entropy too, which is not measured a second time.
    for head, record in zip(rounded(measured), load_heads()["trained"], strict=True):
        assert head["spread"] == pytest.approx(record["spread"], abs=0.02)


def test_a_head_is_named_after_what_it_does_and_not_otherwise():
    even = dict.fromkeys(PLACES, (0.25, 0.25)) | {"spread": 1.0}
    assert role(even) == "spread"
    assert role(even | {"before": (0.25 + LEAN / 2, 0.25)}) == "spread"
    assert role(even | {"before": (0.25 + 2 * LEAN, 0.25), "same": (0.1, 0.25)}) == "before"
    assert {role(head) for head in load_heads()["untrained"]} == {"spread"}
