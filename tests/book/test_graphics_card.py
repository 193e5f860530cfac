"""The page on graphics cards: the program lies beside it, and its picture says what was measured and fits a phone."""

import pytest
from pages import BOOK, ROOT

from microgpt import plots
from microgpt.measured import load_graphics_card

pytestmark = pytest.mark.page("book/train6.html")


@pytest.fixture
def tab(request, open_page, site):
    return open_page(
        site + "book/train6.html",
        viewport={"width": getattr(request, "param", 1280), "height": 900},
    )


def test_the_programs_can_be_downloaded(tab):
    links = tab.locator("article a[download]").evaluate_all(
        "links => links.map(a => a.getAttribute('href'))"
    )
    assert links == ["../train6_torch.py", "../train5.py"]
    for path in (BOOK / link.removeprefix("../") for link in links):
        assert path.read_bytes() == (ROOT / "ladder" / path.name).read_bytes()


@pytest.mark.parametrize("tab", [320, 390, 1280], indirect=True)
def test_the_picture_says_what_was_measured_and_fits(tab):
    said = plots.graphics_card(load_graphics_card()).alt
    picture = tab.get_by_role("img", name=said)
    assert picture.count() == 1
    box, column = picture.bounding_box(), tab.locator("article").bounding_box()
    assert column["x"] - 1 <= box["x"]
    assert box["x"] + box["width"] <= column["x"] + column["width"] + 1
    labels = picture.locator("text").evaluate_all(
        "texts => texts.map(text => text.getBoundingClientRect().height)"
    )
    assert len(labels) > 15 and min(labels) > 7
