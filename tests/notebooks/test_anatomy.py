"""Every chapter has the parts of a chapter, in their order, and holds only what shows well everywhere."""

import json
import re
import statistics
import sys
from pathlib import Path

import nbformat
import pytest

import microgpt.widgets
from microgpt import course
from microgpt.widgets.quiz.items import load_items

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import execute  # noqa: E402

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
WIDGETS = [getattr(microgpt.widgets, name) for name in microgpt.widgets.__all__ if name != "Widget"]
EXPLORED = [
    make.__name__ for make in WIDGETS if not make.module.startswith(("quiz/", "program/"))
]  # these bring no question of their own
ENDING = ["## What can go wrong", "## What you know now", "## Quiz", "## The program so far"]
BANNED = re.compile(r"\b(simply|just|obviously|trivially)\b|!(?=\s|$)|\u2014", re.I)

pytestmark = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells(path, kind=None):
    return [
        cell
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        if kind in (None, cell["cell_type"])
    ]


def source(cell):
    return "".join(cell["source"])


def text(path):
    return "\n\n".join(source(cell) for cell in cells(path, "markdown"))


def prose(path):
    """The Markdown without code, formulas and tags."""
    return re.sub(r"```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]*\$|<[^>]+>", "", text(path), flags=re.S)


def test_is_in_the_table_and_in_the_contents(path):
    chapter = next(chapter for chapter in course.CHAPTERS if chapter.slug == path.stem)
    assert chapter.ready
    assert text(path).startswith(f"# {chapter.title}\n")
    assert f"notebooks/{path.stem}\n" in (ROOT / "_toc.yml").read_text("utf-8")


def test_opens_with_objectives_needs_and_time(path):
    opening = source(cells(path)[0])
    objectives = re.findall(r"^> - (\w+)", opening, re.M)
    assert "> **After this chapter you can**" in opening
    assert 3 <= len(objectives) <= 6
    assert re.search(
        r"\*\*You need\*\* .+ \*\*Time\*\* \d+ minutes to read, \d+ to solve\.", opening
    )
    assert opening.rstrip().endswith("?") or "?" in opening.split("\n")[-1], (
        "the opening asks a question"
    )


def test_first_code_cell_is_the_same_in_all(path):
    first = cells(path, "code")[0]
    assert source(first) == source(cells(NOTEBOOKS[0], "code")[0])
    assert first["metadata"]["tags"] == ["remove-cell"]


def test_has_all_kinds_of_tasks(path):
    code = "\n".join(source(cell) for cell in cells(path, "code"))
    assert (
        "Predict(" in code
        and "Explain(" in code
        and "ProgramMap(" in code
        and "FindTheLine(" in code
    )
    assert "**Explore." in text(path)
    assert re.search(r"^### Exercise \d+\.\d+ \(Build\): ", text(path), re.M)
    assert len(re.findall(r"^Quiz\(", code, re.M)) >= 4


def test_every_item_of_the_chapter_is_asked(path):
    """What Progress counts, a reader can find."""
    code = "\n".join(source(cell) for cell in cells(path, "code"))
    asked = re.findall(r'\b(?:Predict|Quiz|Explain|Task)\("([^"]+)"', code)
    items = [id for kind in load_items().values() for id in kind if id.startswith(path.name[:2])]
    assert sorted(asked) == sorted(items)


def test_ends_with_the_same_parts_in_order(path):
    headings = re.findall(r"^## .+$", text(path), re.M)
    assert headings[-4:] == ENDING


def test_recap_answers_every_objective(path):
    objectives = re.findall(r"^> - ", source(cells(path)[0]), re.M)
    recap = text(path).split("## What you know now")[1].split("\n## ")[0]
    assert len(re.findall(r"^- ", recap, re.M)) >= len(objectives)


def test_shows_a_real_error_or_evidence(path):
    assert any(
        "raises-exception" in cell["metadata"].get("tags", []) for cell in cells(path, "code")
    )


def test_no_directives(path):
    """They would show as raw text in Jupyter, in Colab and on GitHub."""
    assert not re.search(r"^\s*(```|:::)\s*\{|\{[a-z:]+\}`|^> \[!", text(path), re.M)


def test_a_sentence_that_begins_with_a_number_is_no_list(path):
    """A line such as "78. Look here" is shown as item 78 of a list: lists begin with 1 and go on by one."""
    last = 0
    for number in re.findall(r"^(\d+)\. ", text(path), re.M):
        assert int(number) in (1, last + 1), f"{number}."
        last = int(number)


def test_folds_have_blank_lines(path):
    """Without them, formulas and code inside stay raw."""
    for fold in re.findall(r"<details>.*?</details>", text(path), re.S):
        assert re.match(r"<details><summary>[^<]+</summary>\n\n", fold) and fold.endswith(
            "\n\n</details>"
        ), fold[:80]


def test_every_question_stands_above_its_widget(path):
    """A bold question in Markdown, so that it can be read where nothing runs."""
    before = ""
    for cell in cells(path):
        if cell["cell_type"] == "code" and re.match(
            rf"(\w+ = )?({'|'.join(EXPLORED)})\(", source(cell)
        ):
            assert re.search(r"\*\*Explore\. [^*]+\?\*\*[^\n]*$", before), (
                f"{source(cell)} needs its question above it"
            )
        before = source(cell).rstrip()


def test_find_the_line_asks_its_question_above(path):
    every = json.loads(path.read_text("utf-8"))["cells"]
    for before, cell in zip(every, every[1:]):
        if "FindTheLine(" in source(cell) and cell["cell_type"] == "code":
            assert before["cell_type"] == "markdown" and "**Find the line." in source(before)
            assert source(before).endswith("?**") or "?**" in source(before)


def test_cells_are_short(path):
    """Up to 8 lines; a class that grows before the reader's eyes is longer, and so is the stub of one."""
    shown = [source(cell) for cell in cells(path, "code")[1:]]
    assert statistics.median(len(text.splitlines()) for text in shown) <= 4
    for text in shown:
        most = 8 if "class " not in text else 30 if "NotImplementedError" in text else 12
        assert len(text.splitlines()) <= most, text


def test_words(path):
    found = [match[0] for match in BANNED.finditer(prose(path))]
    assert not found


def test_is_normalised(path):
    notebook = json.loads(path.read_text("utf-8"))
    assert notebook["metadata"] == execute.METADATA
    counts = [cell["execution_count"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert "vnd.jupyter.widget" not in path.read_text("utf-8"), "what only a kernel can show"
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"])


def test_normalised_again_it_has_the_same_bytes(path):
    notebook = nbformat.read(path, as_version=4)
    execute.normalise(notebook)
    assert nbformat.writes(notebook) + "\n" == path.read_text("utf-8")
