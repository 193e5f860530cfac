"""The pages of the built book: where they are, what they show, and which of them a run is about."""

import functools
import re
from pathlib import Path

import microgpt.widgets

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "_build/html"
PAGES = sorted(
    path.relative_to(BOOK).as_posix()
    for folder in ("book", "notebooks")
    for path in (BOOK / folder).rglob("*.html")
)
ALL_PAGES = [*PAGES, "search.html", "genindex.html"]  # with those that Sphinx adds


def address(kind, page, site):
    return site + page if kind == "http" else (BOOK / page).as_uri()


@functools.cache
def html(page):
    return (BOOK / page).read_text("utf-8")


def shown_on(page):
    """The modules of the widgets that stand on a page."""
    return set(re.findall(r'data-widget="([^"]+)"', html(page)))


def name(page):
    """What a developer calls it: 01_numbers, index, gallery."""
    return page.removesuffix(".html").removeprefix("book/").removeprefix("notebooks/")


def named(words):
    """The pages that these words name: a chapter by its number or slug, any other page by its name or its folder."""
    found = set()
    for word in words:
        pages = {
            page
            for page in ALL_PAGES
            if name(page) == word or name(page).startswith((f"{word}_", f"{word}/"))
        }
        if not pages:
            raise ValueError(
                f"no page is called {word!r}; there are: {' '.join(map(name, ALL_PAGES))}"
            )
        found |= pages
    return found


def concerns(item, pages):
    """Whether a test is about one of these pages, or about a widget that stands on one of them.

    A test says so by a parameter `page` or `widget`, or by a mark: `pytest.mark.page("book/index.html")`.
    """
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    about = {mark.args[0] for mark in item.iter_markers("page")} | {parameters.get("page")}
    if about & pages:
        return True
    widget = getattr(microgpt.widgets, parameters.get("widget", ""), None)
    return widget is not None and any(widget.module in shown_on(page) for page in pages)
