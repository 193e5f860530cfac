"""Numbers that stand in a sentence of chapter 06 and under no cell: each test names the sentence, and computes it."""

import math
import random
import statistics
from ast import literal_eval

from prose import output, page

from microgpt import Tokenizer, load_names
from microgpt.baselines import bigram, count_pairs
from microgpt.canonical import load_canonical
from microgpt.nn import rmsnorm
from microgpt.widgets import EmbeddingMap, TokenPlusPosition
from microgpt.widgets.tokens.built_in import cosine

CHAPTER = "06_embeddings"
NAMES = load_names()
TOKENIZER = Tokenizer(NAMES)
COUNTS = count_pairs(NAMES, TOKENIZER)


def row(token):
    return COUNTS[TOKENIZER.encode(token)[1] if token != "BOS" else TOKENIZER.BOS]


def test_the_list_in_alphabetical_order():
    text = page(CHAPTER)
    assert NAMES == sorted(NAMES)
    assert "For its first 348 rounds it would see nothing but names that begin with `a`" in text
    assert all(name[0] == "a" for name in NAMES[:348]) and NAMES[348][0] != "a"
    assert "after a thousand it would have come as far as `delaney`" in text
    assert NAMES[999] == "delaney"


def test_the_bigrams_of_emma():
    assert "In `emma` there are five: BOS `e`, `em`, `mm`, `ma`, `a` BOS." in page(CHAPTER)


def test_after_q():
    text = page(CHAPTER)
    assert (row("q")[TOKENIZER.chars.index("u")], sum(row("q"))) == (51, 55)
    assert "`u` with the probability 51/55, about 0.93" in text and round(51 / 55, 2) == 0.93
    surest = sorted((max(counts) / sum(counts) for counts in COUNTS), reverse=True)
    assert surest[0] == 51 / 55 and surest[1] < 0.5  # what the task 06-surest says


def test_what_costs_most_in_emma():
    text = page(CHAPTER)
    surprises, _ = literal_eval(output(CHAPTER, "score-emma"))
    assert "The two `m` cost most" in text and sorted(surprises)[-2:] == sorted(surprises[1:3])
    assert "That `a` follows `m` was to be expected." in text and min(surprises) == surprises[3]
    assert max(row("m")) == row("m")[TOKENIZER.chars.index("a")]


def test_the_three_baselines():
    text = page(CHAPTER)
    printed = dict(line.split() for line in output(CHAPTER, "score-all").splitlines())
    for name in ("uniform", "unigram", "bigram"):
        assert f"| `{name}`" in text and f"| {printed[name]} |" in text
    assert "`bigram` is the table: 2.449 nats per token, as if 11.6 tokens were left" in text
    assert printed["bigram"] == "2.449" and round(math.exp(2.449), 1) == 11.6
    assert "Its surprise is 2.45 nats per token, where a blind guess has 3.30." in text


def test_the_model_of_chapter_00():
    run = load_canonical()
    last = statistics.mean(run.losses[-100:])
    assert round(last, 2) == 2.36
    seen = list(NAMES)
    random.Random(run.seed).shuffle(seen)
    assert "Each round brings it a name that it has not met" in page(CHAPTER)
    assert len(set(seen[:1000])) == 1000 and round(2.449 - last, 2) == 0.09
    assert "Even so the model is ahead, by 0.09." in page(CHAPTER)
    assert "stood at 2.36 in its last hundred rounds" in page(CHAPTER)


def test_our_list_beside_the_reference():
    text = page(CHAPTER)
    lengths = [len(name) for name in NAMES]
    assert f"| names | {len(NAMES):,} | 32,033 |" in text
    assert f"| tokens in the vocabulary | {TOKENIZER.vocab_size} | 27 |" in text
    mean = round(statistics.mean(lengths), 2)
    assert f"{min(lengths)} to {max(lengths)}, on average {mean} | 2 to 15, on average 6.12" in text


def test_emma_is_an_average_name():
    _, emma = literal_eval(output(CHAPTER, "score-emma"))
    assert "By an average name it is as surprised as by `emma`" in page(CHAPTER)
    assert abs(emma - 2.449) < 0.02


def test_rows_for_more_letters():
    assert "$27 \\cdot 27 = 729$" in page(CHAPTER) and 27 * 27 == 729


def test_what_training_does_to_the_letters():
    text = page(CHAPTER)
    near = [letter for letter, _ in EmbeddingMap(letter="a").nearest(3)]
    assert near == ["o", "e", "u"] and "its nearest letters are `o`, `e` and `u`" in text
    assert "its cosine with `a` is about 0" in text
    assert abs(dict(EmbeddingMap(letter="i").nearest(26))["a"]) < 0.06
    assert "That of `u` is 0.56." in text
    assert round(dict(EmbeddingMap(letter="a").nearest(26))["u"], 2) == 0.56
    alike = [cosine(row(a), row(b)) for a, b in ("ae", "ao", "eo")]
    others = [cosine(row("a"), row(b)) for b in "kmnr"]
    assert "compare its rows for `a`, `e` and `o`, and you find much the same letters" in text
    assert min(alike) > 0.85 > max(others)
    assert "`a`, `e` and `o` end up near each other" in text
    assert all(
        {other for other, _ in EmbeddingMap(letter=a).nearest(2)} == set("aeo") - {a} for a in "aeo"
    )


def test_one_letter_at_two_positions():
    vectors = TokenPlusPosition(letter="m", position=2, other=3).sums()
    assert round(cosine(*vectors), 2) == 0.82 and "With them it is 0.82" in page(CHAPTER)
    lengths = [len(name) for name in NAMES]
    assert lengths.count(1) < lengths.count(5) / 100  # hardly ends after its first letter


def test_the_root_mean_square():
    text = page(CHAPTER)
    assert "Square its numbers: 9 and 16. The mean of these is 12.5" in text
    assert "the square root of 12.5 is 3.54" in text and round(12.5**0.5, 2) == 3.54
    assert "0.849 is to 1.131 as 3 is to 4" in text
    assert literal_eval(output(CHAPTER, "rms"))[0] == [0.849, 1.131]
    assert "One whose numbers are as small as 0.003 does" in page(CHAPTER)
    assert 0.6 < rmsnorm([0.003, 0.003])[0] < 0.8


def test_pairs_that_never_occur():
    zeros = sum(count == 0 for counts in COUNTS for count in counts)
    assert f"{zeros} of the 729 pairs never occur in the list" in page(CHAPTER) and zeros == 238
    assert output(CHAPTER, "wrong-zero-cell") == "inf"


def test_another_numbering():
    assert "The same 2.449." in page(CHAPTER) and output(CHAPTER, "wrong-order-cell") == "2.449"
    shuffled = Tokenizer(NAMES)
    random.Random(1).shuffle(shuffled.chars)
    assert shuffled.encode("emma") != TOKENIZER.encode("emma")
    assert bigram(count_pairs(NAMES, shuffled)) != bigram(COUNTS)


def test_ids_of_the_recap():
    assert "`emma` is `[26, 4, 12, 12, 0, 26]`, five guesses." in page(CHAPTER)
    assert literal_eval(output(CHAPTER, "bos")) == TOKENIZER.encode("emma")
