"""The widgets: `from microgpt.widgets import DotProduct`."""

from .base import Widget
from .generation import ChatWithModel, GuessNextLetter
from .model import CourseMap, FindTheLine, ProgramMap
from .numbers import DotProduct, MatrixVector, ZipLists
from .quiz import Explain, Predict, Progress, Quiz, Task
from .training import FiveStepLoop

__all__ = [
    "ChatWithModel",
    "CourseMap",
    "DotProduct",
    "Explain",
    "FindTheLine",
    "FiveStepLoop",
    "GuessNextLetter",
    "MatrixVector",
    "Predict",
    "ProgramMap",
    "Progress",
    "Quiz",
    "Task",
    "Widget",
    "ZipLists",
]
