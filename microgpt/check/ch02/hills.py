"""What the exercises of chapter 02 share: the functions that the cases hand over, and slopes.

The functions appear in messages by their names.
"""


def square(x):
    return x**2


def cubic(x):
    return x**3 - 2 * x


def line(x):
    return 3 * x + 1


def flat(x):
    return 5 + 0 * x  # for an array of places, an array of heights


def square_plus_1(x):
    return x**2 + 1


def triple(x):
    return 3 * x


def double(x):
    return 2 * x


def three(x):
    return 3 + 0 * x


def five(u):
    return 5 + 0 * u


def triple_square(u):
    return 3 * u**2


def bowl(w1, w2):
    return w1**2 + 2 * w2**2


def plane(w1, w2):
    return 3 * w1 - 5 * w2


def area(w1, w2):
    return w1 * w2


def saddle(w1, w2):
    return w1**3 * w2 - w2**2


NUDGES = [0.5, 0.25, 0.1, 0.01]


BY_NUDGING = "A slope by nudging is near; what is asked for is exact."


def slope(f, x, h):
    return (f(x + h) - f(x)) / h


def central(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def half_nudges(f, x, h):
    return (f(x + h / 2) - f(x - h / 2)) / h
