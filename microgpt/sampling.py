"""Sampling: let a model write, one token at a time."""

from random import Random

from microgpt.nn import softmax
from microgpt.running import as_a_whole
from microgpt.tokenizer import Tokenizer


def generate(model, tokenizer: Tokenizer, rng: Random, temperature=0.5, prefix="") -> str:
    """One text, drawn token by token with `rng` (a random.Random) until BOS, or until block_size tokens stand there.

    The logits are divided by `temperature` first: towards 0 the likeliest token always wins, at 1.0 the model speaks
    as it was trained, above it the unlikely gain. `prefix` is how the text begins; it is part of what is returned.
    A temperature that is not above 0 (1e-100 counts as 0), an unknown character in the prefix, or a prefix longer
    than block_size raises ValueError. Interrupted, it leaves `rng` where it was.

    >>> import random
    >>> from microgpt import Config, GPT, Tokenizer
    >>> tokenizer = Tokenizer(["abc"])
    >>> untrained = GPT(Config(block_size=4), tokenizer.vocab_size, random.Random(1))
    >>> generate(untrained, tokenizer, random.Random(1), prefix="ab").startswith("ab")
    True
    """
    if not temperature > 1e-100:
        raise ValueError(f"temperature must be above 0, not {temperature}")
    most = model.config.block_size
    if len(prefix) > most:
        raise ValueError(f"the prefix has {len(prefix)} characters; the model can take {most}")
    tokens, state = tokenizer.encode(prefix)[:-1], rng.getstate()

    def draw():
        keys, values = model.new_cache()
        for pos_id in range(most):
            logits = model(tokens[pos_id], pos_id, keys, values)
            if pos_id + 1 == len(tokens):  # the prefix has been read: from here on we draw
                probs = softmax([logit / temperature for logit in logits])
                token_id = rng.choices(range(model.vocab_size), weights=[p.data for p in probs])[0]
                if token_id == tokenizer.BOS:
                    break
                tokens.append(token_id)

    as_a_whole(draw, lambda: rng.setstate(state))
    return tokenizer.decode(tokens)
