"""A page survives what goes wrong: a script that does not come, a widget that throws. The rest lives on."""

import re

import pytest
from conftest import static_page
from pages import BOOK, html
from visits import Watch, go, new_page

from microgpt.sphinx import pages
from microgpt.widgets import DotProduct, ZipLists, modules

PAGE = "notebooks/00_why.html"
SCRIPTS = re.findall(r'<script data-mg="" [^>]*src="\.\./_static/([^"?]+)', html(PAGE))
MISSING = "This widget could not be loaded."
STILL_MISSING = "This widget still could not be loaded."
BROKEN = "Something in this widget failed, so it stopped."

pytestmark = pytest.mark.page(PAGE)


@pytest.fixture
def tab(browser):
    """A page that may complain: a browser says so itself when a script does not come."""
    page = new_page(browser, Watch())
    yield page
    page.context.close()


def needs(widget, script):
    """Whether this script brings something that the widget module `widget` needs."""
    brought = re.findall(r'define\("([^"]+)"', (BOOK / "_static" / script).read_text("utf-8"))
    assert brought
    return any(modules.key(path) in brought for path in modules.modules(widget))


def views(tab):
    """[(widget module, whether it is alive, what it says beside its summary)]"""
    return tab.evaluate(
        """() => Array.from(document.querySelectorAll(".mg-view"), (el) => [
            el.dataset.widget, "alive" in el.dataset, el.querySelector(".mg-failed p")?.textContent ?? ""])"""
    )


def test_the_page_has_scripts_of_every_kind():
    assert {"mg/data/trained.js", "mg/pages/notebooks/00_why.js"} < set(SCRIPTS)


@pytest.mark.one_in(5)
@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("how", ["no answer", "an error page", "another page"])
def test_a_script_that_does_not_come(script, how, tab, site):
    """It takes along the widgets that need it, and no other. It can be asked for again."""

    def fail(route):
        if how == "no answer":
            route.abort()
        else:
            status = 503 if how == "an error page" else 200
            route.fulfill(status=status, content_type="text/html", body="<p>Sign in first.</p>")

    tab.route(f"**/{script}*", fail)
    go(tab, site + PAGE)
    assert any(alive for _, alive, _ in views(tab))
    assert any(not alive for _, alive, _ in views(tab))
    for widget, alive, said in views(tab):
        assert (alive, said) == ((False, MISSING) if needs(widget, script) else (True, "")), widget
    place = tab.locator(".mg-view[data-failed]").last.get_attribute("data-model")
    button = tab.locator(f"[data-model='{place}']").get_by_role("button", name="Try again")
    button.click()
    tab.get_by_text(STILL_MISSING).last.wait_for()
    assert button.evaluate("(one) => one === document.activeElement"), "the focus stays"
    tab.unroute(f"**/{script}*")
    button.click()
    tab.wait_for_function("!document.querySelector('.mg-view:not([data-alive])')")
    assert not any(said for _, _, said in views(tab))
    inside = "(id) => document.activeElement.closest(`[data-model=${id}]`) !== null"
    assert tab.evaluate(inside, place), "the focus is where the button was"


def test_without_the_script_that_mounts_them_the_widgets_still_say_so(tab, site):
    """After a while, by a style alone: until then a script may be on its way."""
    tab.route("**/mg/core.js*", lambda route: route.abort())
    tab.goto(site + PAGE)
    summary = tab.locator(".mg-summary").first
    assert summary.is_visible()
    note = "(el) => { const { content, visibility } = getComputedStyle(el, '::after'); return [content, visibility]; }"
    said, visible = summary.evaluate(note)
    assert "load the page again" in said and visible == "hidden"
    tab.evaluate("document.getAnimations().forEach((one) => one.finish())")
    assert summary.evaluate(note) == [said, "visible"]


def test_what_did_not_come_is_asked_for_again_when_the_network_is_back(tab, site):
    tab.route("**/mg/pages/**", lambda route: route.abort())
    go(tab, site + PAGE)
    tab.get_by_text(MISSING).first.wait_for()
    tab.unroute("**/mg/pages/**")
    tab.context.set_offline(True)
    tab.context.set_offline(False)
    tab.wait_for_function("!document.querySelector('.mg-view:not([data-alive])')")


# Replaces a widget's render by one that throws when it is told to.
SPOIL = """
globalThis.spoiled = %s;
{
  const widget = microgpt.need("numbers/dot_product.js").default;
  const { render } = widget;
  const fail = (when) => { if (globalThis.spoiled === when) throw new Error("on purpose"); };
  widget.render = (view) => {
    if (view.el.matches(".spoil")) {
      fail("mounting");
      view.model.on("change:a", () => fail("drawing"));
      if (globalThis.spoiled === "later") return Promise.reject(new Error("on purpose"));
    }
    return render(view);
  };
}
</script>"""


@pytest.fixture
def spoiled(tab, tmp_path):
    """spoiled(when): the second view of a dot product throws then; a first view and another widget are beside it."""

    def open_(when):
        dots = DotProduct()
        page = static_page({"p0": dots, "p1": ZipLists()})
        second = pages.placeholder("p0", dots).astext().replace('"mg-view"', '"mg-view spoil"')
        page = page.replace("</main>", second + "</main>")
        head, script, _ = page.rpartition("</script>")
        file = tmp_path / "spoiled.html"
        file.write_text(head + SPOIL % f'"{when}"', "utf-8")
        go(tab, file.as_uri())
        return tab

    return open_


@pytest.mark.one_in(2)
@pytest.mark.parametrize("when", ["mounting", "later"])
def test_a_widget_that_throws_while_it_is_made(when, spoiled):
    tab = spoiled(when)
    tab.locator(".spoil .mg-failed").wait_for()
    assert [(alive, said) for _, alive, said in views(tab)] == [
        (True, ""),
        (True, ""),
        (False, BROKEN),
    ]
    tab.evaluate("globalThis.spoiled = null")
    tab.get_by_role("button", name="Try again").click()
    assert all(alive for _, alive, _ in views(tab))
    assert tab.locator(".spoil").inner_text() == tab.locator(".mg-view").first.inner_text()


def test_a_widget_that_throws_while_it_is_drawn(spoiled):
    """The other view of the same model goes on; tried again, the widget begins as it began."""
    tab = spoiled("drawing")
    assert all(alive for _, alive, _ in views(tab))
    first = tab.locator(".mg-view").first
    before = first.inner_text()
    for key in ("End", "ArrowLeft"):
        first.get_by_label("a 1", exact=True).press(key)
    assert "2.5" in first.inner_text() and first.inner_text() != before
    assert [(alive, said) for _, alive, said in views(tab)] == [
        (True, ""),
        (True, ""),
        (False, BROKEN),
    ]
    tab.evaluate("globalThis.spoiled = null")
    tab.get_by_role("button", name="Try again").click()
    assert first.inner_text() == tab.locator(".spoil").inner_text() == before


def test_a_page_that_one_comes_back_to_is_alive(open_page, site):
    tab = open_page(site + PAGE)
    go(tab, site + "book/index.html")
    tab.go_back()
    tab.wait_for_function("document.querySelectorAll('.mg-view[data-alive]').length > 5")
    tab.get_by_label("Type the beginning of a name").fill("emi")
    assert tab.locator(".mg-name-mirror").text_content().startswith("emi")
