"""Neuron, Layer and MLP on plain floats: by hand, against the playground, and against the package's other engines."""

import doctest
import random
import sys
from subprocess import run

import pytest

from microgpt import mlp
from microgpt.mlp import MLP, Layer, Neuron
from microgpt.nn import linear
from microgpt.widgets import NetworkPlayground, OneNeuron


def test_examples_in_docstrings():
    assert doctest.testmod(mlp).failed == 0


def test_imports_the_standard_library_only():
    code = "import sys, microgpt.mlp; assert not {'numpy', 'matplotlib', 'anywidget', 'traitlets'} & set(sys.modules)"
    assert run([sys.executable, "-c", code]).returncode == 0


def test_neuron_by_hand():
    neuron = Neuron([2], -3)
    assert [neuron([x]) for x in (0, 1, 1.5, 2, 4)] == [0, 0, 0, 1, 5]
    assert neuron.parameters() == [2, -3] and repr(neuron) == "Neuron(1 -> 1)"
    bare = Neuron([2], -3, relu=False)
    assert bare([0]) == -3 and repr(bare) == "Neuron(1 -> 1, no ReLU)"


def numbers(rng, n, reach=3):
    return [rng.uniform(-reach, reach) for _ in range(n)]


def test_neuron_is_the_widgets_last_stage():
    rng = random.Random(1)
    for _ in range(100):
        w, x, b = numbers(rng, 2), numbers(rng, 2, 4), rng.uniform(-5, 5)
        shown = OneNeuron(stage=4, x=x, w=w, b=b).forward()["output"]
        assert Neuron(w, b)(x) == pytest.approx(shown, abs=1e-12)


def test_layer_without_bias_and_relu_is_linear():
    rng, x = random.Random(2), [1.5, -2.0, 0.25, 3.0]
    rows = [numbers(rng, 4) for _ in range(3)]
    layer = Layer([Neuron(row, 0, relu=False) for row in rows])
    assert layer(x) == pytest.approx(linear(x, rows))
    assert repr(layer) == "Layer(4 -> 3)"


def as_mlp(w, b):
    """The playground as a network of 3-2-1: a missing edge has the weight 0, and the output adds up with weights 1."""
    hidden = Layer([Neuron([w[0], w[1], 0], b[0]), Neuron([0, 0, w[2]], b[1])])
    return MLP([hidden, Layer([Neuron([1, 1], b[2])])])


def test_network_is_the_playgrounds():
    rng, on = random.Random(4), 0
    for _ in range(400):
        w, b, x = (
            [rng.choice([0, rng.uniform(-reach, reach)]) for _ in range(3)] for reach in (3, 3, 2)
        )
        net, now = as_mlp(w, b), NetworkPlayground(w=w, b=b, x=x).forward()
        assert net.layers[0](x) == pytest.approx([now["h1"], now["h2"]], abs=1e-12)
        assert net(x) == pytest.approx([now["a"]], abs=1e-12)
        on += now["a"] > 0
    assert 100 < on < 380  # both kinds were met


@pytest.mark.parametrize(
    "widths, count",
    [([3, 2, 1], 11), ([2, 16, 16, 1], 337), ([1, 1], 2), ([16, 64, 16], 2128)],
)
def test_parameters_are_counted(widths, count):
    rng = random.Random(3)
    net = MLP(
        [
            Layer([Neuron(numbers(rng, n_in), 0.0) for _ in range(n_out)])
            for n_in, n_out in zip(widths, widths[1:])
        ]
    )
    assert len(net.parameters()) == count
    assert len(net([0.5] * widths[0])) == widths[-1]
    assert repr(net) == f"MLP({' -> '.join(map(str, widths))})"


def test_parameters_come_neuron_by_neuron():
    net = as_mlp([1, 0.5, 0.25], [-1, -2, -3])
    assert net.parameters() == [1, 0.5, 0, -1, 0, 0, 0.25, -2, 1, 1, -3]


def test_last_layer_may_go_without_relu():
    size = Layer([Neuron([1], 0), Neuron([-1], 0)])
    net = MLP([size, Layer([Neuron([-1, -1], 0, relu=False)])])
    assert net([3]) == net([-3]) == [-3.0]  # minus the size of x: negative, and bent at 0


def test_inputs_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="zip"):
        as_mlp([1, 1, 1], [0, 0, 0])([1, 2])
