"""Answers to the exercises of chapter 06: right in several ways, and wrong by name."""

from . import bigrams, embed, encode, rmsnorm

EXERCISES = {"ex-06-1": encode, "ex-06-2": bigrams, "ex-06-3": embed, "ex-06-4": rmsnorm}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
