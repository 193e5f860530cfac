"""ex-14-4: gpt(token_id, pos_id, keys, values)"""

from .cells import cell, changer

OWN = cell("""
    head_dim = n_embd // n_head
    def gpt(token_id, pos_id, keys, values):
        x = [a + b for a, b in zip(state_dict["wte"][token_id], state_dict["wpe"][pos_id])]
        x = rmsnorm(x)
        for i in range(n_layer):
            before = x
            x = rmsnorm(x)
            q = linear(x, state_dict[f"layer{i}.attn_wq"])
            k = linear(x, state_dict[f"layer{i}.attn_wk"])
            v = linear(x, state_dict[f"layer{i}.attn_wv"])
            keys[i].append(k)
            values[i].append(v)
            found = []
            for h in range(n_head):
                part = slice(h * head_dim, (h + 1) * head_dim)
                q_h = q[part]
                scores = []
                for key in keys[i]:
                    scores.append(sum(a * b for a, b in zip(q_h, key[part])) / head_dim**0.5)
                weights = softmax(scores)
                for j in range(h * head_dim, (h + 1) * head_dim):
                    total = 0
                    for weight, value in zip(weights, values[i]):
                        total += weight * value[j]
                    found.append(total)
            x = linear(found, state_dict[f"layer{i}.attn_wo"])
            x = [a + b for a, b in zip(x, before)]
            before = x
            x = rmsnorm(x)
            x = linear(x, state_dict[f"layer{i}.mlp_fc1"])
            x = [z.relu() for z in x]
            x = linear(x, state_dict[f"layer{i}.mlp_fc2"])
            x = [a + b for a, b in zip(x, before)]
        return linear(x, state_dict["lm_head"])
""")
changed = changer(OWN)
NORM_A = "        x = rmsnorm(x)\n        q = linear"
NORM_M = "        x = rmsnorm(x)\n        x = linear"
RIGHT = [
    OWN,
    changed(" / head_dim**0.5)", " * head_dim**-0.5)"),
    changed('f"layer{i}.', '"layer0.', "keys[i]", "keys[0]", "values[i]", "values[0]"),
    changed("q_h = q[part]", "q_h = [a / 2 for a in q[part]]", " / head_dim**0.5)", ")"),
    changed("return linear(x", "return tuple(linear(x", '"lm_head"])', '"lm_head"]))'),
    cell("""
        class Model:
            def __call__(self, token_id, pos_id, keys, values):
                w = {name.split(".")[-1]: rows for name, rows in state_dict.items()}
                x = rmsnorm([a + b for a, b in zip(w["wte"][token_id], w["wpe"][pos_id])])
                normed = rmsnorm(x)
                for store, name in ((keys, "attn_wk"), (values, "attn_wv")):
                    store[0].append(linear(normed, w[name]))
                q, out = linear(normed, w["attn_wq"]), [0] * 16
                for h in 0, 4, 8, 12:
                    shares = softmax([sum(q[h + j] * k[h + j] for j in range(4)) / 2 for k in keys[0]])
                    for j in range(h, h + 4):
                        out[j] = sum(s * v[j] for s, v in zip(shares, values[0]))
                x = [a + b for a, b in zip(x, linear(out, w["attn_wo"]))]
                hidden = [z.relu() for z in linear(rmsnorm(x), w["mlp_fc1"])]
                return linear([a + b for a, b in zip(x, linear(hidden, w["mlp_fc2"]))], w["lm_head"])
        gpt = Model()
    """),
]
WRONG = [
    (changed(" / head_dim**0.5)", ")"), "are not divided by the root of 4"),
    (changed("head_dim**0.5", "n_embd**0.5"), "are divided by 4, which is also"),
    (changed("/ head_dim**0.5", "* head_dim**0.5"), "multiplied by the root"),
    (changed("softmax(scores)", "scores"), "softmax is missing"),
    (changed("[z.relu() for z in x]", "x"), "ReLU is missing"),
    (
        changed(NORM_A, NORM_A.replace("        x = rmsnorm(x)\n", "")),
        "rmsnorm is missing before attention.",
    ),
    (
        changed(NORM_M, NORM_M.replace("        x = rmsnorm(x)\n", "")),
        "rmsnorm is missing before the MLP.",
    ),
    (changed("    x = rmsnorm(x)\n    for", "    for"), "rmsnorm is missing at the start."),
    (
        changed(NORM_A, NORM_A.replace("x = rmsnorm(x)\n", "x = before = rmsnorm(x)\n")),
        "after attention is x after rmsnorm",
    ),
    (
        changed('x = linear(found, state_dict[f"layer{i}.attn_wo"])', "x = found"),
        "attn_wo is left out",
    ),
    (
        changed('.attn_wo"])\n        x = [a + b for a, b in zip(x, before)]', '.attn_wo"])'),
        "not added to what attention makes",
    ),
    (
        changed('.mlp_fc2"])\n        x = [a + b for a, b in zip(x, before)]', '.mlp_fc2"])'),
        "not added to what the MLP makes",
    ),
    (changed('state_dict["wpe"][pos_id]', 'state_dict["wpe"][0]'), "the position is always 0"),
    (
        changed(
            'zip(state_dict["wte"][token_id], state_dict["wpe"][pos_id])',
            'zip(state_dict["wte"][token_id], [0] * 16)',
        ),
        "the position is left out",
    ),
    (changed('"lm_head"', '"wte"'), "wte stands in the place of lm_head"),
    (
        changed(
            'return linear(x, state_dict["lm_head"])',
            'return softmax(linear(x, state_dict["lm_head"]))',
        ),
        "these are probabilities",
    ),
    (changed('return linear(x, state_dict["lm_head"])', "return x"), "these are the numbers of x"),
    (
        changed(
            'return linear(x, state_dict["lm_head"])',
            'return linear(rmsnorm(x), state_dict["lm_head"])',
        ),
        "one more rmsnorm",
    ),
    (changed("    return linear(x", "    linear(x"), "nothing comes back"),
    (changed("attn_wv", "attn_wk"), "the keys are blended"),
    (changed("attn_wk", "attn_wq"), "the key is made with attn_wq"),
    (
        changed("for h in range(n_head)", "for h in range(1)", "(h + 1) * head_dim", "n_embd"),
        "one head over all 16",
    ),
    (
        changed(
            "        keys[i].append(k)\n        values[i].append(v)\n",
            "        keys, values = [[k]], [[v]]\n",
        ),
        "are not kept",
    ),
    (changed("keys[i].append(k)", "keys[i].insert(0, k)"), "at the beginning of the lists"),
    (
        changed("total += weight * value[j]", "total += weight.data * value[j]"),
        "the way back was cut",
    ),
    (changed("found.append(total)", "found.append(Value(total.data))"), "the way back was cut"),
    (
        changed("token_id, pos_id, keys, values)", "token_id, pos_id, keys)"),
        "gpt(token_id, pos_id, keys, values)",
    ),
    (changed("attn_wo", "attn_out"), 'the names are "wte"'),
    (changed("        keys[i].append(k)\n        values[i].append(v)\n", ""), None),
    (changed("value[j]\n", "value[j - h * head_dim]\n"), None),
]
