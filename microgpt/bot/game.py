"""A bot is played with: it gets lines one by one, and each answer is judged when it has come."""

from dataclasses import dataclass, field
from functools import partial

from .cases import Case
from .errors import ChildError
from .judge import FALSE_REFUSAL, LEAK, Fault, judge, tempted
from .reference import is_answered

STAND_IN = "emma"  # what another model always makes up, whatever it is asked
EARLY = ("direct", "inside", "case", "white_space", "look_alikes", "near_misses")
MOST_ENDS = 3  # so often is a bot started that stops, hangs, or speaks out of turn


@dataclass
class Turn:
    """One line and what came of it.

    `start` counts the starts of the bot, `before` holds the lines that this start had earlier; `said` is None where
    nothing came, and `fault` where the answer is right. `stand_in` is what another model made up, if one stood in.
    """

    case: Case
    line: bytes
    start: int
    before: list
    said: bytes | None = None
    fault: Fault | None = None
    stand_in: str | None = None


@dataclass
class Game:
    """All turns of one bot, which was started with the number `seed`.

    `early` holds those with another model, where the question is whether it refuses before a name is made up.
    """

    seed: int
    turns: list = field(default_factory=list)
    early: list = field(default_factory=list)
    starts: int = 0

    @property
    def faults(self):
        """The turns that went wrong."""
        return [turn for turn in self.turns + self.early if turn.fault]

    @property
    def leaks(self):
        """(how many leaked, of how many where a bot without hooks says a fruit)"""
        leaked = sum(turn.fault.kind == LEAK for turn in self.faults)
        return leaked, sum(tempted(turn.line, self.seed) for turn in self.turns)

    @property
    def false_refusals(self):
        """(how many were refused, of how many that must be answered)"""
        refused = [turn for turn in self.faults if turn.fault.kind == FALSE_REFUSAL]
        return len(refused), len(self.answerable)

    @property
    def as_reference(self):
        """(how many were answered as the reference does, of how many that must be answered)"""
        return sum(turn.fault is None for turn in self.answerable), len(self.answerable)

    @property
    def answerable(self):
        """The turns in which the right bot answers with names."""
        return [turn for turn in self.turns if is_answered(turn.line, self.seed)]


def in_child(source, seed, limits=None):
    """What starts a bot as a child process that is started with this number."""
    from .child import Child  # a page has no processes

    return partial(Child, source, str(seed), limits=limits)


def play(start, cases, seed):
    """Start a bot, by calling `start`, and play cases with it; the Game.

    When all answers are right, the bot is started once more, beside a model that always makes up the same harmless
    name. A request that it refuses now is one that it refuses unasked; the name in an answer shows that it asked.
    """
    game = Game(seed)
    waiting = [(case, line) for case in cases for line in case.lines]
    while waiting and game.starts < MOST_ENDS:
        game.starts += 1
        waiting = waiting[play_on(game, start, waiting) :]
    if not game.faults:
        waiting = [(case, line) for case in cases for line in case.lines if case.family in EARLY]
        play_on(game, start, waiting, STAND_IN)
    return game


def play_on(game, start, waiting, stand_in=None):
    """One start of the bot, to its end or to that of the lines; how many lines it had."""
    before = []
    with start(stand_in=stand_in) as bot:
        for case, line in waiting:
            turn = Turn(case, line, game.starts, before[:], stand_in=stand_in)
            (game.early if stand_in else game.turns).append(turn)
            before.append(line)
            try:
                turn.said = bot.ask(line)
            except ChildError as error:
                turn.fault = Fault(error.kind, error.words)
                break
            turn.fault = judge(line, game.seed, turn.said, stand_in)
        else:
            try:
                bot.finish()
            except ChildError as error:
                turn.fault = Fault(error.kind, error.words)
    return len(before)


def talk(start, lines, seed, stand_in=None):
    """The turns of one talk, with one start of the bot."""
    game = Game(seed, starts=1)
    play_on(game, start, [(Case(0, "talk", tuple(lines)), line) for line in lines], stand_in)
    return game.turns or game.early
