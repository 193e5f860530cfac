"""Compare what a program prints with the recorded run, and say what is right and what to fix."""

import re
from dataclasses import dataclass, field
from math import inf

from ..result import Claim, Result
from .advice import advice
from .facts import fact, of_setup
from .reading import FEWEST_DIGITS
from .right import recorded
from .suspects import by_error, by_losses, by_samples, compared, says

FIRST = 10  # losses that have to be printed, each of them
LOOK = 12  # losses that are read before a fault is named: as many as are recorded of each
RIGHT, DIFFERS, CANNOT = "right", "differs", "cannot run"
FORM = 'print(f"step {step + 1} / {num_steps} | loss {loss.data:.4f}")'
ENDS = {
    "time": "its time was over; --limit gives it more.",
    "output": "it printed far more than the run does, and was ended.",
    "keyboard": "it was stopped from the keyboard.",
}


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


@dataclass
class Ending:
    """How a program ended: `kind` is that of `microgpt.child.Child`, or "keyboard"; `errors` is its stderr."""

    kind: str = "done"
    errors: str = ""
    code: int = 0

    @property
    def error(self):
        """The last line of a traceback, as "ValueError: text"; empty if there is none."""
        found = re.findall(
            r"^(\w[\w.]*(?:Error|Exception|Interrupt)\b.*)$", self.errors, re.MULTILINE
        )
        return found[-1].strip()[:200] if found and self.kind == "done" else ""

    def place(self, file):
        """The line of the program at which the error arose, and its text."""
        frames = re.findall(
            r'^  File "(.*)", line (\d+).*(?:\n    (.*))?', self.errors, re.MULTILINE
        )
        frames = [frame for frame in frames if frame[0].endswith(file)] or frames
        return [f"line {line}: {text.strip()}".removesuffix(": ") for _, line, text in frames[-1:]]

    def sentence(self):
        """How it ended, as the end of a sentence; empty if by itself, without an error."""
        if self.error or self.kind != "done" or not self.code:
            return f"it ended with {self.error}" if self.error else ENDS.get(self.kind, "")
        last = (self.errors.strip().splitlines() or ["it says nothing"])[-1][:200]
        return f"it ended with the exit code {self.code}: {last}"


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
        differ(reading, claim, verdict)
    elif needed and ending.sentence():
        say_ending(reading, claim, verdict, ending)
    elif not losses:
        claim.message = (
            "no loss can be read: a line with the word loss and a decimal number is looked for."
        )
        claim.place = [f"Print one line for each step, such as {FORM}"]
    elif needed:
        claim.message = f"the losses of steps 1 to {first} are looked for; that of step {needed[0]} is not there."
        claim.place = [f"Print one line for each step, such as {FORM}"]
    elif reading.digits < FEWEST_DIGITS:
        claim.message = f"the losses have {reading.digits} digits after the point; print four: {{loss.data:.4f}}."
    else:
        claim.met = True


def weigh_rest(reading, claim, last, verdict, ending):
    """Whether the losses behind the first ones agree; those that are not printed are not asked for."""
    seen = max(reading.losses)
    if verdict.parted:
        claim.met = False
        differ(reading, claim, verdict)
    elif seen >= last or reading.samples:
        claim.met = True
    elif ending.sentence():
        say_ending(reading, claim, verdict, ending)
    else:
        claim.met = False
        claim.message = (
            f"it ends after step {seen}; the run has {last} steps. Its losses agree so far."
        )


def say_ending(reading, claim, verdict, ending):
    """The message for a program that ended before it came so far."""
    so_far = f"after step {reading.last[0]}, its losses right so far"
    done = so_far if reading.losses else "before its first loss"
    claim.message = f"{done}: {ending.sentence()}"
    if ending.error:
        claim.place = ending.place(verdict.id)
        verdict.suspects = by_error(reading, ending.error.partition(":")[0])
        if verdict.suspects:
            claim.place += [
                "These faults end like this; it may be another:",
                *map(bullet, verdict.suspects),
            ]


def differ(reading, claim, verdict):
    """The message for losses that differ."""
    step = verdict.parted
    printed, right = reading.losses[step], recorded().losses[step - 1]
    claim.message = (
        f"step {step}: the loss it prints is {printed.text}; the recorded one is "
        f"{right:.{max(printed.digits, 4)}f}."
    )
    verdict.suspects = by_losses(reading, step)
    if verdict.suspects:
        claim.place = name_suspects(reading, verdict.suspects)
    else:
        strikes = fact(reading.losses, recorded().losses, reading.digits)
        none = "The numbers fit none of the usual faults exactly."
        setup = of_setup(reading, recorded().counts)
        claim.place = [strikes or none, *setup, *advice(step, reading.digits)]


def say_unsteady(verdict, again):
    """Put into a verdict that a second run prints another first loss."""
    claim = next(claim for claim in verdict.claims if claim.text.startswith("its first"))
    claim.place = [
        f"A second run prints {again}: the numbers change from run to run. Call random.seed(42) before",
        "the first draw, and sort whatever comes out of a set.",
    ]
    verdict.suspects = ["unsteady"]


def name_suspects(reading, names):
    number = compared(reading, names[0])
    losses = f"{number} losses" if number > 1 else "the one loss"
    if len(names) == 1:
        return [f"The numbers fit this fault exactly ({losses} compared):", bullet(names[0])]
    return [f"The numbers fit these faults, which give the same {losses}:", *map(bullet, names)]


def bullet(name):
    return f"  {says(name)}"


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
        claim.place = (
            ["The names fit this fault exactly:", *map(bullet, verdict.suspects)]
            if verdict.suspects
            else [
                "All losses agree, so the weights are right: look at the sampling alone. Each name begins with",
                "BOS, position 0 and empty lists of keys and values; a letter takes one draw at temperature 0.5;",
                "and the random numbers go on where the weights left off.",
            ]
        )
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
