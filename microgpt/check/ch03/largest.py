"""Exercise 3.3: the largest rate that converges."""

from itertools import takewhile

from ..draws import number
from ..function import Case, Function
from ..mistakes import Mistake
from .line import descend, half_steps, loss, squared, step


def converges(rate, x, target, most=1000, low=0.01, move=step):
    """Whether the loss gets low enough; it gives up as soon as the loss has grown."""
    w = b = 0.0
    for _ in range(most):
        w, b = move(w, b, x, target, rate)
        if loss(w, b, x, target) < low:
            return True
        if loss(w, b, x, target) > 2 * target**2:
            return False
    return False


def converging(rates, x, target, **how):
    return [rate for rate in rates if converges(rate, x, target, **how)]


def largest(rates, x, target, **how):
    return max(converging(rates, x, target, **how))


def by_formula(rates, x, target):
    """All that do not grow, the border included."""
    return [rate for rate in rates if rate <= 1 / (x * x + 1)]


def one_after_another(enough):
    """Each rate starts where the one before it ended; `enough` ends its steps early."""

    def tried(rates, x, target):
        good, w, b = [], 0.0, 0.0
        for rate in rates:
            for _ in range(1000):
                if enough(w * x + b - target):
                    break
                w, b = step(w, b, x, target, rate)
            miss = w * x + b - target
            if miss * miss < 0.01:
                good.append(rate)
        return max(good)

    return tried


def stops_at_a_bad_one(rates, x, target):
    return list(takewhile(lambda rate: converges(rate, x, target), rates))


def fastest(rates, x, target):
    return min(converging(rates, x, target), key=lambda lr: descend(0, 0, x, target, lr))


def gives_up(most, nothing):
    """Tries `most` steps; `nothing` is what it gives where no rate is found."""
    return lambda *tried: max(converging(*tried, most=most), default=nothing)


def overflow(rates, x, target):
    """What happens to whoever squares the miss of a rate that is too large."""
    for rate in rates:
        w = b = 0.0
        for _ in range(1000):
            w, b = step(w, b, x, target, rate)
        squared(w * x + b - target)
    return largest(rates, x, target)


def some_rates(rng):
    """Rates on both sides of the border, a few of each."""
    x = number(rng, 0.5, 3)
    shares = [rng.uniform(0.05, 0.95) for _ in range(3)] + [rng.uniform(1.1, 4) for _ in range(2)]
    rng.shuffle(shares)
    rates = [round(share / (x * x + 1), 3) for share in shares]
    return rates, x, rng.choice([-1, 1]) * number(rng, 2, 9)


LARGEST = Function(
    "ex-03-3",
    "largest(rates, x, target)",
    start="try each rate from w = 0 and b = 0: after at most 1,000 steps, is the loss under 0.01?",
    right=largest,
    more=some_rates,
    draws=6,
    cases=[
        Case("the line of this chapter", ([0.01, 0.02, 0.05, 0.09, 0.11], 3.0, 10.0), 0.09),
        Case("two rates that are far too large", ([0.5, 0.04, 0.08, 1.0, 0.06], 3.0, 10.0), 0.08),
        Case("a smaller x allows larger steps", ([0.3, 0.45, 0.1, 0.6, 0.2], 1.0, -4.0), 0.45),
        Case("at the border the loss stays as it is", ([0.05, 0.1, 0.02], 3.0, 10.0), 0.05),
        Case("hundreds of steps are few enough", ([0.0997, 0.05, 0.03], 3.0, 10.0), 0.0997),
        Case("a negative x, many digits", ([0.1234, 0.4321, 0.2718], -1.5, 3.7), 0.2718),
        Case("only one of them", ([0.3, 0.15, 0.25], 2.0, 7.0), 0.15),
        Case("a list of one", ([0.05], 2.0, -7.0), 0.05),
    ],
    mistakes=[
        Mistake(
            "each rate starts where the one before it ended; set w and b back to 0 for each.",
            one_after_another(enough=lambda miss: False),
            one_after_another(enough=lambda miss: miss * miss < 0.01),
            one_after_another(enough=lambda miss: miss * miss < 0.01 or miss * miss > 1e6),
        ),
        Mistake(
            "that is the largest of all, taken without trying it: with it the loss grows.",
            lambda rates, x, target: max(rates),
        ),
        Mistake(
            "that is the first of the list; try each of them.",
            lambda rates, x, target: rates[0],
        ),
        Mistake(
            "that is the last of the list; try each of them.",
            lambda rates, x, target: rates[-1],
        ),
        Mistake(
            "that is the smallest of them; a larger one converges too.",
            lambda rates, x, target: min(rates),
            lambda rates, x, target: min(converging(rates, x, target)),
        ),
        Mistake(
            "that is the first that converges; go on, and keep the largest.",
            lambda rates, x, target: converging(rates, x, target)[0],
        ),
        Mistake(
            "that is the last that converges; keep it only if it is larger than the one you have.",
            lambda rates, x, target: converging(rates, x, target)[-1],
        ),
        Mistake(
            "that is the fastest; the exercise asks for the largest, and that is not the same.",
            fastest,
        ),
        Mistake(
            "that is the smallest that does not converge; the largest that does is asked for.",
            lambda rates, x, target: min(set(rates) - set(converging(rates, x, target))),
        ),
        Mistake(
            "it gives up too early: 1,000 steps are allowed.",
            *[gives_up(most, nothing) for most in (1, 5, 10, 20, 100) for nothing in (None, 0)],
        ),
        Mistake(
            "that one stays at its loss for ever; at the border 1 / (x² + 1) nothing is gained.",
            lambda rates, x, target: max(by_formula(rates, x, target)),
            lambda rates, x, target: max(
                r for r in rates if loss(*step(0, 0, x, target, r), x, target) <= target**2
            ),
        ),
        Mistake(
            "these are judged as if the slopes were half as large; the slope of a square is 2 times what is squared.",
            lambda *tried: largest(*tried, move=half_steps),
        ),
        Mistake(
            "it stops at the first that does not converge; leave that out, and go on.",
            lambda *tried: stops_at_a_bad_one(*tried)[-1],
            lambda *tried: max(stops_at_a_bad_one(*tried), default=None),
            lambda *tried: max(stops_at_a_bad_one(*tried), default=0),
            lambda *tried: [None, *stops_at_a_bad_one(*tried)][-1],
        ),
        Mistake(
            "the numbers grow past what Python can square; stop as soon as the loss is larger than at the start.",
            overflow,
            raises="OverflowError",
        ),
        Mistake(
            "that is how many of the rates converge; return the largest of these.",
            lambda rates, x, target: len(converging(rates, x, target)),
        ),
        Mistake(
            "these are all the rates that converge; return the largest of them.",
            converging,
            lambda rates, x, target: sorted(converging(rates, x, target)),
        ),
        Mistake(
            "these say of each rate whether it converges; return the largest for which it is True.",
            lambda rates, x, target: [converges(rate, x, target) for rate in rates],
        ),
        Mistake(
            "that is its place in the list; return the rate itself.",
            lambda rates, x, target: rates.index(largest(rates, x, target)),
        ),
        Mistake(
            "that is the formula for the border; return one of the rates.",
            lambda rates, x, target: 1 / (x * x + 1),
        ),
        Mistake(
            "that is how many steps it takes; return the rate itself.",
            lambda rates, x, target: descend(0, 0, x, target, largest(rates, x, target)),
        ),
    ],
)
