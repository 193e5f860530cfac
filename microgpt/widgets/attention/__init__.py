"""Widgets about attention: softmax, the soft dictionary, which words look at which."""

from .heads import AttentionStepper, CacheIsMask, TrainedHeads
