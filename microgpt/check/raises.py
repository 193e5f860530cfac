"""An error as the right answer of a case."""

from .compare import Odd


class Raises:
    """The right result of a case that has to be refused: Raises(ValueError).

    `call` turns that error into a value; any other error stays one.

    >>> refusal = Raises(ValueError)
    >>> refusal, refusal.call(int, "five")
    (a ValueError, a ValueError that was raised)
    >>> refusal.objection(5)
    'it should raise a ValueError.'
    """

    def __init__(self, error):
        self.error, self.raised = error, Odd(f"a {error.__name__} that was raised")

    def __repr__(self):
        return f"a {self.error.__name__}"

    def call(self, function, *arguments):
        try:
            return function(*arguments)
        except self.error:
            return self.raised

    def objection(self, got):
        """What is wrong with a result, in words; empty if the error came."""
        return "" if got == self.raised else f"it should raise {self}."
