"""The ladder as a widget: its generated modules, its state, what it says."""

import doctest
import runpy

import pytest
from js_cases import write
from reference import ROOT
from traitlets import TraitError

from microgpt.rungs import RUNGS, changed, compare
from microgpt.widgets import Ladder
from microgpt.widgets.program import ladder

GENERATOR = runpy.run_path(str(ROOT / "tools" / "make_ladder_js.py"))


def test_examples_in_docstrings():
    assert doctest.testmod(ladder).failed == 0


def test_generated_modules_are_what_the_generator_writes():
    for name, text in GENERATOR["modules"]().items():
        assert (GENERATOR["DATA"] / name).read_bytes() == text.encode(), (
            f"{name} is stale: python tools/generate.py"
        )


def test_each_program_says_what_is_new():
    for name in list(RUNGS)[:-1]:
        words = GENERATOR["told"](name)
        assert words.endswith(".") and "Karpathy" not in words
        assert words.startswith("New since train") == (name != "train0")


def case(name):
    """A rung as the page should show it: its lines, and each line of the comparison with its sign."""
    names = list(RUNGS)
    lines = GENERATOR["text"](name).splitlines()
    if name == names[0]:
        return {"rung": name, "lines": len(lines), "before": "", "parts": []}
    before = names[names.index(name) - 1]
    old = GENERATOR["text"](before).splitlines()

    def row(one):
        text = old[one.old - 1] if one.old else lines[one.new - 1]
        return [one.sign, one.old or 0, one.new or 0, one.partner or 0, text]

    changes = compare(old, lines)
    parts = [
        [change.region, change.status, [row(one) for one in change.rows]] for change in changes
    ]
    both = sum(len(changed(change, old, lines)) for change in changes)
    return {"rung": name, "lines": len(lines), "before": before, "parts": parts, "changed": both}


def test_the_page_shows_what_python_compares():
    losses = {name: losses for name, (losses, _) in GENERATOR["records"]().items()}
    means = {name: sum(some[-50:]) / 50 for name, some in losses.items()}
    last = {name: round(sum(some[-100:]) / 100, 6) for name, some in losses.items()}
    cases = [case(name) for name in RUNGS]
    for one in cases:
        one["mean"], one["last"] = round(means[one["rung"]], 6), last[one["rung"]]
        one["lastBefore"] = last.get(one["before"])
    write("ladder", cases)


@pytest.mark.parametrize(
    "wrong",
    [
        {"rung": "train6"},
        {"view": "code"},
        {"rung": None},
        {"guesses": {"train0": "lower"}},
        {"guesses": {"train1": "no"}},
        {"guesses": ["lower"]},
    ],
)
def test_a_wrong_state_is_refused(wrong):
    with pytest.raises(TraitError):
        Ladder(**wrong)


def test_it_says_what_a_rung_buys():
    assert repr(Ladder("train0")).endswith("it comes to 2.51 nats.")
    assert repr(Ladder("train4")).endswith("0.00 above train3: cannot tell.")
    guesses = {"train2": "same"}
    state = {"rung": "train2", "view": "run", "guesses": guesses}
    assert Ladder("train2", view="run", guesses=guesses).public_state() == state
