"""Exercise 6.1: a tokenizer."""

from bisect import bisect_left
from string import ascii_lowercase

from ..function import Case, Function
from ..mistakes import Mistake
from ..raises import Raises
from ..source import returns_in_loop

ALPHABET = sorted(" '-abcdefghijklmnopqrstuvwxyzéßøабвгд")


def strict(text, chars):
    """The ids of the letters alone."""
    return [chars.index(char) for char in text]


def keyed(text, chars):
    """The same, with an error of another kind."""
    ids = {char: id for id, char in enumerate(chars)}
    return [ids[char] for char in text]


def as_text(text, chars):
    """The same, with the ValueError of a text."""
    return list(map("".join(chars).index, text))


def skipped(text, chars):
    return [chars.index(char) for char in text if char in chars]


def given(id):
    """Unknown characters get this id, which may depend on how many letters there are."""

    def lookup(text, chars):
        unknown = id(len(chars)) if callable(id) else id
        return [chars.index(char) if char in chars else unknown for char in text]

    return lookup


def stopped(text, chars):
    """The ids before the first unknown character."""
    known = [char in chars for char in text] + [False]
    return strict(text[: known.index(False)], chars)


LOOKUPS = [strict, keyed, skipped, given(-1), given(None), given(lambda bos: bos)]


def shaped(shape, lookups=LOOKUPS):
    """Encoders that make shape(ids, BOS) of the ids, whatever they do with unknown characters."""
    return [lambda text, chars, ids=ids: shape(ids(text, chars), len(chars)) for ids in lookups]


def framed(ids, bos):
    return [bos, *ids, bos]


def restarted(text, chars):
    """The list is made anew for each letter."""
    for char in text:
        ids = [chars.index(char)]
    return framed(ids, len(chars))


def encode(text, chars):
    return framed(strict(text, chars), len(chars))


def known_only(shape):
    """Encoders that give `shape(text, chars)`; the unknown raises, or nothing is said of it."""

    def checked(text, chars):
        strict(text, chars)
        return shape(text, chars)

    return [checked, shape]


def of_text(change):
    """Encoders of another text."""
    return [
        lambda text, chars, ids=ids: framed(ids(change(text), chars), len(chars)) for ids in LOOKUPS
    ]


def with_alphabet(choose, bos_too=True):
    """Encoders that take their letters from elsewhere; `bos_too` says whether BOS comes after those."""

    def encoder(ids):
        def changed(text, chars):
            letters = choose(text, chars)
            return framed(ids(text, letters), len(letters if bos_too else chars))

        return changed

    return [encoder(ids) for ids in (strict, keyed, as_text)]


def with_unknown(unknown):
    """Encoders for which unknown(text, chars) is the result where a character has no id."""

    def changed(text, chars):
        return unknown(text, chars) if set(text) - set(chars) else encode(text, chars)

    return changed


def code(first, bos):
    """Encoders by the code of a letter, ord(char)."""

    def by_code(text, chars):
        return framed([ord(char) - first(chars) for char in text], bos(chars))

    return known_only(by_code)


CODES = [
    variant
    for first in (lambda chars: 97, lambda chars: 96, lambda chars: 0, lambda chars: ord(chars[0]))
    for bos in (len, lambda chars: 26, lambda chars: 27, lambda chars: 0)
    for variant in code(first, bos)
]


def text_and_chars(rng):
    chars = sorted(rng.sample(ALPHABET, rng.randint(2, 12)))
    return "".join(rng.choices(chars, k=rng.randint(2, 8))), chars


AEM = ["a", "e", "m"]
ENCODE = Function(
    "ex-06-1",
    "encode(text, chars)",
    start="the id of a letter is its place in chars; BOS is the number after the last of these places.",
    right=encode,
    more=text_and_chars,
    drawn="letters",
    cases=[
        Case("BOS, four letters, BOS", ("emma", AEM), [3, 1, 2, 2, 0, 3]),
        Case(
            "more letters in chars, other ids",
            ("emma", ["a", "e", "k", "l", "m", "n"]),
            [6, 1, 4, 4, 0, 6],
        ),
        Case("a to z", ("zoa", list(ascii_lowercase)), [26, 25, 14, 0, 26]),
        Case("one letter alone", ("a", ["a"]), [1, 0, 1]),
        Case("no text", ("", AEM), [3, 3]),
        Case(
            "a space is a character like any other",
            (" an na ", [" ", "a", "n"]),
            [3, 0, 1, 2, 0, 2, 1, 0, 3],
        ),
        Case(
            "large and small letters",
            ("EmMa", ["E", "M", "a", "e", "m"]),
            [5, 0, 4, 1, 2, 5],
        ),
        Case("letters of another alphabet", ("жаба", ["а", "б", "ж"]), [3, 2, 0, 1, 0, 3]),
        Case("a letter that is not in chars", ("emmy", AEM), Raises(ValueError)),
        Case("a large letter that is not in chars", ("Emma", AEM), Raises(ValueError)),
        Case("a space that is not in chars", ("emma ", AEM), Raises(ValueError)),
    ],
    mistakes=[
        Mistake("BOS is missing at both ends.", *shaped(lambda ids, bos: ids)),
        Mistake("BOS is missing in front.", *shaped(lambda ids, bos: [*ids, bos])),
        Mistake("BOS is missing at the end.", *shaped(lambda ids, bos: [bos, *ids])),
        Mistake(
            "BOS stands after every letter; it belongs at both ends alone.",
            *shaped(lambda ids, bos: [bos, *(n for id in ids for n in (id, bos))]),
        ),
        Mistake(
            "BOS has the id 0 here, and the letters start at 1; the letters start at 0, and BOS comes after them.",
            *shaped(lambda ids, bos: [0, *(id + 1 for id in ids), 0], [strict, keyed, skipped]),
        ),
        Mistake(
            "BOS has the id of the first letter; it is the number after the last one, len(chars).",
            *shaped(lambda ids, bos: framed(ids, 0)),
        ),
        Mistake(
            "BOS has the id of the last letter; it is the number after it, len(chars).",
            *shaped(lambda ids, bos: framed(ids, bos - 1)),
        ),
        Mistake(
            "BOS is one too large; the letters end at len(chars) - 1, and BOS is len(chars).",
            *shaped(lambda ids, bos: framed(ids, bos + 1)),
        ),
        Mistake(
            "the ids are counted from 1; the first letter of chars has the id 0.",
            *shaped(lambda ids, bos: framed([id + 1 for id in ids], bos + 1), [strict, keyed]),
            *shaped(lambda ids, bos: framed([id + 1 for id in ids], bos), [strict, keyed]),
            *shaped(lambda ids, bos: [id + 1 for id in ids], [strict, keyed]),
        ),
        Mistake(
            "BOS has a fixed number here; it depends on how many letters there are in chars.",
            *shaped(lambda ids, bos: framed(ids, 26)),
            *shaped(lambda ids, bos: framed(ids, 27)),
        ),
        Mistake(
            "BOS is -1 here; it is the number after the last letter, len(chars).",
            *shaped(lambda ids, bos: framed(ids, -1)),
        ),
        Mistake(
            "BOS depends on the text here; it is the number after the last letter of chars, len(chars).",
            *known_only(lambda text, chars: framed(skipped(text, chars), len(text))),
            *known_only(lambda text, chars: framed(skipped(text, chars), len(set(text)))),
        ),
        Mistake(
            "BOS stands there as a text; its id is a number, len(chars).",
            *[
                variant
                for word in ("BOS", "<BOS>", ".", "<bos>", "")
                for variant in shaped(lambda ids, bos, word=word: framed(ids, word))
            ],
        ),
        Mistake(
            "these are the letters; return the number of each of them.",
            *known_only(lambda text, chars: list(text)),
            *known_only(lambda text, chars: framed(text, len(chars))),
            *known_only(lambda text, chars: ["BOS", *text, "BOS"]),
            *known_only(lambda text, chars: ["<BOS>", *text, "<BOS>"]),
        ),
        Mistake(
            "you number letters by their code, or from a fixed letter; the id is the place in chars.",
            *CODES,
        ),
        Mistake(
            "your letters are a fixed list, a to z; take those in chars.",
            *with_alphabet(lambda text, chars: list(ascii_lowercase)),
            *with_alphabet(lambda text, chars: list(ascii_lowercase), bos_too=False),
            *with_alphabet(lambda text, chars: [*ascii_lowercase, " "]),
        ),
        Mistake(
            "you number the letters of the text itself; the numbers belong to the letters of chars.",
            *with_alphabet(lambda text, chars: sorted(set(text))),
            *with_alphabet(lambda text, chars: sorted(set(text)), bos_too=False),
            *with_alphabet(lambda text, chars: list(dict.fromkeys(text))),
            *with_alphabet(lambda text, chars: list(dict.fromkeys(text)), bos_too=False),
        ),
        Mistake(
            "these are places in the text; the id of a letter is its place in chars.",
            *known_only(lambda text, chars: framed(range(len(text)), len(chars))),
            *known_only(lambda text, chars: framed(map(text.index, text), len(chars))),
        ),
        Mistake(
            "the letters of chars are counted from the end here; the first one has the id 0.",
            *with_alphabet(lambda text, chars: chars[::-1]),
        ),
        Mistake(
            "the ids are sorted; keep the order of the text.",
            *shaped(lambda ids, bos: framed(sorted(ids), bos), [strict, keyed, skipped]),
            *shaped(lambda ids, bos: sorted(framed(ids, bos)), [strict, keyed, skipped]),
        ),
        Mistake(
            "a letter that comes again is lost; each letter has its id in the list.",
            *shaped(lambda ids, bos: framed(dict.fromkeys(ids), bos)),
            *shaped(lambda ids, bos: list(dict.fromkeys(framed(ids, bos)))),
            *shaped(
                lambda ids, bos: framed(
                    [n for i, n in enumerate(ids) if n not in ids[i - 1 : i]], bos
                )
            ),
        ),
        Mistake(
            "the ids are sorted, and a letter that comes again is lost; keep each letter of the text, in its place.",
            *shaped(lambda ids, bos: framed(sorted(set(ids)), bos), [strict, keyed, skipped]),
        ),
        Mistake(
            "the text is read from its end.",
            *of_text(lambda text: text[::-1]),
            *shaped(lambda ids, bos: framed(ids[::-1], bos)),
        ),
        Mistake(
            "the first letter is missing.",
            *of_text(lambda text: text[1:]),
            *shaped(lambda ids, bos: framed(ids[1:], bos)),
        ),
        Mistake(
            "the last letter is missing.",
            *of_text(lambda text: text[:-1]),
            *shaped(lambda ids, bos: framed(ids[:-1], bos)),
        ),
        Mistake(
            "only the first letter is there; each letter has its id in the list.",
            *of_text(lambda text: text[:1]),
            *shaped(lambda ids, bos: [bos, *ids[:1]], [strict, keyed, skipped]),
            *shaped(lambda ids, bos: framed(ids[:1], bos)),
            lambda text, chars: encode(text[:1], chars) if text else None,
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake(
            "only the last letter is there; each letter has its id in the list.",
            *of_text(lambda text: text[-1:]),
            *shaped(lambda ids, bos: [*ids[-1:], bos], [strict, keyed, skipped]),
            *shaped(lambda ids, bos: framed(ids[-1:], bos)),
            restarted,
        ),
        Mistake(
            "large letters are taken for small ones; only characters that are in chars have an id.",
            *of_text(str.lower),
            *of_text(str.casefold),
        ),
        Mistake(
            "small letters are taken for large ones; only characters that are in chars have an id.",
            *of_text(str.upper),
        ),
        Mistake(
            "spaces are left out; a space has an id where it is in chars, and raises a ValueError elsewhere.",
            *of_text(str.strip),
            *of_text(lambda text: text.replace(" ", "")),
            *of_text(lambda text: text.rstrip()),
            *of_text(lambda text: "".join(filter(str.isalpha, text))),
        ),
        Mistake(
            "the letters and the spaces are changed first; take the text as it is.",
            *of_text(lambda text: text.strip().lower()),
            *of_text(lambda text: text.lower().replace(" ", "")),
        ),
        Mistake(
            "an unknown character is left out; it should raise a ValueError.",
            *shaped(framed, [skipped]),
        ),
        Mistake(
            "an unknown character becomes BOS; it should raise a ValueError.",
            *shaped(framed, [given(lambda bos: bos)]),
        ),
        Mistake(
            "an unknown character becomes -1, as find does it; it should raise a ValueError.",
            *shaped(framed, [given(-1)]),
        ),
        Mistake(
            "an unknown character becomes None, as get does it; it should raise a ValueError.",
            *shaped(framed, [given(None)]),
        ),
        Mistake(
            "an unknown character gets an id; it should raise a ValueError.",
            *shaped(framed, [given(0), given(lambda count: count + 1), given("?")]),
            lambda text, chars: framed([bisect_left(chars, c) for c in text], len(chars)),
        ),
        Mistake(
            "it stops at an unknown character and returns what it has; it should raise a ValueError.",
            *shaped(framed, [stopped]),
            with_unknown(lambda text, chars: [len(chars), *stopped(text, chars)]),
            because={returns_in_loop: "write raise in the place of return."},
        ),
        Mistake(
            "for an unknown character it returns a value; it should raise a ValueError.",
            *[
                with_unknown(lambda text, chars, value=value: value)
                for value in (None, [], -1, False, "", "ValueError")
            ],
            with_unknown(lambda text, chars: [len(chars)] * 2),
        ),
        Mistake(
            "the error is returned; write raise in the place of return.",
            with_unknown(lambda text, chars: ValueError("no id")),
            with_unknown(lambda text, chars: KeyError("no id")),
        ),
        Mistake(
            "for no text it gives something else; BOS stands at both ends of it too.",
            *[
                lambda text, chars, nothing=nothing: encode(text, chars) if text else nothing(chars)
                for nothing in (
                    lambda chars: [],
                    lambda chars: None,
                    lambda chars: [len(chars)],
                )
            ],
        ),
        Mistake(
            "the ids of the letters are in a list of their own; put everything into one list.",
            *shaped(lambda ids, bos: [bos, ids, bos], [strict, keyed, skipped]),
            *shaped(lambda ids, bos: [[bos], ids, [bos]], [strict, keyed, skipped]),
        ),
        Mistake(
            "that is one text; return a list of numbers.",
            *[
                variant
                for between in (" ", "", ", ", ",")
                for variant in shaped(
                    lambda ids, bos, between=between: between.join(map(str, framed(ids, bos)))
                )
            ],
            *shaped(lambda ids, bos: str(framed(ids, bos))),
        ),
        Mistake(
            "the ids are texts; return numbers.",
            *shaped(lambda ids, bos: list(map(str, framed(ids, bos)))),
        ),
        Mistake(
            "each id comes with its letter; return the ids alone.",
            *known_only(lambda text, chars: [(c, chars.index(c)) for c in text if c in chars]),
            *known_only(lambda text, chars: [(chars.index(c), c) for c in text if c in chars]),
            *known_only(lambda text, chars: {c: chars.index(c) for c in text if c in chars}),
        ),
        Mistake(
            "these are vectors with a single 1; return the place of the 1 alone.",
            *shaped(
                lambda ids, bos: [
                    [int(n == id) for n in range(bos + 1)] for id in framed(ids, bos)
                ],
                [strict, keyed, skipped],
            ),
        ),
        Mistake(
            "this says how often each letter comes; return the id of each letter, in the order of the text.",
            *known_only(lambda text, chars: [text.count(char) for char in chars]),
        ),
        Mistake(
            "these are the ids of chars; walk through the text.",
            *known_only(lambda text, chars: framed(range(len(chars)), len(chars))),
        ),
    ],
)
