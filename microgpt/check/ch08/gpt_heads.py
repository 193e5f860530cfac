"""What goes wrong in attention: its matrices and its heads."""

from microgpt.attention import attend, multi_head
from microgpt.nn import linear, rmsnorm, softmax

from ..ch07 import multi_head as ch07
from ..ch07.parts import attention, blend, dot, mean, scores_of, total
from ..mistakes import Mistake
from .forward import forward
from .parts import loose, relu


def scaled(by):
    """The scores of a head are divided by the root of by(query, n_head), with the whole query."""
    return forward(heads=ch07.scaled_by(by))


def weighed(asks):
    return forward(heads=ch07.heads(asks))


def over_the_heads(query, keys, values, n_head):
    """For each key, the scores of all heads go through one softmax."""
    pieces = ch07.split(query, keys, values, n_head)
    weights = zip(*map(softmax, zip(*[scores_of(q, k) for q, k, _ in pieces])))
    return ch07.flat([blend(shares, v) for shares, (_, _, v) in zip(weights, pieces)])


def joined(join):
    """The results of the heads laid together in another way; wo meets as many of them as there are."""
    return forward(heads=ch07.joined(join), out=loose)


def turned(rows):
    return [list(column) for column in zip(*rows)]


HEADS = [
    # The matrices of attention
    Mistake("attn_wq and attn_wk are exchanged.", forward(names="kqv")),
    Mistake("attn_wq and attn_wv are exchanged.", forward(names="vkq")),
    Mistake(
        "attn_wq, attn_wk and attn_wv stand in the wrong places.",
        forward(names="kvq"),
        forward(names="vqk"),
    ),
    *[
        Mistake(
            f"attn_w{name} does not take part: {what} is linear(normed, attn_w{name}), where normed is rmsnorm(x).",
            forward(
                project=lambda x, rows, other, name=name: x if other == name else linear(x, rows)
            ),
        )
        for name, what in [("q", "the query"), ("k", "the key"), ("v", "the value")]
    ],
    Mistake(
        "attn_wq, attn_wk and attn_wv do not take part: they make query, key and value of rmsnorm(x).",
        forward(project=lambda x, rows, name: x),
    ),
    *[
        Mistake(
            f"rows and columns of {which} are exchanged; each row meets the whole list.",
            forward(
                project=lambda x, rows, name, turn=turn: linear(
                    x, turned(rows) if name in turn else rows
                ),
                out=lambda x, rows, turn=turn: linear(x, turned(rows) if "o" in turn else rows),
            ),
        )
        for which, turn in [
            ("attn_wq", "q"),
            ("attn_wk", "k"),
            ("attn_wv", "v"),
            ("attn_wo", "o"),
            ("attn_wq, attn_wk and attn_wv", "qkv"),
            ("the matrices of attention", "qkvo"),
        ]
    ],
    Mistake("the query is made with attn_wk; attn_wq makes it.", forward(names="kkv")),
    Mistake("the key is made with attn_wq; attn_wk makes it.", forward(names="qqv")),
    Mistake("the value is made with attn_wq; attn_wv makes it.", forward(names="qkq")),
    Mistake("the query is made with attn_wv; attn_wq makes it.", forward(names="vkv")),
    Mistake(
        "query, key and value are made with one and the same matrix; each has its own.",
        *[forward(names=3 * name) for name in "qkv"],
    ),
    Mistake(
        "attn_wo is left out: what the heads find goes through it before x is added.",
        forward(out=lambda x, matrix: x),
    ),
    Mistake(
        "attention is missing: rmsnorm, attention, and x added come before the MLP.",
        forward(order=lambda x, attention, mlp: mlp(x)),
        forward(order=lambda x, attention, mlp: (attention(x), mlp(x))[1]),
    ),
    # The heads
    Mistake(
        "the heads are not asked: the query goes into attn_wo; what multi_head finds goes there.",
        forward(heads=lambda query, keys, values, n_head: query),
    ),
    *[
        Mistake(
            f"what the heads find goes through {name}; it goes into attn_wo as it is.",
            forward(out=lambda x, rows, change=change: linear(change(x), rows)),
        )
        for name, change in [("rmsnorm", rmsnorm), ("softmax", softmax), ("ReLU", relu)]
    ],
    *[
        Mistake(
            f"what attn_wo makes goes through {name}; add it as it is.",
            forward(out=lambda x, rows, change=change: change(linear(x, rows))),
        )
        for name, change in [("softmax", softmax), ("ReLU", relu)]
    ],
    Mistake(
        "query and key go through rmsnorm; some larger models do this, ours does not.",
        forward(
            project=lambda x, rows, name: (
                rmsnorm(linear(x, rows)) if name in "qk" else linear(x, rows)
            )
        ),
    ),
    Mistake(
        "there is one head over all numbers; n_head says how many share them.",
        forward(heads=lambda query, keys, values, n_head: attend(query, keys, values)),
    ),
    *[
        Mistake(
            f"there are always {n} heads; n_head says how many.",
            forward(
                heads=lambda query, keys, values, n_head, n=n: multi_head(query, keys, values, n)
            ),
        )
        for n in (2, 4)
    ],
    Mistake(
        "the heads are cut wrongly: head h has the numbers from h * size to (h + 1) * size, "
        "where size is len(query) // n_head.",
        *[
            forward(heads=heads, out=loose)
            for heads in (
                ch07.cut_as(lambda h, size, n_head: slice(h, None, n_head)),
                ch07.cut_as(lambda h, size, n_head: slice(h * n_head, (h + 1) * n_head)),
                ch07.cut_as(lambda h, size, n_head: slice(h, h + size)),
                ch07.cut_as(lambda h, size, n_head: slice(0, size)),
            )
        ],
        forward(
            heads=lambda query, keys, values, n_head: multi_head(
                query, keys, values, len(query) // n_head
            )
        ),
    ),
    Mistake(
        "the numbers of the heads are mixed: the first of each head, then the second; lay the heads end to end.",
        joined(ch07.by_columns),
    ),
    Mistake(
        "the heads stand in reverse order; the first comes first.",
        joined(lambda rows: ch07.flat(rows[::-1])),
    ),
    Mistake(
        "the heads leave fewer numbers than attn_wo takes; lay end to end what all of them find.",
        forward(heads=ch07.joined(total)),
    ),
    Mistake(
        "what the heads find is added up; lay their numbers end to end.",
        joined(total),
    ),
    Mistake(
        "that is the mean of the heads; lay their numbers end to end.",
        joined(mean),
    ),
    Mistake(
        "only the first head comes through; lay what all of them find end to end.",
        joined(lambda rows: rows[0]),
    ),
    Mistake(
        "only the last head comes through; lay what all of them find end to end.",
        joined(lambda rows: rows[-1]),
    ),
    Mistake(
        "the weights of the first head are used for all; each head has weights of its own.",
        forward(heads=ch07.weights_of(lambda weights: weights[0])),
    ),
    Mistake(
        "the scores are not divided; a head divides them by the root of how many numbers it has.",
        weighed(attention(dot)),
    ),
    Mistake(
        "the scores are divided by the root of n_embd; a head divides them by the root of how many numbers "
        "it has, n_embd // n_head.",
        scaled(lambda query, n_head: len(query)),
    ),
    Mistake(
        "the scores are divided by the root of n_head; a head divides them by the root of how many numbers it has.",
        scaled(lambda query, n_head: n_head),
    ),
    Mistake(
        "the scores are divided by how many numbers a head has; divide by the root of it.",
        scaled(lambda query, n_head: (len(query) // n_head) ** 2),
    ),
    Mistake(
        "the scores are multiplied by the root; divide by it.",
        scaled(lambda query, n_head: n_head / len(query)),
    ),
    Mistake(
        "softmax is missing in the heads: the scores themselves mix the values.",
        weighed(attention(weigh=list)),
    ),
    Mistake(
        "one softmax takes the scores of all heads; each head has a softmax of its own.",
        forward(heads=ch07.one_softmax),
    ),
    Mistake(
        "softmax goes over the heads here; it goes over the keys that a head looks at.",
        forward(heads=over_the_heads),
    ),
    Mistake(
        "softmax is done twice in the heads; once is enough.",
        weighed(attention(weigh=lambda scores: softmax(softmax(scores)))),
    ),
    Mistake(
        "the heads share out their weights evenly; softmax of the scores makes the weights.",
        weighed(lambda query, keys, values: mean(values)),
    ),
    Mistake(
        "the heads add the values up; they mix them with weights that make 1 together.",
        weighed(lambda query, keys, values: total(values)),
    ),
]
