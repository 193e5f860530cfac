"""GradientMap in a browser: pointer, keys, a minimum, Reset, two copies."""

from descent import spot, text
from fit import assert_fits
from hands import drag


def test_the_point_is_dragged_and_the_numbers_follow(open_widget):
    page, view = open_widget("GradientMap", copies=2)
    assert "loss = 6 slope along w1 = 4 slope along w2 = 4 gradient = [4, 4]" in text(view)
    drag(page, spot(view, 2, 1), spot(view, -1, 0.5))
    assert "loss = 1.5 slope along w1 = −2 slope along w2 = 2 gradient = [−2, 2]" in text(view)
    assert "Along w1, w2 held at 0.5: slope −2" in text(
        view
    ) and "Along w2, w1 held at −1: slope 2" in text(view)
    assert view.get_by_label("w1, as a number").input_value() == "-1"
    assert "gradient = [4, 4]" in text(page.locator(".mg-view").nth(1))
    page.mouse.click(*spot(view, 1, -2))
    assert "gradient = [2, −8]" in text(view)
    drag(page, spot(view, 1, -2), (5, 5))  # off the picture: the point stops at the edge
    assert "gradient = [−6, 12]" in text(view)
    view.get_by_role("button", name="Reset").click()
    assert "gradient = [4, 4]" in text(view)


def test_a_press_beside_the_map_changes_nothing(open_widget):
    page, view = open_widget("GradientMap")
    box = view.locator("svg.mg-contour").bounding_box()
    page.mouse.click(box["x"] + 4, box["y"] + box["height"] - 4)
    assert "gradient = [4, 4]" in text(view)


def test_the_arrow_vanishes_at_a_minimum(open_widget):
    page, view = open_widget("GradientMap")
    point = view.get_by_role("slider", name="the point")
    arrow = view.locator(".mg-contour .mg-map-up path").first
    assert arrow.get_attribute("d")
    for _ in range(20):
        point.press("ArrowLeft")
    point.press("PageDown")
    assert point.get_attribute("aria-valuetext") == "w1 0, w2 0, loss 0"
    assert (
        "The arrow vanishes" not in text(view)
        and "Both slopes are 0: the arrow vanishes." in text(view)
        and "This is a minimum." in text(view)
    )
    assert all(
        not one.get_attribute("d") for one in view.locator(".mg-contour .mg-map-arrow path").all()
    )
    view.get_by_label("two minima").check()
    assert "this is no minimum" in text(view) and "loss = (3 * w1**4" in text(view)
    view.get_by_label("w1, as a number").fill("1")
    assert "loss = 2.5833" in text(view) and "This is a minimum." in text(view)


def test_the_map_with_keys_only_and_at_its_ends(open_widget):
    page, view = open_widget("GradientMap", width=320)
    point = view.get_by_role("slider", name="the point")
    for name in ("bowl", "valley", "two minima", "plateau"):
        view.get_by_label(name, exact=True).check()
        for key in ("Home", "PageUp", "PageUp", "PageUp", "End", *["PageDown"] * 7, "ArrowUp"):
            point.press(key)
            text(view)
    assert point.get_attribute("aria-valuetext").startswith("w1 3, w2 −2.9")
    for typed in ("", "-", "99"):
        view.get_by_label("w1, as a number").fill("" if typed == "-" else typed)
        text(view)
    assert_fits(page)
