"""The challenges of the network playground: by hand, by descent, at their extremes."""

import pytest
from dials import dial, loss
from visits import load_again
from whole import assert_whole

from microgpt.widgets import NetworkPlayground


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
    load_again(page)
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
        assert_whole(view)
    view.get_by_role("button", name="Reset", exact=True).click()
    assert loss(view) == opening and view.get_by_role("button", name="Show gradients").is_visible()


def test_play_can_be_paused(open_widget):
    page, view = open_widget("NetworkPlayground", challenge="plane")
    view.get_by_role("button", name="Play").click()
    # At 3 or later: a busy browser may not look while it says 3.
    page.wait_for_function(
        "Number.parseInt(document.querySelector('.mg-net-words').textContent) >= 3"
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
