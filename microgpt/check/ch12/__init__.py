"""Chapter 12: line by line."""

from .place_of import PLACE_OF
from .values_made import VALUES_MADE
from .where_to_look import WHERE_TO_LOOK

EXERCISES = [PLACE_OF, VALUES_MADE, WHERE_TO_LOOK]
