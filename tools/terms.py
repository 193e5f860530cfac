"""The words that the chapters explain: what stands in bold in a chapter, and which of it is a term.

The glossary's entries are in book/glossary.json. An entry has a `term`, the `chapter` that explains it, what it `means`
in one sentence, and, where the chapters write it in other forms, these forms as `bold`, the first chapter's form first.
`check` is an expression of Python that is true when the numbers of the sentence are.
"""

import functools
import json
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ENTRIES = ROOT / "book" / "glossary.json"
FENCED = re.compile(r"```.*?```", re.S)
CODE = re.compile(r"`[^`]*`")
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*(:?)")
MARKERS = re.compile(r"[\s\d.|*-]*")  # of a list or a table, before its first word


@dataclass(frozen=True)
class Bold:
    """Some bold words of a chapter, the section they stand in, and whether they may be a term.

    They are none where they are a sentence (**Time passes.**) or open a line as its label (**Build**: ...), and none in
    the box above a chapter, whose lines begin with >.
    """

    text: str
    section: str
    candidate: bool


def entries():
    return json.loads(ENTRIES.read_text("utf-8"))


def forms(entry):
    """How the chapters write the term: first as in the chapter that explains it."""
    return entry.get("bold", [entry["term"]])


def bolds_of(markdown):
    """
    >>> for bold in bolds_of('''# One
    ... **Do it.** A **node** is a number.
    ... - **Go**: and its `a**b**` **edge**: an arrow.'''):
    ...     print(bold)
    Bold(text='Do it.', section='One', candidate=False)
    Bold(text='node', section='One', candidate=True)
    Bold(text='Go', section='One', candidate=False)
    Bold(text='edge', section='One', candidate=True)
    """
    found, section = [], ""
    for line in FENCED.sub("", markdown).splitlines():
        heading = re.match(r"#+ (.*)", line)
        section = heading[1] if heading else section
        # A power in code is no bold: its stars are taken away, and the rest keeps its place.
        plain = CODE.sub(lambda code: code[0].replace("*", "_"), line)
        for bold in BOLD.finditer(plain):
            text, colon = bold.groups()
            opens = MARKERS.fullmatch(plain[: bold.start()])
            label = opens and (colon or re.search(r"[.?!:]$", text))
            sentence = re.search(r"[.?!:\"]$", text)
            found.append(Bold(text, section, not (label or sentence or line.startswith(">"))))
    return found


def chapter_text(slug):
    """The Markdown of a chapter."""
    cells = json.loads((ROOT / "notebooks" / f"{slug}.ipynb").read_text("utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


@functools.cache
def bolds_in(slug):
    return bolds_of(chapter_text(slug))
