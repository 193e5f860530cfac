"""Readers who have told their system which few colours to use."""

import re
from io import BytesIO

import pytest
from pages import BOOK, PAGES
from pale import PALE
from PIL import Image

from microgpt.plots import palette
from microgpt.widgets import modules

GALLERY = [page for page in PAGES if page.startswith("book/gallery_")]


@pytest.fixture
def open_with(open_page):
    """open_with(page of the book, theme, **context) -> the page, read with this theme chosen."""

    def open_(page, theme, **context):
        tab = open_page("about:blank", own_tab=True, **context)
        for key in ("mode", "theme"):
            tab.add_init_script(f"localStorage.setItem('{key}', '{theme}')")
        tab.goto((BOOK / page).as_uri())
        tab.wait_for_function(
            "!document.querySelector('.mg-view:not([data-alive])')"
            " && document.getAnimations().every((one) => one.playState !== 'running')"
        )
        return tab

    return open_


@pytest.mark.one_in(8)
@pytest.mark.parametrize("page", GALLERY)
@pytest.mark.parametrize("system", ["dark", "light"])
def test_widgets_in_the_few_colours_of_the_system(page, system, open_with):
    """Those count. The book's own choice, the other one, does not."""
    other = {"dark": "light", "light": "dark"}[system]
    ground = {"dark": "rgb(0, 0, 0)", "light": "rgb(255, 255, 255)"}[system]
    tab = open_with(page, other, color_scheme=system, forced_colors="active")
    assert tab.evaluate(PALE, ground) == []


# What is drawn as a background, and a part of it (left, top, right, bottom) that has to be seen.
DRAWN = {
    "the left of a track": ("numbers", ".mg input[type=range]", (0, 0, 0.2, 1)),
    "the right of a track": ("numbers", ".mg input[type=range]", (0.8, 0, 1, 1)),
    "the mark of a chosen cell": ("numbers", ".mg-cell[aria-selected=true]", (0.3, 0, 0.7, 0.2)),
    "a bar": ("generation", ".mg-letter-bar", (0.3, 0.3, 0.7, 0.7)),
}


@pytest.mark.one_in(3)
@pytest.mark.parametrize("what", DRAWN)
def test_what_is_drawn_as_a_background_is_seen(what, open_with):
    topic, selector, part = DRAWN[what]
    page = f"book/gallery_{topic}.html"
    tab = open_with(page, "light", color_scheme="dark", forced_colors="active")
    assert brightest(tab.locator(selector).first.screenshot(), part) > 100


def brightest(png, part):
    """The brightest pixel, 0 to 255, of a part of a picture."""
    picture = Image.open(BytesIO(png)).convert("L")
    box = [round(share * size) for share, size in zip(part, 2 * picture.size)]
    return picture.crop(box).getextrema()[1]


def test_the_few_colours_replace_each_colour():
    """A token that is forgotten would keep its own colour on a ground that it was not made for."""
    styles = (modules.ROOT / "kit/tokens.css").read_text("utf-8")
    few = re.search(r"forced-colors: active\) \{.*?\{(.*?)\}", styles, re.S)[1]
    assert set(re.findall(r"--([\w-]+): \w+;", few)) == set(palette())
