"""What goes wrong with Adam's averages: how they are made, corrected and kept."""

from math import sqrt

from ..mistakes import Mistake
from .adam_changed import (
    adam_step,
    as_sum,
    each,
    exchanged,
    grown,
    hat,
    keeping,
    new_alone,
    old,
    step_with,
)
from .parts import (
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

AVERAGES = [
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
]
