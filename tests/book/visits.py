"""Watched pages: an error, a warning in the console, or a request to another host fails the test that was visiting."""

import time
from contextlib import contextmanager

from playwright.sync_api import Error

WIDE = {"width": 1280, "height": 900}

# What the theme says of itself; our own code says nothing.
THEME_SAYS = ("[PST]: Changed to", "[PST]: Scrolled sidebar", "[PST]: Set focus on search field")
PLAIN = {  # what a new tab is told about its reader
    "media": "null",
    "color_scheme": "light",
    "reduced_motion": "no-preference",
    "forced_colors": "none",
    "contrast": "no-preference",
}


class Watch:
    """Collects what a page should never do."""

    def __init__(self, allowed_hosts=("127.0.0.1",)):
        self.allowed_hosts = allowed_hosts
        self.complaints = []
        self.pending = set()  # the requests that have not come to their end

    def page(self, page):
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", self.request)
        page.on("requestfinished", lambda request: self.pending.discard(request))
        page.on("requestfailed", lambda request: self.pending.discard(request))
        return page

    def console(self, message):
        if not message.text.startswith(THEME_SAYS):
            self.complaints.append(f"console {message.type}: {message.text}")

    def request(self, request):
        self.pending.add(request)
        if request.url.startswith(("file:", "data:", "blob:", "about:")):
            return
        if request.url.split("/")[2].split(":")[0] not in self.allowed_hosts:
            self.complaints.append(f"request to another host: {request.url}")

    def take(self):
        """What was complained of since the last time."""
        complaints, self.complaints = self.complaints, []
        return complaints


def new_page(browser, watch, **options):
    """A watched page in a browser context of its own."""
    context = browser.new_context(**{"viewport": WIDE, **options})
    context.set_default_timeout(10_000)
    return watch.page(context.new_page())


# Empties what the page before has kept, once in each turn: if the browser runs it at a reload too, it does no harm.
CLEAR = """try {
  if (sessionStorage.getItem("test's turn") !== "TURN") {
    localStorage.clear();
    sessionStorage.clear();
    sessionStorage.setItem("test's turn", "TURN");
  }
} catch { /* it has no storage */ }"""
CLEARED = """() => {
  try { return sessionStorage.getItem("test's turn") ?? ""; } catch { return null; }
}"""
SETTLED = "!document.querySelector('.mg-view:not([data-alive], [data-failed])')"


# All that the page names is there, and the scripts have come to rest.
IDLE = "document.fonts.ready.then(() => new Promise(requestIdleCallback))"
PATIENCE = 60  # seconds until a wait is given up


def go(page, url, scripts=True):
    """Go there; widgets are mounted one after the other: wait until each is alive, or says why it is not."""
    page.goto(url)
    if scripts:
        page.wait_for_function(SETTLED, timeout=1000 * PATIENCE)


# A mark of this load's own beside all that the page has kept by then.
KEPT_WITH_MARK = """(mark) => [localStorage, sessionStorage].map((one) => {
  one.setItem("test's mark", mark);
  return { ...one };
})"""
HAS_MARK = """(mark) => [localStorage, sessionStorage].every((one) => one.getItem("test's mark") === mark)"""
KEEP_AGAIN = """(kept) => [localStorage, sessionStorage].forEach((one, i) => {
  one.clear();
  Object.entries(kept[i]).forEach((entry) => one.setItem(...entry));
})"""


def load_again(page):
    """Reload the page: what it has kept is there.

    A busy Chromium now and then joins a document to no storage: all that it writes can be read in it, and is lost with
    it. Then our own mark is lost too. It is the browser's doing, not the page's: what was kept is written once more.
    """
    mark = str(time.monotonic())
    kept = page.evaluate(KEPT_WITH_MARK, mark)
    page.reload()
    end = time.monotonic() + PATIENCE
    while not page.evaluate(HAS_MARK, mark):
        assert time.monotonic() < end, "the browser keeps nothing"
        page.evaluate(KEEP_AGAIN, kept)
        page.reload()
    page.wait_for_function(SETTLED, timeout=1000 * PATIENCE)


class Visit:
    """A visit to a page that tests share, one after the other; each answers for the complaints of its own turn."""

    def __init__(self, browser, url, **options):
        self.watch = Watch()
        self.tab = new_page(browser, self.watch, **options)
        go(self.tab, url, options.get("java_script_enabled", True))

    def close(self):
        self.tab.context.close()

    def wait_until_read(self):
        """Until nothing is on its way any more of what the page asks for by itself."""
        self.tab.wait_for_load_state("load")
        self.tab.evaluate(IDLE)
        end = time.monotonic() + PATIENCE
        while self.watch.pending:
            assert time.monotonic() < end, [request.url for request in self.watch.pending]
            self.tab.evaluate(IDLE)

    @contextmanager
    def turn(self):
        yield self.tab
        complaints = self.watch.take()
        assert not complaints, complaints


class LentTab:
    """A tab that is lent to one test after another, because a new one costs more than most tests need.

    Each test finds the storage empty, the mouse in the corner and no media emulated. What could not be taken back, such
    as a clock of the test's own, is refused: such a test asks for a tab of its own.
    """

    def __init__(self, browser):
        self.watch, self.lent, self.turns = Watch(), False, 0
        self.page = new_page(browser, self.watch)
        self.devtools = self.page.context.new_cdp_session(self.page)
        self.devtools.send("Page.enable")
        self.page.add_init_script = self.page.clock.install = self.refuse

    @staticmethod
    def refuse(*arguments, **options):
        raise AssertionError(
            "the next test would find this in the tab: open the page with own_tab=True"
        )

    def open(self, url, viewport):
        self.lent = True
        self.turns += 1
        self.page.set_viewport_size(viewport)
        clear = CLEAR.replace("TURN", str(self.turns))
        script = self.devtools.send("Page.addScriptToEvaluateOnNewDocument", {"source": clear})
        go(self.page, url)
        try:
            self.devtools.send("Page.removeScriptToEvaluateOnNewDocument", script)
        except Error as error:
            # where one page leads on to another, the browser has removed it already
            assert "Script not found" in str(error)
        if self.page.evaluate(CLEARED) not in (None, str(self.turns)):
            self.page.evaluate(clear)  # a busy browser has not run it in time
            go(self.page, url)
        return self.page

    def take_back(self):
        self.page.unroute_all()
        self.page.goto("about:blank")
        self.page.mouse.up()
        self.page.mouse.move(0, 0)
        self.page.emulate_media(**PLAIN)
        self.lent = False

    def close(self):
        self.page.context.close()
