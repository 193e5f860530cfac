"""The widgets about choosing the next letter: their Python side, and cases for their JavaScript."""

import doctest
import importlib
import random
from math import isclose, log

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import generate
from microgpt.widgets import GenerationStepper, Greedy, Novelty, Temperature
from microgpt.widgets.generation.cuts import kept, stretched
from microgpt.widgets.generation.speaker import known, next_logits, trained

MODULES = ["cuts", "greedy", "novelty", "speaker", "stepper", "temperature"]

TEMPERATURES = [
    {},
    {"temperature": 0.5},
    {"temperature": 0.05, "prefix": ""},
    {"temperature": 100, "prefix": "emma", "seed": 7},
    {"temperature": 2, "prefix": "q", "order": "alphabet"},
    {"temperature": 0.1, "prefix": "abcdefghijklmno"},
]
STEPPERS = [
    {},
    {"steps": 1},
    {"steps": 32},
    {"steps": 32, "seed": 2, "temperature": 0.3},
    {"steps": 7, "seed": 3, "own": [None, 0.9999, 0]},
    {"steps": 32, "rule": "greedy", "prefix": "em"},
    {"steps": 9, "rule": "top-k", "top_k": 3, "temperature": 2},
    {"steps": 32, "rule": "top-p", "top_p": 0.5, "seed": 8},
    {"steps": 32, "rule": "top-p", "top_p": 1, "prefix": "abcdefghijklmno"},
    {"steps": 32, "temperature": 100, "seed": 5},
    {"steps": 2, "temperature": 0.05, "rule": "top-k", "top_k": 27},
]
NOVELTIES = [
    {},
    {"count": 1, "seed": 9},
    {"count": 60, "temperature": 0.3},
    {"count": 40, "temperature": 3, "seed": 4},
]
CUTS = [
    ("all", 5, 0.9),
    ("greedy", 5, 0.9),
    ("top-k", 1, 0.9),
    ("top-k", 3, 0.9),
    ("top-k", 27, 0.9),
]
CUTS += [("top-p", 5, p) for p in (0.01, 0.25, 0.5, 0.75, 1)]
PROBS = [[0.25] * 4, [0.1, 0.5, 0.25, 0.15], [1.0, 0.0, 0.0], [0.05, 0.9, 0.05]]


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


def stepper_case(traits):
    widget = GenerationStepper(**traits)
    rounds = [vars(one) for one in widget.rounds()]
    return {"state": widget.public_state(), "name": widget.name, "rounds": rounds}


def novelty_case(traits):
    widget = Novelty(**traits)
    return {
        "state": widget.public_state(),
        "groups": widget.groups(),
        "faults": widget.faults(),
        "mean_length": widget.mean_length(),
    }


def greedy_case(writer):
    widget = Greedy(writer=writer)
    return {"writer": writer, "names": widget.names(), "summary": widget.summary()}


def cut_case(probs, rule, top_k, top_p):
    stays = kept(probs, rule, top_k, top_p)
    cut = {"rule": rule, "top_k": top_k, "top_p": top_p}
    return {"probs": probs, "cut": cut, "stays": stays, "shares": stretched(probs, stays)}


def test_the_page_computes_what_python_computes():
    write("temperature", map(temperature_case, TEMPERATURES))
    write("stepper", map(stepper_case, STEPPERS))
    write("novelty", map(novelty_case, NOVELTIES))
    write("greedy", map(greedy_case, ["trained", "untrained"]))
    write("cuts", [cut_case(probs, *cut) for probs in PROBS for cut in CUTS])


def test_a_cut_keeps_the_likeliest_and_their_ratios():
    probs = list(Temperature().probs().values())
    for rule, top_k, top_p in CUTS:
        stays = kept(probs, rule, top_k, top_p)
        left = [p for p, stay in zip(probs, stays) if stay]
        assert min(left) >= max([p for p, stay in zip(probs, stays) if not stay], default=0)
        shares = [share for share, stay in zip(stretched(probs, stays), stays) if stay]
        assert isclose(sum(shares), 1)
        assert all(isclose(a / left[0], b / shares[0]) for a, b in zip(left, shares))
        if rule == "top-p":
            assert sum(left) >= top_p - 1e-12 and sum(sorted(left)[1:]) < top_p


@pytest.mark.parametrize("temperature", [0.5, 1, 2])
def test_the_stepper_writes_what_generate_writes(temperature):
    model, tokenizer, _, _ = trained()
    for seed in range(5):
        widget = GenerationStepper(temperature=temperature, seed=seed, prefix="e", steps=32)
        assert widget.name == generate(model, tokenizer, random.Random(seed), temperature, "e")


def test_the_rule_may_be_left_out():
    assert GenerationStepper().rule == "all"
    assert GenerationStepper(top_p=0.5).rule == "top-p"
    assert GenerationStepper(top_k=3, top_p=0.5).rule == "all"
    assert GenerationStepper(top_k=3, rule="greedy").rule == "greedy"


def test_greedy_is_top_k_with_one_and_the_coldest_temperature():
    for start, name in Greedy().names().items():
        stepper = GenerationStepper(prefix=start, rule="top-k", top_k=1, steps=32, seed=5)
        assert stepper.name == name
    cold = GenerationStepper(temperature=0.05, steps=32, seed=1)
    assert cold.name == Greedy().names()[""] == "marin"


def test_what_greedy_comes_to():
    assert "26 different names; 18 end in “arin”, 0 never end" in Greedy().summary()
    assert "26 never end and are cut off" in Greedy(writer="untrained").summary()
    assert Greedy().groups()["d"] == "seen" and Greedy().groups()["e"] == "unseen"


def test_every_name_is_in_one_group():
    model, tokenizer, _, _ = trained()
    widget, rng = Novelty(count=30, temperature=0.7, seed=3), random.Random(3)
    names = [generate(model, tokenizer, rng, 0.7) for _ in range(30)]
    assert widget.names() == names
    assert sorted(sum(widget.groups().values(), [])) == sorted(names)
    assert "30 names at temperature 0.7" in widget.summary()


def test_the_summary_of_the_stepper_has_its_numbers():
    assert "not drawn yet" in GenerationStepper(prefix="em").summary()
    assert (
        GenerationStepper(seed=3, steps=1).summary()
        == "The name so far: “”. The last number, 0.2380, fell in the piece of e, 0.2343 to 0.2664; "
        "the most probable was m, with 0.10."
    )


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
    (GenerationStepper, {"rule": "beam"}, "'greedy', 'top-k', 'top-p'"),
    (GenerationStepper, {"top_k": 0}, "from 1 to 27"),
    (GenerationStepper, {"top_p": 0}, "from 0.01 to 1"),
    (GenerationStepper, {"steps": 33}, "from 0 to 32"),
    (GenerationStepper, {"own": [1]}, "numbers from 0 to 0.9999"),
    (GenerationStepper, {"own": ["a"]}, "numbers from 0 to 0.9999"),
    (GenerationStepper, {"own": [None] * 17}, "at most 16"),
    (Novelty, {"count": 0}, "from 1 to 1000"),
    (Novelty, {"count": 2.5}, "whole number"),
    (Greedy, {"writer": "gpt"}, "'trained', 'untrained'"),
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
