"""Exercise 7.3: the mask you did not need."""

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
    scaled,
    scores_of,
    softmax,
    total,
)


def one_by_one(look, asks=attend):
    """look(t, how many there are): the numbers of the keys and values that query t sees."""

    def attends(queries, keys, values):
        blends = []
        for t, query in enumerate(queries):
            seen = look(t, len(queries))
            blends.append(asks(query, [keys[i] for i in seen], [values[i] for i in seen]))
        return blends

    return attends


def before(t, n):
    return range(t + 1)


attend_all = one_by_one(before)


def or_else(instead):
    """Where a query sees nothing, instead(value) of its own value."""
    return lambda queries, keys, values: [
        attend(query, keys[:t], values[:t]) if t else instead(values[0])
        for t, query in enumerate(queries)
    ]


def asked_with(change):
    """change(t, queries, keys, values): what attend is asked with in the place of query, keys, values."""
    return lambda queries, keys, values: [
        attend(*change(t, queries, keys, values)) for t in range(len(queries))
    ]


def with_mask(mask, weigh=softmax):
    """The scores of all keys, those of later ones changed: mask(score)."""

    def attends(queries, keys, values):
        blends = []
        for t, query in enumerate(queries):
            scores = scores_of(query, keys)
            scores[t + 1 :] = map(mask, scores[t + 1 :])
            blends.append(blend(weigh(scores), values))
        return blends

    return attends


def zeroed_after(queries, keys, values):
    """The weights of later keys are taken away after softmax; those that stay do not add up to 1."""
    return [
        blend(softmax(scores_of(query, keys))[: t + 1], values[: t + 1])
        for t, query in enumerate(queries)
    ]


def zeroed_values(queries, keys, values):
    """The later values are zeros, the later keys still count."""
    return [blend(softmax(scores_of(q, keys)), values[: t + 1]) for t, q in enumerate(queries)]


def of_result(change):
    return lambda queries, keys, values: change(attend_all(queries, keys, values))


def mixed_again(queries, keys, values):
    """Each blend takes the place of its value."""
    values = list(values)
    for t, query in enumerate(queries):
        values[t] = attend(query, keys[: t + 1], values[: t + 1])
    return values


def until(t, rows):
    return rows[: t + 1]


def doubled(t, rows):
    """The row appended before and after the call: every earlier one stands there twice."""
    return [row for row in rows[:t] for _ in range(2)] + [rows[t]]


def without_again(rows):
    """The first of equal rows: their numbers."""
    return [i for i, row in enumerate(rows) if row not in rows[:i]]


def chosen(places, *lists):
    return [[rows[i] for i in places] for rows in lists]


def three_lists(rng):
    count, size, width = rng.randint(2, 5), rng.choice([1, 2, 3]), rng.randint(1, 3)
    queries, keys = [[numbers(rng, size, -2, 2) for _ in range(count)] for _ in range(2)]
    return queries, keys, [numbers(rng, width) for _ in range(count)]


SCORE = sqrt(2)  # of the second query with the second key; the first key has 0
SECOND = softmax([-0.55, 1.2])
THIRD = softmax([0.33, -0.72, 1.65])
FOURTH = softmax([0.55, -1.2, 2.75, -3])

ATTEND_ALL = Function(
    "ex-07-3",
    "attend_all(queries, keys, values)",
    start="call attend for each query, with the keys and values from the first up to its own.",
    right=attend_all,
    more=three_lists,
    draws=15,
    cases=[
        Case(
            "two queries",
            ([[1, 0], [0, 1]], [[2, 0], [3, 2]], [[10, 0], [0, 10]]),
            [[10, 0], [10 / (1 + exp(SCORE)), 10 / (1 + exp(-SCORE))]],
        ),
        Case("one query", ([[1, 2]], [[3, 4]], [[5, -6]]), [[5, -6]]),
        Case(
            "where queries are zeros, each blend is the mean so far",
            ([[0], [0], [0]], [[1], [2], [3]], [[3, 0], [6, -4], [0, 1]]),
            [[3, 0], [4.5, -2], [3, -1]],
        ),
        Case(
            "many digits",
            (
                [[0.4], [-0.5], [0.3], [0.5]],
                [[1.1], [-2.4], [5.5], [-6]],
                [[0.37], [-1.21], [2.05], [-0.58]],
            ),
            [
                [0.37],
                [dot(SECOND, [0.37, -1.21])],
                [dot(THIRD, [0.37, -1.21, 2.05])],
                [dot(FOURTH, [0.37, -1.21, 2.05, -0.58])],
            ],
        ),
        Case(
            "the same query, key and value again",
            ([[1], [1], [0], [1]], [[0], [0], [5], [0]], [[2], [2], [-7], [2]]),
            [[2], [2], [-1], [(6 - 7 * exp(5)) / (3 + exp(5))]],
        ),
        Case(
            "a later key that fits far better stays unseen",
            ([[1], [2]], [[-1], [30]], [[1, 2, 3], [40, 50, 60]]),
            [[1, 2, 3], [40, 50, 60]],
        ),
    ],
    mistakes=[
        Mistake(
            "a query has no key to look at; query t looks at keys[: t + 1], which ends with its own key.",
            one_by_one(lambda t, n: range(t)),
            or_else(lambda value: []),
            raises="empty|zero-size|division by zero",
        ),
        Mistake(
            "a query looks for a key that is not there, or has none to look at; query t looks at keys[: t + 1].",
            raises="list index out of range",
        ),
        Mistake(
            "each query looks at the keys before its own alone; query t looks at key t as well.",
            or_else(lambda value: [0] * len(value)),
            or_else(lambda value: value),
            one_by_one(lambda t, n: range(max(t, 1))),
        ),
        Mistake(
            "the first query is left out; return one blend for each query.",
            lambda queries, keys, values: attend_all(queries, keys, values)[1:],
            lambda queries, keys, values: [
                attend(queries[t], keys[:t], values[:t]) for t in range(1, len(queries))
            ],
        ),
        Mistake(
            "each query looks at all keys; query t looks at keys[: t + 1], and at none after them.",
            one_by_one(lambda t, n: range(n)),
        ),
        Mistake(
            "each query looks one key too far; query t looks at keys[: t + 1].",
            one_by_one(lambda t, n: range(min(t + 2, n))),
        ),
        Mistake(
            "each query looks at its own key and those after it; it may look at those before it.",
            one_by_one(lambda t, n: range(t, n)),
        ),
        Mistake(
            "these are the values as they came, as if each query looked at its own key alone; "
            "it looks at those before as well.",
            one_by_one(lambda t, n: [t]),
        ),
        Mistake(
            "each query looks at the key before its own alone; it may look at keys[: t + 1].",
            one_by_one(lambda t, n: [max(t - 1, 0)]),
            one_by_one(lambda t, n: [t - 1]),
        ),
        Mistake(
            "each query looks at its own key and the one before; it may look at all keys before.",
            one_by_one(lambda t, n: range(max(t - 1, 0), t + 1)),
        ),
        Mistake(
            "each query looks at the first key, and its own; it may look at all keys between as well.",
            one_by_one(lambda t, n: sorted({0, t})),
        ),
        Mistake(
            "each query looks at the first key alone; query t looks at keys[: t + 1].",
            one_by_one(lambda t, n: [0]),
        ),
        Mistake(
            "its own key is left out; query t looks at key t as well.",
            one_by_one(lambda t, n: [i for i in range(n) if i != t or n == 1]),
        ),
        Mistake(
            "the scores of later keys are set to 0, and exp(0) is 1; leave these keys out, or set them to -inf.",
            with_mask(lambda score: 0),
        ),
        Mistake(
            "the scores of later keys are low, but not low enough; leave these keys out, or set them to -inf.",
            *[with_mask(lambda score, low=low: low) for low in (-1, -2, -5, -10)],
            *[with_mask(lambda score, low=low: score + low) for low in (-1, -2, -5, -10)],
        ),
        Mistake(
            "the scores of later keys are set to inf; set them to -inf, or leave these keys out.",
            with_mask(lambda score: 1e9),
            with_mask(lambda score: 1e4),
        ),
        Mistake(
            "the later keys still take part in the softmax, so the weights that stay do not add up to 1; "
            "cut keys and values alike.",
            zeroed_after,
            zeroed_values,
        ),
        Mistake(
            "the numbers of a query or a key are masked, not the keys; query t looks at keys[: t + 1].",
            asked_with(lambda t, q, k, v: (q[t][: t + 1], k, v)),
            lambda queries, keys, values: [
                blend(
                    softmax([dot(query[: t + 1], key) / sqrt(len(query)) for key in keys]), values
                )
                for t, query in enumerate(queries)
            ],
        ),
        Mistake(
            "the queries are mixed up with the keys: query t compares itself with the keys.",
            asked_with(lambda t, q, k, v: (k[t], until(t, q), until(t, v))),
        ),
        Mistake(
            "the keys are compared with keys; query t compares itself with the keys.",
            asked_with(lambda t, q, k, v: (k[t], until(t, k), until(t, v))),
        ),
        Mistake(
            "the queries are compared with queries; query t compares itself with the keys.",
            asked_with(lambda t, q, k, v: (q[t], until(t, q), until(t, v))),
        ),
        Mistake(
            "the keys are mixed; the blend is made of the values.",
            asked_with(lambda t, q, k, v: (q[t], until(t, k), until(t, k))),
        ),
        Mistake(
            "the query is compared with the values; compare it with the keys.",
            asked_with(lambda t, q, k, v: (q[t], until(t, v), until(t, v))),
        ),
        Mistake(
            "keys and values are mixed up; attend takes the query, the keys, the values.",
            asked_with(lambda t, q, k, v: (q[t], until(t, v), until(t, k))),
        ),
        Mistake(
            "every time the first query asks; each query has its turn.",
            asked_with(lambda t, q, k, v: (q[0], until(t, k), until(t, v))),
        ),
        Mistake(
            "every time the last query asks; each query has its turn.",
            asked_with(lambda t, q, k, v: (q[-1], until(t, k), until(t, v))),
        ),
        Mistake(
            "the queries come in reverse order, or each meets the keys of another; query t meets keys[: t + 1].",
            asked_with(lambda t, q, k, v: (q[-1 - t], until(t, k), until(t, v))),
            lambda queries, keys, values: attend_all(queries[::-1], keys[::-1], values[::-1]),
            one_by_one(lambda t, n: range(n - t)),
        ),
        Mistake(
            "the keys stand in reverse order to the values; key t belongs to value t.",
            asked_with(lambda t, q, k, v: (q[t], until(t, k)[::-1], until(t, v))),
        ),
        Mistake(
            "index finds the first place at which a query stands; a query that comes again has a place of its own.",
            lambda queries, keys, values: [
                attend(q, until(queries.index(q), keys), until(queries.index(q), values))
                for q in queries
            ],
        ),
        Mistake(
            "a query, a key or a value that comes again is left out; each counts.",
            one_by_one(before, lambda q, k, v: attend(q, *chosen(without_again(k), k, v))),
            one_by_one(before, lambda q, k, v: attend(q, *chosen(without_again(v), k, v))),
            lambda queries, keys, values: chosen(
                without_again(queries), attend_all(queries, keys, values)
            )[0],
        ),
        Mistake(
            "the keys before stand there twice, and the own key once; append each key once.",
            asked_with(lambda t, q, k, v: (q[t], doubled(t, k), doubled(t, v))),
        ),
        Mistake(
            "that is the mean of the values so far; attend weighs them by how well their keys fit.",
            one_by_one(before, lambda query, keys, values: mean(values)),
        ),
        Mistake(
            "the values so far are added up; attend mixes them.",
            one_by_one(before, lambda query, keys, values: total(values)),
        ),
        Mistake(
            "that is the value of the best key so far; attend mixes all values so far.",
            one_by_one(
                before, lambda q, k, v: v[max(range(len(k)), key=lambda i: scaled(q, k[i]))]
            ),
        ),
        Mistake(
            "these are the attention weights; return the blends.",
            one_by_one(before, lambda query, keys, values: softmax(scores_of(query, keys))),
        ),
        Mistake(
            "these are the scores; return the blends.",
            one_by_one(before, lambda query, keys, values: scores_of(query, keys)),
        ),
        Mistake(
            "the scores are not divided by the square root of the length of the query; attend does it.",
            one_by_one(before, attention(dot)),
        ),
        Mistake(
            "the scores are divided by the wrong number; attend divides by the square root of the length of the query.",
            one_by_one(before, attention(lambda q, k: dot(q, k) / len(q))),
            one_by_one(
                before,
                lambda query, keys, values: attention(lambda q, k: dot(q, k) / sqrt(len(keys)))(
                    query, keys, values
                ),
            ),
        ),
        Mistake(
            "the blends are added to those before them; each query has its own.",
            of_result(lambda rows: [total(rows[: t + 1]) for t in range(len(rows))]),
        ),
        Mistake(
            "each blend takes the place of its value, and later queries see it; leave the values as they are.",
            mixed_again,
        ),
        Mistake(
            "that is the blend of the last query alone; return one for each query.",
            of_result(lambda rows: rows[-1]),
        ),
        Mistake(
            "the list holds the blend of the last query alone; put one in for each query.",
            of_result(lambda rows: rows[-1:]),
            because={starts_list_in_loop: "start the list once, before the loop."},
        ),
        Mistake(
            "that is the blend of the first query alone; return one for each query.",
            of_result(lambda rows: rows[0]),
            because=AFTER,
        ),
        Mistake(
            "the list holds the blend of the first query alone; put one in for each query.",
            of_result(lambda rows: rows[:1]),
            because=AFTER,
        ),
        Mistake(
            "one and the same list stands there for every query; make a new one for each.",
            of_result(lambda rows: rows[-1:] * len(rows)),
        ),
        Mistake(
            "the blends make one long list; give each query a list of its own.",
            of_result(flat),
        ),
        Mistake(
            "the blends are mixed or added up; return one for each query.",
            of_result(total),
            of_result(mean),
            of_result(lambda rows: [total(rows)]),
            of_result(lambda rows: [mean(rows)]),
        ),
        Mistake(
            "each blend is added up to one number; keep its numbers apart.",
            of_result(lambda rows: list(map(sum, rows))),
        ),
        Mistake(
            "rows and columns are exchanged; return one list for each query.",
            of_result(lambda rows: [list(column) for column in zip(*rows)]),
        ),
        Mistake(
            "each blend comes with its place or its query; return the blends alone.",
            of_result(lambda rows: list(enumerate(rows))),
            of_result(lambda rows: dict(enumerate(rows))),
            lambda queries, keys, values: list(zip(queries, attend_all(queries, keys, values))),
        ),
        Mistake(
            "two lists of different lengths met; cut the lists of keys and of values alike, and no query.",
            raises=LENGTHS,
        ),
        Mistake(
            "attend takes one query; call it for each query.",
            raises="can't multiply sequence by non-int of type 'list'",
        ),
    ],
)
