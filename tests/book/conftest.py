"""A real browser for the tests of widgets and of the built book, and which pages of the book are tested."""

import functools
import http.server
import sys
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "_build/html"
sys.path.insert(0, str(ROOT / "tools"))

import pages  # noqa: E402
from browser import CHROMIUM_ARGS, HELP, chromium  # noqa: E402
from visits import WIDE, LentTab, Watch, go, new_page  # noqa: E402

import microgpt.widgets  # noqa: E402

WANTED = pytest.StashKey[set]()


def pytest_addoption(parser):
    parser.addoption("--pages", default="", help="test these pages of the book alone: 05 index")


def pytest_configure(config):
    config.addinivalue_line("markers", "page(path): the test is about this page of the built book")
    try:
        config.stash[WANTED] = pages.named(config.getoption("--pages", "").split())
    except ValueError as error:
        raise pytest.UsageError(str(error)) from None


def pytest_itemcollected(item):
    """Of the widgets' own tests, every run takes a fifth. Whoever changes a widget names its file or its page."""
    marked = any(item.get_closest_marker(name) for name in ("one_in", "weekly"))
    if item.path.parent.name == "widgets" and not marked:
        item.add_marker(pytest.mark.one_in(5))


def pytest_collection_modifyitems(config, items):
    if config.stash[WANTED]:
        chosen = [item for item in items if pages.concerns(item, config.stash[WANTED])]
        config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
        items[:] = chosen


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright):
    path = chromium(playwright)
    if path is None:
        pytest.fail(HELP, pytrace=False)
    browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def lent_tab(browser):
    tab = LentTab(browser)
    yield tab
    tab.close()


@pytest.fixture
def open_page(browser, lent_tab):
    """open_page(url, **context options) -> a watched page.

    It is the tab that all tests share, put back, unless the test asks for `own_tab`, another context or a second page.
    """
    watch, own, lent = Watch(), [], []

    def open_(url, viewport=WIDE, own_tab=False, **options):
        if not (own_tab or options or lent_tab.lent):
            lent.append(lent_tab.open(url, viewport))
            return lent_tab.page
        own.append(new_page(browser, watch, viewport=viewport, **options))
        go(own[-1], url, options.get("java_script_enabled", True))
        return own[-1]

    yield open_
    for page in own:
        page.context.close()
    if lent:
        lent_tab.take_back()
    complaints = watch.take() + lent_tab.watch.take()
    assert not complaints, complaints


@pytest.fixture
def open_widgets(open_page, tmp_path):
    """page, views = open_widgets({id: widget}, end of the address): several widgets on a static page, from a file."""

    def open_(widgets, end="", **options):
        file = tmp_path / f"{type(next(iter(widgets.values()))).__name__}.html"
        file.write_text(static_page(widgets), "utf-8")
        page = open_page(file.as_uri() + end, **options)
        return page, page.locator(".mg-view")

    return open_


@pytest.fixture
def open_widget(open_widgets):
    """page, view = open_widget("DotProduct", a=[1, 2], b=[2, 1]): the widget alone on such a page.

    `copies=2` shows two independent widgets; then `view` is the first, `page.locator(".mg-view").nth(1)` the second.
    Further keywords that begin with `context_` go to the browser context, as in `context_reduced_motion="reduce"`.
    """

    def open_(name, /, copies=1, width=1280, own_tab=False, **traits):
        context = {
            key.removeprefix("context_"): traits.pop(key)
            for key in list(traits)
            if key.startswith("context_")
        }
        make = getattr(microgpt.widgets, name)
        page, views = open_widgets(
            {f"p{i}": make(**traits) for i in range(copies)},
            viewport={"width": width, "height": 900},
            own_tab=own_tab,
            **context,
        )
        return page, views.first

    return open_


def static_page(widgets):
    """One self-contained HTML page with these {model id: widget}, made of the very scripts that the book uses."""
    from microgpt.sphinx import bundles, pages
    from microgpt.widgets import modules

    css = bundles.read(modules.all_styles())
    state = pages.as_script(pages.state_of(widgets))
    names = [widget.module for widget in widgets.values()]
    code = bundles.core_script() + "".join(bundles.beyond_core(names).values())
    code = code.replace("</script", "<\\/script")
    views = "".join(
        pages.placeholder(model_id, widget).astext() for model_id, widget in widgets.items()
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Widgets</title><style>{css} main {{ max-width: 42rem; margin: 0 auto; padding: 1rem }}</style>"
        f"<main><h1>Widgets</h1>{views}</main>"
        f'<script type="application/json" id="mg-state">{state}</script><script>{code}</script>'
    )


@pytest.fixture(scope="session")
def site():
    """The address of the built book, served over http from a sub-path, as on a project page."""
    if not (BOOK / "index.html").exists():
        pytest.fail(
            "The book is not built: run `make book` first, or `make test`, which does it.",
            pytrace=False,
        )

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = (
            "HTTP/1.1"  # a browser keeps its connections, as it does with any web server
        )

        def translate_path(self, path):
            return super().translate_path(path.removeprefix("/course"))

        def log_message(self, *args):
            pass

    class Server(http.server.ThreadingHTTPServer):
        # With five, as it would be, a busy machine drops a browser's sixth, which comes again seconds later.
        request_queue_size = 128

    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(BOOK)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/course/"
    server.shutdown()
