"""The course's trained model and list of names as JavaScript modules: python tools/make_trained_js.py

A page can neither read files nor fetch them when it was opened from disk, so the record of the canonical run and the
list of names travel as modules. A test proves that the files are what this writes.
"""

import base64
import json
import struct
from dataclasses import asdict
from pathlib import Path

from microgpt import document_loss
from microgpt.canonical import load_canonical
from microgpt.data import load_names

DATA = Path(__file__).parents[1] / "microgpt" / "widgets" / "data"
NOTE = "// Written by tools/make_trained_js.py from microgpt/datasets: not for editing.\n"


def constants(**values):
    """A module that exports each value under its name."""
    lines = [f"export const {name} = {json.dumps(value)};\n" for name, value in values.items()]
    return NOTE + "".join(lines)


def checks(run, names):
    """The trained model's losses on a few names, for `selfcheck.js`; to 12 digits, for systems differ in the last."""
    model, tokenizer = run.model, run.tokenizer
    some = ["emma", *names[:: len(names) // 9][:9]]
    return [
        {"name": name, "loss": round(document_loss(model, tokenizer.encode(name)).data, 12)}
        for name in some
    ]


EVERY = 50  # each loss follows from all the steps before it: a few stand for all


def begun(run, names):
    """What the run began with."""
    return {
        "config": asdict(run.config),
        "chars": run.vocabulary,
        "run": {
            "seed": run.seed,
            "steps": run.steps,
            "num_docs": len(names),
            "temperature": run.temperature,
        },
    }


def recorded(run, names):
    """What a page that makes it again compares: some losses as (step, loss), the names, the trained model's losses."""
    steps = [1, *range(EVERY, run.steps + 1, EVERY)]
    return {
        "losses": [(step, run.losses[step - 1]) for step in steps],
        "samples": run.samples,
        "checks": checks(run, names),
    }


def ended(run):
    """What it ended with, which is long."""
    packed = struct.pack(f"<{len(run.weights)}d", *run.weights)
    return {"weights": base64.b64encode(packed).decode()}


def modules():
    """The text of each module, by file name."""
    run, names = load_canonical(), load_names()
    return {
        "names.js": constants(names=" ".join(names)),
        "course_run.js": constants(**begun(run, names)),
        "trained.js": constants(**ended(run)),
        "recorded_run.js": constants(**recorded(run, names)),
    }


if __name__ == "__main__":
    for name, text in modules().items():
        (DATA / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {len(text)} characters")
