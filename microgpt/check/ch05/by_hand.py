"""Exercise 5.1: the gradients of a neuron, by hand."""

from ..answer import Answer
from ..mistakes import Mistake

BY_HAND = Answer(
    "ex-05-1",
    "answer",
    start="go forward first: z, out, the miss out - 2, the loss; then back, one slope at a time.",
    asks="the gradients of the loss for w1, w2 and b, in a list of three numbers",
    expected=[-6, -3, -3],
    proves="-3 arrives at z; w1 passes it on times x1 = 2, w2 times x2 = 1, and b as it is.",
    mistakes=[
        Mistake(
            "the signs are turned round: out - 2 is negative, so a larger out makes the loss smaller.",
            [6, 3, 3],
        ),
        Mistake(
            "that is half of it: the slope of the square is 2 * (out - 2), and that of relu is 1 where z > 0.",
            [-3, -1.5, -1.5],
        ),
        Mistake(
            "that is half of it with the sign turned: the slope of the square is 2 * (out - 2) = -3.",
            [3, 1.5, 1.5],
        ),
        Mistake(
            "that is twice as much: the 2 of the square counts once, 2 * (0.5 - 2) = -3.",
            [-12, -6, -6],
        ),
        Mistake(
            "the slope of the loss is missing: 2 * (out - 2) = -3 multiplies each of them.",
            [2, 1, 1],
            [2, 1, 0],
        ),
        Mistake(
            "the inputs are left out: the slope of w1 * x1 for w1 is x1 = 2.",
            [-3, -3, -3],
        ),
        Mistake("the bias has a gradient too: the slope of z for b is 1.", [-6, -3, 0], [-6, -3]),
        Mistake("the loss lies behind b too: 1, the slope of z for b, times -3.", [-6, -3, 1]),
        Mistake("the slope of z for b is 1, whatever b is; do not multiply by b.", [-6, -3, -1.5]),
        Mistake(
            "these are gradients for the inputs; asked are those for w1, w2 and b.",
            [-1.5, 3],
            [-1.5, 3, -3],
            [-1.5, 3, 0],
        ),
        Mistake(
            "you multiplied by the weight itself; the slope of w1 * x1 for w1 is x1.",
            [-1.5, 3, -1.5],
        ),
        Mistake(
            "each gradient is multiplied by its own number, w1, w2 or b; the gradient alone is asked.",
            [-3, 3, -1.5],
        ),
        Mistake(
            "the relu is open: with its bias z is 0.5, above 0, so it passes everything on.",
            [0, 0, 0],
        ),
        Mistake(
            "you multiplied by the loss, 2.25; multiply by its slope, 2 * (out - 2) = -3.",
            [4.5, 2.25, 2.25],
            [9, 4.5, 4.5],
            [-4.5, -2.25, -2.25],
        ),
        Mistake("out is missing in the miss: it is 0.5 - 2, not 0 - 2.", [-8, -4, -4], [8, 4, 4]),
        Mistake("the miss is out - 2; you added the 2.", [10, 5, 5]),
        Mistake("multiply along the path; you added the slopes.", [-1, -2, -2], [-1, -2, -3]),
        Mistake("each input counts once here; you multiplied by it twice.", [-12, -3, -3]),
        Mistake("mind the places: x1 = 2 belongs to w1, x2 = 1 to w2.", [-3, -6, -3]),
        Mistake("the order asked for is w1, w2, b.", [-3, -3, -6]),
        Mistake(
            "these are w1, w2 and b themselves; their gradients are asked for.", [0.5, -1, 0.5]
        ),
        Mistake("these are the terms of z; the gradients of the loss are asked for.", [1, -1, 0.5]),
        Mistake(
            "these are the weights after a step; the gradients alone are asked for.",
            [6.5, 2, 3.5],
            [1.1, -0.7, 0.8],
            [0.56, -0.97, 0.53],
        ),
        Mistake(
            "these are gradients for the inputs too; asked are the three for w1, w2 and b.",
            [-6, -3, -3, -1.5, 3],
            [-6, -3, -1.5, 3, -3],
            [-1.5, 3, -6, -3, -3],
        ),
        Mistake(
            "the numbers are right; put them into one list, [w1, w2, b].",
            [[-6, -3], -3],
            [[-6, -3, -3]],
            [[-6], [-3], [-3]],
            [[-6, -3], [-3]],
            {"w1": -6, "w2": -3, "b": -3},
        ),
        Mistake("that is the slope of the loss at out; go on to w1, w2 and b.", -3, [-3]),
        Mistake("that is the loss; its gradients are asked for.", 2.25, [2.25]),
        Mistake("that is out; the gradients of the loss are asked for.", 0.5, [0.5]),
        Mistake("that is the miss; the gradients of the loss are asked for.", -1.5, [-1.5]),
        Mistake("the gradients stay apart, one for each number; do not add them up.", -12, [-12]),
    ],
)
