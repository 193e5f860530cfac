"""Redo what I missed: in a browser, with what the quizzes and predictions of the book keep."""

from pathlib import Path

import pytest
from test_route import NO_STORAGE, button
from visits import load_again

from microgpt.widgets import Predict, Quiz, Redo
from microgpt.widgets.quiz.items import load_items, plain

ITEMS = load_items()
KEEP = """(entries) => Object.entries(entries).forEach(([key, value]) =>
  localStorage.setItem(`microgpt:${key}`, JSON.stringify({ v: 1, value })))"""
READ = "(key) => JSON.parse(localStorage.getItem(`microgpt:${key}`)).value"
MISSED = {
    "quiz:01-a": {"tried": [0, 1], "done": True},
    "quiz:05-a": {"tried": [0], "done": False},
    "quiz:01-c": {"tried": [1], "done": True},
    "predict:01-linear-shape": {"tried": [12, 4], "done": True},
}


@pytest.fixture
def redo(open_widget):
    """The widget in a browser that keeps some answers, three of them wrong at the first try."""

    def open_(kept=MISSED, **traits):
        page, view = open_widget("Redo", **traits)
        page.evaluate(KEEP, kept)
        load_again(page)
        return page, view

    return open_


def asked(view):
    return view.locator(".mg-redo-item .mg-question").inner_text()


def until(view, question):
    """Press Next until this question is asked."""
    for _ in range(4):
        if asked(view) == plain(question):
            return
        button(view, "Next").click()
    raise AssertionError(f"{question} does not come")


def test_what_was_wrong_comes_back_until_it_is_right_at_once(redo):
    page, view = redo()
    assert "3 items to redo." in view.inner_text()
    until(view, ITEMS["quiz"]["01-a"]["question"])
    link = view.locator(".mg-redo-from a")
    assert link.inner_text() == "Chapter 01: Numbers all the way down"
    assert link.get_attribute("href") == "../notebooks/01_numbers.html"
    view.get_by_role("button", name="A letter that").click()
    assert "You mean a token." in view.inner_text()
    view.get_by_role("button", name="A number that").click()
    assert "Right at the second try" in view.inner_text() and "3 items" in view.inner_text()
    assert page.evaluate(READ, "quiz:01-a") == MISSED["quiz:01-a"], "what was solved stays so"
    button(view, "Next").click()
    until(view, ITEMS["quiz"]["01-a"]["question"])
    assert view.locator("[data-state=open]").count() == 4, "asked anew"
    view.get_by_role("button", name="A number that").click()
    assert "Right at once" in view.inner_text() and "2 items to redo." in view.inner_text()
    assert page.evaluate(READ, "quiz:01-a") == {"tried": [1], "done": True}


def test_a_prediction_by_keys_and_the_last_one(redo):
    page, view = redo({"predict:01-linear-shape": {"tried": [12, 4], "done": True}})
    assert "1 item to redo." in view.inner_text()
    view.get_by_label("Your prediction").press_sequentially("4")
    page.keyboard.press("Enter")
    assert "It is\n4 numbers" in view.inner_text()
    assert "That was the last one. Nothing is left to redo." in view.inner_text()
    assert button(view, "Next").is_disabled()
    load_again(page)
    assert "Nothing to redo: each first answer" in view.inner_text()


def test_with_keys_only(redo):
    page, view = redo({"quiz:01-a": MISSED["quiz:01-a"]})
    view.locator(".mg-redo-item button").first.focus()
    for _ in range(4):  # each option, until none is open
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    assert "Right at" in view.inner_text()


def test_the_seed_orders_items_and_options(redo):
    _, view = redo()
    seen = set()
    for seed in range(6):
        view.get_by_role("spinbutton", name="seed").fill(str(seed))
        seen.add((asked(view), view.locator(".mg-redo-item").inner_text()))
    assert len({question for question, _ in seen}) > 1 and len(seen) > 3
    button(view, "Reset").click()
    assert view.get_by_role("spinbutton", name="seed").input_value() == "1"


def test_an_empty_list_says_what_to_do(open_widget):
    _, view = open_widget("Redo")
    assert "Nothing yet. Answer the predictions and the quiz" in view.inner_text()
    assert not button(view, "Next").is_visible()


def test_it_hears_of_the_quizzes_of_its_page(open_widgets):
    _, views = open_widgets({"p1": Quiz("01-a"), "p2": Predict("01-dot-sign"), "p3": Redo()})
    views.nth(0).get_by_role("button", name="A letter that").click()
    views.nth(1).get_by_label("Positive.").check()
    button(views.nth(1), "Commit").click()
    assert "2 items to redo." in views.nth(2).inner_text()
    button(views.nth(0), "Start over").click()
    assert "1 item to redo." in views.nth(2).inner_text()


def test_two_copies_agree_about_the_list_and_ask_by_themselves(redo):
    page, view = redo(MISSED, copies=2)
    other = page.locator(".mg-view").nth(1)
    before = asked(other)
    button(view, "Next").click()
    assert asked(view) != before and asked(other) == before
    until(view, ITEMS["quiz"]["01-a"]["question"])
    view.get_by_role("button", name="A number that").click()
    assert "2 items to redo." in view.inner_text() and "2 items to redo." in other.inner_text()


def written(page, view):
    with page.expect_download() as download:
        button(view, "Write the cards").click()
    assert download.value.suggested_filename == "microgpt-cards.txt"
    return Path(download.value.path()).read_text("utf-8").splitlines()


def test_cards_of_what_is_missed_and_of_chapters(redo):
    page, view = redo()
    view.locator("summary", has_text="cards").click()
    assert "3 cards." in view.inner_text()
    lines = written(page, view)
    assert lines[:3] == ["#separator:tab", "#html:false", "#columns:Front\tBack"]
    fronts = [line.split("\t")[0] for line in lines[3:]]
    assert len(fronts) == 3 and any(front.startswith("What is a parameter?") for front in fronts)
    view.get_by_label("all of some chapters").check()
    button(view, "Write the cards").click()
    assert "Choose a chapter first." in view.inner_text()
    view.get_by_label("15", exact=True).check()
    view.get_by_label("00", exact=True).check()
    count = sum(id_[:2] in ("00", "15") for kind in ("quiz", "predict") for id_ in ITEMS[kind])
    assert f"{count} cards." in view.inner_text()
    lines = written(page, view)
    assert len(lines) == 3 + count and "Chapter 00" in lines[3] and "Chapter 15" in lines[-1]


def test_without_storage(open_widgets):
    page, views = open_widgets({"p1": Redo()}, own_tab=True)
    page.add_init_script(NO_STORAGE)
    page.reload()
    page.wait_for_selector(".mg-view[data-alive]")
    view = views.first
    assert "This browser keeps nothing, so what you answer in a chapter" in view.inner_text()
    view.locator("summary", has_text="cards").click()
    view.get_by_label("all of some chapters").check()
    view.get_by_label("03", exact=True).check()
    assert len(written(page, view)) > 3


def test_what_is_kept_may_be_nonsense(redo):
    _, view = redo(
        {"quiz:01-a": {"tried": "x"}, "quiz:05-a": 3, "predict:01-linear-shape": {"tried": [None]}}
    )
    assert "Nothing to redo" in view.inner_text()
