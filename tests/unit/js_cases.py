"""What Python computes, for JavaScript to compute again: files in `tests/js/cases`, which `tests/js` reads.

A Python test holds that its file is what the package computes now; `make test-js`, that the page computes it too.
"""

import json
import math
from pathlib import Path

CASES = Path(__file__).parents[1] / "js/cases"


def write(name, cases):
    """Hold a file of cases to what was computed. Where it says something else it is written anew, and that fails."""
    path = CASES / f"{name}.json"
    text = "[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n"
    if path.exists() and near(json.loads(path.read_text()), json.loads(text)):
        return
    path.write_text(text)
    raise AssertionError(f"{path.name} was written anew: look at the difference, then make test-js")


def near(a, b):
    """Whether two values are the same, but for what another machine rounds in another way."""
    if isinstance(a, dict) and isinstance(b, dict):
        return list(a) == list(b) and all(near(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(near, a, b))
    if isinstance(a, float) and isinstance(b, float):
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12) or math.isnan(a) and math.isnan(b)
    return type(a) is type(b) and a == b
