"""Figures where matplotlib is missing, as in a Jupyter that runs in a browser."""

import re
import sys

from IPython.core.formatters import DisplayFormatter

from microgpt.plots import cosines, losses


def test_without_matplotlib_a_figure_is_its_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    data, _ = DisplayFormatter().format(cosines({"a": 1.0, "e": 0.5}, "a"))
    assert set(data) == {"text/plain"}
    assert data["text/plain"].startswith("The cosine of every letter's row with the row of a: ")
    assert data["text/plain"].endswith(" (To see it drawn, install matplotlib.)")


def test_with_matplotlib_it_is_a_picture_too():
    data, metadata = DisplayFormatter().format(cosines({"a": 1.0, "e": 0.5}, "a"))
    assert data["image/svg+xml"].count("<svg") == 1
    assert metadata["image/svg+xml"]["alt"] == data["text/plain"]


def test_what_is_read_in_a_picture_keeps_its_digits():
    svg = losses([3.5, 3.25, 3.0], 27).svg
    assert ">blind guess: 3.30<" in svg
    places = re.findall(r'[ "]-?\d+\.(\d+)', "".join(re.findall("<[^>]*>", svg)))
    assert places and {len(digits) for digits in places} == {1}
