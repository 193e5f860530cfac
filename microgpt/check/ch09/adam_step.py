"""Exercise 9.3: one step of Adam."""

from math import copysign, sqrt

from ..draws import number, numbers
from ..function import Case, Function
from ..mistakes import Mistake
from .parts import (
    AFTER,
    BETA1,
    BETA2,
    EPS,
    adam,
    average,
    corrected,
    first_step,
    hats,
    one_early,
    one_late,
    plain,
    sums,
)


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


def drawn(rng):
    count = rng.randint(2, 4)
    squares = [abs(number(rng)) for _ in range(count)]
    averages = numbers(rng, count, -1, 1)
    return (
        numbers(rng, count),
        numbers(rng, count, -2, 2),
        averages,
        squares,
        rng.randint(2, 20),
        rng.choice([0.01, 0.05, 0.1]),
    )


ADAM_STEP = Function(
    "ex-09-3",
    "adam_step(params, grads, m, v, step, lr)",
    start="work out the new averages of one parameter first: m from its gradient, v from the square of it.",
    right=adam_step,
    more=drawn,
    cases=[
        Case(
            "the first step, from averages of 0",
            ([1.0, -0.5], [2.0, -0.1], [0.0, 0.0], [0.0, 0.0], 1, 0.01),
            [
                [1 - 0.01 * 2 / (2 + 1e-8), -0.5 + 0.01 * 0.1 / (0.1 + 1e-8)],
                [0.15 * 2, -0.15 * 0.1],
                [0.01 * 4, 0.01 * 0.01],
            ],
        ),
        Case(
            "the second step",
            ([0.99, -0.49], [1.0, 0.3], [0.3, -0.015], [0.04, 0.0001], 2, 0.01),
            [
                [
                    0.99 - 0.01 * (0.405 / 0.2775) / (sqrt(0.0496 / 0.0199) + 1e-8),
                    -0.49 - 0.01 * (0.03225 / 0.2775) / (sqrt(0.000999 / 0.0199) + 1e-8),
                ],
                [0.405, 0.03225],
                [0.0496, 0.000999],
            ],
        ),
        Case(
            "a parameter that has never had a gradient stays",
            ([0.0, 1.0], [0.0, -4.0], [0.0, 0.0], [0.0, 0.0], 1, 0.1),
            [[0.0, 1 + 0.1 * 4 / (4 + 1e-8)], [0.0, -0.6], [0.0, 0.16]],
        ),
        Case(
            "where the gradient is 0 after others, the averages still move the parameter",
            ([0.5], [0.0], [0.2], [0.3], 3, 0.1),
            [
                [0.5 - 0.1 * (0.17 / 0.385875) / (sqrt(0.297 / 0.029701) + 1e-8)],
                [0.17],
                [0.297],
            ],
        ),
        Case(
            "a late step, where the corrections are near 1",
            (
                [2.37, -1.21, 0.08],
                [0.4, -1.5, 0.02],
                [-0.3, 0.6, 0.1],
                [0.2, 1.5, 0.004],
                500,
                0.005,
            ),
            [
                [
                    2.37
                    - 0.005 * (-0.195 / (1 - 0.85**500)) / (sqrt(0.1996 / (1 - 0.99**500)) + 1e-8),
                    -1.21
                    - 0.005 * (0.285 / (1 - 0.85**500)) / (sqrt(1.5075 / (1 - 0.99**500)) + 1e-8),
                    0.08
                    - 0.005 * (0.088 / (1 - 0.85**500)) / (sqrt(0.003964 / (1 - 0.99**500)) + 1e-8),
                ],
                [-0.195, 0.285, 0.088],
                [0.1996, 1.5075, 0.003964],
            ],
        ),
        Case(
            "a gradient as small as eps",
            ([0.5], [2e-8], [0.0], [0.0], 1, 0.3),
            [[0.5 - 0.3 * 2 / 3], [3e-9], [4e-18]],
        ),
    ],
    mistakes=[
        # The corrections
        Mistake(
            "the averages are not corrected: divide m by 1 - beta1 ** step, and v by 1 - beta2 ** step.",
            step_with(**hats(plain)),
        ),
        Mistake(
            "m is not corrected; divide it by 1 - beta1 ** step.",
            step_with(m_hat=plain),
        ),
        Mistake(
            "v is not corrected; divide it by 1 - beta2 ** step.",
            step_with(v_hat=plain),
        ),
        Mistake(
            "the corrections use step - 1, so that the first step divides by 0; step counts from 1.",
            step_with(**hats(one_early)),
            step_with(m_hat=one_early),
            step_with(v_hat=one_early),
        ),
        Mistake(
            "the corrections use step + 1; step counts from 1 already.",
            step_with(**hats(one_late)),
            step_with(m_hat=one_late),
            step_with(v_hat=one_late),
        ),
        Mistake(
            "the averages are corrected as in the first step, each time; the divisors are 1 - beta1 ** step "
            "and 1 - beta2 ** step.",
            step_with(**hats(first_step)),
            step_with(m_hat=first_step),
            step_with(v_hat=first_step),
        ),
        Mistake(
            "you multiplied where the corrections divide.",
            step_with(**hats(lambda mean, beta, step: mean * (1 - beta**step))),
            step_with(m_hat=lambda mean, beta, step: mean * (1 - beta**step)),
            step_with(v_hat=lambda mean, beta, step: mean * (1 - beta**step)),
        ),
        Mistake(
            "the averages are divided by beta ** step; divide by 1 less that.",
            step_with(**hats(lambda mean, beta, step: mean / beta**step)),
            step_with(m_hat=lambda mean, beta, step: mean / beta**step),
            step_with(v_hat=lambda mean, beta, step: mean / beta**step),
        ),
        Mistake(
            "beta is multiplied by step in the corrections; it is raised to the power of step, with **.",
            step_with(**hats(lambda mean, beta, step: mean / (1 - beta * step))),
        ),
        Mistake(
            "(1 - beta) is raised to the power of step; beta alone is, and then it is taken from 1.",
            step_with(**hats(lambda mean, beta, step: mean / (1 - beta) ** step)),
        ),
        Mistake(
            "both corrections have the same beta; m has beta1, and v has beta2.",
            step_with(v_hat=lambda mean, beta, step: corrected(mean, BETA1, step)),
            step_with(m_hat=lambda mean, beta, step: corrected(mean, BETA2, step)),
        ),
        Mistake(
            "the betas are exchanged in the corrections; m has beta1, and v has beta2.",
            step_with(
                v_hat=lambda mean, beta, step: corrected(mean, BETA1, step),
                m_hat=lambda mean, beta, step: corrected(mean, BETA2, step),
            ),
        ),
        Mistake(
            "v is corrected after the root; correct v first, and take the root of that.",
            lambda params, grads, m, v, step, lr: step_with(
                v_hat=plain,
                ratio=lambda m, v, g: m / (sqrt(v) / (1 - BETA2**step) + EPS),
            )(params, grads, m, v, step, lr),
        ),
        # What is kept
        Mistake(
            "the corrected averages are returned; they serve this step alone, and m and v are kept as they are.",
            keeping(keep_m=hat, keep_v=hat),
        ),
        Mistake(
            "the corrected m is returned; it serves this step alone, and m is kept as it is.",
            keeping(keep_m=hat),
        ),
        Mistake(
            "the corrected v is returned; it serves this step alone, and v is kept as it is.",
            keeping(keep_v=hat),
        ),
        Mistake(
            "the root of v is returned; v is kept as it is.",
            keeping(keep_v=lambda old, new, hat: sqrt(new)),
            keeping(keep_v=lambda old, new, hat: sqrt(hat)),
        ),
        Mistake(
            "the gradient and its square are returned; return the new averages.",
            lambda params, grads, *rest: [
                adam_step(params, grads, *rest)[0],
                list(grads),
                [g * g for g in grads],
            ],
        ),
        Mistake(
            "m and v are returned as they came in; return the new averages.",
            keeping(keep_m=old, keep_v=old),
        ),
        Mistake("m is returned as it came in; return the new average.", keeping(keep_m=old)),
        Mistake("v is returned as it came in; return the new average.", keeping(keep_v=old)),
        Mistake(
            "the parameters move by the averages of the step before; the new gradient belongs to them.",
            step_with(seen=lambda old, new: old),
            step_with(seen=lambda old, new: old, **hats(plain)),
        ),
        Mistake(
            "the parameters move by m as it came in; the new gradient belongs to it.",
            lambda params, grads, m, v, step, lr: each(
                lambda p, g, m, v, step, lr: adam(
                    m_hat=lambda mean, beta, step: corrected(m, beta, step)
                )(p, g, m, v, step, lr)
            )(params, grads, m, v, step, lr),
        ),
        Mistake(
            "the parameters move by v as it came in; the square of the new gradient belongs to it.",
            each(
                lambda p, g, m, v, step, lr: adam(
                    v_hat=lambda mean, beta, step: corrected(v, beta, step)
                )(p, g, m, v, step, lr)
            ),
        ),
        # The averages
        Mistake(
            "the betas are exchanged: m has beta1, 0.85, and v has beta2, 0.99.",
            step_with(beta1=BETA2, beta2=BETA1),
            step_with(
                m=lambda beta, *both: average(BETA2, *both),
                v=lambda beta, *both: average(BETA1, *both),
            ),
        ),
        Mistake(
            "0.9 and 0.999 are the usual betas elsewhere; here beta1 is 0.85, and beta2 is 0.99.",
            step_with(beta1=0.9, beta2=0.999),
            step_with(beta1=0.9),
            step_with(beta2=0.999),
            step_with(
                m=lambda beta, *both: average(0.9, *both),
                v=lambda beta, *both: average(0.999, *both),
            ),
            step_with(
                m_hat=lambda mean, beta, step: corrected(mean, 0.9, step),
                v_hat=lambda mean, beta, step: corrected(mean, 0.999, step),
            ),
        ),
        Mistake(
            "beta1 has another value here; it is 0.85.",
            *[step_with(beta1=beta) for beta in (0.8, 0.95, 0.5, 0.75)],
        ),
        Mistake(
            "beta2 has another value here; it is 0.99.",
            *[step_with(beta2=beta) for beta in (0.9, 0.95, 0.98, 0.9999)],
        ),
        Mistake(
            "the new comes in with beta, as the old does; multiply it by 1 - beta.",
            step_with(**sums(lambda beta, old, new: beta * (old + new))),
            step_with(m=lambda beta, old, new: beta * (old + new)),
            step_with(v=lambda beta, old, new: beta * (old + new)),
        ),
        Mistake(
            "both averages have beta1; v has beta2, 0.99.",
            step_with(beta2=BETA1),
        ),
        Mistake(
            "both averages have beta2; m has beta1, 0.85.",
            step_with(beta1=BETA2),
        ),
        Mistake(
            "the weights of old and new are exchanged: beta of the old stays, and 1 - beta of the new comes in.",
            step_with(**sums(exchanged)),
            step_with(beta1=1 - BETA1, beta2=1 - BETA2),
            step_with(m=exchanged),
            step_with(v=exchanged),
        ),
        Mistake(
            "the new comes in with its full weight; multiply it by 1 - beta.",
            step_with(**sums(grown)),
            step_with(m=grown),
            step_with(v=grown),
        ),
        Mistake(
            "the old stays with its full weight; multiply it by beta.",
            step_with(**sums(lambda beta, old, new: old + (1 - beta) * new)),
            step_with(m=lambda beta, old, new: old + (1 - beta) * new),
            step_with(v=lambda beta, old, new: old + (1 - beta) * new),
        ),
        Mistake(
            "old and new are added up; an average is beta * old + (1 - beta) * new.",
            step_with(**sums(as_sum)),
            step_with(m=as_sum),
            step_with(v=as_sum),
        ),
        Mistake(
            "the old averages are not used; beta of them stays.",
            step_with(**sums(new_alone)),
            step_with(m=new_alone),
            step_with(v=new_alone),
            step_with(**sums(lambda beta, old, new: new)),
        ),
        Mistake(
            "the new is taken away from the average; add it.",
            step_with(m=lambda beta, old, new: beta * old - (1 - beta) * new),
            step_with(v=lambda beta, old, new: beta * old - (1 - beta) * new),
        ),
        Mistake(
            "v averages the gradient itself; it averages the square of it.",
            step_with(square=lambda g, m: g),
            step_with(square=lambda g, m: g, ratio=lambda m, v, g: m / (sqrt(abs(v)) + EPS)),
            step_with(square=lambda g, m: g, ratio=lambda m, v, g: m / (abs(v) + EPS)),
        ),
        Mistake(
            "v averages the size of the gradient; it averages the square of it.",
            step_with(square=lambda g, m: abs(g)),
            step_with(square=lambda g, m: abs(g), ratio=lambda m, v, g: m / (v + EPS)),
        ),
        Mistake(
            "v is the square of an average; it is the average of the squares.",
            step_with(square=lambda g, m: g, v=lambda *given: average(*given) ** 2),
            step_with(v=lambda beta, old, new: new, square=lambda g, m: m * m),
        ),
        Mistake(
            "the square is that of m; v averages the square of the gradient.",
            step_with(square=lambda g, m: m * m),
            step_with(square=lambda g, m: m * g),
        ),
        Mistake(
            "the old v is squared as well; it is an average of squares already.",
            step_with(v=lambda beta, old, new: average(beta, old * old, new)),
        ),
        Mistake(
            "1 - beta2 is squared together with the gradient; the square is that of the gradient alone.",
            step_with(v=lambda beta, old, new: beta * old + (1 - beta) ** 2 * new),
        ),
        Mistake(
            "the gradient is doubled; the square is g ** 2.",
            step_with(square=lambda g, m: 2 * g),
        ),
        # The step
        Mistake(
            "the root is missing: m is divided by the root of v, plus eps.",
            step_with(ratio=lambda m, v, g: m / (v + EPS)),
        ),
        Mistake(
            "eps stands inside the root; it is added after it.",
            step_with(ratio=lambda m, v, g: m / sqrt(v + EPS)),
            step_with(ratio=lambda m, v, g: m / sqrt(v + EPS * EPS)),
        ),
        Mistake(
            "eps is missing: where v is 0, as in a parameter that has never had a gradient, "
            "the division is by 0.",
            step_with(ratio=lambda m, v, g: m / sqrt(v)),
        ),
        Mistake(
            "eps counts where v is 0 alone, or is far too small; 1e-8 is added to the root of v, always.",
            step_with(ratio=lambda m, v, g: m / sqrt(v) if v else 0.0),
            step_with(ratio=lambda m, v, g: m / (sqrt(v) or EPS)),
            step_with(ratio=lambda m, v, g: m / max(sqrt(v), EPS)),
            *map(with_eps, (1e-12, 1e-15, 1e-18)),
        ),
        Mistake(
            "eps is added behind the division; add it to the root, below the line.",
            step_with(ratio=lambda m, v, g: m / sqrt(v) + EPS),
            step_with(
                ratio=lambda m, v, g: m / sqrt(v), move=lambda p, lr, ratio: p - lr * ratio + EPS
            ),
        ),
        Mistake(
            "eps is taken away; it is added.",
            step_with(ratio=lambda m, v, g: m / (sqrt(v) - EPS)),
        ),
        Mistake(
            "eps has another size; it is 1e-8.",
            *map(with_eps, (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-9, 1e-10, 1e8)),
        ),
        Mistake(
            "you went uphill; the step is taken away, not added.",
            step_with(move=lambda p, lr, ratio: p + lr * ratio),
        ),
        Mistake(
            "you forgot the learning rate; multiply the step by lr.",
            step_with(move=lambda p, lr, ratio: p - ratio),
        ),
        Mistake(
            "you took the learning rate twice; multiply the step by lr once.",
            step_with(move=lambda p, lr, ratio: p - lr * lr * ratio),
        ),
        Mistake(
            "you divided by the learning rate; multiply the step by lr.",
            step_with(move=lambda p, lr, ratio: p - ratio / lr),
        ),
        Mistake(
            "the learning rate is divided by the step number, or its root; lr arrives as it is to be.",
            lambda params, grads, m, v, step, lr: [
                adam_step(params, grads, m, v, step, lr / sqrt(step))[0],
                *adam_step(params, grads, m, v, step, lr)[1:],
            ],
            lambda params, grads, m, v, step, lr: [
                each(adam())(params, grads, m, v, step, lr / step)[0],
                *adam_step(params, grads, m, v, step, lr)[1:],
            ],
        ),
        Mistake(
            "the learning rate is always 0.01 here; use the lr that is handed in.",
            step_with(move=lambda p, lr, ratio: p - 0.01 * ratio),
        ),
        Mistake(
            "m is not used: the parameter moves by m, corrected, in the place of the gradient.",
            step_with(ratio=lambda m, v, g: g / (sqrt(v) + EPS)),
            step_with(v_hat=plain, ratio=lambda m, v, g: g / (sqrt(v) + EPS)),
        ),
        Mistake(
            "v is not used: m is divided by the root of v, plus eps.",
            step_with(ratio=lambda m, v, g: m),
            step_with(ratio=lambda m, v, g: m, m_hat=plain),
        ),
        Mistake(
            "neither m nor v is used: that is the step of 9.2.",
            step_with(ratio=lambda m, v, g: g),
        ),
        Mistake(
            "only the sign is used; the size of m counts too.",
            step_with(ratio=lambda m, v, g: copysign(1, m) if m else 0),
            step_with(ratio=lambda m, v, g: copysign(1, g) if g else 0),
        ),
        Mistake(
            "you multiplied by the root of v; divide by it.",
            step_with(ratio=lambda m, v, g: m * (sqrt(v) + EPS)),
            step_with(ratio=lambda m, v, g: m * sqrt(v)),
        ),
        Mistake(
            "m and v are exchanged in the step: m is divided by the root of v.",
            step_with(ratio=lambda m, v, g: v / (sqrt(abs(m)) + EPS)),
            step_with(ratio=lambda m, v, g: v / (sqrt(m) + EPS)),
        ),
        Mistake(
            "the root is that of m / v as a whole; take it of v alone.",
            step_with(ratio=lambda m, v, g: sqrt(m / (v + EPS))),
            step_with(ratio=lambda m, v, g: sqrt(abs(m) / (v + EPS))),
        ),
        Mistake(
            "v is squared below the line; the root of it is asked for.",
            step_with(ratio=lambda m, v, g: m / (v**2 + EPS)),
        ),
        Mistake(
            "the parameter shrinks as well, which is called weight decay; ours has none.",
            *[
                step_with(move=lambda p, lr, ratio, decay=decay: p - lr * (ratio + decay * p))
                for decay in (0.1, 0.01, 0.001, 0.0001)
            ],
            step_with(move=lambda p, lr, ratio: p * (1 - lr * ratio)),
            step_with(move=lambda p, lr, ratio: p * (1 - lr) - lr * ratio),
        ),
        Mistake(
            "m looks ahead here: the gradient enters it twice; use m, corrected.",
            lambda params, grads, m, v, step, lr: step_with(
                ratio=lambda m, v, g: (
                    (BETA1 * m + (1 - BETA1) * g / (1 - BETA1**step)) / (sqrt(v) + EPS)
                )
            )(params, grads, m, v, step, lr),
            step_with(ratio=lambda m, v, g: (BETA1 * m + (1 - BETA1) * g) / (sqrt(v) + EPS)),
        ),
        # Which parameter
        Mistake(
            "params and grads are exchanged; grads[i] is the gradient of params[i].",
            with_inputs(lambda params, grads, *rest: (grads, params, *rest)),
        ),
        Mistake(
            "m and v are exchanged as they come in; m averages the gradient, v its square.",
            with_inputs(lambda params, grads, m, v, *rest: (params, grads, v, m, *rest)),
        ),
        Mistake(
            "the first parameter is left out; count from 0.",
            of_result(lambda *lists: [numbers[1:] for numbers in lists]),
        ),
        Mistake(
            "the last parameter is left out; each of them moves.",
            of_result(lambda *lists: [numbers[:-1] for numbers in lists]),
        ),
        Mistake(
            "all parameters share one m and one v, which go on from one to the next; each has its own.",
            one_average,
        ),
        Mistake(
            "all parameters have the m and v of the first; each has its own.",
            with_inputs(
                lambda params, grads, m, v, *rest: (
                    params,
                    grads,
                    [m[0]] * len(m),
                    [v[0]] * len(v),
                    *rest,
                )
            ),
        ),
        Mistake(
            "all parameters have the first gradient; grads[i] belongs to params[i].",
            with_inputs(
                lambda params, grads, *rest: (params, [grads[0]] * len(grads), *rest),
            ),
        ),
        Mistake(
            "all parameters have the mean of the gradients; grads[i] belongs to params[i].",
            with_inputs(
                lambda params, grads, *rest: (
                    params,
                    [sum(grads) / len(grads)] * len(grads),
                    *rest,
                ),
            ),
        ),
        Mistake(
            "the gradients stand in reverse order; grads[i] belongs to params[i].",
            with_inputs(lambda params, grads, *rest: (params, grads[::-1], *rest)),
        ),
        Mistake(
            "only the first parameter is moved; each of them moves.",
            only(0),
            of_result(lambda *lists: [numbers[:1] for numbers in lists]),
            of_result(lambda *lists: [numbers[0] for numbers in lists]),
            because=AFTER,
        ),
        Mistake(
            "only the last parameter is moved; each of them moves.",
            only(-1),
            of_result(lambda *lists: [numbers[-1:] for numbers in lists]),
        ),
        # What is returned
        Mistake(
            "these are the new parameters alone; return three lists: params, m, v.",
            of_result(lambda params, m, v: params),
        ),
        Mistake(
            "the new averages alone came back; return three lists: params, m, v.",
            of_result(lambda params, m, v: [m, v]),
        ),
        Mistake(
            "v is missing; return three lists: params, m, v.",
            of_result(lambda params, m, v: [params, m]),
        ),
        Mistake(
            "the order is params, m, v.",
            of_result(lambda params, m, v: [params, v, m]),
            of_result(lambda params, m, v: [m, v, params]),
            of_result(lambda params, m, v: [m, params, v]),
            of_result(lambda params, m, v: [v, params, m]),
            of_result(lambda params, m, v: [v, m, params]),
        ),
        Mistake(
            "there is a list for each parameter; return three lists: all params, all m, all v.",
            of_result(lambda *lists: [list(one) for one in zip(*lists)]),
        ),
        Mistake(
            "the three lists have become one; return three: params, m, v.",
            of_result(lambda params, m, v: params + m + v),
            of_result(lambda *lists: [number for one in zip(*lists) for number in one]),
        ),
        Mistake(
            "something else came along; return three lists: params, m, v.",
            lambda params, grads, m, v, step, lr: [
                *adam_step(params, grads, m, v, step, lr),
                step + 1,
            ],
            lambda params, grads, m, v, step, lr: [
                *adam_step(params, grads, m, v, step, lr),
                step,
            ],
        ),
        Mistake(
            "the first list says how far each parameter moves; return where it is then.",
            lambda params, *rest: [
                [new - p for new, p in zip(adam_step(params, *rest)[0], params)],
                *adam_step(params, *rest)[1:],
            ],
            lambda params, *rest: [
                [p - new for new, p in zip(adam_step(params, *rest)[0], params)],
                *adam_step(params, *rest)[1:],
            ],
        ),
        Mistake(
            "the parameters came back as they were; each of them moves.",
            lambda params, *rest: [params, *adam_step(params, *rest)[1:]],
        ),
    ],
)
