"""The code cells of a chapter's notebook."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cell:
    """A code cell. A page runs most of them, and shows most of them."""

    id: str
    source: str
    tags: tuple = ()

    @property
    def runs_in_page(self):
        """Not what installs the package, only shows a widget, or needs a notebook; a button does what a check does.

        >>> Cell("sum", "1 + 1").runs_in_page, Cell("plot", "show()", ("remove-input",)).runs_in_page
        (True, False)
        """
        idle = self.id == "setup" or self.id.endswith("-check")
        return not idle and not {"remove-input", "needs-notebook"} & set(self.tags)

    @property
    def is_shown(self):
        return "remove-cell" not in self.tags


def cells_of(path):
    """All cells of a notebook, in their order; None stands for one that holds text."""
    cells = json.loads(Path(path).read_text("utf-8"))["cells"]
    return [cell_of(cell) if cell["cell_type"] == "code" else None for cell in cells]


def cell_of(cell):
    return Cell(cell["id"], "".join(cell["source"]), tuple(cell["metadata"].get("tags", ())))
