"""ex-08-4: gpt(token_id, pos_id, keys, values, w, n_head)"""

from functools import partial
from math import exp, log, sqrt

import numpy

from microgpt.attention import attend, multi_head
from microgpt.nn import linear, rmsnorm, softmax


def mlp(x, fc1, fc2):
    return linear([max(0, h) for h in linear(x, fc1)], fc2)


def residual_block(x, f):
    return [a + b for a, b in zip(x, f(rmsnorm(x)))]


def gpt(token_id, pos_id, keys, values, w, n_head):
    x = [t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])]
    x = rmsnorm(x)
    for i in range(len(keys)):
        normed = rmsnorm(x)
        query = linear(normed, w[f"layer{i}.attn_wq"])
        keys[i].append(linear(normed, w[f"layer{i}.attn_wk"]))
        values[i].append(linear(normed, w[f"layer{i}.attn_wv"]))
        found = multi_head(query, keys[i], values[i], n_head)
        x = [a + b for a, b in zip(x, linear(found, w[f"layer{i}.attn_wo"]))]
        new = mlp(rmsnorm(x), w[f"layer{i}.mlp_fc1"], w[f"layer{i}.mlp_fc2"])
        x = [a + b for a, b in zip(x, new)]
    return linear(x, w["lm_head"])


def with_blocks(token_id, pos_id, keys, values, w, n_head):
    x = rmsnorm([a + b for a, b in zip(w["wte"][token_id], w["wpe"][pos_id])])
    for i in range(len(keys)):
        x = layer_with_blocks(x, f"layer{i}.", keys[i], values[i], w, n_head)
    return linear(x, w["lm_head"])


def layer_with_blocks(x, layer, keys, values, w, n_head):
    def attention(x):
        keys.append(linear(x, w[layer + "attn_wk"]))
        values.append(linear(x, w[layer + "attn_wv"]))
        found = multi_head(linear(x, w[layer + "attn_wq"]), keys, values, n_head)
        return linear(found, w[layer + "attn_wo"])

    x = residual_block(x, attention)
    return residual_block(x, lambda x: mlp(x, w[layer + "mlp_fc1"], w[layer + "mlp_fc2"]))


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def times(matrix, x):
    return [dot(row, x) for row in matrix]


def norm(x):
    root = sqrt(dot(x, x) / len(x) + 1e-5)
    return [number / root for number in x]


def own_heads(query, keys, values, n_head):
    size, found = len(query) // n_head, []
    for start in range(0, len(query), size):
        scores = [
            sum(query[n] * key[n] for n in range(start, start + size)) / sqrt(size) for key in keys
        ]
        powers = [exp(score) for score in scores]
        for n in range(start, start + size):
            found.append(sum(p * value[n] for p, value in zip(powers, values)) / sum(powers))
    return found


def all_his_own(token_id, pos_id, keys, values, w, n_head):
    x = []
    for n in range(len(w["wte"][0])):
        x.append(w["wte"][token_id][n] + w["wpe"][pos_id][n])
    x = norm(x)
    i = 0
    while i < len(keys):
        layer = {name.split(".")[1]: w[name] for name in w if name.startswith(f"layer{i}.")}
        normed = norm(x)
        keys[i] += [times(layer["attn_wk"], normed)]
        values[i] += [times(layer["attn_wv"], normed)]
        found = own_heads(times(layer["attn_wq"], normed), keys[i], values[i], n_head)
        out = times(layer["attn_wo"], found)
        x = [x[n] + out[n] for n in range(len(x))]
        hidden = times(layer["mlp_fc1"], norm(x))
        for n in range(len(hidden)):
            if hidden[n] < 0:
                hidden[n] = 0
        out = times(layer["mlp_fc2"], hidden)
        x = [x[n] + out[n] for n in range(len(x))]
        i += 1
    return times(w["lm_head"], x)


def array(token_id, pos_id, keys, values, w, n_head):
    def normed(x):
        return x / numpy.sqrt((x**2).mean() + 1e-5)

    w = {name: numpy.array(rows) for name, rows in w.items()}
    x = normed(w["wte"][token_id] + w["wpe"][pos_id])
    for i in range(len(keys)):
        wq, wk, wv, wo = (w[f"layer{i}.attn_w{name}"] for name in "qkvo")
        n = normed(x)
        keys[i].append(wk @ n)
        values[i].append(wv @ n)
        q = (wq @ n).reshape(n_head, -1)
        k = numpy.array(keys[i]).reshape(len(keys[i]), n_head, -1)
        v = numpy.array(values[i]).reshape(len(keys[i]), n_head, -1)
        scores = numpy.einsum("hd,thd->ht", q, k) / q.shape[1] ** 0.5
        e = numpy.exp(scores - scores.max(axis=1, keepdims=True))
        shares = e / e.sum(axis=1, keepdims=True)
        x = x + wo @ numpy.einsum("ht,thd->hd", shares, v).reshape(-1)
        x = x + w[f"layer{i}.mlp_fc2"] @ numpy.maximum(0, w[f"layer{i}.mlp_fc1"] @ normed(x))
    return w["lm_head"] @ x


def array_listed(*given):
    return array(*given).tolist()


def joined_anew(token_id, pos_id, keys, values, w, n_head):
    """New lists in the places of the caches, in tuples."""
    x = tuple(rmsnorm([sum(pair) for pair in zip(w["wte"][token_id], w["wpe"][pos_id])]))
    for i in range(len(keys)):
        n = rmsnorm(x)
        keys[i] = keys[i] + [linear(n, w[f"layer{i}.attn_wk"])]
        values[i] = [*values[i], tuple(linear(n, w[f"layer{i}.attn_wv"]))]
        found = multi_head(linear(n, w[f"layer{i}.attn_wq"]), keys[i], values[i], n_head)
        x = tuple(map(sum, zip(x, linear(found, w[f"layer{i}.attn_wo"]))))
        n = rmsnorm(x)
        x = tuple(map(sum, zip(x, mlp(n, w[f"layer{i}.mlp_fc1"], w[f"layer{i}.mlp_fc2"]))))
    return tuple(linear(x, w["lm_head"]))


def newest_first(token_id, pos_id, keys, values, w, n_head):
    """Attention does not know the order of keys."""
    x = rmsnorm([t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])])
    for i in range(len(keys)):
        n = rmsnorm(x)
        keys[i].insert(0, linear(n, w[f"layer{i}.attn_wk"]))
        values[i].insert(0, linear(n, w[f"layer{i}.attn_wv"]))
        found = multi_head(linear(n, w[f"layer{i}.attn_wq"]), keys[i], values[i], n_head)
        x = [b + a for a, b in zip(x, linear(found, w[f"layer{i}.attn_wo"]))]
        n = rmsnorm(x)
        x = [b + a for a, b in zip(x, mlp(n, w[f"layer{i}.mlp_fc1"], w[f"layer{i}.mlp_fc2"]))]
    return linear(x, w["lm_head"])


def layer_by_layer(x, i, keys, values, w, n_head):
    if i == len(keys):
        return x
    n = rmsnorm(x)
    q, k, v = (linear(n, w[f"layer{i}.attn_w{letter}"]) for letter in "qkv")
    keys[i].append(k)
    values[i].append(v)
    found = linear(multi_head(q, keys[i], values[i], n_head), w[f"layer{i}.attn_wo"])
    x = [a + b for a, b in zip(x, found)]
    x = [
        a + b
        for a, b in zip(
            x, mlp(rmsnorm(x), w[f"layer{i}.mlp_fc1"], w["layer" + str(i) + ".mlp_fc2"])
        )
    ]
    return layer_by_layer(x, i + 1, keys, values, w, n_head)


def recursive(token_id, pos_id, keys, values, w, n_head):
    x = rmsnorm([t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])])
    return linear(layer_by_layer(x, 0, keys, values, w, n_head), w["lm_head"])


def layers_from_names(token_id, pos_id, keys, values, w, n_head):
    x = rmsnorm([t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])])
    for i in range(sum(name.endswith("attn_wq") for name in w)):
        prefix = "layer" + str(i) + "."
        x = layer_of(x, prefix, keys[i], values[i], w, n_head)
    return [dot(row, x) for row in w["lm_head"]]


def layer_of(x, prefix, keys, values, w, n_head):
    n = rmsnorm(x)
    keys.append(linear(n, w[prefix + "attn_wk"]))
    values.append(linear(n, w[prefix + "attn_wv"]))
    size = len(x) // n_head
    found = []
    for h in range(n_head):
        part = slice(h * size, (h + 1) * size)
        query = linear(n, w[prefix + "attn_wq"][part])
        found += attend(query, [k[part] for k in keys], [v[part] for v in values])
    x = [a + b for a, b in zip(linear(found, w[prefix + "attn_wo"]), x)]
    return [a + b for a, b in zip(mlp(rmsnorm(x), w[prefix + "mlp_fc1"], w[prefix + "mlp_fc2"]), x)]


def in_place_on_a_copy(token_id, pos_id, keys, values, w, n_head):
    x = list(w["wte"][token_id])
    for n, p in enumerate(w["wpe"][pos_id]):
        x[n] += p
    x = rmsnorm(x)
    for i, cache in enumerate(keys):
        n = rmsnorm(x)
        cache.append(linear(n, w[f"layer{i}.attn_wk"]))
        values[i].append(linear(n, w[f"layer{i}.attn_wv"]))
        found = multi_head(linear(n, w[f"layer{i}.attn_wq"]), cache, values[i], n_head)
        for j, number in enumerate(linear(found, w[f"layer{i}.attn_wo"])):
            x[j] += number
        for j, number in enumerate(mlp(rmsnorm(x), w[f"layer{i}.mlp_fc1"], w[f"layer{i}.mlp_fc2"])):
            x[j] += number
    return linear(x, w["lm_head"])


def key_scaled_before(token_id, pos_id, keys, values, w, n_head):
    """The division by the root is in the keys already."""
    x = norm([t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])])
    for i in range(len(keys)):
        n, root = norm(x), sqrt(len(x) // n_head)
        keys[i].append([number / root for number in times(w[f"layer{i}.attn_wk"], n)])
        values[i].append(times(w[f"layer{i}.attn_wv"], n))
        query = [number * root for number in times(w[f"layer{i}.attn_wq"], n)]
        found = own_heads(query, keys[i], values[i], n_head)
        x = [a + b for a, b in zip(x, times(w[f"layer{i}.attn_wo"], found))]
        x = [a + b for a, b in zip(x, mlp(norm(x), w[f"layer{i}.mlp_fc1"], w[f"layer{i}.mlp_fc2"]))]
    return times(w["lm_head"], x)


class Model:
    def __call__(self, token_id, pos_id, keys, values, w, n_head):
        return gpt(token_id, pos_id, keys, values, w, n_head)


# Wrong: one line of the program at a time is another


SOURCE = """
def answer(token_id, pos_id, keys, values, w, n_head):
    x = [t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])]
    x = rmsnorm(x)
    for i in range(len(keys)):
        before = x
        normed = rmsnorm(x)
        query = linear(normed, w[f"layer{i}.attn_wq"])
        key = linear(normed, w[f"layer{i}.attn_wk"])
        value = linear(normed, w[f"layer{i}.attn_wv"])
        keys[i].append(key)
        values[i].append(value)
        found = multi_head(query, keys[i], values[i], n_head)
        new = linear(found, w[f"layer{i}.attn_wo"])
        x = add(x, new)
        normed = rmsnorm(x)
        hidden = linear(normed, w[f"layer{i}.mlp_fc1"])
        hidden = relu(hidden)
        new = linear(hidden, w[f"layer{i}.mlp_fc2"])
        x = add(x, new)
    return linear(x, w["lm_head"])
"""


def add(a, b):
    return [x + y for x, y in zip(a, b)]


def relu(numbers):
    return [max(0, number) for number in numbers]


def loose(x, rows):
    return [dot(row, x) for row in rows]


def heads(asks=attend, join=lambda rows: [x for row in rows for x in row], scale=None):
    """multi_head, whose heads ask in another way, or lie together in another way."""

    def answer(query, keys, values, n_head):
        size = len(query) // n_head
        parts = [slice(h * size, (h + 1) * size) for h in range(n_head)]
        return join([asks(query[p], [k[p] for k in keys], [v[p] for v in values]) for p in parts])

    return answer


def scaled(factor):
    """attend, with scores that are divided by factor(how many numbers)."""

    def asks(query, keys, values):
        shares = softmax([dot(query, key) / factor(len(query)) for key in keys])
        return [dot(shares, column) for column in zip(*values)]

    return asks


def scaled_by_all(query, keys, values, n_head):
    return heads(scaled(lambda size: sqrt(size * n_head)))(query, keys, values, n_head)


def interleaved(query, keys, values, n_head):
    found = []
    for h in range(n_head):
        found += attend(
            query[h::n_head], [k[h::n_head] for k in keys], [v[h::n_head] for v in values]
        )
    return found


def without_softmax(query, keys, values):
    scores = [dot(query, key) / sqrt(len(query)) for key in keys]
    return [dot(scores, column) for column in zip(*values)]


def down_the_column(query, keys, values):
    """softmax over the numbers of each head, not over the keys."""
    blends = [
        [dot(query, key) / sqrt(len(query)) * v for v in value] for key, value in zip(keys, values)
    ]
    return softmax([sum(column) for column in zip(*blends)])


def changed(*lines, **names):
    """The program with some of its lines replaced: old, new, old, new ... `names` are what new lines use."""
    source = SOURCE
    for old, new in zip(lines[::2], lines[1::2], strict=True):
        assert old in source, old
        source = source.replace(old, new)
    space = globals() | names
    exec(source, space)
    return space["answer"]


def then(change):
    return lambda *given: change(gpt(*given))


NORM_1 = "normed = rmsnorm(x)\n        query"
NORM_2 = "normed = rmsnorm(x)\n        hidden"
ADD_1 = "x = add(x, new)\n        normed"
ADD_2 = "x = add(x, new)\n    return"
HEADS = "multi_head(query, keys[i], values[i], n_head)"
APPEND = "        keys[i].append(key)\n        values[i].append(value)\n"
END = 'return linear(x, w["lm_head"])'
MLP = SOURCE[SOURCE.index(NORM_2) : SOURCE.index("    return")].rstrip()


def without_return(token_id, pos_id, keys, values, w, n_head):
    logits = gpt(token_id, pos_id, keys, values, w, n_head)
    logits.append(0)


def prints(token_id, pos_id, keys, values, w, n_head):
    print(gpt(token_id, pos_id, keys, values, w, n_head))


def endless(token_id, pos_id, keys, values, w, n_head):
    i = 0
    while i < len(keys):
        token_id += 1
    return token_id


memory = [], []


def own_memory(token_id, pos_id, keys, values, w, n_head):
    """It keeps its own caches, and starts again at position 0."""
    if pos_id == 0 or len(memory[0]) != len(keys):
        for cache, given in zip(memory, (keys, values)):
            cache[:] = [[] for _ in given]
    return gpt(token_id, pos_id, *memory, w, n_head)


RIGHT = [
    gpt,
    with_blocks,
    all_his_own,
    array,
    array_listed,
    joined_anew,
    newest_first,
    recursive,
    layers_from_names,
    in_place_on_a_copy,
    key_scaled_before,
    Model(),
    partial(gpt),
    changed(),
    changed(HEADS, "own_heads(query, keys[i], values[i], n_head)"),
    changed("for i in range(len(keys))", "for i in range(len(values))"),
]

WRONG = [
    (changed(ADD_1, "x = new\n        normed"), "x is not added to what attention makes"),
    (changed(ADD_2, "x = new\n    return"), "x is not added to what the MLP makes"),
    (changed("x = add(x, new)", "x = new"), "neither after attention nor after the MLP"),
    (
        changed(ADD_1, "x = add(normed, new)\n        normed"),
        "around attention, rmsnorm(x) is added",
    ),
    (changed(ADD_2, "x = add(normed, new)\n    return"), "around the MLP, rmsnorm(x) is added"),
    (changed("add(x, new)", "add(normed, new)"), "around attention and MLP, rmsnorm(x) is added"),
    (
        changed("        normed = rmsnorm(x)", "        x = rmsnorm(x)\n        normed = x"),
        "around attention and MLP, rmsnorm(x)",
    ),
    (
        changed(ADD_1, "x = add(x, add(new, new))\n        normed"),
        "what attention makes is added twice",
    ),
    (changed(ADD_2, "x = add(x, add(new, new))\n    return"), "what the MLP makes is added twice"),
    (
        changed(
            NORM_1, "normed = x\n        query", ADD_1, "x = rmsnorm(add(x, new))\n        normed"
        ),
        "rmsnorm comes after attention here",
    ),
    (
        changed(
            NORM_2, "normed = x\n        hidden", ADD_2, "x = rmsnorm(add(x, new))\n    return"
        ),
        "rmsnorm comes after the MLP here",
    ),
    (
        changed("normed = rmsnorm(x)", "normed = x", "add(x, new)", "rmsnorm(add(x, new))"),
        "rmsnorm comes after attention and after the MLP here",
    ),
    (
        changed(ADD_1, "x = add(x, rmsnorm(new))\n        normed"),
        "what attention makes goes through rmsnorm",
    ),
    (
        changed(ADD_2, "x = add(x, rmsnorm(new))\n    return"),
        "what the MLP makes goes through rmsnorm",
    ),
    (
        changed("add(x, new)", "add(x, rmsnorm(new))"),
        "what attention and MLP make goes through rmsnorm",
    ),
    (changed("    x = rmsnorm(x)\n", ""), "rmsnorm is missing at the start"),
    (changed(NORM_1, "normed = x\n        query"), "rmsnorm is missing before attention."),
    (changed(NORM_2, "normed = x\n        hidden"), "rmsnorm is missing before the MLP."),
    (changed("normed = rmsnorm(x)", "normed = x"), "missing before attention and before the MLP"),
    (changed("rmsnorm(x)", "x"), "it comes at the start, before attention and before the MLP"),
    (
        changed("    x = rmsnorm(x)\n", "", NORM_1, "normed = x\n        query"),
        "missing at the start and before attention",
    ),
    (
        changed(END, 'return linear(rmsnorm(x), w["lm_head"])'),
        "larger models do this, ours does not",
    ),
    (
        changed("    x = rmsnorm(x)\n", "", END, 'return linear(rmsnorm(x), w["lm_head"])'),
        "ours does it the other way round",
    ),
    (changed("rmsnorm(x)\n    for", "softmax(x)\n    for"), None),
    (then(rmsnorm), "the logits go through rmsnorm"),
    (
        changed(
            '[t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])]', 'w["wte"][token_id]'
        ),
        "the position is left out",
    ),
    (
        changed(
            '[t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])]', 'w["wpe"][pos_id]'
        ),
        "the token is left out",
    ),
    (
        changed('w["wte"][token_id], w["wpe"][pos_id]', 'w["wte"][pos_id], w["wpe"][token_id]'),
        "token and position are exchanged",
    ),
    (changed('w["wpe"][pos_id]', 'w["wpe"][token_id]'), "wpe has the row of the token"),
    (changed('w["wpe"][pos_id]', 'w["wte"][pos_id]'), "both rows come from wte"),
    (changed('w["wpe"][pos_id]', 'w["wpe"][len(keys[0])]'), "counted from the cache"),
    (changed('w["wpe"][pos_id]', 'w["wpe"][0]'), "the position is always 0"),
    (changed('w["wpe"][pos_id]', 'w["wpe"][pos_id - 1]'), "the position is one too small"),
    (changed('w["wte"][token_id]', 'w["lm_head"][token_id]'), "comes from lm_head"),
    (changed("t + p", "t * p"), "the rows of wte and wpe are multiplied"),
    (changed("t + p", "t - p"), "the row of wpe is taken away"),
    (
        changed(
            '[t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])]',
            'w["wte"][token_id] + w["wpe"][pos_id]',
        ),
        "two lists of different lengths met",
    ),
    (
        changed(
            '[t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])]',
            'w["wte"][token_id] + w["wpe"][pos_id]',
            "linear(",
            "loose(",
        ),
        "+ puts the row of wpe behind",
    ),
    (
        changed(
            'x = [t + p for t, p in zip(w["wte"][token_id], w["wpe"][pos_id])]',
            'x = w["wte"][token_id]\n    for n, p in enumerate(w["wpe"][pos_id]): x[n] += p',
        ),
        "the very row of wte",
    ),
    (
        changed(APPEND, "", HEADS, "multi_head(query, [key], [value], n_head)"),
        "no call leaves anything behind",
    ),
    (
        changed(
            APPEND,
            "        ks, vs = [], []\n        ks.append(key)\n        vs.append(value)\n",
            HEADS,
            "multi_head(query, ks, vs, n_head)",
        ),
        "no call leaves anything behind",
    ),
    (
        changed(HEADS, "multi_head(query, [key], [value], n_head)"),
        "sees itself alone; give the heads all",
    ),
    (changed(APPEND, APPEND + APPEND), "key and value are appended twice"),
    (
        changed(APPEND, "        keys[i] = [key]\n        values[i] = [value]\n"),
        "the last key and value alone",
    ),
    (
        changed(APPEND, "", HEADS, f"{HEADS}\n{APPEND}".rstrip()),
        "values[i], before the heads look",
    ),
    (
        changed(APPEND, "", HEADS, f"{HEADS} if keys[i] else [0] * len(x)\n{APPEND}".rstrip()),
        "the heads do not see the new key",
    ),
    (changed(APPEND, ""), "values[i], before the heads look"),
    (changed("        keys[i].append(key)\n", ""), "values[i], before the heads look"),
    (changed("        values[i].append(value)\n", ""), "keys[i] and values[i] grow together"),
    (
        changed("        values[i].append(value)\n", "", "values[i], n_head", "[value], n_head"),
        "the keys are kept and the values are not",
    ),
    (
        changed(
            "        keys[i].append(key)\n",
            "",
            "keys[i], values[i], n_head",
            "[key], values[i], n_head",
        ),
        "the values are kept and the keys are not",
    ),
    (
        changed("keys[i]", "keys[0]", "values[i]", "values[0]"),
        "all layers share the cache of layer 0",
    ),
    (
        changed("keys[i]", "keys[-1]", "values[i]", "values[-1]"),
        "all layers share the cache of the last",
    ),
    (
        changed("query, keys[i], values[i]", "query, keys[0], values[0]"),
        "each layer looks at the cache of layer 0",
    ),
    (
        changed("query, keys[i], values[i]", "query, keys, values"),
        "a list stands where a number should",
    ),
    (
        changed("keys[i].append", "keys.append", "values[i].append", "values.append"),
        "values[i], before the heads look",
    ),
    (
        changed(
            "keys[i].append(key)",
            "keys[i].extend(key)",
            "values[i].append(value)",
            "values[i].extend(value)",
        ),
        "the numbers went into the cache one by one",
    ),
    (
        changed("query, keys[i], values[i]", "query, values[i], keys[i]"),
        "keys and values are exchanged",
    ),
    (
        changed(
            "keys[i].append(key)",
            "keys[i].append(value)",
            "values[i].append(value)",
            "values[i].append(key)",
        ),
        "keys and values are exchanged",
    ),
    (
        changed("query, keys[i], values[i]", "query, keys[i], keys[i]"),
        "at the keys in the place of the values",
    ),
    (
        changed("query, keys[i], values[i]", "query, values[i], values[i]"),
        "at the values in the place of the keys",
    ),
    (
        changed("attn_wq", "attn_wX", "attn_wk", "attn_wq", "attn_wX", "attn_wk"),
        "attn_wq and attn_wk are exchanged",
    ),
    (
        changed("attn_wq", "attn_wX", "attn_wv", "attn_wq", "attn_wX", "attn_wv"),
        "attn_wq and attn_wv are exchanged",
    ),
    (
        changed("attn_wk", "attn_wX", "attn_wv", "attn_wk", "attn_wX", "attn_wv"),
        "keys and values are exchanged",
    ),
    (changed("attn_wk", "attn_wq"), "the key is made with attn_wq"),
    (changed("attn_wv", "attn_wq", "attn_wk", "attn_wq"), "one and the same matrix"),
    (changed('new = linear(found, w[f"layer{i}.attn_wo"])', "new = found"), "attn_wo is left out"),
    (changed(HEADS, "attend(query, keys[i], values[i])"), "there is one head over all numbers"),
    (changed("n_head)\n        new", "2)\n        new"), "always 2 heads"),
    (changed(HEADS, "interleaved(query, keys[i], values[i], n_head)"), "the heads are cut wrongly"),
    (
        changed(HEADS, "multi_head(query, keys[i], values[i], len(query) // n_head)"),
        "the heads are cut wrongly",
    ),
    (
        changed(
            "multi_head",
            "join",
            join=heads(join=lambda rows: [x for row in zip(*rows) for x in row]),
        ),
        "the numbers of the heads are mixed",
    ),
    (
        changed(
            "multi_head",
            "join",
            join=heads(join=lambda rows: [x for row in rows[::-1] for x in row]),
        ),
        "the heads stand in reverse order",
    ),
    (
        changed("multi_head", "join", join=heads(join=lambda rows: [sum(c) for c in zip(*rows)])),
        "fewer numbers than attn_wo takes",
    ),
    (
        changed("multi_head", "join", join=heads(join=lambda rows: rows)),
        "a list stands where a number should",
    ),
    (changed("multi_head", "ask", ask=heads(scaled(lambda size: 1))), "the scores are not divided"),
    (changed("multi_head", "scaled_by_all"), "divided by the root of n_embd"),
    (
        changed("multi_head", "ask", ask=heads(scaled(lambda size: size))),
        "divided by how many numbers a head has",
    ),
    (
        changed("multi_head", "ask", ask=heads(scaled(lambda size: 1 / sqrt(size)))),
        "multiplied by the root",
    ),
    (changed("multi_head", "ask", ask=heads(without_softmax)), "softmax is missing in the heads"),
    (changed("multi_head", "ask", ask=heads(down_the_column)), None),
    (
        changed("multi_head", "ask", ask=heads(lambda q, k, v: [sum(c) / len(c) for c in zip(*v)])),
        "share out their weights evenly",
    ),
    (changed("        hidden = relu(hidden)\n", ""), "there is no ReLU in the MLP"),
    (changed(ADD_2, "x = add(x, relu(new))\n    return"), "goes through ReLU as well"),
    (changed("relu(hidden)", "[abs(h) for h in hidden]"), "the MLP does not bend with ReLU"),
    (
        changed("relu(hidden)", "[h if h > 0 else 0.01 * h for h in hidden]"),
        "the MLP does not bend with ReLU",
    ),
    (changed(MLP, "pass"), "the MLP is missing"),
    (
        changed("mlp_fc1", "mlp_fcX", "mlp_fc2", "mlp_fc1", "mlp_fcX", "mlp_fc2"),
        "two lists of different lengths met",
    ),
    (
        changed(NORM_2, "normed = rmsnorm(before)\n        hidden"),
        "the MLP gets what enters the layer",
    ),
    (
        changed(ADD_2, "x = add(before, new)\n    return"),
        "x as it enters the layer is added after the MLP",
    ),
    (changed("layer{i}", "layer0"), "every layer has the matrices of layer 0"),
    (changed("layer{i}", "layer{len(keys) - 1}"), "every layer has the matrices of the last"),
    (changed("range(len(keys))", "reversed(range(len(keys)))"), "the layers come in reverse order"),
    (changed("range(len(keys))", "range(1)"), "only layer 0 is run"),
    (changed("range(len(keys))", "range(len(keys) - 1)"), "the last layer is left out"),
    (changed("range(len(keys))", "range(1, len(keys))"), "layer 0 is left out"),
    (changed("range(len(keys))", "range(1, len(keys) + 1)"), "w has no such layer"),
    (changed("    return linear", "        return linear"), "only layer 0 is run"),
    (changed("layer{i}.attn_wq", "layer{i}.wq"), "w has no such matrix"),
    (changed(END, 'return linear(x, w["wte"])'), "wte stands in the place of lm_head"),
    (changed(END, "return x"), "that is x as it comes out of the layers"),
    (then(softmax), "these are probabilities"),
    (then(lambda logits: [log(p) for p in softmax(logits)]), "the logarithms of the probabilities"),
    (then(lambda logits: logits.index(max(logits))), "the token with the largest logit"),
    (then(relu), "the logits below 0 have become 0"),
    (then(lambda logits: [round(n, 2) for n in logits]), "rounded to 2 digits"),
    (then(lambda logits: [round(n) for n in logits]), "rounded to a whole number"),
    (then(lambda logits: [int(n) for n in logits]), "digits after the point are lost"),
    (then(lambda logits: [-n for n in logits]), "the sign is turned round"),
    (then(lambda logits: [2 * n for n in logits]), "2 times what it should be"),
    (then(lambda logits: [logits]), "one list too many"),
    (then(lambda logits: logits[:-1]), "the last logit is missing"),
    (then(lambda logits: (n for n in logits)), "collect them with list"),
    (then(str), "the answer is a list"),
    (then(lambda logits: dict(enumerate(logits))), "the answer is a list"),
    (
        lambda token_id, pos_id, keys, values, w, n_head: w["wte"][token_id],
        "that is the row of the token in wte",
    ),
    (
        changed("    return linear", "    w['layer0.attn_wq'][0][0] += 0.1\n    return linear"),
        "w is not what it was",
    ),
    (own_memory, None),
    (prints, "it prints, and hands nothing back"),
    (without_return, "no return in it has a value"),
    (endless, "did not come back"),
    (lambda pos_id, token_id, keys, values, w, n_head: [], "the values arrive in the order of"),
    (lambda token_id, pos_id, keys, values: [], "does not start"),
    ([0.1, 0.2], "with nothing in brackets after gpt"),
    ("gpt", "with nothing in brackets after gpt"),
]
