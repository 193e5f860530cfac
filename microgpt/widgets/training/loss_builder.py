"""The loss of one prediction: the surprise of the right letter, and of nothing else."""

from functools import cache
from math import exp, log

from ..base import Widget
from ..traits import Number, OneOf

BEFORE, RIGHT = "em", "m"
"""In `emma`, em is followed by m."""

REST = {
    "evenly": "evenly among the other 26",
    "one": "all on a",
    "model": "as the trained model does",
}


@cache
def trained_chances():
    """{letter, or end: its chance after em} by the trained model.

    >>> max(trained_chances(), key=trained_chances().get)
    'a'
    """
    from microgpt.canonical import load_canonical

    return load_canonical().chances(BEFORE)


class LossBuilder(Widget):
    """What the loss pays for: you give the right letter a chance, share out the rest, and see which of it counts.

    After em the right letter is m, for the name is emma. `p` is the chance that m has; `rest` says how the others share
    what is left: "evenly", all on "one" of them, the letter a, or as the trained "model" does.

    >>> LossBuilder(p=0.1, rest="one")
    After em, m is right and has 0.100: the loss is −ln 0.100 = 2.303 nats, as unsure as among 10.0 choices. \
The rest, 0.900, is all on a; it changes nothing.
    >>> LossBuilder(p=0.9).loss()
    0.10536051565782628
    """

    module = "training/loss_builder.js"
    question = "What does the loss pay for, and what does it not care about?"
    seen = (
        "It pays for the chance of the right letter alone, −ln p, however the others share the rest. "
        "To be right and sure costs next to nothing. "
        "To be sure and wrong costs most: each time p falls to a tenth, 2.303 more."
    )
    p = Number(0.5, low=0.001, high=1)
    rest = OneOf("evenly", list(REST))

    def loss(self):
        """In nats."""
        return abs(log(self.p))  # never -0.0

    def choices(self):
        """Among how many equally likely letters one is as unsure."""
        return exp(self.loss())

    def chances(self):
        """{letter, or end: the chance it has}"""
        trained, left = trained_chances(), 1 - self.p
        share = {
            "evenly": lambda letter: 1 / (len(trained) - 1),
            "one": lambda letter: float(letter == "a"),
            "model": lambda letter: trained[letter] / (1 - trained[RIGHT]),
        }[self.rest]
        return {letter: self.p if letter == RIGHT else left * share(letter) for letter in trained}

    def summary(self):
        p = shown(self.p)
        return (
            f"After {BEFORE}, {RIGHT} is right and has {p}: the loss is −ln {p} = {self.loss():.3f} nats, "
            f"as unsure as among {self.choices():.1f} choices. "
            f"The rest, {shown(1 - self.p)}, is {REST[self.rest]}; it changes nothing."
        )


def shown(p):
    """
    >>> shown(0.5), shown(0.0085)
    ('0.500', '0.0085')
    """
    return f"{p:.4f}" if 0 < p < 0.01 else f"{p:.3f}"
