"""How fast it is: pictures of benchmarks/results.json."""

from .figure import Figure

GROWTH = {
    "n_embd": "width (n_embd)",
    "n_layer": "layers (n_layer)",
    "block_size": "letters (block_size, filled)",
    "batch_size": "names at once (batch)",
}
"""What grows, and the title of its picture."""

STYLES = {
    "arithmetic": ("arithmetic", "ink-3", ":", ""),
    "scalar": ("scalars", "ink", "-", "s"),
    "numpy": ("NumPy", "data", "-", "o"),
}
"""The label, colour, line and marker of each engine."""


def times(number):
    """A ratio as a reader needs it, to two digits: 2,600 or 18 or 1.7."""
    number = float(f"{number:.2g}")
    return f"{number:,.0f}" if number >= 10 else f"{number:.2g}"


def speeds(results):
    """How many times as fast as the program each engine is, on a scale where each line is ten times the one before."""
    ratios = {results["labels"][name]: speed["warm"] for name, speed in results["speed"].items()}
    ratios = dict(sorted(ratios.items(), key=lambda item: item[1]["median"]))

    def draw(ax, colours):
        for row, one in enumerate(ratios.values()):
            _measured(ax, row, one, colours)
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
        ax.set_xlabel("rounds in the time that the program needs for one")

    said = ", ".join(f"{label} {times(one['median'])}" for label, one in ratios.items())
    return Figure(
        draw,
        f"Rounds in the time that the program needs for one: {said}. "
        "Each line on the scale is ten times the one before.",
        size=(5.4, 0.7 + 0.5 * len(ratios)),
    )


def _measured(ax, row, one, colours):
    """The range of one engine's measurements as a line, their median as a dot with its number."""
    ends, line = [one["lowest"], one["highest"]], {"linewidth": 2, "solid_capstyle": "butt"}
    ax.plot(ends, [row, row], color=colours["data"], alpha=0.5, **line)
    ax.plot(one["median"], row, "o", color=colours["data"], markersize=7)
    above = {"xytext": (0, 7), "textcoords": "offset points", "ha": "center"}
    ax.annotate(times(one["median"]), (one["median"], row), color=colours["ink"], **above)


def growth(results):
    """What a round of training costs as the model grows: four small pictures on the same kind of scale."""
    grown = results["growth"]

    def draw(axes, colours):
        for ax, (what, title) in zip(axes.flat, GROWTH.items()):
            _costs(ax, grown[what], colours)
            ax.set_title(title, fontsize=10, color=colours["ink"], loc="left")
        first, quiet = axes[0, 0], colours["ink-2"]
        first.legend(
            frameon=False, fontsize=9, labelcolor=quiet, loc="upper left", handlelength=1.6
        )
        first.figure.supylabel("cost of a round, smallest = 1", fontsize=10, color=quiet)
        first.figure.tight_layout(pad=0.4, w_pad=1.2, h_pad=1.2)

    def largest(what, engine):
        return list(grown[what][engine].items())[-1]

    said = []
    for what, title in GROWTH.items():
        size, cost = largest(what, "numpy")
        said.append(f"{title} {size}: NumPy {times(cost['median'])}")
        if "scalar" in grown[what]:
            said[-1] += f", scalars {times(largest(what, 'scalar')[1]['median'])}"
    return Figure(
        draw,
        "What a round costs, in rounds of the smallest size, as one thing grows. "
        f"At the largest sizes: {'; '.join(said)}.",
        size=(5.4, 4.9),
        grid=(2, 2),
    )


def _costs(ax, engines, colours):
    """One line for each engine: {size: cost}, both on scales where each tick doubles or quadruples."""
    for engine, sizes in engines.items():
        label, colour, line, marker = STYLES[engine]
        costs = [one["median"] if isinstance(one, dict) else one for one in sizes.values()]
        points = {"marker": marker, "markersize": 4, "color": colours[colour], "label": label}
        ax.plot(list(map(int, sizes)), costs, line, **points)
    ax.set_xscale("log", base=2)
    ax.set_yscale("log", base=2)
    ax.set_xticks(list(map(int, sizes)), list(sizes))
    ax.set_ylim(0.85, 75)
    ax.set_yticks([1, 4, 16, 64], ["1", "4", "16", "64"])
    ax.minorticks_off()
    ax.grid(axis="y")
    ax.set_axisbelow(True)
