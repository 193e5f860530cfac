"""Each misconception leads to a task that is there, and its numbers are those of the task's chapter."""

import functools
import json
import re
from pathlib import Path

import pytest
from docutils.nodes import make_id

import microgpt.widgets
from microgpt import course
from microgpt.sphinx.pages import anchor as anchor_of
from microgpt.widgets.quiz.items import load_items
from microgpt.widgets.stored import MIME

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "book" / "misconceptions.md").read_text("utf-8")
ENTRY = re.compile(
    r'\*\*"(.+)"\*\*\\\n(.+)\\\n'
    r'Break it: <a href="\.\./notebooks/(\d\d)_(\w+)\.html#([\w-]+)" data-task="([\w-]+)">'
    r"chapter (\d\d), (.+)</a>"
)
EXERCISE = re.compile(r"^### (Exercise (\d+)\.(\d+) .+)$", re.M)
BANNED = re.compile(r"\b(simply|just|obviously|trivially|easy)\b|!(?=\s|$)|\u2014", re.I)

each = pytest.mark.parametrize(
    "truth, chapter, slug, anchor, task, said, label",
    [entry.groups()[1:] for entry in ENTRY.finditer(PAGE)],
    ids=[entry[6] for entry in ENTRY.finditer(PAGE)],
)


@functools.cache
def notebook(slug):
    return json.loads((ROOT / "notebooks" / f"{slug}.ipynb").read_text("utf-8"))["cells"]


@functools.cache
def places(slug):
    """{task: its own anchor}: of an exercise its heading, of an item or a widget the first that shows it."""
    found = {}
    for cell in notebook(slug):
        source = "".join(cell["source"])
        for title, chapter, number in EXERCISE.findall(source) if is_text(cell) else []:
            found[f"ex-{int(chapter):02d}-{number}"] = make_id(title)
        for output in cell.get("outputs", []):
            if stored := output.get("data", {}).get(MIME):
                make, state = stored["widget"], stored["state"]
                task = state["item"] if make in ("Quiz", "Predict", "Task") else make
                found.setdefault(task, anchor_of(stored["id"]))
    return found


def is_text(cell):
    return cell["cell_type"] == "markdown"


def test_there_are_many_from_all_chapters():
    found = ENTRY.findall(PAGE)
    assert len(found) == PAGE.count('**"') == PAGE.count("Break it: ") >= 25
    assert {one[2] for one in found} == {chapter.label for chapter in course.CHAPTERS}
    assert len({one[0] for one in found}) == len(found)
    assert [one[2] for one in found] == sorted(one[2] for one in found), "in the course's order"


@each
def test_the_task_is_where_the_link_leads(truth, chapter, slug, anchor, task, said, label):
    assert f"{chapter}_{slug}" == course.CHAPTERS[int(chapter)].slug and said == chapter
    assert places(f"{chapter}_{slug}")[task] == anchor


@each
def test_the_link_says_which_task(truth, chapter, slug, anchor, task, said, label):
    items = load_items()
    if task.startswith("ex-"):
        assert label == f"exercise {int(chapter)}.{task[6:]}"
    elif task in items["quiz"]:
        questions = [id for id in places(f"{chapter}_{slug}") if id in items["quiz"]]
        assert label == f"quiz, question {questions.index(task) + 1}"
    elif task in items["predict"]:
        assert label == "a prediction"
    elif task in items["explore"]:
        assert label == "an Explore task"
    else:
        assert task in microgpt.widgets.__all__


@each
def test_the_numbers_are_the_chapters(truth, chapter, slug, anchor, task, said, label):
    items = ROOT / "microgpt" / "widgets" / "quiz" / "items" / f"{chapter}.json"
    cells = notebook(f"{chapter}_{slug}")
    text = "\n".join(["".join(cell["source"]) for cell in cells])
    shown = text + json.dumps(cells, ensure_ascii=False) + items.read_text("utf-8")
    shown = re.sub(r"(?<=\d),(?=\d{3})", "", shown).replace("\u2212", "-")
    numbers = re.findall(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?", truth)
    assert numbers, "what is true has a number"
    for number in numbers:
        if len(re.sub(r"\D", "", number)) >= 3 or "." in number:
            plain = re.escape(number.replace(",", ""))
            assert re.search(rf"(?<![\d.]){plain}(?!\d)", shown), number


def test_its_words():
    assert not BANNED.findall(re.sub(r"`[^`]*`|<[^>]+>", "", PAGE))
    assert max(map(len, PAGE.splitlines())) < 200
