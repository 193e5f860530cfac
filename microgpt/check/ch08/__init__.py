"""Chapter 08: the full model."""

from .count_parameters import COUNT_PARAMETERS
from .gpt import GPT
from .mlp import MLP
from .residual_block import RESIDUAL_BLOCK

EXERCISES = [MLP, RESIDUAL_BLOCK, COUNT_PARAMETERS, GPT]
