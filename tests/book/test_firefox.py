"""A smoke test in Firefox, where it can be had. Chromium is what every other test uses.

Playwright drives only its own build of Firefox; Mozilla's marionette-driver drives the one that is installed.
"""

import os
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "_build/html"
sys.path.insert(0, str(ROOT / "tools"))

from browser import find  # noqa: E402

FIREFOX = find("firefox")


@pytest.fixture(scope="module")
def firefox():
    if FIREFOX is None:
        pytest.skip(
            "no Firefox here: install one (firefox-esr), or name it with MICROGPT_FIREFOX, to run this test"
        )
    reason = "marionette-driver does not run on this Python (it needs telnetlib, which Python 3.13 dropped)"
    marionette = pytest.importorskip(
        "marionette_driver.marionette", reason=reason, exc_type=ImportError
    )
    driver = marionette.Marionette(bin=os.path.realpath(FIREFOX), headless=True, gecko_log="-")
    driver.start_session()
    yield driver
    driver.quit()
    driver.cleanup()


@pytest.mark.parametrize(
    "page", ["book/index.html", "notebooks/00_why.html", "notebooks/01_numbers.html"]
)
def test_alive_in_firefox(page, firefox):
    """From a file: every widget mounts and shows numbers."""
    firefox.navigate((BOOK / page).as_uri())
    alive, views = firefox.execute_script(
        "return ['.mg-view[data-alive] .mg', '.mg-view'].map((one) => document.querySelectorAll(one).length)"
    )
    assert alive == views > 0
    assert not re.search(
        r"\bNaN\b", firefox.execute_script("return document.querySelector('main').innerText")
    )
