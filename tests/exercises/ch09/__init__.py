"""Answers to the exercises of chapter 09: right in several ways, and wrong by name."""

from . import adam_step, cross_entropy, learning_rate, sgd_step, train

EXERCISES = {
    "ex-09-1": cross_entropy,
    "ex-09-2": sgd_step,
    "ex-09-3": adam_step,
    "ex-09-4": learning_rate,
    "ex-09-5": train,
}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
