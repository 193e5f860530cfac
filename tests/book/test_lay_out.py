"""Of a chapter, only its beginning is laid out before the page is loaded: so its first widget is soon there."""

from functools import partial

import pytest

CHAPTER = "notebooks/04_network.html"
# How many of the chapter's elements have a place: when the page is read, and when it is loaded.
COUNT = """
  globalThis.seen = [];
  const look = () => {
    const all = [...document.querySelectorAll(".bd-article *")];
    seen.push(all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length);
  };
  document.addEventListener("DOMContentLoaded", look);
  addEventListener("load", () => setTimeout(look));
"""
# Where the page stands, once it has come to rest: a key moves it smoothly.
AT_REST = """() => new Promise((done) => {
  let before = -1;
  const look = () => {
    if (scrollY === before) return done(before);
    before = scrollY;
    setTimeout(look, 100);
  };
  look();
})"""
FIRST = "document.documentElement.matches('.course-first')"


@pytest.fixture
def tab(open_page):
    page = open_page("about:blank", own_tab=True)
    page.add_init_script(COUNT)
    return page


def laid_out(tab):
    """(when the page is read, when it is loaded)"""
    tab.wait_for_function("seen.length === 2")
    return tab.evaluate("seen")


def last_section(tab):
    return tab.evaluate(
        "[...document.querySelectorAll('.bd-article > section > section')].at(-1).id"
    )


@pytest.mark.page(CHAPTER)
def test_the_beginning_is_laid_out_first(tab, site):
    tab.goto(site + CHAPTER)
    soon, late = laid_out(tab)
    assert 100 < soon < late / 4


@pytest.mark.weekly
@pytest.mark.page(CHAPTER)
def test_all_is_laid_out_where_the_browser_goes_further_down(tab, site):
    """To a place that the address names, and back to where the reader was: heights above it count."""
    tab.goto(site + CHAPTER)
    place = last_section(tab)
    tab.goto("about:blank")
    tab.goto(f"{site}{CHAPTER}#{place}")
    soon, late = laid_out(tab)
    assert soon > 0.8 * late
    top = f"document.getElementById('{place}').getBoundingClientRect().top"
    assert 0 <= tab.evaluate(top) < 200
    where = tab.evaluate("scrollY")
    for go in (lambda: (tab.goto("about:blank"), tab.go_back()), tab.reload):
        go()
        soon, late = laid_out(tab)
        assert soon > 0.8 * late
        assert tab.evaluate("scrollY") == pytest.approx(where, abs=2)


@pytest.mark.one_in(2)
@pytest.mark.page(CHAPTER)
@pytest.mark.parametrize("act", ["a key", "a link"])
def test_a_reader_who_is_faster_finds_all_in_its_place(tab, site, act):
    """Before the page is loaded: its last script is kept back."""
    waiting = []
    tab.route("**/book.js*", lambda route: waiting.append(route))
    tab.goto(site + CHAPTER, wait_until="commit")
    tab.wait_for_selector(".mg-view[data-alive]")
    assert tab.evaluate(FIRST)
    if act == "a key":
        go = partial(tab.keyboard.press, "End")
        gap = "document.documentElement.scrollHeight - innerHeight - scrollY"
    else:
        place = last_section(tab)
        go = tab.locator(f".bd-sidebar-secondary a[href='#{place}']").click
        gap = f"document.getElementById('{place}').getBoundingClientRect().top"
    go()
    assert not tab.evaluate(FIRST)
    # On the way down widgets appear, and the page grows under a reader: who is not there yet goes on.
    for _ in range(10):
        before = tab.evaluate(AT_REST)
        if abs(tab.evaluate(gap)) < 150:
            break
        go()
    assert abs(tab.evaluate(gap)) < 150
    waiting[0].continue_()
    laid_out(tab)
    assert tab.evaluate("scrollY") == pytest.approx(before, abs=2)
