"""One neuron, the ReLU gate and the network playground, in a browser: pointer, touch, keys alone, extremes and Reset."""

import re

import pytest

from microgpt.widgets import NetworkPlayground

BAD = re.compile("NaN|undefined|Infinity")
SMALL = """Array.from(document.querySelectorAll('button, input:not([type=radio]), summary, label:has([type=radio]), [role=slider]'), (one) => [one.getAttribute('aria-label') ?? one.textContent, one.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([name]) => name)"""


def fits(page, width=320):
    assert page.evaluate(SMALL) == []
    return page.evaluate("document.documentElement.scrollWidth") <= width


def centre(locator):
    locator.scroll_into_view_if_needed()
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def dial(view, name):
    return view.locator(f"g[role=slider][aria-label='{name}']")


def drag(page, start, dx, dy):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + dx, start[1] + dy, steps=4)
    page.mouse.up()


# ---- one neuron ----


def test_neuron_grows_stage_by_stage(open_widget):
    page, view = open_widget("OneNeuron", copies=2)
    for stage, says in (
        (1, "output = 1 + 2 = 3"),
        (2, "output = 2·1 + (−0.5)·2 = 1"),
        (3, "− 2 = −1"),
        (4, "output = ReLU(−1) = 0"),
    ):
        view.locator(".mg-stage").nth(stage - 1).click()
        assert says in view.inner_text()
        assert dial(view, "weight w 1").is_visible() == (stage > 1) and dial(
            view, "bias b"
        ).is_visible() == (stage > 2)
        assert view.locator(".mg-stage[aria-pressed=true]").inner_text().startswith(str(stage))
    assert (
        "2x₁ − 3 = 0, at x₁ = 1.5" in view.inner_text() and "switches at 1.5" in view.inner_text()
    )
    assert "output = 1 + 2 = 3" in page.locator(".mg-view").nth(1).inner_text()
    view.get_by_role("button", name="Reset").click()
    assert "output = 1 + 2 = 3" in view.inner_text()


def test_neuron_with_keys_and_pointer(open_widget):
    page, view = open_widget("OneNeuron", stage=4, x=[2], w=[2], b=-3)
    assert "2x − 3 = 0, at x = 1.5" in view.inner_text()
    weight = dial(view, "weight w")
    weight.press("ArrowDown")
    assert weight.get_attribute("aria-valuetext") == "1.9"
    for key in ("Home", "End", "PageDown", "PageUp"):
        weight.press(key)
    assert weight.get_attribute("aria-valuenow") == "3"
    view.get_by_label("w, as a number").fill("0")
    assert "The ReLU is never on." in view.inner_text().replace(
        "the ReLU is", "The ReLU is"
    ) and not BAD.search(view.inner_text())
    view.get_by_label("b, as a number").fill("2")
    assert "always on" in view.inner_text()
    point = view.get_by_role("slider", name="x, along the curve")
    drag(page, centre(point.locator("circle").first), -400, 0)
    assert point.get_attribute("aria-valuenow") == "-4"
    drag(page, centre(dial(view, "weight w").locator("circle")), 0, -60)
    assert float(weight.get_attribute("aria-valuenow")) > 1.5


@pytest.mark.parametrize(
    "traits",
    [
        {"x": [4, 4], "w": [3, 3], "b": 5},
        {"x": [-4, -4], "w": [3, 3], "b": -5},
        {"x": [0], "w": [0], "b": 0},
    ],
)
def test_neuron_extremes(open_widget, traits):
    page, view = open_widget("OneNeuron", width=320, stage=4, **traits)
    assert not BAD.search(view.inner_text()) and fits(page)


# ---- the gate ----


def test_relu_gate(open_widget):
    page, view = open_widget("ReluGate", width=320)
    assert "Positive" in view.inner_text() and "blame × 1" in view.inner_text()
    slider = view.get_by_label("z", exact=True)
    slider.press("Home")
    assert "Negative: it is stopped at 0" in view.inner_text() and "blame × 0" in view.inner_text()
    view.get_by_label("z, as a number").fill("0")
    assert "It is taken as 0" in view.inner_text()
    point = view.get_by_role("slider", name="z, along the curve")
    drag(page, centre(point.locator("circle").first), 500, 0)
    assert point.get_attribute("aria-valuetext") == "z 3, ReLU(z) 3"
    assert fits(page)
    view.get_by_role("button", name="Reset").click()
    assert point.get_attribute("aria-valuenow") == "1"


# ---- the playground ----


def output(view):
    return view.locator(".mg-net-lines p").last.inner_text().split("=")[-1].strip()


def test_playground_by_dragging(open_widget):
    page, view = open_widget("NetworkPlayground", copies=2)
    other = page.locator(".mg-view").nth(1)
    assert output(view) == "1.75"
    w1 = dial(view, "weight w 1")
    before = view.locator(".mg-surface-cell").first.get_attribute("points")
    drag(page, centre(w1.locator("circle")), 0, 400)
    assert w1.get_attribute("aria-valuenow") == "-3"
    assert "off" in view.locator(".mg-net").inner_html() and output(view) == "0.5"
    assert view.locator(".mg-surface-cell").first.get_attribute("points") != before
    drag(page, centre(dial(view, "bias b 3").locator("circle")), 0, 300)
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
            assert not BAD.search(view.inner_text())
    for field in view.get_by_role("spinbutton").all():
        for typed in ("1e9", "-1e9", "", "0"):
            field.fill(typed)
            assert not BAD.search(view.inner_text())
    assert output(view) == "0"


def test_surface_is_turned_and_put_back(open_widget):
    page, view = open_widget("NetworkPlayground")
    picture = view.locator("svg.mg-surface")
    first = view.locator(".mg-surface-base")
    at_first = first.get_attribute("d")
    drag(page, centre(picture), 120, 40)
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
    drag(page, centre(spot), 900, 900)
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


# ---- the challenge ----


def loss(view):
    return float(view.locator(".mg-net-loss").inner_text())


def test_loss_is_pythons_and_the_target_is_nowhere_to_be_read(open_widget):
    page, view = open_widget("NetworkPlayground", challenge="corner")
    assert loss(view) == pytest.approx(NetworkPlayground(challenge="corner").loss(), abs=6e-4)
    assert view.locator(".mg-surface-dot").count() == 25
    view.get_by_role("button", name="x₃ = −2").click()
    assert dial(view, "input x 3").get_attribute("aria-valuenow") == "-2"
    page, view = open_widget("NetworkPlayground")
    assert (
        not view.locator(".mg-net-challenge").is_visible()
        and view.locator(".mg-surface-dot").count() == 0
    )


def test_challenge_met_by_hand_and_the_best_is_kept(open_widget):
    page, view = open_widget("NetworkPlayground", challenge="ramp", copies=2)
    view.get_by_text("All the numbers").click()
    for name, value in (("w 1", "1.5"), ("w 2", "0"), ("b 1", "-0.5"), ("b 2", "0.9")):
        view.get_by_label(f"{name}, as a number").fill(value)
    assert 0 < loss(view) < 0.02 and "Under 0.02 by hand" in view.inner_text()
    best = view.locator(".mg-net-best")
    reached = view.locator(".mg-net-loss").inner_text()
    assert best.inner_text() == f"your best by hand: {reached}"
    view.get_by_label("w 1, as a number").fill("-3")
    assert loss(view) > 0.02 and best.inner_text() == f"your best by hand: {reached}"
    assert page.locator(".mg-net-best").nth(1).inner_text() == f"your best by hand: {reached}"
    page.reload()
    page.wait_for_selector(".mg-view[data-alive]")
    assert view.locator(".mg-net-best").inner_text() == f"your best by hand: {reached}"
    view.get_by_label("Tide").check()
    assert view.locator(".mg-net-best").inner_text() == ""


def test_descent_by_step_and_play(open_widget):
    page, view = open_widget("NetworkPlayground", challenge="ramp", context_reduced_motion="reduce")
    assert "".join(view.locator(".mg-dial-note").all_text_contents()) == ""
    view.get_by_role("button", name="Step", exact=True).click()
    once = NetworkPlayground(challenge="ramp", steps=1)
    assert loss(view) == pytest.approx(once.loss(), abs=6e-4)
    slope = once.gradient()["w"][0]
    assert dial(view, "weight w 1").locator(
        ".mg-dial-note"
    ).text_content() == f"grad {slope:.2f}".replace("-", "−")
    view.get_by_role("button", name="Play").click()
    assert loss(view) < 0.02 and "of gradient descent" in view.inner_text()
    assert view.locator(".mg-net-best").inner_text() == "", "descent is not the hand"
    view.get_by_role("button", name="Undo its steps").click()
    assert loss(view) == pytest.approx(NetworkPlayground(challenge="ramp").loss(), abs=6e-4)
    view.get_by_role("button", name="Step", exact=True).click()
    dial(view, "weight w 1").press("ArrowUp")
    assert "Turn the knobs" in view.inner_text(), "a turned knob is a new start"
    chart = view.get_by_role("slider", name="the loss so far")
    assert (
        chart.get_attribute("aria-valuemax") == "20"
        and view.locator(".mg-chart .mg-chart-line").first.get_attribute("d").count("L") == 1
    ), "one turn, one point"


@pytest.mark.parametrize("challenge", ["plane", "ramp", "corner", "tide"])
def test_challenge_extremes(open_widget, challenge):
    """Every knob at its ends, descent at its fastest: numbers everywhere, and Reset brings the opening back."""
    page, view = open_widget(
        "NetworkPlayground", challenge=challenge, context_reduced_motion="reduce"
    )
    opening = loss(view)
    view.get_by_text("All the numbers").click()
    view.get_by_label("learning rate", exact=True).press("End")
    for key in ("End", "Home"):
        for slider in view.locator(".mg-net-fields input[type=range]").all():
            slider.press(key)
        view.get_by_role("button", name="Play").click(force=True)
        assert not BAD.search(view.inner_text())
        assert view.evaluate(
            "el => [...el.querySelectorAll('svg *')].every(e => [...e.attributes].every(a => !/NaN|undefined|Infinity/.test(a.value)))"
        )
    view.get_by_role("button", name="Reset", exact=True).click()
    assert loss(view) == opening and view.get_by_role("button", name="Show gradients").is_visible()


def test_play_can_be_paused(open_widget):
    page, view = open_widget("NetworkPlayground", challenge="plane")
    view.get_by_role("button", name="Play").click()
    page.wait_for_function(
        "document.querySelector('.mg-net-words').textContent.startsWith('3 steps')"
    )
    view.get_by_role("button", name="Pause").click()
    text = view.locator(".mg-net-words").inner_text()
    view.get_by_role("button", name="Show gradients").or_(
        view.get_by_role("button", name="Hide gradients")
    ).first.focus()
    assert (
        view.get_by_role("button", name="Play").is_visible()
        and view.locator(".mg-net-words").inner_text() == text
    )


def test_dead_network_says_so(open_widget):
    page, view = open_widget("NetworkPlayground", challenge="ramp", w=[0, 0, 0], b=[-1, -1, -1])
    assert (
        "All gradients are zero: every unit is off. Descent cannot move; turn a bias up by hand."
        in view.inner_text()
    )
    assert (
        view.get_by_role("button", name="Step", exact=True).get_attribute("aria-disabled") == "true"
    )
    dial(view, "bias b 3").press("End")
    assert "All gradients are zero" not in view.inner_text()


def test_playground_by_touch_on_a_small_phone(open_widget):
    page, view = open_widget(
        "NetworkPlayground", challenge="tide", width=320, context_has_touch=True
    )
    assert fits(page)
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
    assert fits(page)


def test_nothing_is_built_anew_while_a_knob_turns(open_widget):
    """A turn changes attributes and a few lines of text; the pictures keep their elements."""
    page, view = open_widget("NetworkPlayground", challenge="corner")
    knob = dial(view, "weight w 1")
    knob.press("ArrowUp")
    view.evaluate("""el => { window.added = 0; new MutationObserver((all) => all.forEach((one) => {
        window.added += [...one.addedNodes].filter((node) => node.nodeType === 1 && !node.closest('.mg-chart')).length;
    })).observe(el, { childList: true, subtree: true }); }""")
    for _ in range(5):
        knob.press("ArrowUp")
    assert page.evaluate("window.added") == 0


def test_what_does_not_move_is_not_touched(open_widget):
    """Where the surface is flat at 0 and stays so, its cells keep their attributes."""
    page, view = open_widget("NetworkPlayground", w=[1, 0, 0], b=[0, 0, 0])
    view.evaluate("""el => { window.touched = new Set(); new MutationObserver((all) => all.forEach((one) => window.touched.add(one.target)))
        .observe(el.querySelector('svg.mg-surface'), { attributes: true, subtree: true, attributeFilter: ['points', 'style'] }); }""")
    dial(view, "weight w 1").press("ArrowUp")
    assert 0 < page.evaluate("window.touched.size") <= 16 * 9
