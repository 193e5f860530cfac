"""What readers hand in: a file of their page, read without trust, and its answers run again.

    python -m microgpt.check hand-ins/*.json

Nothing in the file is believed but the code, and that runs in a process of its own, which is ended when its time is
over. What passed is found out anew, by this copy of the package. An answer that means harm can still reach the check
inside its own process: read the code of whoever you have a reason to doubt.
"""

import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
from math import ceil
from pathlib import Path

from .. import course
from ..notebook import cells_of
from . import exercises

LARGEST = 2_000_000  # bytes of a file
PATIENCE = 4  # how many times its seconds an answer may last by the clock
NEEDED = ["SYSTEMROOT"]  # Windows starts no process without it
RERUN = Path(__file__).with_name("rerun.py")


class HandInError(ValueError):
    """Why a file cannot be read, in one sentence."""


def read(path):
    """{cell: source} of a file that was handed in, such as {"01-ex-01-1-stub": "def dot(a, b): ..."}."""
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise HandInError(f"It cannot be read: {error.strerror}.") from error
    if len(content) > LARGEST:
        raise HandInError(f"It is larger than {LARGEST:,} bytes.")
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise HandInError("It is not JSON.") from None
    if not isinstance(data, dict) or data.get("course") != "microgpt" or "hand_in" not in data:
        raise HandInError("It is not a file that the course's Hand in button writes.")
    if data["hand_in"] != 1:
        raise HandInError("It was written by another version of the course.")
    cells = data.get("cells")
    if not isinstance(cells, dict) or not all(isinstance(one, str) for one in cells.values()):
        raise HandInError("Its cells are not text.")
    return cells


def exercises_in(cells):
    """The ids of the exercises that these cells answer, in the course's order."""
    return [id for id in exercises() if stub(id) in cells]


def stub(id):
    """The name of the cell that answers an exercise.

    >>> stub("ex-01-1")
    '01-ex-01-1-stub'
    """
    return f"{id[3:5]}-{id}-stub"


def program(id, cells, folder):
    """The sources that lead to the answer of an exercise, the answer last: the reader's, where there are any."""
    chapter = next(one for one in course.CHAPTERS if one.label == id[3:5])
    sources = []
    for cell in cells_of(Path(folder) / f"{chapter.slug}.ipynb"):
        if cell and cell.runs_in_page:
            sources.append(cells.get(f"{chapter.label}-{cell.id}", cell.source))
            if cell.id == f"{id}-stub":
                return sources
    raise ValueError(f"{chapter.slug} has no cell {id}-stub")


def mark(id, cells, folder, seconds):
    """The share of an exercise's claims that an answer meets, 0 to 1; None where it does not come to its end.

    The seconds are those of the processor: a right answer must not fail because the computer is busy. One that sleeps
    is ended after some times as long.
    """
    token = secrets.token_hex(16)
    order = {"token": token, "id": id, "sources": program(id, cells, folder)}
    order["seconds"] = ceil(seconds)
    answer = run_apart(json.dumps(order), seconds * PATIENCE)
    for line in answer.splitlines():
        if line.startswith(token):
            return min(1.0, max(0.0, float(line.removeprefix(token))))
    return None


def run_apart(order, seconds):
    """What rerun.py writes, in a process that has nothing of ours: no settings, an empty folder, a limited time."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [sys.executable, "-I", RERUN],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={"HOME": folder} | {key: os.environ[key] for key in NEEDED if key in os.environ},
            start_new_session=True,
        )
        try:
            return process.communicate(order.encode(), timeout=seconds)[0].decode(errors="replace")
        except subprocess.TimeoutExpired:
            return ""
        finally:
            end(process)


def end(process):
    """End the process, and those that it has begun."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    process.kill()
    process.stdout.close()
    process.wait()
