"""The toy model and what the heads look at, as JavaScript modules: python tools/make_attention_js.py

Both are decided in Python: the tables in `microgpt/toy.py`, the measurement in `microgpt/datasets/heads.json`.
A test proves that the files are what this writes.
"""

import json
from dataclasses import asdict
from pathlib import Path

from microgpt import toy
from microgpt.heads import LEAN, load_heads, role

DATA = Path(__file__).parents[1] / "microgpt" / "widgets" / "data"
NOTE = "// Written by tools/make_attention_js.py from {source}: not for editing.\n"


def constants(source, **values):
    """A module that exports each value under its name."""
    lines = [f"export const {name} = {json.dumps(value)};\n" for name, value in values.items()]
    return NOTE.format(source=source) + "".join(lines)


def modules():
    """The text of each module, by file name."""
    heads = load_heads()
    measured = {
        key: [head | {"role": role(head)} for head in heads[key]]
        for key in ("trained", "untrained")
    }
    return {
        "toy.js": constants(
            "microgpt/toy.py", tokens=toy.TOKENS, config=asdict(toy.CONFIG), state_dict=toy.WEIGHTS
        ),
        "heads.js": constants(
            "microgpt/datasets/heads.json", names=heads["names"], lean=LEAN, measured=measured
        ),
    }


if __name__ == "__main__":
    for name, text in modules().items():
        (DATA / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {len(text)} characters")
