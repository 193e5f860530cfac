"""Exercise 9.2: one step of gradient descent, for any number of parameters."""

from math import hypot

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from .parts import AFTER


def each(move):
    """sgd_step(params, grads, lr): move(p, g, lr) for each parameter."""
    return lambda params, grads, lr: [move(p, g, lr) for p, g in zip(params, grads)]


sgd_step = each(lambda p, g, lr: p - lr * g)


def with_grads(change):
    """The step, after change(grads)."""
    return lambda params, grads, lr: sgd_step(params, change(grads), lr)


def of_result(change):
    return lambda *given: change(sgd_step(*given))


def with_lr(change):
    return lambda params, grads, lr: sgd_step(params, grads, change(lr))


def mean(grads):
    return sum(grads) / len(grads)


def for_all(choose):
    """One and the same gradient for all parameters."""
    return with_grads(lambda grads: [choose(grads)] * len(grads))


def normed(grads):
    return [g / (hypot(*grads) or 1) for g in grads]


def sign(g):
    return (g > 0) - (g < 0)


def changing(rate):
    """The learning rate of the parameter at place i is rate(lr, i)."""
    return lambda params, grads, lr: [
        p - rate(lr, i) * g for i, (p, g) in enumerate(zip(params, grads))
    ]


def running(params, grads, lr):
    """The gradients are added up on the way."""
    return [p - lr * sum(grads[: i + 1]) for i, p in enumerate(params)]


def only(index):
    """The parameter at this place moves, the others stay."""

    def step(params, grads, lr):
        new = list(params)
        new[index] -= lr * grads[index]
        return new

    return step


def drawn(rng):
    count = rng.randint(2, 5)
    return numbers(rng, count), numbers(rng, count), rng.choice([0.01, 0.05, 0.1, 0.25])


SGD_STEP = Function(
    "ex-09-2",
    "sgd_step(params, grads, lr)",
    start="a parameter p with the gradient g becomes p - lr * g; grads[i] belongs to params[i].",
    right=sgd_step,
    more=drawn,
    cases=[
        Case("three parameters", ([1.0, 2.0, 3.0], [0.5, -1.0, 2.0], 0.1), [0.95, 2.1, 2.8]),
        Case("one parameter", ([3.0], [4.0], 0.5), [1.0]),
        Case("where the gradient is 0, nothing moves", ([0.5, -2.0], [0.0, 3.0], 0.2), [0.5, -2.6]),
        Case("from above 0 to exactly 0, and below", ([1.0, 0.5], [4.0, 6.0], 0.25), [0.0, -1.0]),
        Case(
            "many digits",
            ([0.37, -1.21, 0.08, 2.5], [-0.213, 1.045, 0.0061, 12.5], 0.03),
            [0.37639, -1.24135, 0.079817, 2.125],
        ),
    ],
    mistakes=[
        Mistake(
            "you went uphill; lr times the gradient is taken away, not added.",
            each(lambda p, g, lr: p + lr * g),
        ),
        Mistake(
            "you forgot the learning rate; multiply each gradient by lr.", with_lr(lambda lr: 1)
        ),
        Mistake(
            "you forgot the learning rate, and went uphill; p - lr * g is asked for.",
            with_lr(lambda lr: -1),
        ),
        Mistake(
            "you divided by the learning rate; multiply each gradient by lr.",
            with_lr(lambda lr: 1 / lr),
        ),
        Mistake(
            "you divided lr by the gradient; multiply the two.",
            each(lambda p, g, lr: p - lr / g),
            each(lambda p, g, lr: p - lr / g if g else p),
        ),
        Mistake(
            "you took the learning rate twice; multiply each gradient by lr once.",
            with_lr(lambda lr: lr * lr),
        ),
        Mistake(
            "the learning rate changes from one parameter to the next; all have the same lr.",
            changing(lambda lr, i: lr ** (i + 1)),
            changing(lambda lr, i: lr * 0.9**i),
            changing(lambda lr, i: lr * 0.5**i),
            changing(lambda lr, i: lr / (i + 1)),
            changing(lambda lr, i: lr * i),
            changing(lambda lr, i: lr * (i + 1)),
        ),
        Mistake(
            "you took lr away as well, or added it; multiply the gradient by it.",
            each(lambda p, g, lr: p - lr - g),
            each(lambda p, g, lr: p - (g - lr)),
            each(lambda p, g, lr: p - lr + g),
            each(lambda p, g, lr: p + lr + g),
        ),
        Mistake(
            "the gradients are not used; take lr times the gradient away from each parameter.",
            each(lambda p, g, lr: p - lr),
            each(lambda p, g, lr: p + lr),
            each(lambda p, g, lr: p * (1 - lr)),
            each(lambda p, g, lr: p * lr),
        ),
        Mistake(
            "the brackets are misplaced: only the gradient is multiplied by lr, p is not.",
            each(lambda p, g, lr: (p - g) * lr),
            each(lambda p, g, lr: p * lr - g),
        ),
        Mistake(
            "1 - lr is used in the place of lr; p - lr * g is asked for.",
            with_lr(lambda lr: 1 - lr),
        ),
        Mistake(
            "that is an average of p and g; p keeps its full weight in p - lr * g.",
            each(lambda p, g, lr: (1 - lr) * p + lr * g),
            each(lambda p, g, lr: lr * p + (1 - lr) * g),
        ),
        Mistake(
            "p shrinks as well, which is called weight decay; p - lr * g is asked for.",
            each(lambda p, g, lr: (1 - lr) * p - lr * g),
            *[
                each(lambda p, g, lr, decay=decay: p - lr * (g + decay * p))
                for decay in (0.1, 0.01, 0.001, 0.0001)
            ],
        ),
        Mistake(
            "the gradient is multiplied by its parameter as well; p - lr * g is asked for.",
            each(lambda p, g, lr: p - lr * g * p),
            each(lambda p, g, lr: p * lr * g),
            each(lambda p, g, lr: p - p * g),
            each(lambda p, g, lr: p * g),
        ),
        Mistake(
            "parameter and gradient are exchanged; p - lr * g is asked for.",
            each(lambda p, g, lr: g - lr * p),
        ),
        Mistake(
            "only the sign of the gradient is used; its size counts too.",
            with_grads(lambda grads: list(map(sign, grads))),
            with_grads(lambda grads: [1 if g > 0 else -1 for g in grads]),
            with_grads(lambda grads: [1 if g >= 0 else -1 for g in grads]),
            with_grads(lambda grads: [g / (abs(g) + 1e-8) for g in grads]),
        ),
        Mistake(
            "the gradient lost its sign; against a negative gradient, a parameter grows.",
            with_grads(lambda grads: list(map(abs, grads))),
        ),
        Mistake(
            "parameters with a negative gradient stay where they are; against it, they grow.",
            with_grads(lambda grads: [max(g, 0) for g in grads]),
            each(lambda p, g, lr: p - lr * g if g > 0 else p),
        ),
        Mistake(
            "the gradients are squared; take them as they are.",
            with_grads(lambda grads: [g * g for g in grads]),
        ),
        Mistake(
            "large gradients are cut at a border; take them as they are.",
            *[
                with_grads(lambda grads, most=most: [max(-most, min(most, g)) for g in grads])
                for most in (1, 5, 10)
            ],
        ),
        Mistake(
            "all gradients together are brought to length 1; take them as they are.",
            with_grads(normed),
        ),
        Mistake(
            "all parameters have moved by the mean of the gradients; each has a gradient of its own.",
            for_all(mean),
        ),
        Mistake(
            "all parameters have moved by the sum of the gradients; each has a gradient of its own.",
            for_all(sum),
        ),
        Mistake(
            "the gradients are added up on the way; each parameter has one of its own.", running
        ),
        Mistake(
            "all parameters have moved by the first gradient; grads[i] belongs to params[i].",
            for_all(lambda grads: grads[0]),
        ),
        Mistake(
            "all parameters have moved by the last gradient; grads[i] belongs to params[i].",
            for_all(lambda grads: grads[-1]),
        ),
        Mistake(
            "all parameters have moved by the largest gradient; grads[i] belongs to params[i].",
            for_all(max),
        ),
        Mistake(
            "one and the same parameter has moved by each gradient; grads[i] belongs to params[i].",
            *[
                lambda params, grads, lr, place=place: sgd_step(
                    [params[place]] * len(params), grads, lr
                )
                for place in (0, -1)
            ],
        ),
        Mistake(
            "where the gradient is 0, the parameter is missing; it stays as it is.",
            lambda params, grads, lr: [p - lr * g for p, g in zip(params, grads) if g],
        ),
        Mistake(
            "where the gradient is 0, the parameter has become 0; it stays as it is.",
            each(lambda p, g, lr: p - lr * g if g else 0.0),
        ),
        Mistake(
            "the gradient stands in the place of the parameter; p - lr * g is asked for.",
            each(lambda p, g, lr: g - lr * g),
        ),
        Mistake(
            "the gradients stand in reverse order; grads[i] belongs to params[i].",
            with_grads(lambda grads: grads[::-1]),
        ),
        Mistake(
            "each parameter has the gradient of its neighbour; grads[i] belongs to params[i].",
            with_grads(lambda grads: grads[1:] + grads[:1]),
            with_grads(lambda grads: grads[-1:] + grads[:-1]),
            with_grads(lambda grads: grads[1:]),
            lambda params, grads, lr: sgd_step(params[1:], grads, lr),
            lambda params, grads, lr: [p - lr * grads[i + 1] for i, p in enumerate(params)],
        ),
        Mistake(
            "the gradients are divided by how many there are; take them as they are.",
            with_grads(lambda grads: [g / len(grads) for g in grads]),
        ),
        Mistake(
            "each parameter has met every gradient; it meets its own alone.",
            lambda params, grads, lr: [p - lr * g for p in params for g in grads],
        ),
        Mistake(
            "only the first parameter has moved; each of them moves.",
            only(0),
            because=AFTER,
        ),
        Mistake(
            "the first parameter alone came back; return all of them.",
            of_result(lambda new: new[:1]),
            because=AFTER,
        ),
        Mistake("only the last parameter has moved; each of them moves.", only(-1)),
        Mistake(
            "that is how far each parameter moves; return where it is then.",
            each(lambda p, g, lr: lr * g),
            each(lambda p, g, lr: -lr * g),
        ),
        Mistake(
            "the new parameters are put behind the old ones; return the new ones alone.",
            lambda params, grads, lr: params + sgd_step(params, grads, lr),
        ),
        Mistake(
            "the moves are put behind the parameters; + and - of two lists are not those of their numbers.",
            lambda params, grads, lr: params + [lr * g for g in grads],
            lambda params, grads, lr: params + [-lr * g for g in grads],
        ),
        Mistake(
            "the gradients came along; return the new parameters alone.",
            lambda params, grads, lr: [sgd_step(params, grads, lr), grads],
            lambda params, grads, lr: [[p - lr * g, g] for p, g in zip(params, grads)],
        ),
        Mistake(
            "that is two steps; take one.",
            lambda params, grads, lr: sgd_step(sgd_step(params, grads, lr), grads, lr),
        ),
        Mistake(
            "that is half a step; p - lr * g has no other factor.",
            with_lr(lambda lr: lr / 2),
        ),
        *[
            Mistake(
                f"the learning rate is always {own} here; use the lr that is handed in.",
                with_lr(lambda lr, own=own: own),
            )
            for own in (0.001, 0.01, 0.02, 0.03, 0.05, 0.1, 0.5)
        ],
        Mistake(
            "results below 0 have become 0; a parameter may be negative.",
            of_result(lambda new: [max(p, 0) for p in new]),
        ),
    ],
)
