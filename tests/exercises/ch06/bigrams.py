"""ex-06-2: count_pairs(documents, chars)"""

import itertools
from collections import Counter, defaultdict
from functools import reduce
from itertools import chain, pairwise

import numpy


def count_pairs(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for document in documents:
        ids = [bos] + [chars.index(char) for char in document] + [bos]
        for i, j in zip(ids, ids[1:]):
            counts[i][j] += 1
    return counts


def by_index(documents, chars):
    ids = {char: id for id, char in enumerate(chars)}
    size = len(chars) + 1
    counts = []
    for i in range(size):
        row = []
        for j in range(size):
            row.append(0)
        counts.append(row)
    for document in documents:
        tokens = [len(chars)]
        for char in document:
            tokens.append(ids[char])
        tokens.append(len(chars))
        for n in range(len(tokens) - 1):
            counts[tokens[n]][tokens[n + 1]] = counts[tokens[n]][tokens[n + 1]] + 1
    return counts


def by_counter(documents, chars):
    tokens = [*chars, None]
    pairs = Counter()
    for document in documents:
        pairs.update(pairwise([None, *document, None]))
    return [[pairs[one, other] for other in tokens] for one in tokens]


def by_dictionary(documents, chars):
    found = {}
    for document in documents:
        text = "." + document + "."
        for one, other in zip(text, text[1:]):
            found[one, other] = found.get((one, other), 0) + 1
    tokens = chars + ["."]
    return [[found.get((one, other), 0) for other in tokens] for one in tokens]


def by_defaultdict(documents, chars):
    found = defaultdict(lambda: defaultdict(int))
    for document in documents:
        ids = [len(chars), *map(chars.index, document), len(chars)]
        for i, j in pairwise(ids):
            found[i][j] += 1
    size = range(len(chars) + 1)
    return [[found[i][j] for j in size] for i in size]


def by_array(documents, chars):
    bos = len(chars)
    counts = numpy.zeros((bos + 1, bos + 1), dtype=int)
    for document in documents:
        ids = [bos, *map(chars.index, document), bos]
        for i, j in zip(ids, ids[1:]):
            counts[i, j] += 1
    return counts


def by_float_array(documents, chars):
    bos = len(chars)
    counts = numpy.zeros((bos + 1, bos + 1))
    for document in documents:
        ids = numpy.array([bos] + [chars.index(char) for char in document] + [bos])
        numpy.add.at(counts, (ids[:-1], ids[1:]), 1)
    return counts.tolist()


def by_previous(documents, chars):
    bos = len(chars)
    counts = [[0 for _ in range(bos + 1)] for _ in range(bos + 1)]
    for document in documents:
        previous = bos
        for char in document:
            token = chars.index(char)
            counts[previous][token] += 1
            previous = token
        counts[previous][bos] += 1
    return counts


def ends_apart(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for document in documents:
        ids = [chars.index(char) for char in document]
        if not ids:
            counts[bos][bos] += 1
            continue
        counts[bos][ids[0]] += 1
        for i, j in zip(ids, ids[1:]):
            counts[i][j] += 1
        counts[ids[-1]][bos] += 1
    return counts


def one_stream(documents, chars):
    bos = len(chars)
    ids = []
    for document in documents:
        ids += [bos] + [chars.index(char) for char in document] + [bos]
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for n in range(1, len(ids)):
        counts[ids[n - 1]][ids[n]] += 1
    for n in range(1, len(documents)):
        counts[bos][bos] -= 1
    return counts


def one_bos_between(documents, chars):
    bos = len(chars)
    ids = [bos]
    for document in documents:
        ids.extend(map(chars.index, document))
        ids.append(bos)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for i, j in pairwise(ids):
        counts[i][j] += 1
    return counts


def recursion(documents, chars):
    size = len(chars) + 1
    if not documents:
        return [[0] * size for _ in range(size)]
    counts = recursion(documents[1:], chars)
    ids = [len(chars), *map(chars.index, documents[0]), len(chars)]
    for i, j in zip(ids, ids[1:]):
        counts[i][j] += 1
    return counts


def while_loops(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    place = 0
    while place < len(documents):
        ids = [bos] + [chars.index(char) for char in documents[place]] + [bos]
        n = 0
        while n + 1 < len(ids):
            counts[ids[n]][ids[n + 1]] += 1
            n += 1
        place += 1
    return counts


def list_counts(documents, chars):
    bos = len(chars)
    pairs = []
    for document in documents:
        ids = [bos, *(chars.index(char) for char in document), bos]
        pairs += list(zip(ids[:-1], ids[1:]))
    return [[pairs.count((i, j)) for j in range(bos + 1)] for i in range(bos + 1)]


def sums(documents, chars):
    texts = ["\0" + document + "\0" for document in documents]
    tokens = [*chars, "\0"]
    return [
        [sum(text[n : n + 2] == a + b for text in texts for n in range(len(text))) for b in tokens]
        for a in tokens
    ]


def flat(documents, chars):
    size = len(chars) + 1
    counts = [0] * size**2
    for document in documents:
        ids = [size - 1, *map(chars.index, document), size - 1]
        for i, j in zip(ids, ids[1:]):
            counts[size * i + j] += 1
    return [counts[size * i : size * (i + 1)] for i in range(size)]


class Bigrams:
    def __init__(self, chars):
        self.chars, self.bos = chars, len(chars)
        self.counts = [[0] * (self.bos + 1) for _ in range(self.bos + 1)]

    def add(self, document):
        ids = [self.bos] + [self.chars.index(char) for char in document] + [self.bos]
        for i, j in pairwise(ids):
            self.counts[i][j] += 1


def by_class(documents, chars):
    bigrams = Bigrams(chars)
    for document in documents:
        bigrams.add(document)
    return bigrams.counts


def by_reduce(documents, chars):
    bos = len(chars)
    pairs = Counter(
        chain.from_iterable(pairwise([bos, *map(chars.index, d), bos]) for d in documents)
    )
    return tuple(tuple(pairs[i, j] for j in range(bos + 1)) for i in range(bos + 1))


# Wrong


def shared_rows(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1)] * (bos + 1)
    for document in documents:
        ids = [bos] + [chars.index(char) for char in document] + [bos]
        for i, j in zip(ids, ids[1:]):
            counts[i][j] += 1
    return counts


def with_pairs(pairs, more=1):
    """The answer that counts pairs(ids), in a table of so many more rows than letters."""

    def count(documents, chars):
        bos = len(chars)
        counts = [[0] * (bos + more) for _ in range(bos + more)]
        for document in documents:
            ids = [bos] + [chars.index(char) for char in document] + [bos]
            for i, j in pairs(ids):
                counts[i][j] += 1
        return counts

    return count


def no_bos_small(documents, chars):
    counts = [[0] * len(chars) for _ in chars]
    for document in documents:
        for one, other in zip(document, document[1:]):
            counts[chars.index(one)][chars.index(other)] += 1
    return counts


def with_bos(id):
    """The answer in which BOS is id(chars)."""

    def count(documents, chars):
        bos = id(chars)
        counts = [[0] * (len(chars) + 1) for _ in range(len(chars) + 1)]
        for document in documents:
            ids = [bos] + [chars.index(char) for char in document] + [bos]
            for i, j in zip(ids, ids[1:]):
                counts[i][j] += 1
        return counts

    return count


def joined(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    ids = [bos] + [chars.index(char) for char in "".join(documents)] + [bos]
    for i, j in zip(ids, ids[1:]):
        counts[i][j] += 1
    return counts


def joined_without_bos(documents, chars):
    text = "".join(documents)
    counts = [[0] * len(chars) for _ in chars]
    for one, other in zip(text, text[1:]):
        counts[chars.index(one)][chars.index(other)] += 1
    return counts


def stream(documents, chars):
    """Where one document ends and the next begins, BOS follows BOS."""
    bos = len(chars)
    ids = []
    for document in documents:
        ids += [bos] + [chars.index(char) for char in document] + [bos]
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for i, j in zip(ids, ids[1:]):
        counts[i][j] += 1
    return counts


def fixed_27(documents, chars):
    counts = [[0] * 27 for _ in range(27)]
    for document in documents:
        ids = [26] + [chars.index(char) for char in document] + [26]
        for i, j in zip(ids, ids[1:]):
            counts[i][j] += 1
    return counts


def alphabet(documents, chars):
    letters = "abcdefghijklmnopqrstuvwxyz."
    counts = [[0] * 27 for _ in range(27)]
    for document in documents:
        text = f".{document}."
        for one, other in zip(text, text[1:]):
            counts[letters.index(one)][letters.index(other)] += 1
    return counts


def probabilities(documents, chars):
    return [
        [count / sum(row) if sum(row) else 0 for count in row]
        for row in count_pairs(documents, chars)
    ]


def divides_by_zero(documents, chars):
    return [[count / sum(row) for count in row] for row in count_pairs(documents, chars)]


def sets_to_one(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for document in documents:
        ids = [bos] + [chars.index(char) for char in document] + [bos]
        for i, j in zip(ids, ids[1:]):
            counts[i][j] = 1
    return counts


def equals_plus(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for document in documents:
        ids = [bos] + [chars.index(char) for char in document] + [bos]
        for i, j in zip(ids, ids[1:]):
            counts[i][j] = +1
    return counts


def restarts(documents, chars):
    bos = len(chars)
    for document in documents:
        counts = [[0] * (bos + 1) for _ in range(bos + 1)]
        ids = [bos] + [chars.index(char) for char in document] + [bos]
        for i, j in zip(ids, ids[1:]):
            counts[i][j] += 1
    return counts


def restarts_safely(documents, chars):
    counts = count_pairs([], chars)
    for document in documents:
        counts = count_pairs([document], chars)
    return counts


def returns_in_the_loop(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for document in documents:
        ids = [bos] + [chars.index(char) for char in document] + [bos]
        for i, j in zip(ids, ids[1:]):
            counts[i][j] += 1
        return counts


def returns_after_one_pair(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for document in documents:
        ids = [bos] + [chars.index(char) for char in document] + [bos]
        for i, j in zip(ids, ids[1:]):
            counts[i][j] += 1
            return counts


def outside_the_loop(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    ids = []
    for document in documents:
        ids = [bos] + [chars.index(char) for char in document] + [bos]
    for i, j in zip(ids, ids[1:]):
        counts[i][j] += 1
    return counts


def one_too_far(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for document in documents:
        ids = [bos] + [chars.index(char) for char in document] + [bos]
        for n in range(len(ids)):
            counts[ids[n]][ids[n + 1]] += 1
    return counts


def wraps_round(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for document in documents:
        ids = [bos] + [chars.index(char) for char in document] + [bos]
        for n in range(len(ids)):
            counts[ids[n - 1]][ids[n]] += 1
    return counts


def text_count(documents, chars):
    tokens = chars + ["."]
    texts = ["." + document + "." for document in documents]
    return [[sum(text.count(a + b) for text in texts) for b in tokens] for a in tokens]


def text_count_of_all(documents, chars):
    tokens = chars + ["."]
    text = "." + ".".join(documents) + "."
    return [[text.count(a + b) for b in tokens] for a in tokens]


def pairs_of_letters(documents, chars):
    return Counter(pair for document in documents for pair in pairwise(document))


def dictionary_of_ids(documents, chars):
    counts = {}
    for document in documents:
        ids = [len(chars)] + [chars.index(char) for char in document] + [len(chars)]
        for pair in zip(ids, ids[1:]):
            counts[pair] = counts.get(pair, 0) + 1
    return counts


def dictionary_of_letters(documents, chars):
    counts = {}
    for document in documents:
        tokens = ["<BOS>", *document, "<BOS>"]
        for pair in zip(tokens, tokens[1:]):
            counts[pair] = counts.get(pair, 0) + 1
    return counts


def dictionaries(documents, chars):
    counts = {}
    for document in documents:
        text = f".{document}."
        for one, other in zip(text, text[1:]):
            row = counts.setdefault(one, {})
            row[other] = row.get(other, 0) + 1
    return counts


def dictionary_of_rows(documents, chars):
    return dict(enumerate(count_pairs(documents, chars)))


def pops_documents(documents, chars):
    counts = count_pairs([], chars)
    while documents:
        for i, row in enumerate(count_pairs([documents.pop()], chars)):
            counts[i] = [a + b for a, b in zip(counts[i], row)]
    return counts


def appends_to_chars(documents, chars):
    chars.append(".")
    counts = [[0] * len(chars) for _ in chars]
    for document in documents:
        text = f".{document}."
        for one, other in zip(text, text[1:]):
            counts[chars.index(one)][chars.index(other)] += 1
    return counts


memory = Counter()


def keeps(documents, chars):
    tokens = [*chars, None]
    for document in documents:
        memory.update(pairwise([None, *document, None]))
    return [[memory[one, other] for other in tokens] for one in tokens]


def forgets_return(documents, chars):
    counts = [[0] * (len(chars) + 1) for _ in range(len(chars) + 1)]
    for document in documents:
        ids = [len(chars)] + [chars.index(char) for char in document] + [len(chars)]
        for i, j in zip(ids, ids[1:]):
            counts[i][j] += 1


def letters_as_places(documents, chars):
    counts = [[0] * (len(chars) + 1) for _ in range(len(chars) + 1)]
    for document in documents:
        for one, other in zip(document, document[1:]):
            counts[one][other] += 1
    return counts


def bos_without_id(documents, chars):
    counts = [[0] * (len(chars) + 1) for _ in range(len(chars) + 1)]
    for document in documents:
        tokens = [".", *document, "."]
        for one, other in zip(tokens, tokens[1:]):
            counts[chars.index(one)][chars.index(other)] += 1
    return counts


def adds_the_place(documents, chars):
    bos = len(chars)
    counts = [[0] * (bos + 1) for _ in range(bos + 1)]
    for document in documents:
        ids = [bos] + [chars.index(char) for char in document] + [bos]
        for i, j in zip(ids, ids[1:]):
            counts[i][j] += j
    return counts


def then(change):
    return lambda documents, chars: change(count_pairs(documents, chars))


def of(change):
    return lambda documents, chars: count_pairs(change(documents), chars)


RIGHT = [
    count_pairs,
    by_index,
    by_counter,
    by_dictionary,
    by_defaultdict,
    by_array,
    by_float_array,
    by_previous,
    ends_apart,
    one_stream,
    one_bos_between,
    recursion,
    while_loops,
    list_counts,
    sums,
    flat,
    by_class,
    by_reduce,
    with_pairs(pairwise),
    with_bos(lambda chars: -1),  # as a place in a list, -1 is the last
    lambda documents, chars: reduce(
        lambda table, one: [[a + b for a, b in zip(r, s)] for r, s in zip(table, one)],
        [count_pairs([document], chars) for document in documents],
        count_pairs([], chars),
    ),
]

WRONG = [
    (shared_rows, "all rows are one and the same list"),
    (with_pairs(lambda ids: zip(ids[1:], ids)), "rows and columns are swapped"),
    (then(lambda rows: [list(column) for column in zip(*rows)]), "rows and columns are swapped"),
    (of(lambda documents: [d[::-1] for d in documents]), "rows and columns are swapped"),
    (then(lambda rows: numpy.array(rows).T), "rows and columns are swapped"),
    (with_pairs(lambda ids: [*zip(ids, ids[1:]), *zip(ids[1:], ids)]), "in both directions"),
    (no_bos_small, "BOS is missing; it stands at both ends"),
    (with_pairs(lambda ids: zip(ids[1:-1], ids[2:-1])), "BOS is missing; it stands at both ends"),
    (with_pairs(lambda ids: pairwise(ids[:-1])), "BOS is missing at the end"),
    (with_pairs(lambda ids: pairwise(ids[1:])), "BOS is missing in front"),
    (with_pairs(pairwise, more=0), "has no row and no column for BOS"),
    (then(lambda rows: rows[:-1]), "the row of BOS is missing"),
    (then(lambda rows: [row[:-1] for row in rows]), "the column of BOS is missing"),
    (then(lambda rows: [r[-1:] + r[:-1] for r in rows[-1:] + rows[:-1]]), "BOS comes first here"),
    (with_bos(lambda chars: 0), "BOS has the id of the first letter"),
    (with_bos(lambda chars: len(chars) - 1), "BOS has the id of the last letter"),
    (joined, "you joined the documents"),
    (joined_without_bos, "you joined the documents"),
    (stream, "the first of the next one make a pair here"),
    (fixed_27, "the table has a fixed size"),
    (alphabet, "the table has a fixed size"),
    (with_pairs(pairwise, more=2), "a row and a column too many"),
    (
        lambda documents, chars: [[0] * (len(chars) + 1) for _ in range(len(chars) + 1)],
        "nothing is counted in it",
    ),
    (probabilities, "these are shares"),
    (divides_by_zero, "these are shares"),
    (then(lambda rows: [[n / (sum(map(sum, rows)) or 1) for n in r] for r in rows]), "are shares"),
    (sets_to_one, "only whether a pair comes"),
    (equals_plus, "only whether a pair comes"),
    (then(lambda rows: [[n > 0 for n in row] for row in rows]), "only whether a pair comes"),
    (with_pairs(lambda ids: set(zip(ids, ids[1:]))), "in the same document is not counted again"),
    (of(set), "a document that comes again is not counted"),
    (of(dict.fromkeys), "a document that comes again is not counted"),
    (text_count, "overlaps the one before it"),
    (text_count_of_all, "overlaps the one before it"),
    (of(lambda documents: documents[:1]), "the first document alone"),
    (returns_in_the_loop, "the first document alone; count the pairs of all of them; return after"),
    (restarts, "the last document alone"),
    (restarts_safely, "the last document alone"),
    (outside_the_loop, "the last document alone"),
    (of(lambda documents: documents[1:]), "the first document is missing"),
    (of(lambda documents: documents[:-1]), "the last document is missing"),
    (of(lambda documents: [d[1:] for d in documents]), "the first letter of each document"),
    (of(lambda documents: [d[:-1] for d in documents]), "the last letter of each document"),
    (with_pairs(lambda ids: list(zip(ids, ids[1:]))[:-1]), "BOS is missing at the end"),
    (with_pairs(lambda ids: [(ids[n], ids[n + 1]) for n in range(len(ids) - 2)]), "at the end"),
    (with_pairs(lambda ids: [(ids[n], ids[n + 1]) for n in range(1, len(ids) - 1)]), "in front"),
    (with_pairs(lambda ids: [(ids[n], ids[n + 1]) for n in range(len(ids) - 3)]), "the last two"),
    (with_pairs(lambda ids: [ids[:2]]), "only the first pair"),
    (returns_after_one_pair, "only the very first pair is counted; count them all; return after"),
    (with_pairs(lambda ids: [ids[-2:]]), "only the last pair"),
    (with_pairs(lambda ids: zip(ids[::2], ids[1::2])), "every second pair is passed over"),
    (with_pairs(lambda ids: zip(ids, ids[2:])), "one token lies between"),
    (with_pairs(lambda ids: itertools.combinations(ids, 2)), "all that come after it"),
    (with_pairs(lambda ids: zip(ids, ids)), "each token is paired with itself"),
    (with_pairs(lambda ids: itertools.product(ids, ids)), "paired with every other one"),
    (
        with_pairs(lambda ids: zip(ids, ids[1:] + ids[:1])),
        "BOS follows BOS once more in each document",
    ),
    (wraps_round, "BOS follows BOS once more in each document"),
    (with_pairs(lambda ids: [p for p in zip(ids, ids[1:]) if p[0] != p[1]]), "may follow itself"),
    (of(lambda documents: [d for d in documents if d]), "BOS follows BOS; count that pair too"),
    (of(lambda documents: sorted(documents)[:1]), None),
    (then(lambda rows: [sum(row) for row in rows]), "these are counts of tokens"),
    (lambda documents, chars: Counter("".join(documents)), "these are counts of tokens"),
    (then(lambda rows: sum(map(sum, rows))), "that is how many pairs there are"),
    (dictionary_of_ids, "that is a dictionary of pairs"),
    (dictionary_of_letters, "that is a dictionary of pairs"),
    (dictionaries, "that is a dictionary of pairs"),
    (pairs_of_letters, "the answer is a list"),
    (dictionary_of_rows, "the rows stand in a dictionary"),
    (
        lambda documents, chars: [
            p for d in documents for p in pairwise([len(chars), *map(chars.index, d), len(chars)])
        ],
        "these are the pairs themselves",
    ),
    (
        lambda documents, chars: [count_pairs([document], chars) for document in documents],
        "a table of its own",
    ),
    (then(lambda rows: sum(rows, [])), "the table is one long list"),
    (then(sorted), "the rows are sorted"),
    (then(lambda rows: [row.index(max(row)) for row in rows]), "follows most often"),
    (then(lambda rows: [[str(n) for n in row] for row in rows]), "the counts are texts"),
    (then(lambda rows: [[n + 1 for n in row] for row in rows]), "1 too large"),
    (then(lambda rows: [[2 * n for n in row] for row in rows]), "2 times what it should be"),
    (then(lambda rows: rows[::-1]), "in reverse order"),
    (then(lambda rows: (row for row in rows)), "collect them with list"),
    (then(lambda rows: [rows]), "one list too many"),
    (then(str), "the answer is a list"),
    (then(print), "it prints, and nothing comes back"),
    (pops_documents, "changed its input documents to []"),
    (appends_to_chars, "changed its input chars"),
    (keeps, "kept between calls"),
    (forgets_return, "no return in it has a value"),
    (one_too_far, "a list of n items ends at [n - 1]"),
    (letters_as_places, "list indices must be integers"),
    (bos_without_id, "ValueError: '.' is not in list"),
    (adds_the_place, None),
    (lambda documents, chars: documents, "that is documents, as it came in"),
    (lambda documents, chars: [[0] * 4] * 4, "whatever comes in"),
    (lambda chars, documents: count_pairs(documents, chars), "in the order of"),
    (lambda documents: count_pairs(documents, list("aem")), "does not start"),
    (count_pairs(["ab"], ["a", "b"]), "not a function"),
]
