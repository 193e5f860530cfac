"""ex-06-1: encode(text, chars)"""

import functools
import itertools
import operator
from bisect import bisect_left
from functools import partial, reduce
from string import ascii_lowercase

import numpy


def encode(text, chars):
    bos = len(chars)
    return [bos] + [chars.index(char) for char in text] + [bos]


def loop(text, chars):
    ids = [len(chars)]
    for char in text:
        if char not in chars:
            raise ValueError(f"{char} has no id")
        ids.append(chars.index(char))
    ids.append(len(chars))
    return ids


def dictionary(text, chars):
    ids = {char: id for id, char in enumerate(chars)}
    tokens = [len(ids)]
    for char in text:
        try:
            tokens.append(ids[char])
        except KeyError:
            raise ValueError(char) from None
    return tokens + tokens[:1]


def checks_first(text, chars):
    unknown = [char for char in text if char not in chars]
    if unknown:
        raise ValueError("no id for " + ", ".join(unknown))
    return [len(chars), *map(chars.index, text), len(chars)]


def with_get(text, chars):
    ids = dict(zip(chars, range(len(chars))))
    result = []
    for char in text:
        id = ids.get(char)
        if id is None:
            raise ValueError("not in the vocabulary: " + repr(char))
        result += [id]
    result.insert(0, len(chars))
    result.append(len(chars))
    return result


def nested_loops(text, chars):
    ids = []
    for char in text:
        found = False
        for place in range(len(chars)):
            if chars[place] == char:
                ids.append(place)
                found = True
        if not found:
            raise ValueError
    return [len(chars)] + ids + [len(chars)]


def for_else(text, chars):
    ids = [len(chars)]
    for char in text:
        for place, other in enumerate(chars):
            if char == other:
                ids.append(place)
                break
        else:
            raise ValueError(char)
    return [*ids, len(chars)]


def recursion(text, chars):
    def rest(text):
        if not text:
            return [len(chars)]
        return [chars.index(text[0])] + rest(text[1:])

    return [len(chars)] + rest(text)


def while_loop(text, chars):
    ids, place = [], 0
    while place < len(text):
        ids.append(chars.index(text[place]))
        place += 1
    return [len(chars)] + ids + [len(chars)]


def with_find(text, chars):
    letters = "".join(chars)
    ids = [letters.find(char) for char in text]
    if -1 in ids:
        raise ValueError(text)
    return [len(letters), *ids, len(letters)]


def text_index(text, chars):
    letters = "".join(chars)
    return [len(chars)] + [letters.index(char) for char in text] + [len(chars)]


def search_in_halves(text, chars):
    ids = []
    for char in text:
        place = bisect_left(chars, char)
        if place == len(chars) or chars[place] != char:
            raise ValueError(f"{char!r} has no id")
        ids.append(place)
    return [len(chars)] + ids + [len(chars)]


def own_error(text, chars):
    class Unknown(ValueError):
        pass

    if not set(text) <= set(chars):
        raise Unknown(text)
    return [len(chars)] + [chars.index(char) for char in text] + [len(chars)]


def token_names(text, chars):
    tokens = [*chars, "<BOS>"]
    ids = {token: id for id, token in enumerate(tokens)}
    for char in text:
        if char not in ids:
            raise ValueError(char)
    return [ids[token] for token in ["<BOS>", *text, "<BOS>"]]


def array(text, chars):
    return numpy.array([len(chars), *(chars.index(char) for char in text), len(chars)])


def generator(text, chars):
    def ids():
        yield len(chars)
        for char in text:
            yield chars.index(char)
        yield len(chars)

    return list(ids())


class Tokenizer:
    def __init__(self, chars):
        self.chars, self.bos = chars, len(chars)

    def encode(self, text):
        return [self.bos] + [self.chars.index(char) for char in text] + [self.bos]


# Wrong


def returns_in_the_loop(text, chars):
    ids = [len(chars)]
    for char in text:
        ids.append(chars.index(char))
        return ids + [len(chars)]


def starts_again(text, chars):
    for char in text:
        ids = []
        ids.append(chars.index(char))
    return [len(chars)] + ids + [len(chars)]


def no_bos_keyed(text, chars):
    ids = {char: id for id, char in enumerate(chars)}
    return [ids[char] for char in text]


def keyed(text, chars):
    ids = {char: id for id, char in enumerate(chars)}
    return [len(chars)] + [ids[char] for char in text] + [len(chars)]


def skips(text, chars):
    ids = [len(chars)]
    for char in text:
        if char in chars:
            ids.append(chars.index(char))
    return ids + [len(chars)]


def prints_and_skips(text, chars):
    ids = [len(chars)]
    for char in text:
        if char in chars:
            ids.append(chars.index(char))
        else:
            print("unknown character", char)
    return ids + [len(chars)]


def passes_over_errors(text, chars):
    ids = [len(chars)]
    for char in text:
        try:
            ids.append(chars.index(char))
        except ValueError:
            pass
    return ids + [len(chars)]


def returns_none(text, chars):
    ids = [len(chars)]
    for char in text:
        if char not in chars:
            return None
        ids.append(chars.index(char))
    return ids + [len(chars)]


def returns_the_error(text, chars):
    for char in text:
        if char not in chars:
            return ValueError(f"{char} has no id")
    return encode(text, chars)


def prints_the_error(text, chars):
    for char in text:
        if char not in chars:
            print("ValueError")
            return
    return encode(text, chars)


def stops(text, chars):
    ids = [len(chars)]
    for char in text:
        if char not in chars:
            break
        ids.append(chars.index(char))
    return ids + [len(chars)]


def raises(error):
    def encode_or_raise(text, chars):
        for char in text:
            if char not in chars:
                raise error(f"{char} has no id")
        return encode(text, chars)

    return encode_or_raise


def index_error(text, chars):
    ids = []
    for char in text:
        place = 0
        while chars[place] != char:
            place += 1
        ids.append(place)
    return [len(chars), *ids, len(chars)]


def asserts(text, chars):
    assert all(char in chars for char in text)
    return encode(text, chars)


def misspelt(text, chars):
    for char in text:
        if char not in chars:
            raise ValuError(char)
    return encode(text, chars)


def appends_bos_to_chars(text, chars):
    chars.append("<BOS>")
    bos = chars.index("<BOS>")
    return [bos] + [chars.index(char) for char in text] + [bos]


def inserts_bos_into_chars(text, chars):
    chars.insert(0, "<BOS>")
    return [0] + [chars.index(char) for char in text] + [0]


def keeps(text, chars, ids=[]):
    ids.append(len(chars))
    for char in text:
        ids.append(chars.index(char))
    ids.append(len(chars))
    return ids


known = {}


def first_vocabulary(text, chars):
    for char in chars:
        known.setdefault(char, len(known))
    return [len(chars)] + [known[char] for char in text] + [len(chars)]


def forgets_return(text, chars):
    ids = [len(chars)]
    for char in text:
        ids.append(chars.index(char))
    ids.append(len(chars))


def returns_append(text, chars):
    ids = [len(chars)]
    for char in text:
        ids.append(chars.index(char))
    return ids.append(len(chars))


def adds_a_number(text, chars):
    return len(chars) + [chars.index(char) for char in text] + len(chars)


def never_ends(text, chars):
    ids, place = [len(chars)], 0
    while place < len(text):
        ids.append(chars.index(text[place]))
    return ids + [len(chars)]


def lower_then_skip(text, chars):
    ids = [chars.index(char) for char in text.lower() if char in chars]
    return [len(chars)] + ids + [len(chars)]


def no_repeats(text, chars):
    ids = []
    for char in text:
        if chars.index(char) not in ids:
            ids.append(chars.index(char))
    return [len(chars)] + ids + [len(chars)]


def walks_through_chars(text, chars):
    ids = [len(chars)]
    for id, char in enumerate(chars):
        if char in text:
            ids.append(id)
    return ids + [len(chars)]


def only_if_text(text, chars):
    if not text:
        return []
    return encode(text, chars)


def refuses_no_text(text, chars):
    if not text or any(char not in chars for char in text):
        raise ValueError("no id")
    return encode(text, chars)


def looks_at_the_first(text, chars):
    if text and text[0] not in chars:
        raise ValueError(text[0])
    return [len(chars)] + [chars.index(char) for char in text if char in chars] + [len(chars)]


def bos_only_at_first(text, chars):
    bos = len(chars)
    ids = [bos]
    for char in text:
        ids = [bos, chars.index(char)]
    return ids + [bos]


def letters_only(text, chars):
    for char in text:
        if not char.isalpha():
            raise ValueError(char)
    return encode(text, chars)


RIGHT = [
    encode,
    loop,
    dictionary,
    checks_first,
    with_get,
    nested_loops,
    for_else,
    recursion,
    while_loop,
    with_find,
    text_index,
    search_in_halves,
    own_error,
    token_names,
    array,
    generator,
    partial(encode),
    lambda text, chars: Tokenizer(chars).encode(text),
    lambda text, chars: (len(chars), *(chars.index(char) for char in text), len(chars)),
    lambda text, chars: (
        [len(chars), *map(operator.indexOf, itertools.repeat(chars), text)] + [len(chars)]
    ),
    lambda text, chars: (
        reduce(lambda ids, c: ids + [chars.index(c)], text, [len(chars)]) + [len(chars)]
    ),
    lambda text, chars: [(chars + [None]).index(token) for token in [None, *text, None]],
]

WRONG = [
    (lambda text, chars: [chars.index(char) for char in text], "BOS is missing at both ends"),
    (no_bos_keyed, "BOS is missing at both ends"),
    (lambda text, chars: list(map(chars.index, text)), "BOS is missing at both ends"),
    (lambda text, chars: [*map(chars.index, text), len(chars)], "BOS is missing in front"),
    (lambda text, chars: [len(chars)] + [*map(chars.index, text)], "BOS is missing at the end"),
    (
        lambda text, chars: [len(chars)] + [n for c in text for n in (chars.index(c), len(chars))],
        "BOS stands after every letter",
    ),
    (
        lambda text, chars: [0] + [chars.index(char) + 1 for char in text] + [0],
        "BOS has the id 0 here, and the letters start at 1",
    ),
    (inserts_bos_into_chars, "BOS has the id 0 here, and the letters start at 1"),
    (lambda text, chars: [0, *map(chars.index, text), 0], "the id of the first letter"),
    (
        lambda text, chars: [len(chars) - 1, *map(chars.index, text), len(chars) - 1],
        "the id of the last letter",
    ),
    (
        lambda text, chars: [chars.index(char) for char in chars[-1] + text + chars[-1]],
        "the id of the last letter",
    ),
    (
        lambda text, chars: [len(chars) + 1, *map(chars.index, text), len(chars) + 1],
        "BOS is one too large",
    ),
    (
        lambda text, chars: [len(chars), *(chars.index(c) + 1 for c in text), len(chars)],
        "the ids are counted from 1",
    ),
    (lambda text, chars: [n + 1 for n in encode(text, chars)], "the ids are counted from 1"),
    (lambda text, chars: [26, *map(chars.index, text), 26], "BOS has a fixed number"),
    (lambda text, chars: [27, *map(chars.index, text), 27], "BOS has a fixed number"),
    (lambda text, chars: [-1, *map(chars.index, text), -1], "BOS is -1 here"),
    (lambda text, chars: [len(text), *map(chars.index, text), len(text)], "depends on the text"),
    (lambda text, chars: ["BOS", *map(chars.index, text), "BOS"], "BOS stands there as a text"),
    (lambda text, chars: ["<BOS>", *map(chars.index, text), "<BOS>"], "stands there as a text"),
    (lambda text, chars: ["<s>", *map(chars.index, text), "</s>"], "item [0] is the text '<s>'"),
    (lambda text, chars: [None, *map(chars.index, text), None], "item [0] is None, not a number"),
    (lambda text, chars: list(text), "these are the letters"),
    (lambda text, chars: [len(chars), *text, len(chars)], "these are the letters"),
    (lambda text, chars: "." + text + ".", "the answer is a list"),
    (
        lambda text, chars: [len(chars), *(ord(c) - 97 for c in text), len(chars)],
        "by their code, or from a fixed letter",
    ),
    (
        lambda text, chars: [26] + [ord(c) - ord("a") for c in text] + [26],
        "by their code, or from a fixed letter",
    ),
    (
        lambda text, chars: [len(chars), *map(ord, text), len(chars)],
        "by their code, or from a fixed letter",
    ),
    (
        lambda text, chars: [26, *map(ascii_lowercase.index, text), 26],
        "your letters are a fixed list",
    ),
    (
        lambda text, chars: [len(chars), *map(ascii_lowercase.index, text), len(chars)],
        "your letters are a fixed list",
    ),
    (lambda text, chars: encode(text, sorted(set(text))), "the letters of the text itself"),
    (
        lambda text, chars: [len(chars), *map(sorted(set(text)).index, text), len(chars)],
        "the letters of the text itself",
    ),
    (lambda text, chars: encode(text, [*dict.fromkeys(text)]), "the letters of the text itself"),
    (
        lambda text, chars: [len(chars), *range(len(text)), len(chars)],
        "these are places in the text",
    ),
    (
        lambda text, chars: [len(chars), *(text.index(c) for c in text), len(chars)],
        "these are places in the text",
    ),
    (lambda text, chars: encode(text, chars[::-1]), "counted from the end here"),
    (
        lambda text, chars: [len(chars), *sorted(map(chars.index, text)), len(chars)],
        "the ids are sorted",
    ),
    (lambda text, chars: sorted(encode(text, chars)), "the ids are sorted"),
    (no_repeats, "a letter that comes again is lost"),
    (
        lambda text, chars: [len(chars), *{chars.index(c): 0 for c in text}, len(chars)],
        "a letter that comes again is lost",
    ),
    (
        lambda text, chars: [len(chars), *sorted({chars.index(c) for c in text}), len(chars)],
        "the ids are sorted, and a letter that comes again is lost",
    ),
    (walks_through_chars, "the ids are sorted, and a letter that comes again is lost"),
    (lambda text, chars: set(encode(text, chars)), "a set, which has no order"),
    (lambda text, chars: encode(text[::-1], chars), "read from its end"),
    (lambda text, chars: encode(text[1:], chars), "the first letter is missing"),
    (lambda text, chars: encode(text[:-1], chars), "the last letter is missing"),
    (returns_in_the_loop, "return after the loop"),
    (bos_only_at_first, "only the last letter is there"),
    (starts_again, "only the last letter is there"),
    (lambda text, chars: encode(text.lower(), chars), "large letters are taken for small ones"),
    (lambda text, chars: encode(text.upper(), chars), "small letters are taken for large ones"),
    (lambda text, chars: encode(text.strip(), chars), "spaces are left out"),
    (lambda text, chars: encode(text.replace(" ", ""), chars), "spaces are left out"),
    (lambda text, chars: encode(text.strip().lower(), chars), "changed first"),
    (lower_then_skip, "large letters are taken for small ones"),
    (
        lambda text, chars: [len(chars), *map(chars.index, filter(str.isalpha, text)), len(chars)],
        "spaces are left out",
    ),
    (skips, "an unknown character is left out"),
    (prints_and_skips, "an unknown character is left out"),
    (passes_over_errors, "an unknown character is left out"),
    (
        lambda text, chars: [len(chars), *map("".join(chars).find, text), len(chars)],
        "an unknown character becomes -1",
    ),
    (
        lambda text, chars: (
            [len(chars)]
            + [chars.index(c) if c in chars else len(chars) for c in text]
            + [len(chars)]
        ),
        "an unknown character becomes BOS",
    ),
    (
        lambda text, chars: (
            [len(chars)] + [{c: i for i, c in enumerate(chars)}.get(c) for c in text] + [len(chars)]
        ),
        "an unknown character becomes None",
    ),
    (
        lambda text, chars: (
            [len(chars)] + [chars.index(c) if c in chars else 0 for c in text] + [len(chars)]
        ),
        "an unknown character gets an id",
    ),
    (
        lambda text, chars: [len(chars), *(bisect_left(chars, c) for c in text), len(chars)],
        "an unknown character gets an id",
    ),
    (stops, "it stops at an unknown character"),
    (returns_none, "for an unknown character it returns a value"),
    (prints_the_error, "for an unknown character it returns a value"),
    (returns_the_error, "write raise in the place of return"),
    (keyed, "(KeyError: 'y'): a ValueError is asked for here"),
    (raises(KeyError), "a ValueError is asked for here"),
    (raises(IndexError), "a ValueError is asked for here"),
    (raises(TypeError), "a ValueError is asked for here"),
    (raises(Exception), "a ValueError is asked for here"),
    (index_error, "(IndexError: list index out of range): a ValueError is asked for here"),
    (asserts, "a ValueError is asked for here"),
    (misspelt, "(NameError: name 'ValuError' is not defined"),
    (looks_at_the_first, "it should raise a ValueError"),
    (letters_only, None),
    (only_if_text, "for no text it gives something else"),
    (refuses_no_text, None),
    (appends_bos_to_chars, "changed its input chars"),
    (keeps, "kept between calls"),
    (first_vocabulary, None),
    (
        lambda text, chars: [len(chars), [*map(chars.index, text)], len(chars)],
        "in a list of their own",
    ),
    (lambda text, chars: [[n] for n in encode(text, chars)], "a list of its own"),
    (lambda text, chars: [encode(text, chars)], "one list too many"),
    (lambda text, chars: " ".join(map(str, encode(text, chars))), "that is one text"),
    (lambda text, chars: str(encode(text, chars)), "that is one text"),
    (lambda text, chars: [str(n) for n in encode(text, chars)], "the ids are texts"),
    (lambda text, chars: (n for n in encode(text, chars)), "collect them with list"),
    (lambda text, chars: map(int, encode(text, chars)), "collect them with list"),
    (lambda text, chars: [(c, chars.index(c)) for c in text], "each id comes with its letter"),
    (lambda text, chars: {c: chars.index(c) for c in text}, "each id comes with its letter"),
    (
        lambda text, chars: [
            [int(n == i) for n in range(len(chars) + 1)] for i in encode(text, chars)
        ],
        "vectors with a single 1",
    ),
    (lambda text, chars: [text.count(char) for char in chars], "how often each letter comes"),
    (
        lambda text, chars: [len(chars), *range(len(chars)), len(chars)],
        "these are the ids of chars",
    ),
    (lambda text, chars: chars, "that is chars, as it came in"),
    (lambda text, chars: text, "that is text, as it came in"),
    (lambda text, chars: len(encode(text, chars)), "how many items there are"),
    (lambda text, chars: [3, 1, 2, 2, 0, 3], "whatever comes in"),
    (lambda text, chars: print(encode(text, chars)), "print shows a value"),
    (forgets_return, "no return in it has a value"),
    (returns_append, "append changes its list"),
    (adds_a_number, "unsupported operand type"),
    (never_ends, "did not come back"),
    (lambda chars, text: encode(text, chars), "the values arrive in the order of"),
    (lambda text: encode(text, list(ascii_lowercase)), "does not start"),
    (["e", "m"], "not a function"),
    (functools.partial, "this is a class"),
]
