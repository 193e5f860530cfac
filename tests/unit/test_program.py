"""The program: one plain file of at most 200 lines that prints the reference run."""

import ast
import os
import re
import subprocess
import sys

import pytest
from reference import PROGRAM, RUN, reference_names

TEXT = PROGRAM.read_text(encoding="utf-8")
REGION = re.compile(r"^ *# --- (\w+): (.+) ---$", re.MULTILINE)


def test_it_fits_on_a_page():
    lines = TEXT.splitlines()
    assert len(lines) <= 200
    assert max(map(len, lines)) <= 120


def test_it_needs_only_the_standard_library():
    imported = {
        name.name
        for node in ast.walk(ast.parse(TEXT))
        if isinstance(node, ast.Import)
        for name in node.names
    }
    assert imported == {"math", "os", "random", "sys"}
    assert not any(isinstance(node, ast.ImportFrom) for node in ast.walk(ast.parse(TEXT)))


def test_its_regions_have_names_and_sentences():
    assert [name for name, _ in REGION.findall(TEXT)] == [
        "data", "tokenizer", "value", "operations", "shorthands", "backward", "parameters", "linear", "softmax",
        "rmsnorm", "attention", "mlp", "gpt", "optimizer", "training", "sampling",
    ]  # fmt: skip
    assert len(REGION.findall(TEXT)) == TEXT.count("# ---")


def first_lines(number, folder, environment):
    """What the program prints first, started in a folder."""
    command = [sys.executable, str(PROGRAM)]
    pipe = {"stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=folder, env=environment, **pipe) as process:
        lines = [next(process.stdout).rstrip("\n") for _ in range(number)]
        process.kill()
    return lines


def test_it_prints_the_reference_run(tmp_path):
    environment = os.environ | {"MICROGPT_NAMES": str(reference_names())}
    lines = first_lines(3 + 8, tmp_path, environment)
    assert lines[:3] == ["num docs: 32033", "vocab size: 27", "num params: 4192"]
    assert lines[3:] == [
        f"step {i:4d} / 1000 | loss {loss:.4f}" for i, loss in enumerate(RUN["losses"][:8], 1)
    ]


def test_it_reads_input_txt_in_the_working_directory(tmp_path):
    (tmp_path / "input.txt").write_text("emma\n\n ava \n", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "MICROGPT_NAMES"}
    assert first_lines(2, tmp_path, environment) == ["num docs: 2", "vocab size: 5"]


@pytest.mark.parametrize("variable", [None, "/no/such/file"])
def test_without_a_list_it_says_how_to_get_one(tmp_path, variable):
    environment = {name: value for name, value in os.environ.items() if name != "MICROGPT_NAMES"}
    if variable:
        environment["MICROGPT_NAMES"] = variable
    result = subprocess.run(
        [sys.executable, str(PROGRAM)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        timeout=30,
    )
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "input.txt" in result.stderr and "MICROGPT_NAMES" in result.stderr
