"""What the temperature does to the trained model's probabilities, and to the names it writes."""

import random
from math import log

from ..base import Widget
from ..traits import Letters, Number, OneOf
from .speaker import COLDEST, HOTTEST, LAST_SEED, LONGEST, entropy, known, next_letter, trained

SAMPLES = 10


class Temperature(Widget):
    """The temperature: every logit is divided by it before the softmax, and the names change with it.

    `prefix` is the beginning of a name; the bars are the probabilities of what comes next, in the `order` "likeliest"
    or "alphabet". Ten names are drawn at that temperature, each with a seed of its own, counted up from `seed`: when
    the temperature alone changes, the random numbers stay.

    >>> Temperature(prefix="em", temperature=0.5)
    After “em” at temperature 0.5: a 0.57, i 0.23, e 0.14; entropy 1.72 of 4.75 bits, as many as 3.3 equal choices.
    """

    module = "generation/temperature.js"
    prefix = Letters("em", shortest=0, longest=LONGEST)
    temperature = Number(1.0, low=COLDEST, high=HOTTEST)
    seed = Number(1, low=0, high=LAST_SEED - SAMPLES, whole=True)
    order = OneOf("likeliest", ["likeliest", "alphabet"])

    def probs(self):
        """{letter or "end": its probability after the prefix at this temperature}"""
        return next_letter(self.prefix, self.temperature)

    def bits(self):
        """The entropy of these probabilities in bits: 0 for a sure thing, 4.755 for 27 equal chances."""
        return entropy(self.probs().values()) / log(2)

    def names(self):
        """The ten names, as `generate` draws them with the seeds `seed`, `seed` + 1, ..."""
        from microgpt.sampling import generate

        model, tokenizer, _, _ = trained()
        return [
            generate(model, tokenizer, random.Random(self.seed + i), self.temperature, self.prefix)
            for i in range(SAMPLES)
        ]

    def groups(self):
        """[(name, "seen", "unseen" or "new")] of the ten names."""
        return [(name, known(name)) for name in self.names()]

    def summary(self):
        probs = self.probs()
        top = sorted(probs.items(), key=lambda item: -item[1])[:3]
        said = ", ".join(f"{letter} {p:.2f}" for letter, p in top)
        where = f"After “{self.prefix}”" if self.prefix else "At the start"
        bits, most = self.bits(), log(len(probs)) / log(2)
        return (
            f"{where} at temperature {self.temperature:g}: {said}; entropy {bits:.2f} of {most:.2f} bits, "
            f"as many as {2**bits:.1f} equal choices."
        )
