"""How many units of the hidden layer are on: measured on a trained model, over every token of a list of names.

A unit is one number of the hidden layer. It is on at a token where it is above zero, so that ReLU lets it through; else
it is off there, and adds nothing to the guess.
"""

from dataclasses import dataclass

from microgpt import fast
from microgpt.model import GPT

BATCH = 64  # names at once


@dataclass(frozen=True)
class Activity:
    """What `measure` found: over how many names and `tokens`, and at how many tokens each unit was on.

    >>> Activity(names=1, tokens=4, on=[4, 1, 0, 3])
    Activity(1 names, 4 tokens: 50.0 % of 4 units off; never on: 1; always on: 1)
    """

    names: int
    tokens: int
    on: list

    @property
    def off(self) -> float:
        """The share of units that are off at a token, on average."""
        return 1 - sum(self.on) / (len(self.on) * self.tokens)

    @property
    def never(self) -> list[int]:
        """The units that are on at no token."""
        return [unit for unit, count in enumerate(self.on) if count == 0]

    @property
    def always(self) -> list[int]:
        """The units that are on at every token."""
        return [unit for unit, count in enumerate(self.on) if count == self.tokens]

    def __repr__(self):
        return (
            f"Activity({self.names} names, {self.tokens} tokens: {self.off:.1%} of {len(self.on)} units off; "
            f"never on: {len(self.never)}; always on: {len(self.always)})"
        ).replace("%", " %")


def measure(model: GPT, tokenizer, names) -> Activity:
    """How the units of the last layer's MLP behave, at BOS and at each letter of every name.

    Of a name that is longer than the model can read, what does not fit is left out.

    >>> from microgpt.canonical import load_canonical
    >>> run = load_canonical()
    >>> measure(run.model, run.tokenizer, ["emma", "anna"]).tokens
    10
    """
    arrays = fast.GPT.from_scalar(model)
    documents = sorted((tokenizer.encode(name) for name in names), key=len)
    tokens, on = 0, 0
    for start in range(0, len(documents), BATCH):
        arrays.loss(documents[start : start + BATCH])
        network = arrays._network
        real = network.surprise.weights > 0  # not padding
        hidden = network.branches[-1][1].fc1.y[real]  # after ReLU
        tokens += len(hidden)
        on = on + (hidden > 0).sum(axis=0)
    return Activity(len(documents), tokens, on.tolist())
