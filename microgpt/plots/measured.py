"""What was measured on a graphics card: pictures of graphics_card.json and scaling.json in microgpt/datasets."""

from ..measured import best_rates, grouped, over_seeds, share_of_peak
from .figure import Figure
from .speed import times

LINES = {
    "held": ("held out, at the end", "data", "o-"),
    "best": ("held out, at its lowest", "data", ":"),
    "train": ("own names, at the end", "ink", "s--"),
}
"""The label, colour and line of each loss in `names_needed`."""


def graphics_card(record):
    """Tokens per second, and the share of its peak that the card reaches, as the model gets wider.

    `record` is what `measured.load_graphics_card` returns. Speeds are in tokens a second, shares in percent.
    A `Figure`.

    No example here: chapter 11 draws it.
    """
    rows, cores = record["growth"], record["machine"]["cpus"]
    shared = [row for row in rows if row["cores_tokens_per_s"]]
    widths = [row["n_embd"] for row in rows]
    shares = [100 * share_of_peak(row, record) for row in rows]

    def draw(axes, colours):
        speed, share = axes
        on_card = [row["card_tokens_per_s"] for row in rows]
        on_cores = [row["cores_tokens_per_s"] for row in shared]
        speed.plot(widths, on_card, "o-", color=colours["data"], markersize=4)
        speed.plot(widths[: len(shared)], on_cores, "s-", color=colours["ink"], markersize=4)
        _says(speed, "graphics card", widths[1], on_card[1], colours["data"])
        _says(speed, f"{cores} cores", widths[1], on_cores[1], colours["ink"])
        share.plot(widths, shares, "o-", color=colours["data"], markersize=4)
        _scale(speed, "tokens per second", {10**n: f"{10**n:,}" for n in range(3, 8)}, colours)
        percents = {10.0**n: f"{10.0**n:g} %" for n in range(-2, 3)}
        _scale(share, "share of the card's peak", percents, colours)
        for ax in axes:
            ax.set_xticks(
                widths, [f"{width:,}" if i % 2 == 0 else "" for i, width in enumerate(widths)]
            )
            ax.set_xlabel("width")
            ax.minorticks_off()
        speed.figure.tight_layout(pad=0.4, w_pad=1.2)

    first, last = shared[0], shared[-1]
    gains = [times(row["card_tokens_per_s"] / row["cores_tokens_per_s"]) for row in (first, last)]
    return Figure(
        draw,
        f"One round with {rows[0]['names']:,} names. At width {first['n_embd']} the card takes "
        f"{times(first['card_tokens_per_s'])} tokens per second, {gains[0]} times as many as {cores} cores; at width "
        f"{last['n_embd']:,} it takes {times(last['card_tokens_per_s'])}, {gains[1]} times as many. It reaches "
        f"{shares[0]:.2g} % of its peak at width {widths[0]}, and {shares[-1]:.2g} % at width {widths[-1]:,}.",
        size=(5.4, 2.7),
        grid=(1, 2),
    )


def _scale(ax, title, ticks, colours):
    """Scales on which each line is ten times the one before, with these ticks upwards."""
    ax.set(xscale="log", yscale="log", ylim=(min(ticks), max(ticks)))
    ax.set_yticks(list(ticks), list(ticks.values()))
    ax.set_title(title, fontsize=10, color=colours["ink"], loc="left")
    ax.grid(axis="y")
    ax.set_axisbelow(True)


def _legend(ax, colours):
    """What the lines are, on a ground that hides the grid."""
    ground = {"framealpha": 1, "facecolor": colours["paper"], "edgecolor": "none"}
    ax.legend(labelcolor=colours["ink-2"], fontsize=9, loc="upper right", **ground)


def _says(ax, text, x, y, colour, up=7, ha="left"):
    ax.annotate(text, (x, y), xytext=(0, up), textcoords="offset points", color=colour, ha=ha)


def scaling_of_names(record):
    """What models of several sizes come to on names held out: a dot for each seed, a line through the means.

    `record` is what `measured.load_scaling` returns. Losses are in nats per token. A `Figure`.

    No example here: chapter 11 draws it.
    """
    sizes = best_rates(record["sizes"])
    means = {size: over_seeds(runs)[0] for size, runs in sizes.items()}
    best = min(means, key=means.get)

    def draw(ax, colours):
        ax.plot(list(means), list(means.values()), color=colours["data"], linewidth=1.4)
        for size, runs in sizes.items():
            seeds = [run["held"] for run in runs]
            ax.plot([size] * len(seeds), seeds, "o", color=colours["data"], alpha=0.6, markersize=4)
        _says(ax, f"lowest ({means[best]:.3f})", best, means[best], colours["ink"], -17, "center")
        ticks = {10**n: f"{10**n:,}" for n in range(3, 7)}
        ax.set(xscale="log", xlabel="parameters", ylabel="loss on names held out (nats)")
        ax.set_xticks(list(ticks), list(ticks.values()))
        ax.set_ylim(min(means.values()) - 0.05)
        ax.minorticks_off()
        ax.grid(axis="y")
        ax.set_axisbelow(True)

    smallest, largest = min(means), max(means)
    steps = record["sizes"][0]["steps"]
    return Figure(
        draw,
        f"The loss on names held out, after {steps:,} rounds: {means[smallest]:.2f} with {smallest:,} parameters, "
        f"lowest with {best:,}, {means[best]:.3f}, and {means[largest]:.3f} with {largest:,}. "
        "Each dot is a seed; the line joins the means.",
    )


def names_needed(record):
    """What a small and a large model come to as there are more names to learn from, on these and on others.

    `record` is what `measured.load_scaling` returns. Losses are in nats per token. A `Figure`.

    No example here: chapter 11 draws it.
    """
    models = grouped(record["names"], "params")

    def losses(runs, what):
        return {pool: over_seeds(some, what)[0] for (pool,), some in grouped(runs, "pool").items()}

    def draw(axes, colours):
        for ax, ((size,), runs) in zip(axes, models.items()):
            for what, (label, colour, line) in LINES.items():
                means = losses(runs, what)
                style = {"color": colours[colour], "markersize": 4, "label": label}
                ax.plot(list(means), list(means.values()), line, **style)
            ax.set(xscale="log", xlabel="names to learn from", ylim=(0, 7.5))
            ax.set_xticks([500, 4000, 26545], ["500", "4,000", "26,545"])
            ax.minorticks_off()
            ax.set_title(f"{size:,} parameters", fontsize=10, color=colours["ink"], loc="left")
            ax.grid(axis="y")
            ax.set_axisbelow(True)
        axes[0].set_ylabel("loss (nats)")
        _legend(axes[0], colours)
        axes[0].figure.tight_layout(pad=0.4, w_pad=1.2)

    said = []
    for (size,), runs in models.items():
        held, train = losses(runs, "held"), losses(runs, "train")
        few, many = min(held), max(held)
        said.append(
            f"With {size:,} parameters and {few:,} names, {held[few]:.2f} on names held out and {train[few]:.2f} "
            f"on its own; with {many:,} names, {held[many]:.2f} and {train[many]:.2f}."
        )
    return Figure(draw, f"The loss after training. {' '.join(said)}", size=(5.4, 3), grid=(1, 2))
