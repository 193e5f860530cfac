"""What the tests of `ladder/train6_torch.py` share: its text, and how it is started."""

import os
import subprocess

from reference import ROOT

PROGRAM = ROOT / "ladder" / "train6_torch.py"
TEXT = PROGRAM.read_text(encoding="utf-8")


def environment(**variables):
    """What a process is started with: our variables, and no list of names but the one among them."""
    kept = {name: value for name, value in os.environ.items() if name != "MICROGPT_NAMES"}
    return kept | {"OMP_NUM_THREADS": "1"} | variables


def finished(command, folder, **variables):
    """A process that has ended, and what it wrote."""
    pipes = {"capture_output": True, "text": True, "cwd": folder, "timeout": 300}
    return subprocess.run(list(map(str, command)), env=environment(**variables), **pipes)
