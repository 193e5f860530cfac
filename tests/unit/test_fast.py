"""The NumPy engine is the scalar engine: the same runs, the same gradients, only faster."""

import doctest
import importlib
import math
import os
import random
import subprocess
import sys
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import FINAL_PARAMS, ROOT, RUN, reference_names

import microgpt
from microgpt import (
    GPT,
    Config,
    Tokenizer,
    document_loss,
    fast,
    generate,
    load_checkpoint,
    load_names,
    save_checkpoint,
)
from microgpt.canonical import load_canonical
from microgpt.data import read_documents


def run_engine(docs, engine=fast, seed=42, steps=1000, temperature=0.5, samples=20, **sizes):
    """One whole run with an engine (a module with GPT and train): (losses, final parameters, samples)."""
    docs, rng = list(docs), random.Random(seed)
    rng.shuffle(docs)
    tokenizer = Tokenizer(docs)
    model = engine.GPT(Config(**sizes), tokenizer.vocab_size, rng)
    losses = [record.loss for record in engine.train(model, tokenizer, docs, steps)]
    params = model.params.tolist() if engine is fast else [p.data for p in model.parameters()]
    return losses, params, [generate(model, tokenizer, rng, temperature) for _ in range(samples)]


def furthest(ours, theirs):
    """The greatest difference between two equally long lists of numbers."""
    return max(abs(a - b) for a, b in zip(ours, theirs, strict=True))


def test_the_canonical_run():
    losses, params, samples = run_engine(load_names())
    canonical = load_canonical()
    assert furthest(losses, canonical.losses) < 1e-12
    assert furthest(params, canonical.weights) < 1e-9
    assert samples == canonical.samples


def test_the_reference_run():
    losses, params, samples = run_engine(read_documents(reference_names()))
    assert furthest(losses, RUN["losses"]) < 1e-12
    assert furthest(params, FINAL_PARAMS) < 1e-9
    assert samples == RUN["samples"]


def test_a_weight_that_is_no_number_shows_in_both_engines():
    slow = GPT(Config(n_embd=4, n_head=2, block_size=4), 4, random.Random(1))
    slow.state_dict["layer0.mlp_fc1"][3][1].data = math.nan  # relu stands right behind it
    quick, tokens = fast.GPT.from_scalar(slow), [3, 0, 1, 2, 3]
    loss = document_loss(slow, tokens)
    loss.backward()
    assert math.isnan(loss.data) and math.isnan(quick.loss([tokens]))
    quick.backward()
    assert all(math.isnan(p.grad) for p in slow.parameters())
    assert all(map(math.isnan, quick.grads))
    cache = slow.new_cache()
    assert all(math.isnan(logit.data) for logit in slow(3, 0, *cache))
    assert all(math.isnan(logit.data) for logit in quick(3, 0, *quick.new_cache()))


@pytest.mark.parametrize(
    "run",
    [
        dict(seed=1, steps=7, temperature=0.7, n_layer=2, n_embd=12, n_head=4, block_size=5),
        dict(seed=3, steps=9, temperature=0.9, n_layer=1, n_embd=10, n_head=1, block_size=3),
        dict(seed=4, steps=5, temperature=0.5, n_layer=2, n_embd=9, n_head=9, block_size=24),
        # Wider than layers.WIDE:
        dict(seed=2, steps=4, temperature=0.8, n_layer=1, n_embd=34, n_head=1, block_size=40),
        dict(seed=5, steps=4, temperature=2.0, n_layer=3, n_embd=6, n_head=3, block_size=1),
    ],
    ids=lambda run: f"seed{run['seed']}",
)
def test_other_runs(run):
    docs = [
        "emma",
        "olivia",
        "maximilian",
        "zoé",
        "jo",
        "anne-marie",
        "bartholomew-christopher",
        "x" * 38,
    ]
    ours, theirs = run_engine(docs, **run), run_engine(docs, microgpt, **run)
    assert furthest(ours[0], theirs[0]) < 1e-12
    assert furthest(ours[1], theirs[1]) < 1e-9
    assert ours[2] == theirs[2]


@st.composite
def models_and_documents(draw):
    """A scalar model of any small size, with weights from timid to wild, and some documents for it."""

    def size(highest):
        return draw(st.integers(1, highest))

    n_head = size(3)
    config = Config(n_layer=size(3), n_embd=n_head * size(4), n_head=n_head, block_size=size(7))
    vocab_size = 1 + size(5)
    model = GPT(config, vocab_size, random.Random(draw(st.integers(0, 10**6))))
    scale = draw(st.sampled_from([0.1, 1.0, 5.0]))
    for p in model.parameters():
        p.data *= scale
    token = st.integers(0, vocab_size - 1)
    return model, draw(st.lists(st.lists(token, min_size=2, max_size=10), min_size=1, max_size=5))


def scalar_gradients(model, tokens):
    """Loss and gradients from the scalar engine, whose gradients are 0.0 before and after."""
    loss = document_loss(model, tokens)
    loss.backward()
    grads = [p.grad for p in model.parameters()]
    for p in model.parameters():
        p.grad = 0.0
    return loss.data, grads


@settings(max_examples=60, deadline=None)
@given(models_and_documents())
def test_loss_and_gradients_are_those_of_the_scalar_engine(case):
    model, documents = case
    ours = fast.GPT.from_scalar(model)
    singles = [scalar_gradients(model, tokens) for tokens in documents]
    for tokens, (loss, grads) in zip(documents, singles):
        assert abs(ours.loss([tokens]) - loss) < 1e-12
        ours.backward()
        assert np.all(np.abs(ours.grads - grads) <= 1e-12 * np.maximum(1, np.abs(grads)))
    # All of them as one padded batch: the mean of the single ones.
    assert abs(ours.loss(documents) - np.mean([loss for loss, _ in singles])) < 1e-12
    ours.backward()
    mean = np.mean([grads for _, grads in singles], axis=0)
    assert np.all(np.abs(ours.grads - mean) <= 1e-12 * np.maximum(1, np.abs(mean)))


@settings(max_examples=30, deadline=None)
@given(models_and_documents(), st.integers(1, 4))
def test_evaluation_is_the_mean_over_all_tokens(case, batch_size):
    model, documents = case
    counts = [min(model.config.block_size, len(tokens) - 1) for tokens in documents]
    nats = sum(n * document_loss(model, tokens).data for n, tokens in zip(counts, documents))
    ours = fast.GPT.from_scalar(model)
    before = ours.params.copy()
    assert fast.evaluate(ours, documents, batch_size) == pytest.approx(
        nats / sum(counts), abs=1e-12
    )
    assert np.array_equal(ours.params, before)


@settings(max_examples=20, deadline=None)
@given(models_and_documents())
def test_one_token_at_a_time_gives_the_same_logits(case):
    model, documents = case
    ours = fast.GPT.from_scalar(model)
    for tokens in documents:
        our_cache, cache = ours.new_cache(), model.new_cache()
        for pos_id, token_id in enumerate(tokens[: model.config.block_size]):
            logits, truth = ours(token_id, pos_id, *our_cache), model(token_id, pos_id, *cache)
            assert furthest([x.data for x in logits], [x.data for x in truth]) < 1e-12


def test_what_is_padding_has_no_say():
    model = fast.GPT(Config(), 27, random.Random(1))
    assert model.loss([[26, 3, 26], [26, 1, 2, 3, 4, 5, 26]]) == pytest.approx(
        (model.loss([[26, 3, 26]]) + model.loss([[26, 1, 2, 3, 4, 5, 26]])) / 2, abs=1e-14
    )


def test_huge_weights_do_not_overflow():
    scalar_model, tokens = GPT(Config(n_embd=8), 27, random.Random(1)), [26, 3, 9, 9, 26]
    for name, factor in {"layer0.attn_wq": 80, "layer0.attn_wk": 80, "lm_head": 300}.items():
        for p in (p for row in scalar_model.state_dict[name] for p in row):
            p.data *= factor
    loss, grads = scalar_gradients(scalar_model, tokens)
    model = fast.GPT.from_scalar(scalar_model)
    with np.errstate(all="raise", under="ignore"):
        assert model.loss([tokens]) == pytest.approx(loss, rel=1e-12)
        model.backward()
        assert model.grads == pytest.approx(np.array(grads), rel=1e-9, abs=1e-9)
        model.params *= 1e4
        assert math.isfinite(model.loss([tokens]))
        model.backward()
    assert np.all(np.isfinite(model.grads))


def test_the_same_random_numbers_make_the_same_model():
    ours, model = fast.GPT(Config(), 27, random.Random(7)), GPT(Config(), 27, random.Random(7))
    assert ours.params.tolist() == [p.data for p in model.parameters()]
    assert {name: matrix.shape for name, matrix in ours.state_dict.items()} == Config().shapes(27)
    ours.state_dict["lm_head"][1, 2] = 5.0
    assert ours.to_scalar().state_dict["lm_head"][1][2].data == 5.0


def test_checkpoints_go_through_the_scalar_model(tmp_path):
    tokenizer = Tokenizer(["emma"])
    ours = fast.GPT(Config(n_embd=8), tokenizer.vocab_size, random.Random(7))
    save_checkpoint(tmp_path / "weights.json", ours.to_scalar(), tokenizer)
    model, _ = load_checkpoint(tmp_path / "weights.json")
    assert np.array_equal(fast.GPT.from_scalar(model).params, ours.params)


def test_records_are_those_of_the_scalar_engine():
    docs, tokenizer = ["emma", "ava", "mia"], Tokenizer(["emma", "ava", "mia"])
    sizes = Config(n_embd=4, n_head=2, block_size=8), tokenizer.vocab_size
    ours = list(fast.train(fast.GPT(*sizes, random.Random(1)), tokenizer, docs, steps=5))
    theirs = list(microgpt.train(GPT(*sizes, random.Random(1)), tokenizer, docs, steps=5))
    assert [(r.step, r.lr) for r in ours] == [(r.step, r.lr) for r in theirs]
    assert furthest([r.loss for r in ours], [r.loss for r in theirs]) < 1e-12
    assert all(type(r) is type(theirs[0]) and r.seconds > 0 and type(r.loss) is float for r in ours)


def test_batches_learn():
    docs = load_names()[:640]
    tokenizer = Tokenizer(docs)
    model = fast.GPT(Config(), tokenizer.vocab_size, random.Random(1))
    encoded = [tokenizer.encode(doc) for doc in docs]
    before = fast.evaluate(model, encoded)
    records = list(fast.train(model, tokenizer, docs, steps=200, batch_size=8))
    assert len(records) == 200
    assert before == pytest.approx(math.log(27), abs=0.1)
    assert fast.evaluate(model, encoded) < 2.6


def test_many_shapes_do_not_pile_up():
    model = fast.GPT(Config(block_size=4), 5, random.Random(1))
    for batch in range(1, 20):
        model.loss([[4, 1, 4]] * batch)
    assert len(model._networks) <= 4


def test_mistakes_are_said():
    model, tokenizer = fast.GPT(Config(), 3, random.Random(1)), Tokenizer(["ab"])
    with pytest.raises(ValueError, match="no document"):
        next(fast.train(model, tokenizer, []))
    with pytest.raises(ValueError, match="steps must be 1 or more"):
        next(fast.train(model, tokenizer, ["ab"], steps=0))
    with pytest.raises(ValueError, match="batch_size must be 1 or more"):
        next(fast.train(model, tokenizer, ["ab"], batch_size=0))
    for nothing in ([], [[2]], [[2, 0, 2], []]):
        with pytest.raises(ValueError, match="nothing to predict"):
            model.loss(nothing)
        with pytest.raises(ValueError, match="nothing to predict"):
            fast.evaluate(model, nothing)
    for tokens in ([2, 3, 2], [2, -1, 2]):
        with pytest.raises(IndexError, match="vocabulary"):
            model.loss([tokens])
    model = fast.GPT(Config(), 3, random.Random(1))
    with pytest.raises(RuntimeError, match="compute that first"):
        model.backward()
    model.loss([[2, 0, 2]])
    fast.evaluate(model, [[2, 1, 2]])
    with pytest.raises(RuntimeError, match="compute that first"):
        model.backward()
    model.loss([[2, 0, 2]])
    model.backward()
    with pytest.raises(RuntimeError, match="compute that first"):
        model.backward()


@pytest.mark.parametrize("name", ["model", "training"])
def test_examples_in_docstrings(name):
    result = doctest.testmod(importlib.import_module(f"microgpt.fast.{name}"))
    assert result.attempted > 5 and result.failed == 0


def command_line(
    *arguments,
    code="import runpy; runpy.run_module('microgpt', run_name='__main__', alter_sys=True)",
):
    """The command line in a process of its own."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)


def test_the_command_line_prints_the_same_with_either_engine(tmp_path):
    options = ["--n-embd", 8, "--n-head", 2, "--steps", 12, "--samples", 5, "--save"]
    runs = [
        command_line("train", "--engine", engine, *options, tmp_path / engine)
        for engine in ("scalar", "numpy")
    ]
    assert runs[0].stdout == runs[1].stdout != ""
    assert [(run.returncode, run.stderr) for run in runs] == [(0, "")] * 2
    saved = [
        [p.data for p in load_checkpoint(tmp_path / engine)[0].parameters()]
        for engine in ("scalar", "numpy")
    ]
    assert furthest(*saved) < 1e-9


def test_saved_weights_speak_alike_with_either_engine(tmp_path):
    tokenizer = Tokenizer(["emma", "ava"])
    save_checkpoint(
        tmp_path / "weights.json",
        GPT(Config(n_embd=8), tokenizer.vocab_size, random.Random(7)),
        tokenizer,
    )
    options = ["--weights", tmp_path / "weights.json", "--prefix", "e", "-n", 5]
    runs = [command_line("sample", "--engine", engine, *options) for engine in ("scalar", "numpy")]
    assert runs[0].stdout == runs[1].stdout != ""
    assert [(run.returncode, run.stderr) for run in runs] == [(0, "")] * 2


def test_without_numpy_the_command_line_says_so():
    without = "import sys; sys.modules['numpy'] = None\nfrom microgpt.__main__ import main\nsys.exit(main())"
    result = command_line("train", "--engine", "numpy", code=without)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        "python -m microgpt train: --engine numpy needs NumPy, which is not installed (pip install numpy)\n"
    )
    assert command_line("train", "--steps", 1, "--samples", 0, code=without).returncode == 0


def test_it_is_much_faster_than_the_scalar_engine():
    # About 100 times on a quiet machine. CPU time per step, both warm; the median of interleaved pairs.
    docs = load_names()[:400]
    tokenizer = Tokenizer(docs)
    slow, quick = (
        engine.train(
            engine.GPT(Config(), tokenizer.vocab_size, random.Random(1)), tokenizer, docs, 1000
        )
        for engine in (microgpt, fast)
    )

    def seconds(records, steps):
        started = time.process_time()
        for _ in range(steps):
            next(records)
        return (time.process_time() - started) / steps

    seconds(slow, 2), seconds(quick, 100)
    ratios = sorted(seconds(slow, 10) / seconds(quick, 100) for _ in range(5))
    assert ratios[2] >= 40
