"""The network playground, in a browser: dials, surface and map under pointer, touch and keys alone."""

from changes import count_new_elements
from dials import dial, output
from fit import assert_fits
from hands import centre, drag_by
from whole import assert_whole


def test_playground_by_dragging(open_widget):
    page, view = open_widget("NetworkPlayground", copies=2)
    other = page.locator(".mg-view").nth(1)
    assert output(view) == "1.75"
    w1 = dial(view, "weight w 1")
    before = view.locator(".mg-surface-cell").first.get_attribute("points")
    drag_by(page, centre(w1.locator("circle")), 0, 400)
    assert w1.get_attribute("aria-valuenow") == "-3"
    assert "off" in view.locator(".mg-net").inner_html() and output(view) == "0.5"
    assert view.locator(".mg-surface-cell").first.get_attribute("points") != before
    drag_by(page, centre(dial(view, "bias b 3").locator("circle")), 0, 300)
    assert output(view) == "0" and view.locator(".mg-net-node.mg-off").count() == 2
    assert output(other) == "1.75"
    view.get_by_role("button", name="Reset", exact=True).click()
    assert output(view) == "1.75"


def test_playground_with_keys_only(open_widget):
    page, view = open_widget("NetworkPlayground")
    seen = []
    for _ in range(16):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()"
            )
        )
        if seen[-1] == "bias b 3":
            page.keyboard.press("PageUp")
    knobs = [name for name in seen if name.startswith(("input", "weight", "bias"))]
    assert sorted(knobs) == sorted(
        [f"{word} {i}" for word in ("input x", "weight w", "bias b") for i in (1, 2, 3)]
    )
    assert output(view) == "2.25"
    assert any(name.startswith("Surface of a") for name in seen)
    view.get_by_text("All the numbers").press("Enter")
    for key in ("Home", "End"):
        for slider in view.locator("input[type=range]:visible").all():
            slider.press(key)
            assert_whole(view)
    for field in view.get_by_role("spinbutton").all():
        for typed in ("1e9", "-1e9", "", "0"):
            field.fill(typed)
            assert_whole(view)
    assert output(view) == "0"


def test_surface_is_turned_and_put_back(open_widget):
    page, view = open_widget("NetworkPlayground")
    picture = view.locator("svg.mg-surface")
    first = view.locator(".mg-surface-base")
    at_first = first.get_attribute("d")
    drag_by(page, centre(picture), 120, 40)
    turned = first.get_attribute("d")
    assert turned != at_first
    picture.press("ArrowLeft")
    picture.press("ArrowUp")
    assert first.get_attribute("d") != turned and "degrees" in picture.get_attribute(
        "aria-valuetext"
    )
    view.get_by_role("button", name="Reset view").click()
    assert first.get_attribute("d") == at_first
    for _ in range(40):
        picture.press("ArrowUp")
    assert "seen from 85 degrees above" in picture.get_attribute("aria-valuetext")


def test_map_moves_the_point(open_widget):
    page, view = open_widget("NetworkPlayground")
    view.get_by_label("map").check()
    picture = view.locator("svg.mg-surface")
    picture.press("ArrowRight")
    assert (
        dial(view, "input x 1").get_attribute("aria-valuenow") == "1.1" and output(view) == "1.85"
    )
    picture.press("Home")
    assert picture.get_attribute("aria-valuetext").startswith("x₁ −2, x₂ 0.5")
    spot = view.locator(".mg-surface-spot")
    drag_by(page, centre(spot), 900, 900)
    assert picture.get_attribute("aria-valuetext").startswith("x₁ 2, x₂ −2")
    view.get_by_label("3-D").check()
    assert "degrees" in picture.get_attribute("aria-valuetext")


def test_a_finger_beside_the_point_scrolls_and_a_tap_on_the_map_places(open_widget):
    page, view = open_widget(
        "NetworkPlayground", width=390, context_has_touch=True, context_is_mobile=True
    )
    page.set_viewport_size({"width": 390, "height": 480})
    picture, touch = view.locator("svg.mg-surface"), page.context.new_cdp_session(page)
    view.get_by_label("map").check()
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.3)
    page.wait_for_function(
        "document.querySelector('svg.mg-surface').getAttribute('aria-valuetext').startsWith('x₁ −')"
    )
    for kind in ("3-D", "map"):
        view.get_by_label(kind).check()
        picture.evaluate(
            "(one) => scrollTo({ top: one.getBoundingClientRect().top + scrollY - 60, behavior: 'instant' })"
        )
        box, before, at = (
            picture.bounding_box(),
            page.evaluate("scrollY"),
            picture.get_attribute("aria-valuetext"),
        )
        x, y = box["x"] + box["width"] * 0.85, box["y"] + box["height"] * 0.7
        for event, up in [
            ("touchStart", 0),
            *(("touchMove", 12 * i) for i in range(1, 9)),
            ("touchEnd", None),
        ]:
            touch.send(
                "Input.dispatchTouchEvent",
                {"type": event, "touchPoints": [] if up is None else [{"x": x, "y": y - up}]},
            )
        page.wait_for_function(f"scrollY > {before + 30}")
        assert picture.get_attribute("aria-valuetext") == at


def test_playground_by_touch_on_a_small_phone(open_widget):
    page, view = open_widget(
        "NetworkPlayground", challenge="tide", width=320, context_has_touch=True
    )
    assert_fits(page)
    view.get_by_role("button", name="Show gradients").tap()
    knob = dial(view, "weight w 3")
    assert knob.locator(".mg-dial-note").text_content().startswith("grad ")
    assert knob.evaluate("one => getComputedStyle(one).touchAction") == "none"
    assert (
        view.locator("svg.mg-surface").evaluate("one => getComputedStyle(one).touchAction")
        == "pan-y"
    )
    x, y = centre(knob.locator("circle"))
    touch = page.context.new_cdp_session(page)
    touch.send(
        "Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}
    )
    touch.send(
        "Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - 50}]}
    )
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert float(knob.get_attribute("aria-valuenow")) > 1.5
    assert_fits(page)


def test_nothing_is_built_anew_while_a_knob_turns(open_widget):
    """A turn changes attributes and a few lines of text; the pictures keep their elements."""
    page, view = open_widget("NetworkPlayground", challenge="corner")
    knob = dial(view, "weight w 1")
    knob.press("ArrowUp")
    count_new_elements(view, apart_from=".mg-chart *")
    for _ in range(5):
        knob.press("ArrowUp")
    assert page.evaluate("newElements") == 0


def test_what_does_not_move_is_not_touched(open_widget):
    """Where the surface is flat at 0 and stays so, its cells keep their attributes."""
    page, view = open_widget("NetworkPlayground", w=[1, 0, 0], b=[0, 0, 0])
    view.locator("svg.mg-surface").evaluate("""(surface) => {
        globalThis.touched = new Set();
        const observer = new MutationObserver((all) => all.forEach(({ target }) => touched.add(target)));
        observer.observe(surface, { attributes: true, subtree: true, attributeFilter: ["points", "style"] });
    }""")
    dial(view, "weight w 1").press("ArrowUp")
    assert 0 < page.evaluate("touched.size") <= 16 * 9
