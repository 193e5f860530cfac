"""Matplotlib figures in the course's palette: deterministic SVG with a sentence that says what they show.

matplotlib is imported when a figure is drawn, never before.
"""

import io
import re
from functools import lru_cache
from pathlib import Path

TOKENS = Path(__file__).parent / "widgets/kit/tokens.css"


@lru_cache(maxsize=1)
def palette():
    """{name: "#rrggbb"} of the light palette, read from tokens.css, the one place where colours are chosen."""
    light = re.search(r":root \{(.*?)\}", TOKENS.read_text("utf-8"), re.S)[1]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))


class Figure:
    """A picture and the sentence that says what it shows (its text alternative and its `repr`)."""

    def __init__(self, draw, alt, size=(5.4, 3.1)):
        """`draw(ax, colours)` paints on a matplotlib axis of `size` inches."""
        self.alt = alt
        self.svg = _svg(draw, size)

    def __repr__(self):
        return self.alt

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"image/svg+xml": self.svg, "text/plain": self.alt}, {"image/svg+xml": {"alt": self.alt}}


def _svg(draw, size):
    import matplotlib
    from matplotlib.figure import Figure as Canvas

    colours = palette()
    ink, quiet, paper, rule = colours["ink"], colours["ink-2"], colours["paper"], colours["rule"]
    style = {
        "svg.hashsalt": "microgpt", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 10,
        "figure.facecolor": paper, "axes.facecolor": paper, "savefig.facecolor": paper,
        "text.color": ink, "axes.labelcolor": quiet, "xtick.color": quiet, "ytick.color": quiet, "axes.edgecolor": rule,
        "axes.spines.top": False, "axes.spines.right": False, "grid.color": rule,
    }
    with matplotlib.rc_context(style):
        canvas = Canvas(figsize=size)
        draw(canvas.subplots(), colours)
        buffer = io.StringIO()
        canvas.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None}, bbox_inches="tight")
    tenths = re.compile(r'(?<=[ "])-?\d+\.\d{2,}')  # a tenth of a pixel will do
    return tenths.sub(lambda number: f"{float(number[0]):.1f}", buffer.getvalue())


def losses(values, uniform, window=50):
    """The loss at each step, its running mean over `window` steps, and the loss of a blind guess among `uniform` tokens."""
    from math import log

    means = [sum(values[max(0, i + 1 - window) : i + 1]) / min(window, i + 1) for i in range(len(values))]

    def draw(ax, colours):
        ax.plot(values, color=colours["edge"], linewidth=0.5, label="each step")
        ax.plot(means, color=colours["ink"], linewidth=1.8, label=f"mean of the last {window} steps")
        ax.axhline(log(uniform), color=colours["grad"], linewidth=1.2, linestyle="--", label=f"blind guess: {log(uniform):.2f}")
        ax.set_xlabel("step")
        ax.set_ylabel("loss (nats)")
        ax.legend(frameon=False, labelcolor=colours["ink-2"], fontsize=9, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1), columnspacing=1.2)

    return Figure(
        draw,
        f"The loss over {len(values)} steps: it starts near {log(uniform):.2f}, the loss of a blind guess, jumps from step to step, "
        f"and its running mean falls to {means[-1]:.2f}.",
    )


def cosines(values, letter):
    """{letter: cosine with `letter`} as bars, in the order given."""

    def draw(ax, colours):
        heights = list(values.values())
        ax.bar(range(len(heights)), heights, color=[colours["pos"] if x >= 0 else colours["neg"] for x in heights], width=0.7)
        ax.axhline(0, color=colours["ink-3"], linewidth=0.8)
        ax.set_xticks(range(len(values)), list(values))
        ax.tick_params(axis="x", length=0)
        ax.spines["bottom"].set_visible(False)
        ax.set_ylabel(f"cosine with {letter}")

    first, last = list(values)[:3], list(values)[-3:]
    return Figure(
        draw,
        f"The cosine of every letter's row with the row of {letter}: largest for {', '.join(first)}, smallest for {', '.join(last)}.",
        size=(5.4, 2.5),
    )
