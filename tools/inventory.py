"""What the chapters hold to use and to solve: their widgets and their exercises, with their places.

The widgets are those that the notebooks store. Sliders that a reader builds with ipywidgets' own controls are none of
the course's.
"""

import functools
import json
import re
from dataclasses import dataclass
from pathlib import Path

import minutes
from docutils.nodes import make_id

import microgpt.widgets
from microgpt.sphinx.gallery import what_it_shows
from microgpt.sphinx.pages import anchor
from microgpt.widgets.program.items import load_items as load_lines
from microgpt.widgets.quiz.items import load_items
from microgpt.widgets.stored import MIME

ROOT = Path(__file__).parents[1]
NAMES = json.loads((ROOT / "book/widget_names.json").read_text("utf-8"))
# A question of its own: the file of items that has it, and which of its texts asks.
ASKS = {
    "Quiz": ("quiz", "question"),
    "Predict": ("predict", "question"),
    "Explain": ("explain", "prompt"),
    "Task": ("explore", "goal"),
}
EXPLORE = re.compile(r"\*\*Explore\. (.+?)\*\*", re.S)
EXERCISE = re.compile(r"(?m)^### (Exercise (\d+\.\d+) \(Build\): (.+))\n+`(ex-\d\d-\d+)`")


@dataclass(frozen=True)
class Entry:
    """A widget or an exercise: `id` is its cell's name or its own, `make` the class of a widget."""

    id: str
    make: str
    section: str
    anchor: str
    name: str
    says: str


def widgets_of(cell, section, above):
    """The widgets that a code cell shows."""
    for output in cell["outputs"]:
        stored = output.get("data", {}).get(MIME)
        if stored:
            make, state = stored["widget"], stored["state"]
            says = question(make, state, above)
            name = NAMES[make]["name"]
            yield Entry(cell["id"], make, section, anchor(stored["id"]), name, says)


def question(make, state, above):
    """What it asks. The question of most widgets stands above them; some have none."""
    if make in ASKS:
        kind, field = ASKS[make]
        return load_items()[kind][state["item"]][field]
    if make == "FindTheLine":
        return load_lines()[state["item"]]["question"]
    asked = EXPLORE.findall(above)
    return asked[-1] if asked else ""


def in_short(make):
    """What a class says first of itself.

    >>> in_short("Quiz"), in_short("Ablation")[-20:]
    ('A multiple-choice question with feedback to each option.', 'did the part matter?')
    """
    first = re.match(r".+?[.?;](?=\s|$)", what_it_shows(getattr(microgpt.widgets, make)))[0]
    return first.removesuffix(";") + "." * first.endswith(";")


@functools.cache
def entries(chapter):
    """All that chapter "05" holds, in its order; a widget that is shown twice counts once."""
    found, section, above = {}, "", ""
    for cell in minutes.notebook(chapter):
        if cell["cell_type"] == "code":
            for entry in widgets_of(cell, section, above):
                found.setdefault(entry.anchor, entry)
            above = ""
            continue
        above = "".join(cell["source"])
        headings = re.findall(r"(?m)^## (.+)$", above)
        section = headings[-1] if headings else section
        for title, number, name, id_ in EXERCISE.findall(above):
            says = name[0].upper() + name[1:]
            found[id_] = Entry(id_, "", section, make_id(title), f"Exercise {number}", says)
    return list(found.values())


def widgets(chapter):
    return [entry for entry in entries(chapter) if entry.make]


def exercises(chapter):
    return [entry for entry in entries(chapter) if not entry.make]


@functools.cache
def on_pages():
    """{class: {page: its title}}: the widgets in the book's other pages, apart from the gallery's."""
    found = {}
    for path in sorted((ROOT / "book").glob("*.md")):
        text = path.read_text("utf-8")
        for make in re.findall(r"(?m)^```\{widget\} (\w+)", text):
            title = re.search(r"(?m)^# (.+)$", text)[1]
            found.setdefault(make, {})[path.stem] = "front page" if path.stem == "index" else title
    return found
