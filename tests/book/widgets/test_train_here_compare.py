"""TrainHere beyond one run: a second one beside it, the one before, a look back from the curve, the recorded run."""

import re

import pytest
from fit import assert_fits
from playwright.sync_api import expect
from train_here import facts, fold, press, texts, trained

BROKEN = re.compile("NaN|undefined|Infinity")


def legend(view):
    return view.locator(".mg-chart-key").all_inner_texts()


def shows(view, name):
    """The second line of the legend is called so, once the page has come to draw it."""
    expect(view.locator(".mg-chart-key").nth(1)).to_have_text(name)


def standings(view):
    return view.locator(".mg-train-status").all_inner_texts()


@pytest.fixture
def ends(open_widget):
    """Whatever a test did: nothing broken on the screen, and Reset goes back to where it began."""
    views = []

    def opened(**traits):
        page, view = open_widget("TrainHere", **traits)
        views.append(view)
        return page, view

    yield opened
    for view in views:
        assert not BROKEN.search(view.evaluate("el => el.innerHTML"))
        press(view, "Reset")
        facts(view, "Not trained yet")


def test_two_runs_with_one_thing_changed(ends):
    page, view = ends(steps=60)
    fold(view, "Compare")
    view.get_by_role("radio", name="the learning rate").check()
    assert view.get_by_label("learning rate of B").input_value() == "0.03"
    view.get_by_label("learning rate of B").fill("0.001")
    facts(view, "Compare: A: rate 0.01; B: rate 0.001")
    trained(view)
    assert legend(view) == ["A: rate 0.01", "B: rate 0.001", "A held out", "B held out"]
    a, b = standings(view)
    assert a.startswith("A: rate 0.01: round 60 of 60") and b.startswith("B: rate 0.001: round 60")
    said = view.locator(".mg-train-found").inner_text()
    assert re.match(
        r"Mean loss of the last 12 rounds: A \d\.\d\d, B \d\.\d\d: B is higher by", said
    ), said
    assert "One pair of runs decides nothing" in said
    columns = view.locator(".mg-train-texts:visible")
    assert columns.count() == 2 and columns.nth(0).inner_text() != columns.nth(1).inner_text()
    view.get_by_label("look back").press("Home")
    facts(view, "A: rate 0.01. What the untrained model writes")
    facts(view, "B: rate 0.001. What the untrained model writes")
    assert columns.nth(0).inner_text() == columns.nth(1).inner_text(), "the same start"
    view.get_by_role("radio", name="nothing").check()
    assert view.locator(".mg-train-texts:visible").count() == 1


def test_the_optimiser_brings_its_rate_and_the_width_its_own_run(ends):
    page, view = ends(steps=20)
    fold(view, "Compare")
    view.get_by_role("radio", name="the optimiser").check()
    facts(view, "Compare: A: Adam, rate 0.01; B: SGD, rate 0.1")
    view.get_by_role("radio", name="the width").check()
    width = view.get_by_label("width of B")
    width.fill("32")
    facts(view, "Compare: A: width 16; B: width 32")
    width.fill("16")
    facts(view, "B is the same as A: give it another value.")
    width.fill("40")
    trained(view)
    assert len(standings(view)) == 2
    view.get_by_role("radio", name="the seed").check()
    trained(view)
    facts(view, "Only the seed differs: this is chance.")


@pytest.mark.parametrize("optimiser", ["adam", "sgd"])
def test_one_of_two_that_grows_beyond_all_bounds_is_said(ends, optimiser):
    page, view = ends(steps=60, optimiser=optimiser, compare={"learning_rate": 100})
    trained(view)
    a, b = standings(view)
    assert "round 60 of 60" in a and "the learning rate 100 is too large" in b
    assert view.locator(".mg-train-found").inner_text() == ""
    view.locator(".mg-chart").press("End")
    facts(view, "round 60: A: rate")


def test_the_last_run_stays_as_a_ghost(ends):
    page, view = ends(steps=60)
    trained(view)
    assert legend(view) == ["each document", "mean of 50", "held out"]
    fold(view, "Settings:")
    view.get_by_label("learning rate", exact=True).fill("0.03")
    shows(view, "before: rate 0.01")
    ghost = view.locator(".mg-chart .mg-chart-line").nth(1)
    drawn = ghost.get_attribute("d")
    assert drawn.count("L") == 59
    trained(view)
    assert ghost.get_attribute("d") == drawn
    view.get_by_label("seed", exact=True).fill("7")
    shows(view, "before: seed 42")
    press(view, "Reset")
    assert legend(view) == ["each document", "mean of 50", "held out"]


def test_the_curve_is_a_way_to_look_back(ends):
    page, view = ends(steps=100)
    fold(view, "Look inside")
    trained(view)
    chart = view.locator(".mg-chart")
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(*middle)
    facts(view, re.compile(r"^round \d\d: each document"))
    facts(view, "What the model after round 100 writes")  # passing over is only reading
    place = view.locator(".mg-train-map text").first
    before, wrote = place.get_attribute("transform"), texts(view)
    page.mouse.click(*middle)
    view.locator("output", has_text=re.compile(r"^round \d\d$")).wait_for()
    step = int(re.search(r"\d+", view.locator(".mg-train-scrub output").inner_text())[0])
    assert 40 <= step <= 60 and step % 2 == 0
    facts(view, f"What the model after round {step} writes")
    assert texts(view) != wrote and place.get_attribute("transform") != before
    chart.press("End")
    facts(view, "What the model after round 100 writes")
    assert texts(view) == wrote and place.get_attribute("transform") == before
    chart.press("Home")
    facts(view, re.compile("What the (untrained model|model after round 2) writes"))
    view.get_by_label("look back").press("End")
    facts(view, "What the model after round 100 writes")


def test_the_recorded_run_is_checked_where_the_settings_are_the_courses_own(ends):
    page, view = ends()
    check = view.get_by_role("button", name="Check this page")
    check.click()
    facts(view, re.compile(r"20 of 20 recorded names come out the same, 21 recorded losses to \d+"))
    facts(view, "This page computes what the course’s program computes.")
    facts(view, "Not trained yet")
    assert page.workers == [], "it was done beside the run, and is over"
    fold(view, "Settings:")
    view.get_by_label("seed", exact=True).fill("43")
    assert not check.is_visible() and view.get_by_text("20 of 20").count() == 0
    view.get_by_label("seed", exact=True).fill("42")
    assert check.is_visible()


@pytest.mark.weekly
def test_few_names_met_often(ends):
    page, view = ends()
    fold(view, "Settings:")
    press(view, "Only 200 documents, 10,000 rounds")
    facts(view, "Settings: 4,192 parameters, 10,000 rounds, only 200 documents")
    facts(view, "Data: 200 of the built-in names")
    trained(view)
    held, mean = (
        float(re.search(pattern, standings(view)[0])[1])
        for pattern in (r"held-out documents (\d\.\d+)", r"On average now (\d\.\d+)")
    )
    assert held > 4 and mean < 1.5, "learned by heart"
    view.locator(".mg-chart text", has_text=re.compile(r"^6$")).wait_for()  # the picture made room
    assert re.search(r"1\d in the list", view.locator(".mg-train-title").first.inner_text())
    press(view, "All documents, 1,000 rounds")
    facts(view, "Settings: 4,192 parameters, 1,000 rounds")
    assert legend(view)[1] == "before: 200 of the built-in names, 10,000 rounds"


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390])
def test_two_runs_on_a_small_phone(open_widget, width):
    page, view = open_widget("TrainHere", width=width, steps=20, compare={"optimiser": "sgd"})
    fold(view, "Compare")
    trained(view)
    assert_fits(page, width)


def test_two_runs_with_the_keyboard_alone(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    fold(view, "Compare")
    view.get_by_role("radio", name="nothing").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    facts(view, re.compile(r"^Compare: A: rate 0\.01; B: rate 0\.0\d+"))
    view.get_by_role("button", name="Train", exact=True).focus()
    page.keyboard.press("Enter")
    view.get_by_role("button", name="Train again").wait_for()
    facts(view, "One pair of runs decides nothing")
