"""ex-03-3: largest(rates, x, target)"""

import functools

import numpy

from .parts import descend, repeat, step


def converges(rate, x, target, w=0.0, b=0.0, limit=1000):
    """Whether the loss gets under 0.01; gives up early when it has grown."""
    begin = (w * x + b - target) ** 2
    for _ in range(limit + 1):
        loss = (w * x + b - target) ** 2
        if loss < 0.01:
            return True
        if loss > begin:
            return False
        w, b = step(w, b, x, target, rate)
    return False


def largest(rates, x, target):
    best = None
    for rate in rates:
        if converges(rate, x, target) and (best is None or rate > best):
            best = rate
    return best


def largest_from_the_top(rates, x, target):
    for rate in sorted(rates, reverse=True):
        if converges(rate, x, target):
            return rate


def largest_with_try(rates, x, target):
    good = []
    for rate in rates:
        w = b = 0.0
        try:
            for _ in range(1000):
                w, b = step(w, b, x, target, rate)
            if (w * x + b - target) ** 2 < 0.01:
                good.append(rate)
        except OverflowError:
            pass
    return max(good)


def largest_with_inf(rates, x, target):
    good = []
    for rate in rates:
        w = b = 0.0
        for _ in range(1000):
            w, b = step(w, b, x, target, rate)
        error = w * x + b - target
        if error * error < 0.01:  # inf and nan are not under 0.01
            good.append(rate)
    return max(good)


def largest_by_formula(rates, x, target):
    return max(rate for rate in rates if rate < 1 / (x * x + 1))


def largest_by_factor(rates, x, target):
    return max(rate for rate in rates if abs(1 - 2 * rate * (x * x + 1)) < 0.9999)


def largest_numpy(rates, x, target):
    rates = numpy.array(rates)
    factor = 1 - 2 * rates * (x * x + 1)
    return rates[numpy.abs(factor) < 0.9999].max()


def largest_while(rates, x, target):
    best = 0
    for rate in rates:
        w, b, steps = 0, 0, 0
        while steps < 1000 and 0.01 <= (w * x + b - target) ** 2 < 1e6:
            w, b = step(w, b, x, target, rate)
            steps += 1
        if (w * x + b - target) ** 2 < 0.01 and rate > best:
            best = rate
    return best


def largest_filter(rates, x, target):
    return max(filter(lambda rate: converges(rate, x, target), rates))


def largest_sorted(rates, x, target):
    return sorted(rate for rate in rates if converges(rate, x, target))[-1]


def largest_dictionary(rates, x, target):
    table = {rate: converges(rate, x, target) for rate in rates}
    return max(rate for rate, good in table.items() if good)


def largest_recursive(rates, x, target):
    if len(rates) == 1:
        return rates[0]
    top = max(rates)
    if converges(top, x, target):
        return top
    return largest_recursive([rate for rate in rates if rate != top], x, target)


def largest_reduce(rates, x, target):
    return functools.reduce(
        lambda best, rate: rate if converges(rate, x, target) and rate > best else best, rates, 0
    )


def largest_abs(rates, x, target):
    def ends(rate):
        w = b = 0.0
        for _ in range(1000):
            w, b = step(w, b, x, target, rate)
            if abs(w * x + b - target) < 0.1:
                return True
            if abs(w * x + b - target) > 1e9:
                return False
        return False

    return max(r for r in rates if ends(r))


class Largest:
    def __call__(self, rates, x, target):
        return largest(rates, x, target)


def largest_error_only(rates, x, target):
    best = 0
    for rate in rates:
        error = -target
        for _ in range(1000):
            error *= 1 - 2 * rate * (x**2 + 1)
        if abs(error) < 0.1:
            best = max(best, rate)
    return best


def first_good(rates, x, target):
    for rate in rates:
        if converges(rate, x, target):
            return rate


def last_good(rates, x, target):
    best = None
    for rate in rates:
        if converges(rate, x, target):
            best = rate
    return best


def stops_at_a_bad_one(rates, x, target):
    best = None
    for rate in rates:
        if not converges(rate, x, target):
            break
        best = rate
    return best


def fastest(rates, x, target):
    good = [rate for rate in rates if converges(rate, x, target)]
    return min(good, key=lambda rate: descend(0, 0, x, target, rate))


def goes_on_from_there(rates, x, target):
    good, w, b = [], 0.0, 0.0
    for rate in rates:
        for _ in range(1000):
            w, b = step(w, b, x, target, rate)
        error = w * x + b - target
        if error * error < 0.01:
            good.append(rate)
    return max(good)


def after_one_step(rates, x, target):
    def loss(rate):
        w, b = step(0, 0, x, target, rate)
        return (w * x + b - target) ** 2

    return min(rates, key=loss)


def overflows(rates, x, target):
    good = []
    for rate in rates:
        w = b = 0.0
        for _ in range(1000):
            w, b = step(w, b, x, target, rate)
        if (w * x + b - target) ** 2 < 0.01:
            good.append(rate)
    return max(good)


def overflows_in_a_while(rates, x, target):
    good = []
    for rate in rates:
        w, b, steps = 0, 0, 0
        while (w * x + b - target) ** 2 >= 0.01 and steps < 1000:
            w, b = step(w, b, x, target, rate)
            steps += 1
        if steps < 1000:
            good.append(rate)
    return max(good)


def waits_for_ever(rates, x, target):
    return max(
        rate
        for rate in rates
        if repeat(step, 0.0, 0.0, x, target, rate, lambda e: e * e < 0.01) >= 0
    )


def number_of_good(rates, x, target):
    return sum(converges(rate, x, target) for rate in rates)


def sorts_the_input(rates, x, target):
    rates.sort(reverse=True)
    return largest_from_the_top(rates, x, target)


def pops_the_bad_ones(rates, x, target):
    for rate in list(rates):
        if not converges(rate, x, target):
            rates.remove(rate)
    return max(rates)


def good_ones(rates, x, target, **how):
    return [rate for rate in rates if converges(rate, x, target, **how)]


def then(function, change):
    """The same, with something done to the result."""
    return lambda *arguments: change(function(*arguments))


RIGHT = [
    largest,
    largest_from_the_top,
    largest_with_try,
    largest_with_inf,
    largest_by_formula,
    largest_by_factor,
    largest_numpy,
    largest_while,
    largest_filter,
    largest_sorted,
    largest_dictionary,
    largest_recursive,
    largest_reduce,
    largest_abs,
    Largest(),
    largest_error_only,
    lambda rates, x, target: max(good_ones(rates, x, target)),
]


WRONG = [
    (lambda rates, x, target: max(rates), "without trying it"),
    (lambda rates, x, target: rates[0], "the first of the list"),
    (lambda rates, x, target: rates[-1], "the last of the list"),
    (lambda rates, x, target: min(rates), "the smallest of them"),
    (lambda *tried: min(good_ones(*tried)), "the smallest of them"),
    (first_good, "the first that converges"),
    (last_good, "the last that converges"),
    (stops_at_a_bad_one, "stops at the first that does not"),
    (fastest, "the fastest"),
    (after_one_step, "the fastest"),
    (goes_on_from_there, "starts where the one before it ended"),
    (overflows, "stop as soon as"),
    (overflows_in_a_while, "stop as soon as"),
    (waits_for_ever, "never ends"),
    (number_of_good, "how many of the rates"),
    (
        lambda rates, x, target: [rate for rate in rates if converges(rate, x, target)],
        "all the rates that converge",
    ),
    (lambda *tried: sorted(good_ones(*tried)), "all the rates that converge"),
    (lambda rates, x, target: [converges(r, x, target) for r in rates], "whether it converges"),
    (lambda rates, x, target: rates.index(largest(rates, x, target)), "its place in the list"),
    (lambda rates, x, t: max(r for r in rates if r <= 1 / (x**2 + 1)), "stays at its loss"),
    (
        lambda rates, x, t: max(r for r in rates if r < 2 / (x**2 + 1)),
        "as if the slopes were half as large",
    ),
    (lambda rates, x, t: max(r for r in rates if r < 1 / x**2), None),
    (lambda rates, x, t: max(r for r in rates if r < 1 / (2 * (x**2 + 1))), None),
    (lambda rates, x, t: max(r for r in rates if r < 0.1), None),
    (lambda rates, x, target: 1 / (x**2 + 1), "the formula for the border"),
    (lambda *tried: max(good_ones(*tried, limit=100)), "gives up too early"),
    (lambda *tried: max(good_ones(*tried, limit=10), default=None), "gives up too early"),
    (lambda *tried: max(good_ones(*tried, limit=1), default=0), "gives up too early"),
    (
        lambda *tried: min(set(tried[0]) - set(good_ones(*tried))),
        "the smallest that does not converge",
    ),
    (lambda *tried: sorted(good_ones(*tried))[-2], None),
    (lambda *tried: sum(good_ones(*tried)), None),
    (lambda rates, x, t: descend(0, 0, x, t, largest(rates, x, t)), "how many steps it takes"),
    (lambda *tried: len(tried[0]), None),
    (lambda *tried: 0.09, "it gives 0.09 whatever comes in"),
    (then(largest, lambda rate: [rate]), "without a list around it"),
    (then(largest, str), "without quotes"),
    (then(largest, lambda rate: round(rate, 2)), "rounded to 2 digits"),
    (then(largest, lambda rate: round(rate, 1)), "rounded to 1 digits"),
    (then(largest, int), "it gives 0 whatever comes in"),
    (then(largest, lambda rate: 2 * rate), "2 times"),
    (then(largest, lambda rate: -rate), "the sign is turned round"),
    (then(largest, lambda rate: rate > 0), "the answer is a number"),
    (then(largest, lambda rate: (rate, True)), "the answer is a number"),
    (lambda rates, x, target: rates, "that is rates, as it came in"),
    (lambda rates, x, target: largest(rates, target, x), None),
    (lambda rates, x, target: converges(rates, x, target), "can't multiply sequence"),
    (
        lambda rates, x, target: max(rates, key=lambda r: converges(r, x, target)),
        "the first that converges",
    ),
    (sorts_the_input, "changed its input rates"),
    (pops_the_bad_ones, "changed its input rates"),
    (lambda *tried: print(largest(*tried)), "print shows a value"),
    (lambda rates, x: rates[0], "does not start"),
]
