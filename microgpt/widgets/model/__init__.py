"""Widgets about the whole model: forward, back, its parameters, and what each part of it is worth."""

from .ablation import Ablation
from .block_diagram import BlockDiagram
from .forward_pass import ForwardPass
from .gpt_lines import GptLines
from .parameter_counter import ParameterCounter
from .parameter_matrices import ParameterMatrices
from .toy_by_hand import ToyByHand

__all__ = [
    "Ablation",
    "BlockDiagram",
    "ForwardPass",
    "GptLines",
    "ParameterCounter",
    "ParameterMatrices",
    "ToyByHand",
]
