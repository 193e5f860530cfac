"""The way from a term in its chapter to its entry in the glossary, and back; and that the links are quiet."""

import json
import re

import pytest
from pages import BOOK, ROOT, html

from microgpt.course import CHAPTERS
from microgpt.sphinx.glossary import anchor

pytestmark = pytest.mark.page("book/glossary.html")
ENTRIES = json.loads((ROOT / "book/glossary.json").read_text("utf-8"))
TERM = re.compile(
    r'<a class="course-term[^"]*" href="\.\./book/glossary\.html#([\w-]+)" id="([\w-]+)">'
)


def test_every_term_has_one_link_there_and_one_back():
    glossary = html("book/glossary.html")
    for chapter in CHAPTERS:
        page = f"notebooks/{chapter.slug}.html"
        own = [anchor(entry["term"]) for entry in ENTRIES if entry["chapter"] == chapter.label]
        links = TERM.findall(html(page))
        assert sorted(links) == sorted((name, name) for name in own), chapter.slug
        for name in own:
            assert glossary.count(f'id="{name}"') == 1
            assert glossary.count(f'href="../{page}#{name}"') == 1
    assert (BOOK / "book/glossary.html").exists()


def test_a_reader_goes_there_and_back(open_page, site):
    tab = open_page(site + "notebooks/01_numbers.html")
    tab.locator("a.course-term", has_text="vector").click()
    tab.wait_for_url("**/book/glossary.html#term-vector")
    entry = tab.locator("#term-vector")
    assert entry.evaluate(IN_VIEW)
    back = tab.locator("dd", has_text="A list of numbers that describes one thing").locator("a")
    assert back.inner_text() == "01, A name as a list of numbers"
    back.click()
    tab.wait_for_url("**/notebooks/01_numbers.html#term-vector")
    assert tab.locator("#term-vector").evaluate(IN_VIEW)


# Where the browser has scrolled to is not under the bar at the top.
IN_VIEW = "(one) => { const { top } = one.getBoundingClientRect(); return top > 30 && top < innerHeight; }"
LOOK = """(one) => {
  const look = getComputedStyle(one);
  const same = look.color === getComputedStyle(one.parentElement).color;
  return [look.textDecorationStyle, same];
}"""


@pytest.mark.one_in(2)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_links_are_quiet(theme, open_page, site):
    """A dotted line under the word, which keeps the colour of the text around it."""
    tab = open_page(site + "notebooks/01_numbers.html", color_scheme=theme)
    links = tab.locator("a.course-term").all()
    assert len(links) == 7
    for link in links:
        assert link.evaluate(LOOK) == ["dotted", True]


def test_the_letters_are_large_enough_and_lead_to_their_heading(open_page, site):
    phone = {"width": 320, "height": 640}
    tab = open_page(site + "book/glossary.html", viewport=phone)
    letters = tab.locator(".course-letters a").all()
    firsts = sorted({entry["term"][0].upper() for entry in ENTRIES})
    assert [letter.inner_text() for letter in letters] == firsts
    for letter in letters:
        box = letter.bounding_box()
        assert box["width"] >= 24 and box["height"] >= 24
    letters[-1].click()
    assert tab.get_by_role("heading", name=firsts[-1]).evaluate(IN_VIEW)
