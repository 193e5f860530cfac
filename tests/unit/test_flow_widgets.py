"""The whole model block by block, its parameters, and its units: Python's numbers, and cases for the JavaScript."""

import doctest
from math import isclose

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import Config, activity, forward, toy
from microgpt.canonical import load_canonical
from microgpt.data import load_names
from microgpt.forward import forward_blocks
from microgpt.heads import untrained_model
from microgpt.model import GPT
from microgpt.widgets import ForwardPass, ParameterMatrices
from microgpt.widgets.model import forward_pass, parameter_matrices

PASSES = [
    {},
    {"name": "a", "position": 0, "block": "weights"},
    {"name": "mississippi", "position": 11, "block": "logits", "number": 26},
    {"name": "alexandriannaxy", "position": 15, "block": "scores", "number": 63},
    {"until": "attention", "block": "attn_add"},
]
MATRICES = [
    {},
    {"changes": [["wte", 12, 3, 1.5], ["fc1", 63, 15, -10]]},
    {"prefix": "alexandriannaxy", "changes": [["wpe", 15, 15, 10], ["lm_head", 26, 0, 10]]},
    {"trained": False, "matrix": "fc2", "row": 15, "column": 63, "changes": [["wq", 0, 0, 0]]},
    {"changes": [["wte", 25, 0, 9]]},  # the z, which em does not read
]


@pytest.mark.parametrize("module", [activity, forward, forward_pass, parameter_matrices])
def test_examples_in_docstrings(module):
    result = doctest.testmod(module)
    assert result.failed == 0 and result.attempted


# ---- every number of the model ----


def test_the_blocks_end_in_the_models_own_logits():
    run = load_canonical()
    for model, tokens in (
        (run.model, run.tokenizer.encode("emma")[:-1]),
        (toy.toy_model(), [0, 1]),
    ):
        keys, values = model.new_cache()
        for position, token in enumerate(tokens):
            logits = model(token, position, keys, values)
            blocks = forward_blocks(model, tokens[: position + 1])
            assert list(blocks) == forward_pass.BLOCKS
            assert blocks["logits"] == [logit.data for logit in logits]
            assert isclose(sum(blocks["probs"]), 1)


def test_a_model_of_two_layers_is_refused():
    with pytest.raises(ValueError, match="a model of one layer, not of 2"):
        forward_blocks(GPT(Config(n_layer=2), 27), [26])


# ---- the units ----


def test_how_many_units_are_off_over_the_whole_list():
    """These are the numbers that the course tells."""
    run = load_canonical()
    names = load_names()
    after, before = (
        activity.measure(model, run.tokenizer, names) for model in (run.model, untrained_model())
    )
    assert (after.names, after.tokens, len(after.on)) == (4825, 33344, 64)
    assert round(after.off, 4) == 0.8600 and round(before.off, 4) == 0.5337
    assert after.never == after.always == before.never == before.always == []
    shares = sorted(on / after.tokens for on in after.on)
    assert [round(share, 3) for share in (shares[0], shares[-1])] == [0.007, 0.537]


def test_the_units_are_those_of_the_model_itself():
    run = load_canonical()
    names = ["emma", "al", "alexandriannaxy", "alexandriannaxyz"]  # the last: more than it can read
    on, tokens = [0] * 64, 0
    for name in names:
        ids = run.tokenizer.encode(name)[:-1][: run.config.block_size]
        for position in range(len(ids)):
            relu = forward_blocks(run.model, ids[: position + 1])["relu"]
            on = [count + (x > 0) for count, x in zip(on, relu)]
            tokens += 1
    measured = activity.measure(run.model, run.tokenizer, names)
    assert (measured.on, measured.tokens, measured.names) == (on, tokens, 4)


# ---- traits and words ----


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: ForwardPass(name=""), "name must be 1 to 15 letters"),
        (lambda: ForwardPass(name="al", position=3), "position must be 0 to 2 for 'al', not 3"),
        (lambda: ForwardPass(block="wq"), "block must be one of 'token', 'position'"),
        (lambda: ForwardPass(until="embedding", block="q"), "'norm': 'q' is not there yet"),
        (
            lambda: ForwardPass(until="all"),
            "until must be one of 'embedding', 'attention', 'model'",
        ),
        (lambda: ForwardPass(number=64), "number must be a whole number from 0 to 63"),
        (lambda: ParameterMatrices(matrix="attn_wq"), "matrix must be one of 'wte', 'wpe'"),
        (lambda: ParameterMatrices(row=27), "row must be 0 to 26 in wte, not 27"),
        (lambda: ParameterMatrices(matrix="wq", column=16), "column must be 0 to 15 in wq"),
        (lambda: ParameterMatrices(prefix="É"), "prefix must be 1 to 15 letters"),
        (lambda: ParameterMatrices(changes=[["wq", 16, 0, 1]]), "a row and a column that it has"),
        (lambda: ParameterMatrices(changes=[["wq", 0, 0, 11]]), "a value from -10 to 10"),
        (lambda: ParameterMatrices(changes=[["wq", 0, 0, float("nan")]]), "changes must be a list"),
        (lambda: ParameterMatrices(changes=[["wq", 0, True, 1]]), "changes must be a list"),
        (lambda: ParameterMatrices(changes=[[["wq"], 0, 0, 1]]), "changes must be a list"),
        (lambda: ParameterMatrices(changes="wq"), "changes must be a list"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_what_is_no_longer_there_is_left():
    widget = ForwardPass(name="emma", position=4, block="probs")
    widget.name = "al"
    assert widget.position == 2
    widget.until = "attention"
    assert widget.block == "attn_add" and "Later blocks are not there yet" in widget.summary()
    matrices = ParameterMatrices(matrix="fc2", row=15, column=63)
    matrices.matrix = "wpe"
    assert (matrices.row, matrices.column) == (15, 15)


def test_the_words_count_the_changes():
    assert "No number is changed. After “em”, most likely: a 0.33." in ParameterMatrices().summary()
    said = ParameterMatrices(trained=False, changes=[["wq", 0, 0, 1], ["wq", 0, 1, 1]]).summary()
    assert said.startswith("wte of the untrained model") and "2 numbers are changed" in said


def test_changes_reach_the_model_and_leave_the_course_alone():
    before, after = ParameterMatrices(changes=[["lm_head", 1, 0, 10]]).guesses()
    assert before != after and ParameterMatrices().guesses() == (before, before)
    before, after = ParameterMatrices(changes=[["wte", 25, 0, 9]]).guesses()
    assert before == after  # em reads no z


# ---- what the page computes ----


def test_the_page_computes_the_same():
    passes = [ForwardPass(**traits) for traits in PASSES]
    write("forward", [{"state": one.public_state(), "numbers": one.numbers()} for one in passes])
    matrices = [ParameterMatrices(**traits) for traits in MATRICES]
    write("matrices", [{"state": one.public_state(), "guesses": one.guesses()} for one in matrices])
