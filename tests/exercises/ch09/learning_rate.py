"""ex-09-4: learning_rate(step, steps, start)"""

import math
from decimal import Decimal
from fractions import Fraction
from functools import partial

import numpy

from microgpt import Value
from microgpt.training import schedule

from ..edits import edited

SHORT = """
from math import cos, exp, pi, sqrt

def learning_rate(step, steps, start):
    return start * (1 - step / steps)
"""


def learning_rate(step, steps, start):
    return start * (1 - step / steps)


def what_is_left(step, steps, start):
    return start * (steps - step) / steps


def less_a_part(step, steps, start):
    return start - start * step / steps


def less_a_part_each_time(step, steps, start):
    lr = start
    for _ in range(step):
        lr -= start / steps
    return lr


def from_the_end(step, steps, start):
    one = start / steps
    return one * (steps - step)


def all_rates(step, steps, start):
    return [start * i / steps for i in range(steps, 0, -1)][step]


def never_below_0(step, steps, start):
    return max(0.0, start * (1 - step / steps))


def linspace(step, steps, start):
    return numpy.linspace(start, 0.0, steps + 1)[step]


def interpolated(step, steps, start):
    return numpy.interp(step, [0, steps], [start, 0.0])


def fractions(step, steps, start):
    return float(Fraction(start) * (1 - Fraction(step, steps)))


def decimals(step, steps, start):
    return float(Decimal(str(start)) * (1 - Decimal(step) / Decimal(steps)))


def values(step, steps, start):
    return Value(start) * (1 - step / steps)


def mixed(step, steps, start):
    part = step / steps
    return (1 - part) * start + part * 0.0


def recursive(step, steps, start):
    if step == 0:
        return start
    if step > 200:  # not too deep
        return recursive(step // 2, steps, start) - start * (step - step // 2) / steps
    return recursive(step - 1, steps, start) - start / steps


def of_the_package(step, steps, start):
    return [lr for _, _, lr in schedule(["a"], steps, start)][step]


def by_cases(step, steps, start):
    if step >= steps:
        return 0.0
    if not step:
        return start
    return math.fsum([start, -start * step / steps])


class Schedule:
    def __call__(self, step, steps, start):
        return learning_rate(step, steps, start)


RIGHT = [
    learning_rate,
    what_is_left,
    less_a_part,
    less_a_part_each_time,
    from_the_end,
    all_rates,
    never_below_0,
    linspace,
    interpolated,
    fractions,
    decimals,
    values,
    mixed,
    recursive,
    of_the_package,
    by_cases,
    Schedule(),
    partial(learning_rate),
    edited(SHORT, "learning_rate"),
]

# Wrong

FORMULA = "start * (1 - step / steps)"


def written(formula):
    """The function with another formula."""
    return edited(SHORT, "learning_rate", (FORMULA, formula))


def prints(step, steps, start):
    print(learning_rate(step, steps, start))


def endless(step, steps, start):
    lr = start
    while step > -1:
        lr -= start / steps
    return lr


def no_return(step, steps, start):
    start -= start * step / steps


calls = []


def counts_its_calls(step, steps, start):
    calls.append(step)
    return start * (1 - (len(calls) - 1) / steps)


def first_round(step, steps, start):
    for i in range(steps):
        return start * (1 - i / steps)


WRONG = [
    (written("start * (1 - (step + 1) / steps)"), "that of the next step"),
    (written("start * (steps - step - 1) / steps"), "that of the next step"),
    (written("start * (1 - (step - 1) / steps)"), "that of the step before"),
    (written("start * (1 - step / (steps - 1))"), "not by steps - 1"),
    (written("start * (1 - step / max(1, steps - 1))"), "not by steps - 1"),
    (written("start * (1 - step / (steps + 1))"), "not by steps + 1"),
    (written("start * (1 - (step + 1) / (steps + 1))"), "both numbers are one too large"),
    (written("start"), "the rate stays at start"),
    (first_round, "the rate stays at start"),
    (written("start * (1 - step // steps)"), "// cuts the digits off"),
    (written("start * (steps - step) // steps"), "// cuts the digits off"),
    (written("start * ((steps - step) // steps)"), "// cuts the digits off"),
    (written("start * int(1 - step / steps)"), "the rate is 0 but for the first step"),
    (written("start * round(1 - step / steps)"), None),
    (written("start * step / steps"), "the rate rises"),
    (written("start * (1 + step / steps)"), "the rate rises"),
    (written("1 - step / steps"), "start is missing"),
    (written("step / steps"), "the part of the run that is over"),
    (written("start - step / steps"), "brackets come first"),
    (written("start * 1 - step / steps"), "brackets come first"),
    (written("max(0, start - step / steps)"), "start is not multiplied"),
    (written("start * (1 - step) / steps"), "1 - step comes before /"),
    (written("start * (1 - steps / step)"), "step and steps are exchanged"),
    (written("start * (steps - step)"), "you forgot to divide"),
    (written("start * (1 - step)"), "you forgot to divide"),
    (written("(1 - step / steps) / start"), "start is divided"),
    (written("start / (1 - step / steps)"), "start is divided"),
    (written("start * start * (1 - step / steps)"), "start is taken twice"),
    (written("start * (1 + cos(pi * step / steps)) / 2"), "along a cosine"),
    (written("start * cos(pi / 2 * step / steps)"), "along a cosine"),
    (written("start * 0.5 ** step"), "multiplied by a fixed number"),
    (written("start / 2 ** step"), "multiplied by a fixed number"),
    (written("start * 0.99 ** step"), "multiplied by a fixed number"),
    (written("start * (1 - 1 / steps) ** step"), "multiplied by a fixed number"),
    (written("start * exp(-step / steps)"), "along a curve"),
    (written("start * exp(-step)"), "along a curve"),
    (written("start * (1 - step / steps) ** 2"), "along a curve"),
    (written("start * sqrt(1 - step / steps)"), "along a curve"),
    (written("start / (step + 1)"), "as 1 / step does"),
    (written("start / sqrt(step + 1)"), "as 1 / step does"),
    (written("start / step"), "as 1 / step does"),
    (written("start * (1 - 0.9 * step / steps)"), "the line ends above 0"),
    (written("start * max(0.1, 1 - step / steps)"), "cut below"),
    (written("max(0.001, start * (1 - step / steps))"), "cut below"),
    (written("start * (1 - 2 * step / steps)"), "in the middle of the run"),
    (written("start if step < steps / 2 else start / 2"), "the rate jumps"),
    (written("start * (1 - abs(2 * step / steps - 1))"), "the rate rises first"),
    (written("0.01 * (1 - step / steps)"), "always 0.01 here"),
    (written("start * (1 - step / 1000)"), "always 1000 steps here"),
    (written("-start * step / steps"), "how much the rate has fallen"),
    (written("start / steps"), "how much the rate falls in one step"),
    (written("[start * (1 - i / steps) for i in range(steps)]"), "the rates of several steps"),
    (written("start * (step / steps - 1)"), "the sign is turned round"),
    (written("round(start * (1 - step / steps), 4)"), "rounded to 4 digits"),
    (written("round(start * (1 - step / steps), 3)"), "rounded to 3 digits"),
    (written("100 * start * (1 - step / steps)"), "100 times what it should be"),
    (written("start - start / steps"), None),
    (written("start * (1 - step / steps) - 0.001"), "every result is 0.001 too small"),
    (written("[start * (1 - step / steps)]"), "without a list around it"),
    (written("str(start * (1 - step / steps))"), "that is a text"),
    (written("0.005"), "whatever comes in"),
    (written("steps"), "that is steps, as it came in"),
    (prints, "it prints, and hands nothing back"),
    (no_return, "no return in it has a value"),
    (endless, "did not come back"),
    (counts_its_calls, None),
    (lambda steps, step, start: start * (1 - step / steps), "arrive in the order of"),
    (lambda step, steps: 1 - step / steps, "does not start"),
    (0.01, "not a function"),
]
