"""One round of the program, recorded line by line, to be walked."""

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
    lines = RECORD.read_text(encoding="utf-8").splitlines()
    return [json.loads(line.rstrip(",")) for line in lines if line.startswith("  {")]


class StepProgram(Widget):
    """One round of the program on emma, line by line: the line just done, the next one, and the variables.

    The program itself ran when the course was made, and its run is recorded. `moment` is where you are: 0 is before
    the first line; the others follow as if every call were opened. Of a loop the first, the second and the last round
    are recorded; of the operations of a Value, the first two of each kind that a function calls.

    >>> StepProgram()
    One round of the program on emma, line by line. Moment 0 of 524, in training loop: the list is read, the \
letters have numbers, the parameters are made.
    >>> StepProgram.of("encode")
    One round of the program on emma, line by line. Moment 3 of 524, in encode: encode is called; doc is 'emma'.
    >>> StepProgram().walk()[0]
    'the list is read, the letters have numbers, the parameters are made'
    """

    module = "program/step_program.js"
    moment = Number(0, low=0, high=len(load_moments()) - 1, whole=True)
    question = "What has changed after each line of a round of training, and which line comes next?"
    seen = (
        "The training loop itself has few lines. Twice it goes deep: gpt is called for each letter, and inside it "
        "every number is a Value that is multiplied and added; backward then goes through all of these Values once, "
        "from the loss to the parameters. Adam moves each parameter, and sets its gradient back to 0."
    )

    @classmethod
    def of(cls, call):
        """At the beginning of the first call of a function, by its name."""
        names = [moment.get("call") for moment in load_moments()]
        return cls(moment=names.index(call))

    def summary(self):
        moments = load_moments()
        return (
            "One round of the program on emma, line by line. "
            f"Moment {self.moment} of {len(moments) - 1}, in {calls(self.moment)[-1]}: {said(moments[self.moment])}."
        )

    def walk(self):
        """The round with no call opened: a short text for each line that is done."""
        return [said(moment) for at, moment in enumerate(load_moments()) if len(calls(at)) == 1]

    def public_state(self):
        return {**super().public_state(), "links": links(course.ready())}

    def on_paper(self):
        from html import escape  # only here: the page's own Python has no module html

        lines = "".join(f"<li>{escape(text, quote=False)}</li>" for text in self.walk())
        return f'<div class="mg-trace-paper"><p>The whole round, with no call opened:</p><ol>{lines}</ol></div>'


def calls(at):
    """The names of the calls that are open at a moment, from the outermost on."""
    names = []
    for i, moment in enumerate(load_moments()[: at + 1]):
        if "call" in moment:
            names.append(moment["call"])
        if "gives" in moment and i < at:
            names.pop()
    return names


def said(moment):
    """What happened, in a few words."""
    if moment["line"] == 0:
        return "the list is read, the letters have numbers, the parameters are made"
    call, line = moment.get("call"), moment["line"]
    parts = [f"{call} is called" if call else f"line {line} is done"]
    if "round" in moment:
        parts.append("round {:,} of {:,}".format(*moment["round"]))
    parts += [f"{name} is {text}" for name, text in moment["set"].items()]
    if "prints" in moment:
        parts.append(f"it prints: {' '.join(moment['prints'].split())}")
    if moment.get("gives"):
        parts.append(f"it gives back {moment['gives']}")
    return "; ".join(parts)
