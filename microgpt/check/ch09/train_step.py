"""What goes wrong with the gradients, and with the step that Adam makes of them."""

from ..mistakes import Mistake
from .loop import START, document, forget, keep, loop, rated, stepping, train
from .parts import (
    BETA1,
    BETA2,
    EPS,
    adam,
    average,
    first_step,
    hats,
    one_early,
    one_late,
    plain,
    sums,
)


def moving(move):
    """train, with move(p, g, lr) in the place of Adam."""
    return loop(move=lambda p, g, m, v, step, lr: (move(p, g, lr), m, v))


def running_total(told):
    """Each step adds its loss to those before, and backward goes through all of them."""

    def run(model, tokenizer, docs, steps):
        total, losses = [0.0], []

        def backward(loss):
            total[0] = total[0] + loss
            losses.append((total[0] if told == "total" else loss).data)
            total[0].backward()

        loop(backward=backward)(model, tokenizer, docs, steps)
        return losses

    return run


def traced(p):
    """The surprise, after a backward() of its own."""
    surprise = -p.log()
    surprise.backward()
    return surprise


def timed(time):
    """Adam's t is time(step, steps, docs)."""
    return lambda model, tokenizer, docs, steps: loop(time=lambda step: time(step, steps, docs))(
        model, tokenizer, docs, steps
    )


def left_out(model, tokenizer, docs, steps):
    """The model of the learner is a copy."""
    before = [p.data for p in model.parameters()]
    losses = train(model, tokenizer, docs, steps)
    for p, number in zip(model.parameters(), before):
        p.data = number
    return losses


def last_left_out(model, tokenizer, docs, steps):
    """No adjustment after the last loss."""
    return rated(lambda step, steps: START * (1 - step / steps) if step < steps - 1 else 0.0)(
        model, tokenizer, docs, steps
    )


def one_average(model, tokenizer, docs, steps):
    """One m and one v, which go on from one parameter to the next."""
    shared = [0.0, 0.0]

    def move(p, g, m, v, step, lr):
        p, *shared[:] = adam()(p, g, *shared, step, lr)
        return p, m, v

    return loop(move=move)(model, tokenizer, docs, steps)


def each_parameter_a_step(model, tokenizer, docs, steps):
    """Adam's clock goes on with each parameter."""
    clock = [0]

    def move(p, g, m, v, step, lr):
        clock[0] += 1
        return adam()(p, g, m, v, clock[0], lr)

    return loop(move=move)(model, tokenizer, docs, steps)


STEP = [
    # Whether it learns
    Mistake(
        "the losses of the steps before are still in the loss; each step has a loss of its own.",
        running_total("loss"),
        running_total("total"),
    ),
    Mistake(
        "backward() is called for each prediction; call it once, of the mean.",
        loop(loss=document(surprise=traced), backward=lambda loss: None),
    ),
    Mistake(
        "the model does not learn: its weights stay as they came. loss.backward() comes first, then the change "
        "of p.data in its own parameters, and only then p.grad = 0.",
        rated(lambda step, steps: 0.0),
    ),
    Mistake(
        "the gradients are not set back to 0: backward() adds the new ones to those of the steps before.",
        loop(after=keep),
    ),
    Mistake(
        "backward() is called twice in a step; once is enough.",
        loop(backward=lambda loss: [loss.backward(), loss.backward()]),
        loop(backward=lambda loss: [loss.backward(), forget([loss]), loss.backward()]),
    ),
    Mistake(
        "the losses are right, and the model stays as it was: train the model that is handed in, not a copy.",
        left_out,
    ),
    Mistake(
        "after the last loss the model is not adjusted; every step ends with an adjustment.",
        last_left_out,
    ),
    # The step
    Mistake(
        "you went uphill; the step is taken away, not added.",
        stepping(move=lambda p, lr, ratio: p + lr * ratio),
    ),
    Mistake(
        "that is descent as in 9.2, with no averages; Adam is asked for.",
        *[moving(lambda p, g, lr, times=times: p - times * lr * g) for times in (1, 10, 100)],
        *[
            loop(
                move=lambda p, g, m, v, step, lr: (p - lr * g, m, v),
                rate=lambda step, steps, lr=lr: lr,
            )
            for lr in (START, 0.1)
        ],
    ),
    Mistake(
        "that is descent as in 9.2, uphill; Adam is asked for, and it takes its step away.",
        moving(lambda p, g, lr: p + lr * g),
    ),
    Mistake(
        "only the sign of the gradient is used; Adam is asked for, with its averages.",
        moving(lambda p, g, lr: p - lr * ((g > 0) - (g < 0))),
    ),
    Mistake(
        "Adam's averages are not corrected; divide m by 1 - beta1 ** t, and v by 1 - beta2 ** t.",
        stepping(**hats(plain)),
    ),
    Mistake(
        "Adam's m is not corrected; divide it by 1 - beta1 ** t.",
        stepping(m_hat=plain),
    ),
    Mistake(
        "Adam's v is not corrected; divide it by 1 - beta2 ** t.",
        stepping(v_hat=plain),
    ),
    Mistake(
        "Adam's corrections are of the step behind; the first step has 1 - beta ** 1.",
        stepping(**hats(one_late)),
        stepping(m_hat=one_late),
        stepping(v_hat=one_late),
    ),
    Mistake(
        "a division by 0: Adam's corrections count steps from 1, where range counts from 0; "
        "eps is added to the root of v; and n is at least 1.",
        stepping(**hats(one_early)),
        stepping(m_hat=one_early),
        stepping(v_hat=one_early),
        stepping(ratio=lambda m, v, g: m / v**0.5),
        raises="ZeroDivisionError",
    ),
    Mistake(
        "Adam's corrections are those of the first step, each time; t grows by 1 in each step.",
        stepping(**hats(first_step)),
    ),
    Mistake(
        "Adam's t is 1 in the first step and grows by 1 in each, whatever the document is.",
        timed(lambda step, steps, docs: step % len(docs) + 1),
        timed(lambda step, steps, docs: step // len(docs) + 1),
        timed(lambda step, steps, docs: steps),
        timed(lambda step, steps, docs: steps - step),
    ),
    Mistake(
        "Adam begins anew in each step; make it, or its m and v, once, before the loop.",
        stepping(**sums(lambda beta, old, new: (1 - beta) * new), **hats(first_step)),
    ),
    Mistake(
        "Adam's m and v are 0 again in each step; make them once, before the loop, and keep their new values.",
        stepping(**sums(lambda beta, old, new: (1 - beta) * new)),
    ),
    Mistake(
        "Adam's clock goes on with each parameter; t grows by 1 in each step.",
        each_parameter_a_step,
    ),
    Mistake("all parameters share one m and one v; each has its own.", one_average),
    Mistake(
        "the corrected averages are kept; they serve their own step alone.",
        stepping(keep_m=lambda old, new, hat: hat, keep_v=lambda old, new, hat: hat),
        stepping(keep_m=lambda old, new, hat: hat),
        stepping(keep_v=lambda old, new, hat: hat),
    ),
    Mistake(
        "0.9 and 0.999 are the usual betas elsewhere; here beta1 is 0.85, and beta2 is 0.99.",
        stepping(beta1=0.9, beta2=0.999),
        stepping(beta1=0.9),
        stepping(beta2=0.999),
        stepping(
            m=lambda beta, *both: average(0.9, *both),
            v=lambda beta, *both: average(0.999, *both),
        ),
    ),
    Mistake(
        "Adam's betas have other values here; beta1 is 0.85, and beta2 is 0.99.",
        stepping(beta1=0.9, beta2=0.95),
        *[stepping(beta1=beta) for beta in (0.8, 0.95)],
        *[stepping(beta2=beta) for beta in (0.9, 0.95, 0.98)],
    ),
    Mistake(
        "the betas are exchanged: m has beta1, 0.85, and v has beta2, 0.99.",
        stepping(beta1=BETA2, beta2=BETA1),
        stepping(
            m=lambda beta, *both: average(BETA2, *both),
            v=lambda beta, *both: average(BETA1, *both),
        ),
    ),
    Mistake(
        "Adam's eps has another size, or another place: 1e-8 is added to the root of v.",
        *[
            stepping(ratio=lambda m, v, g, eps=eps: m / (v**0.5 + eps))
            for eps in (1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-10)
        ],
        *[
            stepping(ratio=lambda m, v, g, eps=eps: m / (v + eps) ** 0.5)
            for eps in (1e-8, 1e-5, 1e-6)
        ],
    ),
    Mistake(
        "the root is missing in Adam: m is divided by the root of v, plus eps.",
        stepping(ratio=lambda m, v, g: m / (v + EPS)),
    ),
    Mistake(
        "Adam's m is not used: it moves the parameter in the place of the gradient.",
        stepping(ratio=lambda m, v, g: g / (v**0.5 + EPS)),
    ),
    Mistake(
        "Adam's v is not used: m is divided by the root of v, plus eps.",
        stepping(ratio=lambda m, v, g: m),
        stepping(ratio=lambda m, v, g: m, m_hat=plain),
    ),
    Mistake(
        "Adam's v averages the gradient's size or its value; it averages the square.",
        stepping(square=lambda g, m: abs(g)),
        stepping(square=lambda g, m: g, ratio=lambda m, v, g: m / (abs(v) ** 0.5 + EPS)),
    ),
    Mistake(
        "the new comes into Adam's averages with its full weight; multiply it by 1 - beta.",
        stepping(**sums(lambda beta, old, new: beta * old + new)),
        stepping(m=lambda beta, old, new: beta * old + new),
        stepping(v=lambda beta, old, new: beta * old + new),
        stepping(**sums(lambda beta, old, new: old + new)),
    ),
    Mistake(
        "the weights of old and new are exchanged in Adam's averages: beta of the old stays.",
        stepping(**sums(lambda beta, old, new: average(1 - beta, old, new))),
    ),
    Mistake(
        "Adam moves by the averages of the step before; the new gradient belongs to them.",
        stepping(seen=lambda old, new: old),
        stepping(seen=lambda old, new: old, **hats(plain)),
    ),
    Mistake(
        "the parameters shrink as well, which is called weight decay; ours has none.",
        *[
            stepping(move=lambda p, lr, ratio, decay=decay: p - lr * (ratio + decay * p))
            for decay in (0.1, 0.01, 0.001)
        ],
    ),
]
