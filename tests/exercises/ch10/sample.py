"""ex-10-3: sample(probs, u)"""

import bisect
import math
import random
from fractions import Fraction
from functools import partial
from itertools import accumulate

import numpy

from ..edits import edited

LOOP = """
import random

def sample(probs, u):
    total = 0.0
    for i, p in enumerate(probs):
        total += p
        if u < total:
            return i
    return max(i for i, p in enumerate(probs) if p > 0)
"""


def changed(*lines):
    """The loop with some of its parts replaced: old, new, old, new ..."""
    return edited(LOOP, "sample", *zip(lines[::2], lines[1::2], strict=True))


def remembered(probs, u):
    """The last token that can come is remembered on the way."""
    total, last = 0.0, None
    for i in range(len(probs)):
        if probs[i] > 0:
            total, last = total + probs[i], i
            if total > u:
                return i
    return last


def subtracted(probs, u):
    for i, p in enumerate(probs):
        if u < p:
            return i
        u -= p
    while probs[i] == 0:
        i -= 1
    return i


def bisected(probs, u):
    i = bisect.bisect(list(accumulate(probs)), u)
    while i >= len(probs) or probs[i] == 0:
        i -= 1
    return i


def of_sums(probs, u):
    for i in range(len(probs)):
        if probs[i] > 0 and u < sum(probs[: i + 1]):
            return i
    return [i for i in range(len(probs)) if probs[i]][-1]


def generator(probs, u):
    able = [i for i, p in enumerate(probs) if p > 0]
    totals = accumulate(probs[i] for i in able)
    return next((i for i, total in zip(able, totals) if u < total), able[-1])


def counted(probs, u):
    """How many pieces end at u or before it, among the tokens that can come."""
    able = [i for i, p in enumerate(probs) if p]
    ends = list(accumulate(probs[i] for i in able))[:-1]
    return able[sum(end <= u for end in ends)]


def while_loop(probs, u):
    end = len(probs) - 1
    while probs[end] == 0:
        end -= 1
    i, total = 0, probs[0]
    while total <= u and i < end:
        i += 1
        total += probs[i]
    return i


def array(probs, u):
    cumulative = numpy.cumsum(probs)
    i = numpy.searchsorted(cumulative, u, side="right")
    return min(i, numpy.nonzero(probs)[0][-1])


def array_argmax(probs, u):
    above = numpy.cumsum(probs) > u
    return int(numpy.argmax(above)) if above.any() else int(numpy.flatnonzero(probs)[-1])


def scaled(probs, u):
    """As rng.choices does it: u is stretched to the whole total."""
    totals = list(accumulate(probs))
    return bisect.bisect_right(totals, u * totals[-1], 0, len(probs) - 1)


def fractions(probs, u):
    total = Fraction(0)
    for i, p in enumerate(probs):
        total += Fraction(p)
        if u < total:
            return i
    return max(i for i, p in enumerate(probs) if p)


def exact(probs, u):
    for i in range(len(probs)):
        if u < math.fsum(probs[: i + 1]):
            return i
    return len(probs) - 1 - next(k for k, p in enumerate(reversed(probs)) if p)


def recursive(probs, u, i=0):
    rest = probs[1:]
    if u < probs[0] or not any(rest):
        return i
    return recursive(rest, u - probs[0], i + 1)


def from_the_end(probs, u):
    """The last piece that begins at u or before it."""
    starts = [0.0, *accumulate(probs)]
    return max(i for i, p in enumerate(probs) if p > 0 and starts[i] <= u)


def edges(probs, u):
    low, found = 0.0, None
    for i, p in enumerate(probs):
        high = low + p
        if low <= u < high:
            found = i
        low = high
    if found is None:
        found = max(i for i, p in enumerate(probs) if p > 0)
    return found


class Sample:
    def __call__(self, probs, u):
        return remembered(probs, u)


RIGHT = [
    remembered,
    subtracted,
    bisected,
    of_sums,
    generator,
    counted,
    while_loop,
    array,
    array_argmax,
    scaled,
    fractions,
    exact,
    recursive,
    from_the_end,
    edges,
    Sample(),
    partial(remembered),
    changed(),
]

# Wrong


def then(change):
    return lambda probs, u: change(remembered(probs, u))


def prints(probs, u):
    print(remembered(probs, u))


def endless(probs, u):
    i, total = 0, probs[0]
    while total <= u:
        total = probs[i]
    return i


def pops(probs, u):
    i = 0
    while u >= probs[0] and len(probs) > 1:
        u -= probs.pop(0)
        i += 1
    return i


kept = [0.0]


def keeps_its_total(probs, u):
    for i, p in enumerate(probs):
        kept[0] += p
        if u < kept[0]:
            return i
    return 0


IF = "if u < total"
END = "    return max(i for i, p in enumerate(probs) if p > 0)"
ADD = "total += p"

WRONG = [
    (lambda probs, u: probs.index(max(probs)), "always the likeliest"),
    (lambda probs, u: max(range(len(probs)), key=probs.__getitem__), "always the likeliest"),
    (lambda probs, u: int(u * len(probs)), "a piece of the same length"),
    (lambda probs, u: round(u * (len(probs) - 1)), "a piece of the same length"),
    (changed(IF, "if random.random() < total"), None),
    (changed("total = 0.0", "u, total = random.random(), 0.0"), "draws a number of its own"),
    (lambda probs, u: random.choices(range(len(probs)), probs)[0], "draws a number of its own"),
    (lambda probs, u: random.choices(range(len(probs)), probs), "draws a number of its own"),
    (lambda probs, u: random.randrange(len(probs)), "draws a number of its own"),
    (lambda probs, u: random.choice(range(len(probs))), "draws a number of its own"),
    (changed(IF, "if u < p"), "with each probability by itself"),
    (changed(IF, "if u <= p"), "with each probability by itself"),
    (changed(IF, "if u < p", END, ""), "with each probability by itself"),
    (changed(ADD, "total = p"), "by itself; compare it with the total so far; add to the total"),
    (changed("    total = 0.0\n", "", ADD, "total = 0.0\n        total += p"), "by itself"),
    (changed(IF, "if u > p"), "the wrong way round"),
    (changed(IF, "if u > total"), "the wrong way round"),
    (changed(IF, "if u >= total", END, "    return len(probs) - 1"), "the wrong way round"),
    (changed(IF, "if u <= total"), "at an edge u belongs to the next piece"),
    (changed(IF, "if u <= total", END, ""), "at an edge u belongs to the next piece"),
    (changed(IF, "if total >= u", END, "    return i"), "at an edge u belongs to the next piece"),
    (changed(IF, "if p and u <= total"), "you skip tokens of probability 0"),
    (changed(END, ""), "and then nothing comes back"),
    (changed(END, "    return None"), "and then nothing comes back"),
    (changed(END, "    return len(probs)"), "your code goes too far"),
    (changed(END, "    return i + 1"), "your code goes too far"),
    (lambda probs, u: bisect.bisect(list(accumulate(probs)), u), "your code goes too far"),
    (lambda probs, u: int(numpy.searchsorted(numpy.cumsum(probs), u, "right")), "goes too far"),
    (
        changed(
            "    for i, p in enumerate(probs):\n        total += p\n        if u < total:\n            return i\n",
            "    i = 0\n    while u >= total:\n        total += probs[i]\n        i += 1\n    return i - 1\n",
        ),
        "your code goes too far",
    ),
    (changed(END, "    return len(probs) - 1"), "even if its probability is 0"),
    (changed(END, "    return i"), "even if its probability is 0"),
    (changed(END, "    return -1"), "comes in your code as -1"),
    (changed(END, "    return 0"), "token 0 comes in your code"),
    (changed(END, "    return probs.index(max(probs))"), "token 0 comes in your code"),
    (changed("return i\n", "return i + 1\n", END, "    return i"), None),
    (then(lambda i: i + 1), "one too large"),
    (changed("enumerate(probs)", "enumerate(probs, 1)"), "one too large"),
    (then(lambda i: i - 1), "the token before it comes"),
    (then(lambda i: max(i - 1, 0)), "the token before it comes"),
    (
        changed(
            f"        {ADD}\n",
            "",
            IF + ":\n            return i",
            IF + ":\n            return i\n        " + ADD,
        ),
        "the token behind it comes",
    ),
    (changed("total = 0.0", "total = probs[0]"), "the first probability counts twice"),
    (changed("total = 0.0", "total = 1.0"), "it gives 0 whatever comes in"),
    (
        changed("total = 0.0", "probs = sorted(probs, reverse=True); total = 0"),
        "that in the sorted list",
    ),
    (changed("total = 0.0", "probs = sorted(probs); total = 0"), "that in the sorted list"),
    (changed("total = 0.0", "u, total = 1 - u, 0"), "from the last token to the first"),
    (changed("total = 0.0", "probs = probs[::-1]; total = 0"), "from the last token to the first"),
    (lambda probs, u: min(range(len(probs)), key=lambda i: abs(probs[i] - u)), "nearest to u; add"),
    (
        lambda probs, u: int(numpy.argmin(abs(numpy.cumsum(probs) - u))),
        "whose total is nearest to u",
    ),
    (lambda probs, u: int(numpy.searchsorted(numpy.cumsum(probs), u)), "at an edge u belongs to"),
    (changed("return i\n", "return p\n"), "the probability of the token"),
    (changed("return i\n", "return total\n"), "that is the total"),
    (lambda probs, u: [1 if i == remembered(probs, u) else 0 for i in range(len(probs))], "a 1 at"),
    (lambda probs, u: list(accumulate(probs)), "these are the totals"),
    (lambda probs, u: (remembered(probs, u), u), "comes with something else"),
    (
        changed("return i\n", "return i\n        else:\n            return None\n"),
        "decides everything",
    ),
    (
        changed("return i\n", "return i\n        else:\n            return i + 1\n"),
        "take the else with its return out of the loop",
    ),
    (then(str), "that is a text"),
    (then(lambda i: [i]), "without a list around it"),
    (then(lambda i: i == 0), None),
    (lambda probs, u: remembered(u, probs), None),
    (lambda u, probs: remembered(probs, u), "the values arrive in the order of"),
    (lambda probs: 0, "does not start"),
    (lambda probs, rng: rng.choices(range(len(probs)), probs)[0], "u is the random number itself"),
    (lambda probs, u: sum(probs) > u, None),
    (lambda probs, u: 0, "it gives 0 whatever comes in"),
    (lambda probs, u: len(probs) - 1, "always the last token"),
    (prints, "it prints, and hands nothing back"),
    (endless, "did not come back"),
    (pops, "even if its probability is 0"),
    (keeps_its_total, "Something is kept between calls"),
    (2, "not a function"),
]
