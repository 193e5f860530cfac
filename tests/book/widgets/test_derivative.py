"""The derivative explorer: its point under mouse, finger and keys, and the secant that closes in."""

import pytest
from changes import count_new_elements
from hands import centre, drag, swipe


def paper(view):
    """The inside of the plot on the page. (The box of an inner svg would hold what it clips, too.)"""
    plot = view.locator(".mg-plot").bounding_box()
    x, y, width, height = (
        float(view.locator(".mg-plot-inside").get_attribute(name))
        for name in ("x", "y", "width", "height")
    )
    scale = plot["width"] / float(view.locator(".mg-plot").get_attribute("viewBox").split()[2])
    return {
        "x": plot["x"] + x * scale,
        "y": plot["y"] + y * scale,
        "width": width * scale,
        "height": height * scale,
    }


def test_the_point_is_dragged_along_the_curve(open_widget):
    page, view = open_widget("DerivativeExplorer", copies=2)
    point = view.get_by_role("slider", name="the point on the curve")
    inside = paper(view)
    drag(
        page,
        centre(point.locator("circle").first),
        (inside["x"] + inside["width"] * 5 / 8, inside["y"] + 5),
    )
    assert point.get_attribute("aria-valuetext") == "x 1, f of x 1, slope 2"
    assert view.get_by_label("x, as a number").input_value() == "1"
    drag(page, centre(point.locator("circle").first), (inside["x"] - 300, inside["y"] + 5))
    assert "x −4" in point.get_attribute("aria-valuetext") and "slope −8" in point.get_attribute(
        "aria-valuetext"
    )
    assert "f of x 2.25" in page.get_by_role("slider", name="the point on the curve").nth(
        1
    ).get_attribute("aria-valuetext")
    view.get_by_role("button", name="Reset").click()
    assert point.get_attribute("aria-valuetext") == "x 1.5, f of x 2.25, slope 3"


def test_a_tap_on_the_picture_places_the_point(open_widget):
    page, view = open_widget("DerivativeExplorer", width=390, context_has_touch=True)
    inside = paper(view)
    page.touchscreen.tap(inside["x"] + inside["width"] * 3 / 8, inside["y"] + 20)
    assert view.get_by_label("x, as a number").input_value() == "-1"
    touch = "e => getComputedStyle(e).touchAction"
    assert (
        view.locator(".mg-handle").evaluate(touch) == "none"
        and view.locator(".mg-plot").evaluate(touch) == "auto"
    )


def test_a_small_phone_has_numbers_along_the_axis(open_widget):
    page, view = open_widget("DerivativeExplorer", width=320)
    page.wait_for_function(
        "document.querySelector('.mg-plot').getAttribute('viewBox').split(' ')[2] < 320"
    )  # drawn at its size
    along = view.locator(".mg-plot > g text[text-anchor=middle]").all_text_contents()
    assert along == ["−4", "−2", "0", "2", "4"]


def test_a_finger_drags_the_point_and_elsewhere_it_scrolls(open_widget):
    page, view = open_widget(
        "DerivativeExplorer", width=390, context_has_touch=True, context_is_mobile=True
    )
    page.set_viewport_size({"width": 390, "height": 420})
    view.locator(".mg-plot").evaluate(
        "(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 20)"
    )
    before, field, inside = (
        page.evaluate("scrollY"),
        view.get_by_label("x, as a number"),
        paper(view),
    )
    box = view.locator(".mg-handle .mg-knob").bounding_box()
    start = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    swipe(page, start, (inside["x"] + inside["width"] * 3 / 8, start[1] + 90))
    page.wait_for_function("(field) => field.value === '-1'", arg=field.element_handle())
    assert page.evaluate("scrollY") == before
    swipe(page, (inside["x"] + 20, inside["y"] + 180), (inside["x"] + 20, inside["y"] + 30))
    page.wait_for_function("(before) => scrollY > before + 20", arg=before)
    assert field.input_value() == "-1", "a scroll places nothing"


def test_the_point_is_moved_with_keys(open_widget):
    page, view = open_widget("DerivativeExplorer")
    point = view.get_by_role("slider", name="the point on the curve")
    for key, x in (
        ("ArrowRight", "1.6"),
        ("ArrowDown", "1.5"),
        ("PageUp", "2.5"),
        ("PageDown", "1.5"),
        ("End", "4"),
        ("ArrowUp", "4"),
        ("Home", "−4"),
    ):
        point.press(key)
        assert point.get_attribute("aria-valuetext").startswith(f"x {x},"), key
    inside, knob = paper(view), point.locator("circle").nth(1).bounding_box()
    assert inside["y"] <= knob["y"] + knob["height"] / 2 <= inside["y"] + inside["height"], (
        "the picture grows with the point"
    )


def test_the_secant_closes_in_on_the_tangent(open_widget):
    page, view = open_widget("DerivativeExplorer")
    assert "slope 3.5. The tangent's slope is 3: 0.5 apart." in view.inner_text()
    halve = view.get_by_role("button", name="Halve h")
    for secant in ("3.25", "3.125", "3.0625"):
        halve.click()
        assert (
            f"slope {secant}." in view.inner_text()
            and f"slope {secant}." in view.get_by_role("status").last.text_content()
        )
    for _ in range(12):
        halve.click(force=True)
    assert (
        view.get_by_label("h, as a number").input_value() == "0.0001"
        and halve.get_attribute("aria-disabled") == "true"
    )
    assert "slope 3.0001. The tangent's slope is 3: 0.0001 apart." in view.inner_text()
    slider = view.get_by_role("slider", name="h", exact=True)
    slider.press("End")
    assert (
        view.get_by_label("h, as a number").input_value() == "2"
        and "slope 5. " in view.inner_text()
    )
    slider.press("ArrowLeft")
    once = float(view.get_by_label("h, as a number").input_value())
    slider.press("ArrowLeft")
    twice = float(view.get_by_label("h, as a number").input_value())
    assert once / 2 == pytest.approx(twice / once, rel=0.03), "equal ways are equal factors"
    assert slider.get_attribute("aria-valuetext") == f"{twice:g}"
    view.get_by_label("h, as a number").fill("0.01")
    assert "slope 3.01." in view.inner_text()
    view.get_by_label("h, as a number").press("ArrowUp")
    assert "slope 3.011." in view.inner_text()


def test_says_whether_a_slope_looks_as_steep_as_it_is(open_widget):
    page, view = open_widget("DerivativeExplorer", f="sin(x)")
    unit = view.locator(".mg-slope-unit")
    assert unit.inner_text() == "Both axes have the same unit: a slope of 1 looks like 45 degrees."
    view.get_by_role("radio", name="x³").check()
    assert (
        unit.inner_text()
        == "The picture is squeezed to fit, so slopes look flatter than they are. Read them from the numbers."
    )
    assert "From the height 3.375 the secant" in view.inner_text(), "a height, not a place"


def test_explorer_with_keys_only(open_widget):
    page, view = open_widget("DerivativeExplorer")
    visited = []
    for _ in range(9):
        page.keyboard.press("Tab")
        visited.append(
            page.evaluate(
                "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
            )
        )
    assert "the point on the curve" in visited and "Halve h" in visited and "Reset" in visited


def test_moving_the_point_rebuilds_nothing(open_widget):
    page, view = open_widget("DerivativeExplorer", f="sin(x)")
    count_new_elements(view)
    for _ in range(10):
        view.get_by_role("slider", name="the point on the curve").press("ArrowLeft")
    assert "x 0.5" in view.get_by_role("slider", name="the point on the curve").get_attribute(
        "aria-valuetext"
    )
    assert page.evaluate("newElements") == 0
