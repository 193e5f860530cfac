"""Answers to the exercises of chapter 04: right in several ways, and wrong by name."""

from . import layer, mse, network, one_neuron

EXERCISES = {"ex-04-1": one_neuron, "ex-04-2": layer, "ex-04-3": network, "ex-04-4": mse}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
