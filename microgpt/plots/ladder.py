"""The ladder's rungs on names held out: what each comes to, after how many rounds, and where in a name."""

from ..evidence import ERRORS, mean
from ..gains import bought, by_position
from ..rungs import RUNGS
from .figure import Figure


def ladder(record):
    """A dot for each seed of each rung, a line at its mean; and a table that has counted all names.

    `record` is what `gains.load_gains` returns. Losses are in nats per token. A `Figure`.

    No example here: chapter 13 draws it.
    """
    held = {rung: record["rungs"][rung]["held"] for rung in RUNGS}
    table, learn = record["table"]["held"], record["names"][0]

    def draw(ax, colours):
        ax.axhline(table, color=colours["ink-3"], linewidth=1.2, linestyle="--")
        label = f"a table of all {learn:,} names"
        place = {"xytext": (0, 5), "textcoords": "offset points", "ha": "right"}
        ax.annotate(label, (len(RUNGS) - 0.6, table), color=colours["ink-2"], **place)
        for i, losses in enumerate(held.values()):
            spots = [i + 0.05 * (seed - (len(losses) - 1) / 2) for seed in range(len(losses))]
            ax.plot(spots, losses, "o", color=colours["data"], markersize=4, alpha=0.6)
            ax.plot([i - 0.3, i + 0.3], [mean(losses)] * 2, color=colours["ink"], linewidth=2)
        labels = [f"{rung}\n{words.title}" for rung, words in RUNGS.items()]
        ax.set_xticks(range(len(RUNGS)), labels, fontsize=8.5)
        ax.tick_params(axis="x", length=0)
        ax.set_ylabel("loss on names held out (nats)")
        ax.grid(axis="y")
        ax.set_axisbelow(True)

    steps = bought(record)
    said = ", ".join(f"{rung} {_signed(step.difference)}" for rung, step in steps.items())
    first, last = (mean(held[rung]) for rung in (list(RUNGS)[0], list(RUNGS)[-1]))
    return Figure(
        draw,
        f"The loss on names held out after {record['steps']:,} rounds: {first:.2f} for the table of train0, "
        f"{last:.2f} for train5. From rung to rung: {said} nats. A table of all {learn:,} names comes to {table:.2f}. "
        f"Each dot is one of {len(held['train0'])} seeds.",
        size=(6, 3.3),
    )


LINES = {
    "train0": ("ink", "s--"),
    "train1": ("grad", "^:"),
    "train3": ("position", "D-."),
    "train5": ("data", "o-"),
}
"""The colour and line of the rungs in `ladder_over_steps`: train2 is as train1, and train4 all but as train3."""


def ladder_over_steps(record):
    """The mean over the seeds of each rung's loss on names held out, after runs of several lengths.

    `record` is what `gains.load_gains` returns. Losses are in nats per token. A `Figure`.

    No example here: chapter 13 draws it.
    """
    steps, held = record["lengths"]["steps"], record["lengths"]["held"]
    means = {rung: [mean(losses) for losses in held[rung]] for rung in LINES}

    def draw(ax, colours):
        for rung, (colour, line) in LINES.items():
            label = f"{rung} ({RUNGS[rung].title})"
            ax.plot(steps, means[rung], line, color=colours[colour], markersize=4, label=label)
        ax.set(xscale="log", xlabel="rounds, one name each", ylabel="loss on names held out (nats)")
        ax.set_xticks(steps, [f"{number:,}" for number in steps])
        ax.minorticks_off()
        ax.grid(axis="y")
        ax.set_axisbelow(True)
        ax.legend(frameon=False, labelcolor=colours["ink-2"], fontsize=9)

    said = "; ".join(
        f"{rung} goes from {losses[0]:.2f} to {losses[-1]:.2f}" for rung, losses in means.items()
    )
    return Figure(
        draw,
        f"The loss on names held out after {steps[0]:,} to {steps[-1]:,} rounds: {said}. "
        f"Each point is the mean of {len(held['train0'][0])} seeds.",
    )


def where_it_beats_the_table(record, rung="train5"):
    """How much lower than the table's the loss of a rung is, at each position of a name; bars of three errors.

    `record` is what `gains.load_gains` returns. Losses are in nats per token. A `Figure`.

    No example here: chapter 13 draws it.
    """
    lower = by_position(record, rung)
    seeds = len(record["rungs"][rung]["held"])
    places = list(range(1, len(lower) + 1))
    differences = [difference for difference, _ in lower]
    errors = [ERRORS * spread / seeds**0.5 for _, spread in lower]

    def draw(ax, colours):
        signs = [colours["pos" if difference >= 0 else "neg"] for difference in differences]
        ax.bar(places, differences, color=signs, width=0.7)
        ax.errorbar(places, differences, errors, fmt="none", ecolor=colours["ink"], capsize=3)
        ax.axhline(0, color=colours["ink-3"], linewidth=0.8)
        labels = [f"{place}\n{count}" for place, count in zip(places, record["predictions"])]
        ax.set_xticks(places, labels, fontsize=9)
        ax.tick_params(axis="x", length=0)
        ax.spines["bottom"].set_visible(False)
        ax.set_xlabel("which letter is predicted; below, how many predictions")
        ax.set_ylabel("nats below the table")

    best = max(places, key=lambda place: differences[place - 1])
    each = ", ".join(f"{_signed(difference)}" for difference in differences)
    return Figure(
        draw,
        f"How far the loss of {rung} lies below that of the table of train0, from the first letter on: {each} nats. "
        f"It gains most at letter {best}. Positions with few predictions are left out.",
    )


def _signed(number):
    """Two decimals, and the sign that belongs to numbers; of what rounds to 0, none."""
    text = f"{number:+.2f}".replace("-", "\N{MINUS SIGN}")
    return "0.00" if text[1:] == "0.00" else text
