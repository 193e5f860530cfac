"""Answers to the exercises of chapter 08: right in several ways, and wrong by name."""

from . import count_parameters, gpt, mlp, residual_block

EXERCISES = {
    "ex-08-1": mlp,
    "ex-08-2": residual_block,
    "ex-08-3": count_parameters,
    "ex-08-4": gpt,
}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
