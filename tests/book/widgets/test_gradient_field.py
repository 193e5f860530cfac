"""All gradients of one name as a picture, in a browser: pointed at, walked through with keys, typed anew."""

import pytest
from fit import assert_fits
from whole import assert_whole

from microgpt.widgets import GradientField
from microgpt.widgets.model.one_number import size


def chosen(view):
    return view.locator(".mg-field-chosen").inner_text()


def picture(view, matrix):
    return view.get_by_role("slider", name=f"the gradients of {matrix}")


def point(page, view, matrix, row, column, press=False):
    """The middle of a cell."""
    frame = view.locator(f".mg-field-{matrix} .mg-field-frame").bounding_box()
    rows, columns = size(matrix)
    x = frame["x"] + (column + 0.5) * frame["width"] / columns
    y = frame["y"] + (row + 0.5) * frame["height"] / rows
    (page.touchscreen.tap if press else page.mouse.move)(x, y)


def test_it_counts_what_takes_part(open_widget):
    _, view = open_widget("GradientField")
    assert "3,488 of 4,192 have a gradient; 704 are exactly 0." in view.inner_text()
    assert "23 of 27 rows of wte: no gradient" in view.inner_text()
    assert "11 of 16 rows of wpe: no gradient" in view.inner_text()
    crossed = view.locator(".mg-field-matrix .mg-field-none").evaluate_all(
        "(all) => all.map((one) => (one.getAttribute('d').match(/M/g) ?? []).length)"
    )
    assert crossed == [23 * 16, 11 * 16, 0, 0, 0, 0, 0, 5 * 16, 5 * 16]
    empty = view.locator(".mg-field-wte .mg-field-empty").all_text_contents()
    assert empty == GradientField().empty_rows("wte")


def test_a_cell_that_is_pointed_at_is_told(open_widget):
    page, view = open_widget("GradientField", copies=2)
    view.scroll_into_view_if_needed()
    point(page, view, "wq", 7, 11)
    g = GradientField().gradients()["wq"][7][11]
    assert chosen(view).startswith("wq, row 7, column 11: value ")
    told = float(chosen(view).split("gradient ")[1].rstrip(".").replace("−", "-").split(" ")[0])
    assert told == pytest.approx(g, rel=1e-2) or "×" in chosen(view)
    assert view.get_by_label("Matrix").input_value() == "wq"
    assert chosen(page.locator(".mg-view").nth(1)).startswith("wte, row m, column 0")
    point(page, view, "wte", 25, 0)
    assert "gradient exactly 0" in chosen(view) and "z is not read" in view.inner_text()
    view.get_by_role("button", name="Reset").click()
    assert chosen(view).startswith("wte, row m, column 0")


def test_arrow_keys_walk_from_cell_to_cell(open_widget):
    page, view = open_widget("GradientField")
    fc1 = picture(view, "fc1")
    fc1.focus()
    for key in ("ArrowDown",) * 5 + ("ArrowRight",):
        page.keyboard.press(key)
    assert chosen(view).startswith("fc1, row 5, column 1: ")
    assert "ReLU shuts unit 5 at every position" in view.inner_text()
    assert fc1.get_attribute("aria-valuetext") == chosen(view)
    page.keyboard.press("End")
    page.keyboard.press("PageDown")
    assert chosen(view).startswith("fc1, row 13, column 15: ")
    page.keyboard.press("Tab")  # who passes by chooses nothing
    assert chosen(view).startswith("fc1, row 13, column 15: ")
    page.keyboard.press("ArrowRight")
    assert chosen(view).startswith("fc2, row 0, column 1: ")
    marks = view.locator(".mg-field-mark").evaluate_all(
        "(all) => all.map((one) => one.hasAttribute('hidden'))"
    )
    assert marks.count(False) == 1


def test_a_name_is_typed_and_one_that_cannot_be_read_is_refused(open_widget):
    _, view = open_widget("GradientField")
    name = view.get_by_label("Type a name")
    name.fill("eve")
    assert "24 of 27 rows of wte: no gradient" in view.inner_text()
    assert "Rows of wte that take part: e, v, BOS. Rows of wpe: 0 to 3." in view.inner_text()
    for wrong in ("Eve", "e-v", "<i>", "a" * 16, ""):
        name.fill(wrong)
        assert "The picture still shows eve." in view.inner_text()
        assert_whole(view)
    view.get_by_text("The same as a table").click()
    table = view.locator(".mg-field-table tbody tr").first.inner_text().split("\t")
    assert table[:4] == ["wte", "27 × 16", "48 of 432", "24"]


def test_a_finger_chooses_and_everything_fits(open_widget):
    page, view = open_widget("GradientField", width=390, context_has_touch=True)
    picture(view, "lm_head").scroll_into_view_if_needed()
    point(page, view, "lm_head", 26, 15, press=True)
    assert chosen(view).startswith("lm_head, row end, column 15: ")
    here = view.locator(".mg-field-lm_head .mg-field-here").inner_text()
    assert here.startswith("[end][15]: ")
    assert_fits(page, 390)


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 1280])
def test_the_longest_name_fits(open_widget, width):
    page, view = open_widget("GradientField", name="alexandriannaxy", width=width)
    assert_fits(page, width)
    assert_whole(view)
