"""An exercise whose answer is a value."""

from .compare import close, is_number
from .guard import run
from .result import Claim, Result
from .words import describe, kind_asked, show


class Answer:
    """`asks` says what for, `proves` is said when it is right; a mistake's wrong is a wrong value."""

    def __init__(self, id, name, start, asks, expected, proves, mistakes):
        self.id, self.name, self.call, self.start = id, name, name, start
        self.asks, self.expected, self.proves = asks, expected, proves
        self.mistakes = mistakes

    def result(self, answer=None):
        """The Result of this answer, which may be the stub or nothing."""
        if answer is None or answer is ... or answer is NotImplemented:
            return Result(self.id, self.start, [Claim(f"{self.asks}.")], started=False)
        value = run(lambda: answer).value
        if close(value, self.expected):
            claim = Claim(f"{show(value)}: {self.proves}", met=True)
        else:
            message = f"{self.name} is {describe(value)}: {self.explain(answer, value)}"
            claim = Claim(f"{self.asks}.", met=False, message=message)
        return Result(self.id, self.start, [claim])

    def explain(self, answer, value):
        for mistake in self.mistakes:
            if any(close(value, wrong) for wrong in mistake.wrong):
                return mistake.message
        if callable(answer):
            return "the answer is a value; call the function, with its arguments in brackets."
        if is_number(self.expected) and not is_number(value):
            return "the answer is a number, without quotes and without brackets."
        if kind_asked(value) != kind_asked(self.expected):
            return f"the answer is {kind_asked(self.expected)}."
        return f"that is not it. Once more: {self.start}"
