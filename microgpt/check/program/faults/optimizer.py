"""Faults in Adam and in the learning rate: step 1 agrees, and the numbers part soon after."""

from .fault import fault

BETAS = "beta1, beta2, eps = 0.85, 0.99, 1e-8"
M_HAT = "m_hat = m[i] / (1 - beta1 ** (step + 1))"
V_HAT = "v_hat = v[i] / (1 - beta2 ** (step + 1))"
STEP = "p.data -= lr * m_hat / (v_hat ** 0.5 + eps)"
SQUARE = "(1 - beta2) * p.grad ** 2"
RATE = "0.01 * (1 - step / num_steps)"
STATE = "    for i, p in enumerate(params):\n        m[i] = "
STEPS = "num_steps = 1000"


def betas(one, two):
    says = f"beta1 and beta2 are {one} and {two}; they are 0.85 and 0.99."
    return fault(f"betas-{one}-{two}", says, BETAS, f"beta1, beta2, eps = {one}, {two}, 1e-8")


def moved(name, says, new):
    return fault(name, says, STEP, new)


def rate(name, says, new):
    return fault(name, says, RATE, new)


def steps(number):
    says = f"The run is set to {number} rounds, so that the learning rate falls as in a run of {number}; it has 1000."
    return fault(f"steps-{number}", says, STEPS, f"num_steps = {number}")


FAULTS = [
    fault(
        "no-correction",
        "Adam's bias correction is missing: m and v start at 0 and have to be divided.",
        (M_HAT, "m_hat = m[i]"),
        (V_HAT, "v_hat = v[i]"),
    ),
    fault("no-correction-m", "The bias correction of m is missing.", M_HAT, "m_hat = m[i]"),
    fault("no-correction-v", "The bias correction of v is missing.", V_HAT, "v_hat = v[i]"),
    fault(
        "correction-late",
        "The bias correction counts one round too many: in the first round the power is 1.",
        (M_HAT, M_HAT.replace("step + 1", "step + 2")),
        (V_HAT, V_HAT.replace("step + 1", "step + 2")),
    ),
    fault(
        "correction-early",
        "The bias correction counts one round too few: in the first round the power is 1, not 0.",
        (M_HAT, M_HAT.replace("(step + 1)", "step")),
        (V_HAT, V_HAT.replace("(step + 1)", "step")),
    ),
    fault(
        "correction-same",
        "The bias correction is always that of the first round; the power counts the rounds.",
        (M_HAT, M_HAT.replace(" ** (step + 1)", "")),
        (V_HAT, V_HAT.replace(" ** (step + 1)", "")),
    ),
    betas(0.9, 0.999),
    betas(0.9, 0.99),
    betas(0.9, 0.95),
    betas(0.85, 0.999),
    betas(0.99, 0.85),
    moved(
        "eps-inside",
        "eps is added under the root; add it to the root.",
        "p.data -= lr * m_hat / (v_hat + eps) ** 0.5",
    ),
    moved(
        "no-eps",
        "eps is missing: where a gradient was always 0, the step is 0 / 0.",
        "p.data -= lr * m_hat / v_hat ** 0.5",
    ),
    moved(
        "no-root",
        "The step divides by v; divide by its root.",
        "p.data -= lr * m_hat / (v_hat + eps)",
    ),
    moved("sgd", "The step is the gradient times the rate, without Adam.", "p.data -= lr * p.grad"),
    moved("momentum", "The step is not divided by the root of v.", "p.data -= lr * m_hat"),
    moved(
        "uphill", "The step goes uphill: take it away from the weight.", STEP.replace("-=", "+=")
    ),
    moved("frozen", "The weights never move: the step is not applied to them.", "pass"),
    moved(
        "decay-of-weights",
        "The weights shrink in each round (weight decay); the recorded run has none.",
        STEP + "\n        p.data -= lr * 0.01 * p.data",
    ),
    fault(
        "v-of-slopes",
        "v averages the gradients; it averages their squares.",
        SQUARE,
        "(1 - beta2) * abs(p.grad)",
    ),
    fault(
        "state-forgotten",
        "m and v start anew in every round; keep them from round to round.",
        STATE,
        "    m, v = [0.0] * len(params), [0.0] * len(params)\n" + STATE,
    ),
    rate("no-decay", "The learning rate stays 0.01; it falls to 0 in a straight line.", "0.01"),
    rate(
        "decay-early",
        "The learning rate falls one round too early: the first round has the whole rate.",
        "0.01 * (1 - (step + 1) / num_steps)",
    ),
    rate(
        "decay-cosine",
        "The learning rate falls along a cosine; it falls in a straight line.",
        "0.005 * (1 + math.cos(math.pi * step / num_steps))",
    ),
    rate(
        "rate-0.1", "The learning rate begins at 0.1; it is 0.01.", "0.1 * (1 - step / num_steps)"
    ),
    rate(
        "rate-0.001",
        "The learning rate begins at 0.001; it is 0.01.",
        "0.001 * (1 - step / num_steps)",
    ),
    rate(
        "rate-0.02",
        "The learning rate begins at 0.02; it is 0.01.",
        "0.02 * (1 - step / num_steps)",
    ),
    *map(steps, (5, 10, 20, 50, 100, 200, 500, 2000, 10000)),
]
