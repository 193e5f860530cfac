"""A real browser for the tests of widgets and of the built book.

Every page is watched: an error, a warning in the console, or a request to another host fails the test that opened it.
"""

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

from browser import CHROMIUM_ARGS, HELP, find, own  # noqa: E402

# What the theme says of itself; our own code says nothing.
THEME_SAYS = ("[PST]: Changed to", "[PST]: Scrolled sidebar", "[PST]: Set focus on search field")


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright):
    path = find() or own(playwright)
    if path is None:
        pytest.fail(HELP, pytrace=False)
    browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
    yield browser
    browser.close()


class Watch:
    """Collects what a page should never do."""

    def __init__(self, allowed_hosts=("127.0.0.1",)):
        self.allowed_hosts = allowed_hosts
        self.complaints = []

    def page(self, page):
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", self.request)
        return page

    def console(self, message):
        if not message.text.startswith(THEME_SAYS):
            self.complaints.append(f"console {message.type}: {message.text}")

    def request(self, request):
        if request.url.startswith(("file:", "data:", "blob:", "about:")):
            return
        if request.url.split("/")[2].split(":")[0] not in self.allowed_hosts:
            self.complaints.append(f"request to another host: {request.url}")


@pytest.fixture
def open_page(browser):
    """open_page(url, **context options) -> a watched page."""
    watch, contexts = Watch(), []

    def open_(url, **options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = watch.page(context.new_page())
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not watch.complaints, watch.complaints


@pytest.fixture
def open_widget(open_page, tmp_path):
    """page, view = open_widget("DotProduct", a=[1, 2], b=[2, 1]): the widget alone on a static page, from a file.

    `copies=2` shows two independent widgets; then `view` is the first, `page.locator(".mg-view").nth(1)` the second.
    Further keywords that begin with `context_` go to the browser context, as in `context_reduced_motion="reduce"`.
    """

    def open_(name, copies=1, width=1280, **traits):
        context = {
            key.removeprefix("context_"): traits.pop(key)
            for key in list(traits)
            if key.startswith("context_")
        }
        import microgpt.widgets

        make = getattr(microgpt.widgets, name)
        file = tmp_path / f"{name}.html"
        file.write_text(static_page({f"p{i}": make(**traits) for i in range(copies)}), "utf-8")
        page = open_page(file.as_uri(), viewport={"width": width, "height": 900}, **context)
        view = page.locator(".mg-view").first
        page.wait_for_selector(".mg-view[data-alive]")
        return page, view

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
        def translate_path(self, path):
            return super().translate_path(path.removeprefix("/course"))

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(BOOK))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/course/"
    server.shutdown()
