"""One neuron, the ReLU gate, the playground: their traits, their words, and JavaScript against Python's numbers."""

import doctest
import random

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt.value import Value
from microgpt.widgets import NetworkPlayground, OneNeuron, ReluGate, neuron
from microgpt.widgets.neuron import MOST_STEPS, network
from microgpt.widgets.neuron.network import CHALLENGES, GOAL, GRID, REACH


def test_examples_in_docstrings():
    assert doctest.testmod(neuron).failed == 0


# ---- the playground's mathematics ----


def some(r, n, reach=REACH):
    return [
        r.choice([0, reach, -reach, r.randint(-reach, reach), r.uniform(-reach, reach)])
        for _ in range(n)
    ]


def state(r):
    return {
        "w": some(r, 3),
        "b": some(r, 3),
        "x": some(r, 3, 2),
        "challenge": r.choice(list(CHALLENGES)),
    }


def by_autograd(w, b, challenge):
    """The loss and its gradients by the package's Value, which knows nothing of the playground."""
    w, b = [Value(p) for p in w], [Value(p) for p in b]
    total = Value(0.0)
    for (x1, x2, x3), target in zip(GRID, network.targets(challenge)):
        h1, h2 = (w[0] * x1 + w[1] * x2 + b[0]).relu(), (w[2] * x3 + b[1]).relu()
        total = total + ((h1 + h2 + b[2]).relu() - target) ** 2
    loss = total / len(GRID)
    loss.backward()
    return loss.data, [p.grad for p in w], [p.grad for p in b]


def test_loss_and_gradient_are_those_of_autograd():
    r = random.Random(4)
    for _ in range(40):
        one = state(r)
        w, b, challenge = one["w"], one["b"], one["challenge"]
        loss, gw, gb = by_autograd(w, b, challenge)
        slope = network.gradient(w, b, challenge)
        assert network.loss(w, b, challenge) == pytest.approx(loss, abs=1e-12)
        assert slope["w"] + slope["b"] == pytest.approx(gw + gb, abs=1e-10)


def test_gradient_is_the_slope_of_small_nudges():
    r = random.Random(5)
    for _ in range(20):
        w, b = ([r.uniform(-2, 2) for _ in range(3)] for _ in range(2))
        challenge = r.choice(list(CHALLENGES))
        slope, h = network.gradient(w, b, challenge), 1e-7
        for key, values in (("w", w), ("b", b)):
            for i in range(3):
                up, down = list(values), list(values)
                up[i], down[i] = values[i] + h, values[i] - h
                sides = [
                    network.loss(**{"w": w, "b": b, key: side, "challenge": challenge})
                    for side in (up, down)
                ]
                assert (sides[0] - sides[1]) / (2 * h) == pytest.approx(slope[key][i], abs=1e-5)


@pytest.mark.parametrize("challenge", CHALLENGES)
def test_every_challenge_can_be_met(challenge):
    """The target surface is in reach of the knobs, and descent from the default start finds it, always downhill."""
    w, b = CHALLENGES[challenge]
    assert all(abs(p) <= REACH and round(p, 1) == p for p in w + b)
    assert network.loss(w, b, challenge) == 0 and max(network.targets(challenge)) > 1
    opening = NetworkPlayground(challenge=challenge)
    assert opening.loss() > 10 * GOAL
    losses = [
        NetworkPlayground(challenge=challenge, steps=steps).loss() for steps in range(0, 200, 20)
    ]
    assert losses == sorted(losses, reverse=True) and losses[-1] < GOAL
    near = [p + 0.1 for p in w]
    assert 0 < network.loss(near, b, challenge) < 0.2


def test_a_dead_network_cannot_descend():
    dead = NetworkPlayground(w=[0, 0, 0], b=[-1, -1, -1], challenge="ramp", steps=50)
    assert dead.gradient() == {"w": [0, 0, 0], "b": [0, 0, 0]}
    assert dead.parameters() == {"w": [0, 0, 0], "b": [-1, -1, -1]} and dead.forward() == {
        "h1": 0,
        "h2": 0,
        "a": 0,
    }


def test_descent_stays_within_the_knobs():
    wild = NetworkPlayground(challenge="plane", learning_rate=1, steps=60).parameters()
    assert all(abs(p) <= REACH for p in wild["w"] + wild["b"])


def test_no_loss_without_a_challenge():
    free = NetworkPlayground(steps=10)
    assert free.parameters() == {"w": [1, 0.5, 0.5], "b": [0, 0.5, -0.5]}
    for ask in (free.loss, free.gradient):
        with pytest.raises(ValueError, match="set challenge"):
            ask()


# ---- the same numbers in JavaScript ----


def neuron_case(r):
    n = r.choice([1, 2])
    traits = {
        "stage": r.randint(1, 4),
        "x": some(r, n, 4),
        "w": some(r, n, 3),
        "b": r.choice([0, r.uniform(-5, 5)]),
    }
    return traits | OneNeuron(**traits).forward()


def playground_case(r):
    one = state(r)
    w, b = network.descend(one["w"], one["b"], one["challenge"], 0.1, 5)
    now = NetworkPlayground(**one)
    return one | {
        "forward": now.forward(),
        "loss": now.loss(),
        "gradient": now.gradient(),
        "after": {"w": w, "b": b},
    }


def test_javascript_computes_what_python_computes():
    r = random.Random(2)
    write(
        "neuron",
        [
            {
                "neurons": [neuron_case(r) for _ in range(60)],
                "gates": [{"z": z, "says": repr(ReluGate(z=z))} for z in (-3, -0.1, 0, 0.1, 3)],
                "playgrounds": [playground_case(r) for _ in range(60)],
                "challenges": {name: {"w": w, "b": b} for name, (w, b) in CHALLENGES.items()},
                "grid": GRID,
                "goal": GOAL,
                "reach": REACH,
                "most_steps": MOST_STEPS,
            }
        ],
    )


# ---- traits and words ----


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: OneNeuron(stage=5), "stage must be one of 1, 2, 3, 4"),
        (lambda: OneNeuron(x=[]), "x must be a list of 1 to 2 numbers"),
        (lambda: OneNeuron(x=[1]), "x and w must have the same number of entries"),
        (lambda: OneNeuron(w=[4, 0]), "each from -3 to 3"),
        (lambda: OneNeuron(b=float("nan")), "b must be a number"),
        (lambda: ReluGate(z="1"), "z must be a number from -3 to 3"),
        (lambda: NetworkPlayground(w=[1, 2]), "w must be a list of 3 numbers"),
        (lambda: NetworkPlayground(b=[0, 0, 3.5]), "each from -3 to 3"),
        (lambda: NetworkPlayground(x=[0, 0, 3]), "each from -2 to 2"),
        (
            lambda: NetworkPlayground(challenge="cliff"),
            "challenge must be one of 'off', 'plane', 'ramp', 'corner', 'tide'",
        ),
        (lambda: NetworkPlayground(steps=1.5), "steps must be a whole number from 0 to 400"),
        (
            lambda: NetworkPlayground(learning_rate=0),
            "learning_rate must be a number from 0.01 to 1",
        ),
    ],
)
def test_wrong_values_are_refused_in_words(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_summaries():
    assert repr(OneNeuron()) == "Stage 1, an adder: the inputs [1, 2] give the output 3."
    assert (
        repr(OneNeuron(stage=3))
        == "Stage 3, weights and a bias: the inputs [1, 2] give the output -1."
    )
    assert "at x =" not in repr(OneNeuron(stage=4, x=[1], w=[0], b=1))
    assert repr(ReluGate(z=0)) == "ReLU(0) = 0; the slope there is 0."
    assert repr(NetworkPlayground(challenge="tide")).endswith(
        'In the challenge "tide" the loss is 0.73.'
    )
    assert repr(NetworkPlayground(challenge="tide", steps=15)).endswith(
        "after 15 steps of gradient descent."
    )


def test_the_hidden_surface_is_not_in_the_state():
    shown = NetworkPlayground(challenge="tide").public_state()
    assert set(shown) == {"w", "b", "x", "challenge", "steps", "learning_rate"}
