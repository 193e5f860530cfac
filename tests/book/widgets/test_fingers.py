"""A finger on a handle drags it; elsewhere it scrolls the page."""

import re

import pytest
from descent import spot
from hands import swipe


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
