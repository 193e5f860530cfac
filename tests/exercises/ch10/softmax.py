"""ex-10-1: softmax(logits, temperature)"""

import math
from decimal import Decimal
from functools import partial
from math import exp

import numpy

from microgpt import Value
from microgpt.nn import softmax as of_the_package

from ..edits import edited

LOOP = """
from math import exp, log

def softmax(logits, temperature):
    scaled = [x / temperature for x in logits]
    largest = max(scaled)
    exps = [exp(x - largest) for x in scaled]
    total = sum(exps)
    return [e / total for e in exps]
"""


def changed(*lines):
    """The code with some of its parts replaced: old, new, old, new ..."""
    return edited(LOOP, "softmax", *zip(lines[::2], lines[1::2], strict=True))


def softmax(logits, temperature):
    largest = max(logits)
    exps = [exp((x - largest) / temperature) for x in logits]
    return [e / sum(exps) for e in exps]


def by_the_package(logits, temperature):
    return of_the_package([x / temperature for x in logits])


def inverse(logits, temperature):
    beta = 1 / temperature
    logits = [beta * x for x in logits]
    return of_the_package(logits)


def appended(logits, temperature):
    result, total, largest = [], 0, max(logits) / temperature
    for x in logits:
        e = math.exp(x / temperature - largest)
        total += e
        result.append(e)
    for i in range(len(result)):
        result[i] = result[i] / total
    return result


def log_sum_exp(logits, temperature):
    scaled = [x / temperature for x in logits]
    top = max(scaled)
    log_total = top + math.log(sum(exp(x - top) for x in scaled))
    return [exp(x - log_total) for x in scaled]


def array(logits, temperature):
    x = numpy.array(logits) / temperature
    e = numpy.exp(x - x.max())
    return e / e.sum()


def array_of_differences(logits, temperature):
    x = numpy.asarray(logits, dtype=float)
    e = numpy.exp((x - numpy.max(x)) / temperature)
    return (e / numpy.sum(e)).tolist()


def values(logits, temperature):
    return of_the_package([Value(x) / temperature for x in logits])


def powers_of_e(logits, temperature):
    top = max(logits)
    weights = [(math.e ** ((x - top) / temperature)) for x in logits]
    return [w / sum(weights) for w in weights]


def by_its_rivals(logits, temperature):
    """1 / the sum of exp of the differences to all; where that is too much for exp, 0."""

    def share(x):
        gaps = [(y - x) / temperature for y in logits]
        return 0.0 if max(gaps) > 700 else 1 / sum(exp(gap) for gap in gaps)

    return [share(x) for x in logits]


def decimals(logits, temperature):
    top = max(logits)
    exps = [(Decimal(x - top) / Decimal(temperature)).exp() for x in logits]
    return [float(e / sum(exps)) for e in exps]


def a_tuple(logits, temperature):
    return tuple(softmax(logits, temperature))


def while_loop(logits, temperature):
    i, exps = 0, []
    while i < len(logits):
        exps += [exp((logits[i] - max(logits)) / temperature)]
        i += 1
    return list(map(lambda e: e / sum(exps), exps))


def second_largest_by_sorting(logits, temperature):
    top = sorted(logits)[-1]
    exps = [exp((x - top) / temperature) for x in logits]
    return [e / math.fsum(exps) for e in exps]


def recursive(logits, temperature):
    if temperature != 1:
        return recursive([x / temperature for x in logits], 1)
    return of_the_package(logits)


class Softmax:
    def __call__(self, logits, temperature):
        return softmax(logits, temperature)


RIGHT = [
    softmax,
    by_the_package,
    inverse,
    appended,
    log_sum_exp,
    array,
    array_of_differences,
    values,
    powers_of_e,
    by_its_rivals,
    decimals,
    a_tuple,
    while_loop,
    second_largest_by_sorting,
    recursive,
    Softmax(),
    partial(softmax),
    changed(),
    lambda logits, temperature=1.0: softmax(logits, temperature),
]

# Wrong


def then(change):
    return lambda logits, temperature: change(softmax(logits, temperature))


def prints(logits, temperature):
    print(softmax(logits, temperature))


def no_return(logits, temperature):
    result = softmax(logits, temperature)
    result.sort()


def endless(logits, temperature):
    i = 0
    while i < len(logits):
        temperature = temperature
    return logits


def changes_its_input(logits, temperature):
    for i in range(len(logits)):
        logits[i] /= temperature
    return of_the_package(logits)


DIVIDED = "x / temperature for x in logits"
SHIFTED = "exp(x - largest)"
END = "return [e / total for e in exps]"

WRONG = [
    (changed(DIVIDED, "x for x in logits"), "the temperature changes nothing"),
    (changed(DIVIDED, "x - temperature for x in logits"), "the temperature changes nothing"),
    (changed(DIVIDED, "x + temperature for x in logits"), "the temperature changes nothing"),
    (
        changed(DIVIDED, "x for x in logits", SHIFTED, "exp(x - largest) / temperature"),
        "the temperature changes nothing",
    ),
    (changed(DIVIDED, "x * temperature for x in logits"), "you multiplied by the temperature"),
    (
        changed(
            DIVIDED, "x for x in logits", END, "return [e / total / temperature for e in exps]"
        ),
        "the probabilities are divided by the temperature",
    ),
    (
        changed(END, "return [e / total / temperature for e in exps]"),
        "the probabilities are divided by the temperature",
    ),
    (
        changed(
            DIVIDED, "x for x in logits", END, "return [e / total * temperature for e in exps]"
        ),
        "the probabilities are multiplied by the temperature",
    ),
    (
        changed(DIVIDED, "x for x in logits", "total =", "total = temperature *"),
        "the probabilities are divided by the temperature",
    ),
    (changed(SHIFTED, "exp(x)"), "exp of so large a number"),
    (changed("max(scaled)", "max(logits)"), "exp of so large a number"),
    (changed("in scaled]", "in logits]"), "you took the largest divided logit from the logits"),
    (
        changed("max(scaled)", "max(0, max(scaled))"),
        "exp of so low a number is 0",
    ),
    (changed("max(scaled)", "min(scaled)"), "what you took away is not the largest"),
    (changed("max(scaled)", "scaled[0]"), "what you took away is not the largest"),
    (changed("max(scaled)", "sum(scaled) / len(scaled)"), "what you took away is not the largest"),
    (
        changed(
            DIVIDED,
            "x for x in logits",
            END,
            "return [(e / total) ** (1 / temperature) for e in exps]",
        ),
        "which do not add up to 1",
    ),
    (
        changed(
            DIVIDED, "x for x in logits", END, "return [(e / total) ** temperature for e in exps]"
        ),
        "the power of a probability is 1 / temperature",
    ),
    (changed("/ temperature", "/ temperature ** 2"), "the square of the temperature"),
    (changed("/ temperature", "/ temperature ** 0.5"), "the root of the temperature"),
    (changed("/ temperature", "/ (1 + temperature)"), "1 plus the temperature"),
    (changed("/ temperature", "/ (temperature + 1e-8)"), "a small number is added"),
    (changed("/ temperature", "/ max(temperature, 0.1)"), "has a floor in your code"),
    (changed("/ temperature", "/ min(temperature, 2)"), "has a ceiling in your code"),
    (changed("/ temperature", "// temperature"), "lost their digits"),
    (changed("/ temperature", "/ (int(temperature) or 1)"), "has become a whole number"),
    (changed("/ temperature", "/ int(temperature)"), None),
    (changed("scaled = [", "temperature = min(1, temperature)\n    scaled = ["), "below 1 alone"),
    (changed("scaled = [", "temperature = max(1, temperature)\n    scaled = ["), "above 1 alone"),
    (
        changed(
            "scaled = [x / temperature for x in logits]",
            "scaled = [logits[0] / temperature, *logits[1:]]",
        ),
        "divides one logit alone",
    ),
    (changed(END, "return exps"), "they do not add up to 1"),
    (changed(END, "return scaled"), "these are the logits divided by the temperature"),
    (changed(END, "return total"), "that is the sum of what exp makes"),
    (changed(SHIFTED, "2 ** (x - largest)"), "powers of 2"),
    (changed(SHIFTED, "exp(largest - x)"), "the largest logit has the smallest"),
    (changed(SHIFTED, "x - largest"), "shares of how far"),
    (changed(SHIFTED, "x"), "shares of the logits themselves"),
    (changed("sum(exps)", "sum(scaled)"), "you divided by the sum of the logits"),
    (changed("sum(exps)", "len(exps)"), "you divided by how many there are"),
    (changed("sum(exps)", "sum(exps) + 1"), "one 1 too many"),
    (changed("sum(exps)", "sum(exps) + 1e-8"), "a small number is added to the sum"),
    (changed("sum(exps)", "sum(exps[1:])"), "the first is missing in the sum"),
    (changed("e / total", "log(e / total)"), "the logarithms of the probabilities"),
    (changed("e / total", "1 - e / total"), "1 less the probability"),
    (changed("e / total", "e // total"), None),
    (lambda logits, temperature: 0, "the answer is a list"),
    (then(of_the_package), "softmax done twice"),
    (then(lambda probs: [round(p, 4) for p in probs]), "rounded to 4 digits"),
    (then(lambda probs: sorted(probs, reverse=True)), "the largest first"),
    (then(lambda probs: sorted(probs)), "sorted"),
    (then(max), "the largest item alone"),
    (then(sum), "the sum of the items"),
    (then(lambda probs: probs.index(max(probs))), "the place of the largest logit"),
    (
        then(lambda probs: [1.0 * (p == max(probs)) for p in probs]),
        "all of it stands on the largest",
    ),
    (then(lambda probs: [1 / len(probs)] * len(probs)), "every logit has the same probability"),
    (then(lambda probs: dict(enumerate(probs))), "comes with its logit or its place"),
    (then(lambda probs: [probs]), "one list too many"),
    (then(iter), "collect them with list"),
    (then(str), "the answer is a list"),
    (changed("    return [e", "    for x in scaled:\n        return [x / 2] or [e"), None),
    (lambda logits, temperature: softmax(temperature, logits), None),
    (lambda temperature, logits: softmax(logits, temperature), "the values arrive in the order of"),
    (lambda logits: softmax(logits, 1), "does not start"),
    (prints, "it prints, and hands nothing back"),
    (no_return, "no return in it has a value"),
    (endless, "did not come back"),
    (changes_its_input, "changed its input"),
    ([0.5, 0.5], "not a function"),
    (changed("x / temperature for x in logits", "logits / temperature"), None),
]
