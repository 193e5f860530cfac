"""The widgets about tokens: their traits, their words, and JavaScript against the package's numbers."""

import doctest
import random

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import Tokenizer, load_names
from microgpt.baselines import bigram, count_pairs, mean_surprise
from microgpt.widgets import (
    BigramTable,
    EmbeddingMap,
    LiveTokenizer,
    RMSNormVector,
    ShuffleNames,
    TokenPlusPosition,
    tokens,
)
from microgpt.widgets.tokens.built_in import TOKENS, cosine, embeddings


def test_examples_in_docstrings():
    assert doctest.testmod(tokens).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: LiveTokenizer(text=3), "text must be a text of at most 32 characters"),
        (lambda: LiveTokenizer(text="a" * 33), "text must be a text of at most 32 characters"),
        (lambda: BigramTable(row="E"), "row must be one of 'a', 'b'"),
        (lambda: BigramTable(show="both"), "show must be one of 'probabilities', 'counts'"),
        (lambda: BigramTable(steps=18), "steps must be one of 0, 1"),
        (lambda: EmbeddingMap(letter="ab"), "letter must be one of 'a', 'b'"),
        (lambda: EmbeddingMap(when=0), "when must be one of 'before', 'after'"),
        (lambda: RMSNormVector(x=[1]), "x must be a list of 2 numbers, each from -4 to 4"),
        (lambda: RMSNormVector(x=[1, 5]), "each from -4 to 4"),
        (lambda: TokenPlusPosition(letter="A"), "letter must be one of"),
        (lambda: TokenPlusPosition(position=16), "position must be one of 0, 1"),
        (lambda: TokenPlusPosition(other=1.0), "other must be one of 0, 1"),
        (lambda: ShuffleNames(seed=-1), "seed must be a whole number from 0 to 1000000000"),
        (lambda: ShuffleNames(seed=1.5), "seed must be a whole number"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


TYPED = [
    "emma",
    "",
    "a",
    "zz",
    "Emma",
    "an na",
    "zoe\u0301",
    "zo\u00e9",
    "\U0001f642",
    "\u0301",
    "מ",
]


def tokenizer_case(text):
    tokenizer = Tokenizer(load_names())
    try:
        return {"text": text, "ids": tokenizer.encode(text)}
    except ValueError:
        return {"text": text, "ids": None}


def test_the_page_encodes_what_python_encodes():
    write("tokens", [tokenizer_case(text) for text in TYPED])


def test_the_page_shuffles_as_python_shuffles():
    seeds = [0, 1, 42, 1337, 10**9]
    write("shuffle", [{"seed": seed, "first": ShuffleNames(seed=seed).first()} for seed in seeds])


def test_the_tokens_are_those_of_the_list():
    tokenizer = Tokenizer(load_names())
    assert TOKENS == [*tokenizer.chars, "BOS"] and TOKENS.index("BOS") == tokenizer.BOS


def test_the_page_draws_the_names_that_python_draws():
    seeds = [0, 1, 4, 6, 42, 10**9]
    docs, tokenizer = load_names(), Tokenizer(load_names())
    table = bigram(count_pairs(docs, tokenizer))
    case = {
        "loss": mean_surprise(table, docs, tokenizer),
        "names": {seed: BigramTable(seed=seed).name() for seed in seeds},
        "own_loss": {},
    }
    for seed, name in case["names"].items():
        if len(name) < 16:
            case["own_loss"][seed] = mean_surprise(table, [name], tokenizer)
    write("bigram_table", [case])


def numpy_map(points):
    """What NumPy finds: the places along the first two principal directions, and how much of the spread they show."""
    import numpy as np

    points = np.array(points)
    centred = points - points.mean(axis=0)
    _, sizes, directions = np.linalg.svd(centred)
    share = (sizes[:2] ** 2).sum() / (sizes**2).sum()
    return {"places": (points @ directions[:2].T).tolist(), "share": float(share)}


def test_the_page_finds_the_map_that_numpy_finds():
    cases = [
        {
            "when": when,
            "nearest": {
                token: EmbeddingMap(letter=token, when=when).nearest(26) for token in ("a", "BOS")
            },
            "first_row": embeddings(when)["wte"][0],
            "position_row": embeddings(when)["wpe"][3],
        }
        for when in ("before", "after")
    ]
    cases[1] |= numpy_map(embeddings("after")["wte"])
    write("embeddings", cases)


def plus_case(traits):
    sums = TokenPlusPosition(**traits).sums()
    return traits | {"sums": sums, "cosine": cosine(*sums)}


def test_the_page_adds_what_python_adds():
    r = random.Random(3)
    some = [
        {"letter": r.choice(TOKENS), "position": r.randrange(16), "other": r.randrange(16)}
        for _ in range(12)
    ]
    some.append({"letter": "BOS", "position": 0, "other": 0})
    write("plus", [plus_case(traits) for traits in some])


def test_the_page_norms_what_python_norms():
    r = random.Random(4)
    points = [[0, 0], [0, 4], [-4, -4], [0.002, 0.001], [1e-9, 0], [-0.5, 3]]
    points += [[r.uniform(-4, 4), r.uniform(-4, 4)] for _ in range(20)]
    write("rmsnorm", [{"x": x, "normed": RMSNormVector(x=x).normed()} for x in points])
