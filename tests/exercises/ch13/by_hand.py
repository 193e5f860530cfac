"""ex-13-2: by_hand(token, target, wte, fc1, fc2)"""

from functools import partial
from math import exp

import numpy

from microgpt import Value
from microgpt.nn import linear, softmax

from ..edits import edited
from .linear_backward import linear_backward

SOURCE = """
from microgpt.nn import linear, softmax

def by_hand(token, target, wte, fc1, fc2):
    x = wte[token]
    hidden = [max(0, h) for h in linear(x, fc1)]
    g = list(softmax(linear(hidden, fc2)))
    g[target] -= 1
    of_fc2 = [[g_k * h for h in hidden] for g_k in g]
    g = [sum(g_k * row[j] for g_k, row in zip(g, fc2)) for j in range(len(hidden))]
    g = [g_j if h > 0 else 0.0 for g_j, h in zip(g, hidden)]
    of_fc1 = [[g_j * x_i for x_i in x] for g_j in g]
    of_x = [sum(g_j * row[i] for g_j, row in zip(g, fc1)) for i in range(len(x))]
    return of_x, of_fc1, of_fc2
"""


def changed(*pairs):
    return edited(SOURCE, "by_hand", *zip(pairs[::2], pairs[1::2]))


def with_the_last_exercise(token, target, wte, fc1, fc2):
    x = wte[token]
    hidden = [max(0, h) for h in linear(x, fc1)]
    probs = softmax(linear(hidden, fc2))
    grads = [p - (k == target) for k, p in enumerate(probs)]
    of_fc2, grads = linear_backward(grads, hidden, fc2)
    grads = [g * (h > 0) for g, h in zip(grads, hidden)]
    of_fc1, of_x = linear_backward(grads, x, fc1)
    return of_x, of_fc1, of_fc2


def arrays(token, target, wte, fc1, fc2):
    x, fc1, fc2 = numpy.array(wte[token]), numpy.array(fc1), numpy.array(fc2)
    raw = fc1 @ x
    hidden = numpy.maximum(raw, 0)
    exps = numpy.exp(fc2 @ hidden)
    grads = exps / exps.sum()
    grads[target] -= 1
    behind = (grads @ fc2) * (raw > 0)
    return behind @ fc1, numpy.outer(behind, x), numpy.outer(grads, hidden)


def arrays_listed(*given):
    return [part.tolist() for part in arrays(*given)]


def columns_of_arrays(token, target, wte, fc1, fc2):
    """A batch of one."""
    x = numpy.array([wte[token]])
    w1, w2 = numpy.array(fc1).T, numpy.array(fc2).T
    hidden = numpy.where(x @ w1 > 0, x @ w1, 0)
    logits = hidden @ w2
    probs = numpy.exp(logits) / numpy.exp(logits).sum(1, keepdims=True)
    grads = probs - numpy.eye(len(fc2))[[target]]
    behind = grads @ w2.T
    behind[hidden == 0] = 0
    return (behind @ w1.T)[0], (x.T @ behind).T, (hidden.T @ grads).T


def values(token, target, wte, fc1, fc2):
    row, fc1, fc2 = ([Value(n) for n in wte[token]], *map(in_values, (fc1, fc2)))
    hidden = [h.relu() for h in linear(row, fc1)]
    (-softmax(linear(hidden, fc2))[target].log()).backward()
    grads = [[[n.grad for n in one] for one in matrix] for matrix in (fc1, fc2)]
    return [n.grad for n in row], *grads


def in_values(matrix):
    return [[Value(n) for n in row] for row in matrix]


def tuples(token, target, wte, fc1, fc2):
    of_x, of_fc1, of_fc2 = with_the_last_exercise(token, target, wte, fc1, fc2)
    return tuple(of_x), tuple(map(tuple, of_fc1)), tuple(map(tuple, of_fc2))


def all_by_index(token, target, wte, fc1, fc2):
    x, units, tokens = wte[token], range(len(fc1)), range(len(fc2))
    raw = [sum(fc1[u][i] * x[i] for i in range(len(x))) for u in units]
    hidden = [h if h > 0 else 0.0 for h in raw]
    exps = [exp(sum(fc2[k][u] * hidden[u] for u in units)) for k in tokens]
    of_x = [0.0] * len(x)
    of_fc1 = [[0.0] * len(x) for _ in units]
    of_fc2 = [[0.0] * len(fc1) for _ in tokens]
    for k in tokens:
        g = exps[k] / sum(exps) - (1 if k == target else 0)
        for u in units:
            of_fc2[k][u] += g * hidden[u]
            if raw[u] > 0:
                for i in range(len(x)):
                    of_fc1[u][i] += g * fc2[k][u] * x[i]
                    of_x[i] += g * fc2[k][u] * fc1[u][i]
    return of_x, of_fc1, of_fc2


def only_units_that_are_on(token, target, wte, fc1, fc2):
    x = wte[token]
    hidden = [max(0.0, h) for h in linear(x, fc1)]
    on = [u for u, h in enumerate(hidden) if h]
    slopes = [p - 1 if k == target else p for k, p in enumerate(softmax(linear(hidden, fc2)))]
    blame = {u: sum(s * row[u] for s, row in zip(slopes, fc2)) for u in on}
    of_fc1 = [[blame.get(u, 0.0) * n for n in x] for u in range(len(fc1))]
    of_x = [sum(blame[u] * fc1[u][i] for u in on) for i in range(len(x))]
    return of_x, of_fc1, [[s * h for h in hidden] for s in slopes]


def by_the_target_first(token, target, wte, fc1, fc2):
    """The gradient of logsumexp, then that of minus the logit of the target."""
    x = wte[token]
    hidden = [h * (h > 0) for h in linear(x, fc1)]
    grads = softmax(linear(hidden, fc2))
    grads = [*grads[:target], grads[target] - 1, *grads[target + 1 :]]
    of_hidden = [sum(map(lambda g, w: g * w, grads, column)) for column in zip(*fc2)]
    behind = [g if h else 0 for g, h in zip(of_hidden, hidden)]
    of_x = [sum(map(lambda g, w: g * w, behind, column)) for column in zip(*fc1)]
    return [of_x, [[g * n for n in x] for g in behind], [[g * h for h in hidden] for g in grads]]


def with_helpers(token, target, wte, fc1, fc2):
    def outer(a, b):
        return [[m * n for n in b] for m in a]

    def through(a, matrix):
        return linear(a, [list(column) for column in zip(*matrix)])

    x = wte[token]
    raw = linear(x, fc1)
    hidden = [max(h, 0) for h in raw]
    g = [p - (i == target) for i, p in enumerate(softmax(linear(hidden, fc2)))]
    h = [n if r > 0 else 0 for n, r in zip(through(g, fc2), raw)]
    return through(h, fc1), outer(h, x), outer(g, hidden)


class ByHand:
    def __call__(self, token, target, wte, fc1, fc2):
        return all_by_index(token, target, wte, fc1, fc2)


RIGHT = [
    with_the_last_exercise,
    arrays,
    arrays_listed,
    columns_of_arrays,
    values,
    tuples,
    all_by_index,
    only_units_that_are_on,
    by_the_target_first,
    with_helpers,
    ByHand(),
    partial(with_helpers),
    changed(),
    changed("return of_x, of_fc1, of_fc2", "return [of_x, of_fc1, of_fc2]"),
    changed("max(0, h)", "max(0.0, h)"),
    changed("x = wte[token]", "x = list(wte[token])"),
]


def in_place(token, target, wte, fc1, fc2):
    of_x, of_fc1, of_fc2 = with_the_last_exercise(token, target, wte, fc1, fc2)
    for row, grads in zip(fc1, of_fc1):
        row[:] = grads
    return of_x, fc1, of_fc2


def prints(*given):
    print(with_the_last_exercise(*given))


def no_return(token, target, wte, fc1, fc2):
    of_x, of_fc1, of_fc2 = with_the_last_exercise(token, target, wte, fc1, fc2)
    of_x = list(of_x)


def endless(token, target, wte, fc1, fc2):
    while token >= 0:
        target += 1
    return wte


RIGHT_ONE, GATE = (
    "    g[target] -= 1\n",
    "    g = [g_j if h > 0 else 0.0 for g_j, h in zip(g, hidden)]\n",
)
OF_FC1, OF_FC2 = (
    "of_fc1 = [[g_j * x_i for x_i in x] for g_j in g]",
    "[[g_k * h for h in hidden] for g_k in g]",
)
BACK, HIDDEN = "return of_x, of_fc1, of_fc2", "hidden = [max(0, h) for h in linear(x, fc1)]"
LOGITS = "list(softmax(linear(hidden, fc2)))"

WRONG = [
    (changed(RIGHT_ONE, ""), "the 1 is not taken away"),
    (changed("g[target] -= 1", "g[token] -= 1"), "the 1 is taken away at token"),
    (changed("g[target] -= 1", "g = [p - 1 for p in g]"), "at every token"),
    (
        changed("g[target] -= 1", "g = [p - 1 if k == target else 0 for k, p in enumerate(g)]"),
        "0 but at target",
    ),
    (changed("g[target] -= 1", "g[target] -= 1; g = [-p for p in g]"), "the opposite sign"),
    (
        changed("g[target] -= 1", "g = [(k == target) - p for k, p in enumerate(g)]"),
        "the opposite sign",
    ),
    (changed("g[target] -= 1", "g[target] += 1"), None),
    (changed("g[target] -= 1", "g[target] = 1 - g[target]"), None),
    (changed("g[target] -= 1", "g[target] = -1"), None),
    (changed("g[target] -= 1", "g[target] = -1 / g[target]"), None),
    (changed(LOGITS, "list(linear(hidden, fc2))"), "softmax makes probabilities"),
    (changed(GATE, ""), "ReLU is forgotten on the way back"),
    (changed(GATE, "", HIDDEN, "hidden = linear(x, fc1)"), "forgotten on the way forward and back"),
    (changed("if h > 0 else 0.0", "if h >= 0 else 0.0"), "ReLU is forgotten on the way back"),
    (changed("g_j if h > 0 else 0.0", "g_j * h"), "multiplies by the number after it"),
    (changed("if h > 0 else 0.0", "if h <= 0 else 0.0"), "lets through where it cut off"),
    (changed("if h > 0 else 0.0", "if h == 0 else 0.0"), "lets through where it cut off"),
    (changed("g_j if h > 0 else 0.0", "max(0, g_j)"), "by the gradient"),
    (changed("g_j if h > 0 else 0.0 for", "g_j if g_j > 0 else 0.0 for"), "by the gradient"),
    (
        changed(f"of_fc2 = {OF_FC2}", f"hidden = linear(x, fc1); of_fc2 = {OF_FC2}"),
        "the numbers before ReLU",
    ),
    (changed("x = wte[token]", "x = wte[target]"), "the row of target"),
    (changed(BACK, "return of_fc2, of_fc1, of_x"), "in another order"),
    (changed(BACK, "return of_fc1, of_fc2, of_x"), "in another order"),
    (changed(BACK, "return of_x, of_fc2, of_fc1"), "in another order"),
    (changed(BACK, "return of_fc1, of_x, of_fc2"), None),
    (
        changed(BACK, "return of_x, [list(c) for c in zip(*of_fc1)], of_fc2"),
        "fc1 lie on their side",
    ),
    (changed(OF_FC1, "of_fc1 = [[g_j * x_i for g_j in g] for x_i in x]"), "fc1 lie on their side"),
    (changed(OF_FC2, "[[g_k * h for g_k in g] for h in hidden]"), "fc2 lie on their side"),
    (changed(OF_FC1, "of_fc1 = [[0.0 for x_i in x] for g_j in g]"), "stop before fc1"),
    (changed(BACK, "return x, of_fc1, of_fc2"), "the row itself"),
    (
        changed(
            BACK,
            "return [of_x if i == token else [0.0] * len(x) for i in range(len(wte))], of_fc1, of_fc2",
        ),
        "all of wte",
    ),
    (changed(BACK, "return of_fc1, of_fc2"), "of the row are missing"),
    (changed(BACK, "return of_x"), "one of the three results"),
    (changed(BACK, "return of_fc2"), "one of the three results"),
    (changed(OF_FC2, "[[g_k * h for h in x] for g_k in g]"), None),
    (changed(OF_FC1, "of_fc1 = [[g_j * h for h in hidden] for g_j in g]"), None),
    (
        changed(
            "zip(g, fc2)) for j in range(len(hidden))]", "zip(g, fc2)) for j in range(len(x))]"
        ),
        None,
    ),
    (
        changed("zip(g, fc1)) for i in range(len(x))]", "zip(g, fc1)) for i in range(len(x) - 1)]"),
        None,
    ),
    (
        changed(
            "of_x = [sum(g_j * row[i] for g_j, row in zip(g, fc1)) for i in range(len(x))]",
            "of_x = [sum(row[i] for row in fc1) for i in range(len(x))]",
        ),
        None,
    ),
    (changed("of_x = [sum(g_j * row[i]", "of_x = [x[i] - sum(g_j * row[i]"), "after a move"),
    (changed("x = wte[token]", "x = wte[token][0]"), "float"),
    (changed("g = list(softmax", "g = tuple(softmax"), "tuple"),
    (changed("range(len(hidden))", "range(len(hidden) + 1)"), "list index out of range"),
    (in_place, "changed its input"),
    (prints, "it prints, and hands nothing back"),
    (no_return, "no return in it has a value"),
    (endless, "did not come back"),
    (lambda token, target: token, "does not start"),
    (
        lambda target, token, wte, fc1, fc2: with_the_last_exercise(token, target, wte, fc1, fc2),
        "in the order of",
    ),
    ([0.5], "not a function"),
]
