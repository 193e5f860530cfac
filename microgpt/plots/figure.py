"""A figure: what is drawn, in the colours of the palette, and the sentence that says what it shows."""

import io
import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

TOKENS = Path(__file__).parents[1] / "widgets/kit/tokens.css"
TAG = re.compile("<[^>]*>")  # what stands between tags is read, and stays as it was written
TENTHS = re.compile(r'(?<=[ "])-?\d+\.\d{2,}')  # a tenth of a pixel will do


@lru_cache(maxsize=1)
def palette():
    """{name: "#rrggbb"} of the light palette, read from tokens.css, the one place where colours are chosen."""
    light = re.search(r":root \{(.*?)\}", TOKENS.read_text("utf-8"), re.S)[1]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))


class Figure:
    """A picture and the sentence that says what it shows (its text alternative and its `repr`).

    `draw(ax, colours)` paints on a matplotlib axis of `size` inches, or on `grid` rows and columns of them; `colours`
    is {name: "#rrggbb"}. Without matplotlib the sentence stands alone, and the notebook runs on.

    >>> Figure(lambda ax, colours: ax.plot([1, 2, 4], color=colours["data"]), "A line that rises.")
    A line that rises.
    """

    def __init__(self, draw, alt, size=(5.4, 3.1), grid=(1, 1)):
        self.alt = alt
        self.svg = _svg(draw, size, grid) if find_spec("matplotlib") else None

    def __repr__(self):
        return self.alt

    def _repr_mimebundle_(self, include=None, exclude=None):
        if self.svg is None:
            return {"text/plain": f"{self.alt} (To see it drawn, install matplotlib.)"}, {}
        data = {"image/svg+xml": self.svg, "text/plain": self.alt}
        return data, {"image/svg+xml": {"alt": self.alt}}


def _svg(draw, size, grid):
    import matplotlib
    from matplotlib.figure import Figure as Canvas

    colours, buffer = palette(), io.StringIO()
    with matplotlib.rc_context(_style(colours)):
        canvas = Canvas(figsize=size)
        draw(canvas.subplots(*grid), colours)
        undated = {"Date": None, "Creator": None}
        canvas.savefig(buffer, format="svg", metadata=undated, bbox_inches="tight")
    return TAG.sub(shorter, buffer.getvalue())


def shorter(tag):
    """A tag with its places and lengths to a tenth."""
    return TENTHS.sub(lambda number: f"{float(number[0]):.1f}", tag[0])


def _style(colours):
    ink, quiet, paper, rule = colours["ink"], colours["ink-2"], colours["paper"], colours["rule"]
    return {
        "svg.hashsalt": "microgpt",
        "svg.fonttype": "none",
        "font.family": "sans-serif",
        "font.size": 10,
        "figure.facecolor": paper,
        "axes.facecolor": paper,
        "savefig.facecolor": paper,
        "text.color": ink,
        "axes.labelcolor": quiet,
        "xtick.color": quiet,
        "ytick.color": quiet,
        "axes.edgecolor": rule,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "grid.color": rule,
    }
