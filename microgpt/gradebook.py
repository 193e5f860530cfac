"""Marks as a table: a plain one, or one that Moodle or Canvas takes.

Moodle stops at the first person it does not know, so a table for it, or for Canvas, holds those of the roster, and all
of them. What is left over gets a sentence. Where someone handed in twice, the better mark of each item counts.
"""

import csv
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from .files import check_writable, reason, write_atomically
from .roster import RosterError, read_roster, whose

FORMATS = ("plain", "moodle", "canvas")
POINTS = {"plain": 1, "moodle": 100, "canvas": 1}  # Moodle makes new items with a maximum of 100
MOODLE = {"Email address": "email", "ID number": "number", "Username": "username"}
CANVAS = {
    "Student": "name",
    "ID": "id",
    "SIS User ID": "sis_id",
    "SIS Login ID": "login",
    "Section": "section",
}
NO_MARK = {
    "plain": "",
    "moodle": "-",
    "canvas": "",
}  # Moodle reads an empty mark of a new item as 0
NOTHING = "nothing was handed in."
BETTER = "The better mark of each item counts."


@dataclass
class Entry:
    """One file: the share of each item, 0 to 1; `more` are further cells of a plain table, last `problem`."""

    path: Path
    name: str
    marks: dict
    more: dict = field(default_factory=dict)
    problem: str = ""


def add_options(parser):
    """The options of a command that writes marks."""
    parser.add_argument("--format", choices=FORMATS, default="plain", help="default: plain")
    parser.add_argument("--roster", metavar="PATH", help="a table of the class, with headings")
    parser.add_argument(
        "--points", type=float, help="what an item is worth (default: 1; Moodle 100)"
    )


class Gradebook:
    """A table that is written anew with each file, so that nothing is lost when something stops.

    `items` are the columns with marks, `before` and `after` the other columns of a plain table; `options` hold
    `format`, `roster` and `points`.
    """

    def __init__(self, path, items, before, after, options):
        self.path, self.items, self.before, self.after = path, items, before, after
        self.format, self.entries = options.format, []
        self.points = POINTS[self.format] if options.points is None else options.points
        self.people = read_roster(options.roster) if options.roster else []
        if self.format != "plain":
            self.check_people()
        try:
            check_writable(path)
        except (OSError, ValueError) as error:
            raise RosterError(f"cannot write {path}: {reason(error)}") from None

    def check_people(self):
        """Say now what the other side would only say after the grading."""
        if not self.people:
            raise RosterError(
                f"--format {self.format} needs --roster, the table of the class that it exports"
            )
        known = [all(getattr(one, key) for one in self.people) for key in MOODLE.values()]
        if self.format == "moodle" and not any(known):
            raise RosterError(
                "Moodle finds people by email address, ID number or username: "
                "the roster needs one of them for everybody"
            )

    def add(self, entry):
        """Take a file in, and write the table; a sentence where it is not clear whose the file is."""
        self.entries.append(entry)
        self.write()
        people = whose(entry.path, self.people)
        if not self.people or len(people) == 1:
            return ""
        if not people:
            return "Nobody in the roster has this name."
        return f"It could be of {' or '.join(one.name for one in people)}: rename it."

    def write(self):
        rows = {"plain": self.plain, "moodle": self.moodle, "canvas": self.canvas}[self.format]()
        text = StringIO(newline="")
        csv.writer(text).writerows([cell(one) for one in row] for row in rows)
        write_atomically(self.path, text.getvalue().encode("utf-8"))

    def mark(self, marks, item):
        """The mark as it stands in the table."""
        if item not in marks:
            return NO_MARK[self.format]
        return f"{marks[item] * self.points:.2f}"

    def marks(self, marks):
        return [self.mark(marks, item) for item in self.items]

    def of(self, person):
        """What this person handed in, and nobody else could have."""
        return [entry for entry in self.entries if whose(entry.path, self.people) == [person]]

    def best(self, person):
        """The better mark of each item."""
        best = {}
        for entry in self.of(person):
            for item, share in entry.marks.items():
                best[item] = max(share, best.get(item, 0))
        return best

    def notes(self):
        """What a table does not show: who handed in nothing, and who more than once."""
        for person in self.people:
            names = [entry.name for entry in self.of(person)]
            if not names:
                yield f"{person.name}: {NOTHING}"
            if len(names) > 1:
                yield f"{person.name} handed in {len(names)} times ({', '.join(names)}). {BETTER}"

    def plain(self):
        """A row for each file; with a roster also the name, and those who handed in nothing."""
        named = ["name"] if self.people else []
        yield [*named, *self.before, *self.items, *self.after]
        for entry in self.entries:
            more = {self.before[0]: entry.name, **entry.more, "problem": entry.problem}
            people = whose(entry.path, self.people)
            name = [people[0].name if len(people) == 1 else ""] if named else []
            before = [more.get(one, "") for one in self.before]
            yield [
                *name,
                *before,
                *self.marks(entry.marks),
                *(more.get(one, "") for one in self.after),
            ]
        for person in self.people:
            if not self.of(person):
                empty = [""] * (len(self.before) + len(self.items) + len(self.after) - 1)
                yield [person.name, *empty, NOTHING]

    def moodle(self):
        columns = {
            title: one for title, one in MOODLE.items() if any(getattr(p, one) for p in self.people)
        }
        yield ["Full name", *columns, *self.items]
        for person in self.people:
            who = [getattr(person, one) for one in columns.values()]
            yield [person.name, *who, *self.marks(self.best(person))]

    def canvas(self):
        yield [*CANVAS, *self.items]
        yield [
            "    Points Possible",
            *[""] * (len(CANVAS) - 1),
            *[f"{self.points:g}"] * len(self.items),
        ]
        for person in self.people:
            who = [getattr(person, one) for one in CANVAS.values()]
            yield [*who, *self.marks(self.best(person))]


def cell(value):
    """A value as a cell that no spreadsheet takes for a formula.

    >>> cell("=1+1.py"), cell("emma.py"), cell(3), cell("-")
    ("'=1+1.py", 'emma.py', 3, '-')
    """
    if not isinstance(value, str) or value == NO_MARK["moodle"]:
        return value
    text = "".join(c if c.isprintable() else " " for c in value.encode(errors="replace").decode())
    return f"'{text}" if text.lstrip()[:1] in tuple("=+-@") else text
