"""Paper, and readers who have told their system which few colours to use."""

import re
from io import BytesIO

import pytest
from pages import BOOK, PAGES
from PIL import Image

from microgpt.plots import palette
from microgpt.widgets import modules

GALLERY = [page for page in PAGES if page.startswith("book/gallery_")]
# Texts, in HTML and in pictures, whose contrast with what is behind them is below 4.5. Where nothing is painted that is
# the ground; on paper a background is only painted if it says so.
PALE = """(ground) => {
  const channel = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const light = (colour) => {
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...pixel.getImageData(0, 0, 1, 1).data].map(channel);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const painted = ({ backgroundColor: colour, printColorAdjust: adjust }) =>
    !/^rgba.*, 0\\)$/.test(colour) && (adjust === "exact" || !matchMedia("print").matches) && colour;
  const behind = (one) => (one ? painted(getComputedStyle(one)) || behind(one.parentElement) : ground);
  const contrast = (a, b) => Math.max(light(a) / light(b), light(b) / light(a));
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".mg-hidden");
  const said = (one) => [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  const texts = [...document.querySelectorAll("main *")].filter((one) => shown(one) && said(one));
  return texts.map((one) => {
    const style = getComputedStyle(one), colour = one.closest("svg") ? style.fill : style.color;
    return [one.textContent.trim().slice(0, 30), one.className.baseVal ?? one.className, colour, behind(one)];
  }).filter(([, , colour, back]) => colour !== "none" && contrast(colour, back) < 4.5);
}"""


@pytest.fixture
def open_with(open_page):
    """open_with(page of the book, theme, **context) -> the page, read with this theme chosen."""

    def open_(page, theme, **context):
        tab = open_page((BOOK / page).as_uri(), own_tab=True, **context)
        for key in ("mode", "theme"):
            tab.add_init_script(f"localStorage.setItem('{key}', '{theme}')")
        tab.reload()
        tab.wait_for_function(
            "!document.querySelector('.mg-view:not([data-alive])')"
            " && document.getAnimations().every((one) => one.playState !== 'running')"
        )
        return tab

    return open_


@pytest.mark.parametrize("page", PAGES)
def test_dark_is_not_printed(page, open_with):
    """Background graphics are off, as they are unless a reader asks for them; what is drawn of a widget stays."""
    tab = open_with(page, "dark")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 27)"
    tab.emulate_media(media="print")
    assert tab.evaluate(PALE, "rgb(255, 255, 255)") == []
    widgets = "[...document.querySelectorAll('.mg')]"
    kept = tab.evaluate(f"{widgets}.map((one) => getComputedStyle(one).printColorAdjust)")
    assert set(kept) <= {"exact"}


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
