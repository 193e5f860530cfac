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
    neuron = Neuron(1, random.Random(0))
    neuron.set_parameters([2, -3])
    assert [neuron([x]) for x in (0, 1, 1.5, 2, 4)] == [0, 0, 0, 1, 5]
    assert neuron.parameters() == [2, -3] and repr(neuron) == "Neuron(1 -> 1)"
    bare = Neuron(1, random.Random(0), relu=False)
    bare.set_parameters([2, -3])
    assert bare([0]) == -3 and repr(bare) == "Neuron(1 -> 1, no ReLU)"


def test_neuron_is_the_widgets_last_stage():
    r = random.Random(1)
    for _ in range(100):
        w, x, b = (
            [r.uniform(-3, 3), r.uniform(-3, 3)],
            [r.uniform(-4, 4), r.uniform(-4, 4)],
            r.uniform(-5, 5),
        )
        neuron = Neuron(2, r)
        neuron.set_parameters([*w, b])
        assert neuron(x) == pytest.approx(
            OneNeuron(stage=4, x=x, w=w, b=b).forward()["output"], abs=1e-12
        )


def test_layer_without_bias_and_relu_is_linear():
    layer = Layer(4, 3, random.Random(2), relu=False)
    x = [1.5, -2.0, 0.25, 3.0]
    assert layer(x) == pytest.approx(linear(x, [neuron.w for neuron in layer.neurons]))
    assert repr(layer) == "Layer(4 -> 3, no ReLU)"


def as_mlp(w, b):
    """The playground as a network of 3-2-1: a missing edge has the weight 0, and the output adds with weights of 1."""
    net = MLP(3, [2, 1], random.Random(0))
    net.set_parameters([w[0], w[1], 0, b[0], 0, 0, w[2], b[1], 1, 1, b[2]])
    return net


def test_network_is_the_playgrounds():
    r, on = random.Random(4), 0
    for _ in range(400):
        w, b, x = (
            [r.choice([0, r.uniform(-reach, reach)]) for _ in range(3)] for reach in (3, 3, 2)
        )
        net, now = as_mlp(w, b), NetworkPlayground(w=w, b=b, x=x).forward()
        assert net.layers[0](x) == pytest.approx([now["h1"], now["h2"]], abs=1e-12)
        assert net(x) == pytest.approx([now["a"]], abs=1e-12)
        on += now["a"] > 0
    assert 100 < on < 380  # both kinds were met


@pytest.mark.parametrize(
    "n_in, sizes, count",
    [(3, [2, 1], 11), (2, [16, 16, 1], 337), (1, [1], 2), (16, [64, 16], 2128)],
)
def test_parameters_are_counted(n_in, sizes, count):
    net = MLP(n_in, sizes, random.Random(3))
    assert len(net.parameters()) == count
    assert len(net([0.5] * n_in)) == sizes[-1]


def test_parameters_go_out_and_in():
    net, other = MLP(3, [4, 2], random.Random(5)), MLP(3, [4, 2], random.Random(6))
    assert net.parameters() != other.parameters()
    other.set_parameters(net.parameters())
    assert other.parameters() == net.parameters() and other([1, -1, 2]) == net([1, -1, 2])


def test_the_same_seed_gives_the_same_network():
    assert (
        MLP(2, [3, 1], random.Random(7)).parameters()
        == MLP(2, [3, 1], random.Random(7)).parameters()
    )


def test_last_layer_may_go_without_relu():
    net = MLP(1, [2, 1], random.Random(8), relu=False)
    net.set_parameters([1, 0, -1, 0, -1, -1, 0])
    assert net([3]) == [-3.0] and net([-3]) == [
        -3.0
    ]  # minus the size of x: negative, and bent at 0
    assert [layer.neurons[0].relu for layer in net.layers] == [True, False]


@pytest.mark.parametrize("values", [[1.0] * 10, [1.0] * 12, []])
def test_wrong_numbers_of_values_are_refused(values):
    with pytest.raises(
        ValueError, match=rf"MLP\(3 -> 2 -> 1\) has 11 parameters; {len(values)} values"
    ):
        MLP(3, [2, 1], random.Random(0)).set_parameters(values)


def test_inputs_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="zip"):
        MLP(3, [2, 1], random.Random(0))([1, 2])
