"""A change to a run of training, judged over several seeds: is the difference real?"""

from ...evidence import compare
from ..base import Widget
from ..results import Results
from ..traits import Number, OneOf
from .changes import CHANGES

VERDICTS = ["better", "worse", "cannot tell"]
MOST_SEEDS = 8
MOST_ROUNDS = 5000


class IsItReal(Widget):
    """A change to the training, trained in your browser with the same seeds: is the model better, or was it luck?

    `change` is one of the changes of the list, or None, where the reader chooses. `guess` is what was predicted,
    `belief` ("yes" or "no") whether one pair of runs was believed, `conclusion` what was said in the end: each is ""
    before. `seeds` is how many pairs are run, `rounds` how many names each run learns from, `results` what the runs
    in the browser came to, as far as they are finished.

    >>> IsItReal(change="rate_up")
    Is it real? rate 0.02: to be run, 5 pairs of 1,000 rounds.
    """

    module = "training/is_it_real.js"
    change = OneOf(None, [None, *CHANGES])
    guess = OneOf("", ["", *VERDICTS])
    belief = OneOf("", ["", "yes", "no"])
    seeds = Number(5, low=2, high=MOST_SEEDS, whole=True)
    rounds = Number(1000, low=1, high=MOST_ROUNDS, whole=True)
    results = Results(
        ["before", "after"], first="before", most_seeds=MOST_SEEDS, most_rounds=MOST_ROUNDS
    )
    conclusion = OneOf("", ["", *VERDICTS])

    def __init__(self, change=None, **traits):
        super().__init__(change=change, **traits)

    def pairs(self):
        """(loss before the change, loss after it) of each finished pair."""
        losses = self.results.get("losses", {})
        both = zip(losses.get("before", []), losses.get("after", []))
        return [pair for pair in both if None not in pair]

    def found(self):
        """What the finished pairs come to, a `microgpt.evidence.Comparison`; None before there is one.

        >>> losses = {"before": [2.40, 2.42, 2.41, 2.41], "after": [2.45, 2.47, 2.47, 2.46]}
        >>> IsItReal("decay", results={"rounds": 1000, "losses": losses}).found().verdict
        'worse'
        """
        pairs = self.pairs()
        return compare(*zip(*pairs)) if pairs else None

    def summary(self):
        if self.change is None:
            labels = ", ".join(change.label for change in CHANGES.values())
            return f"Is it real? A change to be chosen: {labels}."
        name, found = CHANGES[self.change].label, self.found()
        if found is None:
            return f"Is it real? {name}: to be run, {self.seeds} pairs of {self.rounds:,} rounds."
        pairs = len(self.pairs())
        numbers = f"{found.difference:+.4f}" + (f" ± {found.error:.4f}" if pairs > 1 else "")
        said = f"; you concluded: {self.conclusion}" if self.conclusion else ""
        plural = "s" * (pairs > 1)
        return f"Is it real? {name}, {pairs} pair{plural}: {numbers}, {found.verdict}{said}."
