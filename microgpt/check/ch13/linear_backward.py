"""Exercise 13.1: from the gradients of what linear returns to those of its weights and of its input."""

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake


def outer(grads, x):
    return [[g * x_j for x_j in x] for g in grads]


def back(grads, w):
    return [sum(g * row[j] for g, row in zip(grads, w)) for j in range(len(w[0]))]


def linear_backward(grads, x, w):
    return outer(grads, x), back(grads, w)


def with_weights(change):
    """The answer with other gradients of the weights: change(grads, x, w)."""
    return lambda grads, x, w: (change(grads, x, w), back(grads, w))


def with_input(change):
    """The answer with other gradients of x: change(grads, x, w)."""
    return lambda grads, x, w: (outer(grads, x), change(grads, x, w))


def turned(matrix):
    return [list(column) for column in zip(*matrix)]


def last_only(grads, x, w):
    """= in place of +=: each row overwrites what the one before has left."""
    return [grads[-1] * number for number in w[-1]]


def moved(grads, x, w, rate):
    """The weights, with so many times their gradients added."""
    return [[w_j + rate * g_j for w_j, g_j in zip(row, gs)] for row, gs in zip(w, outer(grads, x))]


def drawn(rng):
    rows, columns = rng.choice([(2, 3), (3, 2), (4, 3), (2, 4)])
    return numbers(rng, rows), numbers(rng, columns), [numbers(rng, columns) for _ in range(rows)]


LINEAR_BACKWARD = Function(
    "ex-13-1",
    "linear_backward(grads, x, w)",
    start="grads[k] is the gradient of what row k of w gives; begin with the gradient of one weight.",
    right=linear_backward,
    more=drawn,
    cases=[
        Case(
            "two numbers in, three out",
            ([0.5, -0.75, 0.25], [1.0, 2.0], [[1.0, 0.0], [2.0, -1.0], [0.0, 3.0]]),
            [[[0.5, 1.0], [-0.75, -1.5], [0.25, 0.5]], [-1.0, 1.5]],
        ),
        Case("one number in, one out", ([2.0], [3.0], [[4.0]]), [[[6.0]], [8.0]]),
        Case(
            "a row whose gradient is 0 moves nothing",
            ([0.0, 1.0], [1.0, -1.0, 2.0], [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),
            [[[0.0, 0.0, 0.0], [1.0, -1.0, 2.0]], [4.0, 5.0, 6.0]],
        ),
        Case(
            "a number that is 0 gives its column no gradient, and gets one itself",
            ([1.0, -1.0], [0.0, 2.0], [[0.5, 0.25], [-1.5, 2.0]]),
            [[[0.0, 2.0], [0.0, -2.0]], [2.0, -1.75]],
        ),
        Case(
            "many digits",
            ([0.31, -0.42], [1.7, -0.06], [[0.25, 1.5], [-2.2, 0.9]]),
            [[[0.527, -0.0186], [-0.714, 0.0252]], [1.0015, 0.087]],
        ),
    ],
    mistakes=[
        Mistake(
            "the two results are the wrong way round; the gradients of the weights come first.",
            lambda grads, x, w: (back(grads, w), outer(grads, x)),
        ),
        Mistake(
            "the gradients of the weights lie on their side; they have a row for each gradient, as w has.",
            with_weights(lambda grads, x, w: turned(outer(grads, x))),
        ),
        Mistake(
            "the gradient of a weight is its own value times the gradient here; take the number of x that it is "
            "multiplied by.",
            with_weights(
                lambda grads, x, w: [[g * w_j for w_j in row] for g, row in zip(grads, w)]
            ),
        ),
        Mistake(
            "the gradients of the weights are those of x in each row here; the gradient of the row is missing.",
            with_weights(lambda grads, x, w: [list(x) for _ in grads]),
        ),
        Mistake(
            "the gradients of the weights do not depend on x here; multiply by the number of x at that column.",
            with_weights(lambda grads, x, w: [[g for _ in x] for g in grads]),
        ),
        Mistake(
            "the gradients of x come from the last row alone; they add up over all rows: += in place of =.",
            with_input(last_only),
        ),
        Mistake(
            "the gradients of x come from the first row alone; add up all rows.",
            with_input(lambda grads, x, w: [grads[0] * number for number in w[0]]),
        ),
        Mistake(
            "the gradients of x are sums of weights here; multiply each row by its gradient first.",
            with_input(lambda grads, x, w: [sum(column) for column in zip(*w)]),
        ),
        Mistake(
            "the gradients of x are the mean over the rows here; they are the sum.",
            with_input(lambda grads, x, w: [b / len(grads) for b in back(grads, w)]),
        ),
        Mistake(
            "the gradients of x are multiplied by x as well; the weights and the gradients of the rows are enough.",
            with_input(lambda grads, x, w: [b * x_j for b, x_j in zip(back(grads, w), x)]),
        ),
        Mistake(
            "both results have the opposite sign; the gradients are asked for, and not the moves.",
            lambda grads, x, w: linear_backward([-g for g in grads], x, w),
        ),
        Mistake(
            "the gradients of the weights have the opposite sign; each is the gradient of its row times a number of x.",
            with_weights(lambda grads, x, w: outer([-g for g in grads], x)),
        ),
        Mistake(
            "the gradients of x have the opposite sign.",
            with_input(lambda grads, x, w: [-b for b in back(grads, w)]),
        ),
        Mistake(
            "that is the way forward in the gradients of x: the weights times x; on the way back they meet the "
            "gradients.",
            with_input(
                lambda grads, x, w: [sum(row[j] for row in w) * x[j] for j in range(len(x))]
            ),
            with_input(lambda grads, x, w: [sum(n * m for n, m in zip(row, x)) for row in w]),
        ),
        Mistake(
            "the gradients of x are sums over the rows, one for each row here; there is one for each number of x, a "
            "sum over its column.",
            with_input(lambda grads, x, w: [g * sum(row) for g, row in zip(grads, w)]),
        ),
        Mistake(
            "these are the numbers of x themselves, where their gradients are asked for.",
            with_input(lambda grads, x, w: x),
        ),
        Mistake(
            "the gradients of x are one number here; each number of x has its own.",
            with_input(lambda grads, x, w: sum(back(grads, w))),
        ),
        Mistake(
            "the gradients of the weights are one number for each row here; each weight has its own.",
            with_weights(lambda grads, x, w: [g * sum(x) for g in grads]),
        ),
        Mistake(
            "the gradients of the weights are one long list; they have the shape of w, a list for each row.",
            with_weights(lambda grads, x, w: [number for row in outer(grads, x) for number in row]),
        ),
        Mistake(
            "these are the weights after a move; the gradients are asked for.",
            with_weights(lambda grads, x, w: moved(grads, x, w, -1)),
        ),
        Mistake(
            "the old weights are added to their gradients; begin with new lists.",
            with_weights(lambda grads, x, w: moved(grads, x, w, 1)),
        ),
        Mistake(
            "the numbers of x are added to their gradients; begin with zeros.",
            with_input(lambda grads, x, w: [x_j + b for x_j, b in zip(x, back(grads, w))]),
        ),
        Mistake(
            "all gradients stand in one list here; return two things, those of the weights and those of x.",
            lambda grads, x, w: [*outer(grads, x), back(grads, w)],
        ),
        Mistake(
            "only the gradients of the weights come back; return those of x too.",
            lambda grads, x, w: outer(grads, x),
        ),
        Mistake(
            "only the gradients of x come back; return those of the weights first.",
            lambda grads, x, w: back(grads, w),
        ),
    ],
)
