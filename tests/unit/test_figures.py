"""A figure in a page is the one that matplotlib drew."""

import re
from decimal import Decimal
from itertools import accumulate

import pytest

from microgpt.sphinx.figures import from_point_to_point, inline_svg

POINTS = [
    (0, 0),
    (12.3, -0.4),
    (12.4, 6),
    (100, 6.1),
    (7.5, 7.5),
    *((n / 10, 3.3) for n in range(8)),
]
LINE = "\n".join(f"{'ML'[at > 0]} {x:g} {y:g}" for at, (x, y) in enumerate(POINTS))


def test_a_line_told_from_point_to_point_goes_through_the_same_points():
    steps = re.findall(r"[ml](\S+) ([^\sml]+)", from_point_to_point(LINE))
    for axis in (0, 1):
        at = accumulate(Decimal(step[axis]) for step in steps)
        assert [float(place) for place in at] == [point[axis] for point in POINTS]


@pytest.mark.parametrize(
    "path", ["M 1 2 C 3 4 5 6 7 8", "M 1 2 L 3.25 4" + " L 1 2" * 12, "M 1 2 L 3 4", LINE + "Z"]
)
def test_other_paths_stay_as_they_are(path):
    picture = f'<svg viewBox="0 0 9 9"><path d="{path}" style="fill: none"/></svg>'
    assert f' d="{path}"' in inline_svg(picture, "a-", "").astext()


def test_a_long_line_in_a_figure_is_shorter_on_the_page():
    picture = f'<svg viewBox="0 0 9 9"><path d="{LINE}" style="fill: none"/></svg>'
    assert LINE not in (page := inline_svg(picture, "a-", "").astext())
    assert f' d="{from_point_to_point(LINE)}"' in page
