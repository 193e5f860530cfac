"""Answers to the exercises of chapter 13: right in several ways, and wrong by name."""

from . import by_hand, linear_backward, position_loss

EXERCISES = {"ex-13-1": linear_backward, "ex-13-2": by_hand, "ex-13-3": position_loss}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
