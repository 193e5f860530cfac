"""Zip, dot product and matrix times vector, in a browser."""

import re

from fit import assert_fits
from whole import assert_whole

from microgpt.nn import dot, linear

# ---- zip ----


def test_zip_step_by_step(open_widget):
    page, view = open_widget("ZipLists", copies=2)
    step = view.get_by_role("button", name="Step")
    assert "No pair has met yet, and total is 0." in view.inner_text()
    for total in ("2", "4", "3.5"):
        step.click()
        assert f"to {total}." in view.inner_text()
    step.click()
    assert "The dot product of a and b is 3.5." in view.inner_text()
    step.click(force=True)  # dimmed: nothing more happens
    assert "The dot product of a and b is 3.5." in view.inner_text()
    assert "No pair has met yet" in page.locator(".mg-view").nth(1).inner_text()
    view.get_by_role("button", name="Reset").click()
    assert "No pair has met yet" in view.inner_text()


def test_zip_stops_at_the_shorter_list(open_widget):
    page, view = open_widget("ZipLists", width=320)
    view.get_by_role("button", name="Take the last number from b").click()
    for _ in range(3):
        view.get_by_role("button", name="Step").click()
    assert (
        "b has no third number, so zip stops, and says nothing. −1 in a is never used."
        in view.inner_text()
    )
    assert view.get_by_role("status").text_content().startswith("b has no third number")
    for _ in range(6):
        view.get_by_role("button", name="Put one more number at the end of a").click(force=True)
    assert "a has 6 numbers" in view.inner_text() and view.get_by_label("a, number 6").is_visible()
    for _ in range(6):
        view.get_by_role("button", name="Take the last number from b").click(force=True)
    assert "b has 1 number" in view.inner_text()
    assert_fits(page)
    view.get_by_role("button", name="Reset").click()
    assert (
        "b has 3 numbers" in view.inner_text()
        and view.get_by_label("a, number 3").input_value() == "-1"
    )


def test_zip_with_keys_only_and_nonsense(open_widget):
    page, view = open_widget("ZipLists", step=1)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "a, number 1"
    page.keyboard.press("ArrowUp")
    assert "x is 1.5 and y is 2" in view.inner_text()
    for typed in ("", "-", "99", "e", "-9", "-99"):
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.keyboard.type(typed)
        assert_whole(view)
    page.keyboard.press("Tab")
    first = view.get_by_label("a, number 1", exact=True)
    assert first.input_value() == "-99" and first.get_attribute("aria-valuenow") == "-9"
    assert "a, number 1: Write a number from −9 to 9." in view.inner_text()
    first.fill("−1,5")
    assert "x is −1.5 and y is 2" in view.inner_text() and "Write" not in view.inner_text()
    view.get_by_role("button", name="Step").focus()
    for _ in range(9):
        page.keyboard.press("Enter")
    assert "Both lists end together" in view.inner_text()


def test_zip_plays_pauses_and_plays_again(open_widget):
    page, view = open_widget("ZipLists", own_tab=True)
    page.clock.install()
    view.get_by_role("button", name="Play").click()
    assert "Pair 1" in view.inner_text()
    view.get_by_role("button", name="Pause").click()
    page.clock.run_for(10_000)
    assert "Pair 1" in view.inner_text()
    view.get_by_role("button", name="Play").click()
    page.clock.run_for(1500)
    assert "Pair 3" in view.inner_text()
    page.clock.run_for(10_000)
    assert "Both lists end together" in view.inner_text()
    view.get_by_role("button", name="Play again").click()
    assert "Pair 1" in view.inner_text()
    view.get_by_role("button", name="Reset").click()
    page.clock.run_for(10_000)
    assert "No pair has met yet" in view.inner_text()


def test_zip_without_motion_plays_to_the_end_at_once(open_widget):
    page, view = open_widget("ZipLists", context_reduced_motion="reduce")
    view.get_by_role("button", name="Play").click()
    assert "Both lists end together" in view.inner_text()


# ---- dot product ----


def test_similar_opposite_unrelated(open_widget):
    page, view = open_widget("DotProduct", a=[1, 2], b=[2, 1], width=320)
    for word, cosine, says in (
        ("opposite", "−1", "Nearly opposite"),
        ("unrelated", "0", "Unrelated"),
        ("similar", "0.98", "Nearly the same"),
    ):
        view.get_by_role("button", name=word).click()
        assert f"cosine {cosine}\n" in view.inner_text() and says in view.inner_text()
    assert_fits(page)
    view.get_by_role("button", name="Reset").click()
    assert "cosine 0.8\n" in view.inner_text()


def test_dot_product_extremes(open_widget):
    page, view = open_widget("DotProduct")
    assert "1·2 + 2·1 + (−1)·0.5" in view.inner_text() and "= 3.5" in view.inner_text()
    for key in ("Home", "End"):
        for slider in view.get_by_role("slider").all():
            slider.press(key)
        assert "= 27" in view.inner_text()
        assert_whole(view)
    for field in view.get_by_role("spinbutton").all():
        field.fill("0")
    assert "cosine none" in view.inner_text() and "it points nowhere" in view.inner_text()


def test_an_arrow_is_dragged(open_widget):
    page, view = open_widget("DotProduct", a=[1, 2], b=[2, 1])
    tip, plane = (
        view.get_by_role("slider", name="tip of a"),
        view.locator("svg.mg-plane").bounding_box(),
    )
    box = tip.locator("circle").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(plane["x"] + plane["width"] / 2, plane["y"] + plane["height"] + 300)
    page.mouse.up()
    assert tip.get_attribute("aria-valuetext") == "0 across, −3 up"
    assert f"= −{abs(dot([0, -3], [2, 1])):g}" in view.inner_text()


# ---- matrix times vector ----


def test_rows_with_the_mouse(open_widget):
    page, view = open_widget("MatrixVector", copies=2)
    y = linear([1, 2, -1], [[2, 1, 0.5], [1, 0, 0], [-1, 1, 1], [0, -1.5, 1]])
    assert y == [3.5, 1, 0, -4] and "linear(x, w) = [3.5, 1, 0, −4]" in view.inner_text()
    view.get_by_role("gridcell", name="w 4 2").hover()
    assert "0·1 + (−1.5)·2 + 1·(−1)" in view.inner_text()
    view.get_by_role("button", name="Reset").hover()
    assert "2·1 + 1·2 + 0.5·(−1)" in view.inner_text()  # hovering chose nothing
    view.get_by_role("gridcell", name="w 4 2").click()
    view.get_by_label("w 4 2, as a number").fill("3")
    assert "linear(x, w) = [3.5, 1, 0, 5]" in view.inner_text()
    view.get_by_role("gridcell", name="x 3").click()
    view.get_by_label("x 3", exact=True).press("End")
    assert (
        "linear(x, w) = [5.5, 1, 4, 9]" in view.inner_text()
        and "0·1 + 3·2 + 1·3" in view.inner_text()
    )
    assert "[3.5, 1, 0, −4]" in page.locator(".mg-view").nth(1).inner_text()
    view.get_by_role("button", name="Reset").click()
    assert "[3.5, 1, 0, −4]" in view.inner_text() and "2·1 + 1·2 + 0.5·(−1)" in view.inner_text()


def test_matrix_with_keys_only(open_widget):
    page, view = open_widget("MatrixVector", row=-1)
    assert "Point at a row of w" in view.inner_text()
    page.keyboard.press("Tab")
    for key in ("ArrowDown", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "w 3 2: 1"
    assert "(−1)·1 + 1·2 + 1·(−1)" in view.inner_text()
    page.keyboard.press("Enter")
    page.keyboard.type("-2")
    assert "linear(x, w) = [3.5, 1, −6, −4]" in view.inner_text()
    assert view.get_by_role("status").text_content() == "y 3 is −6"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "w 3 2: −2"


def test_matrix_by_touch_and_at_its_largest(open_widget):
    w = [[3, -3, 2.5, -2.5, 0.123, -1.25]] * 6
    page, view = open_widget(
        "MatrixVector", w=w, x=[-3, -2.5, 3, 3, 2.5, -2.5], width=320, context_has_touch=True
    )
    view.get_by_role("gridcell", name="y 5").tap()
    assert "y5" in view.inner_text().replace("\n", "")
    for cell in ("x 1", "w 6 6"):
        view.get_by_role("gridcell", name=cell).tap()
        for key in ("Home", "End"):
            view.get_by_label(cell, exact=True).press(key)
            assert_whole(view)
        view.get_by_label(f"{cell}, as a number").fill("")
        assert_whole(view)
    assert_fits(page)


def test_numbers_on_tints_can_be_read(open_widget):
    """The contrast of ink on the strongest tint of both ends, in both themes."""
    page, view = open_widget("MatrixVector", w=[[3, -3]], x=[1, 1], row=-1)
    for theme in ("light", "dark"):
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
        for cell in ("w 1 1", "w 1 2"):
            colours = view.get_by_role("gridcell", name=cell).evaluate(
                "(one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
            )
            light, dark = sorted(map(luminance, colours), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (theme, cell, colours)


def luminance(colour):
    numbers = [float(x) for x in re.findall(r"[\d.]+", colour)][:3]
    if colour.startswith("rgb"):
        numbers = [x / 255 for x in numbers]
    parts = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in numbers]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
