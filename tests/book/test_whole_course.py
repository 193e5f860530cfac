"""The whole course on one page: cards on a screen, and one sheet of A4 with nothing cut off."""

import re
from urllib.parse import urldefrag

import pytest
from accessible import assert_accessible
from links import Links
from pages import BOOK

PAGE = "book/one_page.html"
pytestmark = pytest.mark.page(PAGE)
# Words that leave their picture, or stand on other words, by more than a thin line.
CROWDED = """(pictures) => pictures.flatMap((picture) => {
    const inside = picture.getBoundingClientRect();
    const words = [...picture.querySelectorAll("text")].map((one) => [one.textContent, one.getBoundingClientRect()]);
    const out = words.filter(([, box]) => box.left < inside.left - 2 || box.right > inside.right + 2
        || box.top < inside.top - 3 || box.bottom > inside.bottom + 3);
    const meet = ([a, one], [b, other]) => a !== b || one.left !== other.left ?
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4 : false;
    const pairs = words.flatMap((one, i) => words.slice(i + 1).filter((other) => meet(one, other))
        .map((other) => `${one[0]} / ${other[0]}`));
    return [...out.map(([text]) => text), ...pairs];
})"""


@pytest.fixture
def desk(open_page, site):
    return open_page(site + PAGE, viewport={"width": 1280, "height": 900})


@pytest.mark.one_in(2)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_on_both_sides_of_one_sheet(paper, desk):
    for color in ("light", "dark"):
        desk.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", color)
        pdf = desk.pdf(format=paper)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2


def test_each_side_holds_half_of_the_cards_and_no_card_is_cut(desk):
    """As wide as the paper between its margins, 186 mm, each half is lower than the 277 mm that it has."""
    desk.set_viewport_size({"width": 703, "height": 1047})
    desk.emulate_media(media="print")
    cards = desk.locator(".one-card")
    boxes = [card.bounding_box() for card in cards.all()]
    second = next(i for i, box in enumerate(boxes) if breaks(cards.nth(i)))
    assert second == len(boxes) / 2
    assert boxes[second - 1]["y"] + boxes[second - 1]["height"] <= 1047
    assert boxes[-1]["y"] + boxes[-1]["height"] - boxes[second]["y"] <= 1047
    assert {round(box["x"]) for box in boxes} == {round(box["x"]) for box in boxes[:3]}
    assert desk.locator(".one-picture").evaluate_all(CROWDED) == []
    sizes = desk.locator(".one-picture text").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert min(sizes) > 9  # at 5.9 cm: no letters lower than those of a footnote


def breaks(card):
    return card.evaluate("(one) => getComputedStyle(one).breakBefore") == "page"


def test_paper_has_the_page_alone(desk):
    desk.emulate_media(media="print")
    around = ".bd-header, .bd-sidebar-primary, .bd-sidebar-secondary, .prev-next-footer, .bd-footer"
    assert not any(one.is_visible() for one in desk.locator(around).all())
    assert desk.locator("h1:visible").all_inner_texts() == ["The whole course on one page"]


@pytest.mark.one_in(2)
@pytest.mark.parametrize(("width", "columns"), [(320, {1}), (390, {1}), (800, {2, 3}), (1280, {3})])
def test_on_a_screen(width, columns, open_page, site):
    tab = open_page(site + PAGE, viewport={"width": width, "height": 900})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    lefts = tab.locator(".one-card").evaluate_all(
        "(all) => all.map((one) => Math.round(one.getBoundingClientRect().left))"
    )
    assert len(set(lefts)) in columns
    assert tab.locator(".one-picture").evaluate_all(CROWDED) == []
    low = tab.locator(".one-card h2 a").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert min(low) >= 24


def test_each_card_has_a_picture_with_a_name_and_two_sentences(desk):
    cards = desk.locator(".one-page > .one-card")
    for card in cards.all():
        picture = card.get_by_role("img")
        assert picture.count() == 1 and len(picture.get_attribute("aria-label")) > 40
        words = card.locator("p").inner_text().strip()
        assert len(re.findall(r"[.?!](?: |$)", words)) == 2 and words.endswith(".")


def test_the_links_lead_to_sections():
    links = [link for link in Links.of(BOOK / PAGE).links if "#" in link and "/notebooks/" in link]
    assert len(links) >= 16
    for link in links:
        file, anchor = urldefrag(link)
        assert anchor in Links.of((BOOK / PAGE).parent.joinpath(file).resolve()).anchors, link


@pytest.mark.one_in(2)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(theme, width, open_page, site):
    tab = open_page(site + PAGE, color_scheme=theme)
    assert_accessible(tab, width, theme, "all rules")
