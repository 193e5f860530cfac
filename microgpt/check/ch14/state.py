"""Where dice and weights lie in the recorded run when a step begins."""

import random
from functools import cache
from types import SimpleNamespace

from ...canonical import load_canonical
from ...data import load_names

SEED, SPREAD = 42, 0.08
FIRST_WITH_DICE, FIRST_WITH_WEIGHTS, FIRST_TRAINED = 3, 4, 6


@cache
def states():
    """The state of the dice after the shuffle, the weights that are drawn then, and the state after them."""
    dice = random.Random(SEED)
    dice.shuffle(load_names())
    shuffled = dice.getstate()
    weights = [dice.gauss(0, SPREAD) for _ in load_canonical().weights]
    return SimpleNamespace(shuffled=shuffled, weights=weights, drawn=dice.getstate())


def lay(step, names):
    """Lay dice and weights among these names where they are when the step begins."""
    if step >= FIRST_WITH_DICE:
        lay_dice(names, states().shuffled if step == FIRST_WITH_DICE else states().drawn)
    if step >= FIRST_WITH_WEIGHTS:
        trained = step >= FIRST_TRAINED
        lay_weights(names, load_canonical().weights if trained else states().weights)


def lay_dice(names, state):
    """The module's dice, and those that a reader has made."""
    random.setstate(state)
    for value in list(names.values()):
        if isinstance(value, random.Random):
            value.setstate(state)


def lay_weights(names, numbers):
    """Write the numbers into the matrices, in the order in which they are drawn."""
    if any(type(p) is not names["Value"] for p in names["params"]):
        renew(names)
    matrices, numbers = names["state_dict"], iter(numbers)
    for name in load_canonical().config.shapes(len(load_canonical().vocabulary) + 1):
        for row in matrices[name]:
            for parameter in row:
                parameter.data, parameter.grad = next(numbers), 0.0


def renew(names):
    """Make the parameters anew in their places: they are of a class Value that is no longer in use."""
    new = {id(p): names["Value"](p.data) for p in names["params"]}
    for rows in names["state_dict"].values():
        for row in rows:
            row[:] = [new[id(p)] for p in row]
    names["params"][:] = [new[id(p)] for p in names["params"]]
