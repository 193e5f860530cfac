"""Chapter 14: the whole program, written in six steps."""

from .data import DATA
from .model import MODEL
from .parameters import PARAMETERS
from .training import TRAINING
from .value import VALUE
from .writing import WRITING

EXERCISES = [DATA, VALUE, PARAMETERS, MODEL, TRAINING, WRITING]
