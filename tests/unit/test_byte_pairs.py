"""BytePairs: traits, words, what is learned; JavaScript against Python."""

import doctest
import random

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt.bpe import encode, learn_merges, split_word, words_of
from microgpt.widgets import BytePairs
from microgpt.widgets.scale import byte_pairs

TEXTS = [
    byte_pairs.SENTENCES,
    "low lower lowest",
    "ab cd ab cd ef ef",  # ties
    "aaaa aaa aaaaa",
    "naïve café naïve café",
    "😀😀 😀😀 👩‍👩‍👧 👩‍👩‍👧\n\nжаба жаба\tжаба",
    "e\u0301e\u0301 e\u0301e\u0301",  # a letter and its accent are two characters
    "\u00a0a\u00a0a \u2028b\u2028b \x1cc\x1cc",  # spaces of other kinds stand within words
    "  two  spaces  ",
    "1 11 111 1111",
    "",
    "x",
]


def test_examples_in_docstrings():
    assert doctest.testmod(byte_pairs).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: BytePairs(text="x" * 5001), "text must be a text of at most 5000 characters"),
        (lambda: BytePairs(text=["low"]), "text must be a text"),
        (lambda: BytePairs(merges=201), "merges must be a whole number from 0 to 200"),
        (lambda: BytePairs(merges=-1), "merges must be a whole number from 0 to 200"),
        (lambda: BytePairs(merges=1.0), "merges must be a whole number"),
        (lambda: BytePairs(word="x" * 61), "word must be a text of at most 60 characters"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_more_merges_than_there_are():
    pairs = BytePairs(text="low lower lowest", merges=200)
    assert len(pairs.learned()) == 4 and repr(pairs).startswith("4 merges")
    assert (
        repr(BytePairs(text="", word=""))
        == "0 merges: 0 characters are 0 tokens, and “” is no token."
    )


def test_the_sentences_have_pieces_that_come_again():
    """Enough for the first look: some dozen merges, whole words among them."""
    pairs = BytePairs(merges=200)
    assert 25 < len(pairs.learned()) < 60
    assert {" the", "low"} <= {a + b for a, b in pairs.learned()}


def random_text(rng):
    return "".join(rng.choices("aab é😀 ", k=rng.randint(0, 60)))


def test_merges_in_javascript_are_python_s():
    rng = random.Random(11)
    cases = []
    for text in [*TEXTS, *(random_text(rng) for _ in range(20))]:
        merges = learn_merges(text, 200)
        word = "".join(rng.sample(text, min(len(text), 8)))
        cases.append(
            {
                "text": text,
                "merges": merges,
                "tokens": [encode(text, merges[:n]) for n in (0, 1, 3, 200)],
                "word": word,
                "split": [t for one in words_of(word) for t in split_word(one, merges)],
            }
        )
    write("byte_pairs", cases)
