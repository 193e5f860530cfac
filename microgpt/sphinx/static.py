"""Static files that a build writes, and where it finds those that were made before it."""

from pathlib import Path

PYTHON = Path(__file__).parents[2] / "_build/python"  # tools/in_page/make.mjs writes it


def write_static(app, file, text):
    """Write a static file of the book."""
    target = Path(app.outdir) / "_static" / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
