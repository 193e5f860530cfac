"""What the stories of the steps ask: whether all of a long list is that of the recorded run."""

import math

from ...canonical import load_canonical
from ..program.right import names
from .state import states


def misplaced(docs) -> list:
    """The first place at which a list of names differs from that of the recorded run, and what stands there."""
    pairs = zip([*docs, *[None] * len(names())], names())
    return next(([place, doc] for place, (doc, right) in enumerate(pairs) if doc != right), [])


def misdrawn(state_dict) -> dict:
    """For each matrix with a wrong number, the row and the column of the first."""
    numbers, found = iter(states().weights), {}
    for name, (rows, columns) in load_canonical().config.shapes(27).items():
        for place in range(rows * columns):
            row, column = divmod(place, columns)
            right = next(numbers)
            if abs(state_dict[name][row][column].data - right) > 1e-12 and name not in found:
                found[name] = [row, column]
    return found


def surprises(gpt, tokens) -> list:
    """How surprised a model is by each token after the first, as plain numbers."""
    keys, values, found = [[]], [[]], []
    for place, (token, following) in enumerate(zip(tokens, tokens[1:])):
        logits = [logit.data for logit in gpt(token, place, keys, values)]
        found.append(math.log(sum(map(math.exp, logits))) - logits[following])
    return found
