"""One round of training on a name, in a browser: stage by stage, round by round, number by number."""

import re

import pytest
from fit import assert_fits
from whole import assert_whole

from microgpt.widgets import TrainingStep
from microgpt.widgets.training.training_step import STAGES


def title(view):
    return view.locator(".mg-round-title").inner_text()


def sums(view):
    return view.locator(".mg-round-sums").inner_text()


def loss(view):
    return view.locator(".mg-round-loss").inner_text()


def column(view, table, place):
    cells = view.locator(f"{table} tbody tr").locator("td, th").all_inner_texts()
    rows = view.locator(f"{table} tbody tr").count()
    return cells[place :: len(cells) // rows]


POSITIONS = ".mg-round-table:not(.mg-round-numbers)"


def test_the_keyboard_walks_through_a_round_and_on_into_the_next(open_widget):
    page, view = open_widget("TrainingStep")
    assert title(view) == "Round 1, tokens"
    assert view.locator(".mg-tokens").inner_text().split() == ["BOS", "e", "m", "m", "a", "BOS"]
    step = view.get_by_role("button", name="Step", exact=True)
    step.focus()
    seen = [title(view)]
    for _ in range(len(STAGES)):
        page.keyboard.press("Enter")
        seen.append(title(view))
        assert_whole(view)
    assert len(set(seen)) == len(STAGES) + 1 and seen[-1] == "Round 2, tokens"
    view.get_by_role("button", name="Back").click()
    assert title(view) == "Round 1, forward again"
    now = TrainingStep().now()
    assert column(view, POSITIONS, 3) == [f"{s:.4f}" for s in now.surprises]
    assert column(view, POSITIONS, 5) == [f"{s:.4f}" for s in now.surprises_after]
    assert loss(view) == "Loss over 5 positions: 3.3558; after the move: 2.9474."
    view.get_by_role("button", name="Reset").click()
    assert title(view) == "Round 1, tokens" and "not yet" in loss(view)


def test_arrow_keys_choose_a_stage_and_sgd_has_fewer(open_widget):
    page, view = open_widget("TrainingStep", stage=3)
    view.get_by_label("4 backward").focus()
    page.keyboard.press("ArrowRight")
    assert title(view) == "Round 1, m and v" and "m = 0.85 × 0 + 0.15" in sums(view)
    view.get_by_label("SGD").check()
    assert title(view) == "Round 1, the move" and "SGD keeps no averages" in view.inner_text()
    assert not view.get_by_label("5 m and v").is_visible()
    view.get_by_role("button", name="Back").click()
    assert title(view) == "Round 1, backward"
    view.get_by_label("8 forward again").check()
    assert "after the move: 3.2960" in loss(view)


def test_the_number_that_is_chosen_is_written_out(open_widget):
    page, view = open_widget("TrainingStep", copies=2, stage=6)
    names = view.locator(".mg-round-name")
    assert names.count() == 7 and names.first.get_attribute("aria-pressed") == "true"
    names.first.focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert "wte, row z, column 0" in view.inner_text()
    assert "new value = 0.1437 − 0 = 0.1437" in sums(view)
    assert page.evaluate("document.activeElement.textContent") == "wte[z][0]"
    view.get_by_label("Matrix", exact=True).select_option("fc2")
    view.get_by_label("Column", exact=True).select_option("63")
    view.get_by_label("Row", exact=True).select_option("3")
    assert names.count() == 8 and names.last.inner_text() == "fc2[3][63]"
    number = TrainingStep(matrix="fc2", row=3, column=63).number()
    assert f"{number['after']:.4f}".replace("-", "−") in sums(view)
    assert page.locator(".mg-view").nth(1).locator(".mg-round-name").count() == 7
    view.get_by_role("button", name="Reset").click()
    assert names.count() == 7


def test_a_name_begins_anew_and_one_that_cannot_be_read_is_refused(open_widget):
    page, view = open_widget("TrainingStep", stage=7, round=3)
    name = view.get_by_label("Type a name")
    name.fill("zoe")
    assert title(view) == "Round 1, tokens"
    for wrong in ("Zoë", "<b>", "a" * 16, ""):
        name.fill(wrong)
        assert "The numbers still are those of zoe." in view.inner_text()
        assert name.get_attribute("aria-invalid") == "true"
        assert_whole(view)
    view.get_by_label("2 forward").check()
    expected = [f"{s:.4f}" for s in TrainingStep(name="zoe").surprises()]
    assert column(view, POSITIONS, 3) == expected


def test_play_walks_by_itself_and_stops_at_the_end(open_widget):
    page, view = open_widget("TrainingStep", context_reduced_motion="reduce")
    view.get_by_role("button", name="Play").click()
    assert title(view) == "Round 5, forward again"
    step = view.get_by_role("button", name="Step", exact=True)
    assert step.get_attribute("aria-disabled") == "true"
    assert "This was the last round here." in view.inner_text()
    assert f"{TrainingStep(round=5).now().loss_after:.4f}" in loss(view)
    view.get_by_role("button", name="Play again").click()
    assert title(view) == "Round 5, forward again"


@pytest.mark.one_in(2)
@pytest.mark.parametrize("stage", range(len(STAGES)))
@pytest.mark.parametrize("width", [320, 390])
def test_every_stage_fits_a_phone(open_widget, stage, width):
    page, view = open_widget(
        "TrainingStep", stage=stage, round=2, name="alexandriannaxy", width=width
    )
    assert_fits(page, width)
    assert_whole(view)
    assert not re.search("undefined|NaN", view.inner_text())
