"""The built book as a whole: its pages are there, it can be searched, it travels, and nothing useless is in it."""

import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from pages import BOOK, PAGES, ROOT, address, html, named
from visits import go

from microgpt import course

CHAPTER_13 = "notebooks/13_ladder.html"


def test_there_are_pages():
    assert {"book/index.html", "book/how_to_use.html", "book/gallery.html"} < set(PAGES)


@pytest.mark.parametrize(
    "page, title",
    [(f"notebooks/{one.slug}.html", one.title) for one in course.CHAPTERS if one.ready],
)
def test_published_with_its_title(page, title):
    assert f"<title>{title}" in html(page)


@pytest.mark.page("search.html")
@pytest.mark.parametrize("kind", ["http", "file"])
def test_search_finds_a_chapter(kind, open_page, site):
    tab = open_page(address(kind, "search.html", site) + "?q=cosine")
    tab.locator("#search-results a", has_text="Numbers all the way down").first.wait_for()


@pytest.mark.page("notebooks/01_numbers.html")
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
    go(page, site + "notebooks/01_numbers.html")
    assert page.locator(".mg-view").count() == page.locator(".mg-view[data-alive]").count() > 3
    assert not complaints
    context.close()


def test_the_zip_holds_the_whole_book(tmp_path, open_page):
    with zipfile.ZipFile(BOOK / "microgpt-course.zip") as archive:
        archive.extractall(tmp_path)
    tab = open_page((tmp_path / "microgpt-course/index.html").as_uri())
    tab.wait_for_selector(".mg-view[data-alive]")
    assert tab.title().startswith("A language model")


def test_the_light_zip_holds_all_but_python():
    names = {
        name: set(zipfile.ZipFile(BOOK / f"microgpt-course{name}.zip").namelist())
        for name in ("", "-light")
    }
    less = names[""] - names["-light"]
    assert names["-light"] < names[""]
    assert sorted(Path(name).name for name in less) == [
        "course.js", "engine.js", "stdlib.js", "wasm.js"
    ]  # fmt: skip


LADDER = [f"train{n}.py" for n in range(6)]


def test_the_ladder_is_linked_from_its_chapter():
    """A link downloads the program itself, in the book and in the book that was unpacked."""
    links = re.findall(
        r'<a class="[^"]*download[^"]*" download="" href="([^"]+)"', html(CHAPTER_13)
    )
    assert [Path(link).name for link in links] == LADDER
    for link in links:
        program = BOOK / CHAPTER_13.replace(Path(CHAPTER_13).name, link)
        assert program.read_bytes() == (ROOT / "ladder" / program.name).read_bytes()


@pytest.mark.parametrize("name", ["microgpt-course.zip", "microgpt-course-light.zip"])
def test_the_page_says_how_large_the_zips_are(name):
    said = re.search(rf"{name}.*?about (\d+) MB", html("book/how_to_use.html"), re.S)
    assert abs((BOOK / name).stat().st_size / 1e6 - int(said[1])) < 0.6


@pytest.mark.parametrize("name", ["microgpt-course.zip", "microgpt-course-light.zip"])
def test_the_zips_hold_the_ladder_once(name):
    with zipfile.ZipFile(BOOK / name) as archive:
        programs = [Path(one).name for one in archive.namelist() if one.endswith(".py")]
        assert sorted(programs) == ["bot.py", *LADDER, "train6_torch.py"]
        for program in [*LADDER, "train6_torch.py"]:
            packed = archive.read(f"microgpt-course/{program}")
            assert packed == (ROOT / "ladder" / program).read_bytes()


def test_unused_weight_is_gone():
    for pattern in ("*fontawesome*", "fa-*", "*bootstrap*", "*.map", "*.ttf", "locales"):
        assert not list(BOOK.rglob(pattern)), pattern


def test_what_most_chapters_use_is_in_the_core():
    """Else every chapter would bring it again."""
    own = list((BOOK / "_static/mg/pages/notebooks").glob("*.js"))
    chapters = {path.name.split(".")[0] for path in own}
    text = "".join(path.read_text("utf-8") for path in own)
    uses = Counter(re.findall(r'define\("([^"]+)"', text))
    assert len(chapters) >= 5 and len(uses) > 20
    assert not [name for name, times in uses.items() if times > len(chapters) / 2]


def test_icons_are_one_drawing():
    """A browser makes a document of each that a page shows, before it shows anything."""
    css = [path.read_text("utf-8") for path in (BOOK / "_static").glob("*.css")]
    drawings = {one for text in css for one in re.findall(r"data:image/svg.*?</svg>", text, re.S)}
    assert len(drawings) == 1
    icons = {int(number) for text in css for number in re.findall(r"--icon: ?(\d+)", text)}
    squares = int(re.search(r"viewBox=[\\\"']+0 0 (\d+) 24", drawings.pop())[1]) / 24
    assert icons == set(range(int(squares)))


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("book/gallery")])
def test_the_gallery_shows_code_for_readers(page):
    """Not the marks by which doctest is told how to compare."""
    assert "doctest" not in html(page)


def test_a_developer_names_pages():
    """As in make test-book PAGES="01 gallery"."""
    assert named(["01"]) == named(["01_numbers"]) == {"notebooks/01_numbers.html"}
    assert named(["index", "01"]) == {"book/index.html", "notebooks/01_numbers.html"}
    assert named(["gallery"]) == {page for page in PAGES if page.startswith("book/gallery")}
    with pytest.raises(ValueError, match="no page is called '99'; there are: .* 01_numbers "):
        named(["01", "99"])
