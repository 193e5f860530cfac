"""Chapters 05 to 08: the way back, tokens, vectors, attention, the whole model."""

from microgpt.attention import attention_steps
from microgpt.canonical import load_canonical
from microgpt.nn import dot as dot_product
from microgpt.value import Value

from .card import Card, code, minus, percent
from .draw import arrow, box, curve, dot, end, line, middle, scale, text

NAME = "emma"


def cosine(a, b):
    return dot_product(a, b) / (dot_product(a, a) * dot_product(b, b)) ** 0.5


def backward():
    a, b = Value(2.0), Value(3.0)
    product = a * b
    total = product + a
    total.backward()
    to_product, to_sum = 1.0, 1.0
    parts = [
        arrow((46, 25), (131, 25)),
        arrow((46, 26), (74, 56)),
        arrow((46, 76), (71, 66)),
        arrow((122, 60), (135, 41)),
        middle(90, 20, minus(to_sum), "small"),
        text(64, 41, minus(b.data), "small"),
        middle(58, 84, minus(a.data), "small"),
        text(132, 55, minus(to_product), "small"),
    ]
    nodes = [
        (2, 12, "a", a),
        (2, 64, "b", b),
        (72, 50, "a · b", product),
        (134, 12, "+ a", total),
    ]
    for x, y, name, value in nodes:
        parts += [
            box(x, y, 44 if x != 72 else 50, 28, "box"),
            middle(x + (22 if x != 72 else 25), y + 11.5, f"{name} = {minus(value.data)}"),
            middle(x + 22, y + 23.5, f"◂ {minus(value.grad)}", "grad bold"),
        ]
    parts += [
        end(180, 84, "◂ gradient", "grad small"),
        end(180, 96, "on arrows: local gradients", "small quiet"),
    ]
    return Card(
        chapter=5,
        title="Blame walks back",
        section="One number, two ways",
        alt=f"The graph of a times b plus a at {a.data:g} and {b.data:g}: the result is "
        f"{total.data:g}, the gradient of a is {a.grad:g} and that of b is {b.grad:g}.",
        parts=tuple(parts),
        sentences=(
            "Each result remembers what it was made from, so the way back can multiply the slopes "
            "along a way, and add where ways meet.",
            f"Here {code('a')} has the gradient {b.data:g} · {to_product:g} + {to_sum:g} = "
            f"{a.grad:g}, and {code('b')} has {a.data:g} · {to_product:g} = {b.grad:g}.",
        ),
    )


def tokens():
    tokenizer = load_canonical().tokenizer
    ids = tokenizer.encode(NAME)
    shown = ["BOS", *NAME, "BOS"]
    parts = []
    for i, (who, id) in enumerate(zip(shown, ids, strict=True)):
        x = 31 * i
        parts += [
            box(x, 40, 25, 22, "box"),
            middle(x + 12.5, 55, who, "token bold " + ("small" if who == "BOS" else "letter")),
            middle(x + 12.5, 82, id, "letter"),
            line([(x + 12.5, 65), (x + 12.5, 71)], "line thin"),
        ]
        if i:
            parts += [
                curve((x - 17, 37), (x - 3, 15), (x + 10.5, 37)),
                arrow((x + 9.5, 35), (x + 10.5, 37.5)),
                middle(x - 3, 20, i, "small quiet"),
            ]
    return Card(
        chapter=6,
        title="Letters become ids",
        section="From letters to ids",
        alt=f"BOS, the letters of {NAME}, and BOS, over their ids {', '.join(map(str, ids))}. "
        f"Arrows from each to the next are numbered 1 to {len(ids) - 1}.",
        parts=(*parts, text(0, 97, "ids: numbers of rows", "small quiet")),
        sentences=(
            f"{code(NAME)} becomes {len(ids)} ids, one for each letter, and BOS at both ends marks "
            "where the document begins and stops.",
            f"That makes {len(ids) - 1} guesses, and no id means anything by its size.",
        ),
    )


def vectors():
    run, position = load_canonical(), 2
    tables = run.model.state_dict
    letter = NAME[position - 1]
    id = run.tokenizer.encode(letter)[1]
    token = [p.data for p in tables["wte"][id]]
    place = [p.data for p in tables["wpe"][position]]
    both = [a + b for a, b in zip(token, place)]
    vowel = NAME[-1]
    near = nearest(run, vowel)
    size = scale(0, max(map(abs, [*token, *place, *both])), 0, 13)
    rows = [
        (letter, f"row {id} of wte", token, "token"),
        (f"position {position}", f"row {position} of wpe", place, "position"),
        ("their sum", "goes in", both, "data"),
    ]
    parts = []
    for i, (name, where, numbers, looks) in enumerate(rows):
        y = 17 + 33 * i
        parts += [
            text(0, y - 1, name, "bold"),
            text(0, y + 10, where, "small quiet"),
            line([(62, y), (180, y)], "line thin"),
        ]
        for j, number in enumerate(numbers):
            tall = size(abs(number))
            parts.append(box(63 + 7.4 * j, y - tall if number > 0 else y, 5, tall, looks))
    return Card(
        chapter=6,
        title="Ids become vectors",
        section="Where it stands",
        alt=f"Three rows of {len(both)} bars: the numbers of {letter}, those of position "
        f"{position}, and their sums, the first {minus(token[0], 2)} + {minus(place[0], 2)} = "
        f"{minus(both[0], 2)}.",
        parts=tuple(parts),
        sentences=(
            f"An id picks a row of {len(token)} numbers, its position picks another, and their sum "
            "is what the model works with.",
            "Nobody chose these numbers: training moved them, and the rows nearest to that of "
            f"{code(vowel)} are now those of {code(near[0])}, {code(near[1])} and {code(near[2])}.",
        ),
    )


def nearest(run, letter):
    """The other letters, the one whose row points most as that of `letter` first."""
    rows = {
        who: [p.data for p in row] for who, row in zip(run.vocabulary, run.model.state_dict["wte"])
    }
    mine = rows.pop(letter)
    return sorted(rows, key=lambda who: -cosine(mine, rows[who]))


def letter_at(place):
    """A letter of the name, with its place where it comes twice."""
    letter = NAME[place - 1]
    return letter if NAME.count(letter) == 1 else letter + "₀₁₂₃₄"[place]


def attention():
    run, head = load_canonical(), 0
    ids = run.tokenizer.encode(NAME)[:-1]
    rows = [step["heads"][head]["weights"] for step in attention_steps(run.model, ids)]
    shown = ["BOS", *map(letter_at, range(1, len(ids)))]
    parts = [middle(46 + 30 * j, 10, who, "token small bold") for j, who in enumerate(shown)]
    for i, (who, weights) in enumerate(zip(shown, rows, strict=True)):
        y = 15 + 17 * i
        parts.append(text(2, y + 11, who, "token small bold"))
        for j, weight in enumerate(weights):
            shade = {"fill_opacity": f"{0.06 + 0.44 * weight:.2f}"}
            parts.append(box(32 + 30 * j, y, 28, 15, "data", **shade))
            parts.append(middle(46 + 30 * j, y + 11, f"{weight:.2f}", "small"))
    last = rows[-1]
    return Card(
        chapter=7,
        title="Look back, take shares",
        section="The future is not there yet",
        alt=f"How a head of the trained model looks back in {NAME}: a triangle of weights. "
        f"The last letter gives {', '.join(f'{w:.2f} to {who}' for who, w in zip(shown, last))}.",
        parts=(
            *parts,
            text(126, 27, "not there", "small quiet"),
            text(126, 38, "yet", "small quiet"),
        ),
        sentences=(
            "A token asks with its query, compares it with the key of each token so far, and takes "
            "a share of each value.",
            f"The shares of a row add up to {sum(last):.0f}, and what comes later is not there to "
            "be looked at.",
        ),
    )


PARTS = {
    "wte": ["wte"],
    "wpe": ["wpe"],
    "attention": ["wq", "wk", "wv", "wo"],
    "MLP": ["fc1", "fc2"],
    "lm_head": ["lm_head"],
}


def whole():
    run = load_canonical()
    counts = dict.fromkeys(PARTS, 0)
    for name, rows in run.model.state_dict.items():
        part = next(part for part, ends in PARTS.items() if name.endswith(tuple(ends)))
        counts[part] += len(rows) * len(rows[0])
    total, vocabulary = sum(counts.values()), run.model.vocab_size
    wide, x = scale(0, total, 0, 164), 0
    looks = dict(zip(PARTS, ["token", "position", "q", "v", "loss"]))
    parts, centre = [], {}
    for part, count in counts.items():
        width = wide(count)
        centre[part] = x + width / 2
        parts += [
            box(x, 52, width, 22, f"{looks[part]} faint"),
            box(x, 52, width, 22, f"{looks[part]} line"),
        ]
        if width > 30:
            parts.append(middle(centre[part], 66, part, "small"))
        x += width + 4
    for i, part in enumerate(["wte", "wpe"]):
        parts.append(text(0, 86 + 11 * i, f"{part} {counts[part]}", "small"))
    parts.append(end(180, 86, "lm_head", "small"))
    parts.append(end(180, 97, counts["lm_head"], "small"))
    stream = 26
    parts.append(arrow((centre["wte"], stream), (177, stream)))
    for part in ("wte", "wpe"):
        parts.append(line([(centre[part], 52), (centre[part], stream)]))
    parts.append(line([(centre["lm_head"], stream), (centre["lm_head"], 52)], "line dashed"))
    for part in ("attention", "MLP"):
        half = wide(counts[part]) / 2 - 8
        into, out = centre[part] - half, centre[part] + half
        parts += [
            arrow((into, stream), (into, 52)),
            arrow((out, 52), (out, stream + 6)),
            dot(out, stream, "paper-ground", 5.5),
            middle(out, stream + 3.4, "+", "bold"),
            middle(centre[part], 86, f"{counts[part]:,}", "small"),
        ]
    parts.append(text(0, 10, "a token's vector", "small quiet"))
    parts.append(end(180, 10, f"{vocabulary} scores", "small quiet"))
    said = ", ".join(f"{part} {count:,}" for part, count in counts.items())
    return Card(
        chapter=8,
        title="All parts in a row",
        section="Where 4,192 comes from",
        alt=f"The parts of the model, as wide as their parameters are many: {said}. Attention and "
        "MLP add to the vector that passes by.",
        parts=tuple(parts),
        sentences=(
            f"All {total:,} parameters sit in these parts, {percent(counts['MLP'] / total)} of them in "
            "the MLP.",
            "Attention brings news from other tokens, the MLP works on one token alone, and each "
            "adds to the vector instead of replacing it.",
        ),
    )


CARDS = [backward, tokens, vectors, attention, whole]
