"""One step of Adam for each parameter, and what may be changed in it."""

from math import sqrt

from .parts import adam, average


def each(one):
    """adam_step(params, grads, m, v, step, lr): `one` for each parameter."""

    def step_of_all(params, grads, m, v, step, lr):
        moved = [one(*its, step, lr) for its in zip(params, grads, m, v)]
        return [list(column) for column in zip(*moved)]

    return step_of_all


def step_with(**changed):
    return each(adam(**changed))


adam_step = step_with()


def of_result(change):
    return lambda *given: change(*adam_step(*given))


def with_inputs(change):
    return lambda *given: adam_step(*change(*given))


def only(index):
    """The parameter at this place moves, the others stay, with their averages."""

    def step(params, grads, m, v, *rest):
        old = [list(numbers) for numbers in (params, m, v)]
        new = adam_step(params, grads, m, v, *rest)
        for before, after in zip(old, new):
            before[index] = after[index]
        return old

    return step


def one_average(params, grads, m, v, step, lr):
    """m and v of the first parameter stand for all, and go on from one to the next."""
    new, one_m, one_v = [], m[0], v[0]
    for p, g in zip(params, grads):
        p, one_m, one_v = adam()(p, g, one_m, one_v, step, lr)
        new.append(p)
    return [new, [one_m] * len(m), [one_v] * len(v)]


def grown(beta, old, new):
    return beta * old + new


def exchanged(beta, old, new):
    return average(1 - beta, old, new)


def as_sum(beta, old, new):
    return old + new


def new_alone(beta, old, new):
    return (1 - beta) * new


def with_eps(eps):
    return step_with(ratio=lambda m, v, g: m / (sqrt(v) + eps))


def keeping(**keep):
    return step_with(**keep)


def hat(old, new, hat):
    return hat


def old(old, new, hat):
    return old
