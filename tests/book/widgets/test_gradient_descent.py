"""GradientDescent in a browser: steps, play, the ball under pointer and keys, rates too large."""

import re

from descent import spot, text
from fit import assert_fits
from hands import drag

from microgpt.widgets import GradientDescent


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
                assert_fits(page)
