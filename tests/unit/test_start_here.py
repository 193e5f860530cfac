"""Where do I start? The questions, the passages that they name, and the widget."""

import doctest
import re

import pytest
from docutils.nodes import make_id
from test_last_test import HEADINGS
from traitlets import TraitError

from microgpt.widgets import StartHere
from microgpt.widgets.quiz import start_here
from microgpt.widgets.quiz.items import ItemError, validate
from microgpt.widgets.quiz.start_here import load_questions, passage

QUESTIONS = load_questions()


def test_examples_in_docstrings():
    assert doctest.testmod(start_here).failed == 0


def test_ten_questions_and_their_answers():
    """Each of the numbers, computed."""
    rights = {
        question["id"]: next(option["text"] for option in question["options"] if "right" in option)
        for question in QUESTIONS
    }
    assert len(rights) == 10
    assert rights["01-dot"] == str(sum(x * y for x, y in zip([1, 2], [3, 4])))
    assert rights["02-slope"] == str(round((3.0001**2 - 3**2) / 0.0001))
    assert rights["02-chain"].startswith(str(3 * 2))
    assert rights["03-step"] == str(2 - 0.1 * 5)
    assert rights["04-neuron"] == str(max(0, 1 * 3 - 2 * 4 + 1))
    assert rights["05-twice"] == str(round(((2.0001 * 3 + 2.0001) - 8) / 0.0001))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_words(question):
    texts = [question["question"], question["topic"]]
    texts += [option[name] for option in question["options"] for name in ("text", "feedback")]
    for text in texts:
        assert not re.search(r"\b(simply|just|obviously|easy|easily)\b|!|—|–", text), text


def test_the_right_option_is_not_always_at_the_same_place():
    places = [
        next(i for i, option in enumerate(question["options"]) if "right" in option)
        for question in QUESTIONS
    ]
    assert set(places) == {0, 1, 2, 3}


def test_the_sections_that_may_be_skimmed_exist():
    named = [question for question in QUESTIONS if "section" in question]
    assert [question["id"] for question in named] == ["07-softmax", "09-log"]
    for question in named:
        assert HEADINGS[question["id"][:2]].count(question["section"]) == 1
        assert passage(question)["passage"]["anchor"] == make_id(question["section"])


def test_a_broken_question_is_named():
    for change, why in (
        ({"topic": ""}, "must be a text"),
        ({"explanation": "So."}, "must have the fields"),
        ({"options": QUESTIONS[0]["options"][:1]}, "two to five options"),
    ):
        with pytest.raises(ItemError, match=f"01-dot: .*{why}"):
            validate({**QUESTIONS[0], **change}, "start", "01")


def test_answers():
    widget = StartHere(answers={"01-dot": 0, "09-log": -1})
    assert widget.answers == {"01-dot": 0, "09-log": -1} and "2 of 10" in repr(widget)
    for wrong in ({"01-dot": 4}, {"01-dot": -2}, {"01-a": 0}, [0], {"01-dot": None}):
        with pytest.raises(TraitError, match="answers must give ids of questions"):
            widget.answers = wrong
