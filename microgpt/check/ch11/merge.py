"""Exercise 11.2: one merge of byte-pair encoding."""

from itertools import pairwise

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop


def walk(
    found=lambda token, after, pair: (token, after) == tuple(pair),
    piece=lambda pair: [pair[0] + pair[1]],
    else_=lambda token: [token],
    after_pair=2,
    after_other=1,
    stop=0,
    last=True,
):
    """merge, with a part of it changed.

    `found` says whether the pair stands here, `piece` what comes in its place, and `else_` what is kept of
    another token; then come the steps. The walk ends `stop` tokens early, and keeps the `last` ones or not.
    """

    def merge(tokens, pair):
        merged, i = [], 0
        while i < len(tokens) - 1 - stop:
            if found(tokens[i], tokens[i + 1], pair):
                merged += piece(pair)
                i += after_pair
            else:
                merged += else_(tokens[i])
                i += after_other
        return merged + list(tokens[i:] if last else [])

    return merge


merge = walk()


def of_result(change):
    return lambda tokens, pair: change(merge(tokens, pair))


def at(choose):
    """Only the occurrences that `choose` takes from all the places, left to right, become one token."""

    def merge_some(tokens, pair):
        places = [i for i, two in enumerate(pairwise(tokens)) if two == tuple(pair)]
        chosen = set(choose(places))
        return [
            "".join(pair) if i in chosen else token
            for i, token in enumerate(tokens)
            if i - 1 not in chosen
        ]

    return merge_some


def from_the_right(tokens, pair):
    return [t[::-1] for t in merge([t[::-1] for t in tokens[::-1]], [t[::-1] for t in pair[::-1]])][
        ::-1
    ]


def by_first(tokens, pair):
    """Looks where the first of the two stands first, and only there."""
    if pair[0] not in tokens:
        return tokens
    i = tokens.index(pair[0])
    if tokens[i + 1 : i + 2] != [pair[1]]:
        return tokens
    return [*tokens[:i], pair[0] + pair[1], *tokens[i + 2 :]]


def through_text(between, split):
    """Puts the tokens into one text, replaces there, and splits again."""

    def merge_text(tokens, pair):
        return split(between.join(tokens).replace(between.join(pair), "".join(pair)))

    return merge_text


def grouped(tokens, pair):
    """By twos from the start: 0 and 1, 2 and 3."""
    merged = []
    for i in range(0, len(tokens), 2):
        two = tokens[i : i + 2]
        merged += ["".join(pair)] if two == list(pair) else two
    return merged


def every_pair(tokens, pair):
    """All overlapping occurrences, each one token; what is in none of them is kept."""
    inside, merged = set(), []
    for i, two in enumerate(pairwise(tokens)):
        if two == tuple(pair):
            inside |= {i, i + 1}
    for i, token in enumerate(tokens):
        if i in inside and i + 1 in inside and tuple(tokens[i : i + 2]) == tuple(pair):
            merged.append("".join(pair))
        elif i not in inside:
            merged.append(token)
    return merged


def keeps_second(tokens, pair):
    """The pair becomes one token, and its second token comes once more."""
    return walk(after_pair=1)(tokens, pair)


def without_the_last_second(tokens, pair):
    """The same in a loop over the neighbours: what stands last is never copied."""
    return ["".join(two) if two == tuple(pair) else two[0] for two in pairwise(tokens)]


def swallows(tokens, pair):
    """Looks back at the tokens as they were: one that was merged counts again."""
    merged = []
    for i, token in enumerate(tokens):
        if i and (tokens[i - 1], token) == tuple(pair):
            merged[-1] = "".join(pair)
        else:
            merged.append(token)
    return merged


def last_twice(tokens, pair):
    """The last token is added behind the loop, also where it was merged."""
    merged = merge(tokens, pair)
    return merged + tokens[-1:] if merged[-1:] != tokens[-1:] else merged


def first_there(tokens, pair):
    """Returns in the loop, at the first pair."""
    merged = merge(tokens, pair)
    return merged[: merged.index("".join(pair)) + 1] if len(merged) < len(tokens) else merged


def all_pairs(tokens, pair):
    return [a + b for a, b in pairwise(tokens)]


def places(tokens, pair):
    return [i for i, two in enumerate(pairwise(tokens)) if two == tuple(pair)]


def moved(tokens, pair, front=False):
    """The pairs are taken out, and come last, or first."""
    rest = walk(piece=lambda pair: [])(tokens, pair)
    new = ["".join(pair)] * ((len(tokens) - len(rest)) // 2)
    return new + rest if front else rest + new


def tokens_and_pair(rng):
    """Few letters, so that the pair occurs, also overlapping."""
    letters = rng.sample(["a", "b", "lo", "w", "é", " t", "ab", "er"], 3)
    tokens = rng.choices(letters, k=rng.randint(5, 12))
    pair = (rng.choice(letters), rng.choice(letters))
    at = rng.randrange(len(tokens) - 1)
    return [*tokens[:at], *pair, *tokens[at:]], pair


LO = ("l", "o")
MERGE = Function(
    "ex-11-2",
    "merge(tokens, pair)",
    start="walk along tokens with an index, and look at the token there and the one after it.",
    right=merge,
    more=tokens_and_pair,
    drawn="tokens",
    cases=[
        Case("one pair", (["s", "l", "o", "w"], LO), ["s", "lo", "w"]),
        Case(
            "every occurrence", (["l", "o", "l", "o", "x", "l", "o"], LO), ["lo", "lo", "x", "lo"]
        ),
        Case("from left to right", (["a", "a", "a"], ("a", "a")), ["aa", "a"]),
        Case("no token is used twice", (["a"] * 6, ("a", "a")), ["aa", "aa", "aa"]),
        Case(
            "tokens of several letters",
            (["s", "lo", "w", "lo", "g"], ("lo", "w")),
            ["s", "low", "lo", "g"],
        ),
        Case(
            "a token that only ends like the pair", (["xl", "o", "l", "o"], LO), ["xl", "o", "lo"]
        ),
        Case("a token that only begins like it", (["l", "ox", "l", "o"], LO), ["l", "ox", "lo"]),
        Case(
            "other tokens of the same text",
            (["lo", "w", "l", "ow"], ("lo", "w")),
            ["low", "l", "ow"],
        ),
        Case("the other way round", (["o", "l", "x", "l", "o"], LO), ["o", "l", "x", "lo"]),
        Case("the pair is not there", (["l", "x", "o"], LO), ["l", "x", "o"]),
        Case("a space in a token", (["a", " ", "l", "o"], (" ", "l")), ["a", " l", "o"]),
        Case("one token", (["l"], LO), ["l"]),
        Case("no tokens", ([], LO), []),
    ],
    mistakes=[
        Mistake(
            "the last token is lost where it is no part of a pair; what is left behind the loop is kept too.",
            walk(last=False),
            lambda tokens, pair: merge(tokens, pair)[:-1],
        ),
        Mistake(
            "the second token of the pair comes again; after a merge, go on by two.",
            walk(after_pair=1),
        ),
        Mistake(
            "the second token of the pair comes again, and the last token is lost; after a merge, go on by two, "
            "and look at the last token as well.",
            without_the_last_second,
        ),
        Mistake(
            "after a token that is no part of the pair, go on by one; here tokens are lost or not looked at.",
            walk(after_other=2),
            walk(after_other=2, last=False),
        ),
        Mistake(
            "the tokens are looked at by twos from the start; a pair may begin at any place.",
            grouped,
        ),
        Mistake(
            "only the first occurrence is merged; go on to the end.",
            at(lambda places: places[:1]),
            by_first,
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake(
            "it stops at the first occurrence; what comes after it belongs to the result.",
            first_there,
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake(
            "only the last occurrence is merged; merge each of them.",
            at(lambda places: places[-1:]),
        ),
        Mistake(
            "the tokens are merged from the right; go from left to right.",
            from_the_right,
        ),
        Mistake(
            "a token is used in two pairs; after a merge, both of its tokens are used up.",
            every_pair,
        ),
        Mistake(
            "a token that was merged already counts again, so that one behind it is lost; "
            "after a merge, both tokens are used up.",
            swallows,
        ),
        Mistake(
            "the last token comes again where it was merged; add it only where it is left over.",
            last_twice,
        ),
        Mistake(
            "the last pair is not looked at; the index goes up to len(tokens) - 2.",
            walk(stop=1),
        ),
        Mistake(
            "the tokens become one text, and the pair is replaced there, also across parts of tokens or spaces; "
            "compare whole tokens.",
            *[
                through_text(between, split)
                for between, split in [
                    (" ", str.split),
                    (" ", lambda text: text.split(" ")),
                    (" ", lambda text: text.split(" ") if text else []),
                    ("|", lambda text: text.split("|") if text else []),
                    ("|", lambda text: text.split("|")),
                    ("\n", lambda text: text.split("\n") if text else []),
                    ("\n", str.splitlines),
                ]
            ],
            lambda tokens, pair: through_text(" ", str.split)(tokens, pair) if tokens else tokens,
        ),
        Mistake(
            "the pair counts here also where a token only ends or begins like it; compare with ==.",
            walk(lambda token, after, pair: token.endswith(pair[0]) and after.startswith(pair[1])),
            walk(lambda token, after, pair: pair[0] in token and pair[1] in after),
            walk(lambda token, after, pair: "".join(pair) in token + after),
            walk(lambda token, after, pair: token == pair[0] and after.startswith(pair[1])),
            walk(lambda token, after, pair: token.endswith(pair[0]) and after == pair[1]),
        ),
        Mistake(
            "the texts are put together before they are compared; other tokens can give the same text.",
            walk(lambda token, after, pair: token + after == "".join(pair)),
        ),
        Mistake(
            "the pair counts in both orders; the first token has to come first.",
            walk(lambda token, after, pair: (token, after) in (pair, pair[::-1])),
            walk(lambda token, after, pair: {token, after} == set(pair)),
            walk(
                lambda token, after, pair: {token, after} == set(pair),
                piece=lambda pair: [pair[1] + pair[0]],
            ),
        ),
        Mistake(
            "any two neighbours out of the pair are merged; the first has to be the first, and the second the second.",
            walk(lambda token, after, pair: token in pair and after in pair),
        ),
        Mistake(
            "the pair is looked for the other way round.",
            walk(lambda token, after, pair: (after, token) == tuple(pair)),
        ),
        Mistake(
            "only the first token of the pair is compared; the one after it has to be the second.",
            walk(lambda token, after, pair: token == pair[0]),
        ),
        Mistake(
            "only the second token of the pair is compared; the one before it has to be the first.",
            walk(lambda token, after, pair: after == pair[1]),
        ),
        Mistake(
            "one of the two is enough here; both have to be there: write and, not or.",
            walk(lambda token, after, pair: token == pair[0] or after == pair[1]),
        ),
        Mistake(
            "nothing is ever merged. A list is never equal to a tuple: compare tuple(tokens[i : i + 2]) with pair, "
            "or the two tokens one by one.",
            lambda tokens, pair: list(tokens),
        ),
        Mistake(
            "any two neighbours that are not the pair are merged; the condition is turned round.",
            walk(lambda token, after, pair: (token, after) != tuple(pair)),
        ),
        Mistake(
            "all neighbours are put together; only the pair becomes one token.",
            all_pairs,
        ),
        Mistake(
            "the merged token is put together in the wrong order; the first of the pair comes first.",
            walk(piece=lambda pair: [pair[1] + pair[0]]),
        ),
        Mistake(
            "there is a sign between the two; the new token is pair[0] + pair[1].",
            *[
                walk(piece=lambda pair, between=between: [between.join(pair)])
                for between in (" ", "+", "_", "-", ",", ", ", "|", "##")
            ],
        ),
        Mistake(
            "the two tokens stand in a list or a tuple of their own; put them together with +.",
            walk(piece=lambda pair: [list(pair)]),
            walk(piece=lambda pair: [[pair[0] + pair[1]]]),
        ),
        Mistake(
            "only the first token of the pair stays; the new token is both of them together.",
            walk(piece=lambda pair: [pair[0]]),
        ),
        Mistake(
            "only the second token of the pair stays; the new token is both of them together.",
            walk(piece=lambda pair: [pair[1]]),
        ),
        Mistake(
            "the pair is taken out, and nothing comes in its place.",
            walk(piece=lambda pair: []),
        ),
        Mistake(
            "both tokens stay beside the new one; it comes in their place.",
            walk(piece=lambda pair: [pair[0] + pair[1], *pair]),
            walk(piece=lambda pair: [*pair, pair[0] + pair[1]]),
            walk(piece=lambda pair: [pair[0], pair[0] + pair[1]]),
            walk(piece=lambda pair: [pair[0] + pair[1], pair[1]]),
        ),
        Mistake(
            "the new token stands there twice.",
            walk(piece=lambda pair: [pair[0] + pair[1]] * 2),
        ),
        Mistake(
            "only the merged pairs are returned; the other tokens belong to the result.",
            walk(else_=lambda token: [], last=False),
        ),
        Mistake(
            "the merged tokens come at the end; each comes where its pair was.",
            moved,
        ),
        Mistake(
            "the merged tokens come first; each comes where its pair was.",
            lambda tokens, pair: moved(tokens, pair, front=True),
        ),
        Mistake(
            "the tokens are put together to one text; return a list of them.",
            of_result("".join),
            of_result(" ".join),
            lambda tokens, pair: "".join(tokens),
        ),
        Mistake(
            "the tokens are split into single letters again.",
            of_result(lambda tokens: list("".join(tokens))),
        ),
        Mistake(
            "a token that comes again is lost; keep each of them, in its place.",
            of_result(lambda tokens: list(dict.fromkeys(tokens))),
            of_result(lambda tokens: sorted(set(tokens))),
            of_result(set),
        ),
        Mistake(
            "these are the places of the pair; return the tokens.",
            places,
        ),
        Mistake(
            "that is how often the pair occurs; return the tokens.",
            lambda tokens, pair: len(places(tokens, pair)),
            lambda tokens, pair: len(tokens) - len(merge(tokens, pair)),
        ),
        Mistake(
            "that is the new token alone; return all tokens.",
            lambda tokens, pair: pair[0] + pair[1],
            lambda tokens, pair: [pair[0] + pair[1]],
        ),
        Mistake(
            "the pair itself is returned with the tokens; return the list alone.",
            lambda tokens, pair: (merge(tokens, pair), pair),
            lambda tokens, pair: (merge(tokens, pair), pair[0] + pair[1]),
        ),
        Mistake(
            "the first token is missing.",
            of_result(lambda tokens: tokens[1:]),
            lambda tokens, pair: merge(tokens[1:], pair),
        ),
    ],
)
