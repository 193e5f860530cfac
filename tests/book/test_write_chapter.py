"""Chapter 14 in its page: the six cells are written one after the other, and become one program."""

import sys

import pytest
from in_page import in_browser
from pages import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from exercises.notebook import exercises_of

EXERCISES = exercises_of(ROOT / "notebooks/14_write.ipynb")


def open_chapter(open_page, site):
    page = open_page(f"{site}/notebooks/14_write.html")
    page.wait_for_selector(
        "#cell-ex-14-1-stub .mg-cell-bar button", state="attached", timeout=60_000
    )
    return in_browser(page.evaluate)


def test_all_six_steps_in_a_row(open_page, site):
    """Each stub is not begun; the printed answers pass, and none of the course's is lent for them."""
    cells = open_chapter(open_page, site)
    for exercise in EXERCISES:
        cell = f"{exercise.id}-stub"
        assert "Begin like this" in cells.run(cell)
        cells.run(cell, exercise.solution)
        assert cells.status(cell) == "Solved."
        assert "the course's" not in cells.claims(cell)


@pytest.mark.weekly
def test_a_later_step_alone(open_page, site):
    """The steps before it are lent, and that is said; a fault is named by its numbers."""
    cells = open_chapter(open_page, site)
    training, cell = EXERCISES[4], "ex-14-5-stub"
    cells.run(cell, training.solution)
    assert cells.status(cell) == "Solved."
    assert "with the course's steps 1, 2, 3 and 4" in cells.claims(cell)
    cells.run(cell, training.solution.replace("p.data -=", "p.data +="))
    assert cells.status(cell) == "Not yet." and "uphill" in cells.claims(cell)
