"""Matplotlib figures in the course's palette: deterministic SVG with a sentence that says what they show.

matplotlib is imported when a figure is drawn, never before.
"""

from .chapters import cosines, curves, losses
from .figure import Figure, palette
from .ladder import ladder, ladder_over_steps, where_it_beats_the_table
from .measured import graphics_card, names_needed, scaling_of_names
from .rectangle import growing_rectangle
from .speed import growth, speeds, times
