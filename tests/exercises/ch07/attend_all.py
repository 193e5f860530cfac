"""ex-07-3: attend_all(queries, keys, values)"""

import math
import operator
from functools import partial
from itertools import accumulate, chain
from math import exp, inf, sqrt

import numpy

from microgpt import softmax as softmax_of_the_package


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))


def softmax(logits):
    largest = max(logits)
    exps = [exp(x - largest) for x in logits]
    return [e / sum(exps) for e in exps]


def attend(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def loose_attend(query, keys, values):
    """Where there are more keys than values, the rest is left out, as zip does it."""
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return [sum(map(operator.mul, weights, column)) for column in zip(*values)]


def other_attend(query, keys, values):
    """The same, with the softmax of the package."""
    weights = softmax_of_the_package([dot(query, key) / sqrt(len(query)) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def attend_all(queries, keys, values):
    blends = []
    for t, query in enumerate(queries):
        blends.append(attend(query, keys[: t + 1], values[: t + 1]))
    return blends


def growing(queries, keys, values):
    seen_keys, seen_values, blends = [], [], []
    for query, key, value in zip(queries, keys, values):
        seen_keys.append(key)
        seen_values.append(value)
        blends.append(attend(query, seen_keys, seen_values))
    return blends


def comprehension(queries, keys, values):
    return [attend(queries[t], keys[: t + 1], values[: t + 1]) for t in range(len(queries))]


def counted_from_one(queries, keys, values):
    return [attend(query, keys[:t], values[:t]) for t, query in enumerate(queries, 1)]


def masked(queries, keys, values):
    blends = []
    for t, query in enumerate(queries):
        scores = [dot(query, key) / sqrt(len(query)) for key in keys]
        scores = [score if i <= t else -inf for i, score in enumerate(scores)]
        weights = softmax(scores)
        blends.append([dot(weights, column) for column in zip(*values)])
    return blends


def masked_low(queries, keys, values):
    blends = []
    for t, query in enumerate(queries):
        scores = [dot(query, key) / len(query) ** 0.5 for key in keys]
        for later in range(t + 1, len(keys)):
            scores[later] = -1e9
        blends.append([dot(softmax(scores), column) for column in zip(*values)])
    return blends


def masked_lower(queries, keys, values):
    blends = []
    for t, query in enumerate(queries):
        scores = [dot(query, key) / sqrt(len(query)) - 1e4 * (i > t) for i, key in enumerate(keys)]
        blends.append([dot(softmax(scores), column) for column in zip(*values)])
    return blends


def array(queries, keys, values):
    q, k, v = map(numpy.array, (queries, keys, values))
    scores = q @ k.T / numpy.sqrt(q.shape[1])
    scores = numpy.where(numpy.tri(len(q)) == 1, scores, -numpy.inf)
    e = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True) @ v


def array_32_bits(queries, keys, values):
    q, k, v = (numpy.array(x, dtype=numpy.float32) for x in (queries, keys, values))
    scores = q @ k.T / numpy.sqrt(numpy.float32(q.shape[1]))
    scores[numpy.triu_indices(len(q), 1)] = -numpy.inf
    e = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return (e / e.sum(axis=1, keepdims=True)) @ v


def zeroed_and_renewed(queries, keys, values):
    blends = []
    for t, query in enumerate(queries):
        weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys[: t + 1]])
        weights += [0] * (len(keys) - t - 1)
        total = sum(weights)
        blends.append([dot(weights, column) / total for column in zip(*values)])
    return blends


def recursive(queries, keys, values):
    if not queries:
        return []
    last = attend(queries[-1], keys, values)
    return recursive(queries[:-1], keys[:-1], values[:-1]) + [last]


def from_behind(queries, keys, values):
    queries, keys, values, blends = list(queries), list(keys), list(values), []
    while queries:
        blends.insert(0, attend(queries.pop(), keys, values))
        keys.pop()
        values.pop()
    return blends


def backwards(queries, keys, values):
    blends = [None] * len(queries)
    for t in reversed(range(len(queries))):
        blends[t] = attend(queries[t], keys[: t + 1], values[: t + 1])
    return blends


def with_accumulate(queries, keys, values):
    keys = accumulate([[key] for key in keys])
    values = accumulate([[value] for value in values])
    return list(map(attend, queries, keys, values))


def while_loop(queries, keys, values):
    t, blends = 0, ()
    while t < len(queries):
        blends += (tuple(attend(queries[t], keys[0 : t + 1], values[0 : t + 1])),)
        t += 1
    return blends


def by_conditions(queries, keys, values):
    return [
        attend(
            query,
            [key for i, key in enumerate(keys) if i <= t],
            [value for i, value in enumerate(values) if i <= t],
        )
        for t, query in enumerate(queries)
    ]


def keys_cut_alone(queries, keys, values):
    """zip leaves out the values that have no weight."""
    return [loose_attend(query, keys[: t + 1], values) for t, query in enumerate(queries)]


def pairs(queries, keys, values):
    seen, blends = [], []
    for query, *pair in zip(queries, keys, values):
        seen.append(pair)
        blends.append(attend(query, *zip(*seen)))
    return blends


def own_attention(queries, keys, values):
    result = []
    for t in range(len(queries)):
        powers = [exp(dot(queries[t], keys[i]) / sqrt(len(keys[i]))) for i in range(t + 1)]
        result.append(
            [
                sum(p * values[i][n] for i, p in enumerate(powers)) / sum(powers)
                for n in range(len(values[0]))
            ]
        )
    return result


def generator(queries, keys, values):
    def blends():
        for t, query in enumerate(queries):
            yield attend(query, keys[: t + 1], values[: t + 1])

    return list(blends())


class Causal:
    def __call__(self, queries, keys, values):
        return comprehension(queries, keys, values)


# Wrong


def seen(look, asks=attend):
    """look(t, n): the places that query t looks at."""
    return lambda queries, keys, values: [
        asks(query, [keys[i] for i in look(t, len(keys))], [values[i] for i in look(t, len(keys))])
        for t, query in enumerate(queries)
    ]


def with_mask(mask, weigh=softmax):
    """mask(score) for the later keys."""

    def answer(queries, keys, values):
        blends = []
        for t, query in enumerate(queries):
            scores = [dot(query, key) / sqrt(len(query)) for key in keys]
            scores = [s if i <= t else mask(s) for i, s in enumerate(scores)]
            blends.append([dot(weigh(scores), column) for column in zip(*values)])
        return blends

    return answer


def then(change):
    return lambda queries, keys, values: change(attend_all(queries, keys, values))


def no_mask(queries, keys, values):
    return [attend(query, keys, values) for query in queries]


def up_to_t(queries, keys, values):
    return [attend(query, keys[:t], values[:t]) for t, query in enumerate(queries)]


def up_to_t_with_the_package(queries, keys, values):
    return [other_attend(query, keys[:t], values[:t]) for t, query in enumerate(queries)]


def up_to_t_naive(queries, keys, values):
    blends = []
    for t, query in enumerate(queries):
        powers = [exp(dot(query, key) / sqrt(len(query))) for key in keys[:t]]
        weights = [p / sum(powers) for p in powers]
        blends.append([dot(weights, column) for column in zip(*values[:t])])
    return blends


def strictly_before(queries, keys, values):
    blends = []
    for t, query in enumerate(queries):
        if t == 0:
            blends.append([0.0] * len(values[0]))
        else:
            blends.append(attend(query, keys[:t], values[:t]))
    return blends


def asks_before_appending(queries, keys, values):
    seen_keys, seen_values, blends = [], [], []
    for query, key, value in zip(queries, keys, values):
        blends.append(attend(query, seen_keys, seen_values))
        seen_keys.append(key)
        seen_values.append(value)
    return blends


def one_too_far(queries, keys, values):
    return [attend(query, keys[: t + 2], values[: t + 2]) for t, query in enumerate(queries)]


def by_a_wrong_index(queries, keys, values):
    blends = []
    for t, query in enumerate(queries):
        places = range(t + 2)
        blends.append(attend(query, [keys[i] for i in places], [values[i] for i in places]))
    return blends


def from_t_on(queries, keys, values):
    return [attend(query, keys[t:], values[t:]) for t, query in enumerate(queries)]


def after_t(queries, keys, values):
    return [attend(query, keys[t + 1 :], values[t + 1 :]) for t, query in enumerate(queries)]


def itself_alone(queries, keys, values):
    return [attend(query, [key], [value]) for query, key, value in zip(queries, keys, values)]


def upper_triangle(queries, keys, values):
    q, k, v = map(numpy.array, (queries, keys, values))
    scores = numpy.where(numpy.tri(len(q)).T == 1, q @ k.T / numpy.sqrt(q.shape[1]), -numpy.inf)
    e = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True) @ v


def multiplied_mask(queries, keys, values):
    q, k, v = map(numpy.array, (queries, keys, values))
    scores = q @ k.T / numpy.sqrt(q.shape[1]) * numpy.tri(len(q))
    e = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True) @ v


def zeroed_after(queries, keys, values):
    blends = []
    for t, query in enumerate(queries):
        weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
        for later in range(t + 1, len(keys)):
            weights[later] = 0.0
        blends.append([dot(weights, column) for column in zip(*values)])
    return blends


def values_cut_alone(queries, keys, values):
    return [loose_attend(query, keys, values[: t + 1]) for t, query in enumerate(queries)]


def values_cut_alone_strictly(queries, keys, values):
    return [attend(query, keys, values[: t + 1]) for t, query in enumerate(queries)]


def keys_cut_alone_strictly(queries, keys, values):
    return [attend(query, keys[: t + 1], values) for t, query in enumerate(queries)]


def cut_query(queries, keys, values):
    return [attend(q[: t + 1], keys[: t + 1], values[: t + 1]) for t, q in enumerate(queries)]


def last_alone(queries, keys, values):
    for t, query in enumerate(queries):
        blend = attend(query, keys[: t + 1], values[: t + 1])
    return blend


def restarts(queries, keys, values):
    for t, query in enumerate(queries):
        blends = []
        blends.append(attend(query, keys[: t + 1], values[: t + 1]))
    return blends


def returns_in_loop(queries, keys, values):
    blends = []
    for t, query in enumerate(queries):
        blends.append(attend(query, keys[: t + 1], values[: t + 1]))
        return blends


def flattened(queries, keys, values):
    blends = []
    for t, query in enumerate(queries):
        blends += attend(query, keys[: t + 1], values[: t + 1])
    return blends


def shared_cache(queries, keys, values, seen_keys=[], seen_values=[]):
    blends = []
    for query, key, value in zip(queries, keys, values):
        seen_keys.append(key)
        seen_values.append(value)
        blends.append(loose_attend(query, seen_keys, seen_values))
    return blends


def shared_cache_strictly(queries, keys, values, seen_keys=[], seen_values=[]):
    blends = []
    for query, key, value in zip(queries, keys, values):
        seen_keys.append(key)
        seen_values.append(value)
        blends.append(attend(query, seen_keys, seen_values))
    return blends


cache = []


def global_cache(queries, keys, values):
    blends = []
    for query, key, value in zip(queries, keys, values):
        cache.append((key, value))
        blends.append(attend(query, *zip(*cache)))
    return blends


def appends_twice(queries, keys, values):
    seen_keys, seen_values, blends = [], [], []
    for query, key, value in zip(queries, keys, values):
        seen_keys.append(key)
        seen_values.append(value)
        blends.append(attend(query, seen_keys, seen_values))
        seen_keys.append(key)
        seen_values.append(value)
    return blends


def keys_twice(queries, keys, values):
    seen_keys, seen_values, blends = [], [], []
    for query, key, value in zip(queries, keys, values):
        seen_keys += [key, key]
        seen_values.append(value)
        blends.append(loose_attend(query, seen_keys, seen_values))
    return blends


def extends(queries, keys, values):
    seen_keys, seen_values, blends = [], [], []
    for query, key, value in zip(queries, keys, values):
        seen_keys.extend(key)
        seen_values.extend(value)
        blends.append(attend(query, seen_keys, seen_values))
    return blends


def mixed_up(ask):
    """ask(t, queries, keys, values): what loose_attend is given."""
    return lambda queries, keys, values: [
        loose(*ask(t, queries, keys, values)) for t in range(len(queries))
    ]


def loose(query, keys, values):
    scores = [sum(map(operator.mul, query, key)) / sqrt(len(query)) for key in keys]
    return [sum(map(operator.mul, softmax(scores), column)) for column in zip(*values)]


def by_index_of(queries, keys, values):
    blends = []
    for query in queries:
        t = queries.index(query)
        blends.append(attend(query, keys[: t + 1], values[: t + 1]))
    return blends


def without_repeats(queries, keys, values):
    seen_keys, seen_values, blends = [], [], []
    for query, key, value in zip(queries, keys, values):
        if key not in seen_keys:
            seen_keys.append(key)
            seen_values.append(value)
        blends.append(attend(query, seen_keys, seen_values))
    return blends


def into_the_values(queries, keys, values):
    values = list(values)
    for t, query in enumerate(queries):
        values[t] = attend(query, keys[: t + 1], values[: t + 1])
    return values


def into_the_very_values(queries, keys, values):
    for t, query in enumerate(queries):
        values[t] = attend(query, keys[: t + 1], values[: t + 1])
    return values


def uses_up(queries, keys, values):
    blends = []
    while queries:
        blends.insert(0, attend(queries.pop(), keys, values))
        keys.pop()
        values.pop()
    return blends


def same_list(queries, keys, values):
    blend, blends = [0.0] * len(values[0]), []
    for t, query in enumerate(queries):
        blend[:] = attend(query, keys[: t + 1], values[: t + 1])
        blends.append(blend)
    return blends


def grows_on(queries, keys, values):
    blend, blends = [0.0] * len(values[0]), []
    for t, query in enumerate(queries):
        new = attend(query, keys[: t + 1], values[: t + 1])
        blend = [m + x for m, x in zip(blend, new)]
        blends.append(blend)
    return blends


def all_queries_at_once(queries, keys, values):
    return [attend(queries, keys[: t + 1], values[: t + 1]) for t in range(len(queries))]


def without_scaling(query, keys, values):
    weights = softmax([dot(query, key) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def forgets_return(queries, keys, values):
    blends = [attend(query, keys[: t + 1], values[: t + 1]) for t, query in enumerate(queries)]


def never_ends(queries, keys, values):
    t = 0
    while t < len(queries):
        attend(queries[t], keys[: t + 1], values[: t + 1])


def before(t, n):
    return range(t + 1)


RIGHT = [
    attend_all,
    growing,
    comprehension,
    counted_from_one,
    masked,
    masked_low,
    masked_lower,
    array,
    array_32_bits,
    zeroed_and_renewed,
    recursive,
    from_behind,
    backwards,
    with_accumulate,
    while_loop,
    by_conditions,
    keys_cut_alone,
    pairs,
    own_attention,
    generator,
    Causal(),
    partial(growing),
    seen(before, other_attend),
]

ALL = "each query looks at all keys"
NONE = "a query has no key to look at"

WRONG = [
    (no_mask, ALL),
    (lambda q, k, v: [attend(query, k[: len(q)], v[: len(q)]) for query in q], ALL),
    (up_to_t, NONE),
    (asks_before_appending, NONE),
    (up_to_t_with_the_package, "has none to look at"),
    (up_to_t_naive, NONE),
    (after_t, NONE),
    (strictly_before, "the keys before its own alone"),
    (seen(lambda t, n: range(t or 1)), "the keys before its own alone"),
    (lambda q, k, v: [attend(q[t], k[:t], v[:t]) for t in range(1, len(q))], "left out"),
    (one_too_far, "one key too far"),
    (by_a_wrong_index, "a query looks for a key that is not there"),
    (from_t_on, "its own key and those after it"),
    (upper_triangle, "its own key and those after it"),
    (itself_alone, "as if each query looked at its own key alone"),
    (lambda queries, keys, values: values, "as if each query looked at its own key alone"),
    (seen(lambda t, n: [max(0, t - 1)]), "the key before its own alone"),
    (seen(lambda t, n: [t - 1]), "the key before its own alone"),
    (seen(lambda t, n: range(max(0, t - 1), t + 1)), "its own key and the one before"),
    (seen(lambda t, n: {0, t}), "the first key, and its own"),
    (seen(lambda t, n: [0]), "the first key alone"),
    (seen(lambda t, n: [i for i in range(n) if i != t] or [0]), "its own key is left out"),
    (seen(lambda t, n: range(0, t + 1, 2)), None),
    (with_mask(lambda score: 0), "and exp(0) is 1"),
    (multiplied_mask, "and exp(0) is 1"),
    (with_mask(lambda score: -1), "not low enough"),
    (with_mask(lambda score: -10), "not low enough"),
    (with_mask(lambda score: score - 10), "not low enough"),
    (with_mask(lambda score: 1e9), "are set to inf"),
    (with_mask(lambda score: -score), None),
    (zeroed_after, "the later keys still take part"),
    (values_cut_alone, "the later keys still take part"),
    (values_cut_alone_strictly, "two lists of different lengths met"),
    (keys_cut_alone_strictly, "two lists of different lengths met"),
    (cut_query, "two lists of different lengths met"),
    (mixed_up(lambda t, q, k, v: (k[t], q[: t + 1], v[: t + 1])), "the queries are mixed up"),
    (mixed_up(lambda t, q, k, v: (k[t], k[: t + 1], v[: t + 1])), "keys are compared with keys"),
    (mixed_up(lambda t, q, k, v: (q[t], q[: t + 1], v[: t + 1])), "compared with queries"),
    (mixed_up(lambda t, q, k, v: (q[t], k[: t + 1], k[: t + 1])), "the keys are mixed"),
    (mixed_up(lambda t, q, k, v: (q[t], v[: t + 1], v[: t + 1])), "compared with the values"),
    (mixed_up(lambda t, q, k, v: (q[t], v[: t + 1], k[: t + 1])), "keys and values are mixed up"),
    (mixed_up(lambda t, q, k, v: (q[0], k[: t + 1], v[: t + 1])), "the first query asks"),
    (mixed_up(lambda t, q, k, v: (q[-1], k[: t + 1], v[: t + 1])), "the last query asks"),
    (mixed_up(lambda t, q, k, v: (q[-1 - t], k[: t + 1], v[: t + 1])), "in reverse order"),
    (lambda q, k, v: attend_all(q[::-1], k[::-1], v[::-1]), "in reverse order"),
    (mixed_up(lambda t, q, k, v: (q[t], k[t::-1], v[: t + 1])), "reverse order to the values"),
    (mixed_up(lambda t, q, k, v: (q[t], k[: t + 1], v[::-1][: t + 1])), None),
    (by_index_of, "index finds the first place"),
    (without_repeats, "comes again is left out"),
    (appends_twice, "stand there twice"),
    (keys_twice, None),
    (extends, "is not iterable"),
    (seen(before, lambda q, k, v: [sum(c) / len(c) for c in zip(*v)]), "the mean of the values"),
    (seen(before, lambda q, k, v: [sum(c) for c in zip(*v)]), "the values so far are added up"),
    (
        seen(before, lambda q, k, v: max(zip(k, v), key=lambda pair: dot(q, pair[0]))[1]),
        "the value of the best key so far",
    ),
    (seen(before, lambda q, k, v: softmax([dot(q, i) / sqrt(len(q)) for i in k])), "weights"),
    (seen(before, lambda q, k, v: [dot(q, i) / sqrt(len(q)) for i in k]), "these are the scores"),
    (seen(before, without_scaling), "not divided by the square root"),
    (
        seen(before, lambda q, k, v: without_scaling([x / len(q) for x in q], k, v)),
        "divided by the wrong number",
    ),
    (grows_on, "the blends are added to those before"),
    (into_the_values, "takes the place of its value"),
    (into_the_very_values, "takes the place of its value"),
    (last_alone, "the blend of the last query alone; return"),
    (restarts, "start the list once, before the loop"),
    (returns_in_loop, "first query alone; put one in for each query; return after the loop"),
    (then(lambda rows: rows[0]), "that is the blend of the first query alone"),
    (then(lambda rows: rows[:-1]), "the last item is missing"),
    (then(lambda rows: rows[::-1]), "in reverse order"),
    (then(sorted), "the items are sorted"),
    (same_list, "one and the same list"),
    (flattened, "one long list"),
    (then(lambda rows: list(chain(*rows))), "one long list"),
    (then(lambda rows: [sum(c) for c in zip(*rows)]), "mixed or added up"),
    (then(lambda rows: [sum(c) / len(c) for c in zip(*rows)]), "mixed or added up"),
    (then(lambda rows: [sum(row) for row in rows]), "each blend is added up to one number"),
    (then(lambda rows: list(zip(*rows))), "rows and columns are exchanged"),
    (then(lambda rows: dict(enumerate(rows))), "comes with its place"),
    (then(lambda rows: [[row] for row in rows]), "a list of its own"),
    (then(lambda rows: [rows]), "one list too many"),
    (then(lambda rows: (row for row in rows)), "collect them with list"),
    (then(lambda rows: [[round(x, 2) for x in row] for row in rows]), "rounded to 2 digits"),
    (then(lambda rows: [[int(x) for x in row] for row in rows]), "the point are lost"),
    (then(lambda rows: [[-x for x in row] for row in rows]), "the sign is turned round"),
    (then(lambda rows: [[abs(x) for x in row] for row in rows]), "the sign is lost"),
    (then(lambda rows: [[math.tanh(x) for x in row] for row in rows]), None),
    (uses_up, "changed its input"),
    (shared_cache, "kept between calls"),
    (shared_cache_strictly, "kept between calls"),
    (global_cache, "kept between calls"),
    (all_queries_at_once, None),
    (then(print), "it prints, and nothing comes back"),
    (forgets_return, "no return in it has a value"),
    (never_ends, "did not come back"),
    (lambda keys, queries, values: no_mask(queries, keys, values), "arrive in the order of"),
    (lambda query: query, "does not start"),
    ([[10, 0]], "not a function"),
]
