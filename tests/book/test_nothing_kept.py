"""A browser that keeps nothing: all cookies are blocked, or a learning platform shows the book in a sandboxed frame."""

import pytest

PHONE = {"width": 390, "height": 844}
PAGE = "book/how_to_use.html"
FRAME = """(address) => {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.style = "position: fixed; inset: 0; width: 100%; height: 100%; border: 0";
  frame.src = address;
  document.body.replaceChildren(frame);
}"""

pytestmark = pytest.mark.page(PAGE)


@pytest.fixture
def frame(open_page, site):
    """The page on a phone, in a frame that may run scripts and nothing else."""
    outer = open_page(site + "genindex.html", viewport=PHONE, own_tab=True)
    outer.evaluate(FRAME, site + PAGE)
    inner = outer.wait_for_selector("iframe").content_frame()
    inner.wait_for_selector(".mg-view[data-alive]")
    assert not inner.evaluate("localStorage instanceof Storage")
    return inner


def test_the_menu_opens(frame):
    menu = frame.locator("#pst-primary-sidebar-modal")
    assert not menu.is_visible()
    frame.locator(".primary-toggle").click()
    menu.get_by_role("link", name="Rolling downhill").wait_for()


def test_search_and_dark_work(frame):
    frame.locator(".article-header-buttons .search-button").click()
    frame.locator("#pst-search-dialog input").wait_for()
    frame.page.keyboard.press("Escape")
    dark = "document.documentElement.dataset.theme === 'dark'"
    assert not frame.evaluate(dark)
    frame.locator(".theme-switch-button").click()
    assert frame.evaluate(dark)


def test_that_nothing_is_kept_is_said(frame):
    progress = frame.locator("[data-widget='quiz/progress.js']")
    assert "This browser keeps nothing" in progress.inner_text()
