"""Merges that can be followed by hand, and texts at the edges."""

import pytest

from microgpt.bpe import encode, learn_merges, merge, split_word, words_of

TEXTS = [
    "low lower lowest",
    "naïve 😀😀 naïve\n\n😀",
    "  two  spaces ",
    "aaa aaa",
    "",
    "x",
    "👩‍👩‍👧 👩‍👩‍👧",
]


def test_of_equal_pairs_the_first_seen_is_merged():
    assert learn_merges(["ab", "cd", "ab", "cd"], 1) == [("a", "b")]
    assert learn_merges(["cd", "ab", "ab", "cd"], 1) == [("c", "d")]


def test_the_most_frequent_pair_comes_first_wherever_it_stands():
    assert learn_merges(["xy", "ab", "ab", "ab", "xy"], 1) == [("a", "b")]


def test_a_word_of_an_even_count_is_merged_in_pairs():
    assert learn_merges(["aaaa", "aaaa"], 9) == [("a", "a"), ("aa", "aa")]
    assert merge(["a", "a", "a"], ("a", "a")) == ["aa", "a"]


def test_it_ends_where_no_pair_occurs_twice():
    assert learn_merges("abc", 5) == []
    assert learn_merges("", 5) == learn_merges([], 5) == learn_merges("abab", 0) == []
    assert learn_merges(["low", "lower", "lowest", "slow"], 100) == [
        ("l", "o"),
        ("lo", "w"),
        ("low", "e"),
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_of_a_text_is_lost_and_no_token_goes_across_a_space(text):
    merges = learn_merges(text, 100)
    tokens = encode(text, merges)
    assert "".join(tokens) == "".join(words_of(text)) == text
    assert not any(set(token[1:]) & set(" \n\r\t") for token in tokens)


def test_a_new_word_is_split_with_what_was_learned():
    merges = learn_merges(["low", "lower", "lowest", "slow"], 3)
    assert split_word("slowest", merges) == ["s", "lowe", "s", "t"]
    assert split_word("", merges) == []


def test_the_tokens_handed_in_stay():
    tokens = ["a", "b"]
    merge(tokens, ["a", "b"])
    assert tokens == ["a", "b"]
