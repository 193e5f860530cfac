"""The widgets about choosing the next letter: their Python side, and cases for their JavaScript."""

import doctest
import importlib
import random
from math import isclose, log

import pytest
from test_js_engine import node, write
from traitlets import TraitError

from microgpt import generate
from microgpt.widgets import Temperature
from microgpt.widgets.generation.speaker import known, next_logits, trained

MODULES = ["speaker", "temperature"]

TEMPERATURES = [
    {},
    {"temperature": 0.5},
    {"temperature": 0.05, "prefix": ""},
    {"temperature": 100, "prefix": "emma", "seed": 7},
    {"temperature": 2, "prefix": "q", "order": "alphabet"},
    {"temperature": 0.1, "prefix": "abcdefghijklmno"},
]


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_docstrings(module):
    module = importlib.import_module(f"microgpt.widgets.generation.{module}")
    assert doctest.testmod(module).failed == 0


def temperature_case(traits):
    widget = Temperature(**traits)
    return {
        "state": widget.public_state(),
        "logits": next_logits(widget.prefix),
        "probs": list(widget.probs().values()),
        "bits": widget.bits(),
        "groups": widget.groups(),
    }


def test_the_page_computes_what_python_computes():
    write("temperature", map(temperature_case, TEMPERATURES))
    node("temperature.test.js")


def test_only_the_temperature_changes():
    """A name depends on its own seed: the same random numbers at every temperature."""
    model, tokenizer, _, _ = trained()
    for temperature in (0.5, 1, 2):
        widget = Temperature(temperature=temperature, seed=3)
        assert widget.names() == [
            generate(model, tokenizer, random.Random(3 + i), temperature, "em") for i in range(10)
        ]
    assert Temperature(seed=4).names()[:9] == Temperature(seed=3).names()[1:]


def test_what_the_temperature_does_and_never_does():
    bits = [Temperature(temperature=t).bits() for t in (0.05, 0.5, 1, 2, 100)]
    assert bits == sorted(bits) and bits[0] < 0.3 and log(27, 2) - bits[-1] < 0.001
    plain = Temperature().probs()
    for t in (0.05, 0.5, 2, 100):
        probs = Temperature(temperature=t).probs()
        assert sorted(probs, key=probs.get) == sorted(plain, key=plain.get)
        assert isclose(sum(probs.values()), 1)


def test_what_is_known_of_a_name():
    _, _, listed, seen = trained()
    assert len(listed) == 4825 and len(seen) == 1000 and seen < listed
    assert {known(name) for name in seen} == {"seen"}
    assert {known(name) for name in listed - seen} == {"unseen"}
    assert known("") == known("qzx") == "new"


WRONG = [
    (Temperature, {"prefix": "Em"}, "letters from a to z"),
    (Temperature, {"prefix": "a" * 16}, "0 to 15 letters"),
    (Temperature, {"temperature": 0}, "from 0.05 to 100"),
    (Temperature, {"temperature": 101}, "from 0.05 to 100"),
    (Temperature, {"seed": -1}, "whole number"),
    (Temperature, {"order": "length"}, "'likeliest', 'alphabet'"),
]


@pytest.mark.parametrize("widget, traits, words", WRONG)
def test_a_wrong_value_is_refused_with_what_is_allowed(widget, traits, words):
    with pytest.raises(TraitError, match=words):
        widget(**traits)
