"""Shares of one whole as texts that add to 1 as printed; the twin of `shares` in `kit/format.js`."""

from math import floor


def shares(weights, digits=2):
    """Each weight's share of their sum, with `digits` decimals; the largest remainders are rounded up.

    >>> shares([1, 1, 1])
    ['0.34', '0.33', '0.33']
    """
    units, total = 10**digits, sum(weights)
    if not total > 0:
        return [f"{0:.{digits}f}" for _ in weights]
    exact = [units * weight / total for weight in weights]
    whole = [floor(x) for x in exact]
    # Equal remainders are equal here also after the noise of binary fractions: then the first one goes up.
    first = sorted(range(len(exact)), key=lambda i: -round(exact[i] - whole[i], 9))
    for i in first[: units - sum(whole)]:
        whole[i] += 1
    return [f"{n / units:.{digits}f}" for n in whole]
