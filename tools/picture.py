"""The picture of the book in the README: the landing page as a reader meets it, light and dark.

    make book
    python tools/picture.py [_build/html]

It writes `book/picture_light.png` and `book/picture_dark.png`. The page is as wide as a small laptop. Do it again when
the top of `book/index.md` has changed.
"""

import sys
from pathlib import Path

from browser import CHROMIUM_ARGS, HELP, chromium
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
SIZE = {"width": 1180, "height": 685}
THEMES = ("light", "dark")


def file(theme):
    """Where the picture of a theme lies."""
    return ROOT / f"book/picture_{theme}.png"


def take(page, address, path):
    """A picture of the page's first screen, once its first widget is alive and its fonts are there."""
    page.goto(address)
    page.locator(".mg-view[data-alive]").first.wait_for()
    page.evaluate("document.fonts.ready")
    page.screenshot(path=path, animations="disabled", caret="hide")


def main(html=ROOT / "_build/html"):
    address = (Path(html).resolve() / "book/index.html").as_uri()
    with sync_playwright() as playwright:
        program = chromium(playwright) or sys.exit(HELP)
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_ARGS)
        for theme in THEMES:
            page = browser.new_page(viewport=SIZE, color_scheme=theme, reduced_motion="reduce")
            take(page, address, file(theme))
            print(f"{file(theme).relative_to(ROOT)}: {file(theme).stat().st_size:,} bytes")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
