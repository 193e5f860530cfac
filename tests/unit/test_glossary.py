"""The glossary: each term stands in bold in its chapter, each bold term has its entry, and its numbers are true."""

import doctest
import json
import re
import sys
from math import exp, log, log2, sqrt
from random import Random
from struct import pack

import pytest
from reference import PROGRAM, ROOT

from microgpt import Config, Value, course, linear, softmax, toy
from microgpt.canonical import load_canonical
from microgpt.nn import dot
from microgpt.scale import MODELS
from microgpt.sphinx import glossary

sys.path.insert(0, str(ROOT / "tools"))
import make_glossary
import terms

ENTRIES = terms.entries()
BOLDS = {chapter.label: terms.bolds_in(chapter.slug) for chapter in course.CHAPTERS}
EMPHASIS = "what the sentence says is stressed"
# What stands in bold and is no term, with the reason.
NO_TERMS = {
    "a text that is shown": ["em"],
    "a name of the program: the notation has it": ["`wpe`"],
    "a family of the grader's talks, by its name": ["Made up first"],
    "parts of one chapter's plan, said once": ["acts", "run once", "define", "drive"],
    "words of every day, in the sense of every day": [
        "agree",
        "disagree",
        "height",
        "minus",
        "rediscovered",
        "right",
        "too large",
        "too small",
    ],
    EMPHASIS: [
        "6 operations for each parameter and each token",
        "From here on nobody writes a gradient any more",
        "Take away both, and nearly all of the gain is gone",
        "Where ways meet, gradients are added",
        "a node passes on its gradient when all its parents have passed on theirs",
        "formula with 4,192 numbers in it",
        "large errors weigh more",
        "never read a fruit",
        "one in 1,400",
        "pieces of words",
        "two scores, side by side",
    ],
}


def chapter(label):
    return terms.chapter_text(course.CHAPTERS[int(label)].slug)


KNOWN = {
    "Config": Config,
    "MODELS": MODELS,
    "Random": Random,
    "Value": Value,
    "chapter": chapter,
    "course": course,
    "dot": dot,
    "exp": exp,
    "linear": linear,
    "log": log,
    "log2": log2,
    "pack": pack,
    "program": PROGRAM.read_text("utf-8"),
    "reference": json.loads((ROOT / "tests/reference/run.json").read_text("utf-8")),
    "softmax": softmax,
    "sqrt": sqrt,
    "toy": toy,
    "trained": load_canonical(),
}


def candidates(label):
    return [bold.text for bold in BOLDS[label] if bold.candidate]


def test_examples_in_docstrings():
    assert doctest.testmod(terms).failed == doctest.testmod(glossary).failed == 0
    assert doctest.testmod(glossary).attempted and doctest.testmod(terms).attempted


def test_the_page_is_what_the_generator_writes():
    assert make_glossary.PAGE.read_text("utf-8") == make_glossary.page(), "python tools/generate.py"


def test_no_term_has_two_entries():
    names = [glossary.anchor(entry["term"]) for entry in ENTRIES]
    assert len(set(names)) == len(names) > 150
    spelled = [form.lower() for entry in ENTRIES for form in terms.forms(entry)]
    assert len(set(spelled)) == len(spelled)


def first_in_bold(entry):
    """The first chapter that has one of the term's forms in bold."""
    spelled = {form.lower() for form in terms.forms(entry)}
    return next(
        label for label in BOLDS if any(text.lower() in spelled for text in candidates(label))
    )


def test_the_chapter_of_each_is_the_first_that_has_it_in_bold():
    for entry in ENTRIES:
        assert terms.forms(entry)[0] in candidates(entry["chapter"]), entry["term"]
        assert entry["chapter"] == first_in_bold(entry), entry["term"]


@pytest.mark.parametrize("label", BOLDS)
def test_every_bold_term_has_an_entry_or_a_reason(label):
    known = {form.lower() for entry in ENTRIES for form in terms.forms(entry)}
    excused = {text for texts in NO_TERMS.values() for text in texts}
    unknown = set(candidates(label)) - excused
    assert {text for text in unknown if text.lower() not in known} == set()


def test_no_exception_is_left_over():
    bold = {text for label in BOLDS for text in candidates(label)}
    assert {text for texts in NO_TERMS.values() for text in texts} <= bold


# A number may be written with commas, and a chapter's number needs no proof.
NUMBER = re.compile(r"(?<![\w.])-?\d[\d,]*(?:\.\d+)?")
CHAPTERS_NAMED = re.compile(r"chapter \d\d")


def numbers_of(sentence):
    """As text, without signs; 0, 1 and the numbers of chapters need no proof."""
    found = NUMBER.findall(CHAPTERS_NAMED.sub("", sentence))
    return {one.rstrip(",").replace(",", "").lstrip("-") for one in found} - {"0", "1"}


def test_the_numbers_are_true():
    """The check of each entry computes them: all of the sentence stand in it."""
    for entry in ENTRIES:
        check = entry.get("check", "True")
        assert eval(check, dict(KNOWN)) is True, entry["term"]
        assert numbers_of(entry["means"]) <= set(re.findall(r"\d+(?:\.\d+)?", check)), entry["term"]


def test_each_is_one_short_sentence():
    for entry in ENTRIES:
        means = entry["means"]
        assert means.endswith(".") and len(means) < 220, entry["term"]
        assert not re.search(r"[.?!] [A-Z]", means), entry["term"]
        assert not re.search(r"\b(simply|just|obviously|easy)\b|!|\u2014", means), entry["term"]
