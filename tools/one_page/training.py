"""Chapters 09 to 11: surprise, a thousand rounds, a draw, and what large models change."""

import random
from itertools import accumulate
from math import exp, log

from microgpt.canonical import load_canonical
from microgpt.nn import softmax
from microgpt.scale import MODELS, total

from .card import Card, code
from .draw import arrow, box, dot, end, line, middle, scale, steps, text


def surprise():
    vocabulary = load_canonical().model.vocab_size
    sure, unsure, blind = 0.9, 0.1, 1 / vocabulary
    x, y = scale(0, 1, 12, 172), scale(0, 4.3, 90, 4)
    low = exp(-4.3)
    curve = [(x(p), y(-log(p))) for p in [low * (1 / low) ** s for s in steps(0, 1, 40)]]
    parts = []
    for p, words in [(blind, f"1/{vocabulary}: "), (unsure, f"{unsure}: "), (sure, f"{sure}: ")]:
        at = x(p), y(-log(p))
        parts.append(dot(*at, "ink", 3))
        label = f"p = {words}{-log(p):.2f}"
        place = end(176, at[1] - 15, label) if p == sure else text(at[0] + 7, at[1] + 3, label)
        parts.append(place)
    return Card(
        chapter=9,
        title="Surprise is the loss",
        section="How wrong is a guess?",
        alt="A curve that falls from high on the left to zero on the right: the surprise is "
        f"{-log(sure):.2f} at p = {sure}, {-log(unsure):.2f} at p = {unsure}, and "
        f"{-log(blind):.2f} for a blind guess.",
        parts=(
            line([(12, 4), (12, 90), (176, 90)], "line thin"),
            line(curve, "line loss heavy"),
            *parts,
            middle(12, 99, "0", "small quiet"),
            middle(172, 99, "1", "small quiet"),
            middle(92, 99, "p of what came", "small quiet"),
        ),
        sentences=(
            "A guess is judged by the probability it gave to what really came: the surprise "
            f"−log <i>p</i> is {-log(sure):.2f} at {sure} and {-log(unsure):.2f} at {unsure}.",
            f"A blind guess among {vocabulary} tokens costs {-log(blind):.2f}, and the loss is the "
            "mean of all surprises.",
        ),
    )


def rounds():
    run, window = load_canonical(), 50
    losses, blind = run.losses, log(run.model.vocab_size)
    count = len(losses)
    means = [sum(losses[i - window : i]) / window for i in range(window, count + 1)]
    last = sum(losses[-100:]) / 100
    x, y = scale(0, count, 4, 150), scale(1.2, 4.1, 94, 6)
    each = []
    for start in range(
        0, count, 8
    ):  # what a column of the picture can show: its lowest, its highest
        some = losses[start : start + 8]
        each += [(x(start), y(min(some))), (x(start + 4), y(max(some)))]
    return Card(
        chapter=9,
        title="A thousand rounds",
        section="The whole loop",
        alt=f"The losses of {count:,} rounds jump up and down; their mean falls from near the "
        f"{blind:.2f} of a blind guess to {last:.2f}.",
        parts=(
            line(each, "line hair"),
            line([(4, y(blind)), (150, y(blind))], "line dashed"),
            line(
                [(x(window + 10 * i), y(m)) for i, m in enumerate(means[::10])], "line data heavy"
            ),
            text(154, y(blind) + 3, f"{blind:.2f}"),
            text(154, y(blind) + 13, "blind", "small quiet"),
            text(154, y(last) + 3, f"{last:.2f}", "data bold"),
            text(154, y(last) + 13, "mean", "small quiet"),
            end(150, 98, f"round {count:,}", "small quiet"),
        ),
        sentences=(
            "A round takes one name: the way forward gives the loss, the way back a gradient for "
            f"each of {len(run.weights):,} parameters, and Adam moves them.",
            f"One loss is noise, but the mean falls from {blind:.2f}, a blind guess, to {last:.2f}.",
        ),
    )


def draw():
    prefix, seed, run = "em", 22, load_canonical()
    keys, values = run.model.new_cache()
    for position, id in enumerate(run.tokenizer.encode(prefix)[:-1]):
        logits = run.model(id, position, keys, values)
    who = [*run.tokenizer.chars, "BOS"]
    dart = random.Random(seed).random()
    x = scale(0, 1, 30, 152)
    parts, hits = [], {}
    for row, temperature in enumerate([0.5, 1, 2]):
        y = 23 + 27 * row
        ends = list(accumulate(softmax([logit.data / temperature for logit in logits])))
        starts = [0, *ends[:-1]]
        hit = next(i for i, stop in enumerate(ends) if stop > dart)
        hits[temperature] = who[hit]
        parts.append(text(0, y + 12, f"T {temperature}"))
        for i, (start, stop) in enumerate(zip(starts, ends)):
            left, width = x(start), x(stop) - x(start)
            if width > 0.4:
                parts.append(box(left, y, width, 16, "data" if i == hit else "piece"))
            if width > 8 and i != hit:
                parts.append(middle(left + width / 2, y + 11.5, who[i], "letter"))
        parts += [arrow((157, y + 8), (166, y + 8)), text(170, y + 11.5, who[hit], "letter bold")]
    said = ", ".join(f"{letter} at temperature {T:g}" for T, letter in hits.items())
    return Card(
        chapter=10,
        title="Throw a dart",
        section="Temperature",
        alt=f"The chances after {prefix} laid end to end, at three temperatures, and one dart at "
        f"{dart:.2f} through all of them: it hits {said}.",
        parts=(
            *parts,
            arrow((x(dart), 12), (x(dart), 97), "line grad"),
            end(x(dart) + 12, 9, f"dart {dart:.2f}", "small"),
        ),
        sentences=(
            f"Lay the probabilities after {code(prefix)} end to end and throw a dart: at "
            f"{dart:.2f} it hits {code(hits[1])}.",
            "A temperature T below one makes likely pieces wider and a T above one evens them out, "
            f"so the same dart hits {code(hits[0.5])} or {code(hits[2])}.",
        ),
    )


def large():
    shown = {name: total(MODELS[name].sizes) for name in ("microgpt", "gpt2", "gpt3")}
    x = scale(3, 12, 6, 172)
    words = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
    parts = []
    for power, word in words.items():
        at = (text, middle, middle, end)[list(words).index(power)]
        parts.append(line([(x(power), 4), (x(power), 86)], "line thin"))
        parts.append(at({3: 0, 12: 180}.get(power, x(power)), 97, word, "small quiet"))
    for row, (name, count) in enumerate(shown.items()):
        y, place = 14 + 28 * row, x(log(count, 10))
        side, away = (text, 8) if row == 0 else (end, -8)
        parts += [
            dot(place, y, "data", 3.6),
            side(place + away, y, MODELS[name].name, "bold halo"),
            side(place + away, y + 11, rounded(count), "halo"),
        ]
    ours, theirs = shown["microgpt"], shown["gpt2"]
    return Card(
        chapter=11,
        title="The same parts, larger",
        section="The same parts, larger",
        alt="Parameters on a scale where each line is a thousand times the one before: "
        + ", ".join(f"{MODELS[name].name} {rounded(n)}" for name, n in shown.items())
        + ".",
        parts=tuple(parts),
        sentences=(
            f"{MODELS['gpt2'].name} has your {ours:,} parameters {theirs / ours:,.0f} times over, in the same "
            "parts.",
            "Size, pieces of words as tokens, many cards and a training after the training make "
            "the difference, and the loop stays what it is.",
        ),
    )


def rounded(count):
    return f"{count:,}" if count < 1e9 else f"{count / 1e9:.0f} billion"


CARDS = [surprise, rounds, draw, large]
