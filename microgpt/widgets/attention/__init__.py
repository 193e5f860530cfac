"""Widgets about attention: softmax, the soft dictionary, which words look at which."""

from .soft import DragQuery, Softmax, WordAttention
