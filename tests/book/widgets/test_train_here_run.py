"""TrainHere as a reader uses it: one button, round by round, back and on again, and a run that goes wrong."""

import re

from train_here import facts, finished, press, status, texts, trained

from microgpt.canonical import load_canonical

BROKEN = re.compile("NaN|undefined|Infinity")


def test_one_button_trains_the_canonical_run(open_widget):
    page, view = open_widget("TrainHere", copies=2)
    facts(view, "Not trained yet")
    assert page.workers == [], "nothing trains unasked"
    trained(view)
    run = load_canonical()
    assert (
        f"Round 1,000 of 1,000: the document “coral” had loss {run.losses[-1]:.2f}"
        in status(view).inner_text()
    )
    view.locator(".mg-train-texts li", has_text=run.samples[-1]).wait_for()
    assert texts(view) == run.samples
    assert "Not trained yet" in page.locator(".mg-view").nth(1).inner_text()
    press(view, "Reset")
    facts(view, "Not trained yet")


def test_step_pause_rewind_and_look_back(open_widget):
    page, view = open_widget("TrainHere", steps=400)
    press(view, "Step")
    facts(view, "Round 1 of 400")
    press(view, "Step")
    facts(view, "Round 2 of 400")
    view.get_by_label("4 rounds a second").check()
    press(view, "Train") if view.get_by_role("button", name="Train", exact=True).count() else press(
        view, "Go on"
    )
    facts(
        view, re.compile(r"Round ([4-9]|\d\d) of 400")
    )  # four a second: one of them may go by unseen
    press(view, "Pause")
    view.get_by_role("button", name="Go on", exact=True).wait_for()
    view.get_by_label("full speed").check()
    press(view, "Go on")
    finished(view)
    view.locator("output", has_text="round 400").wait_for()
    last = texts(view)
    slider = view.get_by_label("look back")
    slider.press("Home")
    facts(view, "What the untrained model writes")
    assert texts(view) != last
    slider.press("ArrowRight")
    facts(view, "What the model after round 8 writes")
    slider.press("End")
    facts(view, "What the model after round 400 writes")
    assert texts(view) == last
    press(view, "Rewind")
    facts(view, "Not trained yet")
    trained(view)
    view.locator(".mg-train-texts li", has_text=last[0]).first.wait_for()
    assert texts(view) == last, "the same start gives the same run"


def test_going_on_after_a_look_back_resumes_from_the_end(open_widget):
    page, view = open_widget("TrainHere", steps=400)
    for n in (1, 2, 3):
        press(view, "Step")
        facts(view, f"Round {n} of 400")
        view.locator("output", has_text=f"round {n}").wait_for()
    view.get_by_label("look back").press("Home")
    facts(view, "Training goes on from round 3")
    press(view, "Step")
    facts(view, "Round 4 of 400")
    view.get_by_label("look back").press("Home")
    facts(view, "Training goes on from round 4")
    view.get_by_label("4 rounds a second").check()
    press(view, "Go on")
    view.locator(
        "output", has_text=re.compile(r"round ([5-9]|\d\d)")
    ).wait_for()  # the fifth may go by unseen
    view.get_by_label("look back").press("Home")
    facts(view, re.compile(r"Training goes on from round ([6-9]|\d\d)"))
    press(view, "Reset")
    assert view.get_by_label("full speed").is_checked()


def test_a_step_at_the_end_shows_the_end(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    trained(view)
    view.get_by_label("look back").press("Home")
    facts(view, "What the untrained model writes")
    press(view, "Step")
    facts(view, "What the model after round 20 writes")


def test_a_learning_rate_far_too_large_is_said_in_words(open_widget):
    page, view = open_widget("TrainHere", optimiser="sgd", learning_rate=100)
    press(view, "Train")
    facts(view, "The loss is no longer a number after round")
    facts(view, "the learning rate 100 is too large")
    view.get_by_role("button", name="Train again").wait_for()
    assert not BROKEN.search(view.evaluate("el => el.innerHTML"))


def test_with_the_keyboard_alone(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    finished(view)
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "range"
    page.keyboard.press("ArrowLeft")
    facts(view, "What the model after round 19 writes")
