"""Chapter 01: numbers all the way down."""

from .cosine import COSINE
from .dot_product import DOT
from .linear import LINEAR

EXERCISES = [DOT, COSINE, LINEAR]
