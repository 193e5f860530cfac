"""Answers to the exercises of chapter 03: right in several ways, and wrong by name."""

from fractions import Fraction

# ex-03-1: step(w, b, x, target, lr)


def step(w, b, x, target, lr):
    error = w * x + b - target
    return w - lr * 2 * error * x, b - lr * 2 * error


def step_in_place(w, b, x, target, lr):
    error = w * x + b - target
    w -= lr * 2 * error * x
    b -= lr * 2 * error
    return [w, b]


def step_by_nudging(w, b, x, target, lr, h=1e-6):
    def loss(w, b):
        return (w * x + b - target) ** 2

    slope_w = (loss(w + h, b) - loss(w - h, b)) / (2 * h)
    slope_b = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return round(w - lr * slope_w, 7), round(b - lr * slope_b, 7)


def step_fractions(w, b, x, target, lr):
    error = Fraction(w) * Fraction(x) + Fraction(b) - Fraction(target)
    return Fraction(w) - Fraction(lr) * 2 * error * Fraction(x), Fraction(b) - Fraction(
        lr
    ) * 2 * error


def step_with_zip(w, b, x, target, lr):
    error = w * x + b - target
    return [p - lr * slope for p, slope in zip((w, b), (2 * error * x, 2 * error))]


def step_numpy(w, b, x, target, lr):
    import numpy

    inputs = numpy.array([x, 1.0])
    p = numpy.array([w, b], dtype=float)
    return p - 2 * lr * (p @ inputs - target) * inputs


def step_uses_the_new_w(w, b, x, target, lr):
    w = w - lr * 2 * (w * x + b - target) * x
    b = b - lr * 2 * (w * x + b - target)
    return w, b


def step_uses_the_new_b(w, b, x, target, lr):
    b = b - lr * 2 * (w * x + b - target)
    w = w - lr * 2 * (w * x + b - target) * x
    return w, b


def moved(w, b, x, target, lr, share_w=1.0, share_b=1.0):
    """The step with each slope taken `share` times."""
    new_w, new_b = step(w, b, x, target, lr)
    return w + share_w * (new_w - w), b + share_b * (new_b - b)


# ex-03-2: descend(w, b, x, target, lr)


def descend(w, b, x, target, lr):
    steps = 0
    while (w * x + b - target) ** 2 >= 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


def descend_for(w, b, x, target, lr):
    for steps in range(100_000):
        if (w * x + b - target) ** 2 < 0.01:
            return steps
        w, b = step(w, b, x, target, lr)


def descend_recursive(w, b, x, target, lr):
    if abs(w * x + b - target) < 0.1:
        return 0
    return 1 + descend_recursive(*step(w, b, x, target, lr), x, target, lr)


def descend_history(w, b, x, target, lr):
    losses = [(w * x + b - target) ** 2]
    while not losses[-1] < 0.01:
        w, b = step_numpy(w, b, x, target, lr)
        losses.append((w * x + b - target) ** 2)
    return len(losses) - 1


def descend_error_only(w, b, x, target, lr):
    error, steps = w * x + b - target, 0
    while error**2 >= 0.01:
        error *= 1 - 2 * lr * (x * x + 1)
        steps += 1
    return steps


def repeat(move, w, b, x, target, lr, enough=lambda error: error**2 < 0.01):
    steps = 0
    while not enough(w * x + b - target):
        w, b = move(w, b, x, target, lr)
        steps += 1
    return steps


def counts_first(w, b, x, target, lr):
    steps = 1
    while (w * x + b - target) ** 2 >= 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


def loss_is_never_computed_again(w, b, x, target, lr):
    loss, steps = (w * x + b - target) ** 2, 0
    while loss >= 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


def forgets_to_keep(w, b, x, target, lr):
    steps = 0
    while (w * x + b - target) ** 2 >= 0.01:
        step(w, b, x, target, lr)
        steps += 1
    return steps


def comparison_reversed(w, b, x, target, lr):
    steps = 0
    while (w * x + b - target) ** 2 < 0.01:
        w, b = step(w, b, x, target, lr)
        steps += 1
    return steps


def uphill(w, b, x, target, lr):
    return moved(w, b, x, target, lr, -1, -1)


def counts_one_only(w, b, x, target, lr):
    if (w * x + b - target) ** 2 >= 0.01:
        step(w, b, x, target, lr)
        return 1
    return 0


def descended(w, b, x, target, lr):
    while (w * x + b - target) ** 2 >= 0.01:
        w, b = step(w, b, x, target, lr)
    return w, b


# ex-03-3: largest(rates, x, target)


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


def largest_numpy(rates, x, target):
    import numpy

    rates = numpy.array(rates)
    factor = 1 - 2 * rates * (x * x + 1)
    return rates[numpy.abs(factor) < 1].max()


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


def waits_for_ever(rates, x, target):
    return max(
        rate
        for rate in rates
        if repeat(step, 0.0, 0.0, x, target, rate, lambda e: e * e < 0.01) >= 0
    )


def number_of_good(rates, x, target):
    return sum(converges(rate, x, target) for rate in rates)


RIGHT = {
    "ex-03-1": [
        step,
        step_in_place,
        step_with_zip,
        step_numpy,
        step_fractions,
        step_by_nudging,
        lambda w, b, x, target, lr: (
            w + lr * 2 * (target - (w * x + b)) * x,
            b + lr * 2 * (target - (w * x + b)),
        ),
    ],
    "ex-03-2": [descend, descend_for, descend_recursive, descend_history, descend_error_only],
    "ex-03-3": [
        largest,
        largest_from_the_top,
        largest_with_try,
        largest_with_inf,
        largest_by_formula,
        largest_numpy,
    ],
}

WRONG = {
    "ex-03-1": [
        (uphill, "uphill"),
        (lambda w, b, x, target, lr: moved(w, b, x, target, 1.0), "forgot the learning rate"),
        (step_uses_the_new_w, "with the new w"),
        (step_uses_the_new_b, "with the new b"),
        (lambda w, b, x, target, lr: step(w, b, x, target, lr)[0], "that is the new w alone"),
        (lambda w, b, x, target, lr: step(w, b, x, target, lr)[1], "that is the new b alone"),
        (
            lambda w, b, x, target, lr: moved(w, b, x, target, lr * lr),
            "took the learning rate twice",
        ),
        (
            lambda w, b, x, target, lr: moved(w, b, x, target, lr, 0.5, 0.5),
            "the factor 2 is missing",
        ),
        (
            lambda w, b, x, target, lr: moved(w, b, x, target, lr, 1 / x, 1),
            "the slope of w is missing its x",
        ),
        (
            lambda w, b, x, target, lr: moved(w, b, x, target, lr, 1, x),
            "the slope of b has no x in it",
        ),
        (lambda w, b, x, target, lr: moved(w, b, x, target, lr, 1, 0), "b stayed as it was"),
        (lambda w, b, x, target, lr: moved(w, b, x, target, lr, 0, 1), "w stayed as it was"),
        (lambda w, b, x, target, lr: step(w, b, x, target, lr)[::-1], "b comes second"),
        (
            lambda w, b, x, target, lr: (2 * (w * x + b - target) * x, 2 * (w * x + b - target)),
            "these are the two slopes",
        ),
        (
            lambda w, b, x, target, lr: tuple(
                new - old for new, old in zip(step(w, b, x, target, lr), (w, b))
            ),
            "this is how far each of them moves",
        ),
        (lambda *place: [2 * p for p in step(*place)], "item [0] is 2.4; it should be 1.2"),
        (lambda w, b, x, target, lr: print(step(w, b, x, target, lr)), "you printed the answer"),
    ],
    "ex-03-2": [
        (counts_first, "one too many"),
        (lambda *place: max(0, descend(*place) - 1), "stops one step early"),
        (loss_is_never_computed_again, "never ends"),
        (comparison_reversed, "the comparison is the wrong way round"),
        (lambda *place: repeat(uphill, *place), "uphill"),
        (
            lambda *place: repeat(step, *place, lambda error: abs(error) < 0.01),
            "so square it first",
        ),
        (lambda *place: repeat(step, *place, lambda error: error < 0.01), "a negative miss"),
        (lambda *place: repeat(step, *place, lambda error: error**2 < 0.1), "0.01, not 0.1"),
        (lambda *place: repeat(step_uses_the_new_w, *place), "with the new w"),
        (counts_one_only, "one step alone"),
        (descended, "how many steps"),
        (lambda w, b, x, target, lr: (w * x + b - target) ** 2, "the loss at the start"),
        (
            lambda *place: sum((w * 3 + b - 10) ** 2 for w, b in [descended(*place)]),
            "the loss at the end",
        ),
        (lambda *place: print(descend(*place)), "you printed the answer"),
    ],
    "ex-03-3": [
        (lambda rates, x, target: max(rates), "without trying it"),
        (lambda rates, x, target: rates[-1], "the last of the list"),
        (lambda rates, x, target: min(rates), "the smallest of them"),
        (first_good, "the first that converges"),
        (last_good, "the last that converges"),
        (fastest, "the fastest"),
        (goes_on_from_there, "starts where the one before it ended"),
        (overflows, "stop as soon as"),
        (waits_for_ever, "never ends"),
        (number_of_good, "how many of the rates"),
        (
            lambda rates, x, target: [rate for rate in rates if converges(rate, x, target)],
            "all the rates that converge",
        ),
        (lambda rates, x, target: rates.index(largest(rates, x, target)), "its place in the list"),
    ],
}
