"""Shares of 1 that still add to 1 as they are printed; the twin of `kit/rounding.js`."""

from math import floor


def add_to_one(numbers, digits=2):
    """Shares with `digits` decimals, as texts: rounded down, and what is missing goes to those that lost most.

    >>> add_to_one([1 / 3, 1 / 3, 1 / 3])
    ['0.34', '0.33', '0.33']
    """
    units = 10**digits
    exact = [x * units for x in numbers]
    whole = [floor(x + 1e-9) for x in exact]  # 0.29 * 100 is a little below 29
    lost = [x - n for x, n in zip(exact, whole)]
    missing = max(0, units - sum(whole))
    for i in sorted(range(len(lost)), key=lambda i: -lost[i])[:missing]:
        whole[i] += 1
    return [f"{n / units:.{digits}f}" for n in whole]
