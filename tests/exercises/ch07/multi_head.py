"""ex-07-4: multi_head(query, keys, values, n_head)"""

import operator
from functools import partial
from itertools import chain
from math import exp, sqrt

import numpy


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))


def softmax(logits):
    largest = max(logits)
    exps = [exp(x - largest) for x in logits]
    return [e / sum(exps) for e in exps]


def attend(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def loose(query, keys, values):
    """The same; the rest of a longer list is left out, as zip does it."""
    weights = softmax([sum(map(operator.mul, query, key)) / sqrt(len(query)) for key in keys])
    return [sum(map(operator.mul, weights, column)) for column in zip(*values)]


def multi_head(query, keys, values, n_head):
    size = len(query) // n_head
    result = []
    for h in range(n_head):
        part = slice(h * size, (h + 1) * size)
        result += attend(
            query[part], [key[part] for key in keys], [value[part] for value in values]
        )
    return result


def by_steps(query, keys, values, n_head):
    size, result = len(query) // n_head, []
    for start in range(0, len(query), size):
        end = start + size
        head_keys = [key[start:end] for key in keys]
        head_values = [value[start:end] for value in values]
        result.extend(attend(query[start:end], head_keys, head_values))
    return result


def cut(row, n_head):
    size = len(row) // n_head
    return [row[h * size : (h + 1) * size] for h in range(n_head)]


def with_a_helper(query, keys, values, n_head):
    queries = cut(query, n_head)
    keys = [cut(key, n_head) for key in keys]
    values = [cut(value, n_head) for value in values]
    return [
        x
        for h in range(n_head)
        for x in attend(queries[h], [key[h] for key in keys], [value[h] for value in values])
    ]


def zipped(query, keys, values, n_head):
    keys = zip(*[cut(key, n_head) for key in keys])
    values = zip(*[cut(value, n_head) for value in values])
    return sum(map(attend, cut(query, n_head), keys, values), [])


def chained(query, keys, values, n_head):
    size = len(query) // n_head
    return list(
        chain.from_iterable(
            attend(
                query[i : i + size],
                [k[i : i + size] for k in keys],
                [v[i : i + size] for v in values],
            )
            for i in range(0, len(query), size)
        )
    )


def array(query, keys, values, n_head):
    q = numpy.reshape(numpy.array(query, dtype=float), (n_head, -1))
    k = numpy.reshape(numpy.array(keys, dtype=float), (len(keys), n_head, -1))
    v = numpy.reshape(numpy.array(values, dtype=float), (len(values), n_head, -1))
    scores = numpy.einsum("hd,khd->hk", q, k) / numpy.sqrt(q.shape[1])
    e = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return numpy.einsum("hk,khd->hd", e / e.sum(axis=1, keepdims=True), v).reshape(-1)


def array_32_bits(query, keys, values, n_head):
    rows = (numpy.array(x, dtype=numpy.float32) for x in (query, keys, values))
    result = []
    for q, k, v in zip(*(numpy.split(x, n_head, axis=-1) for x in rows)):
        scores = k @ q / numpy.sqrt(numpy.float32(len(q)))
        e = numpy.exp(scores - scores.max())
        result.append(e / e.sum() @ v)
    return numpy.concatenate(result)


def split_by_numpy(query, keys, values, n_head):
    queries = numpy.split(numpy.array(query), n_head)
    keys = numpy.split(numpy.array(keys), n_head, axis=1)
    values = numpy.split(numpy.array(values), n_head, axis=1)
    return numpy.concatenate([attend(*head) for head in zip(queries, keys, values)])


def recursive(query, keys, values, n_head):
    if n_head == 1:
        return attend(query, keys, values)
    size = len(query) // n_head
    first = attend(query[:size], [k[:size] for k in keys], [v[:size] for v in values])
    rest = [k[size:] for k in keys], [v[size:] for v in values]
    return first + recursive(query[size:], *rest, n_head - 1)


def while_loop(query, keys, values, n_head):
    size, start, result = len(query) // n_head, 0, ()
    while start < len(query):
        stop = start + size
        result += tuple(
            attend(
                query[start:stop], [k[start:stop] for k in keys], [v[start:stop] for v in values]
            )
        )
        start = stop
    return result


def by_index(query, keys, values, n_head):
    size, result = len(query) // n_head, []
    for h in range(n_head):
        q = [query[h * size + i] for i in range(size)]
        ks = [[key[h * size + i] for i in range(size)] for key in keys]
        vs = [[value[h * size + i] for i in range(size)] for value in values]
        for x in attend(q, ks, vs):
            result.append(x)
    return result


def filled(query, keys, values, n_head):
    size = int(len(query) / n_head)
    result = [0.0] * len(query)
    for h in range(n_head):
        part = slice(h * size, h * size + size)
        result[part] = attend(
            query[part], [key[part] for key in keys], [value[part] for value in values]
        )
    return result


def with_divmod(query, keys, values, n_head):
    size, rest = divmod(len(query), n_head)
    assert rest == 0
    heads = [
        attend(
            query[size * h :][:size],
            [key[size * h :][:size] for key in keys],
            [value[size * h :][:size] for value in values],
        )
        for h in range(n_head)
    ]
    return [x for head in heads for x in head]


def own_size_for_values(query, keys, values, n_head):
    size, width = len(query) // n_head, len(values[0]) // n_head
    result = []
    for h in range(n_head):
        result += attend(
            query[h * size : (h + 1) * size],
            [key[h * size : (h + 1) * size] for key in keys],
            [value[h * width : (h + 1) * width] for value in values],
        )
    return result


def own_attention(query, keys, values, n_head):
    size, result = len(query) // n_head, [0.0] * len(query)
    for h in range(n_head):
        places = range(h * size, (h + 1) * size)
        powers = [exp(sum(query[i] * key[i] for i in places) / sqrt(size)) for key in keys]
        for i in places:
            result[i] = sum(p * v[i] for p, v in zip(powers, values)) / sum(powers)
    return result


def for_each_number(query, keys, values, n_head):
    """Each number of the result on its own: its head is i // size."""
    size = len(query) // n_head
    result = []
    for i in range(len(query)):
        start = i // size * size
        part = slice(start, start + size)
        head = attend(query[part], [key[part] for key in keys], [value[part] for value in values])
        result.append(head[i - start])
    return result


def eaten_up(query, keys, values, n_head):
    query, size, result = list(query), len(query) // n_head, []
    keys, values = [list(key) for key in keys], [list(value) for value in values]
    while query:
        heads = [[row.pop(0) for _ in range(size)] for row in [query, *keys, *values]]
        result += attend(heads[0], heads[1 : len(keys) + 1], heads[len(keys) + 1 :])
    return result


def generator(query, keys, values, n_head):
    def numbers():
        for q, *rows in zip(*(cut(row, n_head) for row in [query, *keys, *values])):
            yield from attend(q, rows[: len(keys)], rows[len(keys) :])

    return list(numbers())


class Heads:
    def __call__(self, query, keys, values, n_head):
        return multi_head(query, keys, values, n_head)


# Wrong


def heads(head, join=lambda rows: [x for row in rows for x in row]):
    """head(part, query, keys, values) for the slice of each head."""

    def answer(query, keys, values, n_head):
        size = len(query) // n_head
        parts = [slice(h * size, (h + 1) * size) for h in range(n_head)]
        return join([head(part, query, keys, values) for part in parts])

    return answer


def own(part, query, keys, values, ask=loose):
    return ask(query[part], [key[part] for key in keys], [value[part] for value in values])


def cut_as(where, ask=loose):
    """where(h, size, n_head): the slice of head h."""
    return lambda query, keys, values, n_head: [
        x
        for h in range(n_head)
        for x in own(where(h, len(query) // n_head, n_head), query, keys, values, ask)
    ]


def then(change):
    return lambda query, keys, values, n_head: change(multi_head(query, keys, values, n_head))


def of_heads(q, k, v):
    """The pieces of the heads q(h, n), k(h, n), v(h, n) in the place of head h."""

    def answer(query, keys, values, n_head):
        result = []
        for h in range(n_head):
            result += loose(
                cut(query, n_head)[q(h, n_head)],
                [cut(key, n_head)[k(h, n_head)] for key in keys],
                [cut(value, n_head)[v(h, n_head)] for value in values],
            )
        return result

    return answer


def this(h, n):
    return h


def first(h, n):
    return 0


def last(h, n):
    return n - 1


def following(h, n):
    return (h + 1) % n


def reverse(h, n):
    return n - 1 - h


def one_attention(query, keys, values, n_head):
    return attend(query, keys, values)


def shared_weights(query, keys, values, n_head):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    size, result = len(query) // n_head, []
    for h in range(n_head):
        columns = list(zip(*values))[h * size : (h + 1) * size]
        result += [dot(weights, column) for column in columns]
    return result


def interleaved(query, keys, values, n_head):
    result = []
    for h in range(n_head):
        result += attend(
            query[h::n_head], [k[h::n_head] for k in keys], [v[h::n_head] for v in values]
        )
    return result


def interleaved_and_back(query, keys, values, n_head):
    result = [0.0] * len(query)
    for h in range(n_head):
        part = slice(h, None, n_head)
        result[part] = attend(query[part], [k[part] for k in keys], [v[part] for v in values])
    return result


def lists_cut(query, keys, values, n_head):
    size, result = len(query) // n_head, []
    for h in range(n_head):
        part = slice(h * size, (h + 1) * size)
        result += loose(query[part], keys[part], values[part])
    return result


def lists_cut_alike(query, keys, values, n_head):
    size, rows, result = len(query) // n_head, len(keys) // n_head, []
    for h in range(n_head):
        part = slice(h * rows, (h + 1) * rows)
        result += loose(query[h * size : (h + 1) * size], keys[part], values[part])
    return result


def appends(query, keys, values, n_head):
    result = []
    for q, *rows in zip(*(cut(row, n_head) for row in [query, *keys, *values])):
        result.append(attend(q, rows[: len(keys)], rows[len(keys) :]))
    return result


def adds(query, keys, values, n_head):
    heads = appends(query, keys, values, n_head)
    return [sum(column) for column in zip(*heads)]


def averages(query, keys, values, n_head):
    return [x / n_head for x in adds(query, keys, values, n_head)]


def sizes_and_counts_mixed_up(query, keys, values, n_head):
    result = []
    for start in range(0, len(query), n_head):
        part = slice(start, start + n_head)
        result += attend(
            query[part], [key[part] for key in keys], [value[part] for value in values]
        )
    return result


def true_division(query, keys, values, n_head):
    size, result = len(query) / n_head, []
    for h in range(n_head):
        part = slice(h * size, (h + 1) * size)
        result += attend(
            query[part], [key[part] for key in keys], [value[part] for value in values]
        )
    return result


def true_division_in_range(query, keys, values, n_head):
    result = []
    for start in range(0, len(query), len(query) / n_head):
        result += attend(query[start:], keys, values)
    return result


def scaled_by(length):
    """length(query, n_head) in the place of the length of a piece."""

    def answer(query, keys, values, n_head):
        def ask(q, ks, vs):
            weights = softmax([dot(q, k) / sqrt(length(query, n_head)) for k in ks])
            return [dot(weights, column) for column in zip(*vs)]

        return heads(partial(own, ask=ask))(query, keys, values, n_head)

    return answer


def one_softmax(query, keys, values, n_head):
    size, scores, result = len(query) // n_head, [], []
    for h in range(n_head):
        for key in keys:
            part = slice(h * size, (h + 1) * size)
            scores.append(dot(query[part], key[part]) / sqrt(size))
    weights = softmax(scores)
    for h in range(n_head):
        own_weights = weights[h * len(keys) : (h + 1) * len(keys)]
        for i in range(h * size, (h + 1) * size):
            result.append(dot(own_weights, [value[i] for value in values]))
    return result


def weights_of_the_heads(query, keys, values, n_head):
    size = len(query) // n_head
    parts = [slice(h * size, (h + 1) * size) for h in range(n_head)]
    return [softmax([dot(query[p], key[p]) / sqrt(size) for key in keys]) for p in parts]


def first_weights(query, keys, values, n_head):
    weights = weights_of_the_heads(query, keys, values, n_head)[0]
    return [dot(weights, column) for column in zip(*values)]


def last_weights(query, keys, values, n_head):
    for weights in weights_of_the_heads(query, keys, values, n_head):
        result = [dot(weights, column) for column in zip(*values)]
    return result


def mean_weights(query, keys, values, n_head):
    weights = weights_of_the_heads(query, keys, values, n_head)
    weights = [sum(column) / n_head for column in zip(*weights)]
    return [dot(weights, column) for column in zip(*values)]


def returns_in_loop(query, keys, values, n_head):
    size, result = len(query) // n_head, []
    for h in range(n_head):
        part = slice(h * size, (h + 1) * size)
        result += attend(
            query[part], [key[part] for key in keys], [value[part] for value in values]
        )
        return result


def restarts(query, keys, values, n_head):
    size = len(query) // n_head
    for h in range(n_head):
        result = []
        part = slice(h * size, (h + 1) * size)
        result += attend(
            query[part], [key[part] for key in keys], [value[part] for value in values]
        )
    return result


def cuts_query_in_place(query, keys, values, n_head):
    size, result = len(query) // n_head, []
    while query:
        result += attend(query[:size], [k[:size] for k in keys], [v[:size] for v in values])
        del query[:size]
        for row in [*keys, *values]:
            del row[:size]
    return result


def cuts_keys_in_place(query, keys, values, n_head):
    for i, key in enumerate(keys):
        keys[i] = cut(key, n_head)
    result = []
    for h, q in enumerate(cut(query, n_head)):
        result += attend(q, [key[h] for key in keys], [cut(value, n_head)[h] for value in values])
    return result


def one_head_too_many(query, keys, values, n_head):
    size, result = len(query) // n_head, []
    for h in range(n_head + 1):
        part = slice(h * size, (h + 1) * size)
        result += attend(
            query[part], [key[part] for key in keys], [value[part] for value in values]
        )
    return result


def by_number_of_keys(query, keys, values, n_head):
    size, result = len(keys) // n_head, []
    for h in range(n_head):
        part = slice(h * size, (h + 1) * size)
        result += attend(
            query[part], [key[part] for key in keys], [value[part] for value in values]
        )
    return result


def keeps(query, keys, values, n_head, result=[]):
    result += multi_head(query, keys, values, n_head)
    return result


sizes = []


def keeps_the_size(query, keys, values, n_head):
    sizes.append(len(query) // n_head)
    size, result = sizes[0], []
    for h in range(n_head):
        part = slice(h * size, (h + 1) * size)
        result += loose(query[part], [key[part] for key in keys], [value[part] for value in values])
    return result


def forgets_return(query, keys, values, n_head):
    size, result = len(query) // n_head, []
    for h in range(n_head):
        part = slice(h * size, (h + 1) * size)
        result += attend(
            query[part], [key[part] for key in keys], [value[part] for value in values]
        )


def never_ends(query, keys, values, n_head):
    start = 0
    while start < len(query):
        start + len(query) // n_head


def growing_result(query, keys, values, n_head):
    head, result = [], []
    for part in cut(range(len(query)), n_head):
        part = slice(part.start, part.stop)
        head += own(part, query, keys, values)
        result += head
    return result


RIGHT = [
    multi_head,
    by_steps,
    with_a_helper,
    zipped,
    chained,
    array,
    array_32_bits,
    split_by_numpy,
    recursive,
    while_loop,
    by_index,
    filled,
    with_divmod,
    own_size_for_values,
    own_attention,
    for_each_number,
    eaten_up,
    generator,
    Heads(),
    partial(by_steps),
    heads(own),
]

LENGTHS = "two lists of different lengths met"

WRONG = [
    (one_attention, "one attention over all numbers"),
    (shared_weights, "one attention over all numbers"),
    (interleaved, "takes every n-th number"),
    (interleaved_and_back, "takes every n-th number"),
    (heads(lambda p, q, k, v: loose(q[p], k, v)), "only the query is cut"),
    (heads(lambda p, q, k, v: attend(q[p], k, v)), LENGTHS),
    (heads(lambda p, q, k, v: attend(q[p], [i[p] for i in k], v)), "the values are not cut"),
    (heads(lambda p, q, k, v: loose(q[p], k, [i[p] for i in v])), "the first piece of each key"),
    (heads(lambda p, q, k, v: attend(q[p], k, [i[p] for i in v])), LENGTHS),
    (heads(lambda p, q, k, v: loose(q, [i[p] for i in k], [i[p] for i in v])), "query is not cut"),
    (heads(lambda p, q, k, v: attend(q, [i[p] for i in k], [i[p] for i in v])), LENGTHS),
    (heads(lambda p, q, k, v: attend(q, k, v)), "each head attends with all numbers"),
    (heads(lambda p, q, k, v: loose(q, [i[p] for i in k], v)), "only the keys are cut"),
    (lists_cut, "the lists of keys and values are cut"),
    (lists_cut_alike, "the lists of keys and values are cut"),
    (appends, "a list of its own"),
    (adds, "the results of the heads are added"),
    (averages, "that is the mean of the heads"),
    (lambda q, k, v, n: list(chain(*zip(*appends(q, k, v, n)))), "the heads are mixed: the first"),
    (lambda q, k, v, n: list(zip(*appends(q, k, v, n))), "the heads are mixed: the first"),
    (lambda q, k, v, n: list(chain(*appends(q, k, v, n)[::-1])), "the heads stand in reverse"),
    (cut_as(lambda h, size, n: slice(h * n, (h + 1) * n)), "a piece has n_head numbers here"),
    (sizes_and_counts_mixed_up, "a piece has n_head numbers here"),
    (cut_as(lambda h, size, n: slice(h, h + size)), "the pieces begin at h"),
    (cut_as(lambda h, size, n: slice(h * n, h * n + size)), "a piece begins at h * n_head here"),
    (cut_as(lambda h, size, n: slice(0, (h + 1) * size)), "each piece begins at 0"),
    (cut_as(lambda h, size, n: slice((h + 1) * size)), "each piece begins at 0"),
    (cut_as(lambda h, size, n: slice(h * size, None)), "each piece goes on to the end"),
    (cut_as(lambda h, size, n: slice(h * size, (h + 1) * size - 1)), "the last number of each"),
    (cut_as(lambda h, size, n: slice(h * size, (h + 1) * size + 1)), "one number too many"),
    (cut_as(lambda h, size, n: slice((h + 1) * size, (h + 2) * size)), "has an empty piece"),
    (one_head_too_many, "has an empty piece"),
    (by_number_of_keys, "the number of keys is divided by n_head"),
    (cut_as(lambda h, size, n: slice(h * size, h * size + n)), "a piece has n_head numbers here"),
    (cut_as(lambda h, size, n: slice(h * size + 1, (h + 1) * size)), "an empty piece"),
    (heads(own, lambda rows: list(chain(*rows[1:]))), "counted from 1"),
    (heads(own, lambda rows: list(chain(*rows[:-1]))), "the last head is missing"),
    (heads(own, lambda rows: rows[0]), "the first head alone"),
    (returns_in_loop, "the first head alone; lay all of them end to end; return after the loop"),
    (heads(own, lambda rows: rows[-1]), "the last head alone"),
    (restarts, "start the list once, before the loop"),
    (of_heads(first, first, first), "every head works with the pieces of the first"),
    (of_heads(last, last, last), "every head works with the pieces of the last"),
    (of_heads(first, this, this), "the first piece of the query"),
    (of_heads(this, first, this), "the first piece of each key"),
    (of_heads(this, this, first), "the first pieces of the values"),
    (of_heads(this, this, following), "the values of other heads"),
    (of_heads(this, this, reverse), "the values of other heads"),
    (of_heads(this, following, this), "the keys of other heads"),
    (of_heads(this, reverse, this), "the keys of other heads"),
    (of_heads(following, this, this), "the query of other heads"),
    (of_heads(reverse, reverse, this), None),
    (first_weights, "the weights of the first head"),
    (last_weights, "the weights of the last head"),
    (mean_weights, "mixed or added up"),
    (one_softmax, "one softmax takes the scores of all heads"),
    (scaled_by(lambda query, n: len(query)), "the root of the whole length"),
    (scaled_by(lambda query, n: n), "the root of n_head"),
    (scaled_by(lambda query, n: 1), "the scores are not divided"),
    (scaled_by(lambda query, n: (len(query) // n) ** 2), "the length of a piece itself"),
    (scaled_by(lambda query, n: 4), None),
    (lambda q, k, v, n: [sum(c) / len(c) for c in zip(*v)], "that is the mean of the values"),
    (lambda q, k, v, n: [sum(c) for c in zip(*v)], "the values are added up"),
    (weights_of_the_heads, "these are the attention weights"),
    (lambda q, k, v, n: sum(weights_of_the_heads(q, k, v, n), []), "the attention weights"),
    (lambda q, k, v, n: multi_head(q, k, k, n), "the heads mix their keys"),
    (lambda q, k, v, n: multi_head(q, v, k, n), "keys and values are mixed up"),
    (lambda q, k, v, n: multi_head(q, v, v, n), "compared with the values"),
    (lambda q, k, v, n: multi_head(q, k, v, 2), "always 2 heads"),
    (lambda q, k, v, n: multi_head(q, k, v, len(q)), "every number is a head of its own"),
    (lambda q, k, v, n: [x / n for x in multi_head(q, k, v, n)], "divided by how many heads"),
    (lambda q, k, v, n: multi_head(q, k[:-1], v[:-1], n) if len(k) > 1 else v[0], None),
    (lambda q, k, v, n: [sum(row) for row in appends(q, k, v, n)], "added up to one number"),
    (lambda q, k, v, n: [row[0] for row in appends(q, k, v, n)], "only the first number of each"),
    (growing_result, "the results of earlier heads"),
    (then(softmax), "went through softmax once more"),
    (true_division, "a slice and a range take whole numbers"),
    (true_division_in_range, "a slice and a range take whole numbers"),
    (then(lambda row: row[:-1]), "the last item is missing"),
    (then(lambda row: row[::-1]), "in reverse order"),
    (then(sorted), "the items are sorted"),
    (then(sum), "that is the sum of the items"),
    (then(lambda row: [row]), "one list too many"),
    (then(lambda row: [[x] for x in row]), "a list of its own"),
    (then(lambda row: (x for x in row)), "collect them with list"),
    (then(lambda row: [round(x, 3) for x in row]), "rounded to 3 digits"),
    (then(lambda row: [int(x) for x in row]), "digits after the point are lost"),
    (then(lambda row: [-x for x in row]), "the sign is turned round"),
    (then(lambda row: [abs(x) for x in row]), "the sign is lost"),
    (then(lambda row: [2 * x for x in row]), "2 times what it should be"),
    (lambda q, k, v, n: v[0], None),
    (cuts_query_in_place, "changed its input query"),
    (cuts_keys_in_place, "changed its input keys"),
    (keeps, "kept between calls"),
    (keeps_the_size, None),
    (then(print), "it prints, and nothing comes back"),
    (lambda query, keys, values, n_head: query, "that is query, as it came in"),
    (forgets_return, "no return in it has a value"),
    (never_ends, "did not come back"),
    (lambda n_head, query, keys, values: query, "the values arrive in the order of"),
    (attend, "does not start"),
    ([7.31, 4.76], "not a function"),
]
