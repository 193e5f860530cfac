"""Exercise 13.2: all gradients of one guess of the network of train1, by hand."""

from microgpt.nn import linear, softmax

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from .linear_backward import back, outer


def by_hand(token, target, wte, fc1, fc2, row=None, right=1, gate=lambda h: h > 0, scale=1):
    """The gradients, with a part of the way back changed."""
    x = wte[token if row is None else row]
    hidden = [max(0, h) for h in linear(x, fc1)]
    grads = [
        scale * (p - right * (k == target)) for k, p in enumerate(softmax(linear(hidden, fc2)))
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
            changed(right=0),
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
            lambda token, target, wte, fc1, fc2: by_hand(token, target, wte, fc1, fc2, row=target),
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
            of_result(lambda x, fc1, fc2: (x, [list(column) for column in zip(*fc1)], fc2)),
        ),
        Mistake(
            "the gradients of the row are missing; return those of the row, of fc1 and of fc2.",
            of_result(lambda x, fc1, fc2: (fc1, fc2)),
        ),
    ],
)
