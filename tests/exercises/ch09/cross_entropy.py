"""ex-09-1: cross_entropy(probs, targets)"""

import math
import statistics
from decimal import Decimal
from functools import partial, reduce
from math import log

import numpy

from microgpt import Value

from ..edits import edited

LOOP = """
from math import exp, log, log10, log2

def cross_entropy(probs, targets):
    total = 0.0
    for i in range(len(targets)):
        p = probs[i][targets[i]]
        total += -log(p)
    return total / len(targets)
"""


def cross_entropy(probs, targets):
    return sum(-log(row[target]) for row, target in zip(probs, targets)) / len(targets)


def mean_of_list(probs, targets):
    return statistics.mean([-log(row[target]) for row, target in zip(probs, targets)])


def minus_at_the_end(probs, targets):
    total = 0
    for i, target in enumerate(targets):
        total += math.log(probs[i][target])
    return -total / len(targets)


def of_the_product(probs, targets):
    """The logarithm of a product is the sum of the logarithms."""
    product = math.prod(row[target] for row, target in zip(probs, targets))
    return -log(product) / len(probs)


def of_the_inverse(probs, targets):
    return sum(log(1 / row[target]) for row, target in zip(probs, targets)) / len(probs)


def running_mean(probs, targets):
    mean = 0.0
    for n, (row, target) in enumerate(zip(probs, targets), 1):
        mean += (-log(row[target]) - mean) / n
    return mean


def while_loop(probs, targets):
    i, total = 0, 0.0
    while i < len(probs):
        total -= log(probs[i][targets[i]])
        i = i + 1
    return total / i


def one_hot(probs, targets):
    total = 0.0
    for row, target in zip(probs, targets):
        for token, p in enumerate(row):
            total -= (1.0 if token == target else 0.0) * log(p)
    return total / len(probs)


def array(probs, targets):
    return -numpy.log([row[target] for row, target in zip(probs, targets)]).mean()


def array_by_index(probs, targets):
    p = numpy.array(probs)[numpy.arange(len(targets)), targets]
    return -numpy.mean(numpy.log(p))


def array_32_bits(probs, targets):
    p = numpy.array([row[target] for row, target in zip(probs, targets)], dtype=numpy.float32)
    return -numpy.log(p).mean()


def values(probs, targets):
    losses = [-Value(row[target]).log() for row, target in zip(probs, targets)]
    return (1 / len(losses)) * sum(losses)


def decimals(probs, targets):
    logs = [Decimal(row[target]).ln() for row, target in zip(probs, targets)]
    return float(-sum(logs) / len(logs))


def bits_and_back(probs, targets):
    bits = sum(-math.log2(row[target]) for row, target in zip(probs, targets)) / len(probs)
    return bits * log(2)


def recursive(probs, targets):
    def total(i):
        return 0.0 if i == len(targets) else -log(probs[i][targets[i]]) + total(i + 1)

    return total(0) / len(targets)


def folded(probs, targets):
    pairs = zip(probs, targets)
    return reduce(lambda total, pair: total - log(pair[0][pair[1]]), pairs, 0) / len(targets)


def log_of_one_less(probs, targets):
    return math.fsum(-math.log1p(row[t] - 1) for row, t in zip(probs, targets)) / len(targets)


def always_above_0(probs, targets):
    return sum(abs(log(row[target])) for row, target in zip(probs, targets)) / len(targets)


class CrossEntropy:
    def __call__(self, probs, targets):
        return cross_entropy(probs, targets)


RIGHT = [
    cross_entropy,
    mean_of_list,
    minus_at_the_end,
    of_the_product,
    of_the_inverse,
    running_mean,
    while_loop,
    one_hot,
    array,
    array_by_index,
    array_32_bits,
    values,
    decimals,
    bits_and_back,
    recursive,
    folded,
    log_of_one_less,
    always_above_0,
    CrossEntropy(),
    partial(cross_entropy),
    edited(LOOP, "cross_entropy"),
]

# Wrong


def changed(*lines):
    """The loop with some of its parts replaced: old, new, old, new ..."""
    return edited(LOOP, "cross_entropy", *zip(lines[::2], lines[1::2], strict=True))


def then(change):
    return lambda probs, targets: change(cross_entropy(probs, targets))


def prints(probs, targets):
    print(cross_entropy(probs, targets))


def no_return(probs, targets):
    total = cross_entropy(probs, targets)
    total += 0


def endless(probs, targets):
    i, total = 0, 0.0
    while i < len(probs):
        total -= log(probs[i][targets[i]])
    return total / len(probs)


def sorts_its_input(probs, targets):
    result = cross_entropy(probs, targets)
    targets.sort()
    return result


def changes_its_input(probs, targets):
    for row in probs:
        for i, p in enumerate(row):
            row[i] = -log(p)
    return sum(row[target] for row, target in zip(probs, targets)) / len(targets)


seen = []


def kept(probs, targets):
    for row, target in zip(probs, targets):
        seen.append(-log(row[target]))
    return sum(seen) / len(seen)


TERM = "total += -log(p)"
END = "return total / len(targets)"

WRONG = [
    (changed(END, "return total"), "that is the sum over the positions"),
    (changed("-log(p)", "log(p)"), "the minus is missing"),
    (changed("-log(p)", "log(p)", END, "return total"), "that is the sum of the logarithms"),
    (changed("-log(p)", "-log2(p)"), "counts in bits"),
    (changed("-log(p)", "-log(p, 2)"), "counts in bits"),
    (changed("-log(p)", "-log10(p)"), "to base 10"),
    (changed("-log(p)", "-log(p, 10)"), "to base 10"),
    (changed("-log(p)", "-log(p) / log(27)"), None),
    (changed("/ len(targets)", "/ len(probs[0])"), "how many tokens there are"),
    (changed("/ len(targets)", "/ (len(targets) - 1)"), "less 1"),
    (changed("/ len(targets)", "/ (len(targets) + 1)"), "plus 1"),
    (changed("/ len(targets)", "/ len(targets) ** 2"), "twice"),
    (changed("/ len(targets)", "/ sum(targets)"), None),
    (changed("/ len(targets)", "// len(targets)"), "the digits after the point are lost"),
    (changed(TERM, "total += p", END, "return -log(total / len(targets))"), "-log of the mean"),
    (changed(TERM, "total += p", END, "return log(total / len(targets))"), "log of the mean"),
    (changed(TERM, "total += p", END, "return -log(total)"), "-log of the sum"),
    (changed("-log(p)", "1 - p"), "that is 1 less the probability"),
    (changed("-log(p)", "-log(1 - p)"), "-log of 1 less the probability"),
    (changed("-log(p)", "log(1 + p)"), "log of 1 plus"),
    (changed("-log(p)", "p"), "that is the mean probability; take"),
    (changed("-log(p)", "-p"), "the mean probability with a minus"),
    (changed("-log(p)", "1 / p"), "1 divided by the probability"),
    (changed("-log(p)", "exp(-p)"), "log is asked for, its reverse"),
    (changed("-log(p)", "log(-p)"), "there is no such number"),
    (
        changed("total = 0.0", "total = 1.0", TERM, "total *= p", END, "return total"),
        "the product of the probabilities",
    ),
    (changed("probs[i][targets[i]]", "max(probs[i])"), "the largest probability"),
    (changed("probs[i][targets[i]]", "min(probs[i])"), "the smallest probability"),
    (changed("probs[i][targets[i]]", "probs[i][0]"), "the probability of token 0"),
    (changed("probs[i][targets[i]]", "probs[i][-1]"), "the last token at each position"),
    (changed("probs[i][targets[i]]", "probs[i][targets[i] - 1]"), "count from 0"),
    (changed("probs[i][targets[i]]", "probs[i][targets[i] + 1]"), "the token behind"),
    (changed("probs[i][targets[i]]", "probs[i][i]"), "the number of the position"),
    (changed("probs[i][targets[i]]", "probs[i][targets[i + 1]]"), "shifted against each other"),
    (changed("probs[i][targets[i]]", "probs[i - 1][targets[i]]"), "shifted against each other"),
    (changed("probs[i][targets[i]]", "probs[0][targets[i]]"), "of position 0; each"),
    (changed("probs[i][targets[i]]", "probs[-1][targets[i]]"), "of the last position; each"),
    (changed("probs[i][targets[i]]", "probs[i][targets[0]]"), "position 0 stands for all"),
    (changed("probs[i][targets[i]]", "probs[targets[i]][i]"), "position and token are exchanged"),
    (
        changed("range(len(targets))", "range(len(targets) - 1)", "targets[i]", "targets[i + 1]"),
        "shifted against each other",
    ),
    (changed(TERM, "total += -sum(map(log, probs[i]))"), "the surprises of all tokens"),
    (changed(TERM, "total += -sum(q * log(q) for q in probs[i])"), "the entropy"),
    (changed("-log(p)", "-p * log(p)"), "multiplied by the probability"),
    (changed("-log(p)", "(1 - p) ** 2"), "a squared distance"),
    (
        changed(TERM, "total += sum((q - (j == targets[i])) ** 2 for j, q in enumerate(probs[i]))"),
        "a squared distance",
    ),
    (changed("-log(p)", "log(p) ** 2"), "the surprises are squared"),
    (changed(END, "return exp(total / len(targets))"), "exp of the loss"),
    (changed(END, "return exp(-total / len(targets))"), "exp of the loss"),
    (
        changed("total = 0.0", "total = []", TERM, "total.append(-log(p))", END, "return total"),
        "one for each position",
    ),
    (
        changed("total = 0.0", "total = []", TERM, "total.append(p)", END, "return total"),
        "these are the probabilities of the right tokens",
    ),
    (
        changed(END, "    return total / len(targets)"),
        "return after the loop, not inside it",
    ),
    (changed(END, "    return total"), "return after the loop, not inside it"),
    (changed(TERM, "total = -log(p)"), "at the last position, divided by"),
    (changed(TERM, "total = -log(p)", END, "return total"), "the last position alone"),
    (changed("range(len(targets))", "range(1, len(targets))"), "the first position is left out"),
    (changed("range(len(targets))", "range(len(targets) - 1)"), "the last position is left out"),
    (changed("total = 0.0", "total = 1.0"), "the total starts at 1"),
    (changed("-log(p)", "-log(p + 1e-9)"), "a small number is added"),
    (changed("-log(p)", "-log(max(p, 1e-3))"), "cut at a border"),
    (
        changed("p = probs[i]", "p = [exp(q) / sum(map(exp, probs[i])) for q in probs[i]]"),
        "take no softmax",
    ),
    (changed(TERM, "total += -log(p) / (i + 1)", END, "return total"), "how many positions came"),
    (changed(TERM, "total = (total - log(p)) / len(targets)", END, "return total"), "are added up"),
    (changed(TERM, "total = max(total, -log(p))", END, "return total"), "the largest surprise"),
    (changed("total / len(targets)", "round(total / len(targets), 4)"), "rounded to 4 digits"),
    (changed("total / len(targets)", "-total / len(targets)"), "the minus is missing"),
    (changed("total / len(targets)", "total / 2"), None),
    (changed("total / len(targets)", "total / 3"), None),
    (changed("targets[i]]", "targets]"), "TypeError"),
    (changed("-log(p)", "-log(probs[i])"), "TypeError"),
    (changed("-log(p)", "-p.log()"), "AttributeError"),
    (then(lambda loss: 2 * loss), "2 times what it should be"),
    (then(lambda loss: [loss]), "without a list around it"),
    (then(str), "that is a text"),
    (then(lambda loss: None), None),
    (prints, "it prints, and hands nothing back"),
    (no_return, "no return in it has a value"),
    (endless, "did not come back"),
    (sorts_its_input, "changed its input targets"),
    (changes_its_input, "changed its input probs"),
    (kept, "Something is kept between calls"),
    (lambda probs, targets: 1.3, "whatever comes in"),
    (lambda targets, probs: 0.0, "the values arrive in the order of"),
    (lambda probs: 0.0, "does not start"),
    (1.2040, "not a function"),
]
