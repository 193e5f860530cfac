"""Chapters 12 to 15: the program, the ladder to it, one of your own, and a bot around it."""

import json
from itertools import count
from math import log

from microgpt.bot.policy import fruit_in
from microgpt.bot.reference import new_bot, reference
from microgpt.canonical import PATH as RECORDS
from microgpt.canonical import load_canonical
from microgpt.evidence import mean
from microgpt.gains import load_gains
from microgpt.program import load_listing
from microgpt.rungs import RUNGS

from .card import Card
from .draw import arrow, dot, end, line, middle, scale, text

ACTS = {
    "reading": ["data", "tokenizer"],
    "engine": ["value", "operations", "shorthands", "backward"],
    "model": ["parameters", "linear", "softmax", "rmsnorm", "attention", "mlp", "gpt"],
    "run": ["optimizer", "training", "sampling"],
}


def program():
    regions, lines = load_listing()
    parts = []
    for column, (act, names) in enumerate(ACTS.items()):
        x, y = 46 * column, 17
        parts.append(text(x, 9, act, "bold small"))
        for region in (one for one in regions if one["name"] in names):
            for row in lines[region["mark"] - 1 : region["last"]]:
                indent, width = len(row) - len(row.lstrip()), min(len(row), 100)
                looks = "line code-mark" if row.lstrip().startswith("# ---") else "line code-line"
                if row.strip():
                    parts.append(line([(x + indent * 0.4, y), (x + width * 0.4, y)], looks))
                    y += 1.15
            y += 1
    return Card(
        chapter=12,
        title="The whole program",
        section="The whole, from above",
        alt=f"The {len(lines)} lines of the program as strokes, in four acts: {', '.join(ACTS)}.",
        parts=tuple(parts),
        sentences=(
            f"{len(lines)} lines in {len(regions)} regions are all of it: they read names, "
            "remember how numbers were made, build the model, and run it.",
            "Two loops at the end, training and writing, call everything above.",
        ),
    )


def ladder():
    gains = load_gains()
    held = {rung: gains["rungs"][rung]["held"] for rung in RUNGS}
    y = scale(2.35, 2.57, 82, 10)
    parts = [end(180, 9, "loss, names held out", "small quiet")]
    for i, (rung, losses) in enumerate(held.items()):
        x = 3 + 30 * i
        parts += [dot(x + 2 + 2.9 * j, y(loss), "data", 1.1) for j, loss in enumerate(losses)]
        parts.append(line([(x, y(mean(losses))), (x + 24, y(mean(losses)))], "line heavy"))
        parts.append(middle(x + 12, y(max(losses)) - 4, f"{mean(losses):.2f}", "small bold"))
        parts.append(middle(x + 12, 97, RUNGS[rung].title, "tiny"))
    means = [mean(losses) for losses in held.values()]
    blind = log(load_canonical().model.vocab_size)
    said = ", ".join(f"{RUNGS[rung].title} {m:.2f}" for rung, m in zip(held, means))
    return Card(
        chapter=13,
        title="Six rungs, six programs",
        section="The whole ladder",
        alt=f"The loss on names held out, rung by rung: {said}. Each has a dot for each of "
        f"{len(held['train0'])} seeds.",
        parts=tuple(parts),
        sentences=(
            "Six programs lead from counting pairs to the whole GPT, with one new idea each.",
            f"From a blind guess, {blind:.2f}, counting takes off {blind - means[0]:.2f}, and all "
            f"the rest {means[0] - means[-1]:.2f}, on names held out.",
        ),
    )


def yours():
    run = load_canonical()
    hints = ["the way forward", "the way back, the step", "what is carried on"]
    rows = [(f"{loss:.4f}", hint) for loss, hint in zip(run.losses, hints)]
    rows.append((run.samples[0], "how it writes"))
    parts = [
        text(14, 11, "it prints", "small quiet"),
        text(66, 11, "if not, look at", "small quiet"),
    ]
    for i, (printed, hint) in enumerate(rows):
        y = 30 + 20 * i
        parts += [
            line([(0, y - 14), (180, y - 14)], "line thin"),
            line([(1, y - 4), (4, y), (9, y - 8)], "line good heavy"),
            text(14, y, printed, "letter"),
            text(66, y, hint),
        ]
    return Card(
        chapter=14,
        title="An empty page, and you",
        section="When are two programs the same?",
        alt="What your program has to print, and where to look if it does not: "
        + "; ".join(f"{printed}, {hint}" for printed, hint in rows)
        + ".",
        parts=tuple(parts),
        sentences=(
            "You write a GPT of your own, in six steps, and it is right when it prints what the "
            f"recorded run printed: {len(run.losses):,} losses and {len(run.samples)} names.",
            "The first line that differs says where to look.",
        ),
    )


def slip(prefix):
    """The fruit that the model makes up for a prefix, and what the bot says in its place; found by seed."""
    for seed in count():
        made = []

        def is_safe_name(name, made=made):
            made.append(name)
            return fruit_in(name) is None

        said = new_bot(is_safe_name=is_safe_name).answer(prefix.encode(), seed)
        if len(made) == 2:
            assert said == reference().answer(prefix.encode(), seed) == f"OK: {made[1]}"
            return made


def guard():
    record = json.loads(RECORDS.with_name("fruits.json").read_text("utf-8"))
    found = record["fruits"]["1.0"]  # for each of some seeds, at temperature 1
    often = record["names"] * len(found) / sum(found)
    bad, prefix = "pear", "oliv"
    refused = reference().answer(bad.encode(), 0).split(":")[0]
    fruit, name = slip(prefix)
    parts = [
        line([(54, 16), (54, 98)], "line heavy"),
        line([(128, 16), (128, 98)], "line heavy"),
        middle(54, 10, "hook", "small bold"),
        middle(128, 10, "hook", "small bold"),
        middle(91, 10, "model", "small quiet"),
        text(0, 33, bad, "letter"),
        arrow((28, 30), (48, 30)),
        text(60, 33, refused, "bad bold small"),
        text(0, 60, prefix, "letter"),
        arrow((28, 57), (76, 57)),
        text(80, 60, fruit, "letter"),
        arrow((110, 57), (124, 57)),
        text(134, 60, "again", "bad bold small"),
        arrow((86, 65), (86, 78), "line dashed"),
        text(80, 89, name, "letter"),
        arrow((116, 86), (140, 86)),
        text(144, 89, "OK", "good bold"),
    ]
    return Card(
        chapter=15,
        title="Guard what it says",
        section="Two hooks",
        alt=f"Two hooks, before the model and behind it. The request {bad} is refused by the first. "
        f"For {prefix} the model makes up {fruit}, which the second sends back, and then {name}, "
        "which is said.",
        parts=tuple(parts),
        sentences=(
            f"The model has read no fruit and says one in about {round(often, -2):,.0f} names, so "
            "one hook looks at the request and another at each name.",
            "A guard has two scores side by side: what slips through, and what it refuses without "
            "need.",
        ),
    )


CARDS = [program, ladder, yours, guard]
