"""The code cells of the built chapters run where they are read, and give what the notebook stores."""

import json

import pytest
from in_page import in_playwright
from pages import BOOK, ROOT

NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
OTHER_WORDS = {"overflow"}  # the C library of WebAssembly says it in other words


def stored(slug):
    """The code cells of a notebook that run in its page, each with what it stores as text."""
    for cell in json.loads((ROOT / f"notebooks/{slug}.ipynb").read_text("utf-8"))["cells"]:
        tags = set(cell["metadata"].get("tags", []))
        if cell["cell_type"] != "code" or tags & {"remove-cell", "remove-input", "needs-notebook"}:
            continue
        parts = [
            "".join(one.get("text", one.get("data", {}).get("text/plain", "")))
            for one in cell["outputs"]
        ]
        errors = [f"{one['ename']}: {one['evalue']}" for one in cell["outputs"] if "ename" in one]
        yield cell["id"], "".join(parts).strip(), errors


@pytest.mark.parametrize("slug", NOTEBOOKS)
def test_every_cell_gives_what_the_notebook_stores(open_page, slug):
    cells = in_playwright(open_page((BOOK / f"notebooks/{slug}.html").as_uri()))
    differ = {}
    for cell, text, errors in stored(slug):
        if cell.endswith("-check"):
            continue
        got = cells.run(cell).strip()
        if cell.endswith("-stub"):
            right = "Begin like this" in got and "○" in cells.claims(cell)
        elif errors:
            right = cell in OTHER_WORDS or errors[0] in got
        else:
            right = got == text
        if not right:
            differ[cell] = got, text, errors
    assert not differ
