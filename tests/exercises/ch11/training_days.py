"""ex-11-3: training_days(parameters, tokens, cards, flops, share)"""

import math
from datetime import timedelta
from fractions import Fraction
from functools import partial

import numpy

from microgpt import Value

from ..edits import made

GIVEN = "parameters, tokens, cards, flops, share"


def written(formula):
    return made(f"def training_days({GIVEN}):\n    return {formula}", "training_days")


def training_days(parameters, tokens, cards, flops, share):
    work = 6 * parameters * tokens
    return work / (cards * flops * share) / 86_400


def per_token(parameters, tokens, cards, flops, share):
    one = 2 * parameters + 4 * parameters  # forward, backward
    seconds = tokens * one / (flops * share) / cards
    return seconds / (24 * 60 * 60)


def step_by_step(parameters, tokens, cards, flops, share):
    work = 2 * parameters * tokens
    work += 2 * work
    reached = flops * share
    seconds = work / reached
    seconds /= cards
    minutes = seconds / 60
    hours = minutes / 60
    return hours / 24


def in_one_day(parameters, tokens, cards, flops, share):
    a_day = 0.0
    for _ in range(24):
        a_day += cards * flops * share * 3600
    return 6 * parameters * tokens / a_day


def card_by_card(parameters, tokens, cards, flops, share):
    speed = sum(flops * share for _ in range(cards))
    return parameters * 6 / speed * tokens / 86400


def fractions(parameters, tokens, cards, flops, share):
    work = 6 * Fraction(parameters) * Fraction(tokens)
    return float(work / (cards * Fraction(flops) * Fraction(share) * 86400))


def durations(parameters, tokens, cards, flops, share):
    days = 6 * parameters * tokens / (cards * flops * share) / 86400
    return days * (timedelta(days=1) / timedelta(hours=24))


def arrays(parameters, tokens, cards, flops, share):
    return numpy.prod([6.0, parameters, tokens]) / numpy.prod([cards, flops, share, 86400.0])


def logarithms(parameters, tokens, cards, flops, share):
    if not tokens:
        return 0
    up = sum(map(math.log2, (6, parameters, tokens)))
    return 2 ** (up - sum(map(math.log2, (cards, flops, share, 86400))))


def values(parameters, tokens, cards, flops, share):
    return Value(6.0) * parameters * tokens / (cards * flops * share * 86400)


def helper(parameters, tokens, cards, flops, share):
    def training_flops(n, d):
        return 6 * n * d

    return training_flops(parameters, tokens) / (share * flops) / cards / 24 / 3600


class Days:
    def __call__(self, parameters, tokens, cards, flops, share):
        return training_days(parameters, tokens, cards, flops, share)


RIGHT = [
    training_days,
    per_token,
    step_by_step,
    in_one_day,
    card_by_card,
    fractions,
    durations,
    arrays,
    logarithms,
    values,
    helper,
    Days(),
    partial(per_token),
    written("6 * parameters * tokens / (cards * flops * share * 86400)"),
    written("6 * parameters * tokens / cards / flops / share / 86_400"),
    written("6 * parameters / cards * tokens / share / flops / (60 * 60 * 24)"),
    written("parameters * tokens / (14_400 * cards * flops * share)"),
]


def prints(parameters, tokens, cards, flops, share):
    print(training_days(parameters, tokens, cards, flops, share))


def no_return(parameters, tokens, cards, flops, share):
    work = 6 * parameters * tokens
    work /= cards * flops * share * 86400


def endless(parameters, tokens, cards, flops, share):
    days = 0
    while tokens >= 0:
        days += 1
    return days


runs = []


def longer_each_time(parameters, tokens, cards, flops, share):
    runs.append(tokens)
    return training_days(parameters, tokens, cards, flops, share) * len(runs)


WORK, SPEED = "6 * parameters * tokens", "(cards * flops * share)"
RULE = f"{WORK} / {SPEED} / 86400"


def rule(*pairs):
    """The right formula with some of its text changed."""
    formula = RULE
    for old, new in zip(pairs[::2], pairs[1::2]):
        assert old in formula
        formula = formula.replace(old, new)
    return written(formula)


WRONG = [
    (rule("6 *", "2 *"), "the way forward alone"),
    (rule("6 *", "4 *"), "the way back alone"),
    (rule("6 * ", ""), "the 6 is missing"),
    (rule("6 *", "3 *"), "3 operations for each parameter"),
    (rule("6 *", "8 *"), "8 or 12 operations"),
    (rule("6 *", "12 *"), "8 or 12 operations"),
    (rule(" / 86400", ""), "these are seconds"),
    (rule("86400", "60"), "these are minutes"),
    (rule("86400", "3600"), "these are hours"),
    (rule("86400", "86400 / 7"), "these are weeks"),
    (rule("86400", "86400 / 365"), "these are years"),
    (rule("86400", "24"), "one of these numbers is missing"),
    (rule("86400", "24 / 60"), "one of these numbers is missing"),
    (rule("86400", "8640"), "one of these numbers is missing"),
    (rule("/ 86400", "* 86400"), "multiplied by 86,400"),
    (rule("cards * ", ""), "cards is not used"),
    (rule("cards * flops", "flops / cards"), "more cards take longer"),
    (rule("/ 86400", "/ 86400 * cards"), "cards is not used"),
    (rule("/ 86400", "/ 86400 * cards * cards"), "more cards take longer"),
    (rule(" * share", ""), "share is not used"),
    (rule("* share", "/ share"), "you multiplied by share"),
    (rule(SPEED, "(cards * flops) * share"), "you multiplied by share"),
    (rule("* share", "* share / 100"), "100 times too long"),
    (rule("* share", "* (1 - share)"), "the part that is lost"),
    (rule("* share", "* (1 + share)"), "the part that is lost"),
    (rule(SPEED, "flops"), "cards and share are not used"),
    (rule("cards * flops * share", "cards * share / flops"), "you multiplied by flops"),
    (rule("flops * ", ""), "flops is not used"),
    (written("cards * flops * share / (6 * parameters * tokens) / 86400"), "the speed by the work"),
    (written("cards * flops * share / (6 * parameters * tokens)"), "the speed by the work"),
    (rule(SPEED, "cards * flops * share"), "brackets are missing"),
    (rule("86400", "24 * 60 * 60"), "brackets are missing"),
    (rule("flops", "flops * 1e12"), "teraflops"),
    (rule("flops", "flops * 1e9"), None),
    (rule("parameters * ", ""), "parameters is not used"),
    (rule(" * tokens", ""), "tokens is not used"),
    (rule(WORK, "6 * (parameters + tokens)"), "are added"),
    (rule("parameters * tokens", "parameters + tokens"), "are added"),
    (written(WORK), "that is the work, in operations"),
    (written("cards * flops * share"), "that is what all cards do"),
    (written(f"round({RULE})"), "rounded to a whole number"),
    (written(f"int({RULE})"), "the digits after the point are lost"),
    (rule("/ 86400", "// 86400"), "the digits after the point are lost"),
    (rule("/ (", "// ("), None),
    (written(f"round({RULE}, 2)"), "rounded to 2 digits"),
    (written(f"round({RULE}, 1)"), "rounded to 1 digits"),
    (written(f"int({RULE}) + 1"), "whole days"),
    (rule("parameters", "parameters * parameters"), "squared"),
    (rule("tokens", "tokens ** 2"), "squared"),
    (written(f"str({RULE})"), "that is a text"),
    (written(f"f'{{{RULE}:.1f}} days'"), "that is a text"),
    (written(f"[{RULE}]"), "without a list"),
    (written(f"-({RULE})"), "the sign is turned round"),
    (written(f"{RULE} + 1"), "1 too large"),
    (written(f"100 * {RULE}"), "100 times too long"),
    (written("tokens"), "that is tokens, as it came in"),
    (written("9.2"), "whatever comes in"),
    (written("6 * parameters * tokens / (flops * share) / cards, 'days'"), None),
    (written("days"), "days"),
    (prints, "it prints, and hands nothing back"),
    (no_return, "no return in it has a value"),
    (endless, "did not come back"),
    (longer_each_time, None),
    (
        lambda tokens, parameters, flops, cards, share, more: 0,
        "does not start",
    ),
    (
        lambda cards, flops, share, parameters, tokens: (
            6 * parameters * tokens / (cards * flops * share) / 86400
        ),
        "in the order of",
    ),
    (lambda parameters, tokens: 6 * parameters * tokens, "does not start"),
    (9.2, "not a function"),
]
