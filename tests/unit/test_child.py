"""A program in a process of its own: what it sees, what it may do, and that nothing of it is left."""

import json
import os
import sys
import time

import pytest

from microgpt.child import Child, Limits


def run(source, **options):
    with Child("program.py", {"program.py": source}, **options) as child:
        lines = list(child.lines())
    return child, lines


def gone(process):
    """Whether a process has ended; it may take a moment."""
    for _ in range(100):
        try:
            with open(f"/proc/{process}/stat", encoding="utf-8") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


def test_it_sees_its_own_folder_and_nothing_of_ours(monkeypatch):
    monkeypatch.setenv("MICROGPT_NAMES", "/somewhere")
    monkeypatch.setenv("SECRET", "1")
    source = """
import json, os, sys
print(json.dumps([dict(os.environ), os.getcwd(), sorted(os.listdir()), sys.path, sys.argv[1:]]))
print(repr(sys.stdin.read()))
"""
    with Child("a.py", {"a.py": source, "b.txt": b"\xff"}, ["x"], {"B": "2"}) as child:
        first, second = list(child.lines())
    environment, folder, files, path, arguments = json.loads(first)
    assert "SECRET" not in environment and "MICROGPT_NAMES" not in environment
    assert environment["B"] == "2" and environment["HOME"] == folder
    assert files == ["a.py", "b.txt"] and arguments == ["x"] and second == "''"
    assert not [one for one in path if one in ("", folder, os.getcwd())]
    assert not os.path.exists(folder)
    assert (child.ending, child.code, child.errors) == ("done", 0, "")


def test_lines_come_as_they_are_printed():
    source = "import time\nprint('one')\ntime.sleep(60)"
    started = time.monotonic()
    with Child("a.py", {"a.py": source}) as child:
        assert next(child.lines()) == "one"
    assert child.ending == "stopped" and gone(child.process.pid)
    assert time.monotonic() - started < 50


def test_all_kinds_of_lines():
    source = r"import sys; sys.stdout.buffer.write(b'a\rb\r\nc\n\xc3\xa9\xff\nend')"
    assert run(source)[1] == ["a", "b", "c", "é\ufffd", "end"]


def test_its_errors_name_its_own_files_alone():
    child, lines = run("import sys\nprint(1, file=sys.stderr)\n1 / 0")
    assert lines == [] and child.code == 1
    assert child.errors.startswith("1\nTraceback") and 'File "program.py", line 3' in child.errors


@pytest.mark.parametrize(
    "source, ending",
    [
        ("while True: pass", "time"),
        ("import sys, os, time; os.close(1); time.sleep(600)", "time"),
        ("while True: print('x' * 1000)", "output"),
        ("import sys\nwhile True: sys.stderr.write('x' * 1000)", "output"),
        ("import os; os.write(1, b'x' * 2_000_000)", "output"),
    ],
)
def test_limits_of_time_and_output(source, ending):
    child, _ = run(source, limits=Limits(seconds=5, output=1_000_000))
    assert child.ending == ending and gone(child.process.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="the system knows no limit on memory")
def test_limit_of_memory():
    child, lines = run(
        "print(1)\nx = bytearray(10**9)\nprint(2)", limits=Limits(memory=500_000_000)
    )
    assert lines == ["1"] and "MemoryError" in child.errors and child.ending == "done"


@pytest.mark.parametrize("before", ["", "import os; os.close(1)\n"])
def test_the_processes_that_it_begins_end_with_it(before):
    source = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(child.pid, flush=True)
"""
    child, lines = run(source + before, limits=Limits(seconds=30))
    assert child.ending == "done" and gone(int(lines[0]))


def test_one_can_talk_with_it():
    source = "for line in __import__('sys').stdin: print(line.upper(), end='')"
    with Child("a.py", {"a.py": source}, talk=True) as child:
        lines = child.lines()
        for word in ("emma", "ava"):
            assert child.send(f"{word}\n") and next(lines) == word.upper()
        child.process.stdin.close()
        assert list(lines) == [] and child.ending == "done"
        assert not child.send("more\n")


def test_one_that_does_not_listen_any_more():
    with Child("a.py", {"a.py": "pass"}, talk=True) as child:
        list(child.lines())
        assert not all(child.send("x" * 100_000) for _ in range(10))


def test_sets_have_an_order_that_can_be_repeated():
    source = "print(*{chr(97 + i) * 3 for i in range(20)})"
    orders = [run(source, hash_seed=seed)[1] for seed in (0, 0, 1)]
    assert orders[0] == orders[1] != orders[2]


def test_no_folder_is_left_where_it_cannot_start(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(OSError), Child("a.py", {"no/such/folder.py": ""}):
        pass
    assert os.listdir(tmp_path) == []
