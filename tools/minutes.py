"""How a chapter's time is spread over its sections: `python tools/minutes.py 05` prints it.

The chapter's header says how long it takes to read. A section has a share of that, by what it holds:
words, cells of code to follow, and widgets to use. Folds count where they are opened, so not here.

The header also says how long the exercises take. Each has a share of that, by the minutes that the
teacher's sheet gives its section.
"""

import functools
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
WORDS = 150  # in a minute
CELL = 0.5  # minutes, to read the code and what it prints
WIDGET = 1.5  # minutes, to use it and to answer
ROW = re.compile(r"(?m)^\| ([^|]+) \| \d+ to \d+ \| (\d+) to (\d+) \| \w+ \|$")  # of a sheet


@functools.cache
def notebook(chapter):
    """The cells of chapter "05"."""
    (path,) = (ROOT / "notebooks").glob(f"{chapter}_*.ipynb")
    return json.loads(path.read_text("utf-8"))["cells"]


def header(chapter):
    """(minutes to read, minutes to solve), as the chapter's first cell says.

    >>> header("05")
    (85, 110)
    """
    opening = "".join(notebook(chapter)[0]["source"])
    found = re.search(r"\*\*Time\*\* (\d+) minutes to read, (\d+) to solve", opening)
    return int(found[1]), int(found[2])


@functools.cache
def sections(chapter):
    """{heading: {"load": raw minutes, "exercises": ids}}; what stands before the first has the heading ""."""
    found = {"": {"load": 0, "exercises": []}}
    for cell in notebook(chapter):
        source, tags = "".join(cell["source"]), cell["metadata"].get("tags", [])
        if cell["cell_type"] == "code":
            if "remove-input" in tags:
                section(found)["load"] += WIDGET
            elif not {"remove-cell", "remove-output"} & set(tags):
                section(found)["load"] += CELL
            continue
        for part in re.split(r"(?m)^(?=## )", source):
            if part.startswith("## "):
                found[part.split("\n")[0][3:]] = {"load": 0, "exercises": []}
            open_text = re.sub(r"<details>.*?</details>", "", part, flags=re.S)
            section(found)["load"] += len(re.findall(r"\w+", open_text)) / WORDS
            section(found)["exercises"] += re.findall(r"^`(ex-\d\d-\d+)`", part, re.M)
    return found


def section(found):
    """The one that was begun last."""
    return found[next(reversed(found))]


def shares(chapter):
    """{heading: minutes to read}; they add up to what the header says."""
    found = sections(chapter)
    factor = header(chapter)[0] / sum(one["load"] for one in found.values())
    return {heading: one["load"] * factor for heading, one in found.items()}


def on_sheet(chapter):
    """{heading: (least, most) minutes to solve}, as the teacher's sheet of the chapter says."""
    sheet = (ROOT / "teaching" / f"{chapter}.md").read_text("utf-8")
    return {heading: (int(low), int(high)) for heading, low, high in ROW.findall(sheet)}


def tasks(chapter):
    """{exercise: whole minutes to solve}; they add up to what the header says.

    The exercises of a section have equal shares of the middle of what the sheet says of it.

    >>> tasks("01")
    {'ex-01-1': 5, 'ex-01-2': 8, 'ex-01-3': 7}
    """
    exact = {}
    for heading, (low, high) in on_sheet(chapter).items():
        ids = sections(chapter)[heading]["exercises"]
        exact |= {id_: (low + high) / len(ids) for id_ in ids}
    factor = header(chapter)[1] / sum(exact.values())
    return whole({id_: share * factor for id_, share in exact.items()})


def whole(shares):
    """Whole numbers with the same sum: where most is cut off, one is added.

    >>> whole({"a": 1.6, "b": 2.7, "c": 5.7})
    {'a': 1, 'b': 3, 'c': 6}
    """
    floors = {name: int(share) for name, share in shares.items()}
    left = round(sum(shares.values())) - sum(floors.values())
    by_rest = sorted(shares, key=lambda name: floors[name] - shares[name])
    return {name: floor + (name in by_rest[:left]) for name, floor in floors.items()}


if __name__ == "__main__":
    for chapter in sys.argv[1:]:
        print(f"chapter {chapter}: {header(chapter)[0]} to read, {header(chapter)[1]} to solve")
        found = sections(chapter)
        for heading, share in shares(chapter).items():
            print(f"{share:5.1f}  {heading or '(before)'}  {' '.join(found[heading]['exercises'])}")
