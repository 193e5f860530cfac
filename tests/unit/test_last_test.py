"""The last test: what a seed draws, in Python and in the page; the passages that items name, and the items' module."""

import doctest
import json
import re
import runpy

import pytest
from docutils.nodes import make_id
from js_cases import write
from reference import ROOT
from traitlets import TraitError

from microgpt import course
from microgpt.widgets import LastTest, Redo
from microgpt.widgets.quiz import answers, draw, last_test, redo
from microgpt.widgets.quiz.draw import drawn
from microgpt.widgets.quiz.items import load_items

ITEMS = load_items()
ASKED = [(kind, id_) for kind in ("quiz", "predict") for id_ in ITEMS[kind]]


@pytest.mark.parametrize("module", [answers, draw, last_test, redo])
def test_examples_in_docstrings(module):
    found = doctest.testmod(module)
    assert found.attempted and not found.failed


# ---- the passages ----


def headings(label):
    """The headings below a chapter's title."""
    path = ROOT / "notebooks" / f"{course.CHAPTERS[int(label)].slug}.ipynb"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    return re.findall(r"^#{2,3} (.+)$", "\n".join(texts), re.M)


HEADINGS = {chapter.label: headings(chapter.label) for chapter in course.CHAPTERS}


@pytest.mark.parametrize("kind,id_", ASKED)
def test_the_section_of_an_item_stands_in_its_chapter_once(kind, id_):
    item = ITEMS[kind][id_]
    assert HEADINGS[item.get("about", id_[:2])].count(item["section"]) == 1, item["section"]
    assert item["section"] not in ("Quiz", "What you know now", "The program so far")


def test_no_passage_shares_its_place_with_another():
    """Else the book would number them, and a link would lead to the wrong one."""
    for label, found in HEADINGS.items():
        wanted = {ITEMS[kind][id_]["section"] for kind, id_ in ASKED}
        places = [make_id(heading) for heading in found]
        for heading in wanted & set(found):
            assert places.count(make_id(heading)) == 1, f"{label}: {heading}"


def test_the_module_is_what_the_generator_writes():
    generator = runpy.run_path(str(ROOT / "tools" / "make_quiz_items_js.py"))
    text = generator["module"]()
    assert generator["FILE"].read_bytes() == text.encode(), "python tools/make_quiz_items_js.py"
    written = [item for chapter in generator["chapters"]() for item in chapter["items"]]
    assert sorted((item["asks"], item["id"]) for item in written) == sorted(
        (kind, id_) for kind, id_ in ASKED
    )
    for item in written:
        own = ITEMS[item["asks"]][item["id"]]
        assert own.items() <= item.items()
        assert item["passage"]["chapter"] == own.get("about", item["id"][:2])


# ---- what is drawn ----


def test_draws_in_javascript():
    seeds = (0, 1, 7, 42, 9999)
    cases = [
        {"seed": seed, "test": [[item["id"], order] for item, order in drawn(seed)]}
        for seed in seeds
    ]
    write("last_test", cases)


def test_every_item_is_drawn_by_some_seed():
    found = {item["id"] for seed in range(200) for item, _ in drawn(seed)}
    assert found == set(ITEMS["quiz"])


def test_the_score_counts_what_the_seed_draws():
    right = {
        id_: next(i for i, option in enumerate(item["options"]) if "right" in option)
        for id_, item in ITEMS["quiz"].items()
    }
    test = LastTest(seed=7, answers=right, handed_in=True)
    assert test.score() == 16 and repr(test).endswith("16 of them answered right.")
    test.answers = {test.items()[0]: right[test.items()[0]], test.items()[1]: 0}
    assert test.score() == 1 + (right[test.items()[1]] == 0)


@pytest.mark.parametrize(
    "wrong", [[], {"99-z": 0}, {"00-a": 4}, {"00-a": -1}, {"00-a": True}, {"00-a": "0"}]
)
def test_answers_that_are_none_are_refused(wrong):
    with pytest.raises(TraitError, match="answers must give ids"):
        LastTest(answers=wrong)


@pytest.mark.parametrize("make", [LastTest, Redo])
def test_seeds(make):
    assert make(seed=0).seed == 0
    for wrong in (-1, 10000, 1.5, "1"):
        with pytest.raises(TraitError, match="seed must be a whole number from 0 to 9999"):
            make(seed=wrong)
