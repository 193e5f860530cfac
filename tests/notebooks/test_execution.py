"""A notebook that is executed gives the same bytes.

nbval runs the cells of all notebooks and compares what they give; it leaves out those with a tag, for which it has no
eyes. Notebooks with such a cell are executed here.
"""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import execute  # noqa: E402
from everything import some  # noqa: E402

LEFT_OUT = [
    path
    for path in sorted((ROOT / "notebooks").glob("*.ipynb"))
    if "nbval-ignore-output" in path.read_text("utf-8")
]


@pytest.mark.parametrize("path", some(LEFT_OUT, 5), ids=lambda path: path.stem)
def test_execution_gives_the_same_bytes(path, tmp_path):
    """In a copy of the notebook's own folder, so that nothing but the package can be found."""
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    execute.execute(copy, copy)
    assert copy.read_text("utf-8") == path.read_text("utf-8")
