"""Exercise 13.3: the mean surprise of a table whose rows are a position and a token."""

from collections import Counter
from math import exp, log

from ..function import Case, Function
from ..mistakes import Mistake


def neighbours(ids):
    return list(zip(ids, ids[1:]))


def surprise(count, total):
    return -log(count / total)


def over_guesses(parts):
    """The mean over all guesses; `parts` has a list of surprises for each name."""
    return sum(flat(parts)) / len(flat(parts))


def position_loss(
    learn,
    held,
    size,
    extra,
    pairs=neighbours,
    row=lambda i, a, b: (i, a),
    below=lambda size, extra: size * extra,
    above=lambda extra: extra,
    counted=lambda count: count,
    nats=surprise,
    mean=over_guesses,
):
    """The loss, with a part changed: what is a guess, what is a row, what is added to a row's sum and to a count."""
    guesses = [(i, *pair) for ids in learn for i, pair in enumerate(pairs(ids))]
    counts = Counter((row(*guess), guess[2]) for guess in guesses)
    rows = Counter(row(*guess) for guess in guesses)

    def surprise_at(i, a, b):
        key = row(i, a, b)
        return nats(counted(counts[key, b]) + above(extra), rows[key] + below(size, extra))

    return mean([[surprise_at(i, *pair) for i, pair in enumerate(pairs(ids))] for ids in held])


def changed(**how):
    return lambda *given: position_loss(*given, **how)


def flat(parts):
    return [number for part in parts for number in part]


def of_loss(change):
    return lambda *given: change(position_loss(*given))


def below_is_of_what_follows(learn, held, size, extra):
    """The pairs are counted right; what they are divided by counts the second token of the pair."""
    guesses = [(i, *pair) for ids in learn for i, pair in enumerate(neighbours(ids))]
    counts, rows = Counter(guesses), Counter((i, b) for i, _, b in guesses)
    asked = [(i, *pair) for ids in held for i, pair in enumerate(neighbours(ids))]
    nats = [log(rows[i, b] + size * extra) - log(counts[i, a, b] + extra) for i, a, b in asked]
    return sum(nats) / len(nats)


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
            "the sums of the rows count what follows, or the two of a pair have changed places; what stands "
            "there makes the row.",
            below_is_of_what_follows,
        ),
        Mistake(
            "extra is added once below; it is added to each of the size counts, so size * extra.",
            changed(below=lambda size, extra: extra),
        ),
        Mistake(
            "size is added below; extra is added to each of the size counts, so size * extra.",
            changed(below=lambda size, extra: size),
        ),
        Mistake(
            "there are always 27 counts in a row here; there are size of them.",
            changed(below=lambda size, extra: 27 * extra),
        ),
        Mistake(
            "nothing is added below; the row grows by size * extra.",
            changed(below=lambda size, extra: 0),
            changed(below=lambda size, extra: 0, nats=lambda count, total: log(total) - log(count)),
            raises="division by zero",
        ),
        Mistake(
            "nothing is added above; the count grows by extra.",
            changed(above=lambda extra: 0),
            raises="math domain error|expected a positive input",
        ),
        Mistake(
            "1 is added in place of extra.",
            lambda learn, held, size, extra: position_loss(learn, held, size, 1),
        ),
        Mistake(
            "a count is never more than 1 here; add 1 each time that the pair comes.",
            changed(counted=lambda count: min(count, 1)),
            changed(counted=lambda count: 1),
        ),
        Mistake(
            "a row or a pair that was never met stops it; then the count is 0, and extra is all there is.",
            raises=r"KeyError: \(\d",
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
            "the sum is divided by the number of ids; a name of so many ids has one guess less.",
            changed(mean=lambda parts: sum(flat(parts)) / (len(flat(parts)) + len(parts))),
        ),
        Mistake(
            "that is the largest surprise; the mean of all is asked for.",
            changed(mean=lambda parts: max(flat(parts))),
        ),
        Mistake(
            "that is a list of all surprises; return their mean.",
            changed(mean=flat),
        ),
        Mistake(
            "that is the surprise at the last guess alone; the mean of all is asked for.",
            changed(mean=lambda parts: flat(parts)[-1]),
        ),
        Mistake(
            "only the first name alone is measured; return after both loops.",
            changed(mean=lambda parts: sum(parts[0]) / len(parts[0])),
        ),
        Mistake(
            "only one guess of each name is measured, its last; append within the inner loop.",
            changed(mean=lambda parts: sum(part[-1] for part in parts) / len(parts)),
        ),
        Mistake(
            "the minus is missing: the surprise is minus the logarithm of the probability.",
            of_loss(lambda loss: -loss),
        ),
        Mistake(
            "that is the mean probability; the surprise is minus its logarithm.",
            changed(nats=lambda count, total: count / total),
        ),
        Mistake(
            "the surprise is minus the logarithm of the probability, and not 1 minus the probability.",
            changed(nats=lambda count, total: 1 - count / total),
        ),
        Mistake(
            "the surprise is minus the logarithm of the probability, and not 1 divided by it.",
            changed(nats=lambda count, total: total / count),
        ),
        Mistake(
            "the logarithm is taken of the count alone; divide by the sum of the row first.",
            changed(nats=lambda count, total: -log(count)),
        ),
        Mistake(
            "the loss is in bits here, from log2; nats are asked for.",
            of_loss(lambda loss: loss / log(2)),
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
            "the first guess of each name is missing; it is made from BOS, at position 0.",
            changed(pairs=lambda ids: neighbours(ids)[1:]),
        ),
        Mistake(
            "the end of each name is missing; the last guess is BOS.",
            changed(pairs=lambda ids: neighbours(ids)[:-1]),
        ),
        Mistake(
            "each token is paired with itself; zip(ids, ids[1:]) pairs it with the one that follows.",
            changed(pairs=lambda ids: list(zip(ids, ids))),
        ),
        Mistake(
            "that is the number of choices, e to the loss; the mean surprise is asked for.",
            of_loss(exp),
        ),
        Mistake(
            "that is e to minus the loss; the mean surprise is asked for.",
            of_loss(lambda loss: exp(-loss)),
        ),
        Mistake(
            "that is the loss of a blind guess, whatever was counted.",
            lambda learn, held, size, extra: log(size),
        ),
    ],
)
