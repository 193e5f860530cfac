"""The short route: a handful of widgets and exercises of each chapter, for those who have little time.

book/short_of_time.json names them, by the names of their cells. On this route one reads the beginning of a chapter and
the sections in which they stand, with all that is there, and solves no other exercise.
"""

import json
from pathlib import Path

import inventory
import minutes

ROOT = Path(__file__).parents[1]
CHOSEN = json.loads((ROOT / "book/short_of_time.json").read_text("utf-8"))


def chosen(chapter):
    """What it does of a chapter."""
    return [entry for entry in inventory.entries(chapter) if entry.id in CHOSEN[chapter]]


def times(chapter):
    """(minutes to read, minutes to solve), as at the head of a chapter."""
    shares, tasks = minutes.shares(chapter), minutes.tasks(chapter)
    read = shares[""] + sum(shares[heading] for heading in {one.section for one in chosen(chapter)})
    return round(read), sum(tasks[one.id] for one in chosen(chapter) if not one.make)
