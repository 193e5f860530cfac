"""Chapter 06: from characters to vectors."""

from .bigrams import BIGRAMS
from .embed import EMBED
from .encode import ENCODE
from .rmsnorm import RMSNORM

EXERCISES = [ENCODE, BIGRAMS, EMBED, RMSNORM]
