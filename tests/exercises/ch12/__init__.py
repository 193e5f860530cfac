"""Answers to the exercises of chapter 12: right in several ways, and wrong by name."""

from . import place_of, values_made, where_to_look

EXERCISES = {"ex-12-1": place_of, "ex-12-2": values_made, "ex-12-3": where_to_look}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
