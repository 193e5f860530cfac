"""What the tests of the widgets of descent read: places on a map, and the words of a widget."""

import re

from whole import assert_whole

LEFT, TOP, SIDE, WIDE = 30, 8, 262, 300  # the map inside its picture, in the picture's own units


def spot(view, w1, w2):
    """Where [w1, w2] is on the page."""
    box = view.locator("svg.mg-contour").bounding_box()
    scale = box["width"] / WIDE
    return box["x"] + scale * (LEFT + (w1 + 3) / 6 * SIDE), box["y"] + scale * (
        TOP + (3 - w2) / 6 * SIDE
    )


def text(view):
    """The words, on one line; never with a number that is none."""
    assert_whole(view)
    shown = view.inner_text()
    assert "∞" not in shown
    return re.sub(r"\s+", " ", shown)
