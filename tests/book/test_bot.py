"""The starter of the bot: its chapter hands it out, and both zips hold it."""

import re
import zipfile

import pytest
from pages import BOOK, ROOT, html

from microgpt.bot.source import edit_outside

CHAPTER = "notebooks/15_bot.html"
STARTER = (ROOT / "microgpt/bot/starter.py").read_bytes()


def test_the_chapter_hands_out_the_starter():
    links = re.findall(r"<a\b[^>]*\bdownload\b[^>]*>", html(CHAPTER))
    (link,) = [link for link in links if "bot.py" in link]
    href = re.search(r'href="([^"]+)"', link)[1]
    starter = (BOOK / CHAPTER).parent / href
    assert starter.resolve().read_bytes() == STARTER
    assert edit_outside(STARTER) is None


@pytest.mark.parametrize("name", ["microgpt-course.zip", "microgpt-course-light.zip"])
def test_the_zips_hold_the_starter(name):
    with zipfile.ZipFile(BOOK / name) as archive:
        assert archive.read("microgpt-course/bot.py") == STARTER
