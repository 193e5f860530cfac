"""Exercise 6.4: rmsnorm."""

from math import exp, nan, sqrt
from statistics import median

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop, starts_list_in_loop

EPSILON = 0.00001
AFTER = {returns_in_loop: "return after the loop, not inside it."}


def mean_square(x):
    return sum(number * number for number in x) / len(x)


def mean(x):
    return sum(x) / len(x)


def divided(by):
    """Each number divided by `by(x)`."""

    def norm(x):
        whole = by(x)
        return [number / whole for number in x]

    return norm


def root(x):
    return sqrt(mean_square(x) + EPSILON)


rmsnorm = divided(root)


def either(by):
    """The same wrong divisor, without and with the 0.00001 under the root, and where it is 0 not used."""
    return [
        divided(lambda x: sqrt(by(x))),
        divided(lambda x: sqrt(by(x) + EPSILON)),
        divided(lambda x: sqrt(by(x)) + EPSILON),
        divided(lambda x: sqrt(by(x)) or 1),
        lambda x: [number * by(x) ** -0.5 for number in x],
    ]


def plainly(by):
    """A wrong divisor that has no root, without and with the 0.00001."""
    return [
        divided(by),
        divided(lambda x: by(x) + EPSILON),
        divided(lambda x: by(x) or 1),
    ]


def of_result(change):
    return lambda x: change(rmsnorm(x))


def less_mean(x):
    return [number - mean(x) for number in x]


def as_it_goes(x):
    """Each number is divided at once, so the later squares are others."""
    x = list(x)
    for n in range(len(x)):
        x[n] = x[n] / root(x)
    return x


def softmax(x):
    return divided(lambda e: sum(e))([exp(number) for number in x])


RMSNORM = Function(
    "ex-06-4",
    "rmsnorm(x)",
    start="the mean of the squares comes first: add up the square of each number, divide by how many there are.",
    right=rmsnorm,
    more=lambda rng: (numbers(rng, rng.randint(2, 5)),),
    cases=[
        Case("the mean of the squares is 0.00009", ([0.006, -0.012],), [0.6, -1.2]),
        Case("the mean of the squares is 25", ([1, 7],), [1 / sqrt(25.00001), 7 / sqrt(25.00001)]),
        Case("one number", ([-3],), [-3 / sqrt(9.00001)]),
        Case("zeros stay zeros", ([0, 0],), [0, 0]),
        Case(
            "many digits",
            ([0.37, -1.21, 2.05],),
            [number / sqrt(5.8035 / 3 + 0.00001) for number in (0.37, -1.21, 2.05)],
        ),
        Case(
            "equal numbers, and one of them 0",
            ([1.5, 0, 1.5],),
            [1.5 / sqrt(1.50001), 0, 1.5 / sqrt(1.50001)],
        ),
        Case("a mean of 0", ([2, -2, 2, -2],), [2 / sqrt(4.00001), -2 / sqrt(4.00001)] * 2),
        Case(
            "small numbers become large",
            ([0.03, 0.04],),
            [0.03 / sqrt(0.00126), 0.04 / sqrt(0.00126)],
        ),
    ],
    mistakes=[
        Mistake(
            "the 0.00001 is missing; add it to the mean of the squares, so that the root is never 0.",
            divided(lambda x: sqrt(mean_square(x))),
            divided(lambda x: sqrt(mean_square(x)) or 1),
            lambda x: [number * mean_square(x) ** -0.5 for number in x],
            lambda x: [n / sqrt(mean_square(x)) for n in x] if any(x) else [nan] * len(x),
        ),
        Mistake(
            "the 0.00001 is added to the root; add it to the mean of the squares, under the root.",
            divided(lambda x: sqrt(mean_square(x)) + EPSILON),
        ),
        Mistake(
            "the 0.00001 is added to the result; add it to the mean of the squares, under the root.",
            lambda x: [n / sqrt(mean_square(x)) + EPSILON for n in x],
            lambda x: [n / sqrt(mean_square(x) or 1) + EPSILON for n in x],
            lambda x: [n / root(x) + EPSILON for n in x],
        ),
        Mistake(
            "the root is taken of the 0.00001 alone; ** comes before +, so put the sum into brackets.",
            divided(lambda x: mean_square(x) + sqrt(EPSILON)),
        ),
        Mistake(
            "a 2 stands where the root should be; ** 1 / 2 divides by 2, so write ** 0.5, or take sqrt.",
            divided(lambda x: (mean_square(x) + EPSILON) / 2),
            divided(lambda x: (mean_square(x) + EPSILON) * 2),
        ),
        Mistake(
            "you squared the mean of the squares; take its root.",
            divided(lambda x: (mean_square(x) + EPSILON) ** 2),
            divided(lambda x: mean_square(x) ** 2),
        ),
        Mistake(
            "the 0.00001 is divided by how many numbers there are; add it to the mean, not to the sum.",
            divided(lambda x: sqrt((sum(n * n for n in x) + EPSILON) / len(x))),
        ),
        Mistake(
            "the 0.00001 is taken away; add it.",
            divided(lambda x: sqrt(mean_square(x) - EPSILON)),
        ),
        Mistake(
            "the 0.00001 is added to each number; add it to the mean of the squares.",
            divided(lambda x: sqrt(mean([(n + EPSILON) ** 2 for n in x]))),
        ),
        *[
            Mistake(
                f"the number under the root is {words}; it is 0.00001, which is 1e-5.",
                *[divided(lambda x, e=e: sqrt(mean_square(x) + e)) for e in sizes],
            )
            for words, sizes in [
                ("too large", [1e5, 10, 1, 0.1, 0.01, 1e-3, 1e-4]),
                ("too small", [1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12]),
            ]
        ],
        Mistake(
            "the mean is missing; divide the sum of the squares by how many numbers there are.",
            *either(lambda x: sum(n * n for n in x)),
        ),
        Mistake(
            "the root is missing; divide by the root of the mean of the squares.",
            *plainly(mean_square),
        ),
        Mistake(
            "the root and the mean are missing; divide by the root of the mean of the squares.",
            *plainly(lambda x: sum(n * n for n in x)),
        ),
        Mistake(
            "you multiplied by the root; divide by it.",
            lambda x: [n * root(x) for n in x],
            lambda x: [n * sqrt(mean_square(x)) for n in x],
        ),
        Mistake(
            "you multiplied by the mean of the squares; divide by its root.",
            lambda x: [n * (mean_square(x) + EPSILON) for n in x],
            lambda x: [n * mean_square(x) for n in x],
        ),
        Mistake(
            "you divided the root by the number; divide the number by the root.",
            lambda x: [root(x) / n for n in x],
            lambda x: [root(x) / n if n else 0 for n in x],
        ),
        Mistake(
            "you took the mean away first; that is another norm, and rmsnorm only divides.",
            lambda x: divided(root)(less_mean(x)),
            lambda x: divided(lambda y: sqrt(mean_square(y)))(less_mean(x)),
            lambda x: divided(lambda y: sqrt(mean_square(y)) or 1)(less_mean(x)),
            lambda x: divided(lambda y: sqrt(mean_square(y)) + EPSILON)(less_mean(x)),
            lambda x: [n / root(x) for n in less_mean(x)],
            lambda x: less_mean(rmsnorm(x)),
            lambda x: less_mean(x),
        ),
        Mistake(
            "you divided by how far the numbers lie from their mean; the mean of the squares themselves is asked for.",
            *either(lambda x: mean_square(less_mean(x))),
            *either(lambda x: sum(n * n for n in less_mean(x)) / (len(x) - 1)),
        ),
        Mistake(
            "you squared the mean; take the mean of the squares.",
            *either(lambda x: mean(x) ** 2),
        ),
        Mistake(
            "you added up first and squared then; add up the squares.",
            *either(lambda x: sum(x) ** 2 / len(x)),
            *either(lambda x: sum(x) ** 2),
        ),
        Mistake(
            "you divided by the mean of the numbers; square them first, and take the root.",
            *plainly(mean),
            *either(mean),
        ),
        Mistake(
            "the squares are missing; take the mean of the squares.",
            *plainly(lambda x: mean(list(map(abs, x)))),
            *either(lambda x: mean(list(map(abs, x)))),
        ),
        Mistake(
            "you divided by the sum of the numbers; divide by the root of the mean of their squares.",
            *plainly(sum),
            *plainly(lambda x: sum(map(abs, x))),
        ),
        Mistake(
            "you divided by the largest number; divide by the root of the mean of the squares.",
            *plainly(max),
            *plainly(lambda x: max(map(abs, x))),
            *either(lambda x: max(n * n for n in x)),
        ),
        Mistake(
            "you took the middle one of the squares; take their mean.",
            *either(lambda x: median(n * n for n in x)),
        ),
        Mistake(
            "you divided by how many numbers there are; divide by the root of the mean of their squares.",
            divided(len),
            divided(lambda x: sqrt(len(x))),
        ),
        Mistake(
            "how many numbers there are counts once, under the root: take the root of the mean.",
            *either(lambda x: mean_square(x) / len(x)),
            divided(lambda x: sqrt(sum(n * n for n in x) + EPSILON) / len(x)),
            of_result(lambda y: [n / len(y) for n in y]),
        ),
        Mistake(
            "you divided by n - 1; the mean divides by how many numbers there are.",
            *[
                divided(lambda x, e=e: sqrt(sum(n * n for n in x) / (len(x) - 1) + e))
                for e in (0, EPSILON)
            ],
            divided(lambda x: sqrt(sum(n * n for n in x) / (len(x) - 1 or 1) + EPSILON)),
        ),
        Mistake(
            "you divided by n + 1; the mean divides by how many numbers there are.",
            *either(lambda x: sum(n * n for n in x) / (len(x) + 1)),
        ),
        Mistake(
            "you took the cubes or higher powers; take the squares.",
            *either(lambda x: mean([n**3 for n in x])),
            *either(lambda x: mean([n**4 for n in x])),
        ),
        Mistake(
            "each number is divided by its own root; one root belongs to the whole list.",
            lambda x: [n / sqrt(n * n + EPSILON) for n in x],
            lambda x: [n / sqrt(n * n / len(x) + EPSILON) for n in x],
        ),
        Mistake(
            "only the signs are left, as if each number had its own root; one root belongs to the whole list.",
            lambda x: [n / sqrt(n * n) for n in x],
            lambda x: [n / (abs(n) or 1) for n in x],
        ),
        Mistake(
            "you changed the numbers while you used them, so each is divided by another root; work out the root once.",
            as_it_goes,
        ),
        Mistake(
            "the root of the first number, or of the last, is used for all; every square counts.",
            divided(lambda x: sqrt(x[0] ** 2 + EPSILON)),
            divided(lambda x: sqrt(x[-1] ** 2 + EPSILON)),
            divided(lambda x: sqrt(x[0] ** 2 / len(x) + EPSILON)),
            divided(lambda x: sqrt(x[-1] ** 2 / len(x) + EPSILON)),
            because=AFTER,
        ),
        Mistake(
            "you divided before the total is complete; add up all squares first.",
            lambda x: [
                n / sqrt(sum(m * m for m in x[: i + 1]) / len(x) + EPSILON) for i, n in enumerate(x)
            ],
            lambda x: [n / root(x[: i + 1]) for i, n in enumerate(x)],
        ),
        Mistake(
            "equal numbers count once here; each square counts.",
            divided(lambda x: sqrt(sum(n * n for n in set(x)) / len(x) + EPSILON)),
            divided(lambda x: root(set(x))),
        ),
        Mistake(
            "a 0 is left out; it stays in its place.",
            of_result(lambda y: [n for n in y if n]),
            lambda x: rmsnorm([n for n in x if n] or [0]),
            lambda x: rmsnorm([n for n in x if n]) if any(x) else x,
            lambda x: rmsnorm([n for n in x if n]) if any(x) else [],
            lambda x: rmsnorm([n for n in x if n]),
        ),
        Mistake(
            "the last square is missing.",
            divided(lambda x: sqrt(sum(n * n for n in x[:-1]) / len(x) + EPSILON)),
        ),
        Mistake(
            "the first square is missing.",
            divided(lambda x: sqrt(sum(n * n for n in x[1:]) / len(x) + EPSILON)),
        ),
        Mistake(
            "that is the root of the mean of the squares; divide each number by it.",
            root,
            lambda x: sqrt(mean_square(x)),
            lambda x: [root(x)] * len(x),
        ),
        Mistake(
            "that is the mean of the squares; divide each number by its root.",
            mean_square,
            lambda x: mean_square(x) + EPSILON,
        ),
        Mistake(
            "that is what each number is multiplied by, 1 divided by the root; return the numbers after it.",
            lambda x: 1 / root(x),
            lambda x: [1 / root(x)] * len(x),
        ),
        Mistake(
            "these are the squares; divide the numbers themselves.",
            lambda x: [n * n for n in x],
            lambda x: [n * n / root(x) for n in x],
            of_result(lambda y: [n * n for n in y]),
            lambda x: [n * n / (mean_square(x) + EPSILON) for n in x],
        ),
        Mistake(
            "that is softmax; divide by the root of the mean of the squares.",
            softmax,
        ),
        Mistake(
            "that is the first number alone; return all of them, in a list.",
            of_result(lambda y: y[0]),
            because=AFTER,
        ),
        Mistake(
            "the list holds the first number alone; put all of them in.",
            of_result(lambda y: y[:1]),
            because=AFTER,
        ),
        Mistake(
            "that is the last number alone; return all of them, in a list.",
            of_result(lambda y: y[-1]),
        ),
        Mistake(
            "the list holds the last number alone; put all of them in.",
            of_result(lambda y: y[-1:]),
            because={starts_list_in_loop: "start the list once, before the loop."},
        ),
        Mistake(
            "the signs are lost; a negative number stays negative.",
            of_result(lambda y: list(map(abs, y))),
        ),
        Mistake(
            "that is done twice; once is asked for.",
            of_result(rmsnorm),
        ),
        Mistake(
            "you took a root twice; once is asked for.",
            lambda x: [n / sqrt(root(x)) for n in x],
            lambda x: [n / sqrt(sqrt(mean_square(x))) for n in x],
        ),
        Mistake(
            "Python does not divide a whole list; divide its numbers, one at a time.",
            lambda x: x / root(x),
        ),
    ],
)
