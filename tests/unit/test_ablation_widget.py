"""The Ablation widget: traits, words, and what its results look like from Python."""

import doctest

import pytest
from traitlets import TraitError

from microgpt.evidence import load_ablations
from microgpt.widgets import Ablation
from microgpt.widgets.model import ablation

LOSSES = {"whole": [2.0, 2.1, 2.2, 2.1, None], "mlp": [2.3, 2.5, 2.5, 2.4, 2.4]}


def test_examples_in_docstrings():
    assert doctest.testmod(ablation).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: Ablation(without=["wings"]), "without must be a list of some of position, resid"),
        (lambda: Ablation(without="mlp"), "without must be a list of some of position"),
        (lambda: Ablation(without=[["mlp"]]), "without must be a list of some of position"),
        (lambda: Ablation(seeds=0), "seeds must be a whole number from 1 to 10"),
        (lambda: Ablation(seeds=11), "seeds must be a whole number from 1 to 10"),
        (lambda: Ablation(rounds=0), "rounds must be a whole number from 1 to 20000"),
        (lambda: Ablation(show="mine"), "show must be one of 'recorded', 'long', 'yours'"),
        (lambda: Ablation(results=None), "results must be {} or hold rounds and losses"),
        (lambda: Ablation(results={"rounds": 10}), "results must be {} or hold"),
        (lambda: Ablation(results={"rounds": 0, "losses": LOSSES}), "results must be {} or hold"),
        (lambda: Ablation(results={"rounds": 9, "losses": {"mlp": [2.0]}}), "results must be"),
        (lambda: Ablation(results={"rounds": 9, "losses": {"whole": []}}), "results must be"),
        (lambda: Ablation(results={"rounds": 9, "losses": {"whole": ["2"]}}), "results must be"),
        (
            lambda: Ablation(results={"rounds": 9, "losses": {"whole": [2.0], "mlp": [2.0, 2.0]}}),
            "results must be",
        ),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_the_parts_come_in_their_own_order_and_once():
    assert Ablation(without=("mlp", "position", "mlp")).without == ["position", "mlp"]
    assert Ablation(without=[]).without == []


def test_the_words_say_what_was_found():
    said = Ablation(show="yours", results={"rounds": 1000, "losses": LOSSES}).summary()
    assert said == (
        "Your runs, 1,000 rounds, 5 seeds each, held-out loss: whole model 2.100. "
        "Without a part, worse: no MLP (+0.325)."
    )
    assert Ablation().summary().startswith("Recorded, 1,000 rounds, 8 seeds each")
    alone = Ablation(show="yours", results={"rounds": 5, "losses": {"whole": [2.0], "relu": [3.0]}})
    assert alone.summary().endswith("Without a part, cannot tell: no ReLU.")


def test_before_anything_is_run_the_words_say_what_would_be():
    widget = Ablation(show="yours", without=["norm", "heads"], seeds=1, rounds=2500)
    says = "To be run: the whole model against no norm, one head, 1 seed, 2,500 rounds."
    assert widget.summary() == says
    nothing = {"rounds": 9, "losses": {"whole": [None], "mlp": [None]}}
    assert "To be run" in Ablation(show="yours", results=nothing).summary()


def test_every_widget_has_results_of_its_own():
    one, other = Ablation(), Ablation()
    assert one.results == {} and one.results is not other.results
    assert one.shown() == ("Recorded", 1000, load_ablations())
