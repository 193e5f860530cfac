"""Chapter 02: the slope of a hill."""

from .by_rule import BY_RULE
from .chain import CHAIN
from .gradient import GRADIENT
from .slope import SLOPE

EXERCISES = [SLOPE, BY_RULE, CHAIN, GRADIENT]
