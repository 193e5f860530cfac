"""Whether the names that a program draws are those of the recorded run."""

from .reasons import bullet
from .right import recorded
from .suspects import by_samples

ADVICE = [
    "All losses agree, so the weights are right: look at the sampling alone. Each name begins with",
    "BOS, position 0 and empty lists of keys and values; a letter takes one draw at temperature 0.5;",
    "and the random numbers go on where the weights left off.",
]


def weigh_samples(reading, claim, verdict, ending):
    """Whether the samples agree."""
    right, found = recorded().samples, reading.samples
    differs = next((i for i, (a, b) in enumerate(zip(found, right)) if a != b), None)
    if differs is not None:
        claim.met = False
        claim.message = (
            f"sample {differs + 1} is {found[differs]!r}; the recorded one is {right[differs]!r}."
        )
        verdict.suspects = by_samples(found)
        fits = ["The names fit this fault exactly:", *map(bullet, verdict.suspects)]
        claim.place = fits if verdict.suspects else ADVICE
    elif len(found) >= len(right):
        claim.met = True
    elif ending.sentence():
        claim.message = f"after {len(found)} samples: {ending.sentence()}"
        claim.place = ending.place(verdict.id) if ending.error else []
    elif found:
        claim.met = False
        claim.message = f"it prints {len(found)} samples, all right; the run has {len(right)}."
    else:
        claim.message = "no sample can be read after the last loss: one name a line is looked for."
        claim.place = ['Print them as print(f"sample {i + 1}: {name}")']
