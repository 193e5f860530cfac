"""Answers to the exercises of chapter 07: right in several ways, and wrong by name."""

from . import attend, attend_all, multi_head, softmax

EXERCISES = {"ex-07-1": softmax, "ex-07-2": attend, "ex-07-3": attend_all, "ex-07-4": multi_head}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
