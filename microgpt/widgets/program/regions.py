"""What is said of each region of the program: `regions/NAME.json` holds it, in words of two kinds.

`plain` is for a reader of the chapters before, `technical` for one who knows other models: what GPT-2 and the models
of today do there, what it costs, what happens to the numbers. Texts may contain `code` in backticks and *emphasis*.
"""

import json
from functools import cache
from pathlib import Path

# Not relative: tools/make_program_js.py runs this file by itself.
from microgpt.course import REGIONS

FOLDER = Path(__file__).parent / "regions"
FIELDS = ("title", "plain", "analogy", "technical")
HEADINGS = {"today": "GPT-2 and today", "cost": "Cost", "numerics": "Numerics"}


class RegionError(ValueError):
    """A region whose words cannot be shown; the message names it and says why."""


def need(condition, name, message):
    if not condition:
        raise RegionError(f"{name}: {message}")


def is_text(value):
    return isinstance(value, str) and value.strip() != ""


def validate(name, told):
    """Raise RegionError unless `told` has all that the widget shows of the region."""
    need(isinstance(told, dict) and tuple(told) == FIELDS, name, f"needs {', '.join(FIELDS)}.")
    need(is_text(told["title"]) and is_text(told["analogy"]), name, "title, analogy: texts.")
    plain, technical = told["plain"], told["technical"]
    need(isinstance(plain, list) and plain and all(map(is_text, plain)), name, "plain: paragraphs.")
    need(
        isinstance(technical, dict)
        and tuple(technical) == tuple(HEADINGS)
        and all(map(is_text, technical.values())),
        name,
        f"technical: texts for {', '.join(HEADINGS)}.",
    )


@cache
def load_regions():
    """{name: what is said of it} of every region; a file without a region is an error, as is a region without one."""
    found = {path.stem: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}
    need(found.keys() == set(REGIONS), "regions", "one file for each region of the program.")
    for name, told in found.items():
        validate(name, told)
    return found
