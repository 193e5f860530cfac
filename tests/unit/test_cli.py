"""The command line, in processes of its own: what it prints, and that no mistake ends in a traceback."""

import os
import pty
import re
import signal
import subprocess
import sys

import pytest
from reference import ROOT, RUN, reference_names

from microgpt import load_checkpoint

COMMAND = [sys.executable, "-m", "microgpt"]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}


def microgpt(*arguments, **options):
    return subprocess.run(
        COMMAND + [str(a) for a in arguments],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        timeout=60,
        **options,
    )


@pytest.fixture
def names(tmp_path):
    path = tmp_path / "names.txt"
    path.write_text("emma\nava\nmia\nolivia\n", encoding="utf-8")
    return path


SMALL = ["--n-embd", 4, "--n-head", 2, "--block-size", 8, "--steps", 3]


@pytest.fixture
def weights(tmp_path, names):
    path = tmp_path / "weights.json"
    assert (
        microgpt("train", "--data", names, *SMALL, "--samples", 0, "--save", path).returncode == 0
    )
    return path


def test_train_speaks_the_references_words(names):
    result = microgpt("train", "--data", names, *SMALL, "--samples", 2)
    lines = result.stdout.splitlines()
    assert lines[:3] == ["num docs: 4", "vocab size: 8", "num params: 288"]
    assert [
        re.fullmatch(rf"step    {i} /    3 \| loss \d\.\d{{4}}", line) is not None
        for i, line in enumerate(lines[3:6], 1)
    ] == [True] * 3
    assert [line[:10] for line in lines[6:]] == ["sample  1:", "sample  2:"]
    assert (result.returncode, result.stderr) == (0, "")


def test_train_prints_the_reference_run():
    with subprocess.Popen(
        COMMAND + ["train", "--data", str(reference_names())],
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    ) as process:
        lines = [next(process.stdout).rstrip("\n") for _ in range(13)]
        process.kill()
    assert lines[:3] == ["num docs: 32033", "vocab size: 27", "num params: 4192"]
    assert lines[3:] == [
        f"step {i:4d} / 1000 | loss {loss:.4f}" for i, loss in enumerate(RUN["losses"][:10], 1)
    ]


def test_train_uses_the_courses_list_by_default():
    result = microgpt("train", "--steps", 1, "--samples", 0)
    assert int(re.match(r"num docs: (\d+)\n", result.stdout)[1]) >= 4000


def test_train_is_repeatable_and_the_seed_matters(names):
    runs = [
        microgpt("train", "--data", names, *SMALL, "--samples", 3, "--seed", seed).stdout
        for seed in (1, 1, 2)
    ]
    assert runs[0] == runs[1] != runs[2]


def test_a_terminal_gets_one_progress_line(names):
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        COMMAND + [str(a) for a in ["train", "--data", names, *SMALL, "--samples", 1]],
        stdout=theirs,
        env=ENVIRONMENT,
    )
    os.close(theirs)
    output = b""
    try:
        while chunk := os.read(ours, 4096):
            output += chunk
    except OSError:  # Linux says so when the other side has closed the terminal
        pass
    os.close(ours)
    assert process.wait() == 0
    assert output.count(b"\rstep ") == 3
    assert output.count(b"\n") == 3 + 1 + 1


def test_sample(weights):
    result = microgpt(
        "sample", "--weights", weights, "--prefix", "em", "-n", 3, "--seed", 5, "--temperature", 0.9
    )
    lines = result.stdout.splitlines()
    assert [
        re.fullmatch(rf"sample  {i}: em\w*", line) is not None for i, line in enumerate(lines, 1)
    ] == [True] * 3
    assert (
        result.stdout
        == microgpt(
            "sample",
            "--weights",
            weights,
            "--prefix",
            "em",
            "-n",
            3,
            "--seed",
            5,
            "--temperature",
            0.9,
        ).stdout
    )


@pytest.mark.parametrize(
    "output, shown",
    [
        ({"PYTHONIOENCODING": "ascii"}, "?"),
        ({"PYTHONIOENCODING": "cp1252"}, "[éü?]"),
        ({"PYTHONIOENCODING": "ascii:backslashreplace"}, r"\\(xe9|xfc|u0142|U0001f642)"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "?"),
        ({"PYTHONIOENCODING": "utf-8"}, "[éüł\U0001f642]"),
    ],
)
def test_letters_that_the_output_has_no_code_for(tmp_path, output, shown):
    path, weights = tmp_path / "names.txt", tmp_path / "weights.json"
    path.write_text("é\nü\nł\n\U0001f642\n", encoding="utf-8")
    train = [*SMALL, "--samples", 9, "--temperature", 3, "--save", weights]
    for command in (
        ["train", "--data", path, *train],
        ["sample", "--weights", weights, "--temperature", 3, "-n", 9],
        ["info", weights],
    ):
        done = subprocess.run(
            COMMAND + [str(word) for word in command],
            capture_output=True,
            env=ENVIRONMENT | output,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        text = done.stdout.decode(output.get("PYTHONIOENCODING", "ascii").split(":")[0])
        words = re.findall(r"(?:sample +\d+|vocabulary): (.+)", text)
        letters = re.escape(shown) if shown == "?" else shown
        assert words and all(re.fullmatch(f"(?:{letters})+", word) for word in words)


def test_info(weights):
    result = microgpt("info", weights)
    assert result.stdout.splitlines()[:8] == [
        "n_layer: 1", "n_embd: 4", "n_head: 2", "block_size: 8",
        "vocabulary: aeilmov", "vocab size: 8", "num params: 288", "wte: 8 x 4",
    ]  # fmt: skip
    assert result.returncode == 0


def test_names_longer_than_the_block_are_said(names):
    result = microgpt(
        "train", "--data", names, *SMALL[:4], "--block-size", 6, "--steps", 1, "--samples", 0
    )
    assert result.stderr == (
        "note: 1 of 4 names have 6 letters or more; they are cut to their first 6 letters, "
        "and where they end is not learned\n"
    )
    assert result.returncode == 0


def test_ctrl_c_leaves_a_valid_checkpoint(tmp_path, names):
    path = tmp_path / "weights.json"
    process = subprocess.Popen(
        COMMAND + ["train", "--data", str(names), "--steps", "100000", "--save", str(path)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
        # what runs in the background may ignore Ctrl-C, and so would what it starts
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    while not process.stdout.readline().startswith("step    5 "):
        pass
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert re.fullmatch(r"\nstopped after step \d+; its weights are in .*weights\.json\n", errors)
    model, tokenizer = load_checkpoint(path)
    assert len(model.parameters()) > 3000
    assert "".join(tokenizer.chars) == "aeilmov"


def test_a_reader_that_has_seen_enough(names):
    process = subprocess.Popen(
        COMMAND + ["train", "--data", str(names), "--steps", "2000"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
    )  # fmt: skip
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    process.wait(timeout=30)


def one_sentence(result):
    """Exit code 2, one line on stderr, no traceback."""
    assert result.returncode == 2, result
    assert result.stderr.count("\n") == 1 and result.stderr.endswith("\n"), result.stderr
    assert "Traceback" not in result.stderr
    return result.stderr


BAD_OPTIONS = [
    (["--steps", 0], "--steps: must be a whole number, 1 or more, not '0'"),
    (["--steps", -3], "--steps"),
    (["--steps", "ten"], "not 'ten'"),
    (["--n-layer", 0], "--n-layer"),
    (["--n-layer", -1], "--n-layer"),
    (["--n-embd", 0], "--n-embd"),
    (["--n-head", 0], "--n-head"),
    (["--block-size", 0], "--block-size"),
    (["--n-embd", 10], "n_embd (10) must be divisible by n_head (4)"),
    (["--samples", -1], "--samples"),
    (["--seed", "x"], "--seed"),
    (["--temperature", 0], "--temperature: must be a number above 0, not '0'"),
    (["--temperature", -1], "--temperature"),
    (["--temperature", "nan"], "--temperature"),
    (["--temperature", "hot"], "--temperature"),
    (["--colour", "red"], "--colour"),
]


@pytest.mark.parametrize("options, words", BAD_OPTIONS, ids=lambda value: " ".join(map(str, value)))
def test_bad_options(names, options, words):
    assert words in one_sentence(microgpt("train", "--data", names, *options))


def test_no_command_and_an_unknown_one():
    assert "train | sample | info | check" in one_sentence(microgpt())
    assert "dance" in one_sentence(microgpt("dance"))


@pytest.mark.parametrize(
    "content, words",
    [
        (None, "no such file"),
        (b"", "empty"),
        (b"zo\xe9", "UTF-8"),
        (b"\0\1\2", "UTF-8"),
        ("folder", "is a directory"),
    ],
)
def test_bad_data(tmp_path, content, words):
    path = tmp_path / "data"
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    assert words in one_sentence(microgpt("train", "--data", path))


def test_unwritable_path_is_said_before_the_training(tmp_path, names):
    device = tmp_path / "device"
    device.symlink_to(os.devnull)
    for path in (
        "",
        tmp_path,
        tmp_path / "no such folder" / "weights.json",
        names / "weights.json",
        device,
    ):
        result = microgpt("train", "--data", names, "--save", path)
        assert "cannot write" in one_sentence(result)
        assert result.stdout == ""
    assert sorted(os.listdir(tmp_path)) == ["device", "names.txt"]
    assert os.stat(os.devnull).st_rdev


@pytest.mark.skipif(
    not os.path.exists("/dev/full"), reason="this system has no /dev/full to print into"
)
def test_no_room_for_the_output(weights):
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            COMMAND + ["info", str(weights)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=ENVIRONMENT,
            timeout=60,
        )
    assert (
        one_sentence(result) == "python -m microgpt info: cannot print: no space left on device\n"
    )


def test_bad_weights(tmp_path, weights):
    content = weights.read_text()
    damaged = {
        "truncated": content[: len(content) // 2],
        "not JSON": "emma",
        "NaN": re.sub(r"-?\d\.\d+", "NaN", content, count=1),
        "shape": re.sub(r"\[\[", "[[1.0, ", content, count=1),
        "matrix": content.replace("lm_head", "head"),
        "type": "[]",
    }
    for name, text in damaged.items():
        path = tmp_path / "damaged.json"
        path.write_text(text)
        for arguments in (["info", path], ["sample", "--weights", path]):
            assert "weights file" in one_sentence(microgpt(*arguments)), name
    for path in (tmp_path / "nothing.json", tmp_path):
        assert "cannot read" in one_sentence(microgpt("info", path))


@pytest.mark.parametrize(
    "prefix, words", [("x", "'x' is not in the vocabulary"), ("emmaemmae", "can take 8")]
)
def test_bad_prefix(weights, prefix, words):
    assert words in one_sentence(microgpt("sample", "--weights", weights, "--prefix", prefix))
    assert words in one_sentence(
        microgpt("sample", "--weights", weights, "--prefix", prefix, "--temperature", 2)
    )


def test_bad_number_of_samples(weights):
    assert "-n" in one_sentence(microgpt("sample", "--weights", weights, "-n", -1))
