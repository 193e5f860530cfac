"""Exercise 10.2: entropy."""

from math import exp, log, log2, log10, prod, sqrt

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop

AFTER = {returns_in_loop: "return after the loop, not inside it."}


def term(p):
    return -p * log2(p) if p > 0 else 0.0


def over(each=term, whole=sum):
    """entropy(probs): `whole` of each(p)."""
    return lambda probs: whole([each(p) for p in probs])


entropy = over()


def where_above_0(change):
    """The sum of change(p) over the probabilities above 0."""
    return over(lambda p: change(p) if p > 0 else 0.0)


def of_result(change):
    return lambda probs: change(entropy(probs))


def never_0(change, small):
    """What keeps log from 0 by a small number."""
    return over(lambda p: change(p, small))


def mean_of_all(made):
    return sum(made) / len(made)


def count_above_0(probs):
    return sum(p > 0 for p in probs)


def drawn(rng):
    weights = [rng.choice([0, 1, 2, 3, 5, 9]) for _ in range(rng.randint(2, 6))]
    weights[rng.randrange(len(weights))] = rng.randint(1, 9)
    return ([weight / sum(weights) for weight in weights],)


SMALL, SMALLER = (1e-3, 1e-4, 1e-5, 1e-6, 1e-7), (1e-8, 1e-9)

ENTROPY = Function(
    "ex-10-2",
    "entropy(probs)",
    start="begin with one probability above 0: it adds -p * log2(p).",
    right=entropy,
    more=drawn,
    cases=[
        Case("three tokens", ([0.5, 0.25, 0.25],), 1.5),
        Case("a coin", ([0.5, 0.5],), 1),
        Case("four tokens alike", ([0.25] * 4,), 2),
        Case("a coin whose sides differ", ([0.9, 0.1],), -0.9 * log2(0.9) - 0.1 * log2(0.1)),
        Case("a token that never comes adds nothing", ([0.5, 0.0, 0.5],), 1),
        Case("a sure thing", ([0.0, 1.0, 0.0],), 0),
        Case("one token", ([1.0],), 0),
        Case(
            "a token that hardly ever comes",
            ([0.000001, 0.999999],),
            -1e-6 * log2(1e-6) - 0.999999 * log2(0.999999),
        ),
        Case("27 tokens alike", ([1 / 27] * 27,), log2(27)),
        Case(
            "four tokens, and one that never comes",
            ([0.4, 0.3, 0.2, 0.1, 0.0],),
            -0.4 * log2(0.4) - 0.3 * log2(0.3) - 0.2 * log2(0.2) - 0.1 * log2(0.1),
        ),
    ],
    mistakes=[
        Mistake(
            "a probability is 0, and 0 has no logarithm; leave it out, for it adds 0.",
            over(lambda p: -p * log2(p)),
            over(lambda p: p * log2(p)),
            over(lambda p: -log2(p)),
            over(lambda p: -p * log(p)),
            over(lambda p: p * log(1 / p)),
            over(lambda p: p * log2(1 / p)),
            raises="math domain error|positive input|ZeroDivisionError|division by zero",
        ),
        Mistake(
            "the minus is missing: log2 of a probability is below 0, and the entropy is not.",
            where_above_0(lambda p: p * log2(p)),
        ),
        Mistake(
            "log counts in other units, called nats; log2 counts in bits.",
            where_above_0(lambda p: -p * log(p)),
        ),
        Mistake(
            "log counts in nats, where log2 counts in bits; and the minus is missing.",
            where_above_0(lambda p: p * log(p)),
        ),
        Mistake(
            "you took the logarithm to base 10; log2 counts in bits.",
            where_above_0(lambda p: -p * log10(p)),
            where_above_0(lambda p: p * log10(p)),
        ),
        Mistake(
            "the surprises are added up as they are; multiply each by its probability.",
            where_above_0(lambda p: -log2(p)),
            where_above_0(lambda p: -log(p)),
        ),
        Mistake(
            "the logarithms are added up as they are; multiply each by its probability, and take the minus.",
            where_above_0(log2),
            where_above_0(log),
        ),
        Mistake(
            "that is the mean surprise with each token counted alike; multiply each surprise by its probability.",
            lambda probs: where_above_0(lambda p: -log2(p))(probs) / len(probs),
            lambda probs: where_above_0(lambda p: -log2(p))(probs) / count_above_0(probs),
            lambda probs: where_above_0(lambda p: -log(p))(probs) / len(probs),
        ),
        Mistake(
            "you divided by how many tokens there are; the probabilities are weights already.",
            over(whole=mean_of_all),
            lambda probs: entropy(probs) / count_above_0(probs),
            lambda probs: where_above_0(lambda p: -p * log(p))(probs) / len(probs),
        ),
        Mistake(
            "you divided by the largest entropy that is possible; return the bits as they are.",
            lambda probs: entropy(probs) / log2(len(probs)),
            lambda probs: entropy(probs) / log2(len(probs)) if len(probs) > 1 else 0.0,
            lambda probs: where_above_0(lambda p: -p * log(p, len(probs)))(probs),
        ),
        Mistake(
            "that is how far the entropy lies below its largest; return the entropy.",
            lambda probs: log2(len(probs)) - entropy(probs),
        ),
        Mistake(
            "that is the number of tokens to choose from, 2 to the power of the entropy; return the entropy.",
            of_result(lambda bits: 2**bits),
            of_result(exp),
            lambda probs: exp(where_above_0(lambda p: -p * log(p))(probs) + 0.0),
            lambda probs: prod([p**-p for p in probs if p]),
        ),
        Mistake(
            "a small number keeps log from 0, and changes the others too; leave a probability of 0 out.",
            *[
                never_0(change, small)
                for small in SMALL
                for change in (
                    lambda p, small: -p * log2(p + small),
                    lambda p, small: -(p + small) * log2(p + small),
                    lambda p, small: -max(p, small) * log2(max(p, small)),
                )
            ],
            *[never_0(lambda p, small: -p * log2(max(p, small)), small) for small in SMALL[:3]],
            *[never_0(lambda p, small: -p * log2(p + small), small) for small in SMALLER],
            *[never_0(lambda p, small: -p * log(p + small), small) for small in SMALL],
        ),
        Mistake(
            "a small number keeps log from 0, and the 0 adds something all the same; leave it out.",
            *[
                never_0(change, small)
                for small in SMALLER
                for change in (
                    lambda p, small: -(p + small) * log2(p + small),
                    lambda p, small: -max(p, small) * log2(max(p, small)),
                )
            ],
        ),
        Mistake(
            "the logarithm is that of 1 plus p; take that of p.",
            over(lambda p: -p * log2(p + 1)),
            over(lambda p: p * log2(p + 1)),
            over(lambda p: -p * log(p + 1)),
        ),
        Mistake(
            "a probability of 0 adds 1 in your code; it adds 0.",
            over(lambda p: term(p) if p else 1),
        ),
        Mistake(
            "1 - p has a share in it as well; each token adds -p * log2(p) alone.",
            over(lambda p: term(p) + term(1 - p)),
            over(lambda p: term(p) - term(1 - p)),
        ),
        Mistake(
            "the surprise is that of 1 - p; take that of p.",
            over(lambda p: -p * log2(1 - p) if p < 1 else 0.0),
        ),
        Mistake(
            "the weight is 1 - p; it is p.",
            where_above_0(lambda p: -(1 - p) * log2(p)),
        ),
        Mistake(
            "that is 1 less the sum of the squares, another measure; add up -p * log2(p).",
            lambda probs: 1 - sum(p * p for p in probs),
            over(lambda p: p * (1 - p)),
        ),
        Mistake(
            "that is the sum of the squares; add up -p * log2(p).",
            over(lambda p: p * p),
        ),
        Mistake(
            "that is the sum of the probabilities, which is always 1; add up -p * log2(p).",
            sum,
        ),
        Mistake(
            "the probability is squared; multiply by it once.",
            where_above_0(lambda p: -p * p * log2(p)),
        ),
        Mistake(
            "the logarithm is multiplied by itself; multiply it by the probability.",
            where_above_0(lambda p: log2(p) ** 2),
            where_above_0(lambda p: p * log2(p) ** 2),
        ),
        Mistake(
            "the root of the probability is taken; multiply by the probability itself.",
            where_above_0(lambda p: -sqrt(p) * log2(p)),
        ),
        Mistake(
            "p is divided by its logarithm; multiply by it.",
            over(lambda p: -p / log2(p) if 0 < p < 1 else 0.0),
        ),
        Mistake(
            "that is the surprise of the likeliest token alone; add up all of them, each with its probability.",
            lambda probs: -log2(max(probs)),
        ),
        Mistake(
            "that is the share of the likeliest token alone; add up all of them.",
            lambda probs: term(max(probs)),
        ),
        Mistake(
            "that is the logarithm of how many tokens there are; their probabilities count.",
            lambda probs: log2(len(probs)),
            lambda probs: log2(count_above_0(probs)),
            lambda probs: log(len(probs)),
        ),
        Mistake(
            "that is the first term alone; add up all of them.",
            lambda probs: term(probs[0]),
            because=AFTER,
        ),
        Mistake(
            "that is the last term alone; add to the total with +=, and return after the loop.",
            lambda probs: term(probs[-1]),
            lambda probs: term([p for p in probs if p][-1]),
        ),
        Mistake(
            "the first probability is left out; add up all of them.",
            lambda probs: entropy(probs[1:]),
        ),
        Mistake(
            "the last probability is left out; add up all of them.",
            lambda probs: entropy(probs[:-1]),
        ),
        Mistake(
            "the sum ends at the first 0; go on with the next probability, with continue in the place of break.",
            lambda probs: entropy(probs[: probs.index(0)] if 0 in probs else probs),
        ),
        Mistake(
            "the whole entropy is 0 where one probability is; that one alone adds 0.",
            lambda probs: 0.0 if 0 in probs else entropy(probs),
        ),
        Mistake(
            "equal probabilities count once; each counts.",
            lambda probs: entropy(set(probs)),
        ),
        Mistake(
            "these are the terms; return their sum.",
            lambda probs: [term(p) for p in probs],
            lambda probs: [term(p) for p in probs if p],
        ),
        Mistake(
            "these are the surprises; multiply each by its probability, and return the sum.",
            lambda probs: [-log2(p) if p else 0.0 for p in probs],
            lambda probs: [-log2(p) for p in probs if p],
        ),
        Mistake(
            "log2 takes one number; take the logarithm of each probability, one at a time.",
            raises="must be real number, not list|bad operand type for unary -: 'list'",
        ),
    ],
)
