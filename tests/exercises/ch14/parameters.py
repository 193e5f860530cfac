"""ex-14-3: state_dict, params, linear, softmax, rmsnorm"""

from .cells import cell, changer

OWN = cell("""
    n_layer = 1
    n_embd = 16
    n_head = 4
    block_size = 16
    def row(columns):
        return [Value(random.gauss(0, 0.08)) for _ in range(columns)]
    def matrix(rows, columns):
        return [row(columns) for _ in range(rows)]
    state_dict = {}
    state_dict["wte"] = matrix(vocab_size, n_embd)
    state_dict["wpe"] = matrix(block_size, n_embd)
    state_dict["lm_head"] = matrix(vocab_size, n_embd)
    state_dict["layer0.attn_wq"] = matrix(n_embd, n_embd)
    state_dict["layer0.attn_wk"] = matrix(n_embd, n_embd)
    state_dict["layer0.attn_wv"] = matrix(n_embd, n_embd)
    state_dict["layer0.attn_wo"] = matrix(n_embd, n_embd)
    state_dict["layer0.mlp_fc1"] = matrix(4 * n_embd, n_embd)
    state_dict["layer0.mlp_fc2"] = matrix(n_embd, 4 * n_embd)
    params = []
    for weights in state_dict.values():
        for numbers in weights:
            for p in numbers:
                params.append(p)
    def linear(x, rows):
        out = []
        for weights in rows:
            total = 0
            for w, x_i in zip(weights, x):
                total += w * x_i
            out.append(total)
        return out
    def softmax(logits):
        largest = max([z.data for z in logits])
        exps = [(z - largest).exp() for z in logits]
        total = sum(exps)
        return [e / total for e in exps]
    def rmsnorm(x):
        mean = sum([x_i * x_i for x_i in x]) / len(x)
        scale = (mean + 1e-5) ** -0.5
        return [x_i * scale for x_i in x]
""")
changed = changer(OWN)
LM = 'state_dict["lm_head"] = matrix(vocab_size, n_embd)\n'
WTE = 'state_dict["wte"] = matrix(vocab_size, n_embd)\n'
WPE = 'state_dict["wpe"] = matrix(block_size, n_embd)\n'
WQ, WK = (
    'state_dict["layer0.attn_wq"] = matrix(n_embd, n_embd)\n',
    'state_dict["layer0.attn_wk"] = matrix(n_embd, n_embd)\n',
)
FC1 = 'state_dict["layer0.mlp_fc1"] = matrix(4 * n_embd, n_embd)\n'
FC2 = 'state_dict["layer0.mlp_fc2"] = matrix(n_embd, 4 * n_embd)\n'
APPEND, LARGEST = "            params.append(p)", "max([z.data for z in logits])"
GAUSS, LOOP = "random.gauss(0, 0.08)", "for _ in range(columns)"
RIGHT = [
    OWN,
    changed(
        "params = []",
        "params = []\nbackwards = reversed(list(state_dict.values()))",
        "in state_dict.values()",
        "in backwards",
    ),
    changed(
        "return [row(columns) for _ in range(rows)]",
        "return tuple(row(columns) for _ in range(rows))",
    ),
    changed(
        "n_layer = 1\n",
        "from collections import OrderedDict\nn_layer = 1\n",
        "state_dict = {}",
        "state_dict = OrderedDict()",
    ),
    changed(
        "largest = max([z.data for z in logits])", "largest = max(logits, key=lambda z: z.data)"
    ),
    changed("[e / total for e in exps]", "[e * total**-1 for e in exps]"),
    changed("x_i * x_i", "x_i**2", "x_i * scale", "x_i / (mean + 1e-5) ** 0.5"),
    changed("random.gauss(0, 0.08)", "0.08 * random.gauss(0, 1)"),
]
WRONG = [
    (changed(LM, "", "params = []", LM + "params = []"), "lm_head is drawn after the layer"),
    (changed(WTE, "", WPE, WPE + WTE), "wpe is drawn before wte"),
    (changed(LM, "", WPE, LM + WPE), "the order is wte, wpe, lm_head"),
    (changed(FC1 + FC2, "", WQ, FC1 + FC2 + WQ), "attention comes first"),
    (changed(FC1 + FC2, FC2 + FC1), "mlp_fc2 is drawn before mlp_fc1"),
    (changed(WQ + WK, WK + WQ), "k, q, v, o; it is q, k, v, o"),
    (
        changed(
            "[row(columns) for _ in range(rows)]",
            "[*map(list, zip(*[row(rows) for _ in range(columns)]))]",
        ),
        "row by row",
    ),
    (
        changed("[row(columns) for _ in range(rows)]", "[row(rows) for _ in range(columns)]"),
        "rows and columns are exchanged",
    ),
    (changed("0.08", "0.02"), "the spread is 0.02"),
    (changed("0.08", "0.8"), "the spread is 0.8"),
    (changed(GAUSS, "random.uniform(-0.08, 0.08)"), "random.uniform"),
    (changed(GAUSS, "random.normalvariate(0, 0.08)"), "random.normalvariate"),
    (changed(WTE, WTE + WTE), "drawn twice"),
    (changed("state_dict = {}", "random.seed(42)\nstate_dict = {}"), "set it once, in step 1"),
    (changed(LM, 'state_dict["lm_head"] = state_dict["wte"]\n'), "lm_head is the same matrix"),
    (changed(FC2, ""), "mlp_fc2 is missing"),
    (changed(LM, ""), "lm_head is missing"),
    (changed("n_embd = 16", "n_embd = 32"), "n_embd is 32; it is 16"),
    (changed("block_size = 16", "block_size = 8"), "block_size is 8; it is 16"),
    (
        changed("Value(random.gauss(0, 0.08))", "random.gauss(0, 0.08)"),
        "a parameter is a plain number",
    ),
    (
        changed("        for p in numbers:\n" + APPEND, "        params.append(numbers)"),
        "params holds rows",
    ),
    (changed(APPEND, "            params.append(p.data)"), "the very Values"),
    (
        changed("for weights in state_dict.values():", 'for weights in [state_dict["wte"]]:'),
        "wte alone",
    ),
    (changed("total += w * x_i", "total += w.data * x_i"), "nothing leads back to the weights"),
    (
        changed("total += w * x_i", "total += Value(w.data * x_i.data)"),
        "linear: the numbers are right and nothing",
    ),
    (changed("for weights in rows:", "for weights in zip(*rows):"), "takes columns for rows"),
    (changed(LARGEST, "0"), "take away the largest first"),
    (changed(LARGEST, "max(logits)"), "max cannot compare Values"),
    (changed("(z - largest).exp()", "math.exp(z - largest)"), "has its own method"),
    (changed("[e / total for e in exps]", "exps"), "divide each by their sum"),
    (
        changed("[e / total for e in exps]", "[e / total.data for e in exps]"),
        "leads back through the sum",
    ),
    (changed(" / len(x)", ""), "take their mean"),
    (changed(" + 1e-5", ""), "lacks the 0.00001"),
    (changed("1e-5", "1e-8"), "it is 0.00001"),
    (changed("-0.5", "-1"), "divide by its root"),
    (changed("-0.5", "0.5"), "divide by it"),
    (changed("x_i * scale", "x_i * scale.data"), "leads back through the scale"),
    (
        changed(
            "    mean = sum",
            "    mu = sum(x) / len(x)\n    x = [x_i - mu for x_i in x]\n    mean = sum",
        ),
        "LayerNorm",
    ),
    (changed('"layer0.attn_w', '"attn_w'), None),
    (changed("return out", "return out[::-1]"), None),
    (changed("    return out\n", ""), None),
]
