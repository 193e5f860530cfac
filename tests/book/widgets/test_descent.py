"""GradientMap, GradientDescent and FitLine in a browser: pointer, touch, keys, extremes, Reset, two copies."""

import re

import pytest

from microgpt.widgets import FitLine, GradientDescent

BAD = re.compile("NaN|undefined|Infinity|∞")
SMALL = """Array.from(document.querySelectorAll('button, input:not([type=radio]), .mg-target'), (one) => one.getBoundingClientRect())
    .filter((box) => box.width && (box.width < 24 || box.height < 24)).length"""
LEFT, TOP, SIDE, WIDE = 30, 8, 262, 300  # the map inside its picture, in the picture's own units


def fits(page, width=320):
    return (
        page.evaluate("document.documentElement.scrollWidth") <= width and page.evaluate(SMALL) == 0
    )


def spot(view, w1, w2):
    """Where [w1, w2] is on the page."""
    box = view.locator("svg.mg-contour").bounding_box()
    scale = box["width"] / WIDE
    return box["x"] + scale * (LEFT + (w1 + 3) / 6 * SIDE), box["y"] + scale * (
        TOP + (3 - w2) / 6 * SIDE
    )


def drag(page, start, end):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=4)
    page.mouse.up()


def text(view):
    shown = view.inner_text()
    assert not BAD.search(shown), BAD.search(shown)
    return re.sub(r"\s+", " ", shown)


# ---- GradientMap ----


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
    assert fits(page)


# ---- touch ----


def swipe(page, start, end):
    """One finger, as the browser itself sees it: it may scroll, or drag."""
    touch = page.context.new_cdp_session(page)
    places = [
        [{"x": a + (c - a) * i / 8, "y": b + (d - b) * i / 8}]
        for (a, b), (c, d) in [(start, end)]
        for i in range(9)
    ]
    for kind, at in [
        ("touchStart", places[0]),
        *(("touchMove", one) for one in places[1:]),
        ("touchEnd", []),
    ]:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})


@pytest.mark.parametrize("name", ["GradientMap", "GradientDescent"])
def test_a_finger_on_the_point_drags_it_elsewhere_it_scrolls(open_widget, name):
    page, view = open_widget(name, width=390, context_has_touch=True, context_is_mobile=True)
    page.set_viewport_size({"width": 390, "height": 420})  # so that there is something to scroll
    view.locator("svg.mg-contour").evaluate(
        "(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 20)"
    )
    before, field = (
        page.evaluate("scrollY"),
        view.get_by_role("spinbutton", name=re.compile("w1")).first,
    )
    swipe(page, spot(view, 2, 1), spot(view, -1, -1))
    page.wait_for_function("(field) => field.value === '-1'", arg=field.element_handle())
    assert page.evaluate("scrollY") == before
    page.touchscreen.tap(*spot(view, 1, 2))
    page.wait_for_function("(field) => field.value === '1'", arg=field.element_handle())
    assert page.evaluate("scrollY") == before
    swipe(page, spot(view, -2, -1.5), spot(view, -2, 2))  # elsewhere
    page.wait_for_function("(before) => scrollY > before + 20", arg=before)
    assert field.input_value() == "1", "a scroll places nothing"


@pytest.mark.parametrize(
    "name, traits, handle",
    [("FitLine", {}, "b: the height"), ("DotProduct", {"a": [1, 2], "b": [2, 1]}, "tip of a")],
)
def test_a_finger_on_other_handles(open_widget, name, traits, handle):
    page, view = open_widget(
        name, width=390, context_has_touch=True, context_is_mobile=True, **traits
    )
    page.set_viewport_size({"width": 390, "height": 420})
    tip = view.get_by_role("slider", name=handle)
    tip.evaluate("(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 200)")
    before, value, box = (
        page.evaluate("scrollY"),
        tip.get_attribute("aria-valuetext"),
        tip.bounding_box(),
    )
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    swipe(page, (x, y), (x, y + 60))
    page.wait_for_function(
        "([one, value]) => one.getAttribute('aria-valuetext') !== value",
        arg=[tip.element_handle(), value],
    )
    swipe(page, (x, y + 60), (x, y))
    page.wait_for_function(
        "([one, value]) => one.getAttribute('aria-valuetext') === value",
        arg=[tip.element_handle(), value],
    )
    assert page.evaluate("scrollY") == before


# ---- GradientDescent ----


def test_steps_path_and_table(open_widget):
    page, view = open_widget("GradientDescent", copies=2)
    assert "w1 ← 2 − 0.1 × 4 = 1.6" in text(view) and "w2 ← 1 − 0.1 × 4 = 0.6" in text(view)
    step = view.get_by_role("button", name="Step")
    for taken in (1, 2, 3):
        step.click()
        widget = GradientDescent(steps=taken)
        (w1, w2), loss = widget.path()[-1], widget.losses()[-1]
        row = text(view.locator(".mg-steps-now"))
        assert row.startswith(f"{taken} {w1:.4f} {w2:.4f} {2 * w1:.4f} {4 * w2:.4f} {loss:.4f}")
        assert view.locator(".mg-descent-dots").get_attribute("d").count("M") == taken + 1
    assert "The next step, 4" in text(view) and "loss 3.28" not in text(
        view.locator(".mg-chart-words")
    )
    chart = view.get_by_role("slider", name="loss after each step")
    chart.press("Home")
    assert "step 0: loss 6.0000" in text(view)
    assert "The ball has not moved yet" in text(page.locator(".mg-view").nth(1))
    view.get_by_role("button", name="Reset").click()
    assert "The ball has not moved yet" in text(view)


def test_overshooting_is_shown_and_stops(open_widget):
    page, view = open_widget("GradientDescent", context_reduced_motion="reduce")
    view.get_by_label("learning rate, as a number").fill("1")
    view.get_by_role("button", name="Play").click()  # without motion: all steps at once
    assert (
        "The steps overshoot: each lands higher than the one before. Loss 1.1e6: stopped."
        in text(view)
    )
    assert view.get_by_role("button", name="Step").get_attribute("aria-disabled") == "true"
    assert view.locator(".mg-contour-off").count() == 1
    view.get_by_label("learning rate, as a number").fill("0.1")
    assert "stopped" not in text(view), "with a smaller rate the same steps arrive"
    view.get_by_role("button", name="Play").click()
    assert "the ground is level" in text(view)


def test_the_ball_is_placed_by_press_drag_keys_and_typing(open_widget):
    page, view = open_widget("GradientDescent", steps=5)
    page.mouse.click(*spot(view, -2, 2))
    assert (
        "The ball has not moved yet" in text(view)
        and view.get_by_label("start w1, as a number").input_value() == "-2"
    )
    drag(page, spot(view, -2, 2), spot(view, -1, -1))
    assert "w1 ← −1 − 0.1 × (−2) = −0.8" in text(view)
    view.get_by_role("button", name="Step").click()
    ball = view.get_by_role("slider", name="the ball")
    assert ball.get_attribute("aria-valuetext").startswith("w1 −0.8, w2 −0.6")
    ball.press("ArrowRight")  # from where it is now
    assert "w1 ← −0.7" in text(view) and "The ball has not moved yet" in text(view)
    view.get_by_label("start w2, as a number").fill("3")
    assert "w2 ← 3 − 0.1 × 12 = 1.8" in text(view)
    view.get_by_label("plateau").check()
    assert "loss = 4 - 4 / " in text(view)
    view.get_by_role("button", name="Reset").click()
    assert "Step 5 took the loss" in text(view) and "loss = w1**2" in text(view)


def test_play_pauses_and_ends_at_the_floor(open_widget):
    page, view = open_widget("GradientDescent", own_tab=True, learning_rate=0.3)
    page.clock.install()
    view.get_by_role("button", name="Play").click()
    page.clock.run_for(650)
    view.get_by_role("button", name="Pause").click()
    told = re.search(r"Step \d+ took", text(view))[0]
    assert told in ("Step 3 took", "Step 4 took", "Step 5 took")
    page.clock.run_for(5000)
    assert told in text(view)
    view.get_by_role("button", name="Play").click()
    page.clock.run_for(60_000)
    assert "the ground is level: both slopes print as 0.0000" in text(view)
    view.get_by_role("button", name="Play again").click()
    assert "Step 1 took" in text(view)
    page.mouse.click(*spot(view, -2, 2))  # the reader's own move ends the play
    page.clock.run_for(5000)
    assert "The ball has not moved yet" in text(view)


def test_descent_at_its_ends(open_widget):
    page, view = open_widget("GradientDescent", width=320, context_reduced_motion="reduce")
    rate = view.get_by_label("learning rate", exact=True)
    for name in ("bowl", "valley", "two minima", "plateau"):
        view.get_by_label(name, exact=True).check()
        for key in ("End", "Home"):
            rate.press(key)
            for corner in ("Home", "End"):
                view.get_by_role("slider", name="the ball").press(corner)
                view.get_by_role("button", name=re.compile("Play")).click()
                text(view)
                assert fits(page), (name, key, corner)


# ---- FitLine ----


def test_a_line_fitted_by_hand(open_widget):
    page, view = open_widget("FitLine", copies=2)
    assert "y = 0·3 + 0 = 0" in text(view) and "loss = (−10)² = 100" in text(view)
    assert not view.get_by_role("button", name="Step").is_visible()
    view.get_by_label("w, as a number").fill("3")
    view.get_by_role("slider", name="b", exact=True).press("PageUp")
    view.get_by_label("b, as a number").fill("1")
    assert "loss = 0² = 0" in text(view) and "The line goes through the point" in text(view)
    assert float(view.locator(".mg-fit-square").get_attribute("width")) == 0
    assert "loss = (−10)² = 100" in text(page.locator(".mg-view").nth(1))
    view.get_by_role("button", name="Reset").click()
    assert "loss = (−10)² = 100" in text(view)


def test_the_handles_of_the_line(open_widget):
    page, view = open_widget("FitLine")
    left, right = (
        view.get_by_role("slider", name="b: the height"),
        view.get_by_role("slider", name="y: the height"),
    )
    for _ in range(10):
        left.press("ArrowUp")
    assert view.get_by_label("b, as a number").input_value() == "1"
    for _ in range(9):
        right.press("PageUp")
    assert (
        "loss = 0² = 0" in text(view) and view.get_by_label("w, as a number").input_value() == "3"
    )
    box = left.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    drag(page, (x, y), (x, y - 40))
    assert float(view.get_by_label("b, as a number").input_value()) > 3 and "too high" in text(view)
    for key in ("Home", "End"):
        for handle in (left, right):
            handle.press(key)
            text(view)
    view.get_by_label("x, as a number").fill("0")
    right.press("ArrowUp")  # at x = 0 only b matters
    assert "too" in text(view) and not left.is_visible()


def test_descent_shows_every_gradient(open_widget):
    page, view = open_widget("FitLine")
    view.get_by_label("by descent").check()
    for said in (
        "dloss/dy = 2·(y − target) = 2·(−10) = −20",
        "dloss/dw = dloss/dy · x = −20·3 = −60",
        "dloss/db = dloss/dy = −20",
        "w ← 0 − 0.02 × (−60) = 1.2",
        "b ← 0 − 0.02 × (−20) = 0.4",
    ):
        assert said in text(view)
    for taken in (1, 2, 3):
        view.get_by_role("button", name="Step").click()
        row = FitLine(by="descent", steps=taken).history()[-1]
        assert text(view.locator(".mg-steps-now")).startswith(
            f"{taken} {row['w']:.4f} {row['b']:.4f} {row['prediction']:.4f} {row['loss']:.4f}"
        )
    assert "Step 3 moved the prediction from 6.4 to 7.84." in text(view)
    assert view.locator(".mg-fit-past").get_attribute("d").count("M") == 3
    view.get_by_label("by hand").check()
    assert (
        "The line is 10 too low" in text(view) and not view.locator(".mg-fit-history").is_visible()
    )


@pytest.mark.parametrize(
    "rate, says",
    [
        ("0.1", "landed exactly as far off on the other side: the loss stays 100."),
        ("0.2", "each lands further off than the one before. Loss 5.9e6: stopped."),
        ("1", "stopped."),
        ("0.05", "After 1 step the miss is 0"),
    ],
)
def test_the_border_of_the_learning_rate(open_widget, rate, says):
    page, view = open_widget("FitLine", by="descent", context_reduced_motion="reduce")
    view.get_by_label("learning rate, as a number").fill(rate)
    view.get_by_role("button", name="Step").click()
    text(view)
    view.get_by_role("button", name="Play").click() if "miss is 0" not in text(view) else None
    assert says in text(view) or rate == "0.1"
    if rate == "0.1":
        assert "the loss stays 100" in text(view)


def test_the_line_at_its_ends(open_widget):
    page, view = open_widget("FitLine", width=320, by="descent", steps=3)
    for by in ("by descent", "by hand"):
        view.get_by_label(by).check()
        for name in ("w", "b", "x", "target"):
            slider = view.get_by_label(name, exact=True)
            for key in ("Home", "End"):
                if slider.is_visible():
                    slider.press(key)
                shapes = view.evaluate(
                    "el => [...el.querySelectorAll('svg *')].flatMap(e => [...e.attributes].map(a => a.value)).filter(v => /NaN|undefined|Infinity/.test(v))"
                )
                assert not shapes and text(view) and fits(page), (by, name, key)


@pytest.mark.parametrize("width", [320, 1280])
def test_long_numbers_stay_in_their_columns(open_widget, width):
    page, view = open_widget(
        "FitLine", width=width, x=-5.0, target=-20.0, learning_rate=0.05, by="descent"
    )
    for _ in range(7):
        view.get_by_role("button", name="Step", exact=True).click()
        wide = view.locator(".mg-steps span").evaluate_all(
            "cells => cells.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)"
        )
        assert wide == []
    assert (
        "−101.920" in view.locator(".mg-steps").inner_text()
        and "6710.886" in view.locator(".mg-steps").inner_text()
    )


def test_a_touch_while_the_page_glides_is_no_complaint(open_widget):
    """Then a touch cannot be kept from the page, and the browser would complain of the attempt."""
    page, view = open_widget("GradientMap", width=390, context_has_touch=True)
    prevented = view.locator(".mg-contour .mg-handle").evaluate("""one => [true, false].map((cancelable) => {
        let asked = false;
        const event = new TouchEvent("touchstart", { bubbles: true, cancelable });
        event.preventDefault = () => { asked = true; };
        one.dispatchEvent(event);
        return asked;
    })""")
    assert prevented == [True, False]


def test_a_number_is_typed_digit_by_digit(open_widget):
    """The 0 of 0.05 is below what is allowed; it is not replaced under the fingers."""
    page, view = open_widget("FitLine", by="descent")
    field = view.get_by_label("learning rate, as a number")
    field.fill("")
    field.press_sequentially("0.05")
    assert field.input_value() == "0.05"
    view.get_by_role("button", name="Step", exact=True).click()
    assert "After 1 step the miss is 0" in view.inner_text()
    field.fill("0")
    field.blur()
    assert field.input_value() == "0" and "Write a number from 0.001" in view.inner_text()
    assert field.get_attribute("aria-valuenow") == "0.05"
