"""The way of emma through the model, in a browser."""

from fit import assert_fits

from microgpt import course
from microgpt.widgets.program.journey import STAGES


def test_the_journey_is_a_list_that_says_where_one_is(open_widget, monkeypatch):
    monkeypatch.setattr(course, "ready", lambda: [6, 7])
    page, view = open_widget("Journey", stage="vectors")
    items = view.get_by_role("listitem")
    assert items.locator(".mg-journey-name").all_inner_texts() == list(STAGES)
    assert view.locator("[aria-current=step] .mg-journey-name").inner_text() == "vectors"
    hrefs = [link.get_attribute("href") for link in view.get_by_role("link").all()]
    assert hrefs == [course.CHAPTERS[number].href for number in (6, 6, 7)]
    tops = {item.bounding_box()["y"] for item in items.all()}
    assert len(tops) == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText").split() == ["emma", "letters"]


def test_the_journey_takes_two_lines_on_a_small_screen(open_widget):
    page, view = open_widget("Journey", copies=2, stage="ids", width=390)
    items = view.get_by_role("listitem").all()
    assert len({item.bounding_box()["y"] for item in items}) == 2
    assert_fits(page, 390)
    page.set_viewport_size({"width": 320, "height": 800})
    assert_fits(page)
