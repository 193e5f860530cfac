"""The verdict on what a program prints: what passes, and what is said of the rest."""

import math

import pytest

from microgpt.canonical import load_canonical
from microgpt.check.program import check_program, is_source, verdict_on
from microgpt.check.program.ending import Ending
from microgpt.check.program.faults import BY_NAME, SAMPLING, TRAINING
from microgpt.check.program.reading import Reading
from microgpt.check.program.suspects import says, table
from microgpt.check.program.verdict import LOOK, judge

RUN = load_canonical()


def output(losses=RUN.losses, samples=RUN.samples, params=4192, form="step {} | loss {:.4f}"):
    """The text that a program prints."""
    lines = [f"num params: {params}"] if params else []
    lines += [form.format(step, loss) for step, loss in enumerate(losses, 1)]
    return "\n".join([*lines, *(f"sample {i}: {name}" for i, name in enumerate(samples, 1))])


def verdict(steps=None, **changes):
    return verdict_on(output(**changes), steps)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"params": None},
        {"form": "{} {:.3f}"},
        {"form": "{} {}"},
        {"losses": RUN.losses[:10]},
        {"samples": [*RUN.samples, "more"]},
        {"losses": [loss + 1e-9 for loss in RUN.losses]},
    ],
)
def test_a_text_that_holds_the_run_passes(changes):
    found = verdict(**changes)
    assert found.passed and found.state == "right", found.lines()


def test_losses_that_are_seldom_printed_pass_where_the_first_ten_are_there():
    lines = output(samples=[]).splitlines()
    text = "\n".join(lines[:11] + lines[100::100] + output(losses=[], params=None).splitlines())
    assert verdict_on(text, None).passed
    seldom = "\n".join(lines[100::100])
    assert "that of step 1 is not there" in verdict_on(seldom, None).messages[0]


@pytest.mark.parametrize(
    "changes, state, words",
    [
        ({"params": 4208}, "differs", "it counts 4,208 parameters; the recorded run has 4,192."),
        ({"losses": RUN.losses[:11], "samples": []}, "differs", "it ends after step 11"),
        (
            {"samples": RUN.samples[:5]},
            "differs",
            "it prints 5 samples, all right; the run has 20.",
        ),
        ({"samples": []}, "cannot run", "no sample can be read"),
        ({"losses": []}, "cannot run", "no loss can be read"),
        ({"form": "step {} loss {:.2f}"}, "cannot run", "the losses have 2 digits"),
        ({"samples": ["dadin", "janam"]}, "differs", "sample 2 is 'janam'; the recorded one is"),
    ],
)
def test_what_is_not_there_or_differs_is_said(changes, state, words):
    found = verdict(**changes)
    assert not found.passed and found.state == state
    assert words in " ".join(found.messages)


def test_a_loss_that_differs_late():
    losses = [*RUN.losses[:499], 9.0, *RUN.losses[500:]]
    found = verdict(losses=losses)
    assert found.parted == 500 and found.suspects == []
    assert "step 500: the loss it prints is 9.0000; the recorded one is" in found.messages[0]
    assert verdict(499, losses=losses).passed


@pytest.mark.parametrize("fault", TRAINING, ids=lambda fault: fault.name)
def test_every_fault_is_known_by_its_numbers(fault):
    """Not alone only where another one gives the very same numbers."""
    recorded = table()[fault.name]
    losses = recorded["losses"]
    if len(losses) < LOOK:
        found = judge(
            Reading(output(losses, [], recorded["params"]).splitlines()),
            "a.py",
            ending=Ending(errors=f"Traceback\n{recorded.get('error')}: words"),
        )
    else:
        found = verdict(LOOK, losses=losses, params=recorded["params"])
    assert fault.name in found.suspects, found.lines()
    for name in found.suspects:
        assert table()[name]["losses"] == pytest.approx(losses, abs=2e-4), name
    assert fault.says in "\n".join(found.lines())


def test_few_faults_share_their_numbers():
    rounded = [tuple(round(loss, 4) for loss in one.get("losses", ())) for one in table().values()]
    alone = [losses for losses in rounded if len(losses) == LOOK and rounded.count(losses) == 1]
    assert len(alone) > 110


@pytest.mark.parametrize("fault", SAMPLING, ids=lambda fault: fault.name)
def test_every_fault_of_sampling_is_known_by_its_names(fault):
    found = verdict(samples=table()[fault.name]["samples"])
    assert found.suspects == [fault.name] and found.parted is None
    assert fault.says in "\n".join(found.lines())


def test_another_list_of_names_is_known():
    assert verdict(losses=table()["another-list"]["losses"]).suspects == ["another-list"]


def test_all_faults_are_said_in_a_sentence():
    for name in table():
        assert says(name)[-1] == "." and "\n" not in says(name) and len(says(name)) < 190
    assert len(BY_NAME) > 20 and set(table()) == {*BY_NAME, "another-list"}
    assert len({fault.says for fault in BY_NAME.values()}) == len(BY_NAME)


@pytest.mark.parametrize(
    "losses, words",
    [
        ([3.0] * 12, "the same loss in every round"),
        ([3.4632, 3.2503, math.nan, math.nan], "In step 3 the loss is nan"),
        ([math.inf] * 12, "In step 1 the loss is inf"),
        (RUN.losses[1:13], "the right losses, one line too early"),
        ([3.3, *RUN.losses[:11]], "the right losses, one line too late"),
        ([loss + 0.0003 for loss in RUN.losses[:12]], "differ in the last digits"),
    ],
)
def test_facts_about_losses_that_fit_no_fault(losses, words):
    found = verdict(len(losses), losses=losses)
    assert found.suspects == [] and words in "\n".join(found.lines())


def advice(losses, **changes):
    return "\n".join(verdict(12, losses=losses, **changes).lines())


def test_where_to_look_follows_from_the_step_at_which_they_part():
    odd = [3.1, 2.9, 3.3, 3.2, 3.1, 3.4, 3.3, 3.6, 3.7, 3.8, 3.9, 3.1]
    first = advice(odd)
    assert "the first name after the shuffle: nancy" in first
    assert "the first weight, wte[0][0]: -0.090631" in first and "backward" not in first
    second = advice(RUN.losses[:1] + odd[1:])
    assert "it is 3.46320850" in second and "the gradient of lm_head[0][0]: -0.283531" in second
    in_full = advice(RUN.losses[:1] + odd[1:], form="{} {}")
    assert "in full" not in in_full and "the gradient of lm_head" in in_full
    third = advice(RUN.losses[:3] + odd[3:])
    assert "0.00997 in step 4" in third and "Step 4 trains on baltasar, the longest" in third
    assert "Step 5" not in advice(RUN.losses[:4] + odd[4:])


def test_what_it_counts_is_compared_too():
    losses = [3.1, 2.9, 3.3, 3.2, 3.1, 3.4, 3.3, 3.6, 3.7, 3.8, 3.9, 3.1]
    text = "num docs: 32033\nvocab size: 28\n" + output(losses, form="step {} / 30 loss {:.4f}")
    lines = "\n".join(verdict_on(text, 12).lines())
    assert "It counts 32,033 names; there are 4,825." in lines
    assert "It counts 28 tokens in the vocabulary; there are 27." in lines
    assert "It makes 30 rounds; the run has 1,000" in lines


@pytest.mark.parametrize(
    "ending, words",
    [
        (Ending("time"), "after step 12, its losses right so far: its time was over"),
        (Ending("output"), "it printed far more than the run does"),
        (Ending("keyboard"), "it was stopped from the keyboard"),
        (Ending(code=3, errors="a\nno list\n"), "the exit code 3: no list"),
        (
            Ending(errors='  File "a.py", line 3, in f\n    x\nKeyError: 1\n'),
            "it ended with KeyError: 1",
        ),
    ],
)
def test_how_it_ended(ending, words):
    found = judge(Reading(output(RUN.losses[:12], []).splitlines()), "a.py", ending=ending)
    assert found.state == "cannot run" and words in found.messages[0]
    place = ["line 3: x"] if "KeyError" in ending.errors else []
    assert [claim.place for claim in found.claims if claim.message] == [place]


def test_a_source_is_run_here_and_nothing_of_it_stays(capsys, tmp_path, monkeypatch):
    import os
    import random

    monkeypatch.chdir(tmp_path)
    state = random.getstate()
    losses = [f"{loss:.4f}" for loss in RUN.losses[:12]]
    source = f"""
import os
names = open(os.environ["MICROGPT_NAMES"]).read()
assert names == open("input.txt").read() and len(names.split()) == 4825
for loss in {losses}: print("loss", loss)
while True: print("the end is never reached")
"""
    check_program(source)
    printed = capsys.readouterr().out
    assert "loss 2.9653\npass" in printed and "never" not in printed
    assert printed.endswith("my_microgpt.py: done.\n")
    assert random.getstate() == state and os.getcwd() == str(tmp_path)
    assert "MICROGPT_NAMES" not in os.environ or os.environ["MICROGPT_NAMES"] != "input.txt"


def test_an_error_in_a_source_has_its_line(capsys):
    check_program("x = 1\nprint('loss 3.4632')\nx / 0")
    assert "ZeroDivisionError: division by zero\n      line 3: x / 0\n" in capsys.readouterr().out
    check_program("def f(")
    assert "SyntaxError" in capsys.readouterr().out


def test_a_block_is_left_as_soon_as_its_losses_are_known(capsys):
    from microgpt.check.program import checked

    with checked(3):
        for step, loss in enumerate(RUN.losses):
            print(step, loss)
    out = capsys.readouterr().out
    assert out.count("\n") == 5 and "its first 3 losses are those of the recorded run" in out


def test_a_source_is_told_from_a_text():
    assert (
        is_source("import os\nprint(1)")
        and is_source("for x in y:\n  print(x")
        and is_source("x = 1")
    )
    assert not any(map(is_source, [output(), "3.4632\n3.2503", "[3.4632, 3.2503]", "", "hello"]))
