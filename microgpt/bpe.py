"""Tokens that are pieces of words: byte-pair encoding, on characters.

It begins with single characters. The pair of neighbours that occurs most often becomes one token, again
and again. Of pairs that occur equally often, the one that is seen first is taken. A word keeps the space
in front of it, so that the tokens put together are the text; no pair goes across a space.
"""

import re
from collections import Counter

WORD = re.compile(r"[ \n\r\t]?[^ \n\r\t]+|[ \n\r\t]")


def words_of(text):
    """The text in words, each with the space in front of it.

    >>> words_of("low lower lowest")
    ['low', ' lower', ' lowest']
    """
    return WORD.findall(text)


def count_pairs(splits, times):
    """How often each pair of neighbours occurs; splits[word] are its tokens, times[word] its number.

    >>> count_pairs({"low": ["lo", "w"], "all": ["a", "l", "l"]}, {"low": 2, "all": 1})
    Counter({('lo', 'w'): 2, ('a', 'l'): 1, ('l', 'l'): 1})
    """
    counts = Counter()
    for word, tokens in splits.items():
        for pair in zip(tokens, tokens[1:]):
            counts[pair] += times[word]
    return counts


def merge(tokens, pair):
    """The tokens, with each occurrence of the pair made one token, from left to right.

    >>> merge(["l", "o", "w", "l", "o"], ("l", "o"))
    ['lo', 'w', 'lo']
    """
    merged, i = [], 0
    while i < len(tokens):
        if tuple(tokens[i : i + 2]) == tuple(pair):
            merged.append(tokens[i] + tokens[i + 1])
            i += 2
        else:
            merged.append(tokens[i])
            i += 1
    return merged


def learn_merges(words, n):
    """The first `n` merges, from a text or a list of words; fewer where no pair occurs twice.

    >>> learn_merges("low lower lowest", 3)
    [('l', 'o'), ('lo', 'w'), (' ', 'low')]
    >>> learn_merges(["low", "lower", "lowest"], 100)
    [('l', 'o'), ('lo', 'w'), ('low', 'e')]
    """
    texts = [words] if isinstance(words, str) else words
    times = Counter(word for text in texts for word in words_of(text))
    splits = {word: list(word) for word in times}
    merges = []
    while len(merges) < n:
        counts = count_pairs(splits, times)
        pair = max(counts, key=counts.get, default=None)  # the first of those that are equal
        if counts[pair] < 2:
            break
        merges.append(pair)
        splits = {word: merge(tokens, pair) for word, tokens in splits.items()}
    return merges


def split_word(word, merges):
    """The tokens of a word: the merges, in the order in which they were learned.

    >>> split_word("slower", [("l", "o"), ("lo", "w")])
    ['s', 'low', 'e', 'r']
    """
    tokens = list(word)
    for pair in merges:
        tokens = merge(tokens, pair)
    return tokens


def encode(text, merges):
    """The tokens of a text, word by word.

    >>> encode("low slow", [("l", "o"), ("lo", "w")])
    ['low', ' ', 's', 'low']
    """
    return [token for word in words_of(text) for token in split_word(word, merges)]
