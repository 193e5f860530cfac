"""The sentences of a page, and what the cells of a chapter print."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[3]


def cells_of(chapter):
    return json.loads((ROOT / "notebooks" / f"{chapter}.ipynb").read_text("utf-8"))["cells"]


def page(name):
    """The Markdown of a chapter, or a page of the book."""
    if name.endswith(".md"):
        return (ROOT / "book" / name).read_text("utf-8")
    cells = cells_of(name)
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def output(chapter, id):
    """What a cell of a chapter prints or returns, as text."""
    (shown,) = next(cell for cell in cells_of(chapter) if cell["id"] == id)["outputs"]
    return "".join(shown["text"] if "text" in shown else shown["data"]["text/plain"])
