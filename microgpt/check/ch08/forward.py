"""The whole forward pass, on plain numbers, whose parts can be changed one by one."""

from types import SimpleNamespace

from microgpt.attention import multi_head
from microgpt.nn import linear, rmsnorm

from .parts import added, mlp, residual_block


def remember(keys, values, i, key, value):
    """Into the cache of layer i; what its heads look at comes back."""
    keys[i].append(key)
    values[i].append(value)
    return keys[i], values[i]


PARTS = dict(
    embed=lambda token_id, pos_id, w, keys: added(w["wte"][token_id], w["wpe"][pos_id]),
    start=rmsnorm,
    layers=lambda keys: range(len(keys)),
    place=lambda i, n_layer: i,  # whose matrices layer i has
    order=lambda x, attention, mlp: mlp(attention(x)),
    around_attention=residual_block,
    around_mlp=residual_block,
    project=lambda x, rows, name: linear(x, rows),
    names="qkv",
    remember=remember,
    heads=multi_head,
    out=linear,
    mlp=mlp,
    end=lambda x, w: linear(x, w["lm_head"]),
)


def forward(**changed):
    """gpt(token_id, pos_id, keys, values, w, n_head), with some of its parts changed."""
    part = SimpleNamespace(**PARTS | changed)

    def layer(x, matrix, keys, values, i, n_head):
        def attention(x):
            query, key, value = [
                part.project(x, matrix(f"attn_w{name}"), name) for name in part.names
            ]
            seen = part.remember(keys, values, i, key, value)
            return part.out(part.heads(query, *seen, n_head), matrix("attn_wo"))

        return part.order(
            x,
            lambda x: part.around_attention(x, attention),
            lambda x: part.around_mlp(
                x, lambda x: part.mlp(x, matrix("mlp_fc1"), matrix("mlp_fc2"))
            ),
        )

    def gpt(token_id, pos_id, keys, values, w, n_head):
        x = part.start(part.embed(token_id, pos_id, w, keys))
        for i in part.layers(keys):
            place = part.place(i, len(keys))
            x = layer(x, lambda name, at=place: w[f"layer{at}.{name}"], keys, values, i, n_head)
        return part.end(x, w)

    return gpt


gpt = forward()


def of_result(change):
    return lambda *given: change(gpt(*given))
