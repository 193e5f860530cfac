"""SgdVsAdam: traits, words, what is true of both; JavaScript against Python; SGD and Adam on the real model."""

import doctest
import random
from math import isfinite

import numpy as np
import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import Config, Tokenizer, fast, load_names
from microgpt.optim import SGD, Adam
from microgpt.widgets import GradientDescent, SgdVsAdam
from microgpt.widgets.calculus.landscapes import LANDSCAPES
from microgpt.widgets.training import sgd_vs_adam


def test_examples_in_docstrings():
    assert doctest.testmod(sgd_vs_adam).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: SgdVsAdam(landscape="hill"), "landscape must be one of 'bowl', 'valley'"),
        (lambda: SgdVsAdam(view="both"), "view must be one of 'landscape', 'model'"),
        (lambda: SgdVsAdam(start=[1]), "start must be a list of 2 numbers, each from -3 to 3"),
        (lambda: SgdVsAdam(lr_sgd=0), "lr_sgd must be a number from 0.001 to 10, not 0"),
        (lambda: SgdVsAdam(lr_adam=float("nan")), "lr_adam must be a number from 0.001 to 10"),
        (lambda: SgdVsAdam(steps=201), "steps must be a whole number from 0 to 200"),
        (lambda: SgdVsAdam(model_rate=0.2), "model_rate must be one of 0.01, 0.1, 0.5, 1, 3"),
        (lambda: SgdVsAdam(seed=1.5), "seed must be a whole number"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_sgd_is_the_descent_of_chapter_03():
    for name in LANDSCAPES:
        settings = dict(landscape=name, start=[2, 1], steps=30)
        mine = SgdVsAdam(lr_sgd=0.3, **settings).losses()["SGD"]
        assert mine == GradientDescent(learning_rate=0.3, **settings).losses()


def down_since(who, **settings):
    """The step since which a ball is down; None: it is not."""
    widget = SgdVsAdam(steps=200, **settings)
    told = sgd_vs_adam.standing(widget.losses()[who], LANDSCAPES[widget.landscape].lowest)
    return int(told.split()[-1].rstrip(".")) if "down since" in told else None


def test_what_must_be_seen_in_the_valley():
    assert down_since("SGD", lr_sgd=0.1) == 87, "it crawls along the floor"
    assert down_since("Adam", lr_adam=0.1) == 35
    assert down_since("SGD", lr_sgd=0.45) == 19, "it zigzags, and with this rate it is first"
    assert down_since("SGD", lr_sgd=0.5) is None, "it bounces from wall to wall for ever"
    assert "stopped" in repr(SgdVsAdam(lr_sgd=0.6, steps=40))
    path = sgd_vs_adam.roll(LANDSCAPES["valley"], [-2.5, 1.5], lambda v: Adam(v, 0.1), 5)
    steps = np.abs(np.diff(np.array(path), axis=0))
    assert np.all((steps > 0.09) & (steps < 0.101)), "Adam's steps are about lr in both directions"


def test_what_is_also_true():
    assert down_since("SGD", landscape="bowl", lr_sgd=0.3) == 4, "a good rate on a round bowl"
    rates = [0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2]
    assert min(down_since("Adam", landscape="bowl", lr_adam=lr) or 999 for lr in rates) > 20
    plateau = dict(landscape="plateau", start=[2, 1])
    assert down_since("SGD", lr_sgd=0.1, **plateau) is None
    assert down_since("Adam", lr_adam=0.1, **plateau) == 52


@pytest.mark.parametrize("name", LANDSCAPES)
def test_the_lowest_loss_is_the_lowest(name):
    land = LANDSCAPES[name]
    grid = np.linspace(-3, 3, 121)
    losses = [land.loss(float(w1), float(w2)) for w1 in grid for w2 in grid]
    assert min(losses) == pytest.approx(land.lowest, abs=1e-12)


@pytest.mark.parametrize("name", LANDSCAPES)
@pytest.mark.parametrize("rate", [0.001, 1, 10])
def test_nothing_overflows(name, rate):
    for start in ([3, 3], [-3, 3], [0, 0], [-1, -1]):
        widget = SgdVsAdam(landscape=name, start=start, lr_sgd=rate, lr_adam=rate, steps=200)
        assert all(isfinite(loss) for losses in widget.losses().values() for loss in losses)
        assert "nan" not in repr(widget) and "inf" not in repr(widget)


def test_javascript_against_python():
    r, cases = random.Random(5), []
    for name in LANDSCAPES:
        for rate in (0.01, 0.1, 0.45, 2):
            start = [round(r.uniform(-3, 3), 2), round(r.uniform(-3, 3), 2)]
            state = dict(landscape=name, start=start, lr_sgd=rate, lr_adam=rate, steps=40)
            ground, lowest = LANDSCAPES[name], LANDSCAPES[name].lowest
            paths = {
                "sgd": sgd_vs_adam.roll(ground, start, lambda v, lr=rate: SGD(v, lr), 40),
                "adam": sgd_vs_adam.roll(ground, start, lambda v, lr=rate: Adam(v, lr), 40),
            }
            told = {
                who: sgd_vs_adam.standing([ground.loss(*at) for at in path], lowest)
                for who, path in paths.items()
            }
            cases.append({"state": state, "paths": paths, "told": told})
    write("sgd_vs_adam", cases)


# ---- the real model: the numbers that the chapter quotes ----


class FastSGD:
    """`microgpt.SGD` for all weights of a fast model in one go."""

    def __init__(self, model, lr):
        self.model, self.lr = model, lr

    def step(self, lr):
        self.model.params -= lr * self.model.grads


def end(make, seed=42, steps=1000):
    """The mean loss of the last 500 rounds of the program's run with another optimizer."""
    docs, rng = load_names(), random.Random(seed)
    rng.shuffle(docs)
    tokenizer = Tokenizer(docs)
    model = fast.GPT(Config(), tokenizer.vocab_size, rng)
    with np.errstate(all="ignore"):
        losses = [one.loss for one in fast.train(model, tokenizer, docs, steps, make(model))]
    return float(np.mean(losses[-500:]))


def test_on_the_real_model_sgd_comes_close_with_a_good_rate():
    adam = end(lambda model: fast.Adam(model, 0.01))
    sgd = {lr: end(lambda model, lr=lr: FastSGD(model, lr)) for lr in (0.01, 0.1, 1)}
    assert adam == pytest.approx(2.4039, abs=5e-4)
    assert sgd[0.1] == pytest.approx(2.4306, abs=5e-4)
    assert sgd[0.01] == pytest.approx(2.6003, abs=5e-4)
    assert not isfinite(sgd[1])
