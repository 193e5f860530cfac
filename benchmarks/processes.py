"""Run a program in a process of its own; ask the operating system what it cost.

The time is CPU time, user and system, of all threads: time spent waiting for other programs does not count. The memory
is the most that was in use at any moment. A new process is told at least the peak of the one that started it, so what
measures has to stay small itself: nothing that imports NumPy or opens a browser may run in the measuring process.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Nothing here gains from a second thread, and threads that wait for each other would count as work. A line has to
# arrive when it is printed, from scripts too that do not flush.
SETTINGS = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "PYTHONUNBUFFERED"), "1"
)


def _start(command, folder):
    environment = (
        os.environ
        | SETTINGS
        | {"PYTHONPATH": str(ROOT), "MICROGPT_NAMES": str(folder / "input.txt")}
    )
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder, env=environment)


def _end(process):
    """Wait for the end: (exit code, CPU seconds, peak bytes)."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)  # it has been waited for
    process.stdout.close()
    unit = 1 if sys.platform == "darwin" else 1024
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit


def until_step(command, steps, folder):
    """What a program has cost when it has printed `steps` lines that begin with "step ", at 0 its very first line.

    It runs in `folder`, which holds the names as input.txt. The answer is {"seconds", "peak", "last"}, `last` being the
    last line. RuntimeError if the program ends sooner.
    """
    process = _start(command, folder)
    done, line = 0, ""
    for line in process.stdout:
        done += line.startswith("step ")
        if done == steps:
            break
    # Not process.kill(), which may wait for it and so lose the times.
    os.kill(process.pid, signal.SIGKILL)
    _, seconds, peak = _end(process)
    if done < steps or not line:
        raise RuntimeError(f"{Path(command[-1]).name} stopped after {done} of {steps} steps")
    return {"seconds": seconds, "peak": peak, "last": line.strip()}


def report(module, *arguments, folder, python=sys.executable):
    """What a module of this package prints as JSON, a dict, with its "peak" added. RuntimeError if it fails."""
    process = _start([python, "-m", f"benchmarks.{module}", *map(str, arguments)], folder)
    printed = process.stdout.read()
    code, _, peak = _end(process)
    if code:
        raise RuntimeError(f"benchmarks.{module} {' '.join(map(str, arguments))} failed")
    return json.loads(printed) | {"peak": peak}
