"""ex-07-2: attend(query, keys, values)"""

import math
import operator
from functools import partial, reduce
from math import exp, sqrt

import numpy

from microgpt import Value
from microgpt import softmax as softmax_of_the_package


def dot(a, b):
    total = 0
    for x, y in zip(a, b, strict=True):
        total += x * y
    return total


def loose(a, b):
    """A dot product that goes as far as the shorter list."""
    return sum(x * y for x, y in zip(a, b))


def softmax(logits):
    largest = max(logits)
    exps = [exp(x - largest) for x in logits]
    return [e / sum(exps) for e in exps]


def attend(query, keys, values):
    scores = [dot(query, key) / sqrt(len(query)) for key in keys]
    weights = softmax(scores)
    return [sum(w * x for w, x in zip(weights, column)) for column in zip(*values)]


def loops(query, keys, values):
    scores = []
    for key in keys:
        scores.append(dot(query, key) / len(query) ** 0.5)
    weights = softmax(scores)
    blend = [0.0] * len(values[0])
    for weight, value in zip(weights, values):
        for n in range(len(value)):
            blend[n] += weight * value[n]
    return blend


def columns(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(key)) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def by_index(query, keys, values):
    weights = softmax([dot(query, keys[i]) * len(query) ** -0.5 for i in range(len(keys))])
    result = []
    for d in range(len(values[0])):
        result.append(sum(weights[i] * values[i][d] for i in range(len(values))))
    return result


def array(query, keys, values):
    scores = numpy.array(keys) @ numpy.array(query) / numpy.sqrt(len(query))
    e = numpy.exp(scores - scores.max())
    return e / e.sum() @ numpy.array(values)


def array_32_bits(query, keys, values):
    q, k, v = (numpy.array(x, dtype=numpy.float32) for x in (query, keys, values))
    scores = k @ q / numpy.float32(math.sqrt(len(q)))
    e = numpy.exp(scores - scores.max())
    return (e / e.sum()) @ v


def array_by_axis(query, keys, values):
    weights = softmax(numpy.dot(keys, query) / len(query) ** 0.5)
    return list(numpy.average(values, axis=0, weights=weights))


def query_first(query, keys, values):
    small = [q / sqrt(len(query)) for q in query]
    weights = softmax([dot(small, key) for key in keys])
    return list(map(partial(dot, weights), zip(*values)))


def running(query, keys, values):
    """The blend is divided by the sum of the powers at the end."""
    total, blend = 0.0, [0.0] * len(values[0])
    for key, value in zip(keys, values):
        power = exp(loose(query, key) / sqrt(len(query)))
        total += power
        blend = [m + power * v for m, v in zip(blend, value)]
    return [m / total for m in blend]


def with_values(query, keys, values):
    query = [Value(q) for q in query]
    scores = [sum(q * k for q, k in zip(query, key)) / len(query) ** 0.5 for key in keys]
    weights = softmax_of_the_package(scores)
    return [sum(w * x for w, x in zip(weights, column)) for column in zip(*values)]


def with_the_package(query, keys, values):
    weights = softmax_of_the_package([dot(query, key) / sqrt(len(query)) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def rows_added(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    rows = [[w * x for x in value] for w, value in zip(weights, values)]
    return [sum(column) for column in zip(*rows)]


def reduced(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    rows = [[w * x for x in value] for w, value in zip(weights, values)]
    return reduce(lambda a, b: [x + y for x, y in zip(a, b)], rows)


def recursive(query, keys, values):
    def blend(weights, values):
        if not values:
            return [0.0] * width
        rest = blend(weights[1:], values[1:])
        return [weights[0] * x + r for x, r in zip(values[0], rest)]

    width = len(values[0])
    return blend(softmax([dot(query, key) / sqrt(len(query)) for key in keys]), values)


def while_loop(query, keys, values):
    scores, place = [], 0
    while place < len(keys):
        scores += [dot(query, keys[place]) / math.sqrt(len(query))]
        place += 1
    weights = softmax(scores)
    return tuple(math.fsum(map(operator.mul, weights, column)) for column in zip(*values))


def without_softmax(query, keys, values):
    powers = [exp(dot(query, key) / sqrt(len(query))) for key in keys]
    weights = [p / sum(powers) for p in powers]
    return [sum(weights[i] * values[i][n] for i in range(len(keys))) for n in range(len(values[0]))]


def by_hand(query, keys, values):
    scores = [sum(map(operator.mul, query, key)) / math.hypot(*[1] * len(query)) for key in keys]
    return [dot(softmax(scores), [value[n] for value in values]) for n, _ in enumerate(values[0])]


def on_copies(query, keys, values):
    keys = [list(key) for key in keys]
    for key in keys:
        for n in range(len(key)):
            key[n] *= query[n]
    weights = softmax([sum(key) / sqrt(len(query)) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


class Attention:
    def __call__(self, query, keys, values):
        return attend(query, keys, values)


# Wrong


def compare(score):
    """score(query, key) in the place of the right one."""

    def answer(query, keys, values):
        weights = softmax([score(query, key) for key in keys])
        return [dot(weights, column) for column in zip(*values)]

    return answer


def weigh(change):
    """change(scores) in the place of softmax."""

    def answer(query, keys, values):
        weights = change([dot(query, key) / sqrt(len(query)) for key in keys])
        return [loose(weights, column) for column in zip(*values)]

    return answer


def mix(blend):
    """blend(weights, values) in the place of the right one."""

    def answer(query, keys, values):
        return blend(softmax([dot(query, key) / sqrt(len(query)) for key in keys]), values)

    return answer


def then(change):
    return lambda query, keys, values: change(attend(query, keys, values))


def not_scaled(query, keys, values):
    weights = softmax([dot(query, key) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def scaled_by_keys(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(keys)) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def scaled_by_value(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(values[0])) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def scales_twice(query, keys, values):
    query = [q / sqrt(len(query)) for q in query]
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def scales_the_weights(query, keys, values):
    weights = softmax([dot(query, key) for key in keys])
    weights = [w / sqrt(len(query)) for w in weights]
    return [dot(weights, column) for column in zip(*values)]


def scales_both(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return [dot(weights, column) / sqrt(len(query)) for column in zip(*values)]


def no_softmax(query, keys, values):
    scores = [dot(query, key) / sqrt(len(query)) for key in keys]
    return [dot(scores, column) for column in zip(*values)]


def no_softmax_not_scaled(query, keys, values):
    return [dot([dot(query, key) for key in keys], column) for column in zip(*values)]


def shares_of_scores(query, keys, values):
    scores = [dot(query, key) / sqrt(len(query)) for key in keys]
    return [dot(scores, column) / (sum(scores) or 1) for column in zip(*values)]


def softmax_at_the_end(query, keys, values):
    scores = [dot(query, key) / sqrt(len(query)) for key in keys]
    return softmax([dot(scores, column) for column in zip(*values)])


def softmax_of_each(query, keys, values):
    weights = [softmax([dot(query, key) / sqrt(len(query))])[0] for key in keys]
    return [dot(weights, column) for column in zip(*values)]


def mixes_keys(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return [dot(weights, column) for column in zip(*keys)]


def asks_values(query, keys, values):
    weights = softmax([loose(query, value) / sqrt(len(query)) for value in values])
    return [dot(weights, column) for column in zip(*values)]


def asks_values_strictly(query, keys, values):
    weights = softmax([dot(query, value) / sqrt(len(query)) for value in values])
    return [dot(weights, column) for column in zip(*values)]


def swapped(query, keys, values):
    weights = softmax([loose(query, value) / sqrt(len(query)) for value in values])
    return [dot(weights, column) for column in zip(*keys)]


def asks_itself(query, keys, values):
    weights = softmax([dot(query, query) / sqrt(len(query)) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def asks_first_key(query, keys, values):
    weights = softmax([dot(keys[0], key) / sqrt(len(query)) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def one_key_for_all(query, keys, values):
    weights = softmax([dot(query, keys[0]) / sqrt(len(query)) for _ in keys])
    return [dot(weights, column) for column in zip(*values)]


def replaces(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    blend = [0.0] * len(values[0])
    for weight, value in zip(weights, values):
        for n in range(len(value)):
            blend[n] = weight * value[n]
    return blend


def replaces_the_total(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    blend = []
    for column in zip(*values):
        for w, x in zip(weights, column):
            total = w * x
        blend.append(total)
    return blend


def restarts(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    for weight, value in zip(weights, values):
        blend = []
        for x in value:
            blend.append(weight * x)
    return blend


def returns_in_loop(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    for weight, value in zip(weights, values):
        return [weight * x for x in value]


def side_by_side(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    blend = []
    for weight, value in zip(weights, values):
        blend += [weight * x for x in value]
    return blend


def rows(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return [[w * x for x in value] for w, value in zip(weights, values)]


def row_wise(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return [loose(weights, value) for value in values]


def row_wise_strictly(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return [dot(weights, value) for value in values]


def row_sums(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return [w * sum(value) for w, value in zip(weights, values)]


def one_number(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    total = 0.0
    for w, value in zip(weights, values):
        for x in value:
            total += w * x
    return total


def weights_alone(query, keys, values):
    return softmax([dot(query, key) / sqrt(len(query)) for key in keys])


def weights_not_scaled(query, keys, values):
    return softmax([dot(query, key) for key in keys])


def scores_alone(query, keys, values):
    return [dot(query, key) / sqrt(len(query)) for key in keys]


def best_alone(query, keys, values):
    scores = [dot(query, key) for key in keys]
    return values[scores.index(max(scores))]


def whole_values(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return sum(w * value for w, value in zip(weights, values))


def all_keys_at_once(query, keys, values):
    weights = softmax(dot(query, keys) / sqrt(len(query)))
    return [dot(weights, column) for column in zip(*values)]


def first_pairs(query, keys, values):
    scores = []
    for key in keys:
        for q, k in zip(query, key):
            scores.append(q * k / sqrt(len(query)))
            break
    return [dot(softmax(scores), column) for column in zip(*values)]


def elementwise(query, keys, values):
    weights = softmax([[q * k for q, k in zip(query, key)] for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def as_wide_as_the_query(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    return [sum(w * v[n] for w, v in zip(weights, values)) for n in range(len(query))]


def as_wide_as_the_query_is_short(query, keys, values):
    return [x for x, _ in zip(attend(query, keys, values), query)]


def growing_weights(query, keys, values):
    scores, blend = [], [0.0] * len(values[0])
    for key, value in zip(keys, values):
        scores.append(dot(query, key) / sqrt(len(query)))
        weight = softmax(scores)[-1]
        blend = [m + weight * x for m, x in zip(blend, value)]
    return blend


def never_set_back(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    total, blend = 0.0, []
    for column in zip(*values):
        for w, x in zip(weights, column):
            total += w * x
        blend.append(total)
    return blend


def in_place(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    for w, value in zip(weights, values):
        for n in range(len(value)):
            value[n] *= w
    return [sum(column) for column in zip(*values)]


def scales_in_place(query, keys, values):
    size = len(query)
    for n in range(size):
        query[n] /= sqrt(size)
    weights = softmax([dot(query, key) for key in keys])
    return [dot(weights, column) for column in zip(*values)]


def adds_into_the_first(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    blend = values[0]
    for n in range(len(blend)):
        blend[n] = dot(weights, [value[n] for value in values])
    return blend


def keeps(query, keys, values, scores=[]):
    for key in keys:
        scores.append(dot(query, key) / sqrt(len(query)))
    weights = softmax(scores)
    return [loose(weights, column) for column in zip(*values)]


seen = []


def keeps_keys(query, keys, values):
    seen.extend(zip(keys, values))
    weights = softmax([loose(query, key) / sqrt(len(query)) for key, _ in seen])
    return [loose(weights, column) for column in zip(*[value for _, value in seen])]


def forgets_return(query, keys, values):
    weights = softmax([dot(query, key) / sqrt(len(query)) for key in keys])
    blend = [dot(weights, column) for column in zip(*values)]


def keys_first(keys, query, values):
    return attend(query, keys, values)


RIGHT = [
    attend,
    loops,
    columns,
    by_index,
    array,
    array_32_bits,
    array_by_axis,
    query_first,
    running,
    with_values,
    with_the_package,
    rows_added,
    reduced,
    recursive,
    while_loop,
    without_softmax,
    by_hand,
    on_copies,
    Attention(),
    partial(attend),
    lambda query, keys, values: [
        dot(softmax([dot(query, k) / sqrt(len(query)) for k in keys]), c) for c in zip(*values)
    ],
]

WRONG = [
    (not_scaled, "the scores are not divided"),
    (compare(loose), "the scores are not divided"),
    (compare(lambda q, k: dot(q, k) / len(q)), "by the length itself"),
    (scales_twice, "by its root twice"),
    (compare(lambda q, k: dot(q, k) / len(q) ** 1 / 2), "** 1 / 2"),
    (compare(lambda q, k: dot(q, k) / (len(q) ** 1 / 2)), "** 1 / 2"),
    (compare(lambda q, k: dot(q, k) / len(q) ** 2), "by the square of the length"),
    (compare(lambda q, k: dot(q, k) * sqrt(len(q))), "you multiplied by the square root"),
    (compare(lambda q, k: dot(q, k) / len(q) ** -0.5), "you multiplied by the square root"),
    (compare(lambda q, k: dot(q, k) * len(q)), "you multiplied by the length"),
    (compare(lambda q, k: dot(q, k) / int(sqrt(len(q)))), "cut to a whole number"),
    (compare(lambda q, k: dot(q, k) // sqrt(len(q))), "the scores are cut to whole numbers"),
    (compare(lambda q, k: int(dot(q, k) / sqrt(len(q)))), "the scores are cut to whole numbers"),
    (compare(lambda q, k: dot(q, k) / 2), "the same number in every call"),
    (compare(lambda q, k: dot(q, k) / 4), "the same number in every call"),
    (scaled_by_keys, "the number of keys stands"),
    (scaled_by_value, "the length of a value stands"),
    (compare(lambda q, k: dot(q, k) / (math.hypot(*q) or 1)), "the arrow of the query"),
    (compare(lambda q, k: dot(q, k) / (sqrt(dot(q, q)) or 1)), "the arrow of the query"),
    (compare(lambda q, k: dot(q, k) / math.hypot(*k)), "the arrow of the key"),
    (compare(lambda q, k: dot(q, k) / (math.hypot(*q) * math.hypot(*k) or 1)), "the cosine"),
    (compare(lambda q, k: dot(q, k) / sqrt(len(q) - 1)), None),
    (compare(lambda q, k: dot(q, k) / sqrt(len(q) + 1)), None),
    (scales_the_weights, "divided after softmax"),
    (scales_both, "divided twice, before softmax and after"),
    (no_softmax, "the softmax is missing"),
    (no_softmax_not_scaled, "the softmax is missing"),
    (shares_of_scores, "the scores divided by their sum"),
    (weigh(lambda s: [exp(x) for x in s]), "these weights do not add up to 1"),
    (softmax_at_the_end, "softmax comes after the blend"),
    (then(softmax), "went through softmax once more"),
    (weigh(lambda s: softmax(softmax(s))), "softmax is done twice"),
    (growing_weights, "before all scores are there"),
    (softmax_of_each, "every value counts in full"),
    (mix(lambda w, v: [sum(c) for c in zip(*v)]), "every value counts in full"),
    (mixes_keys, "you mixed the keys"),
    (asks_values, "the query is compared with the values"),
    (asks_values_strictly, "two lists of different lengths met"),
    (swapped, "keys and values are mixed up"),
    (asks_itself, "that is the mean of the values"),
    (one_key_for_all, "that is the mean of the values"),
    (mix(lambda w, v: [sum(c) / len(c) for c in zip(*v)]), "that is the mean of the values"),
    (compare(lambda q, k: dot(k, k) / sqrt(len(q))), "each key is compared with itself"),
    (asks_first_key, "the keys are compared with a key"),
    (mix(lambda w, v: [dot(w, c) / len(c) for c in zip(*v)]), "the mean of the weighted values"),
    (best_alone, "the best key alone"),
    (mix(lambda w, v: v[w.index(min(w))]), "the worst key alone"),
    (mix(lambda w, v: [max(w) * x for x in v[w.index(max(w))]]), "value of the best key alone"),
    (mix(lambda w, v: [max(map(operator.mul, w, c)) for c in zip(*v)]), "largest of the weighted"),
    (replaces, "the last key alone; add up all of them"),
    (replaces_the_total, "the last key alone; add up all of them; add with +="),
    (restarts, "start the list once, before the loop"),
    (returns_in_loop, "the first key alone; add up all of them; return after the loop"),
    (mix(lambda w, v: [w[0] * sum(c) for c in zip(*v)]), "the weight of the first key"),
    (mix(lambda w, v: [w[-1] * sum(c) for c in zip(*v)]), "the weight of the last key"),
    (mix(lambda w, v: [dot(w[::-1], c) for c in zip(*v)]), "the weights stand in reverse order"),
    (weigh(lambda s: sorted(softmax(s))), "the weights are sorted"),
    (side_by_side, "side by side"),
    (rows, "side by side"),
    (row_sums, "each value is added up to one number"),
    (one_number, "the blend is added up to one number"),
    (then(sum), "the blend is added up to one number"),
    (row_wise, "the weights meet the numbers of one value"),
    (row_wise_strictly, "two lists of different lengths met"),
    (weights_alone, "these are the attention weights; mix"),
    (weights_not_scaled, "of scores that are not divided"),
    (scores_alone, "these are the scores"),
    (lambda q, k, v: [dot(q, key) for key in k], "these are the scores"),
    (compare(lambda q, k: -dot(q, k) / sqrt(len(q))), "a sign is turned round"),
    (weigh(lambda s: softmax([max(0, x) for x in s])), "negative scores have become 0"),
    (weigh(lambda s: softmax([abs(x) for x in s])), "have lost their signs"),
    (compare(lambda q, k: -math.dist(q, k)), "compared by their distance"),
    (
        compare(lambda q, k: sum(a + b for a, b in zip(q, k)) / sqrt(len(q))),
        "you added the numbers",
    ),
    (first_pairs, "only the first numbers of query and key"),
    (compare(lambda q, k: q[-1] * k[-1] / sqrt(len(q))), "only the last numbers of query and key"),
    (compare(lambda q, k: sum(q) * sum(k) / sqrt(len(q))), "the sum of the query is multiplied"),
    (lambda q, k, v: [a + b for a, b in zip(q, attend(q, k, v))], "the query is added"),
    (lambda q, k, v: attend(q, k[:-1], v[:-1]) if len(k) > 1 else v[0], None),
    (lambda q, k, v: attend(q, k[:-1], v[:-1]), "the last key and its value"),
    (lambda q, k, v: attend(q, k[1:], v[1:]), "the first key and its value"),
    (mix(lambda w, v: [loose(w[:-1], c) for c in zip(*v)]), "the last key and its value"),
    (mix(lambda w, v: [dot([*w[:-1], 0], c) for c in zip(*v)]), "the last key and its value"),
    (mix(lambda w, v: [dot([0, *w[1:]], c) for c in zip(*v)]), "the first key and its value"),
    (weigh(lambda s: [1 / (1 + exp(-x)) for x in s]), "as sigmoid does it"),
    (as_wide_as_the_query, "ends at [n - 1]"),
    (as_wide_as_the_query_is_short, "only as many numbers of a value"),
    (then(lambda m: m[0]), "only the first number of the blend"),
    (then(lambda m: m[:-1]), "the last item is missing"),
    (never_set_back, "those before it added"),
    (lambda q, k, v: (attend(q, k, v), weights_alone(q, k, v)), "comes with the attention weights"),
    (whole_values, "does not multiply a list like that"),
    (all_keys_at_once, "does not compute with a whole list"),
    (elementwise, "does not compute with a whole list"),
    (in_place, "changed its input values"),
    (scales_in_place, "changed its input query"),
    (adds_into_the_first, "changed its input values"),
    (keeps, "kept between calls"),
    (keeps_keys, "kept between calls"),
    (then(lambda m: [round(x, 3) for x in m]), "rounded to 3 digits"),
    (then(lambda m: [int(x) for x in m]), "digits after the point are lost"),
    (weigh(lambda s: [round(w, 2) for w in softmax(s)]), None),
    (then(lambda m: [-x for x in m]), "the sign is turned round"),
    (then(lambda m: [abs(x) for x in m]), "the sign is lost"),
    (then(lambda m: m[::-1]), "in reverse order"),
    (then(sorted), "the items are sorted"),
    (then(lambda m: [m]), "one list too many"),
    (then(lambda m: [[x] for x in m]), "a list of its own"),
    (then(lambda m: (x for x in m)), "collect them with list"),
    (then(print), "it prints, and nothing comes back"),
    (lambda query, keys, values: values, "that is values, as it came in"),
    (lambda query, keys, values: query, "that is query, as it came in"),
    (forgets_return, "no return in it has a value"),
    (keys_first, "the values arrive in the order of attend(query, keys, values)"),
    (lambda query, keys: attend(query, keys, keys), "does not start"),
    ([7.31, 2.69], "not a function"),
]
