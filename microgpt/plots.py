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

    def __init__(self, draw, alt, size=(5.4, 3.1), grid=(1, 1)):
        """`draw(ax, colours)` paints on a matplotlib axis of `size` inches; `grid` rows and columns of them if asked for."""
        self.alt = alt
        self.svg = _svg(draw, size, grid)

    def __repr__(self):
        return self.alt

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"image/svg+xml": self.svg, "text/plain": self.alt}, {
            "image/svg+xml": {"alt": self.alt}
        }


def _svg(draw, size, grid):
    import matplotlib
    from matplotlib.figure import Figure as Canvas

    colours = palette()
    ink, quiet, paper, rule = colours["ink"], colours["ink-2"], colours["paper"], colours["rule"]
    style = {
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
    with matplotlib.rc_context(style):
        canvas = Canvas(figsize=size)
        draw(canvas.subplots(*grid), colours)
        buffer = io.StringIO()
        canvas.savefig(
            buffer, format="svg", metadata={"Date": None, "Creator": None}, bbox_inches="tight"
        )
    tenths = re.compile(r'(?<=[ "])-?\d+\.\d{2,}')  # a tenth of a pixel will do
    return tenths.sub(lambda number: f"{float(number[0]):.1f}", buffer.getvalue())


def losses(values, uniform, window=50):
    """The loss of each round, its running mean over `window` rounds, and the loss of a blind guess among `uniform` tokens."""
    from math import log

    means = [
        sum(values[max(0, i + 1 - window) : i + 1]) / min(window, i + 1) for i in range(len(values))
    ]

    def draw(ax, colours):
        ax.plot(values, color=colours["edge"], linewidth=0.5, label="each round")
        ax.plot(
            means, color=colours["ink"], linewidth=1.8, label=f"mean of the last {window} rounds"
        )
        ax.axhline(
            log(uniform),
            color=colours["grad"],
            linewidth=1.2,
            linestyle="--",
            label=f"blind guess: {log(uniform):.2f}",
        )
        ax.set_xlabel("round")
        ax.set_ylabel("loss (nats)")
        ax.legend(
            frameon=False,
            labelcolor=colours["ink-2"],
            fontsize=9,
            ncols=3,
            loc="lower center",
            bbox_to_anchor=(0.5, 1),
            columnspacing=1.2,
        )

    return Figure(
        draw,
        f"The loss over {len(values)} rounds: it starts at {values[0]:.2f}, near the {log(uniform):.2f} of a blind guess, "
        f"jumps from round to round, and its running mean falls to {means[-1]:.2f}.",
    )


def cosines(values, letter):
    """{letter: cosine with `letter`} as bars, in the order given."""

    def draw(ax, colours):
        heights = list(values.values())
        ax.bar(
            range(len(heights)),
            heights,
            color=[colours["pos"] if x >= 0 else colours["neg"] for x in heights],
            width=0.7,
        )
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


def speeds(results):
    """How many times as fast as the program each engine is, of benchmarks/results.json, on a scale where each line is ten times the one before."""
    ratios = {results["labels"][name]: speed["warm"] for name, speed in results["speed"].items()}
    ratios = dict(sorted(ratios.items(), key=lambda item: item[1]["median"]))

    def draw(ax, colours):
        for row, one in enumerate(ratios.values()):
            ax.plot(
                [one["lowest"], one["highest"]],
                [row, row],
                color=colours["data"],
                linewidth=2,
                alpha=0.5,
                solid_capstyle="butt",
            )
            ax.plot(one["median"], row, "o", color=colours["data"], markersize=7)
            ax.annotate(
                times(one["median"]),
                (one["median"], row),
                (0, 7),
                textcoords="offset points",
                ha="center",
                color=colours["ink"],
            )
        ax.set_xscale("log")
        ax.set_xlim(0.7, 3 * max(one["highest"] for one in ratios.values()))
        ticks = [10**power for power in range(5) if 10**power < ax.get_xlim()[1]]
        ax.set_xticks(ticks, [f"{tick:,}" for tick in ticks])
        ax.tick_params(axis="x", which="minor", length=0)
        ax.tick_params(axis="y", length=0, labelsize=10, labelcolor=colours["ink"])
        ax.set_yticks(range(len(ratios)), list(ratios))
        ax.set_ylim(-0.5, len(ratios) - 0.3)
        ax.grid(axis="x")
        ax.set_axisbelow(True)
        ax.spines["left"].set_visible(False)
        ax.set_xlabel("steps in the time that the program needs for one")

    said = ", ".join(f"{label} {times(one['median'])}" for label, one in ratios.items())
    return Figure(
        draw,
        f"Steps in the time that the program needs for one: {said}. Each line on the scale is ten times the one before.",
        size=(5.4, 0.7 + 0.5 * len(ratios)),
    )


def times(number):
    """A ratio as a reader needs it, to two digits: 2,600 or 18 or 1.7."""
    number = float(f"{number:.2g}")
    return f"{number:,.0f}" if number >= 10 else f"{number:.2g}"


def growth(results):
    """What a step costs as the model grows, of benchmarks/results.json: four small pictures on the same kind of scale."""
    titles = {
        "n_embd": "width (n_embd)",
        "n_layer": "layers (n_layer)",
        "block_size": "letters (block_size, filled)",
        "batch_size": "names at once (batch)",
    }
    styles = {
        "arithmetic": ("arithmetic", "ink-3", ":", ""),
        "scalar": ("scalars", "ink", "-", "s"),
        "numpy": ("NumPy", "data", "-", "o"),
    }

    def draw(axes, colours):
        for ax, (what, title) in zip(axes.flat, titles.items()):
            for engine, sizes in results["growth"][what].items():
                label, colour, line, marker = styles[engine]
                points = {
                    int(size): one["median"] if isinstance(one, dict) else one
                    for size, one in sizes.items()
                }
                ax.plot(
                    list(points),
                    list(points.values()),
                    line,
                    marker=marker,
                    markersize=4,
                    color=colours[colour],
                    label=label,
                )
            ax.set_xscale("log", base=2)
            ax.set_yscale("log", base=2)
            ax.set_xticks(list(points), list(map(str, points)))
            ax.set_ylim(0.85, 75)
            ax.set_yticks([1, 4, 16, 64], ["1", "4", "16", "64"])
            ax.minorticks_off()
            ax.grid(axis="y")
            ax.set_axisbelow(True)
            ax.set_title(title, fontsize=10, color=colours["ink"], loc="left")
        axes[0, 0].legend(
            frameon=False,
            fontsize=9,
            labelcolor=colours["ink-2"],
            loc="upper left",
            handlelength=1.6,
        )
        axes[0, 0].figure.supylabel(
            "cost of a step, smallest = 1", fontsize=10, color=colours["ink-2"]
        )
        axes[0, 0].figure.tight_layout(pad=0.4, w_pad=1.2, h_pad=1.2)

    def end(what, engine):
        size, one = list(results["growth"][what][engine].items())[-1]
        return size, times(one["median"])

    said = "; ".join(
        f"{title} {end(what, 'numpy')[0]}: NumPy {end(what, 'numpy')[1]}"
        + (f", scalars {end(what, 'scalar')[1]}" if "scalar" in results["growth"][what] else "")
        for what, title in titles.items()
    )
    return Figure(
        draw,
        f"What a step costs, in steps of the smallest size, as one thing grows. At the largest sizes: {said}.",
        size=(5.4, 4.9),
        grid=(2, 2),
    )


def growing_rectangle(width, height, rates, nudge=0.4):
    """A rectangle before and after a nudge: its sides grow at the two rates. Drawn for one nudge, labelled for any, h."""
    wide, high = (rate * nudge for rate in rates)

    def draw(ax, colours):
        ink, quiet, paper, tint = (
            colours["ink"],
            colours["ink-2"],
            colours["paper"],
            colours["wash"],
        )
        parts = [  # x, y, width, height, colour, label, its place
            (0, 0, width, height, tint, f"before: {width} · {height}", (width / 2, height / 2)),
            (
                width,
                0,
                wide,
                height,
                colours["data"],
                f"{height} · {rates[0]}h",
                (width + wide + 0.15, height / 2),
            ),
            (
                0,
                height,
                width,
                high,
                colours["grad"],
                f"{width} · {rates[1]}h",
                (width / 2, height + high + 0.3),
            ),
            (
                width,
                height,
                wide,
                high,
                colours["edge"],
                f"corner: {rates[0]}h · {rates[1]}h",
                (width + wide + 0.15, height + high / 2),
            ),
        ]
        for x, y, across, up, colour, label, (at, level) in parts:
            ax.fill(
                [x, x + across, x + across, x],
                [y, y, y + up, y + up],
                facecolor=colour,
                alpha=1 if colour == tint else 0.5,
                edgecolor=paper,
                linewidth=1.5,
            )
            ax.text(
                at,
                level,
                label,
                color=ink,
                ha="left" if x and at > width else "center",
                va="center",
            )
        ax.text(width / 2, -0.4, f"{width}", color=quiet, ha="center", va="center")
        ax.text(width + wide / 2, -0.4, f"{rates[0]}h", color=quiet, ha="center", va="center")
        ax.text(-0.2, height / 2, f"{height}", color=quiet, ha="right", va="center")
        ax.text(-0.2, height + high / 2, f"{rates[1]}h", color=quiet, ha="right", va="center")
        ax.set_ylim(-0.8, height + high + 0.7)
        ax.set_aspect(
            "equal", adjustable="datalim"
        )  # fills the figure, so that its words are as large as elsewhere
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set_visible(False)

    return Figure(
        draw,
        f"A rectangle {width} wide and {height} high grows by {rates[0]}h across and {rates[1]}h up: the area gains a strip of {height} · {rates[0]}h "
        f"on the side, a strip of {width} · {rates[1]}h on top, and a small corner of {rates[0]}h · {rates[1]}h.",
        size=(5.4, 2.9),
    )


def curves(x, ys, says):
    """{name: heights} as curves over `x`, the last one drawn boldly; `says` is the text alternative."""

    def draw(ax, colours):
        *others, last = ys
        for name in others:
            ax.plot(x, ys[name], "--", color=colours["ink-3"], linewidth=1.4, label=name)
        ax.plot(x, ys[last], color=colours["data"], linewidth=2, label=last)
        ax.set(xlabel="x", ylabel="result")
        ax.legend(frameon=False, labelcolor=colours["ink-2"], fontsize=9)

    return Figure(draw, says)
