"""The widgets about the attention of the toy model and of the trained one, in a browser."""

import pytest
from fit import assert_fits
from playwright.sync_api import expect
from whole import assert_whole

from microgpt.widgets import AttentionStepper, TrainedHeads

NAME = "Type a name"
LONG = "alexandriannaxy"

# ---- the heads of the trained model ----


def pinned(view):
    """The letter whose row is framed, in each head."""
    return view.locator(".mg-pinned > .mg-tri-name").all_inner_texts()


def bars(view):
    """For each head: the numbers of its bars."""
    lists = view.locator(".mg-heads-bars ol").all()
    return [one.locator("li:visible .mg-headbar-value").all_inner_texts() for one in lists]


def assert_bars_are_pythons(view, heads):
    for texts, weights in zip(bars(view), heads.weights(), strict=True):
        assert sum(round(100 * float(text)) for text in texts) == 100
        assert [float(text) for text in texts] == pytest.approx(weights, abs=0.01)


def test_a_row_is_pinned_with_keys_for_all_heads_and_released(open_widget):
    page, view = open_widget("TrainedHeads", copies=2)
    assert "No row is pinned yet" in view.inner_text() and not pinned(view)
    panel = view.get_by_role("slider", name="the letter that looks")
    assert panel.get_attribute("aria-valuetext") == "no row is pinned"
    panel.focus()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    assert pinned(view) == ["m₃"] * 4
    assert panel.get_attribute("aria-valuetext") == "m₃, position 3"
    assert_bars_are_pythons(view, TrainedHeads(name="emma", position=3))
    assert "m₃ looks: head 0 most at e" in view.get_by_role("status").last.inner_text()
    page.keyboard.press("End")
    assert pinned(view) == ["a"] * 4
    page.keyboard.press("Home")
    assert pinned(view) == ["BOS"] * 4 and bars(view) == [["1.00"]] * 4
    page.keyboard.press("Escape")
    assert not pinned(view)
    page.keyboard.press("ArrowUp")
    assert pinned(view) == ["a"] * 4
    view.get_by_role("button", name="Let go of the row").press("Enter")
    assert not pinned(view)
    assert page.evaluate("document.activeElement.getAttribute('role')") == "slider"
    assert not pinned(page.locator(".mg-view").nth(1))


def test_a_row_is_pinned_by_mouse_and_by_finger(open_widget):
    page, view = open_widget("TrainedHeads", width=390, context_has_touch=True)
    head = view.locator(".mg-head").nth(2)
    head.locator(".mg-tri-row[data-row='2'] .mg-tri-cell").first.tap()
    assert pinned(view) == ["m₂"] * 4
    head.locator(".mg-tri-row[data-row='4'] .mg-tri-name").click()
    assert pinned(view) == ["a"] * 4
    view.locator(".mg-tokens button").nth(1).tap()
    assert pinned(view) == ["e"] * 4
    view.get_by_role("button", name="Let go of the row").tap()
    assert not pinned(view)


def test_names_are_typed_and_what_is_none_is_refused_by_name(open_widget):
    page, view = open_widget("TrainedHeads", position=4, width=320)
    field, note = view.get_by_label(NAME), view.locator(".mg-heard-note")
    for typed, says in (
        ("Emma", "E is not in the vocabulary. e is: a capital is another character."),
        ("a9", "9 (U+0039) is not in the vocabulary"),
        ("", "Type at least one letter."),
        (LONG + "b", "That is 16 letters. The model reads BOS and at most 15 more."),
        ("<b>x</b>", "< (U+003C) is not in the vocabulary"),
    ):
        field.fill(typed)
        assert says in note.inner_text() and "The picture still shows emma." in note.inner_text()
        assert field.get_attribute("aria-invalid") == "true" and pinned(view) == ["a"] * 4
        assert_fits(page)
    field.fill("al")
    assert note.inner_text() == "" and not pinned(view)
    assert view.locator(".mg-tokens button").count() == 3
    field.fill(LONG)
    page.keyboard.press("Tab")
    assert_whole(view, LONG)
    assert_fits(page)
    view.get_by_role("button", name="Reset").click()
    assert field.input_value() == "emma" and pinned(view) == ["a"] * 4


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("name", ["a", "emma", LONG])
def test_every_cell_is_large_enough(open_widget, width, name):
    page, view = open_widget("TrainedHeads", name=name, position=1, width=width)
    cells = view.locator(".mg-tri-row:visible .mg-tri-cell")
    assert cells.count() == 4 * (len(name) + 1) * (len(name) + 2) // 2
    sizes = cells.evaluate_all(
        "(all) => all.map((one) => { const r = one.getBoundingClientRect(); return [r.width, r.height]; }).flat()"
    )
    assert min(sizes) > 18.9  # and a line of 1 px between two
    assert_fits(page, width)
    assert view.get_by_text("not there yet", exact=True).count() == 4
    words = view.locator(".mg-tri-not-yet").first.bounding_box()
    top = view.locator(".mg-tri-row[data-row='0'] .mg-tri-cell").first.bounding_box()
    assert words["x"] >= top["x"] + top["width"]
    next_row = view.locator(".mg-tri-row[data-row='1'] .mg-tri-cell").first.bounding_box()
    assert words["y"] + words["height"] <= next_row["y"] + 3


def test_before_training_and_after(open_widget):
    page, view = open_widget("TrainedHeads", name="anna", position=4)
    titles = view.locator(".mg-head-title b")
    named = ["leans to the start", "spread out", "leans to the letter before", "spread out"]
    assert titles.all_inner_texts() == named
    after = bars(view)
    view.get_by_label("untrained").check()
    assert titles.all_inner_texts() == ["spread out"] * 4 and bars(view) != after
    assert_bars_are_pythons(view, TrainedHeads(name="anna", position=4, trained=False))
    view.get_by_role("button", name="Reset").click()
    assert bars(view) == after


def test_the_heads_end_to_end_and_the_sum(open_widget):
    _, view = open_widget("TrainedHeads", name="emma", position=3)
    heads, output, x, added = (
        [
            float(text.replace("−", "-"))
            for text in one.locator(".mg-vector-value").all_inner_texts()
        ]
        for one in view.locator(".mg-vector").all()
    )
    assert len(heads) == len(output) == 16
    assert added == pytest.approx([a + b for a, b in zip(output, x)], abs=0.011)
    assert "4 + 4 + 4 + 4 = 16" in view.locator(".mg-vector").first.inner_text()


def test_the_numbers_as_tables(open_widget):
    page, view = open_widget("TrainedHeads", name="emma", width=320)
    view.get_by_text("All the weights as numbers").click()
    tables = view.locator(".mg-heads-table table")
    expect(tables).to_have_count(4)
    rows = tables.first.locator("tbody tr").all()
    for i, row in enumerate(rows):
        texts = row.locator("td").all_inner_texts()
        assert sum(round(100 * float(text)) for text in texts if text) == 100
        assert [bool(text) for text in texts] == [True] * (i + 1) + [False] * (len(rows) - i - 1)
    view.get_by_label(NAME).fill("bo")
    expect(tables.first.locator("tbody tr")).to_have_count(3)
    assert_fits(page)


# ---- one letter, step by step ----


def table(view):
    """The rows of the cache that are there, as texts."""
    rows = view.locator(".mg-step-cache tbody tr:visible").all()
    return [row.locator("td").all_inner_texts() for row in rows]


def test_what_is_not_computed_is_not_shown(open_widget):
    page, view = open_widget("AttentionStepper", copies=2)
    assert [row[2:] for row in table(view)] == [["not yet"] * 3] * 3
    assert table(view)[2][:2] == ["not yet"] * 2 and "0.67" in table(view)[0][0]
    step = view.get_by_role("button", name="Step", exact=True)
    step.focus()
    for stage in range(1, 11):
        page.keyboard.press("Enter")
        shown = view.locator(".mg-step-picture").inner_text().count("not yet")
        missing = {1: 16, 2: 15, 3: 14, 4: 12, 5: 9, 6: 6, 7: 3, 8: 2, 9: 1, 10: 0}
        assert shown == missing[stage], stage
    numbers = AttentionStepper().numbers()
    weights = [row[-1].strip() for row in table(view)]
    assert [float(w) for w in weights] == pytest.approx(numbers["heads"][0]["weights"], abs=0.006)
    assert "b takes 0.34 from BOS, 0.31 from a and 0.35 from itself." in view.inner_text()
    assert step.get_attribute("aria-disabled") == "true"
    assert "not yet" in page.locator(".mg-view").nth(1).inner_text()
    view.get_by_role("button", name="Reset").click()
    assert table(view)[2][0] == "not yet"


def test_position_0_takes_all_from_itself(open_widget):
    page, view = open_widget("AttentionStepper", width=320, context_reduced_motion="reduce")
    view.locator(".mg-tokens button").first.click()
    assert len(table(view)) == 1
    view.get_by_role("button", name="Play").press("Enter")
    assert table(view)[0][-1].strip() == "1.00"
    assert "BOS takes exactly 1 from itself" in view.inner_text()
    assert_fits(page)
    view.get_by_role("slider", name="step", exact=True).press("Home")
    assert table(view)[0][-1].strip() == "not yet"
    view.locator(".mg-tokens button").nth(1).click()
    assert len(table(view)) == 2 and "0.67" in table(view)[0][0]


def test_play_takes_one_step_after_another_and_a_choice_stops_it(open_widget):
    page, view = open_widget("AttentionStepper", own_tab=True)
    page.clock.install()
    view.get_by_role("button", name="Play").click()
    assert view.get_by_label("step, as a number").input_value() == "1"
    page.clock.run_for(3000)
    assert view.get_by_label("step, as a number").input_value() == "3"
    view.locator(".mg-tokens button").nth(1).click()
    page.clock.run_for(5000)
    assert view.get_by_label("step, as a number").input_value() == "0"


# ---- the cache and the mask ----


def squares(view):
    """The two pictures, each a list of rows of texts."""
    return [
        [
            row.locator("td:visible").all_inner_texts()
            for row in one.locator("tbody tr:visible").all()
        ]
        for one in view.locator(".mg-square").all()
    ]


def test_the_two_pictures_become_one(open_widget):
    page, view = open_widget("CacheIsMask", width=390, context_reduced_motion="reduce")
    step = view.get_by_role("button", name="Step", exact=True)
    left, right = squares(view)
    assert left[0] == ["not yet", "", "", ""] and right == [["not yet"] * 4] * 4
    step.press("Enter")
    left, right = squares(view)
    assert left[0] == ["1.00", "", "", ""] and right[0][3] not in ("", "−∞", "not yet")
    step.press("Enter")
    left, right = squares(view)
    assert right[0][1:] == ["−∞"] * 3 and left[2] == ["not yet"] * 3 + [""]
    step.press("Enter")
    assert squares(view)[1][0] == ["1.00", "0.00", "0.00", "0.00"]
    assert view.locator(".mg-mask-table").inner_text().count("not yet") == 2 * 4 + 1
    view.get_by_role("button", name="Play").press("Enter")
    left, right = squares(view)
    assert left == right and left[2] == ["0.34", "0.31", "0.35", ""]
    gaps = view.locator(".mg-mask-table td:last-child").all_inner_texts()
    assert gaps == ["0\n0"] * 4
    assert_fits(page, 390)


def test_the_trained_model_is_asked_too(open_widget):
    page, view = open_widget("CacheIsMask", width=320, step=5)
    field = view.get_by_label("type a name")
    for name in ("a", "zoe", LONG):
        field.fill(name)
        said = f"For {name}: {16 * (len(name) + 1)} numbers after attention, computed both ways."
        assert f"{said} The largest difference is exactly 0." in view.inner_text()
    field.fill("É")
    assert f"The answer is still about {LONG}." in view.inner_text()
    assert_fits(page)
    view.get_by_role("button", name="Reset").click()
    assert field.input_value() == "emma"
