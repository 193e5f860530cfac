"""Chapter 11: from micro to macro."""

from .count_gpt2 import COUNT_GPT2
from .merge import MERGE
from .training_days import TRAINING_DAYS

EXERCISES = [COUNT_GPT2, MERGE, TRAINING_DAYS]
