"""ex-13-1: linear_backward(grads, x, w)"""

from functools import partial, reduce

import numpy

from microgpt import Value
from microgpt.nn import linear

from ..edits import edited

SOURCE = """
def linear_backward(grads, x, w):
    of_w, of_x = [], [0.0] * len(x)
    for g, row in zip(grads, w):
        of_w.append([g * x_j for x_j in x])
        for j in range(len(x)):
            of_x[j] += g * row[j]
    return of_w, of_x
"""


def changed(*pairs):
    return edited(SOURCE, "linear_backward", *zip(pairs[::2], pairs[1::2]))


def linear_backward(grads, x, w):
    of_w = [[g * x_j for x_j in x] for g in grads]
    of_x = [sum(g * row[j] for g, row in zip(grads, w)) for j in range(len(x))]
    return of_w, of_x


def by_index(grads, x, w):
    of_w = [[0.0] * len(x) for _ in grads]
    of_x = [0.0 for _ in x]
    for i in range(len(w)):
        for j in range(len(w[i])):
            of_w[i][j] = x[j] * grads[i]
            of_x[j] += w[i][j] * grads[i]
    return of_w, of_x


def turned(grads, x, w):
    """The gradients of x are those of y, through the matrix with rows and columns changed over."""
    return [[g * x_j for x_j in x] for g in grads], linear(grads, [list(c) for c in zip(*w)])


def columns(grads, x, w):
    of_x = [sum(map(lambda g, w_j: g * w_j, grads, column)) for column in zip(*w)]
    return [list(map(g.__mul__, x)) for g in grads], of_x


def arrays(grads, x, w):
    return numpy.outer(grads, x), numpy.array(w).T @ numpy.array(grads)


def arrays_listed(grads, x, w):
    grads = numpy.array(grads)
    return [(grads[:, None] * x).tolist(), (grads @ w).tolist()]


def einsum(grads, x, w):
    return numpy.einsum("i,j->ij", grads, x), numpy.einsum("i,ij->j", grads, w)


def rows_of_arrays(grads, x, w):
    x, w = numpy.array(x), numpy.array(w)
    return [g * x for g in grads], sum(g * row for g, row in zip(grads, w))


def values(grads, x, w):
    """Value does it: the loss whose gradients at y are these is their dot product with y."""
    x, w = [Value(n) for n in x], [[Value(n) for n in row] for row in w]
    sum(g * y for g, y in zip(grads, linear(x, w))).backward()
    return [[n.grad for n in row] for row in w], [n.grad for n in x]


def in_values(grads, x, w):
    return [[Value(g) * n for n in x] for g in grads], linear_backward(grads, x, w)[1]


def tuples(grads, x, w):
    of_w = tuple(tuple(g * x_j for x_j in x) for g in grads)
    return of_w, tuple(sum(g * row[j] for g, row in zip(grads, w)) for j in range(len(x)))


def row_by_row(grads, x, w):
    def add(total, pair):
        g, row = pair
        return [t + g * w_j for t, w_j in zip(total, row)]

    return [[x_j * g for x_j in x] for g in grads], reduce(add, zip(grads, w), [0] * len(x))


def enumerated(grads, x, w):
    of_w = [[] for _ in grads]
    of_x = []
    for j, x_j in enumerate(x):
        total = 0
        for i, g in enumerate(grads):
            of_w[i].append(g * x_j)
            total = total + g * w[i][j]
        of_x.append(total)
    return of_w, of_x


def filled_copy(grads, x, w):
    of_w = [row[:] for row in w]
    of_x = dict.fromkeys(range(len(x)), 0.0)
    for i, row in enumerate(of_w):
        for j in of_x:
            of_x[j] += grads[i] * row[j]
            row[j] = grads[i] * x[j]
    return of_w, list(of_x.values())


class Backward:
    def __call__(self, grads, x, w):
        return linear_backward(grads, x, w)


RIGHT = [
    linear_backward,
    by_index,
    turned,
    columns,
    arrays,
    arrays_listed,
    einsum,
    rows_of_arrays,
    values,
    in_values,
    tuples,
    row_by_row,
    enumerated,
    filled_copy,
    Backward(),
    partial(columns),
    changed(),
    changed("return of_w, of_x", "return [of_w, of_x]"),
]


def in_place(grads, x, w):
    of_x = linear_backward(grads, x, w)[1]
    for g, row in zip(grads, w):
        row[:] = [g * x_j for x_j in x]
    return w, of_x


def prints(grads, x, w):
    print(linear_backward(grads, x, w))


def no_return(grads, x, w):
    of_w = linear_backward(grads, x, w)
    of_w = list(of_w)


def endless(grads, x, w):
    of_w = []
    while len(of_w) < len(grads) + 1:
        of_w = []
    return of_w


kept = []


def kept_between(grads, x, w):
    of_w, of_x = linear_backward(grads, x, w)
    kept.extend(of_w)
    return kept, of_x


ROW, ADD, BACK = "of_w.append([g * x_j for x_j in x])", "of_x[j] += g * row[j]", "return of_w, of_x"

WRONG = [
    (changed(BACK, "return of_x, of_w"), "the wrong way round"),
    (changed(BACK, "return [list(c) for c in zip(*of_w)], of_x"), "lie on their side"),
    (changed(ROW, "of_w.append([g * w_j for w_j in row])"), "its own value times the gradient"),
    (changed(ROW, "of_w.append(list(x))"), "the gradient of the row is missing"),
    (changed(ROW, "of_w.append(x)"), "the gradient of the row is missing"),
    (changed(ROW, "of_w.append([g for x_j in x])"), "do not depend on x here"),
    (changed(ROW, "of_w.append([g] * len(x))"), "do not depend on x here"),
    (changed(ADD, "of_x[j] = g * row[j]"), "+= in place of ="),
    (changed(ADD, "of_x[j] = of_x[j] or g * row[j]"), None),
    (changed(ADD, "of_x[j] += row[j]"), "sums of weights here"),
    (changed(ADD, "of_x[j] += g * row[j] / len(w)"), "the mean over the rows"),
    (changed(ADD, "of_x[j] += g * row[j] / len(grads)"), "the mean over the rows"),
    (changed(ADD, "of_x[j] += g * row[j] * x[j]"), "multiplied by x as well"),
    (changed("    return of_w", "        break\n    return of_w"), None),
    (changed("for g, row in zip(grads, w):", "for g, row in zip(grads[:1], w):"), None),
    (changed(ADD, "of_x[j] += g * row[j] * (row is w[0])"), "the first row alone"),
    (changed(BACK, "return of_w, [grads[0] * n for n in w[0]]"), "the first row alone"),
    (changed(BACK, "return of_w, [grads[-1] * n for n in w[-1]]"), "the last row alone"),
    (
        changed("zip(grads, w)", "zip([-g for g in grads], w)"),
        "both results have the opposite sign",
    ),
    (
        changed(ROW, "of_w.append([-g * x_j for x_j in x])", ADD, "of_x[j] -= g * row[j]"),
        "both results have the opposite sign",
    ),
    (changed(ADD, "of_x[j] -= g * row[j]"), "the gradients of x have the opposite sign"),
    (changed(ROW, "of_w.append([-g * x_j for x_j in x])"), "of the weights have the opposite sign"),
    (changed(BACK, "return of_w"), "only the gradients of the weights come back"),
    (changed(BACK, "return of_x"), "only the gradients of x come back"),
    (changed(ADD, "of_x[j] += row[j] * x[j]"), "that is the way forward"),
    (changed(BACK, "return of_w, [sum(g * n for g, n in zip(grads, row)) for row in w]"), None),
    (
        changed(BACK, "return of_w, [sum(g * n for n in row) for g, row in zip(grads, w)]"),
        "one for each row here",
    ),
    (changed(BACK, "return of_w, list(x)"), "these are the numbers of x"),
    (changed(BACK, "return of_w, x"), "these are the numbers of x"),
    (changed(BACK, "return of_w, sum(of_x)"), "one number here"),
    (changed(ROW, "of_w.append(sum(g * x_j for x_j in x))"), "one number for each row"),
    (changed(ROW, "of_w += [g * x_j for x_j in x]"), "one long list"),
    (changed(ROW, "of_w.extend(g * x_j for x_j in x)"), "one long list"),
    (
        changed(ROW, "of_w.append([w_j - g * x_j for w_j, x_j in zip(row, x)])"),
        "the weights after a move",
    ),
    (
        changed(ROW, "of_w.append([w_j + g * x_j for w_j, x_j in zip(row, x)])"),
        "the old weights are added",
    ),
    (changed("[0.0] * len(x)", "list(x)"), "the numbers of x are added"),
    (changed("[0.0] * len(x)", "[1.0] * len(x)"), None),
    (changed("[0.0] * len(x)", "[0.0] * len(w)"), None),
    (changed("[0.0] * len(x)", "[]"), "list index out of range"),
    (changed(BACK, "return [of_w], of_x"), None),
    (changed(BACK, "return of_w + [of_x]"), "one list here"),
    (changed(BACK, "return [*of_w, of_x]"), "one list here"),
    (changed(BACK, "return {'w': of_w, 'x': of_x}"), "dictionary"),
    (in_place, "changed its input"),
    (prints, "it prints, and hands nothing back"),
    (no_return, "no return in it has a value"),
    (endless, "did not come back"),
    (kept_between, None),
    (changed("row[j]", "row.j"), "no attribute"),
    (changed("grads, x, w)", "x, w)", "zip(grads, w)", "zip(x, w)"), "does not start"),
    (lambda x, w, grads: linear_backward(grads, x, w), "in the order of"),
    ([[[0.5]], [1.0]], "not a function"),
]
