"""Exercise 14.4: the model."""

from ..mistakes import Mistake
from ..scenario import Story
from .part import Part
from .rooms import Variant

EMBED = 'x = rmsnorm(add(state_dict["wte"][token_id], state_dict["wpe"][pos_id]))'
ATTEND = "x = add(x, attention(rmsnorm(x), i, keys, values))"
THINK = "x = add(x, mlp(rmsnorm(x), i))"
LAST = 'return linear(x, state_dict["lm_head"])'
SCORES = "scores = [sum(query[j] * key[j] for j in places) / size**0.5 for key in keys[i]]"
SHARES = "shares = softmax(scores)"
BLEND = "blend.append(sum(share * value[j] for share, value in zip(shares, values[i])))"
OUT = 'return linear(blend, state_dict[f"layer{i}.attn_wo"])'
QUERY = 'query = linear(x, state_dict[f"layer{i}.attn_wq"])'
KEY = 'keys[i].append(linear(x, state_dict[f"layer{i}.attn_wk"]))'
VALUE = 'values[i].append(linear(x, state_dict[f"layer{i}.attn_wv"]))'
SIZE = "size, blend = n_embd // n_head, []"
HEADS = "for start in range(0, n_embd, size):"
RELU = "[unit.relu() for unit in"
FC2 = 'return linear(units, state_dict[f"layer{i}.mlp_fc2"])'
NANCY = [26, 13, 0, 13, 2, 24, 26]
FIRST_LOGITS = [
    -0.10890994233448588,
    -0.21559011561340946,
    -0.34022170943957314,
    0.07801988277835029,
    -0.15898097379737441,
    -0.26593568344787666,
    -0.14438121415933636,
    0.06260097162408079,
    -0.7014297946677757,
    -0.4407321167756756,
    -0.18244722590255422,
    0.05353945334615065,
    -0.1511042426753779,
    -0.296456875699997,
    -0.31343490558852716,
    0.10676874622116538,
    -0.49672447816908055,
    -0.22733846488892312,
    0.3764753158203632,
    -0.05457247437228294,
    0.2263876629208575,
    0.41304135639571166,
    0.26226666058681974,
    0.24823122578856682,
    -0.08724454206831375,
    0.004875617099691705,
    -0.11816644649339572,
]


def wrong(message, *variants, **how):
    """A mistake; each variant is a list of edits of the course's piece."""
    return Mistake(message, *[Variant(4, *edits) for edits in variants], **how)


def embedded(new):
    return [(EMBED, f"x = {new}")]


def bare(line):
    return line, line.replace("rmsnorm(x)", "x")


WTE, WPE = 'state_dict["wte"]', 'state_dict["wpe"]'

ENDS = [
    wrong(
        "the position is left out; add the row pos_id of wpe.",
        embedded(f"rmsnorm({WTE}[token_id])"),
    ),
    wrong(
        "the token is left out; add the row token_id of wte.", embedded(f"rmsnorm({WPE}[pos_id])")
    ),
    wrong(
        "the position is always 0; take row pos_id of wpe.",
        embedded(f"rmsnorm(add({WTE}[token_id], {WPE}[0]))"),
    ),
    wrong(
        "the position is one too large; the first token has position 0.",
        embedded(f"rmsnorm(add({WTE}[token_id], {WPE}[pos_id + 1]))"),
    ),
    wrong(
        "both rows come from wte; that of the position comes from wpe.",
        embedded(f"rmsnorm(add({WTE}[token_id], {WTE}[pos_id]))"),
    ),
    wrong(
        "the rows of wte and wpe are multiplied; add them.",
        embedded(f"rmsnorm([a * b for a, b in zip({WTE}[token_id], {WPE}[pos_id])])"),
    ),
    wrong(
        "the rows of wte and wpe go through rmsnorm one by one; add them first.",
        embedded(f"add(rmsnorm({WTE}[token_id]), rmsnorm({WPE}[pos_id]))"),
    ),
    wrong(
        "wte stands in the place of lm_head; the program has a matrix for each.",
        [(LAST, LAST.replace("lm_head", "wte"))],
    ),
    wrong("these are the numbers of x; lm_head makes 27 logits of it.", [(LAST, "return x")]),
    wrong(
        "these are probabilities; gpt gives the logits, before softmax.",
        [(LAST, f"return softmax({LAST[7:]})")],
    ),
    wrong(
        "the logits are divided by the temperature; that belongs to the writing.",
        [(LAST, f"return [logit / 0.5 for logit in {LAST[7:]}]")],
    ),
    wrong(
        "there is one more rmsnorm before lm_head; the program has none there.",
        [(LAST, LAST.replace("(x,", "(rmsnorm(x),"))],
    ),
    wrong(
        "the logits come as plain numbers; return the Values, so that the way back can begin at them.",
        [(LAST, f"return [logit.data for logit in {LAST[7:]}]")],
    ),
    wrong("nothing comes back; end gpt with return.", [(LAST, LAST[7:])]),
]

BLOCKS = [
    wrong("rmsnorm is missing at the start.", embedded(f"add({WTE}[token_id], {WPE}[pos_id])")),
    wrong("rmsnorm is missing before attention.", [bare(ATTEND)]),
    wrong("rmsnorm is missing before the MLP.", [bare(THINK)]),
    wrong("rmsnorm is missing before attention and before the MLP.", [bare(ATTEND), bare(THINK)]),
    wrong(
        "rmsnorm is missing: it comes at the start, before attention and before the MLP.",
        [bare(ATTEND), bare(THINK), (EMBED, f"x = add({WTE}[token_id], {WPE}[pos_id])")],
    ),
    wrong(
        "x is not added to what attention makes.",
        [(ATTEND, "x = attention(rmsnorm(x), i, keys, values)")],
    ),
    wrong("x is not added to what the MLP makes.", [(THINK, "x = mlp(rmsnorm(x), i)")]),
    wrong(
        "x is added neither after attention nor after the MLP.",
        [(ATTEND, "x = attention(rmsnorm(x), i, keys, values)"), (THINK, "x = mlp(rmsnorm(x), i)")],
    ),
    wrong(
        "what is added after attention is x after rmsnorm; add x as it was before.",
        [(ATTEND, "x = rmsnorm(x)\n        x = add(x, attention(x, i, keys, values))")],
    ),
    wrong(
        "what is added after the MLP is x after rmsnorm; add x as it was before.",
        [(THINK, "x = rmsnorm(x)\n        x = add(x, mlp(x, i))")],
    ),
    wrong(
        "what is added is x after rmsnorm, both times; add x as it was before.",
        [
            (ATTEND, "x = rmsnorm(x)\n        x = add(x, attention(x, i, keys, values))"),
            (THINK, "x = rmsnorm(x)\n        x = add(x, mlp(x, i))"),
        ],
    ),
    wrong(
        "rmsnorm comes after attention and after the MLP; it comes before each of them.",
        [
            (ATTEND, "x = rmsnorm(add(x, attention(x, i, keys, values)))"),
            (THINK, "x = rmsnorm(add(x, mlp(x, i)))"),
        ],
        [
            (ATTEND, "x = add(x, rmsnorm(attention(x, i, keys, values)))"),
            (THINK, "x = add(x, rmsnorm(mlp(x, i)))"),
        ],
    ),
    wrong(
        "attention is missing.",
        [(ATTEND, "pass")],
        [(ATTEND, "attention(rmsnorm(x), i, keys, values)")],
    ),
    wrong("the MLP is missing.", [(THINK, "pass")]),
    wrong(
        "attention and MLP are missing: these are the lines 2 to 6 of the plan.",
        [(ATTEND, "pass"), (THINK, "pass")],
    ),
    wrong(
        "the MLP comes before attention; attention comes first.",
        [(THINK, "pass"), (ATTEND, THINK + "\n        " + ATTEND)],
    ),
    wrong("ReLU is missing in the MLP.", [(RELU, "[unit for unit in")]),
    wrong(
        "ReLU comes after fc2; it stands between fc1 and fc2.",
        [
            (RELU, "[unit for unit in"),
            (FC2, FC2.replace("return ", "return [unit.relu() for unit in ") + "]"),
        ],
    ),
    wrong(
        "there is a ReLU too many, after fc2.",
        [(FC2, FC2.replace("return ", "return [unit.relu() for unit in ") + "]")],
    ),
    wrong("ReLU is squared; take it as it is.", [(RELU, "[unit.relu() * unit.relu() for unit in")]),
]

HEADS_OF = [
    wrong(
        "the scores are not divided by the root of 4.",
        [(SCORES, SCORES.replace(" / size**0.5", ""))],
    ),
    wrong(
        "the scores are divided by 4, which is also the root of n_embd; a head has 4 numbers, so it divides by the "
        "root of 4.",
        [(SCORES, SCORES.replace("size**0.5", "size"))],
    ),
    wrong(
        "the scores are multiplied by the root of 4; divide.",
        [(SCORES, SCORES.replace("/ size", "* size"))],
    ),
    wrong(
        "softmax is missing: the scores themselves weigh the values.", [(SHARES, "shares = scores")]
    ),
    wrong(
        "there is one head over all 16 numbers; four heads have 4 each.",
        [(SIZE, "size, blend = n_embd, []")],
        [(SIZE, "size, blend = n_embd, []"), (SCORES, SCORES.replace("size**0.5", "2"))],
    ),
    wrong("there are 2 heads; there are 4.", [(SIZE, "size, blend = n_embd // 2, []")]),
    wrong(
        "the heads have the wrong places: head 0 has 0 to 3, head 1 has 4 to 7, and so on.",
        [
            (HEADS, "for start in range(n_head):"),
            ("range(start, start + size)", "range(start, n_embd, n_head)"),
        ],
    ),
    wrong(
        "each head looks at the first 4 numbers; a head has its own slice.",
        [("range(start, start + size)", "range(0, size)")],
    ),
    wrong("attn_wo is left out: what the heads find goes through it.", [(OUT, "return blend")]),
    wrong(
        "the numbers of the heads are mixed; lay the four results end to end.",
        [
            (
                OUT,
                "blend = [blend[head * size + j] for j in range(size) for head in range(n_head)]\n    "
                + OUT,
            )
        ],
    ),
    wrong(
        "attn_wq and attn_wk are exchanged.",
        [("attn_wq", "attn_X"), ("attn_wk", "attn_wq"), ("attn_X", "attn_wk")],
    ),
    wrong(
        "attn_wk and attn_wv are exchanged.",
        [("attn_wk", "attn_X"), ("attn_wv", "attn_wk"), ("attn_X", "attn_wv")],
    ),
    wrong("the query is made with attn_wk; attn_wq makes it.", [("attn_wq", "attn_wk")]),
    wrong("the key is made with attn_wq; attn_wk makes it.", [("attn_wk", "attn_wq")]),
    wrong("the query is x itself; attn_wq makes it.", [(QUERY, "query = x")]),
    wrong("the key is x itself; attn_wk makes it.", [(KEY, "keys[i].append(x)")]),
    wrong("the value is x itself; attn_wv makes it.", [(VALUE, "values[i].append(x)")]),
    wrong(
        "the keys are blended; the attention weights blend the values, and attn_wv makes these.",
        [
            (
                BLEND,
                BLEND.replace("value in zip(shares, values[i])", "value in zip(shares, keys[i])"),
            )
        ],
    ),
    wrong(
        "the values are added up without their weights.",
        [(BLEND, BLEND.replace("share * value[j]", "value[j]"))],
    ),
]

CACHES = [
    wrong(
        "key and value of the present token are not kept: append them to keys[i] and values[i].",
        [
            (KEY, 'keys = [[linear(x, state_dict[f"layer{i}.attn_wk"])]]'),
            (VALUE, 'values = [[linear(x, state_dict[f"layer{i}.attn_wv"])]]'),
        ],
    ),
    wrong(
        "the tokens before are not looked at: attention takes all keys and values of its layer.",
        [
            (SCORES, SCORES.replace("in keys[i]]", "in keys[i][-1:]]")),
            (BLEND, BLEND.replace("values[i])", "values[i][-1:])")),
        ],
    ),
    wrong(
        "the present token is not looked at: append its key and value before the scores.",
        [
            (SCORES, SCORES.replace("in keys[i]]", "in keys[i][:-1] or keys[i]]")),
            (BLEND, BLEND.replace("values[i])", "(values[i][:-1] or values[i]))")),
        ],
    ),
    wrong(
        "key and value are put at the beginning of the lists; append puts them at the end.",
        [("keys[i].append(", "keys[i].insert(0, ")],
        [("values[i].append(", "values[i].insert(0, ")],
    ),
    wrong("each call adds two keys; one is enough.", [(KEY, KEY + "\n    " + KEY)]),
]

ERRORS = [
    Mistake(
        "the cell makes gpt, with this name.", raises="name 'gpt' is not defined", inside=False
    ),
    Mistake(
        "the exercise calls it as gpt(token_id, pos_id, keys, values).",
        raises=r"gpt\(\) (missing|takes|got)",
    ),
    Mistake(
        'the names are "wte", "wpe", "lm_head", and "layer0." before attn_wq, attn_wk, attn_wv, attn_wo, mlp_fc1 '
        "and mlp_fc2.",
        raises="KeyError",
    ),
    Mistake(
        "keys and values are lists of lists, one for each layer: keys[i].append(key).",
        raises="list index out of range",
    ),
    Mistake(
        "a function that it calls is written in no cell so far.",
        raises=r"NameError: name '\w+' is not defined",
    ),
]

MODEL = Part(
    4,
    start="begin with a model that does the lines 1 and 7 of the plan, and returns 27 logits.",
    watched=False,
    cases=[
        Story(
            "the 27 logits after BOS",
            "[logit.data for logit in gpt(26, 0, [[]], [[]])]",
            FIRST_LOGITS,
            tells="begin with -0.1089, -0.2156",
        ),
        Story(
            "each call adds one key and one value to its layer",
            """
            keys, values = [[]], [[]]
            logits = [gpt(token, place, keys, values) for place, token in enumerate([26, 13, 0])]
            [len(keys[0]), len(values[0])]
            """,
            [3, 3],
            aside="these are the lengths of keys[0] and values[0] after three calls; each call adds one to both.",
        ),
        Story(
            "the six surprises of nancy, before any training",
            f"from microgpt.check.ch14.recorded import surprises\nsurprises(gpt, {NANCY})",
            [
                *(3.5345847983479124, 2.877310891763405, 4.026462291498675),
                *(3.3849681445518507, 3.206500129069059, 3.749424731835533),
            ],
            tells="are those of the recorded run; their mean is 3.4632",
        ),
        Story(
            "two names, each with lists of its own",
            """
            from microgpt.check.ch14.recorded import surprises
            before = surprises(gpt, [26, 13, 0])
            [surprises(gpt, [26, 0, 26])[1], surprises(gpt, [26, 13, 0]) == before]
            """,
            [3.5431804440995163, True],
            tells="do not know of each other",
        ),
        Story(
            "the way back reaches the parameters",
            """
            keys, values = [[]], [[]]
            first, second = gpt(26, 0, keys, values), gpt(13, 1, keys, values)
            second[0].backward()
            fc1, wq = state_dict["layer0.mlp_fc1"], state_dict["layer0.attn_wq"]
            [state_dict["wte"][13][0].grad, state_dict["wpe"][0][0].grad, fc1[1][0].grad, wq[0][0].grad]
            """,
            [
                -0.21258333109344504,
                0.025002240189482054,
                0.023497480956134326,
                0.0011485195667233158,
            ],
            aside="these are gradients of four parameters; where one is 0, the way back was cut: compute with the "
            "Values, and not with their data.",
        ),
    ],
    mistakes=[*ENDS, *BLOCKS, *HEADS_OF, *CACHES, *ERRORS],
)
