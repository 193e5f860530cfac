"""Exercise 6.2: bigram counts."""

from collections import Counter
from itertools import pairwise
from string import ascii_lowercase

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop

AFTER = {returns_in_loop: "return after the loop, not inside it."}


def framed(document, chars):
    bos = len(chars)
    return [bos, *map(chars.index, document), bos]


def empty(size):
    return [[0] * size for _ in range(size)]


def table(pairs, size):
    counts = empty(size)
    for i, j in pairs:
        counts[i][j] += 1
    return counts


def of_ids(pairs, size=lambda chars: len(chars) + 1, unit=framed):
    """A table of pairs(ids, BOS) of each document."""

    def count(documents, chars):
        found = [pairs(unit(document, chars), len(chars)) for document in documents]
        return table([pair for some in found for pair in some], size(chars))

    return count


count_pairs = of_ids(lambda ids, bos: pairwise(ids))


def of_documents(change):
    """The right table of other documents."""
    return lambda documents, chars: count_pairs(change(documents), chars)


def of_table(change):
    """Something else that is made of the right table."""
    return lambda documents, chars: change(count_pairs(documents, chars))


def without_bos(size):
    return of_ids(lambda ids, bos: pairwise(ids[1:-1]), size)


def joined(documents, chars):
    """All documents in a row, as one."""
    return count_pairs(["".join(documents)], chars)


def shares(by_row):
    """Probabilities in place of counts; rows without a pair are 0."""

    def change(rows):
        total = sum(map(sum, rows))
        sums = [(sum(row) if by_row else total) or 1 for row in rows]
        return [[count / whole for count in row] for row, whole in zip(rows, sums)]

    return of_table(change)


def divided(rows):
    return [[count / sum(row) for count in row] for row in rows]


def one_list_for_all_rows(rows):
    return [[sum(column) for column in zip(*rows)]] * len(rows)


def bos_is(id):
    """BOS has the id of a letter, in the table of the right size or of a smaller one."""

    def framed_by(document, chars):
        bos = id(chars)
        return [bos, *map(chars.index, document), bos]

    def pairs(ids, bos):
        return pairwise(ids)

    return [of_ids(pairs, unit=framed_by), of_ids(pairs, len, unit=framed_by)]


def bos_first(documents, chars):
    """BOS is 0, and the letters start at 1."""
    rows = [row[-1:] + row[:-1] for row in count_pairs(documents, chars)]
    return rows[-1:] + rows[:-1]


def named_pairs(documents, chars):
    """How often each pair of ids comes."""
    return Counter(pair for d in documents for pair in pairwise(framed(d, chars)))


def dictionary_of(name):
    """A dictionary whose keys are pairs of names, such as letters."""

    def count(documents, chars):
        names = name(chars)
        pairs = named_pairs(documents, chars).items()
        return {(names[i], names[j]): number for (i, j), number in pairs}

    return count


def glued(name):
    """The same with texts of two letters as keys."""

    def count(documents, chars):
        pairs = dictionary_of(name)(documents, chars).items()
        return {one + other: number for (one, other), number in pairs}

    return count


def nested(name):
    """A dictionary in a dictionary."""

    def count(documents, chars):
        names, found = name(chars), {}
        for (i, j), number in named_pairs(documents, chars).items():
            found.setdefault(names[i], {})[names[j]] = number
        return found

    return count


NAMES = [
    lambda chars: range(len(chars) + 1),
    *[lambda chars, bos=bos: [*chars, bos] for bos in ("BOS", "<BOS>", ".", "", "$")],
]


def fixed(documents, chars):
    """The table of the whole alphabet."""
    return count_pairs(documents, [*chars, *["?"] * (26 - len(chars))])


def of_the_alphabet(documents, chars):
    return count_pairs(documents, list(ascii_lowercase))


def of_the_alphabet_as_text(documents, chars):
    """The same; a text says otherwise that a letter is not in it."""
    for document in documents:
        list(map(ascii_lowercase.index, document))
    return of_the_alphabet(documents, chars)


def counted_by_text(texts):
    """str.count passes over a pair that overlaps the one before it."""

    def count(documents, chars):
        signs = [*chars, "\0"]
        return [
            [sum(text.count(one + other) for text in texts(documents)) for other in signs]
            for one in signs
        ]

    return count


def in_a_row(documents, chars):
    """BOS, a document, BOS, BOS, the next document, BOS."""
    tokens = [token for document in documents for token in framed(document, chars)]
    return table(pairwise(tokens), len(chars) + 1)


def restarted(documents, chars):
    """The table is made anew for each document."""
    for document in documents:
        counts = count_pairs([document], chars)
    return counts


def documents_and_chars(rng):
    chars = sorted(rng.sample("abcdefghijklmnop -", rng.randint(1, 4)))
    lengths = [rng.randint(1, 6) for _ in range(rng.randint(1, 4))]
    return ["".join(rng.choices(chars, k=length)) for length in lengths], chars


BIGRAMS = Function(
    "ex-06-2",
    "count_pairs(documents, chars)",
    start="make the table first: as many rows as there are tokens, each a new list of zeros.",
    right=count_pairs,
    more=documents_and_chars,
    drawn="documents",
    cases=[
        Case(
            "one document, five pairs",
            (["emma"], ["a", "e", "m"]),
            [[0, 0, 0, 1], [0, 0, 1, 0], [1, 0, 1, 0], [0, 1, 0, 0]],
        ),
        Case(
            "two documents, each with BOS at both ends",
            (["ab", "b"], ["a", "b"]),
            [[0, 1, 0], [0, 0, 2], [1, 1, 0]],
        ),
        Case("one letter", (["a"], ["a"]), [[0, 1], [1, 0]]),
        Case("a pair that overlaps itself", (["aaaa"], ["a"]), [[3, 1], [1, 0]]),
        Case(
            "a document that comes twice counts twice",
            (["aba", "aba"], ["a", "b"]),
            [[0, 2, 2], [2, 0, 0], [2, 0, 0]],
        ),
        Case(
            "a letter that never comes has a row of zeros",
            (["ca"], ["a", "b", "c"]),
            [[0, 0, 0, 1], [0, 0, 0, 0], [1, 0, 0, 0], [0, 0, 1, 0]],
        ),
        Case(
            "a space is a letter like any other",
            (["a b"], [" ", "a", "b"]),
            [[0, 0, 1, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 1, 0, 0]],
        ),
        Case("in a document without letters BOS follows BOS", ([""], ["a"]), [[0, 0], [0, 1]]),
        Case("no documents", ([], ["a", "b"]), [[0, 0, 0], [0, 0, 0], [0, 0, 0]]),
    ],
    mistakes=[
        Mistake(
            "all rows are one and the same list; make a new list for each row.",
            of_table(one_list_for_all_rows),
        ),
        Mistake(
            "rows and columns are swapped; the row belongs to the first token of the pair.",
            of_table(lambda rows: [list(column) for column in zip(*rows)]),
        ),
        Mistake(
            "each pair is counted in both directions; count only what follows.",
            of_ids(lambda ids, bos: [p for i, j in pairwise(ids) for p in ((i, j), (j, i))]),
            of_ids(lambda ids, bos: [p for i, j in pairwise(ids) for p in {(i, j), (j, i)}]),
        ),
        Mistake(
            "BOS is missing; it stands at both ends of each document, and has a row and a column.",
            without_bos(lambda chars: len(chars) + 1),
            without_bos(len),
        ),
        Mistake(
            "BOS is missing at the end of each document.",
            of_ids(lambda ids, bos: pairwise(ids[:-1])),
        ),
        Mistake(
            "BOS is missing in front of each document.",
            of_ids(lambda ids, bos: pairwise(ids[1:])),
        ),
        Mistake(
            "the table has no row and no column for BOS; its size is len(chars) + 1.",
            of_ids(lambda ids, bos: pairwise(ids), len),
        ),
        Mistake(
            "the table has a row and a column too many; its size is len(chars) + 1.",
            of_ids(lambda ids, bos: pairwise(ids), lambda chars: len(chars) + 2),
        ),
        Mistake(
            "the row of BOS is missing; BOS stands in front of each document.",
            of_table(lambda rows: rows[:-1]),
        ),
        Mistake(
            "the column of BOS is missing; BOS stands at the end of each document.",
            of_table(lambda rows: [row[:-1] for row in rows]),
        ),
        Mistake(
            "BOS comes first here, and the letters start at 1; the letters start at 0, and BOS comes after them.",
            bos_first,
        ),
        Mistake(
            "BOS has the id of the first letter; it is the number after the last one, len(chars).",
            *bos_is(lambda chars: 0),
        ),
        Mistake(
            "BOS has the id of the last letter; it is the number after it, len(chars).",
            *bos_is(lambda chars: len(chars) - 1),
        ),
        Mistake(
            "you joined the documents; each has BOS at both ends of its own.",
            joined,
            lambda documents, chars: without_bos(lambda c: len(c) + 1)(["".join(documents)], chars),
            lambda documents, chars: without_bos(len)(["".join(documents)], chars),
        ),
        Mistake(
            "the table has a fixed size; it depends on how many letters there are in chars.",
            fixed,
            of_the_alphabet,
            of_the_alphabet_as_text,
            of_ids(lambda ids, bos: pairwise(ids), lambda chars: 27),
            without_bos(lambda chars: 26),
            without_bos(lambda chars: 27),
        ),
        Mistake(
            "the table is made, but nothing is counted in it.",
            of_table(lambda rows: empty(len(rows))),
            of_table(lambda rows: empty(len(rows) - 1)),
        ),
        Mistake(
            "these are shares; return the counts themselves.",
            shares(by_row=True),
            shares(by_row=False),
            of_table(divided),
        ),
        Mistake(
            "this says only whether a pair comes; count how often.",
            of_table(lambda rows: [[min(count, 1) for count in row] for row in rows]),
            of_table(lambda rows: [[bool(count) for count in row] for row in rows]),
        ),
        Mistake(
            "a pair that comes again in the same document is not counted again; count each.",
            of_ids(lambda ids, bos: set(pairwise(ids))),
        ),
        Mistake(
            "a document that comes again is not counted again; count each.",
            of_documents(set),
        ),
        Mistake(
            "a pair that overlaps the one before it is not counted, as str.count does it; count each.",
            counted_by_text(lambda documents: [f"\0{document}\0" for document in documents]),
            counted_by_text(lambda documents: ["\0" + "\0".join(documents) + "\0"]),
        ),
        Mistake(
            "that is the first document alone; count the pairs of all of them.",
            of_documents(lambda documents: documents[:1]),
            lambda documents, chars: count_pairs(documents[:1], chars) if documents else None,
            because=AFTER,
        ),
        Mistake(
            "that is the last document alone; make the table once, before the loop.",
            of_documents(lambda documents: documents[-1:]),
            restarted,
        ),
        Mistake("the first document is missing.", of_documents(lambda documents: documents[1:])),
        Mistake("the last document is missing.", of_documents(lambda documents: documents[:-1])),
        Mistake(
            "the first letter of each document is missing.",
            of_documents(lambda documents: [document[1:] for document in documents]),
        ),
        Mistake(
            "the last letter of each document is missing.",
            of_documents(lambda documents: [document[:-1] for document in documents]),
        ),
        Mistake(
            "the last two tokens make a pair too; the pairs end with (ids[-2], ids[-1]).",
            of_ids(lambda ids, bos: list(pairwise(ids))[:-2]),
        ),
        Mistake(
            "only the first pair of each document is counted; count them all.",
            of_ids(lambda ids, bos: [ids[:2]]),
            because=AFTER,
        ),
        Mistake(
            "only the very first pair is counted; count them all.",
            lambda documents, chars: of_ids(lambda ids, bos: [ids[:2]])(documents[:1], chars),
            lambda documents, chars: (
                of_ids(lambda ids, bos: [ids[:2]])(documents[:1], chars) if documents else None
            ),
            because=AFTER,
        ),
        Mistake(
            "only the last pair of each document is counted; count them all.",
            of_ids(lambda ids, bos: [ids[-2:]]),
        ),
        Mistake(
            "every second pair is passed over; the second token of a pair is the first of the next one.",
            of_ids(lambda ids, bos: zip(ids[::2], ids[1::2])),
        ),
        Mistake(
            "one token lies between the two of a pair; a pair is a token and the next one.",
            of_ids(lambda ids, bos: zip(ids, ids[2:])),
        ),
        Mistake(
            "each token is paired with all that come after it; a pair is a token and the next one.",
            of_ids(lambda ids, bos: [(i, j) for n, i in enumerate(ids) for j in ids[n + 1 :]]),
        ),
        Mistake(
            "each token is paired with itself; a pair is a token and the next one.",
            of_ids(lambda ids, bos: [(i, i) for i in ids]),
            of_ids(lambda ids, bos: [(i, i) for i in ids[:-1]]),
            of_ids(lambda ids, bos: [(i, i) for i in ids[1:-1]]),
        ),
        Mistake(
            "each token is paired with every other one; a pair is a token and the next one.",
            of_ids(lambda ids, bos: [(i, j) for i in ids for j in ids]),
            of_ids(lambda ids, bos: [(i, j) for i in ids[:-1] for j in ids[1:]]),
        ),
        Mistake(
            "the last BOS of a document and the first of the next one make a pair here; nothing follows the last BOS.",
            in_a_row,
        ),
        Mistake(
            "BOS follows BOS once more in each document here; the pairs end with the last BOS, and nothing follows it.",
            of_ids(lambda ids, bos: [*pairwise(ids), (ids[-1], ids[0])]),
        ),
        Mistake(
            "a letter may follow itself; count such a pair too.",
            of_ids(lambda ids, bos: [(i, j) for i, j in pairwise(ids) if i != j]),
            of_ids(lambda ids, bos: [(i, j) for i, j in pairwise(ids) if i != j or i == bos]),
        ),
        Mistake(
            "in a document without letters BOS follows BOS; count that pair too.",
            of_documents(lambda documents: [document for document in documents if document]),
        ),
        Mistake(
            "these are counts of tokens or rows; return how often each token follows each other one.",
            of_table(lambda rows: [sum(row) for row in rows]),
            of_table(lambda rows: [sum(column) for column in zip(*rows)]),
            lambda documents, chars: ["".join(documents).count(char) for char in chars],
            lambda documents, chars: Counter("".join(documents)),
        ),
        Mistake(
            "that is how many pairs there are; count for each two tokens how often they come.",
            of_table(lambda rows: sum(map(sum, rows))),
        ),
        Mistake(
            "that is a dictionary of pairs; return a table, a list of rows.",
            *map(dictionary_of, NAMES),
            *map(nested, NAMES),
            *map(glued, NAMES[1:]),
        ),
        Mistake(
            "the rows stand in a dictionary; put them into a list.",
            of_table(lambda rows: dict(enumerate(rows))),
            lambda documents, chars: dict(zip([*chars, "BOS"], count_pairs(documents, chars))),
        ),
        Mistake(
            "these are the pairs themselves; count them in a table.",
            lambda documents, chars: [
                pair for d in documents for pair in pairwise(framed(d, chars))
            ],
            lambda documents, chars: [list(pairwise(framed(d, chars))) for d in documents],
        ),
        Mistake(
            "each document has a table of its own; all of them are counted in one.",
            lambda documents, chars: [count_pairs([document], chars) for document in documents],
        ),
        Mistake(
            "the table is one long list; make a list of each row.",
            of_table(lambda rows: [count for row in rows for count in row]),
        ),
        Mistake(
            "the rows are sorted; row i belongs to token i.",
            of_table(sorted),
            of_table(lambda rows: [sorted(row) for row in rows]),
            of_table(lambda rows: sorted(rows, reverse=True)),
        ),
        Mistake(
            "this says which token follows most often; return all the counts.",
            of_table(lambda rows: [row.index(max(row)) for row in rows]),
        ),
        Mistake(
            "the counts are texts; return numbers.",
            of_table(lambda rows: [list(map(str, row)) for row in rows]),
        ),
    ],
)
