"""The settings of TrainHere: numbers and their limits, and a link that carries them."""

import re

from train_here import facts, fold, press, trained

from microgpt.widgets import TrainHere


def test_settings(open_widget):
    page, view = open_widget("TrainHere")
    fold(view, "Settings:")
    view.get_by_label("width, as a number").fill("8")
    facts(view, "Settings: 1,328 parameters, 1,000 rounds")
    view.get_by_label("rounds", exact=True).fill("50")
    view.get_by_label("SGD").check()
    assert view.get_by_label("learning rate", exact=True).input_value() == "0.1"
    trained(view)
    facts(view, "Round 50 of 50")
    view.get_by_label("seed", exact=True).fill("7")
    facts(view, "Not trained yet")
    press(view, "Reset")
    facts(view, "Settings: 4,192 parameters, 1,000 rounds")
    assert view.get_by_label("learning rate", exact=True).input_value() == "0.01"


def test_numbers_out_of_their_limits_are_said(open_widget):
    page, view = open_widget("TrainHere")
    fold(view, "Settings:")
    rate = view.get_by_label("learning rate", exact=True)
    limits = "Write a number from 0.0001 to 100."
    rate.fill("0")
    facts(view, limits)
    rate.fill("0,02")
    assert rate.get_attribute("aria-valuenow") == "0.02" and view.get_by_text(limits).count() == 0
    rate.fill("1e9")
    facts(view, limits)
    rate.fill("fast")
    rate.blur()
    facts(view, "Write a number, such as 1.5 or -2.")
    assert rate.input_value() == "fast" and rate.get_attribute("aria-valuenow") == "0.02"
    press(view, "Reset")
    assert rate.input_value() == "0.01" and view.get_by_text("Write a number").count() == 0
    view.get_by_label("rounds", exact=True).fill("1")
    facts(view, "Settings: 4,192 parameters, 1 round")


def test_a_word_to_look_at_outlives_the_settings(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    fold(view, "Look inside")
    word = view.get_by_label("Attention on a name")
    word.fill("Sofia")
    assert view.locator(".mg-heat").first.locator(".mg-heat-cell").count() == 36, (
        "known in the other case"
    )
    fold(view, "Settings:")
    view.get_by_label("rounds", exact=True).fill("30")
    facts(view, "30 rounds")
    assert word.input_value() == "Sofia"
    press(view, "Reset")
    assert word.input_value() == "emma"


def test_a_link_carries_the_settings(open_widgets):
    end = "#train=seed:7,steps:20,width:8,rate:0.02,optimiser:adam"
    page, views = open_widgets({"p0": TrainHere()}, end)
    view = views.first
    facts(view, "Settings: 1,328 parameters, 20 rounds")
    fold(view, "Keep and share")
    assert (
        view.get_by_label("The same settings in a notebook").input_value()
        == "TrainHere(seed=7, steps=20, n_embd=8, learning_rate=0.02)"
    )
    link = view.get_by_label("Link to these settings").input_value()
    assert link == f"{page.url},only:0,compare:nothing", "a link says what an older one left open"
    press(view, "Copy link")
    view.get_by_text(re.compile("clipboard|is selected")).wait_for()
    page.evaluate("location.hash = '#train=steps:30,seed:junk'")
    facts(view, "Settings: 1,328 parameters, 30 rounds")
    page.evaluate("location.hash = '#train=steps:30,only:500,compare:rate=0.3'")
    facts(view, "Settings: 1,328 parameters, 30 rounds, only 500 documents")
    facts(view, "Compare: A: rate 0.02; B: rate 0.3")
    assert (
        view.get_by_label("The same settings in a notebook")
        .input_value()
        .endswith('only=500, compare={"learning_rate": 0.3})')
    )
