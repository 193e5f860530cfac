"""ToyByHand: its traits, its words, its numbers."""

import doctest

import pytest
from traitlets import TraitError

from microgpt import toy
from microgpt.by_hand import step_by_hand
from microgpt.widgets import ToyByHand
from microgpt.widgets.model import toy_by_hand

WQ = [[2, 0.2], [0.1, 0.4]]


def test_examples_in_docstrings():
    assert doctest.testmod(toy_by_hand).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (
            lambda: ToyByHand(name="abca"),
            "name must be at most 3 of the letters a, b, c, not 'abca'",
        ),
        (lambda: ToyByHand(name="d"), "name must be at most 3 of the letters"),
        (lambda: ToyByHand(name=["a"]), "name must be at most 3 of the letters"),
        (lambda: ToyByHand(position=4), "position must be one of 0, 1, 2, 3, not 4"),
        (lambda: ToyByHand(step=44), "step must be one of 0, 1"),
        (lambda: ToyByHand(matrix="wq"), "matrix must be one of 'wte', 'wpe'"),
        (
            lambda: ToyByHand(cell=[0, 8]),
            "cell must be a list of 2 whole numbers, each from 0 to 7",
        ),
        (lambda: ToyByHand(weights={"wq": WQ}), "weights must give rows to matrices named wte"),
        (lambda: ToyByHand(weights=[1]), "weights must give rows to matrices"),
        (lambda: ToyByHand(weights={"wte": WQ}), r"weights\['wte'\] must be 4 rows of 2 numbers"),
        (lambda: ToyByHand(weights={"layer0.attn_wq": [[3, 0], [0, 0]]}), "each from -2 to 2"),
        (lambda: ToyByHand(weights={"layer0.attn_wq": [["1", 0], [0, 0]]}), "each from -2 to 2"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_a_position_beyond_the_name_is_its_last():
    widget = ToyByHand(name="abc", position=3)
    widget.name = "a"
    assert widget.position == 1
    assert ToyByHand(name="").position == 0


def test_two_widgets_have_weights_of_their_own():
    one, other = ToyByHand(), ToyByHand()
    one.weights = {"layer0.attn_wq": WQ}
    assert other.weights == {} and one.summary() != other.summary()


def test_the_words_are_two_sentences_with_the_loss_before_and_after():
    said = ToyByHand(weights={"layer0.attn_wq": WQ}, name="cab").summary()
    model = toy.toy_model()
    for parameters, numbers in zip(model.state_dict["layer0.attn_wq"], WQ):
        for parameter, number in zip(parameters, numbers):
            parameter.data = number
    step = step_by_hand(model, [0, 3, 1, 2, 0])
    assert said == (
        f"The toy model by hand on BOS c a b: its loss is {step['loss']:.4f}. "
        f"One step of Adam makes it {step['after']:.4f}."
    )


def test_it_brings_the_address_of_the_sheet_to_a_page():
    assert ToyByHand().public_state()["paper"] == "../book/toy_sheet.html"
    assert "paper" not in ToyByHand.public_traits()
