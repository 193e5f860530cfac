"""Answers to the exercises of chapter 05: right in several ways, and wrong by name."""

from . import backward, by_hand, engine, gradient_check, operations, topological

EXERCISES = {
    "ex-05-1": by_hand,
    "ex-05-2": operations,
    "ex-05-3": topological,
    "ex-05-4": backward,
    "ex-05-5": gradient_check,
    "ex-05-6": engine,
}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
STUBS = {"ex-05-2": operations.STUBS, "ex-05-6": engine.STUBS}
