"""Answers to the exercises of chapter 11: right in several ways, and wrong by name."""

from . import count_gpt2, merge, training_days

EXERCISES = {"ex-11-1": count_gpt2, "ex-11-2": merge, "ex-11-3": training_days}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
