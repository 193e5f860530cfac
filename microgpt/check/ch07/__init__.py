"""Chapter 07: attention."""

from .attend import ATTEND
from .attend_all import ATTEND_ALL
from .multi_head import MULTI_HEAD
from .softmax import SOFTMAX

EXERCISES = [SOFTMAX, ATTEND, ATTEND_ALL, MULTI_HEAD]
