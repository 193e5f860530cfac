"""What the tests of the ladder share: its programs, their record, and how one is run in this process."""

import contextlib
import io
import json
import os
import random
import re
import sys
from unittest import mock

from reference import EXACT, ROOT, RUN, room_for_values

RUNGS = ["train0", "train1", "train2", "train3", "train4"]
RECORD = json.loads((ROOT / "tests" / "reference" / "ladder.json").read_text(encoding="utf-8"))
OWN_SUM = EXACT and sys.version_info < (3, 12)
"""Is a sum of plain numbers, as in train0 and train1, that of the record? Newer Pythons round it less."""


def path(rung):
    return ROOT / "ladder" / f"{rung}.py"


def text(rung):
    return path(rung).read_text(encoding="utf-8")


def edited(source, changes):
    """A program's text with other words in some places, each of which it has exactly once."""
    for old, new in changes.items():
        assert source.count(old) == 1, f"the program no longer says {old!r} once"
        source = source.replace(old, new)
    return source


# train1 nudges each parameter, to see whether its slope is right: for a few steps of it, one in twenty will do.
NUDGED = ("in zip(params, gradients(tokens)):", "in list(zip(params, gradients(tokens)))[::20]:")


def run_rung(rung, names, steps=1000):
    """The first steps of a rung on a list of names: (what it prints before them, losses, samples)."""
    loss = "loss.data" if "class Value" in text(rung) else "loss"
    changes = {
        "for step in range(num_steps):": f"for step in range({steps}):",
        f"{{{loss}:.4f}}": f"{{{loss}!r}}",
    }
    if rung == "train1" and steps < 1000:
        changes |= dict([NUDGED])
    program = compile(edited(text(rung), changes), str(path(rung)), "exec")
    output = io.StringIO()
    with (
        room_for_values(),
        mock.patch.dict(os.environ, MICROGPT_NAMES=str(names)),
        contextlib.redirect_stdout(output),
    ):
        exec(program, {"__name__": "program"})
    before, printed = output.getvalue().split("step    1 ", 1)
    losses = [float(loss) for loss in re.findall(r"loss (.+)", printed)]
    return before.splitlines(), losses, re.findall(r"sample +\d+: (.*)", printed)


def fixture_list(folder):
    """A list as long as the reference's, in which the names that come first after the shuffle are the reference's."""
    order = list(range(RUN["config"]["num_docs"]))
    random.Random(42).shuffle(order)
    names = ["abcdefghijklmnopqrstuvwxyz"] * len(order)
    for line, name in zip(order, RUN["first_docs"]):
        names[line] = name
    file = folder / "names.txt"
    file.write_text("\n".join(names), encoding="utf-8")
    return file
