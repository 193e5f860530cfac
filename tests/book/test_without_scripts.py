"""A browser that runs no scripts: the way to the other chapters."""

import pytest
from pages import BOOK

CHAPTER = "notebooks/04_network.html"

pytestmark = pytest.mark.page(CHAPTER)


@pytest.fixture
def open_chapter(open_page):
    def open_(width):
        viewport = {"width": width, "height": 900}
        return open_page((BOOK / CHAPTER).as_uri(), java_script_enabled=False, viewport=viewport)

    return open_


def in_window(locator):
    box, window = locator.bounding_box(), locator.page.viewport_size
    return 0 <= box["y"] < window["height"] and 0 <= box["x"] <= window["width"] - box["width"]


def test_the_chapters_can_be_reached_on_a_phone(open_chapter):
    page = open_chapter(420)
    assert not page.locator(".primary-toggle").is_visible(), "a button that does nothing"
    page.get_by_role("navigation", name="Chapters").get_by_role("link").click()
    link = page.get_by_role("link", name="Numbers all the way down")
    assert in_window(link)
    link.click()
    assert page.url.endswith("notebooks/01_numbers.html")


def test_the_chapters_stand_beside_a_wide_page(open_chapter):
    page = open_chapter(1280)
    assert not page.get_by_role("navigation", name="Chapters").is_visible()
    assert in_window(page.get_by_role("link", name="Numbers all the way down"))


@pytest.mark.parametrize("width", [420, 1280])
def test_a_menu_of_buttons_opens(width, open_chapter):
    page = open_chapter(width)
    link = page.locator(".dropdown-launch-buttons a", has_text="Colab")
    assert not link.is_visible()
    page.locator(".dropdown-launch-buttons button").focus()
    assert link.is_visible() and in_window(link)
