"""The engine is the reference program: the same bits, on the recorded run and on runs nobody has recorded."""

import random

import pytest
from reference import FINAL_PARAMS, RUN, reference_names, run_program, same

from microgpt import GPT, Config, Tokenizer, generate, train
from microgpt.data import read_documents


def run_engine(docs, seed, steps, temperature, samples, **sizes):
    docs, rng = list(docs), random.Random(seed)
    rng.shuffle(docs)
    tokenizer = Tokenizer(docs)
    model = GPT(Config(**sizes), tokenizer.vocab_size, rng)
    losses = [record.loss for record in train(model, tokenizer, docs, steps)]
    names = [generate(model, tokenizer, rng, temperature) for _ in range(samples)]
    return losses, [p.data for p in model.parameters()], names


def test_first_50_steps_of_the_reference_run():
    rng = random.Random(42)
    # Which draws are made depends only on the number of lines.
    rng.shuffle(list(range(RUN["config"]["num_docs"])))
    tokenizer = Tokenizer("abcdefghijklmnopqrstuvwxyz")
    model = GPT(Config(), tokenizer.vocab_size, rng)
    records = train(model, tokenizer, RUN["first_docs"], RUN["config"]["num_steps"])
    losses = [next(records).loss for _ in RUN["first_docs"]]
    assert len(losses) == 50
    assert same(losses, RUN["losses"][:50])


def test_whole_reference_run():
    losses, params, samples = run_engine(read_documents(reference_names()), 42, 1000, 0.5, 20)
    assert same(losses, RUN["losses"])
    assert same(params, FINAL_PARAMS)
    assert samples == RUN["samples"]


# Widths that are no powers of two, so that no division is exact by luck; names longer than the block; fewer documents
# than steps; one head and many; letters beyond a to z.
OTHER_RUNS = [
    dict(seed=1, steps=7, temperature=0.7, n_layer=2, n_embd=12, n_head=4, block_size=5),
    dict(seed=2, steps=6, temperature=1.3, n_layer=3, n_embd=6, n_head=2, block_size=16),
    dict(seed=3, steps=9, temperature=0.9, n_layer=1, n_embd=10, n_head=1, block_size=3),
    dict(seed=4, steps=5, temperature=0.5, n_layer=2, n_embd=9, n_head=9, block_size=24),
    dict(seed=5, steps=4, temperature=2.0, n_layer=1, n_embd=21, n_head=3, block_size=1),
]


@pytest.mark.parametrize("run", OTHER_RUNS, ids=lambda run: f"seed{run['seed']}")
def test_any_other_run_equals_the_plain_program(run, tmp_path):
    docs = ["emma", "olivia", "maximilian", "zoé", "jo", "anne-marie", "bartholomew-christopher"]
    names = tmp_path / "names.txt"
    names.write_text("\n".join(docs), encoding="utf-8")
    assert run_engine(docs, samples=5, **run) == run_program(names, samples=5, **run)
