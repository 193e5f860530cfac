"""One neuron and the ReLU gate, in a browser: pointer, keys, extremes and Reset."""

import pytest
from dials import dial
from fit import assert_fits
from hands import centre, drag_by
from whole import assert_whole


def test_neuron_grows_stage_by_stage(open_widget):
    page, view = open_widget("OneNeuron", copies=2)
    for stage, says in (
        (1, "output = 1 + 2 = 3"),
        (2, "output = 2·1 + (−0.5)·2 = 1"),
        (3, "− 2 = −1"),
        (4, "output = ReLU(−1) = 0"),
    ):
        view.locator(".mg-stage").nth(stage - 1).click()
        assert says in view.inner_text()
        assert dial(view, "weight w 1").is_visible() == (stage > 1) and dial(
            view, "bias b"
        ).is_visible() == (stage > 2)
        assert view.locator(".mg-stage[aria-pressed=true]").inner_text().startswith(str(stage))
    assert (
        "2x₁ − 3 = 0, at x₁ = 1.5" in view.inner_text() and "switches at 1.5" in view.inner_text()
    )
    assert "output = 1 + 2 = 3" in page.locator(".mg-view").nth(1).inner_text()
    view.get_by_role("button", name="Reset").click()
    assert "output = 1 + 2 = 3" in view.inner_text()


def test_neuron_with_keys_and_pointer(open_widget):
    page, view = open_widget("OneNeuron", stage=4, x=[2], w=[2], b=-3)
    assert "2x − 3 = 0, at x = 1.5" in view.inner_text()
    weight = dial(view, "weight w")
    weight.press("ArrowDown")
    assert weight.get_attribute("aria-valuetext") == "1.9"
    for key in ("Home", "End", "PageDown", "PageUp"):
        weight.press(key)
    assert weight.get_attribute("aria-valuenow") == "3"
    view.get_by_label("w, as a number").fill("0")
    assert "the relu is never on." in view.inner_text().lower()
    assert_whole(view)
    view.get_by_label("b, as a number").fill("2")
    assert "always on" in view.inner_text()
    point = view.get_by_role("slider", name="x, along the curve")
    drag_by(page, centre(point.locator("circle").first), -400, 0)
    assert point.get_attribute("aria-valuenow") == "-4"
    drag_by(page, centre(dial(view, "weight w").locator("circle")), 0, -60)
    assert float(weight.get_attribute("aria-valuenow")) > 1.5


@pytest.mark.parametrize(
    "traits",
    [
        {"x": [4, 4], "w": [3, 3], "b": 5},
        {"x": [-4, -4], "w": [3, 3], "b": -5},
        {"x": [0], "w": [0], "b": 0},
    ],
)
def test_neuron_extremes(open_widget, traits):
    page, view = open_widget("OneNeuron", width=320, stage=4, **traits)
    assert_whole(view)
    assert_fits(page)


def test_relu_gate(open_widget):
    page, view = open_widget("ReluGate", width=320)
    assert "Positive" in view.inner_text() and "blame × 1" in view.inner_text()
    slider = view.get_by_label("z", exact=True)
    slider.press("Home")
    assert "Negative: it is stopped at 0" in view.inner_text() and "blame × 0" in view.inner_text()
    view.get_by_label("z, as a number").fill("0")
    assert "It is taken as 0" in view.inner_text()
    point = view.get_by_role("slider", name="z, along the curve")
    drag_by(page, centre(point.locator("circle").first), 500, 0)
    assert point.get_attribute("aria-valuetext") == "z 3, ReLU(z) 3"
    assert_fits(page)
    view.get_by_role("button", name="Reset").click()
    assert point.get_attribute("aria-valuenow") == "1"
