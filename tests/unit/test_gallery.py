"""What the gallery writes round a widget."""

from microgpt.sphinx.gallery import fold
from microgpt.widgets import DrawCurve, LossBuilder


def test_a_fold_is_closed_where_it_ends():
    opening, text, closing = fold("What you saw", "a < b")
    assert opening.astext() == "<details><summary>What you saw</summary>"
    assert text.astext() == "a < b" and closing.astext() == "</details>"


def test_who_asks_also_tells():
    for make in (DrawCurve, LossBuilder):
        assert make.question.endswith("?") and make.seen.endswith(".")
