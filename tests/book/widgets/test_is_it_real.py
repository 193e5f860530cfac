"""IsItReal in a browser: predict, one pair, more of them, conclude; by pointer and by keys, on little room."""

import re

import pytest
from at_work import assert_nobody_works
from fit import assert_fits
from whole import assert_whole

from microgpt.evidence import compare
from microgpt.widgets.training.changes import load_changes

ROUNDS = 30


def press(view, name):
    view.get_by_role("button", name=name).click()


def status(view, words):
    view.locator(".mg-real-status", has_text=words).wait_for(timeout=60_000)


def predict(view, change, guess):
    view.get_by_label(change, exact=True).check()
    view.get_by_label(guess).check()


def one_pair(view):
    press(view, "Train one pair")
    status(view, "All 2 runs finished.")


def repeat(view, seeds):
    press(view, f"Repeat with {seeds} seeds")
    status(view, f"All {2 * seeds} runs finished.")


def rows(view):
    return [line.inner_text().split("\t") for line in view.locator("tbody tr").all()]


def test_the_whole_way_comes_to_what_is_recorded(open_widget):
    """With rate 0.02 five seeds cannot tell, and the runs of the page are those of the record."""
    page, view = open_widget("IsItReal")
    assert not page.workers and not view.locator(".mg-real-strips").is_visible()
    predict(view, "rate 0.02", "worse (higher)")
    assert "twice the learning rate" in view.inner_text()
    one_pair(view)
    losses = load_changes()["losses"]
    before, after = losses["before"], losses["rate_up"]
    assert (
        f"Seed 1: {before[0]:.4f} before the change, {after[0]:.4f} after it" in view.inner_text()
    )
    assert not view.get_by_role("button", name="Repeat").is_visible()
    press(view, "No, it may be luck")
    repeat(view, 5)
    found = compare(before[:5], after[:5])
    said = f"Mean difference of 5 pairs: +{found.difference:.4f} ± {found.error:.4f}."
    assert said in view.locator(".mg-real-evidence").inner_text().replace("\u00a0", " ")
    assert view.locator(".mg-real-line").count() == 5
    press(view, "Worse")
    words = view.locator(".mg-real-found").inner_text()
    assert words.startswith("These runs do not allow “worse”: cannot tell.")
    press(view, "Cannot tell")
    words = view.locator(".mg-real-found").inner_text()
    assert (
        words.startswith("Right: cannot tell.")
        and "With 32 seeds, recorded, it was +0.007" in words
    )
    assert words.splitlines()[0] in view.get_by_role("status").last.inner_text()
    assert_whole(view)


def test_another_change_begins_anew_and_reset_goes_back(open_widget):
    page, view = open_widget("IsItReal", copies=2, rounds=ROUNDS)
    predict(view, "no decay", "worse (higher)")
    one_pair(view)
    view.get_by_label("2 heads", exact=True).check()
    assert not view.locator(".mg-real-strips").is_visible()
    assert not view.get_by_label("worse (higher)").is_checked()
    view.get_by_label("better (lower)").check()
    one_pair(view)
    press(view, "Yes, the change did it")
    repeat(view, 5)
    press(view, "Reset")
    assert not view.locator("input[type=radio]:checked").count()
    assert not view.locator(".mg-real-shown").is_visible()
    assert page.locator(".mg-view").nth(1).locator("input[type=radio]:checked").count() == 0


def test_nothing_runs_before_a_prediction(open_widget):
    page, view = open_widget("IsItReal", change="width", rounds=ROUNDS)
    button = view.get_by_role("button", name="Train one pair")
    assert button.get_attribute("aria-disabled") == "true"
    button.click(force=True)
    assert not page.workers and view.locator(".mg-real-status").first.inner_text() == ""


@pytest.mark.weekly
def test_stop_ends_all_at_once_and_what_is_finished_stays(open_widget):
    page, view = open_widget("IsItReal", change="decay", rounds=5000, guess="worse", seeds=8)
    press(view, "Train one pair")
    status(view, "All 2 runs finished.")
    press(view, "No, it may be luck")
    press(view, "Repeat with 8 seeds")
    status(view, re.compile(r"[2-9] of 16 runs finished"))
    press(view, "Stop")
    status(view, re.compile(r"Stopped after \d+ of 16 runs"))
    assert_nobody_works(page)
    assert view.get_by_role("button", name="Repeat with 8 seeds").is_visible()
    assert_whole(view)


def test_by_keyboard_alone(open_widget):
    page, view = open_widget("IsItReal", rounds=ROUNDS)
    view.get_by_label("another seed", exact=True).focus()
    page.keyboard.press("Space")
    view.get_by_label("better (lower)").focus()
    page.keyboard.press("ArrowLeft")
    assert view.get_by_label("no difference that shows").is_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    status(view, "All 2 runs finished.")
    view.get_by_role("button", name="No, it may be luck").focus()
    page.keyboard.press("Enter")
    view.get_by_label("seeds", exact=True).focus()
    page.keyboard.press("Home")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Repeat with 2 seeds"
    page.keyboard.press("Enter")
    status(view, "All 4 runs finished.")
    view.get_by_role("button", name="Cannot tell").focus()
    page.keyboard.press("Space")
    assert "2 seeds are too few to tell luck from effect" in view.inner_text()
    assert view.get_by_role("button", name="Cannot tell").get_attribute("aria-pressed") == "true"


def test_the_picture_is_told_in_words_and_numbers(open_widget):
    _, view = open_widget("IsItReal", change="scale", guess="better", rounds=ROUNDS)
    one_pair(view)
    view.locator("summary", has_text="The pairs as numbers").click()
    [(seed, _, _, difference)] = rows(view)
    name = view.locator(".mg-real-strips").get_attribute("aria-label")
    assert seed == "1" and f"seed 1: {difference}." in name


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390])
def test_on_little_room(open_widget, width):
    page, view = open_widget("IsItReal", width=width, change="rate_down", guess="better", rounds=1)
    one_pair(view)
    press(view, "Yes, the change did it")
    repeat(view, 5)
    press(view, "Better")
    for summary in view.locator("summary").all():
        summary.click()
    assert_fits(page, width)
    assert_whole(view)
