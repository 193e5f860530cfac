"""The page "How fast is it?" in a browser: its pictures, drawn from the results, follow the theme and fit a phone."""

import json
from pathlib import Path

import pytest

from microgpt import plots

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.page("book/how_fast.html")

RESULTS = json.loads((ROOT / "benchmarks/results.json").read_text("utf-8"))


@pytest.mark.one_in(2)
@pytest.mark.parametrize("name", ["speeds", "growth"])
def test_the_pictures_say_what_was_measured(name, open_page, site):
    tab = open_page(site + "book/how_fast.html")
    said = getattr(plots, name)(RESULTS).alt
    picture = tab.get_by_role("img", name=said)
    assert picture.count() == 1 and picture.locator("xpath=..").locator(
        "figcaption"
    ).inner_text().endswith(said)
    if name == "speeds":
        for label, speed in zip(RESULTS["labels"].values(), RESULTS["speed"].values()):
            assert picture.get_by_text(label, exact=True).count() == 1
            assert (
                picture.get_by_text(plots.times(speed["warm"]["median"]), exact=True).count() >= 1
            )


@pytest.mark.weekly
def test_the_pictures_follow_the_theme(open_page, site):
    colours = []
    for theme in ("light", "dark"):
        tab = open_page(site + "book/how_fast.html", color_scheme=theme)
        texts = tab.locator(".mg-figure svg text").all()
        assert len(texts) > 20
        colours.append({text.evaluate("node => getComputedStyle(node).fill") for text in texts})
    assert colours[0].isdisjoint(colours[1])


@pytest.mark.one_in(3)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_pictures_and_tables_fit(width, open_page, site):
    tab = open_page(site + "book/how_fast.html", viewport={"width": width, "height": 900})
    column = tab.locator("article").bounding_box()
    for part in tab.locator(".mg-figure svg, article table").all():
        box = part.bounding_box()
        assert (
            box["x"] >= column["x"] - 1
            and box["x"] + box["width"] <= column["x"] + column["width"] + 1
        )
