"""Cells of chapter 14: right in several ways, and wrong by name. An answer here is the text of a cell."""

from . import data, model, parameters, training, value, writing

STEPS = {1: data, 2: value, 3: parameters, 4: model, 5: training, 6: writing}
RIGHT = {f"ex-14-{step}": answers.RIGHT for step, answers in STEPS.items()}
WRONG = {f"ex-14-{step}": answers.WRONG for step, answers in STEPS.items()}
