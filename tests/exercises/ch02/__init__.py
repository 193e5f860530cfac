"""Answers to the exercises of chapter 02: right in several ways, and wrong by name."""

from . import by_rule, chain, gradient, slope

EXERCISES = {"ex-02-1": slope, "ex-02-2": by_rule, "ex-02-3": chain, "ex-02-4": gradient}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
