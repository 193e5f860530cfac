"""What each rung of the ladder buys: its loss on names held out, over several seeds, and where in a name it is lower.

    python tools/record_gains.py     makes all runs anew (in some minutes) and writes the record

The record, `datasets/gains.json`, is one JSON object:

    steps          of each run, one name each, from the course's own list
    names          how many there are to learn from, and how many are held out
    predictions    how many predictions the names held out ask for at each position: of the first letter, the second,
                   and so on, the end included
    rungs          for each rung `held`, the loss of the run with seed 1, 2, 3 and so on, in nats per token, and
                   `positions`, for each of these runs its mean loss at each position
    table          the same, once, of a table that has counted all names to learn from, not only those of a run
    lengths        `steps`, several lengths of a run, and `held`: for each rung and length, the loss of the run with
                   seed 1, 2, 3 and so on, whose learning rate falls to 0 over that length
"""

import json
from pathlib import Path

from microgpt.evidence import Comparison, compare, mean, spread
from microgpt.rungs import RUNGS

PATH = Path(__file__).parent / "datasets" / "gains.json"

FEWEST = 50
"""Positions with fewer predictions are not compared."""


def load_gains() -> dict:
    """What each rung of the ladder came to: a dict with `rungs`, `table`, `lengths`, `names` and more.

    Losses are in nats per token, on the names held out. What each part holds is said at the top of the file.

    >>> record = load_gains()
    >>> record["names"], sum(record["predictions"])
    ([4343, 482], 3415)
    """
    return json.loads(PATH.read_text(encoding="utf-8"))


def bought(record) -> dict[str, Comparison]:
    """What each rung buys over the one before: {rung: Comparison}. A difference below 0 is better.

    >>> steps = bought(load_gains())
    >>> {rung: step.verdict for rung, step in steps.items()}
    {'train1': 'worse', 'train2': 'cannot tell', 'train3': 'better', 'train4': 'cannot tell', 'train5': 'better'}
    >>> round(steps["train3"].difference, 2)
    -0.13
    """
    held = [record["rungs"][rung]["held"] for rung in RUNGS]
    return {rung: compare(*pair) for rung, pair in zip(list(RUNGS)[1:], zip(held, held[1:]))}


def by_position(record, rung, than="train0") -> list[tuple[float, float]]:
    """(how much lower the loss of a rung is than that of another, how far the seeds differ in this) at each position.

    Positions with fewer than FEWEST predictions are left out.

    >>> lower = by_position(load_gains(), "train5")
    >>> [round(difference, 2) for difference, _ in lower]
    [-0.02, 0.26, 0.22, 0.05, 0.03, -0.01, 0.15, 0.33, 0.51]
    """
    enough = sum(count >= FEWEST for count in record["predictions"])
    ours, theirs = (list(zip(*record["rungs"][name]["positions"])) for name in (rung, than))
    differences = [[b - a for a, b in zip(*pair)] for pair in zip(ours, theirs)]
    return [(mean(some), spread(some)) for some in differences[:enough]]
