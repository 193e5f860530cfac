"""Widgets about attention: softmax, the soft dictionary, what a letter takes from those before it."""

from .heads import AttentionStepper, CacheIsMask, TrainedHeads
from .soft import DragQuery, Softmax, WordAttention
