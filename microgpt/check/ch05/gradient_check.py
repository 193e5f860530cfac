"""Exercise 5.5: a gradient check."""

from ...value import Value
from ..draws import number
from ..mistakes import Mistake
from ..scenario import Scenario, Story

ENOUGH = 1e-6  # a nudge of 0.0001 to both sides is nearer than this; to one side it is not


def gradients(f, numbers):
    values = [Value(number) for number in numbers]
    f(values).backward()
    return [value.grad for value in values]


def at(f, numbers):
    """The number that f gives at these numbers."""
    return f([Value(number) for number in numbers]).data


def nudged(numbers, place, amount):
    return [number + amount * (i == place) for i, number in enumerate(numbers)]


def central(f, numbers, place, h):
    up, down = at(f, nudged(numbers, place, h)), at(f, nudged(numbers, place, -h))
    return (up - down) / (2 * h)


def forward(f, numbers, place, h):
    return (at(f, nudged(numbers, place, h)) - at(f, numbers)) / h


def backward(f, numbers, place, h):
    return (at(f, numbers) - at(f, nudged(numbers, place, -h))) / h


def all_at_once(f, numbers, place, h):
    up, down = at(f, [n + h for n in numbers]), at(f, [n - h for n in numbers])
    return (up - down) / (2 * h)


def staying(f, numbers, h, left):
    """The slopes, where each nudge leaves its number a bit away: by `left` times h."""
    slopes, numbers = [], list(numbers)
    for place in range(len(numbers)):
        slopes.append(central(f, numbers, place, h))
        numbers[place] += left * h
    return slopes


def piled_up(f, numbers):
    """The gradients of the same values, with one more backward() for each of them."""
    return [grad * (place + 1) for place, grad in enumerate(gradients(f, numbers))]


def gaps(f, numbers, h, slope=central):
    pairs = enumerate(gradients(f, numbers))
    return [grad - slope(f, numbers, place, h) for place, grad in pairs]


def largest(gaps):
    return max(map(abs, gaps))


def largest_gap(f, numbers, h=0.0001):
    return largest(gaps(f, numbers, h))


def of_gaps(choose):
    """What `choose` makes of the gaps, which have signs."""
    return lambda f, numbers, h=0.0001: choose(gaps(f, numbers, h))


def of_slopes(slope):
    """The largest gap to slopes that were found in another way."""
    return lambda f, numbers, h=0.0001: largest(gaps(f, numbers, h, slope))


def of_all(choose):
    """What `choose` makes of the gradients, the slopes and h."""

    def changed(f, numbers, h=0.0001):
        slopes = [central(f, numbers, place, h) for place in range(len(numbers))]
        return choose(gradients(f, numbers), slopes, h)

    return changed


def mistake(words, *wrong, **how):
    return Mistake(words, *wrong, tolerance=ENOUGH, **how)


def drawn(rng):
    """A sum of one term for each number; some of them have a wrong local gradient."""
    names = "xyzuv"[: rng.randint(2, 5)]
    terms = []
    for name in names:
        planted = f"Value({name}.data ** 2, ({name},), ({number(rng)},))"
        terms.append(rng.choice([planted, f"{number(rng)} * {name} ** 2", f"{name} * {names[0]}"]))
    numbers = [number(rng, -2, 2) for _ in names]
    return f"""
def f(values):
    {", ".join(names)} = values
    return {" + ".join(terms)}
largest_gap(f, {numbers})
"""


GRADIENT_CHECK = Scenario(
    "ex-05-5",
    "largest_gap(f, numbers, h)",
    start="make a Value of each number, let f compute, and call backward(): these are the gradients to check.",
    right=largest_gap,
    tools={"Value": Value},
    more=drawn,
    draws=20,
    tolerance=ENOUGH,
    cases=[
        Story(
            "the slope of this square is told as x, and it is 2x",
            """
            def f(values):
                x = values[0]
                return Value(x.data ** 2, (x,), (x.data,))
            largest_gap(f, [3.0])
            """,
            3,
        ),
        Story(
            "a right function has no gap",
            """
            def f(values):
                x, y = values
                return x * y + x
            largest_gap(f, [2.0, 3.0])
            """,
            0,
        ),
        Story(
            "wrong in the second number only",
            """
            def f(values):
                x, y = values
                return x * x + Value(y.data ** 2, (y,), (y.data,))
            largest_gap(f, [5.0, 2.0])
            """,
            2,
        ),
        Story(
            "a gradient that is too large",
            """
            def f(values):
                x, y = values
                return Value(x.data ** 2, (x,), (3.25 * x.data,)) + y
            largest_gap(f, [1.3, -1.0])
            """,
            1.625,
        ),
        Story(
            "the largest of three, two too small and one too large",
            """
            def planted(x, slope):
                return Value(x.data ** 2, (x,), (slope,))
            def f(values):
                x, y, z = values
                return planted(x, 1.0) + planted(y, 8.5) + planted(z, 4.0)
            largest_gap(f, [1.0, 2.0, 3.0])
            """,
            4.5,
        ),
        Story(
            "the largest of three, two too large and one too small",
            """
            def planted(x, slope):
                return Value(x.data ** 2, (x,), (slope,))
            def f(values):
                x, y, z = values
                return planted(x, 3.0) + planted(y, 0.25) + planted(z, 7.0)
            largest_gap(f, [1.0, 2.0, 3.0])
            """,
            3.75,
        ),
        Story(
            "five numbers, all right",
            """
            def f(values):
                a, b, c, d, e = values
                return (a * b + c.exp()) * d - (e * e + 1).log()
            largest_gap(f, [1.5, -0.5, 0.25, 2.0, 0.7])
            """,
            0,
        ),
        Story(
            "a number that is used twice",
            """
            def f(values):
                x, y = values
                return x * x * y + x
            largest_gap(f, [-1.5, 0.8])
            """,
            0,
        ),
        Story(
            "at the corner of relu the nudge finds 0.5, and the gradient is 0",
            "def f(values):\n    return values[0].relu()\nlargest_gap(f, [0.0])",
            0.5,
        ),
        Story(
            "a large h, to both sides: the slope of x**3 is h**2 off",
            "def f(values):\n    return values[0] ** 3\nlargest_gap(f, [2.0], 0.5)",
            0.25,
        ),
        Story(
            "a large h, one number at a time",
            """
            def f(values):
                x, y = values
                return x ** 3 * y
            largest_gap(f, [1.0, 2.0], h=0.5)
            """,
            0.5,
        ),
        Story(
            "whole numbers",
            """
            def f(values):
                x, y = values
                return x * Value(y.data * 3, (y,), (2,))
            largest_gap(f, [4, 5])
            """,
            4,
        ),
        Story(
            "the numbers stay as they were",
            """
            def f(values):
                x, y = values
                return x * y
            numbers = [2.0, 3.0]
            largest_gap(f, numbers)
            numbers
            """,
            [2, 3],
            aside="numbers has changed; nudge a copy, or put each number back.",
        ),
    ],
    mistakes=[
        mistake(
            "you added the gaps up; the largest is asked for.", of_gaps(lambda g: sum(map(abs, g)))
        ),
        mistake(
            "you added the gaps up with their signs; the largest distance is asked for.",
            of_gaps(sum),
            of_gaps(lambda g: -sum(g)),
            of_gaps(lambda g: abs(sum(g))),
        ),
        mistake(
            "that is the mean of the gaps; the largest is asked for.",
            of_gaps(lambda g: sum(map(abs, g)) / len(g)),
            of_gaps(lambda g: sum(g) / len(g)),
            of_gaps(lambda g: abs(sum(g)) / len(g)),
        ),
        mistake(
            "a gap is a distance, without sign: take abs(...) of each before the largest.",
            of_gaps(max),
            of_gaps(lambda g: max(-gap for gap in g)),
            of_gaps(min),
            of_gaps(lambda g: min(-gap for gap in g)),
            of_gaps(lambda g: abs(max(g))),
            of_gaps(lambda g: abs(max(-gap for gap in g))),
            of_gaps(lambda g: max(0, *g)),
            of_gaps(lambda g: max(0, *(-gap for gap in g))),
        ),
        mistake(
            "that is the largest gap with its sign; a distance has none.",
            of_gaps(lambda g: max(g, key=abs)),
            of_gaps(lambda g: -max(g, key=abs)),
        ),
        mistake(
            "that is the smallest gap; the largest is asked for.",
            of_gaps(lambda g: min(map(abs, g))),
        ),
        mistake("only the first number is checked; each of them is.", of_gaps(lambda g: abs(g[0]))),
        mistake("only the last number is checked; each of them is.", of_gaps(lambda g: abs(g[-1]))),
        mistake(
            "these are all gaps; return the largest.",
            of_gaps(lambda g: list(map(abs, g))),
            of_gaps(list),
            of_gaps(lambda g: [-gap for gap in g]),
        ),
        mistake(
            "that is the place of the largest gap; the gap itself is asked for.",
            of_gaps(lambda g: max(range(len(g)), key=lambda i: abs(g[i]))),
        ),
        mistake(
            "you squared the gap; its size alone is asked for.", of_gaps(lambda g: largest(g) ** 2)
        ),
        mistake(
            "that is the root of the squares; take the largest gap.",
            of_gaps(lambda g: sum(gap**2 for gap in g) ** 0.5),
        ),
        mistake(
            "that is the sum of the squares; take the largest gap.",
            of_gaps(lambda g: sum(gap**2 for gap in g)),
            of_gaps(lambda g: sum(gap**2 for gap in g) / len(g)),
        ),
        mistake(
            "this says whether they agree; the largest gap itself is asked for, a number.",
            *[
                of_gaps(lambda g, e=e, agree=agree: (largest(g) < e) == agree)
                for e in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6)
                for agree in (True, False)
            ],
        ),
        mistake(
            "you nudged to one side only, which is rougher; nudge to both, (f(up) - f(down)) / (2 * h).",
            of_slopes(forward),
            of_slopes(backward),
        ),
        mistake(
            "you nudged to one side only, and divided by 2 * h; nudge to both sides.",
            of_slopes(lambda *a: forward(*a) / 2),
            of_slopes(lambda *a: backward(*a) / 2),
        ),
        mistake(
            "the two nudges lie 2 * h apart; you divided by h.",
            of_slopes(lambda *a: 2 * central(*a)),
        ),
        mistake(
            "the difference is not divided; divide it by 2 * h.",
            of_slopes(lambda f, n, p, h: central(f, n, p, h) * 2 * h),
        ),
        mistake(
            "put brackets around 2 * h: / 2 * h divides by 2, and multiplies by h.",
            of_slopes(lambda f, n, p, h: central(f, n, p, h) * h * h),
        ),
        mistake(
            "put brackets around the difference: / comes before -.",
            of_slopes(
                lambda f, n, p, h: at(f, nudged(n, p, h)) - at(f, nudged(n, p, -h)) / (2 * h)
            ),
        ),
        mistake(
            "divide by 2 * h, and not by 2 alone.",
            of_slopes(lambda f, n, p, h: central(f, n, p, h) * h),
        ),
        mistake(
            "you multiplied by 2 * h; divide by it.",
            of_slopes(lambda f, n, p, h: central(f, n, p, h) * (2 * h) ** 2),
        ),
        mistake(
            "one sign is turned: the gap is gradient minus slope, and the slope begins with f(up) minus f(down).",
            of_slopes(lambda *a: -central(*a)),
        ),
        mistake(
            "all numbers are nudged at once; nudge one at a time.",
            of_slopes(all_at_once),
        ),
        mistake(
            "only the first number is ever nudged; nudge each number for its own gradient.",
            of_slopes(lambda f, n, p, h: central(f, n, 0, h)),
        ),
        mistake(
            "a nudged number is not put back before the next is nudged.",
            *[
                lambda f, n, h=0.0001, left=left: max(
                    abs(g - s) for g, s in zip(gradients(f, n), staying(f, n, h, left))
                )
                for left in (1, -1)
            ],
        ),
        mistake(
            "h is left out of account: nudge by the h that comes in.",
            lambda f, numbers, h=0.0001: largest_gap(f, numbers, 0.0001),
            lambda f, numbers, h=0.0001: largest_gap(f, numbers, 0.00001),
            lambda f, numbers, h=0.0001: largest_gap(f, numbers, 0.000001),
            lambda f, numbers, h=0.0001: largest_gap(f, numbers, 0.001),
        ),
        mistake(
            "the nudge is half of h to each side; nudge by h, and divide by 2 * h.",
            lambda f, numbers, h=0.0001: largest_gap(f, numbers, h / 2),
        ),
        mistake(
            "the gradients pile up: make new Values for each backward().",
            lambda f, n, h=0.0001: max(
                abs(g - central(f, n, place, h)) for place, g in enumerate(piled_up(f, n))
            ),
        ),
        mistake(
            "no gradient was left: call backward() on what f gives.",
            of_all(lambda grads, slopes, h: largest(slopes)),
        ),
        mistake(
            "that is the largest gradient: no slope is taken from it, or up and down are one list, whose slope is 0.",
            of_all(lambda grads, slopes, h: largest(grads)),
            of_all(lambda grads, slopes, h: max(grads)),
        ),
        mistake(
            "compare each gradient with its own slope, before you take the largest.",
            of_all(lambda grads, slopes, h: abs(max(grads) - max(slopes))),
            of_all(lambda grads, slopes, h: abs(largest(grads) - largest(slopes))),
        ),
        mistake(
            "abs belongs around the difference; here each side loses its sign first.",
            of_all(
                lambda grads, slopes, h: max(abs(abs(g) - abs(s)) for g, s in zip(grads, slopes))
            ),
        ),
        mistake(
            "you divided the gap by the size of the slope; the distance itself is asked for.",
            of_all(
                lambda grads, slopes, h: max(
                    abs(g - s) / max(abs(s), 1e-8) for g, s in zip(grads, slopes)
                )
            ),
            of_all(
                lambda grads, slopes, h: max(
                    abs(g - s) / max(1, abs(s)) for g, s in zip(grads, slopes)
                )
            ),
            of_all(
                lambda grads, slopes, h: max(
                    abs(g - s) / (abs(g) + abs(s) + 1e-8) for g, s in zip(grads, slopes)
                )
            ),
            of_all(
                lambda grads, slopes, h: max(
                    abs(g - s) / max(abs(g), abs(s), 1e-8) for g, s in zip(grads, slopes)
                )
            ),
        ),
        Mistake(
            "f takes Values: make a list of new Values from the numbers, nudged or not.",
            raises=r"'(float|int)' object has no attribute '(data|backward|relu|exp|log)'",
        ),
        Mistake(
            "take the Value of the package here: from microgpt import Value, in the cell of largest_gap.",
            raises=r"has no attribute '_walk'|a plain number is needed here",
        ),
        Mistake(
            "f takes one list with all the Values, f(values).",
            raises=r"cannot unpack non-iterable|f\(\) (takes 1 positional|missing)|'Value' object is not subscriptable",
        ),
        Mistake(
            "f gives a Value; take its data where a number is needed.",
            raises=r"bad operand type for abs\(\): 'Value'|between instances of '(Value|float|int)'",
        ),
        Mistake(
            "f gives one Value; its gradients lie in the Values that f was given.",
            raises=r"'Value' object is not iterable|'NoneType' object is not iterable",
        ),
    ],
)
