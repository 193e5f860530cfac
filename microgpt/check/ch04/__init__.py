"""Chapter 04: from a neuron to a network."""

from .layer import LAYER
from .mse import MSE
from .network import NETWORK
from .one_neuron import NEURON

EXERCISES = [NEURON, LAYER, NETWORK, MSE]
