"""The ladder: from a table of counts to the program, in rungs."""

from traitlets import TraitError, TraitType

from ...evidence import mean
from ...gains import bought, load_gains
from ...rungs import RUNGS
from ..base import Widget
from ..traits import OneOf

VIEWS = ["difference", "program", "run"]
GUESSES = ["lower", "same", "higher"]


class Guesses(TraitType):
    """{rung: guess}: what the reader foretold of each run, against the one before it; the first has none."""

    def __init__(self):
        super().__init__()
        self.tag(sync=True)

    def make_dynamic_default(self):
        return {}

    def validate(self, obj, value):
        rungs = list(RUNGS)[1:]
        if isinstance(value, dict) and all(
            rung in rungs and guess in GUESSES for rung, guess in value.items()
        ):
            return value
        raise TraitError(
            f"{self.name} must map rungs from {rungs[0]} to {rungs[-1]} to one of {', '.join(GUESSES)}, "
            f"not {value!r:.80}."
        )


class Ladder(Widget):
    """A rung of the ladder to the program: what is new since the rung before, this rung alone, or its recorded run.

    `rung` is "train0" to "train5", `view` one of "difference", "program" and "run". A run is shown when its loss has
    been foretold: "lower" than that of the rung before, about the "same", or "higher"; `guesses` holds that by rung.

    >>> Ladder("train3")
    The ladder, train3 (attention): A token looks back at the tokens before it. On names held out it comes to 2.41 \
nats, 0.13 below train2: better.
    """

    module = "program/ladder.js"
    question = "What does one rung add, and what does it buy?"
    seen = (
        "Each rung has one new idea, and most of the program stays. What it buys is another matter: the network of "
        "train1 is a little worse than the table, and the four heads of train4 change no more than other seeds do. "
        "The rung with positions and attention shows, and so does Adam. All of it together lowers the loss on names "
        "held out by little more than a tenth of a nat in a thousand rounds."
    )
    rung = OneOf("train1", list(RUNGS))
    view = OneOf("difference", VIEWS)
    guesses = Guesses()

    def __init__(self, rung="train1", **traits):
        super().__init__(rung=rung, **traits)

    def summary(self):
        words, names = RUNGS[self.rung], list(RUNGS)
        loss = mean(load_gains()["rungs"][self.rung]["held"])
        held = f"On names held out it comes to {loss:.2f} nats"
        if self.rung != names[0]:
            step, before = bought(load_gains())[self.rung], names[names.index(self.rung) - 1]
            held += f", {compared(step, before)}"
        return f"The ladder, {self.rung} ({words.title}): {words.idea} {held}."


def compared(step, before):
    """
    >>> compared(bought(load_gains())["train1"], "train0")
    '0.03 above train0: worse'
    >>> compared(bought(load_gains())["train2"], "train1")
    'the same as train1'
    """
    if step.difference == 0:
        return f"the same as {before}"
    side = "below" if step.difference < 0 else "above"
    return f"{abs(step.difference):.2f} {side} {before}: {step.verdict}"
