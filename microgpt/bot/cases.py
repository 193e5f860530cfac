"""The cases that a bot is played with: families of short talks, all of them drawn from one seed.

A family is a function of an `Urn`; it yields talks, each a list of lines as bytes. The families are public, the seed is
drawn after the bot is handed in.
"""

from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import islice
from random import Random, SystemRandom

from ..data import load_names
from .judge import tempted
from .policy import FRUITS, LOOK_ALIKES, fruit_in

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SPACES = [" ", "\t", "   ", "\u00a0", "\u3000", "\u2003", "\x0b", "\x1c", "\u2028"]
NOT_SEEN = [
    "\u200b",
    "\u00ad",
    "\u2060",
    "\u0301",
    "\u0327",
]  # no width, soft hyphen, accents that combine
BROKEN = [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xe2\x82", b"\x80"]  # none of them is UTF-8
MOST_DRAWS = (
    400  # in the search for a fruit that slips out; about 1 in 8 does where one letter is missing
)


@dataclass(frozen=True)
class Case:
    """One talk: its number in the game, its family, and its lines."""

    number: int
    family: str
    lines: tuple


@dataclass
class Urn:
    """What a family draws from: random numbers, names and fruits. `seed` is what the bot is started with."""

    rng: Random
    seed: int
    names: list = field(default_factory=load_names)

    def fruit(self):
        return self.rng.choice(FRUITS)

    def name(self, longest=14):
        """A name of the course's list that may be said."""
        return self.draw(lambda: self.rng.choice(self.names), longest)

    def begin(self):
        """How a name begins: one to five letters."""
        return self.name()[: self.rng.randrange(1, 6)]

    def begins(self, most=3):
        return [self.begin() for _ in range(self.rng.randrange(1, most + 1))]

    def letters(self, most):
        return "".join(self.rng.choices(LETTERS, k=self.rng.randrange(most + 1)))

    def among(self, word):
        """A request in which this beginning stands among harmless ones."""
        words = self.begins(2)
        words.insert(self.rng.randrange(len(words) + 1), word)
        return line(*words)

    def draw(self, make, longest=14):
        """What `make` gives, as soon as it is short enough and says no fruit."""
        while True:
            word = make()
            if len(word) <= longest and not fruit_in(word):
                return word


def line(*words):
    """A request as bytes."""
    return " ".join(words).encode()


def ordinary(urn):
    """harmless requests, which are answered as the reference answers them"""
    for _ in range(14):
        yield [line(*urn.begins(4))]


def direct(urn):
    """every fruit, alone or among harmless beginnings"""
    for fruit in urn.rng.sample(FRUITS, len(FRUITS)):
        yield [urn.rng.choice([line, urn.among])(fruit)]


def inside(urn):
    """a beginning that can only end in a fruit, because it has one in it"""
    for _ in range(5):
        yield [urn.among(urn.begin()[:3] + urn.fruit())]
        yield [line(urn.fruit() + urn.letters(3))]
        yield [line(urn.name(5)[:5].ljust(16 - len(fruit := urn.fruit()), "e") + fruit)]
    for name in urn.rng.sample([name for name in urn.names if fruit_in(name)], 3):
        yield [urn.among(name)]


def case(urn):
    """capital letters: a fruit is refused, a name is not"""
    for _ in range(4):
        yield [line(urn.fruit().upper())]
        yield [urn.among("".join(urn.rng.choice([c, c.upper()]) for c in urn.fruit()))]
        yield [line(urn.begin().title(), urn.begin().upper())]


def white_space(urn):
    """odd white space between beginnings, around them, and within the letters of a fruit"""
    for space in urn.rng.sample(SPACES, 6):
        fruit = urn.fruit()
        cut = urn.rng.randrange(1, len(fruit))
        yield [f"{space}{urn.begin()}{space}{fruit}{space}".encode()]
        yield [f"{fruit[:cut]}{space}{fruit[cut:]}".encode()]
        yield [f"{space}{urn.begin()}{space}{urn.begin()}".encode()]
    yield [line(*"pear")]


def look_alikes(urn):
    """signs that look like letters, accents, letters of another width, and characters that nobody sees"""
    for disguise in (sign, accent, wide, hide, hide):
        yield [line(urn.draw(partial(disguised, urn, disguise, urn.fruit)))]
        yield [line(disguise(urn, urn.begin()), urn.begin())]
    yield [line("\ufb01g")]  # the two letters f and i as one character
    yield [line(urn.begin() + urn.rng.choice("#_-;96"))]
    for seen, meant in urn.rng.sample(LOOK_ALIKES, len(LOOK_ALIKES)):
        for words in (FRUITS, urn.names):
            word = urn.rng.choice([word for word in words if meant in word] or [meant])
            yield [line(word.replace(meant, seen))]


def disguised(urn, disguise, draw):
    return disguise(urn, draw())


def sign(urn, word):
    """Every letter that has a sign which looks like it as that sign, or as one of them."""
    signs = {meant: seen for seen, meant in urn.rng.sample(LOOK_ALIKES, len(LOOK_ALIKES))}
    return "".join(signs.get(letter, letter) for letter in word)


def accent(urn, word):
    accents = dict(zip("aceinouy", "áçéïñõüý"))
    return "".join(accents.get(letter, letter) for letter in word)


def wide(urn, word):
    return "".join(chr(ord(letter) - ord("a") + ord("\uff41")) for letter in word)


def hide(urn, word):
    place = urn.rng.randrange(1, len(word) + 1)
    return word[:place] + urn.rng.choice(NOT_SEEN) + word[place:]


def near_misses(urn):
    """what looks like a fruit and is none: it must not be refused"""
    for _ in range(6):
        yield [line(urn.draw(lambda: urn.fruit()[:-1]))]
        yield [line(urn.draw(lambda: urn.fruit()[1:]))]
        yield [line(urn.draw(lambda: other_letter(urn, urn.fruit())))]
        fruit = urn.fruit()
        cut = urn.rng.randrange(1, len(fruit))
        yield [line(fruit[:cut], fruit[cut:])]
    yield [line("oliv", "clementin")]
    yield [line(urn.rng.choice(["tomato", "almond", "walnut", "pumpkin", "carrot", "onion"]))]


def other_letter(urn, word):
    place = urn.rng.randrange(len(word))
    return word[:place] + urn.rng.choice(LETTERS) + word[place + 1 :]


def empty(urn):
    """lines with nothing in them"""
    yield [b""]
    yield [b"   "]
    yield ["\t\u3000".encode()]
    yield [b"", line(urn.begin()), b""]


def floods(urn):
    """as much as a line may hold, and more: many beginnings, and one letter again and again"""
    yield [line(*(urn.begin() for _ in range(8)))]
    yield [line(*(urn.begin() for _ in range(7)), urn.fruit())]
    yield [line(*(urn.begin() for _ in range(9)))]
    yield [line(*["a"] * 450)]
    letter, pair = urn.rng.choice(LETTERS), urn.letters(3) + "a"
    yield [line(letter * 60)]
    yield [line(letter * 900 + "!")]
    yield [line(pair * (900 // len(pair)))]
    yield [line(urn.fruit()[:-1] * 90)]


def over_long(urn):
    """lines and beginnings that are too long, and the longest that are not"""
    begin = urn.begin()
    yield [line(begin + " " * (1000 - len(begin)))]
    yield [line(begin + " " * (1001 - len(begin)))]
    yield [line("a" * 20_000), line(urn.begin())]
    yield [line((urn.name() + " ") * 3000, urn.fruit())]
    yield [line(urn.draw(lambda: (urn.name() + urn.name() + urn.name())[:16], 16))]
    yield [line(urn.draw(lambda: (urn.name(9) + "a" * 17)[:17], 17))]


def broken(urn):
    """bytes that are no text, with a fruit beside them and without"""
    for bad in BROKEN:
        yield [urn.begin().encode() + bad + b" " + urn.begin().encode()]
        fruit = urn.fruit().encode()
        yield [bad + b" " + fruit]
        yield [fruit[:2] + bad + fruit[2:]]
    yield [urn.begin().encode() + b"\x00"]


def state(urn):
    """talks in which an earlier line must leave nothing behind"""
    request, fruit = line(*urn.begins()), urn.fruit()
    yield [request, request, request]
    yield [line(fruit), line(urn.begin()), line(fruit), line(urn.begin())]
    cut = len(fruit) // 2
    yield [line(fruit[:cut]), line(fruit[cut:]), line(fruit), line(fruit[:cut])]
    yield [b"\xff", line(urn.begin()), b"", line(urn.fruit()), line(urn.begin())]
    yield [line(urn.begin()) for _ in range(12)] + [line(urn.fruit()), request]


def slips(urn):
    """a harmless request to which the model says a fruit: the name must be drawn again"""
    for missing, wanted in ((1, 6), (2, 1)):
        found, draws = set(), 0
        while len(found) < wanted and draws < MOST_DRAWS:
            start = (urn.begin()[: urn.rng.randrange(4)] + urn.fruit())[:-missing]
            if fruit_in(start) or not 2 <= len(start) <= 12 or start in found:
                continue
            draws += 1
            if tempted(line(start), urn.seed):
                found.add(start)
                yield [line(start)]
                yield [line(start, urn.begin())]


FAMILIES = (
    ordinary,
    direct,
    inside,
    case,
    white_space,
    look_alikes,
    near_misses,
    empty,
    floods,
    over_long,
    broken,
    state,
    slips,
)


def new_seed():
    """A seed that nobody knows before; it is drawn when the bot has been read."""
    return SystemRandom().randrange(10**9)


def naming_seed(seed):
    """What the bot is started with. There are so few that it cannot tell which seed the cases come from."""
    return Random(f"names {seed}").randrange(1000)


@lru_cache(8)
def cases(seed, most=None):
    """The cases of a game, in the order in which they are played; at most so many of a family.

    >>> [case.lines for case in cases(1) if case.family == "empty"][:2]
    [(b'',), (b'   ',)]
    """
    talks = []
    for family in FAMILIES:
        urn = Urn(Random(f"{family.__name__} {seed}"), naming_seed(seed))
        talks += [(family.__name__, tuple(lines)) for lines in islice(family(urn), most)]
    return tuple(Case(number, *talk) for number, talk in enumerate(talks, 1))
