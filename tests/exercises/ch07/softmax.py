"""ex-07-1: softmax(logits)"""

import math
import operator
import statistics
from decimal import Decimal
from functools import partial, reduce
from math import exp

import numpy

from microgpt import Value


def softmax(logits):
    largest = max(logits)
    exps = [exp(x - largest) for x in logits]
    total = sum(exps)
    return [e / total for e in exps]


def loops(logits):
    largest = logits[0]
    for x in logits:
        if x > largest:
            largest = x
    exps = []
    total = 0.0
    for x in logits:
        e = exp(x - largest)
        exps.append(e)
        total += e
    result = []
    for e in exps:
        result.append(e / total)
    return result


def log_sum_exp(logits):
    largest = max(logits)
    log_total = largest + math.log(math.fsum(exp(x - largest) for x in logits))
    return [exp(x - log_total) for x in logits]


def array(logits):
    x = numpy.array(logits, dtype=float)
    e = numpy.exp(x - x.max())
    return e / e.sum()


def array_32_bits(logits):
    x = numpy.array(logits, dtype=numpy.float32)
    e = numpy.exp(x - numpy.max(x))
    return e / numpy.sum(e)


def array_as_list(logits):
    e = numpy.exp(numpy.array(logits) - max(logits))
    return (e / e.sum()).tolist()


def decimals(logits):
    exps = [Decimal(x).exp() for x in logits]
    return [float(e / sum(exps)) for e in exps]


def values(logits):
    largest = max(logits)
    exps = [(Value(x) - largest).exp() for x in logits]
    total = sum(exps)
    return [e / total for e in exps]


def without_division(logits):
    """Each probability from the differences to the others: 1 / (sum of exp(y - x))."""
    return [1 / sum(exp(min(y - x, 700)) for y in logits) for x in logits]


def a_little_more_away(logits):
    away = max(logits) + 1
    exps = [exp(x - away) for x in logits]
    return [e / sum(exps) for e in exps]


def sorted_for_the_largest(logits):
    largest = sorted(logits)[-1]
    return tuple(exp(x - largest) / sum(exp(y - largest) for y in logits) for x in logits)


def on_a_copy(logits):
    x = logits[:]
    largest = max(x)
    for i in range(len(x)):
        x[i] = exp(x[i] - largest)
    total = sum(x)
    for i in range(len(x)):
        x[i] /= total
    return x


def while_loop(logits):
    largest, i, exps = max(logits), 0, []
    while i < len(logits):
        exps += [math.e ** (logits[i] - largest)]
        i += 1
    return list(map(lambda e: e / sum(exps), exps))


def by_generator(logits):
    def divided(exps):
        total = sum(exps)
        for e in exps:
            yield e / total

    largest = max(logits)
    return list(divided([exp(x - largest) for x in logits]))


def running_largest(logits):
    """One way through the list: the sum is rescaled where a larger logit comes."""
    largest, total = -math.inf, 0.0
    for x in logits:
        new = max(largest, x)
        total = total * exp(largest - new) + exp(x - new)
        largest = new
    return [exp(x - largest) / total for x in logits]


def recursive_total(logits):
    def total(exps):
        return exps[0] + total(exps[1:]) if exps else 0.0

    largest = max(logits)
    exps = [exp(x - largest) for x in logits]
    return [e / total(exps) for e in exps]


def through_a_dictionary(logits):
    largest = max(logits)
    exps = {i: exp(x - largest) for i, x in enumerate(logits)}
    return [exps[i] / sum(exps.values()) for i in range(len(logits))]


class Softmax:
    def __call__(self, logits):
        return softmax(logits)


# Wrong


def then(change):
    return lambda logits: change(softmax(logits))


def over_sum(weigh):
    """weigh(logit, largest) of each logit, divided by their sum."""

    def probabilities(logits):
        made = [weigh(x, max(logits)) for x in logits]
        return [m / sum(made) for m in made]

    return probabilities


def naive(logits):
    exps = [exp(x) for x in logits]
    total = sum(exps)
    return [e / total for e in exps]


def naive_array(logits):
    with numpy.errstate(all="ignore"):
        e = numpy.exp(numpy.array(logits, dtype=float))
        return e / e.sum()


def smallest_away(logits):
    smallest = min(logits)
    exps = [exp(x - smallest) for x in logits]
    return [e / sum(exps) for e in exps]


def smallest_away_array(logits):
    with numpy.errstate(all="ignore"):
        x = numpy.array(logits, dtype=float)
        e = numpy.exp(x - x.min())
        return e / e.sum()


def mean_away(logits):
    mean = sum(logits) / len(logits)
    exps = [exp(x - mean) for x in logits]
    return [e / sum(exps) for e in exps]


def first_away(logits):
    exps = [exp(x - logits[0]) for x in logits]
    return [e / sum(exps) for e in exps]


def largest_in_size_away(logits):
    largest = max(logits, key=abs)
    exps = [exp(x - largest) for x in logits]
    return [e / sum(exps) for e in exps]


def median_away(logits):
    middle = statistics.median(logits)
    exps = [exp(x - middle) for x in logits]
    return [e / sum(exps) for e in exps]


def when_too_large(logits):
    try:
        return naive(logits)
    except OverflowError:
        return [1.0 if x == max(logits) else 0.0 for x in logits]


def infinite_where_too_large(logits):
    exps = []
    for x in logits:
        try:
            exps.append(exp(x))
        except OverflowError:
            exps.append(float("inf"))
    return [e / sum(exps) for e in exps]


def largest_above_0(logits):
    largest = 0
    for x in logits:
        if x > largest:
            largest = x
    exps = [exp(x - largest) for x in logits]
    return [e / sum(exps) for e in exps]


def only_when_large(logits):
    largest = max(logits) if max(logits) > 700 else 0
    exps = [exp(x - largest) for x in logits]
    return [e / sum(exps) for e in exps]


def not_divided(logits):
    largest = max(logits)
    return [exp(x - largest) for x in logits]


def by_sum_of_logits(logits):
    largest = max(logits)
    return [exp(x - largest) / sum(logits) for x in logits]


def one_hot(logits):
    result = [0.0] * len(logits)
    result[logits.index(max(logits))] = 1.0
    return result


def numerator_alone(logits):
    largest = max(logits)
    return [exp(x - largest) / sum(exp(y) for y in logits) for x in logits]


def denominator_alone(logits):
    largest = max(logits)
    return [exp(x) / sum(exp(y - largest) for y in logits) for x in logits]


def first_alone(logits):
    exps = [exp(x) for x in logits]
    exps[0] = exp(logits[0] - max(logits))
    return [e / sum(exps) for e in exps]


def in_place(logits):
    largest = max(logits)
    for i in range(len(logits)):
        logits[i] = exp(logits[i] - largest)
    total = sum(logits)
    for i in range(len(logits)):
        logits[i] /= total
    return logits


def shifted_in_place(logits):
    largest = max(logits)
    for i in range(len(logits)):
        logits[i] -= largest
    exps = [exp(x) for x in logits]
    return [e / sum(exps) for e in exps]


def sorts_its_input(logits):
    order = list(logits)
    logits.sort()
    return [exp(x - logits[-1]) / sum(exp(y - logits[-1]) for y in logits) for x in order]


def divides_in_place(logits):
    largest = max(logits)
    exps = [exp(x - largest) for x in logits]
    for i in range(len(exps)):
        exps[i] = exps[i] / sum(exps)
    return exps


def three_logits(logits):
    a, b, c = logits
    total = exp(a) + exp(b) + exp(c)
    return [exp(a) / total, exp(b) / total, exp(c) / total]


def three_by_index(logits):
    largest = max(logits)
    exps = [exp(logits[i] - largest) for i in range(3)]
    return [e / sum(exps) for e in exps]


def running_total(logits):
    largest, total, result = max(logits), 0.0, []
    for x in logits:
        total += exp(x - largest)
        result.append(exp(x - largest) / total)
    return result


def total_of_the_last(logits):
    largest = max(logits)
    for x in logits:
        total = exp(x - largest)
    return [exp(x - largest) / total for x in logits]


def total_starts_at_one(logits):
    largest, total = max(logits), 1
    for x in logits:
        total += exp(x - largest)
    return [exp(x - largest) / total for x in logits]


def returns_in_the_loop(logits):
    largest = max(logits)
    exps = [exp(x - largest) for x in logits]
    result = []
    for e in exps:
        result.append(e / sum(exps))
        return result


def starts_again(logits):
    largest = max(logits)
    exps = [exp(x - largest) for x in logits]
    for e in exps:
        result = []
        result.append(e / sum(exps))
    return result


def keeps(logits, exps=[]):
    largest = max(logits)
    for x in logits:
        exps.append(exp(x - largest))
    return [e / sum(exps) for e in exps]


totals = [0.0]


def keeps_the_total(logits):
    largest = max(logits)
    exps = [exp(x - largest) for x in logits]
    totals[0] += sum(exps)
    return [e / totals[0] for e in exps]


def forgets_return(logits):
    largest = max(logits)
    exps = [exp(x - largest) for x in logits]
    result = [e / sum(exps) for e in exps]


def whole_list(logits):
    return exp(logits) / sum(exp(logits))


def list_minus_number(logits):
    exps = [exp(x) for x in logits - max(logits)]
    return [e / sum(exps) for e in exps]


def list_divided(logits):
    exps = [exp(x - max(logits)) for x in logits]
    return exps / sum(exps)


def sigmoid(x):
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))


def sigmoid_plain(logits):
    return [1 / (1 + exp(-x)) for x in logits]


def logarithms(logits):
    largest = max(logits)
    total = sum(exp(x - largest) for x in logits)
    return [x - largest - math.log(total) for x in logits]


def no_repeats(logits):
    largest = max(logits)
    exps = [exp(x - largest) for x in logits]
    return [e / sum(set(exps)) for e in exps]


def never_ends(logits):
    total = 0
    while total < 1:
        total = 0
    return total


RIGHT = [
    softmax,
    loops,
    log_sum_exp,
    array,
    array_32_bits,
    array_as_list,
    decimals,
    values,
    without_division,
    a_little_more_away,
    sorted_for_the_largest,
    on_a_copy,
    while_loop,
    by_generator,
    running_largest,
    recursive_total,
    through_a_dictionary,
    Softmax(),
    partial(softmax),
    lambda logits: [
        exp(x - max(logits)) / reduce(operator.add, [exp(y - max(logits)) for y in logits])
        for x in logits
    ],
    lambda logits: [
        pow(math.e, x - max(logits)) / sum(map(exp, (y - max(logits) for y in logits)))
        for x in logits
    ],
    lambda logits: [
        exp(x - max(logits)) / sum(exp(y - max(logits)) for y in logits) for x in logits
    ],
]

TOO_LARGE = "more than Python can keep; take the largest logit away"
NOT_ONE = "do not add up to 1"

WRONG = [
    (naive, TOO_LARGE),
    (naive_array, TOO_LARGE),
    (over_sum(lambda x, m: math.e**x), TOO_LARGE),
    (over_sum(lambda x, m: math.pow(math.e, x)), TOO_LARGE),
    (over_sum(lambda x, m: exp(x + m)), TOO_LARGE),
    (smallest_away, "what you took away is not the largest"),
    (smallest_away_array, "what you took away is not the largest"),
    (mean_away, "what you took away is not the largest"),
    (first_away, "what you took away is not the largest"),
    (largest_in_size_away, "what you took away is not the largest"),
    (median_away, "what you took away is not the largest"),
    (over_sum(lambda x, m: math.exp(x - m) if x > 0 else 0), None),
    (when_too_large, None),
    (infinite_where_too_large, TOO_LARGE),
    (over_sum(lambda x, m: exp(min(x, 700))), "cut at a border"),
    (over_sum(lambda x, m: exp(min(x, 100))), "cut at a border"),
    (over_sum(lambda x, m: exp(max(min(x, 500), -500))), None),
    (over_sum(lambda x, m: exp(x - 1000)), None),
    (over_sum(lambda x, m: exp(x / 1000)), "divided by something before exp"),
    (largest_above_0, "where it is negative, too"),
    (only_when_large, "where it is negative, too"),
    (over_sum(lambda x, m: exp(x - abs(m))), "where it is negative, too"),
    (not_divided, NOT_ONE),
    (lambda logits: [exp(x) for x in logits], NOT_ONE),
    (lambda logits: [exp(x) / max(map(exp, logits)) for x in logits], NOT_ONE),
    (by_sum_of_logits, "divided by the sum of the logits"),
    (lambda logits: [exp(x) / sum(logits) for x in logits], "divided by the sum of the logits"),
    (lambda logits: [exp(x - max(logits)) / len(logits) for x in logits], "by how many there are"),
    (lambda logits: [exp(x) / len(logits) for x in logits], "by how many there are"),
    (lambda logits: [exp(x) / max(logits) for x in logits], "by the largest of the logits"),
    (lambda logits: [exp(x) / exp(sum(logits)) for x in logits], "by exp of the sum"),
    (
        lambda logits: [exp(x) / sum(exp(y) for y in logits if y != x) for x in logits],
        None,
    ),
    (total_starts_at_one, "the sum starts at 1"),
    (lambda logits: [exp(x) / (1 + sum(map(exp, logits))) for x in logits], "the sum starts at 1"),
    (
        lambda logits: [e / sum(not_divided(logits)[1:]) for e in not_divided(logits)],
        "the first is missing in the sum",
    ),
    (
        lambda logits: [e / sum(not_divided(logits)[:-1]) for e in not_divided(logits)],
        "the last is missing in the sum",
    ),
    (
        lambda logits: [e / (sum(not_divided(logits)) + 1e-8) for e in not_divided(logits)],
        "a small number is added",
    ),
    (
        lambda logits: [e / (sum(not_divided(logits)) + 1e-5) for e in not_divided(logits)],
        "a small number is added",
    ),
    (running_total, "before the sum was complete"),
    (total_of_the_last, "or by the last, in place of the sum"),
    (divides_in_place, None),
    (
        lambda logits: [e / math.hypot(*not_divided(logits)) for e in not_divided(logits)],
        "by the root of the sum of the squares",
    ),
    (no_repeats, "equal logits count once"),
    (numerator_alone, "above the division line alone"),
    (denominator_alone, "in the sum alone"),
    (first_alone, "from one logit alone"),
    (then(lambda shared: [p - max(shared) for p in shared]), "the largest away after exp"),
    (over_sum(lambda x, m: exp(x) - m), "the largest away after exp"),
    (over_sum(lambda x, m: exp(x / m)), "divided by the largest logit before exp"),
    (one_hot, "all of it stands on the largest"),
    (lambda logits: [float(x == max(logits)) for x in logits], "all of it stands on the largest"),
    (lambda logits: logits.index(max(logits)), "the place of the largest logit"),
    (lambda logits: int(numpy.argmax(logits)), "the place of the largest logit"),
    (over_sum(lambda x, m: x), "shares of the logits themselves"),
    (over_sum(lambda x, m: x * math.e), "shares of the logits themselves"),
    (over_sum(lambda x, m: abs(x)), "shares of the logits themselves"),
    (lambda logits: over_sum(lambda x, m: x - min(logits))(logits), "lies above the smallest"),
    (over_sum(lambda x, m: x - m), "lies below the largest"),
    (over_sum(lambda x, m: math.e * (x - m)), "lies below the largest"),
    (over_sum(lambda x, m: exp(max(x, 0))), "negative logits have become 0"),
    (lambda logits: softmax([max(x, 0) for x in logits]), "negative logits have become 0"),
    (lambda logits: softmax([abs(x) for x in logits]), "counts as a positive one"),
    (over_sum(lambda x, m: 2**x), "powers of 2;"),
    (over_sum(lambda x, m: 2 ** (x - m)), "powers of 2;"),
    (over_sum(lambda x, m: 10 ** (x - m)), "powers of 10"),
    (over_sum(lambda x, m: 2.718 ** (x - m)), "powers of 2.7, or the like"),
    (over_sum(lambda x, m: 2.71828 ** (x - m)), "powers of 2.7, or the like"),
    (over_sum(lambda x, m: x**2), "shares of the squares"),
    (over_sum(lambda x, m: math.log(x)), "you took the logarithm"),
    (over_sum(lambda x, m: math.log(x - m + 1)), "you took the logarithm"),
    (logarithms, "these are the logarithms"),
    (then(lambda shared: [-math.log(p) for p in shared]), "the negative logarithms"),
    (over_sum(lambda x, m: exp(-x)), "turn the sign round"),
    (over_sum(lambda x, m: exp(m - x)), "turn the sign round"),
    (lambda logits: softmax([-x for x in logits]), "turn the sign round"),
    (over_sum(lambda x, m: exp(abs(x - m))), "turn the sign round"),
    (lambda logits: list(map(sigmoid, logits)), "as sigmoid does it"),
    (sigmoid_plain, "as sigmoid does it"),
    (over_sum(lambda x, m: sigmoid(x)), "sigmoid in place of exp"),
    (then(softmax), "softmax done twice"),
    (lambda logits: softmax([x / 2 for x in logits]), "divided by something before exp"),
    (lambda logits: softmax([x / len(logits) for x in logits]), "divided by something before"),
    (lambda logits: softmax([2 * x for x in logits]), "multiplied before exp"),
    (lambda logits: softmax([x / 0.7 for x in logits]), None),
    (lambda logits: softmax([int(x) for x in logits]), "lost their digits"),
    (lambda logits: [x - max(logits) for x in logits], "the logits less the largest"),
    (lambda logits: sum(not_divided(logits)), "the sum of what exp makes"),
    (then(lambda shared: [1 - p for p in shared]), "1 less the probability"),
    (then(lambda shared: list(numpy.cumsum(shared))), "those before it added"),
    (then(lambda shared: sorted(shared)), "the items are sorted"),
    (then(lambda shared: sorted(shared, reverse=True)), "sorted, the largest first"),
    (then(lambda shared: shared[::-1]), "in reverse order"),
    (lambda logits: [1 / len(logits) for _ in logits], "every logit has the same probability"),
    (then(max), "that is the largest item alone"),
    (max, "that is the largest logit;"),
    (then(sum), "that is the sum of the items"),
    (then(lambda shared: shared[0]), "that is the first probability alone"),
    (returns_in_the_loop, "the first probability alone; put all of them in; return after"),
    (starts_again, "start the list once, before the loop"),
    (then(lambda shared: shared[:-1]), "the last item is missing"),
    (lambda logits: dict(zip(logits, softmax(logits))), "comes with its logit"),
    (then(lambda shared: [p for p in shared if p > 0]), "a probability of 0 is left out"),
    (three_logits, "the number of logits differs"),
    (three_by_index, "ends at [n - 1]"),
    (whole_list, "exp takes one number"),
    (list_minus_number, "does not compute with a whole list"),
    (list_divided, "does not compute with a whole list"),
    (in_place, "changed its input logits"),
    (shifted_in_place, "changed its input logits"),
    (sorts_its_input, "changed its input logits"),
    (keeps, "kept between calls"),
    (keeps_the_total, "kept between calls"),
    (then(lambda shared: [round(p, 2) for p in shared]), "rounded to 2 digits"),
    (then(lambda shared: [round(p, 4) for p in shared]), "rounded to 4 digits"),
    (then(lambda shared: [round(p) for p in shared]), "rounded to a whole number"),
    (then(lambda shared: [int(p) for p in shared]), "digits after the point are lost"),
    (then(lambda shared: [100 * p for p in shared]), "100 times what it should be"),
    (then(lambda shared: [-p for p in shared]), "the sign is turned round"),
    (then(lambda shared: [[p] for p in shared]), "a list of its own"),
    (then(lambda shared: [shared]), "one list too many"),
    (then(lambda shared: (p for p in shared)), "collect them with list"),
    (then(lambda shared: set(shared)), "which has no order"),
    (then(lambda shared: [f"{p:.2f}" for p in shared]), "is the text"),
    (then(lambda shared: numpy.array(shared, numpy.float16)), "float16"),
    (then(print), "it prints, and nothing comes back"),
    (lambda logits: logits, "that is logits, as it came in"),
    (forgets_return, "no return in it has a value"),
    (never_ends, "did not come back"),
    (lambda logits, temperature: softmax(logits), "does not start"),
    ([0.5, 0.5], "not a function"),
]
