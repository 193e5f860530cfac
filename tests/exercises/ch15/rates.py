"""ex-15-3: rates(talks)"""

from collections import Counter
from fractions import Fraction
from statistics import mean

import numpy

from ..edits import edited, made

SOURCE = """
def rates(talks):
    must = [did for must, did in talks if must]
    may = [did for must, did in talks if not must]
    let_through = (len(must) - sum(must)) / len(must) if must else None
    refused = sum(may) / len(may) if may else None
    return let_through, refused
"""

LOOP = """
def rates(talks):
    leaks = musts = refusals = mays = 0
    for must, did in talks:
        if must:
            musts += 1
            leaks += not did
        else:
            mays += 1
            refusals += did
    first = leaks / musts if musts else None
    second = refusals / mays if mays else None
    return first, second
"""


def changed(*pairs):
    """The answer with some of its text changed: old, new, old, new."""
    return edited(SOURCE, "rates", *zip(pairs[::2], pairs[1::2]))


def looped(*pairs):
    return edited(LOOP, "rates", *zip(pairs[::2], pairs[1::2]))


def written(body):
    return made(f"def rates(talks):\n{body}", "rates")


right = changed()


def counted(talks):
    count = Counter(talks)
    must = count[True, True] + count[True, False]
    may = count[False, True] + count[False, False]
    return (
        count[True, False] / must if must else None,
        count[False, True] / may if may else None,
    )


def by_errors(talks):
    errors, counts = {True: 0, False: 0}, {True: 0, False: 0}
    for must, did in talks:
        counts[must] += 1
        errors[must] += must != did
    return tuple(errors[k] / counts[k] if counts[k] else None for k in (True, False))


def by_mean(talks):
    must = [not did for kind, did in talks if kind]
    may = [did for kind, did in talks if not kind]
    return (mean(map(int, must)) if must else None), (mean(map(int, may)) if may else None)


def by_try(talks):
    def share(hits, of):
        try:
            return hits / of
        except ZeroDivisionError:
            return None

    must = [t for t in talks if t[0]]
    may = [t for t in talks if not t[0]]
    return [share(sum(not t[1] for t in must), len(must)), share(sum(t[1] for t in may), len(may))]


def by_numpy(talks):
    table = numpy.array(talks, dtype=bool).reshape(-1, 2)
    must, may = table[table[:, 0], 1], table[~table[:, 0], 1]
    return (
        (~must).mean() if len(must) else None,
        may.mean() if len(may) else None,
    )


def by_fractions(talks):
    first, second = right(talks)
    return (
        first if first is None else Fraction(first),
        second if second is None else Fraction(second),
    )


def one_minus(talks):
    must = [did for must, did in talks if must]
    may = [did for must, did in talks if not must]
    first = 1 - sum(must) / len(must) if must else None
    second = 1 - may.count(False) / len(may) if may else None
    return first, second


def by_count(talks):
    must = talks.count((True, True)) + talks.count((True, False))
    may = talks.count((False, True)) + talks.count((False, False))
    first = talks.count((True, False)) / must if must else None
    return first, talks.count((False, True)) / may if may else None


def helper(talks):
    def rate(kind):
        wrong = [must != did for must, did in talks if must == kind]
        return sum(wrong) / len(wrong) if wrong else None

    return rate(True), rate(False)


class Rates:
    def __call__(self, talks):
        return helper(talks)


RIGHT = [
    right,
    looped(),
    counted,
    by_errors,
    by_mean,
    by_try,
    by_numpy,
    by_fractions,
    one_minus,
    by_count,
    helper,
    Rates(),
    lambda talks: (helper(talks)[0], right(talks)[1]),
    changed("return let_through, refused", "return [let_through, refused]"),
    changed("return let_through, refused", "return (let_through, refused)"),
    looped("leaks += not did", "leaks += did == False"),
]


def in_place(talks):
    answer = right(talks)
    talks.clear()
    return answer


seen = []


def keeps(talks):
    seen.extend(talks)
    return right(seen)


BACK = "return let_through, refused"
MUST, MAY = " if must else None", " if may else None"

WRONG = [
    (changed(BACK, "return refused, let_through"), "in the wrong order"),
    (
        looped(
            "musts +=",
            "mays +=",
            "mays += 1\n            refusals",
            "musts += 1\n            refusals",
        ),
        "divided by the other kind",
    ),
    (changed("/ len(must)", "/ len(talks)", "/ len(may)", "/ len(talks)"), "divided by all talks"),
    (
        changed(
            "/ len(must) if must",
            "/ len(may) if may",
            "sum(may) / len(may) if may",
            "sum(may) / len(must) if must",
        ),
        "divided by the other kind",
    ),
    (changed("/ len(must)" + MUST, "", "/ len(may)" + MAY, ""), "these are counts"),
    (changed("(len(must) - sum(must))", "sum(must)"), "the first is the share that was refused"),
    (looped("leaks += not did", "leaks += did"), "the first is the share that was refused"),
    (changed("sum(may)", "(len(may) - sum(may))"), "the second is the share that was answered"),
    (looped("refusals += did", "refusals += not did"), "the second is the share that was answered"),
    (
        changed("(len(must) - sum(must))", "sum(must)", "sum(may)", "(len(may) - sum(may))"),
        "the shares that are right",
    ),
    (
        written(
            "    wrong = [must != did for must, did in talks]\n    return sum(wrong) / len(wrong) if wrong else None"
        ),
        "one number for both",
    ),
    (
        written(
            "    good = [must == did for must, did in talks]\n    return sum(good) / len(good) if good else None"
        ),
        "one number for both",
    ),
    (changed(BACK, "return let_through"), "the first share alone"),
    (changed(BACK, "return refused"), "the second share alone"),
    (changed(BACK, "return (let_through or 0) + (refused or 0)"), "the two are added up"),
    (changed("None", "0"), "something else than None"),
    (changed("None", "1"), "something else than None"),
    (changed("None", "float('nan')"), "something else than None"),
    (changed("None", "'None'"), "something else than None"),
    (changed(MUST, "", MAY, ""), "divided by 0"),
    (looped(" if musts else None", "", " if mays else None", ""), "divided by 0"),
    (changed(MUST, " if talks else None", MAY, " if talks else None"), "divided by 0"),
    (
        changed(
            BACK,
            "return (None, None) if None in (let_through, refused) else (let_through, refused)",
        ),
        "the other one is known",
    ),
    (changed(BACK, "return (let_through, refused) if talks else None"), "(None, None)"),
    (changed(BACK, "return let_through or None, refused or None"), "only a share of nothing"),
    (
        changed(
            "(len(must) - sum(must))",
            "100 * (len(must) - sum(must))",
            "sum(may) /",
            "100 * sum(may) /",
        ),
        "per cent",
    ),
    (changed(BACK, "return dict(let_through=let_through, refused=refused)"), "a dictionary"),
    (changed("for must, did in", "for did, must in"), "the wrong way round"),
    (looped("for must, did in", "for did, must in"), "the wrong way round"),
    (
        written(
            "    leaks = sum(must and not did for must, did in talks)\n"
            "    refusals = sum(did and not must for must, did in talks)\n    errors = leaks + refusals\n"
            "    return (leaks / errors, refusals / errors) if errors else (None, None)"
        ),
        "shares of all errors",
    ),
    (
        written(
            "    answered = [must for must, did in talks if not did]\n"
            "    refused = [must for must, did in talks if did]\n"
            "    first = sum(answered) / len(answered) if answered else None\n"
            "    return first, (refused.count(False) / len(refused) if refused else None)"
        ),
        "what the bot did",
    ),
    (
        changed("sum(may) / len(may) if may", "sum(may) / len(must) if must"),
        "the second is a share of those that must be answered",
    ),
    (
        changed("/ len(must) if must", "/ len(may) if may"),
        "the first is a share of those that must be refused",
    ),
    (changed(BACK, "return iter((let_through, refused))"), "list("),
    (changed(BACK, "return round(let_through, 1), round(refused, 1)"), None),
    (changed(BACK, "print(let_through, refused)"), "it prints, and hands nothing back"),
    (changed(BACK, "pass"), "no return in it has a value"),
    (changed(BACK, "return let_through, refused, len(talks)"), None),
    (changed(BACK, "return f'{let_through} {refused}'"), None),
    (in_place, "changed its input"),
    (keeps, None),
    (lambda: (0, 0), "does not start"),
    ((0.5, 0.25), "not a function"),
    (0.5, "not a function"),
]
