"""What is compared: the program, and whatever computes the same.

Each measure returns {"warm": CPU seconds per step, "cold": the same in a process that has just started, "start": until
the first step, "whole": the whole process for a thousand steps, "peak": bytes}; the browser has no "start" and "whole",
and "held" instead of "peak".
"""

import functools
import re
import sys

from benchmarks import processes
from benchmarks.names import RUN

PROGRAM = processes.ROOT / "ladder" / "train5.py"
LABELS = {
    "program": "the program",
    "reference": "the reference script",
    "scalar": "scalar engine",
    "numpy": "NumPy engine",
    "javascript": "JavaScript engine",
    "torch": "PyTorch",
}


def measures(few, steps, folder, torch=None, reference=None, browser=True):
    """{name: function without arguments} for `harness.in_turn`. `folder` holds the names as input.txt.

    `few` is how many steps of the slow ones are waited for, `steps` how many of the others. `torch` names a Python that
    has PyTorch; `reference` is the path of a script that is used as the program is: it reads input.txt in its working
    directory and prints a line that begins with "step " after each step.
    """
    worker = functools.partial(processes.report, "worker", folder=folder)
    found = {"program": functools.partial(script, PROGRAM, few, folder)}
    if reference:
        found["reference"] = functools.partial(script, reference, few, folder)
    found["scalar"] = functools.partial(worker, "scalar", few, steps)
    found["numpy"] = functools.partial(worker, "numpy", few, steps)
    if browser:
        found["javascript"] = lambda: in_chromium(few, steps, folder)
    if torch:
        found["torch"] = functools.partial(worker, "torch", few, steps, python=torch)
    return found


def in_chromium(few, steps, folder):
    """The report of chromium.py; the peak is that of the process that holds the browser's reins, and says nothing."""
    found = processes.report("chromium", few, steps, folder=folder)
    del found["peak"]
    return found


def script(path, few, folder):
    """A program that needs seconds for each step. One step is the difference between runs of 1 and of `few` steps, so
    starting up is not in it. "whole" is not waited for but computed: the start, and a thousand such steps."""
    begin, first, last = (
        processes.until_step([sys.executable, str(path)], n, folder) for n in (0, 1, few)
    )
    step = (last["seconds"] - first["seconds"]) / (few - 1)
    loss = float(re.search(r"loss\s+([\d.]+)", last["last"])[1])
    start = begin["seconds"]
    return {
        "start": start,
        "whole": start + RUN * step,
        "cold": step,
        "warm": step,
        "peak": last["peak"],
        "loss": loss,
    }


def check_losses(rounds):
    """RuntimeError unless all have computed the same loss; the program prints four decimals of it."""
    losses = {name: [one["loss"] for one in values] for name, values in rounds.items()}
    if any(
        abs(loss - losses["program"][0]) > 6e-5 for values in losses.values() for loss in values
    ):
        raise RuntimeError(f"they do not compute the same: {losses}")
