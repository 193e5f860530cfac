"""Exercise 14.1: names and letters."""

from ..mistakes import Mistake
from ..scenario import Story
from .part import Part
from .rooms import Variant

SEED, SHUFFLE = "random.seed(42)\n", "random.shuffle(docs)\n"
LETTERS = 'letters = sorted(set("".join(docs)))'
SPLIT = "docs = open(path).read().split()"
IDS = "ids = [letters.index(letter) for letter in name]"
GIVES = "return [BOS] + ids + [BOS]"
BOS, SIZE = "BOS = len(letters)\n", "vocab_size = len(letters) + 1"

ORDER = (
    "The names fall into the right order when random.seed(42) comes before random.shuffle(docs), with no draw between "
    "them."
)


def wrong(message, *variants, **how):
    """A mistake; each variant is a list of edits of the course's piece."""
    return Mistake(message, *[Variant(1, *edits) for edits in variants], **how)


def encodes(new):
    return [(GIVES, new)]


def seeded(seed):
    return wrong(f"the seed is {seed}; it is 42.", [("seed(42)", f"seed({seed})")])


DATA = Part(
    1,
    start="put your ordered lines below the line with begin, and run the cell.",
    cases=[
        Story("so many names", "len(docs)", 4825),
        Story(
            "the first and the last name after the shuffle",
            "[docs[0], docs[-1]]",
            ["nancy", "damon"],
            aside="in the recorded run they are nancy and damon. " + ORDER,
        ),
        Story(
            "every name is in its place",
            "from microgpt.check.ch14.recorded import misplaced\nmisplaced(docs)",
            [],
            aside="this is a place in docs, and the name that stands there. " + ORDER,
        ),
        Story("the letters", '"".join(letters)', "abcdefghijklmnopqrstuvwxyz"),
        Story("BOS comes after the letters", "BOS", 26),
        Story("27 tokens", "vocab_size", 27),
        Story("a name as ids", 'encode("emma")', [26, 4, 12, 12, 0, 26]),
        Story("another name", 'encode("nancy")', [26, 13, 0, 13, 2, 24, 26]),
    ],
    mistakes=[
        wrong("the names are shuffled twice; once is enough.", [(SHUFFLE, SHUFFLE * 2)]),
        *map(seeded, (0, 1, 123, 1337)),
        wrong(
            "the names stand in the order of the alphabet, as in the file: random.shuffle(docs) is missing, or they "
            "are sorted after it.",
            [(SHUFFLE, "")],
        ),
        wrong(
            "each name still has the end of its line, \\n: strip() or split() cuts it off.",
            [(SPLIT, "docs = open(path).readlines()")],
            [
                (SPLIT, "docs = open(path).readlines()"),
                (LETTERS, 'letters = sorted(set("".join(docs)) - {"\\n"})'),
            ],
        ),
        wrong(
            "an empty line at the end has become a name: read().split() or strip() leaves it out.",
            [(SPLIT, 'docs = open(path).read().split("\\n")')],
        ),
        wrong(
            "that is the whole text, letter by letter: .split() makes names of it.",
            [(SPLIT, "docs = list(open(path).read())")],
            [(SPLIT, 'docs = list(open(path).read().replace("\\n", ""))')],
        ),
        wrong(
            "the letters are not sorted: a set has no order, so sort what comes out of it.",
            [(LETTERS, 'letters = list(set("".join(docs)))')],
        ),
        wrong(
            "the letters stand in the order in which they are met; sort them.",
            [(LETTERS, 'letters = list(dict.fromkeys("".join(docs)))')],
        ),
        wrong(
            "each letter stands there as often as it is written; a set keeps it once.",
            [(LETTERS, 'letters = sorted("".join(docs))')],
        ),
        wrong(
            "BOS has the id of a; it comes after the letters, len(letters).",
            [(BOS, "BOS = 0\n")],
        ),
        wrong(
            "BOS is 0 and the ids begin at 1; the ids of the letters begin at 0, and BOS comes after them.",
            [(BOS, "BOS = 0\n"), (IDS, IDS.replace("(letter)", "(letter) + 1"))],
        ),
        wrong(
            "BOS is the last letter here; it comes after it.", [(BOS, "BOS = len(letters) - 1\n")]
        ),
        wrong(
            "BOS is one too large; the ids of the letters are 0 to 25, and BOS is 26.",
            [(BOS, "BOS = len(letters) + 1\n")],
        ),
        wrong("BOS is a token as well, so there are 27.", [(SIZE, "vocab_size = len(letters)")]),
        wrong(
            "there is one BOS, so there are 27 tokens.", [(SIZE, "vocab_size = len(letters) + 2")]
        ),
        wrong("BOS is missing at the beginning.", encodes("return ids + [BOS]")),
        wrong("BOS is missing at the end.", encodes("return [BOS] + ids")),
        wrong("BOS stands at the beginning and at the end of a name.", encodes("return ids")),
        wrong(
            "the ids begin at 1; the id of a letter is its place in letters, from 0.",
            [(IDS, IDS.replace("(letter)", "(letter) + 1"))],
        ),
        wrong(
            "these are the letters; encode gives their ids.",
            encodes("return [BOS] + list(name) + [BOS]"),
        ),
        wrong(
            "that is a text; encode gives a list of numbers.",
            encodes("return str([BOS] + ids + [BOS])"),
            encodes('return " ".join(map(str, [BOS] + ids + [BOS]))'),
        ),
        wrong(
            "there is a list inside the list; put the ids themselves into it, with +.",
            encodes("return [BOS, ids, BOS]"),
        ),
        wrong(
            "nothing comes back; end encode with return.",
            encodes("[BOS] + ids + [BOS]"),
        ),
        wrong(
            "these are the codes of the letters on a keyboard; the id of a letter is its place in letters.",
            [(IDS, "ids = [ord(letter) for letter in name]")],
        ),
        Mistake(
            "the cell makes docs, letters, BOS, vocab_size and encode, with these names.",
            raises=r"name '(docs|letters|BOS|vocab_size|encode)' is not defined",
        ),
        Mistake(
            "letters is a list of texts, one letter each.",
            raises=r"sequence item 0: expected str",
        ),
    ],
)
