"""What goes wrong with the learning rate."""

from math import cos, pi, prod

from ..mistakes import Mistake
from .loop import START, rated


def compound(step, steps):
    """What is left if each step takes its part of what the one before has left."""
    return prod(1 - i / steps for i in range(step + 1))


def over_docs(rate):
    """A learning rate that knows how many documents there are."""
    return lambda model, tokenizer, docs, steps: rated(
        lambda step, steps: rate(step, steps, len(docs))
    )(model, tokenizer, docs, steps)


RATE = [
    # The learning rate
    Mistake(
        "the learning rate does not fall; it is 0.01 * (1 - step / steps), with rounds counted from 0.",
        rated(lambda step, steps: START),
    ),
    Mistake(
        "the learning rate counts the rounds from 1; step 0 has the whole 0.01.",
        rated(lambda step, steps: START * (1 - (step + 1) / steps)),
    ),
    Mistake(
        "the learning rate reaches 0 in the last round; divide by steps, not by steps - 1.",
        rated(lambda step, steps: START * (1 - step / (steps - 1))),
        rated(lambda step, steps: START * (1 - step / max(1, steps - 1))),
    ),
    Mistake(
        "the learning rate falls too slowly; divide by steps, not by steps + 1.",
        rated(lambda step, steps: START * (1 - step / (steps + 1))),
        rated(lambda step, steps: START * (1 - (step + 1) / (steps + 1))),
    ),
    Mistake(
        "the learning rate rises; it falls from 0.01 to 0.",
        rated(lambda step, steps: START * step / steps),
        rated(lambda step, steps: START * (step + 1) / steps),
    ),
    Mistake(
        "the step is not multiplied by the learning rate.",
        rated(lambda step, steps: 1.0),
    ),
    Mistake(
        "0.01 is not multiplied: it is 0.01 * (1 - step / steps).",
        rated(lambda step, steps: START - step / steps),
        rated(lambda step, steps: 1 - step / steps),
    ),
    Mistake(
        "the learning rate ends above 0; behind the last round it is to arrive at 0.",
        rated(lambda step, steps: START * (1 - step / (2 * steps))),
        rated(lambda step, steps: START * (1 - 0.9 * step / steps)),
        rated(lambda step, steps: max(0.005, START * (1 - step / steps))),
    ),
    Mistake(
        "the learning rate falls along a curve; a straight line is asked for.",
        rated(lambda step, steps: START * (1 - step / steps) ** 2),
        rated(lambda step, steps: START * (1 - step / steps) ** 0.5),
        rated(lambda step, steps: START * (1 + cos(pi * step / steps)) / 2),
        rated(lambda step, steps: START * cos(pi * step / steps / 2)),
        *[
            rated(lambda step, steps, base=base: START * base**step)
            for base in (0.5, 0.9, 0.95, 0.99, 0.999)
        ],
        rated(lambda step, steps: START / (step + 1)),
    ),
    Mistake(
        "the learning rate is cut again and again: each time, what is left of it is multiplied by "
        "1 - step / steps; begin with 0.01 in each round.",
        rated(lambda step, steps: START * compound(step, steps)),
    ),
    Mistake(
        "the learning rate falls as if there were always 1000 rounds; divide by steps.",
        rated(lambda step, steps: START * (1 - step / 1000)),
    ),
    Mistake(
        "the learning rate falls with the number of documents; divide by steps.",
        over_docs(lambda step, steps, count: START * (1 - step / count)),
        over_docs(lambda step, steps, count: START * (1 - (step % count) / count)),
    ),
    *[
        Mistake(
            f"the learning rate starts at {start}; it starts at 0.01.",
            rated(lambda step, steps, start=start: start * (1 - step / steps)),
            rated(lambda step, steps, start=start: start),
        )
        for start in (0.1, 0.001, 0.02, 0.05, 0.005, 0.003, 0.0003)
    ],
]
