"""Chapter 09: training."""

from .adam_step import ADAM_STEP
from .cross_entropy import CROSS_ENTROPY
from .learning_rate import LEARNING_RATE
from .sgd_step import SGD_STEP
from .train import TRAIN

EXERCISES = [CROSS_ENTROPY, SGD_STEP, ADAM_STEP, LEARNING_RATE, TRAIN]
