"""Looks at what a student gets, byte by byte: no answer that is held back, no sentence of a teacher's sheet.

All is compared without spaces and without markup, as a reader would find it; zips are opened.
"""

import json
import re
import zipfile
from html import unescape
from io import BytesIO
from pathlib import PurePath

TEXT = {".html", ".ipynb", ".js", ".json", ".md", ".txt", ".css", ".py", ".csv", ".svg", ".inv"}
TAG = re.compile(r"<[^>]*>")
SPACE = re.compile(r"\s+")
SENTENCE = re.compile(r"(?<=[.:?])\s+|\n")
LONG = 30  # letters: what is shorter may stand anywhere


def squeezed(text):
    return SPACE.sub("", text)


def texts(files):
    """(name, text without spaces) of all files, given as (name, bytes); those in zips too."""
    for name, content in files:
        kind = PurePath(name).suffix
        if kind == ".zip":
            with zipfile.ZipFile(BytesIO(content)) as archive:
                inside = [(f"{name}/{one}", archive.read(one)) for one in archive.namelist()]
            yield from texts(inside)
        elif kind in TEXT:
            text = content.decode("utf-8", "replace")
            yield name, squeezed(shown(text, kind))


def shown(text, kind):
    """What a reader of such a file sees: without tags and escapes."""
    if kind == ".ipynb":
        cells = json.loads(text)["cells"]
        return "\n".join(
            "".join(cell["source"]) + json.dumps(cell.get("outputs", "")) for cell in cells
        )
    return unescape(TAG.sub("", text)) if kind == ".html" else text


def sentences(sheet):
    """The sentences of a sheet that are long enough to be its own, without spaces and marks.

    >>> sentences("# Teaching 01\\n\\nAsk **first** what the sign of the product will be. Wait.")
    ['Askfirstwhatthesignoftheproductwillbe.']
    """
    plain = [squeezed(re.sub(r"[*`]", "", one)) for one in SENTENCE.split(sheet)]
    return [one for one in plain if len(one) >= LONG]


def unmarked(text):
    return re.sub(r"[*`]", "", text)


def own(sheets, course):
    """[(name, sentence)] of what stands in the sheets alone.

    A heading of a chapter, or what a check says, may stand in a sheet too; it is in the files of the `course`, which
    all can read, and no secret.
    """
    open_to_all = "\n".join(unmarked(text) for _, text in texts(course))
    every = [(name, one) for name, text in sheets.items() for one in sentences(text)]
    return [(name, one) for name, one in every if one not in open_to_all]


def leaks(files, answers, notes):
    """[(file, what it gives away)]: `answers` are {exercise: ways}, `notes` the sheets' own (name, sentence)."""
    code = [(id, squeezed(way)) for id, ways in answers.items() for way in ways]
    found = set()
    for file, text in texts(files):
        plain = unmarked(text)
        found |= {(file, id) for id, way in code if way in text}
        found |= {(file, name) for name, one in notes if one in plain}
    return sorted(found)
