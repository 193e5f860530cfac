"""The people of a class, and whose a file is that was handed in.

A roster is a table with a line of headings: one of your own, or what Moodle or Canvas exports as its grades.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from .files import reason

HEADINGS = {
    "name": ("name", "full name", "student", "display name"),
    "first": ("first name", "firstname", "given name"),
    "last": ("last name", "lastname", "surname", "family name"),
    "email": ("email address", "email", "e-mail", "e-mail address"),
    "number": ("id number", "idnumber"),
    "username": ("username", "user name"),
    "id": ("id",),
    "sis_id": ("sis user id",),
    "login": ("sis login id", "login", "login id"),
    "section": ("section",),
    "file": ("file", "file name"),
}
LEAST = 3  # letters of a key that may stand inside the name of a file


class RosterError(ValueError):
    """Why a roster cannot be read, in one sentence."""


@dataclass(frozen=True)
class Person:
    """One of a class; what the roster does not say is empty."""

    name: str
    email: str = ""
    number: str = ""
    username: str = ""
    id: str = ""
    sis_id: str = ""
    login: str = ""
    section: str = ""
    file: str = ""

    @property
    def keys(self):
        """What may name this person in the name of a file."""
        first, comma, last = self.name.partition(",")
        turned = f"{last} {first}" if comma else " ".join(self.name.split()[::-1])
        known = (self.number, self.username, self.id, self.sis_id, self.login, Path(self.file).stem)
        keys = {self.name, turned, self.email, self.email.split("@")[0], *known}
        return {squeezed(key) for key in keys} - {""}


def squeezed(text):
    """Letters and digits alone, all of them small.

    >>> squeezed("O'Neil, Zoë"), squeezed("emma@school.org")
    ('oneilzoë', 'emmaschoolorg')
    """
    return "".join(char for char in text.casefold() if char.isalnum())


def read_roster(path):
    """The people of a roster, in its order."""
    try:
        text = Path(path).read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise RosterError(f"{path} is not a text in UTF-8: save it as CSV (UTF-8).") from None
    except OSError as error:
        raise RosterError(f"cannot read {path}: {reason(error)}") from None
    lines = text.splitlines()
    head = lines[0] if lines else ""
    comma = max(",;\t", key=head.count)
    try:
        rows = list(csv.DictReader(lines, delimiter=comma, restval=""))
    except csv.Error as error:
        raise RosterError(f"{path} is not a table: {error}.") from None
    people = [person for row in rows if (person := person_of(row))]
    if not people:
        raise RosterError(
            f"{path} names nobody: its first line should have headings, such as name,email."
        )
    return people


def person_of(row):
    """The person of a row, or None where the row is none, such as Canvas's points."""
    cells = {(key or "").strip().casefold(): (cell or "") for key, cell in row.items() if key}

    def cell(what):
        found = (cells[heading].strip() for heading in HEADINGS[what] if heading in cells)
        return next((one for one in found if one), "")

    name = cell("name") or f"{cell('first')} {cell('last')}".strip() or cell("email")
    if not name or name == "Points Possible":
        return None
    fields = [field for field in Person.__dataclass_fields__ if field != "name"]
    return Person(name, **{field: cell(field) for field in fields})


def whose(path, people):
    """Those of the people whose file this may be: one, or nobody, or more than one where that is not clear.

    The whole name of the file counts first, then the pieces between its underscores, and those of its folder: that is
    how Moodle and Canvas name what they hand to a teacher.
    """
    path = Path(path)
    pieces = [piece for name in (path.stem, path.parent.name) for piece in name.split("_")]
    for names in (
        [path.stem],
        [path.parent.name],
        [one for one in pieces if len(squeezed(one)) >= LEAST],
    ):
        wanted = {squeezed(name) for name in names}
        found = [person for person in people if person.keys & wanted]
        if found:
            return found
    return []
