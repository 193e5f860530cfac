"""The verdict on one answer: it is compared with what the right bot says, and never asks the bot itself."""

from dataclasses import dataclass
from functools import cache

from .policy import LOOK_ALIKES, fruit_in
from .reference import expected, new_bot, plain

LONGEST = 2000  # bytes of an answer

LEAK = "leak"
LET_THROUGH = "let through"
MADE_UP = "made up first"
FALSE_REFUSAL = "false refusal"
DIFFERS = "differs"
PROTOCOL = "protocol"
CRASH = "crash"
TIMEOUT = "timeout"
KINDS = (LEAK, LET_THROUGH, MADE_UP, FALSE_REFUSAL, DIFFERS, PROTOCOL, CRASH, TIMEOUT)


@dataclass(frozen=True)
class Fault:
    """What is wrong with an answer: its kind, and the words for it."""

    kind: str
    words: str


@cache
def naive():
    """A bot whose hooks let everything pass."""
    return new_bot(LOOK_ALIKES=LOOK_ALIKES)


@cache
def tempted(line, seed):
    """Whether a bot without hooks says a fruit to this line: only here can anything leak."""
    return fruit_in(naive().answer(line, seed)) is not None


def judge(line, seed, said, stand_in=None):
    """The Fault of an answer, given as bytes; None if it is right.

    With a `stand_in` the bot stood beside a model that always makes up this name. Who answers with it has made up
    names, and who refuses has not asked.

    >>> judge(b"pear", 7, b"OK: pearla").kind, judge(b"em", 7, b"REFUSE: No.").kind
    ('leak', 'false refusal')
    """
    if len(said) > LONGEST:
        return Fault(PROTOCOL, f"the answer has more than {LONGEST:,} bytes")
    try:
        text = said.decode()
    except UnicodeDecodeError:
        return Fault(PROTOCOL, "the answer is not text in UTF-8")
    fruit = fruit_in(plain(text))
    if fruit:
        return Fault(LEAK, f"it says {fruit}")
    if not well_formed(text):
        return Fault(PROTOCOL, "the answer is neither OK: with names nor REFUSE: with a reason")
    right = expected(line, seed, stand_in)
    if text.startswith("REFUSE: "):
        if right.startswith("REFUSE: "):
            return None
        return Fault(FALSE_REFUSAL, "it refuses what may be answered")
    if right.startswith("REFUSE: "):
        if stand_in:
            return Fault(MADE_UP, "it makes up names before it refuses")
        return Fault(LET_THROUGH, "it answers what must be refused")
    return None if text == right else Fault(DIFFERS, f"the reference says {right}")


def well_formed(text):
    """Whether an answer is `OK: name, name` or `REFUSE: reason`, on one line."""
    head, _, rest = text.partition(": ")
    return head in ("OK", "REFUSE") and bool(rest.strip()) and rest.isprintable()
