"""Derivative explorer and gears, in a browser."""

import re

import pytest

BAD = re.compile("NaN|undefined|Infinity")
SMALL = """Array.from(document.querySelectorAll('button, input, [role=slider]'), (one) => (one.querySelector('.mg-target') ?? one).getBoundingClientRect())
    .filter((box) => box.width && (box.width < 24 || box.height < 24) && box.width !== box.height).length"""


def fits(page, width=320):
    return (
        page.evaluate("document.documentElement.scrollWidth") <= width and page.evaluate(SMALL) == 0
    )


def calm(view):
    text = view.inner_text()
    shapes = view.evaluate(
        "el => [...el.querySelectorAll('svg *')].flatMap(e => [...e.attributes].map(a => a.value)).filter(v => /NaN|undefined|Infinity/.test(v))"
    )
    assert not BAD.search(text) and not shapes, (text, shapes[:3])


def drag(page, handle, x, y):
    box = handle.locator("circle").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(x, y, steps=3)
    page.mouse.up()


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


# ---- derivative explorer ----


def test_the_point_is_dragged_along_the_curve(open_widget):
    page, view = open_widget("DerivativeExplorer", copies=2)
    point = view.get_by_role("slider", name="the point on the curve")
    inside = paper(view)
    drag(page, point, inside["x"] + inside["width"] * 5 / 8, inside["y"] + 5)
    assert point.get_attribute("aria-valuetext") == "x 1, f of x 1, slope 2"
    assert view.get_by_label("x, as a number").input_value() == "1"
    drag(page, point, inside["x"] - 300, inside["y"] + 5)
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


def swipe(page, start, end):
    """One finger, as the browser itself sees it: it may scroll, or drag."""
    touch = page.context.new_cdp_session(page)
    places = [
        [{"x": start[0] + (end[0] - start[0]) * i / 8, "y": start[1] + (end[1] - start[1]) * i / 8}]
        for i in range(9)
    ]
    for kind, at in [
        ("touchStart", places[0]),
        *(("touchMove", one) for one in places[1:]),
        ("touchEnd", []),
    ]:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})


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


@pytest.mark.parametrize(
    "name, x, says",
    [
        ("log x", "-1", "log(x) is not defined at x = −1: only positive numbers have a logarithm."),
        ("log x", "0", "log(x) is not defined at x = 0"),
        (
            "relu x",
            "0",
            "At the kink at x = 0, the slope is 0 from the left and 1 from the right; this course uses 0.",
        ),
        ("x³", "2", "The tangent's slope is 12"),
        ("sin x", "0", "The tangent's slope is 1:"),
        ("eˣ", "0", "The tangent's slope is 1:"),
    ],
)
def test_presets(open_widget, name, x, says):
    page, view = open_widget("DerivativeExplorer")
    view.get_by_role("radio", name=name).check()
    view.get_by_label("x, as a number").fill(x)
    assert says in view.inner_text()
    for slider in view.get_by_role("slider").all():
        for key in ("Home", "End"):
            slider.press(key)
            calm(view)


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


def test_an_expression_of_ones_own(open_widget):
    page, view = open_widget("DerivativeExplorer", copies=2)
    view.get_by_role("radio", name="your own").check()
    field = view.get_by_role("textbox")
    assert field.input_value() == "x**2"
    field.fill("3*x**2 - 4*x + 5")
    assert "f′(x) = 6*x - 4" in view.inner_text() and field.get_attribute("aria-invalid") == "false"
    before = view.locator(".mg-slope-curve").first.get_attribute("d")
    for text, says, caret in (
        ("3*x^2", "Character 4: In Python, a power is written **", 3),
        ("2x", "Character 2: A sign is missing. To multiply, write 2*x.", 1),
        ("(x", "Character 1: This parenthesis is never closed.", 0),
        ("", "Character 1: Type an expression", 0),
        ("x" * 90, "At most 80 characters", None),
        ("<b>x</b>", "Character 1: “<” has no meaning here.", 0),
    ):
        field.fill(text)
        assert says in view.inner_text() and "The last curve stays." in view.inner_text()
        assert field.get_attribute("aria-invalid") == "true" and field.input_value() == text
        described = page.locator(f"#{field.get_attribute('aria-describedby')}")
        assert says in described.inner_text()
        if caret is not None:
            assert described.locator("pre").text_content().split("\n")[1] == " " * caret + "^"
        assert view.locator(".mg-slope-curve").first.get_attribute("d") == before
        calm(view)
    view.get_by_label("x, as a number").fill(
        "2"
    )  # the last curve can still be explored, and the text stays
    assert "The tangent's slope is 8" in view.inner_text() and field.input_value() == "<b>x</b>"
    field.fill("1/x")
    assert "f′(x) = -1/x**2" in view.inner_text() and "last curve" not in view.inner_text()
    assert "f(x) = x**2" in page.locator(".mg-view").nth(1).inner_text()
    field.fill("1/")
    view.get_by_role("button", name="Reset").click()
    assert (
        view.get_by_role("radio", name="x²").is_checked()
        and not field.is_visible()
        and "f(x) = x**2" in view.inner_text()
    )


@pytest.mark.parametrize(
    "f",
    [
        "exp(exp(x))",
        "1/x",
        "x**x",
        "log(x - 9)",
        "1e300*x",
        "1000*x",
        "0*x",
        "exp(x**2)",
        "sqrt(x)",
        "1/(x - x)",
        "sin(x)*cos(x)*exp(x)*tanh(x)*sqrt(x)/(1 + x**2)",
    ],
)
def test_extreme_functions(open_widget, f):
    page, view = open_widget("DerivativeExplorer", f=f, width=320)
    for x in ("-4", "0", "4"):
        for h in ("0.0001", "2", ""):
            view.get_by_label("x, as a number").fill(x)
            view.get_by_label("h, as a number").fill(h)
            calm(view)
    assert fits(page)


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


def test_the_page_and_python_say_the_same(open_widget):
    """What the page says is what `summary` says."""
    from microgpt.widgets import DerivativeExplorer

    for f, x, h in (("x**2", 1.5, 0.5), ("exp(x)", 1, 0.25), ("x**3 - 2*x", -1, 1)):
        page, view = open_widget("DerivativeExplorer", f=f, x=x, h=h)
        widget = DerivativeExplorer(f=f, x=x, h=h)
        shown = [
            float(text.replace("−", "-"))
            for text in view.locator(".mg-slope-facts b").all_inner_texts()
        ]
        secant = float(repr(widget).rsplit(" ", 1)[1].rstrip("."))
        assert shown[1] == pytest.approx(widget.slope(), abs=1e-4) and shown[2] == pytest.approx(
            secant, abs=1e-4
        )


def test_moving_the_point_rebuilds_nothing(open_widget):
    page, view = open_widget("DerivativeExplorer", f="sin(x)")
    view.evaluate(
        """el => { window.built = 0; new MutationObserver((all) => { for (const one of all) for (const node of one.addedNodes) if (node.nodeType === 1) window.built++; }).observe(el, { childList: true, subtree: true }); }"""
    )
    for _ in range(10):
        view.get_by_role("slider", name="the point on the curve").press("ArrowLeft")
    assert "x 0.5" in view.get_by_role("slider", name="the point on the curve").get_attribute(
        "aria-valuetext"
    )
    assert page.evaluate("window.built") == 0


# ---- gears ----


def cells(view):
    return [row.split("\t") for row in view.locator("tbody").inner_text().split("\n")]


def test_a_nudge_goes_through_the_chain(open_widget):
    page, view = open_widget("Gears", copies=2, context_reduced_motion="reduce")
    assert cells(view) == [
        ["x", "1", "1.5", "+0.5", "10°"],
        ["u", "3", "4.5", "+1.5", "30°"],
        ["y", "6", "9", "+3", "60°"],
    ]
    assert "3 / 0.5 = 6. The rates multiply: 3 × 2 = 6." in view.inner_text()
    assert "now" in view.locator("thead").inner_text().split("\t")[1]
    view.get_by_role("button", name="Nudge x by +0.5").click()
    assert view.get_by_label("x, as a number", exact=True).input_value() == "1.5"
    assert cells(view)[2] == ["y", "6", "9", "+3", "60°"], "before and after stay for comparison"
    assert "before" in view.locator("thead").inner_text()
    assert "3 / 0.5 = 6" in view.get_by_role("status").text_content()
    view.get_by_role("button", name="Nudge x by +0.5").click()
    assert cells(view)[2] == ["y", "9", "12", "+3", "60°"]
    assert cells(page.locator(".mg-view").nth(1))[0][1] == "1"
    view.get_by_role("button", name="Reset").click()
    assert (
        cells(view)[0] == ["x", "1", "1.5", "+0.5", "10°"]
        and "now" in view.locator("thead").inner_text().split("\t")[1]
    )


def test_the_wheels_turn_only_on_request(open_widget):
    page, view = open_widget("Gears", own_tab=True)
    hand = view.locator(".mg-gears-hand").nth(2)
    start = hand.get_attribute("d")
    page.clock.install()  # time stands still but for what the test lets pass
    view.get_by_role("button", name="Nudge x").click()
    page.clock.run_for(200)
    on_the_way = hand.get_attribute("d")
    view.get_by_label("nudge of x, as a number").fill("0.5")  # the end of the turn, at once
    assert on_the_way != start
    assert hand.get_attribute("d") not in (start, on_the_way)


def test_backwards_and_nothing(open_widget):
    page, view = open_widget("Gears", width=320)
    view.get_by_label("u per x, as a number").fill("-1.5")
    assert "y turns backwards" in view.inner_text() and cells(view)[1][3:] == ["−0.75", "−15°"]
    view.get_by_label("y per u, as a number").fill("0")
    assert "y stands still. Nothing gets through." in view.inner_text() and cells(view)[2] == [
        "y",
        "0",
        "0",
        "0",
        "0°",
    ]
    assert view.locator(".mg-gears-belt").nth(1).get_attribute("d") == ""
    view.get_by_label("nudge of x, as a number").fill("0")
    assert view.get_by_role("button", name="Nudge x").get_attribute("aria-disabled") == "true"
    for slider in view.get_by_role("slider").all():
        for key in ("Home", "End"):
            slider.press(key)
            calm(view)
    assert fits(page)
    view.get_by_role("button", name="Nudge x").click(force=True)  # x stands at its end
    assert (
        "too near its end" in view.inner_text()
        and view.get_by_label("x, as a number", exact=True).input_value() == "5"
    )


def test_belts_carry_the_same_length(open_widget):
    """The turns of two wheels are to each other as the pulleys are: what is drawn is the rate."""
    page, view = open_widget("Gears", first=2.5, second=-1.5)
    radius = lambda kind, i: float(view.locator(kind).nth(i).get_attribute("r"))  # noqa: E731
    for i, rate in enumerate((2.5, -1.5)):
        assert radius(".mg-gears-driver", i) / radius(".mg-gears-hub", i + 1) == pytest.approx(
            abs(rate)
        )
