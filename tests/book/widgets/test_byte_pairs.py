"""BytePairs in a browser: merges by hand and by Play, a text and a word of one's own, the keyboard, little room."""

import re

import pytest
from fit import assert_fits

from microgpt.widgets import BytePairs
from microgpt.widgets.scale.byte_pairs import shown


def told(view):
    return re.sub(r"\s+", " ", view.locator(".mg-pairs-words").inner_text())


def pieces(view):
    return view.locator(".mg-pieces .mg-piece").all_inner_texts()


def merges(view):
    return view.get_by_role("slider", name="merges").input_value()


def row(view, name):
    line = view.get_by_role("row").filter(
        has=view.page.get_by_role("rowheader", name=name, exact=True)
    )
    return line.locator("td").all_inner_texts()


def test_steps_are_the_package_s(open_widget):
    page, view = open_widget("BytePairs", copies=2)
    assert "No merge yet" in told(view)
    step = view.get_by_role("button", name="Step")
    for done in (1, 2, 3):
        step.click()
        widget = BytePairs(merges=done)
        assert pieces(view) == [shown(token) for token in widget.tokens()]
        assert f"Merge {done}: " in told(view)
        assert row(view, "tokens")[1] == str(len(widget.tokens()))
    assert view.locator(".mg-piece-fresh").count() > 1
    view.get_by_role("button", name="Back").click()
    assert merges(view) == "2" and "Merge 2: " in told(view)
    assert "No merge yet" in told(page.locator(".mg-view").nth(1))
    view.get_by_role("button", name="Reset").click()
    assert "No merge yet" in told(view)
    assert view.get_by_role("button", name="Back").get_attribute("aria-disabled") == "true"


def test_a_text_and_a_word_of_ones_own(open_widget):
    _, view = open_widget("BytePairs", merges=5)
    area = view.get_by_label("The text to learn from")
    area.fill("low lower lowest")
    assert "No merge yet" in told(view) and merges(view) == "0"
    assert view.locator(".mg-pairs-table tbody th").first.inner_text() == "l o next"
    view.get_by_label("merges, as a number").fill("200")
    assert "no further merge. You asked for 200." in told(view)
    assert pieces(view) == ["low", "·lowe", "r", "·lowe", "s", "t"]
    assert row(view, "vocabulary") == ["8", "12"]
    assert row(view, "characters per token") == ["1.00", "2.67"]
    view.get_by_label("Split a new word").fill("slow<b>")
    split = view.locator(".mg-pairs-split")
    assert split.locator(".mg-piece").all_inner_texts() == ["s", "low", "<", "b", ">"]
    assert split.inner_text().endswith("5 tokens")
    area.fill("")
    assert "nothing to merge" in told(view) and row(view, "characters per token") == ["0", "0"]
    area.fill("😀😀 <i>😀😀</i>\n")
    assert pieces(view)[0] == "😀" and view.locator(".mg-pieces i").count() == 0


def test_play_goes_to_the_end_and_begins_again(open_widget):
    _, view = open_widget("BytePairs", context_reduced_motion="reduce")
    view.get_by_role("button", name="Play").click()
    last = len(BytePairs(merges=200).learned())
    assert f"Merge {last}: " in told(view) and "no further merge" in told(view)
    assert view.get_by_role("button", name="Step").get_attribute("aria-disabled") == "true"
    view.get_by_role("button", name="Play again").click()
    assert f"Merge {last}: " in told(view)


def test_with_keys_alone(open_widget):
    page, view = open_widget("BytePairs")
    slider = view.get_by_role("slider", name="merges")
    slider.focus()
    for key, at in (("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("Home", 0)):
        page.keyboard.press(key)
        assert merges(view) == str(at)
    view.get_by_role("button", name="Step").press("Enter")
    assert "Merge 1: " in told(view)


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390])
def test_the_longest_text_in_little_room(open_widget, width):
    text = ("abcdefghijklmnopqrstuvwxyz" * 200)[:5000]
    page, view = open_widget("BytePairs", width=width, text=text, merges=200, word="x" * 60)
    assert_fits(page, width)
    assert "".join(pieces(view)) == text
    view.get_by_label("The text to learn from").fill("l o w " * 800)
    assert_fits(page, width)
