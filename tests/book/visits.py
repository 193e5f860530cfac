"""Watched pages: an error, a warning in the console, or a request to another host fails the test that was visiting."""

from contextlib import contextmanager

# What the theme says of itself; our own code says nothing.
THEME_SAYS = ("[PST]: Changed to", "[PST]: Scrolled sidebar", "[PST]: Set focus on search field")


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

    def assert_silent(self):
        """What was complained of since the last time is an error, once."""
        complaints, self.complaints = self.complaints, []
        assert not complaints, complaints


def new_page(browser, watch, **options):
    """A watched page in a browser context of its own."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(10_000)
    return watch.page(context.new_page())


SETTLED = "!document.querySelector('.mg-view:not([data-alive], [data-failed])')"


def go(page, url, scripts=True):
    """Go there; widgets are mounted one after the other: wait until each is alive, or says why it is not."""
    page.goto(url)
    if scripts:
        page.wait_for_function(SETTLED)


class Visit:
    """A visit to a page that tests share, one after the other; each answers for the complaints of its own turn."""

    def __init__(self, browser, url, **options):
        self.watch = Watch()
        self.tab = new_page(browser, self.watch, **options)
        go(self.tab, url, options.get("java_script_enabled", True))

    def close(self):
        self.tab.context.close()

    @contextmanager
    def turn(self):
        yield self.tab
        self.watch.assert_silent()
