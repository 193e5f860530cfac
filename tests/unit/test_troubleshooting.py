"""The page "Troubleshooting": what it quotes is what the course says, and what it tells to do can be done."""

import re
from pathlib import Path

import pytest

from microgpt import load_names
from microgpt.__main__ import parser
from microgpt.canonical import load_canonical

ROOT = Path(__file__).parents[2]
CHECK = "microgpt/check/program"
PAGE = (ROOT / "book/troubleshooting.md").read_text("utf-8")
WIDGETS, IN_PAGE = "microgpt/widgets", "tools/in_page/site/page"

SAID_IN = {
    "This widget could not be loaded.": f"{WIDGETS}/page/view.js",
    "Something in this widget failed, so it stopped.": f"{WIDGETS}/page/view.js",
    "(To see it drawn, install matplotlib.)": "microgpt/plots/figure.py",
    "This cell needs a notebook": "microgpt/sphinx/cells.py",
    "Loading Python, 5 MB, once for all chapters …": f"{WIDGETS}/cells/cells.js",
    "Running …": f"{WIDGETS}/cells/cells.js",
    "Python does not start in this page": f"{WIDGETS}/cells/queue.js",
    "a part of it did not come": f"{WIDGETS}/page/live.js",
    "this browser forbids WebAssembly": f"{WIDGETS}/cells/python.js",
    "this page may not start a worker": f"{WIDGETS}/cells/python.js",
    "Not yet.": f"{WIDGETS}/cells/exercise.js",
    "not yet": "microgpt/check/result.py",
    "Begin like this:": f"{WIDGETS}/cells/exercise.js",
    "Your code stopped at an error.": f"{WIDGETS}/cells/exercise.js",
    "Stopped. The next run begins anew, and runs the cells above it again.": f"{WIDGETS}/cells/cell.js",
    "The page has no memory left, so what this cell had made is gone. "
    "Look for a list that grows without end.": f"{IN_PAGE}/meanings.py",
    "Python itself broke here.": f"{WIDGETS}/cells/output.js",
    "It looks as if something calls itself again and again.": f"{WIDGETS}/cells/output.js",
    "Your text is kept, and the next run begins a new Python.": f"{WIDGETS}/cells/output.js",
    "The Python in this page has no …": f"{IN_PAGE}/cells.py",
    "This file holds no progress of this course.": f"{WIDGETS}/kit/store_entries.js",
    "This browser keeps nothing: all of it lasts until you close the page.": f"{WIDGETS}/quiz/progress.js",
    "This browser lets no page write into the clipboard.": f"{WIDGETS}/program/my_program.js",
    "The course could not be installed from": "notebooks/00_why.ipynb",
    "No list of names at input.txt: put one name per line into input.txt here, "
    "or set MICROGPT_NAMES to the path of such a file.": "ladder/train5.py",
    "They are near the right ones, and differ in the last digits.": f"{CHECK}/facts.py",
    "Numbers of 32 bits do this, a rounding on the way, or a small number such as eps.": f"{CHECK}/facts.py",
    "its time was over; --limit gives it more.": f"{CHECK}/ending.py",
}


def words(path):
    """A source as one line of text, with the pieces of a long string put together."""
    text = re.sub(r'"\s*\+?\s*f?"', "", (ROOT / path).read_text("utf-8"))
    return " ".join(text.replace("{path}", "input.txt").split())


def test_every_message_on_the_page_has_its_source():
    assert set(re.findall("“([^”]+)”", PAGE.replace("`", ""))) == set(SAID_IN)


def test_two_hyphens_stand_in_code_for_in_words_they_are_shown_as_one_dash():
    assert "--" not in re.sub(r"```.*?```|`[^`]*`", "", PAGE, flags=re.S)


@pytest.mark.parametrize("message", SAID_IN)
def test_a_message_is_what_the_course_says(message):
    for piece in message.split("…"):
        assert piece.strip() in words(SAID_IN[message])


def test_each_entry_says_what_why_and_what_to_do():
    entries = re.split(r"^### ", PAGE, flags=re.M)[1:]
    assert len(entries) >= 20
    for entry in entries:
        parts = re.findall(r"^\*\*(You see|Why\.|Do this\.)\*\*", entry, re.M)
        assert parts == ["You see", "Why.", "Do this."], entry.splitlines()[0]


def test_its_commands_exist():
    commands = re.findall(r"`python -m microgpt (check [^`]+)`", PAGE)
    assert len(set(commands)) == 2
    for command in commands:
        parser().parse_args(command.split())


def test_its_lines_of_python_write_the_list(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for code in re.findall(r"```python\n(.*?)```", PAGE, re.S):
        exec(code, {})
    assert Path("input.txt").read_text("utf-8").split() == load_names()


def test_its_numbers():
    assert f"On the course's list it is {load_canonical().losses[0]:.4f}" in PAGE
    assert "const LARGEST = 512 * 2 ** 20; // bytes" in words(f"{WIDGETS}/cells/worker.js")
    assert parser().parse_args(["check", "my_microgpt.py"]).limit == 3600  # seconds: an hour
