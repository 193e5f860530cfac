"""The same cases and the same judge without a child process: in the page's Python, or in a notebook.

It is practice: the hooks run in this very Python, so it believes them more than the game on a computer does.
"""

from ..check.guard import run
from .cases import cases, naming_seed, new_seed
from .errors import ChildError
from .game import play
from .policy import LOOK_ALIKES
from .reference import new_bot, standing_in
from .report import Report

TALKS = 4  # of each family, if nothing else is asked for
NOT_BACK = {"endless": "timeout", "sleep": "timeout", "deep": "crash", "exit": "crash"}


class InThisPython:
    """A bot that is asked as a child is, but lives here."""

    def __init__(self, seed, **yours):
        self.bot, self.seed = new_bot(**yours), seed

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def ask(self, line):
        outcome = run(self.bot.answer, line, self.seed)
        if outcome.printed:
            raise ChildError("protocol", "it says more than one line to a request")
        if outcome.kind == "value" and isinstance(outcome.value, str):
            return outcome.value.encode(errors="replace")
        kind = NOT_BACK.get(outcome.kind, "crash")
        words = (
            "it takes too long"
            if kind == "timeout"
            else f"it stops: {outcome.value or outcome.kind}"
        )
        raise ChildError(kind, words)

    def finish(self):
        pass


def practice(is_safe_request, is_safe_name, look_alikes=LOOK_ALIKES, level=1, **cases):
    """Play some cases with your two hooks, and print what came of it.

    `level` is 1 to 4; `talks` says how many there are of each family at most, and `seed` draws the same ones again.
    """
    print("\n".join(practised(is_safe_request, is_safe_name, look_alikes, **cases).lines(level)))


def practised(is_safe_request, is_safe_name, look_alikes=LOOK_ALIKES, talks=TALKS, seed=None):
    """The Report of `practice`."""
    seed = new_seed() if seed is None else seed

    def start(stand_in=None):
        return InThisPython(
            naming_seed(seed),
            LOOK_ALIKES=look_alikes,
            is_safe_request=is_safe_request,
            is_safe_name=is_safe_name,
            **standing_in(stand_in),
        )

    game = play(start, cases(seed, talks), naming_seed(seed))
    return Report("your hooks", seed, start, game)
