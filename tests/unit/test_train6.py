"""The program on tensors: what can be said of it without PyTorch."""

import re
import sys

import pytest
from train6 import PROGRAM, TEXT, finished

REGION = re.compile(r"^ *# --- (\w+): (.+) ---$", re.MULTILINE)
SIZES = ["width", "layers", "heads", "block", "batch", "steps", "lr"]


def test_it_is_shorter_than_the_program():
    lines = TEXT.splitlines()
    assert len(lines) < 150
    assert max(map(len, lines)) <= 120
    compile(TEXT, str(PROGRAM), "exec")


def test_its_regions_have_names_and_sentences():
    assert [name for name, _ in REGION.findall(TEXT)] == [
        "flags", "devices", "data", "tokenizer", "parameters", "rmsnorm", "attention", "mlp", "gpt", "optimizer",
        "training", "sampling",
    ]  # fmt: skip
    assert len(REGION.findall(TEXT)) == TEXT.count("# ---")


@pytest.fixture
def no_torch(tmp_path):
    """A folder in which PyTorch is missing, also for a Python that has it."""
    (tmp_path / "torch.py").write_text("raise ImportError\n", encoding="utf-8")
    return tmp_path


def test_it_says_what_each_flag_does(no_torch):
    result = finished([sys.executable, PROGRAM, "--help"], no_torch, PYTHONPATH=str(no_torch))
    assert result.returncode == 0, result.stderr
    said = dict(re.findall(r"^  --(\w+)\b.*?((?:\n? {2,}\w.*)+)", result.stdout, re.MULTILINE))
    assert list(said) == [*SIZES, "dtype", "device", "compile"]


def test_without_torch_it_says_how_to_get_it(no_torch):
    result = finished([sys.executable, PROGRAM], no_torch, PYTHONPATH=str(no_torch))
    assert result.returncode == 1 and result.stdout == ""
    assert result.stderr.count("\n") == 1 and "pip install torch" in result.stderr


@pytest.mark.parametrize("flags", [["--heads", "3"], ["--batch", "0"]])
def test_sizes_that_do_not_fit_are_refused(flags, no_torch):
    result = finished([sys.executable, PROGRAM, *flags], no_torch, PYTHONPATH=str(no_torch))
    assert result.returncode == 2
    assert result.stderr.endswith("sizes are at least 1, and the heads share the width evenly\n")
