"""Makes the course for a class: a student's edition, without the answers that are not out yet, and a teacher's.

    python tools/editions.py --out _build/class --chapters "00 01 02" --release 2026-12-01

    student/notebooks   without those answers; cells to write in and checks that raise are marked for nbgrader
    student/html        the book of these notebooks
    teacher/notebooks   the same, solved between nbgrader's delimiters: the source of its assignments
    teacher/html        the course as it is, with the teacher's sheets

All is made from the course's own files, nothing is typed twice; `make class` calls this.
"""

import argparse
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from edition.answers import AnswerError
from edition.book import BookError, build
from edition.chapters import ChapterError, Edition, chosen, write
from edition.leaks import leaks, own
from edition.project import lay_out
from edition.release import ReleaseError, read_release


def parser():
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    made.add_argument("--out", required=True, help="a folder that does not exist yet")
    made.add_argument("--chapters", default="", help='such as "00 01 02" (default: all)')
    made.add_argument("--release", default="", help="a day, or a table of days (default: never)")
    made.add_argument("--on", default="", help="make it as on this day (default: today)")
    made.add_argument("--title", default="", help="the name of the book")
    made.add_argument("--notebooks-only", action="store_true", help="build no books")
    return made


def edition_of(args):
    """The Edition that the options ask for."""
    release = read_release(args.release)
    try:
        today = date.fromisoformat(args.on) if args.on else date.today()
    except ValueError:
        raise ReleaseError(f"--on wants a day such as 2026-12-01, not {args.on!r}.") from None
    return Edition(chosen(args.chapters), release, today, args.title)


def make(edition, out, books=True):
    """Make all of an edition in a folder; the exercises whose answers are held back."""
    notebooks, held = edition.student()
    sheets = edition.sheets()
    write(notebooks, out / "student/notebooks")
    write(edition.graded(), out / "teacher/notebooks")
    if books:
        for who, pages, notes in (
            ("student", notebooks, None),
            ("teacher", edition.sources(), sheets),
        ):
            with tempfile.TemporaryDirectory() as project:
                lay_out(Path(project), edition, pages, notes)
                build(Path(project), out / who / "html")
            print(f"The {who}'s book is built.", flush=True)
    student = sorted(path for path in (out / "student").rglob("*") if path.is_file())
    files = ((path.relative_to(out).as_posix(), path.read_bytes()) for path in student)
    found = leaks(files, held, own(sheets, edition.course()))
    if found:
        raise AnswerError("; ".join(f"{file} gives {what} away" for file, what in found) + ".")
    return sorted(held)


def main(arguments=None):
    args = parser().parse_args(arguments)
    out = Path(args.out)
    try:
        edition = edition_of(args)
        if out.exists():
            raise ReleaseError(f"{out} is there already: name another folder, or remove it.")
        out.parent.mkdir(parents=True, exist_ok=True)
        # Whole or not at all: a half-made edition could be handed out.
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".class-") as unfinished:
            held = make(edition, Path(unfinished) / "class", not args.notebooks_only)
            shutil.move(Path(unfinished) / "class", out)
    except (AnswerError, BookError, ChapterError, ReleaseError, OSError) as error:
        sys.exit(f"No edition was made. {error}")
    print(f"Held back in {out}/student: {', '.join(held) or 'nothing'}")


if __name__ == "__main__":
    main()
