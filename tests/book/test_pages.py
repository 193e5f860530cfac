"""Each page of the built book, in a real browser, over http and from a file.

A page is visited three times, and what can be seen in one visit is looked at in that visit: over http, on a wide screen
in the light theme at first; from a file, on a small phone in the dark theme; and without scripts. Every run visits all
of them over http, and some in the other ways.
"""

import json
import re
from urllib.parse import unquote, urldefrag, urlparse

import pytest
import weights
from accessible import assert_accessible
from drawn import SIDEWAYS, assert_drawn, assert_narrow, assert_numbered
from links import Links
from pages import ALL_PAGES, BOOK, PAGES, ROOT, address, html, shown_on
from pale import PALE
from visits import WIDE, Visit

each_page = pytest.mark.parametrize("page", PAGES, scope="module")
each_of_all_pages = pytest.mark.parametrize("page", ALL_PAGES, scope="module")


@pytest.fixture(scope="module")
def http_visit(page, browser, site):
    visit = Visit(browser, site + page, color_scheme="light")
    yield visit
    visit.close()


@pytest.fixture(scope="module")
def file_visit(page, browser):
    phone = {"width": 320, "height": 640}
    visit = Visit(browser, address("file", page, None), viewport=phone, color_scheme="dark")
    yield visit
    visit.close()


@pytest.fixture(scope="module")
def visit_without_scripts(page, browser):
    visit = Visit(browser, address("file", page, None), java_script_enabled=False)
    yield visit
    visit.close()


@pytest.fixture
def tab(http_visit):
    with http_visit.turn() as tab:
        yield tab


@pytest.fixture
def phone(file_visit):
    with file_visit.turn() as tab:
        yield tab


@pytest.fixture
def paper(visit_without_scripts):
    with visit_without_scripts.turn() as tab:
        yield tab


def assert_alive(tab):
    """Every widget. That there is no complaint and no request to another host, the visit watches."""
    tab.wait_for_load_state("load")
    assert tab.locator(".mg-view").count() == tab.locator(".mg-view .mg").count()
    assert_drawn(tab.evaluate)


@each_page
def test_widgets_come_alive_over_http(page, tab):
    assert_alive(tab)


@pytest.mark.one_in(10)
@each_of_all_pages
def test_no_sideways_scrolling_on_the_smallest_phone(page, phone):
    """As it is opened there."""
    assert phone.evaluate(SIDEWAYS) <= 0


@pytest.mark.one_in(10)
@each_of_all_pages
def test_nothing_is_wider_than_the_screen_with_large_letters(page, phone):
    phone.set_viewport_size({"width": 420, "height": 900})
    phone.evaluate("document.documentElement.style.fontSize = '150%'")
    assert phone.evaluate(SIDEWAYS) <= 0
    phone.evaluate("document.documentElement.style.fontSize = ''")


@pytest.mark.one_in(10)
@each_page
def test_widgets_come_alive_from_a_file(page, phone):
    phone.set_viewport_size(WIDE)
    assert_alive(phone)
    assert_narrow(phone.evaluate, lambda width: phone.set_viewport_size({**WIDE, "width": width}))
    assert_numbered(phone.evaluate)


@each_page
def test_first_widget_is_soon_there(page, tab):
    """Alive as soon as the page is read, waiting for no picture, font or fetch. Seconds are for the bench alone."""
    alive, ready = tab.evaluate(
        "[performance.getEntriesByName('microgpt-alive')[0]?.startTime ?? null,"
        " performance.getEntriesByType('navigation')[0].domContentLoadedEventStart]"
    )
    assert (alive is not None and alive <= ready) if shown_on(page) else alive is None


@each_page
def test_weight(page, tab, http_visit, site):
    """What a first visit brings over the wire, compressed as a web server would, and in how many files.

    The page of evidence tells it without a browser; here a browser says whether these are the files.
    """
    http_visit.wait_until_read()
    names = tab.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    files = {
        unquote(urlparse(name).path.removeprefix("/course/")) for name in [site + page, *names]
    }
    assert files == weights.files(BOOK, page)
    sizes = {file: len(weights.packed(BOOK / file)) for file in files}
    heaviest = sorted(sizes.items(), key=lambda item: -item[1])[:6]
    assert sum(sizes.values()) < weights.limit(page), heaviest
    assert len(files) <= weights.MOST_FILES, sorted(files)


@pytest.mark.one_in(10)
@each_page
def test_dark_is_not_printed(page, phone):
    """Background graphics are off, as they are unless a reader asks for them; what is drawn of a widget stays."""
    ground = "getComputedStyle(document.body).backgroundColor"
    phone.wait_for_function("document.getAnimations().every((one) => one.playState !== 'running')")
    assert phone.evaluate(ground) == "rgb(21, 23, 27)"
    phone.emulate_media(media="print")
    assert phone.evaluate(PALE, "rgb(255, 255, 255)") == []
    widgets = "[...document.querySelectorAll('.mg')]"
    kept = phone.evaluate(f"{widgets}.map((one) => getComputedStyle(one).printColorAdjust)")
    assert set(kept) <= {"exact"}
    phone.emulate_media(media="null")


@pytest.mark.one_in(50)
@each_of_all_pages
def test_accessible_on_a_wide_screen(page, tab):
    assert_accessible(tab, 1280, "light", "all rules")
    assert_accessible(tab, 1280, "dark", "colours")


@pytest.mark.one_in(20)
@each_of_all_pages
def test_colours_on_a_phone_in_the_dark(page, phone):
    assert_accessible(phone, 390, "dark", "colours")


@pytest.mark.one_in(20)
@each_of_all_pages
def test_accessible_in_a_window_that_was_wide(page, tab):
    """What scrolls only now can be reached too; and this time the folds are open."""
    tab.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert_accessible(tab, 390, "light", "all rules")


@pytest.mark.one_in(10)
@each_page
def test_readable_without_scripts(page, paper):
    """Each widget's place holds its summary, formulas are set, and nothing is hidden behind a script."""
    assert paper.locator("article h1").first.is_visible()
    summaries = paper.locator(".mg-view .mg-summary").all()
    assert len(summaries) == paper.locator(".mg-view").count()
    for summary in summaries:
        assert summary.is_visible() and len(summary.inner_text()) > 20
    text = paper.locator("article").inner_text().replace("$$", "$ $")
    for code in paper.locator("article pre").all_inner_texts():
        text = text.replace(code, "")
    assert "$" not in re.sub(r"`[^`]*`", "", text)


# What the files say, without a browser


@pytest.mark.parametrize("page", ["index.html", *ALL_PAGES])
def test_internal_links(page):
    broken = []
    for link in Links.of(BOOK / page).links:
        parts = urlparse(link)
        if parts.scheme or parts.netloc:
            continue
        file, anchor = urldefrag(link)
        target = (BOOK / page).parent / unquote(urlparse(file).path) if file else BOOK / page
        if not target.exists():
            broken.append(link)
        elif (
            anchor
            and target.suffix == ".html"
            and unquote(anchor) not in Links.of(target.resolve()).anchors
        ):
            broken.append(link)
    assert not broken


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("notebooks/")])
def test_launch_links_point_at_files_that_exist(page):
    """Colab and Binder open the notebook at the path the link names."""
    hosts = ("https://colab", "https://mybinder")
    links = [link for link in Links.of(BOOK / page).links if link.startswith(hosts)]
    assert len(links) >= 2
    for link in links:
        named = re.search(r"(?:blob/main/|lab/tree/|lab%2Ftree%2F)(.+?\.ipynb)", link)
        assert named and (ROOT / unquote(named[1])).is_file(), link


@pytest.mark.parametrize("page", PAGES)
def test_nothing_names_another_host_to_load_from(page):
    """Links may point elsewhere; what a page loads by itself may not."""
    elsewhere = r'="(?:https?:)?//[^"]+"'
    assert not re.findall(rf"<(?:script|img|iframe)[^>]+src{elsewhere}", html(page))
    assert not re.findall(
        rf'<link[^>]+rel="(?:stylesheet|preload)"[^>]+href{elsewhere}', html(page)
    )


@pytest.mark.parametrize("page", PAGES)
def test_state_of_widgets_is_small(page):
    """Weights and lists are modules of their own, loaded once; a page's state holds traits only."""
    for state in re.findall(r'<script id="mg-state"[^>]*>(.*?)</script>', html(page)):
        assert len(state) < 40 * weights.KILOBYTE and isinstance(json.loads(state), dict)
