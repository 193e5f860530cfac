"""Weights for trying out a model, and what the package's own model makes of them."""

import random

from microgpt.model import GPT, Config

from .parts import rows


def config_of(w, n_head):
    """The sizes of the model that these matrices belong to."""
    n_layer = len({name.split(".")[0] for name in w if name.startswith("layer")})
    return Config(n_layer, len(w["wte"][0]), n_head, len(w["wpe"]))


def random_weights(vocab_size, n_embd, n_layer, block_size, seed) -> dict:
    """The matrices of a model by their names: rows of plain numbers from -1 to 1, the same for the same seed.

    The last row of lm_head is zeros, so that one logit is 0.

    >>> w = random_weights(vocab_size=3, n_embd=2, n_layer=1, block_size=4, seed=1)
    >>> w["wpe"][0], w["lm_head"][2], len(w)
    ([0.3, 0.58], [0.0, 0.0], 9)
    """
    rng, config = random.Random(seed), Config(n_layer, n_embd, 1, block_size)
    w = {name: rows(rng, *shape) for name, shape in config.shapes(vocab_size).items()}
    w["lm_head"][-1] = [0.0] * n_embd
    return w


def logits_of_model(w, tokens, n_head, first=0) -> list:
    """The logits of the package's own model at each position of a document, which begins at position `first`."""
    model = GPT(config_of(w, n_head), len(w["wte"]))
    for name, matrix in model.state_dict.items():
        for parameters, numbers in zip(matrix, w[name], strict=True):
            for parameter, number in zip(parameters, numbers, strict=True):
                parameter.data = number
    keys, values = model.new_cache()
    return [
        [logit.data for logit in model(token, place, keys, values)]
        for place, token in enumerate(tokens, first)
    ]
