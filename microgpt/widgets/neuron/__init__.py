"""Widgets about neurons: one neuron in four stages, the ReLU gate, and a network of three with every knob in reach."""

from ..base import Widget
from ..traits import Number, Numbers, OneOf, same_length
from . import network
from .network import CHALLENGES, REACH, relu

MOST_STEPS = 400


class OneNeuron(Widget):
    """A neuron, built up in four stages: 1 it adds its inputs, 2 they have weights, 3 a bias joins, 4 a ReLU gates.

    Beside it stands its output over the first input, `x1`; where the ReLU switches on is marked.

    >>> OneNeuron(stage=4, x=[1, 2], w=[2, -0.5], b=-2)
    Stage 4, weights, bias and ReLU: the inputs [1, 2] give z = -1, and the output is 0.
    >>> OneNeuron(stage=4, x=[2], w=[2], b=-3)
    Stage 4, weights, bias and ReLU: the input 2 gives z = 1, and the output is 1. 2x - 3 = 0 at x = 1.5.
    """

    module = "neuron/one_neuron.js"
    stage = OneOf(1, [1, 2, 3, 4])
    x = Numbers([1, 2], shortest=1, longest=2, low=-4, high=4)
    w = Numbers([2, -0.5], shortest=1, longest=2, low=-3, high=3)
    b = Number(-2, low=-5, high=5)
    _equal = same_length("x", "w")

    def forward(self):
        """{"z": the sum that this stage makes, "output": what leaves the neuron}."""
        weights = self.w if self.stage > 1 else [1] * len(self.x)
        z = sum(w * x for w, x in zip(weights, self.x)) + (self.b if self.stage > 2 else 0)
        return {"z": z, "output": relu(z) if self.stage > 3 else z}

    def summary(self):
        parts = ["an adder", "weights", "weights and a bias", "weights, bias and ReLU"][
            self.stage - 1
        ]
        now = self.forward()
        inputs = (
            f"the input {self.x[0]:g} gives" if len(self.x) == 1 else f"the inputs {self.x} give"
        )
        text = f"Stage {self.stage}, {parts}: {inputs} "
        if self.stage < 4:
            return text + f"the output {now['z']:g}."
        text += f"z = {now['z']:g}, and the output is {now['output']:g}."
        if len(self.x) == 1 and self.w[0]:
            sign = "-" if self.b < 0 else "+"
            text += (
                f" {self.w[0]:g}x {sign} {abs(self.b):g} = 0 at x = {-self.b / self.w[0] + 0:g}."
            )
        return text


class ReluGate(Widget):
    """A number z at the ReLU gate: negative ones stop at 0, positive ones pass. The slope is what blame can pass back.

    >>> ReluGate(z=-1.5)
    ReLU(-1.5) = 0; the slope there is 0.
    >>> ReluGate(z=2)
    ReLU(2) = 2; the slope there is 1.
    """

    module = "neuron/relu_gate.js"
    z = Number(1.0, low=-3, high=3)

    def summary(self):
        return f"ReLU({self.z:g}) = {relu(self.z):g}; the slope there is {int(self.z > 0)}."


class NetworkPlayground(Widget):
    """A whole network in reach: three inputs, two hidden ReLU units, one output, and a knob on every weight and bias.

    h1 = ReLU(w1 x1 + w2 x2 + b1), h2 = ReLU(w3 x3 + b2), a = ReLU(h1 + h2 + b3). The surface shows `a` over x1 and x2.
    `challenge` hides a surface to match: "plane", "ramp", "corner" or "tide". `steps` steps of gradient descent start
    from `w` and `b`; `parameters()` is where they lead.

    >>> NetworkPlayground()
    With x = [1, 0.5, 1], h1 is 1.25, h2 is 1, the output is 1.75.
    >>> round(NetworkPlayground(challenge="ramp").loss(), 2)
    0.47
    >>> round(NetworkPlayground(challenge="ramp", steps=20).loss(), 4)
    0.0175
    """

    module = "neuron/playground.js"
    w = Numbers([1, 0.5, 0.5], shortest=3, longest=3, low=-REACH, high=REACH)
    b = Numbers([0, 0.5, -0.5], shortest=3, longest=3, low=-REACH, high=REACH)
    x = Numbers([1, 0.5, 1], shortest=3, longest=3, low=-2, high=2)
    challenge = OneOf("off", ["off", *CHALLENGES])
    steps = Number(0, low=0, high=MOST_STEPS, whole=True)
    learning_rate = Number(0.1, low=0.01, high=1)

    def parameters(self):
        """{"w": three weights, "b": three biases}, after the steps of descent."""
        w, b = list(self.w), list(self.b)
        if self.challenge != "off":
            w, b = network.descend(w, b, self.challenge, self.learning_rate, self.steps)
        return {"w": w, "b": b}

    def forward(self):
        """{"h1": ..., "h2": ..., "a": ...}: the three activations at `x`."""
        return network.forward(**self.parameters(), x=self.x)

    def loss(self):
        """The mean squared error over 75 points. Raises ValueError outside a challenge."""
        return network.loss(**self.parameters(), challenge=self._target())

    def gradient(self):
        """{"w": three slopes, "b": three slopes} of the loss. Raises ValueError outside a challenge."""
        return network.gradient(**self.parameters(), challenge=self._target())

    def _target(self):
        if self.challenge == "off":
            raise ValueError(
                'There is no loss without a target: set challenge="ramp", for example.'
            )
        return self.challenge

    def summary(self):
        now = self.forward()
        text = f"With x = {self.x}, h1 is {now['h1']:.3g}, h2 is {now['h2']:.3g}, the output is {now['a']:.3g}."
        if self.challenge != "off":
            text += f' In the challenge "{self.challenge}" the loss is {self.loss():.3g}'
            text += f", after {self.steps} steps of gradient descent." if self.steps else "."
        return text
