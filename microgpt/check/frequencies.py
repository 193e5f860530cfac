"""Judge draws by how often each outcome comes."""

from math import exp, lgamma, log

from .words import describe, show

ERROR = 1e-6  # how often a right sampler may be refused


class Frequencies:
    """The right result of a story that draws many times: outcomes with these probabilities.

    Each count has to lie where a right sampler's lies, but for once in a million for all of them
    together. So a right sampler is refused less than once in a million seeds.

    >>> coin = Frequencies({"a": 0.5, "b": 0.5})
    >>> coin.objection(["a", "b"] * 500)
    ''
    >>> coin.objection(["a"] * 600 + ["b"] * 400)
    "'a' came 600 times in 1000; with probability 0.5 it is about 500 times."
    """

    def __init__(self, probabilities):
        self.probabilities = probabilities

    def __repr__(self):
        return f"Frequencies({self.probabilities})"

    def objection(self, draws):
        """What is wrong with a list of draws, in words; empty if nothing."""
        if not isinstance(draws, list):
            return f"that is {describe(draws)}, not a list of draws."
        outcomes = list(self.probabilities)
        for draw in draws:
            if draw not in outcomes:
                return f"{show(draw)} came, which is none of the outcomes."
        for outcome, p in self.probabilities.items():
            count, times = draws.count(outcome), len(draws)
            if tail(count, times, p) < ERROR / 2 / len(self.probabilities):
                about = f"with probability {show(p)} it is about {times * p:.0f} times."
                return f"{show(outcome)} came {count} times in {times}; {about}"
        return ""


def tail(count, times, p):
    """The probability of a count as far off, or farther, on its side of the mean."""
    if p in (0, 1):
        return float(count == times * p)
    total = 0.0
    for k in range(count, -1, -1) if count < times * p else range(count, times + 1):
        more = binomial(k, times, p)
        if more < 1e-12 * total:  # the farther out, the less
            break
        total += more
    return total


def binomial(k, n, p):
    """The probability of k successes in n tries."""
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(ways + k * log(p) + (n - k) * log(1 - p))
