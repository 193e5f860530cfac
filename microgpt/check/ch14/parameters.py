"""Exercise 14.3: the parameters, linear, softmax and rmsnorm."""

from ..mistakes import Mistake
from ..scenario import Story
from .part import Part
from .rooms import Variant

DRAW = "[[Value(random.gauss(0, 0.08)) for _ in range(columns)] for _ in range(rows)]"
WTE = '    "wte": matrix(vocab_size, n_embd),\n'
WPE = '    "wpe": matrix(block_size, n_embd),\n'
HEAD = '    "lm_head": matrix(vocab_size, n_embd),\n'
ATTENTION = '    for letter in "qkvo":\n        state_dict[f"layer{i}.attn_w{letter}"] = matrix(n_embd, n_embd)\n'
FC1 = '    state_dict[f"layer{i}.mlp_fc1"] = matrix(4 * n_embd, n_embd)\n'
FC2 = '    state_dict[f"layer{i}.mlp_fc2"] = matrix(n_embd, 4 * n_embd)\n'
PARAMS = "params = [p for rows in state_dict.values() for row in rows for p in row]"
LINEAR = "return [sum(w * number for w, number in zip(row, x)) for row in rows]"
LARGEST = "largest = max(logit.data for logit in logits)"
SHARES = "return [e / total for e in exps]"
SCALE = "scale = (sum(number * number for number in x) / len(x) + 0.00001) ** -0.5"
NORMED = "return [number * scale for number in x]"
NAMES = "n_layer|n_embd|n_head|block_size|state_dict|params|linear|softmax|rmsnorm"


def wrong(message, *variants, **how):
    """A mistake; each variant is a list of edits of the course's piece."""
    return Mistake(message, *[Variant(3, *edits) for edits in variants], **how)


def drawn(new):
    return [("random.gauss(0, 0.08)", new)]


def spread(number):
    return wrong(f"the spread is {number}; it is 0.08.", drawn(f"random.gauss(0, {number})"))


def sized(name, number, right):
    sizes = {"n_layer": 1, "n_embd": 16, "n_head": 4, "block_size": 16}
    changed = ", ".join(str(value) for value in (sizes | {name: number}).values())
    return wrong(f"{name} is {number}; it is {right}.", [("= 1, 16, 4, 16", f"= {changed}")])


GRADIENTS = (
    "these are gradients; where one is 0, nothing leads back to its place: compute with the Values, and not with "
    "their data."
)
LEADS_BACK = "the numbers are right and nothing leads back from them: compute with the Values, not with their data."

DRAWS = [
    wrong(
        "lm_head is drawn after the layer; it comes before it.",
        [(HEAD, ""), (PARAMS, 'state_dict["lm_head"] = matrix(vocab_size, n_embd)\n' + PARAMS)],
    ),
    wrong("wpe is drawn before wte; wte comes first.", [(WTE, ""), (WPE, WPE + WTE)]),
    wrong(
        "lm_head is drawn before wpe; the order is wte, wpe, lm_head.",
        [(HEAD, ""), (WPE, HEAD + WPE)],
    ),
    wrong(
        "lm_head is drawn first; the order is wte, wpe, lm_head.", [(HEAD, ""), (WTE, HEAD + WTE)]
    ),
    wrong(
        "the two matrices of the MLP are drawn before those of attention; attention comes first.",
        [(FC1 + FC2, ""), (ATTENTION, FC1 + FC2 + ATTENTION)],
    ),
    wrong("mlp_fc2 is drawn before mlp_fc1.", [(FC1 + FC2, FC2 + FC1)]),
    *[
        wrong(
            f"the matrices of attention are drawn in the order {', '.join(order)}; it is q, k, v, o.",
            [('"qkvo"', f'"{order}"')],
        )
        for order in ("kqvo", "qvko", "vqko", "okvq", "oqkv", "vkqo")
    ],
    wrong(
        "the matrices are drawn column by column; draw them row by row.",
        [
            (
                DRAW,
                "list(map(list, zip(*[[Value(random.gauss(0, 0.08)) for _ in range(rows)] "
                "for _ in range(columns)])))",
            )
        ],
    ),
    wrong(
        "rows and columns are exchanged: a matrix is a list of so many rows, each with a number for each column.",
        [(DRAW, DRAW.replace("columns", "X").replace("rows", "columns").replace("X", "rows"))],
    ),
    wrong(
        "mlp_fc1 and mlp_fc2 have each other's shape: fc1 makes 64 numbers of 16, fc2 makes 16 of 64.",
        [
            (
                FC1 + FC2,
                (FC1 + FC2)
                .replace("4 * n_embd, n_embd", "X")
                .replace("n_embd, 4 * n_embd", "4 * n_embd, n_embd")
                .replace("X", "n_embd, 4 * n_embd"),
            )
        ],
    ),
    *map(spread, (0.02, 0.8, 0.1, 1, 0.008, 0.04)),
    wrong(
        "the weights are drawn with random.uniform; the recorded run draws them with random.gauss.",
        drawn("random.uniform(-0.08, 0.08)"),
    ),
    wrong(
        "the weights are drawn with random.normalvariate, which gives other numbers; take random.gauss.",
        drawn("random.normalvariate(0, 0.08)"),
    ),
    wrong(
        "a matrix is drawn twice: what comes after it has later draws than in the recorded run.",
        *[[(matrix, matrix * 2)] for matrix in (WTE, WPE, HEAD, FC1, ATTENTION)],
    ),
    wrong(
        "the seed is set once more before the weights; set it once, in step 1.",
        [("state_dict = {", "random.seed(42)\nstate_dict = {")],
    ),
    wrong(
        "the names are shuffled once more before the weights; once, in step 1, is enough.",
        [("state_dict = {", "random.shuffle(list(docs))\nstate_dict = {")],
    ),
    wrong(
        "all numbers of a matrix are one and the same draw: draw inside the innermost loop.",
        [
            (
                DRAW,
                "[[Value(number) for _ in range(columns)] for number in [random.gauss(0, 0.08)] for _ in range(rows)]",
            )
        ],
    ),
    wrong(
        "lm_head is the same matrix as wte; each has its own draws.",
        [
            (HEAD, ""),
            (
                "for i in range(n_layer):",
                'state_dict["lm_head"] = state_dict["wte"]\nfor i in range(n_layer):',
            ),
        ],
    ),
]

SHAPES = [
    *[
        sized(*sizes)
        for sizes in [
            ("n_embd", 32, 16),
            ("n_embd", 8, 16),
            ("block_size", 8, 16),
            ("block_size", 32, 16),
            ("n_layer", 2, 1),
            ("n_head", 1, 4),
            ("n_head", 2, 4),
        ]
    ],
    wrong("lm_head is missing.", [(HEAD, "")]),
    wrong("wpe is missing.", [(WPE, "")]),
    wrong("attn_wo is missing: attention has four matrices.", [('"qkvo"', '"qkv"')]),
    wrong("mlp_fc2 is missing.", [(FC2, "")]),
    wrong(
        "params holds rows; it is one list of single parameters, so there is one loop more.",
        [(PARAMS, "params = [row for rows in state_dict.values() for row in rows]")],
    ),
    wrong(
        "params holds matrices; it is one list of single parameters, so there are two loops more.",
        [(PARAMS, "params = list(state_dict.values())")],
    ),
    wrong(
        "params has the numbers of wte alone.",
        [(PARAMS, 'params = [p for row in state_dict["wte"] for p in row]')],
    ),
    wrong(
        "params has the numbers of the last matrix alone: collect them in the loop over all.",
        [
            (
                PARAMS,
                "params = [p for row in rows for p in row] if (rows := [*state_dict.values()][-1]) else 0",
            )
        ],
    ),
    wrong(
        "params has the matrices of the layer, and lacks wte, wpe and lm_head.",
        [
            (
                PARAMS,
                'params = [p for name in state_dict if "." in name for row in state_dict[name] for p in row]',
            )
        ],
    ),
    wrong(
        "params lacks the matrices of the layer.",
        [
            (
                PARAMS,
                'params = [p for name in state_dict if "." not in name for row in state_dict[name] for p in row]',
            )
        ],
    ),
    wrong(
        "params holds copies, or plain numbers; it holds the very Values of the matrices, so that training can move "
        "them.",
        [(PARAMS, PARAMS.replace("[p for", "[p.data for"))],
        [(PARAMS, PARAMS.replace("[p for", "[Value(p.data) for"))],
    ),
    wrong(
        "params holds each parameter twice.",
        [(PARAMS, PARAMS + " * 2")],
    ),
]

FUNCTIONS = [
    wrong(
        "linear takes columns for rows: each row of the matrix meets the whole list x.",
        [
            (
                LINEAR,
                "return [sum(w * number for w, number in zip(column, x)) for column in zip(*rows)]",
            )
        ],
        [
            (
                LINEAR,
                "return [sum(row[j] * x_i for row, x_i in zip(rows, x)) for j in range(len(rows[0]))]",
            )
        ],
    ),
    wrong(
        "linear: " + LEADS_BACK,
        [(LINEAR, LINEAR.replace("w * number", "w.data * number.data"))],
        [(LINEAR, LINEAR.replace("w * number", "Value(w.data * number.data)"))],
    ),
    wrong(
        "linear: nothing leads back to the weights.",
        [(LINEAR, LINEAR.replace("w * number", "w.data * number"))],
    ),
    wrong(
        "linear: nothing leads back to x.",
        [(LINEAR, LINEAR.replace("w * number", "w * number.data"))],
    ),
    wrong(
        "linear adds up the products of the first row alone.",
        [(LINEAR, LINEAR.replace("for row in rows]", "for row in rows[:1]]"))],
    ),
    wrong(
        "linear gives the products; it adds them up, row by row.",
        [(LINEAR, "return [[w * number for w, number in zip(row, x)] for row in rows]")],
    ),
    wrong(
        "softmax: these are the powers of e; divide each by their sum.", [(SHARES, "return exps")]
    ),
    wrong(
        "softmax: " + LEADS_BACK,
        [
            (
                "exps = [(logit - largest).exp() for logit in logits]",
                "exps = [Value(logit.data - largest).exp() for logit in logits]",
            )
        ],
        [(SHARES, "return [Value(e.data / total.data) for e in exps]")],
    ),
    wrong(
        "softmax: nothing leads back through the sum; do not take its data.",
        [(SHARES, "return [e / total.data for e in exps]")],
    ),
    wrong(
        "softmax divides by the largest; divide by the sum.",
        [("total = sum(exps)", "total = max(exps, key=lambda e: e.data)")],
    ),
    wrong(
        "softmax divides without exp; raise e to each of them first.",
        [("(logit - largest).exp()", "(logit - largest)")],
        [("(logit - largest).exp()", "logit")],
    ),
    wrong(
        "softmax: the minus is turned round, the largest minus the logit.",
        [("logit - largest", "largest + logit * -1")],
    ),
    wrong(
        "rmsnorm takes the sum of the squares; take their mean.",
        [(SCALE, SCALE.replace(" / len(x)", ""))],
    ),
    wrong(
        "rmsnorm divides by the mean of the squares; divide by its root.",
        [(SCALE, SCALE.replace("-0.5", "-1"))],
    ),
    wrong("rmsnorm multiplies by the root; divide by it.", [(SCALE, SCALE.replace("-0.5", "0.5"))]),
    wrong(
        "rmsnorm divides by the square; the power is -0.5.", [(SCALE, SCALE.replace("-0.5", "-2"))]
    ),
    wrong("rmsnorm lacks the 0.00001 under the root.", [(SCALE, SCALE.replace(" + 0.00001", ""))]),
    *[
        wrong(
            f"rmsnorm adds {number} under the root; it is 0.00001.",
            [(SCALE, SCALE.replace("0.00001", number))],
        )
        for number in ("0.00000001", "0.0001", "0.001", "0.000001")
    ],
    wrong(
        "rmsnorm adds the 0.00001 outside of the root.",
        [
            (
                SCALE,
                "scale = ((sum(number * number for number in x) / len(x)) ** 0.5 + 0.00001) ** -1",
            )
        ],
    ),
    wrong(
        "rmsnorm adds the 0.00001 to the sum of the squares; add it to their mean.",
        [(SCALE, "scale = ((sum(number * number for number in x) + 0.00001) / len(x)) ** -0.5")],
    ),
    wrong(
        "rmsnorm squares nothing: multiply each number by itself.",
        [(SCALE, "scale = ((sum(x) / len(x)) ** 2 + 0.00001) ** -0.5")],
    ),
    wrong(
        "rmsnorm takes the mean away first, as LayerNorm does; leave it.",
        [(SCALE, "mean = sum(x) / len(x)\n    x = [number - mean for number in x]\n    " + SCALE)],
    ),
    wrong(
        "rmsnorm: nothing leads back through the scale; do not take its data.",
        [(NORMED, "return [number * scale.data for number in x]")],
        [(SCALE, SCALE.replace("number * number", "number.data * number.data"))],
    ),
    wrong(
        "rmsnorm: " + LEADS_BACK,
        [(NORMED, "return [Value(number.data * scale.data) for number in x]")],
        [(NORMED, "return [number.data * scale.data for number in x]")],
    ),
    wrong("rmsnorm gives the scale; multiply each number by it.", [(NORMED, "return scale")]),
]

ERRORS = [
    Mistake(
        "a parameter is a plain number here; write Value(random.gauss(0, 0.08)).",
        *[Variant(3, ("Value(random.gauss(0, 0.08))", "random.gauss(0, 0.08)"))],
        raises="'float' object has no attribute 'data'",
        inside=False,
    ),
    Mistake(
        "e to the power 1000 is too large for a number: take away the largest first.",
        Variant(3, (LARGEST, "largest = 0")),
        Variant(3, (LARGEST, "largest = min(logit.data for logit in logits)")),
        raises="OverflowError",
    ),
    Mistake(
        "max cannot compare Values: compare their data.",
        Variant(3, (LARGEST, "largest = max(logits)")),
        raises="'>' not supported|'<' not supported",
    ),
    Mistake(
        "math.exp takes plain numbers; a Value has its own method, exp().",
        raises="must be real number, not Value",
    ),
    Mistake(
        "rmsnorm of zeros divides by 0: the 0.00001 under the root keeps it from that.",
        raises="ZeroDivisionError|0.0 cannot be raised to a negative power",
    ),
    Mistake(
        'the names are "wte", "wpe", "lm_head", and "layer0." before attn_wq, attn_wk, attn_wv, attn_wo, mlp_fc1 '
        "and mlp_fc2.",
        raises="KeyError",
    ),
    Mistake(
        "the cell makes state_dict, params, linear, softmax and rmsnorm, with these names, and keeps the four sizes.",
        raises=rf"name '({NAMES})' is not defined",
        inside=False,
    ),
    Mistake(
        "a matrix is a list of rows, and a row is a list of Values.",
        raises="not subscriptable|IndexError",
    ),
]

PARAMETERS = Part(
    3,
    start="begin with a row: [Value(random.gauss(0, 0.08)) for _ in range(columns)].",
    stub=lambda names: (
        not any(name in names for name in ("params", "linear", "softmax", "rmsnorm"))
    ),
    cases=[
        Story("the sizes", "[n_layer, n_embd, n_head, block_size]", [1, 16, 4, 16]),
        Story(
            "nine matrices with their rows and columns",
            "{name: [len(rows), len(rows[0])] for name, rows in state_dict.items()}",
            {
                "wte": [27, 16],
                "wpe": [16, 16],
                "lm_head": [27, 16],
                **{f"layer0.attn_w{letter}": [16, 16] for letter in "qkvo"},
                "layer0.mlp_fc1": [64, 16],
                "layer0.mlp_fc2": [16, 64],
            },
            tells="is that of the table",
        ),
        Story("the first weight of all", 'state_dict["wte"][0][0].data', -0.09063091325559854),
        Story(
            "the first weight of each matrix",
            "[rows[0][0].data for name, rows in sorted(state_dict.items())]",
            [
                *(0.079464873436077, -0.039446546522864535, -0.10242314013977893),
                *(-0.0972262716821129, 0.09462675332599176, -0.03475388397550224),
                *(0.019122876547788718, -0.11816133762022238, -0.09063091325559854),
            ],
            tells="is that of the recorded run",
            aside="these are the first numbers of the matrices, sorted by name; compare them one by one.",
        ),
        Story(
            "all 4,192 weights are those of the recorded run",
            "from microgpt.check.ch14.recorded import misdrawn\nmisdrawn(state_dict)",
            {},
            aside="these are the matrices with another number in them than in the recorded run, each with the row and "
            "the column of the first; something was drawn in another order.",
        ),
        Story("so many parameters", "len(params)", 4192),
        Story(
            "params holds the very Values of the matrices, each once",
            "inside = {id(p) for rows in state_dict.values() for row in rows for p in row}\n"
            "[len({id(p) for p in params} & inside), len(params)]",
            [4192, 4192],
            aside="the first is how many of the Values in the matrices are in params; all 4,192 have to be.",
        ),
        Story(
            "linear",
            "linear([Value(1.0), Value(2.0)], [[Value(3.0), Value(4.0)], [Value(-1.0), Value(0.5)]])",
            [11, 0],
        ),
        Story(
            "linear with three rows",
            "x, rows = [Value(0.5), Value(-1.0)], [[Value(n), Value(1.0)] for n in (1.0, 2.0, 3.0)]\nlinear(x, rows)",
            [-0.5, 0, 0.5],
        ),
        Story(
            "the way back goes through linear",
            """
            x, rows = [Value(1.0), Value(2.0)], [[Value(3.0), Value(4.0)], [Value(-1.0), Value(0.5)]]
            y = linear(x, rows)
            (y[0] * 2 + y[1]).backward()
            [x[0].grad, x[1].grad, rows[0][0].grad, rows[1][1].grad]
            """,
            [5, 8.5, 2, 2],
            aside=GRADIENTS,
        ),
        Story(
            "softmax",
            "softmax([Value(1.0), Value(2.0), Value(3.0)])",
            [0.09003057317038045, 0.2447284710547976, 0.6652409557748218],
        ),
        Story(
            "softmax of large numbers",
            "softmax([Value(1000.0), Value(0.0), Value(999.0)])",
            [0.7310585786300049, 0, 0.2689414213699951],
        ),
        Story(
            "softmax of numbers far below 0",
            "softmax([Value(-1000.0), Value(-1001.0)])",
            [0.7310585786300049, 0.2689414213699951],
        ),
        Story(
            "the way back goes through softmax",
            """
            x = [Value(1.0), Value(2.0), Value(3.0)]
            softmax(x)[0].backward()
            [number.grad for number in x]
            """,
            [0.08192506906499322, -0.022033044520174294, -0.05989202454481893],
            aside=GRADIENTS,
        ),
        Story(
            "rmsnorm", "rmsnorm([Value(3.0), Value(4.0)])", [0.8485277980128058, 1.1313703973504077]
        ),
        Story(
            "rmsnorm of small numbers",
            "rmsnorm([Value(0.001), Value(-0.002)])",
            [0.282842712474619, -0.565685424949238],
        ),
        Story("rmsnorm of zeros", "rmsnorm([Value(0.0), Value(0.0)])", [0, 0]),
        Story(
            "the way back goes through rmsnorm",
            """
            x = [Value(3.0), Value(4.0)]
            rmsnorm(x)[0].backward()
            [number.grad for number in x]
            """,
            [0.18101934503466866, -0.13576433907057767],
            aside=GRADIENTS,
        ),
    ],
    mistakes=[*DRAWS, *SHAPES, *FUNCTIONS, *ERRORS],
)
