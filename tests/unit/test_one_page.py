"""The whole course on one page: what is committed is what is computed, and a card says what its chapter says."""

import ast
import doctest
import html
import json
import re
import sys
from random import Random

import pytest
from reference import ROOT

from microgpt.course import CHAPTERS
from microgpt.scale import MODELS, total

sys.path.insert(0, str(ROOT / "tools"))
import make_one_page
import one_page
from one_page import card, draw

CARDS = [make() for make in one_page.CARDS]
NAMES = [make.__name__ for make in one_page.CARDS]
each_card = pytest.mark.parametrize("card", CARDS, ids=NAMES)
SOURCES = sorted((ROOT / "tools/one_page").glob("*.py"))
NUMBER = re.compile(r"−?\d[\d,]*(?:\.\d+)?")


def test_the_page_is_what_the_tool_writes():
    assert make_one_page.PAGE.read_text("utf-8") == make_one_page.page(), "python tools/generate.py"


def test_examples():
    for module in (card, draw):
        tried = doctest.testmod(module)
        assert tried.attempted and not tried.failed


def test_every_chapter_has_a_card_and_they_stand_in_order():
    chapters = [one.chapter for one in CARDS]
    assert chapters == sorted(chapters) and set(chapters) == {one.number for one in CHAPTERS}
    assert 16 <= len(CARDS) <= 20


def test_every_card_stands_on_the_page_once():
    page = make_one_page.PAGE.read_text("utf-8")
    for name in ("<h2>", "<svg ", 'role="img"', '<li class="one-card">'):
        assert page.count(name) == len(CARDS)
    for one in CARDS:
        assert page.count(html.escape(one.title)) >= 1 and page.count(html.escape(one.alt)) == 1


@each_card
def test_it_has_two_sentences_and_a_picture_with_its_text(card):
    assert len(card.sentences) == 2
    for sentence in [*card.sentences, card.alt]:
        assert re.fullmatch(r"[A-Z<\d−].*\.", sentence, re.S)
    for sentence in card.sentences:
        assert not re.search(r"[.?!] ", sentence) and len(plain(sentence).split()) <= 30
    assert len(card.parts) > 3 and len(card.title) <= 28


@each_card
def test_its_title_leads_to_a_section_of_its_chapter(card):
    assert re.search(rf"^##+ {re.escape(card.section)}$", text_of(card.chapter), re.M)


def text_of(chapter):
    """All that a chapter says and prints, what its widgets say included."""
    path = ROOT / "notebooks" / f"{CHAPTERS[chapter].slug}.ipynb"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    words = ["".join(cell["source"]) for cell in cells]
    for output in (output for cell in cells for output in cell.get("outputs", [])):
        words.append("".join(output.get("text", output.get("data", {}).get("text/plain", ""))))
    return "\n".join(words)


def plain(sentence):
    return html.unescape(re.sub(r"<[^>]+>", "", sentence))


def numbers(text):
    return [one.replace(",", "").replace("−", "-") for one in NUMBER.findall(text)]


NEW = {
    "whole": [(1024 + 1024) / 4192],
    "draw": [Random(22).random()],
    "large": [total(MODELS["gpt2"].sizes) / 4192],
}
"""What a card computes and its chapter does not say."""


@pytest.mark.parametrize(("name", "card"), list(zip(NAMES, CARDS)), ids=NAMES)
def test_its_numbers_are_those_of_its_chapter(name, card):
    """Each number of the sentences stands in the chapter, there perhaps with more digits."""
    said = [float(one) for one in numbers(text_of(card.chapter).replace("-", "−"))]
    there = [*map(abs, said), *NEW.get(name, [])]
    for sentence in map(plain, card.sentences):
        for one in numbers(sentence):
            share = f"{one}\N{NO-BREAK SPACE}%" in sentence
            value, half = abs(float(one)), 0.5001 * 10 ** -len(one.partition(".")[2])
            ways = [1, 100] if share else [1]
            found = any(abs(way * other - value) <= half for other in there for way in ways)
            assert found, f"{one} in: {sentence}"


def written_by_hand(source):
    """The pieces of the sentences, and of what stands for a picture, that hold a digit."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Card":
            said = [one.value for one in call.keywords if one.arg in ("sentences", "alt")]
            pieces = [piece for one in said for piece in ast.walk(one)]
            yield from (
                piece.value
                for piece in pieces
                if isinstance(piece, ast.Constant)
                and isinstance(piece.value, str)
                and re.search(r"(?<!\.)\b\d", piece.value)
            )


def test_no_number_is_written_by_hand():
    assert list(written_by_hand('Card(alt=f"{a} is 3", sentences=("Two.", f"It is {b:.2f}."))'))
    for path in SOURCES:
        assert list(written_by_hand(path.read_text("utf-8"))) == [], path.name


def test_every_look_has_its_rule():
    css = (ROOT / "book/theme/one_page.css").read_text("utf-8")
    page = make_one_page.PAGE.read_text("utf-8")
    used = {name for looks in re.findall(r'class="([^"]+)"', page) for name in looks.split()}
    assert used - {"ink"} == set(re.findall(r"\.((?!bd-)[a-z][\w-]*)", css)) & used
