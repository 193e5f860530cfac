"""Gears, in a browser: nudges, belts, and wheels that turn on request."""

import pytest
from fit import assert_fits
from whole import assert_whole


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
            assert_whole(view)
    assert_fits(page)
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
