"""Takes the answers out of a chapter's notebook. The hints stay, and a line says when the answer comes.

A fold that is not found is an error: an answer must never stay because a chapter is written in a new way.
"""

import re

from microgpt.check import exercises

HELP = re.compile(r"(ex-\d\d-\d+)-help")
FOLD = re.compile(r"<details>\s*<summary>Show answer</summary>.*?</details>", re.DOTALL)
FENCE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)

# Cells further down whose chapter goes on with an answer, written out: here it is lent, without its source.
GIVEN_AWAY = {
    ("01_numbers", "alike"): "ex-01-2",
    ("02_slope", "slope"): "ex-02-1",
}
DEFINITION = r"^def {}\(.*\n(?:[ \t]+.*\n?)+"
LENT = """\
# The course lends you its own {name} here.
from microgpt.check.lent import lent

{name} = lent("{id}")
"""


class AnswerError(ValueError):
    """An answer that cannot be taken out."""


def ways_of(notebook):
    """{exercise: the ways to write it}, the code in the folds of a notebook."""
    return {
        match[1]: FENCE.findall(fold_of(cell["source"], match[1]))
        for cell in notebook["cells"]
        if (match := HELP.fullmatch(cell["id"]))
    }


def fold_of(source, id):
    """The fold with the answer of an exercise, in the text of its cell of help."""
    folds = FOLD.findall(source)
    if len(folds) != 1 or folds[0].count("<details") != 1:
        raise AnswerError(f"{id} should have one fold named Show answer, and has {len(folds)}.")
    return folds[0]


def instead(day):
    """What stands in place of an answer.

    >>> from datetime import date
    >>> instead(date(2026, 12, 1)), instead(None)
    ('*The answer comes on 1 December 2026.*', '*Your teacher has the answer.*')
    """
    return (
        f"*The answer comes on {day.day} {day:%B %Y}.*" if day else "*Your teacher has the answer.*"
    )


def withhold(notebook, slug, release, today):
    """Take out the answers that are not out yet; the exercises that these belong to."""
    held, seen = [], []
    for cell in notebook["cells"]:
        if match := HELP.fullmatch(cell["id"]):
            id = match[1]
            fold = fold_of(cell["source"], id)
            seen.append(id)
            if not release.is_out(id, today):
                held.append(id)
                cell["source"] = cell["source"].replace(fold, instead(release.day(id)))
    expected = [id for id in exercises() if id[3:5] == slug[:2]]
    if sorted(seen) != sorted(expected):
        raise AnswerError(f"{slug} has answers of {seen}; its exercises are {expected}.")
    for (chapter, place), id in GIVEN_AWAY.items():
        if chapter == slug and id in held:
            lend(notebook, place, id)
    return held


def lend(notebook, place, id):
    """Let a cell that writes an answer out take it from the course instead."""
    cell = next(cell for cell in notebook["cells"] if cell["id"] == place)
    name = exercises()[id].name
    definition = re.compile(DEFINITION.format(name), re.MULTILINE)
    text, found = definition.subn(lambda _: LENT.format(name=name, id=id), cell["source"])
    if found != 1:
        raise AnswerError(f"the cell {place} should define {name} once, and does so {found} times.")
    cell["source"] = text.rstrip("\n")
