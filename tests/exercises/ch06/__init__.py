"""Answers to the exercises of chapter 06: right in several ways, and wrong by name."""

from . import bigrams, encode

EXERCISES = {"ex-06-1": encode, "ex-06-2": bigrams}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
