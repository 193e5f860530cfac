"""ScalingLaw in a browser: predict, train, Stop, the keyboard, odd input, little room, paper."""

import re

import pytest
from at_work import assert_nobody_works, assert_somebody_works
from fit import assert_fits
from whole import assert_whole

from microgpt.sizes import load_sizes

SMALL = {"n_embd": 4, "revealed": True}


def press(view, name):
    view.get_by_role("button", name=name, exact=True).click()


def closed(view, name):
    button = view.get_by_role("button", name=name, exact=True)
    return button.get_attribute("aria-disabled") == "true"


def prediction(view):
    return view.get_by_label("your prediction, as a number")


def status(view, words):
    view.locator(".mg-law-status", has_text=words).wait_for(timeout=60_000)


def outcome(view):
    return view.locator(".mg-law-outcome").inner_text()


def points(view, kind):
    return view.locator(f".mg-law-picture .mg-law-{kind}").count()


@pytest.mark.parametrize("width", [1280, 390])
def test_predict_then_train_then_see(open_widget, width):
    page, view = open_widget("ScalingLaw", copies=2, width=width)
    other = page.locator(".mg-view").nth(1)
    assert points(view, "law") == 4 and "The larger sizes appear" in view.inner_text()
    assert closed(view, "That is my prediction") and closed(view, "Train it")
    view.get_by_role("button", name="Train it").click(force=True)
    assert not page.workers
    view.get_by_label("8", exact=True).check()
    assert points(view, "law") == 1
    prediction(view).fill("2.45")
    press(view, "That is my prediction")
    assert points(view, "law") == 5 and points(view, "plain") == 2
    assert "you expect 2.450" in view.inner_text() and not prediction(view).is_visible()
    press(view, "Train it")
    status(view, "All 4 runs finished.")
    (recorded,) = [size for size in load_sizes(rate=0.01) if (size.width, size.layers) == (8, 1)]
    four = sum(recorded.losses[:4]) / 4
    assert outcome(view).startswith(f"Your model: {four:.3f}, the mean of 4 seeds")
    assert "You predicted 2.450: 0.039 too high." in outcome(view)
    assert points(view, "own") == 1 and points(view, "mine") == 4
    said = view.get_by_role("status").last.inner_text()
    assert said == f"All 4 runs finished. {outcome(view)}"
    assert points(other, "law") == 4
    assert_nobody_works(page)
    assert_whole(view)
    press(view, "Reset")
    assert points(view, "law") == 4 and points(view, "own") == 0 and outcome(view) == ""


def test_the_prediction_is_dragged(open_widget):
    page, view = open_widget("ScalingLaw")
    knob = view.locator(".mg-handle")
    box = knob.locator(".mg-knob").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 60, steps=4)
    page.mouse.up()
    lower = float(prediction(view).input_value())
    assert 2.3 < lower < 2.46 and knob.get_attribute("aria-valuetext") == f"{lower:.3f}"
    page.mouse.move(x, y + 60)
    page.mouse.down()
    page.mouse.move(x, y + 5000, steps=4)
    page.mouse.up()
    assert float(prediction(view).input_value()) < lower
    assert_whole(view)


def test_by_keyboard_alone(open_widget):
    page, view = open_widget("ScalingLaw")
    view.locator(".mg-handle").focus()
    page.keyboard.press("ArrowDown")
    assert prediction(view).input_value() == "2.466"
    page.keyboard.press("Tab")
    view.get_by_label("48", exact=True).focus()
    for _ in range(6):
        page.keyboard.press("ArrowLeft")
    assert view.get_by_label("4", exact=True).first.is_checked()
    assert points(view, "law") == 0 and "A line takes two sizes" in view.inner_text()
    prediction(view).focus()
    page.keyboard.press("ArrowDown")
    view.get_by_role("button", name="That is my prediction").focus()
    page.keyboard.press("Enter")
    seeds = view.get_by_role("slider", name="seeds", exact=True)
    seeds.focus()
    page.keyboard.press("Home")
    view.get_by_role("button", name="Train it").focus()
    page.keyboard.press("Enter")
    status(view, "All 1 run finished.")
    assert outcome(view).startswith("Your model: 2.457. You predicted 2.470: 0.013 too high.")


def test_stop_ends_all_at_once_and_what_is_finished_stays(open_widget):
    page, view = open_widget("ScalingLaw", show="long", revealed=True, n_layer=2, seeds=8)
    press(view, "Train it")
    status(view, re.compile(r"\d of 8 runs finished"))
    assert_somebody_works(page)
    press(view, "Stop")
    status(view, re.compile(r"Stopped after \d of 8 runs"))
    assert_nobody_works(page)
    press(view, "Train it")
    view.get_by_role("button", name="Stop").wait_for()
    press(view, "Reset")
    view.get_by_role("button", name="Train it").wait_for()
    assert_nobody_works(page)
    assert points(view, "own") == 0
    assert_whole(view)


def test_two_models_stand_side_by_side_and_a_change_asks_anew(open_widget):
    _, view = open_widget("ScalingLaw", **SMALL, seeds=1)
    for rate in ("0.01", "0.003"):
        view.get_by_label(rate, exact=True).check()
        assert prediction(view).is_visible() and outcome(view) == ""
        press(view, "Train it")
        status(view, "All 1 run finished.")
        view.locator(".mg-law-outcome", has_text="Your model").wait_for()
    assert points(view, "own") == 2
    view.get_by_label("5,000 rounds").check()
    assert points(view, "own") == 0
    view.get_by_label("built-in list, 1,000 rounds").check()
    assert points(view, "own") == 2


@pytest.mark.parametrize("typed", ["", "abc", "0", "99", "-2", "1e400"])
def test_odd_predictions_are_refused_with_a_sentence(open_widget, typed):
    _, view = open_widget("ScalingLaw")
    prediction(view).fill(typed)
    prediction(view).blur()
    assert closed(view, "That is my prediction")
    assert_whole(view)


def test_the_card_is_only_looked_at(open_widget):
    _, view = open_widget("ScalingLaw")
    view.get_by_label("26,545 names, on a graphics card").check()
    assert points(view, "law") == 9 and not prediction(view).is_visible()
    assert not view.locator(".mg-handle").is_visible()
    assert "adds 0.0066" in view.inner_text() and "3 seeds allow no verdict" in view.inner_text()
    for line in ("2", "3", "4", "all"):
        view.get_by_label(line, exact=True).last.check()
        assert_whole(view, line)
    assert "Through all 9" in view.inner_text()


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("show", ["short", "long", "card"])
def test_in_little_room(open_widget, width, show):
    run = {"layers": 1, "rate": 0.01, "rounds": 1000, "losses": [9.0, None, 0.1]}
    runs = [{**run, "width": 4}]
    page, view = open_widget("ScalingLaw", width=width, show=show, runs=runs, revealed=True)
    view.locator("summary").click()
    assert_fits(page, width)
    assert_whole(view)


def test_on_paper(open_widget):
    page, view = open_widget("ScalingLaw", revealed=True, guess=2.3, committed=True)
    page.emulate_media(media="print")
    assert view.locator(".mg-law-picture").is_visible() and points(view, "law") == 5
    assert "predicted" in view.locator(".mg-law-picture").text_content()
    page.emulate_media(media="screen")
