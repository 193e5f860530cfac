"""The cards of the page that holds the whole course: one picture and two sentences for each idea."""

from . import building, descent, model, numbers, tokens, training

PARTS = [numbers, descent, tokens, model, training, building]
CARDS = [make for part in PARTS for make in part.CARDS]
"""Functions that make the cards, in the order of the chapters; each computes what it says and draws."""
