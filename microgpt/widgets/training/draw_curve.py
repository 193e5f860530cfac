"""The loss curve that a reader expects, drawn before the training."""

from traitlets import TraitError, validate

from ..base import Widget
from ..traits import ListTrait, Number, OneOf, is_number

TOP = 4
"""The largest loss that can be drawn, in nats."""

MOST = 400
PLACES = 100
WINDOW = 50


class Points(ListTrait):
    """A list of [round, loss] in order of rounds, each loss from 0 to TOP."""

    def validate(self, obj, value):
        if isinstance(value, (list, tuple)) and len(value) <= MOST and all(map(is_point, value)):
            rounds = [point[0] for point in value]
            if all(a < b for a, b in zip(rounds, rounds[1:])):
                return [list(point) for point in value]
        raise TraitError(
            f"{self.name} must be a list of at most {MOST} pairs [round, loss] in order of rounds, "
            f"the rounds from 0 on, each loss from 0 to {TOP}, not {value!r:.80}."
        )


def is_point(value):
    """
    >>> is_point([100, 2.5]), is_point([100, 5]), is_point(100)
    (True, False, False)
    """
    pair = isinstance(value, (list, tuple)) and len(value) == 2 and all(map(is_number, value))
    return pair and value[0] >= 0 and 0 <= value[1] <= TOP


def rounds(steps, parts):
    """Whole rounds from 0 to `steps`, equally far apart.

    >>> rounds(1000, 4)
    [0, 250, 500, 750, 1000]
    """
    return [int(i * steps / parts + 0.5) for i in range(parts + 1)]


class DrawCurve(Widget):
    """You draw how the loss will go, round by round; then the model is trained, and you see both curves.

    `points` are [round, loss] in order of rounds, straight from one to the next; in a page the reader's own, kept by
    the browser, take their place. Once it is `committed`, the page makes the course's own run, of `steps` rounds.

    >>> DrawCurve()
    Draw the loss that you expect, from round 0 to round 1,000. A blind guess has a loss of 3.30.
    >>> DrawCurve(points=[[0, 3.3], [1000, 2]])
    The loss that you expect: 3.30 at round 0, 2.65 at round 500, 2.00 at round 1,000.
    """

    module = "training/draw_curve.js"
    question = "How does the loss go down: in a straight line, fast at first, late, in jumps?"
    seen = (
        "Fast at first, then slowly: after a tenth of the rounds the loss has come two thirds of its way down. "
        "It does not go to 0, for no one can know all of a new name. Each round is about one name, "
        "so the loss of a single round says little; read the mean of many."
    )
    steps = Number(1000, low=300, high=2000, whole=True)
    points = Points()
    committed = OneOf(False, [False, True])

    @validate("points", "steps")
    def _inside(self, proposal):
        new = {
            "points": self.points,
            "steps": self.steps,
            proposal["trait"].name: proposal["value"],
        }
        if new["points"] and new["points"][-1][0] > new["steps"]:
            raise TraitError(f"the last round of points must not be above steps, {new['steps']}.")
        return proposal["value"]

    def expected(self, round):
        """The height of the curve there; None before its first and after its last point.

        >>> DrawCurve(points=[[0, 3], [1000, 2]]).expected(100)
        2.9
        """
        for (start, high), (end, low) in zip(self.points, self.points[1:]):
            if start <= round <= end:
                return high + (round - start) / (end - start) * (low - high)
        return dict(map(tuple, self.points)).get(round)

    def widest(self, losses):
        """(round, expected, mean of the last 50 losses) where the two are furthest apart.

        `losses` are those of a run of `steps` rounds. None, if nothing is drawn.
        """
        found = []
        for round in rounds(self.steps, PLACES):
            last = losses[max(0, round - WINDOW) : max(1, round)]
            if (expected := self.expected(round)) is not None:
                found.append((round, expected, sum(last) / len(last)))
        return max(found, key=lambda one: abs(one[1] - one[2]), default=None)

    def summary(self):
        if not self.points:
            return (
                f"Draw the loss that you expect, from round 0 to round {self.steps:,}. "
                "A blind guess has a loss of 3.30."
            )
        tenths = rounds(self.steps, 10)
        shown = [(one, loss) for one in tenths if (loss := self.expected(one)) is not None]
        ends = shown if len(shown) < 3 else [shown[0], shown[len(shown) // 2], shown[-1]]
        said = ", ".join(f"{loss:.2f} at round {one:,}" for one, loss in ends)
        return f"The loss that you expect: {said}."
