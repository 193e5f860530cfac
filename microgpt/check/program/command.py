"""The command `python -m microgpt check FILE...`."""

import json
import shlex
import sys

from ...child import Limits
from ...files import reason
from .run import check_file
from .suspects import says
from .verdict import CANNOT, DIFFERS, FIRST, RIGHT, parted

CODES = {RIGHT: 0, DIFFERS: 1, CANNOT: 2}
INTERRUPTED = 130
DESCRIPTION = """Run a program in a process of its own and compare what it prints with the recorded run on the course's
list of names: the losses, the number of parameters, the samples. The program finds the list as input.txt in its folder.
Any program that prints the run passes. Exit code: 0 it prints the run, 1 it differs, 2 it cannot be run or read."""


def add_check(commands, whole_number):
    """The command check and its options."""
    check = commands.add_parser(
        "check",
        help="compare what your program prints with the recorded run",
        description=DESCRIPTION,
    )
    check.add_argument("files", nargs="+", metavar="FILE", help="a program, such as my_microgpt.py")
    check.add_argument(
        "--steps",
        type=whole_number(1),
        metavar="N",
        help="the first N losses alone (default: the whole run)",
    )
    check.add_argument(
        "--limit",
        type=whole_number(1),
        default=3600,
        metavar="SECONDS",
        help="for each file (default 3600)",
    )
    check.add_argument("--json", action="store_true", help="one line of JSON for each file")
    check.set_defaults(run=run_check)


def run_check(args):
    """Check each file; the exit code is that of the worst."""
    worst = 0
    for path in args.files:
        code = check_one(path, args)
        if code == INTERRUPTED:
            return code
        worst = max(worst, code)
    return worst


def check_one(path, args):
    """Check a file and print what comes of it; the exit code."""
    progress = Progress(args)
    try:
        verdict = check_file(path, args.steps, Limits(seconds=args.limit), progress)
    except (OSError, ValueError) as error:
        return refuse(path, f"{path} cannot be read: {reason(error)}", args)
    progress.end()
    if args.json:
        print(json.dumps(as_record(path, verdict)), flush=True)
    else:
        lines = verdict.lines()
        again = [] if verdict.passed else [f"Again: {command(path, verdict, args)}"]
        print("\n".join([*lines, *again]), flush=True)
    return INTERRUPTED if verdict.ending == "keyboard" else CODES[verdict.state]


def refuse(path, message, args):
    """Say why a file cannot be run; the exit code."""
    if args.json:
        print(json.dumps({"file": str(path), "verdict": CANNOT, "problem": message}), flush=True)
    else:
        print(f"python -m microgpt check: {message}", file=sys.stderr)
    return CODES[CANNOT]


def as_record(path, verdict):
    """A verdict as plain data."""
    return {
        "file": str(path),
        "verdict": verdict.state,
        "ending": verdict.ending,
        "parted": verdict.parted,
        "suspects": verdict.suspects,
        "says": [says(name) for name in verdict.suspects],
        "claims": [{"text": claim.text, "met": claim.met} for claim in verdict.claims],
        "problem": " ".join(verdict.messages),
    }


def command(path, verdict, args):
    """The command that repeats this verdict, in as few steps as it takes."""
    steps = args.steps
    if verdict.parted and not steps:
        steps = max(verdict.parted, 12)
    words = ["python", "-m", "microgpt", "check", str(path)]
    words += ["--steps", str(steps)] if steps else []
    words += ["--limit", str(args.limit)] if args.limit != 3600 else []
    return shlex.join(words)


class Progress:
    """Tells how far a program has come: once when its first losses agree, and in a terminal at every step."""

    def __init__(self, args):
        self.quiet, self.steps, self.said = args.json, args.steps, False
        self.terminal = sys.stderr.isatty() and not args.json

    def __call__(self, reading):
        last, _ = reading.last
        if last >= FIRST and not self.said:
            self.said = True
            if not self.quiet and not self.steps and parted(reading) is None:
                self.end()
                print(
                    f"The first {last} losses agree. The run goes on; Ctrl-C ends it.", flush=True
                )
        if self.terminal:
            print(f"\rstep {last} of {self.steps or 1000}", end="", file=sys.stderr, flush=True)

    def end(self):
        """Clear the line of the terminal."""
        if self.terminal:
            print("\r" + " " * 24 + "\r", end="", file=sys.stderr, flush=True)
