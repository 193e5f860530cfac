"""Exercise 13.2: all gradients of one guess of the network of train1, by hand."""

from microgpt.nn import linear, softmax

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from .linear_backward import back, outer, turned


def by_hand(
    token,
    target,
    wte,
    fc1,
    fc2,
    shares=softmax,
    come=lambda k, target: k == target,
    others=1,
    gate=lambda h: h > 0,
    scale=1,
):
    """The gradients, with a part of the way back changed."""
    x = wte[token]
    hidden = [max(0, h) for h in linear(x, fc1)]
    probs = shares(linear(hidden, fc2))
    grads = [
        scale * ((p - come(k, target)) if k == target else others * (p - come(k, target)))
        for k, p in enumerate(probs)
    ]
    behind = [g * gate(h) for g, h in zip(back(grads, fc2), hidden)]
    return back(behind, fc1), outer(behind, x), outer(grads, hidden)


def changed(**how):
    return lambda *given: by_hand(*given, **how)


def of_result(change):
    return lambda *given: change(*by_hand(*given))


def before_relu(token, target, wte, fc1, fc2):
    """fc2's gradients with the numbers that go into ReLU."""
    x = wte[token]
    raw = linear(x, fc1)
    probs = softmax(linear([max(0, h) for h in raw], fc2))
    of_x, of_fc1, _ = by_hand(token, target, wte, fc1, fc2)
    return of_x, of_fc1, outer([p - (k == target) for k, p in enumerate(probs)], raw)


def no_relu(token, target, wte, fc1, fc2):
    x = wte[token]
    raw = linear(x, fc1)
    grads = [p - (k == target) for k, p in enumerate(softmax(linear(raw, fc2)))]
    behind = back(grads, fc2)
    return back(behind, fc1), outer(behind, x), outer(grads, raw)


def by_sign_of_gradient(token, target, wte, fc1, fc2):
    x = wte[token]
    *_, of_fc2 = by_hand(token, target, wte, fc1, fc2)
    probs = softmax(linear([max(0, h) for h in linear(x, fc1)], fc2))
    behind = [max(0, g) for g in back([p - (k == target) for k, p in enumerate(probs)], fc2)]
    return back(behind, fc1), outer(behind, x), of_fc2


def after_move(row, of_x, *rest):
    return [x - g for x, g in zip(row, of_x)], *rest


def whole_table(token, target, wte, fc1, fc2):
    of_row, *rest = by_hand(token, target, wte, fc1, fc2)
    return [of_row if i == token else [0.0] * len(row) for i, row in enumerate(wte)], *rest


def drawn(rng):
    size, width, units = rng.choice([(3, 2, 4), (4, 3, 5), (5, 2, 3)])
    token, target = rng.sample(range(size), 2)

    def small(count):
        return numbers(rng, count, -1.5, 1.5)

    wte, fc1, fc2 = (
        [small(columns) for _ in range(rows)]
        for rows, columns in ((size, width), (units, width), (size, units))
    )
    return token, target, wte, fc1, fc2


WTE = [[1.0, 2.0], [-1.0, 0.5], [0.0, 1.0]]
FC1 = [[1.0, 0.0], [-1.0, 0.5], [0.0, -1.0]]
FC2 = [[1.0, 0.0, 1.0], [0.0, 2.0, 0.0], [1.0, 1.0, 0.0]]


def case(proves, token, target, wte=WTE, fc1=FC1, fc2=FC2):
    """The right results were compared with those of Value, by a test."""
    return Case(proves, (token, target, wte, fc1, fc2), list(by_hand(token, target, wte, fc1, fc2)))


BY_HAND = Function(
    "ex-13-2",
    "by_hand(token, target, wte, fc1, fc2)",
    start="go forward first: the row of wte, the numbers after ReLU, and the probabilities.",
    right=by_hand,
    more=drawn,
    cases=[
        case("one unit is on, the others are off", 0, 1),
        case("another token, another unit", 1, 2),
        case("the token comes again", 1, 1),
        case("a row with a 0", 2, 0),
        case(
            "no unit is on: fc1 and the row have no gradient",
            0,
            1,
            [[-1.0], [2.0]],
            [[1.0], [0.5]],
            [[1.0, 2.0], [0.5, -1.0]],
        ),
    ],
    mistakes=[
        Mistake(
            "the 1 is not taken away at target; the gradients of the logits are the probabilities, minus 1 there.",
            changed(come=lambda k, target: 0),
        ),
        Mistake(
            "all gradients have the opposite sign; those of the logits are the probabilities minus 1 at target.",
            changed(scale=-1),
        ),
        Mistake(
            "ReLU is forgotten on the way back; where it cut off, the gradient is 0.",
            changed(gate=lambda h: 1),
        ),
        Mistake(
            "ReLU is forgotten on the way forward and back.",
            no_relu,
        ),
        Mistake(
            "on the way back ReLU multiplies by the number after it here; it multiplies by 1 or by 0.",
            changed(gate=lambda h: h),
        ),
        Mistake(
            "ReLU lets through where it cut off, and cuts off where it let through.",
            changed(gate=lambda h: h <= 0),
        ),
        Mistake(
            "the gradients of fc2 use the numbers before ReLU; fc2 is multiplied by those after it.",
            before_relu,
        ),
        Mistake(
            "the network reads the row of target here; it reads that of token.",
            lambda token, target, wte, fc1, fc2: by_hand(
                token, target, [wte[target]] * len(wte), fc1, fc2
            ),
        ),
        Mistake(
            "the 1 is taken away at token; target is what comes.",
            lambda token, target, wte, fc1, fc2: by_hand(token, token, wte, fc1, fc2),
        ),
        Mistake(
            "the three results are in another order; first the row of wte, then fc1, then fc2.",
            of_result(lambda x, fc1, fc2: (fc2, fc1, x)),
            of_result(lambda x, fc1, fc2: (fc1, fc2, x)),
            of_result(lambda x, fc1, fc2: (x, fc2, fc1)),
        ),
        Mistake(
            "the gradients of fc1 lie on their side; they have a row for each unit, as fc1 has.",
            of_result(lambda x, fc1, fc2: (x, turned(fc1), fc2)),
        ),
        Mistake(
            "the gradients of fc2 lie on their side; they have a row for each token, as fc2 has.",
            of_result(lambda x, fc1, fc2: (x, fc1, turned(fc2))),
        ),
        Mistake(
            "the gradients of fc1 stop before fc1; multiply those behind ReLU by the numbers of the row.",
            of_result(lambda x, fc1, fc2: (x, [[0.0] * len(row) for row in fc1], fc2)),
        ),
        Mistake(
            "the first result is the row itself; its gradients are asked for.",
            lambda token, target, wte, *rest: (wte[token], *by_hand(token, target, wte, *rest)[1:]),
        ),
        Mistake(
            "the gradients of all of wte come back; those of the row that was read are enough.",
            whole_table,
        ),
        Mistake(
            "the gradients of the logits come from the logits; softmax makes probabilities of them first.",
            changed(shares=list),
        ),
        Mistake(
            "the 1 is taken away at every token; only the one at target goes down by 1.",
            changed(come=lambda k, target: 1),
        ),
        Mistake(
            "the gradients of the logits are 0 but at target; the other tokens have their probability.",
            changed(others=0),
        ),
        Mistake(
            "on the way back ReLU cuts off by the gradient here; it cuts off where the number before it was below 0.",
            by_sign_of_gradient,
        ),
        Mistake(
            "the first result is the row after a move; its gradients are asked for.",
            lambda token, target, wte, *rest: after_move(
                wte[token], *by_hand(token, target, wte, *rest)
            ),
        ),
        Mistake(
            "that is one of the three results; return the gradients of the row, of fc1 and of fc2.",
            *[of_result(lambda *parts, i=i: parts[i]) for i in range(3)],
        ),
        Mistake(
            "the gradients of the row are missing; return those of the row, of fc1 and of fc2.",
            of_result(lambda x, fc1, fc2: (fc1, fc2)),
        ),
    ],
)
