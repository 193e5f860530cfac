"""Measure things side by side, so that what disturbs the machine disturbs all of them alike.

A machine is never quiet: its clock goes up and down, other programs come and go. Seconds of one measurement say little
about those of another one an hour later. So everything here is done in rounds: in each round every thing is measured
once, one right after the other. Two things are compared within a round, as a ratio; the median of the rounds counts.
"""

import statistics


def in_turn(measures, rounds, tell=lambda line: None):
    """{name: [what it returned in each round]} of `measures`, {name: function without arguments}.

    Each round begins one name further on, so that none of them always comes first.
    """
    names, values = list(measures), {name: [] for name in measures}
    for turn in range(rounds):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            values[name].append(measures[name]())
        tell(f"round {turn + 1} of {rounds}")
    return values


def ratio(above, below):
    """Median, lowest and highest of above / below, each taken within one round.

    >>> ratio([4.0, 9.0, 2.0], [2.0, 3.0, 2.0])
    {'median': 2.0, 'lowest': 1.0, 'highest': 3.0}
    """
    ratios = [a / b for a, b in zip(above, below, strict=True)]
    return {"median": statistics.median(ratios), "lowest": min(ratios), "highest": max(ratios)}
