"""The losses of counting: against the slow way, on the recorded list, and the same numbers in JavaScript."""

import math
import random
from collections import Counter

import pytest
from js_cases import write
from reference import reference_names

from microgpt import Tokenizer, load_names
from microgpt.baselines import bigram, count_pairs, mean_surprise, sample, uniform, unigram
from microgpt.data import read_documents

TABLES = {"uniform": uniform, "unigram": unigram, "bigram": bigram}


def some_lists():
    r = random.Random(3)
    return [
        ["".join(r.choices("abc\U0001f642", k=r.randint(1, 9))) for _ in range(r.randint(2, 30))]
        for _ in range(8)
    ]


def losses(docs, block=16):
    """The three losses as the package computes them."""
    tokenizer = Tokenizer(docs)
    counts = count_pairs(docs, tokenizer, block)
    return {
        name: mean_surprise(make(counts), docs, tokenizer, block) for name, make in TABLES.items()
    }


def the_slow_way(docs, block):
    """Each prediction by itself."""
    pairs = [
        (before, after)
        for doc in docs
        for before, after in list(zip(["", *doc], [*doc, ""]))[:block]
    ]
    singles, befores, both = (
        Counter(after for _, after in pairs),
        Counter(before for before, _ in pairs),
        Counter(pairs),
    )
    return {
        "uniform": math.log(len(set("".join(docs))) + 1),
        "unigram": sum(-math.log(singles[after] / len(pairs)) for _, after in pairs) / len(pairs),
        "bigram": sum(-math.log(both[pair] / befores[pair[0]]) for pair in pairs) / len(pairs),
    }


def test_against_the_slow_way():
    for docs in some_lists():
        for block in (1, 4, 16):
            assert losses(docs, block) == pytest.approx(the_slow_way(docs, block), abs=1e-12)


def test_of_the_reference():
    """The recorded facts, so that the definition is the one they were measured by."""
    found = losses(read_documents(reference_names()))
    assert {name: round(value, 4) for name, value in found.items()} == {
        "uniform": 3.2958,
        "unigram": 2.8227,
        "bigram": 2.4540,
    }


def test_smoothing_leaves_nothing_impossible():
    docs, tokenizer = ["ab", "a"], Tokenizer("abc")
    counts = count_pairs(docs, tokenizer)
    assert bigram(counts)[tokenizer.chars.index("c")] == [0, 0, 0, 0]
    assert bigram(counts, smoothing=1)[0] == [1 / 6, 2 / 6, 1 / 6, 2 / 6]
    assert mean_surprise(bigram(counts), ["ba"], tokenizer) == math.inf
    assert mean_surprise(bigram(counts, smoothing=1), ["ba"], tokenizer) < 2


def test_a_table_of_shares_is_the_best_of_its_kind():
    """No other table that looks at one token alone does better on the documents that were counted."""
    r, docs = random.Random(5), ["emma", "ava", "anna", "bea"]
    tokenizer = Tokenizer(docs)
    counts = count_pairs(docs, tokenizer)
    best = mean_surprise(bigram(counts), docs, tokenizer)
    for _ in range(20):
        shaken = [[n + r.random() for n in row] for row in counts]
        assert mean_surprise(bigram(shaken), docs, tokenizer) > best


def test_names_are_drawn_row_by_row():
    docs = ["ab", "ab"]
    tokenizer = Tokenizer(docs)
    table = bigram(count_pairs(docs, tokenizer))
    assert sample(table, tokenizer, random.Random(1)) == "ab"
    endless = [[1.0, 0, 0]] * 3
    assert sample(endless, tokenizer, random.Random(1)) == "a" * 16
    assert sample(endless, tokenizer, random.Random(1), longest=3) == "aaa"


def test_javascript_counts_and_draws_the_same():
    write(
        "baselines",
        [
            {"docs": docs, "block": block} | losses(docs, block)
            for docs in some_lists()
            for block in (4, 16)
        ]
        + [{"docs": None, "block": 16} | losses(load_names())],
    )
    names = load_names()
    tokenizer = Tokenizer(names)
    counts = count_pairs(names, tokenizer)
    table, drawn = bigram(counts), random.Random(7)
    write(
        "bigram",
        [
            {
                "chars": "".join(tokenizer.chars),
                "counts": counts,
                "row": table[4],
                "surprise": mean_surprise(table, names, tokenizer),
                "drawn": [sample(table, tokenizer, drawn) for _ in range(40)],
            }
        ],
    )
