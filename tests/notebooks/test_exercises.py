"""Every exercise in every notebook: its stub gives "not yet", its printed solutions pass."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from exercises.notebook import LayoutError, exercises_of, play

from microgpt.check import exercises

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SHORT = json.loads((ROOT / "book/short_of_time.json").read_text("utf-8"))
BY_NAME = {"argvalues": NOTEBOOKS, "ids": [path.stem for path in NOTEBOOKS]}


@pytest.mark.one_in(8)
@pytest.mark.parametrize("path", **BY_NAME)
def test_stub_is_not_yet_and_solution_passes(path):
    """Those of the short route pass without any other."""
    for id, (stub, ways) in play(path, alone=SHORT[path.name[:2]]).items():
        first, *claims = stub.splitlines()
        assert first.startswith(f"not yet  {id}: "), f"{id}, its stub:\n{stub}"
        assert claims and all(claim.startswith("open  ") for claim in claims)
        for printed in ways:
            assert printed.endswith(f"{id}: done.\n"), f"{id}, its solution:\n{printed}"


@pytest.mark.parametrize("path", **BY_NAME)
def test_the_ways_are_unlike(path):
    for exercise in exercises_of(path):
        ways = [exercise.solution, *exercise.others]
        assert len({"".join(way.split()) for way in ways}) == len(ways)


@pytest.mark.parametrize("path", **BY_NAME)
def test_notebook_and_package_have_the_same_exercises(path):
    here = [exercise.id for exercise in exercises_of(path)]
    declared = [id for id in exercises() if id.startswith(f"ex-{path.name[:2]}-")]
    assert here == declared


# The extractor itself, on a notebook with one exercise and one thing wrong at a time.

HEADING = "### Exercise 1.1 (Build): dot product\n\n`ex-01-1`\n\nWrite `dot(a, b)`."
STUB = "def dot(a, b):\n    raise NotImplementedError"
CHECK = 'check("ex-01-1", dot)'
HINT = "<details><summary>Hint 1</summary>\n\nUse zip.\n\n</details>"
CODE = "```python\ndef dot(a, b):\n    return sum(x * y for x, y in pairs(a, b))\n```"
OTHER = CODE.replace("x * y", "y * x")
ANSWER = (
    "<details><summary>Show answer</summary>\n\n"
    f"The sum:\n\n{CODE}\n\nAnother way:\n\n{OTHER}\n\n</details>"
)
GOOD = {"heading": HEADING, "stub": STUB, "check": CHECK, "folds": f"{HINT}\n\n{ANSWER}"}


def notebook(folder, **changes):
    """Write the notebook; a change of None leaves that cell out."""
    parts = [("code", "from microgpt.check import check\npairs = zip"), ("code", "1 / 0")]
    for name, source in (GOOD | changes).items():
        kind = "code" if name in ("stub", "check") else "markdown"
        if source is not None:
            parts.append((kind, source))
    parts += [("markdown", "## Recap"), ("code", "print(dot)")]
    cells = [
        {
            "cell_type": kind,
            "metadata": {"tags": ["raises-exception"] * ("1 / 0" in text)},
            "source": text,
        }
        for kind, text in parts
    ]
    path = folder / "01_test.ipynb"
    path.write_text(
        json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5, "metadata": {}})
    )
    return path


def test_good_notebook(tmp_path):
    path = notebook(tmp_path)
    (exercise,) = exercises_of(path)
    assert (exercise.id, exercise.stub, exercise.check) == ("ex-01-1", STUB, CHECK)
    assert exercise.hints == ["Use zip."] and exercise.solution in CODE
    assert exercise.others == [exercise.solution.replace("x * y", "y * x")]
    stub, ways = play(path)["ex-01-1"]
    assert stub.startswith("not yet  ex-01-1: ")
    assert len(ways) == 2 and all(printed.endswith("ex-01-1: done.\n") for printed in ways)


def test_exercise_that_nothing_checks_is_left_out(tmp_path):
    path = notebook(tmp_path, heading="### Exercise 1.2 (Explain): why?", stub=None, check=None)
    assert exercises_of(path) == []


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"heading": "### Exercise 1.1: dot\n\n`ex-01-1`"}, "is not like"),
        ({"heading": "### Exercise 1.1 (Build): dot"}, "no line with its id"),
        ({"heading": HEADING.replace("1.1", "1.2")}, "has the id ex-01-1, not ex-01-2"),
        ({"stub": None}, "no stub cell"),
        ({"check": None}, "no cell that calls check"),
        ({"check": 'check("ex-01-3", dot)'}, "does not call check"),
        ({"folds": ANSWER}, "no hint"),
        ({"folds": HINT}, "and then Show answer"),
        ({"folds": f"{ANSWER}\n\n{HINT}"}, "and then Show answer"),
        ({"folds": f"{HINT}\n\n{ANSWER}".replace("Hint 1", "Hint 2")}, "should have Hint 1"),
        ({"folds": f"{HINT}\n\n{ANSWER}".replace("</summary>\n\n", "</summary>\n")}, "blank line"),
        ({"folds": f"{HINT}\n\n{ANSWER}".replace("```python", "```")}, "no fenced python code"),
        ({"folds": f"{HINT}\n\n{ANSWER}".replace(OTHER, "")}, "no second way"),
        ({"again": HEADING, "folds": f"{HINT}\n\n{ANSWER}"}, "no cell that calls check"),
    ],
)
def test_one_thing_wrong(tmp_path, changes, message):
    with pytest.raises(LayoutError, match=message):
        exercises_of(notebook(tmp_path, **changes))


def test_exercise_that_appears_twice(tmp_path):
    path = notebook(tmp_path)
    book = json.loads(path.read_text())
    book["cells"] += book["cells"]
    path.write_text(json.dumps(book))
    with pytest.raises(LayoutError, match="ex-01-1 appears 2 times"):
        exercises_of(path)
