"""Chapter 05: the autograd engine."""

from .backward import BACKWARD
from .by_hand import BY_HAND
from .engine import ENGINE
from .gradient_check import GRADIENT_CHECK
from .operations import OPERATIONS
from .topological import TOPOLOGICAL

EXERCISES = [BY_HAND, OPERATIONS, TOPOLOGICAL, BACKWARD, GRADIENT_CHECK, ENGINE]
