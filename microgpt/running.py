"""How a computation runs: as a whole or not at all, and without the search for cycles."""

import gc
from array import array


def as_a_whole(function, undo):
    """Call `function()` and give what it returns; where it breaks off, call `undo()` before the error goes on.

    So what is stopped, by Ctrl-C or by an error, leaves nothing half done: the next try begins where this one began.
    Meanwhile Python's search for reference cycles is off, and afterwards as it was before. A graph of Values has no
    cycles: it is freed by reference counting, and searching it again and again would take most of the time.

    >>> numbers = [1, 2]
    >>> def add_and_stop():
    ...     numbers.append(3)
    ...     raise KeyboardInterrupt
    >>> try:
    ...     as_a_whole(add_and_stop, numbers.pop)
    ... except KeyboardInterrupt:
    ...     print(numbers)
    [1, 2]
    """
    was_enabled = gc.isenabled()
    try:
        try:
            gc.disable()
            return function()
        finally:
            if was_enabled:
                gc.enable()
    except BaseException:
        undo()
        raise


def set_grads(values, grads):
    """Set the gradients of the Values to 0.0, but for the pairs (value, its gradient) that are given."""
    for value in values:
        value.grad = 0.0
    for value, grad in grads:
        value.grad = grad


def keep_training(params, optimizer):
    """A function that gives the parameters and the optimizer back what they have now; all gradients become 0.0."""
    # As raw numbers: a list would keep the old float objects, and the new ones would lie scattered in memory.
    numbers, state = array("d", [p.data for p in params]), dict(vars(optimizer))

    def put_back():
        vars(optimizer).update(state)
        for p, number in zip(params, numbers):
            p.data, p.grad = number, 0.0

    return put_back
