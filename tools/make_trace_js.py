"""One training step of the program, recorded line by line, as a JavaScript module: python tools/make_trace_js.py

`ladder/train5.py` itself runs, with the course's list of names, in which emma has changed places with the name that
comes first after the shuffle. So the first step is on emma, with the weights of the canonical run's beginning. A test
proves that the file is what this writes.
"""

import json
import os
import random
import runpy
import tempfile
from pathlib import Path
from unittest import mock

from tracing import Tracer

from microgpt.data import load_names

TOOLS = Path(__file__).resolve().parent
PROGRAM = TOOLS.parent / "ladder" / "train5.py"
FILE = TOOLS.parent / "microgpt" / "widgets" / "data" / "traced_step.js"
NOTE = "// Written by tools/make_trace_js.py from ladder/train5.py: not for editing.\n"
NAME = "emma"


def names():
    """The list, in an order that the program's shuffle makes begin with the name."""
    listed = list(load_names())
    order = list(range(len(listed)))
    random.Random(42).shuffle(order)
    first, own = order[0], listed.index(NAME)
    listed[first], listed[own] = listed[own], listed[first]
    return listed


def training_region():
    """(first, last line)"""
    program = runpy.run_path(str(TOOLS / "make_program_js.py"))
    regions = {region["name"]: region for region in program["regions"](program["program"]())}
    return regions["training"]["first"], regions["training"]["last"]


def record():
    """The moments of the step."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.txt"
        path.write_text("\n".join(names()), encoding="utf-8")
        with mock.patch.dict(os.environ, MICROGPT_NAMES=str(path)):
            return Tracer(PROGRAM, training_region()).run()


def module():
    """The text of the module: a moment a line."""
    lines = [f"  {json.dumps(moment, ensure_ascii=False)},\n" for moment in record()]
    return f"{NOTE}export const moments = [\n{''.join(lines)}];\n"


if __name__ == "__main__":
    text = module()
    FILE.write_text(text, encoding="utf-8", newline="\n")
    print(f"{FILE.name}: {len(text)} characters")
