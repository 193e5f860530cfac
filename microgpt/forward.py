"""The whole model, taken apart: every number on the way from a token to the guess of the next one, block by block.

The model itself (`model.py`) keeps none of them. This does the same arithmetic in the same order, on plain numbers.
"""

from microgpt.attention import attention_steps
from microgpt.model import GPT
from microgpt.nn import linear, rmsnorm, softmax


def forward_blocks(model: GPT, tokens) -> dict[str, list[float]]:
    """The numbers of every block at the last of some tokens, in the order of computation; for a model of one layer.

        token, position, sum, norm             row of wte, row of wpe, both added, brought to size: x
        attn_norm, q, k, v                     rmsnorm(x), and what is made of it
        scores, weights, blend, wo, attn_add   scores and weights head by head; what attention adds, and x with it
        mlp_norm, fc1, relu, fc2, mlp_add      the same for the MLP
        logits, probs                          one for each token of the vocabulary

    >>> from microgpt.toy import toy_model
    >>> blocks = forward_blocks(toy_model(), [0, 1, 2])
    >>> [round(x, 2) for x in blocks["q"]], [round(p, 2) for p in blocks["probs"]]
    ([-0.22, 0.35], [0.17, 0.32, 0.08, 0.43])
    """
    if model.config.n_layer != 1:
        raise ValueError(f"this takes apart a model of one layer, not of {model.config.n_layer}")
    wte, wpe, lm_head, *_, fc1, fc2 = (
        [[p.data for p in row] for row in rows] for rows in model.state_dict.values()
    )
    token, position = wte[tokens[-1]], wpe[len(tokens) - 1]
    step = attention_steps(model, tokens)[-1]
    mlp_norm = rmsnorm(step["added"])
    hidden = linear(mlp_norm, fc1)
    relu = [max(0.0, x) for x in hidden]
    out = linear(relu, fc2)
    x = [a + b for a, b in zip(out, step["added"])]
    logits = linear(x, lm_head)
    return {
        "token": token,
        "position": position,
        "sum": [a + b for a, b in zip(token, position)],
        "norm": step["x"],
        "attn_norm": step["normed"],
        "q": step["q"],
        "k": step["k"],
        "v": step["v"],
        "scores": [score for head in step["heads"] for score in head["scores"]],
        "weights": [weight for head in step["heads"] for weight in head["weights"]],
        "blend": step["blend"],
        "wo": step["output"],
        "attn_add": step["added"],
        "mlp_norm": mlp_norm,
        "fc1": hidden,
        "relu": relu,
        "fc2": out,
        "mlp_add": x,
        "logits": logits,
        "probs": softmax(logits),
    }
