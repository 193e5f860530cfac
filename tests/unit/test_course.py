"""The course's table agrees with the chapters, the program, and the pages of the book."""

import doctest
import json
import re

import pytest
import yaml
from reference import PROGRAM, ROOT

from microgpt import course

READY = [chapter for chapter in course.CHAPTERS if chapter.ready]


def test_examples_in_docstrings():
    assert doctest.testmod(course).failed == 0


def test_the_numbers_are_in_order_and_in_the_file_names():
    assert [chapter.number for chapter in course.CHAPTERS] == list(range(16))
    for chapter in course.CHAPTERS:
        assert re.fullmatch(rf"{chapter.label}_[a-z]+", chapter.slug)
    parts = [chapter.part for chapter in course.CHAPTERS]
    assert list(dict.fromkeys(parts)) == list(course.PARTS) and parts == sorted(
        parts, key=list(course.PARTS).index
    )


def test_each_region_of_the_program_is_earned_once():
    regions = re.findall(r"^ *# --- (\w+):", PROGRAM.read_text("utf-8"), re.M)
    assert sorted(course.REGIONS) == sorted(regions)
    assert len(set(regions)) == len(regions) == 16
    assert course.earned(0) == [] and course.earned(15) == list(course.REGIONS)


def test_ready_are_the_chapters_whose_notebook_exists():
    notebooks = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
    assert [chapter.slug for chapter in READY] == notebooks, "set ready=True in microgpt/course.py"


def test_ready_chapters_are_pages_of_the_book():
    assert {f"notebooks/{chapter.slug}" for chapter in READY} <= set(pages())


def test_every_page_lies_one_folder_deep_so_that_one_link_is_right_from_all():
    assert all(page.count("/") == 1 for page in pages())


@pytest.mark.parametrize("chapter", READY, ids=lambda chapter: chapter.slug)
def test_the_title_is_the_notebooks(chapter):
    notebook = json.loads((ROOT / f"notebooks/{chapter.slug}.ipynb").read_text("utf-8"))
    text = "\n".join(
        "".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown"
    )
    assert re.search(r"^# (.*)$", text, re.M)[1].endswith(chapter.title)


def pages():
    """The files that the table of contents names."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    files = [toc["root"]]

    def visit(node):
        for entry in node.get("parts", []) + node.get("chapters", []) + node.get("sections", []):
            files.extend(filter(None, [entry.get("file")]))
            visit(entry)

    visit(toc)
    return files
