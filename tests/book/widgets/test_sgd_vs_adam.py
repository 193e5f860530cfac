"""SgdVsAdam in a browser: steps of both, rates too large, the start under pointer and keys, the real model."""

import re

from at_work import assert_nobody_works
from descent import spot, text
from fit import assert_fits
from hands import drag

from microgpt.widgets import SgdVsAdam


def row(view, name):
    """The cells of a row of the table of the next step."""
    line = view.locator(".mg-race-numbers tbody tr").filter(
        has=view.page.get_by_role("rowheader", name=name, exact=True)
    )
    return [cell.replace("−", "-") for cell in line.locator("td").all_inner_texts()]


def test_both_take_the_package_s_steps(open_widget):
    page, view = open_widget("SgdVsAdam", copies=2)
    assert row(view, "gradient") == ["-0.6250", "6.0000"] * 2
    assert row(view, "step") == ["-0.0625", "0.6000", "-0.1000", "0.1000"]
    assert row(view, "v-hat") == ["–", "–", "0.3906", "36.000"]
    step = view.get_by_role("button", name="Step")
    for taken in (1, 2, 3):
        step.click()
        losses = SgdVsAdam(steps=taken).losses()
        said = f"step {taken}: SGD {losses['SGD'][-1]:.4f}, Adam {losses['Adam'][-1]:.4f}"
        assert said in text(view)
        for dots in view.locator(".mg-race-dots").all():
            assert dots.get_attribute("d").count("M") == taken + 1
    assert "Nothing has moved yet" in text(page.locator(".mg-view").nth(1))
    view.get_by_label("steps taken, as a number").fill("40")
    assert "SGD is not down yet: loss 0.1031. Adam is down since step 35" in text(view)
    view.get_by_role("button", name="Reset").click()
    assert "Nothing has moved yet" in text(view)


def test_overshooting_is_a_sentence(open_widget):
    _, view = open_widget("SgdVsAdam", context_reduced_motion="reduce")
    view.get_by_label("learning rate of SGD, as a number").fill("0.6")
    view.get_by_role("button", name="Play").click()  # without motion: all steps at once
    assert "SGD overshoots further at each step: at step 19 its loss is over a million" in text(
        view
    )
    assert row(view, "step")[:2] == ["–", "–"]
    assert view.get_by_role("button", name="Step").get_attribute("aria-disabled") == "true"
    view.get_by_label("learning rate of SGD, as a number").fill("0.45")
    assert "SGD is down since step 19" in text(view), "with a smaller rate the same steps arrive"
    view.get_by_role("button", name="Play again").click()
    assert "Adam is down since step 35" in text(view)


def test_the_start_is_moved_by_press_drag_keys_and_typing(open_widget):
    page, view = open_widget("SgdVsAdam", steps=5)
    start = view.get_by_role("slider", name="the start of both")
    page.mouse.click(*spot(view, -2, 2))
    assert row(view, "gradient") == ["-0.5000", "8.0000"] * 2 and "Nothing has moved" in text(view)
    drag(page, spot(view, -2, 2), spot(view, -1, -1))
    assert row(view, "gradient") == ["-0.2500", "-4.0000"] * 2
    start.press("ArrowRight")
    assert view.get_by_label("start w1, as a number").input_value() == "-0.9"
    view.get_by_label("start w2, as a number").fill("x")
    assert row(view, "gradient")[1] == "-4.0000", "what is no number changes nothing"
    view.get_by_label("start w2, as a number").fill("3")
    assert row(view, "gradient")[1] == "12.000"
    view.get_by_label("bowl").check()
    assert "loss = w1**2 + 2 * w2**2" in text(view)
    view.get_by_role("button", name="Reset").click()
    assert "loss = w1**2 / 8" in text(view) and "Nothing has moved" not in text(view)


def test_both_on_the_real_model_when_asked(open_widget):
    page, view = open_widget("SgdVsAdam")
    view.get_by_label("the real model").check()
    status = view.locator(".mg-race-status")
    assert status.inner_text() == "Nothing has been trained yet." and not page.workers
    trained = view.locator(".mg-race-status", has_text="Both are trained.")
    view.get_by_role("button", name="Train both").click()
    trained.wait_for(timeout=60_000)
    assert "Adam, rate 0.01 300 2.515 SGD, rate 0.1 300 2.509" in text(view)
    assert "They end 0.006 nats apart" in text(view)
    view.get_by_label("3", exact=True).check()
    assert status.inner_text() == "SGD has not been trained with this rate yet."
    view.get_by_role("button", name="Train both").click()
    view.get_by_text("The rate is too large").first.wait_for(timeout=60_000)
    assert view.locator(".mg-race-runs tbody tr").count() == 3
    view.get_by_label("seed", exact=True).fill("7")
    assert view.locator(".mg-race-runs tbody tr").count() == 0, "another seed, another comparison"
    assert_nobody_works(page)
    view.get_by_role("button", name="Reset").click()
    assert "Step" in text(view) and view.locator(".mg-race-runs tbody tr").count() == 0


def test_stop_ends_the_training(open_widget):
    page, view = open_widget("SgdVsAdam", view="model", width=320)
    view.get_by_role("button", name="Train both").click()
    view.get_by_role("button", name="Reset").click()
    view.get_by_label("the real model").check()
    assert view.locator(".mg-race-status").inner_text() == "Nothing has been trained yet."
    view.get_by_role("button", name="Train both").wait_for()
    assert_fits(page)


def test_at_its_ends(open_widget):
    page, view = open_widget("SgdVsAdam", width=320, context_reduced_motion="reduce")
    for name in ("bowl", "valley", "two minima", "plateau"):
        view.get_by_label(name, exact=True).check()
        for key in ("End", "Home"):
            view.get_by_label("learning rate of SGD", exact=True).press(key)
            view.get_by_label("learning rate of Adam", exact=True).press(key)
            for corner in ("Home", "End"):
                view.get_by_role("slider", name="the start of both").press(corner)
                view.get_by_role("button", name=re.compile("Play")).click()
                text(view)
                assert_fits(page)
