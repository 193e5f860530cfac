"""ex-10-2: draw(probs, rng)"""

import bisect
import math
import random
from functools import partial
from itertools import accumulate

import numpy

from microgpt.nn import softmax

from ..edits import edited

LOOP = """
import random
from math import exp, log

def draw(probs, rng):
    u = rng.random()
    total = 0.0
    for i, p in enumerate(probs):
        total += p
        if u < total:
            return i
    return max([i for i, p in enumerate(probs) if p > 0])
"""


def changed(*lines):
    """The loop with some of its parts replaced: old, new, old, new ..."""
    return edited(LOOP, "draw", *zip(lines[::2], lines[1::2], strict=True))


def by_choices(probs, rng):
    return rng.choices(range(len(probs)), weights=probs)[0]


def by_cumulative_choices(probs, rng):
    return rng.choices(range(len(probs)), cum_weights=list(accumulate(probs)))[0]


def uniform(probs, rng):
    u = rng.uniform(0, sum(probs))
    for i, p in enumerate(probs):
        u -= p
        if u < 0:
            return i
    return max(i for i, p in enumerate(probs) if p)


def bisected(probs, rng):
    able = [i for i, p in enumerate(probs) if p]
    totals = list(accumulate(probs[i] for i in able))
    return able[min(bisect.bisect(totals, rng.random()), len(able) - 1)]


def from_the_other_end(probs, rng):
    """Another way of laying the bar is as good."""
    u, total = rng.random(), 0.0
    for i in reversed(range(len(probs))):
        total += probs[i]
        if u < total:
            return i
    return 0


def one_less(probs, rng):
    u, total = 1 - rng.random(), 0.0
    for i, p in enumerate(probs):
        total += p
        if p and u <= total:
            return i
    return probs.index(max(probs))


def race(probs, rng):
    """Each token waits for a time; the first one wins."""
    waits = [(rng.expovariate(p), i) for i, p in enumerate(probs) if p]
    return min(waits)[1]


def gumbel(probs, rng):
    scores = [
        (math.log(p) - math.log(-math.log(1 - rng.random() or 0.5)), i)
        for i, p in enumerate(probs)
        if p
    ]
    return max(scores)[1]


def rejection(probs, rng):
    while True:
        i = rng.randrange(len(probs))
        if rng.random() < probs[i] / max(probs):
            return i


def what_is_left(probs, rng):
    """Token after token: its share of what is left decides."""
    left = 1.0
    for i, p in enumerate(probs):
        if p >= left - 1e-12 or rng.random() < p / left:
            return i
        left -= p
    return len(probs) - 1


def of_thousands(probs, rng):
    """A whole number, in a bar of millions."""
    u = rng.randrange(10**9) / 10**9
    return next(i for i, total in enumerate(accumulate(probs)) if u < total + 1e-12 and probs[i])


def bits(probs, rng):
    u = rng.getrandbits(40) / 2**40
    return next((i for i, total in enumerate(accumulate(probs)) if u < total), 0)


def array(probs, rng):
    generator = numpy.random.default_rng(rng.getrandbits(32))
    return generator.choice(len(probs), p=numpy.array(probs) / sum(probs))


def searched(probs, rng):
    return int(numpy.searchsorted(numpy.cumsum(probs), rng.random(), side="right"))


def shuffled(probs, rng):
    """The bar is laid in an order drawn by chance."""
    places = rng.sample(range(len(probs)), len(probs))
    u, total = rng.random(), 0.0
    for i in places:
        total += probs[i]
        if u < total:
            return i
    return max(i for i, p in enumerate(probs) if p)


class Draw:
    def __call__(self, probs, rng):
        return by_choices(probs, rng)


RIGHT = [
    by_choices,
    by_cumulative_choices,
    uniform,
    bisected,
    from_the_other_end,
    one_less,
    race,
    gumbel,
    rejection,
    what_is_left,
    of_thousands,
    bits,
    array,
    searched,
    shuffled,
    Draw(),
    partial(by_choices),
    changed(),
]

# Wrong


def weighted(weights):
    return lambda probs, rng: rng.choices(range(len(probs)), weights(probs))[0]


def then(change):
    return lambda probs, rng: change(by_choices(probs, rng))


def prints(probs, rng):
    print(by_choices(probs, rng))


def endless(probs, rng):
    i, u = 0, rng.random()
    while u < 1:
        i += 1
    return i


def seeds(probs, rng):
    rng.seed(0)
    return by_choices(probs, rng)


def pops(probs, rng):
    i = by_choices(probs, rng)
    probs.pop()
    return i


def one_in_five_more(probs, rng):
    """The first token comes a fifth more often, at the cost of the third."""
    more = list(probs)
    more[0], more[2 % len(probs)] = 1.2 * probs[0], probs[2 % len(probs)] - 0.2 * probs[0]
    return by_choices(more, rng)


def one_in_five_less(probs, rng):
    less = list(probs)
    less[0], less[2 % len(probs)] = 0.8 * probs[0], probs[2 % len(probs)] + 0.2 * probs[0]
    return by_choices(less, rng)


def tickets(many, whole=int):
    """A bag in which each token has p times so many tickets."""

    def draw(probs, rng):
        return rng.choice(sum(([i] * whole(p * many) for i, p in enumerate(probs)), []))

    return draw


OWN = random.Random(42)
U = "u = rng.random()"
IF = "if u < total"
MANY = "each token came about as often as any other"

WRONG = [
    (lambda probs, rng: probs.index(max(probs)), "the likeliest token comes each time"),
    (lambda probs, rng: int(numpy.argmax(probs)), "the likeliest token comes each time"),
    (lambda probs, rng: rng.randrange(len(probs)), "each token comes as often as any other"),
    (lambda probs, rng: rng.choice(range(len(probs))), "each token comes as often as any other"),
    (lambda probs, rng: int(rng.random() * len(probs)), "each token comes as often as any other"),
    (lambda probs, rng: rng.sample(range(len(probs)), 1)[0], "each token comes as often"),
    (lambda probs, rng: rng.sample(range(len(probs)), len(probs))[-1], MANY),
    (
        lambda probs, rng: rng.choice([i for i, p in enumerate(probs) if p]),
        "each token that can come",
    ),
    (weighted(lambda probs: [p * p for p in probs]), "fit the squares"),
    (lambda p, rng: race([x * x for x in p], rng), "fit the squares"),
    (weighted(lambda probs: [p**3 for p in probs]), "fit the cubes"),
    (weighted(lambda probs: [p**0.5 for p in probs]), "fit the roots"),
    (weighted(softmax), "the probabilities were taken for logits"),
    (lambda probs, rng: from_the_other_end(softmax(probs), rng), "were taken for logits"),
    (weighted(lambda probs: [math.exp(p) for p in probs]), "were taken for logits"),
    (weighted(lambda probs: [1 - p for p in probs]), "the unlikely came more often"),
    (weighted(lambda probs: probs[::-1]), "in reverse order"),
    (weighted(sorted), "in order of size, the smallest first"),
    (weighted(lambda probs: sorted(probs, reverse=True)), "in order of size, the largest first"),
    (weighted(lambda probs: [*probs[1:], probs[0]]), "fit those of the token behind"),
    (weighted(lambda probs: [probs[-1], *probs[:-1]]), "fit those of the token before"),
    (weighted(lambda probs: list(accumulate(probs))), "the totals were taken for probabilities"),
    (one_in_five_more, "with probability 0.3 it is about 1500"),
    (one_in_five_less, "with probability 0.3 it is about 1500"),
    (tickets(20), "4 came"),
    (tickets(20, round), "5 came 0 times"),
    (tickets(100), "fit probabilities that are cut to hundredths"),
    (tickets(100, round), "fit probabilities that are cut to hundredths"),
    (weighted(lambda probs: [round(p, 2) for p in probs]), "that are cut to hundredths"),
    (weighted(lambda probs: [p if p > 0.01 else 0 for p in probs]), "a rare token never comes"),
    (weighted(lambda probs: [p and p + 0.01 for p in probs]), "5 came"),
    (changed(U, "u = rng.uniform(0, 0.99)"), "a rare token never comes"),
    (changed(U, "u = rng.randint(0, 99) / 100"), "a rare token never comes"),
    (changed(U, "u = rng.randint(1, 100) / 100"), "5 came"),
    (weighted(lambda probs: [p + 0.05 for p in probs]), "1 came"),
    (weighted(lambda probs: [round(p, 1) for p in probs]), "1 came"),
    (
        lambda probs, rng: random.choices(range(len(probs)), probs)[0],
        "in the same state gave other draws",
    ),
    (changed(U, "u = random.random()"), "in the same state gave other draws"),
    (changed(U, "u = random.Random().random()"), "in the same state gave other draws"),
    (
        lambda probs, rng: int(numpy.random.choice(len(probs), p=probs)),
        "in the same state gave other",
    ),
    (
        lambda probs, rng: by_choices(probs, random.SystemRandom()),
        "in the same state gave other draws",
    ),
    (lambda probs, rng: by_choices(probs, OWN), "in the same state gave other draws"),
    (changed(U, "u = random.Random(0).random()"), "in the same state each time"),
    (changed(U, "u = random.Random(42).random()"), "in the same state each time"),
    (changed(U, "u = random.Random(123).random()"), "the same token came each time"),
    (changed(U, "random.seed(1); u = random.random()"), "in the same state each time"),
    (seeds, "in the same state each time"),
    (changed(U, "u = 0.5"), "the same token came each time"),
    (
        changed(U, "u = 0.0", IF, "if rng.random() < total"),
        "a new number is drawn for each token; draw one",
    ),
    (changed(U, "u = 0.0", IF, "if rng.random() < p"), "and compared with its probability alone"),
    (changed(IF, "if u < p"), "compared with each probability by itself"),
    (changed(IF, "if u > total"), "compared the wrong way round"),
    (changed(IF, "if u > p"), "compared the wrong way round"),
    (then(lambda i: i + 1), "one too large"),
    (changed("enumerate(probs):\n", "enumerate(probs, 1):\n"), "one too large"),
    (then(lambda i: i - 1), "the token before it comes"),
    (then(lambda i: max(0, i - 1)), "the token before it comes"),
    (
        lambda probs, rng: min(by_choices(probs, rng) + 1, len(probs) - 1),
        "the token behind it comes",
    ),
    (lambda probs, rng: (by_choices(probs, rng) + 1) % len(probs), "the token behind it comes"),
    (lambda probs, rng: rng.choices(range(len(probs)), probs), "take its only item"),
    (lambda probs, rng: [race(probs, rng)], "a list with one index"),
    (lambda probs, rng: probs[by_choices(probs, rng)], "that is the probability of the token"),
    (lambda probs, rng: rng.choices(probs, probs)[0], "that is the probability of the token"),
    (lambda probs, rng: rng.choice(probs), "these are the probabilities of what was drawn"),
    (lambda probs, rng: rng.random(), "that is the random number itself"),
    (lambda probs, rng: rng.choices(probs)[0], "these are the probabilities of what was drawn"),
    (lambda probs, rng: list(accumulate(probs)), "these are the totals"),
    (lambda probs, rng: [int(i == by_choices(probs, rng)) for i in range(5)], None),
    (changed(U, "u = rng.random"), "call it, with brackets"),
    (changed(U, "u = rng"), "rng is a generator, not a number"),
    (changed(U, "u = rng()"), "rng is a generator, not a number"),
    (changed(U, "u = rng.randint(0, 1)"), None),
    (changed(U, "u = round(rng.random(), 1)"), None),
    (changed(U, "u = rng.gauss(0.5, 0.2)"), None),
    (changed(U, "u = rng.random() * 0.9"), None),
    (changed(U, "u = rng.random() ** 2"), None),
    (lambda probs, rng: rng.choices(len(probs), probs), None),
    (then(str), "came; the tokens are 0 to 4"),
    (then(lambda i: None), "came; the tokens are 0 to 4"),
    (pops, "probs is not what it was before"),
    (lambda rng, probs: by_choices(probs, rng), "the values arrive in the order of"),
    (lambda probs: 0, "does not start"),
    (prints, None),
    (endless, "did not come back"),
    (1, "with nothing in brackets after draw"),
]
