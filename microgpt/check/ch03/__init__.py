"""Chapter 03: rolling downhill."""

from .descend import DESCEND
from .largest import LARGEST
from .step import STEP

EXERCISES = [STEP, DESCEND, LARGEST]
