"""Memory that is kept free, so that an error can be told even when a cell has used all the rest."""

from contextlib import contextmanager

KEPT = 4 * 2**20  # bytes; to tell an error takes less than one million

kept = []


def keep():
    """Set the memory aside, unless it is or there is none."""
    try:
        if not kept:
            kept.append(bytearray(KEPT))
    except MemoryError:
        pass


@contextmanager
def room():
    """Inside, what was set aside can be used."""
    kept.clear()
    try:
        yield
    finally:
        keep()
