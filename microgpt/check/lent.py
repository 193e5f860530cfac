"""The course's own answers, for a chapter that goes on with one while the reader's is not there yet."""

from . import exercises


def lent(id):
    """The course's answer to an exercise, as a function to call.

    >>> lent("ex-01-1")([1, 2], [3, 4])
    11
    """
    return exercises()[id].right
