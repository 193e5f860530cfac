"""Whole programs, run as a reader's: right ones in unlike styles pass, and what is wrong with others is named."""

import json
import os
import subprocess
import sys

import pytest
from reference import PROGRAM, ROOT

from microgpt.canonical import load_canonical
from microgpt.check.program import check_file
from microgpt.check.program.suspects import says
from microgpt.child import Limits

PROGRAMS = ROOT / "tests" / "unit" / "programs"
PLAIN, BY_HAND, NUMPY = PROGRAM, PROGRAMS / "slopes_by_hand.py", PROGRAMS / "with_numpy.py"
RUN = load_canonical()


def changed(program, edits):
    """The text of a program, each of whose pieces is another now."""
    text = program.read_text("utf-8")
    for old, new in edits.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.fixture
def check(tmp_path):
    """check(text, ...): the verdict on a program with this text."""

    def check(text, steps=None):
        path = tmp_path / "mine.py"
        path.write_text(text, "utf-8")
        return check_file(path, steps, Limits(seconds=120))

    return check


@pytest.mark.parametrize("program", [PLAIN, BY_HAND, NUMPY], ids=lambda program: program.stem)
def test_a_right_program_passes_in_whatever_style(program):
    if program == NUMPY:
        pytest.importorskip("numpy")
    found = check_file(program, 4 if program == PLAIN else 12)
    assert found.passed, found.lines()
    assert found.claims[0].text == "it has 4,192 parameters"


def test_the_whole_run_of_a_right_program(check):
    pytest.importorskip("numpy")
    found = check(NUMPY.read_text("utf-8"))
    assert found.state == "right" and len(found.claims) == 4 and found.ending == "done"


def test_one_that_prints_the_recorded_numbers_passes(check):
    assert check(f"print({RUN.losses})\nfor name in {RUN.samples}: print(name)").passed


HEAD = "wte, wpe, head = draw(END + 1, D), draw(BLOCK, D), draw(END + 1, D)\n"
MOVE = "rate * m[i] / (1 - 0.85**t) / ((v[i] / (1 - 0.99**t)) ** 0.5 + 1e-8)"
WRONG = [
    (BY_HAND, {") / H**0.5 for p": ") for p", "(b - mean) / H**0.5": "(b - mean)"}, ["no-scale"]),
    (BY_HAND, {MOVE: "rate * m[i] / (v[i] ** 0.5 + 1e-8)"}, ["no-correction"]),
    (BY_HAND, {MOVE: MOVE.replace(" / (1 - 0.85**t)", "")}, ["no-correction-m"]),
    (BY_HAND, {MOVE: MOVE.replace("**t", "**(t + 1)")}, ["correction-late"]),
    (BY_HAND, {MOVE: MOVE.replace(") ** 0.5 + 1e-8)", ") + 1e-8) ** 0.5")}, ["eps-inside"]),
    (BY_HAND, {MOVE: "rate * g"}, ["sgd"]),
    (BY_HAND, {"gauss(0, 0.08)": "gauss(0, 0.02)"}, ["sigma-0.02"]),
    (BY_HAND, {"shuffle(names)\n": "", "ALL = [": "shuffle(names)\nALL = ["}, ["shuffled-later"]),
    (BY_HAND, {"shuffle(names)\n": ""}, ["not-shuffled"]),
    (BY_HAND, {"0.01 * (1 - (t - 1) / 1000)": "0.01"}, ["no-decay"]),
    (BY_HAND, {"(1 - (t - 1) / 1000)": "(1 - t / 1000)"}, ["decay-early"]),
    (
        BY_HAND,
        {"0.15": "0.1", "0.85": "0.9", "0.01 * (g": "0.001 * (g", "0.99": "0.999"},
        ["betas-0.9-0.999"],
    ),
    (
        BY_HAND,
        {
            HEAD: "wte, wpe = draw(END + 1, D), draw(BLOCK, D)\n",
            "ALL =": "head = draw(END + 1, D)\nALL =",
        },
        ["head-last"],
    ),
    (BY_HAND, {"wq, wk, wv, wo =": "wk, wq, wv, wo ="}, ["kqv"]),
    (BY_HAND, {"max(0.0, a)": "a", "[a * (b > 0)": "[a"}, ["no-relu"]),
    (
        BY_HAND,
        {"add(wte[token], wpe[at])": "wte[token]", "gpe[p.at] = add(gpe[p.at], g)": "pass"},
        ["no-position"],
    ),
    (
        BY_HAND,
        {
            "log(chances[tokens[at + 1]]) / n": "log(chances[tokens[at + 1]])",
            "c / n for": "c for",
            "1 / n\n": "1\n",
        },
        ["sum"],
    ),
    (
        BY_HAND,
        {"[END, *map(alphabet.index, name), END]": "[*map(alphabet.index, name), END]"},
        ["no-bos-at-the-start"],
    ),
    (
        BY_HAND,
        {"[END, *map(alphabet.index, name), END]": "[END, *map(alphabet.index, name)]"},
        ["no-bos-at-the-end", "last-not-predicted"],
    ),
    (
        BY_HAND,
        {
            "    gradient = [[[0.0] * len(row) for row in w] for w in ALL]\n": "",
            "def learn(": "gradient = [[[0.0] * len(row) for row in w] for w in ALL]\ndef learn(",
        },
        ["not-zeroed"],
    ),
    (
        BY_HAND,
        {"sorted({c for name in names for c in name})": "{c for name in names for c in name}"},
        ["letters-of-a-set"],
    ),
    (
        NUMPY,
        {"D, H, BLOCK = len(chars), 16, 4, 16": "D, H, BLOCK = len(chars), 16, 1, 16"},
        ["one-head"],
    ),
    (
        NUMPY,
        {"D, H, BLOCK = len(chars), 16, 4, 16": "D, H, BLOCK = len(chars), 16, 4, 32"},
        ["block-32"],
    ),
    (
        NUMPY,
        {
            "z = q @ k.transpose(0, 2, 1) / (D // H) ** 0.5": "z = q @ k.transpose(0, 2, 1) / D ** 0.5",
            "keepdims=True)) / (D // H) ** 0.5": "keepdims=True)) / D ** 0.5",
        },
        ["scale-width", "scale-no-root"],
    ),
    (NUMPY, {"random.gauss(0, 0.08)": "random.normalvariate(0, 0.08)"}, ["normalvariate"]),
    (NUMPY, {"random.seed(42)": "random.seed(0)"}, ["seed-0"]),
    (NUMPY, {"w[name] -= 0.01": "w[name] += 0.01"}, ["uphill"]),
    (NUMPY, {"/ 0.5)": "/ 1.0)"}, ["temperature-1.0"]),
    (
        NUMPY,
        {"\nfor i in range(20):": "\nrandom.seed(42)\nfor i in range(20):"},
        ["seeded-for-samples"],
    ),
    (PLAIN, {"child.grad += local_grad": "child.grad = local_grad"}, ["assigned"]),
    (PLAIN, {"(power * self.data **": "(self.data **"}, ["pow-no-factor"]),
    (
        PLAIN,
        {"x = [a + b for a, b in zip(mlp(rmsnorm(x), i), x)]": "x = mlp(rmsnorm(x), i)"},
        ["no-residual-mlp"],
    ),
]


@pytest.mark.one_in(2)
@pytest.mark.parametrize(
    "program, edits, suspects",
    WRONG,
    ids=lambda value: str(value)[:40] if isinstance(value, list) else "",
)
def test_a_fault_is_named(program, edits, suspects, check):
    """Each is a mistake in a program that was written by other hands than the one that the record comes from."""
    if program == NUMPY:
        pytest.importorskip("numpy")
    steps = {PLAIN: 4, BY_HAND: 12}.get(program)
    found = check(changed(program, edits), steps)
    assert found.suspects == suspects and found.state == "differs", found.lines()
    assert all(says(name) in "\n".join(found.lines()) for name in suspects)


def test_there_are_enough_wrong_programs():
    assert len(WRONG) >= 30


@pytest.mark.parametrize(
    "edits",
    [
        {"highest = max(logit.data for logit in logits)": "highest = 0.0"},
        {"n = min(block_size, len(tokens) - 1)": "n = len(tokens) - 1"},
        {'print(f"num params: {len(params)}", flush=True)': ""},
    ],
)
def test_what_changes_no_number_passes(edits, check):
    assert check(changed(PLAIN, edits), 3).passed


def test_numbers_that_change_from_run_to_run(check):
    found = check(changed(BY_HAND, {"seed(42)": "seed()"}), 12)
    assert found.suspects == ["unsteady"]
    assert "call random.seed(42) before" in "\n".join(found.lines())


def test_a_fault_that_ends_in_an_error(check):
    found = check(changed(PLAIN, {"(v_hat ** 0.5 + eps)": "v_hat ** 0.5"}), 4)
    assert found.state == "cannot run" and "no-eps" in found.suspects
    assert "before its first loss: it ended with ZeroDivisionError" in found.messages[0]


def command(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "microgpt", "check", *map(str, arguments)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=120,
        **options,
    )


@pytest.fixture
def files(tmp_path):
    """Programs that print something, by what it is."""
    right = f"print('4192 params')\nprint({RUN.losses})\nfor name in {RUN.samples}: print(name)"
    sources = {
        "right": right,
        "wrong": right.replace("[3.4632", "[3.9", 1),
        "broken": "import nothing_of_this_name",
        "endless": f"print({RUN.losses[:30]}, flush=True)\nwhile True: pass",
    }
    for name, source in sources.items():
        (tmp_path / f"{name}.py").write_text(source, "utf-8")
    return {name: tmp_path / f"{name}.py" for name in sources}


def test_the_command_says_what_is_right(files):
    result = command(files["right"])
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-5:] == [
        "pass  it has 4,192 parameters",
        "pass  its first 10 losses are those of the recorded run",
        "pass  so are the others, to step 1000",
        "pass  its 20 samples are those of the recorded run",
        "right.py: done.",
    ]


def test_the_command_says_how_to_repeat_it(files):
    result = command("wrong.py", "--limit", 50, cwd=files["wrong"].parent)
    assert result.returncode == 1
    assert "fix   step 1: the loss it prints is 3.9" in result.stdout
    again = result.stdout.splitlines()[-1]
    assert again == "Again: python -m microgpt check wrong.py --steps 12 --limit 50"
    repeated = command(*again.split()[5:], cwd=files["wrong"].parent)
    lines = [text for text in result.stdout.splitlines() if text.startswith(("fix", "   "))]
    assert lines == [
        text for text in repeated.stdout.splitlines() if text.startswith(("fix", "   "))
    ]


def test_what_cannot_be_run_is_one_sentence_and_code_2(files):
    result = command(files["broken"])
    assert result.returncode == 2 and "ModuleNotFoundError: No module named" in result.stdout
    result = command("no.py")
    assert (result.returncode, result.stdout) == (2, "")
    assert (
        result.stderr
        == "python -m microgpt check: no.py cannot be read: no such file or directory\n"
    )
    result = command(files["endless"], "--limit", 3)
    assert result.returncode == 2
    assert "after step 30, its losses right so far: its time was over" in result.stdout
    assert command(files["endless"], "--steps", 30).returncode == 0
    assert command(files["endless"], "--steps", 0).returncode == 2


def test_a_line_of_json_for_each_of_many_files(files):
    result = command("--json", files["right"], files["wrong"], files["broken"], "no.py")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["verdict"] for one in records] == ["right", "differs", "cannot run", "cannot run"]
    assert records[1]["parted"] == 1 and "3.9" in records[1]["problem"] and result.returncode == 2


def test_a_run_is_stopped_from_the_keyboard_with_a_verdict(files):
    import signal

    with subprocess.Popen(
        [sys.executable, "-m", "microgpt", "check", files["endless"]],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        assert next(process.stdout).startswith("The first")
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
    assert process.returncode == 130
    assert "after step 30, its losses right so far: it was stopped from the keyboard." in rest
