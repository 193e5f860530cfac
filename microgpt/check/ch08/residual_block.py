"""Exercise 8.2: norm, a step, and back to the stream."""

from math import sqrt
from operator import mul, sub

from microgpt.nn import rmsnorm, softmax

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from .parts import LENGTHS, added, block, residual_block

# What takes the place of attention and MLP in the cases: functions whose names say what they do.


def double(v):
    return [2 * number for number in v]


def turn_round(v):
    return list(v)[::-1]


def square_each(v):
    return [number * number for number in v]


def zeros(v):
    return [0.0 for _ in v]


def first_for_all(v):
    return [v[0] for _ in v]


def add_one_to_each(v):
    return [number + 1 for number in v]


class More:
    """Its first call gives the numbers as they are, the next twice as much, and so on."""

    __name__ = "more_each_time"

    def __init__(self):
        self.calls = 0

    def __call__(self, v):
        self.calls += 1
        return [self.calls * number for number in v]


FUNCTIONS = [double, turn_round, square_each, first_for_all, add_one_to_each]


def pairs(combine):
    """combine(number of x, number of what f makes), pair by pair."""
    return block(add=lambda x, made: list(map(combine, x, made)))


def less_mean(x):
    mean = sum(x) / len(x)
    return [number - mean for number in x]


def mean_square(x):
    return sum(number * number for number in x) / len(x)


def unit(x):
    """As long as 1: divided by the root of the sum of the squares."""
    length = sqrt(sum(number * number for number in x)) or 1
    return [number / length for number in x]


def of_result(change):
    return block(after=change)


def for_each_number(x, f):
    """f meets the numbers one by one."""
    return added(x, [f([number])[0] for number in rmsnorm(x)])


def once_for_each(x, f):
    return [x[n] + f(rmsnorm(x))[n] for n in range(len(x))]


N = sqrt(12.50001)  # what rmsnorm divides (3, 4) by
M = sqrt((0.37**2 + 1.21**2 + 2.05**2) / 3 + 0.00001)

RESIDUAL_BLOCK = Function(
    "ex-08-2",
    "residual_block(x, f)",
    start="normed = rmsnorm(x) comes first, and then f(normed), which has as many numbers as x.",
    right=residual_block,
    more=lambda rng: (numbers(rng, rng.randint(2, 4)), rng.choice(FUNCTIONS)),
    drawn="numbers and functions",
    draws=15,
    cases=[
        Case("two numbers", ([3, -4], double), [3 + 6 / N, -4 - 8 / N]),
        Case("f gives zeros: x comes back", ([3, 0], zeros), [3, 0]),
        Case(
            "f sees all numbers",
            ([3, 4, 3, -4], turn_round),
            [3 - 4 / N, 4 + 3 / N, 3 + 4 / N, -4 + 3 / N],
        ),
        Case(
            "f is called once; each further call of this one gives more",
            ([4, -3], More()),
            [4 + 4 / N, -3 - 3 / N],
        ),
        Case("x is zeros", ([0, 0], add_one_to_each), [1, 1]),
        Case(
            "many digits",
            ([0.37, -1.21, 2.05], square_each),
            [0.37 + (0.37 / M) ** 2, -1.21 + (1.21 / M) ** 2, 2.05 + (2.05 / M) ** 2],
        ),
        Case("one number", ([-2], square_each), [-2 + 4 / 4.00001]),
    ],
    mistakes=[
        Mistake(
            "x is not added; f gives what is new, and x goes on beside it.",
            block(add=lambda x, made: made),
        ),
        Mistake(
            "rmsnorm comes at the end, after x is added; it comes first, and f gets what it makes.",
            block(before=list, after=rmsnorm),
        ),
        Mistake(
            "the sum goes through rmsnorm once more; return it as it is.",
            of_result(rmsnorm),
        ),
        Mistake(
            "what f makes goes through rmsnorm; f gets rmsnorm(x), and what it makes is added as it is.",
            lambda x, f: added(x, rmsnorm(f(x))),
        ),
        Mistake(
            "what f makes goes through rmsnorm once more; add it as it is.",
            lambda x, f: added(x, rmsnorm(f(rmsnorm(x)))),
        ),
        Mistake(
            "rmsnorm is missing: f gets x as it is; give it rmsnorm(x).",
            block(before=list),
        ),
        Mistake(
            "rmsnorm(x) is added; f gets rmsnorm(x), and x itself is added.",
            lambda x, f: residual_block(rmsnorm(x), f),
            lambda x, f: added(rmsnorm(x), f(rmsnorm(x))),
        ),
        Mistake(
            "rmsnorm(x) is added and f gets x; it is the other way round.",
            lambda x, f: added(rmsnorm(x), f(x)),
        ),
        Mistake(
            "rmsnorm is done on x and on what f makes, and f gets x as it is; it comes once, before f.",
            lambda x, f: added(rmsnorm(x), rmsnorm(f(x))),
        ),
        Mistake(
            "only a half of what f makes is added; add it as it is.",
            pairs(lambda a, b: a + b / 2),
        ),
        Mistake(
            "rmsnorm is done twice before f; once is enough.",
            block(before=lambda x: rmsnorm(rmsnorm(x))),
        ),
        Mistake("what f makes is taken away from x; add it.", pairs(sub)),
        Mistake(
            "x is taken away from what f makes; add it.",
            pairs(lambda a, b: b - a),
        ),
        Mistake(
            "+ puts one list behind the other; add the numbers, pair by pair.",
            block(add=lambda x, made: [*x, *made]),
            block(add=lambda x, made: [*made, *x]),
            block(before=list, add=lambda x, made: [*x, *made]),
        ),
        Mistake(
            "the numbers stand side by side; add each pair.",
            block(add=lambda x, made: [list(pair) for pair in zip(x, made)]),
            block(add=lambda x, made: [list(pair) for pair in zip(made, x)]),
            block(add=lambda x, made: [list(x), made]),
            block(add=lambda x, made: [made, list(x)]),
        ),
        Mistake("the numbers are multiplied; add them.", pairs(mul)),
        Mistake(
            "that is the mean of x and what f makes; add them.",
            pairs(lambda a, b: (a + b) / 2),
        ),
        Mistake("that is the larger number of each pair; add them.", pairs(max)),
        Mistake("that is the smaller number of each pair; add them.", pairs(min)),
        Mistake(
            "every number of x meets every number of what f makes; add them pair by pair.",
            block(add=lambda x, made: [a + b for a in x for b in made]),
            lambda x, f: [a + b for a in x for b in f(rmsnorm(x))],
        ),
        Mistake(
            "f gets the sum of x and rmsnorm(x); f gets rmsnorm(x), and x is added to what it makes.",
            lambda x, f: f(added(x, rmsnorm(x))),
        ),
        Mistake(
            "f is called a second time, with what it made; once is enough.",
            lambda x, f: added(x, f(f(rmsnorm(x)))),
        ),
        Mistake(
            "f is called anew for each number; call it once, and keep the list that it gives.",
            once_for_each,
            lambda x, f: [x[n] + f(rmsnorm(x))[n] for n in reversed(range(len(x)))][::-1],
        ),
        Mistake(
            "f is called twice; call it once, and keep the list that it gives.",
            lambda x, f: [f(rmsnorm(x)), residual_block(x, f)][1],
        ),
        Mistake(
            "f gets one number at a time; give it the whole list.",
            for_each_number,
            lambda x, f: [number + f([number])[0] for number in x],
            lambda x, f: [number + f(rmsnorm([number]))[0] for number in x],
        ),
        Mistake(
            "what f makes is added twice; add it once.",
            pairs(lambda a, b: a + 2 * b),
            lambda x, f: added(residual_block(x, f), f(rmsnorm(x))),
        ),
        Mistake("x is added twice; add it once.", pairs(lambda a, b: 2 * a + b)),
        Mistake(
            "that is f(x); give f what rmsnorm makes of x, and add x.",
            lambda x, f: f(x),
        ),
        Mistake(
            "that is rmsnorm(f(x)); rmsnorm comes before f, and x is added.",
            lambda x, f: rmsnorm(f(x)),
        ),
        Mistake(
            "what f makes goes through rmsnorm once more, and x is not added.",
            lambda x, f: rmsnorm(f(rmsnorm(x))),
        ),
        Mistake("f is not called; give it rmsnorm(x).", lambda x, f: added(x, rmsnorm(x))),
        Mistake(
            "that is rmsnorm(x); give it to f, and add x to what f makes.",
            lambda x, f: rmsnorm(x),
        ),
        Mistake(
            "x is added to itself; add what f makes of rmsnorm(x).",
            lambda x, f: added(x, x),
        ),
        Mistake(
            "the mean is taken away from x before f; rmsnorm alone comes before f.",
            block(before=lambda x: rmsnorm(less_mean(x))),
        ),
        Mistake(
            "f gets x made as long as 1; rmsnorm makes the mean of the squares 1.",
            block(before=unit),
        ),
        Mistake(
            "softmax stands in the place of rmsnorm.",
            block(before=softmax),
        ),
        Mistake(
            "each number goes through rmsnorm alone; rmsnorm takes the whole list.",
            block(before=lambda x: [rmsnorm([number])[0] for number in x]),
        ),
        Mistake(
            "what f makes has become 0 where it is below 0; add it as it is.",
            pairs(lambda a, b: a + max(0, b)),
        ),
        Mistake(
            "the first number of what f makes is added to each number of x; add them pair by pair.",
            block(add=lambda x, made: [a + made[0] for a in x]),
            lambda x, f: [a + f(rmsnorm(x))[0] for a in x],
        ),
        Mistake(
            "the first number of x is added to each number; add them pair by pair.",
            block(add=lambda x, made: [x[0] + b for b in made]),
        ),
        Mistake(
            "all that f makes is added to each number; add them pair by pair.",
            block(add=lambda x, made: [a + sum(made) for a in x]),
        ),
        Mistake(
            "x meets what f makes in reverse order; add first to first, and so on.",
            block(add=lambda x, made: added(x, made[::-1])),
        ),
        Mistake(
            "that is the dot product of x and what f makes; add them pair by pair.",
            block(add=lambda x, made: sum(map(mul, x, made)), after=float),
        ),
        Mistake(
            "another list comes with the answer; return the sum of x and what f makes alone.",
            lambda x, f: [list(x), residual_block(x, f)],
            lambda x, f: [residual_block(x, f), list(x)],
            lambda x, f: [rmsnorm(x), f(rmsnorm(x))],
            lambda x, f: [rmsnorm(x), residual_block(x, f)],
        ),
        Mistake(
            "the 0.00001 is missing in your rmsnorm; the one of microgpt is there for you.",
            block(before=lambda x: [number * mean_square(x) ** -0.5 for number in x]),
            block(before=lambda x: [number / sqrt(mean_square(x)) for number in x]),
            block(before=lambda x: [number / (sqrt(mean_square(x)) or 1) for number in x]),
        ),
        Mistake(
            "rmsnorm takes the whole list, and here it meets one number; call it once, with x.",
            raises=r"has no len\(\)",
        ),
        Mistake(
            "f takes one list; call it with rmsnorm(x) in its brackets.",
            inside=True,
            raises=r"missing 1 required positional argument: 'v'|takes 1 positional argument but",
        ),
        Mistake(
            "f is a function; call it, f(rmsnorm(x)).",
            raises="'function' object is not (iterable|subscriptable)|operand .*'function'",
        ),
        Mistake(
            "f takes a whole list, and here it meets one number; give it rmsnorm(x).",
            raises="'(float|int)' object is not (iterable|subscriptable|reversible)",
        ),
        Mistake("two lists of different lengths met; add x and what f makes.", raises=LENGTHS),
    ],
)
