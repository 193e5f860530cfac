"""One training step of the program, recorded line by line, to be walked."""

import json
from functools import cache
from pathlib import Path

from ... import course
from ..base import Widget
from ..links import links
from ..traits import Number

RECORD = Path(__file__).parents[1] / "data" / "traced_step.js"


@cache
def load_moments():
    """The recorded moments, as tools/tracing.py describes them: what the page shows, read from its own module."""
    text = RECORD.read_text(encoding="utf-8")
    return [json.loads(line.rstrip(",")) for line in text.splitlines() if line.startswith("  {")]


class StepProgram(Widget):
    """One training step of the program on emma, line by line: the line just done, the next one, and the variables.

    The program itself ran when the course was made, and its run is recorded. `moment` is where you are: 0 is before
    the first line; the others follow as if every call were opened. Of a loop the first, the second and the last round
    are recorded; of the operations of a Value the first two that each function calls.

    >>> StepProgram(moment=1)
    One training step of the program on emma, line by line. Moment 1 of 525, in training loop: line 170 is done; \
num_steps is 1,000.
    >>> print(StepProgram().walk()[3])
    line 172 is done; tokens is [26, 4, 12, 12, 0, 26]
    """

    module = "program/step_program.js"
    moment = Number(0, low=0, high=len(load_moments()) - 1, whole=True)

    def summary(self):
        last = len(load_moments()) - 1
        call = calls(self.moment)[-1]
        return (
            "One training step of the program on emma, line by line. "
            f"Moment {self.moment} of {last}, in {call}: {said(load_moments()[self.moment])}."
        )

    def walk(self):
        """The step with no call opened: a short text for each line that is done."""
        return [said(moment) for i, moment in enumerate(load_moments()) if len(calls(i)) == 1]

    def public_state(self):
        return {**super().public_state(), "links": links(course.ready())}


def calls(at):
    """The names of the calls that are open at a moment, from the outermost on."""
    names = []
    for moment in load_moments()[:at]:
        if "call" in moment:
            names.append(moment["call"])
        if "gives" in moment:
            names.pop()
    return names + [moment["call"] for moment in load_moments()[at : at + 1] if "call" in moment]


def said(moment):
    """What happened, in a few words."""
    values = [f"{name} is {text}" for name, text in moment["set"].items()]
    if moment["line"] == 0:
        return "the list is read, the letters have numbers, the parameters are made"
    if "call" in moment:
        return "; ".join([f"{moment['call']} is called", *values])
    rounds = (
        [f"round {moment['round'][0]:,} of {moment['round'][1]:,}"] if "round" in moment else []
    )
    prints = [f"it prints: {' '.join(moment['prints'].split())}"] if "prints" in moment else []
    gives = [f"it gives back {moment['gives']}"] if moment.get("gives") else []
    return "; ".join([f"line {moment['line']} is done", *rounds, *values, *prints, *gives])
