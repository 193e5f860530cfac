"""The passages that a wrong answer leads to: the book has each of them at the place that the pages link to."""

import runpy

import pytest
from pages import ROOT, html

from microgpt import course

GENERATOR = runpy.run_path(str(ROOT / "tools" / "make_quiz_items_js.py"))
PASSAGES = {
    (item["passage"]["chapter"], item["passage"]["anchor"])
    for chapter in GENERATOR["chapters"]()
    for item in chapter["items"]
} | {("07", "from-scores-to-probabilities"), ("09", "how-wrong-is-a-guess")}  # of the ten questions


@pytest.mark.parametrize("page", [f"notebooks/{one.slug}.html" for one in course.CHAPTERS])
def test_each_passage_is_there(page):
    label = page.split("/")[1][:2]
    anchors = [anchor for chapter, anchor in PASSAGES if chapter == label]
    assert anchors
    for anchor in anchors:
        assert html(page).count(f'<section id="{anchor}"') == 1, anchor
