"""Every widget, pushed to its extremes and fed with nonsense: no NaN on screen, no complaint, and Reset brings it back.

The gallery shows every widget of the course, so a new one is swept without a line here.
"""

import re
from pathlib import Path

import pytest

import microgpt.widgets

BOOK = Path(__file__).parents[2] / "_build/html"
BROKEN = re.compile(r"\bNaN\b|\bundefined\b|\bInfinity\b|\[object ")
WIDGETS = [name for name in microgpt.widgets.__all__ if name != "Widget"]
LEAVES = {
    "Export",
    "Import",
    "Export progress",
    "Import progress",
}  # these open the system's own windows


@pytest.fixture(params=WIDGETS)
def view(request, open_page):
    """The place of one widget on the gallery page, opened from a file."""
    page = open_page((BOOK / "book/gallery.html").as_uri(), reduced_motion="reduce")
    section = page.locator(f"#widget-{request.param.lower()}")
    section.locator(".mg-view[data-alive]").last.wait_for()
    return section.locator(".mg-view").last


def inputs(view, kind):
    return view.locator(f"input[type={kind}]:not([disabled]):visible").all()


def calm(view, after):
    text = view.inner_text()
    assert not BROKEN.search(text), f"after {after}: {BROKEN.search(text)[0]} in {text!r}"
    shapes = view.evaluate(
        "el => [...el.querySelectorAll('svg *')].flatMap(e => [...e.attributes].map(a => a.value)).filter(v => /NaN|undefined|Infinity/.test(v))"
    )
    assert not shapes, f"after {after}: {shapes[:3]}"


def picture(view):
    """What a reader sees: the text, and the values in the fields."""
    values = view.evaluate(
        "el => [...el.querySelectorAll('input')].map(i => i.type === 'radio' || i.type === 'checkbox' ? i.checked : i.value)"
    )
    return view.inner_text(), values


def test_extremes_and_nonsense(view):
    view.evaluate("el => el.querySelectorAll('details').forEach(one => { one.open = true; })")
    calm(view, "opening")
    before = picture(view)
    for slider in inputs(view, "range"):
        for key in ("End", "PageDown", "Home", "PageUp"):
            slider.press(key)
            calm(view, key)
    for field in inputs(view, "number"):
        for typed in ("1e9", "-1e9", "0", ""):
            field.fill(typed)
            calm(view, repr(typed))
        field.press_sequentially("-e+.")  # what a number field lets through while one types
        field.blur()
        calm(view, "nonsense")
    for field in inputs(view, "text") + view.locator("textarea:visible").all():
        for typed in ("<b>x</b>", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "ÄÖ 12", ""):
            field.fill(typed)
            calm(view, repr(typed))
    assert view.locator("b:text-is('x')").count() == 0, "what is typed is never HTML"
    for i in range(min(view.get_by_role("button").count(), 40)):
        button = view.get_by_role("button").nth(i)
        if (
            button.is_visible()
            and button.is_enabled()
            and button.inner_text().strip() not in LEAVES
        ):
            button.click()
            calm(view, f"button {i}")
    reset = view.get_by_role("button", name="Reset", exact=True)
    if reset.count():
        reset.first.click()
        assert picture(view) == before, "Reset brings back what was there"


def test_keyboard_alone_reaches_and_leaves(view):
    """Tab enters the widget, visits only what can be seen, and comes out at its end."""
    view.evaluate(
        "el => { const before = document.createElement('button'); before.id = 'before'; el.before(before); const after = document.createElement('button'); after.id = 'after'; el.after(after); before.focus(); }"
    )
    for _ in range(80):
        view.page.keyboard.press("Tab")
        where = view.page.evaluate("document.activeElement.id")
        if where == "after":
            return
        visible = view.page.evaluate(
            "(() => { const box = document.activeElement.getBoundingClientRect(); return box.width > 0 && box.height > 0; })()"
        )
        assert visible, "the focus is on something that cannot be seen"
    pytest.fail("80 presses of Tab do not leave the widget")
