"""The page of all widgets and exercises in a browser: its lines lead to their places, also on a phone."""

import re

import pytest
from pages import BOOK, html
from visits import SETTLED

from microgpt.course import CHAPTERS

pytestmark = pytest.mark.page("book/finder.html")
PAGE = "book/finder.html"
# What a reader came for is on the screen, and not under the bar at the top.
IN_VIEW = """(one) => {
  const { top } = one.getBoundingClientRect();
  return top > 30 && top < innerHeight;
}"""
SMALL = """(all) => all.map((one) => one.getBoundingClientRect()).filter(
  ({ width, height }) => height < 24 || width < 24).length"""
TOO_WIDE = "() => document.documentElement.scrollWidth > innerWidth"


def test_each_line_leads_to_one_place():
    links = re.findall(
        r'href="\.\./(notebooks/\w+\.html)#((?:widget|exercise)-[\w-]+)"', html(PAGE)
    )
    assert {page for page, _ in links} == {f"notebooks/{one.slug}.html" for one in CHAPTERS}
    for page, name in links:
        assert html(page).count(f'id="{name}"') == 1, (page, name)
    gallery = re.findall(r'href="(gallery_\w+\.html)#(widget-\w+)"', html(PAGE))
    for page, name in gallery:
        assert html(f"book/{page}").count(f'id="{name}"') == 1, (page, name)
    assert gallery and (BOOK / PAGE).exists()


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    "line, place",
    [
        ("Which rate makes y stand still", "02_slope.html#widget-gears-1"),
        ("The slope of a chain", "02_slope.html#exercise-2-3-build-the-slope-of-a-chain"),
    ],
)
def test_a_line_leads_to_its_widget_or_exercise(line, place, open_page, site):
    tab = open_page(site + PAGE)
    link = tab.locator(".course-finder a", has_text=line)
    link.focus()
    link.press("Enter")
    tab.wait_for_url(f"**/notebooks/{place}")
    tab.wait_for_function(SETTLED)
    assert tab.locator(f"#{place.split('#')[1]}").evaluate(IN_VIEW)


def test_a_word_leads_to_a_name_and_on_to_the_chapter(open_page, site):
    tab = open_page(site + PAGE)
    tab.locator(".course-names li", has_text="bold and timid").locator("a").click()
    assert tab.locator("#widget-temperature").evaluate(IN_VIEW)
    tab.locator(".course-names li:has(#widget-temperature) a", has_text="10").click()
    tab.wait_for_url("**/notebooks/10_generation.html#widget-temperature-1")


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_fits_and_its_links_can_be_hit(width, open_page, site):
    tab = open_page(site + PAGE, viewport={"width": width, "height": 800})
    assert not tab.evaluate(TOO_WIDE)
    links = tab.locator(":is(.course-finder, .course-names, .course-letters) a")
    assert links.count() > 400 and links.evaluate_all(SMALL) == 0


def test_all_of_it_is_there_without_scripts(open_page, site):
    tab = open_page(site + PAGE, java_script_enabled=False)
    assert tab.locator(".course-do:visible").count() == html(PAGE).count('class="course-do"') > 60
