"""The attention of a model, taken apart: every number on the way of each token, for looking at.

The model itself (`model.py`) keeps none of them. This does the same arithmetic in the same order, on plain numbers.
"""

from math import inf

from microgpt.model import GPT
from microgpt.nn import dot, linear, rmsnorm, softmax


def attend(query, keys, values) -> list[float]:
    """What one query takes from some values: their blend, each weighted by how well its key fits.

    `query` and every key are n numbers, every value is m numbers; the blend is m numbers. A key that is not as long
    as the query raises ValueError.

    >>> [round(x, 2) for x in attend([1, 0], [[1, 0], [0, 1]], [[10, 1], [20, 2]])]
    [13.3, 1.33]
    """
    return _head(query, keys, values)["blend"]


def multi_head(query, keys, values, n_head) -> list[float]:
    """What n_head heads take from some values: each attends with its own pieces; their blends are laid end to end.

    A piece is a row of neighbours: of 4 numbers, the first of two heads has the first 2. A length that n_head does
    not divide raises ValueError.

    >>> one, other = [1, 0, 0, 1], [0, 1, 1, 0]
    >>> [round(x, 2) for x in multi_head(one, [one, other], [[10, 1, 10, 1], [20, 2, 20, 2]], 2)]
    [13.3, 1.33, 13.3, 1.33]
    """
    if len(query) % n_head:
        raise ValueError(f"{n_head} heads cannot share {len(query)} numbers evenly")
    return _end_to_end(_heads(query, keys, values, len(query) // n_head))


def attention_steps(model: GPT, tokens, layer: int = 0) -> list[dict]:
    """What each token of a document goes through in the attention of one layer: a dict for each position.

        x              what enters the layer
        normed         rmsnorm(x): what q, k and v are computed from
        q, k, v        query, key and value; the cache holds k and v of this step and of those before it
        heads          a dict for each head: `products` (its slice of q times that of each key), `scores` (divided by
                       the root of head_dim), `weights` (softmax of the scores), `blend` (of its slices of the values)
        blend          the blends of all heads, end to end
        output         after wo
        added          output plus x: what the MLP goes on with

    >>> from microgpt.toy import toy_model
    >>> steps = attention_steps(toy_model(), [0, 1, 2])
    >>> steps[0]["heads"][0]["weights"]
    [1.0]
    >>> [round(w, 2) for w in steps[2]["heads"][0]["weights"]]
    [0.34, 0.31, 0.35]
    """
    weights = {
        name: [[p.data for p in row] for row in rows] for name, rows in model.state_dict.items()
    }
    xs = [
        rmsnorm([t + p for t, p in zip(weights["wte"][token], weights["wpe"][position])])
        for position, token in enumerate(tokens)
    ]
    for i in range(layer + 1):
        matrices = {
            name.removeprefix(f"layer{i}."): rows
            for name, rows in weights.items()
            if name.startswith(f"layer{i}.")
        }
        steps = _steps(xs, matrices, model.config.head_dim)
        xs = [_mlp(step["added"], matrices) for step in steps]
    return steps


def _steps(xs, matrices, head_dim):
    """The steps of one layer, from what enters it at each position."""
    steps, keys, values = [], [], []
    for x in xs:
        normed = rmsnorm(x)
        q, k, v = (linear(normed, matrices[name]) for name in ("attn_wq", "attn_wk", "attn_wv"))
        keys.append(k)
        values.append(v)
        heads = _heads(q, keys, values, head_dim)
        blend = _end_to_end(heads)
        output = linear(blend, matrices["attn_wo"])
        added = [a + b for a, b in zip(output, x)]
        steps.append(
            dict(x=x, normed=normed, q=q, k=k, v=v, heads=heads)
            | dict(blend=blend, output=output, added=added)
        )
    return steps


def _heads(q, keys, values, head_dim):
    """Every head: each has its own head_dim numbers of the query, of each key and of each value."""
    slices = [slice(start, start + head_dim) for start in range(0, len(q), head_dim)]
    return [_head(q[part], [k[part] for k in keys], [v[part] for v in values]) for part in slices]


def _end_to_end(heads):
    return [number for head in heads for number in head["blend"]]


def _head(q, keys, values):
    """One head: its slice of the query against its slices of all keys and values so far."""
    products = [dot(q, k) for k in keys]
    scores = [product * (len(q) ** 0.5) ** -1 for product in products]
    weights = softmax(scores)
    blend = [dot(weights, column) for column in zip(*values)]
    return {"products": products, "scores": scores, "weights": weights, "blend": blend}


def attention_at_once(model: GPT, tokens) -> list[dict]:
    """The same for the first layer, all tokens at once and with a mask: what the program does not need.

    Every query meets every key. The scores of later tokens become minus infinity, so that softmax gives them 0.

    >>> from microgpt.toy import toy_model
    >>> [round(w, 2) for w in attention_at_once(toy_model(), [0, 1, 2])[1]["heads"][0]["weights"]]
    [0.49, 0.51, 0.0]
    """
    steps = attention_steps(model, tokens)
    matrix = [[p.data for p in row] for row in model.state_dict["layer0.attn_wo"]]
    size = model.config.head_dim
    for position, step in enumerate(steps):
        step["heads"] = []
        for start in range(0, model.config.n_embd, size):
            part = slice(start, start + size)
            products = [dot(step["q"][part], other["k"][part]) for other in steps]
            scores = [product * (size**0.5) ** -1 for product in products]
            masked = [-inf if t > position else score for t, score in enumerate(scores)]
            weights = softmax(masked)
            blend = [dot(weights, column) for column in zip(*(other["v"][part] for other in steps))]
            step["heads"].append(
                dict(products=products, scores=scores, masked=masked, weights=weights, blend=blend)
            )
        step["blend"] = [number for head in step["heads"] for number in head["blend"]]
        step["output"] = linear(step["blend"], matrix)
        step["added"] = [a + b for a, b in zip(step["output"], step["x"])]
    return steps


def largest_gap(model: GPT, tokens) -> float:
    """How far the two ways are apart after the attention of the first layer: the largest difference of a number.

    >>> from microgpt.toy import toy_model
    >>> largest_gap(toy_model(), [0, 1, 2, 3])
    0.0
    """
    both = zip(attention_steps(model, tokens), attention_at_once(model, tokens))
    return max(abs(a - b) for one, all_ in both for a, b in zip(one["added"], all_["added"]))


def _mlp(x, matrices):
    """What the layer's MLP makes of x, added to it."""
    hidden = [max(0.0, number) for number in linear(rmsnorm(x), matrices["mlp_fc1"])]
    return [a + b for a, b in zip(linear(hidden, matrices["mlp_fc2"]), x)]
