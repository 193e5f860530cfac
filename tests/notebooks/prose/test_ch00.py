"""Numbers that stand in a sentence of chapter 00 and under no cell: each test names the sentence, and computes it."""

import random
import sys
from math import exp
from pathlib import Path
from statistics import mean

from prose import page

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "tests/unit"))

from reference import RUN, reference_names  # noqa: E402


def test_parameters(run):
    sentence = "a **formula with 4,192 numbers in it**"
    assert sentence in page("00_why") and len(run.weights) == 4192


def test_rounds(run):
    assert "runs a thousand times" in page("00_why") and run.steps == 1000


def test_blind_pick(run):
    text = page("00_why")
    assert "A blind pick among 27 tokens would give 27." in text and len(run.vocabulary) + 1 == 27
    assert (
        "On its first name the model is even a little worse." in text
        and 27 < exp(run.losses[0]) < 35
    )
    assert (
        "it is as unsure as between 11 letters" in text
        and round(exp(mean(run.losses[-100:]))) == 11
    )


def test_what_the_model_expects(run, names):
    """The fold under the first widget: `a` after em where the list says m, `u` after emq."""
    text = page("00_why")

    def likeliest(prefix):
        keys, values = run.model.new_cache()
        model, tokenizer = run.model, run.tokenizer
        for position, token in enumerate(tokenizer.encode(prefix)[:-1]):
            logits = [logit.data for logit in model(token, position, keys, values)]
        return tokenizer.chars[logits.index(max(logits))]

    assert (
        "After `em` the list says `m` most often, and the model says `a`." in text
        and likeliest("em") == "a"
    )
    assert "After `emq` it expects `u`, although no name on the list begins that way" in text
    assert likeliest("emq") == "u" and not any(name.startswith("emq") for name in names)


def test_copied_or_invented(run, names):
    text = page("00_why")
    docs = names[:]
    random.Random(42).shuffle(docs)
    listed = [name for name in run.samples if name in set(names)]
    new = [name for name in listed if name not in set(docs[:1000])]
    assert "Two of the six had been shown to it." in text and (
        len(listed),
        len(listed) - len(new),
    ) == (6, 2)
    assert f"The other four had never been: {', '.join(f'`{name}`' for name in new)}." in text
    assert "the list is almost five times as long" in text and 4.7 < len(names) / 1000 < 5


def test_recorded_facts_of_the_reference_run():
    """The facts that need no list: its samples, and how many of them the sentence names."""
    samples = RUN["samples"]
    row = next(line for line in page("00_why").splitlines() if line.startswith("| are in its list"))
    named = [name.strip() for name in row.split("|")[3].split(",")]
    assert int(row.split("|")[2]) == len(named) == 11
    assert [name for name in samples if name in named] == named


def test_recorded_facts_of_the_reference_list():
    """The facts that need the list itself: computed where it can be had."""
    assert "with 32,033 names, of which 29,494 are different" in page("00_why")
    docs = reference_names().read_text("utf-8").split()
    assert (len(docs), len(set(docs))) == (32033, 29494)
    samples = RUN["samples"]
    random.Random(42).shuffle(docs)
    assert sum(sample in set(docs) for sample in samples) == 11
    assert not set(samples) & set(docs[:1000])
