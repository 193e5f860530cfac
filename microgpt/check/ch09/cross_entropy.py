"""Exercise 9.1: cross-entropy."""

from math import exp, log, log2, log10, prod, sqrt
from statistics import median

from microgpt.nn import softmax

from ..function import Case, Function
from ..mistakes import Mistake
from .parts import AFTER


def surprise(row, target):
    return -log(row[target])


def mean(surprises):
    return sum(surprises) / len(surprises)


def over(each=surprise, whole=mean):
    """cross_entropy(probs, targets): `whole` of each(row, target), position by position."""
    return lambda probs, targets: whole([each(*pair) for pair in zip(probs, targets)])


cross_entropy = over()


def of(change):
    """The mean of change(probability of the right token)."""
    return over(lambda row, target: change(row[target]))


def of_result(change):
    return lambda *given: change(cross_entropy(*given))


def divided(by):
    """The sum of the surprises, divided by by(probs)."""
    return lambda probs, targets: over(whole=sum)(probs, targets) / by(probs)


def of_row(choose):
    """The surprise of the probability that choose(row) takes, whatever the target is."""
    return over(lambda row, target: -log(choose(row)))


def of_all_rows(choose):
    """-log of the probability choose(probs, target, position)."""
    return lambda probs, targets: mean(
        [-log(choose(probs, target, i)) for i, target in enumerate(targets)]
    )


def shifted(probs, targets):
    """Each row with the target of the next position, as far as there is one."""
    return cross_entropy(probs, targets[1:])


def squares(row, target):
    return sum((p - (i == target)) ** 2 for i, p in enumerate(row))


def halfway(surprises, total=0):
    """The mean of the total and the next one, again and again."""
    for one in surprises:
        total = (total + one) / 2
    return total


def divided_each_time(surprises):
    """The division stands in the loop."""
    total = 0
    for one in surprises:
        total = (total + one) / len(surprises)
    return total


def divided_so_far(surprises):
    total = 0
    for count, one in enumerate(surprises, 1):
        total = (total + one) / count
    return total


def drawn(rng):
    """Rows of probabilities, and a target for each."""
    count, size = rng.randint(2, 4), rng.randint(2, 5)
    weights = [[rng.randint(1, 9) for _ in range(size)] for _ in range(count)]
    probs = [[round(weight / sum(row), 4) for weight in row] for row in weights]
    return probs, [rng.randrange(size) for _ in range(count)]


CROSS_ENTROPY = Function(
    "ex-09-1",
    "cross_entropy(probs, targets)",
    start="begin with one position: -log(probs[0][targets[0]]) is the surprise there.",
    right=cross_entropy,
    more=drawn,
    cases=[
        Case(
            "three positions, four tokens",
            ([[0.7, 0.1, 0.1, 0.1], [0.25, 0.25, 0.25, 0.25], [0.1, 0.2, 0.6, 0.1]], [0, 3, 1]),
            -(log(0.7) + log(0.25) + log(0.2)) / 3,
        ),
        Case("one position", ([[0.1, 0.9]], [1]), -log(0.9)),
        Case("an unlikely token", ([[0.01, 0.99], [0.5, 0.5]], [0, 1]), -log(0.01 * 0.5) / 2),
        Case("a very unlikely one", ([[0.000001, 0.999999]], [0]), 6 * log(10)),
        Case("no surprise at all", ([[1.0], [1.0]], [0, 0]), 0),
        Case(
            "27 tokens, each as likely as any other, as at the start of training",
            ([[1 / 27] * 27 for _ in range(4)], [26, 4, 0, 12]),
            log(27),
        ),
        Case(
            "the same token at each position",
            ([[0.2, 0.5, 0.3], [0.6, 0.15, 0.25], [0.3, 0.3, 0.4], [0.05, 0.9, 0.05]], [1] * 4),
            -(log(0.5) + log(0.15) + log(0.3) + log(0.9)) / 4,
        ),
    ],
    mistakes=[
        Mistake(
            "that is the sum over the positions; divide it by how many there are.", over(whole=sum)
        ),
        Mistake(
            "the minus is missing: log of a probability is below 0, and the surprise is above it.",
            of(log),
        ),
        Mistake(
            "that is the sum of the logarithms; the mean of -log is asked for.",
            over(lambda row, target: log(row[target]), sum),
        ),
        Mistake(
            "you took the logarithm to base 2, which counts in bits; log of math is asked for.",
            of(lambda p: -log2(p)),
            over(lambda row, target: -log2(row[target]), sum),
        ),
        Mistake(
            "you took the logarithm to base 10; log of math is asked for.",
            of(lambda p: -log10(p)),
            over(lambda row, target: -log10(row[target]), sum),
        ),
        Mistake(
            "you divided by how many tokens there are; divide by how many positions there are.",
            divided(lambda probs: len(probs[0])),
            divided(lambda probs: len(probs[-1])),
        ),
        Mistake(
            "you divided by the number of positions less 1; divide by the number itself.",
            divided(lambda probs: len(probs) - 1),
            divided(lambda probs: max(1, len(probs) - 1)),
        ),
        Mistake(
            "you divided by the number of positions plus 1; divide by the number itself.",
            divided(lambda probs: len(probs) + 1),
        ),
        Mistake(
            "you divided by the number of positions and by that of tokens; the positions alone count.",
            divided(lambda probs: len(probs) * len(probs[0])),
        ),
        Mistake(
            "you divided by the number of positions twice; once is enough.",
            divided(lambda probs: len(probs) ** 2),
        ),
        Mistake(
            "you divided by the sum of the probabilities; divide by how many positions there are.",
            lambda probs, targets: (
                over(whole=sum)(probs, targets)
                / sum(row[target] for row, target in zip(probs, targets))
            ),
        ),
        Mistake(
            "that is -log of the mean probability; take -log at each position first, then the mean.",
            lambda *given: -log(of(lambda p: p)(*given)),
        ),
        Mistake(
            "that is log of the mean probability; take -log at each position first, then the mean.",
            lambda *given: log(of(lambda p: p)(*given)),
        ),
        Mistake(
            "that is -log of the sum of the probabilities; take -log at each position first, then the mean.",
            lambda *given: -log(over(lambda row, target: row[target], sum)(*given)),
            lambda probs, targets: (
                -log(over(lambda row, target: row[target], sum)(probs, targets)) / len(probs)
            ),
        ),
        Mistake(
            "that is 1 less the probability; the surprise is -log of it.",
            of(lambda p: 1 - p),
            over(lambda row, target: 1 - row[target], sum),
        ),
        Mistake(
            "that is -log of 1 less the probability; the surprise is -log of the probability itself.",
            of(lambda p: -log(1 - p)),
            of(lambda p: log(1 - p)),
        ),
        Mistake(
            "that is log of 1 plus the probability; the surprise is -log of the probability itself.",
            *[of(lambda p, sign=sign: sign * log(1 + p)) for sign in (1, -1)],
        ),
        Mistake("that is the mean probability; take -log of each first.", of(lambda p: p)),
        Mistake(
            "that is the sum of the probabilities; take -log of each, and the mean of that.",
            over(lambda row, target: row[target], sum),
        ),
        Mistake(
            "that is the mean probability with a minus; take log of each as well.", of(lambda p: -p)
        ),
        Mistake(
            "that is the product of the probabilities; -log of each, added up and divided, is asked for.",
            over(lambda row, target: row[target], prod),
            over(lambda row, target: row[target], lambda made: prod(made) / len(made)),
        ),
        Mistake(
            "you took 1 divided by the probability; take -log of it.",
            of(lambda p: 1 / p),
            over(lambda row, target: 1 / row[target], sum),
        ),
        Mistake(
            "you took the largest probability of each position; the right token's counts, likely or not.",
            of_row(max),
        ),
        Mistake(
            "you took the smallest probability of each position; the right token's counts.",
            of_row(min),
        ),
        Mistake(
            "you took the probability of token 0 at each position; take that of the right token.",
            of_row(lambda row: row[0]),
        ),
        Mistake(
            "you took the probability of the last token at each position; take that of the right token.",
            of_row(lambda row: row[-1]),
        ),
        Mistake(
            "the ids of tokens count from 0; row[target] is the probability of the right one.",
            over(lambda row, target: -log(row[target - 1])),
        ),
        Mistake(
            "you took the probability of the token behind the right one; row[target] is the right one's.",
            over(lambda row, target: -log(row[target + 1])),
            over(lambda row, target: -log(row[(target + 1) % len(row)])),
        ),
        Mistake(
            "you took the token with the number of the position; targets says which token is right.",
            of_all_rows(lambda probs, target, i: probs[i][i]),
        ),
        Mistake(
            "the rows and the targets are shifted against each other: targets[i] is the right token of probs[i].",
            lambda probs, targets: mean([-log(row[targets[i + 1]]) for i, row in enumerate(probs)]),
            shifted,
            lambda probs, targets: over(whole=sum)(probs, targets[1:]) / len(probs),
            lambda probs, targets: cross_entropy(probs, targets[1:] + targets[:1]),
            lambda probs, targets: cross_entropy(probs[1:], targets),
            lambda probs, targets: over(whole=sum)(probs[1:], targets) / len(probs),
            of_all_rows(lambda probs, target, i: probs[i - 1][target]),
            of_all_rows(lambda probs, target, i: probs[i + 1][target]),
        ),
        Mistake(
            "all tokens have the probabilities of position 0; each position has a row of its own.",
            of_all_rows(lambda probs, target, i: probs[0][target]),
        ),
        Mistake(
            "all tokens have the probabilities of the last position; each position has a row of its own.",
            of_all_rows(lambda probs, target, i: probs[-1][target]),
        ),
        Mistake(
            "the target of position 0 stands for all; targets[i] is the right token of position i.",
            lambda probs, targets: mean([surprise(row, targets[0]) for row in probs]),
        ),
        Mistake(
            "the target of the last position stands for all; targets[i] is the right token of position i.",
            lambda probs, targets: mean([surprise(row, targets[-1]) for row in probs]),
        ),
        Mistake(
            "position and token are exchanged: probs[i][targets[i]] is the right token's probability.",
            of_all_rows(lambda probs, target, i: probs[target][i]),
        ),
        Mistake(
            "each row has met every target; targets[i] is the right token of probs[i] alone.",
            *[
                lambda probs, targets, power=power: (
                    sum(surprise(row, target) for row in probs for target in targets)
                    / len(targets) ** power
                )
                for power in (0, 1, 2)
            ],
        ),
        Mistake(
            "the loop goes over the tokens; it is to go over the positions, and there are len(targets) of them.",
            lambda probs, targets: (
                sum(surprise(probs[i], targets[i]) for i in range(len(probs[0]))) / len(targets)
            ),
        ),
        Mistake(
            "you multiplied by how many positions there are; divide by it.",
            over(whole=lambda surprises: sum(surprises) * len(surprises)),
        ),
        Mistake(
            "the surprises of all tokens are added; only the right one counts at each position.",
            over(lambda row, target: -sum(map(log, row))),
            over(lambda row, target: -sum(map(log, row)), sum),
            over(lambda row, target: mean([-log(p) for p in row])),
            over(lambda row, target: sum(map(log, row))),
        ),
        Mistake(
            "the surprises of the other tokens are added as well, or instead; only the right one counts.",
            over(lambda row, target: -sum(log(p) for i, p in enumerate(row) if i != target)),
            over(
                lambda row, target: (
                    -sum(log(p if i == target else 1 - p) for i, p in enumerate(row))
                )
            ),
        ),
        Mistake(
            "each surprise is multiplied by its probability and added up over all tokens, which is the entropy; "
            "only the right token's surprise counts.",
            over(lambda row, target: -sum(p * log(p) for p in row)),
            over(lambda row, target: -sum(p * log(p) for p in row), sum),
        ),
        Mistake(
            "the surprise is multiplied by the probability; take -log alone.",
            of(lambda p: -p * log(p)),
            over(lambda row, target: -row[target] * log(row[target]), sum),
        ),
        Mistake(
            "that is a squared distance, as in chapter 04; -log of the right token's probability is asked for.",
            of(lambda p: (1 - p) ** 2),
            over(squares),
            over(lambda row, target: squares(row, target) / len(row)),
            over(squares, sum),
        ),
        Mistake(
            "the surprises are squared; add them as they are.",
            of(lambda p: log(p) ** 2),
            of_result(lambda loss: loss * loss),
            over(whole=lambda surprises: sqrt(mean([s * s for s in surprises]))),
        ),
        Mistake(
            "that is exp of the loss, or of minus the loss; return the loss itself.",
            of_result(exp),
            of_result(lambda loss: exp(-loss)),
        ),
        Mistake(
            "these are the surprises, one for each position; return their mean.",
            over(whole=list),
        ),
        Mistake(
            "these are the probabilities of the right tokens; return the mean of -log of them.",
            over(lambda row, target: row[target], list),
        ),
        Mistake(
            "that is the surprise at position 0 alone; return the mean over all positions.",
            over(whole=lambda surprises: surprises[0]),
            because=AFTER,
        ),
        Mistake(
            "that is the surprise at position 0, divided by how many there are; add up all of them first.",
            over(whole=lambda surprises: surprises[0] / len(surprises)),
            because=AFTER,
        ),
        Mistake(
            "that is the surprise at the last position alone; return the mean over all positions.",
            over(whole=lambda surprises: surprises[-1]),
        ),
        Mistake(
            "that is the surprise at the last position, divided by how many there are; add up all of them first.",
            over(whole=lambda surprises: surprises[-1] / len(surprises)),
        ),
        Mistake(
            "the first position is left out; count from 0.",
            over(whole=lambda surprises: sum(surprises[1:]) / len(surprises)),
            over(whole=lambda surprises: mean(surprises[1:])),
        ),
        Mistake(
            "the last position is left out; every one counts.",
            over(whole=lambda surprises: sum(surprises[:-1]) / len(surprises)),
            over(whole=lambda surprises: mean(surprises[:-1])),
        ),
        Mistake("that is the largest surprise; return the mean of all.", over(whole=max)),
        Mistake("that is the smallest surprise; return the mean of all.", over(whole=min)),
        Mistake(
            "that is the surprise in the middle, the median; return the mean.", over(whole=median)
        ),
        Mistake("the surprises are multiplied; add them up.", over(whole=prod)),
        Mistake(
            "each surprise pulls the total halfway to it; add them up, and divide once, at the end.",
            over(whole=halfway),
            over(whole=lambda surprises: halfway(surprises[1:], surprises[0])),
        ),
        Mistake(
            "the surprises are divided while they are added up; divide once, at the end.",
            over(whole=divided_each_time),
            over(whole=divided_so_far),
        ),
        Mistake(
            "each position is divided again by how many positions came so far; divide by all of them, once.",
            over(whole=lambda surprises: sum(s / (i + 1) for i, s in enumerate(surprises))),
        ),
        Mistake(
            "the total starts at 1; start it at 0.",
            over(whole=lambda surprises: (1 + sum(surprises)) / len(surprises)),
        ),
        Mistake(
            "a small number is added to the probability; it is never 0 here, so it needs none.",
            *[
                of(lambda p, small=small: -log(p + small))
                for small in (1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3)
            ],
        ),
        Mistake(
            "small probabilities are cut at a border; leave them as they are.",
            *[
                of(lambda p, border=border: -log(max(p, border)))
                for border in (1e-5, 1e-4, 1e-3, 1e-2)
            ],
        ),
        Mistake(
            "probs holds probabilities already; take no softmax of them.",
            lambda probs, targets: cross_entropy(list(map(softmax, probs)), targets),
        ),
        Mistake(
            "you took exp; log is asked for, its reverse.",
            *[of(lambda p, sign=sign: sign * exp(sign * p)) for sign in (1, -1)],
            of(lambda p: exp(-p)),
            of(lambda p: -exp(p)),
        ),
        Mistake(
            "that is how often the right token is also the most likely one; the mean of -log is asked for.",
            over(lambda row, target: float(row[target] == max(row))),
            over(lambda row, target: float(row.index(max(row)) == target)),
        ),
    ],
)
