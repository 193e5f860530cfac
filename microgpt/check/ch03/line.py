"""What the exercises of chapter 03 share: one name on a line, and its descent."""

from ..draws import number

FACTOR_2 = (
    "the factor 2 is missing from the slopes; the slope of a square is 2 times what is squared."
)


def slopes(w, b, x, target):
    miss = w * x + b - target
    return 2 * miss * x, 2 * miss


def step(w, b, x, target, lr, share_w=1, share_b=1):
    """One step; each slope is taken `share` times."""
    slope_w, slope_b = slopes(w, b, x, target)
    return [w - lr * share_w * slope_w, b - lr * share_b * slope_b]


def half_steps(w, b, x, target, lr):
    return step(w, b, x, target, lr, 0.5, 0.5)


def w_first(w, b, x, target, lr):
    new_w = step(w, b, x, target, lr)[0]
    return [new_w, step(new_w, b, x, target, lr)[1]]


def b_first(w, b, x, target, lr):
    new_b = step(w, b, x, target, lr)[1]
    return [step(w, new_b, x, target, lr)[0], new_b]


def uphill(w, b, x, target, lr):
    return step(w, b, x, target, -lr)


def w_only(w, b, x, target, lr):
    return step(w, b, x, target, lr, 1, 0)


def b_only(w, b, x, target, lr):
    return step(w, b, x, target, lr, 0, 1)


def squared(miss):
    return miss**2 < 0.01


def walk(w, b, x, target, lr, move=step, enough=squared, most=2000):
    """The number of steps until it is enough, and where that is; it gives up after `most`."""
    steps = 0
    while steps < most and not enough(w * x + b - target):
        w, b = move(w, b, x, target, lr)
        steps += 1
    return steps, [w, b]


def descend(*place, **how):
    return walk(*place, **how)[0]


def loss(w, b, x, target):
    return (w * x + b - target) ** 2


def place(rng):
    """w, b, x, target and a rate that gets there, in a few steps or a few hundred."""
    x = number(rng, -3, 3)
    w, b, target = number(rng), number(rng), number(rng, -9, 9)
    return w, b, x, target, round(rng.uniform(0.03, 0.9) / (x * x + 1), 3)
