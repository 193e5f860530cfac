"""The sheet on paper: two pages and one for the answers, black on white, and nothing of the book around it."""

import re

import pytest

pytestmark = pytest.mark.page("book/toy_sheet.html")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_on_two_pages_and_the_answers_on_a_third(paper, open_page, site):
    tab = open_page(site + "book/toy_sheet.html")
    for color in ("light", "dark"):
        tab.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", color)
        pdf = tab.pdf(format=paper)
        # "Backward" and the answers begin a page of their own, so three pages are one for each part.
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 3
    tab.emulate_media(media="print")
    for part in ("#backward", ".sheet-answers"):
        assert tab.locator(part).evaluate("(node) => getComputedStyle(node).breakBefore") == "page"


def test_paper_has_the_sheet_alone_in_black(open_page, site):
    tab = open_page(site + "book/toy_sheet.html", color_scheme="dark")
    tab.emulate_media(media="print")
    for part in (
        ".bd-header",
        ".bd-sidebar-primary",
        ".prev-next-footer",
        ".bd-footer",
        ".headerlink",
    ):
        for one in tab.locator(part).all():
            assert not one.is_visible(), part
    assert tab.locator("h1:visible").all_inner_texts() == ["The toy model on paper"]
    texts = tab.locator(".bd-article :is(p, li, td, th, caption, h2):visible")
    looks = texts.evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one)).map((s) => `${s.color} ${s.backgroundColor}`)"
    )
    assert len(looks) > 100 and set(looks) == {"rgb(0, 0, 0) rgba(0, 0, 0, 0)"}
    body = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert body in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    blank = tab.locator(".sheet-blank:visible").first.bounding_box()
    assert blank["width"] > 55 and blank["height"] > 20  # room to write: 15 mm by 5 mm


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_on_a_screen_it_fits_and_hides_the_answers(width, open_page, site):
    tab = open_page(site + "book/toy_sheet.html", viewport={"width": width, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    answers = tab.locator(".sheet-answers ol")
    assert not answers.first.is_visible()
    tab.get_by_text("Answers", exact=True).click()
    assert answers.count() == 3 and answers.first.is_visible()
    assert tab.locator(".sheet-steps").first.locator("li").count() == 25
