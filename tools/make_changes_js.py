"""Changes to a run, and what the recorded runs say of them, as a JavaScript module: python tools/make_changes_js.py

The changes are those of `microgpt/widgets/training/changes.py`, the record is `microgpt/datasets/changes.json`. A test
proves that the file is what this writes.
"""

import json
from dataclasses import asdict
from pathlib import Path

from microgpt.evidence import spread
from microgpt.widgets.training.changes import CHANGES, load_changes, recorded

FILE = Path(__file__).parents[1] / "microgpt" / "widgets" / "data" / "changes.js"
NOTE = (
    "// Written by tools/make_changes_js.py from microgpt/datasets/changes.json: not for editing.\n"
)
DIGITS = 5


def module():
    """The text of the module."""
    record = load_changes()
    changes = {name: asdict(change) | said(name) for name, change in CHANGES.items()}
    whole = {
        "rounds": record["steps"],
        "seeds": len(record["losses"]["before"]),
        "spread": round(spread(record["losses"]["before"]), DIGITS),
    }
    return (
        f"{NOTE}export const changes = {json.dumps(changes, ensure_ascii=False)};\n"
        f"export const record = {json.dumps(whole)};\n"
    )


def said(name):
    """What the record says of a change."""
    found = recorded(name)
    return {
        "difference": round(found.difference, DIGITS),
        "error": round(found.error, DIGITS),
        "verdict": found.verdict,
    }


if __name__ == "__main__":
    FILE.write_text(module(), encoding="utf-8", newline="\n")
    print(f"{FILE.name}: {len(module())} characters")
