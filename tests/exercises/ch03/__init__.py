"""Answers to the exercises of chapter 03: right in several ways, and wrong by name."""

from . import descend, largest, step

EXERCISES = {"ex-03-1": step, "ex-03-2": descend, "ex-03-3": largest}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
