"""Drills: the questions of every kind and level are sound, and the page asks what Python asks."""

import doctest
import importlib
from collections import Counter, namedtuple
from functools import cache
from math import isclose, isfinite

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import GPT, Config
from microgpt.widgets import Drill
from microgpt.widgets.quiz.drills import KINDS, LEVELS, facts_of

SEEDS = range(1, 301)
FOR_THE_PAGE = [(1, 1), (1, 2), (1, 3), (2, 1), (7, 40), (9999, 9999)]
each_kind = pytest.mark.parametrize("kind", KINDS)
each_level = pytest.mark.parametrize("level", LEVELS)


@pytest.mark.parametrize("module", ["drill", "drills", "drills.numbers"])
def test_examples_in_docstrings(module):
    module = importlib.import_module(f"microgpt.widgets.quiz.{module}")
    assert doctest.testmod(module).failed == 0


def case(drill):
    words = KINDS[drill.kind].words(drill.facts(), drill.level)
    state = drill.public_state()
    return {"state": state, "facts": drill.facts(), "words": words, "answers": drill.answers()}


def test_the_page_asks_what_python_asks():
    drills = [
        Drill(kind, level=level, seed=seed, number=number)
        for kind in KINDS
        for level in LEVELS
        for seed, number in FOR_THE_PAGE
    ]
    write("drills", map(case, drills))


Question = namedtuple("Question", "facts words answers")


@cache
def questions(kind, level):
    """The first question of each seed; without a widget round it, which takes longer to make."""
    found = []
    for seed in SEEDS:
        facts = facts_of(kind, level, seed, number=1)
        words, answers = (make(facts, level) for make in (KINDS[kind].words, KINDS[kind].answers))
        found.append(Question(facts, words, answers))
    return found


@each_kind
@each_level
def test_the_questions_are_sound(kind, level):
    """They differ, and ask for the same things; every answer is a number of a size that one can work with."""
    found = questions(kind, level)
    assert len({one.words for one in found}) > 40
    full = max((one.answers.keys() for one in found), key=len)
    for one in found:
        answers = one.answers
        numbers = [x for x in answers.values() if not isinstance(x, str)]
        assert answers.keys() == full or answers == {"fits": "no"}
        assert all(isfinite(x) and abs(x) < 1000 for x in numbers)
        assert "-" not in one.words, "the minus sign is a real one"


@each_level
def test_a_chain_has_small_whole_gradients(level):
    """Each value but y is used as often as the level says."""
    for one in questions("chain", level):
        answers = one.answers.values()
        assert all(x == int(x) and abs(x) <= 99 for x in answers)
        assert sum(x == 0 for x in answers) <= (2 if level == 3 else 0)
        lines = " ".join(text for _, text in one.facts["lines"]).replace("relu", "")
        uses = Counter(letter for letter in lines if letter.isalpha())
        assert sorted(uses.values())[-3:].count(2) == level - 1 and "y" not in uses
        assert uses.keys() | {"y"} == one.answers.keys() | {"y"}


def test_both_kinds_of_relu_come():
    """One that lets through, and one that does not."""
    relus = [one for one in questions("chain", 3) if "relu" in one.words]
    off = [one for one in relus if one.answers["f"] and not one.answers["e"]]
    assert len(relus) > 50 and 0 < len(off) < len(relus)


@each_level
def test_softmax_gives_probabilities_that_two_decimals_show(level):
    for one in questions("softmax", level):
        probs = one.answers.values()
        assert isclose(sum(probs), 1) and min(probs) > 0.01 and max(probs) - min(probs) > 0.01


@each_level
def test_some_shapes_fit_and_some_do_not(level):
    fits = [one.answers["fits"] for one in questions("shape", level)]
    assert 150 < fits.count("yes") < 250


def test_the_sizes_of_heads_are_those_of_the_model():
    for one in questions("shape", 3)[:12]:
        facts = one.facts
        sizes = {"n_embd": facts["n_embd"], "n_head": facts["n_head"], "block_size": 10}
        answers = one.answers
        if answers["fits"] == "no":
            with pytest.raises(ValueError):
                Config(**sizes)
            continue
        config = Config(**sizes)
        model = GPT(config, vocab_size=5)
        rows = len(model.state_dict["layer0.attn_wo"])
        columns = len(model.state_dict["layer0.attn_wo"][0])
        assert config.head_dim == answers["query"] and rows == columns == answers["out"]
        keys, values = model.new_cache()
        for position in range(facts["position"] + 1):
            model(0, position, keys, values)
        assert len(keys[0]) == answers["scores"]


@each_level
def test_adam_moves_the_parameter_against_m(level):
    for one in questions("adam", level):
        facts, answers = one.facts, one.answers
        assert answers["move"] * answers["m"] > 0
        assert isclose(answers["p"], facts["p"] - answers["move"])
        if level == 1:
            assert isclose(abs(answers["move"]), facts["lr"], rel_tol=1e-6)


@each_level
def test_entropy_is_between_certain_and_open(level):
    for one in questions("entropy", level):
        probs = [n / one.facts["of"] for n in one.facts["shares"]]
        assert isclose(sum(probs), 1) and probs.count(0) == (level == 3)
        assert 0 < one.answers["entropy"] <= 2.33
        assert 0 < one.answers["surprise"] < 3.4


def test_the_summary_tells_the_question():
    assert (
        Drill("entropy", level=1, seed=5, number=2).summary().startswith("Drill, level 1, seed 5")
    )
    assert Drill().summary().endswith("What is the gradient of each other value?")


def test_another_number_is_another_question():
    questions = {Drill("adam", number=n).question() for n in range(1, 100)}
    assert len(questions) > 90


WRONG = [
    ({"kind": "maths"}, "kind must be one of 'chain', 'softmax', 'shape', 'adam', 'entropy'"),
    ({"level": 4}, "level must be one of 1, 2, 3"),
    ({"level": True}, "level must be one of 1, 2, 3"),
    ({"seed": 0}, "seed must be a whole number from 1 to 9999"),
    ({"number": 1.5}, "number must be a whole number from 1 to 9999"),
    ({"number": 10000}, "number must be a whole number from 1 to 9999"),
]


@pytest.mark.parametrize("traits, words", WRONG)
def test_a_wrong_value_is_refused_with_what_is_allowed(traits, words):
    with pytest.raises(TraitError, match=words):
        Drill(**traits)
