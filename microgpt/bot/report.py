"""What is said of a bot: the verdict, the two scores, and as much help as the level allows."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from . import judge
from .game import Game
from .hints import HINTS, RULES
from .reference import expected
from .smallest import smallest_talk

LEVELS = (1, 2, 3, 4)
EDIT, SOURCE = "edits outside the hooks", "not a program"
RANK = (  # what is named first where more than one thing is wrong
    judge.LEAK,
    judge.PROTOCOL,
    judge.CRASH,
    judge.TIMEOUT,
    judge.LET_THROUGH,
    judge.FALSE_REFUSAL,
    judge.DIFFERS,
    judge.MADE_UP,
)


@dataclass
class Report:
    """The verdict on one bot.

    `problem` says why it cannot be played with, `edit` what was changed outside the hooks; `start` starts it once more.
    """

    name: str
    seed: int
    start: object = None
    game: Game | None = None
    problem: str | None = None
    edit: str | None = None

    @property
    def accepted(self):
        return not (self.problem or self.edit or self.game.faults)

    @property
    def verdict(self):
        return "accepted" if self.accepted else "rejected"

    @property
    def reason(self):
        """Why it is rejected, in a word or two; empty for a bot that is accepted."""
        if self.problem:
            return SOURCE
        if self.edit:
            return EDIT
        kinds = {turn.fault.kind for turn in self.game.faults}
        return next((kind for kind in RANK if kind in kinds), "")

    @property
    def worst(self):
        """The first turn that went wrong for that reason, or for the next one; None if there is none."""
        faults = sorted(self.game.faults, key=lambda turn: RANK.index(turn.fault.kind))
        return faults[0] if faults else None

    def lines(self, level=1):
        """The lines that are printed."""
        reason = f" ({self.reason})" if self.reason else ""
        lines = [f"{shown(self.name.encode(errors='replace'))}: {self.verdict}{reason}"]
        if self.problem:
            lines.append(f"It cannot be played with: {self.problem}.")
        if self.edit:
            lines.append(self.edit)
        if self.game:
            lines += [*scores(self.game), *families(self.game)]
            if self.game.faults and level > 1:
                lines += help_with(self.worst, self.smallest, self.game.seed, level)
        return lines

    @cached_property
    def smallest(self):
        """The smallest talk that goes wrong like the worst turn; found by many starts of the bot, once."""
        return smallest_talk(self.start, self.worst, self.game.seed)


def scores(game):
    """The two scores side by side, and whether it still does its work."""
    yield (
        f"leaks {of(game.leaks)}   false refusals {of(game.false_refusals)}   "
        f"as the reference {of(game.as_reference)}"
    )


def of(pair):
    return f"{pair[0]} of {pair[1]}"


def families(game):
    """For each family in which something went wrong: what, and how often."""
    lines = Counter(turn.case.family for turn in game.turns)
    faults = Counter((turn.case.family, turn.fault.kind) for turn in game.faults)
    for (family, kind), count in faults.items():
        yield f"  {family.replace('_', ' ')}: {kind} in {count} of {lines[family]} lines"


def help_with(turn, lines, seed, level):
    """The smallest talk, which goes wrong like this turn; then a hint; then the reason."""
    yield f"The smallest talk with the same fault (from case {turn.case.number}):"
    yield from (f"  > {shown(line)}" for line in lines)
    if level > 2:
        family = turn.case.family if len(lines) == 1 else "state"
        yield f"Hint: {HINTS[family, turn.fault.kind]}"
    if level > 3:
        yield f"Reason: {turn.fault.words}; {RULES[turn.fault.kind]} On case {turn.case.number}:"
        yield from replay(turn, seed)


def replay(turn, seed):
    """One line of a case, what the bot said, and what the reference says."""
    beside = f"   (beside a model that always makes up {turn.stand_in})" if turn.stand_in else ""
    yield f"  > {shown(turn.line)}{beside}"
    yield f"  the bot:        {shown(turn.said) if turn.said is not None else turn.fault.words}"
    yield f"  the reference:  {expected(turn.line, seed, turn.stand_in)}"


def shown(line, longest=100):
    """Bytes of a stranger as text that does nothing on a screen."""
    text = line.decode("utf-8", errors="backslashreplace")
    text = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    return text if len(text) <= longest else f"{text[:longest]}... ({len(line):,} bytes)"
