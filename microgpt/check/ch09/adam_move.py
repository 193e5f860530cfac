"""What goes wrong when the parameters are moved: by how much, which of them, and what is returned."""

from math import copysign, sqrt

from ..mistakes import Mistake
from .adam_changed import (
    adam_step,
    each,
    of_result,
    one_average,
    only,
    step_with,
    with_eps,
    with_inputs,
)
from .parts import AFTER, BETA1, EPS, adam, plain

MOVE = [
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
]
