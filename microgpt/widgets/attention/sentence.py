"""The sentence of WordAttention, and weights that were written by hand: no model computed them.

The same word could stand for two others; the last word decides for which. Weights are hundredths. Row i says what
word i takes from the words up to itself. Only the row of the last word depends on which word that is: the others
come before it, and cannot know it.
"""

SENTENCE = {
    "words": ["The", "puppy", "chased", "the", "ball", "until", "it", "was"],
    "endings": ["tired", "flat"],
    "weights": [
        [100],
        [30, 70],
        [6, 62, 32],
        [10, 14, 40, 36],
        [4, 16, 38, 22, 20],
        [3, 18, 38, 4, 15, 22],
        [2, 37, 10, 2, 37, 4, 8],
        [1, 18, 6, 1, 18, 6, 34, 16],
    ],
    "last": {
        "tired": [1, 46, 8, 1, 5, 3, 22, 8, 6],
        "flat": [1, 5, 8, 1, 46, 3, 22, 8, 6],
    },
}


def words_of(sentence, ending):
    """The words of the sentence with that last word."""
    return [*sentence["words"], ending]


def validate(sentence):
    """Raise ValueError unless every word has a row as long as the words up to it, of hundredths that add up to 100."""
    if set(sentence["last"]) != set(sentence["endings"]):
        raise ValueError("each ending needs a row, and no other word has one.")
    for ending, last in sentence["last"].items():
        words, rows = words_of(sentence, ending), [*sentence["weights"], last]
        if len(rows) != len(words):
            raise ValueError(f"{len(words)} words need {len(words)} rows, not {len(rows)}.")
        for i, (word, row) in enumerate(zip(words, rows)):
            if len(row) != i + 1:
                raise ValueError(f"{word!r} needs {i + 1} weights, not {len(row)}.")
            if not all(isinstance(x, int) and x >= 0 for x in row) or sum(row) != 100:
                raise ValueError(f"the weights of {word!r} must be hundredths that add up to 100.")


validate(SENTENCE)
