"""Read what a program prints of its run: losses, the number of parameters, samples.

The contract. Everything else that is printed is passed over.

A *loss* is the first decimal number after the word "loss", on a line of its own. A line of nothing but numbers will do:
its first decimal number is the loss. So will a list of numbers in brackets. The number of the step is what follows the
word step, iteration or epoch, or a whole number at the start of the line; where there is none, the lines are counted.
Steps may begin at 0 or at 1. How exact a number is, its digits say: 3.4632 stands for all that rounds to it. Where
zeros at the end are left out, the longest number tells how many digits there are. Three are needed.

    step    1 / 1000 | loss 3.4632        0: loss=3.4632        1 3.4632        3.463208497844406

The *number of parameters* is a whole number beside a word that begins with "param".

    num params: 4192                      4,192 parameters

*Samples* stand after the last loss, one a line: after the word sample and a number, or after a number, or one word
alone.

    sample  1: dadin                      1. dadin              dadin
"""

import re
from math import isfinite
from typing import NamedTuple

SLACK = 1e-6  # how much sums in another order may differ, and more than they do
FEWEST_DIGITS = 3
LAST = 1000  # losses, and lines after them, that are looked at
LONGEST = 20_000  # characters of a line that are looked at,
SHORT = 300  # and of one that is no list

COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
DECIMAL = r"[-+]?\d*\.\d+(?:[eE][-+]?\d+)?"
ODD = r"[-+]?(?:nan|inf(?:inity)?)"
LOSS = re.compile(rf"\bloss.*?(?<![\w.])({DECIMAL}|{ODD})\b", re.IGNORECASE)
STEP = re.compile(r"\b(?:step|iter\w*|epoch)\W{0,3}(\d+)", re.IGNORECASE)
LEADING = re.compile(r"\W*(\d+)(?![\d.])")
NUMBERS = re.compile(
    rf"\W*(?:(?:step|iter\w*|epoch)\b)?[\d\W]*?(?<![\w.])({DECIMAL})(?!\.\d)[-+\d.\W]*", re.I
)
LIST = re.compile(r"\s*\[(.*)\]\s*")
TOTAL = re.compile(r"\d\s*(?:/|of)\s*(\d+)\b")
COUNTED = {"params": r"param\w*", "names": r"(?:docs|documents|names)", "tokens": r"vocab\w*"}
COUNTS = {
    name: re.compile(
        rf"\b{word}\b\D{{0,20}}?(\d[\d,_]*)(?!\.?\w)|(\d[\d,_]*) (?:\w+ )?{word}\b", re.I
    )
    for name, word in COUNTED.items()
}
SAMPLES = [
    re.compile(r"\W*sample\W*\d+\W*?\s*['\"]?(\w*)['\"]?\s*", re.IGNORECASE),
    re.compile(r"\W*\d+\W+?['\"]?([^\W\d]*)['\"]?\s*"),
    re.compile(r"\s*['\"]?([^\W\d]+)['\"]?,?\s*"),
]


class Printed(NamedTuple):
    """A number as it was printed: `digits` after the point, of the 3.4632 of `value`."""

    value: float
    digits: int
    text: str

    def agrees(self, exact, digits=None):
        """Whether the exact number is printed like this, where `digits` are printed."""
        digits = self.digits if digits is None else digits
        return abs(self.value - exact) <= 0.5 * 10.0**-digits + SLACK


def number(text):
    """A text as a Printed.

    >>> number("3.4632"), number("3.46e-1").digits
    (Printed(value=3.4632, digits=4, text='3.4632'), 3)
    """
    mantissa, _, power = text.lower().partition("e")
    if not isfinite(float(text)):
        return Printed(float(text), 0, text)
    return Printed(float(text), max(0, len(mantissa.partition(".")[2]) - int(power or 0)), text)


class Reading:
    """What has been read so far; `add` takes one line, `steps` is how many losses it may have.

    `counts` holds the numbers of names and tokens too, where they are printed before the losses, and `total` how many
    steps the program says it makes: they help to find a fault.

    >>> reading = Reading(["num params: 4192", "step 1 / 1000 | loss 3.4632", "sample 1: dadin"])
    >>> reading.params, reading.losses[1].text, reading.samples
    (4192, '3.4632', ['dadin'])
    """

    def __init__(self, lines=(), steps=LAST):
        self.counts, self.total, self.steps = {}, 0, steps
        self._losses, self._after, self._numbered = [], [], True
        for line in lines:
            self.add(line)

    def add(self, line):
        """Take one more line; whether it holds a loss."""
        line = COLOUR.sub("", line[:LONGEST])
        found = losses_in(line) if len(self._losses) < self.steps else []
        for step, loss in found:
            before = self._losses[-1][0] if self._losses else -1
            self._numbered = self._numbered and step is not None and step > before
            self._losses.append((step, loss))
        if found:
            self._after = []
            self.total = self.total or int((TOTAL.search(line) or [0, 0])[1])
        elif len(self._after) < LAST:
            self._after.append(line[:SHORT])
        if not found and not self._losses:
            self._count(line[:SHORT])
        return bool(found)

    def _count(self, line):
        for name, form in COUNTS.items():
            if name not in self.counts and (match := form.search(line)):
                self.counts[name] = int(re.sub(r"\D", "", match[1] or match[2]))

    @property
    def params(self):
        """The number of parameters, or None."""
        return self.counts.get("params")

    @property
    def losses(self):
        """{step, from 1: Printed}"""
        return {self._step(i): loss for i, (_, loss) in enumerate(self._losses)}

    @property
    def last(self):
        """(step, Printed) of the last loss; (0, None) as long as there is none."""
        if not self._losses:
            return 0, None
        return self._step(len(self._losses) - 1), self._losses[-1][1]

    def _step(self, index):
        number, first = self._losses[index][0], self._losses[0][0]
        return number + (first == 0) if self._numbered else index + 1

    @property
    def digits(self):
        """How many digits after the point the losses have."""
        return max((loss.digits for _, loss in self._losses), default=0)

    @property
    def samples(self):
        """The names that it has drawn."""
        found = [
            [match[1] for line in self._after if (match := form.fullmatch(line))]
            for form in SAMPLES
        ]
        return max(found, key=len)


def losses_in(line):
    """[(step or None, Printed)] of one line.

    >>> losses_in("step 3: loss 3.25")
    [(3, Printed(value=3.25, digits=2, text='3.25'))]
    >>> [loss.text for _, loss in losses_in("[3.25, 3.5]")]
    ['3.25', '3.5']
    """
    if many := LIST.fullmatch(line):
        texts = [text.strip() for text in many[1].split(",")]
        if all(re.fullmatch(DECIMAL, text) for text in texts):
            return [(None, number(text)) for text in texts]
    line = line[:SHORT]
    match = LOSS.search(line) or NUMBERS.fullmatch(line)
    if not match:
        return []
    step = STEP.search(line) or LEADING.match(line)
    return [(int(step[1]) if step else None, number(match[1]))]
