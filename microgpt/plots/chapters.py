"""The figures of single chapters: a curve of losses, bars of cosines, curves over x."""

import math

from .figure import Figure


def losses(values, uniform, window=50):
    """The loss of each round, its mean over the last `window` rounds, and a blind guess's among `uniform` tokens.

    `values` are in nats per token, one a round; an empty list raises IndexError. A `Figure`.

    >>> losses([3.3, 2.9, 2.5], uniform=27)
    The loss over 3 rounds: it starts at 3.30, near the 3.30 of a blind guess, jumps from round to round, and its \
running mean falls to 2.90.
    """
    blind = math.log(uniform)
    pieces = [values[max(0, i - window) : i] for i in range(1, len(values) + 1)]
    means = [sum(piece) / len(piece) for piece in pieces]

    def draw(ax, colours):
        ax.plot(values, color=colours["edge"], linewidth=0.5, label="each round")
        label = f"mean of the last {window} rounds"
        ax.plot(means, color=colours["ink"], linewidth=1.8, label=label)
        label = f"blind guess: {blind:.2f}"
        ax.axhline(blind, color=colours["grad"], linewidth=1.2, linestyle="--", label=label)
        ax.set_xlabel("round")
        ax.set_ylabel("loss (nats)")
        above = {"loc": "lower center", "bbox_to_anchor": (0.5, 1), "ncols": 3}
        quiet = {"frameon": False, "labelcolor": colours["ink-2"], "fontsize": 9}
        ax.legend(columnspacing=1.2, **above, **quiet)

    return Figure(
        draw,
        f"The loss over {len(values)} rounds: it starts at {values[0]:.2f}, near the {blind:.2f} of a blind guess, "
        f"jumps from round to round, and its running mean falls to {means[-1]:.2f}.",
    )


def cosines(values, letter):
    """{letter: cosine with `letter`} as bars, in the order given: a `Figure`.

    >>> cosines({"a": 1.0, "e": 0.6, "t": -0.4}, "a")
    The cosine of every letter's row with the row of a: largest for a, e, t, smallest for a, e, t.
    """

    def draw(ax, colours):
        heights = list(values.values())
        signs = [colours["pos" if height >= 0 else "neg"] for height in heights]
        ax.bar(range(len(heights)), heights, color=signs, width=0.7)
        ax.axhline(0, color=colours["ink-3"], linewidth=0.8)
        ax.set_xticks(range(len(values)), list(values))
        ax.tick_params(axis="x", length=0)
        ax.spines["bottom"].set_visible(False)
        ax.set_ylabel(f"cosine with {letter}")

    first, last = list(values)[:3], list(values)[-3:]
    return Figure(
        draw,
        f"The cosine of every letter's row with the row of {letter}: "
        f"largest for {', '.join(first)}, smallest for {', '.join(last)}.",
        size=(5.4, 2.5),
    )


def curves(x, ys, says):
    """{name: heights} as curves over `x`, the last one drawn boldly; `says` is the text alternative. A `Figure`.

    Each list of heights is as long as `x`; matplotlib raises ValueError otherwise.

    >>> curves([0, 1, 2], {"line": [0, 1, 2], "square": [0, 1, 4]}, "A line and a curve.")
    A line and a curve.
    """

    def draw(ax, colours):
        *others, last = ys
        for name in others:
            ax.plot(x, ys[name], "--", color=colours["ink-3"], linewidth=1.4, label=name)
        ax.plot(x, ys[last], color=colours["data"], linewidth=2, label=last)
        ax.set(xlabel="x", ylabel="result")
        ax.legend(frameon=False, labelcolor=colours["ink-2"], fontsize=9)

    return Figure(draw, says)
