"""The growing rectangle: why the slope of a product has two parts."""

from .figure import Figure


def growing_rectangle(width, height, rates, nudge=0.4):
    """A rectangle before and after a nudge, its sides growing at two rates. Drawn for one nudge, labelled for any h.

    `rates` is a pair: how fast its width grows, and its height. A `Figure`.

    >>> repr(growing_rectangle(3, 2, rates=(1, 2)))[:60]
    'A rectangle 3 wide and 2 high grows by 1h across and 2h up: '
    """
    wide, high = (rate * nudge for rate in rates)

    def draw(ax, colours):
        def label(x, y, text, colour="ink", ha="center"):
            ax.text(x, y, text, color=colours[colour], ha=ha, va="center")

        def rectangle(x, y, across, up, colour, alpha=0.5):
            xs, ys = [x, x + across, x + across, x], [y, y, y + up, y + up]
            edge = {"edgecolor": colours["paper"], "linewidth": 1.5}
            ax.fill(xs, ys, facecolor=colours[colour], alpha=alpha, **edge)

        middle, level, beside = width / 2, height / 2, width + wide + 0.15
        rectangle(0, 0, width, height, "wash", alpha=1)
        label(middle, level, f"before: {width} · {height}")
        rectangle(width, 0, wide, height, "data")
        label(beside, level, f"{height} · {rates[0]}h", ha="left")
        rectangle(0, height, width, high, "grad")
        label(middle, height + high + 0.3, f"{width} · {rates[1]}h")
        rectangle(width, height, wide, high, "edge")
        label(beside, height + high / 2, f"corner: {rates[0]}h · {rates[1]}h", ha="left")
        label(middle, -0.4, f"{width}", "ink-2")
        label(width + wide / 2, -0.4, f"{rates[0]}h", "ink-2")
        label(-0.2, level, f"{height}", "ink-2", ha="right")
        label(-0.2, height + high / 2, f"{rates[1]}h", "ink-2", ha="right")
        ax.set_ylim(-0.8, height + high + 0.7)
        # It fills the figure, so that its words are as large as elsewhere.
        ax.set_aspect("equal", adjustable="datalim")
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set_visible(False)

    return Figure(
        draw,
        f"A rectangle {width} wide and {height} high grows by {rates[0]}h across and {rates[1]}h up: "
        f"the area gains a strip of {height} · {rates[0]}h on the side, "
        f"a strip of {width} · {rates[1]}h on top, and a small corner of {rates[0]}h · {rates[1]}h.",
        size=(5.4, 2.9),
    )
