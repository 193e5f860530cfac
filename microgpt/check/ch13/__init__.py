"""Chapter 13: the ladder."""

from .by_hand import BY_HAND
from .linear_backward import LINEAR_BACKWARD
from .position_loss import POSITION_LOSS

EXERCISES = [LINEAR_BACKWARD, BY_HAND, POSITION_LOSS]
