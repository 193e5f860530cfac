"""Widgets about what changes from a small model to a large one: its tokens, its size, its cost."""

from .byte_pairs import BytePairs
from .fine_tune import FineTune
from .scale_table import ScaleTable
from .scaling_law import ScalingLaw

__all__ = ["BytePairs", "FineTune", "ScaleTable", "ScalingLaw"]
