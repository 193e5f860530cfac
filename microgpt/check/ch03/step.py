"""Exercise 3.1: one step of descent."""

from ..function import Case, Function
from ..mistakes import Mistake
from .line import (
    FACTOR_2,
    b_first,
    b_only,
    half_steps,
    loss,
    place,
    slopes,
    step,
    uphill,
    w_first,
    w_only,
)

NEW_W = "the slope of b was computed with the new w; work out both slopes first, then move both."


NEW_B = "the slope of w was computed with the new b; work out both slopes first, then move both."


STEP = Function(
    "ex-03-1",
    "step(w, b, x, target, lr)",
    start="work out the miss, w * x + b - target; from it come both slopes, and each parameter moves against its own.",
    right=step,
    more=place,
    tolerance=1e-6,  # slopes by nudging are good enough for a step
    cases=[
        Case("from zero, upward", (0.0, 0.0, 3.0, 10.0, 0.02), [1.2, 0.4]),
        Case("the next step", (1.2, 0.4, 3.0, 10.0, 0.02), [1.92, 0.64]),
        Case("from above, downward", (2.0, 1.0, 2.0, 1.0, 0.05), [1.2, 0.6]),
        Case("a negative x", (0.5, -1.0, -2.0, 3.0, 0.1), [-1.5, 0.0]),
        Case("many digits", (0.37, -1.21, 1.3, 2.05, 0.03), [0.586762, -1.04326]),
        Case("where x is 0, only b moves", (1.5, 2.0, 0.0, 1.0, 0.25), [1.5, 1.5]),
        Case("at the bottom nothing moves", (3.0, 1.0, 3.0, 10.0, 0.02), [3.0, 1.0]),
    ],
    mistakes=[
        Mistake("you went uphill; the slope is taken away, not added.", uphill),
        Mistake(
            "you forgot the learning rate; multiply each slope by lr.",
            lambda w, b, x, target, lr: step(w, b, x, target, 1),
        ),
        Mistake(
            "you took the learning rate twice; multiply each slope by lr once.",
            lambda w, b, x, target, lr: step(w, b, x, target, lr * lr),
        ),
        Mistake(
            "you divided by the learning rate; multiply each slope by lr.",
            lambda w, b, x, target, lr: step(w, b, x, target, 1 / lr),
        ),
        Mistake(
            "you took the learning rate away; multiply the slope by it.",
            lambda w, b, x, target, lr: [
                p - lr - s for p, s in zip((w, b), slopes(w, b, x, target))
            ],
            lambda w, b, x, target, lr: [w - lr, b - lr],
        ),
        Mistake(
            "only one of the slopes is multiplied by lr; both are.",
            lambda w, b, x, target, lr: [step(w, b, x, target, 1)[0], step(w, b, x, target, lr)[1]],
            lambda w, b, x, target, lr: [step(w, b, x, target, lr)[0], step(w, b, x, target, 1)[1]],
        ),
        Mistake(
            "one of the two goes uphill; take both slopes away.",
            lambda *place: step(*place, -1, 1),
            lambda *place: step(*place, 1, -1),
        ),
        Mistake(NEW_W, w_first),
        Mistake(NEW_B, b_first),
        Mistake("that is the new w alone; return both, w and b.", lambda *place: step(*place)[0]),
        Mistake("that is the new b alone; return both, w and b.", lambda *place: step(*place)[1]),
        Mistake(FACTOR_2, half_steps),
        Mistake(
            "the factor 2 is missing from one of the slopes; it belongs to both.",
            lambda *place: step(*place, 0.5, 1),
            lambda *place: step(*place, 1, 0.5),
        ),
        Mistake(
            "the slopes are twice as large as they should be; the slope of a square is 2 times what is squared.",
            lambda *place: step(*place, 2, 2),
        ),
        Mistake(
            "the slope of w is missing its x; a nudge of w reaches the prediction x times as large.",
            lambda w, b, x, target, lr: [
                w - lr * 2 * (w * x + b - target),
                step(w, b, x, target, lr)[1],
            ],
        ),
        Mistake(
            "the slope of b has no x in it; a nudge of b reaches the prediction as it is.",
            lambda w, b, x, target, lr: step(w, b, x, target, lr, 1, x),
        ),
        Mistake(
            "the x belongs to the slope of w, not to that of b.",
            lambda w, b, x, target, lr: [
                w - lr * 2 * (w * x + b - target),
                step(w, b, x, target, lr, 1, x)[1],
            ],
        ),
        Mistake(
            "the slope of w has w in it instead of x; a nudge of w reaches the prediction x times as large.",
            lambda w, b, x, target, lr: [
                w - lr * 2 * (w * x + b - target) * w,
                step(w, b, x, target, lr)[1],
            ],
        ),
        Mistake(
            "the slope of w has the x twice.",
            lambda w, b, x, target, lr: step(w, b, x, target, lr, x, 1),
        ),
        Mistake(
            "the b is missing from the miss; it is w * x + b - target.",
            lambda w, b, x, target, lr: [
                p - lr * s for p, s in zip((w, b), slopes(w, 0, x, target))
            ],
        ),
        Mistake(
            "the target is missing from the miss; it is w * x + b - target.",
            lambda w, b, x, target, lr: [p - lr * s for p, s in zip((w, b), slopes(w, b, x, 0))],
        ),
        Mistake(
            "the miss has the wrong sign for the target; it is w * x + b - target.",
            lambda w, b, x, target, lr: [
                p - lr * s for p, s in zip((w, b), slopes(w, b, x, -target))
            ],
        ),
        Mistake(
            "you used the x and the target of the page; use those that are handed in.",
            lambda w, b, x, target, lr: step(w, b, 3.0, 10.0, lr),
            lambda w, b, x, target, lr: step(w, b, 3.0, target, lr),
            lambda w, b, x, target, lr: step(w, b, x, 10.0, lr),
        ),
        Mistake(
            "you used a learning rate of your own; use the lr that is handed in.",
            *[lambda w, b, x, t, lr, own=own: step(w, b, x, t, own) for own in (0.01, 0.02, 0.1)],
        ),
        Mistake(
            "you moved along the loss itself; move along its slopes.",
            lambda w, b, x, target, lr: [
                w - lr * loss(w, b, x, target),
                b - lr * loss(w, b, x, target),
            ],
        ),
        Mistake(
            "only the sign of the slopes is used; their size counts too.",
            lambda w, b, x, target, lr: [
                p - lr * ((s > 0) - (s < 0)) for p, s in zip((w, b), slopes(w, b, x, target))
            ],
        ),
        Mistake(
            "the miss lost its sign; from above, a step goes down.",
            lambda w, b, x, target, lr: [
                w - lr * 2 * abs(w * x + b - target) * x,
                b - lr * 2 * abs(w * x + b - target),
            ],
        ),
        Mistake("b stayed as it was; both parameters move.", w_only),
        Mistake("w stayed as it was; both parameters move.", b_only),
        Mistake("w and b stayed as they were.", lambda w, b, x, target, lr: [w, b]),
        Mistake("w comes first, b comes second.", lambda *place: step(*place)[::-1]),
        Mistake(
            "that is two steps; take one.", lambda w, b, *rest: step(*step(w, b, *rest), *rest)
        ),
        Mistake(
            "these are the two slopes; take lr times each of them away from its parameter.",
            lambda w, b, x, target, lr: list(slopes(w, b, x, target)),
        ),
        Mistake(
            "this is how far each of them moves; return where they are then.",
            lambda w, b, *rest: [new - old for new, old in zip(step(w, b, *rest), (w, b))],
            lambda w, b, *rest: [old - new for new, old in zip(step(w, b, *rest), (w, b))],
        ),
        Mistake(
            "that is the loss; return the new w and the new b.",
            lambda w, b, x, target, lr: loss(w, b, x, target),
            lambda w, b, x, target, lr: loss(*step(w, b, x, target, lr), x, target),
        ),
        Mistake(
            "that is the prediction; return the new w and the new b.",
            lambda w, b, x, target, lr: w * x + b,
        ),
        Mistake(
            "the loss came along; return the new w and the new b alone.",
            lambda w, b, x, target, lr: [*step(w, b, x, target, lr), loss(w, b, x, target)],
            lambda w, b, *rest: [*step(w, b, *rest), loss(*step(w, b, *rest), *rest[:2])],
        ),
    ],
)
