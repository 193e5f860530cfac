"""Chapter 03 as it is read: its widgets, moved on the page, show the numbers that its cells print."""

import re

import pytest

pytestmark = pytest.mark.page("notebooks/03_descent.html")


def chapter(open_page, site, **options):
    return open_page(site + "notebooks/03_descent.html", **options)


def views(tab, module):
    return tab.locator(f".mg-view[data-widget='calculus/{module}.js'][data-alive]")


def printed(tab, beginning):
    """The lines of the cell output that begins like this."""
    text = (
        tab.locator(".cell_output pre")
        .filter(has_text=re.compile(rf"^\s*{beginning}"))
        .first.text_content()
    )
    return [line.split() for line in text.strip().splitlines()]


def numbers(line):
    return [word for word in line if re.fullmatch(r"[\d.]+", word)]


@pytest.mark.weekly
def test_the_ball_visits_the_places_that_the_cell_prints(open_page, site):
    """To the last digit: step, w1, w2 and loss."""
    tab = chapter(open_page, site)
    bowl = views(tab, "gradient_descent").first
    for _ in range(5):
        bowl.get_by_role("button", name="Step", exact=True).click()
    rows = bowl.get_by_role("row").filter(has=tab.get_by_role("cell")).all()
    shown = [[cell.inner_text() for cell in row.get_by_role("cell").all()] for row in rows]
    expected = [numbers(line) for line in printed(tab, "0  w1 2.0000")]
    assert len(expected) == 6
    assert [[row[0], row[1], row[2], row[5]] for row in shown] == expected


def test_the_line_climbs_as_the_cell_prints(open_page, site):
    tab = chapter(open_page, site)
    line = views(tab, "fit_line").nth(1)
    climbed = [numbers(words)[1] for words in printed(tab, "0  predicts")]
    for prediction in climbed[1:4]:
        line.get_by_role("button", name="Step", exact=True).press("Enter")
        assert f"{float(prediction):g}" in line.inner_text()


def test_the_task_ticks_when_the_ball_climbs(open_page, site):
    """With the keyboard alone: a rate above the border, then a few steps."""
    tab = chapter(open_page, site)
    bowl = views(tab, "gradient_descent").first
    task = tab.locator(".mg-view", has_text="ends higher than it started")
    rate = bowl.get_by_label("learning rate, as a number")
    rate.fill("0.3")
    rate.press("Enter")
    step = bowl.get_by_role("button", name="Step", exact=True)
    step.press("Enter")
    assert "This ticks itself" in task.inner_text()
    rate.fill("0.6")
    rate.press("Enter")
    for _ in range(8):
        step.press("Enter")
    task.get_by_text("divergence", exact=True).wait_for()


def test_the_slider_to_make_stands_still_here(open_page, site):
    """The stored picture, and one line that says with which setting it was drawn."""
    tab = chapter(open_page, site)
    note = tab.locator(".mg-figure + p")
    assert "you can move this" in note.inner_text() and "rate = 0.09" in note.inner_text()
    assert tab.locator(
        "figure.mg-figure svg[aria-label='The prediction, step by step, at the rate 0.09.']"
    ).is_visible()
