"""Exercise 7.4: several heads."""

from math import exp, sqrt

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from ..source import starts_list_in_loop
from .parts import (
    AFTER,
    LENGTHS,
    attend,
    attention,
    blend,
    dot,
    flat,
    mean,
    scores_of,
    softmax,
    total,
)


def cut(row, n_head):
    size = len(row) // n_head
    return [row[h * size : (h + 1) * size] for h in range(n_head)]


def split(query, keys, values, n_head):
    """What each head works with: its pieces of the query, of each key and of each value."""
    keys, values = [zip(*[cut(row, n_head) for row in rows]) for rows in (keys, values)]
    return list(zip(cut(query, n_head), map(list, keys), map(list, values)))


def heads(asks=attend, join=flat):
    """asks(query, keys, values) makes the result of a head; join lays the results together."""
    return lambda query, keys, values, n_head: join(
        [asks(*head) for head in split(query, keys, values, n_head)]
    )


multi_head = heads()


def joined(join):
    return heads(join=join)


def not_cut(choose):
    """choose(own, all): the query, the keys and the values of a head, from its own pieces and from the whole."""
    return lambda query, keys, values, n_head: flat(
        [attend(*choose(own, (query, keys, values))) for own in split(query, keys, values, n_head)]
    )


def of_head(place):
    """place(h, n_head) is the head whose pieces are used in the place of h: for query, keys and values."""

    def answer(query, keys, values, n_head):
        pieces, results = split(query, keys, values, n_head), []
        for h in range(n_head):
            q, k, v = [other % n_head for other in place(h, n_head)]
            results.append(attend(pieces[q][0], pieces[k][1], pieces[v][2]))
        return flat(results)

    return answer


def size_of(query, keys, n_head):
    return len(query) // n_head


def slice_of(h, size, n_head):
    return slice(h * size, (h + 1) * size)


def cut_as(where=slice_of, numbers=lambda size, n_head: range(n_head), size=size_of):
    """where(h, size, n_head) is the slice of head h; `numbers` are those of the heads."""

    def answer(query, keys, values, n_head):
        each, results = size(query, keys, n_head), []
        for h in numbers(each, n_head):
            part = where(h, each, n_head)
            rows = [[row[part] for row in rows] for rows in (keys, values)]
            results.append(attend(query[part], *rows))
        return flat(results)

    return answer


def scaled_by(length):
    """The scores of each head are divided by the root of length(query, n_head), with the whole query."""

    def answer(query, keys, values, n_head):
        asks = attention(lambda q, k: dot(q, k) / sqrt(length(query, n_head)))
        return heads(asks)(query, keys, values, n_head)

    return answer


def weights_of_head(query, keys, values):
    return softmax(scores_of(query, keys))


def one_softmax(query, keys, values, n_head):
    """One softmax for the scores of all heads together."""
    pieces = split(query, keys, values, n_head)
    weights = cut(softmax(flat([scores_of(q, k) for q, k, _ in pieces])), n_head)
    return flat([blend(own, v) for own, (_, _, v) in zip(weights, pieces)])


def weights_of(pick):
    """The weights of one head, or a blend of all their weights, for the values of every head."""

    def answer(query, keys, values, n_head):
        weights = heads(weights_of_head, join=pick)(query, keys, values, n_head)
        return blend(weights, values)

    return answer


def of_result(change):
    return lambda query, keys, values, n_head: change(multi_head(query, keys, values, n_head))


def lists_cut(query, keys, values, n_head):
    """The lists of keys and values are cut, not each key and each value."""
    return flat([attend(*head) for head in zip(*[cut(x, n_head) for x in (query, keys, values)])])


def lists_cut_by_size(query, keys, values, n_head):
    parts = [slice_of(h, len(query) // n_head, n_head) for h in range(n_head)]
    return flat([attend(query[part], keys[part], values[part]) for part in parts])


def columns(rows):
    return [list(column) for column in zip(*rows)]


def by_columns(rows):
    """The first numbers of all heads, then the second ones."""
    return flat(columns(rows))


def heads_and_rows(rng):
    n_head, size = rng.choice([(1, 3), (2, 1), (2, 3), (3, 2), (2, 2), (3, 1), (4, 2)])
    width, count = n_head * size, rng.randint(2, 4)
    query = numbers(rng, width, -2, 2)
    keys, values = [[numbers(rng, width, -2, 2) for _ in range(count)] for _ in range(2)]
    return query, keys, values, n_head


A, B = 1 / (1 + exp(-1)), 1 / (1 + exp(-2))
ROOT = sqrt(3)

MULTI_HEAD = Function(
    "ex-07-4",
    "multi_head(query, keys, values, n_head)",
    start="each piece has len(query) // n_head numbers: cut them for the first head, and call attend with them.",
    right=multi_head,
    more=heads_and_rows,
    draws=15,
    cases=[
        Case(
            "two heads",
            ([1, 2], [[1, 0], [0, 1]], [[10, 3], [0, 5]], 2),
            [10 * A, 3 * (1 - B) + 5 * B],
        ),
        Case(
            "one head does what attend does",
            ([1, 0, 1], [[1, 2, 0], [0, 5, 0]], [[1, 2, 3], [-1, 0, 0]], 1),
            [
                (exp(1 / ROOT) - 1) / (exp(1 / ROOT) + 1),
                2 / (1 + exp(-1 / ROOT)),
                3 / (1 + exp(-1 / ROOT)),
            ],
        ),
        Case(
            "one key, whose value comes back",
            ([1, 2, 3, 4], [[4, 3, 2, 1]], [[0.5, -1, 7, 2]], 2),
            [0.5, -1, 7, 2],
        ),
        Case(
            "two heads of three numbers, many digits",
            (
                [0.5, 1, 0, 2, -1, 1],
                [[1, 0, 3, 0, 1, 1], [0, -1, 2, 1, 1, 0.5]],
                [[0.37, -1.21, 2, 1, 0, 4], [1.93, 0.58, -3, 0, 2.05, 0]],
                2,
            ),
            [
                *blend(softmax([0.5 / ROOT, -1 / ROOT]), [[0.37, -1.21, 2], [1.93, 0.58, -3]]),
                *blend(softmax([0, 1.5 / ROOT]), [[1, 0, 4], [0, 2.05, 0]]),
            ],
        ),
        Case(
            "three heads of two numbers",
            (
                [0, 0, 1, 1, 2, -2],
                [[1, 2, 1, 0, 0, 1], [3, 4, 0, 2, 1, 0]],
                [[3, 2, 1, 0, -1, 0], [5, -2, 0, 1, 0, -1]],
                3,
            ),
            [
                4,
                0,
                *softmax([1 / sqrt(2), sqrt(2)]),
                -1 / (1 + exp(sqrt(8))),
                -1 / (1 + exp(-sqrt(8))),
            ],
        ),
    ],
    mistakes=[
        Mistake(
            "that is one attention over all numbers; each head makes weights of its own, from its own pieces.",
            lambda query, keys, values, n_head: attend(query, keys, values),
        ),
        Mistake(
            "the head takes every n-th number; a piece is a row of neighbours, as a slice gives it.",
            cut_as(lambda h, size, n_head: slice(h, None, n_head)),
            lambda query, keys, values, n_head: by_columns(
                [
                    attend(
                        query[h::n_head],
                        [k[h::n_head] for k in keys],
                        [v[h::n_head] for v in values],
                    )
                    for h in range(n_head)
                ]
            ),
        ),
        Mistake(
            "only the query is cut; cut each key and each value as well.",
            not_cut(lambda own, all: (own[0], all[1], all[2])),
        ),
        Mistake(
            "the values are not cut, so the result is too long; each head mixes its own pieces of them.",
            not_cut(lambda own, all: (own[0], own[1], all[2])),
        ),
        Mistake(
            "the query is not cut; each head compares its piece of the query with its piece of each key.",
            not_cut(lambda own, all: (all[0], own[1], own[2])),
        ),
        Mistake(
            "each head attends with all numbers, so the result is too long; cut the query, each key and each value.",
            not_cut(lambda own, all: all),
        ),
        Mistake(
            "only the keys are cut; each head has a piece of the query and of each value as well.",
            not_cut(lambda own, all: (all[0], own[1], all[2])),
        ),
        Mistake(
            "the lists of keys and values are cut, each key and each value is whole; cut every one of them.",
            lists_cut,
            lists_cut_by_size,
        ),
        Mistake(
            "the results of the heads are added; lay them end to end.",
            joined(total),
        ),
        Mistake(
            "that is the mean of the heads; lay their results end to end.",
            joined(mean),
        ),
        Mistake(
            "each head has a list of its own in the result; lay them end to end in one list, with + or extend.",
            joined(list),
        ),
        Mistake(
            "the numbers of the heads are mixed: the first of each head, then the second; lay the heads end to end.",
            joined(by_columns),
            joined(columns),
        ),
        Mistake(
            "the heads stand in reverse order; the first comes first.",
            joined(lambda rows: flat(rows[::-1])),
        ),
        Mistake(
            "a piece has n_head numbers here; there are n_head pieces, of len(query) // n_head numbers each.",
            cut_as(lambda h, size, n_head: slice(h * n_head, (h + 1) * n_head)),
            cut_as(
                lambda h, size, n_head: slice(h * n_head, (h + 1) * n_head),
                lambda size, n_head: range(size),
            ),
            cut_as(lambda h, size, n_head: slice(h * size, h * size + n_head)),
        ),
        Mistake(
            "the number of keys is divided by n_head; a piece has len(query) // n_head numbers.",
            cut_as(size=lambda query, keys, n_head: len(keys) // n_head),
        ),
        Mistake(
            "the pieces begin at h, and so overlap; piece h begins at h * size.",
            cut_as(lambda h, size, n_head: slice(h, h + size)),
        ),
        Mistake(
            "a piece begins at h * n_head here; piece h begins at h * size, where size is len(query) // n_head.",
            cut_as(lambda h, size, n_head: slice(h * n_head, h * n_head + size)),
        ),
        Mistake(
            "each piece begins at 0, so that it grows; piece h begins at h * size.",
            cut_as(lambda h, size, n_head: slice(0, (h + 1) * size)),
        ),
        Mistake(
            "each piece goes on to the end; piece h ends before (h + 1) * size.",
            cut_as(lambda h, size, n_head: slice(h * size, None)),
        ),
        Mistake(
            "the last number of each piece is missing; a slice ends before its second number.",
            cut_as(lambda h, size, n_head: slice(h * size, (h + 1) * size - 1)),
        ),
        Mistake(
            "each piece has one number too many; a slice ends before its second number.",
            cut_as(lambda h, size, n_head: slice(h * size, (h + 1) * size + 1)),
        ),
        Mistake(
            "the heads are counted from 1, so the first piece is left out; count from 0.",
            cut_as(numbers=lambda size, n_head: range(1, n_head)),
        ),
        Mistake(
            "the last head is missing; there are n_head of them.",
            joined(lambda rows: flat(rows[:-1])),
        ),
        Mistake(
            "that is the result of the first head alone; lay all of them end to end.",
            joined(lambda rows: rows[0]),
            joined(lambda rows: rows[:1]),
            because=AFTER,
        ),
        Mistake(
            "that is the result of the last head alone; lay all of them end to end.",
            joined(lambda rows: rows[-1]),
            joined(lambda rows: rows[-1:]),
            because={starts_list_in_loop: "start the list once, before the loop."},
        ),
        Mistake(
            "every head works with the pieces of the first; each has pieces of its own.",
            of_head(lambda h, n: (0, 0, 0)),
        ),
        Mistake(
            "every head works with the pieces of the last; each has pieces of its own.",
            of_head(lambda h, n: (n - 1, n - 1, n - 1)),
        ),
        Mistake(
            "every head has the first piece of the query; each has its own.",
            of_head(lambda h, n: (0, h, h)),
        ),
        Mistake(
            "every head compares its piece of the query with the first piece of each key; "
            "cut each key as the query is cut.",
            not_cut(lambda own, all: (own[0], all[1], own[2])),
            of_head(lambda h, n: (h, 0, h)),
        ),
        Mistake(
            "every head has the first pieces of the values; each has its own.",
            of_head(lambda h, n: (h, h, 0)),
        ),
        Mistake(
            "the heads mix the values of other heads; head h has piece h of each value.",
            of_head(lambda h, n: (h, h, (h + 1) % n)),
            of_head(lambda h, n: (h, h, h - 1)),
            of_head(lambda h, n: (h, h, n - 1 - h)),
        ),
        Mistake(
            "the heads look at the keys of other heads; head h has piece h of each key.",
            of_head(lambda h, n: (h, (h + 1) % n, h)),
            of_head(lambda h, n: (h, h - 1, h)),
            of_head(lambda h, n: (h, n - 1 - h, h)),
        ),
        Mistake(
            "the heads ask with the query of other heads; head h has piece h of the query.",
            of_head(lambda h, n: ((h + 1) % n, h, h)),
            of_head(lambda h, n: (h - 1, h, h)),
            of_head(lambda h, n: (n - 1 - h, h, h)),
        ),
        Mistake(
            "the weights of the first head mix the values of all heads; each head has weights of its own.",
            weights_of(lambda weights: weights[0]),
        ),
        Mistake(
            "the weights of the last head mix the values of all heads; each head has weights of its own.",
            weights_of(lambda weights: weights[-1]),
        ),
        Mistake(
            "the weights of the heads are mixed or added up; each head mixes its values with its own weights.",
            weights_of(mean),
            weights_of(total),
        ),
        Mistake(
            "one softmax takes the scores of all heads; each head has a softmax of its own.",
            one_softmax,
        ),
        Mistake(
            "the scores are divided by the root of the whole length; a head divides by that of its piece, "
            "as attend does it.",
            scaled_by(lambda query, n_head: len(query)),
        ),
        Mistake(
            "the scores are divided by the root of n_head; a head divides by that of its piece's length, "
            "as attend does it.",
            scaled_by(lambda query, n_head: n_head),
        ),
        Mistake(
            "the scores are not divided; a head divides by the root of its piece's length, as attend does it.",
            heads(attention(dot)),
        ),
        Mistake(
            "the scores are divided by the length of a piece itself; attend divides by its root.",
            heads(attention(lambda q, k: dot(q, k) / len(q))),
        ),
        Mistake(
            "that is the mean of the values; attend weighs them by how well their keys fit.",
            lambda query, keys, values, n_head: mean(values),
        ),
        Mistake(
            "the values are added up; attend mixes them.",
            lambda query, keys, values, n_head: total(values),
        ),
        Mistake(
            "these are the attention weights of the heads; return their blends.",
            heads(weights_of_head),
            heads(weights_of_head, join=list),
        ),
        Mistake(
            "the heads mix their keys; they mix their values.",
            heads(lambda q, k, v: attend(q, k, k)),
        ),
        Mistake(
            "keys and values are mixed up; attend takes the query, the keys, the values.",
            heads(lambda q, k, v: attend(q, v, k)),
        ),
        Mistake(
            "the query is compared with the values; compare it with the keys.",
            heads(lambda q, k, v: attend(q, v, v)),
        ),
        *[
            Mistake(
                f"there are always {words} here; n_head says how many.",
                lambda query, keys, values, n_head, n=n: multi_head(query, keys, values, n),
            )
            for words, n in [("2 heads", 2), ("4 heads", 4)]
        ],
        Mistake(
            "every number is a head of its own here; a piece has len(query) // n_head numbers.",
            lambda query, keys, values, n_head: multi_head(query, keys, values, len(query)),
        ),
        Mistake(
            "the result is divided by how many heads there are; lay the heads end to end as they are.",
            lambda query, keys, values, n_head: [
                x / n_head for x in multi_head(query, keys, values, n_head)
            ],
        ),
        Mistake(
            "each head is added up to one number; lay its numbers into the list.",
            joined(lambda rows: list(map(sum, rows))),
        ),
        Mistake(
            "only the first number of each head is there; lay all of them into the list.",
            joined(lambda rows: [row[0] for row in rows]),
        ),
        Mistake(
            "the results of earlier heads are there again; lay each into the list once.",
            joined(lambda rows: flat([flat(rows[: h + 1]) for h in range(len(rows))])),
            joined(lambda rows: [flat(rows[: h + 1]) for h in range(len(rows))]),
        ),
        Mistake(
            "the blend went through softmax once more; lay it into the list as it is.",
            of_result(softmax),
        ),
        Mistake(
            "a slice and a range take whole numbers; / gives a number with a point, and // a whole one.",
            raises="slice indices must be integers|'float' object cannot be interpreted as an integer",
        ),
        Mistake(
            "a head has an empty piece; piece h begins at h * size and ends before (h + 1) * size, "
            "and h counts from 0 to n_head - 1.",
            raises="division by zero",
        ),
        Mistake(
            "a head has no keys to look at: cut each key and each value, not the lists of them.",
            raises="empty sequence|argument is empty",
        ),
        Mistake(
            "two lists of different lengths met; cut the query, each key and each value alike.",
            raises=LENGTHS,
        ),
    ],
)
