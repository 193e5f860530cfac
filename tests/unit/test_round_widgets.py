"""TrainingStep and GradientField: one round of training on a name, against the package; cases for the JavaScript."""

import doctest

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import document_loss
from microgpt.heads import untrained_model
from microgpt.optim import SGD, Adam
from microgpt.widgets import GradientField, TrainingStep
from microgpt.widgets.attention.heads import course_model, course_tokenizer
from microgpt.widgets.model import one_number
from microgpt.widgets.model.one_number import NAMES, size
from microgpt.widgets.training import gradient_field, rounds, training_step

STEPS = [
    {},
    {"optimiser": "sgd", "stage": 6},
    {"round": 2, "matrix": "lm_head", "row": 0},
    {"round": 5, "matrix": "wq", "row": 15, "column": 15},
    {"optimiser": "sgd", "round": 5, "name": "zoe", "matrix": "fc2", "row": 3, "column": 63},
    {"name": "a", "matrix": "wpe", "row": 9},
    {"name": "alexandriannaxy", "round": 2, "matrix": "wte", "row": 25},
]
FIELDS = ["emma", "a", "zoe", "alexandriannaxy", "mmmmmmmm"]


@pytest.mark.parametrize("module", [gradient_field, one_number, rounds, training_step])
def test_examples_in_docstrings(module):
    result = doctest.testmod(module)
    assert result.failed == 0 and result.attempted


@pytest.mark.parametrize("optimiser, make", [("adam", Adam), ("sgd", SGD)])
def test_rounds_are_those_of_the_package(optimiser, make):
    model, ids = untrained_model(), course_tokenizer().encode("emma")
    params = model.parameters()
    by, losses = make(params, lr=0.01), []
    for _ in range(rounds.MOST):
        loss = document_loss(model, ids)
        loss.backward()
        losses.append(loss.data)
        by.step()
    mine = [TrainingStep(optimiser=optimiser, round=i + 1).now().loss for i in range(rounds.MOST)]
    assert mine == pytest.approx(losses, abs=1e-15)
    after = TrainingStep(optimiser=optimiser, round=rounds.MOST).now()
    assert after.values_after == [p.data for p in params]
    assert after.loss_after == pytest.approx(document_loss(model, ids).data, abs=1e-15)


def test_the_numbers_that_the_course_tells():
    step = TrainingStep()
    now = step.now()
    assert [round(s, 4) for s in now.surprises] == [3.3971, 3.152, 3.3729, 3.5245, 3.3326]
    assert (round(now.loss, 4), round(now.loss_after, 4)) == (3.3558, 2.9474)
    assert round(TrainingStep(optimiser="sgd").now().loss_after, 4) == 3.2960
    field = GradientField()
    assert sum(g != 0 for rows in field.gradients().values() for row in rows for g in row) == 3488
    taking = set("abcdefghijklmnopqrstuvwxyz") - set(field.empty_rows("wte"))
    assert taking == set("ema") and len(field.empty_rows("wte")) == 23
    assert field.empty_rows("fc1") == ["5", "42", "44", "49", "58"]
    assert field.empty_rows("lm_head") == []


def test_the_first_corrected_averages_are_the_gradient_and_its_square():
    number = TrainingStep().number()
    assert number["m_hat"] == pytest.approx(number["gradient"], rel=1e-14)
    assert number["v_hat"] == pytest.approx(number["gradient"] ** 2, rel=1e-14)
    z = TrainingStep(row=25).number()
    assert z["gradient"] == z["m"] == z["v"] == 0 and z["after"] == z["value"]
    sgd = TrainingStep(optimiser="sgd").number()
    assert sgd["m"] == sgd["v_hat"] == 0
    assert sgd["after"] == sgd["value"] - 0.01 * sgd["gradient"]


def test_the_course_model_stays_as_it_is():
    before = [p.data for p in course_model(trained=False).parameters()]
    TrainingStep(name="ada", round=5).summary()
    assert [p.data for p in course_model(trained=False).parameters()] == before


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: TrainingStep(name=""), "name must be 1 to 15 letters"),
        (lambda: TrainingStep(name="Emma"), "name must be 1 to 15 letters"),
        (lambda: TrainingStep(optimiser="adamw"), "optimiser must be one of 'adam', 'sgd'"),
        (lambda: TrainingStep(stage=8), "stage must be one of 0, 1, 2"),
        (lambda: TrainingStep(round=6), "round must be a whole number from 1 to 5"),
        (lambda: TrainingStep(row=27), "row must be 0 to 26 in wte, not 27"),
        (lambda: GradientField(name="a" * 16), "name must be 1 to 15 letters"),
        (lambda: GradientField(matrix="attn_wq"), "matrix must be one of 'wte', 'wpe'"),
        (lambda: GradientField(matrix="wq", column=16), "column must be 0 to 15 in wq"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_the_number_stays_in_its_matrix():
    field = GradientField(matrix="fc1", row=63)
    field.matrix = "wq"
    assert (field.row, field.column) == (15, 0)


def test_the_words_say_the_round_and_the_row():
    said = TrainingStep(optimiser="sgd", round=2, matrix="lm_head", row=26).summary()
    assert said.startswith("Round 2 on BOS e m m a BOS with SGD: loss 3.2960, then ")
    assert "lm_head, row end, column 0: " in said
    assert "In 24 of 27 rows of wte" in GradientField(name="eve").summary()


# ---- what the page computes ----


def step_case(step):
    now = step.now()
    kept = {"surprises": now.surprises, "after": now.surprises_after, "loss": now.loss}
    return {"state": step.public_state(), **kept, "number": step.number()}


def field_case(name):
    field = GradientField(name=name)
    gradients = field.gradients()
    assert {m: (len(rows), len(rows[0])) for m, rows in gradients.items()} == {
        m: size(m) for m in NAMES
    }
    return {
        "name": name,
        "sums": {m: [sum(row) for row in rows] for m, rows in gradients.items()},
        "taking": {m: sum(g != 0 for row in rows for g in row) for m, rows in gradients.items()},
        "empty": {m: field.empty_rows(m) for m in gradients},
    }


def test_the_page_computes_the_same():
    write("training_step", [step_case(TrainingStep(**traits)) for traits in STEPS])
    write("gradient_field", [field_case(name) for name in FIELDS])
