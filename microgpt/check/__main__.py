"""The command line: python -m microgpt.check hand-ins."""

import argparse
import sys
from glob import glob
from pathlib import Path

from ..gradebook import Entry, Gradebook, add_options
from ..roster import RosterError
from . import exercises
from .hand_in import HandInError, exercises_in, mark, read

ENDLESS = "it took too long, or ended its own process."
NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def parser():
    made = argparse.ArgumentParser(
        prog="python -m microgpt.check",
        description="Run the answers that readers handed in again, and write a table of what passes.",
    )
    made.add_argument(
        "files", nargs="+", metavar="FILE", help="what the Hand in button wrote, or a folder"
    )
    made.add_argument("--out", default="marks.csv", help="the table (default: marks.csv)")
    made.add_argument(
        "--seconds", type=float, default=30, help="of the processor, for each answer (default: 30)"
    )
    made.add_argument("--notebooks", default=NOTEBOOKS, help="the folder of the chapters")
    made.add_argument(
        "--only", action="append", default=[], help='chapters or exercises, such as "01 ex-02-1"'
    )
    add_options(made)
    return made


def graded(path, args, asked):
    """A file, marked: for each exercise the share of its claims that are met; nothing where nothing came."""
    name = named(path, args.files)
    try:
        cells = read(path)
    except HandInError as error:
        return Entry(path, name, {}, {"solved": 0}, str(error))
    wanted = [id for id in exercises_in(cells) if id in asked]
    found = {id: mark(id, cells, args.notebooks, args.seconds) for id in wanted}
    endless = [id for id, share in found.items() if share is None]
    marks = {id: share or 0.0 for id, share in found.items()}
    solved = sum(share == 1 for share in marks.values())
    problem = f"No result of {', '.join(endless)}: {ENDLESS}" if endless else ""
    return Entry(path, name, marks, {"solved": solved}, problem)


def asked_for(only):
    """The ids that --only names by themselves or by their chapter; all of them where it is empty."""
    known, wanted = list(exercises()), only.replace(",", " ").split()
    unknown = [one for one in wanted if one not in known and one not in {id[3:5] for id in known}]
    if unknown:
        sys.exit(f'There is no chapter or exercise {unknown[0]!r}. Such as: --only "01 ex-02-1".')
    return [id for id in known if not wanted or id in wanted or id[3:5] in wanted]


def expanded(names):
    """Files by their names, by folders, or by patterns, which the shells of Windows leave as they are."""
    return [one for name in names for one in files_of(name)]


def files_of(name):
    if Path(name).is_dir():
        return [str(path) for path in sorted(Path(name).rglob("*.json")) if path.is_file()]
    return sorted(glob(name)) or [name] * ("*" not in name)


def named(path, given):
    """The name that a table shows: the file's, behind the folders between it and the folder that was given."""
    above = [Path(one) for one in given if Path(one).is_dir() and path.is_relative_to(one)]
    return path.relative_to(above[0]).as_posix() if above else path.name


def main(arguments=None):
    args = parser().parse_args(arguments)
    if not Path(args.notebooks).is_dir():
        sys.exit(
            f"The chapters are not in {args.notebooks}: name their folder with --notebooks, such as "
            "that of a clone of the course."
        )
    asked, paths = asked_for(" ".join(args.only)), [Path(one) for one in expanded(args.files)]
    if not paths:
        sys.exit(f"There is no file to grade in {' '.join(args.files)}: hand-ins end in .json.")
    try:
        book = Gradebook(args.out, asked, ("file", "solved"), ("problem",), args)
    except RosterError as error:
        sys.exit(f"Nothing was graded: {error}.".replace("..", "."))
    for path in paths:
        entry = graded(path, args, asked)
        unclear = book.add(entry)
        solved = f"{entry.more['solved']} solved." if entry.marks or not entry.problem else ""
        print(
            " ".join(filter(None, [f"{entry.name}:", solved, entry.problem, unclear])), flush=True
        )
    print("\n".join([*book.notes(), f"Written: {args.out}"]))


if __name__ == "__main__":
    main()
