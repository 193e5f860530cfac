"""The playground's network in plain Python: forward, loss, gradient, descent. Its twin, `network.js`, agrees exactly.

    h1 = ReLU(w1 x1 + w2 x2 + b1)    h2 = ReLU(w3 x3 + b2)    a = ReLU(h1 + h2 + b3)

`w` and `b` are lists of three numbers each, `x` is a point [x1, x2, x3].
"""

REACH = 3  # a knob goes from -REACH to REACH; descent stops there too
LEVELS = (-2, -1, 0, 1, 2)
LAYERS = (-2, 0, 2)
# Where the loss looks: 75 points.
GRID = [[x1, x2, x3] for x3 in LAYERS for x2 in LEVELS for x1 in LEVELS]
GOAL = 0.02

# The parameters that make each target surface. `challenges.js` holds the same ones; a test compares them.
CHALLENGES = {
    "plane": ([0.5, 0.5, 0.5], [2.0, 1.0, -0.5]),
    "ramp": ([1.5, 0.0, 0.5], [-0.5, 1.0, -0.5]),
    "corner": ([1.0, -1.0, 1.0], [-1.0, -0.5, 0.5]),
    "tide": ([0.5, 1.0, 1.0], [0.5, 0.5, -0.8]),
}


def relu(z):
    """z where it is positive, else 0."""
    return z if z > 0 else 0.0


def forward(w, b, x):
    """The three activations at `x`: {"h1": ..., "h2": ..., "a": ...}."""
    h1 = relu(w[0] * x[0] + w[1] * x[1] + b[0])
    h2 = relu(w[2] * x[2] + b[1])
    return {"h1": h1, "h2": h2, "a": relu(h1 + h2 + b[2])}


def targets(challenge):
    """The heights of a challenge's surface at the points of GRID."""
    w, b = CHALLENGES[challenge]
    return [forward(w, b, x)["a"] for x in GRID]


def loss(w, b, challenge):
    """The mean squared error between the network and the challenge's surface, over GRID."""
    total = 0.0
    for x, target in zip(GRID, targets(challenge)):
        error = forward(w, b, x)["a"] - target
        total += error * error
    return total / len(GRID)


def gradient(w, b, challenge):
    """The slope of the loss in each parameter, by the chain rule: {"w": three slopes, "b": three slopes}."""
    gw, gb = [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]
    for x, target in zip(GRID, targets(challenge)):
        now = forward(w, b, x)
        if now["a"] > 0:  # else the output is off and passes no blame back
            blame = 2 * (now["a"] - target) / len(GRID)
            gb[2] += blame
            if now["h1"] > 0:
                gw[0] += blame * x[0]
                gw[1] += blame * x[1]
                gb[0] += blame
            if now["h2"] > 0:
                gw[2] += blame * x[2]
                gb[1] += blame
    return {"w": gw, "b": gb}


def descend(w, b, challenge, learning_rate, steps):
    """(w, b) after `steps` steps of gradient descent; no parameter leaves -REACH..REACH."""
    for _ in range(steps):
        slope = gradient(w, b, challenge)
        w, b = (
            [min(REACH, max(-REACH, p - learning_rate * g)) for p, g in zip(old, slopes)]
            for old, slopes in ((w, slope["w"]), (b, slope["b"]))
        )
    return w, b
