"""Every teacher's sheet has the same parts, and what it says of its chapter is true of the chapter."""

import doctest
import json
import re
import sys
from pathlib import Path

import pytest

from microgpt import course
from microgpt.check import exercises
from microgpt.widgets.quiz.items import load_items

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import minutes  # noqa: E402

SHEETS = sorted((ROOT / "teaching").glob("[0-9][0-9].md"))
PARTS = [
    "Purpose",
    "Sections and minutes",
    "Questions that will be asked",
    "Wrong answers, and what they mean",
    "On the board",
    "Exit ticket",
]
BANNED = re.compile(r"\b(simply|just|obviously|trivially|easy)\b|!(?=\s|$)|\u2014", re.I)
ROW = re.compile(r"^\| ([^|]+) \| (\d+) to (\d+) \| (?:(\d+) to (\d+) )?\| (keep|home|skip) \|$")
WRONG = re.compile(r"- `([a-z0-9-]+)`: (?:`([^`]+)`|\"(.+)\")\n {2}(\S.*(?:\n {2}\S.*)*)")

each_sheet = pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)


def part(path, heading):
    """What stands below a heading of a sheet."""
    return path.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0].strip()


def rows(path):
    """[(section, (low, high) to read, (low, high) to solve or None, what to do in class)]."""
    lines = [line for line in part(path, PARTS[1]).splitlines() if line.startswith("|")]
    found = [ROW.match(line) for line in lines[2:]]
    assert all(found), "a row is | section | 7 to 10 | 20 to 30 | keep |, the third may be empty"
    return [
        (row[1], (int(row[2]), int(row[3])), row[4] and (int(row[4]), int(row[5])), row[6])
        for row in found
    ]


def wrongs(path):
    """[(id, what is seen, what it means)]."""
    return [(id, code or text, means) for id, code, text, means in WRONG.findall(bullets(path))]


def bullets(path):
    return part(path, PARTS[3]) + "\n"


def around(low, minutes_, high):
    """The range holds the number, and is narrow enough to plan with."""
    return 0.65 * minutes_ <= low <= minutes_ <= high <= 1.4 * minutes_


def test_examples_in_docstrings():
    assert doctest.testmod(minutes).failed == 0


def test_the_sheets_are_those_of_chapters():
    assert SHEETS and {path.stem for path in SHEETS} <= {one.label for one in course.CHAPTERS}


@each_sheet
def test_the_parts_in_their_order(path):
    chapter = course.CHAPTERS[int(path.stem)]
    text = path.read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.M) == PARTS
    read, solve = minutes.header(path.stem)
    assert text.startswith(
        f"# Teaching {path.stem}: {chapter.title}\n\n"
        f"For the teacher. [The chapter](../notebooks/{chapter.slug}.ipynb) "
        f"takes {read} minutes to read and {solve} to solve.\n"
    )


@each_sheet
def test_the_purpose_is_two_sentences(path):
    assert len(re.findall(r"[.?](?=\s|$)", part(path, "Purpose"))) == 2


@each_sheet
def test_the_table_has_the_chapters_sections(path):
    found = minutes.sections(path.stem)
    assert [row[0] for row in rows(path)] == [heading for heading in found if heading]
    for heading, _, solve, _ in rows(path):
        assert bool(solve) == bool(found[heading]["exercises"]), (
            f"{heading}: minutes to solve where there are exercises, and nowhere else"
        )


@each_sheet
def test_the_minutes_fit_the_chapter(path):
    read, solve = minutes.header(path.stem)
    table = rows(path)
    assert around(sum(row[1][0] for row in table), read, sum(row[1][1] for row in table))
    tasks = [row[2] for row in table if row[2]]
    assert around(sum(task[0] for task in tasks), solve, sum(task[1] for task in tasks))


@each_sheet
def test_each_range_holds_the_sections_share(path):
    shares = minutes.shares(path.stem)
    for heading, (low, high), *_ in rows(path):
        assert low - 0.5 <= shares[heading] <= high + 0.5, f"{heading}: {shares[heading]:.1f}"
        assert low < high


@each_sheet
def test_its_short_words_are_explained_on_it(path):
    text = " ".join(path.read_text("utf-8").split())
    assert "*keep* is for the lesson, *home* can be done at home, *skip* can be left out." in text
    assert "Beside an exercise (`ex`) stands what its check says." in text


@each_sheet
def test_where_a_lesson_can_end(path):
    """The ends are sections to keep, and the minutes are those that a reader needs between them."""
    text = " ".join(part(path, PARTS[1]).split("**Stress.**")[0].split())
    if path.stem == "00":
        assert "[The first lesson](../book/first_lesson.md)" in text
        return
    ends, said = re.search(r"can end (.+): what is kept takes a reader (.+) minutes", text).groups()
    ends, pieces = re.findall(r"\*(.+?)\*", ends), [0]
    for heading, read, solve, where in rows(path):
        if where == "keep":
            pieces[-1] += (sum(map(int, read)) + sum(map(int, solve or ()))) / 2
        if ends and heading == ends[0] and where == "keep":
            ends.pop(0)
            pieces.append(0)
    assert not ends and [int(n) for n in re.findall(r"\d+", said)] == [
        int(minutes_ + 0.5) for minutes_ in pieces
    ]


@each_sheet
def test_what_to_stress_and_what_may_be_skipped(path):
    below = part(path, PARTS[1]).split("\n\n", 1)[1]
    assert re.findall(r"^\*\*(.+?)\*\*$", below, re.M) == ["Stress.", "May be skipped."]
    stress, skip = below.split("**May be skipped.**")
    assert 2 <= len(re.findall(r"^- ", stress, re.M)) <= 4
    assert 1 <= len(re.findall(r"^- ", skip, re.M)) <= 4


@each_sheet
def test_five_to_eight_questions_with_answers(path):
    found = re.findall(r"^\*\*[^*\n]+\?\*\*\n(\S[^\n]{20,})", part(path, PARTS[2]), re.M)
    assert 5 <= len(found) <= 8
    assert len(found) == part(path, PARTS[2]).count("?**"), "the answer stands below its question"


@each_sheet
def test_each_wrong_answer_is_one_of_the_chapter(path):
    """An exercise's message stands in its check; an option of the quiz or a prediction is a wrong one."""
    found = wrongs(path)
    assert len(found) == len(re.findall(r"^- ", bullets(path), re.M)) >= 5, (
        '- `id`: `message` or "option", and below it, indented, what it means'
    )
    items = load_items()
    for id, seen, _ in found:
        if id.startswith("ex-"):
            assert id[3:5] == path.stem
            assert seen in messages(id), f"{id} says no {seen!r}"
        else:
            assert id[:2] == path.stem
            assert seen in wrong_options(items["quiz"].get(id) or items["predict"][id])


def messages(id):
    """All that a check may say by the name of a mistake."""
    mistakes = exercises()[id].mistakes
    return {mistake.message for mistake in mistakes} | {
        advice for mistake in mistakes for advice in mistake.because.values()
    }


def wrong_options(item):
    options = [option["text"] for option in item.get("options", []) if "right" not in option]
    return options + [f"{mistake['value']}" for mistake in item.get("mistakes", [])]


@each_sheet
def test_the_misconceptions_come_from_exercises_and_from_questions(path):
    kinds = {id.startswith("ex-") for id, *_ in wrongs(path)}
    assert kinds == {True, False}


@each_sheet
def test_the_board_fits_a_board(path):
    board = part(path, "On the board")
    drawing = re.search(r"```text\n(.*?)\n```", board, re.S)[1].splitlines()
    assert len(drawing) <= 16 and max(map(len, drawing)) <= 60
    assert board.split("```")[0].strip(), "say how it is drawn"


@each_sheet
def test_the_exit_ticket_is_new(path):
    ticket = part(path, "Exit ticket")
    questions = re.findall(r"^\d\. (.+)$", ticket, re.M)
    assert len(questions) == ticket.count("   **Answer.** ") == 2
    items = load_items()
    asked = {item["question"] for kind in ("quiz", "predict") for item in items[kind].values()}
    assert not asked & set(questions)


@each_sheet
def test_its_numbers_are_the_chapters(path):
    """Those that nobody can work out in the head: with a point, or of three digits and more."""
    said = re.sub(r"exercise \d+\.\d+", "", "".join(part(path, name) for name in PARTS[:5]))
    cells = minutes.notebook(path.stem)
    shown = "\n".join(
        [*("".join(cell["source"]) for cell in cells), json.dumps(cells), *quoted(path)]
    )
    for number in re.findall(r"(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?", said):
        if len(re.sub(r"\D", "", number)) >= 3 or "." in number:
            assert re.search(rf"(?<![\d.]){re.escape(number)}(?!\d)", shown), number


def quoted(path):
    """What the sheet repeats from the checks and the quiz, which another test holds to be there."""
    return [seen for _, seen, _ in wrongs(path)]


@each_sheet
def test_its_words(path):
    text = path.read_text("utf-8")
    assert not BANNED.findall(re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.S))
    assert max(map(len, text.splitlines())) < 200
