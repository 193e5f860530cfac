"""Ten questions that find the chapter to begin with."""

import json
import re
from functools import cache
from pathlib import Path

import traitlets

from ... import course
from ..base import Filled
from ..links import links
from .answers import answered
from .items import need, validate

FILE = Path(__file__).parent / "start.json"
DONT_KNOW = -1


@cache
def load_questions():
    """The questions, in the order of the chapters that teach what they ask: their ids begin with the chapter."""
    questions = json.loads(FILE.read_text("utf-8"))
    for question in questions:
        validate(question, "start", str(question["id"])[:2])
    ids = [question["id"] for question in questions]
    labels = [id_[:2] for id_ in ids]
    need(len(set(ids)) == len(ids), {"id": FILE.name}, "an id is used twice.")
    need(labels == sorted(labels), {"id": FILE.name}, "the questions follow the chapters.")
    return questions


def passage(question):
    """Where the passage stands that may be skimmed, if the question names its heading.

    >>> passage({"id": "09-log", "section": "How wrong is a guess?"})
    {'passage': {'chapter': '09', 'anchor': 'how-wrong-is-a-guess'}}
    """
    if "section" not in question:
        return {}
    anchor = re.sub("[^a-z0-9]+", "-", question["section"].lower()).strip("-")
    return {"passage": {"chapter": question["id"][:2], "anchor": anchor}}


class StartHere(Filled):
    """Ten questions, one after the other, and then a route: where to begin, and what may be skimmed.

    `answers` are the options chosen so far, by the question's id; -1 is "I do not know".

    >>> StartHere(answers={"01-dot": 0, "02-slope": -1})
    Where do I start? 2 of 10 questions are answered.
    """

    module = "quiz/start_here.js"
    question = "Which chapter should you begin with?"
    seen = (
        "Each question belongs to a chapter. You begin with the first group of chapters in which "
        "something is new to you. Whoever knows more never begins earlier."
    )
    answers = answered(load_questions(), lowest=DONT_KNOW)

    @traitlets.default("content")
    def _content(self):
        return {"questions": [question | passage(question) for question in load_questions()]}

    def summary(self):
        count = f"{len(self.answers)} of {len(self.content['questions'])}"
        return f"Where do I start? {count} questions are answered."

    def public_state(self):
        return {**super().public_state(), "links": links(course.ready())}
