"""The widgets with the trained model and the five-step loop: their Python side, and cases for their JavaScript."""

import doctest
import importlib
from math import exp, isclose, log

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt.widgets import ChatWithModel, FiveStepLoop, GuessNextLetter
from microgpt.widgets.generation import FAMILIAR, entropy, next_letter, trained

CHATS = [
    {},
    {"prefix": ""},
    {"prefix": "", "seed": 7, "temperature": 2},
    {"prefix": "em", "seed": 2},
    {"prefix": "emma", "temperature": 0.1},
    {"prefix": "emma", "ended": True},
    {"prefix": "q", "temperature": 1.3, "seed": 10**9},
    {"prefix": "mmmmmmmmmmmmmmm", "temperature": 2},
    {"prefix": "abcdefghijklmnop"},
]
GUESSES = [
    {},
    {"bets": [["a", 50]], "answered": True},
    {
        "seed": 3,
        "names": ["ava", "bo"],
        "bets": [["a", 95], ["v", 25], ["a", 75], ["end", 50], ["b", 25]],
    },
    {
        "seed": 1,
        "names": ["emma"],
        "bets": [[letter, 75] for letter in ["e", "m", "m", "a", "end", "x"]],
    },
]
LOOPS = [
    {},
    {"steps": 1},
    {"steps": 5},
    {"steps": 13},
    {"steps": 100},
    {"steps": 100, "step_size": 5},
]
LOOPS += [
    {"steps": 40, "step_size": 0},
    {"steps": 30, "start": [-5, -5, -5, -5]},
    {"steps": 30, "start": [5, 5, -5, 5]},
]


@pytest.mark.parametrize("topic", ["generation", "training"])
def test_examples_in_docstrings(topic):
    assert doctest.testmod(importlib.import_module(f"microgpt.widgets.{topic}")).failed == 0


def chat_case(traits):
    widget = ChatWithModel(**traits)
    probs = list(next_letter(widget.prefix, widget.temperature).values())
    top = [[letter, p] for letter, p in widget.ranked()]
    case = {
        "state": widget.public_state(),
        "name": widget.name,
        "probs": probs,
        "entropy": entropy(probs),
        "top": top,
    }
    _, _, listed, seen = trained()
    return case | {"listed": widget.name in listed, "seen": widget.name in seen}


def guess_case(traits):
    widget = GuessNextLetter(**traits)
    truths = [[name, position, letter] for name, position, letter in widget.truths()]
    return {"state": widget.public_state(), "truths": truths, "surprises": widget.surprises()}


def loop_case(traits):
    widget = FiveStepLoop(**traits)
    return {"state": widget.public_state(), "rounds": widget.rounds()}


def test_the_page_computes_what_python_computes():
    write("chat", map(chat_case, CHATS))
    write("guess", map(guess_case, GUESSES))
    write("loop", map(loop_case, LOOPS))


def test_the_summaries_have_the_numbers():
    chat = ChatWithModel(prefix="emma", ended=True)
    assert chat.summary().startswith("“emma” is in the list of names")
    assert (
        "continues “em” to “emas”, which is not in the list of names: invented"
        in ChatWithModel().summary()
    )
    (letter, p), *_ = chat.ranked()
    choices = exp(entropy(next_letter("emma", 0.5).values()))
    assert f"{letter} {100 * p:.0f} %" in chat.summary()
    assert f"as open as a fair choice among {choices:.1f} letters." in chat.summary()
    assert "at most 16 letters" in ChatWithModel(prefix="a" * 16).summary()
    assert "not in the list" in ChatWithModel(prefix="qzxqzx", ended=True).summary()
    assert "No bet" in GuessNextLetter().summary()
    played = GuessNextLetter(bets=[["a", 50]]).summary()
    assert "over 1 letter: you" in played and "blind guessing is 3.30 nats" in played
    assert "gives m 6 %, a loss of 2.75" in FiveStepLoop().summary()


def test_surprise_of_a_bet():
    widget = GuessNextLetter(names=["ava"], bets=[["a", 50], ["a", 75]])
    (first, model), (second, _) = widget.surprises()
    assert first == log(2) and isclose(second, -log(0.25 / 26))
    assert isclose(model, -log(next_letter("")["a"]))


def test_the_usual_names_are_listed_and_were_not_trained_on():
    _, _, listed, seen = trained()
    names = FAMILIAR.split()
    assert len(set(names)) == len(names) == 40
    assert [name for name in names if name not in listed or name in seen] == []


def test_the_blame_is_the_slope():
    start, h = [1, 0, -1, 0.5], 1e-6
    blame = FiveStepLoop(start=start).rounds()[0]["blame"]
    for i, slope in enumerate(blame):
        up, down = ([x + sign * h * (j == i) for j, x in enumerate(start)] for sign in (1, -1))
        difference = (
            FiveStepLoop(start=up).rounds()[0]["loss"]
            - FiveStepLoop(start=down).rounds()[0]["loss"]
        )
        assert isclose(slope, difference / (2 * h), abs_tol=1e-8)


def test_the_loss_falls():
    losses = FiveStepLoop(steps=60).losses()
    assert losses == sorted(losses, reverse=True) and losses[-1] < 0.2
    assert len(set(FiveStepLoop(steps=60, step_size=0).losses())) == 1


WRONG = [
    (ChatWithModel, {"prefix": "Em"}, "letters from a to z"),
    (ChatWithModel, {"prefix": "a" * 17}, "at most 16 letters"),
    (ChatWithModel, {"prefix": None}, "at most 16 letters"),
    (ChatWithModel, {"temperature": 0}, "from 0.1 to 2"),
    (ChatWithModel, {"seed": -1}, "whole number"),
    (ChatWithModel, {"seed": 1.5}, "whole number"),
    (ChatWithModel, {"seed": True}, "whole number"),
    (GuessNextLetter, {"bets": [["e", 60]]}, "25, 50, 75, 95"),
    (GuessNextLetter, {"bets": [["E", 50]]}, "list of bets"),
    (GuessNextLetter, {"bets": ["e"]}, "list of bets"),
    (GuessNextLetter, {"names": []}, "1 to 100 names"),
    (GuessNextLetter, {"names": ["Emma"]}, "from a to z"),
    (FiveStepLoop, {"steps": 101}, "from 0 to 100"),
    (FiveStepLoop, {"step_size": 6}, "from 0 to 5"),
    (FiveStepLoop, {"start": [1, 2]}, "list of 4 numbers"),
]


@pytest.mark.parametrize("widget, traits, words", WRONG)
def test_a_wrong_value_is_refused_with_what_is_allowed(widget, traits, words):
    with pytest.raises(TraitError, match=words):
        widget(**traits)
