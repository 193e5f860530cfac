"""Numbers that stand in a sentence and not under a cell: each test names the page and the sentence, and computes it."""

import json
import random
import sys
from math import exp, sqrt
from pathlib import Path
from statistics import mean

import pytest

from microgpt import load_names
from microgpt.canonical import load_canonical

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/unit"))

from reference import reference_names  # noqa: E402


def page(name):
    """The Markdown of a chapter, or a page of the book."""
    if name.endswith(".md"):
        return (ROOT / "book" / name).read_text("utf-8")
    cells = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text("utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


@pytest.fixture(scope="module")
def run():
    return load_canonical()


@pytest.fixture(scope="module")
def names():
    return load_names()


@pytest.mark.parametrize("name, sentence", [("00_why", "a **formula with 4,192 numbers in it**"), ("index.md", "4,192 numbers, trained on a list of names")])
def test_parameters(run, name, sentence):
    assert sentence in page(name) and len(run.weights) == 4192


def test_00_rounds(run):
    assert "runs a thousand times" in page("00_why") and run.steps == 1000


def test_00_blind_pick(run):
    text = page("00_why")
    assert "A blind pick among 27 tokens would give 27." in text and len(run.vocabulary) + 1 == 27
    assert "On its first name the model is even a little worse." in text and 27 < exp(run.losses[0]) < 35
    assert "it is as unsure as between 11 letters" in text and round(exp(mean(run.losses[-100:]))) == 11


def test_00_what_the_model_expects(run, names):
    """The fold under the first widget: `a` after em where the list says m, `u` after emq."""
    text = page("00_why")

    def likeliest(prefix):
        keys, values = run.model.new_cache()
        model, tokenizer = run.model, run.tokenizer
        for position, token in enumerate(tokenizer.encode(prefix)[:-1]):
            logits = [logit.data for logit in model(token, position, keys, values)]
        return tokenizer.chars[logits.index(max(logits))]

    assert "After `em` the list says `m` most often, and the model says `a`." in text and likeliest("em") == "a"
    assert "After `emq` it expects `u`, although no name on the list begins that way" in text
    assert likeliest("emq") == "u" and not any(name.startswith("emq") for name in names)


def test_00_copied_or_invented(run, names):
    text = page("00_why")
    docs = names[:]
    random.Random(42).shuffle(docs)
    listed = [name for name in run.samples if name in set(names)]
    new = [name for name in listed if name not in set(docs[:1000])]
    assert "Two of the six had been shown to it." in text and (len(listed), len(listed) - len(new)) == (6, 2)
    assert f"The other four had never been: {', '.join(f'`{name}`' for name in new)}." in text
    assert "the list is almost five times as long" in text and 4.7 < len(names) / 1000 < 5


def test_00_recorded_facts_of_the_reference_run():
    """The facts that need no list: its samples, and how many of them the sentence names."""
    samples = json.loads((ROOT / "tests/reference/run.json").read_text("utf-8"))["samples"]
    row = next(line for line in page("00_why").splitlines() if line.startswith("| are in its list"))
    named = [name.strip() for name in row.split("|")[3].split(",")]
    assert int(row.split("|")[2]) == len(named) == 11
    assert [name for name in samples if name in named] == named


def test_00_recorded_facts_of_the_reference_list():
    """The facts that need the list itself: computed where it can be had."""
    assert "with 32,033 names, of which 29,494 are different" in page("00_why")
    docs = reference_names().read_text("utf-8").split()
    assert (len(docs), len(set(docs))) == (32033, 29494)
    samples = json.loads((ROOT / "tests/reference/run.json").read_text("utf-8"))["samples"]
    random.Random(42).shuffle(docs)
    assert sum(sample in set(docs) for sample in samples) == 11
    assert not set(samples) & set(docs[:1000])


def test_01_by_hand():
    assert "$2 \\cdot (-1) + 2 \\cdot 2 + 1 \\cdot 3 = -2 + 4 + 3 = 5$" in page("01_numbers") and 2 * -1 + 2 * 2 + 1 * 3 == 5


def test_01_vowels_are_alike(run):
    text = page("01_numbers")
    rows = {char: [p.data for p in row] for char, row in zip(run.vocabulary, run.model.state_dict["wte"])}

    def cosine(a, b):
        return sum(x * y for x, y in zip(a, b)) / sqrt(sum(x * x for x in a) * sum(y * y for y in b))

    with_a = {char: cosine(rows["a"], row) for char, row in rows.items()}
    nearest = sorted(with_a, key=with_a.get, reverse=True)
    assert "The next five are the other vowels, `y` among them, before any consonant." in text
    assert nearest[0] == "a" and set(nearest[1:6]) == set("oeiuy")
    assert "`o`, `e` and `u` point to the same side as `a`" in text and min(with_a[char] for char in "oeu") > 0.5
    assert "`y` and `i` stand nearly at a right angle to it" in text and max(abs(with_a[char]) for char in "yi") < 0.1
    assert "most consonants point away" in text and sum(value < -0.1 for value in with_a.values()) > 10


def test_01_sixteen_numbers(run):
    assert "The real model describes each letter with 16 numbers" in page("01_numbers") and run.config.n_embd == 16
