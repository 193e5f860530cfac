"""One step of Adam for one parameter."""

from microgpt.optim import Adam
from microgpt.value import Value

from .numbers import between, nonzero, written

RATES = [0.1, 0.05, 0.02, 0.01]
LEAST = 1000  # of the new m, in hundred-thousandths: what is nearly 0 teaches nothing


def draw(rng, level):
    """`m` and `v` are the averages after the steps before; the parameter `p` has the gradient `g` in step `t`."""
    while True:
        g, p = nonzero(rng, -12, 12), nonzero(rng, -99, 99)
        lr = RATES[0] if level == 1 else RATES[between(rng, 0, 3)]
        t, m, v = (first, second, later)[level - 1](rng)
        if abs(85 * m + 1500 * g) >= LEAST:
            return {"t": t, "g": g / 10, "p": p / 100, "lr": lr, "m": m / 1000, "v": v / 10000}


def first(rng):
    return 1, 0, 0


def second(rng):
    """The averages that one gradient before has left, exactly."""
    before = nonzero(rng, -12, 12)
    return 2, 15 * before, before**2


def later(rng):
    """Averages as several gradients of the size k / 10 might have left."""
    t, k = between(rng, 3, 9), between(rng, 3, 9)
    return t, 10 * nonzero(rng, -4 * k, 4 * k), (t - 1) * k**2


def words(facts, level):
    t, g, p, lr, m, v = (written(facts[name]) for name in ("t", "g", "p", "lr", "m", "v"))
    return (
        f"Step {t} of Adam: p is {p}, its gradient is {g}. So far m is {m} and v is {v}; the learning rate is {lr}. "
        "What are the new m and v, the corrected ones, the move, and p after it?"
    )


def answers(facts, level):
    p = Value(facts["p"])
    p.grad = facts["g"]
    adam = Adam([p], lr=facts["lr"])
    adam.t, adam.m[0], adam.v[0] = facts["t"] - 1, facts["m"], facts["v"]
    adam.step()
    m, v = adam.m[0], adam.v[0]
    m_hat, v_hat = m / (1 - adam.beta1**adam.t), v / (1 - adam.beta2**adam.t)
    found = {"m": m, "v": v, "m_hat": m_hat, "v_hat": v_hat}
    return {**found, "move": facts["p"] - p.data, "p": p.data}
