"""What the engine's tests share: the recorded reference run, and the program with other numbers in it."""

import base64
import contextlib
import gc
import io
import json
import os
import re
import struct
import sys
from pathlib import Path
from unittest import mock

import pytest

from microgpt.data import _cache_directory

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = ROOT / "ladder" / "train5.py"
RUN = json.loads((ROOT / "tests" / "reference" / "run.json").read_text(encoding="utf-8"))
FINAL_PARAMS = list(
    struct.unpack(f"<{RUN['config']['num_params']}d", base64.b64decode(RUN["final_params"]))
)

# The recorded bits belong to one C library; another one's exp and pow may differ in the last place.
EXACT = sys.platform == "linux" and os.uname().machine == "x86_64"


def same(ours, theirs):
    """Are two lists of numbers equal: to the last bit where the record was made, within 1e-9 elsewhere?"""
    if len(ours) != len(theirs):
        return False
    return ours == theirs if EXACT else all(abs(a - b) <= 1e-9 for a, b in zip(ours, theirs))


def reference_names():
    """The path of the reference's list of names: $MICROGPT_NAMES, beside the checkout, or downloaded by `load_names`.

    Where it cannot be had, the test that needs it is skipped, loudly; in CI that is a failure.
    """
    candidates = [os.environ.get("MICROGPT_NAMES"), ROOT.parent / "shared" / "data" / "names.txt"]
    candidates.append(_cache_directory() / "makemore-names.txt")
    for path in filter(None, candidates):
        if Path(path).is_file():
            return Path(path)
    how = "set MICROGPT_NAMES to a copy of makemore's names.txt, or run load_names('makemore') once"
    assert not os.environ.get("CI"), f"in CI the reference's list of names must be there: {how}"
    pytest.skip(f"NOT TESTED ON THE REFERENCE'S LIST OF NAMES: {how}")


@contextlib.contextmanager
def room_for_values():
    """Deep recursion, and a rare search for what can be freed: a step makes many objects, and the run is faster."""
    limit, thresholds = sys.getrecursionlimit(), gc.get_threshold()
    sys.setrecursionlimit(50_000)
    gc.set_threshold(300_000)
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
        gc.set_threshold(*thresholds)


def run_program(names, seed=42, steps=1000, temperature=0.5, samples=20, **sizes):
    """Run the program's own text with other numbers, in this process: (losses, final parameters, samples)."""
    text = PROGRAM.read_text(encoding="utf-8")
    sizes = {"n_layer": 1, "n_embd": 16, "n_head": 4, "block_size": 16} | sizes
    for old, new in {
        "random.seed(42)": f"random.seed({seed})",
        "n_layer, n_embd, n_head, block_size = 1, 16, 4, 16": f"{', '.join(sizes)} = {tuple(sizes.values())}",
        "num_steps = 1000": f"num_steps = {steps}",
        "temperature = 0.5": f"temperature = {temperature}",
        "for i in range(20):": f"for i in range({samples}):",
        "{loss.data:.4f}": "{loss.data!r}",
    }.items():
        assert text.count(old) == 1, f"the program no longer says {old!r} once"
        text = text.replace(old, new)
    output, names_space = io.StringIO(), {"__name__": "program"}
    with (
        room_for_values(),
        mock.patch.dict(os.environ, MICROGPT_NAMES=str(names)),
        contextlib.redirect_stdout(output),
    ):
        exec(compile(text, str(PROGRAM), "exec"), names_space)
    losses = [float(loss) for loss in re.findall(r"loss (.+)", output.getvalue())]
    written = re.findall(r"sample +\d+: (.*)", output.getvalue())
    return losses, [p.data for p in names_space["params"]], written
