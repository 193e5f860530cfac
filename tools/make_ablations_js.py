"""What the recorded ablations came to, as a JavaScript module: python tools/make_ablations_js.py

The record is `microgpt/datasets/ablations.json`. The module has five digits of each loss, which is less than seeds
differ by. A test proves that the file is what this writes, and that the verdicts are those of the record.
"""

import json
from pathlib import Path

from microgpt.ablation import PARTS
from microgpt.evidence import LABELS, load_record

FILE = Path(__file__).parents[1] / "microgpt" / "widgets" / "data" / "ablations.js"
NOTE = "// Written by tools/make_ablations_js.py from microgpt/datasets/ablations.json: not for editing.\n"
DIGITS = 5


def module():
    """The text of the module."""
    records = [
        {
            "rounds": run["steps"],
            "losses": {
                name: [round(loss, DIGITS) for loss in losses]
                for name, losses in run["losses"].items()
            },
        }
        for run in load_record()["runs"]
    ]
    parts = {part: {"label": LABELS[part], "words": words} for part, words in PARTS.items()}
    return (
        f"{NOTE}export const parts = {json.dumps(parts, ensure_ascii=False)};\n"
        f"export const records = {json.dumps(records)};\n"
    )


if __name__ == "__main__":
    FILE.write_text(module(), encoding="utf-8", newline="\n")
    print(f"{FILE.name}: {len(module())} characters")
