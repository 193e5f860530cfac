"""Evidence: what ablations came to, and what may be concluded from it.

    node tools/record_ablations.mjs     makes all runs anew (in some minutes) and writes the record

The record, `datasets/ablations.json`, is one JSON object:

    runs        for each length of run: `steps`, one name each, and `losses`: for the whole model and without each
                part, the loss of the run with seed 1, 2, 3 and so on, on the names held out, in nats per token
    controls    the same loss of further runs of the whole model, of the first length: what seeds alone do

A seed shuffles the names and draws the weights. The whole model and the one without a part are given the same seeds,
so that they are compared seed by seed.
"""

import json
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

PATH = Path(__file__).parent / "datasets" / "ablations.json"

TENTH = 10

LABELS = {
    "whole": "whole model",
    "position": "no position",
    "residual": "no residual",
    "norm": "no norm",
    "relu": "no ReLU",
    "heads": "one head",
    "scale": "no 1/√d",
    "attention": "no attention",
    "mlp": "no MLP",
}
"""What a table calls the whole model, and those without a part."""

LEAST_SEEDS = 4
"""With fewer there is no verdict."""

ERRORS = 3
"""How many standard errors a difference must exceed."""


def split(docs, nth=TENTH) -> tuple[list, list]:
    """(the documents to train on, those held out): every tenth one is held out, or every nth, whatever the seed.

    >>> split("a b c d e f g h i j k".split())
    (['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'k'], ['j'])
    """
    held_out = docs[nth - 1 :: nth]
    return [doc for i, doc in enumerate(docs) if i % nth != nth - 1], held_out


@dataclass(frozen=True)
class Comparison:
    """The model without a part, beside the whole one.

    `mean` is its mean loss and `spread` how far its seeds differ (their standard deviation); `difference` is its mean
    loss minus that of the whole model, `error` the standard error of that; `verdict` is "worse", "better" or
    "cannot tell".
    """

    mean: float
    spread: float
    difference: float
    error: float
    verdict: str


def compare(whole, without) -> Comparison:
    """Compare two equally long lists of losses, the first of each from the same seed, and so on: a `Comparison`.

    The verdict is "worse" or "better" where there are four seeds or more, the difference is larger than the spread of
    the whole model's seeds, and larger than three times its own standard error. Else it is "cannot tell". The spread
    and the error of one seed alone are 0, and mean nothing. Losses are in nats per token. Two lists that are not
    equally long raise ValueError, empty ones ZeroDivisionError.

    >>> compare([2.0, 2.1, 2.2, 2.1], [2.3, 2.5, 2.5, 2.4]).verdict
    'worse'
    >>> compare([2.0, 2.1, 2.2, 2.1], [2.1, 2.1, 2.1, 2.1]).verdict
    'cannot tell'
    """
    differences = [b - a for a, b in zip(whole, without, strict=True)]
    difference, error = mean(differences), spread(differences) / sqrt(len(differences))
    enough = max(spread(whole), ERRORS * error)
    verdict = "cannot tell"
    if len(differences) >= LEAST_SEEDS and abs(difference) > enough:
        verdict = "worse" if difference > 0 else "better"
    return Comparison(mean(without), spread(without), difference, error, verdict)


def mean(numbers) -> float:
    """
    >>> mean([1.0, 2.0, 6.0])
    3.0
    """
    return sum(numbers) / len(numbers)


def spread(numbers) -> float:
    """The standard deviation, as it is estimated from a few numbers (n - 1 below); of one number, 0.

    >>> spread([1.0, 3.0, 5.0])
    2.0
    """
    if len(numbers) < 2:
        return 0.0
    middle = mean(numbers)
    return sqrt(sum((x - middle) ** 2 for x in numbers) / (len(numbers) - 1))


def load_ablations(steps=1000) -> dict[str, list[float]]:
    """The recorded losses of the runs of so many steps: "whole", then each part of `microgpt.ablation.PARTS`.

    For each of them a list, one loss a seed, in nats per token, on the names held out. ValueError for a length that
    was not recorded.

    >>> losses = load_ablations()
    >>> compare(losses["whole"], losses["residual"]).verdict
    'worse'
    """
    runs = {run["steps"]: run["losses"] for run in load_record()["runs"]}
    if steps not in runs:
        raise ValueError(f"steps must be one of {', '.join(map(str, runs))}, not {steps!r}")
    return runs[steps]


def load_record() -> dict:
    """The whole record, as the docstring of this module describes it."""
    return json.loads(PATH.read_text(encoding="utf-8"))
