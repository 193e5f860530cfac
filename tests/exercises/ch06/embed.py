"""ex-06-3: embed(ids, wte, wpe)"""

import math
import operator
from copy import deepcopy
from functools import partial, reduce
from itertools import count, starmap

import numpy


def embed(ids, wte, wpe):
    vectors = []
    for place, id in enumerate(ids):
        vectors.append([t + p for t, p in zip(wte[id], wpe[place])])
    return vectors


def by_index(ids, wte, wpe):
    vectors = []
    for place in range(len(ids)):
        token_row = wte[ids[place]]
        place_row = wpe[place]
        vector = []
        for n in range(len(token_row)):
            vector.append(token_row[n] + place_row[n])
        vectors.append(vector)
    return vectors


def on_a_copy(ids, wte, wpe):
    vectors = []
    for place, id in enumerate(ids):
        vector = list(wte[id])
        for n, number in enumerate(wpe[place]):
            vector[n] += number
        vectors.append(vector)
    return vectors


def on_deep_copies(ids, wte, wpe):
    vectors = [deepcopy(wte[id]) for id in ids]
    for vector, row in zip(vectors, wpe):
        for n in range(len(vector)):
            vector[n] += row[n]
    return vectors


def array(ids, wte, wpe):
    return (
        numpy.array(wte)[ids] + numpy.array(wpe)[: len(ids)]
        if ids
        else numpy.zeros((0, 2)).tolist()
    )


def array_rows(ids, wte, wpe):
    return [numpy.add(wte[id], wpe[place]) for place, id in enumerate(ids)]


def array_32_bits(ids, wte, wpe):
    rows = [numpy.array(wte[id], numpy.float32) for id in ids]
    return [row + numpy.array(place, numpy.float32) for row, place in zip(rows, wpe)]


def one_hot(ids, wte, wpe):
    vectors = []
    for place, id in enumerate(ids):
        hot = [int(n == id) for n in range(len(wte))]
        row = [sum(h * t for h, t in zip(hot, column)) for column in zip(*wte)]
        vectors.append([t + p for t, p in zip(row, wpe[place])])
    return vectors


def recursion(ids, wte, wpe):
    if not ids:
        return []
    first = [t + p for t, p in zip(wte[ids[0]], wpe[0])]
    return [first] + recursion(ids[1:], wte, wpe[1:])


def while_loop(ids, wte, wpe):
    vectors, place = [], 0
    while place < len(ids):
        vectors += [[a + b for a, b in zip(wte[ids[place]], wpe[place])]]
        place += 1
    return vectors


def own_counter(ids, wte, wpe):
    place, result = 0, []
    for id in ids:
        result.append(list(map(operator.add, wte[id], wpe[place])))
        place = place + 1
    return result


def generator(ids, wte, wpe):
    def vectors():
        for id, row in zip(ids, wpe):
            yield [math.fsum(pair) for pair in zip(wte[id], row)]

    return list(vectors())


def looked_up_first(ids, wte, wpe):
    tokens = [wte[id] for id in ids]
    places = wpe[: len(ids)]
    return [[t + p for t, p in zip(*rows)] for rows in zip(tokens, places)]


def by_dictionary(ids, wte, wpe):
    rows = dict(enumerate(wte))
    return [tuple(t + p for t, p in zip(rows[id], wpe[n])) for n, id in enumerate(ids)]


def filled(ids, wte, wpe):
    width = len(wte[0])
    vectors = [[0.0] * width for _ in ids]
    for n in range(len(ids)):
        for k in range(width):
            vectors[n][k] = wte[ids[n]][k] + wpe[n][k]
    return vectors


class Embedding:
    def __init__(self, wte, wpe):
        self.wte, self.wpe = wte, wpe

    def __call__(self, id, place):
        return [t + p for t, p in zip(self.wte[id], self.wpe[place])]


# Wrong


def adds_in_place(ids, wte, wpe):
    vectors = []
    for place, id in enumerate(ids):
        row = wte[id]
        for n in range(len(row)):
            row[n] += wpe[place][n]
        vectors.append(row)
    return vectors


def adds_in_place_copying_after(ids, wte, wpe):
    vectors = []
    for place, id in enumerate(ids):
        for n in range(len(wte[id])):
            wte[id][n] += wpe[place][n]
        vectors.append(list(wte[id]))
    return vectors


def adds_into_wpe(ids, wte, wpe):
    vectors = []
    for place, id in enumerate(ids):
        row = wpe[place]
        for n in range(len(row)):
            row[n] += wte[id][n]
        vectors.append(row)
    return vectors


def replaces_rows(ids, wte, wpe):
    for place, id in enumerate(ids):
        wpe[place] = [t + p for t, p in zip(wte[id], wpe[place])]
    return wpe[: len(ids)]


def extends_rows(ids, wte, wpe):
    vectors = []
    for place, id in enumerate(ids):
        row = wte[id]
        row += wpe[place]
        vectors.append(row)
    return vectors


def pops_ids(ids, wte, wpe):
    vectors = []
    while ids:
        vectors.append([t + p for t, p in zip(wte[ids.pop(0)], wpe[len(vectors)])])
    return vectors


def pops_places(ids, wte, wpe):
    return [[t + p for t, p in zip(wte[id], wpe.pop(0))] for id in ids]


def returns_in_the_loop(ids, wte, wpe):
    vectors = []
    for place, id in enumerate(ids):
        vectors.append([t + p for t, p in zip(wte[id], wpe[place])])
        return vectors


def returns_the_first(ids, wte, wpe):
    for place, id in enumerate(ids):
        return [t + p for t, p in zip(wte[id], wpe[place])]


def starts_again(ids, wte, wpe):
    for place, id in enumerate(ids):
        vectors = []
        vectors.append([t + p for t, p in zip(wte[id], wpe[place])])
    return vectors


def keeps_the_last(ids, wte, wpe):
    for place, id in enumerate(ids):
        vector = [t + p for t, p in zip(wte[id], wpe[place])]
    return vector


def one_list(ids, wte, wpe):
    """The inner list is made once, so all the numbers go into it."""
    vectors, vector = [], []
    for place, id in enumerate(ids):
        for t, p in zip(wte[id], wpe[place]):
            vector.append(t + p)
        vectors.append(vector)
    return vectors


def flat(ids, wte, wpe):
    numbers = []
    for place, id in enumerate(ids):
        for t, p in zip(wte[id], wpe[place]):
            numbers.append(t + p)
    return numbers


def running(ids, wte, wpe):
    vectors, total = [], [0] * len(wte[0])
    for place, id in enumerate(ids):
        total = [n + t + p for n, t, p in zip(total, wte[id], wpe[place])]
        vectors.append(total)
    return vectors


def appends_too_often(ids, wte, wpe):
    vectors = []
    for place, id in enumerate(ids):
        vector = []
        for t, p in zip(wte[id], wpe[place]):
            vector.append(t + p)
            vectors.append(vector)
    return vectors


def keeps(ids, wte, wpe, vectors=[]):
    for place, id in enumerate(ids):
        vectors.append([t + p for t, p in zip(wte[id], wpe[place])])
    return vectors


counter = count()


def place_goes_on(ids, wte, wpe):
    """The place is counted in one counter for all calls."""
    return [[t + p for t, p in zip(wte[id], wpe[next(counter) % len(wpe)])] for id in ids]


def forgets_the_counter(ids, wte, wpe):
    vectors, place = [], 0
    while place < len(ids):
        vectors.append([t + p for t, p in zip(wte[ids[place]], wpe[place])])
    return vectors


def forgets_return(ids, wte, wpe):
    vectors = []
    for place, id in enumerate(ids):
        vectors.append([t + p for t, p in zip(wte[id], wpe[place])])


def adds_lists(ids, wte, wpe):
    return [sum([wte[id], wpe[place]]) for place, id in enumerate(ids)]


def restarts_at_bos(ids, wte, wpe):
    """The place starts at 0 again behind each BOS, the largest id."""
    vectors, place = [], 0
    for id in ids:
        if id == len(wte) - 1:
            place = 0
        vectors.append([t + p for t, p in zip(wte[id], wpe[place])])
        place += 1
    return vectors


def swapped_enumerate(ids, wte, wpe):
    return [[t + p for t, p in zip(wte[id], wpe[place])] for id, place in enumerate(ids)]


def same_row_twice(ids, wte, wpe):
    return [[t + p for t, p in zip(wte[id], wte[id])] for id in ids]


def rows(combine):
    return lambda ids, wte, wpe: [combine(wte[id], wpe[n]) for n, id in enumerate(ids)]


def then(change):
    return lambda ids, wte, wpe: change(embed(ids, wte, wpe))


def places(place):
    return lambda ids, wte, wpe: [
        [t + p for t, p in zip(wte[id], wpe[place(ids, n)])] for n, id in enumerate(ids)
    ]


RIGHT = [
    embed,
    by_index,
    on_a_copy,
    on_deep_copies,
    array,
    array_rows,
    array_32_bits,
    one_hot,
    recursion,
    while_loop,
    own_counter,
    generator,
    looked_up_first,
    by_dictionary,
    filled,
    partial(embed),
    places(lambda ids, n: n),
    lambda ids, wte, wpe: list(map(Embedding(wte, wpe), ids, range(len(ids)))),
    lambda ids, wte, wpe: [[*map(sum, zip(wte[id], row))] for id, row in zip(ids, wpe)],
    lambda ids, wte, wpe: [list(starmap(operator.add, zip(wte[i], p))) for i, p in zip(ids, wpe)],
    lambda ids, wte, wpe: reduce(
        lambda done, id: done + [[t + p for t, p in zip(wte[id], wpe[len(done)])]], ids, []
    ),
]

WRONG = [
    (lambda ids, wte, wpe: [wte[id] for id in ids], "that is the row of wte alone"),
    (lambda ids, wte, wpe: [list(wte[id]) for id in ids], "that is the row of wte alone"),
    (lambda ids, wte, wpe: [wpe[n] for n in range(len(ids))], "that is the row of wpe alone"),
    (lambda ids, wte, wpe: wpe[: len(ids)], "that is the row of wpe alone"),
    (places(lambda ids, n: ids[n]), "the row of wpe is chosen by the id"),
    (
        lambda ids, wte, wpe: [[t + p for t, p in zip(wte[id], wpe[id])] for id in ids],
        "the row of wpe is chosen by the id",
    ),
    (
        lambda ids, wte, wpe: [[t + p for t, p in zip(wte[n], wpe[n])] for n in range(len(ids))],
        "the row of wte is chosen by the place",
    ),
    (swapped_enumerate, "the two tables are mixed up"),
    (lambda ids, wte, wpe: embed(ids, wpe, wte), "the two tables are mixed up"),
    (places(lambda ids, n: n + 1), "the places are counted from 1"),
    (
        lambda ids, wte, wpe: [
            [t + p for t, p in zip(wte[id], wpe[n])] for n, id in enumerate(ids, start=1)
        ],
        "the places are counted from 1",
    ),
    (places(lambda ids, n: len(ids) - 1 - n), "the places are counted from the end"),
    (places(lambda ids, n: n - 1), "the places start one too early"),
    (places(lambda ids, n: 0), "the place does not move on"),
    (places(lambda ids, n: len(ids) - 1), "the row of wpe for the last place"),
    (places(lambda ids, n: -1), "the row of wpe for the last place"),
    (places(lambda ids, n: ids.index(ids[n])), "index finds the first place"),
    (places(lambda ids, n: ids[:n].count(ids[n])), "the places count how often"),
    (restarts_at_bos, "the places start again at BOS"),
    (
        lambda ids, wte, wpe: [
            [t + p for t, p in zip(wte[id - 1], wpe[n])] for n, id in enumerate(ids)
        ],
        "the ids are counted from 1",
    ),
    (
        lambda ids, wte, wpe: embed(ids, list(zip(*wte)), list(zip(*wpe))),
        "you took the columns",
    ),
    (lambda ids, wte, wpe: embed(ids, list(zip(*wte)), wpe), "you took the columns"),
    (lambda ids, wte, wpe: embed(ids, wte, list(zip(*wpe))), "you took the columns"),
    (lambda ids, wte, wpe: [wte[id] + wpe[n] for n, id in enumerate(ids)], "one list behind the"),
    (rows(lambda t, p: [*t, *p]), "+ puts one list behind the other"),
    (rows(lambda t, p: list(zip(t, p))), "stand side by side"),
    (rows(lambda t, p: (t, p)), "stand side by side"),
    (rows(lambda t, p: [a * b for a, b in zip(t, p)]), "you multiplied the numbers"),
    (rows(lambda t, p: [a - b for a, b in zip(t, p)]), "you took the row of wpe away"),
    (rows(lambda t, p: [b - a for a, b in zip(t, p)]), "you took the row of wte away"),
    (rows(lambda t, p: [(a + b) / 2 for a, b in zip(t, p)]), "the mean of the two rows"),
    (rows(lambda t, p: [max(a, b) for a, b in zip(t, p)]), "the larger number of each pair"),
    (rows(lambda t, p: [a + b for a in t for b in p]), "every number of one row"),
    (rows(lambda t, p: [a + p[0] for a in t]), "the first number of the row of wpe"),
    (
        lambda ids, wte, wpe: [[t + n for t in wte[id]] for n, id in enumerate(ids)],
        "the place itself is added",
    ),
    (
        lambda ids, wte, wpe: [[id + p for p in wpe[n]] for n, id in enumerate(ids)],
        "the id itself is added",
    ),
    (rows(lambda t, p: sum(t) + sum(p)), "added up to one number"),
    (rows(lambda t, p: sum(a * b for a, b in zip(t, p))), "the dot product of the two rows"),
    (rows(lambda t, p: [t[0] + p[0]]), "only the first number of each vector"),
    (rows(lambda t, p: [t[-1] + p[-1]]), "only the last number of each vector"),
    (
        rows(lambda t, p: [t[k] + p[k] for k in range(len(t) - 1)]),
        "the last number of each vector is",
    ),
    (
        rows(lambda t, p: [t[k] + p[k] for k in range(1, len(t))]),
        "the first number of each vector is",
    ),
    (rows(lambda t, p: list(map(operator.add, t, p))[::-1]), None),
    (then(lambda v: [sum(column) for column in zip(*v)]), "the vectors are added up"),
    (then(lambda v: [sum(column) / len(v) for column in zip(*v)]), "the mean of the vectors"),
    (returns_the_first, "the first vector alone; return one for each id; return after"),
    (then(lambda v: v[0]), "that is the first vector alone"),
    (returns_in_the_loop, "the list holds the first vector alone"),
    (keeps_the_last, "that is the last vector alone"),
    (starts_again, "start the list once, before the loop"),
    (then(lambda v: v[-1:]), "the list holds the last vector alone"),
    (flat, "the vectors make one long list"),
    (then(lambda v: sum(v, [])), "the vectors make one long list"),
    (one_list, "one and the same list stands there"),
    (running, "the vectors of earlier ids are added"),
    (appends_too_often, "appended more than once"),
    (then(lambda v: v[-1:] * len(v)), "one and the same list stands there"),
    (
        lambda ids, wte, wpe: {
            id: [t + p for t, p in zip(wte[id], wpe[n])] for n, id in enumerate(ids)
        },
        "an id that comes again is left out",
    ),
    (lambda ids, wte, wpe: embed(list(dict.fromkeys(ids)), wte, wpe), "comes again is left out"),
    (lambda ids, wte, wpe: embed(list(set(ids)), wte, wpe), "comes again is left out"),
    (lambda ids, wte, wpe: embed(sorted(ids), wte, wpe), "the ids are sorted"),
    (
        lambda ids, wte, wpe: [
            [t + p for t, p in zip(wte[id], wpe[n])] for n, id in enumerate(ids) if id
        ],
        "the id 0 is left out",
    ),
    (lambda ids, wte, wpe: embed(ids[:-1], wte, wpe), "the last id is missing"),
    (lambda ids, wte, wpe: embed(ids[1:], wte, wpe), "the first id is missing"),
    (
        lambda ids, wte, wpe: [[t + p for t, p in zip(*both)] for both in zip(wte, wpe)],
        "you walk through the whole table",
    ),
    (
        lambda ids, wte, wpe: [[t + p for t, p in zip(wte[id], row)] for id in ids for row in wpe],
        "each id meets every place",
    ),
    (
        lambda ids, wte, wpe: [
            [[t + p for t, p in zip(wte[id], row)] for row in wpe] for id in ids
        ],
        "each id meets every place",
    ),
    (same_row_twice, "the row of wte is added to itself"),
    (rows(lambda t, p: [t[k] + p[k - 1] for k in range(len(t))]), None),
    (rows(lambda t, p: [a + 0.5 * b for a, b in zip(t, p)]), None),
    (adds_in_place, "you add to the rows of wte themselves"),
    (adds_in_place_copying_after, "you add to the rows of wte themselves"),
    (adds_into_wpe, "changed its input wpe"),
    (replaces_rows, "changed its input wpe"),
    (extends_rows, "into the table itself; add the numbers"),
    (pops_ids, "changed its input ids to []"),
    (pops_places, "changed its input wpe"),
    (keeps, "kept between calls"),
    (place_goes_on, "kept between calls"),
    (then(lambda v: list(enumerate(v))), "comes with its id or its place"),
    (lambda ids, wte, wpe: list(zip(ids, embed(ids, wte, wpe))), "comes with its id or its place"),
    (then(lambda v: (x for x in v)), "collect them with list"),
    (rows(lambda t, p: (a + b for a, b in zip(t, p))), "collect them with list"),
    (rows(lambda t, p: {a + b for a, b in zip(t, p)}), "a set, which has no order"),
    (then(lambda v: [[round(x, 1) for x in vector] for vector in v]), "rounded to 1 digits"),
    (then(lambda v: [[int(x) for x in vector] for vector in v]), "digits after the point are lost"),
    (then(lambda v: [[-x for x in vector] for vector in v]), "the sign is turned round"),
    (then(lambda v: [[abs(x) for x in vector] for vector in v]), "no result is ever negative"),
    (then(lambda v: [[str(x) for x in vector] for vector in v]), "is the text '13', not a number"),
    (then(lambda v: v[::-1]), "in reverse order"),
    (then(lambda v: [v]), "one list too many"),
    (then(len), "how many items there are"),
    (then(str), "the answer is a list"),
    (then(print), "it prints, and nothing comes back"),
    (lambda ids, wte, wpe: ids, "that is ids, as it came in"),
    (rows(lambda t, p: t * p), "Python does not multiply or take away whole lists"),
    (adds_lists, "does not compute with a whole list"),
    (lambda ids, wte, wpe: wte[ids], "list indices must be integers"),
    (forgets_the_counter, "did not come back"),
    (forgets_return, "no return in it has a value"),
    (lambda wte, wpe, ids: embed(ids, wte, wpe), "the values arrive in the order of"),
    (lambda ids, wte: [wte[id] for id in ids], "does not start"),
    ([[1, 2]], "not a function"),
]
