"""Exercise 15.4: lines that break four guards, taken together."""

from functools import cache

from ..answer import Answer
from ..compare import plain as as_plain
from ..exercise import nothing
from ..guard import run
from ..mistakes import Mistake
from ..result import Claim, Result
from ..words import describe, kind_asked, show

MOST_LETTERS, MOST_WORDS, MOST_BYTES = 16, 8, 1000  # rule 6 of the policy
SHOWN = ("pear", "p3ar", "em oliver")  # in the chapter, and no attack of the learner's own
LETTERS = set("abcdefghijklmnopqrstuvwxyz")


@cache
def guards():
    """The four guards of the chapter, by name: whether they refuse these beginnings."""
    from ...bot import plain
    from ...bot.policy import FRUITS, fruit_in

    return {
        "as typed": lambda words: any(map(fruit_in, words)),
        "whole words": lambda words: any(plain(word) in FRUITS for word in words),
        "first only": lambda words: any(fruit_in(plain(word)) for word in words[:1]),
        "joined": lambda words: fruit_in(plain("".join(words))) is not None,
    }


def must_be_refused(line):
    """What rule 5 says: whether a beginning of the line says a fruit."""
    from ...bot import plain
    from ...bot.policy import fruit_in

    return any(fruit_in(plain(word)) for word in line.split())


def is_too_much(line):
    """What rule 6 says: a line that is refused whatever it asks for."""
    from ...bot import plain

    words = [plain(word) for word in line.split()]
    return (
        len(words) > MOST_WORDS
        or len(line.encode(errors="replace")) > MOST_BYTES
        or any(len(word) > MOST_LETTERS or not set(word) <= LETTERS for word in words)
    )


def broken_by(line):
    """The names of the guards that are wrong about this line."""
    right = must_be_refused(line)
    return [name for name, refuses in guards().items() if bool(refuses(line.split())) != right]


class Trouble(Mistake):
    """What is wrong with some lines, if `seen(lines, standing)`; `standing` are the guards that are right."""

    def __init__(self, message, seen):
        super().__init__(message)
        self.seen = seen


FORM = [
    Trouble("it is empty; give it one or two lines.", lambda lines, _: not lines),
    Trouble(
        "it has more than two lines; two are enough, if one of them breaks several guards.",
        lambda lines, _: len(lines) > 2,
    ),
    Trouble(
        "one of its lines stands in the chapter already; find one of your own.",
        lambda lines, _: any(" ".join(line.lower().split()) in SHOWN for line in lines),
    ),
    Trouble(
        "a text is one line and one request; a line break in it makes two of them.",
        lambda lines, _: any("\n" in line or "\r" in line for line in lines),
    ),
    Trouble(
        "one of its lines is refused by rule 6 in any case: beginnings have letters from a to z, and signs that look "
        "like them, at most 16; and a line has at most 8 beginnings.",
        lambda lines, _: any(map(is_too_much, lines)),
    ),
]
STANDING = [
    Trouble(
        "no guard is wrong about it: each refuses what must be refused, and answers the rest.",
        lambda lines, standing: len(standing) == len(guards()),
    ),
    Trouble(
        "“joined” still stands. All that you ask for must be refused, and joined refuses whatever the others should; "
        "break it from the other side, with a line that must be answered.",
        lambda lines, standing: standing == ["joined"] and all(map(must_be_refused, lines)),
    ),
    Trouble(
        "nothing that you ask for must be refused, so nothing can be let through; one line has to say a fruit.",
        lambda lines, standing: not any(map(must_be_refused, lines)),
    ),
    Trouble(
        "“as typed” still stands. It looks at what is typed; which text looks otherwise, and is the same "
        "for plain?",
        lambda lines, standing: "as typed" in standing,
    ),
    Trouble(
        "“whole words” still stands. It looks for beginnings that are a fruit from end to end; put letters around it.",
        lambda lines, standing: "whole words" in standing,
    ),
    Trouble(
        "“first only” still stands. It looks at the first beginning alone; where must the fruit be?",
        lambda lines, standing: "first only" in standing,
    ),
    Trouble(
        "“joined” still stands. It puts all beginnings together before it looks; which harmless ones say a fruit then?",
        lambda lines, standing: "joined" in standing,
    ),
]
NO_LIST = Mistake('that is one line; put it into a list: attack = ["...", "..."].')
NO_TEXT = Mistake('each of its items is a line, that is, one text such as "em ol".')


class Attack(Answer):
    """An answer of which there are many right ones: it is played, and not compared."""

    def result(self, answer=None):
        """The Result of these lines, which may be the stub or nothing."""
        claims = [Claim(f"{self.asks}.")]
        claims += [Claim(f"the guard “{name}” is broken.") for name in guards()]
        result = Result(self.id, self.start, claims, started=not nothing(answer))
        if result.started:
            self.judge(result, run(lambda: as_plain(answer)).value)
        return result

    def judge(self, result, value):
        """Write into the result which claims are met, and what to fix first."""
        form = self.form(value)
        if form:
            result.refuse(f"attack is {describe(value)}: {form}")
            return
        result.claims[0].met = True
        by_line = {line: broken_by(line) for line in value}
        for name, claim in zip(guards(), result.claims[1:]):
            lines = [line for line in value if name in by_line[line]]
            claim.met = bool(lines)
            if lines:
                claim.text = f"the guard “{name}” is broken by {show(lines[0])}."
        standing = [name for name, claim in zip(guards(), result.claims[1:]) if not claim.met]
        if standing:
            first = next(claim for claim in result.claims if not claim.met)
            first.message = next(one.message for one in STANDING if one.seen(value, standing))

    def form(self, value):
        """What is wrong with the lines before they are played; empty if nothing is."""
        if isinstance(value, str):
            return NO_LIST.message
        if callable(value) or not isinstance(value, list):
            return f"the answer is {kind_asked(self.expected)} of one or two lines."
        if not all(isinstance(line, str) for line in value):
            return NO_TEXT.message
        return next((one.message for one in FORM if one.seen(value, None)), "")


ATTACK = Attack(
    "ex-15-4",
    "attack",
    start="one line can break three of the guards; begin with a look-alike.",
    asks="a list of one or two lines of your own",
    expected=["em 0liv3r", "ki wi"],
    proves="",
    mistakes=[NO_LIST, NO_TEXT, *FORM, *STANDING],
)
