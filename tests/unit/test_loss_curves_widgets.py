"""DrawCurve and LossBuilder: their traits, their words, and JavaScript against the package's numbers."""

import doctest
import random
import runpy
from math import exp, log

import pytest
from js_cases import write
from test_js_engine import ROOT
from traitlets import TraitError

from microgpt.canonical import load_canonical
from microgpt.widgets import DrawCurve, LossBuilder
from microgpt.widgets.training import draw_curve, loss_builder


def test_examples_in_docstrings():
    assert doctest.testmod(draw_curve).failed == 0
    assert doctest.testmod(loss_builder).failed == 0


# ---- the same numbers in JavaScript ----


def some_points(r, steps):
    rounds = sorted({0, steps, *(r.randint(0, steps) for _ in range(r.randint(0, 30)))})
    return [[one, round(r.uniform(0, 4), 2)] for one in rounds[r.randint(0, 1) :]]


def curve_case(r, losses):
    steps = r.choice([300, 1000, 777])
    widget = DrawCurve(steps=steps, points=some_points(r, steps))
    rounds = [r.randint(0, steps) for _ in range(10)]
    found, expected, was = widget.widest(losses[:steps])
    return {
        "steps": steps,
        "points": widget.points,
        "heights": [[one, widget.expected(one)] for one in rounds],
        "widest": {"round": found, "expected": expected, "was": was},
    }


def test_the_drawn_curve_is_the_same_in_javascript():
    r, losses = random.Random(9), load_canonical().losses
    cases = [curve_case(r, losses) for _ in range(30)]
    write("draw_curve", [{"losses": losses}, *cases])


def test_the_loss_is_the_same_in_javascript():
    r = random.Random(10)
    some = [0.001, 0.01, 1 / 27, 0.1, 0.9, 1, *(r.uniform(0.001, 1) for _ in range(10))]
    widgets = [LossBuilder(p=p, rest=rest) for p in some for rest in ("evenly", "one", "model")]
    write(
        "loss_builder",
        [{"p": w.p, "rest": w.rest, "loss": w.loss(), "chances": w.chances()} for w in widgets],
    )


def test_the_chances_after_em_are_the_trained_models():
    tool = "tools/make_after_em_js.py"
    generator = runpy.run_path(str(ROOT / tool))
    assert generator["FILE"].read_bytes() == generator["text"]().encode(), f"stale: python {tool}"


# ---- the widgets ----


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: DrawCurve(points=[[100, 3], [50, 2]]), "in order of rounds"),
        (lambda: DrawCurve(points=[[0, 4.1]]), "each loss from 0 to 4"),
        (lambda: DrawCurve(points=[[0, float("nan")]]), "each loss from 0 to 4"),
        (lambda: DrawCurve(points=[[0, 1], [1, 1, 1]]), "must be a list of at most 400 pairs"),
        (lambda: DrawCurve(points=[[i, 1] for i in range(401)]), "at most 400 pairs"),
        (lambda: DrawCurve(points=[[1001, 1]]), "must not be above steps, 1000"),
        (lambda: DrawCurve(points=[[0, 3], [900, 2]], steps=800), "must not be above steps, 800"),
        (lambda: DrawCurve(steps=100), "steps must be a whole number from 300 to 2000"),
        (lambda: DrawCurve(committed=1), "committed must be one of False, True"),
        (lambda: LossBuilder(p=0), "p must be a number from 0.001 to 1"),
        (lambda: LossBuilder(p=1.01), "p must be a number from 0.001 to 1"),
        (lambda: LossBuilder(rest="all"), "rest must be one of 'evenly', 'one', 'model'"),
    ],
)
def test_wrong_traits_are_explained(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_a_curve_goes_straight_and_has_ends():
    widget = DrawCurve(points=[[100, 3], [200, 2], [1000, 2]])
    assert [widget.expected(one) for one in (99, 100, 150, 600, 1000)] == [None, 3, 2.5, 2, 2]
    assert DrawCurve(points=[[5, 3]]).expected(5) == 3
    assert DrawCurve().widest(load_canonical().losses) is None
    assert "2.00 at round 1,000" in repr(widget)


def test_only_the_right_letter_counts():
    for p, loss in ((0.9, 0.105), (0.10, 2.303), (0.01, 4.605), (1 / 27, 3.296), (1, 0)):
        for rest in ("evenly", "one", "model"):
            widget = LossBuilder(p=p, rest=rest)
            assert round(widget.loss(), 3) == loss
            assert widget.choices() == pytest.approx(1 / p)
            assert sum(widget.chances().values()) == pytest.approx(1)
            assert f"= {loss:.3f} nats" in repr(widget)
    run = load_canonical()
    ours = run.chances("em")["m"]
    model = LossBuilder(p=ours, rest="model")
    assert model.chances() == pytest.approx(run.chances("em"))
    assert exp(-model.loss()) == pytest.approx(ours) and model.loss() > log(27)
