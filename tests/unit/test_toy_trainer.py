"""ToyTrainer: traits, words, what is learned by heart, the least loss; JavaScript against Python."""

import doctest
import itertools
import math
import random

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import toy
from microgpt.widgets import ToyTrainer
from microgpt.widgets.training import toy_trainer

LISTS = [["ab", "ba", "ca"], ["ab", "abc", "ba"], ["c"], ["a", "a", "bcb"], ["abc", "bca", "cab"]]


def test_examples_in_docstrings():
    assert doctest.testmod(toy_trainer).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: ToyTrainer(words=[]), "words must be a list of 1 to 8 words, each of 1 to 3"),
        (lambda: ToyTrainer(words=["a"] * 9), "words must be a list of 1 to 8 words"),
        (lambda: ToyTrainer(words=["abca"]), "words must be a list of 1 to 8 words"),
        (lambda: ToyTrainer(words=["ad"]), "of the letters a, b, c, not"),
        (lambda: ToyTrainer(words=[""]), "words must be a list of 1 to 8 words"),
        (lambda: ToyTrainer(words="ab"), "words must be a list of 1 to 8 words"),
        (lambda: ToyTrainer(words=[1]), "words must be a list of 1 to 8 words"),
        (lambda: ToyTrainer(learning_rate=0.02), "learning_rate must be one of 0.01, 0.03, 0.1"),
        (lambda: ToyTrainer(steps=601), "steps must be a whole number from 0 to 600"),
        (lambda: ToyTrainer(matrix="wq"), "matrix must be one of 'wte', 'wpe'"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_the_toy_has_72_weights():
    assert len(toy.toy_model().parameters()) == 72


def test_after_some_hundred_rounds_it_knows_its_words_by_heart():
    widget = ToyTrainer(steps=0)
    assert widget.loss() > 1.3 and widget.losses() == []
    widget.steps = 400
    floor = toy_trainer.floor_of(widget.words)
    assert floor < widget.loss() < floor + 0.01 and len(widget.losses()) == 400


def test_the_floor_by_hand():
    # ab, ba, ca: only the first letter of three is open, one prediction of each word's three
    assert toy_trainer.floor_of(["ab", "ba", "ca"]) == pytest.approx(math.log(3) / 3)
    assert toy_trainer.shares_of(["ab", "ba", "ca"])[""] == pytest.approx([0, 1 / 3, 1 / 3, 1 / 3])
    # a and ab: after a comes the end, of weight 1/2, or b, of weight 1/3
    assert toy_trainer.shares_of(["a", "ab"])["a"] == pytest.approx([0.6, 0, 0.4, 0])


@pytest.mark.parametrize("words", LISTS)
def test_no_other_probabilities_come_below_the_floor(words):
    """The loss of any table of probabilities, measured as training measures it."""
    r, shares = random.Random(1), toy_trainer.shares_of(words)

    def loss(table):
        return sum(
            sum(-math.log(table[word[:i]][after]) for i, after in enumerate(ids[1:])) / len(ids[1:])
            for word in words
            for ids in [toy_trainer.ids_of(word)]
        ) / len(words)

    floor = toy_trainer.floor_of(words)
    assert loss(shares) == pytest.approx(floor)
    for _ in range(200):
        table = {}
        for beginning, row in shares.items():
            near = [p * r.uniform(0.8, 1.2) + r.uniform(0, 0.1) for p in row]
            table[beginning] = [p / sum(near) for p in near]
        assert loss(table) >= floor


def test_javascript_against_python():
    cases = []
    for words, rate in itertools.product(LISTS, (0.01, 0.1)):
        model, losses = toy_trainer.trained(tuple(words), rate, 60)
        cases.append({
            "words": words,
            "rate": rate,
            "losses": losses,
            "weights": [p.data for p in model.parameters()],
            "mean": ToyTrainer(words=words, learning_rate=rate, steps=60).loss(),
            "floor": toy_trainer.floor_of(words),
            "shares": toy_trainer.shares_of(words),
        })  # fmt: skip
    write("toy_trainer", cases)
