"""ex-10-2: entropy(probs)"""

import math
from decimal import Decimal
from functools import partial, reduce
from math import log, log2

import numpy

from microgpt import Value

from ..edits import edited

LOOP = """
from math import exp, log, log10, log2

def entropy(probs):
    total = 0.0
    for p in probs:
        if p > 0:
            total -= p * log2(p)
    return total
"""


def changed(*lines):
    """The loop with some of its parts replaced: old, new, old, new ..."""
    return edited(LOOP, "entropy", *zip(lines[::2], lines[1::2], strict=True))


def entropy(probs):
    return -sum(p * log2(p) for p in probs if p > 0)


def of_surprises(probs):
    return sum(p * log2(1 / p) for p in probs if p)


def with_continue(probs):
    total = 0
    for p in probs:
        if p == 0:
            continue
        total += -p * math.log(p, 2)
    return total


def nats_and_back(probs):
    nats = -sum(p * log(p) for p in probs if p > 0)
    return nats / log(2)


def with_a_default(probs):
    return sum(-p * log2(p) if p else 0 for p in probs)


def log_of_one_where_0(probs):
    """0 times any number is 0."""
    return -sum(p * log2(p or 1) for p in probs)


def tiny(probs):
    return -sum(p * log2(p + 1e-12) for p in probs)


def tiny_floor(probs):
    return -sum(p * log2(max(p, 1e-30)) for p in probs)


def with_try(probs):
    total = 0
    for p in probs:
        try:
            total += -p * log2(p)
        except ValueError:
            pass
    return total


def of_the_product(probs):
    return log2(math.prod(p**-p for p in probs if p))


def array(probs):
    p = numpy.array(probs)
    p = p[p > 0]
    return -(p * numpy.log2(p)).sum()


def array_where(probs):
    p = numpy.array(probs)
    return float(numpy.sum(numpy.where(p > 0, -p * numpy.log2(numpy.where(p > 0, p, 1)), 0)))


def array_32_bits(probs):
    p = numpy.array([p for p in probs if p], dtype=numpy.float32)
    return -(p * numpy.log2(p)).sum()


def values(probs):
    return sum(-Value(p) * Value(p).log() for p in probs if p) * (1 / log(2))


def decimals(probs):
    terms = [Decimal(p) * Decimal(p).ln() / Decimal(2).ln() for p in probs if p]
    return float(-sum(terms))


def folded(probs):
    return reduce(lambda total, p: total + (p * -log2(p) if p > 0.0 else 0.0), probs, 0.0)


def recursive(probs):
    if not probs:
        return 0.0
    first, *rest = probs
    return (first and -first * log2(first)) + recursive(rest)


def exact_sum(probs):
    return math.fsum(p * -log2(p) for p in filter(None, probs))


def while_loop(probs):
    i = total = 0
    while i < len(probs):
        if probs[i] != 0:
            total = total - probs[i] * log2(probs[i])
        i += 1
    return total


class Entropy:
    def __call__(self, probs):
        return entropy(probs)


RIGHT = [
    entropy,
    of_surprises,
    with_continue,
    nats_and_back,
    with_a_default,
    log_of_one_where_0,
    tiny,
    tiny_floor,
    with_try,
    of_the_product,
    array,
    array_where,
    array_32_bits,
    values,
    decimals,
    folded,
    recursive,
    exact_sum,
    while_loop,
    Entropy(),
    partial(entropy),
    changed(),
]

# Wrong


def then(change):
    return lambda probs: change(entropy(probs))


def prints(probs):
    print(entropy(probs))


def no_return(probs):
    total = entropy(probs)
    total += 0


def endless(probs):
    i = 0
    while i < len(probs):
        if probs[i] == 0:
            continue
        i += 0
    return i


def removes(probs):
    while 0 in probs:
        probs.remove(0)
    return entropy(probs)


seen = []


def kept(probs):
    seen.extend(probs)
    return entropy(seen)


TERM = "total -= p * log2(p)"
IF = "        if p > 0:\n    "
END = "return total"

WRONG = [
    (changed(IF, ""), "0 has no logarithm"),
    (changed(IF, "", TERM, "total += p * log2(1 / p)"), "0 has no logarithm"),
    (changed("if p > 0", "if p >= 0"), "0 has no logarithm"),
    (changed("-=", "+="), "the minus is missing"),
    (changed("log2(p)", "log(p)"), "in other units, called nats"),
    (changed("log2(p)", "log(p)", "-=", "+="), "in nats, where log2 counts in bits"),
    (changed("log2(p)", "log10(p)"), "to base 10"),
    (changed("log2(p)", "log(p, 10)"), "to base 10"),
    (changed("p * log2(p)", "log2(p)"), "multiply each by its probability"),
    (changed("p * log2(p)", "log(p)"), "multiply each by its probability"),
    (changed("-= p * log2(p)", "+= log2(p)"), "and take the minus"),
    (
        changed("p * log2(p)", "log2(p)", END, "return total / len(probs)"),
        "each token counted alike",
    ),
    (changed(END, "return total / len(probs)"), "the probabilities are weights already"),
    (changed(END, "return total / log2(len(probs))"), "the largest entropy that is possible"),
    (changed(END, "return log2(len(probs)) - total"), "lies below its largest"),
    (changed(END, "return 2 ** total"), "the number of tokens to choose from"),
    (changed(END, "return exp(total)"), "the number of tokens to choose from"),
    (changed(IF, "", "log2(p)", "log2(p + 1e-4)"), "and changes the others too"),
    (changed(IF, "", "log2(p)", "log2(p + 1e-9)"), "and changes the others too"),
    (
        changed(IF, "        p = max(p, 1e-8)\n"),
        "adds something all the same",
    ),
    (changed("log2(p)", "log2(1 + p)"), "the logarithm is that of 1 plus p"),
    (changed(IF, "", "log2(p)", "log2(p + 1)"), "the logarithm is that of 1 plus p"),
    (changed("if p > 0:", "if p == 0: total += 1\n        else:"), "a probability of 0 adds 1"),
    (
        changed("if p > 0", "if 0 < p < 1", TERM, "total -= p * log2(p) + (1 - p) * log2(1 - p)"),
        "1 - p has a share in it",
    ),
    (changed("if p > 0", "if p < 1", "log2(p)", "log2(1 - p)"), "the surprise is that of 1 - p"),
    (changed("p * log2", "(1 - p) * log2"), "the weight is 1 - p"),
    (changed(TERM, "total += p * (1 - p)"), "1 less the sum of the squares"),
    (changed(TERM, "total += p * p"), "that is the sum of the squares"),
    (changed(TERM, "total += p"), "the sum of the probabilities"),
    (changed("p * log2(p)", "p * p * log2(p)"), "the probability is squared"),
    (changed("-= p * log2(p)", "+= log2(p) ** 2"), "multiplied by itself"),
    (changed("if p > 0", "if 0 < p < 1", "p * log2(p)", "p / log2(p)"), "divided by its logarithm"),
    (changed("total -=", "total = -"), "the last term alone"),
    (
        changed("    return", "        return"),
        "the first term alone; add up all of them; return after",
    ),
    (changed("in probs", "in probs[1:]"), "the first probability is left out"),
    (changed("in probs", "in probs[:-1]"), "the last probability is left out"),
    (changed(IF, "        if p == 0:\n            break\n"), "the sum ends at the first 0"),
    (
        changed(IF, "        if p == 0:\n            return 0.0\n"),
        "the whole entropy is 0",
    ),
    (changed("in probs", "in set(probs)"), "equal probabilities count once"),
    (changed(END, "return log2(len(probs))"), "how many tokens there are; their"),
    (changed(END, "return -log2(max(probs))"), "the likeliest token alone; add"),
    (lambda probs: [-p * log2(p) if p else 0 for p in probs], "these are the terms"),
    (lambda probs: [-p * log2(p) for p in probs if p], "these are the terms"),
    (lambda probs: [-log2(p) for p in probs if p], "these are the surprises"),
    (lambda probs: -probs * log2(probs), "one number"),
    (lambda probs: log2(probs), "log2 takes one number"),
    (changed("total = 0.0", "total = 1.0"), "1 too large"),
    (changed("p * log2(p)", "2 * p * log2(p)"), "2 times"),
    (changed("if p > 0", "if p > 0.001"), None),
    (changed("if p > 0", "if p > 0.5"), None),
    (changed("p * log2(p)", "p ** log2(p)"), None),
    (changed(END, "return round(total, 3)"), "rounded to 3 digits"),
    (changed(END, "return round(total)"), "rounded to a whole number"),
    (changed(END, "return int(total)"), "the digits after the point are lost"),
    (changed(END, "return [total]"), "without a list around it"),
    (changed(END, "return str(total)"), "that is a text"),
    (changed("for p in probs", "for p in range(len(probs))"), None),
    (lambda a, b: 0, "does not start"),
    (removes, "changed its input"),
    (kept, "Something is kept between calls"),
    (prints, "it prints, and hands nothing back"),
    (no_return, "no return in it has a value"),
    (endless, "did not come back"),
    (1.5, "not a function"),
]
