"""Surprise, and entropy: the surprise that is to be expected."""

from math import log, log2

from .numbers import between, listed, written

HALVES = [[2, 1, 1], [1, 1, 1, 1], [4, 2, 1, 1], [2, 2, 2, 1, 1], [4, 1, 1, 1, 1]]


def draw(rng, level):
    """The probability of each token is its share / `of`; the token at the place `came` comes."""
    shares = (powers_of_two, tenths, with_none)[level - 1](rng)
    rng.shuffle(shares)
    possible = [i for i, share in enumerate(shares) if share]
    return {
        "shares": shares,
        "of": sum(shares),
        "came": possible[between(rng, 0, len(possible) - 1)],
    }


def powers_of_two(rng):
    return HALVES[between(rng, 0, 4)][:]


def tenths(rng):
    first = between(rng, 1, 8)
    second = between(rng, 1, 9 - first)
    return [first, second, 10 - first - second]


def with_none(rng):
    """One of the tokens cannot come."""
    first = between(rng, 1, 7)
    second = between(rng, 1, 8 - first)
    third = between(rng, 1, 9 - first - second)
    return [first, second, third, 10 - first - second - third, 0]


def words(facts, level):
    shares, of = facts["shares"], facts["of"]
    texts = [f"1/{of // n}" if level == 1 else written(n / of) for n in shares]
    tokens = listed([f"{letter} {text}" for letter, text in zip("abcde", texts)])
    units = "in bits and in nats" if level == 3 else "in bits"
    return (
        f"The probabilities of the next token: {tokens}. {'abcde'[facts['came']]} comes. "
        f"How large is the surprise {units}, and how large is the entropy in bits?"
    )


def answers(facts, level):
    probs = [share / facts["of"] for share in facts["shares"]]
    came = probs[facts["came"]]
    found = {"surprise": -log2(came), "nats": -log(came)}
    if level < 3:
        del found["nats"]
    return {**found, "entropy": sum(-p * log2(p) for p in probs if p)}
