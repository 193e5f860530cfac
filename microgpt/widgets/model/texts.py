"""What is said of the program's lines (`gpt_lines.json`) and of the boxes of a Transformer (`blocks.json`).

Both name a line by a piece of its text, so that an edit elsewhere in the program does not break them. Texts may
contain `code` in backticks and *emphasis*.
"""

import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
DESIGNS = ("2017", "GPT-2", "microgpt")


@cache
def load_lines():
    """{region: [{"line", "says", "sizes"}]} in the order of the lines."""
    return json.loads((FOLDER / "gpt_lines.json").read_text("utf-8"))


@cache
def load_blocks():
    """{id: box}. A box has its lines, {region: pieces} (no piece: the whole region), and what each design has there."""
    return {box["id"]: box for box in json.loads((FOLDER / "blocks.json").read_text("utf-8"))}


def find_line(lines, first, last, piece):
    """The number of the one line from `first` to `last` that is `piece`, or else contains it.

    >>> find_line(["a = {", "b = {}", "}"], 1, 3, "}")
    3
    >>> find_line(["a = {", "b = {}", "}"], 1, 3, "{")
    Traceback (most recent call last):
    ValueError: 2 lines have this in them: {
    """
    numbers = range(first, last + 1)
    found = [number for number in numbers if lines[number - 1].strip() == piece]
    found = found or [number for number in numbers if piece in lines[number - 1]]
    if len(found) != 1:
        raise ValueError(f"{len(found)} lines have this in them: {piece}")
    return found[0]
