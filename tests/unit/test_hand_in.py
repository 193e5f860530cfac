"""What readers hand in: read without trust, run again apart, and written as a table."""

import csv
import json
import subprocess
import sys

import pytest

from microgpt.check import exercises, hand_in
from microgpt.check.__main__ import NOTEBOOKS, main
from microgpt.check.ch14.rooms import piece
from microgpt.course import CHAPTERS

RIGHT = "def dot(a, b):\n    return sum(x * y for x, y in zip(a, b))"


def file(path, cells, **more):
    data = {"course": "microgpt", "hand_in": 1, "solved": {}, "cells": cells, **more}
    path.write_text(json.dumps(data), "utf-8")
    return path


def marks(tmp_path, files, *options):
    """The lines of the table, by the name of the file."""
    out = tmp_path / "marks.csv"
    main([*map(str, files), "--out", str(out), *options])
    with open(out, encoding="utf-8", newline="") as table:
        return {line["file"]: line for line in csv.DictReader(table)}


def test_the_code_counts_and_nothing_else(tmp_path, capsys):
    cells = {
        "01-ex-01-1-stub": RIGHT,
        "01-ex-01-2-stub": "def cosine(a, b):\n    return dot(a, b) / sqrt(dot(a, a) * dot(b, b))",
        "01-ex-01-3-stub": "def linear(x, w):\n    return [dot(w[0], x)]",
        "02-ex-02-1-stub": "def slope(",
    }
    line = marks(tmp_path, [file(tmp_path / "a.json", cells, solved={"ex-04-1": "2026"})])["a.json"]
    assert line["ex-01-1"] == line["ex-01-2"] == "1.00", (
        "the second uses the first, and the chapter's sqrt"
    )
    assert 0 < float(line["ex-01-3"]) < 1 and line["ex-02-1"] == "0.00"
    assert line["ex-04-1"] == "" and line["solved"] == "2" and line["problem"] == ""
    assert "a.json: 2 solved" in capsys.readouterr().out


@pytest.mark.one_in(2)
@pytest.mark.parametrize(
    "source",
    [
        "while True: pass",
        "import os, time\nif os.fork() == 0: time.sleep(600)\nwhile True: pass",
        "x = 'x' * 10**11",
        "raise SystemExit",
        "import os\nos._exit(0)",
        "import sys\nprint('1.0')\nsys.stdout.flush()",
        "open('big', 'w').write('x' * 10**8)",
        "def dot(a, b): return open('/dev/stdin').read()",
    ],
)
def test_nothing_that_an_answer_does_goes_further_than_its_process(source, tmp_path):
    seconds = "4" if "while True" in source else "10"  # these use up all that they get
    line = marks(
        tmp_path, [file(tmp_path / "a.json", {"01-ex-01-1-stub": source})], "--seconds", seconds
    )
    assert line["a.json"]["ex-01-1"] == "0.00"
    said = line["a.json"]["problem"]
    assert said == "" or said.startswith("No result of ex-01-1: it took too long, or ended its")
    assert ("while True" in source or "_exit" in source) <= bool(said)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the processor's time")
def test_an_endless_answer_ends_though_nobody_ends_it():
    source = "while True:\n    pass"
    order = {"token": "t", "id": "ex-01-1", "sources": [source], "seconds": 1}
    child = subprocess.run(
        [sys.executable, "-I", hand_in.RERUN], input=json.dumps(order), text=True, timeout=60
    )
    assert child.returncode < 0  # ended by a signal


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"", "It is not JSON."),
        (b"\xff\x00", "It is not JSON."),
        (b"[" * 100_000, "It is not JSON."),
        (b"[]", "It is not a file that the course's Hand in button writes."),
        (b'{"course": "microgpt", "entries": []}', "It is not a file that the course's"),
        (b'{"course": "microgpt", "hand_in": 2}', "It was written by another version"),
        (b'{"course": "microgpt", "hand_in": 1, "cells": {"a": 1}}', "Its cells are not text."),
        (b" " * 3_000_000, "It is larger than 2,000,000 bytes."),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(content, sentence, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_bytes(content)
    lines = marks(tmp_path, [bad, tmp_path / "none.json", file(tmp_path / "good.json", {})])
    assert lines["bad.json"]["problem"].startswith(sentence)
    assert lines["none.json"]["problem"].startswith("It cannot be read")
    assert lines["good.json"]["problem"] == "" and lines["good.json"]["solved"] == "0"


def test_names_of_files_are_text_to_a_spreadsheet_and_to_the_shell(tmp_path):
    names = ["=1+1.json", "$(touch here).json", "a b;.json"]
    lines = marks(tmp_path, [file(tmp_path / name, {}) for name in names])
    assert list(lines) == ["'=1+1.json", *names[1:]]
    assert not (tmp_path / "here").exists()


def test_the_chapters_have_to_be_there(tmp_path):
    with pytest.raises(SystemExit, match="The chapters are not in"):
        main([str(file(tmp_path / "a.json", {})), "--notebooks", str(tmp_path / "none")])


def test_every_exercise_has_a_program_that_ends_with_it():
    ready = {chapter.label for chapter in CHAPTERS if chapter.ready}
    for id in [id for id in exercises() if id[3:5] in ready]:
        sources = hand_in.program(id, {hand_in.stub(id): "mine"}, NOTEBOOKS)
        assert sources[-1] == "mine" and len(sources) > 2


@pytest.mark.weekly
def test_a_step_of_chapter_14_is_marked_by_what_its_cell_makes():
    """Its answer is not one name but all of them; the steps before it are lent."""
    right = "begin(4, globals())\n" + piece(4)
    marked = [
        hand_in.mark("ex-14-4", {"14-ex-14-4-stub": source}, NOTEBOOKS, 60)
        for source in (right, right.replace(" / size**0.5", ""))
    ]
    assert marked[0] == 1 and 0 < marked[1] < 1


def test_a_pattern_that_the_shell_left_alone_names_its_files(tmp_path):
    from microgpt.check.__main__ import expanded

    for name in ("b.json", "a.json", "c.txt"):
        (tmp_path / name).write_text("{}", "utf-8")
    assert expanded([str(tmp_path / "*.json")]) == [str(tmp_path / f"{n}.json") for n in "ab"]
    assert expanded(["no.json"]) == ["no.json"]
