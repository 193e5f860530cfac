"""ex-11-2: merge(tokens, pair)"""

from functools import partial, reduce
from itertools import groupby

from microgpt import bpe

from ..edits import edited, made


def merge(tokens, pair):
    merged, i = [], 0
    while i < len(tokens):
        if tuple(tokens[i : i + 2]) == tuple(pair):
            merged.append(tokens[i] + tokens[i + 1])
            i += 2
        else:
            merged.append(tokens[i])
            i += 1
    return merged


def fresh(tokens, pair):
    merged, was_merged = [], False
    for token in tokens:
        if merged and not was_merged and [merged[-1], token] == list(pair):
            merged[-1] += token
            was_merged = True
        else:
            merged.append(token)
            was_merged = False
    return merged


def one_by_one(tokens, pair):
    first, second = pair
    new = []
    skip = False
    for i in range(len(tokens)):
        if skip:
            skip = False
        elif i + 1 < len(tokens) and tokens[i] == first and tokens[i + 1] == second:
            new.append(first + second)
            skip = True
        else:
            new.append(tokens[i])
    return new


def last_looked_at(tokens, pair):
    """No token is empty, so that a merged one is never the first of the pair."""
    merged = []
    for token in tokens:
        if merged and merged[-1] == pair[0] and token == pair[1]:
            merged[-1] = merged[-1] + token
        else:
            merged.append(token)
    return merged


def until_the_last(tokens, pair):
    merged, i = [], 0
    while i < len(tokens) - 1:
        if (tokens[i], tokens[i + 1]) == pair:
            merged.append("".join(pair))
            i += 2
        else:
            merged.append(tokens[i])
            i += 1
    if i == len(tokens) - 1:
        merged.append(tokens[i])
    return merged


def deletes_in_a_copy(tokens, pair):
    tokens = tokens.copy()
    i = 0
    while i < len(tokens) - 1:
        if tokens[i] == pair[0] and tokens[i + 1] == pair[1]:
            tokens[i] += tokens[i + 1]
            del tokens[i + 1]
        i += 1
    return tokens


def slices(tokens, pair):
    result = list(tokens)
    for i in range(len(result)):
        if result[i : i + 2] == list(pair):
            result[i : i + 2] = ["".join(pair)]
    return result


def recursive(tokens, pair):
    if len(tokens) < 2:
        return list(tokens)
    if (tokens[0], tokens[1]) == tuple(pair):
        return [pair[0] + pair[1], *recursive(tokens[2:], pair)]
    return tokens[:1] + recursive(tokens[1:], pair)


def a_stack(tokens, pair):
    left, merged = list(reversed(tokens)), []
    while left:
        token = left.pop()
        if token == pair[0] and left and left[-1] == pair[1]:
            token += left.pop()
        merged.append(token)
    return merged


def an_iterator(tokens, pair):
    it, merged = iter(tokens), []
    token = next(it, None)
    while token is not None:
        after = next(it, None)
        if (token, after) == tuple(pair):
            merged.append(f"{token}{after}")
            token = next(it, None)
        else:
            merged.append(token)
            token = after
    return merged


def pieces(tokens, pair):
    def out():
        i = 0
        while i < len(tokens):
            step = 2 if tokens[i : i + 2] == [*pair] else 1
            yield "".join(tokens[i : i + step])
            i += step

    return list(out())


def folded(tokens, pair):
    def add(merged, token):
        if merged and (merged[-1], token) == tuple(pair):
            return [*merged[:-1], merged[-1] + token]
        return [*merged, token]

    return reduce(add, tokens, [])


def runs(tokens, pair):
    """Equal neighbours one way, unlike ones another."""
    if pair[0] != pair[1]:
        return one_by_one(tokens, pair)
    merged = []
    for token, group in groupby(tokens):
        many = len(list(group))
        if token == pair[0]:
            merged += [token * 2] * (many // 2) + [token] * (many % 2)
        else:
            merged += [token] * many
    return merged


def a_tuple(tokens, pair):
    return tuple(merge(tokens, pair))


def as_numbers(tokens, pair):
    names = sorted({*tokens, *pair})
    ids = [names.index(token) for token in tokens]
    wanted = tuple(map(names.index, pair))
    return [names[one] if isinstance(one, int) else "".join(pair) for one in last_of(ids, wanted)]


def last_of(ids, wanted):
    out, i = [], 0
    while i < len(ids):
        hit = tuple(ids[i : i + 2]) == wanted
        out.append(wanted if hit else ids[i])
        i += 1 + hit
    return out


class Merge:
    def __call__(self, tokens, pair):
        return merge(tokens, pair)


RIGHT = [
    merge,
    fresh,
    one_by_one,
    last_looked_at,
    until_the_last,
    deletes_in_a_copy,
    slices,
    recursive,
    a_stack,
    an_iterator,
    pieces,
    folded,
    runs,
    a_tuple,
    as_numbers,
    Merge(),
    partial(merge),
    bpe.merge,
]

SOURCE = """
def merge(tokens, pair):
    merged = []
    i = 0
    while i < len(tokens):
        if i + 1 < len(tokens) and tokens[i] == pair[0] and tokens[i + 1] == pair[1]:
            merged.append(pair[0] + pair[1])
            i += 2
        else:
            merged.append(tokens[i])
            i += 1
    return merged
"""


def changed(*pairs):
    """The answer with some of its text changed: old, new, old, new."""
    return edited(SOURCE, "merge", *zip(pairs[::2], pairs[1::2]))


def written(body):
    return made("def merge(tokens, pair):\n" + body, "merge")


def in_place(tokens, pair):
    i = 0
    while i < len(tokens) - 1:
        if (tokens[i], tokens[i + 1]) == tuple(pair):
            tokens[i : i + 2] = ["".join(pair)]
        i += 1
    return tokens


def pops(tokens, pair):
    for i in range(len(tokens)):
        if tokens[i] == pair[0] and tokens[i + 1] == pair[1]:
            tokens[i] += tokens.pop(i + 1)
    return tokens


def over_neighbours(tokens, pair):
    merged = []
    for one, two in zip(tokens, tokens[1:]):
        if (one, two) == pair:
            merged.append(one + two)
        else:
            merged.append(one)
    return merged


def from_the_right(tokens, pair):
    merged, i = [], len(tokens) - 1
    while i >= 0:
        if i > 0 and (tokens[i - 1], tokens[i]) == tuple(pair):
            merged.insert(0, tokens[i - 1] + tokens[i])
            i -= 2
        else:
            merged.insert(0, tokens[i])
            i -= 1
    return merged


def by_index(tokens, pair):
    if pair[0] in tokens:
        i = tokens.index(pair[0])
        if tokens[i : i + 2] == list(pair):
            return tokens[:i] + ["".join(pair)] + tokens[i + 2 :]
    return tokens


def seen_before(tokens, pair, merged=[]):
    merged += merge(tokens, pair)
    return merged


def twos(tokens, pair):
    merged = []
    for i in range(0, len(tokens), 2):
        two = tokens[i : i + 2]
        if two == list(pair):
            merged.append("".join(pair))
        else:
            merged.extend(two)
    return merged


def swallows(tokens, pair):
    out = []
    for i, token in enumerate(tokens):
        if i > 0 and tokens[i - 1] == pair[0] and token == pair[1]:
            out[-1] = pair[0] + pair[1]
        else:
            out.append(token)
    return out


def last_twice(tokens, pair):
    merged, skip = [], False
    for one, two in zip(tokens, tokens[1:]):
        if skip:
            skip = False
        elif (one, two) == tuple(pair):
            merged.append(one + two)
            skip = True
        else:
            merged.append(one)
    return merged + tokens[-1:]


HERE = "i + 1 < len(tokens) and tokens[i] == pair[0] and tokens[i + 1] == pair[1]"
NEXT = "i + 1 < len(tokens) and "
NEW = "merged.append(pair[0] + pair[1])"
OTHER = "            merged.append(tokens[i])\n            i += 1\n"
END = "while i < len(tokens):"

WRONG = [
    (changed(END, "while i < len(tokens) - 1:"), "the last token is lost"),
    (changed("return merged", "return merged[:-1]"), "the last token is lost"),
    (changed("i += 2", "i += 1"), "the second token of the pair comes again; after"),
    (over_neighbours, "comes again, and the last token is lost"),
    (changed("            i += 1\n", "            i += 2\n"), "go on by one"),
    (twos, "by twos from the start"),
    (by_index, "only the first occurrence"),
    (
        changed(
            "            i += 2\n", "            i += 2\n            return merged + tokens[i:]\n"
        ),
        "only the first occurrence",
    ),
    (
        changed("            i += 2\n", "            return merged\n"),
        "it stops at the first occurrence",
    ),
    (changed("            i += 2\n", "            break\n"), "it stops at the first occurrence"),
    (from_the_right, "from the right"),
    (swallows, "a token that was merged already counts again"),
    (last_twice, "the last token comes again where it was merged"),
    (
        changed(END, "while i < len(tokens) - 2:", "return merged", "return merged + tokens[i:]"),
        "the last pair is not looked at",
    ),
    (
        written('    return " ".join(tokens).replace(" ".join(pair), "".join(pair)).split()'),
        "become one text",
    ),
    (
        written('    return " ".join(tokens).replace(" ".join(pair), "".join(pair)).split(" ")'),
        "become one text",
    ),
    (
        written('    return "|".join(tokens).replace("|".join(pair), "".join(pair)).split("|")'),
        "become one text",
    ),
    (
        changed(
            "tokens[i] == pair[0]",
            "tokens[i].endswith(pair[0])",
            "tokens[i + 1] == pair[1]",
            "tokens[i + 1].startswith(pair[1])",
        ),
        "only ends or begins like it",
    ),
    (
        changed(
            "tokens[i] == pair[0]",
            "pair[0] in tokens[i]",
            "tokens[i + 1] == pair[1]",
            "pair[1] in tokens[i + 1]",
        ),
        "only ends or begins like it",
    ),
    (
        changed(
            "tokens[i] == pair[0] and tokens[i + 1] == pair[1]",
            "tokens[i] + tokens[i + 1] == pair[0] + pair[1]",
        ),
        "other tokens can give the same",
    ),
    (
        changed(
            "tokens[i] == pair[0] and tokens[i + 1] == pair[1]",
            "{tokens[i], tokens[i + 1]} == set(pair)",
        ),
        "in both orders",
    ),
    (
        changed(
            "tokens[i] == pair[0]",
            "tokens[i] in pair",
            "tokens[i + 1] == pair[1]",
            "tokens[i + 1] in pair",
        ),
        "any two neighbours out of the pair",
    ),
    (
        changed(
            "tokens[i] == pair[0] and tokens[i + 1] == pair[1]",
            "(tokens[i + 1], tokens[i]) == pair",
        ),
        "the other way round",
    ),
    (changed(" and tokens[i + 1] == pair[1]", ""), "only the first token of the pair is compared"),
    (
        changed("and tokens[i] == pair[0] and tokens", "and tokens"),
        "only the second token of the pair is compared",
    ),
    (
        changed(
            "tokens[i] == pair[0] and tokens[i + 1] == pair[1]",
            "(tokens[i] == pair[0] or tokens[i + 1] == pair[1])",
        ),
        "write and, not or",
    ),
    (changed(HERE, "tokens[i : i + 2] == pair"), "A list is never equal to a tuple"),
    (written("    return list(tokens)"), "A list is never equal to a tuple"),
    (
        changed(
            "tokens[i] == pair[0] and tokens[i + 1] == pair[1]",
            "(tokens[i], tokens[i + 1]) != pair",
            "pair[0] + pair[1])\n",
            "tokens[i] + tokens[i + 1])\n",
        ),
        None,
    ),
    (
        changed(
            "tokens[i] == pair[0] and tokens[i + 1] == pair[1]",
            "(tokens[i], tokens[i + 1]) != pair",
        ),
        "the condition is turned round",
    ),
    (
        written("    return [a + b for a, b in zip(tokens, tokens[1:])]"),
        "all neighbours are put together",
    ),
    (changed(NEW, "merged.append(pair[1] + pair[0])"), "in the wrong order"),
    (changed(NEW, 'merged.append(pair[0] + " " + pair[1])'), "a sign between the two"),
    (changed(NEW, 'merged.append("+".join(pair))'), "a sign between the two"),
    (changed(NEW, "merged.append(pair)"), "a list or a tuple of their own"),
    (changed(NEW, "merged.append([pair[0] + pair[1]])"), "a list or a tuple of their own"),
    (changed(NEW, "merged.append(pair[0])"), "only the first token of the pair stays"),
    (changed(NEW, "merged.append(pair[1])"), "only the second token of the pair stays"),
    (changed(NEW, "pass"), "taken out, and nothing comes in its place"),
    (changed(NEW, "merged += [pair[0] + pair[1], *pair]"), "both tokens stay beside"),
    (changed(NEW, "merged += [pair[0] + pair[1]] * 2"), "stands there twice"),
    (changed(NEW, "merged += pair[0] + pair[1]"), None),
    (changed("            merged.append(tokens[i])\n", ""), "only the merged pairs are returned"),
    (
        changed(
            NEW,
            "end.append(pair[0] + pair[1])",
            "merged = []",
            "merged, end = [], []",
            "return merged",
            "return merged + end",
        ),
        "come at the end",
    ),
    (changed(NEW, "merged.insert(0, pair[0] + pair[1])"), "come first"),
    (changed("return merged", 'return "".join(merged)'), "put together to one text"),
    (changed("return merged", 'return " ".join(merged)'), "put together to one text"),
    (changed("return merged", 'return list("".join(merged))'), "single letters"),
    (
        changed("return merged", "return list(dict.fromkeys(merged))"),
        "a token that comes again is lost",
    ),
    (changed("return merged", "return set(merged)"), "a token that comes again is lost"),
    (changed(NEW, "merged.append(i)", "            merged.append(tokens[i])\n", ""), None),
    (changed("return merged", "return len(tokens) - len(merged)"), "how often the pair occurs"),
    (written("    return pair[0] + pair[1]"), "the new token alone"),
    (written("    return [pair[0] + pair[1]]"), "the new token alone"),
    (changed("return merged", "return merged, pair"), "the list alone"),
    (changed("i = 0", "i = 1"), "the first token is missing"),
    (changed("return merged", "return merged[::-1]"), "in reverse order"),
    (changed("return merged", "return sorted(merged)"), "are sorted"),
    (changed("return merged", "return [merged]"), "one list too many"),
    (changed("return merged", "return tokens"), "A list is never equal to a tuple"),
    (changed("    return merged", "        return merged"), None),
    (changed("return merged", "return iter(merged)"), "list("),
    (changed("return merged", "return len(merged)"), "how many items there are"),
    (changed(NEXT, ""), "list index out of range"),
    (pops, "list index out of range"),
    (in_place, "changed its input"),
    (seen_before, "kept between calls"),
    (changed("return merged", "print(merged)"), "it prints, and hands nothing back"),
    (changed("    return merged", ""), "no return in it has a value"),
    (changed("            i += 1\n", ""), "did not come back"),
    (lambda pair, tokens: merge(tokens, pair), "in the order of"),
    (lambda tokens: tokens, "does not start"),
    (["s", "lo", "w"], "not a function"),
]
