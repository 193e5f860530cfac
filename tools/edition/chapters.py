"""The notebooks of an edition: the student's, the teacher's, and pages for the chapters that it leaves out."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import nbformat
import yaml

from microgpt.course import CHAPTERS

from .answers import ways_of, withhold
from .graded import grade_cells, solve_cells
from .release import Release

ROOT = Path(__file__).parents[2]
TEACH = "Teach"  # the part of the book for teachers: no page of it is in a student's
LATER = "# {title}\n\nThis chapter is not part of your edition. Your teacher hands it out later."


class ChapterError(ValueError):
    """Chapters that do not exist, in one sentence."""


@dataclass
class Edition:
    """What is made: which chapters, which days, which day it is."""

    chapters: list
    release: Release = field(default_factory=Release)
    today: date = field(default_factory=date.today)
    title: str = ""

    def sources(self):
        """{slug: notebook} of its chapters, as the course has them."""
        paths = {one.slug: ROOT / "notebooks" / f"{one.slug}.ipynb" for one in self.chapters}
        return {slug: nbformat.read(path, 4) for slug, path in paths.items()}

    def student(self):
        """({slug: notebook}, {exercise: the ways that are held back})."""
        made, held = {}, {}
        for slug, source in self.sources().items():
            notebook, ways = deepcopy(source), ways_of(source)
            for id in withhold(notebook, slug, self.release, self.today):
                held[id] = ways[id]
            grade_cells(notebook)
            made[slug] = notebook
        return made, held

    def graded(self):
        """{slug: notebook}: the student's, solved, as the source that nbgrader starts from."""
        made, _ = self.student()
        for slug, source in self.sources().items():
            solve_cells(made[slug], ways_of(source))
        return made

    def left_out(self):
        """{slug: a page that says so} of the other chapters: links to them stay whole."""
        others = [one for one in CHAPTERS if one.ready and one not in self.chapters]
        return {one.slug: nothing_of(one) for one in others}

    def course(self):
        """(name, bytes) of what the course says to everybody: its chapters and pages, the items, the package."""
        package, contents = (
            ROOT / "microgpt",
            yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8")),
        )
        for_teachers = [ROOT / f"{page}.md" for page in pages_for_teachers(contents)]
        paths = [
            *(page for page in (ROOT / "book").glob("*.md") if page not in for_teachers),
            *(ROOT / "notebooks").glob("*.ipynb"),
            *package.rglob("items/*.json"),
            *package.rglob("*.py"),
        ]
        return ((path.name, path.read_bytes()) for path in paths)

    def sheets(self):
        """{chapter: the text of its sheet for teachers}, where there is one."""
        paths = {one.label: ROOT / "teaching" / f"{one.label}.md" for one in self.chapters}
        return {label: path.read_text("utf-8") for label, path in paths.items() if path.exists()}


def pages_for_teachers(toc):
    """The names of the pages in the part for teachers."""
    parts = [part for part in toc["parts"] if part["caption"] == TEACH]
    return [one["file"] for part in parts for one in part["chapters"]]


def nothing_of(chapter):
    """A page in place of a chapter."""
    text = LATER.format(title=chapter.title)
    cell = nbformat.v4.new_markdown_cell(text, id="title")
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    return nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel})


def chosen(text):
    """The chapters named in a text such as "00 01 02"; all that there are where it is empty."""
    there = {chapter.label: chapter for chapter in CHAPTERS if chapter.ready}
    labels = dict.fromkeys(text.replace(",", " ").split()) or there
    unknown = [label for label in labels if label not in there]
    if unknown:
        raise ChapterError(
            f"There is no chapter {unknown[0]!r}. Chapters have two digits, "
            f'from {min(there)} to {max(there)}: --chapters "00 01 02".'
        )
    return [there[label] for label in sorted(labels)]


def write(notebooks, folder):
    """Write notebooks as Jupyter saves them."""
    folder.mkdir(parents=True, exist_ok=True)
    for slug, notebook in notebooks.items():
        nbformat.validate(notebook)
        nbformat.write(notebook, folder / f"{slug}.ipynb")
