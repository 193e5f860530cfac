"""Answers to the exercises of chapter 01: right in several ways, and wrong by name."""

from . import cosine, dot_product, linear

EXERCISES = {"ex-01-1": dot_product, "ex-01-2": cosine, "ex-01-3": linear}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
