"""The recorded training step: what the tracer keeps of a run, and that its numbers are those of the package."""

import doctest
import re
import sys

import pytest
from js_cases import write
from reference import PROGRAM, ROOT
from traitlets import TraitError

from microgpt import course
from microgpt.attention import attention_steps
from microgpt.heads import untrained_model
from microgpt.widgets import StepProgram, TrainingStep
from microgpt.widgets.attention.heads import course_tokenizer
from microgpt.widgets.program import step_program
from microgpt.widgets.program.step_program import calls, load_moments

sys.path.insert(0, str(ROOT / "tools"))

import make_trace_js
import shown
from tracing import Tracer

MOMENTS = load_moments()
LINES = PROGRAM.read_text("utf-8").splitlines()


@pytest.mark.parametrize("module", [shown, step_program])
def test_examples_in_docstrings(module):
    result = doctest.testmod(module)
    assert result.failed == 0 and result.attempted


# ---- the tracer ----

SMALL = """\
class Value:
    def __init__(self, data):
        self.data = data

    def __add__(self, other):
        return Value(self.data + other.data)


def total(values):
    result = Value(0)
    for value in values:
        result = result + value
    return result

def down(n):
    if n > 0:
        down(n - 1)

print("before")
names = {names}
for step in range(3):
    sums = []
    for name in names:
        sums.append(sum([i * i for i in range(3)]))
    found = total([Value(2), Value(3), Value(4)])
    down(4)
    print("step", step)
print("after")
"""


@pytest.fixture
def record(tmp_path):
    """record(names) -> the moments of the small program, from `names =` on."""

    def run(names):
        path = tmp_path / "small.py"
        path.write_text(SMALL.replace("{names}", repr(names)), "utf-8")
        lines = path.read_text("utf-8").splitlines()
        first = next(i for i, line in enumerate(lines, 1) if line.startswith("names"))
        tracer = Tracer(path, (first, len(lines) - 1))
        moments = tracer.run()
        return [moment | {"text": lines[moment["line"] - 1].strip()} for moment in moments]

    return run


def heads(moments, head):
    return [one for one in moments if one["text"].startswith(head) and "call" not in one]


def test_a_loop_shows_its_first_second_and_last_round(record):
    moments = record(list("abcdefg"))
    rounds = heads(moments, "for name")
    assert [one.get("round") for one in rounds] == [[1, 7], [2, 7], [7, 7], None]
    assert [one.get("skipped") for one in rounds] == [None, None, 4, None]
    assert rounds[-1]["over"] and rounds[-1]["set"] == {}
    assert rounds[2]["set"] == {"name": "'g'", "sums": "[5, 5, 5, 5, 5, 5]"}
    assert [one["set"] for one in heads(moments, "sums.append")] == [
        {"sums": "[5]"}, {"sums": "[5, 5]"}, {"sums": "[5, 5, 5, 5, 5, 5, 5]"}
    ]  # fmt: skip


@pytest.mark.parametrize("size", [0, 1, 2, 3])
def test_a_short_loop_is_whole(record, size):
    rounds = heads(record(list("abc")[:size]), "for name")
    assert [one["round"][0] for one in rounds[:-1]] == list(range(1, size + 1))
    assert "over" in rounds[-1] and not any("skipped" in one for one in rounds)


def test_only_the_first_round_of_the_outer_loop_and_what_it_prints(record):
    moments = record(["a"])
    assert [one["set"] for one in heads(moments, "for step")] == [{"step": "0"}]
    assert moments[-1]["text"].startswith("print") and moments[-1]["prints"] == "step 0"
    assert sum("prints" in one for one in moments) == 1


def test_operations_are_opened_twice_and_the_others_counted(record):
    moments = record(["a"])
    assert [one["call"] for one in moments if "call" in one].count("__add__") == 2
    rounds = heads(moments, "result = result + value")
    assert [one.get("left") for one in rounds] == [None, None, 1]
    assert [one["set"]["result"] for one in rounds] == ["Value 2", "Value 5", "Value 9"]
    whole = next(one for one in moments if one["text"].startswith("found"))
    assert whole["set"] == {"found": "Value 9"} and whole["made"] == 7


def test_a_function_that_calls_itself_is_opened_two_deep(record):
    moments = record(["a"])
    assert [one["set"] for one in moments if one.get("call") == "down"] == [{"n": "4"}, {"n": "3"}]
    assert moments[-2]["set"] == {} and moments[-2]["text"] == "down(4)"


def test_a_call_begins_and_ends(record):
    moments = record(["a"])
    begin = next(i for i, one in enumerate(moments) if one.get("call") == "total")
    assert moments[begin]["set"] == {"values": "3 Values: 2, 3, 4"}
    ends = [one for one in moments if "gives" in one and one["text"] == "return result"]
    assert [one["gives"] for one in ends] == ["Value 9"]
    assert sum("gives" in one for one in moments) == sum("call" in one for one in moments) - 1


def test_the_programs_own_errors_come_through(tmp_path):
    path = tmp_path / "wrong.py"
    path.write_text("a = 1\nb = a / 0\n", "utf-8")
    before = sys.getrecursionlimit()
    with pytest.raises(ZeroDivisionError):
        Tracer(path, (1, 2)).run()
    assert sys.getrecursionlimit() == before


# ---- the record ----


def test_the_record_is_what_the_program_does():
    assert make_trace_js.FILE.read_bytes() == make_trace_js.module().encode(), (
        "traced_step.js is stale: python tools/generate.py"
    )


def text_of(moment):
    return LINES[moment["line"] - 1].strip() if moment["line"] else ""


def done(piece, **facts):
    """The moments in which a line with this piece of text was done, and which have these facts."""
    found = [one for one in MOMENTS if piece in text_of(one) and "call" not in one]
    return [one for one in found if all(one.get(name) == fact for name, fact in facts.items())]


def listed(numbers):
    return [shown.number(number) for number in numbers]


def test_the_losses_are_those_of_the_package():
    now = TrainingStep(name="emma").now()
    last = done("losses.append")[-1]["set"]["losses"]
    assert last == f"5 Values: {', '.join(listed(now.surprises))}"
    assert done("loss = ")[0]["set"]["loss"] == f"Value {now.loss:.4f}"
    assert MOMENTS[-1]["prints"] == f"step    1 / 1000 | loss {now.loss:.4f}"


def test_gradients_and_adams_move_are_those_of_the_package():
    now = TrainingStep(name="emma").now()
    rounds = [one["set"] for one in done("for i, p in enumerate") if "round" in one]
    assert [one["i"] for one in rounds] == ["0", "1", "4,191"]
    three = [now.number(i) for i in (0, 1, len(now.values) - 1)]
    assert [one["p.data"] for one in rounds] == listed(one["value"] for one in three)
    assert [one["p.grad"] for one in rounds] == listed(one["gradient"] for one in three)
    for line, name, fact in [
        ("m[i] = ", "m[i]", "m"),
        ("v[i] = ", "v[i]", "v"),
        ("m_hat = ", "m_hat", "m_hat"),
        ("v_hat = ", "v_hat", "v_hat"),
        ("p.data -= ", "p.data", "after"),
    ]:
        texts = [one["set"][name] for one in done(line)]
        assert texts == listed(one[fact] for one in three), name


def test_attention_is_that_of_the_package():
    ids = course_tokenizer().encode("emma")
    steps = attention_steps(untrained_model(), ids[:-1])
    shares = [one["set"]["shares"] for one in done("shares = softmax")]
    weights = [
        steps[position]["heads"][head]["weights"] for position in (0, 1, 4) for head in (0, 1, 3)
    ]
    assert shares == [shown.show(list(map(FakeValue, one))) for one in weights]


class FakeValue:
    """Shown as the program's own Values are."""

    def __init__(self, data):
        self.data = data


FakeValue.__name__ = "Value"


def test_the_walk_comes_to_every_region_that_a_step_uses():
    marks = [
        (i, match[1])
        for i, line in enumerate(LINES, 1)
        if (match := re.match(r"\s*# --- (\w+):", line))
    ]
    seen = {
        [name for mark, name in marks if mark < one["line"]][-1] for one in MOMENTS if one["line"]
    }
    assert seen == set(course.REGIONS) - {"data", "parameters", "sampling"}


def test_it_stays_small():
    assert len(MOMENTS) < 700
    assert max(len(text) for one in MOMENTS for text in one["set"].values()) < 90


# ---- the widget ----


def test_every_call_ends_where_it_began():
    assert calls(0) == calls(len(MOMENTS) - 1) == ["training loop"]
    assert max(len(calls(at)) for at in range(len(MOMENTS))) == 6
    walk = StepProgram().walk()
    assert len(walk) == 21 and walk[-1].startswith("line") and "loss 3.3558" in walk[-1]


def test_it_begins_at_a_function_by_name():
    widget = StepProgram.of("backward")
    assert MOMENTS[widget.moment]["call"] == "backward"
    with pytest.raises(ValueError):
        StepProgram.of("train")


@pytest.mark.parametrize("moment", [-1, len(MOMENTS), 1.5, True, "0"])
def test_other_moments_are_refused(moment):
    with pytest.raises(TraitError, match="moment must be a whole number from 0 to"):
        StepProgram(moment=moment)


def test_javascript_walks_the_same_moments():
    write(
        "step_program",
        [{"calls": calls(at), "line": one["line"]} for at, one in enumerate(MOMENTS)],
    )
