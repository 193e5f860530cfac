"""Small models that are called as a GPT is, and whose next token is known."""

from types import SimpleNamespace

from microgpt.tokenizer import Tokenizer
from microgpt.value import Value

TOKENIZER = Tokenizer(["abcde"])


class Speller:
    """A model that has learned `names` by heart, up to `block_size` tokens.

    What it says depends on what the cache holds, as in a GPT: on all tokens so far, and on their positions.
    The right next token has a logit that is `gap` above the others, so that it is all but sure to come; what
    follows none of the names is a token that depends on what stands there. `calls` lists what it was called with.

    >>> model = Speller(["ada"], block_size=6)
    >>> keys, values = model.new_cache()
    >>> [max(range(6), key=lambda i: model(5, 0, keys, values)[i].data), model.calls]
    [0, [(5, 0), (5, 0), (5, 0), (5, 0), (5, 0), (5, 0)]]
    """

    def __init__(self, names, block_size, gap=60.0):
        self.names, self.gap = names, gap
        self.config = SimpleNamespace(block_size=block_size, n_layer=1)
        self.vocab_size = TOKENIZER.vocab_size
        self.calls = []

    def new_cache(self):
        return [[]], [[]]

    def __call__(self, token_id, pos_id, keys, values):
        self.calls.append((token_id, pos_id))
        if not 0 <= pos_id < self.config.block_size:
            raise IndexError(
                f"position {pos_id}: the model knows 0 to {self.config.block_size - 1}"
            )
        keys[0].append(token_id)
        values[0].append(pos_id)
        right = self.next(keys[0], values[0])
        return [Value(self.gap if i == right else 0.0) for i in range(self.vocab_size)]

    def next(self, tokens, positions):
        """The token that follows; where nothing known does, one that these tokens and positions decide."""
        for name in self.names:
            ids = TOKENIZER.encode(name)
            if tokens == ids[: len(tokens)] and positions == list(range(len(tokens))):
                return ids[len(tokens)]
        return (3 * sum(tokens) + sum(positions) + len(tokens)) % self.vocab_size


class Chances:
    """A model of one position, whose logits are these whatever comes in."""

    def __init__(self, logits):
        self.logits = logits
        self.config = SimpleNamespace(block_size=1, n_layer=1)
        self.vocab_size = len(logits)

    def new_cache(self):
        return [[]], [[]]

    def __call__(self, token_id, pos_id, keys, values):
        if pos_id:
            raise IndexError(f"position {pos_id}: the model knows 0 alone")
        keys[0].append(token_id)
        values[0].append(pos_id)
        return [Value(logit) for logit in self.logits]
