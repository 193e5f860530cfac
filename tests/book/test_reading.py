"""What a reader does with the pages: types, drags, reads to the end."""

import re

import pytest
from pages import address

from microgpt.nn import dot
from microgpt.widgets import ChatWithModel


@pytest.mark.one_in(2)
@pytest.mark.page("book/index.html")
@pytest.mark.parametrize("kind", ["http", "file"])
def test_the_model_answers_what_is_typed(kind, open_page, site):
    """On the landing page, with the keyboard alone: the name and the likeliest letters are those that Python says."""
    tab = open_page(address(kind, "book/index.html", site))
    chat = tab.locator(".mg-view[data-alive]").first
    field = chat.get_by_label("Type the beginning of a name")
    field.focus()
    for prefix in ("em", "emi", "emil"):
        if prefix != "em":
            tab.keyboard.type(prefix[-1])
        python = ChatWithModel(prefix=prefix, seed=22)
        assert chat.locator(".mg-name-mirror").text_content() == python.name
        letters = [letter if letter != "end" else "the end" for letter, _ in python.ranked()]
        assert chat.locator(".mg-next .mg-c-letter").all_text_contents() == letters
    chat.get_by_role("button", name="Reset").click()
    assert (
        chat.locator(".mg-name-mirror").text_content() == ChatWithModel(prefix="em", seed=22).name
    )


@pytest.mark.one_in(2)
@pytest.mark.page("notebooks/01_numbers.html")
@pytest.mark.parametrize("kind", ["http", "file"])
def test_a_chapters_widget_follows_pointer_and_keyboard(kind, open_page, site):
    """The arrows of chapter 01, dragged and stepped; the numbers are those of the package; Reset restores."""
    tab = open_page(address(kind, "notebooks/01_numbers.html", site))
    views = tab.locator(".mg-view[data-widget='numbers/dot_product.js'][data-alive]")
    other, view = views.nth(0), views.nth(1)
    before, beside = view.inner_text(), other.inner_text()
    tip = view.get_by_role("slider", name="tip of b")
    tip.press("ArrowUp")
    tip.press("ArrowLeft")
    assert shows(view, dot([2, 1], [0.5, -0.5]))
    plane = view.locator("svg.mg-plane")
    plane.scroll_into_view_if_needed()
    box, at = plane.bounding_box(), tip.locator("circle").first.bounding_box()
    tab.mouse.move(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    tab.mouse.down()
    tab.mouse.move(box["x"] - 50, box["y"] - 50, steps=3)
    tab.mouse.up()
    assert shows(view, dot([2, 1], [-3, 3]))
    view.get_by_label("a 1, as a number").fill("-1.5")
    assert shows(view, dot([-1.5, 1], [-3, 3]))
    assert other.inner_text() == beside, "another widget of the same kind stays as it was"
    view.get_by_role("button", name="Reset").click()
    assert view.inner_text() == before


def shows(view, total):
    return view.locator(".mg-dot-sum b").inner_text() == f"{total:g}".replace("-", "−")


@pytest.mark.page("notebooks/01_numbers.html")
def test_a_chapter_read_to_its_end_is_marked_on_the_map(open_page, site):
    tab = open_page(site + "notebooks/01_numbers.html")
    tab.wait_for_selector(".mg-view[data-alive]")
    tab.locator(".prev-next-area").scroll_into_view_if_needed()
    tab.wait_for_function("Object.keys(localStorage).some((key) => key.includes('chapter:01'))")
    tab.goto(site + "book/index.html")
    row = tab.locator(".mg-view li", has_text="Numbers all the way down")
    assert re.search(r"\bread\b", row.inner_text())
    assert not re.search(
        r"\bread\b", tab.locator(".mg-view li", has_text="Why does this matter?").inner_text()
    )
