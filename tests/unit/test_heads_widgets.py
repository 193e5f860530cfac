"""The widgets about the attention of the toy model and of the trained one: traits, words, and their numbers."""

import doctest

import pytest
from traitlets import TraitError

from microgpt.attention import attention_at_once, attention_steps, largest_gap
from microgpt.canonical import load_canonical
from microgpt.toy import toy_model
from microgpt.widgets import AttentionStepper, CacheIsMask, TrainedHeads
from microgpt.widgets.attention import heads


def test_examples_in_docstrings():
    assert doctest.testmod(heads).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: TrainedHeads(name=""), "name must be 1 to 15 letters from a to z, not ''"),
        (lambda: TrainedHeads(name="Emma"), "name must be 1 to 15 letters"),
        (lambda: TrainedHeads(name="a" * 16), "name must be 1 to 15 letters"),
        (lambda: TrainedHeads(name="al", position=3), "position must be None or 0 to 2 for 'al'"),
        (lambda: TrainedHeads(position=16), "position must be one of None, 0, 1"),
        (lambda: TrainedHeads(position=True), "position must be one of None, 0, 1"),
        (lambda: TrainedHeads(trained=1), "trained must be one of False, True"),
        (lambda: AttentionStepper(tokens=[]), "tokens must be a list of 1 to 4 of BOS, a, b, c"),
        (lambda: AttentionStepper(tokens=["d"]), "tokens must be a list of 1 to 4"),
        (lambda: AttentionStepper(tokens=["a"] * 5), "tokens must be a list of 1 to 4"),
        (lambda: AttentionStepper(tokens=["BOS"]), "position must be 0 to 0, not 2"),
        (lambda: AttentionStepper(position=3), "position must be 0 to 2, not 3"),
        (lambda: AttentionStepper(step=11), "step must be one of 0, 1"),
        (lambda: CacheIsMask(step=6), "step must be one of 0, 1"),
        (lambda: CacheIsMask(name="É"), "name must be 1 to 15 letters"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_a_name_that_gets_too_short_lets_go_of_the_row():
    widget = TrainedHeads(name="emma", position=4)
    widget.name = "al"
    assert widget.position is None and widget.weights() == []
    widget.name, widget.position = "a", 1
    assert [len(row) for row in widget.weights()] == [2, 2, 2, 2]


def test_the_words_say_where_each_head_looks_most():
    said = TrainedHeads(name="emma", position=3).summary()
    assert said.startswith("The four heads of the trained model on “emma”. m at position 3 looks")
    assert "head 0 e at 1 (0.33), head 1 BOS at 0 (0.33), head 2 BOS at 0 (0.35)" in said
    assert "no row is pinned" in TrainedHeads(trained=False).summary()
    assert TrainedHeads(position=0, trained=False).weights() == [[1.0]] * 4


def test_the_steppers_words_tell_no_more_than_is_computed():
    assert "nothing is computed yet" in AttentionStepper().summary()
    assert "takes" not in AttentionStepper(step=6).summary()
    said = AttentionStepper(step=7).summary()
    assert said.endswith("It takes 0.34 from BOS, 0.31 from a, 0.35 from b.")
    assert AttentionStepper(position=0).numbers()["heads"][0]["weights"] == [1.0]


def test_tokens_and_position_can_change_together_and_alone():
    stepper = AttentionStepper()
    with stepper.hold_trait_notifications():
        stepper.position, stepper.tokens = 3, ["BOS", "a", "a", "c"]
    assert len(stepper.numbers()["heads"][0]["weights"]) == 4
    with pytest.raises(TraitError, match="position must be 0 to 1, not 3"):
        stepper.tokens = ["BOS", "a"]


def test_cache_and_mask_agree_to_the_last_bit():
    for tokens in ([0], [0, 1, 2], [3, 3, 1, 0]):
        assert largest_gap(toy_model(), tokens) == 0
        one, masked = (way(toy_model(), tokens) for way in (attention_steps, attention_at_once))
        for i, (a, b) in enumerate(zip(one, masked, strict=True)):
            rest = len(tokens) - i - 1
            assert b["heads"][0]["weights"] == a["heads"][0]["weights"] + [0.0] * rest
    run = load_canonical()
    for name in ("a", "emma", "alexandriannaxy"):
        assert largest_gap(run.model, run.tokenizer.encode(name)[:-1]) == 0
