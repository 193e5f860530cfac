"""The cards of the page that holds the whole course: one picture and two sentences for each idea."""

from . import building, model, numbers, training

CARDS = [*numbers.CARDS, *model.CARDS, *training.CARDS, *building.CARDS]
"""Functions that make the cards, in the order of the chapters; each computes what it says and draws."""
