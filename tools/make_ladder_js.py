"""The ladder's programs, what differs between them, and their recorded runs as modules: python tools/make_ladder_js.py

The sources are ladder/*.py, microgpt/rungs.py, the records in tests/reference and microgpt/datasets/gains.json. The
last program is in data/program.js already. A test proves that the modules are what this writes.
"""

import ast
import json
from pathlib import Path

from microgpt.evidence import mean
from microgpt.gains import bought, load_gains
from microgpt.rungs import RUNGS, changed, compare

ROOT = Path(__file__).parents[1]
DATA = ROOT / "microgpt" / "widgets" / "data"
REFERENCE = ROOT / "tests" / "reference"
NOTE = "// Written by tools/make_ladder_js.py from {}: not for editing.\n"
LAST = list(RUNGS)[-1]
FIRST_LOSSES = 5
DIGITS = 4


def text(rung):
    return (ROOT / "ladder" / f"{rung}.py").read_text("utf-8")


def told(rung):
    """What a program says of itself: its second paragraph, but for whose steps they are."""
    paragraph = ast.get_docstring(ast.parse(text(rung))).split("\n\n")[1].split("The steps are")[0]
    return " ".join(paragraph.split())


def blocks(rows):
    """[[sign, old, new, partner, count]]: rows that follow one another with the same sign, as one; 0 for None."""
    found = []
    for row in rows:
        numbers = [row.old or 0, row.new or 0, row.partner or 0]
        if found and found[-1][0] == row.sign and numbers == following(found[-1]):
            found[-1][-1] += 1
        else:
            found.append([row.sign, *numbers, 1])
    return found


def following(block):
    """The numbers of a line that goes on with a block."""
    _, *numbers, count = block
    return [number and number + count for number in numbers]


def changes(rung):
    """[[region, status, how many lines have changed, blocks]] from the program before to this one."""
    names = list(RUNGS)
    both = [text(name).splitlines() for name in (names[names.index(rung) - 1], rung)]
    return [
        [change.region, change.status, len(changed(change, *both)), blocks(change.rows)]
        for change in compare(*both)
    ]


def programs():
    """Each rung in words; its lines, but for the last program's; and what changed from the one before."""
    first = list(RUNGS)[0]
    return [
        {
            "name": name,
            "title": rung.title,
            "idea": rung.idea,
            "region": rung.region,
            "more": "" if name == LAST else told(name),
            "lines": [] if name == LAST else text(name).splitlines(),
            "changes": [] if name == first else changes(name),
        }
        for name, rung in RUNGS.items()
    ]


def records():
    """{rung: (losses, samples)} of all recorded runs."""
    ladder, last = (
        json.loads((REFERENCE / f"{name}.json").read_text("utf-8")) for name in ("ladder", "run")
    )
    both = {name: (ladder["losses"][name], ladder["samples"][name]) for name in ladder["losses"]}
    return both | {LAST: (last["losses"], last["samples"])}


def runs():
    """Each recorded run: `first`, its first losses; `curve`, all of them in hundredths; and its names."""
    return {
        name: {
            "first": [round(loss, DIGITS) for loss in losses[:FIRST_LOSSES]],
            "last": round(mean(losses[-100:]), DIGITS),
            "curve": [round(100 * loss) for loss in losses],
            "samples": samples,
        }
        for name, (losses, samples) in records().items()
    }


def held():
    """What each rung comes to on names held out, and what it buys over the one before."""
    record, steps = load_gains(), bought(load_gains())
    return {
        name: {"loss": round(mean(record["rungs"][name]["held"]), DIGITS)}
        | (
            {
                "difference": round(steps[name].difference, DIGITS),
                "error": round(steps[name].error, DIGITS),
                "verdict": steps[name].verdict,
            }
            if name in steps
            else {}
        )
        for name in RUNGS
    }


def module(source, **values):
    """A module that exports each value under its name."""
    lines = [
        f"export const {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"
        for name, value in values.items()
    ]
    return NOTE.format(source) + "".join(lines)


def modules():
    """The text of each module, by file name."""
    return {
        "ladder.js": module("ladder/*.py and microgpt/rungs.py", rungs=programs()),
        "ladder_runs.js": module(
            "tests/reference and microgpt/datasets/gains.json",
            runs=runs(),
            held=held(),
            seeds=len(load_gains()["rungs"][LAST]["held"]),
        ),
    }


if __name__ == "__main__":
    for name, content in modules().items():
        (DATA / name).write_text(content, encoding="utf-8", newline="\n")
        print(f"{name}: {len(content)} characters")
