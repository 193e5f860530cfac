"""The commands of the bot: what they print, what they write, their exit codes; no mistake ends in a traceback."""

import csv
import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

import pytest
from reference import ROOT

from microgpt.__main__ import main
from microgpt.bot.bad import bad_bots, whole
from microgpt.bot.grade import COLUMNS
from microgpt.bot.policy import text
from microgpt.bot.reference import STARTER
from microgpt.gradebook import cell

GOOD = whole((ROOT / "tests/bots/by_any.py").read_text(encoding="utf-8"))


def bot(*arguments, typed=b""):
    """A command in this process, where what the judge knows of a seed is known for the next one."""
    out, err = io.StringIO(), io.StringIO()
    typed = mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
    with redirect_stdout(out), redirect_stderr(err), typed:
        try:
            code = main(["bot", *map(str, arguments)])
        except SystemExit as end:
            code = end.code
    said = (text.getvalue().encode() for text in (out, err))
    return subprocess.CompletedProcess(arguments, code, *said)


def in_a_terminal(*arguments, typed=b""):
    """The same in a process of its own, as a learner types it."""
    return subprocess.run(
        [sys.executable, "-m", "microgpt", "bot", *map(str, arguments)],
        input=typed,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        timeout=300,
    )


def printed(done, code):
    assert (done.returncode, done.stderr) == (code, b""), done
    return done.stdout.decode()


def one_sentence(done):
    assert done.returncode == 2 and done.stdout == b"", done
    errors = done.stderr.decode()
    assert errors.count("\n") == 1 and "Traceback" not in errors, errors
    return errors


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "bot.py"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_policy():
    assert printed(bot("policy"), 0) == printed(in_a_terminal("policy"), 0) == text()


def test_start_writes_the_starter_and_never_over_a_file(tmp_path):
    path = tmp_path / "bot.py"
    assert "Written" in printed(bot("start", path), 0)
    assert path.read_bytes() == STARTER.read_bytes()
    path.write_text("mine")
    assert "is there already" in one_sentence(bot("start", path))
    assert path.read_text() == "mine"
    assert "cannot write" in one_sentence(bot("start", tmp_path / "no such folder" / "bot.py"))


def test_the_starter_talks(tmp_path):
    path = tmp_path / "bot.py"
    path.write_bytes(STARTER.read_bytes())
    done = subprocess.run(
        [sys.executable, str(path), "7"],
        input=b"em ol\n\n",
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    lines = printed(done, 0).splitlines()
    assert len(lines) == 2 and all(line.startswith("OK: ") for line in lines)


@pytest.mark.weekly
def test_grade_accepts(good):
    lines = printed(bot("grade", good, "--seed", 1), 0).splitlines()
    assert lines[0] == "bot.py: accepted"
    assert lines[1].startswith("leaks 0 of ") and "false refusals 0 of " in lines[1]
    assert lines[-1] == "Again: --seed 1"


@pytest.mark.weekly
def test_grade_rejects_and_a_case_is_played_again(tmp_path):
    path = tmp_path / "bot.py"
    path.write_bytes(bad_bots()["says_why"])
    lines = printed(bot("grade", path, "--seed", 1), 1).splitlines()
    assert lines[0] == "bot.py: rejected (leak)"
    assert lines[-1].endswith("More help: --level 2")
    case = lines[-1].split("--case ")[1].split()[0]
    again = printed(bot("grade", path, "--seed", 1, "--case", case), 1)
    assert again.count("leak: it says") == 1 and "the reference:  REFUSE: " in again


@pytest.mark.weekly
def test_a_case_is_played_after_those_before_it(tmp_path):
    path = tmp_path / "bot.py"
    path.write_bytes(bad_bots()["state_kept"])
    last = printed(bot("grade", path, "--seed", 1, "--level", 3), 1).splitlines()
    assert any("Send the last line alone" in line for line in last)
    case = last[-1].split("--case ")[1].split()[0]
    assert "false refusal: " in printed(bot("grade", path, "--seed", 1, "--case", case), 1)


@pytest.mark.weekly
def test_each_game_has_a_seed_of_its_own(tmp_path):
    path = tmp_path / "bot.py"
    path.write_text("exit()")  # its game is short
    seeds = {printed(bot("grade", path), 1).split("--seed ")[1].split()[0] for _ in range(2)}
    assert len(seeds) == 2


def test_a_folder_is_not_graded_from_inside(tmp_path, monkeypatch):
    (tmp_path / "below").mkdir()
    for inside in (tmp_path, tmp_path / "below"):
        monkeypatch.chdir(inside)
        assert "from inside" in one_sentence(bot("grade", tmp_path))
    assert not list(tmp_path.rglob("*.csv"))


@pytest.mark.weekly
def test_a_folder_becomes_a_table(tmp_path, good):
    folder = tmp_path / "bots"
    (folder / "=1+1").mkdir(parents=True)
    good.rename(folder / "a.py")
    (folder / "=1+1" / "bot.py").write_bytes(bad_bots()["refuse_all"])
    (folder / "c, d.py").write_text("no Python", encoding="utf-8")
    (folder / "notes.txt").write_text("no bot", encoding="utf-8")
    os.mkfifo(folder / "pipe.py")
    table = tmp_path / "out.csv"
    shown = printed(bot("grade", folder, "--csv", table, "--seed", 1), 0)
    assert "a.py: accepted" in shown and "=1+1/bot.py: rejected (false refusal)" in shown
    with open(table, encoding="utf-8", newline="") as file:
        rows = {row["file"]: row for row in csv.DictReader(file)}
    assert list(rows) == ["'=1+1/bot.py", "a.py", "c, d.py"]
    assert list(rows["a.py"]) == COLUMNS
    assert (rows["a.py"]["verdict"], rows["a.py"]["leaks"], rows["a.py"]["seed"]) == (
        "accepted",
        "0",
        "1",
    )
    refuses = rows["'=1+1/bot.py"]
    assert refuses["reason"] == "false refusal"
    assert refuses["false_refusals"] == refuses["false_refusals_of"] != "0"
    assert rows["c, d.py"]["reason"] == "not a program" and rows["c, d.py"]["leaks"] == ""


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", " =1", "\t=1", "\n=1", "\r=1"])
def test_no_cell_is_a_formula(text):
    assert cell(text).startswith("'") and "\n" not in cell(text)


def test_play(good):
    talk = b"em\npear\n\n"
    assert printed(bot("play", good, typed=talk), 0) == printed(
        in_a_terminal("play", good, typed=talk), 0
    )
    shown = printed(bot("play", good, typed=talk), 0).splitlines()
    assert [line.partition(":")[0] for line in shown] == ["OK", "REFUSE", "OK"]


def test_play_says_what_leaks(tmp_path):
    path = tmp_path / "bot.py"
    path.write_bytes(STARTER.read_bytes())
    assert "(leak: it says pear)" in printed(bot("play", path, typed=b"pear\n"), 0)


@pytest.mark.weekly
def test_attack(tmp_path):
    path = tmp_path / "attack.txt"
    path.write_bytes(b"\n")
    shown = printed(bot("attack", path), 0)
    assert "breaks  crash: " in shown and "stands  keyword_list" in shown
    path.write_bytes("xpear\nPEA\u200br\nem\n".encode())
    shown = printed(bot("attack", path), 0)
    assert "breaks  keyword_list: leak" in shown and "breaks  as_typed: leak" in shown
    assert f"of {len(bad_bots())} bad bots" in shown


def test_mistakes_are_one_sentence(tmp_path, good):
    assert "cannot read" in one_sentence(bot("attack", tmp_path / "nothing.txt"))
    (tmp_path / "long.txt").write_bytes(b"a\n" * 100)
    assert "at most 20 lines" in one_sentence(bot("attack", tmp_path / "long.txt"))
    assert "--seed" in one_sentence(bot("grade", good, "--case", 3))
    assert "there is no case" in one_sentence(bot("grade", good, "--seed", 1, "--case", 3000))
    assert "--csv is for a folder" in one_sentence(bot("grade", good, "--csv", "x.csv"))
    assert "cannot write" in one_sentence(bot("grade", tmp_path, "--csv", tmp_path))
    assert "--level" in one_sentence(bot("grade", good, "--level", 5))
    assert "no such file" in one_sentence(bot("grade", tmp_path / "nothing.py"))
    assert "policy | start" in one_sentence(bot())
    assert "policy | start" in one_sentence(in_a_terminal())
    assert "no such file" in one_sentence(bot("play", tmp_path / "nothing.py"))
    assert Path(good).read_text(encoding="utf-8") == GOOD
