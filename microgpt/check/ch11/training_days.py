"""Exercise 11.3: how long a training takes."""

from math import ceil

from ..function import Case, Function
from ..mistakes import Mistake

DAY = 24 * 60 * 60


def days(work=6, second=DAY, speed=lambda cards, flops, share: cards * flops * share):
    """training_days with a part of it changed."""

    def count(parameters, tokens, cards, flops, share):
        return work * parameters * tokens / speed(cards, flops, share) / second

    return count


training_days = days()


def exchanged(change):
    """The right days of other arguments."""
    return lambda *given: training_days(*change(*given))


def drawn(rng):
    parameters = rng.choice([125e6, 1.5e9, 8e9, 70e9, 405e9])
    cards, share = rng.choice([6, 8, 64, 512, 2048]), rng.choice([0.3, 0.35, 0.45, 0.5])
    return (
        parameters,
        rng.choice([3e9, 5e10, 7e11, 15e12]),
        cards,
        rng.choice([312e12, 989e12]),
        share,
    )


TRAINING_DAYS = Function(
    "ex-11-3",
    "training_days(parameters, tokens, cards, flops, share)",
    start="the work is 6 * parameters * tokens operations.",
    right=training_days,
    more=drawn,
    drawn="models and cards",
    # Small numbers first: answers are tried with powers, too, and those of large numbers take long.
    cases=[
        Case("to do in the head", (10, 14_400, 1, 10, 1.0), 1.0),
        Case("two cards, half of what they can do", (10, 14_400, 2, 10, 0.5), 1.0),
        Case("four cards", (20, 14_400, 4, 10, 1.0), 0.5),
        Case("a small share", (5, 28_800, 1, 10, 0.1), 10.0),
        Case("no tokens yet", (10, 0, 2, 10, 0.5), 0.0),
        Case("many digits", (125e6, 5e9, 8, 3e14, 0.4), 0.04521122685185185),
    ],
    mistakes=[
        Mistake(
            "that is the way forward alone: 2 operations for each parameter and token; with the way back there are 6.",
            days(work=2),
        ),
        Mistake(
            "that is the way back alone: 4 operations for each parameter and token; with the way forward there are 6.",
            days(work=4),
        ),
        Mistake(
            "the 6 is missing: each token costs 6 operations for each parameter.",
            days(work=1),
        ),
        Mistake(
            "each token costs 3 operations for each parameter here; the way forward has 2, and the way back 4.",
            days(work=3),
        ),
        Mistake(
            "each token costs 8 or 12 operations for each parameter here; the way forward has 2, and the way back 4.",
            days(work=8),
            days(work=12),
        ),
        Mistake("these are seconds; a day has 86,400 of them.", days(second=1)),
        Mistake("these are minutes; an hour has 60, and a day 24 hours.", days(second=60)),
        Mistake("these are hours; a day has 24 of them.", days(second=3600)),
        Mistake("these are weeks; return days.", days(second=7 * DAY)),
        Mistake("these are years; return days.", days(second=365 * DAY), days(second=365.25 * DAY)),
        Mistake(
            "a day has 24 hours of 3,600 seconds; here one of these numbers is missing or another.",
            days(second=24),
            days(second=24 * 60),
            days(second=8640),
            days(second=864_000),
        ),
        Mistake(
            "the seconds are multiplied by 86,400; divide by it.",
            days(second=1 / DAY),
        ),
        Mistake(
            "cards is not used; all cards work at once.",
            days(speed=lambda cards, flops, share: flops * share),
        ),
        Mistake(
            "more cards take longer here; divide by cards.",
            days(speed=lambda cards, flops, share: flops * share / cards),
        ),
        Mistake(
            "share is not used; the cards reach only this part of what they can do.",
            days(speed=lambda cards, flops, share: cards * flops),
        ),
        Mistake(
            "you multiplied by share; it is in the speed, so divide by it.",
            days(speed=lambda cards, flops, share: cards * flops / share),
        ),
        Mistake(
            "that is 100 times too long, as if share were a number of percent; it is a part of 1.",
            days(speed=lambda cards, flops, share: cards * flops * share / 100),
        ),
        Mistake(
            "share is taken for the part that is lost; it is the part that is reached.",
            days(speed=lambda cards, flops, share: cards * flops * (1 - share)),
            days(speed=lambda cards, flops, share: cards * flops * (1 + share)),
        ),
        Mistake(
            "cards and share are not used; all cards together do cards * flops * share in a second.",
            days(speed=lambda cards, flops, share: flops),
        ),
        Mistake(
            "you multiplied by flops; divide the work by the speed.",
            days(speed=lambda cards, flops, share: cards * share / flops),
        ),
        Mistake(
            "flops is not used; it is what one card can do in a second.",
            days(speed=lambda cards, flops, share: cards * share),
        ),
        Mistake(
            "you divided the speed by the work; divide the work by the speed.",
            lambda n, d, cards, flops, share: cards * flops * share / (6 * n * d) / DAY,
            lambda n, d, cards, flops, share: cards * flops * share / (6 * n * d),
            lambda n, d, cards, flops, share: cards * flops * share / (6 * n * d) * DAY,
        ),
        Mistake(
            "brackets are missing: of a / b * c, only b is below the line; put cards * flops * share in brackets.",
            lambda n, d, cards, flops, share: 6 * n * d / cards * flops * share / DAY,
            lambda n, d, cards, flops, share: 6 * n * d / cards * flops * share / 24 / 60 / 60,
            lambda n, d, cards, flops, share: 6 * n * d / (cards * flops * share) / 24 * 60 * 60,
        ),
        Mistake(
            "flops is taken in teraflops; it is the number of operations already.",
            days(speed=lambda cards, flops, share: cards * flops * 1e12 * share),
        ),
        Mistake(
            "parameters is not used; each token passes through all of them.",
            lambda n, d, cards, flops, share: 6 * d / (cards * flops * share) / DAY,
        ),
        Mistake(
            "tokens is not used; each of them passes through the model.",
            lambda n, d, cards, flops, share: 6 * n / (cards * flops * share) / DAY,
        ),
        Mistake(
            "parameters and tokens are added; each token passes through each parameter, so multiply them.",
            lambda n, d, cards, flops, share: 6 * (n + d) / (cards * flops * share) / DAY,
            lambda n, d, cards, flops, share: (6 * n + d) / (cards * flops * share) / DAY,
            lambda n, d, cards, flops, share: (n + 6 * d) / (cards * flops * share) / DAY,
            lambda n, d, cards, flops, share: 6 * n + d / (cards * flops * share) / DAY,
        ),
        Mistake(
            "that is the work, in operations; divide it by what all cards do in a second.",
            lambda n, d, cards, flops, share: 6 * n * d,
            lambda n, d, cards, flops, share: 6 * n * d / DAY,
        ),
        Mistake(
            "that is what all cards do, in a second or in a day; divide the work by it.",
            lambda n, d, cards, flops, share: cards * flops * share,
            lambda n, d, cards, flops, share: cards * flops * share * DAY,
        ),
        Mistake(
            "whole days are returned; return the number as it is.",
            lambda *given: ceil(training_days(*given)),
            lambda *given: int(training_days(*given)) + 1,
            lambda *given: max(1, round(training_days(*given))),
        ),
        Mistake(
            "the tokens are squared, or the parameters; each is taken once.",
            lambda n, d, cards, flops, share: training_days(n, d, cards, flops, share) * n,
            lambda n, d, cards, flops, share: training_days(n, d, cards, flops, share) * d,
        ),
    ],
)
