"""Chapters 07 and 08: attention, and the whole model."""

from microgpt.attention import attention_steps
from microgpt.canonical import load_canonical

from .card import Card, percent
from .draw import arrow, box, dot, end, line, middle, scale, text

NAME = "emma"


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


CARDS = [attention, whole]
