"""When each answer appears: a day for all of them, or a table of chapters and exercises.

# class.toml: an exercise goes before its chapter, a chapter before "all"
all = 2027-02-01
01 = 2026-12-01
ex-01-2 = 2026-12-08
ex-01-3 = "never"
"""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from microgpt.check import exercises
from microgpt.course import CHAPTERS

ALL, NEVER = "all", "never"
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class ReleaseError(ValueError):
    """Why the days of release cannot be read, in one sentence."""


@dataclass(frozen=True)
class Release:
    """`days` holds a day, or None for never, under "all", under chapters and under exercises.

    >>> Release({"01": date(2026, 12, 1), "ex-01-2": None}).day("ex-01-1")
    datetime.date(2026, 12, 1)
    """

    days: dict = field(default_factory=dict)

    def day(self, id):
        """The day on which the answer of an exercise appears; None if the teacher keeps it."""
        return next((self.days[key] for key in (id, id[3:5], ALL) if key in self.days), None)

    def is_out(self, id, today):
        day = self.day(id)
        return day is not None and day <= today


def read_release(text):
    """The Release of what stands behind --release: nothing, a day, or the name of a table."""
    if not text:
        return Release()
    if DAY.fullmatch(text):
        return Release({ALL: day_of(text, "--release")})
    path = Path(text)
    if not path.is_file():
        raise ReleaseError(
            f"--release wants a day such as 2026-12-01, or a file with days, and {text!r} is neither."
        )
    return Release(read_table(path))


def read_table(path):
    """{what: day} of a table; a ReleaseError names the line, or the entry, that cannot be read."""
    try:
        entries = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ReleaseError(
            f"{path} cannot be read: {error}. A line looks like this: 01 = 2026-12-01"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not a text in UTF-8"
        raise ReleaseError(f"{path} cannot be read: {reason}.") from None
    for key in entries:
        check_key(key, path)
    return {key: day_of(value, f"{key} in {path}") for key, value in entries.items()}


def check_key(key, path):
    known = [ALL, *(chapter.label for chapter in CHAPTERS), *exercises()]
    if key not in known:
        near = get_close_matches(key.zfill(2), known, 3) or [known[1], next(iter(exercises()))]
        raise ReleaseError(
            f"{path} names {key!r}, which is neither a chapter nor an exercise. "
            f"Such as: {', '.join(near)}."
        )


def day_of(value, where):
    """A day, or None for "never"."""
    if value == NEVER:
        return None
    if type(value) is date:  # a time of day has another type
        return value
    try:
        if DAY.fullmatch(value):
            return date.fromisoformat(value)
    except (TypeError, ValueError):
        pass
    raise ReleaseError(
        f"{where} should be a day such as 2026-12-01, or {NEVER!r}, and is {str(value)!r}."
    )
