"""Tables of counts with longer rows: they know the last few letters, and at which position these stand.

`microgpt.baselines` has the table whose rows are single tokens. Here a row is whatever a table is allowed to look at.

>>> learn, held = ["emma", "eva"], ["eva"]
>>> round(table_loss(learn, held, extra=0.2, size=5), 3)
0.512
>>> round(table_loss(learn, held, extra=0.2, size=5, position=True), 3)
0.562
"""

from collections import Counter
from math import log
from statistics import fmean

BOS = ""
"""What stands before the first letter and follows the last one."""


def guesses(docs, letters=1, position=False):
    """(row, token that follows) of each guess. A row is the last so many letters, with the position or without.

    >>> list(guesses(["eva"], position=True))
    [((0, ''), 'e'), ((1, 'e'), 'v'), ((2, 'v'), 'a'), ((3, 'a'), '')]
    >>> [row for row, _ in guesses(["eva"], letters=2)]
    [('', ''), ('', 'e'), ('e', 'v'), ('v', 'a')]
    """
    for doc in docs:
        tokens = [BOS] * letters + [*doc, BOS]
        for i, after in enumerate(tokens[letters:]):
            row = tuple(tokens[i : i + letters])
            yield ((i, *row) if position else row), after


def table_loss(learn, held, extra, letters=1, position=False, size=27) -> float:
    """The mean surprise at the names held out, of a table that has counted the others.

    In nats per token. `learn` and `held` are lists of names; a row is the last `letters` letters, with the position
    or without. `extra`, above 0, is added to each of the `size` counts of a row, so that nothing is impossible.
    With 0, ValueError for a pair that was never counted. No names held out raise StatisticsError, a ValueError.

    >>> round(table_loss(["emma", "eva"], ["eva"], extra=0.2, size=5), 3)
    0.512
    """
    pairs = Counter(guesses(learn, letters, position))
    rows = Counter(row for row, _ in guesses(learn, letters, position))
    return fmean(
        log(rows[row] + size * extra) - log(pairs[row, after] + extra)
        for row, after in guesses(held, letters, position)
    )
