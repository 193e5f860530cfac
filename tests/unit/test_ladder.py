"""The ladder: programs of one file that print the recorded runs of the steps that lead to microgpt.

The slower programs take minutes for a whole run. MICROGPT_EVERYTHING=1 runs them too; without it, their first 50
steps are tested.
"""

import ast
import os
import re
import subprocess
import sys

import pytest
from everything import EVERYTHING
from reference import EXACT, PROGRAM, reference_names
from rungs import OWN_SUM, RECORD, RUNGS, fixture_list, path, run_rung, text

REGION = re.compile(r"^ *# --- (\w+): (.+) ---$", re.MULTILINE)
REGIONS = {
    "train0": "data tokenizer parameters model training sampling",
    "train1": "data tokenizer parameters linear softmax mlp model loss gradients check optimizer training sampling",
    "train2": "data tokenizer value operations shorthands backward parameters linear softmax mlp model optimizer "
    "training sampling",
    "train3": "data tokenizer value operations shorthands backward parameters linear softmax rmsnorm attention mlp gpt "
    "optimizer training sampling",
    "train4": "data tokenizer value operations shorthands backward parameters linear softmax rmsnorm attention mlp gpt "
    "optimizer training sampling",
}
BEFORE = {
    "train0": ["num docs: 32033", "vocab size: 27"],
    "train1": [
        "num docs: 32033",
        "vocab size: 27",
        "num params: 3184",
        "gradient check: largest difference 0.00000000",
    ],
    "train2": ["num docs: 32033", "vocab size: 27", "num params: 3184"],
    "train3": ["num docs: 32033", "vocab size: 27", "num params: 4192"],
    "train4": ["num docs: 32033", "vocab size: 27", "num params: 4192"],
}
PLAIN = ["train0", "train1"]  # their numbers are floats, and not Values
WHOLE = RUNGS if EVERYTHING else ["train0"]
FIRST = 50  # steps

every_rung = pytest.mark.parametrize("rung", RUNGS)


# --- the text ---


@every_rung
def test_it_fits_on_a_page(rung):
    """A line may be long where the program that the ladder leads to has the same one."""
    lines = text(rung).splitlines()
    shared = PROGRAM.read_text(encoding="utf-8").splitlines()
    assert len(lines) < len(shared)
    assert [line for line in lines if len(line) > 100 and line not in shared] == []


@every_rung
def test_it_needs_only_the_standard_library(rung):
    nodes = list(ast.walk(ast.parse(text(rung))))
    imported = [name.name for node in nodes if isinstance(node, ast.Import) for name in node.names]
    assert imported == ["math", "os", "random", "sys"]
    assert not any(isinstance(node, ast.ImportFrom) for node in nodes)


@every_rung
def test_its_regions_have_names_and_sentences(rung):
    assert [name for name, _ in REGION.findall(text(rung))] == REGIONS[rung].split()
    assert len(REGION.findall(text(rung))) == text(rung).count("# ---")


@every_rung
def test_it_says_how_it_is_started(rung):
    assert f"MICROGPT_NAMES=names.txt python {rung}.py " in ast.get_docstring(ast.parse(text(rung)))


# --- how it is started ---


def started(rung, folder, **variables):
    environment = {name: value for name, value in os.environ.items() if name != "MICROGPT_NAMES"}
    command = [sys.executable, str(path(rung))]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=folder, env=environment | variables, **pipes)


@every_rung
def test_it_reads_input_txt_in_the_working_directory(rung, tmp_path):
    (tmp_path / "input.txt").write_text("emma\n\n ava \n", encoding="utf-8")
    with started(rung, tmp_path) as process:
        lines = [next(process.stdout).rstrip("\n") for _ in range(2)]
        process.kill()
    assert lines == ["num docs: 2", "vocab size: 5"]


@every_rung
@pytest.mark.parametrize("variables", [{}, {"MICROGPT_NAMES": "/no/such/file"}])
def test_without_a_list_it_says_how_to_get_one(rung, variables, tmp_path):
    with started(rung, tmp_path, **variables) as process:
        said, complaint = process.communicate(timeout=30)
    assert (process.returncode, said) == (2, "")
    assert complaint.count("\n") == 1
    assert "input.txt" in complaint and "MICROGPT_NAMES" in complaint


# --- what it prints ---


def same(rung, ours, theirs):
    """Equal to the last bit where the record was made, within 1e-9 elsewhere."""
    exact = OWN_SUM if rung in PLAIN else EXACT
    return ours == theirs if exact else ours == pytest.approx(theirs, rel=0, abs=1e-9)


@every_rung
def test_its_first_steps_are_those_of_the_record(rung, tmp_path):
    before, losses, _ = run_rung(rung, fixture_list(tmp_path), steps=FIRST)
    assert before == BEFORE[rung]
    assert len(losses) == FIRST
    assert same(rung, losses, RECORD["losses"][rung][:FIRST])


@pytest.mark.parametrize("rung", WHOLE)
def test_its_whole_run_is_that_of_the_record(rung):
    before, losses, samples = run_rung(rung, reference_names())
    assert before == BEFORE[rung]
    assert same(rung, losses, RECORD["losses"][rung])
    assert samples == RECORD["samples"][rung]


def test_numbers_that_work_out_their_slopes_themselves_learn_the_same():
    by_hand, by_value = (RECORD["losses"][rung] for rung in ("train1", "train2"))
    assert by_value == pytest.approx(by_hand, rel=0, abs=1e-14)
    assert RECORD["samples"]["train1"] == RECORD["samples"]["train2"]
