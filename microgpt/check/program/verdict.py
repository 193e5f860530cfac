"""Compare what a program prints with the recorded run, and say what is right and what to fix."""

from dataclasses import dataclass, field
from math import inf

from ..result import Claim, Result
from .ending import Ending
from .reading import FEWEST_DIGITS
from .reasons import say_difference, say_ending
from .right import recorded
from .samples import weigh_samples

FIRST = 10  # losses that have to be printed, each of them
LOOK = 12  # losses that are read before a fault is named: as many as are recorded of each
RIGHT, DIFFERS, CANNOT = "right", "differs", "cannot run"
FORM = 'print(f"step {step + 1} / {num_steps} | loss {loss.data:.4f}")'


@dataclass
class Verdict(Result):
    """A Result of a program. `parted` is the step at which its losses leave the recorded run; `suspects` are faults."""

    parted: int | None = None
    suspects: list = field(default_factory=list)
    ending: str = ""

    @property
    def state(self):
        """In one or two words: right, differs, cannot run."""
        if self.passed:
            return RIGHT
        return DIFFERS if any(claim.met is False for claim in self.claims) else CANNOT


def parted(reading, steps=inf):
    """The first step whose loss differs from the recorded one; None if all agree."""
    right = recorded().losses
    for step, loss in reading.losses.items():
        if step <= min(steps, len(right)) and not loss.agrees(right[step - 1], reading.digits):
            return step
    return None


def judge(reading, id, steps=None, ending=None):
    """The Verdict on what was read: on the first `steps` losses alone, or on the whole run."""
    ending, total = ending or Ending(), len(recorded().losses)
    verdict = Verdict(id, "", [], ending=ending.kind)
    if reading.params is not None:
        verdict.claims.append(about_params(reading))
    first = min(steps or FIRST, FIRST)
    verdict.parted = parted(reading, steps or total)
    many = f"its first {first} losses are those" if first > 1 else "its first loss is that"
    begins = Claim(f"{many} of the recorded run")
    verdict.claims.append(begins)
    weigh_first(reading, begins, first, verdict, ending)
    if steps and steps > FIRST or not steps:
        last = min(steps or total, total)
        rest = Claim(f"so are the others, to step {last}")
        verdict.claims.append(rest)
        if begins.met:
            weigh_rest(reading, rest, last, verdict, ending)
    if not steps:
        samples = Claim(f"its {len(recorded().samples)} samples are those of the recorded run")
        verdict.claims.append(samples)
        if rest.met:
            weigh_samples(reading, samples, verdict, ending)
    return verdict


def about_params(reading):
    right = recorded().params
    claim = Claim(f"it has {right:,} parameters", reading.params == right)
    if not claim.met:
        claim.message = f"it counts {reading.params:,} parameters; the recorded run has {right:,}."
    return claim


def weigh_first(reading, claim, first, verdict, ending):
    """Whether the first losses agree."""
    losses = reading.losses
    needed = [step for step in range(1, first + 1) if step not in losses]
    if verdict.parted and verdict.parted <= first:
        claim.met = False
        say_difference(reading, claim, verdict)
    elif needed and ending.sentence():
        say_ending(reading, claim, verdict, ending)
    elif not losses:
        claim.message = (
            "no loss can be read: a line with the word loss and a decimal number is looked for."
        )
        claim.place = [f"Print one line for each round, such as {FORM}"]
    elif needed:
        claim.message = f"the losses of steps 1 to {first} are looked for; that of step {needed[0]} is not there."
        claim.place = [f"Print one line for each round, such as {FORM}"]
    elif reading.digits < FEWEST_DIGITS:
        claim.message = f"the losses have {reading.digits} digits after the point; print four: {{loss.data:.4f}}."
    else:
        claim.met = True


def weigh_rest(reading, claim, last, verdict, ending):
    """Whether the losses behind the first ones agree; those that are not printed are not asked for."""
    seen = max(reading.losses)
    if verdict.parted:
        claim.met = False
        say_difference(reading, claim, verdict)
    elif seen >= last or reading.samples:
        claim.met = True
    elif ending.sentence():
        say_ending(reading, claim, verdict, ending)
    else:
        claim.met = False
        claim.message = f"it ends after step {seen}, its losses right so far; those to step {last} are looked for."
