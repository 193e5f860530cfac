"""Chapter 00: why does this matter?"""

from .count import COUNT
from .novel import NOVEL

EXERCISES = [COUNT, NOVEL]
