"""Greedy decoding: always the most probable letter, from every beginning of one letter."""

from ...nn import softmax
from ..base import Widget
from ..traits import OneOf
from .speaker import known, trained


class Greedy(Widget):
    """What each of 27 beginnings (none, or one letter) becomes when the most probable letter is always taken.

    `writer` is the "trained" model, or the "untrained" one that it was before the first round.

    >>> Greedy().names()["e"]
    'elin'
    """

    module = "generation/greedy.js"
    writer = OneOf("trained", ["trained", "untrained"])

    def model(self):
        from microgpt.heads import untrained_model

        return trained()[0] if self.writer == "trained" else untrained_model()

    def names(self):
        """{beginning: what it becomes}"""
        model, tokenizer, _, _ = trained()
        model = self.model()
        return {start: greedy(model, tokenizer, start) for start in ["", *tokenizer.chars]}

    def groups(self):
        """{beginning: "seen", "unseen" or "new"} of what it becomes."""
        return {start: known(name) for start, name in self.names().items()}

    def summary(self):
        names = list(self.names().values())
        longest = trained()[0].config.block_size
        ending, shared = common_ending(names)
        cut = sum(len(name) == longest for name in names)
        return (
            f"Greedy, the {self.writer} model: {len(names)} beginnings become {len(set(names))} different names; "
            f"{shared} end in “{ending}”, {cut} never end and are cut off."
        )


def greedy(model, tokenizer, prefix):
    """The text that comes of `prefix` when the most probable token is always taken, until BOS or block_size tokens."""
    tokens = tokenizer.encode(prefix)[:-1]
    keys, values = model.new_cache()
    for position in range(model.config.block_size):
        probs = softmax([p.data for p in model(tokens[position], position, keys, values)])
        best = probs.index(max(probs))
        if position + 1 == len(tokens):
            if best == tokenizer.BOS:
                break
            tokens.append(best)
    return tokenizer.decode(tokens)


def common_ending(names, letters=4):
    """The last `letters` that most names share, and how many do; of equally many, the first.

    >>> common_ending(["marin", "karin", "elin"])
    ('arin', 2)
    """
    endings = [name[-letters:] for name in names]
    best = max(endings, key=endings.count)
    return best, endings.count(best)
