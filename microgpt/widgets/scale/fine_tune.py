"""The trained model goes on training on a small list: what it learns, and what it forgets."""

import re

from traitlets import TraitError, default

from ...evidence import split
from ...finetune import FIFTH, LISTS
from ..base import Filled
from ..traits import ListTrait, Number, OneOf

LONGEST = 15  # letters of a name: with its end it fills the block
MOST = 500  # names


class SmallList(ListTrait):
    """A list of different names of small letters that the trained model knows; an empty one stands for a preset."""

    def validate(self, obj, value):
        if not isinstance(value, (list, tuple)) or not all(map(fits, value)):
            raise TraitError(
                f"{self.name} must be a list of names of 2 to {LONGEST} letters from a to z, not {value!r:.80}."
            )
        names = list(dict.fromkeys(value))
        if value and not FIFTH <= len(names) <= MOST:
            raise TraitError(
                f"{self.name} must hold {FIFTH} to {MOST} different names, not {len(names)}."
            )
        return names


def fits(name):
    return isinstance(name, str) and re.fullmatch(f"[a-z]{{2,{LONGEST}}}", name) is not None


class FineTune(Filled):
    """The trained model goes on training on a small list, in your browser: what it learns, and what it forgets.

    `preset` is one of the lists "olf", "stars" and "flowers"; `names` is your own list instead. `steps` is how many
    steps are made, each on one name, `learning_rate` where the rate begins that falls to 0, `mix` how many percent of
    the steps rehearse a name that the model was trained on before. `seed` draws the order.

    >>> FineTune(mix=25)
    Fine-tuning on 32 names, 6 of them held back: 200 rounds, learning rate 0.005, 25 % old names, seed 1.
    >>> FineTune(names=["ulfrun", "ulfrik", "ulfhild", "ulfgar", "ulfwin"]).listed()[-1]
    'ulfwin'
    """

    module = "scale/fine_tune.js"
    question = "The trained model reads nothing but names in -olf for 200 rounds. Can it still write the others?"
    seen = (
        "After 200 rounds the loss on the list falls from 2.78 to 0.66, and on the names held back to 1.06: it has "
        "learned the ending. On the course's names it rises from 2.39 to 4.42, worse than guessing every letter alike. "
        "With a quarter of old names mixed in it rises to 2.8 only, and the list still falls to about 0.9. The names "
        "of stars have less in common: those it learns by heart, and those held back gain little."
    )
    preset = OneOf("olf", LISTS)
    names = SmallList()
    steps = Number(200, low=10, high=1000, whole=True)
    learning_rate = Number(0.005, low=0.0005, high=0.05)
    mix = OneOf(0, [0, 25, 50])
    seed = Number(1, low=0, high=10**9, whole=True)

    @default("content")
    def _lists(self):
        return {"lists": LISTS}

    def listed(self):
        """The list it trains on: `names`, or the preset."""
        return self.names or LISTS[self.preset]

    def summary(self):
        names = self.listed()
        _, held_back = split(names, FIFTH)
        return (
            f"Fine-tuning on {len(names)} names, {len(held_back)} of them held back: {self.steps:,} rounds, "
            f"learning rate {self.learning_rate:g}, {self.mix} % old names, seed {self.seed}."
        )
