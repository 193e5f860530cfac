"""Whether generated names are new: counted against the list, and against what training saw of it."""

import random
from functools import lru_cache

from ..base import Widget
from ..traits import Number
from .speaker import COLDEST, HOTTEST, LAST_SEED, known, trained

MOST = 1000


class Novelty(Widget):
    """Generated names in three groups: seen in training, in the list but never seen, new.

    `count` names are drawn one after another with `seed`, as `generate` draws them. Python needs about ten seconds for
    1,000 of them, the page a moment.

    >>> Novelty(count=20, temperature=0.5)  # doctest: +ELLIPSIS
    20 names at temperature 0.5: 3 seen in training, 2 in the list but never seen, 15 new; ...
    """

    module = "generation/novelty.js"
    count = Number(20, low=1, high=MOST, whole=True)
    temperature = Number(1.0, low=COLDEST, high=HOTTEST)
    seed = Number(1, low=0, high=LAST_SEED, whole=True)

    def names(self):
        """The names, in the order in which they are drawn."""
        return list(drawn(self.count, self.temperature, self.seed))

    def groups(self):
        """{"seen": names, "unseen": names, "new": names}, each name as often as it was drawn."""
        groups = {"seen": [], "unseen": [], "new": []}
        for name in self.names():
            groups[known(name)].append(name)
        return groups

    def faults(self):
        """{"repeated", "empty", "cut": how many names}: drawn before, without a letter, cut at the block's end."""
        names, longest = self.names(), trained()[0].config.block_size
        return {
            "repeated": len(names) - len(set(names)),
            "empty": names.count(""),
            "cut": sum(len(name) == longest for name in names),
        }

    def mean_length(self):
        """How many letters a name has, on average."""
        names = self.names()
        return sum(map(len, names)) / len(names)

    def summary(self):
        seen, unseen, new = map(len, self.groups().values())
        faults = self.faults()
        return (
            f"{self.count:,} name{'s' * (self.count > 1)} at temperature {self.temperature:g}: {seen:,} seen in "
            f"training, {unseen:,} in the list but never seen, {new:,} new; mean length {self.mean_length():.1f}. "
            f"Repeated {faults['repeated']:,}, empty {faults['empty']:,}, cut off {faults['cut']:,}."
        )


@lru_cache(maxsize=16)
def drawn(count, temperature, seed):
    """`count` names of one random number generator, one after another."""
    from microgpt.sampling import generate

    model, tokenizer, _, _ = trained()
    rng = random.Random(seed)
    return tuple(generate(model, tokenizer, rng, temperature) for _ in range(count))
