"""The loss curve drawn beforehand, and the loss built from one chance, in a browser."""

import json
import re

import pytest
from fit import assert_fits
from hands import drag, swipe
from visits import load_again

from microgpt.canonical import load_canonical
from microgpt.widgets import DrawCurve, LossBuilder

AXES = """(pad) => {
  const level = pad.querySelector(".mg-chart-base").getBoundingClientRect(), box = pad.getBoundingClientRect();
  return { left: level.x, width: level.width, top: box.y + 12, height: box.height - 48 };
}"""
KEPT = "microgpt:predict:loss-curve-1000"


def place(view, round, loss):
    """Where a round and a loss are on the screen."""
    view.locator(".mg-drawn-pad").scroll_into_view_if_needed()
    axes = view.locator(".mg-drawn-pad").evaluate(AXES)
    return (
        axes["left"] + axes["width"] * round / 1000,
        axes["top"] + axes["height"] * (4 - loss) / 4,
    )


def stroke(page, view, start, end):
    drag(page, place(view, *start), place(view, *end))


def values(view):
    return [one.input_value() for one in view.get_by_role("spinbutton").all()]


def commit(view):
    view.get_by_role("button", name="Commit").click()


def see_the_end(view):
    view.locator(".mg-drawn-words li").nth(2).wait_for()
    return view.locator(".mg-drawn-words").inner_text()


def test_a_curve_is_drawn_drawn_over_and_committed(open_widget):
    page, view = open_widget("DrawCurve", own_tab=True)
    assert "the loss you expect: nothing drawn yet" in view.inner_html()
    assert not view.get_by_role("button", name="Start over").is_visible()
    commit(view)
    assert "Draw a curve first." in view.inner_text()
    stroke(page, view, (-8, 3.3), (600, 2))
    commit(view)
    assert "draw on to round 1,000" in view.inner_text()
    stroke(page, view, (590, 2), (1008, 1))
    before = [float(one) for one in values(view)]
    assert before == pytest.approx(
        [3.3 - i * 1.3 / 6 for i in range(6)] + [2, 1.75, 1.5, 1.25, 1], abs=0.1
    )
    stroke(page, view, (205, 3.9), (395, 3.9))
    after = [float(one) for one in values(view)]
    assert after[3] == pytest.approx(3.9, abs=0.05)
    assert after[:2] + after[5:] == before[:2] + before[5:]
    commit(view)
    said = see_the_end(view)
    assert re.search(r"You expected [\d.]+ at round [\d,]+; it was [\d.]+\.", said)
    assert not re.search("NaN|undefined", view.inner_text())
    assert page.evaluate("document.activeElement.className") == "mg-drawn-status"
    mean = sum(load_canonical().losses[-50:]) / 50
    assert f"{mean:.2f} is as unsure as" in said and "unigram 2.86" in view.inner_text()


def test_it_survives_a_reload_and_is_erased_when_asked_twice(open_widget):
    page, view = open_widget("DrawCurve", own_tab=True)
    stroke(page, view, (-8, 3), (1008, 2))
    drawn = values(view)
    load_again(page)
    assert values(view) == drawn
    commit(view)
    said = see_the_end(view)
    load_again(page)
    assert see_the_end(view) == said
    kept = json.loads(page.evaluate(f"localStorage.getItem('{KEPT}')"))["value"]
    assert kept["done"] is True and len(kept["points"]) == 101
    view.get_by_role("button", name="Start over").click()
    view.get_by_role("button", name="Keep").click()
    assert view.locator(".mg-drawn-words").inner_text() == said
    view.get_by_role("button", name="Start over").click()
    view.get_by_role("button", name="Erase").click()
    assert values(view) == [""] * 11
    assert page.evaluate(f"localStorage.getItem('{KEPT}')") is None
    assert page.evaluate("document.activeElement.textContent") == "Commit"


def test_with_keys_only(open_widget):
    page, view = open_widget("DrawCurve", own_tab=True)
    page.keyboard.press("Tab")
    for i in range(11):
        if i in (0, 10):
            page.keyboard.press("ArrowDown")
        if i == 5:
            page.keyboard.type("2,5")
        page.keyboard.press("Tab")
    assert values(view) == ["3.2"] + [""] * 4 + ["2.5"] + [""] * 4 + ["3.2"]
    page.keyboard.press("Enter")
    assert "You expected" in see_the_end(view)
    chart = view.get_by_role("slider")
    chart.focus()
    page.keyboard.press("Home")
    assert chart.get_attribute("aria-valuetext") == "round 0: you expected 3.20"
    page.keyboard.press("ArrowRight")
    first = load_canonical().losses[0]
    assert f"each round {first:.2f}, mean of 50 {first:.2f}" in chart.get_attribute(
        "aria-valuetext"
    )
    view.locator("summary").click()
    assert "500\t2.50\t2.5" in view.locator("table").inner_text().replace("\n", "\t")


def test_a_finger_draws_and_two_views_agree(open_widget):
    page, view = open_widget("DrawCurve", copies=2, width=390, context_has_touch=True)
    assert_fits(page, 390)
    swipe(page, place(view, 5, 3.3), place(view, 1000, 1))
    assert float(values(view)[10]) == pytest.approx(1, abs=0.1)
    assert values(page.locator(".mg-view").nth(1)) == values(view)
    commit(view)
    see_the_end(view)
    assert_fits(page, 390)
    see_the_end(page.locator(".mg-view").nth(1))


def test_with_less_motion_the_curve_comes_at_once(open_widget):
    points = DrawCurve(points=[[0, 3], [1000, 2]]).points
    _, view = open_widget("DrawCurve", points=points, context_reduced_motion="reduce")
    commit(view)
    assert "1,000 rounds, trained in your browser." in see_the_end(view) + view.inner_text()


# ---- LossBuilder ----


def loss(view):
    return view.locator(".mg-built-sum b").inner_text()


def test_presets_and_sharing_out(open_widget):
    page, view = open_widget("LossBuilder")
    strip = view.locator(".mg-built-strip")
    for name, says in (
        ("0.9", "0.105"),
        ("0.1", "2.303"),
        ("0.01", "4.605"),
        ("a blind guess, 1/27", "3.296"),
    ):
        view.get_by_role("button", name=name, exact=True).click()
        assert loss(view) == says
        seen = set()
        for rest in ("evenly", "all on a", "as the trained model does"):
            view.get_by_label(rest).check()
            seen.add(strip.get_attribute("aria-label"))
            assert loss(view) == says
        assert len(seen) == 3
    view.get_by_role("button", name="the trained model").click()
    ours = load_canonical().chances("em")["m"]
    assert loss(view) == f"{LossBuilder(p=ours).loss():.3f}"
    view.get_by_role("button", name="Reset").click()
    assert loss(view) == "0.693" and view.get_by_label("evenly").is_checked()


def test_the_point_is_dragged_and_moved_with_keys_and_never_reaches_0(open_widget):
    page, view = open_widget("LossBuilder")
    point = view.locator(".mg-handle")
    point.scroll_into_view_if_needed()
    box = point.locator(".mg-knob").bounding_box()
    at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    drag(page, at, (at[0] - 500, at[1]))
    assert loss(view) == "6.908" and point.get_attribute("aria-valuetext") == "p 0.0010, loss 6.908"
    point.press("End")
    assert loss(view) == "0.000" and "Nothing is left for the other 26." in view.inner_text()
    point.press("ArrowLeft")
    assert loss(view) == "0.010"
    typed = view.get_by_role("spinbutton")
    typed.fill("1/27")
    assert loss(view) == "3.296"
    typed.fill("0")
    typed.press("Enter")
    assert "Write a number from 0.001 to 1." in view.inner_text() and loss(view) == "3.296"
    assert not re.search("NaN|undefined|∞", view.inner_text())


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [390, 320])
def test_it_fits_a_phone(open_widget, width):
    page, view = open_widget("LossBuilder", width=width, p=0.008467, rest="model")
    assert_fits(page, width)
    view.get_by_label("all on a").check()
    assert "The letter a has all the rest, 0.992." in view.inner_text()
