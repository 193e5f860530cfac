"""Exercise 15.2: a text as the bot spells it."""

from unicodedata import combining, normalize

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop

LOOK_ALIKES = "0o 1l 3e 4a 5s 7t @a $s αa ρp іi сc".split()


def parted(text, look_alikes):
    return normalize("NFKD", text)


def accents_only(text, look_alikes):
    return normalize("NFD", text)


def lower(text, look_alikes):
    return text.lower()


def without_accents(text, look_alikes):
    return "".join(c for c in text if not combining(c))


def meant(text, look_alikes):
    return text.translate({ord(pair[0]): pair[1] for pair in look_alikes})


def turned(text, look_alikes):
    """The pairs read the wrong way round."""
    return text.translate({ord(pair[1]): pair[0] for pair in look_alikes})


def turned_in_turn(text, look_alikes):
    for typed, letter in look_alikes:
        text = text.replace(letter, typed)
    return text


def composed(text, look_alikes):
    return normalize("NFKC", text)


def composed_only(text, look_alikes):
    return normalize("NFC", text)


def in_turn(*steps):
    """A spell that does these steps in this order."""

    def spell(text, look_alikes):
        for step in steps:
            text = step(text, look_alikes)
        return text

    return spell


STEPS = parted, lower, without_accents, meant
spell = in_turn(*STEPS)


def without(*left_out):
    return in_turn(*[step for step in STEPS if step not in left_out])


def then(change):
    """Everything right, and a step more."""
    return in_turn(*STEPS, lambda text, look_alikes: change(text))


def ascii_only(text, look_alikes):
    return text.encode("ascii", "ignore").decode()


def letters_only(text, look_alikes):
    return "".join(c for c in text if c.isalpha())


def in_list_only(text, look_alikes):
    """Only what stands in the list is kept."""
    pairs = dict(look_alikes)
    return "".join(pairs[c] for c in text if c in pairs)


def dropped(text, look_alikes):
    """The signs are left out, and no letter comes in their place."""
    return "".join(c for c in text if c not in dict(look_alikes))


def with_few(choose):
    """Only some of the pairs are looked up."""
    return in_turn(*STEPS[:3], lambda text, look_alikes: meant(text, choose(list(look_alikes))))


def once(text, look_alikes):
    """Each sign is replaced where it comes first, and there alone."""
    for typed, letter in look_alikes:
        text = text.replace(typed, letter, 1)
    return text


def text_and_pairs(rng):
    """A word in some disguise, and a part of the list."""
    pairs = rng.sample(LOOK_ALIKES, rng.randint(3, 9))
    word = rng.choice(["apricot", "peter", "salome", "olive", "tessa", "lilly"])
    signs = {letter: typed for typed, letter in rng.sample(LOOK_ALIKES, len(LOOK_ALIKES))}
    accents = dict(zip("aeiou", "áèïõü"))
    letters = [rng.choice([c, c.upper(), signs.get(c, c), accents.get(c, c)]) for c in word]
    return "".join(letters) + rng.choice(["", "#", "-", "é"]), pairs


FEW = ["3e", "0o", "1l"]
ORDER = "part the accents and lower the letters first, and look the signs up at the end"

SPELL = Function(
    "ex-15-2",
    "spell(text, look_alikes)",
    start='part the accents first: letters = normalize("NFKD", text).lower().',
    right=spell,
    more=text_and_pairs,
    drawn="texts and pairs",
    cases=[
        Case("capitals, an accent and a sign", ("P3ÁR", FEW), "pear"),
        Case("a name stays a name", ("p3ter", FEW), "peter"),
        Case("capital letters", ("EMMA", FEW), "emma"),
        Case("accents", ("zoë-renée", FEW), "zoe-renee"),
        Case("an accent that is typed after its letter", ("pe\u0301ar", FEW), "pear"),
        Case("each sign as often as it comes", ("0l1v3r0", FEW), "ollvero"),
        Case("a sign that is not in the list stays", ("em#7a", FEW), "em#7a"),
        Case("another list", ("8o83", ["8b"]), "bob3"),
        Case(
            "letters of other alphabets",
            ("αρrісо7", ["αa", "ρp", "іi", "сc", "оo", "7t"]),
            "apricot",
        ),
        Case("capitals of other alphabets", ("ΑΡRIL", ["αa", "ρp"]), "april"),
        Case(
            "letters of another width, full-width P, 3, a, r (U+FF30, U+FF13, U+FF41, U+FF52)",
            ("\uff30\uff13\uff41\uff52", FEW),
            "pear",
        ),
        Case("one character for two letters, fi as one (U+FB01), then g", ("\ufb01g", FEW), "fig"),
        Case("no pairs", ("P3ÁR", []), "p3ar"),
        Case("no letters to change", ("emma", FEW), "emma"),
        Case("an empty text", ("", FEW), ""),
    ],
    mistakes=[
        Mistake(
            "the letters are not made lower case.",
            without(lower),
            without(lower, meant),
        ),
        Mistake(
            "the accents stay; leave out every character c for which combining(c) is not 0.",
            without(without_accents),
        ),
        Mistake(
            "normalize is missing: a letter with its accent is one character, and stays one.",
            without(parted),
            without(parted, without_accents),
        ),
        Mistake(
            "NFC and NFKC put accents and letters together; NFKD parts them.",
            in_turn(composed, lower, without_accents, meant),
            in_turn(composed_only, lower, without_accents, meant),
            in_turn(lower, composed, without_accents, meant),
        ),
        Mistake(
            "NFD parts the accents alone; NFKD also takes letters of another width, and one character for two letters.",
            in_turn(accents_only, lower, without_accents, meant),
            in_turn(lower, accents_only, without_accents, meant),
        ),
        Mistake(
            "a letter with an accent is lost as a whole; part the two first, with normalize.",
            in_turn(
                lower,
                lambda text, pairs: "".join(
                    c for c in text if not combining(normalize("NFD", c)[-1])
                ),
                meant,
            ),
            in_turn(ascii_only, lower, meant),
            in_turn(lower, meant, ascii_only),
            in_turn(lower, ascii_only, meant),
        ),
        Mistake(
            "what is no letter of English is lost before it is looked up; leave out the accents alone.",
            in_turn(parted, ascii_only, lower, meant),
            in_turn(parted, lower, ascii_only, meant),
        ),
        Mistake(
            "what is no letter is lost; a character that is not in the list stays.",
            in_turn(parted, lower, without_accents, letters_only, meant),
            in_turn(parted, lower, without_accents, meant, letters_only),
            in_turn(parted, lower, meant, letters_only),
        ),
        Mistake(
            "only the accents are kept; the condition is turned round.",
            in_turn(
                parted, lower, lambda text, pairs: "".join(c for c in text if combining(c)), meant
            ),
        ),
        Mistake(
            "the look-alikes are missing: put the letter that is meant in the place of each sign.",
            without(meant),
        ),
        Mistake(
            "the pairs are read the wrong way round: in 3e, the 3 is typed, and the e is meant.",
            in_turn(parted, lower, without_accents, turned),
            in_turn(parted, lower, without_accents, turned_in_turn),
        ),
        Mistake(
            "only the first pair is looked up.",
            with_few(lambda pairs: pairs[:1]),
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake(
            "only the last pair counts: each round has to go on with the text of the round before.",
            with_few(lambda pairs: pairs[-1:]),
        ),
        Mistake(
            "each sign is replaced only once; replace it wherever it stands.",
            in_turn(parted, lower, without_accents, once),
        ),
        Mistake(
            "the signs are left out; the letter that is meant comes in their place.",
            in_turn(parted, lower, without_accents, dropped),
        ),
        Mistake(
            "only what is in the list is kept; d.get(c, c) gives c itself where it is not in it.",
            in_turn(parted, lower, without_accents, in_list_only),
        ),
        Mistake(
            "the signs are looked up before the letters are lower case, so that capitals of other alphabets stay; "
            f"{ORDER}.",
            in_turn(parted, meant, lower, without_accents),
            in_turn(parted, without_accents, meant, lower),
            in_turn(parted, meant, without_accents, lower),
        ),
        Mistake(
            f"the signs are looked up first, so that a 3 of another width stays; {ORDER}.",
            in_turn(meant, parted, lower, without_accents),
            in_turn(lower, meant, parted, without_accents),
            in_turn(meant, lower, parted, without_accents),
        ),
        Mistake(
            "the accents are left out before normalize has parted them.",
            in_turn(without_accents, parted, lower, meant),
            in_turn(lower, without_accents, parted, meant),
        ),
        Mistake(
            'a list of its letters is returned; put them together with "".join.',
            then(list),
        ),
        Mistake(
            'there is something between the letters; join them with "".',
            *[then(between.join) for between in (" ", ", ", ",", "\n")],
        ),
        Mistake(
            "the letters are sorted or come once each; keep them as they are.",
            then(lambda text: "".join(sorted(text))),
            then(lambda text: "".join(dict.fromkeys(text))),
        ),
        Mistake("the text is returned as bytes; leave encode out.", then(str.encode)),
        Mistake(
            "the text is returned as it came; join makes a new one, which has to be returned.",
            lambda text, look_alikes: text,
        ),
        Mistake(
            "a character that is not in the dict ends it: write d.get(c, c), and not d[c].",
            raises="KeyError|^'.'$",
        ),
    ],
)
