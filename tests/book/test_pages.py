"""Every page of the built book, in a real browser, over http and from a file."""

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlparse

import pytest

from microgpt import course
from microgpt.nn import dot
from microgpt.widgets import ChatWithModel

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "_build/html"

PAGES = sorted(
    path.relative_to(BOOK).as_posix()
    for folder in ("book", "notebooks")
    for path in (BOOK / folder).glob("*.html")
)
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
ALL_PAGES = [*PAGES, "search.html", "genindex.html"]  # with those that Sphinx adds
KILOBYTE = 1000
GOAL = 300 * KILOBYTE  # on the wire, with gzip
MOST = 600 * KILOBYTE  # for the page that shows every widget of the course at once


def address(kind, page, site):
    return site + page if kind == "http" else (BOOK / page).as_uri()


def test_there_are_pages():
    assert {"book/index.html", "book/how_to_use.html", "book/gallery.html"} < set(PAGES)


@pytest.mark.parametrize(
    "chapter",
    [chapter for chapter in course.CHAPTERS if chapter.ready],
    ids=lambda chapter: chapter.slug,
)
def test_published_with_its_title(chapter):
    page = BOOK / "notebooks" / f"{chapter.slug}.html"
    assert f"<title>{chapter.title}" in page.read_text("utf-8")


@pytest.mark.parametrize("kind", ["http", "file"])
@pytest.mark.parametrize("page", PAGES)
def test_widgets_come_alive(page, kind, open_page, site):
    """All of them, with no complaint and no request to another host (the fixture watches)."""
    tab = open_page(address(kind, page, site))
    tab.wait_for_load_state("load")
    assert tab.locator(".mg-view:not([data-alive])").count() == 0
    assert tab.locator(".mg-view").count() == tab.locator(".mg-view .mg").count()
    assert not re.search(r"\bNaN\b|undefined", tab.locator("main").inner_text())


@pytest.mark.parametrize("kind", ["http", "file"])
def test_the_model_answers_what_is_typed(kind, open_page, site):
    """On the landing page, with the keyboard alone: the name and the likeliest letters are those that Python computes."""
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


@pytest.mark.parametrize("page", ALL_PAGES)
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_accessible(page, width, theme, open_page, site):
    """No violation of WCAG 2.2 AA that axe can find."""
    tab = open_page(
        site + page, viewport={"width": width, "height": 900}, color_scheme=theme
    )  # axe reads the styles: http
    tab.evaluate(AXE)
    found = tab.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(r => r.violations.map("
        "v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.html.slice(0, 120)).join(' | ')))"
    )
    assert not found, "\n".join(found)


@pytest.mark.parametrize("page", ALL_PAGES)
def test_no_sideways_scrolling_on_the_smallest_phone(page, open_page):
    tab = open_page((BOOK / page).as_uri(), viewport={"width": 320, "height": 640})
    wide = tab.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320, f"the page is {wide} px wide"


@pytest.mark.parametrize("page", PAGES)
def test_readable_without_scripts(page, open_page):
    """Each widget's place holds its summary, formulas are set, and nothing is hidden behind a script."""
    tab = open_page((BOOK / page).as_uri(), java_script_enabled=False)
    assert tab.locator("article h1").first.is_visible()
    summaries = tab.locator(".mg-view .mg-summary").all()
    assert len(summaries) == tab.locator(".mg-view").count()
    for summary in summaries:
        assert summary.is_visible() and len(summary.inner_text()) > 20
    assert "$" not in re.sub(
        r"`[^`]*`", "", tab.locator("article").inner_text().replace("$$", "$ $")
    )


@pytest.mark.parametrize("kind", ["http", "file"])
def test_search_finds_a_chapter(kind, open_page, site):
    tab = open_page(address(kind, "search.html", site) + "?q=cosine")
    tab.locator("#search-results a", has_text="Numbers all the way down").first.wait_for()


@pytest.mark.parametrize("page", PAGES)
def test_weight(page, open_page, site):
    """What a first visit brings over the wire, compressed as a web server would."""
    tab = open_page(site + page)
    tab.wait_for_load_state("networkidle")
    names = tab.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    files = {
        unquote(urlparse(name).path.removeprefix("/course/")) for name in [site + page, *names]
    }
    sizes = {file: wire_size(BOOK / file) for file in files}
    total = sum(sizes.values())
    heaviest = sorted(sizes.items(), key=lambda item: -item[1])[:6]
    limit = MOST if page == "book/gallery.html" else GOAL
    assert total < limit, f"{total} bytes; the heaviest: {heaviest}"


def wire_size(path):
    data = path.read_bytes()
    return len(data) if path.suffix in {".woff2", ".png"} else len(gzip.compress(data, 6))


@pytest.mark.parametrize(
    "page", [page for page in PAGES if 'class="mg-view"' in (BOOK / page).read_text("utf-8")]
)
def test_first_widget_is_soon_there(page, open_page, site):
    """Alive as soon as the page is read, waiting for no picture, font or fetch. Seconds are for the bench, not for a test."""
    tab = open_page(site + page)
    tab.wait_for_load_state("load")
    alive, ready = tab.evaluate(
        "[performance.getEntriesByName('microgpt-alive')[0]?.startTime ?? null,"
        " performance.getEntriesByType('navigation')[0].domContentLoadedEventStart]"
    )
    assert alive is not None and alive <= ready


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


class Links(HTMLParser):
    """Collects the addresses a page links to and the anchors it has."""

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors = [], set()
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if attributes.get("id"):
            self.anchors.add(attributes["id"])
        if tag in ("a", "link", "img", "script"):
            self.links += [value for name in ("href", "src") if (value := attributes.get(name))]


@pytest.mark.parametrize("page", ["index.html", *ALL_PAGES])
def test_internal_links(page):
    broken = []
    for link in Links(BOOK / page).links:
        parts = urlparse(link)
        if parts.scheme or parts.netloc:
            continue
        file, anchor = urldefrag(link)
        target = (BOOK / page).parent / unquote(urlparse(file).path) if file else BOOK / page
        if not target.exists():
            broken.append(link)
        elif anchor and target.suffix == ".html" and unquote(anchor) not in Links(target).anchors:
            broken.append(link)
    assert not broken


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("notebooks/")])
def test_launch_links_point_at_files_that_exist(page):
    """Colab and Binder open the notebook at the path the link names, and Binder finds what it installs."""
    links = [
        link
        for link in Links(BOOK / page).links
        if link.startswith(("https://colab", "https://mybinder"))
    ]
    assert len(links) >= 2
    for link in links:
        named = re.search(r"(?:blob/main/|lab/tree/|lab%2Ftree%2F)(.+?\.ipynb)", link)
        assert named and (ROOT / unquote(named[1])).is_file(), link
    assert (ROOT / "requirements.txt").is_file()


def test_a_strict_content_security_policy_leaves_the_widgets_alive(browser, site):
    """default-src 'self': no inline style, no inline code, no eval in what is ours."""
    context = browser.new_context()
    page = context.new_page()
    complaints = []
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text) if "/mg/" in message.location.get("url", "") else None
        ),
    )

    def strict(route):
        response = route.fetch()
        route.fulfill(
            response=response,
            headers={**response.headers, "content-security-policy": "default-src 'self'"},
        )

    page.route("**/*.html", strict)
    page.goto(site + "notebooks/01_numbers.html")
    page.wait_for_load_state("load")
    assert page.locator(".mg-view").count() == page.locator(".mg-view[data-alive]").count() > 3
    assert not complaints
    context.close()


def test_the_zip_holds_the_whole_book(tmp_path, open_page):
    import zipfile

    with zipfile.ZipFile(BOOK / "microgpt-course.zip") as archive:
        archive.extractall(tmp_path)
    tab = open_page((tmp_path / "microgpt-course/index.html").as_uri())
    tab.wait_for_selector(".mg-view[data-alive]")
    assert tab.title().startswith("A language model")


def test_nothing_names_another_host_to_load_from():
    """Links may point elsewhere; what a page loads by itself may not."""
    for page in PAGES:
        text = (BOOK / page).read_text("utf-8")
        assert not re.findall(
            r'<(?:script|img|iframe)[^>]+src="(?:https?:)?//[^"]+"|<link[^>]+rel="(?:stylesheet|preload)"[^>]+href="(?:https?:)?//[^"]+"',
            text,
        )


def test_state_of_widgets_is_small():
    """Weights and lists are modules of their own, loaded once; a page's state holds traits only."""
    for page in PAGES:
        for state in re.findall(
            r'<script id="mg-state"[^>]*>(.*?)</script>', (BOOK / page).read_text("utf-8")
        ):
            assert len(state) < 40 * KILOBYTE and isinstance(json.loads(state), dict)


def test_unused_weight_is_gone():
    assert not list(Path(BOOK).rglob("fontawesome.js")) and not list(Path(BOOK).rglob("*.map"))


def test_the_gallery_shows_code_for_readers():
    """Not the marks by which doctest is told how to compare."""
    assert "doctest" not in (BOOK / "book/gallery.html").read_text("utf-8")
