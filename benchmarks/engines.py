"""How much faster than the program are the engines? CPU time of whole processes, measured in pairs.

    python benchmarks/engines.py [--steps 200] [--pairs 5] [--json PATH]

Each pair runs the program (ladder/train5.py) and then an engine, on the same list of names, until the same number of
steps has been printed, and takes the ratio of their CPU times, start-up included. A machine that is busy with other
things slows both halves of a pair; the median of the pairs is what counts. A whole run of the program has 1000 steps
and takes minutes, so by default both are stopped sooner; that is to the engines' disadvantage.
"""

import argparse
import json
import os
import platform
import signal
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMES = ROOT / "microgpt" / "datasets" / "names.txt"

PROGRAM = [sys.executable, str(ROOT / "ladder" / "train5.py")]
# One row per engine: its command has to print the program's lines, one per step as it is done.
ENGINES = {
    "microgpt (scalars)": [sys.executable, "-m", "microgpt", "train"],
    # Most of this is start-up, also after 1000 steps; benchmarks/arrays.py measures the steps alone, and PyTorch's.
    "microgpt (NumPy)": [sys.executable, "-m", "microgpt", "train", "--engine", "numpy"],
}


def cpu_seconds(command, steps):
    """User and system seconds of a process from its start until it has printed `steps` lines of training.

    RuntimeError if it ends before that.
    """
    environment = os.environ | {"MICROGPT_NAMES": str(NAMES), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)
    done = 0
    for line in process.stdout:
        done += line.startswith("step ")
        if done == steps:
            break
    os.kill(process.pid, signal.SIGKILL)  # not process.kill(), which may wait for it and so lose the times
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0  # it has been waited for
    process.stdout.close()
    if done < steps:
        raise RuntimeError(f"{command} stopped after {done} of {steps} steps")
    return usage.ru_utime + usage.ru_stime


def measure(engine, steps, pairs):
    """One row of the result: the ratio of every pair, their median, and the median seconds of both halves."""
    program, ours = [], []
    for _ in range(pairs):
        program.append(cpu_seconds(PROGRAM, steps))
        ours.append(cpu_seconds(engine, steps))
    ratios = [slow / fast for slow, fast in zip(program, ours)]
    return {
        "ratio": statistics.median(ratios),
        "ratios": ratios,
        "program_seconds": statistics.median(program),
        "engine_seconds": statistics.median(ours),
    }


def main():
    """Measure every engine and print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--steps", type=int, default=200, help="steps per process (default 200)")
    parser.add_argument("--pairs", type=int, default=5, help="pairs per engine (default 5)")
    parser.add_argument("--json", metavar="PATH", help="write all numbers to this file")
    args = parser.parse_args()

    python = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"{python}, {args.steps} steps, median of {args.pairs} pairs", flush=True)
    rows = {}
    for name, command in ENGINES.items():
        row = rows[name] = measure(command, args.steps, args.pairs)
        print(
            f"{name}: {row['ratio']:.1f}x the program's speed "
            f"({min(row['ratios']):.1f} to {max(row['ratios']):.1f}; "
            f"{row['program_seconds']:.2f} s and {row['engine_seconds']:.2f} s)",
            flush=True,
        )
    if args.json:
        result = {"python": python, "steps": args.steps, "pairs": args.pairs, "engines": rows}
        Path(args.json).write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
