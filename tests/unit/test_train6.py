"""The program on tensors: what can be said of it without PyTorch."""

import re
import sys

import pytest
from reference import ROOT
from train6 import PROGRAM, TEXT, finished

from microgpt.canonical import load_canonical
from microgpt.measured import best_rates, load_graphics_card, load_scaling

PAGE = (ROOT / "book" / "train6.md").read_text(encoding="utf-8")

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


# --- what its page says of it ---


def test_the_page_has_each_flag_with_its_default():
    rows = dict(re.findall(r"^\| `--(\w+)` \| .+ \| (.+?) \|$", PAGE, re.MULTILINE))
    assert list(rows) == re.findall(r'add_argument\("--(\w+)"', TEXT)
    for name in SIZES:
        assert re.search(
            rf'"--{name}", type=\w+, default={rows[name]}, .*\({rows[name]}\)"\)', TEXT
        )
    assert rows["dtype"] == "`float32`" and 'default="float32"' in TEXT
    starts = re.findall(r"^(?:python|torchrun) [^`]*?train6_torch\.py(.*)$", PAGE, re.MULTILINE)
    assert len(starts) == 4
    assert {flag for start in starts for flag in re.findall(r"--(\w+)", start)} < rows.keys()


def test_the_page_shows_the_recorded_run_on_the_course_s_list():
    run = load_canonical()
    losses = re.findall(r"^step +(\d+) / 1000 \| loss (.+)$", PAGE, re.MULTILINE)
    assert losses == [(f"{i}", f"{loss:.4f}") for i, loss in enumerate(run.losses[:3], 1)]
    assert f"`{run.samples[0]}` the first" in PAGE


def test_the_page_says_what_was_measured():
    one = load_graphics_card()["one_step_ms"]
    words = " ".join(PAGE.split())
    assert f"a round took {one['card']:.1f} ms" in words
    assert f"the NumPy engine of this course took {one['numpy']:.2f} ms" in words
    assert f"they took {one['card_graph']:.2f} ms on the card" in words
    rates = {size: runs[0]["lr"] for size, runs in best_rates(load_scaling()["sizes"]).items()}
    said = "was {} for 472 parameters, {} for 4,192 and {} for 795,392"
    assert said.format(*(rates[size] for size in (472, 4192, 795392))) in words
