"""What the exercises of chapter 09 share: Adam, whose steps can be changed one by one."""

from math import sqrt
from types import SimpleNamespace

from ..source import returns_in_loop

AFTER = {returns_in_loop: "return after the loop, not inside it."}
BETA1, BETA2, EPS = 0.85, 0.99, 1e-8


def average(beta, old, new):
    """A running average: so much of the old one stays."""
    return beta * old + (1 - beta) * new


def corrected(mean, beta, step):
    """The average began at 0, and is too small at first."""
    return mean / (1 - beta**step)


PARTS = dict(
    beta1=BETA1,
    beta2=BETA2,
    m=average,  # of the old m and the gradient
    v=average,  # of the old v and the square
    square=lambda g, m: g * g,
    seen=lambda old, new: new,  # which averages the step is made of
    m_hat=corrected,
    v_hat=corrected,
    ratio=lambda m, v, g: m / (sqrt(v) + EPS),
    move=lambda p, lr, ratio: p - lr * ratio,
    keep_m=lambda old, new, hat: new,
    keep_v=lambda old, new, hat: new,
)


def adam(**changed):
    """adam(p, g, m, v, step, lr) -> the new p, m and v of one parameter, with some of the parts changed."""
    part = SimpleNamespace(**PARTS | changed)

    def moved(p, g, m, v, step, lr):
        new_m = part.m(part.beta1, m, g)
        new_v = part.v(part.beta2, v, part.square(g, new_m))
        m_hat = part.m_hat(part.seen(m, new_m), part.beta1, step)
        v_hat = part.v_hat(part.seen(v, new_v), part.beta2, step)
        p = part.move(p, lr, part.ratio(m_hat, v_hat, g))
        return p, part.keep_m(m, new_m, m_hat), part.keep_v(v, new_v, v_hat)

    return moved


def plain(mean, beta, step):
    """An average that is not corrected."""
    return mean


def one_early(mean, beta, step):
    return corrected(mean, beta, step - 1)


def one_late(mean, beta, step):
    return corrected(mean, beta, step + 1)


def first_step(mean, beta, step):
    """Corrected as in the first step, in each."""
    return corrected(mean, beta, 1)


def hats(how):
    return dict(m_hat=how, v_hat=how)


def sums(how):
    return dict(m=how, v=how)
