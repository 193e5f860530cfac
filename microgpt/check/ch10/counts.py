"""Judge draws by their counts, and name the distribution that they do fit."""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from ..compare import is_number
from ..frequencies import ERROR, Frequencies, tail
from ..words import describe, show


def uniform(probs):
    return [1] * len(probs)


def able(probs):
    return [int(p > 0) for p in probs]


def to_the(power):
    return lambda probs: [p**power if p else 0.0 for p in probs]


def reverse(probs):
    return probs[::-1]


def inverse(probs):
    return [1 - p for p in probs]


def shifted(probs):
    return [*probs[1:], probs[0]]


def shifted_back(probs):
    return [probs[-1], *probs[:-1]]


def largest_first(probs):
    return sorted(probs, reverse=True)


def totals(probs):
    return list(accumulate(probs))


OTHERS = [
    ("each token came about as often as any other; its probability says how often.", uniform),
    ("each token that can come came about as often as any other; probabilities differ.", able),
    ("the counts fit the squares of the probabilities; draw with them as they are.", to_the(2)),
    ("the counts fit the cubes of the probabilities; draw with them as they are.", to_the(3)),
    ("the counts fit the roots of the probabilities; draw with them as they are.", to_the(0.5)),
    ("the unlikely came more often than the likely: the counts fit 1 - p.", inverse),
    ("the counts fit the probabilities in reverse order; token 0 has the first.", reverse),
    ("the counts fit the probabilities in order of size, the smallest first.", sorted),
    ("the counts fit the probabilities in order of size, the largest first.", largest_first),
    ("the counts fit those of the token behind; each index is one too small, or one off.", shifted),
    (
        "the counts fit those of the token before; each index is one too large, or one off.",
        shifted_back,
    ),
    ("the totals were taken for probabilities, it seems: the counts fit them.", totals),
]


class Indexes:
    """The right result of a story that draws: a list of indexes of `probs`, whichever they are.

    >>> Indexes([0.5, 0.5]).objection([0, 1, 1])
    ''
    >>> Indexes([0.5, 0.5]).objection([0, 1, 2])
    '2 came; the tokens are 0 to 1.'
    """

    def __init__(self, probs):
        self.probs = probs

    def __repr__(self):
        return f"indexes from 0 to {len(self.probs) - 1}"

    def objection(self, draws):
        """What is wrong with a list of draws, in words; empty if nothing."""
        if not isinstance(draws, list):
            return f"that is {describe(draws)}, not a list of draws."
        if all(isinstance(draw, list) and len(draw) == 1 for draw in draws):
            return "each draw is a list with one index; return the index, with [0] behind it."
        strange = [d for d in draws if not is_number(d) or d not in range(len(self.probs))]
        if strange and all(is_number(draw) and draw in self.probs for draw in draws):
            return "these are the probabilities of what was drawn; return the index."
        if strange:
            return f"{show(strange[0])} came; the tokens are 0 to {len(self.probs) - 1}."
        return ""


class Counts(Frequencies):
    """Frequencies of the tokens 0, 1, 2 ...; where draws miss them, the words of OTHERS tell what they fit.

    >>> Counts([0.5, 0.3, 0.2]).objection([0, 1, 2] * 500)[:40]
    'each token came about as often as any ot'
    """

    def __init__(self, probs, others=()):
        super().__init__(dict(enumerate(probs)))
        self.probs, self.others = probs, [*others, *OTHERS]

    def objection(self, draws):
        missed = super().objection(draws)
        if not missed or Indexes(self.probs).objection(draws):
            return missed
        if all(draw == draws[0] for draw in draws):
            return "the same token came each time; each draw takes a new number from rng."
        told = next((f"{words} " for words, made in self.others if self.fits(draws, made)), "")
        return f"{told}{missed} A right draw is so far off less than once in a million."

    def fits(self, draws, made):
        """Whether the draws fit the weights made(probs) of the tokens."""
        weights = made(self.probs)
        other = Frequencies({i: w / sum(weights) for i, w in enumerate(weights)})
        return not other.objection(draws)


def bounds(p, times, outcomes):
    """The smallest and the largest count that is accepted, where there are so many outcomes."""
    limit, counts, mean = ERROR / 2 / outcomes, range(times + 1), round(times * p)
    # the tail grows up to the mean, and shrinks from there on
    smallest = bisect_left(counts, limit, hi=mean, key=lambda k: tail(k, times, p))
    largest = bisect_right(counts, -limit, lo=mean, key=lambda k: -tail(k, times, p)) - 1
    return smallest, largest
