"""GradientMap, GradientDescent, FitLine: slopes against nudging, traits, words, and JavaScript against Python."""

import doctest
import math
import random

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt.widgets import FitLine, GradientDescent, GradientMap
from microgpt.widgets.calculus import descent
from microgpt.widgets.calculus.landscapes import LANDSCAPES, LIMIT, REACH

NAMES = ["bowl", "valley", "two minima", "plateau"]
RATES = [0.001, 0.1, 0.3, 0.45, 0.9, 10]


def places(n, seed=1):
    r = random.Random(seed)
    return [[r.uniform(-REACH, REACH), r.uniform(-REACH, REACH)] for _ in range(n)] + [
        [2, 1],
        [-3, 3],
        [0, 0],
        [3, 3],
    ]


def test_examples_in_docstrings():
    assert doctest.testmod(descent).failed == 0


# ---- the landscapes ----


def test_the_landscapes_are_the_agreed_ones():
    assert list(LANDSCAPES) == NAMES and all(
        one.name == name and one.reach == REACH for name, one in LANDSCAPES.items()
    )
    assert LANDSCAPES["bowl"].formula == "w1**2 + 2 * w2**2"


@pytest.mark.parametrize("name", NAMES)
def test_gradients_by_rule_are_the_slopes_by_nudging(name):
    land, h = LANDSCAPES[name], 1e-5
    for w1, w2 in places(60):
        slope1 = (land.loss(w1 + h, w2) - land.loss(w1 - h, w2)) / (2 * h)
        slope2 = (land.loss(w1, w2 + h) - land.loss(w1, w2 - h)) / (2 * h)
        assert land.gradient(w1, w2) == pytest.approx([slope1, slope2], rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("name", NAMES)
def test_the_formula_is_the_loss(name):
    land = LANDSCAPES[name]
    for w1, w2 in places(60):
        assert eval(land.formula, {"w1": w1, "w2": w2}) == pytest.approx(
            land.loss(w1, w2), rel=1e-12, abs=1e-13
        )
        assert land.loss(w1, w2) >= 0


def test_what_each_landscape_is_for():
    def reached(name, start, rate, steps):
        return LANDSCAPES[name].descend(start, rate, steps)[-1]

    deep, shallow = LANDSCAPES["two minima"].loss(-2, 0), LANDSCAPES["two minima"].loss(1, 0)
    assert deep < shallow < LANDSCAPES["two minima"].loss(0, 0)
    assert reached("two minima", [2, 1], 0.1, 200) == pytest.approx([1, 0], abs=1e-6)
    assert reached("two minima", [-0.5, 1], 0.1, 200) == pytest.approx([-2, 0], abs=1e-6)
    zigzag = [w2 for _, w2 in LANDSCAPES["valley"].descend([-2.5, 1.5], 0.45, 10)]
    assert all(a * b < 0 and abs(b) < abs(a) for a, b in zip(zigzag, zigzag[1:]))
    assert math.dist(reached("plateau", [2, 1], 0.1, 50), [2, 1]) < 0.2
    assert reached("plateau", [0, 0], 0.1, 200) == pytest.approx([-1, -1], abs=1e-3)
    for name in ("bowl", "valley"):  # the border: the slope along w2 is 4 w2
        assert (
            abs(reached(name, [2, 1], 0.49, 100)[1]) < 1 < abs(reached(name, [2, 1], 0.51, 100)[1])
        )


# ---- descent ----


def test_a_loop_in_a_cell_gives_the_same_numbers():
    w1, w2, learning_rate = 2.0, 1.0, 0.1
    path, losses = [[w1, w2]], [w1**2 + 2 * w2**2]
    for _ in range(25):
        slope1, slope2 = 2 * w1, 4 * w2
        w1 = w1 - learning_rate * slope1
        w2 = w2 - learning_rate * slope2
        path.append([w1, w2])
        losses.append(w1**2 + 2 * w2**2)
    widget = GradientDescent(steps=25)
    assert widget.path() == path
    assert widget.losses() == pytest.approx(losses, rel=1e-14)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rate", [0.001, 1, 10])
def test_nothing_overflows(name, rate):
    for start in places(10):
        widget = GradientDescent(landscape=name, start=start, learning_rate=rate, steps=200)
        losses = widget.losses()
        assert all(map(math.isfinite, losses)) and all(loss <= LIMIT for loss in losses[:-1])
        assert ("overshoot: stopped" in repr(widget)) == (losses[-1] > LIMIT)
        assert len(losses) == len(widget.path()) <= 201


def test_words_of_descent():
    assert repr(GradientDescent()) == (
        "Gradient descent on the bowl from [2, 1] with learning rate 0.1: "
        "after 0 steps w1 = 2.0000, w2 = 1.0000 and the loss is 6.0000."
    )
    assert repr(GradientDescent(learning_rate=1, steps=99)).endswith(
        "after 6 steps the loss is 1.1e+06. The steps overshoot: stopped."
    )


# ---- the line ----


def test_the_prediction_climbs_to_the_target():
    rows = FitLine(steps=3, by="descent").history()
    assert [row["prediction"] for row in rows] == pytest.approx([0, 4, 6.4, 7.84])
    assert rows[0] == {
        "w": 0,
        "b": 0,
        "prediction": 0,
        "loss": 100,
        "slope_y": -20,
        "slope_w": -60,
        "slope_b": -20,
    }
    assert FitLine(steps=60, by="descent").history()[-1]["prediction"] == pytest.approx(10)


def test_the_largest_rate_that_converges():
    """The miss shrinks by 1 - 2 * rate * (x * x + 1): for x = 3 the border is 0.1."""

    def gaps(rate, steps=40):
        return [
            abs(row["prediction"] - 10)
            for row in FitLine(by="descent", learning_rate=rate, steps=steps).history()
        ]

    assert gaps(0.099)[-1] < 10 and gaps(0.1)[-1] == pytest.approx(10) and gaps(0.101)[-1] > 10
    assert gaps(0.05)[1] == pytest.approx(0)
    end = FitLine(by="descent", learning_rate=0.2, steps=200)
    assert len(end.history()) == 6 and "overshoot: stopped" in repr(end)


def test_slopes_of_the_line_are_the_slopes_by_nudging():
    def loss(w, b):
        return (w * -1.5 + b - 4) ** 2

    row, h = FitLine(x=-1.5, target=4, w=0.7, b=-2).history()[0], 1e-6
    assert row["slope_w"] == pytest.approx(
        (loss(0.7 + h, -2) - loss(0.7 - h, -2)) / (2 * h), rel=1e-6
    )
    assert row["slope_b"] == pytest.approx(
        (loss(0.7, -2 + h) - loss(0.7, -2 - h)) / (2 * h), rel=1e-6
    )


def test_words_of_the_line():
    assert (
        repr(FitLine(w=1, b=-2))
        == "The line y = 1 * x - 2 predicts 1 at x = 3; the target is 10, the loss 81."
    )
    assert repr(FitLine(by="descent", steps=1)).startswith(
        "After 1 step of descent w = 1.2000, b = 0.4000"
    )


# ---- JavaScript ----


def descent_case(name, start, rate):
    widget = GradientDescent(landscape=name, start=start, learning_rate=rate, steps=15)
    return {**widget.public_state(), "path": widget.path(), "losses": widget.losses()}


def test_javascript_computes_what_python_computes():
    fits = [
        {
            "x": x,
            "target": target,
            "w": w,
            "b": b,
            "learning_rate": rate,
            "steps": 12,
            "by": "descent",
        }
        for x, target, w, b in (
            [3, 10, 0, 0],
            [-1.5, 4, 0.7, -2],
            [0, -20, 5, 10],
            [5, 20, -5, -10],
        )
        for rate in (0.001, 0.02, 0.1, 0.2, 1)
    ]
    grounds = [
        {
            "name": name,
            "formula": land.formula,
            "reach": land.reach,
            "points": [
                [w1, w2, land.loss(w1, w2), *land.gradient(w1, w2)] for w1, w2 in places(20)
            ],
        }
        for name, land in LANDSCAPES.items()
    ]
    descents = [
        descent_case(name, start, rate)
        for name in NAMES
        for rate in RATES
        for start in places(1)[:3]
    ]
    cases = {
        "ground": grounds,
        "descent": descents,
        "fit": [{**one, "history": FitLine(**one).history()} for one in fits],
    }
    write("descent", [{kind: one} for kind, some in cases.items() for one in some])


# ---- traits ----


@pytest.mark.parametrize(
    "make, says",
    [
        (
            lambda: GradientMap(landscape="hill"),
            "landscape must be one of 'bowl', 'valley', 'two minima', 'plateau', not 'hill'",
        ),
        (lambda: GradientMap(point=[1]), "point must be a list of 2 numbers, each from -3 to 3"),
        (lambda: GradientMap(point=[1, 3.5]), "point must be a list of 2 numbers"),
        (lambda: GradientDescent(start="12"), "start must be a list of 2 numbers"),
        (
            lambda: GradientDescent(learning_rate=0),
            "learning_rate must be a number from 0.001 to 10",
        ),
        (lambda: GradientDescent(learning_rate=float("nan")), "learning_rate must be a number"),
        (lambda: GradientDescent(steps=1.0), "steps must be a whole number from 0 to 200"),
        (lambda: GradientDescent(steps=201), "steps must be a whole number from 0 to 200"),
        (lambda: FitLine(by="eye"), "by must be one of 'hand', 'descent'"),
        (lambda: FitLine(x=6), "x must be a number from -5 to 5"),
        (lambda: FitLine(learning_rate=2), "learning_rate must be a number from 0.001 to 1"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_state_is_set_and_read_back():
    widget = GradientDescent(landscape="valley", start=[-2, 1], learning_rate=0.45, steps=3)
    assert widget.public_state() == {
        "landscape": "valley",
        "start": [-2, 1],
        "learning_rate": 0.45,
        "steps": 3,
    }
    widget.landscape, widget.steps = "plateau", 0
    assert "on the plateau from [-2, 1]" in repr(widget) and widget.path() == [[-2, 1]]
    assert GradientMap().point is not GradientMap().point
    assert (
        GradientMap(landscape="two minima", point=[1, 0])
        .summary()
        .endswith("the gradient is [0, 0].")
    )
