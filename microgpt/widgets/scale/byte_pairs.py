"""Pieces of words, learned from a text."""

from microgpt.bpe import encode, learn_merges

from ..base import Widget
from ..traits import Number, Text

MOST = 200  # merges
LONGEST = 5000  # characters
SENTENCES = (
    "The slow train was slower than the slowest bus. She trained on the train, and the trainer "
    "showed her how to slow down. Slowly the showers stopped, the windows showed the snow, and the "
    "snow showed how low the lower window was."
)


class BytePairs(Widget):
    """Merges of characters, learned step by step from a text of your own: byte-pair encoding.

    `merges` says how many have been made. A word keeps the space in front of it. `word` is a word that may not be
    in the text; it is split with the same merges.

    >>> pairs = BytePairs(text="low lower lowest", merges=2, word="slower")
    >>> pairs
    2 merges, the last lo + w = low: 16 characters are 10 tokens, and “slower” is s, low, e, r.
    >>> pairs.learned()
    [('l', 'o'), ('lo', 'w')]
    """

    module = "scale/byte_pairs.js"
    text = Text(SENTENCES, longest=LONGEST)
    merges = Number(0, low=0, high=MOST, whole=True)
    word = Text("slowness", longest=60)

    def learned(self):
        """The merges made so far: pairs of tokens. They are fewer than asked for where no pair occurs twice."""
        return learn_merges(self.text, self.merges)

    def tokens(self):
        """The tokens of the text."""
        return encode(self.text, self.learned())

    def summary(self):
        merges = self.learned()
        tokens, word = encode(self.text, merges), encode(self.word, merges)
        made = f"{len(merges)} merge{'' if len(merges) == 1 else 's'}"
        if merges:
            made += (
                f", the last {' + '.join(map(shown, merges[-1]))} = {shown(''.join(merges[-1]))}"
            )
        split = ", ".join(map(shown, word)) or "no token"
        return f"{made}: {len(self.text)} characters are {len(tokens)} tokens, and “{self.word}” is {split}."


def shown(token):
    """A token as it is drawn: a space is a dot.

    >>> shown(" low")
    '·low'
    """
    return token.replace(" ", "·").replace("\n", "⏎").replace("\t", "⇥")
