"""Exercise 8.1: the MLP of a layer, on plain numbers."""

from math import erf, exp, log, sqrt, tanh

from microgpt.nn import linear, rmsnorm, softmax

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from ..source import starts_list_in_loop
from .parts import AFTER, LENGTHS, added, loose, mlp, network, relu, rows


def each(bend):
    """bend(number) in the place of ReLU."""
    return network(lambda hidden: [bend(number) for number in hidden])


def both(make):
    """The mistake with matrices that fit, and where they do not: as linear does it, and as zip does it."""
    return make(linear), make(loose)


def of_hidden(change):
    """The hidden numbers are changed after ReLU."""
    return network(lambda hidden: change(relu(hidden)), second=loose)


def of_result(change):
    return lambda x, fc1, fc2: change(mlp(x, fc1, fc2))


def turned(matrix):
    return [list(column) for column in zip(*matrix)]


def bent_products(x, matrix):
    return [sum(relu(a * b for a, b in zip(row, x))) for row in matrix]


def without(unit):
    """One hidden number is left out: it counts as 0."""

    def drop(hidden):
        hidden = list(hidden)
        hidden[unit] = 0.0
        return hidden

    return of_hidden(drop)


def sigmoid(number):
    return 1 / (1 + exp(-number))


def gelu(number):
    return number * (1 + erf(number / sqrt(2))) / 2


def vectors(rng):
    """Random sizes; four hidden numbers for each that comes in, as in the model, or any other count."""
    n_in = rng.randint(1, 3)
    n_hidden, n_out = rng.choice([4 * n_in, n_in, 3]), rng.choice([n_in, 2])
    return numbers(rng, n_in, -2, 2), rows(rng, n_hidden, n_in), rows(rng, n_out, n_hidden)


MLP = Function(
    "ex-08-1",
    "mlp(x, fc1, fc2)",
    start="linear(x, fc1) comes first; each number of what it gives goes through ReLU.",
    right=mlp,
    more=vectors,
    cases=[
        Case(
            "two numbers in, three in the middle, two out",
            ([1, 2], [[1, 1], [1, -1], [0, 2]], [[1, 0, 2], [1, 1, -1]]),
            [11, -1],
        ),
        Case(
            "all in the middle below 0: zeros come out",
            ([1, -1], [[-1, 1], [-3, 0]], [[1, 2], [3, -4]]),
            [0, 0],
        ),
        Case(
            "as many in the middle as come in",
            ([2, -3], [[1, 1], [1, 0]], [[5, -1], [4, 2]]),
            [-2, 4],
        ),
        Case(
            "one number in, four in the middle, one out",
            ([-2], [[1], [-1], [-3], [2]], [[10, 1, 2, 100]]),
            [14],
        ),
        Case(
            "many digits",
            (
                [0.37, -1.21],
                [[1.5, 0.25], [-0.5, -1], [2, 1]],
                [[0.3, -1.7, 5], [1.1, 0.9, 7]],
            ),
            [0.3 * 0.2525 - 1.7 * 1.025, 1.1 * 0.2525 + 0.9 * 1.025],
        ),
        Case(
            "none in the middle below 0: ReLU changes nothing",
            ([3, 0.5], [[1, 0], [2, 2], [1, 4]], [[-1, 1, 0], [2, 0, 1]]),
            [4, 11],
        ),
        Case(
            "zeros come in",
            ([0, 0], [[1, 2], [3, 4], [5, 6]], [[1, 2, 3], [4, 5, 6]]),
            [0, 0],
        ),
    ],
    mistakes=[
        Mistake(
            "the numbers of fc2 go through ReLU as well; it takes what linear(x, fc1) makes alone.",
            lambda x, fc1, fc2: mlp(x, fc1, [relu(row) for row in fc2]),
        ),
        Mistake(
            "there is no ReLU; each number of linear(x, fc1) that is below 0 becomes 0.",
            *both(lambda linear: network(list, linear, linear)),
        ),
        Mistake(
            "ReLU comes at the end; it comes in the middle, between fc1 and fc2.",
            lambda x, fc1, fc2: relu(linear(linear(x, fc1), fc2)),
        ),
        Mistake(
            "what fc2 makes goes through ReLU as well; return it as it is, also where it is below 0.",
            of_result(relu),
        ),
        Mistake(
            "x goes through ReLU; ReLU comes after fc1.",
            lambda x, fc1, fc2: linear(linear(relu(x), fc1), fc2),
        ),
        Mistake(
            "x goes through ReLU before fc1; ReLU comes once, after fc1.",
            lambda x, fc1, fc2: mlp(relu(x), fc1, fc2),
        ),
        Mistake(
            "ReLU comes three times; it comes once, between fc1 and fc2.",
            lambda x, fc1, fc2: relu(mlp(relu(x), fc1, fc2)),
        ),
        Mistake(
            "ReLU comes before fc1 and at the end; it comes once, between fc1 and fc2.",
            lambda x, fc1, fc2: relu(linear(linear(relu(x), fc1), fc2)),
        ),
        Mistake(
            "the matrices are exchanged; fc1 meets x, and fc2 what ReLU gives.",
            *both(lambda linear: lambda x, fc1, fc2: network(relu, linear, linear)(x, fc2, fc1)),
        ),
        Mistake(
            "fc1 is used twice; the second matrix is fc2.",
            *both(lambda linear: lambda x, fc1, fc2: network(relu, linear, linear)(x, fc1, fc1)),
        ),
        Mistake(
            "fc2 is used twice; the first matrix is fc1.",
            *both(lambda linear: lambda x, fc1, fc2: network(relu, linear, linear)(x, fc2, fc2)),
        ),
        Mistake(
            "rows and columns are exchanged; each row of a matrix meets the whole list.",
            *both(
                lambda linear: (
                    lambda x, fc1, fc2: network(relu, linear, linear)(x, turned(fc1), turned(fc2))
                )
            ),
        ),
        Mistake(
            "the sign of the hidden numbers is taken away; ReLU makes 0 of those below 0.",
            each(abs),
        ),
        Mistake(
            "a part of the numbers below 0 comes through; ReLU makes 0 of them.",
            *[each(lambda h, k=k: h if h > 0 else k * h) for k in (0.01, 0.1, 0.2, 0.5)],
            each(lambda h: h if h > 0 else exp(h) - 1),
            each(gelu),
            each(lambda h: h * sigmoid(h)),
            each(lambda h: log(1 + exp(h))),
        ),
        Mistake(
            "the numbers above 0 become 0; ReLU keeps them, and makes 0 of those below 0.",
            each(lambda h: min(0, h)),
        ),
        Mistake(
            "the numbers below 0 become positive and the others 0; ReLU keeps those above 0.",
            each(lambda h: max(0, -h)),
        ),
        Mistake(
            "a hidden number becomes 1 here if it is above 0; ReLU keeps it as it is.",
            each(lambda h: int(h > 0)),
            each(lambda h: int(h >= 0)),
        ),
        Mistake(
            "the hidden numbers stop at 1; ReLU keeps what is above 0, however large.",
            each(lambda h: min(1, max(0, h))),
        ),
        Mistake(
            "a hidden number is at least 1 here; ReLU compares it with 0.",
            each(lambda h: max(1, h)),
        ),
        Mistake("tanh stands in the place of ReLU.", each(tanh)),
        Mistake(
            "sigmoid stands in the place of ReLU.",
            each(lambda h: sigmoid(h)),
        ),
        Mistake(
            "the hidden numbers are squared; ReLU keeps them as they are.",
            each(lambda h: h * h),
            each(lambda h: max(0, h) ** 2),
        ),
        Mistake(
            "softmax stands in the place of ReLU.",
            network(softmax),
        ),
        Mistake(
            "max compares two whole lists; take max(0, number) for each number.",
            network(lambda hidden: max([0] * len(hidden), hidden)),
            network(lambda hidden: max([0], hidden), second=loose),
            raises=r"'>' not supported between instances of '(list|int|float)' and '(list|int|float)'",
        ),
        Mistake(
            "the largest hidden number stands for all of them; ReLU takes max(0, number) of each.",
            network(lambda hidden: [max(0, *hidden)] * len(hidden)),
            network(lambda hidden: [max(hidden)] * len(hidden)),
            network(lambda hidden: [max(0, *hidden)], second=loose),
            network(lambda hidden: [max(hidden)], second=loose),
        ),
        Mistake(
            "if one hidden number is below 0, all become 0; ReLU looks at each of them by itself.",
            network(lambda hidden: hidden if min(hidden) > 0 else [0] * len(hidden)),
        ),
        Mistake(
            "the sum of the hidden numbers decides for all; ReLU looks at each of them by itself.",
            network(lambda hidden: hidden if sum(hidden) > 0 else [0] * len(hidden)),
        ),
        Mistake(
            "the hidden numbers below 0 are left out; put 0 in their place.",
            *both(
                lambda linear: network(lambda hidden: [h for h in hidden if h > 0], second=linear)
            ),
        ),
        Mistake(
            "each product goes through ReLU; it comes after the sum.",
            network(list, bent_products),
            network(list, bent_products, bent_products),
        ),
        Mistake(
            "the numbers of fc1 go through ReLU; it takes what linear(x, fc1) makes.",
            lambda x, fc1, fc2: linear(linear(x, [relu(row) for row in fc1]), fc2),
        ),
        Mistake(
            "x is added; an MLP gives what comes out of fc2 alone, and its caller adds.",
            lambda x, fc1, fc2: added(x, mlp(x, fc1, fc2)),
            lambda x, fc1, fc2: [
                a + b for a, b in zip(mlp(x, fc1, fc2), [*x, *[0] * len(fc2)], strict=False)
            ],
        ),
        Mistake(
            "rmsnorm comes first here; an MLP takes x as it comes, and its caller norms it.",
            lambda x, fc1, fc2: mlp(rmsnorm(x), fc1, fc2),
        ),
        Mistake(
            "the hidden numbers go through rmsnorm; they meet fc2 as ReLU gives them.",
            network(lambda hidden: rmsnorm(relu(hidden))),
            network(lambda hidden: relu(rmsnorm(hidden))),
        ),
        Mistake(
            "what comes out goes through rmsnorm; return it as it is.",
            of_result(rmsnorm),
        ),
        Mistake(
            "what comes out goes through softmax; return it as it is.",
            of_result(softmax),
        ),
        Mistake(
            "these are the hidden numbers; fc2 is still to come.",
            lambda x, fc1, fc2: relu(linear(x, fc1)),
        ),
        Mistake(
            "these are the hidden numbers before ReLU; ReLU and fc2 are still to come.",
            lambda x, fc1, fc2: linear(x, fc1),
        ),
        Mistake(
            "fc1 does not take part; x meets fc1 first.",
            *both(lambda linear: lambda x, fc1, fc2: linear(x, fc2)),
            *both(lambda linear: lambda x, fc1, fc2: linear(relu(x), fc2)),
        ),
        Mistake(
            "the last hidden number is left out; all of them meet fc2.",
            without(-1),
            network(lambda hidden: relu(hidden)[:-1]),
        ),
        Mistake(
            "the first hidden number is left out; all of them meet fc2.",
            without(0),
        ),
        Mistake(
            "only the first hidden number takes part; all of them meet fc2.",
            of_hidden(lambda hidden: hidden[:1]),
            because=AFTER,
        ),
        Mistake(
            "only the last hidden number takes part; all of them meet fc2.",
            of_hidden(lambda hidden: [0] * (len(hidden) - 1) + hidden[-1:]),
            of_hidden(lambda hidden: hidden[-1:]),
            because={starts_list_in_loop: "start the list once, before the loop."},
        ),
        Mistake(
            "only the first hidden number goes through ReLU; each of them does.",
            network(lambda hidden: [max(0, hidden[0]), *hidden[1:]]),
        ),
        Mistake(
            "only the last hidden number goes through ReLU; each of them does.",
            network(lambda hidden: [*hidden[:-1], max(0, hidden[-1])]),
        ),
        Mistake(
            "the hidden numbers are cut or rounded to whole ones; keep their digits.",
            each(lambda h: int(max(0, h))),
            each(lambda h: round(max(0, h))),
        ),
        Mistake(
            "the hidden numbers are in reverse order; keep their order.",
            of_hidden(lambda hidden: hidden[::-1]),
        ),
        Mistake(
            "the hidden numbers are sorted; keep their order.",
            of_hidden(sorted),
        ),
        Mistake(
            "the hidden numbers come out with the result; return what fc2 makes alone.",
            lambda x, fc1, fc2: [relu(linear(x, fc1)), mlp(x, fc1, fc2)],
            lambda x, fc1, fc2: [mlp(x, fc1, fc2), relu(linear(x, fc1))],
        ),
        Mistake(
            "that is a whole block, with rmsnorm before and x added after; an MLP is the part between them.",
            lambda x, fc1, fc2: added(x, mlp(rmsnorm(x), fc1, fc2)),
        ),
        Mistake(
            "linear takes the list first and then the matrix: linear(x, fc1).",
            lambda x, fc1, fc2: linear(fc1, x),
            lambda x, fc1, fc2: linear(fc2, relu(linear(x, fc1))),
        ),
        Mistake(
            "these are plain numbers, which have no relu of their own; take max(0, number).",
            raises="has no attribute 'relu'",
        ),
        Mistake(
            "two lists of different lengths met: fc1 meets x, and fc2 all that ReLU gives.",
            raises=LENGTHS,
        ),
    ],
)
