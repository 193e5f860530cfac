"""Widgets about what changes from a small model to a large one: its tokens, its size, its cost."""

from .byte_pairs import BytePairs

__all__ = ["BytePairs"]
