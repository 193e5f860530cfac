"""Chapter 10: generation."""

from .draw import DRAW
from .entropy import ENTROPY
from .generate import GENERATE
from .sample import SAMPLE
from .softmax import SOFTMAX

EXERCISES = [SOFTMAX, ENTROPY, SAMPLE, DRAW, GENERATE]
