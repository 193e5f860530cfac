"""Exercise 10.3: sample from a distribution, with a given random number."""

from itertools import accumulate
from random import Random

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import replaces_in_loop, returns_in_loop
from .parts import sample

THIRDS = [0.333, 0.333, 0.333]  # they add up to 0.999


def scan(holds=lambda u, total, p: u < total, start=lambda probs: 0.0, end=None):
    """sample(probs, u): the first index at which holds(u, total, p); end(probs, u) where there is none."""

    def draw(probs, u):
        total = start(probs)
        for i, p in enumerate(probs):
            total += p
            if holds(u, total, p):
                return i
        return (end or last_that_can_come)(probs, u)

    return draw


def last_that_can_come(probs, u):
    return max(i for i, p in enumerate(probs) if p > 0)


def last(probs, u):
    return len(probs) - 1


ENDS = [
    last_that_can_come,
    last,
    lambda probs, u: None,
    lambda probs, u: 0,
    lambda probs, u: -1,
    lambda probs, u: len(probs),
]


def with_any_end(holds, **more):
    """The same, whatever is returned where there is none."""
    return [scan(holds, end=end, **more) for end in ENDS]


def of_result(change):
    return lambda probs, u: change(sample(probs, u))


def of_order(order, told=lambda places, i: places[i]):
    """The bar is laid in another order of the tokens."""

    def draw(probs, u):
        places = order(probs)
        return told(places, sample([probs[i] for i in places], u))

    return draw


def by_size(probs):
    return sorted(range(len(probs)), key=lambda i: -probs[i])


def smallest_first(probs):
    return sorted(range(len(probs)), key=lambda i: probs[i])


def from_the_end(probs):
    return list(range(len(probs)))[::-1]


def rank(places, i):
    return i


def of_u(change):
    return lambda probs, u: sample(probs, change(probs, u))


def nearest(made):
    """The index at which made(probs) comes nearest to u."""

    def draw(probs, u):
        numbers = made(probs)
        return min(range(len(probs)), key=lambda i: abs(numbers[i] - u))

    return draw


def pieces_before(probs, u):
    """How many pieces end at u or before it."""
    return sum(total <= u for total in accumulate(probs))


def index_error(probs, u):
    i, total = 0, probs[0]
    while u >= total:
        i += 1
        total += probs[i]
    return i


def subtracted(holds):
    """u is compared with what is left of the bar."""

    def draw(probs, u):
        left = 1.0
        for i, p in enumerate(probs):
            left -= p
            if holds(u, left):
                return i
        return last_that_can_come(probs, u)

    return draw


def drawn(rng):
    """u lies well inside a piece."""
    weights = [rng.randint(1, 9) for _ in range(rng.randint(2, 6))]
    probs = [round(weight / sum(weights), 4) for weight in weights]
    i = rng.randrange(len(probs))
    return probs, round(sum(probs[:i]) + rng.uniform(0.1, 0.9) * probs[i], 4)


SAMPLE = Function(
    "ex-10-3",
    "sample(probs, u)",
    start="add the probabilities up one after the other; return the first index at which the total is above u.",
    right=sample,
    more=drawn,
    cases=[
        Case("u lies in the piece from 0.5 to 0.8", ([0.5, 0.3, 0.2], 0.6), 1),
        Case("in the piece from 0.8 to 1", ([0.5, 0.3, 0.2], 0.95), 2),
        Case("in the piece from 0 to 0.5", ([0.5, 0.3, 0.2], 0.1), 0),
        Case("the likeliest does not always come", ([0.1, 0.7, 0.2], 0.05), 0),
        Case("many tokens", ([0.05, 0.1, 0.2, 0.05, 0.25, 0.15, 0.2], 0.7), 5),
        Case("a piece begins with its edge", ([0.5, 0.5], 0.5), 1),
        Case("a little before the edge", ([0.5, 0.5], 0.4999), 0),
        Case("a token of probability 0 never comes", ([0.25, 0.0, 0.75], 0.25), 2),
        Case("not even at 0", ([0.0, 1.0], 0.0), 1),
        Case("one token", ([1.0], 0.3), 0),
        Case("rounded probabilities add up to less than u", (THIRDS, 0.9995), 2),
        Case("the same, and a token that never comes", ([*THIRDS, 0.0], 0.9995), 2),
    ],
    mistakes=[
        Mistake(
            "that is always the likeliest token; u decides which one comes.",
            lambda probs, u: probs.index(max(probs)),
            lambda probs, u: max(range(len(probs)), key=lambda i: (probs[i], i)),
        ),
        Mistake(
            "each token has a piece of the same length in your code; the length of a piece is its probability.",
            lambda probs, u: int(u * len(probs)),
            lambda probs, u: round(u * (len(probs) - 1)),
            lambda probs, u: min(int(u * len(probs)), len(probs) - 1),
            lambda probs, u: sample([1 / len(probs)] * len(probs), u),
        ),
        Mistake(
            "your code draws a number of its own; u is the random number.",
            *[
                lambda probs, u, draw=draw: draw(Random(0), probs)
                for draw in (
                    lambda rng, probs: sample(probs, rng.random()),
                    lambda rng, probs: rng.randrange(len(probs)),
                    lambda rng, probs: int(rng.random() * len(probs)),
                    lambda rng, probs: rng.choices(range(len(probs)), probs)[0],
                    lambda rng, probs: rng.choices(range(len(probs)), probs),
                )
            ],
        ),
        Mistake(
            "u is compared with each probability by itself; compare it with the total so far.",
            *with_any_end(lambda u, total, p: u < p),
            *with_any_end(lambda u, total, p: u <= p),
            because={replaces_in_loop: "add to the total with +=."},
        ),
        Mistake(
            "u is compared the wrong way round; the first total above u decides.",
            *with_any_end(lambda u, total, p: u > total)[:3],
            *with_any_end(lambda u, total, p: u >= total)[:3],
            *with_any_end(lambda u, total, p: u > p),
            *with_any_end(lambda u, total, p: u >= p),
        ),
        Mistake(
            "at an edge u belongs to the next piece, since u can be 0 and is never 1; ask for u < total, without =.",
            *with_any_end(lambda u, total, p: u <= total),
        ),
        Mistake(
            "you skip tokens of probability 0; an edge still belongs to the next piece: ask for u < total, without =.",
            *with_any_end(lambda u, total, p: p > 0 and u <= total),
        ),
        Mistake(
            "rounding can leave the whole total at u or below it, and then nothing comes back; "
            "return the last token with a probability above 0.",
            scan(end=lambda probs, u: None),
        ),
        Mistake(
            "rounding can leave the whole total at u or below it, and then your code goes too far; "
            "return the last token with a probability above 0.",
            index_error,
            pieces_before,
            scan(end=lambda probs, u: len(probs)),
            raises="index out of range",
        ),
        Mistake(
            "rounding can leave the whole total at u or below it; where it does, the last token comes in your code, "
            "even if its probability is 0.",
            scan(end=last),
            lambda probs, u: min(pieces_before(probs, u), len(probs) - 1),
        ),
        Mistake(
            "where rounding leaves the whole total at u or below it, the last token comes in your code as -1; "
            "return its index, and not that of a token with the probability 0.",
            scan(end=lambda probs, u: -1),
        ),
        Mistake(
            "where rounding leaves the whole total at u or below it, token 0 comes in your code; "
            "return the last token with a probability above 0.",
            scan(end=lambda probs, u: 0),
            scan(end=lambda probs, u: probs.index(max(probs))),
        ),
        Mistake(
            "the index is one too large; the tokens count from 0.",
            of_result(lambda i: i + 1),
            lambda probs, u: pieces_before(probs, u) + 1,
        ),
        Mistake(
            "the token before it comes; the piece that holds u is the first whose end lies above u.",
            of_result(lambda i: i - 1),
            of_result(lambda i: max(0, i - 1)),
            lambda probs, u: pieces_before(probs, u) - 1,
        ),
        Mistake(
            "the token behind it comes; ask whether the total is above u after its probability is added, not before.",
            *with_any_end(lambda u, total, p: u < total - p),
            *with_any_end(lambda u, total, p: u <= total - p),
            lambda probs, u: min(sample(probs, u) + 1, len(probs) - 1),
        ),
        Mistake(
            "the first probability counts twice; the total starts at 0.",
            *with_any_end(lambda u, total, p: u < total, start=lambda probs: probs[0]),
        ),
        Mistake(
            "the bar is laid from the largest probability to the smallest; keep the order of the tokens.",
            of_order(by_size),
        ),
        Mistake(
            "the probabilities are sorted, and the index is that in the sorted list; keep their order.",
            of_order(by_size, rank),
            of_order(smallest_first, rank),
        ),
        Mistake(
            "the bar is laid from the smallest probability to the largest; keep the order of the tokens.",
            of_order(smallest_first),
        ),
        Mistake(
            "the bar is laid from the last token to the first; begin with token 0.",
            of_order(from_the_end),
            of_order(from_the_end, rank),
            of_u(lambda probs, u: 1 - u),
            subtracted(lambda u, left: u > left),
            subtracted(lambda u, left: u >= left),
        ),
        Mistake(
            "that is the token whose probability is nearest to u; add the probabilities up, and compare the totals.",
            nearest(lambda probs: probs),
        ),
        Mistake(
            "that is the token whose total is nearest to u; the first total above u decides.",
            nearest(lambda probs: list(accumulate(probs))),
        ),
        Mistake(
            "that is the last token whose total is at u or below it; the first total above u decides.",
            lambda probs, u: max(pieces_before(probs, u) - 1, 0),
            lambda probs, u: max(
                [i for i, total in enumerate(accumulate(probs)) if total <= u], default=0
            ),
        ),
        Mistake(
            "that is always the last token; the first whose total is above u comes.",
            lambda probs, u: len(probs) - 1,
        ),
        Mistake(
            "u is compared with what is left of the bar, the wrong way round; compare it with the total so far.",
            subtracted(lambda u, left: u < left),
        ),
        Mistake(
            "that is the probability of the token; return its index.",
            lambda probs, u: probs[sample(probs, u)],
            lambda probs, u: (
                probs[sample(probs, u)] if u < sum(probs) else last_that_can_come(probs, u)
            ),
        ),
        Mistake(
            "that is the total; return the index at which it stands.",
            lambda probs, u: list(accumulate(probs))[sample(probs, u)],
            lambda probs, u: next(
                (t for t in accumulate(probs) if u < t), last_that_can_come(probs, u)
            ),
        ),
        Mistake(
            "that is a list with a 1 at the place of the token; return the place, its index.",
            lambda probs, u: [int(i == sample(probs, u)) for i in range(len(probs))],
        ),
        Mistake(
            "these are the totals; return the first index at which the total is above u.",
            lambda probs, u: list(accumulate(probs)),
        ),
        Mistake(
            "the index comes with something else; return it alone.",
            lambda probs, u: (sample(probs, u), probs[sample(probs, u)]),
            lambda probs, u: (sample(probs, u), u),
        ),
        Mistake(
            "the first round of the loop decides everything in your code; "
            "go on to the next token where u is not below the total.",
            lambda probs, u: 0 if u < probs[0] else None,
            lambda probs, u: 0 if u < probs[0] else 1,
            lambda probs, u: 0 if u < probs[0] else -1,
            lambda probs, u: 0 if u < probs[0] else len(probs) - 1,
            lambda probs, u: 0 if u < probs[0] else last_that_can_come(probs, u),
            because={returns_in_loop: "take the else with its return out of the loop."},
        ),
        Mistake(
            "u is one number, and probs is the list; take the probabilities one at a time.",
            raises="'float' object is not (iterable|subscriptable)|between instances of 'float' and 'list'"
            "|'list' and 'float'",
        ),
        Mistake(
            "u is the random number itself, from 0 to 1; there is nothing to call.",
            raises="'float' object (is not callable|has no attribute '(random|choices|choice|uniform)')",
        ),
    ],
)
