"""A run of training with one fault in it, or none, to be diagnosed from its curve and its log."""

from ..base import Widget
from ..traits import Number, OneOf

CASES = ["a", "b", "c", "d", "e", "f", "g"]


class DiagnoseRun(Widget):
    """Seven runs of training, one of them healthy, each of the others with one fault: which one?

    `case` is the run on view. `seed` draws the cases: which fault is behind which letter, the first weights and the
    order of names. What you answer is kept in your browser.

    >>> DiagnoseRun()
    Diagnose the run: case a of 7, drawn with seed 1. Run it, and look at its loss, its log and its names.
    """

    module = "training/diagnose_run.js"
    case = OneOf("a", CASES)
    seed = Number(1, low=1, high=9999, whole=True)

    def __init__(self, case="a", **traits):
        super().__init__(case=case, **traits)

    def summary(self):
        return (
            f"Diagnose the run: case {self.case} of {len(CASES)}, drawn with seed {self.seed}. "
            "Run it, and look at its loss, its log and its names."
        )
