"""Answers to the exercises of chapter 10: right in several ways, and wrong by name."""

from . import draw, entropy, generate, sample, softmax

EXERCISES = {
    "ex-10-1": softmax,
    "ex-10-2": entropy,
    "ex-10-3": sample,
    "ex-10-4": draw,
    "ex-10-5": generate,
}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
