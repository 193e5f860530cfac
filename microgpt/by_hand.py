"""One training step with every number kept: what a reader needs who does it by hand.

The model itself (`model.py`) keeps none of them. This does the same arithmetic in the same order, and afterwards asks
each Value for its gradient. It is for a model of one layer and one head.
"""

from microgpt.dot import Dot
from microgpt.model import GPT
from microgpt.nn import linear, rmsnorm, softmax
from microgpt.optim import Adam
from microgpt.training import document_loss

BLOCKS = (
    "token position sum norm attn_norm q k v scores weights blend wo attn_add "
    "mlp_norm fc1 relu fc2 mlp_add logits probs"
).split()
"""What is computed at each position, in this order."""


def step_by_hand(model: GPT, tokens, lr=0.01) -> dict:
    """Take one step of training with Adam on one document, and keep every number: a dict of plain numbers.

        positions      a dict for each token that is read: `token`, `target`, `surprise`; `out`, the numbers of each
                       block of BLOCKS; `grad`, d(loss) / d(each of these numbers)
        loss           the mean surprise, before the step
        gradients      d(loss) / d(each weight): {name of the matrix: its rows}
        weights        the weights after the step
        after          the loss after it

    The model takes the step: its weights change. More than one layer or one head raises ValueError.

    >>> from microgpt.toy import toy_model
    >>> step = step_by_hand(toy_model(), [0, 1, 2, 0])
    >>> round(step["loss"], 4), round(step["after"], 4)
    (1.4873, 1.4352)
    """
    if (model.config.n_layer, model.config.n_head) != (1, 1):
        raise ValueError(f"one layer and one head can be done by hand, not {model.config}")
    pairs = list(zip(tokens, tokens[1:]))[: model.config.block_size]
    keys, values = [], []
    outs = [_blocks(model, token, i, keys, values) for i, (token, _) in enumerate(pairs)]
    surprises = [-out["probs"][target].log() for out, (_, target) in zip(outs, pairs)]
    parameters = model.parameters()
    for parameter in parameters:
        parameter.grad = 0.0
    loss = (1 / len(pairs)) * sum(surprises)
    loss.backward()
    positions = [
        dict(token=token, target=target, surprise=surprise.data)
        | dict(out=_each(out, "data"), grad=_each(out, "grad"))
        for (token, target), out, surprise in zip(pairs, outs, surprises)
    ]
    gradients = _matrices(model, "grad")
    Adam(parameters, lr).step()
    return {
        "positions": positions,
        "loss": loss.data,
        "gradients": gradients,
        "weights": _matrices(model, "data"),
        "after": document_loss(model, tokens).data,
    }


def _blocks(model, token, position, keys, values):
    """The Values of each block at one position; its key and value join those of the positions before."""
    w = {name.split(".")[-1]: rows for name, rows in model.state_dict.items()}
    # A row is used as it is. Added to 0 it becomes a Value of this position, with a gradient of its own.
    out = {
        "token": [number + 0.0 for number in w["wte"][token]],
        "position": [number + 0.0 for number in w["wpe"][position]],
    }
    out["sum"] = [t + p for t, p in zip(out["token"], out["position"])]
    out["norm"] = rmsnorm(out["sum"])
    out["attn_norm"] = rmsnorm(out["norm"])
    for name in "qkv":
        out[name] = linear(out["attn_norm"], w[f"attn_w{name}"])
    keys.append(out["k"])
    values.append(out["v"])
    out["scores"] = [Dot(out["q"], key) / len(out["q"]) ** 0.5 for key in keys]
    out["weights"] = softmax(out["scores"])
    out["blend"] = [Dot(out["weights"], column) for column in zip(*values)]
    out["wo"] = linear(out["blend"], w["attn_wo"])
    out["attn_add"] = [a + b for a, b in zip(out["wo"], out["norm"])]
    out["mlp_norm"] = rmsnorm(out["attn_add"])
    out["fc1"] = linear(out["mlp_norm"], w["mlp_fc1"])
    out["relu"] = [number.relu() for number in out["fc1"]]
    out["fc2"] = linear(out["relu"], w["mlp_fc2"])
    out["mlp_add"] = [a + b for a, b in zip(out["fc2"], out["attn_add"])]
    out["logits"] = linear(out["mlp_add"], w["lm_head"])
    out["probs"] = softmax(out["logits"])
    return out


def _each(out, what):
    return {name: [getattr(value, what) for value in values] for name, values in out.items()}


def _matrices(model, what):
    return {
        name: [[getattr(p, what) for p in row] for row in rows]
        for name, rows in model.state_dict.items()
    }
