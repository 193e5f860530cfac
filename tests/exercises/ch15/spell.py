"""ex-15-2: spell(text, look_alikes)"""

import re
import unicodedata
from functools import reduce
from unicodedata import category, combining, normalize

from ..edits import edited, made

HEAD = "from unicodedata import combining, normalize\n\ndef spell(text, look_alikes):\n"


def written(body):
    return made(HEAD + body, "spell")


SOURCE = """
from unicodedata import combining, normalize

def spell(text, look_alikes):
    meant = dict(look_alikes)
    letters = normalize("NFKD", text).lower()
    kept = [c for c in letters if not combining(c)]
    return "".join(meant.get(c, c) for c in kept)
"""

LOOP = """
from unicodedata import combining, normalize

def spell(text, look_alikes):
    spelled = ""
    for c in normalize("NFKD", text).lower():
        if combining(c) == 0:
            spelled += c
    for typed, meant in look_alikes:
        spelled = spelled.replace(typed, meant)
    return spelled
"""


def changed(*pairs):
    """The answer with some of its text changed: old, new, old, new."""
    return edited(SOURCE, "spell", *zip(pairs[::2], pairs[1::2]))


def looped(*pairs):
    return edited(LOOP, "spell", *zip(pairs[::2], pairs[1::2]))


def translated(text, look_alikes):
    letters = normalize("NFKD", text).casefold()
    kept = "".join(c for c in letters if category(c) not in ("Mn", "Cf"))
    return kept.translate(str.maketrans(dict(look_alikes)))


def by_category(text, look_alikes):
    letters = unicodedata.normalize("NFKD", text.lower())
    table = {pair[0]: pair[1] for pair in look_alikes}
    return "".join(table.get(c, c) for c in letters if unicodedata.category(c) != "Mn")


def by_pattern(text, look_alikes):
    letters = re.sub("[\u0300-\u036f]", "", normalize("NFKD", text.lower()))
    return "".join(dict(look_alikes).get(c, c) for c in letters)


def by_filter(text, look_alikes):
    table = dict(look_alikes)
    kept = filter(lambda c: not combining(c), normalize("NFKD", text).lower())
    return "".join(map(lambda c: table.get(c, c), kept))


def step_by_step(text, look_alikes):
    text = normalize("NFKD", text)
    text = text.lower()
    for c in set(text):
        if combining(c):
            text = text.replace(c, "")
    for pair in look_alikes:
        text = text.replace(pair[0], pair[1])
    return text


def folded(text, look_alikes):
    start = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return reduce(lambda word, pair: word.replace(*pair), look_alikes, start)


def nested(text, look_alikes):
    def letter(c):
        for typed, meant in look_alikes:
            if c == typed:
                return meant
        return c

    return "".join(letter(c) for c in normalize("NFKD", text).lower() if not combining(c))


def listed(text, look_alikes):
    out = []
    for c in normalize("NFKD", text):
        if combining(c):
            continue
        c = c.lower()
        for pair in look_alikes:
            if c == pair[0]:
                out.append(pair[1])
                break
        else:
            out.append(c)
    return "".join(out)


def twice_lower(text, look_alikes):
    return changed()(text.lower(), look_alikes).lower()


def compat_decomposed_twice(text, look_alikes):
    once = normalize("NFKC", text)
    return changed()(once, look_alikes)


class Speller:
    def __call__(self, text, look_alikes):
        return translated(text, look_alikes)


def indexed(text, look_alikes):
    typed = [pair[0] for pair in look_alikes]
    kept = [c for c in normalize("NFKD", text).lower() if combining(c) < 1]
    return "".join(look_alikes[typed.index(c)][1] if c in typed else c for c in kept)


RIGHT = [
    changed(),
    looped(),
    translated,
    by_category,
    by_pattern,
    by_filter,
    step_by_step,
    folded,
    nested,
    listed,
    twice_lower,
    compat_decomposed_twice,
    Speller(),
    indexed,
    lambda text, look_alikes: translated(text, list(look_alikes)),
    looped(" == 0", " < 1"),
]


def in_place(text, look_alikes):
    letters = translated(text, look_alikes)
    look_alikes.clear()
    return letters


seen = {}


def keeps(text, look_alikes):
    seen.update(look_alikes)
    return translated(text, list(map("".join, seen.items())))


LETTERS, IF, JOIN = 'normalize("NFKD", text).lower()', " if not combining(c)", '"".join('

WRONG = [
    (changed(".lower()", ""), "not made lower case"),
    (looped(".lower()", ""), "not made lower case"),
    (changed(IF, ""), "the accents stay"),
    (looped("if combining(c) == 0:", "if True:"), "the accents stay"),
    (changed('normalize("NFKD", text)', "text"), "normalize is missing"),
    (changed('normalize("NFKD", text)', "text", IF, ""), "normalize is missing"),
    (changed("NFKD", "NFKC"), "NFC and NFKC put"),
    (changed("NFKD", "NFD"), "NFD parts the accents alone"),
    (changed("NFKD", "NFC"), "NFC and NFKC put"),
    (changed(LETTERS, 'text.lower().encode("ascii", "ignore").decode()'), "is lost as a whole"),
    (
        changed(LETTERS, 'normalize("NFKD", text).lower().encode("ascii", "ignore").decode()'),
        "lost before it is looked up",
    ),
    (changed(IF, " if c.isalpha()"), "what is no letter is lost"),
    (changed(IF, " if combining(c)"), "only the accents are kept"),
    (looped("== 0", "!= 0"), "only the accents are kept"),
    (changed("meant.get(c, c)", "c"), "the look-alikes are missing"),
    (
        looped("spelled = spelled.replace(typed, meant)", "spelled.replace(typed, meant)"),
        "the look-alikes are missing",
    ),
    (looped("replace(typed, meant)", "replace(meant, typed)"), "the wrong way round"),
    (changed("dict(look_alikes)", "{b: a for a, b in look_alikes}"), "the wrong way round"),
    (looped("    return spelled", "        return spelled"), None),
    (changed("dict(look_alikes)", "dict(look_alikes[:1])"), "only the first pair"),
    (changed("dict(look_alikes)", "dict(look_alikes[-1:])"), "only the last pair counts"),
    (
        looped(
            "spelled = spelled.replace",
            "out = spelled.replace",
            "return spelled",
            "return out if look_alikes else spelled",
        ),
        "only the last pair counts",
    ),
    (looped("(typed, meant)", "(typed, meant, 1)"), "replaced only once"),
    (looped("(typed, meant)", '(typed, "")'), "the signs are left out"),
    (changed(IF, " if not combining(c) and c in meant"), "only what is in the list is kept"),
    (changed("meant.get(c, c)", 'meant.get(c, "")'), "only what is in the list is kept"),
    (changed("meant.get(c, c)", "meant[c]"), "write d.get(c, c)"),
    (changed("meant.get(c, c)", "meant.get(c)"), None),
    (
        written(
            "    text = normalize('NFKD', text)\n    for a, b in look_alikes:\n        text = text.replace(a, b)\n"
            "    return ''.join(c for c in text.lower() if not combining(c))"
        ),
        "capitals of other alphabets stay",
    ),
    (
        written(
            "    text = text.lower()\n    for a, b in look_alikes:\n        text = text.replace(a, b)\n"
            "    return ''.join(c for c in normalize('NFKD', text) if not combining(c))"
        ),
        "a 3 of another width stays",
    ),
    (
        written(
            "    text = ''.join(c for c in text if not combining(c))\n    text = normalize('NFKD', text).lower()\n"
            "    for a, b in look_alikes:\n        text = text.replace(a, b)\n    return text"
        ),
        "before normalize has parted them",
    ),
    (changed(JOIN, "list("), "a list of its letters"),
    (changed(JOIN, '" ".join('), "something between the letters"),
    (changed(JOIN, '", ".join('), "something between the letters"),
    (changed("for c in kept)", "for c in sorted(kept))"), None),
    (changed("for c in kept)", "for c in kept).encode()"), "as bytes"),
    (written("    return text"), "the text is returned as it came"),
    (
        changed("return ", "letters = ", "for c in kept)", "for c in kept)\n    return text"),
        "the text is returned as it came",
    ),
    (
        changed("return ", "print(", "for c in kept)", "for c in kept))"),
        "it prints, and hands nothing back",
    ),
    (changed("return ", "letters = "), "no return in it has a value"),
    (changed('normalize("NFKD", text)', "normalize(text)"), None),
    (changed("for c in kept)", "for c in kept).upper()"), None),
    (in_place, "changed its input"),
    (keeps, None),
    (lambda look_alikes, text: translated(text, look_alikes), "in the order of"),
    (lambda text: text, "does not start"),
    ("pear", "not a function"),
    (str.lower, None),
]
