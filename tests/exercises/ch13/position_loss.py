"""ex-13-3: position_loss(learn, held, size, extra)"""

from collections import Counter, defaultdict
from functools import partial
from itertools import pairwise
from math import exp, fsum, log
from statistics import fmean

import numpy

from ..edits import edited

SOURCE = """
from math import exp, log

def position_loss(learn, held, size, extra):
    triples, rows, surprises = {}, {}, []
    for ids in learn:
        for position, (a, b) in enumerate(zip(ids, ids[1:])):
            triples[position, a, b] = triples.get((position, a, b), 0) + 1
            rows[position, a] = rows.get((position, a), 0) + 1
    for ids in held:
        for position, (a, b) in enumerate(zip(ids, ids[1:])):
            count = triples.get((position, a, b), 0) + extra
            total = rows.get((position, a), 0) + size * extra
            surprises.append(-log(count / total))
    return sum(surprises) / len(surprises)
"""


def changed(*pairs):
    return edited(SOURCE, "position_loss", *zip(pairs[::2], pairs[1::2]))


def counters(learn, held, size, extra):
    def guesses(names):
        return [(i, *pair) for ids in names for i, pair in enumerate(zip(ids, ids[1:]))]

    counts = Counter(guesses(learn))
    rows = Counter(guess[:2] for guess in guesses(learn))
    asked = guesses(held)
    nats = [log(rows[g[:2]] + size * extra) - log(counts[g] + extra) for g in asked]
    return sum(nats) / len(asked)


def generators(learn, held, size, extra):
    def guesses(names):
        for ids in names:
            yield from ((i, a, b) for i, (a, b) in enumerate(pairwise(ids)))

    counts, rows = Counter(guesses(learn)), Counter((i, a) for i, a, _ in guesses(learn))
    return fmean(
        -log((counts[i, a, b] + extra) / (rows[i, a] + size * extra)) for i, a, b in guesses(held)
    )


def nested(learn, held, size, extra):
    table = defaultdict(lambda: [extra] * size)
    for ids in learn:
        for i in range(len(ids) - 1):
            table[i, ids[i]][ids[i + 1]] += 1
    total = count = 0
    for ids in held:
        for i in range(len(ids) - 1):
            row = table[i, ids[i]]
            total -= log(row[ids[i + 1]] / sum(row))
            count += 1
    return total / count


def a_table_for_each_position(learn, held, size, extra):
    tables = []
    for ids in [*learn, *held]:
        while len(tables) < len(ids):
            tables.append([[extra for _ in range(size)] for _ in range(size)])
    for ids in learn:
        for table, a, b in zip(tables, ids, ids[1:]):
            table[a][b] += 1
    nats = [
        log(sum(table[a])) - log(table[a][b])
        for ids in held
        for table, a, b in zip(tables, ids, ids[1:])
    ]
    return sum(nats) / len(nats)


def arrays(learn, held, size, extra):
    longest = max(map(len, [*learn, *held]))
    counts = numpy.full((longest, size, size), extra, dtype=float)
    for ids in learn:
        numpy.add.at(counts, (numpy.arange(len(ids) - 1), ids[:-1], ids[1:]), 1)
    shares = counts / counts.sum(-1, keepdims=True)
    asked = [shares[numpy.arange(len(ids) - 1), ids[:-1], ids[1:]] for ids in held]
    return -numpy.log(numpy.concatenate(asked)).mean()


def texts_as_keys(learn, held, size, extra):
    counts = {}
    for ids in learn:
        for i, (a, b) in enumerate(zip(ids, ids[1:])):
            for key in (f"{i}:{a}", f"{i}:{a}>{b}"):
                counts[key] = counts.get(key, 0) + 1
    nats = []
    for ids in held:
        for i, (a, b) in enumerate(zip(ids, ids[1:])):
            above = counts.get(f"{i}:{a}>{b}", 0) + extra
            nats.append(-log(above / (counts.get(f"{i}:{a}", 0) + size * extra)))
    return fsum(nats) / len(nats)


def one_number_as_key(learn, held, size, extra):
    counts = Counter()
    for ids in learn:
        for i in range(1, len(ids)):
            row = (i * size + ids[i - 1]) * (size + 1)
            counts[row] += 1
            counts[row + 1 + ids[i]] += 1
    nats = []
    for ids in held:
        for i in range(1, len(ids)):
            row = (i * size + ids[i - 1]) * (size + 1)
            chance = (counts[row + 1 + ids[i]] + extra) / (counts[row] + extra * size)
            nats.append(-log(chance))
    return sum(nats) / len(nats)


def slow(learn, held, size, extra):
    """Without any table: it counts anew for each guess."""
    nats = []
    for ids in held:
        for i in range(len(ids) - 1):
            same = [n[i + 1] for n in learn if len(n) > i + 1 and n[i] == ids[i]]
            nats.append(log((len(same) + size * extra) / (same.count(ids[i + 1]) + extra)))
    return sum(nats) / len(nats)


def probabilities_first(learn, held, size, extra):
    lists = {}
    for ids in learn:
        for i, (a, b) in enumerate(zip(ids, ids[1:])):
            lists.setdefault((i, a), []).append(b)
    table = {
        row: [(after.count(b) + extra) / (len(after) + size * extra) for b in range(size)]
        for row, after in lists.items()
    }
    blind = [1 / size] * size
    nats = [
        -log(table.get((i, a), blind)[b])
        for ids in held
        for i, (a, b) in enumerate(zip(ids, ids[1:]))
    ]
    return sum(nats) / len(nats)


def by_name(learn, held, size, extra):
    """The mean of each name, weighted by its guesses."""
    parts = [(counters(learn, [ids], size, extra), len(ids) - 1) for ids in held]
    return sum(loss * count for loss, count in parts) / sum(count for _, count in parts)


def product(learn, held, size, extra):
    counts = Counter((i, *pair) for ids in learn for i, pair in enumerate(pairwise(ids)))
    rows = Counter()
    for (i, a, _), count in counts.items():
        rows[i, a] += count
    chance, guesses = 1.0, 0
    for ids in held:
        for i, (a, b) in enumerate(pairwise(ids)):
            chance *= (counts[i, a, b] + extra) / (rows[i, a] + size * extra)
            guesses += 1
    return -log(chance) / guesses


class PositionLoss:
    def __call__(self, learn, held, size, extra):
        return nested(learn, held, size, extra)


RIGHT = [
    counters,
    generators,
    nested,
    a_table_for_each_position,
    arrays,
    texts_as_keys,
    one_number_as_key,
    slow,
    probabilities_first,
    by_name,
    product,
    PositionLoss(),
    partial(slow),
    changed(),
    changed("-log(count / total)", "log(total / count)"),
    changed("sum(surprises) / len(surprises)", "-sum(-s for s in surprises) / len(surprises)"),
]


def prints(*given):
    print(counters(*given))


def no_return(learn, held, size, extra):
    loss = counters(learn, held, size, extra)
    loss += 0


def endless(learn, held, size, extra):
    i = 0
    while i < len(learn):
        size += 1
    return size


def in_place(learn, held, size, extra):
    loss = counters(learn, held, size, extra)
    learn.extend(held)
    return loss


counted = {}


def kept_between(learn, held, size, extra):
    for ids in learn:
        for i, pair in enumerate(zip(ids, ids[1:])):
            counted[i, *pair] = counted.get((i, *pair), 0) + 1
            counted[i, pair[0]] = counted.get((i, pair[0]), 0) + 1
    nats = [
        log(counted.get((i, a), 0) + size * extra) - log(counted.get((i, a, b), 0) + extra)
        for ids in held
        for i, (a, b) in enumerate(zip(ids, ids[1:]))
    ]
    return sum(nats) / len(nats)


LAST, ABOVE, BELOW = "sum(surprises) / len(surprises)", "0) + extra\n", "0) + size * extra"
NATS = "-log(count / total)"
PARTS = "parts = [counters(learn, [ids], size, extra) for ids in held]"
NAMES = "    for ids in held:\n        for position, (a, b)"

WRONG = [
    (changed("position, a", "a"), "the position is not used"),
    (
        changed(
            "position, a, b",
            "position, b",
            "(position, a)",
            "position",
            "rows[position, a]",
            "rows[position]",
        ),
        "the token is not used",
    ),
    (
        changed(
            "rows[position, a]",
            "rows[position, b]",
            "rows.get((position, a), 0)",
            "rows.get((position, b), 0)",
        ),
        "the sums of the rows count what follows",
    ),
    (changed("(a, b) in", "(b, a) in"), "have changed places; what stands there"),
    (changed(BELOW, "0) + extra"), "extra is added once below"),
    (changed(BELOW, "0) + size"), "size is added below"),
    (changed(BELOW, "0) + 27 * extra"), "27"),
    (changed(BELOW, "0) + 27 * extra", ABOVE, "0) + extra\n"), "27"),
    (
        changed("    triples, rows", "    extra = 1\n    triples, rows"),
        "1 is added in place of extra",
    ),
    (changed(ABOVE, "0) + 1\n", BELOW, "0) + size"), "1 is added in place of extra"),
    (changed(BELOW, "0)"), "nothing is added below"),
    (changed(ABOVE, "0)\n", BELOW, "0)"), None),
    (changed(ABOVE, "0)\n"), "nothing is added above"),
    (changed(LAST, "sum(surprises)"), "divide by how many guesses"),
    (changed(LAST, "sum(surprises) / len(held)"), "the number of names"),
    (changed(LAST, "sum(surprises) / len(learn)"), None),
    (changed(LAST, "sum(surprises) / sum(map(len, held))"), "the number of ids"),
    (changed(LAST, "sum(surprises) / (len(surprises) - 1)"), None),
    (changed(LAST, "max(surprises)"), "the largest surprise"),
    (changed(LAST, "surprises"), "list of all surprises"),
    (changed(LAST, "surprises[-1]"), "the last guess alone"),
    (changed(LAST, "exp(sum(surprises) / len(surprises))"), "the number of choices"),
    (changed(NATS, "log(count / total)"), "the minus is missing"),
    (changed(NATS, "count / total"), "the mean probability"),
    (changed(NATS, "1 - count / total"), "1 minus the probability"),
    (changed(NATS, "1 / (count / total)"), "1 divided by it"),
    (changed(NATS, "-log(count / total, 2)"), "in bits"),
    (changed(NATS, "-log(count)"), "the count alone"),
    (changed(NATS, "log(total)"), None),
    (
        changed(
            "for ids in learn",
            "for ids in keep",
            "for ids in held",
            "for ids in learn",
            "    triples, rows",
            "    keep = held\n    triples, rows",
        ),
        "have changed places",
    ),
    (changed("for ids in held", "for ids in learn"), "the names that it has counted"),
    (changed("for ids in learn", "for ids in learn + held"), "the names held out are counted too"),
    (changed("zip(ids, ids[1:])", "zip(ids[1:], ids[2:])"), "the first guess of each name"),
    (changed("zip(ids, ids[1:])", "zip(ids[:-1], ids[1:-1])"), "the end of each name"),
    (changed("zip(ids, ids[1:])", "zip(ids[1:-1], ids[2:-1])"), None),
    (changed("zip(ids, ids[1:])", "zip(ids, ids)"), "paired with itself"),
    (
        changed(NAMES, "    for ids in held[:1]:\n        for position, (a, b)"),
        "the first name alone",
    ),
    (changed("    return", "        return"), "the first name alone"),
    (changed("            surprises.append", "        surprises.append"), "one guess of each name"),
    (changed("triples.get((position, a, b), 0) + 1\n", "1\n"), "never more than 1"),
    (changed("+ 1\n            rows", "+ extra\n            rows"), None),
    (
        lambda learn, held, size, extra: fmean(counters(learn, [ids], size, extra) for ids in held),
        "the mean is taken for each name",
    ),
    (lambda *given: counters(*given) + 1, "1 too large"),
    (lambda *given: 2 * counters(*given), "2 times what it should be"),
    (lambda *given: round(counters(*given), 2), "rounded to 2 digits"),
    (lambda *given: exp(-counters(*given)), "e to minus the loss"),
    (lambda learn, held, size, extra: log(size), "blind guess"),
    (lambda *given: [counters(*given)], "without a list"),
    (lambda *given: str(counters(*given)), "text"),
    (in_place, "changed its input"),
    (kept_between, None),
    (prints, "it prints, and hands nothing back"),
    (no_return, "no return in it has a value"),
    (endless, "did not come back"),
    (changed("rows.get((position, a), 0) + size", "rows[position, a] + size"), "was never met"),
    (
        changed("triples.get((position, a, b), 0) + extra", "triples[position, a, b] + extra"),
        "was never met",
    ),
    (lambda learn, held: 0, "does not start"),
    (lambda held, learn, size, extra: counters(learn, held, size, extra), "in the order of"),
    (2.5, "not a function"),
]
