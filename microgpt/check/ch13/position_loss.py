"""Exercise 13.3: the mean surprise of a table whose rows are a position and a token."""

from math import exp, log

from ..function import Case, Function
from ..mistakes import Mistake


def guesses(names):
    """(position, token, what follows) of each guess."""
    return [(i, *pair) for ids in names for i, pair in enumerate(zip(ids, ids[1:]))]


def position_loss(learn, held, size, extra, row=lambda i, a, b: (i, a), mean=None, under=None):
    """The loss, with a part changed: what makes a row, the mean, what is added below."""
    counts, rows = {}, {}
    for guess in guesses(learn):
        key = row(*guess)
        counts[key, guess[2]] = counts.get((key, guess[2]), 0) + 1
        rows[key] = rows.get(key, 0) + 1
    below = size * extra if under is None else under(size, extra)

    def nats(guess):
        key = row(*guess)
        return log(rows.get(key, 0) + below) - log(counts.get((key, guess[2]), 0) + extra)

    if mean:
        return mean([[nats(guess) for guess in guesses([ids])] for ids in held])
    surprises = [nats(guess) for guess in guesses(held)]
    return sum(surprises) / len(surprises)


def changed(**how):
    return lambda *given: position_loss(*given, **how)


def flat(parts):
    return [number for part in parts for number in part]


def of_loss(change):
    return lambda *given: change(position_loss(*given))


def drawn(rng):
    size = rng.randint(3, 5)

    def name():
        return [size - 1, *(rng.randrange(size - 1) for _ in range(rng.randint(2, 5))), size - 1]

    return (
        [name() for _ in range(rng.randint(3, 6))],
        [name() for _ in range(rng.randint(2, 4))],
        size,
        rng.choice([0.1, 0.2, 0.5, 2.0]),
    )


EMMA, EVA = [4, 1, 2, 2, 0, 4], [4, 1, 3, 0, 4]  # of the letters a e m v

POSITION_LOSS = Function(
    "ex-13-3",
    "position_loss(learn, held, size, extra)",
    start="count first: how often each token came at each position, and what followed it there.",
    right=position_loss,
    more=drawn,
    drawn="names",
    cases=[
        Case("the name that was counted", ([[2, 0, 1, 2]], [[2, 0, 1, 2]], 3, 1.0), log(2)),
        Case(
            "after e at position 1 came m and v",
            ([EMMA, EVA], [EVA], 5, 0.5),
            (log(4.5 / 2.5) + log(4.5 / 1.5) + 2 * log(3.5 / 1.5)) / 4,
        ),
        Case(
            "the same token at another position is another row",
            ([[2, 0, 0, 2]], [[2, 0, 0, 0, 2]], 3, 1.0),
            (2 * log(2) + log(4) + log(3)) / 4,
        ),
        Case(
            "a row that was never met is a blind guess",
            ([[1, 0, 1]], [[1, 0, 0, 0, 1]], 2, 1.0),
            (log(1.5) + log(3) + 2 * log(2)) / 4,
        ),
        Case(
            "a long name counts more than a short one",
            ([EMMA], [EMMA, [4, 4]], 5, 0.1),
            (5 * log(1.5 / 1.1) + log(15)) / 6,
        ),
    ],
    mistakes=[
        Mistake(
            "the position is not used; that is the table of pairs of chapter 06.",
            changed(row=lambda i, a, b: a),
        ),
        Mistake(
            "the token is not used; a row is a position and the token there.",
            changed(row=lambda i, a, b: i),
        ),
        Mistake(
            "what follows is part of the row here; a row is a position and the token that stands there.",
            changed(row=lambda i, a, b: (i, b)),
        ),
        Mistake(
            "extra is added once below; it is added to each of the size counts, so size * extra.",
            changed(under=lambda size, extra: extra),
        ),
        Mistake(
            "nothing is added below; the row grows by size * extra.",
            changed(under=lambda size, extra: 0),
            raises="division by zero|math domain error|expected a positive input",
        ),
        Mistake(
            "1 is added in place of extra.",
            lambda learn, held, size, extra: position_loss(learn, held, size, 1),
        ),
        Mistake(
            "the mean is taken for each name first; each guess counts the same, in a long name or a short one.",
            changed(mean=lambda parts: sum(sum(part) / len(part) for part in parts) / len(parts)),
        ),
        Mistake(
            "the surprises are added up; divide by how many guesses there are.",
            changed(mean=lambda parts: sum(flat(parts))),
        ),
        Mistake(
            "the sum is divided by the number of names; divide by that of the guesses.",
            changed(mean=lambda parts: sum(flat(parts)) / len(parts)),
        ),
        Mistake(
            "the minus is missing: the surprise is minus the logarithm of the probability.",
            of_loss(lambda loss: -loss),
        ),
        Mistake(
            "learn and held have changed places.",
            lambda learn, held, size, extra: position_loss(held, learn, size, extra),
        ),
        Mistake(
            "the table is measured on the names that it has counted; held is what it is asked for.",
            lambda learn, held, size, extra: position_loss(learn, learn, size, extra),
        ),
        Mistake(
            "the names held out are counted too; the table has seen only those of learn.",
            lambda learn, held, size, extra: position_loss(learn + held, held, size, extra),
        ),
        Mistake(
            "that is the number of choices, e to the loss; the mean surprise is asked for.",
            of_loss(exp),
        ),
    ],
)
