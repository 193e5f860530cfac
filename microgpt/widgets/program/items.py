"""The find-the-line items: `lines/NN.json` holds those of chapter NN.

An item names the regions of the program it shows, and lines by a piece of their text, so that an edit elsewhere in
the program does not break it. Hints and explanations may contain `code` in backticks and *emphasis*.
"""

import json
from functools import cache
from pathlib import Path

# Not relative: tools/make_program_js.py runs this file by itself.
from microgpt.course import REGIONS

FOLDER = Path(__file__).parent / "lines"
TEXTS = {"id", "question", "otherwise", "explanation"}


class ItemError(ValueError):
    """An item that cannot be asked; the message names it and says why."""


def need(condition, item, message):
    if not condition:
        name = item.get("id", "an item without id") if isinstance(item, dict) else "an item"
        raise ItemError(f"{name}: {message}")


def is_text(value):
    return isinstance(value, str) and value.strip() != ""


def is_texts(value):
    return isinstance(value, list) and value != [] and all(map(is_text, value))


def validate(item, chapter):
    """Raise ItemError unless `item` of chapter "NN" has what the widget needs."""
    need(isinstance(item, dict), item, "must be an object.")
    need(
        set(item) == TEXTS | {"regions", "accept", "hints"}, item, "has fields missing or too many."
    )
    need(
        all(is_text(item[field]) for field in TEXTS),
        item,
        f"{', '.join(sorted(TEXTS))} must be texts.",
    )
    need(item["id"].startswith(f"{chapter}-"), item, f"its id must begin with {chapter}-.")
    need(
        is_texts(item["regions"]) and set(item["regions"]) <= set(REGIONS),
        item,
        "regions must be names of regions.",
    )
    need(is_texts(item["accept"]), item, "accept must be a list of pieces of lines.")
    need(isinstance(item["hints"], list), item, "hints must be a list.")
    for hint in item["hints"]:
        need(
            isinstance(hint, dict) and set(hint) in ({"line", "text"}, {"region", "text"}),
            item,
            "a hint has a text and a line or a region.",
        )
        need(all(map(is_text, hint.values())), item, "a hint has texts only.")
        need(
            hint.get("region", item["regions"][0]) in item["regions"],
            item,
            "a hint's region must be one of those shown.",
        )


@cache
def load_items():
    """{id: item} of all chapters."""
    items = {}
    for path in sorted(FOLDER.glob("*.json")):
        for item in json.loads(path.read_text("utf-8")):
            validate(item, path.stem)
            need(item["id"] not in items, item, "this id is used twice.")
            items[item["id"]] = item
    return items
