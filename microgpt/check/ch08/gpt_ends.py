"""What goes wrong at the two ends, where tokens come in and logits come out; and errors."""

from math import log

from microgpt.nn import linear, softmax

from ..mistakes import Mistake
from .forward import forward, gpt, of_result
from .parts import LENGTHS, added, loose, network, relu


def embedded(combine):
    """combine(row of wte, row of wpe)"""
    return forward(
        embed=lambda token_id, pos_id, w, keys: combine(w["wte"][token_id], w["wpe"][pos_id])
    )


def in_place(token_id, pos_id, w, keys):
    """It adds to the very row of wte."""
    row = w["wte"][token_id]
    for n, number in enumerate(w["wpe"][pos_id]):
        row[n] += number
    return list(row)


def log_softmax(logits):
    return [log(p) for p in softmax(logits)]


ENDS = [
    # What comes in
    Mistake(
        "the position is left out; add the row pos_id of wpe.",
        embedded(lambda token, place: token),
    ),
    Mistake(
        "the token is left out; add the row token_id of wte.",
        embedded(lambda token, place: place),
    ),
    Mistake(
        "token and position are exchanged: token_id is a row of wte, pos_id one of wpe.",
        forward(
            embed=lambda token_id, pos_id, w, keys: added(w["wte"][pos_id], w["wpe"][token_id])
        ),
    ),
    Mistake(
        "wpe has the row of the token; it has one for each position: take row pos_id.",
        forward(
            embed=lambda token_id, pos_id, w, keys: added(w["wte"][token_id], w["wpe"][token_id])
        ),
    ),
    Mistake(
        "both rows come from wte; that of the position comes from wpe.",
        forward(
            embed=lambda token_id, pos_id, w, keys: added(w["wte"][token_id], w["wte"][pos_id])
        ),
    ),
    Mistake(
        "the position is counted from the cache; pos_id says it.",
        forward(
            embed=lambda token_id, pos_id, w, keys: added(
                w["wte"][token_id], w["wpe"][len(keys[0])]
            )
        ),
    ),
    Mistake(
        "the position is always 0; take row pos_id of wpe.",
        forward(embed=lambda token_id, pos_id, w, keys: added(w["wte"][token_id], w["wpe"][0])),
    ),
    Mistake(
        "the position is one too small; take row pos_id of wpe.",
        forward(
            embed=lambda token_id, pos_id, w, keys: added(w["wte"][token_id], w["wpe"][pos_id - 1])
        ),
    ),
    Mistake(
        "the position is one too large; take row pos_id of wpe.",
        forward(
            embed=lambda token_id, pos_id, w, keys: added(w["wte"][token_id], w["wpe"][pos_id + 1])
        ),
    ),
    Mistake(
        "the token is always 0; take row token_id of wte.",
        forward(embed=lambda token_id, pos_id, w, keys: added(w["wte"][0], w["wpe"][pos_id])),
    ),
    Mistake(
        "pos_id itself is added; add the row pos_id of wpe.",
        forward(embed=lambda token_id, pos_id, w, keys: [x + pos_id for x in w["wte"][token_id]]),
    ),
    Mistake(
        "the row of the token comes from lm_head; it comes from wte.",
        forward(
            embed=lambda token_id, pos_id, w, keys: added(w["lm_head"][token_id], w["wpe"][pos_id])
        ),
    ),
    Mistake(
        "the rows of wte and wpe are multiplied; add them.",
        embedded(lambda token, place: [a * b for a, b in zip(token, place)]),
    ),
    Mistake(
        "the row of wpe is taken away; add it.",
        embedded(lambda token, place: [a - b for a, b in zip(token, place)]),
    ),
    Mistake(
        "+ puts the row of wpe behind that of wte; add the numbers, pair by pair.",
        forward(
            embed=lambda token_id, pos_id, w, keys: [*w["wte"][token_id], *w["wpe"][pos_id]],
            project=lambda x, rows, name: loose(x, rows),
            out=loose,
            mlp=network(first=loose, second=loose),
            end=lambda x, w: loose(x, w["lm_head"]),
        ),
    ),
    Mistake(
        "you add to the very row of wte, which is then another for the next token; make a new list.",
        forward(embed=in_place),
    ),
    # What comes out
    Mistake(
        "wte stands in the place of lm_head; some models share one matrix, ours has two.",
        forward(end=lambda x, w: linear(x, w["wte"])),
    ),
    Mistake(
        "that is x as it comes out of the layers; lm_head makes the logits of it.",
        forward(end=lambda x, w: x),
    ),
    Mistake(
        "these are probabilities; return the logits, before softmax.",
        of_result(softmax),
    ),
    Mistake(
        "these are the logarithms of the probabilities; return the logits.",
        of_result(log_softmax),
    ),
    Mistake(
        "that is the token with the largest logit; return all logits.",
        of_result(lambda logits: logits.index(max(logits))),
    ),
    Mistake(
        "the logits below 0 have become 0; return them as they are.",
        of_result(relu),
    ),
    Mistake(
        "that is the logit of token_id alone; return all logits.",
        lambda token_id, *rest: gpt(token_id, *rest)[token_id],
    ),
    Mistake(
        'there is one list too many around the logits; return linear(x, w["lm_head"]).',
        of_result(lambda logits: [logits]),
    ),
    Mistake(
        "the last logit is missing; lm_head has a row for each token.",
        of_result(lambda logits: logits[:-1]),
    ),
    Mistake(
        "that is the row of the token in wte; the whole way from there to the logits is still to come.",
        lambda token_id, pos_id, keys, values, w, n_head: list(w["wte"][token_id]),
    ),
    Mistake(
        "the caches come with the logits; return the logits alone, since keys and values belong to the caller.",
        lambda token_id, pos_id, keys, values, w, n_head: [
            gpt(token_id, pos_id, keys, values, w, n_head),
            keys,
            values,
        ],
    ),
    # Errors
    Mistake(
        "multi_head takes the query, keys[i], values[i] and n_head.",
        raises=r"multi_head\(\) (missing|takes|got)",
    ),
    Mistake(
        "w has no such layer: the layers are counted from 0, there are len(keys) of them, and w is to stay "
        "as it is.",
        raises=r"KeyError: .*layer\d+\.(attn_w[qkvo]|mlp_fc[12])'",
    ),
    Mistake(
        'w has no such matrix; the names are "wte", "wpe", "lm_head", and "layer0." before attn_wq, attn_wk, '
        "attn_wv, attn_wo, mlp_fc1 and mlp_fc2.",
        raises="KeyError",
    ),
    Mistake(
        "two lists of different lengths met; + puts one list behind the other, a row of a matrix is as long as "
        "what it meets, and keys[i] and values[i] grow together.",
        raises=LENGTHS,
    ),
]
