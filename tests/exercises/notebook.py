"""Take the exercises out of a notebook, and play them.

An exercise in a notebook is, in this order:

* a markdown cell that starts with `### Exercise 1.1 (Build): title` and has a line with its id, `ex-01-1`
* a code cell: the stub
* a code cell that calls `check("ex-01-1", dot)`
* markdown with `<details><summary>Hint 1</summary>` ..., and `<details><summary>Show answer</summary>`
  with the solution as fenced python code, blank lines around it, and another way as a second fence

An exercise without an id line is one that nothing checks, such as an Explain; it is left out.
"""

import json
import os
import re
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

HEADING = re.compile(r"### Exercise (\d+)\.(\d+) \((\w+)\): \S")
ID = re.compile(r"^`(ex-\d\d-\d+)`", re.MULTILINE)
FOLD = re.compile(r"<details>\s*<summary>(.*?)</summary>\n\n(.*?)\n\n</details>", re.DOTALL)
FENCE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


class LayoutError(Exception):
    """The notebook's exercise does not have the parts it must have, in their order."""


@dataclass
class Exercise:
    id: str
    start: int  # the index of the heading's cell
    stub: str
    check: str
    hints: list
    solution: str
    others: list  # other ways to write it


def cells_of(path):
    """The cells as (kind, source, tags)."""
    cells = json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
    return [(c["cell_type"], "".join(c["source"]), c["metadata"].get("tags", [])) for c in cells]


def exercises_of(path):
    """All checked exercises of the notebook, in order; a LayoutError says which part is missing."""
    cells = cells_of(path)
    found = []
    for index, (kind, source, _) in enumerate(cells):
        if kind == "markdown" and source.startswith("### Exercise"):
            heading, id = HEADING.match(source), ID.search(source)
            title = source.splitlines()[0]
            if not heading:
                raise LayoutError(f"{title!r} is not like '### Exercise 1.1 (Build): title'")
            if not id and heading[3] == "Build":
                raise LayoutError(f"{title!r} has no line with its id, such as `ex-01-1`")
            if id:
                number = f"ex-{int(heading[1]):02d}-{heading[2]}"
                if id[1] != number:
                    raise LayoutError(f"{title!r} has the id {id[1]}, not {number}")
                found.append(exercise_at(cells, index, id[1]))
    ids = [exercise.id for exercise in found]
    for id in ids:
        if ids.count(id) > 1:
            raise LayoutError(f"{id} appears {ids.count(id)} times")
    return found


def exercise_at(cells, index, id):
    """The exercise whose heading is cells[index]."""
    end = index + 1
    while end < len(cells) and not (cells[end][0] == "markdown" and cells[end][1].startswith("#")):
        end += 1
    code = [i for i in range(index, end) if cells[i][0] == "code"]
    checks = [i for i in code if re.search(r"\bcheck\(", cells[i][1])]
    if not checks:
        raise LayoutError(f"{id} has no cell that calls check")
    at = checks[0]
    if f'check("{id}", ' not in cells[at][1]:
        raise LayoutError(f'the check cell of {id} does not call check("{id}", ...)')
    if at == index + 1 or cells[at - 1][0] != "code":
        raise LayoutError(f"{id} has no stub cell directly before its check cell")
    text = "\n\n".join(source for kind, source, _ in cells[at + 1 : end] if kind == "markdown")
    folds = FOLD.findall(text)
    if len(folds) != text.count("<details"):
        raise LayoutError(
            f"a <details> of {id} is not closed, or lacks a blank line around its content"
        )
    hints = [content for summary, content in folds if summary.startswith("Hint")]
    names = [summary for summary, _ in folds]
    if not hints:
        raise LayoutError(f"{id} has no hint")
    if names != [f"Hint {n}" for n in range(1, len(hints) + 1)] + ["Show answer"]:
        raise LayoutError(
            f"{id} should have Hint 1, Hint 2, ... and then Show answer; it has {names}"
        )
    ways = FENCE.findall(folds[-1][1])
    if not ways:
        raise LayoutError(f"the answer of {id} has no fenced python code")
    if len(ways) < 2:
        raise LayoutError(f"the answer of {id} has no second way to compare with")
    return Exercise(id, index, cells[at - 1][1], cells[at][1], hints, ways[0], ways[1:])


def play(path, alone=()):
    """Run the notebook's code from the top, and each exercise with its stub, then solved in each way.

    Returns {id: (what check prints for the stub, what it prints for the ways)}. A solution may use
    earlier solutions, as a reader's does. Those whose ids are in `alone` are also solved where all
    others have their stubs, in each way; what is printed then comes last.
    """
    os.environ.setdefault("MPLBACKEND", "Agg")
    exercises = {exercise.start: exercise for exercise in exercises_of(path)}
    space, solved, printed = {"__name__": "__main__"}, {}, {}
    with chdir(Path(path).parent):
        for index, (kind, source, tags) in enumerate(cells_of(path)):
            if index in exercises:
                exercise = exercises[index]
                execute(exercise.stub, space, exercise.id)
                stub = execute(exercise.check, dict(space), exercise.id)
                ways = []
                for way in [*exercise.others, exercise.solution]:
                    trial = {**space, **solved}
                    execute(way, trial, exercise.id)
                    ways.insert(0, execute(exercise.check, trial, exercise.id))
                solved |= {
                    name: value for name, value in trial.items() if space.get(name) is not value
                }
                if exercise.id in alone:
                    for way in [exercise.solution, *exercise.others]:
                        trial = dict(space)
                        execute(way, trial, exercise.id)
                        ways.append(execute(exercise.check, trial, exercise.id))
                printed[exercise.id] = stub, ways
            elif kind == "code":
                try:
                    execute(source, space, f"cell {index}")
                except Exception:
                    if "raises-exception" not in tags:
                        raise
    return printed


def execute(source, space, name):
    """Run the code in the namespace, and return what it printed."""
    with redirect_stdout(StringIO()) as output:
        exec(compile(source, f"<{name}>", "exec"), space)
    return output.getvalue()
