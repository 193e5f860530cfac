"""Marks as tables for Moodle and Canvas, the roster, and whose a file is."""

import csv
import json
import re
import shlex
from argparse import Namespace
from pathlib import Path

import pytest

from microgpt.check.__main__ import asked_for, main, parser
from microgpt.gradebook import Entry, Gradebook, cell
from microgpt.roster import RosterError, read_roster, whose

ROSTER = "name,email,id\nEmma Doe,emma@school.org,4711\nLiam O'Neil,liam@school.org,4712\nZoë Ito,zoe@school.org,4713\n"
ITEMS = ["ex-01-1", "ex-01-2"]
# As they are exported: Moodle's grades, Canvas's gradebook.
MOODLE = '\ufeff"First name","Last name","ID number","Email address"\nEmma,Doe,,emma@school.org\n'
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Quiz (7)\n    Points Possible,,,,,10\n"
    '"Doe, Emma",4711,S1,edoe,A,3\n'
)


def roster(tmp_path, text=ROSTER, encoding="utf-8"):
    path = tmp_path / "roster.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


def book(tmp_path, format="plain", people=ROSTER, points=None):
    options = Namespace(format=format, roster=people and roster(tmp_path, people), points=points)
    return Gradebook(str(tmp_path / "out.csv"), ITEMS, ("file", "solved"), ("problem",), options)


def add(made, name, problem="", **marks):
    marks = {id.replace("_", "-"): share for id, share in marks.items()}
    return made.add(Entry(Path(name), Path(name).name, marks, {"solved": 1}, problem))


def table(tmp_path):
    with open(tmp_path / "out.csv", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_moodle_gets_the_class_by_email_and_no_one_else(tmp_path):
    made = book(tmp_path, "moodle")
    assert add(made, "emma.json", ex_01_1=1, ex_01_2=0.5) == ""
    assert add(made, "stranger.json", ex_01_1=1) == "Nobody in the roster has this name."
    assert table(tmp_path) == [
        ["Full name", "Email address", *ITEMS],
        ["Emma Doe", "emma@school.org", "100.00", "50.00"],
        ["Liam O'Neil", "liam@school.org", "-", "-"],
        ["Zoë Ito", "zoe@school.org", "-", "-"],
    ]


def test_canvas_gets_its_columns_its_row_of_points_and_the_ids_that_it_gave(tmp_path):
    made = book(tmp_path, "canvas", CANVAS, points=4)
    add(made, "doeemma_4711_99_microgpt-hand-in.json", ex_01_1=0.25)
    assert table(tmp_path) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *ITEMS],
        ["    Points Possible", "", "", "", "", "4", "4"],
        ["Doe, Emma", "4711", "S1", "edoe", "A", "1.00", ""],
    ]


def test_a_plain_table_has_a_row_for_each_file_and_for_each_who_is_missing(tmp_path):
    made = book(tmp_path)
    add(made, "emma.json", ex_01_1=1)
    add(made, "nobody.json", "It is not JSON.")
    assert table(tmp_path) == [
        ["name", "file", "solved", *ITEMS, "problem"],
        ["Emma Doe", "emma.json", "1", "1.00", "", ""],
        ["", "nobody.json", "1", "", "", "It is not JSON."],
        ["Liam O'Neil", "", "", "", "", "nothing was handed in."],
        ["Zoë Ito", "", "", "", "", "nothing was handed in."],
    ]


def test_who_handed_in_twice_gets_the_better_mark_of_each(tmp_path):
    made = book(tmp_path, "canvas")
    add(made, "emma.json", ex_01_1=1, ex_01_2=0)
    add(made, "4711.json", ex_01_1=0.5, ex_01_2=0.75)
    assert table(tmp_path)[2][-2:] == ["1.00", "0.75"]
    first, *others = made.notes()
    assert (
        first
        == "Emma Doe handed in 2 times (emma.json, 4711.json). The better mark of each item counts."
    )
    assert others == ["Liam O'Neil: nothing was handed in.", "Zoë Ito: nothing was handed in."]


@pytest.mark.parametrize(
    "name",
    [
        "Emma Doe.json",
        "doe_emma.json",
        "EMMA.json",
        "emma@school.org.json",
        "4711.json",
        "Emma Doe_88123_assignsubmission_file_microgpt-hand-in.json",
        "Emma Doe_88123_assignsubmission_file/microgpt-hand-in.json",
        "doeemma_4711_99_microgpt-hand-in.json",
        "doeemma_LATE_4711_99_microgpt-hand-in.json",
        "emma/bot.py",
    ],
)
def test_a_file_is_known_by_its_name_or_its_folder(name, tmp_path):
    people = read_roster(roster(tmp_path))
    assert [person.name for person in whose(Path("hand-ins") / name, people)] == ["Emma Doe"]


@pytest.mark.parametrize("name", ["microgpt-hand-in.json", "em.json", "47.json", "_.json"])
def test_a_name_that_says_too_little_is_nobodys(name, tmp_path):
    assert whose(Path("hand-ins") / name, read_roster(roster(tmp_path))) == []


def test_a_file_of_two_is_given_to_neither(tmp_path):
    made = book(tmp_path, "moodle", "name,email\nEmma Doe,emma@a.org\nEmma Roe,emma@b.org\n")
    assert add(made, "emma.json", ex_01_1=1) == "It could be of Emma Doe or Emma Roe: rename it."
    assert [row[-1] for row in table(tmp_path)[1:]] == ["-", "-"]


@pytest.mark.parametrize(
    "text, expected",
    [
        (MOODLE, ("Emma Doe", "emma@school.org")),
        (CANVAS, ("Doe, Emma", "")),
        ("Name;E-Mail\nEmma Doe;emma@school.org\n\n;\n", ("Emma Doe", "emma@school.org")),
        ("email\nemma@school.org\n", ("emma@school.org", "emma@school.org")),
        ("NAME\tEmail\tmore\nEmma Doe\n", ("Emma Doe", "")),
    ],
)
def test_a_roster_is_read_as_it_is_exported(text, expected, tmp_path):
    (person,) = read_roster(roster(tmp_path, text))
    assert (person.name, person.email) == expected


@pytest.mark.parametrize(
    "text, words",
    [
        ("", "names nobody"),
        ("emma,doe\n", "names nobody"),
        ("a,b\nEmma,Doe\n", "its first line should have headings, such as name,email"),
        ("name\nZo\xeb\n", "not a text in UTF-8"),
    ],
)
def test_a_roster_that_cannot_be_read_gets_a_sentence(text, words, tmp_path):
    with pytest.raises(RosterError, match=words):
        read_roster(roster(tmp_path, text, "latin-1"))


def test_what_is_missing_is_said_before_anything_is_graded(tmp_path):
    with pytest.raises(RosterError, match="cannot read"):
        read_roster(tmp_path / "none.csv")
    with pytest.raises(RosterError, match="--format canvas needs --roster"):
        book(tmp_path, "canvas", None)
    with pytest.raises(RosterError, match="Moodle finds people by email address"):
        book(tmp_path, "moodle", "name,email\nEmma,emma@a.org\nLiam,\n")
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", " =1", "\t=1", "\r=1"])
def test_no_cell_becomes_a_formula(text, tmp_path):
    assert cell(text).startswith("'")
    made = book(
        tmp_path,
        "canvas",
        f'name,id\n"{text}",4711\n' if text.strip() == text else f'name,id\n"{text}x",4711\n',
    )
    add(made, "4711.json", ex_01_1=1)
    cells = [one for row in table(tmp_path) for one in row]
    assert not [one for one in cells if one.lstrip()[:1] in tuple("=+-@")]


HAND_IN = {"course": "microgpt", "hand_in": 1, "cells": {}}


def test_the_command_takes_a_folder_and_writes_for_moodle(tmp_path, capsys):
    folder = tmp_path / "hand-ins"
    folder.mkdir()
    answer = "def dot(a, b):\n    return sum(x * y for x, y in zip(a, b))"
    cells = {"01-ex-01-1-stub": answer, "01-ex-01-2-stub": "def cosine("}
    (folder / "emma.json").write_text(json.dumps({**HAND_IN, "cells": cells}), "utf-8")
    (folder / "liam.json").write_text("no JSON", "utf-8")
    (folder / "=1.json").write_text(json.dumps(HAND_IN), "utf-8")
    out = tmp_path / "out.csv"
    options = [
        "--format",
        "moodle",
        "--roster",
        roster(tmp_path),
        "--only",
        "ex-01-1",
        "--out",
        str(out),
    ]
    main([str(folder), *options])
    assert table(tmp_path)[1:3] == [
        ["Emma Doe", "emma@school.org", "100.00"],
        ["Liam O'Neil", "liam@school.org", "-"],
    ]
    said = capsys.readouterr().out
    assert "=1.json: 0 solved. Nobody in the roster has this name." in said
    assert "liam.json: It is not JSON." in said and "Zoë Ito: nothing was handed in." in said


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path, capsys):
    """Moodle can put each student's file into a folder of its own; the files are all called the same."""
    for name in ("Emma Doe_88_assignsubmission_file", "Liam O'Neil_89_assignsubmission_file"):
        (tmp_path / "hand-ins" / name).mkdir(parents=True)
        path = tmp_path / "hand-ins" / name / "microgpt-hand-in.json"
        path.write_text(json.dumps(HAND_IN) if "Emma" in name else "cut", "utf-8")
    main([str(tmp_path / "hand-ins"), "--out", str(tmp_path / "out.csv")])
    names = [row[0] for row in table(tmp_path)[1:]]
    assert names == [
        "Emma Doe_88_assignsubmission_file/microgpt-hand-in.json",
        "Liam O'Neil_89_assignsubmission_file/microgpt-hand-in.json",
    ]
    said = capsys.readouterr().out
    assert f"{names[0]}: 0 solved." in said and f"{names[1]}: It is not JSON." in said
    main([str(path), "--out", str(tmp_path / "out.csv")])
    assert table(tmp_path)[1][0] == "microgpt-hand-in.json"


@pytest.mark.parametrize("name", ["", "/*.json"])
def test_an_empty_folder_gets_a_sentence(name, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SystemExit, match="There is no file to grade in"):
        main([f"{tmp_path}/empty{name}", "--out", str(tmp_path / "out.csv")])
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("page", ["teaching", "teaching_class"])
def test_the_guides_commands_are_ones_that_the_tool_takes(page):
    guide = (Path(__file__).parents[2] / f"book/{page}.md").read_text("utf-8")
    lines = re.findall(r"^\.venv/bin/python -m microgpt\.check (.+)$", guide, re.M)
    assert lines
    for line in lines:
        args = parser().parse_args(shlex.split(line))
        assert args.files == ["hand-ins"] and asked_for(" ".join(args.only))
    for only in re.findall(r"`--only \"([^\"]+)\"`", guide):
        assert len(asked_for(only)) > 1


def test_only_may_be_said_twice():
    args = parser().parse_args(["hand-ins", "--only", "00", "--only", "01 ex-02-1"])
    assert asked_for(" ".join(args.only)) == asked_for("00 01 ex-02-1")


def test_only_names_chapters_and_exercises():
    assert asked_for("ex-02-1, 00") == ["ex-00-1", "ex-00-2", "ex-02-1"]
    with pytest.raises(SystemExit, match="There is no chapter or exercise 'ex-99-1'"):
        asked_for("ex-99-1")
