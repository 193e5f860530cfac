"""Every widget, pushed to its extremes and fed with nonsense: no NaN on screen, no complaint, and Reset brings it back.

The gallery shows every widget of the course, so a new one is swept without a line here. The widgets of a page are swept
in one visit to it; after one that fails, the next begins a new visit.
"""

import re
from contextlib import contextmanager

import pytest
from pages import PAGES, address, html
from visits import Visit
from whole import LOOK_FOR_BROKEN, assert_whole

import microgpt.widgets

WIDGETS = {name.lower(): name for name in microgpt.widgets.__all__ if name != "Widget"}
PLACES = [
    (page, WIDGETS[place])
    for page in PAGES
    for place in re.findall(r'<section id="widget-(\w+)"', html(page))
]
NUMBERS_AND_NONSENSE = (
    "1e9", "-1e9", "0", "\u22121.5", "\u20131", "0,5", "1,000", "1/2", "1/0", "1e\u22123", "1\u00a0000", "50%", "1e999",
    "NaN", "<b>x</b>", "",
)  # fmt: skip
# These open the system's own windows.
LEAVES = ["Export", "Import", "Export progress", "Import progress"]

each_widget = pytest.mark.parametrize("page, widget", PLACES)


def test_the_gallery_shows_every_widget():
    assert sorted(widget for _, widget in PLACES) == sorted(WIDGETS.values())


class Gallery:
    """The visit that is going on: at most one, to the page where the last widget stood."""

    def __init__(self, browser):
        self.browser, self.page, self.visit = browser, None, None

    def leave(self):
        if self.visit:
            self.visit.close()
        self.page = self.visit = None

    @contextmanager
    def place(self, page, widget):
        """The place of a widget on a page, opened from a file."""
        if page != self.page:
            self.leave()
            url = address("file", page, None)
            self.page, self.visit = page, Visit(self.browser, url, reduced_motion="reduce")
        try:
            with self.visit.turn() as tab:
                views = tab.locator(f"#widget-{widget.lower()} .mg-view")
                views.and_(tab.locator("[data-alive]")).last.wait_for()
                yield views.last
        except BaseException:
            self.leave()
            raise


@pytest.fixture(scope="module")
def gallery(browser):
    gallery = Gallery(browser)
    yield gallery
    gallery.leave()


PUT_BUTTONS_AROUND = """(view) => {
    const [before, after] = ["before", "after"].map((id) => Object.assign(document.createElement("button"), { id }));
    view.before(before);
    view.after(after);
    before.focus();
}"""
WHERE_IS_THE_FOCUS = """() => {
    const box = document.activeElement.getBoundingClientRect();
    return { id: document.activeElement.id, seen: box.width > 0 && box.height > 0 };
}"""
TAKE_THEM_AWAY = "() => ['before', 'after'].forEach((id) => document.getElementById(id).remove())"


@pytest.mark.one_in(14)
@each_widget
def test_keyboard_alone_reaches_and_leaves(page, widget, gallery):
    """Tab enters the widget, visits only what can be seen, and comes out at its end."""
    with gallery.place(page, widget) as view:
        view.evaluate(PUT_BUTTONS_AROUND)
        for _ in range(80):
            view.page.keyboard.press("Tab")
            focus = view.page.evaluate(WHERE_IS_THE_FOCUS)
            if focus["id"] == "after":
                break
            assert focus["seen"], "the focus is on something that cannot be seen"
        else:
            pytest.fail("80 presses of Tab do not leave the widget")
        view.page.evaluate(TAKE_THEM_AWAY)


def inputs(view, kind):
    return view.locator(f"input[type={kind}]:not([disabled]):visible").all()


def picture(view):
    """What a reader sees: the text, and the values in the fields; not what was last said to a screen reader."""
    return view.evaluate(
        """(view) => [
          Array.from(view.querySelectorAll(".mg-body, figcaption"), (one) => one.innerText),
          Array.from(view.querySelectorAll("input"), (one) =>
            ["radio", "checkbox"].includes(one.type) ? one.checked : one.value),
        ]"""
    )


def push_to_the_ends(view):
    for slider in inputs(view, "range"):
        for key in ("End", "PageDown", "Home", "PageUp"):
            slider.press(key)
            assert_whole(view, key)


# Each text in place of the one before, as by a hand that has marked it; seen after the next frame is drawn.
TYPE = f"""async (field, texts) => {{
    const look = {LOOK_FOR_BROKEN};
    const view = field.closest(".mg-view"), seen = [];
    for (const text of texts) {{
        field.focus();
        field.select();
        document.execCommand(text ? "insertText" : "delete", false, text);
        await new Promise(requestAnimationFrame);
        seen.push([text, field.value, look(view)]);
    }}
    return seen;
}}"""


def type_each(field, texts):
    """Type the texts one after the other: many, and in one go, for each way to the browser and back takes time."""
    for typed, kept, broken in field.evaluate(TYPE, texts):
        assert not broken, f"after {typed!r}: {broken}"
        yield typed, kept


def type_numbers_and_nonsense(view):
    for field in view.locator("input[role=spinbutton]:not([disabled]):visible").all():
        for typed, kept in type_each(field, NUMBERS_AND_NONSENSE):
            assert kept == typed, "what one types is not changed under the fingers"
        field.fill("")
        field.press_sequentially("-e+.")
        field.blur()
        assert_whole(view, "nonsense")
        assert field.input_value() == "-e+.", "nothing that was typed is lost"
        assert field.get_attribute("aria-invalid") == "true"


def type_text(view):
    words = view.locator("input[type=text]:not([role=spinbutton], [disabled]):visible").all()
    texts = ["<b>x</b>", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "ÄÖ 12", ""]
    for field in words + view.locator("textarea:visible").all():
        assert [typed for typed, _ in type_each(field, texts)] == texts
    assert view.locator("b:text-is('x')").count() == 0, "what is typed is never HTML"


# Each button that can be seen when its turn comes, up to forty; what is broken after the next frame is drawn.
PRESS = f"""async (view, leaves) => {{
    const look = {LOOK_FOR_BROKEN};
    for (let i = 0; i < 40; i += 1) {{
        const button = view.querySelectorAll("button, [role=button]")[i];
        if (!button) return [];
        const shut = button.disabled || button.getAttribute("aria-disabled") === "true";
        if (shut || !button.checkVisibility() || leaves.includes(button.textContent.trim())) continue;
        button.focus();
        if (button.click) button.click();
        else button.dispatchEvent(new MouseEvent("click", {{ bubbles: true }})); // a part of a picture
        await new Promise(requestAnimationFrame);
        const broken = look(view);
        if (broken.length) return [`button ${{i}}`, ...broken];
    }}
    return [];
}}"""


def press_every_button(view):
    """In one go as well: a press with the mouse is in each widget's own tests."""
    assert view.evaluate(PRESS, LEAVES) == []


@pytest.mark.one_in(14)
@each_widget
def test_extremes_and_nonsense(page, widget, gallery):
    with gallery.place(page, widget) as view:
        view.evaluate("el => el.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert_whole(view, "opening")
        before = picture(view)
        push_to_the_ends(view)
        type_numbers_and_nonsense(view)
        type_text(view)
        press_every_button(view)
        reset = view.get_by_role("button", name="Reset", exact=True)
        if reset.count():
            reset.first.click()
            assert picture(view) == before, "Reset brings back what was there"
