"""DiagnoseRun: traits, words, and the faults by Python beside those of the page."""

import doctest
import random
from math import sqrt

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import GPT, Adam, Config, Tokenizer, softmax
from microgpt.widgets import DiagnoseRun
from microgpt.widgets.training import diagnose_run

DOCS = ["emma", "olivia", "ava", "noah", "liam", "zoe"]
SEED, STEPS, ROUNDS = 3, 40, 8
RATES = {"large": 0.1, "small": 0.0002}
FAULTS = ["none", "large", "small", "grads", "targets", "sign", "decay"]


def test_examples_in_docstrings():
    assert doctest.testmod(diagnose_run).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: DiagnoseRun("h"), "case must be one of 'a', 'b'"),
        (lambda: DiagnoseRun(seed=0), "seed must be a whole number from 1 to 9999"),
        (lambda: DiagnoseRun(seed=1.0), "seed must be a whole number"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_the_words_name_the_case_and_give_nothing_away():
    assert (
        DiagnoseRun("c", seed=7)
        .summary()
        .startswith("Diagnose the run: case c of 7, drawn with seed 7.")
    )


def length(numbers):
    return sqrt(sum(x * x for x in numbers))


def loss_of(model, tokens, targets):
    keys, values = model.new_cache()
    n = len(targets)
    probs = [softmax(model(tokens[i], i, keys, values)) for i in range(n)]
    return (1 / n) * sum(-p[target].log() for p, target in zip(probs, targets))


def faulty_run(fault):
    """[[loss, length of the gradient, length of the step]] of the first rounds of a run with a fault, by Values."""
    docs, r, dice = list(DOCS), random.Random(SEED), random.Random(SEED)
    tokenizer = Tokenizer(docs)
    r.shuffle(docs)
    model = GPT(Config(n_embd=8, n_head=2), tokenizer.vocab_size, r)
    params = model.parameters()
    adam, rate, records = Adam(params), RATES.get(fault, 0.01), []
    for step in range(ROUNDS):
        tokens = tokenizer.encode(docs[step % len(docs)])
        targets = tokens[1:]
        if fault == "targets":
            dice.shuffle(targets)
        loss = loss_of(model, tokens, targets)
        loss.backward()
        grads, before = [p.grad for p in params], [p.data for p in params]
        lr = rate if fault == "decay" else rate * (1 - step / STEPS)
        adam.step(-lr if fault == "sign" else lr)
        move = length(p.data - old for p, old in zip(params, before))
        records.append([loss.data, length(grads), move])
        if fault == "grads":
            for p, grad in zip(params, grads):
                p.grad = grad
    return records


def test_the_page_makes_the_faults_that_python_makes():
    options = {"docs": DOCS, "seed": SEED, "steps": STEPS}
    write("faulty", [{"fault": f, "options": options, "records": faulty_run(f)} for f in FAULTS])
