"""The page of all widgets and exercises: nothing of the chapters is missing, and its minutes add up."""

import doctest
import json
import re
import sys
from collections import Counter

import pytest
from reference import ROOT

import microgpt.widgets
from microgpt.check import exercises
from microgpt.course import CHAPTERS
from microgpt.sphinx import pages
from microgpt.widgets.stored import MIME

sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT / "tools"))
import inventory
import levels
import make_finder
import minutes
import short_route
from exercises.notebook import exercises_of

PAGE = (ROOT / "book/finder.md").read_text("utf-8")
PARTS = dict(re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", PAGE))
BANNED = re.compile(r"\b(simply|just|obviously|easy)\b|!(?=\s|$)|\u2014", re.I)
QUESTIONS = re.compile(r"<b>Quiz</b> (\d+) questions")
each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.label)


def part(chapter):
    return PARTS[f"{chapter.label} {chapter.title}"]


def stored(chapter):
    """The widgets that a notebook stores: [(its class, its name on the page)], each once."""
    path = ROOT / "notebooks" / f"{chapter.slug}.ipynb"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    shown = [output["data"][MIME] for output in outputs if MIME in output.get("data", {})]
    return list(dict.fromkeys((one["widget"], f"widget-{one['id'].lower()}") for one in shown))


def sheet(chapter):
    return (ROOT / "teaching" / f"{chapter.label}.md").read_text("utf-8")


@pytest.mark.parametrize("module", [inventory, levels, make_finder, minutes, pages])
def test_examples_in_docstrings(module):
    assert doctest.testmod(module).attempted and doctest.testmod(module).failed == 0


def test_the_page_is_what_the_generator_writes():
    assert PAGE == make_finder.page(), "python tools/generate.py"


@each_chapter
def test_every_widget_stands_there_once(chapter):
    """In the chapter's order; of the questions of a quiz the first, with how many there are."""
    widgets = stored(chapter)
    quiz = [name for make, name in widgets if make == "Quiz"]
    assert len(quiz) == sum(map(int, QUESTIONS.findall(part(chapter)))) > 0
    links = re.findall(rf'href="{re.escape(chapter.href)}#(widget-[\w-]+)"', part(chapter))
    assert links == [name for _, name in widgets if name not in quiz[1:]]


@each_chapter
def test_every_exercise_stands_there_once(chapter):
    found = re.findall(r"<b>Exercise (\d+)\.(\d+)</b>", part(chapter))
    ids = [f"ex-{int(number):02d}-{nth}" for number, nth in found]
    assert ids == [id_ for id_ in exercises() if id_.startswith(f"ex-{chapter.label}-")]


@each_chapter
def test_the_kinds_that_ask_are_named(chapter):
    """Whoever looks for a prediction or for the quiz sees which lines are one."""
    counted = Counter(re.findall(r"<b>(Predict|Explain|Explore|Quiz)</b>", part(chapter)))
    makes = Counter(make for make, _ in stored(chapter))
    assert counted == {
        name: 1 if make == "Quiz" else makes[make]
        for name, make in zip(
            ["Predict", "Explain", "Explore", "Quiz"], ["Predict", "Explain", "Task", "Quiz"]
        )
        if makes[make]
    }


@each_chapter
def test_an_exercises_level_goes_by_the_answer_that_is_shown(chapter):
    said = [int(found) for found in re.findall(r", level (\d), about", part(chapter))]
    exercises = exercises_of(ROOT / f"notebooks/{chapter.slug}.ipynb")
    kept = [[line for line in one.solution.splitlines() if line.strip()] for one in exercises]
    length = [sum(not line.lstrip().startswith("#") for line in answer) for answer in kept]
    assert said == [1 if lines <= 3 else 2 if lines <= 9 else 3 for lines in length]


@each_chapter
def test_the_exercises_minutes_add_up(chapter):
    """To what the chapter's head says; those of a section to what the teacher's sheet says of it."""
    said = [int(found) for found in re.findall(r", about (\d+) minutes", part(chapter))]
    assert said == list(minutes.tasks(chapter.label).values())
    assert sum(said) == minutes.header(chapter.label)[1]
    for heading, (low, high) in minutes.on_sheet(chapter.label).items():
        ids = minutes.sections(chapter.label)[heading]["exercises"]
        assert low <= sum(minutes.tasks(chapter.label)[id_] for id_ in ids) <= high


def test_the_totals_are_the_sums_of_what_the_chapters_say():
    lines = re.findall(
        r"^(\d+) minutes to read, (\d+) to solve\. "
        r"Short of time: (\d+) to read, (\d+) to solve\.$",
        PAGE,
        re.M,
    )
    assert len(lines) == len(CHAPTERS)
    read, solve, short_read, short_solve = (sum(map(int, column)) for column in zip(*lines))
    for name, one, other in (
        ("the whole course", read, solve),
        ("short of time", short_read, short_solve),
    ):
        row = re.search(rf"^\| {name} \| (.+) \| (.+) \| (.+) \|$", PAGE, re.M)
        assert [in_minutes(cell) for cell in row.groups()] == [one, other, one + other]


def in_minutes(text):
    """Of "16 h 40 min"."""
    found = dict(reversed(one.split()) for one in re.findall(r"\d+ (?:h|min)", text))
    return 60 * int(found.get("h", 0)) + int(found.get("min", 0))


@each_chapter
def test_the_short_route_is_a_handful(chapter):
    ids = short_route.CHOSEN[chapter.label]
    chosen = short_route.chosen(chapter.label)
    assert [one.id for one in chosen] == ids, "named as in the chapter, in its order"
    assert 3 <= len(ids) <= 5 and part(chapter).count('class="course-do"') == len(ids)
    assert {bool(one.make) for one in chosen} == {True, False}, "something to use, and to solve"
    whole, short = minutes.header(chapter.label), short_route.times(chapter.label)
    assert 0 < short[0] < whole[0] and 0 < short[1] < whole[1]


@each_chapter
def test_the_short_route_leaves_out_what_the_sheet_leaves_out(chapter):
    chosen = short_route.chosen(chapter.label)
    skipped = re.findall(r"(?m)^\| ([^|]+) \|.*\| skip \|$", sheet(chapter))
    assert not {one.section for one in chosen} & set(skipped)
    may_be = sheet(chapter).split("**May be skipped.**")[1].split("\n## ")[0]
    named = {f"Exercise {one}" for one in re.findall(r"(?i)exercise (\d+\.\d+)", may_be)}
    assert not {one.name for one in chosen} & named


def test_the_steps_of_chapter_14_are_those_of_its_sheet():
    (steps,) = re.findall(r"A class with little time writes steps (.+)\.", sheet(CHAPTERS[14]))
    solved = [id_ for id_ in short_route.CHOSEN["14"] if id_.startswith("ex-")]
    assert [id_[-1] for id_ in solved] == re.findall(r"\d", steps)


def test_every_widget_has_a_name_and_no_word_leads_to_two():
    shown = [name for name in microgpt.widgets.__all__ if getattr(microgpt.widgets, name).module]
    assert list(inventory.NAMES) == sorted(shown)
    words = [
        words.lower() for one in inventory.NAMES.values() for words in [one["name"], *one["also"]]
    ]
    assert [word for word, times in Counter(words).items() if times > 1] == []
    for one in inventory.NAMES.values():
        assert one["also"] and not BANNED.search(" ".join([one["name"], *one["also"]]))


def test_by_name_each_stands_once_with_all_its_places():
    lines = dict(re.findall(r"(?m)^- \[(.+)\]\{#widget-\w+\}: (.+)$", PAGE))
    assert set(lines) == {one["name"] for one in inventory.NAMES.values()}
    for make, given in inventory.NAMES.items():
        line = lines[given["name"]]
        assert f'#widget-{make.lower()}">gallery</a>' in line
        places = [one for one in CHAPTERS if make in [shown for shown, _ in stored(one)]]
        if len(places) == len(CHAPTERS):
            assert "in every chapter" in line
        else:
            assert re.findall(r">(\d\d)</a>", line) == [one.label for one in places]
        assert re.search(r">\d\d</a>|every chapter|\]\(\w+\.md\)", line), f"{make} is nowhere"


def test_what_one_remembers_is_found():
    """By any word of the line."""
    for word, place in (
        ("temperature", "10_generation.html#widget-temperature-1"),
        ("tangent", "02_slope.html#widget-derivativeexplorer-1"),
    ):
        lines = [line for line in PAGE.splitlines() if word in line.lower()]
        assert any(place in line for line in lines)
    for word, name in (("ball that rolls", "Rolling downhill"), ("debugger", "Step the program")):
        assert re.search(rf'(?m)^- {word}: <a href="#widget-\w+">{name}</a>$', PAGE)


def test_the_lines_that_lead_to_a_name_lead_to_one_that_is_there():
    there = re.findall(r"\{#([\w-]+)\}", PAGE) + re.findall(r"(?m)^\(([\w-]+)\)=$", PAGE)
    there += [make_finder.make_id(heading) for heading in PARTS]
    links = re.findall(r'(?:href="|\]\()#([\w-]+)', PAGE)
    assert links and set(links) <= set(there)


def test_its_words():
    written = make_finder.HEAD + make_finder.BY_NAME + make_finder.COUNTED
    assert not BANNED.findall(re.sub(r"<!--.*?-->", "", written))
