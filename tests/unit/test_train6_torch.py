"""The program on tensors: the losses of the reference run, and of the NumPy engine where a step takes many names.

PyTorch is no requirement of the course. TORCH=/path/to/python names a Python that has it, as for `make bench`. Where
none is named, one loud line says that nothing of this was tested.
"""

import os
import random
import re
import subprocess

import pytest
from reference import RUN
from train6 import PROGRAM, TEXT, environment, finished

from microgpt import Config, Tokenizer, fast, generate
from microgpt.data import read_documents

PYTHON = os.environ.get("TORCH")
if not PYTHON:
    how = "set TORCH=/path/to/python, a Python that has it"
    pytest.skip(f"NOT TESTED WITH PYTORCH: {how}", allow_module_level=True)


@pytest.fixture(scope="module")
def exact(tmp_path_factory):
    """The program, but it prints all digits of a loss."""
    assert TEXT.count("{loss.item():.4f}") == 1
    path = tmp_path_factory.mktemp("exact") / "train6_torch.py"
    path.write_text(TEXT.replace("{loss.item():.4f}", "{loss.item()!r}"), encoding="utf-8")
    return path


def losses(text):
    return [float(loss) for loss in re.findall(r"loss (.+)", text)]


def test_its_first_50_losses_are_those_of_the_reference_run(exact, tmp_path):
    """In a list as long as the reference's, the names that come first after the shuffle are the reference's."""
    order = list(range(RUN["config"]["num_docs"]))
    random.Random(42).shuffle(order)
    names = ["abcdefghijklmnopqrstuvwxyz"] * len(order)
    for line, name in zip(order, RUN["first_docs"]):
        names[line] = name
    (tmp_path / "input.txt").write_text("\n".join(names), encoding="utf-8")
    command = [PYTHON, exact, "--batch", "1", "--dtype", "float64"]
    pipe = {"stdout": subprocess.PIPE, "text": True, "cwd": tmp_path, "env": environment()}
    with subprocess.Popen(command, **pipe) as process:
        lines = [process.stdout.readline().rstrip("\n") for _ in range(3 + 50)]
        process.kill()
    assert lines[:3] == ["num docs: 32033", "vocab size: 27", "num params: 4192"]
    assert losses("\n".join(lines)) == pytest.approx(RUN["losses"][:50], rel=0, abs=1e-12)


# Names longer than the block, fewer names than a step takes, letters beyond a to z, several layers.
DOCS = ["emma", "olivia", "maximilian", "zoé", "jo", "anne-marie", "bartholomew-christopher"]
CONFIG = Config(n_layer=2, n_head=2, block_size=8)
FLAGS = ["--layers", 2, "--heads", 2, "--block", 8, "--steps", 20]


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    path = tmp_path_factory.mktemp("names") / "names.txt"
    path.write_text("\n".join(DOCS), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def engine(names):
    """What the NumPy engine makes of eight names a step: (losses, samples)."""
    docs, rng = read_documents(names), random.Random(42)
    rng.shuffle(docs)
    tokenizer = Tokenizer(docs)
    model = fast.GPT(CONFIG, tokenizer.vocab_size, rng)
    found = [record.loss for record in fast.train(model, tokenizer, docs, 20, batch_size=8)]
    return found, [generate(model, tokenizer, rng, 0.5) for _ in range(20)]


@pytest.mark.parametrize(
    "start",
    [
        ["{exact}", "--batch", 8],
        ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", 2, "{exact}", "--batch", 4],
    ],
    ids=["one process", "two processes with half the names each"],
)  # fmt: skip
def test_many_names_a_step_are_those_of_the_numpy_engine(start, exact, names, engine, tmp_path):
    start = [exact if part == "{exact}" else part for part in start]
    command = [PYTHON, *start, *FLAGS, "--device", "cpu", "--dtype", "float64"]
    result = finished(command, tmp_path, MICROGPT_NAMES=str(names))
    assert result.returncode == 0, result.stderr
    assert losses(result.stdout) == pytest.approx(engine[0], rel=0, abs=1e-9)
    assert re.findall(r"sample +\d+: (.*)", result.stdout) == engine[1]
    assert re.search(r"^names per second: \d+$", result.stdout, re.MULTILINE)


def test_with_shorter_numbers_it_learns_nearly_the_same(exact, names, engine, tmp_path):
    command = [PYTHON, exact, *FLAGS, "--batch", 8, "--device", "cpu", "--dtype", "bfloat16"]
    found = losses(finished(command, tmp_path, MICROGPT_NAMES=str(names)).stdout)
    assert found == pytest.approx(engine[0], rel=0, abs=0.1)
    assert found[0] != pytest.approx(engine[0][0], rel=0, abs=1e-6)


def test_without_a_list_it_says_how_to_get_one(tmp_path):
    result = finished([PYTHON, PROGRAM], tmp_path)
    assert result.returncode == 1 and result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "input.txt" in result.stderr and "MICROGPT_NAMES" in result.stderr
