"""The usual faults, each as a change to the course's program; `record.py` runs them."""

from . import backward, draws, forward, optimizer, sampling, tokens
from .fault import Fault

TRAINING = [
    *draws.FAULTS,
    *tokens.FAULTS,
    *forward.FAULTS,
    *backward.FAULTS,
    *optimizer.FAULTS,
]
SAMPLING = sampling.FAULTS
BY_NAME = {fault.name: fault for fault in [*TRAINING, *SAMPLING]}
