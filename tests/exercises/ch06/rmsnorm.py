"""ex-06-4: rmsnorm(x)"""

import math
import operator
import statistics
from decimal import Decimal
from fractions import Fraction
from functools import partial, reduce

import numpy

from microgpt import Value


def rmsnorm(x):
    mean_square = sum(number**2 for number in x) / len(x)
    root = (mean_square + 0.00001) ** 0.5
    return [number / root for number in x]


def loop(x):
    total = 0
    for number in x:
        total += number * number
    scale = 1 / math.sqrt(total / len(x) + 1e-5)
    result = []
    for number in x:
        result.append(number * scale)
    return result


def power(x):
    scale = (sum(n * n for n in x) / len(x) + 1e-5) ** -0.5
    return [n * scale for n in x]


def array(x):
    x = numpy.array(x, dtype=float)
    return x / numpy.sqrt(numpy.mean(x**2) + 1e-5)


def array_32_bits(x):
    x = numpy.array(x, dtype=numpy.float32)
    return x / numpy.sqrt((x * x).mean() + numpy.float32(1e-5))


def with_statistics(x):
    root = math.sqrt(statistics.mean(n * n for n in x) + 1e-5)
    return [n / root for n in x]


def with_fmean(x):
    return [n / math.sqrt(statistics.fmean(m * m for m in x) + 1e-5) for n in x]


def with_hypot(x):
    root = math.hypot(math.hypot(*x) / math.sqrt(len(x)), math.sqrt(1e-5))
    return [n / root for n in x]


def with_fractions(x):
    square = sum(Fraction(n) ** 2 for n in x) / len(x) + Fraction(1, 100_000)
    return [float(n) / math.sqrt(square) for n in x]


def with_decimals(x):
    square = sum(Decimal(n) ** 2 for n in x) / len(x) + Decimal("0.00001")
    return [float(Decimal(n) / square.sqrt()) for n in x]


def with_values(x):
    values = [Value(n) for n in x]
    total = sum((v * v for v in values), Value(0.0))
    scale = (total / len(x) + 1e-5) ** -0.5
    return [v * scale for v in values]


def with_logarithms(x):
    square = sum(n * n for n in x) / len(x) + 1e-5
    return [n * math.exp(-0.5 * math.log(square)) for n in x]


def squares(x):
    return [n**2 for n in x]


def with_helpers(x):
    mean = sum(squares(x)) / len(squares(x))
    return [n / pow(mean + 1e-5, 1 / 2) for n in x]


def on_a_copy(x):
    y = x[:]
    root = math.sqrt(sum(n * n for n in x) / len(x) + 1e-5)
    for place in range(len(y)):
        y[place] /= root
    return y


def while_loop(x):
    total = place = 0
    while place < len(x):
        total += x[place] ** 2
        place += 1
    root = math.sqrt(total / place + 1e-5)
    return list(map(lambda n: n / root, x))


def scaled_sum(x):
    return [n * math.sqrt(len(x) / (sum(m * m for m in x) + len(x) * 1e-5)) for n in x]


def generator(x):
    def divided():
        root = math.sqrt(math.fsum(n * n for n in x) / len(x) + 1e-5)
        for n in x:
            yield n / root

    return tuple(divided())


# Wrong


def by(divisor):
    return lambda x: [n / divisor(x) for n in x]


def then(change):
    return lambda x: change(rmsnorm(x))


def ms(x):
    return sum(n * n for n in x) / len(x)


def no_brackets(x):
    return [n / (ms(x) + 1e-5**0.5) for n in x]


def power_of_a_half_without_brackets(x):
    return [n / (ms(x) + 1e-5) ** 1 / 2 for n in x]


def no_epsilon(x):
    root = math.sqrt(sum(n**2 for n in x) / len(x))
    return [n / root for n in x]


def no_epsilon_power(x):
    scale = (sum(n**2 for n in x) / len(x)) ** -0.5
    return [n * scale for n in x]


def zeros_apart(x):
    root = math.sqrt(ms(x))
    if root == 0:
        return [0.0] * len(x)
    return [n / root for n in x]


def epsilon_where_needed(x):
    root = math.sqrt(ms(x))
    return [n / root if root > 0 else n / 1e-5 for n in x]


def no_epsilon_array(x):
    x = numpy.array(x, dtype=float)
    with numpy.errstate(all="ignore"):
        return x / numpy.sqrt((x**2).mean())


def layer_norm(x):
    mean = sum(x) / len(x)
    variance = sum((n - mean) ** 2 for n in x) / len(x)
    return [(n - mean) / math.sqrt(variance + 1e-5) for n in x]


def variance(x):
    mean = sum(x) / len(x)
    return sum((n - mean) ** 2 for n in x) / len(x)


def in_place(x):
    root = math.sqrt(ms(x) + 1e-5)
    for place in range(len(x)):
        x[place] = x[place] / root
    return x


def in_place_and_copied(x):
    root = math.sqrt(ms(x) + 1e-5)
    for place in range(len(x)):
        x[place] /= root
    return list(x)


def in_place_anew(x):
    for place in range(len(x)):
        x[place] /= math.sqrt(ms(x) + 1e-5)
    return x


def squares_in_place(x):
    for place in range(len(x)):
        x[place] = x[place] ** 2
    root = math.sqrt(sum(x) / len(x) + 1e-5)
    return [n / root for n in x]


def returns_in_the_loop(x):
    root = math.sqrt(ms(x) + 1e-5)
    result = []
    for n in x:
        result.append(n / root)
        return result


def divides_in_the_loop(x):
    total = 0
    for n in x:
        total += n * n / len(x)
    result = []
    for n in x:
        total = (total + 1e-5) ** 0.5
        result.append(n / total)
    return result


def starts_again(x):
    root = math.sqrt(ms(x) + 1e-5)
    for n in x:
        result = []
        result.append(n / root)
    return result


def replaces(x):
    for n in x:
        total = n * n
    root = math.sqrt(total / len(x) + 1e-5)
    return [n / root for n in x]


def running(x):
    total, result = 0, []
    for n in x:
        total += n * n
        result.append(n / math.sqrt(total / len(x) + 1e-5))
    return result


def keeps(x, result=[]):
    root = math.sqrt(ms(x) + 1e-5)
    for n in x:
        result.append(n / root)
    return result


total_of_all = [0.0]


def keeps_the_total(x):
    for n in x:
        total_of_all[0] += n * n
    return [n / math.sqrt(total_of_all[0] / len(x) + 1e-5) for n in x]


def forgets_return(x):
    root = math.sqrt(ms(x) + 1e-5)
    result = [n / root for n in x]


def only_scale(x):
    return (ms(x) + 1e-5) ** -0.5


def softmax(x):
    exps = [math.exp(n) for n in x]
    return [e / sum(exps) for e in exps]


def whole_numbers(x):
    root = (sum(n * n for n in x) // len(x) + 0.00001) ** 0.5
    return [n / root for n in x]


def multiplies_the_list(x):
    return x * only_scale(x)


def squares_the_list(x):
    return [n / math.sqrt(sum(x**2) / len(x) + 1e-5) for n in x]


def skips_zeros(x):
    return [n / math.sqrt(ms(x) + 1e-5) for n in x if n]


def no_repeats(x):
    root = math.sqrt(sum(n * n for n in set(x)) / len(x) + 1e-5)
    return [n / root for n in x]


RIGHT = [
    rmsnorm,
    loop,
    power,
    array,
    array_32_bits,
    with_statistics,
    with_fmean,
    with_hypot,
    with_fractions,
    with_decimals,
    with_values,
    with_logarithms,
    with_helpers,
    on_a_copy,
    while_loop,
    scaled_sum,
    generator,
    partial(rmsnorm),
    lambda x: [n / (sum(map(operator.mul, x, x)) / len(x) + 1e-5) ** 0.5 for n in x],
    lambda x: list(numpy.array(x) * (numpy.dot(x, x) / len(x) + 1e-5) ** -0.5),
    lambda x: [
        n / math.sqrt(reduce(lambda total, m: total + m * m, x, 0.0) / len(x) + 1e-5) for n in x
    ],
]

WRONG = [
    (no_epsilon, "the 0.00001 is missing"),
    (no_epsilon_power, "the 0.00001 is missing"),
    (zeros_apart, "the 0.00001 is missing"),
    (epsilon_where_needed, "the 0.00001 is missing"),
    (no_epsilon_array, "the 0.00001 is missing"),
    (by(lambda x: math.sqrt(ms(x)) + 1e-5), "the 0.00001 is added to the root"),
    (by(lambda x: max(math.sqrt(ms(x)), 1e-5)), "the 0.00001 is missing"),
    (no_brackets, "the root is taken of the 0.00001 alone"),
    (lambda x: [n / math.sqrt(ms(x) or 1) + 1e-5 for n in x], "the 0.00001 is added to the result"),
    (by(lambda x: math.sqrt((sum(n * n for n in x) + 1e-5) / len(x))), "not to the sum"),
    (by(lambda x: math.sqrt(ms(x) - 1e-5)), "the 0.00001 is taken away"),
    (by(lambda x: math.sqrt(ms(x) + 1e-4)), "too large"),
    (by(lambda x: math.sqrt(ms(x) + 1e-3)), "too large"),
    (by(lambda x: math.sqrt(ms(x) + 1e-6)), "too small"),
    (by(lambda x: math.sqrt(ms(x) + 1e-8)), "too small"),
    (by(lambda x: math.sqrt(ms(x) + 1e5)), "too large"),
    (by(lambda x: math.sqrt(ms(x) + 2e-5)), None),
    (by(lambda x: math.sqrt(sum(n * n for n in x) + 1e-5)), "the mean is missing"),
    (by(lambda x: math.sqrt(sum(n * n for n in x))), "the mean is missing"),
    (by(lambda x: math.hypot(*x) or 1), "the mean is missing"),
    (by(lambda x: math.sqrt(sum(n * n for n in x)) + 1e-5), "the mean is missing"),
    (by(lambda x: ms(x) + 1e-5), "the root is missing"),
    (by(ms), "the root is missing"),
    (by(lambda x: sum(n * n for n in x) + 1e-5), "the root and the mean are missing"),
    (power_of_a_half_without_brackets, "** 1 / 2 divides by 2, so"),
    (lambda x: [n * math.sqrt(ms(x) + 1e-5) for n in x], "you multiplied by the root"),
    (lambda x: [n * (ms(x) + 1e-5) ** 0.5 for n in x], "you multiplied by the root"),
    (by(lambda x: (ms(x) + 1e-5) ** -0.5), "you multiplied by the root"),
    (lambda x: [n * (ms(x) + 1e-5) for n in x], "you multiplied by the mean of the squares"),
    (lambda x: [math.sqrt(ms(x) + 1e-5) / n for n in x], "you divided the root by the number"),
    (
        lambda x: [(n - statistics.mean(x)) / (statistics.pstdev(x) + 1e-5) for n in x],
        "you took the mean away first",
    ),
    (layer_norm, "you took the mean away first"),
    (lambda x: [(n - sum(x) / len(x)) / math.sqrt(ms(x) + 1e-5) for n in x], "the mean away first"),
    (by(lambda x: math.sqrt(variance(x) + 1e-5)), "lie from their mean"),
    (by(lambda x: statistics.pstdev(x) + 1e-5), "lie from their mean"),
    (by(lambda x: math.sqrt((sum(x) / len(x)) ** 2 + 1e-5)), "you squared the mean"),
    (by(lambda x: math.sqrt(sum(x) ** 2 / len(x) + 1e-5)), "you added up first and squared then"),
    (by(lambda x: sum(x) / len(x) + 1e-5), "you divided by the mean of the numbers"),
    (by(lambda x: sum(map(abs, x)) / len(x) + 1e-5), "the squares are missing"),
    (by(lambda x: sum(x) + 1e-5), "you divided by the sum of the numbers"),
    (by(lambda x: sum(map(abs, x)) + 1e-5), "you divided by the sum of the numbers"),
    (by(lambda x: max(map(abs, x)) or 1), "you divided by the largest number"),
    (by(lambda x: max(x) + 1e-5), "you divided by the largest number"),
    (by(lambda x: math.sqrt(statistics.median(squares(x)) + 1e-5)), "you took the middle one"),
    (by(len), "you divided by how many numbers there are"),
    (by(lambda x: math.sqrt(sum(squares(x)) / len(x) / len(x) + 1e-5)), "counts once, under the"),
    (by(lambda x: math.sqrt(sum(squares(x)) + 1e-5) / len(x)), "counts once, under the root"),
    (by(lambda x: math.sqrt(sum(squares(x)) / (len(x) - 1) + 1e-5)), "you divided by n - 1"),
    (by(lambda x: math.sqrt(sum(n**3 for n in x) / len(x) + 1e-5)), "the cubes or higher powers"),
    (by(lambda x: math.sqrt(sum(n**4 for n in x) / len(x) + 1e-5)), "the cubes or higher powers"),
    (lambda x: [n / math.sqrt(n * n + 1e-5) for n in x], "divided by its own root"),
    (lambda x: [math.copysign(bool(n), n) for n in x], "only the signs are left"),
    (running, "before the total is complete"),
    (in_place_anew, "you changed the numbers while you used them"),
    (by(lambda x: math.sqrt(x[0] ** 2 + 1e-5)), "of the first number, or of the last"),
    (replaces, "of the first number, or of the last"),
    (by(lambda x: math.sqrt(sum(squares(x[:-1])) / len(x) + 1e-5)), "the last square is missing"),
    (by(lambda x: math.sqrt(sum(squares(x[1:])) / len(x) + 1e-5)), "the first square is missing"),
    (lambda x: math.sqrt(ms(x) + 1e-5), "that is the root of the mean of the squares"),
    (lambda x: ms(x) + 1e-5, "that is the mean of the squares"),
    (only_scale, "1 divided by the root"),
    (lambda x: [only_scale(x) for _ in x], "1 divided by the root"),
    (squares, "these are the squares"),
    (squares_in_place, "these are the squares"),
    (softmax, "that is softmax"),
    (then(lambda y: y[0]), "that is the first number alone"),
    (returns_in_the_loop, "the first number alone; put all of them in; return after the loop"),
    (then(lambda y: y[-1]), "that is the last number alone"),
    (starts_again, "start the list once, before the loop"),
    (then(lambda y: [abs(n) for n in y]), "the signs are lost"),
    (then(rmsnorm), "that is done twice"),
    (divides_in_the_loop, None),
    (by(lambda x: (ms(x) + 1e-5) ** 0.25), "you took a root twice"),
    (by(lambda x: (ms(x) + 1e-5) ** 2), "you squared the mean of the squares"),
    (whole_numbers, None),
    (lambda x: [n // math.sqrt(ms(x) + 1e-5) for n in x], "digits after the point are lost"),
    (skips_zeros, "a 0 is left out"),
    (no_repeats, "equal numbers count once"),
    (in_place, "changed its input x"),
    (in_place_and_copied, "changed its input x"),
    (keeps, "kept between calls"),
    (keeps_the_total, "kept between calls"),
    (then(lambda y: [round(n, 2) for n in y]), "rounded to 2 digits"),
    (then(lambda y: [round(n, 6) for n in y]), "rounded to 6 digits"),
    (then(lambda y: [int(n) for n in y]), "digits after the point are lost"),
    (then(lambda y: [-n for n in y]), "the sign is turned round"),
    (then(lambda y: [max(0, n) for n in y]), "negative results have become 0"),
    (then(lambda y: [2 * n for n in y]), "2 times what it should be"),
    (then(lambda y: y[::-1]), "in reverse order"),
    (then(sorted), "the items are sorted"),
    (then(sum), "that is the sum of the items"),
    (then(lambda y: y[:-1]), "the last item is missing"),
    (then(lambda y: [[n] for n in y]), "a list of its own"),
    (then(lambda y: [y]), "one list too many"),
    (then(lambda y: (n for n in y)), "collect them with list"),
    (then(lambda y: map(float, y)), "collect them with list"),
    (then(lambda y: [str(n) for n in y]), "is the text"),
    (then(lambda y: [numpy.float16(n) for n in y]), "float16"),
    (then(print), "it prints, and nothing comes back"),
    (lambda x: x, "that is x, as it came in"),
    (multiplies_the_list, "does not multiply a list like that"),
    (squares_the_list, "does not compute with a whole list"),
    (lambda x: x / math.sqrt(ms(x) + 1e-5), "Python does not divide a whole list"),
    (forgets_return, "no return in it has a value"),
    (lambda x, epsilon: rmsnorm(x), "does not start"),
    ([0.6, -1.2], "not a function"),
]
