"""Exercise 7.2: attention for one query."""

from math import dist, exp, hypot, isqrt, sqrt

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from ..source import replaces_in_loop, starts_list_in_loop
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


def scaled_by(factor):
    """The scores are dot products, divided by factor(query, key)."""
    return attention(lambda query, key: dot(query, key) / factor(query, key))


def by_counts(divisor):
    """The scores are divided by divisor(query, keys, values)."""

    def attends(query, keys, values):
        by = divisor(query, keys, values)
        return blend(softmax([dot(query, key) / by for key in keys]), values)

    return attends


def weighed(weigh):
    return attention(weigh=weigh)


def mixed(mix):
    """mix(weights, values), with the right weights."""
    return attention(mix=mix)


def scored(score):
    return attention(compare=score)


def of_result(change):
    return lambda query, keys, values: change(attend(query, keys, values))


def unscaled(query, keys):
    return [dot(query, key) for key in keys]


def products(weights, values):
    return [[weight * number for number in value] for weight, value in zip(weights, values)]


def best(pick):
    return lambda weights, values: values[weights.index(pick(weights))]


def growing(scores):
    """Each weight is taken when no later score is there."""
    return [softmax(scores[: n + 1])[n] for n in range(len(scores))]


def shares_of_scores(scores):
    whole = sum(scores)
    return [score / whole for score in scores]


def powers(scores):
    return [exp(score) for score in scores]


def vectors(rng):
    count, size, width = rng.randint(2, 5), rng.choice([2, 3, 5, 6]), rng.randint(2, 4)
    query = numbers(rng, size, -2, 2)
    keys = [numbers(rng, size, -2, 2) for _ in range(count)]
    return query, keys, [numbers(rng, width) for _ in range(count)]


SCORES = [score / sqrt(3) for score in (-1.75, -2.5, 4.5)]  # of the case with many digits
FIRST, SECOND, THIRD = [exp(score) / sum(map(exp, SCORES)) for score in SCORES]

ATTEND = Function(
    "ex-07-2",
    "attend(query, keys, values)",
    start="the scores come first: for each key, dot(query, key) divided by the square root of len(query).",
    right=attend,
    more=vectors,
    cases=[
        Case(
            "two keys",
            ([2, 0, 0, 0], [[1, 0, 0, 0], [0, 1, 0, 0]], [[10, 0], [0, 10]]),
            [10 / (1 + exp(-1)), 10 / (1 + exp(1))],
        ),
        Case("one key, whose value comes back", ([1, 2], [[3, 4]], [[5, -6, 7]]), [5, -6, 7]),
        Case(
            "a query of zeros finds all keys alike",
            ([0, 0], [[1, 2], [3, -4], [5, 6]], [[3, 0], [0, -9], [6, 3]]),
            [3, -2],
        ),
        Case(
            "many digits",
            (
                [1.5, -0.5, 2],
                [[0.5, 1, -1], [-1, 2, 0], [2, 0, 0.75]],
                [[0.37, -2], [1.93, 0.58], [-0.77, 1]],
            ),
            [
                0.37 * FIRST + 1.93 * SECOND - 0.77 * THIRD,
                -2 * FIRST + 0.58 * SECOND + THIRD,
            ],
        ),
        Case(
            "equal keys share alike",
            ([1], [[2], [2], [0]], [[1], [4], [-2]]),
            [(5 * exp(2) - 2) / (2 * exp(2) + 1)],
        ),
        Case(
            "all scores below 0",
            ([-3, 1], [[2, 1], [1, 0]], [[1, 0, 0, 0], [0, 1, 0, -1]]),
            [
                1 / (1 + exp(2 / sqrt(2))),
                1 / (1 + exp(-2 / sqrt(2))),
                0,
                -1 / (1 + exp(-2 / sqrt(2))),
            ],
        ),
    ],
    mistakes=[
        Mistake(
            "the scores are not divided; divide each by the square root of the length of the query.",
            scored(dot),
        ),
        Mistake(
            "the scores are divided by the length itself, or by its root twice; divide once, by the root.",
            scaled_by(lambda query, key: len(query)),
        ),
        Mistake(
            "a 2 stands where the root should be; ** 1 / 2 divides by 2, so write ** 0.5, or take sqrt.",
            scaled_by(lambda query, key: len(query) / 2),
            scaled_by(lambda query, key: 2 * len(query)),
        ),
        Mistake(
            "the scores are divided by the square of the length; divide by its square root.",
            scaled_by(lambda query, key: len(query) ** 2),
        ),
        Mistake(
            "you multiplied by the square root; divide by it.",
            scored(lambda query, key: dot(query, key) * sqrt(len(query))),
        ),
        Mistake(
            "you multiplied by the length; divide by its square root.",
            scored(lambda query, key: dot(query, key) * len(query)),
        ),
        Mistake(
            "the square root is cut to a whole number; keep its digits.",
            scaled_by(lambda query, key: isqrt(len(query))),
            scaled_by(lambda query, key: round(sqrt(len(query)))),
        ),
        Mistake(
            "the scores are cut to whole numbers, as // does it; divide with /.",
            scored(lambda query, key: dot(query, key) // sqrt(len(query))),
            scored(lambda query, key: int(scaled(query, key))),
        ),
        Mistake(
            "the scores are divided by the same number in every call; queries differ in length.",
            *[
                scaled_by(lambda query, key, by=by: by)
                for by in (2, 4, 8, 16, sqrt(2), sqrt(3), sqrt(8), 10)
            ],
        ),
        Mistake(
            "the number of keys stands where the length of the query should: divide by the square root of len(query).",
            by_counts(lambda query, keys, values: sqrt(len(keys))),
            by_counts(lambda query, keys, values: len(keys)),
        ),
        Mistake(
            "the length of a value stands where that of the query should: divide by the square root of len(query).",
            by_counts(lambda query, keys, values: sqrt(len(values[0]))),
            by_counts(lambda query, keys, values: len(values[0])),
        ),
        Mistake(
            "you divided by how long the arrow of the query is; divide by the square root of how many numbers it has.",
            scaled_by(lambda query, key: hypot(*query) or 1),
            scaled_by(lambda query, key: hypot(*query)),
            scaled_by(lambda query, key: hypot(*query) * sqrt(len(query))),
        ),
        Mistake(
            "you divided by how long the arrow of the key is; divide by the square root of how many numbers it has.",
            scaled_by(lambda query, key: hypot(*key)),
            scaled_by(lambda query, key: hypot(*key) * sqrt(len(query))),
        ),
        Mistake(
            "that is the cosine of query and key; take the dot product, divided by the square root of len(query).",
            scaled_by(lambda query, key: hypot(*key) * hypot(*query)),
            scaled_by(lambda query, key: hypot(*key) * hypot(*query) or 1),
            scaled_by(lambda query, key: hypot(*key) * hypot(*query) * sqrt(len(query)) or 1),
        ),
        Mistake(
            "the attention weights are divided after softmax; divide the scores before it.",
            lambda query, keys, values: blend(
                [weight / sqrt(len(query)) for weight in softmax(unscaled(query, keys))], values
            ),
        ),
        Mistake(
            "the scores are divided twice, before softmax and after it; divide before it alone.",
            lambda query, keys, values: [x / sqrt(len(query)) for x in attend(query, keys, values)],
        ),
        Mistake(
            "the softmax is missing: make attention weights of the scores before you mix.",
            weighed(list),
            attention(compare=dot, weigh=list),
        ),
        Mistake(
            "these weights are the scores divided by their sum; softmax makes the weights.",
            weighed(shares_of_scores),
            weighed(lambda scores: [score / (sum(scores) or 1) for score in scores]),
            attention(compare=dot, weigh=shares_of_scores),
        ),
        Mistake(
            "these weights do not add up to 1: softmax divides by the sum of what exp makes.",
            weighed(powers),
            attention(compare=dot, weigh=powers),
        ),
        Mistake(
            "each weight is made of its own score alone, as sigmoid does it; softmax takes all scores in one list.",
            weighed(lambda scores: [1 / (1 + exp(-score)) for score in scores]),
        ),
        Mistake(
            "softmax comes after the blend; it comes before, on the scores.",
            lambda query, keys, values: softmax(blend(scores_of(query, keys), values)),
            lambda query, keys, values: softmax(blend(unscaled(query, keys), values)),
        ),
        Mistake(
            "the blend went through softmax once more; return it as it is.", of_result(softmax)
        ),
        Mistake(
            "softmax is done twice; once is enough.",
            weighed(lambda scores: softmax(softmax(scores))),
        ),
        Mistake(
            "the attention weights are taken before all scores are there; softmax needs them all.",
            weighed(growing),
        ),
        Mistake(
            "every value counts in full, as if each weight were 1; softmax takes all scores in one list.",
            mixed(lambda weights, values: total(values)),
        ),
        Mistake(
            "you mixed the keys; mix the values.",
            lambda query, keys, values: blend(softmax(scores_of(query, keys)), keys),
            lambda query, keys, values: blend(softmax(unscaled(query, keys)), keys),
        ),
        Mistake(
            "the query is compared with the values; compare it with the keys.",
            lambda query, keys, values: blend(softmax(scores_of(query, values)), values),
            lambda query, keys, values: blend(softmax(unscaled(query, values)), values),
        ),
        Mistake(
            "keys and values are mixed up: the keys make the weights, the values are mixed.",
            lambda query, keys, values: blend(softmax(scores_of(query, values)), keys),
            lambda query, keys, values: blend(softmax(unscaled(query, values)), keys),
        ),
        Mistake(
            "each key is compared with itself; compare it with the query.",
            scored(lambda query, key: scaled(key, key)),
            scored(lambda query, key: dot(key, key)),
        ),
        Mistake(
            "the keys are compared with a key; compare them with the query.",
            lambda query, keys, values: attend(keys[0], keys, values),
            lambda query, keys, values: attend(keys[-1], keys, values),
        ),
        Mistake(
            "each key is compared with its value; compare it with the query.",
            lambda query, keys, values: blend(
                softmax([dot(k, v) / sqrt(len(query)) for k, v in zip(keys, values)]), values
            ),
        ),
        Mistake(
            "that is the mean of the values; the better a key fits the query, the more its value counts.",
            mixed(lambda weights, values: mean(values)),
        ),
        Mistake(
            "that is the mean of the weighted values; add them up, since the weights add up to 1 already.",
            mixed(lambda weights, values: mean(products(weights, values))),
        ),
        Mistake(
            "that is the value of the best key alone; every value takes part, by its weight.",
            mixed(best(max)),
        ),
        Mistake(
            "that is the value of the worst key alone; every value takes part, by its weight.",
            mixed(best(min)),
        ),
        Mistake(
            "that is the weighted value of the best key alone; add up all of them.",
            mixed(lambda weights, values: [max(weights) * x for x in best(max)(weights, values)]),
        ),
        Mistake(
            "that is the largest of the weighted numbers; add them up.",
            mixed(lambda weights, values: list(map(max, zip(*products(weights, values))))),
        ),
        Mistake(
            "that is the weighted value of the first key alone; add up all of them.",
            mixed(lambda weights, values: products(weights, values)[0]),
            mixed(lambda weights, values: products(weights, values)[:1]),
            because=AFTER,
        ),
        Mistake(
            "that is the weighted value of the last key alone; add up all of them.",
            mixed(lambda weights, values: products(weights, values)[-1]),
            mixed(lambda weights, values: products(weights, values)[-1:]),
            because={
                starts_list_in_loop: "start the list once, before the loop.",
                replaces_in_loop: "add with +=.",
            },
        ),
        Mistake(
            "every value has the weight of the first key; each key makes a weight for its own value.",
            mixed(lambda weights, values: blend(weights[:1] * len(values), values)),
        ),
        Mistake(
            "every value has the weight of the last key; each key makes a weight for its own value.",
            mixed(lambda weights, values: blend(weights[-1:] * len(values), values)),
        ),
        Mistake(
            "the weights stand in reverse order; each key makes the weight of its own value.",
            mixed(lambda weights, values: blend(weights[::-1], values)),
        ),
        Mistake(
            "the weights are sorted; each key makes the weight of its own value.",
            weighed(lambda scores: sorted(softmax(scores))),
            weighed(lambda scores: sorted(softmax(scores), reverse=True)),
        ),
        Mistake(
            "these are the weighted values, side by side; add them up into one list.",
            mixed(products),
            mixed(lambda weights, values: flat(products(weights, values))),
            mixed(lambda weights, values: [list(c) for c in zip(*products(weights, values))]),
        ),
        Mistake(
            "each value is added up to one number; keep its numbers apart, and add over the keys.",
            mixed(lambda weights, values: [w * sum(v) for w, v in zip(weights, values)]),
            mixed(lambda weights, values: list(map(sum, values))),
        ),
        Mistake(
            "the blend is added up to one number; keep its numbers apart.",
            of_result(sum),
            of_result(lambda mixed: [sum(mixed)]),
        ),
        Mistake(
            "the weights meet the numbers of one value; each weight belongs to a whole value.",
            mixed(lambda weights, values: [dot(weights, value) for value in values]),
            mixed(lambda weights, values: [[w * x for w, x in zip(weights, v)] for v in values]),
        ),
        Mistake(
            "these are the attention weights; mix the values with them.",
            mixed(lambda weights, values: weights),
        ),
        Mistake(
            "these are the attention weights, of scores that are not divided; divide them, and mix the values.",
            attention(compare=dot, mix=lambda weights, values: weights),
        ),
        Mistake(
            "these are the scores; softmax makes weights of them, and the weights mix the values.",
            attention(weigh=list, mix=lambda weights, values: weights),
            attention(compare=dot, weigh=list, mix=lambda weights, values: weights),
        ),
        Mistake(
            "the best keys have the smallest weights; a sign is turned round.",
            weighed(lambda scores: softmax([-score for score in scores])),
            attention(compare=lambda query, key: -dot(query, key)),
        ),
        Mistake(
            "the negative scores have become 0; softmax takes them as they are.",
            weighed(lambda scores: softmax([max(0, score) for score in scores])),
            weighed(lambda scores: shares_of_scores([max(0, score) for score in scores])),
        ),
        Mistake(
            "the scores have lost their signs; softmax takes them as they are.",
            weighed(lambda scores: softmax(list(map(abs, scores)))),
        ),
        Mistake(
            "query and key are compared by their distance; take the dot product.",
            scored(lambda query, key: -dist(query, key)),
            scored(lambda query, key: dist(query, key)),
            scored(lambda query, key: dist(query, key) / sqrt(len(query))),
            scored(lambda query, key: -dist(query, key) / sqrt(len(query))),
            scored(lambda query, key: -(dist(query, key) ** 2)),
            scored(lambda query, key: -(dist(query, key) ** 2) / sqrt(len(query))),
        ),
        Mistake(
            "you added the numbers of query and key; the dot product multiplies each pair.",
            scored(lambda query, key: sum(q + k for q, k in zip(query, key)) / sqrt(len(query))),
        ),
        Mistake(
            "only the first numbers of query and key are compared; the dot product takes every pair.",
            scored(lambda query, key: query[0] * key[0] / sqrt(len(query))),
            scored(lambda query, key: query[0] * key[0]),
            because=AFTER,
        ),
        Mistake(
            "only the last numbers of query and key are compared; the dot product takes every pair.",
            scored(lambda query, key: query[-1] * key[-1] / sqrt(len(query))),
            scored(lambda query, key: query[-1] * key[-1]),
        ),
        Mistake(
            "the sum of the query is multiplied with the sum of the key; take the dot product.",
            scored(lambda query, key: sum(query) * sum(key) / sqrt(len(query))),
        ),
        Mistake(
            "the query is added to the blend; return the blend alone.",
            lambda query, keys, values: [x + y for x, y in zip(query, attend(query, keys, values))],
        ),
        Mistake(
            "the last key and its value are left out.",
            mixed(lambda weights, values: blend([*weights[:-1], 0], values)),
            lambda query, keys, values: attend(query, keys[:-1], values[:-1]),
            lambda query, keys, values: blend(softmax(scores_of(query, keys))[:-1], values),
        ),
        Mistake(
            "the first key and its value are left out.",
            mixed(lambda weights, values: blend([0, *weights[1:]], values)),
            lambda query, keys, values: attend(query, keys[1:], values[1:]),
            lambda query, keys, values: blend(softmax(scores_of(query, keys))[1:], values[1:]),
        ),
        Mistake(
            "only as many numbers of a value are mixed as the query has, or as there are keys; mix all.",
            lambda query, keys, values: attend(query, keys, values)[: len(keys)],
            lambda query, keys, values: attend(query, keys, values)[: len(query)],
        ),
        Mistake(
            "only the first number of the blend is there; a blend is as long as one value.",
            of_result(lambda mixed: mixed[0]),
            of_result(lambda mixed: mixed[:1]),
            because=AFTER,
        ),
        Mistake(
            "each number of the blend has those before it added to it; start each at 0.",
            of_result(lambda mixed: [sum(mixed[: n + 1]) for n in range(len(mixed))]),
        ),
        Mistake(
            "the blend comes with the attention weights; return the blend alone.",
            lambda query, keys, values: (
                attend(query, keys, values),
                softmax(scores_of(query, keys)),
            ),
            lambda query, keys, values: (
                softmax(scores_of(query, keys)),
                attend(query, keys, values),
            ),
        ),
        Mistake(
            "two lists of different lengths met; a query is as long as a key, and there are as many weights as values.",
            raises=LENGTHS,
        ),
    ],
)
