"""The command line: python -m microgpt.check hand-ins/*.json."""

import argparse
import csv
import sys
from glob import glob
from pathlib import Path

from . import exercises
from .hand_in import HandInError, exercises_in, mark, read

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def parser():
    made = argparse.ArgumentParser(
        prog="python -m microgpt.check",
        description="Run the answers that readers handed in again, and write a table of what passes.",
    )
    made.add_argument("files", nargs="+", metavar="FILE", help="what the Hand in button wrote")
    made.add_argument("--out", default="marks.csv", help="the table (default: marks.csv)")
    made.add_argument("--seconds", type=float, default=30, help="for each answer (default: 30)")
    made.add_argument("--notebooks", default=NOTEBOOKS, help="the folder of the chapters")
    return made


def row(path, args):
    """One line of the table: for each exercise the share of its claims that are met; empty where nothing came."""
    line = {"file": plain(path.name)}
    try:
        cells = read(path)
    except HandInError as error:
        return {**line, "solved": 0, "problem": str(error)}
    marks = {id: mark(id, cells, args.notebooks, args.seconds) for id in exercises_in(cells)}
    solved = sum(share == 1 for share in marks.values())
    return {**line, "solved": solved, **{id: f"{share:.2f}" for id, share in marks.items()}}


def plain(name):
    """The name of a file as text that no spreadsheet takes for a formula.

    >>> plain("=1+1.json"), plain("emma.json")
    ("'=1+1.json", 'emma.json')
    """
    name = name.encode(errors="replace").decode()
    return f"'{name}" if name[:1] in "=+-@\t\r" else name


def expanded(names):
    """Files by their names or by patterns, which the shells of Windows leave as they are."""
    return [one for name in names for one in sorted(glob(name)) or [name]]


def main(arguments=None):
    args = parser().parse_args(arguments)
    if not Path(args.notebooks).is_dir():
        sys.exit(
            f"The chapters are not in {args.notebooks}: name their folder with --notebooks, such as "
            "that of a clone of the course."
        )
    columns = ["file", "solved", *exercises(), "problem"]
    with open(args.out, "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns, restval="")
        table.writeheader()
        for path in map(Path, expanded(args.files)):
            line = row(path, args)
            table.writerow(line)
            file.flush()
            print(f"{path.name}: {line.get('problem') or str(line['solved']) + ' solved'}")
    print(f"Written: {args.out}")


if __name__ == "__main__":
    main()
