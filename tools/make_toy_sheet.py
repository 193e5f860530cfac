"""The page on which a reader does the toy model with a pencil: python tools/make_toy_sheet.py

Its numbers come from `microgpt/toy.py`. They are rounded where a reader rounds: every result that is written down has
four decimals, and goes on with them. A test does the same another way, and proves that book/toy_sheet.md is what this
writes.
"""

import re
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

from microgpt import toy
from microgpt.by_hand import step_by_hand

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "book" / "toy_sheet.md"
DIGITS = 4
NOTE = "<!-- Written by tools/make_toy_sheet.py from microgpt/toy.py: not for editing. -->\n\n"
TOKENS = ["BOS", "a", "b"]  # what is read; after b comes BOS again
HERE = 2  # the position that is done by hand: b
TARGET = 0  # what comes after it: BOS
HEAD = """# The toy model on paper

<link rel="stylesheet" href="../_static/paper.css">
<link rel="stylesheet" href="../_static/sheet.css">

"""


@dataclass
class Line:
    """One line of the sheet: how to compute it, and what comes out, by name."""

    how: str
    results: dict


def rounded(x):
    """As it is written down: four decimals, a half away from 0, no negative zero."""
    return float(f"{abs(x) + 1e-12:.{DIGITS}f}") * (-1 if x < 0 else 1) + 0.0


def text(x):
    """With a real minus sign."""
    return f"{x:.{DIGITS}f}".replace("-", "−")


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))


def column(matrix, j):
    return [row[j] for row in matrix]


def size(x):
    return (dot(x, x) / len(x) + 1e-5) ** 0.5


class Pencil:
    """Computes line after line, and rounds what it writes down. `value` holds every result by its name."""

    def __init__(self):
        self.lines, self.value = [], {}

    def write(self, how, **results):
        self.lines.append(Line(how, {name: rounded(x) for name, x in results.items()}))
        self.value |= self.lines[-1].results

    def vector(self, how, name, numbers):
        self.write(how, **{f"{name}{i}": x for i, x in enumerate(numbers)})

    def read(self, name, count=2):
        return [self.value[f"{name}{i}"] for i in range(count)]


WEIGHTS = {name.split("_")[-1] if "." in name else name: rows for name, rows in toy.WEIGHTS.items()}
WHO = ["BOS", "a", "b"]


def given():
    """What the sheet gives of the other positions, and of the whole step: rounded."""
    step = step_by_hand(toy.toy_model(), toy.token_ids([*TOKENS, "BOS"]))
    before = step["positions"][:HERE]
    cache = [{key: [rounded(x) for x in one["out"][key]] for key in "kv"} for one in before]
    lm_head = sum(one["grad"]["logits"][0] * one["out"]["mlp_add"][0] for one in before)
    fc1 = sum(one["grad"]["fc1"][1] * one["out"]["mlp_norm"][0] for one in before)
    return {
        "cache": cache,
        "surprises": [rounded(one["surprise"]) for one in before],
        "lm_head": rounded(lm_head),
        "fc1": rounded(fc1),
        "after": rounded(step["after"]),
    }


def forward(pencil, known):
    """The way of b from its rows to the loss."""
    w, p = WEIGHTS, pencil
    token, position = w["wte"][2], w["wpe"][HERE]
    p.vector("row b of wte + row 2 of wpe", "e", [a + b for a, b in zip(token, position)])
    p.write("√((e0² + e1²) / 2 + 0.00001)", size_e=size(p.read("e")))
    p.vector("e / size e", "x", [one / p.value["size_e"] for one in p.read("e")])
    p.write(
        "the size of x, in the same way. It is nearly 1: do not divide again, n is x",
        size_x=size(p.read("x")),
    )
    n = p.read("x")
    for name in "qkv":
        p.vector(f"each row of w{name} · n", name, [dot(row, n) for row in w[f"w{name}"]])
    keys = [one["k"] for one in known["cache"]] + [p.read("k")]
    values = [one["v"] for one in known["cache"]] + [p.read("v")]
    scores = [dot(p.read("q"), key) / 2**0.5 for key in keys]
    p.write(
        "q · key / √2, for each key: those of the cache, and your k for b",
        **named("score", WHO, scores),
    )
    softmax(p, "score", "exp", "weight", WHO)
    shares = [p.value[f"weight {who}"] for who in WHO]
    p.vector(
        "the values (your v for b), each × its weight, added",
        "blend",
        [dot(shares, column(values, i)) for i in (0, 1)],
    )
    p.vector(
        "each row of wo · blend: what attention adds",
        "o",
        [dot(row, p.read("blend")) for row in w["wo"]],
    )
    p.vector("x + o", "y", [a + b for a, b in zip(p.read("x"), p.read("o"))])
    p.write("the size of y", size_y=size(p.read("y")))
    p.vector("y / size y", "m", [one / p.value["size_y"] for one in p.read("y")])
    p.vector("each row of fc1 · m: the units", "h", [dot(row, p.read("m")) for row in w["fc1"]])
    relu = [max(0.0, one) for one in p.read("h", 8)]
    p.vector(
        "r is h, with 0 for what is negative; each row of fc2 · r",
        "f",
        [dot(row, relu) for row in w["fc2"]],
    )
    p.vector("y + f", "z", [a + b for a, b in zip(p.read("y"), p.read("f"))])
    logits = [dot(row, p.read("z")) for row in w["lm_head"]]
    p.write("each row of lm_head · z", **named("logit", toy.TOKENS, logits))
    softmax(p, "logit", "exp logit", "P", toy.TOKENS)
    p.write("−ln P of what comes next: BOS", surprise=-log(p.value["P BOS"]))
    p.write(
        "the mean of " + ", ".join(map(text, known["surprises"])) + " and yours",
        loss=(sum(known["surprises"]) + p.value["surprise"]) / 3,
    )


def named(name, who, numbers):
    return {f"{name} {one}": number for one, number in zip(who, numbers, strict=True)}


def softmax(p, scores, exps, shares, who):
    found = [exp(p.value[f"{scores} {one}"]) for one in who]
    p.write(f"exp of each {scores}", **named(exps, who, found))
    total = sum(p.value[f"{exps} {one}"] for one in who)
    p.write("all of them added", **{f"sum of {exps}": total})
    parts = [p.value[f"{exps} {one}"] / p.value[f"sum of {exps}"] for one in who]
    p.write("each exp / their sum", **named(shares, who, parts))


def backward(pencil, known):
    """From the loss back to the row of b, and to two more weights on the way."""
    w, p = WEIGHTS, pencil
    right = [one == "BOS" for one in toy.TOKENS]
    logits = [(p.value[f"P {one}"] - is_it) / 3 for one, is_it in zip(toy.TOKENS, right)]
    p.write(
        "P / 3, but (P − 1) / 3 for BOS (the loss is the mean of 3)",
        **named("g logit", toy.TOKENS, logits),
    )
    dlogits = [p.value[f"g logit {one}"] for one in toy.TOKENS]
    p.write(
        f"positions 0 and 1 give {text(known['lm_head'])}; += g logit BOS × z0",
        **{"g lm_head[BOS][0]": known["lm_head"] + dlogits[0] * p.value["z0"]},
    )
    p.vector(
        "each column of lm_head · g logit. z is y + f, so g f is g z too",
        "g z",
        [dot(column(w["lm_head"], j), dlogits) for j in (0, 1)],
    )
    dz = p.read("g z")
    open_ = [i for i, one in enumerate(p.read("h", 8)) if one > 0]
    hidden = {f"g h{i}": dot(column(w["fc2"], i), dz) for i in open_}
    p.write("those that are on (h above 0): column of fc2 · g z. The others have 0", **hidden)
    dh = [p.value.get(f"g h{i}", 0.0) for i in range(8)]
    p.write(
        f"positions 0 and 1 give {text(known['fc1'])}; += g h1 × m0",
        **{"g fc1[1][0]": known["fc1"] + dh[1] * p.value["m0"]},
    )
    p.vector("each column of fc1 · g h", "g m", [dot(column(w["fc1"], j), dh) for j in (0, 1)])
    norm_back(p, "m", "y", straight="z")
    dy = p.read("g y")
    p.vector("each column of wo · g y", "g blend", [dot(column(w["wo"], j), dy) for j in (0, 1)])
    attention_back(p, known)
    each = zip(*(back(w[f"w{name}"], p.read(f"g {name}")) for name in "qkv"))
    p.vector(
        "columns of wq · g q + of wk · g k + of wv · g v", "g n", [sum(parts) for parts in each]
    )
    p.write("(x0 × g n0 + x1 × g n1) / 2", c_x=dot(p.read("x"), p.read("g n")) / 2)
    through = [
        (d - one * p.value["c_x"]) / p.value["size_x"] for d, one in zip(p.read("g n"), p.read("x"))
    ]
    p.vector("g y + (g n − x × c x) / size x", "g x", [a + b for a, b in zip(dy, through)])
    p.write("(x0 × g x0 + x1 × g x1) / 2", c_e=dot(p.read("x"), p.read("g x")) / 2)
    down = [
        (d - one * p.value["c_e"]) / p.value["size_e"] for d, one in zip(p.read("g x"), p.read("x"))
    ]
    p.write(
        "(g x − x × c e) / size e: the row of b", **{"g wte[b][0]": down[0], "g wte[b][1]": down[1]}
    )


def back(matrix, gradients):
    return [dot(column(matrix, j), gradients) for j in range(len(matrix[0]))]


def norm_back(p, out, into, straight):
    """Back through the rmsnorm from `into` to `out`, and what went straight on."""
    mean = dot(p.read(out), p.read(f"g {out}")) / 2
    p.write(f"({out}0 × g {out}0 + {out}1 × g {out}1) / 2", **{f"c_{into}": mean})
    through = [
        (d - one * p.value[f"c_{into}"]) / p.value[f"size_{into}"]
        for d, one in zip(p.read(f"g {out}"), p.read(out))
    ]
    p.vector(
        f"g {straight} + (g {out} − {out} × c {into}) / size {into}. y is x + o, so g o is g y too",
        f"g {into}",
        [a + b for a, b in zip(p.read(f"g {straight}"), through)],
    )


def attention_back(p, known):
    keys = [one["k"] for one in known["cache"]] + [p.read("k")]
    values = [one["v"] for one in known["cache"]] + [p.read("v")]
    shares, blend = [p.value[f"weight {who}"] for who in WHO], p.read("g blend")
    p.vector("weight b × g blend", "g v", [shares[HERE] * one for one in blend])
    p.write("each value · g blend", **named("g weight", WHO, [dot(v, blend) for v in values]))
    dweights = [p.value[f"g weight {who}"] for who in WHO]
    p.write("each weight × its g weight, added", c_w=dot(shares, dweights))
    scores = [share * (d - p.value["c_w"]) for share, d in zip(shares, dweights)]
    p.write("weight × (g weight − c w)", **named("g score", WHO, scores))
    dscores = [p.value[f"g score {who}"] for who in WHO]
    p.vector("g score b × q / √2", "g k", [dscores[HERE] * one / 2**0.5 for one in p.read("q")])
    queries = [dot(dscores, column(keys, i)) / 2**0.5 for i in (0, 1)]
    p.vector("(g score × key, added up over the three keys) / √2", "g q", queries)


def adam(pencil):
    """Three weights take their step."""
    old = {"lm_head[BOS][0]": 0.3, "fc1[1][0]": -0.2, "wte[b][0]": -0.3}
    assert list(old.values()) == [
        WEIGHTS["lm_head"][0][0],
        WEIGHTS["fc1"][1][0],
        WEIGHTS["wte"][2][0],
    ]
    for name, now in old.items():
        g = pencil.value[f"g {name}"]
        step = rounded(0.01 * g / abs(g))
        pencil.write(
            f"{name} is {weight(now)}",
            **{f"step of {name}": step, f"new {name}": now - step},
        )


# ---- the page ----

GRAD = re.compile(r"\bg ((?:logit|weight|score) (?:BOS|a|b|c)\b|[a-z]\w*(?:\[\w+\])*)")
NUMBER = re.compile(r"\b(blend|[exnqkvomhfyz])(\d)(?=\b|²)")
SIZE = re.compile(r"\b(c|size)_([exyw])\b")
MEAN = re.compile(r"\bc ([exyw])\b")


def shown(words):
    """A name or a rule as it stands on the page: z0 with its index below, g z as z.grad."""
    words = GRAD.sub(r"\1.grad", words)
    words = SIZE.sub(
        lambda match: "size " + match[2] if match[1] == "size" else f"c<sub>{match[2]}</sub>", words
    )
    words = MEAN.sub(r"c<sub>\1</sub>", words)
    words = NUMBER.sub(r"\1<sub>\2</sub>", words)
    return re.sub(r"<sub>(\d)</sub>\.grad", r"<sub>\1</sub>.grad", words)


def blank(name, _):
    return f'<span class="sheet-number">{shown(name)} <span class="sheet-blank"></span></span>'


def answer(name, value):
    return f'<span class="sheet-number">{shown(name)} <b>{text(value)}</b></span>'


def steps(lines, first, write, with_rules=True):
    """A numbered list: each line with its rule, and what is to be written or has been."""
    items = []
    for line in lines:
        rule = f'<span class="sheet-rule">{shown(line.how)}</span> ' if with_rules else ""
        results = " ".join(write(*one) for one in line.results.items())
        items.append(f'<li>{rule}<span class="sheet-results">{results}</span></li>')
    return f'<ol class="sheet-steps" start="{first}">\n' + "\n".join(items) + "\n</ol>\n"


def weight(x):
    """A weight has few digits."""
    return f"{x:g}".replace("-", "−")


def table(name, rows, names, written=weight):
    def cells(row):
        return "".join(f"<td>{written(one)}</td>" for one in row)

    body = "".join(
        f'<tr><th scope="row">{one}</th>{cells(row)}</tr>'
        for one, row in zip(names, rows, strict=True)
    )
    return f"<table><caption>{name}</caption>{body}</table>"


def tables(known):
    """The weights and the cache, in an order that fills five columns of paper; fc2 is as wide as all of them."""
    rows = {"wte": toy.TOKENS, "lm_head": toy.TOKENS}
    made = {
        name: table(name, matrix, rows.get(name, range(len(matrix))))
        for name, matrix in WEIGHTS.items()
    }
    for key, word in (("k", "keys"), ("v", "values")):
        made[word] = table(
            f"{word} in the cache", [one[key] for one in known["cache"]], WHO[:HERE], text
        )
    order = "wte wq wpe wk lm_head wv fc1 wo keys values fc2".split()
    return '<div class="sheet-tables">\n' + "\n".join(made[name] for name in order) + "\n</div>\n"


INTRO = """You need a pencil and a calculator with exp ($e^x$) and ln. It takes 90 minutes to two hours, and you can
stop after the forward part. Printed, the sheet is two pages, and the answers are a third. The toy model reads BOS,
a, b. You do **position 2, the token b**. BOS should come next.

Round every number that you write down to four decimals, and go on with what you have written. Do not round in
between. If the fifth decimal is a 5 and nothing follows, round away from zero: 0.09705 becomes 0.0971. Then you
land on the answers, to the last digit. A dot means: multiply pair by pair, and add up. Columns are counted from 0.
To check yourself: attention weights add up to 1, and so do the P.
"""
BACK = """`z.grad` is the gradient of z: how fast the loss grows when z grows. b comes last, so no later token has used
its key and value. Each c is a helper, used on the next line: it brings the blame back through an rmsnorm or a softmax.
"""
STEP = """At step 1 Adam moves each weight by 0.01 × g / √(g²), where g is its gradient: by 0.01 with
the sign of g. The new weight is the old one minus this step. A weight with the gradient 0 stays.
"""


def page():
    """The text of the page."""
    known = given()
    pencil = Pencil()
    parts = []
    for part in (lambda p: forward(p, known), lambda p: backward(p, known), adam):
        begin = len(pencil.lines)
        part(pencil)
        parts.append((begin + 1, pencil.lines[begin:]))
    (one, ahead), (two, back_), (three, moved) = parts
    return (
        NOTE
        + HEAD
        + INTRO
        + f"\n{tables(known)}\n## Forward\n\n{steps(ahead, one, blank)}"
        + f"\n## Backward\n\n{BACK}\n{steps(back_, two, blank)}"
        + f"\n## One step of Adam\n\n{STEP}\n{steps(moved, three, blank)}"
        + f"\nWhen all weights that have a gradient have taken their step, the loss is **{text(known['after'])}**. "
        + f"Compare it with your loss, in line {two - 1}.\n"
        + '\n<details class="sheet-answers"><summary>Answers</summary>\n\n'
        + "".join(steps(lines, first, answer, with_rules=False) for first, lines in parts)
        + "\n</details>\n"
    )


if __name__ == "__main__":
    words = page()
    PAGE.write_text(words, encoding="utf-8", newline="\n")
    print(f"{PAGE.name}: {len(words)} characters")
