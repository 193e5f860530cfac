"""The toy model: so small that a whole forward and backward pass can be followed on paper.

It has four tokens and vectors of width 2: one layer, one head, at most four tokens in a row. Unlike in `Tokenizer`,
BOS is the first token here, with the id 0: the rows of `wte` and `lm_head` stand in the order of `TOKENS`.
"""

from microgpt.model import GPT, Config

TOKENS = ("BOS", "a", "b", "c")
"""What the ids 0 to 3 stand for."""

CONFIG = Config(n_layer=1, n_embd=2, n_head=1, block_size=4)

WEIGHTS = {
    "wte": [[0.2, 0.3], [0.5, -0.1], [-0.3, 0.4], [0.1, 0.2]],
    "wpe": [[0.1, -0.05], [0.05, 0.15], [-0.1, 0.1], [0.15, 0.0]],
    "lm_head": [[0.3, 0.1], [-0.2, 0.4], [0.5, -0.3], [-0.1, 0.6]],
    "layer0.attn_wq": [[0.5, 0.2], [0.1, 0.4]],
    "layer0.attn_wk": [[0.3, -0.1], [0.2, 0.5]],
    "layer0.attn_wv": [[0.4, 0.1], [-0.2, 0.6]],
    "layer0.attn_wo": [[0.6, 0.2], [0.1, 0.7]],
    "layer0.mlp_fc1": [
        [0.4, 0.1],
        [-0.2, 0.5],
        [0.3, -0.3],
        [0.1, 0.4],
        [-0.5, 0.2],
        [0.2, -0.1],
        [0.6, 0.3],
        [-0.1, -0.4],
    ],
    "layer0.mlp_fc2": [
        [0.1, 0.3, -0.2, 0.4, 0.0, 0.2, -0.1, 0.5],
        [-0.3, 0.2, 0.5, -0.1, 0.4, -0.4, 0.3, 0.1],
    ],
}
"""Every matrix by its name, row by row, in the order of `Config.shapes`."""


def toy_model() -> GPT:
    """A new GPT with the toy weights.

    >>> toy_model()
    GPT(Config(n_layer=1, n_embd=2, n_head=1, block_size=4), vocab_size=4, num_params=72)
    """
    model = GPT(CONFIG, len(TOKENS))
    for name, rows in WEIGHTS.items():
        for parameters, numbers in zip(model.state_dict[name], rows, strict=True):
            for parameter, number in zip(parameters, numbers, strict=True):
                parameter.data = number
    return model


def token_ids(tokens) -> list[int]:
    """The ids of some toy tokens; an unknown one raises ValueError.

    >>> token_ids(["BOS", "a", "b"])
    [0, 1, 2]
    """
    for token in tokens:
        if token not in TOKENS:
            raise ValueError(f"the toy model knows {', '.join(TOKENS)}, not {token!r}")
    return [TOKENS.index(token) for token in tokens]
