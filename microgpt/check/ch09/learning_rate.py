"""Exercise 9.4: a learning rate that falls in a straight line."""

import ast
from math import cos, exp, pi, prod, sqrt

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import nodes_in


def at(share):
    """learning_rate(step, steps, start): start times share(step, steps)."""
    return lambda step, steps, start: start * share(step, steps)


learning_rate = at(lambda step, steps: 1 - step / steps)


def of_part(share):
    """start times share(step / steps)"""
    return at(lambda step, steps: share(step / steps))


def floors(answer):
    """Whether it divides with //."""
    return any(isinstance(node.op, ast.FloorDiv) for node in nodes_in(answer, ast.BinOp))


def drawn(rng):
    steps = rng.randint(3, 400)
    return rng.randrange(1, steps), steps, rng.choice([0.01, 0.02, 0.05, 0.1, 0.3])


LEARNING_RATE = Function(
    "ex-09-4",
    "learning_rate(step, steps, start)",
    start="step / steps is the part of the run that is over; the rest of it is 1 - step / steps.",
    right=learning_rate,
    more=drawn,
    drawn="steps",
    cases=[
        Case("at the start", (0, 1000, 0.01), 0.01),
        Case("half of the run is over", (500, 1000, 0.01), 0.005),
        Case("the last step, still above 0", (199, 200, 0.0001), 0.0000005),
        Case("the second step of three", (1, 3, 0.3), 0.2),
        Case("another start", (5, 8, 1.0), 0.375),
        Case("a run of one step", (0, 1, 0.05), 0.05),
    ],
    mistakes=[
        Mistake(
            "the steps count from 0; here the rate is that of the next step.",
            at(lambda step, steps: 1 - (step + 1) / steps),
        ),
        Mistake(
            "the steps count from 0; here the rate is that of the step before.",
            at(lambda step, steps: 1 - (step - 1) / steps),
            at(lambda step, steps: min(1, 1 - (step - 1) / steps)),
        ),
        Mistake(
            "the rate reaches 0 in the last round, which then does nothing; divide by steps, not by steps - 1.",
            at(lambda step, steps: 1 - step / (steps - 1)),
            at(lambda step, steps: 1 - step / max(1, steps - 1)),
        ),
        Mistake(
            "the rate falls too slowly; divide by steps, not by steps + 1.",
            at(lambda step, steps: 1 - step / (steps + 1)),
        ),
        Mistake(
            "both numbers are one too large; the steps count from 0, and there are steps of them.",
            at(lambda step, steps: 1 - (step + 1) / (steps + 1)),
        ),
        Mistake(
            "the rate stays at start; it is to fall.",
            at(lambda step, steps: 1),
            because={floors: "// cuts the digits off: step // steps is always 0; use /."},
        ),
        Mistake(
            "the rate is always 0: // cuts the digits off; use /.",
            lambda step, steps, start: start * (steps - step) // steps,
            at(lambda step, steps: 0),
        ),
        Mistake(
            "the rate is 0 but for the first step: // cuts the digits off; use /.",
            at(lambda step, steps: (steps - step) // steps),
        ),
        Mistake(
            "the rate rises; it is start in step 0, and falls from there.",
            of_part(lambda part: part),
            at(lambda step, steps: (step + 1) / steps),
            of_part(lambda part: 1 + part),
        ),
        Mistake(
            "start is missing: that is the part of the run that is still to come; multiply it by start.",
            lambda step, steps, start: 1 - step / steps,
        ),
        Mistake(
            "that is the part of the run that is over; start times the rest of it is asked for.",
            lambda step, steps, start: step / steps,
        ),
        Mistake(
            "multiply start by 1 - step / steps: brackets come first.",
            lambda step, steps, start: start - step / steps,
            lambda step, steps, start: start * 1 - step / steps,
        ),
        Mistake(
            "start is not multiplied, so that the rate is below 0, or would be, and is cut; "
            "it is start * (1 - step / steps).",
            lambda step, steps, start: max(0, start - step / steps),
        ),
        Mistake(
            "brackets are missing: 1 - step comes before / there; it is start * (1 - step / steps).",
            at(lambda step, steps: (1 - step) / steps),
        ),
        Mistake(
            "step and steps are exchanged; step / steps is the part of the run that is over.",
            at(lambda step, steps: 1 - steps / step),
            at(lambda step, steps: 1 - steps / step if step else 1),
        ),
        Mistake(
            "you forgot to divide by steps.",
            at(lambda step, steps: steps - step),
            at(lambda step, steps: 1 - step),
        ),
        Mistake(
            "you divided by steps twice; once is enough.",
            at(lambda step, steps: (1 - step / steps) / steps),
        ),
        Mistake(
            "steps is used once less 1, and once whole; it is start * (1 - step / steps).",
            at(lambda step, steps: (steps - step) / (steps - 1)),
        ),
        Mistake(
            "what is left of the rate is cut again and again; begin with start in each step.",
            at(lambda step, steps: prod(1 - i / steps for i in range(step))),
            at(lambda step, steps: prod(1 - i / steps for i in range(step + 1))),
        ),
        Mistake(
            "start is divided where it should be multiplied.",
            lambda step, steps, start: (1 - step / steps) / start,
            lambda step, steps, start: start / (1 - step / steps),
        ),
        Mistake(
            "start is taken twice; multiply by it once.",
            lambda step, steps, start: start * start * (1 - step / steps),
            lambda step, steps, start: start * (1 - start * step / steps),
        ),
        Mistake(
            "the rate falls along a cosine, as in larger models; a straight line is asked for.",
            of_part(lambda part: (1 + cos(pi * part)) / 2),
            of_part(lambda part: cos(pi * part / 2)),
            of_part(lambda part: cos(pi * part)),
        ),
        Mistake(
            "the rate is multiplied by a fixed number at each step, so that it falls along a curve; "
            "a straight line is asked for.",
            *[
                at(lambda step, steps, base=base: base**step)
                for base in (0.5, 0.9, 0.95, 0.99, 0.999)
            ],
            *[at(lambda step, steps, by=by: exp(-by * step)) for by in (1, 0.1, 0.01)],
            at(lambda step, steps: (1 - 1 / steps) ** step),
        ),
        Mistake(
            "the rate falls as a power does, along a curve; a straight line is asked for.",
            of_part(lambda part: exp(-part)),
            of_part(lambda part: 0.5**part),
            of_part(lambda part: 0.1**part),
            of_part(lambda part: 0.01**part),
            of_part(lambda part: exp(-5 * part)),
            of_part(lambda part: exp(-10 * part)),
            of_part(lambda part: (1 - part) ** 2),
            of_part(lambda part: (1 - part) ** 3),
            of_part(lambda part: 1 - sqrt(part)),
            of_part(lambda part: 1 - part**2),
            of_part(lambda part: sqrt(1 - part)),
        ),
        Mistake(
            "the rate falls as 1 / step does, along a curve; a straight line is asked for.",
            at(lambda step, steps: 1 / (step + 1)),
            at(lambda step, steps: 1 / sqrt(step + 1)),
            of_part(lambda part: 1 / (1 + part)),
            lambda step, steps, start: start / step,
            at(lambda step, steps: 1 / step),
            at(lambda step, steps: 1 / max(1, step)),
        ),
        Mistake(
            "the line ends above 0; behind the last round it is to arrive at 0.",
            *[
                of_part(lambda part, end=end: 1 - (1 - end) * part)
                for end in (0.5, 0.1, 0.01, 0.2, 0.05)
            ],
        ),
        Mistake(
            "the rate is cut below, so that it does not come near 0; the line goes on to the end.",
            *[
                of_part(lambda part, least=least: max(least, 1 - part))
                for least in (0.5, 0.2, 0.1, 0.05, 0.01)
            ],
            *[
                lambda step, steps, start, least=least: max(least, start * (1 - step / steps))
                for least in (0.01, 0.001, 0.0001)
            ],
        ),
        Mistake(
            "the rate arrives at 0 in the middle of the run; it falls over all of it.",
            of_part(lambda part: 1 - 2 * part),
            of_part(lambda part: max(0, 1 - 2 * part)),
        ),
        Mistake(
            "the rate jumps; a straight line is asked for.",
            of_part(lambda part: 1 if part < 0.5 else 0.5),
            of_part(lambda part: 1 if part < 0.5 else 0.1),
            of_part(lambda part: 1 if part <= 0.5 else 0.5),
            of_part(lambda part: 1 if part <= 0.5 else 0.1),
        ),
        Mistake(
            "the rate rises first; it is start in step 0, and falls from there.",
            of_part(lambda part: 1 - abs(2 * part - 1)),
            *[at(lambda step, steps, most=most: min(1, (step + 1) / most)) for most in (10, 100)],
            *[
                of_part(lambda part, top=top: part / top if part < top else (1 - part) / (1 - top))
                for top in (0.1, 0.01, 0.05, 0.2)
            ],
        ),
        *[
            Mistake(
                f"start is always {own} here; use the one that is handed in.",
                lambda step, steps, start, own=own: own * (1 - step / steps),
            )
            for own in (0.01, 0.1)
        ],
        *[
            Mistake(
                f"there are always {own} steps here; use the number that is handed in.",
                at(lambda step, steps, own=own: 1 - step / own),
            )
            for own in (10, 100, 1000)
        ],
        Mistake(
            "that is how much the rate has fallen, with a minus; return the rate.",
            of_part(lambda part: -part),
        ),
        Mistake(
            "that is how much the rate falls in one step; return the rate of this step.",
            at(lambda step, steps: 1 / steps),
        ),
        Mistake(
            "these are the rates of several steps; return that of this step.",
            lambda step, steps, start: [learning_rate(i, steps, start) for i in range(step + 1)],
            lambda step, steps, start: [learning_rate(i, steps, start) for i in range(steps)],
        ),
    ],
)
