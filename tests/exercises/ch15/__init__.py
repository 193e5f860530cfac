"""Answers to the exercises of chapter 15: right in several ways, and wrong by name."""

from . import attack, find_fruit, rates, spell

EXERCISES = {"ex-15-1": find_fruit, "ex-15-2": spell, "ex-15-3": rates, "ex-15-4": attack}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
