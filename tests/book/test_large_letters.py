"""A reader with large letters on a phone."""

import pytest
from pages import ALL_PAGES, BOOK


@pytest.mark.parametrize("page", ALL_PAGES)
def test_nothing_is_wider_than_the_screen(page, open_page):
    tab = open_page((BOOK / page).as_uri(), viewport={"width": 420, "height": 900})
    tab.evaluate("document.documentElement.style.fontSize = '150%'")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 420
