"""DiagnoseRun in a browser: a case is run, answered wrongly and rightly, kept; by keys; on little room."""

import pytest
from fit import assert_fits
from visits import load_again
from whole import assert_whole

ANSWERS = [
    "Nothing: it is healthy",
    "Rate too large",
    "Rate too small",
    "Gradients not set back to 0",
    "Targets shuffled",
    "Step with the wrong sign",
    "No decay",
]


def press(view, name):
    view.get_by_role("button", name=name, exact=True).click()


def run(view, case="a"):
    press(view, f"Run case {case}")
    view.get_by_text("What is wrong with this run?").wait_for()


def said(view):
    return view.locator(".mg-diag-found p").all_inner_texts()


def pick_until_right(view):
    """The answers it took."""
    for i, answer in enumerate(ANSWERS):
        press(view, answer)
        if said(view)[-1].startswith("Yes."):
            return ANSWERS[: i + 1]
    raise AssertionError("no answer is right")


def test_a_case_is_run_only_when_asked_and_answered_with_its_evidence(open_widget):
    _, view = open_widget("DiagnoseRun", seed=3)
    assert not view.locator(".mg-diag-table").first.is_visible()
    assert "7 cases, none solved yet." in view.inner_text()
    run(view)
    first = view.locator(".mg-diag-table").first.inner_text()
    assert len(first.splitlines()) >= 8 and "–" not in first
    tries = pick_until_right(view)
    assert len(said(view)) == len(tries)
    for wrong, answer in zip(said(view), tries[:-1]):
        assert wrong.startswith(f"Not that. {answer}? ")
    assert f"1 of 7 cases solved, {int(len(tries) == 1)} at the first try." in view.inner_text()
    view.get_by_role("button", name="Targets shuffled").click(force=True)
    assert len(said(view)) == len(tries), "nothing is answered after the right one"
    assert_whole(view)


@pytest.mark.weekly
def test_all_seven_cases_have_a_fault_of_their_own(open_widget):
    _, view = open_widget("DiagnoseRun")
    run(view)
    found = []
    for case in "abcdefg":
        view.get_by_label(case, exact=True).check()
        view.get_by_text("What is wrong with this run?").wait_for()
        found.append(pick_until_right(view)[-1])
        assert "NaN" not in view.inner_text() and "undefined" not in view.inner_text()
    assert sorted(found) == sorted(ANSWERS)
    assert "7 of 7 cases solved" in view.inner_text()
    assert_whole(view)


def test_answers_are_kept_and_reset_starts_over(open_widget):
    page, view = open_widget("DiagnoseRun", seed=4)
    run(view)
    count = len(pick_until_right(view))
    load_again(page)
    view = page.locator(".mg-view").first
    assert "1 of 7 cases solved" in view.inner_text()
    run(view)
    assert len(said(view)) == count
    press(view, "Draw new cases")
    view.get_by_text("What is wrong with this run?").wait_for()
    assert "7 cases, none solved yet." in view.inner_text() and said(view) == []
    press(view, "Reset")
    assert view.get_by_role("button", name="Run case a").is_visible()
    assert "7 cases, none solved yet." in view.inner_text()
    run(view)
    assert said(view) == []


def test_by_keyboard_alone_and_a_healthy_run_to_compare_with(open_widget):
    page, view = open_widget("DiagnoseRun", seed=2)
    view.get_by_role("button", name="Run case a").focus()
    page.keyboard.press("Enter")
    view.get_by_text("What is wrong with this run?").wait_for()
    assert page.evaluate("document.activeElement.value") == "a", "the focus stays in the widget"
    page.keyboard.press("ArrowRight")
    view.get_by_text("What is wrong with this run?").wait_for()
    view.locator(".mg-chart").focus()
    assert "round 1,000: " in view.inner_text() or "round 1000: " in view.inner_text()
    view.locator("summary").focus()
    page.keyboard.press("Enter")
    healthy = view.locator(".mg-diag-table").nth(1)
    healthy.locator("td", has_text="0.6").first.wait_for()
    assert "–" not in healthy.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(said(view)) == 1
    assert said(view)[0].startswith(("Yes. Nothing", "Not that. Nothing"))
    spoken = view.get_by_role("status").last.inner_text()
    assert spoken and spoken in said(view)[0]


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390])
def test_on_little_room(open_widget, width):
    page, view = open_widget("DiagnoseRun", width=width, case="g", seed=6)
    run(view, "g")
    view.locator("summary").click()
    pick_until_right(view)
    assert_fits(page, width)
    assert_whole(view)
