"""Chapters 00 to 02: the guess, the dot product, the slope."""

from microgpt.canonical import load_canonical
from microgpt.nn import dot as dot_product

from .card import Card, code, minus, percent, together
from .draw import arrow, box, dot, end, line, middle, scale, steps, text


def guess():
    prefix, run = "em", load_canonical()
    chances = sorted(run.chances(prefix).items(), key=lambda one: -one[1])
    best, others = chances[:4], chances[4:]
    bars = [*best, (f"{len(others)} others", sum(p for _, p in others))]
    length = scale(0, 1, 0, 130)
    rows = []
    for i, (who, p) in enumerate(bars):
        y = 8 + 19 * i
        rows += [
            end(102, y + 9, who, "letter" if i < 4 else "small quiet"),
            box(107, y, length(p), 11, "data" if i < 4 else "ink faint"),
            text(110 + length(p), y + 9, percent(p)),
        ]
    letters = []
    for i, letter in enumerate([*prefix, "?"]):
        letters.append(box(2 + 18 * i, 39, 16, 22, "box dashed" if letter == "?" else "box"))
        letters.append(middle(10 + 18 * i, 54, letter, "letter token bold"))
    (first, top), *_ = best
    ranked = ", ".join(f"{who} {percent(p)}" for who, p in bars)
    return Card(
        chapter=0,
        title="One guess after another",
        section="From one guess to a whole text",
        alt=f"After {prefix}, the chances of the next letter as bars: {ranked}.",
        parts=(*letters, arrow((58, 50), (70, 50)), *rows),
        sentences=(
            f"After {code(prefix)}, the trained model gives each of {len(chances)} tokens a "
            f"probability, and the most, {percent(top)}, to {code(first)}.",
            "It draws one, puts it behind the text, and guesses again until it draws the end.",
        ),
    )


def products():
    emma, weights = [2, 2, 1], [-1, 2, 3]
    plus, each = " + ", [a * b for a, b in zip(emma, weights)]
    total = round(dot_product(emma, weights))
    place = scale(0, 5, 124, 166)
    rows = []
    for i, (what, a, b, product) in enumerate(
        zip(["consonants", "vowels", "double letters"], emma, weights, each)
    ):
        y = 17 + 22 * i
        rows += [
            text(0, y, what, "small quiet"),
            middle(75, y, f"{a} · {minus(b)}"),
            *bar(place, y, product, "pos" if product > 0 else "neg"),
        ]
    return Card(
        chapter=1,
        title="Multiply pairs, then add up",
        section="The dot product",
        alt=f"The three numbers of emma times three weights: {', '.join(map(minus, each))}. "
        f"Added up they are {total}.",
        parts=(
            *rows,
            line([(0, 72), (180, 72)], "line thin"),
            text(0, 87, "added up", "small"),
            *bar(place, 87, total, "data", "bold"),
            line([(124, 4), (124, 94)], "line thin"),
        ),
        sentences=(
            "The dot product makes one number of two lists: "
            f"{together(f'{plus.join(map(minus, each))} = {total}')} is the score of "
            f"{code('emma')}.",
            "A matrix does this once for each of its rows, and so turns a list into another list.",
        ),
    )


def bar(place, y, value, looks, text_looks=""):
    left, right = sorted([place(0), place(value)])
    return [
        box(left, y - 9, right - left, 11, looks),
        end(180, y, minus(value), text_looks),
    ]


def slope():
    def square(x):
        return x**2

    at, nudges = 3, [1, 0.1, 0.01]
    slopes = [round((square(at + h) - square(at)) / h, 6) for h in nudges]
    limit = round((square(at + 1e-6) - square(at)) / 1e-6, 3)
    x, y = scale(1.7, 4.4, 2, 96), scale(1.5, 19, 96, 4)
    curve = line([(x(a), y(square(a))) for a in steps(1.7, 4.35, 30)], "line data heavy")

    def through(slope, low, high, looks):
        return line([(x(a), y(square(at) + slope * (a - at))) for a in (low, high)], looks)

    table = [end(134, 22, "nudge", "small quiet"), end(174, 22, "slope", "small quiet")]
    for i, (h, found) in enumerate(zip(nudges, slopes)):
        row = 37 + 15 * i
        table += [end(134, row, minus(h)), end(174, row, minus(found))]
    return Card(
        chapter=2,
        title="Nudge it, and watch",
        section="Smaller nudges",
        alt=f"The curve of x squared at {at}, with a line through two of its points and the line "
        f"that touches it. For the nudges {', '.join(map(minus, nudges))} the slopes are "
        f"{', '.join(map(minus, slopes))}; they close in on {limit:g}.",
        parts=(
            line([(2, 96), (96, 96)], "line thin"),
            curve,
            through(slopes[0], 2.3, 4.3, "line dashed"),
            through(limit, 2, 4.4, "line grad"),
            dot(x(at), y(square(at)), "ink"),
            dot(x(at + 1), y(square(at + 1)), "ink", 2),
            *table,
            line([(108, 73), (176, 73)], "line thin"),
            end(134, 88, "→ 0", "quiet"),
            end(174, 88, minus(limit), "grad bold"),
        ),
        sentences=(
            "A slope is the change of the output divided by the nudge: for "
            f"<i>x</i>² at {at} it is {slopes[0]:g}, then {slopes[1]:g}, then {slopes[2]:g}.",
            f"As the nudge shrinks it closes in on {limit:g}, the derivative, which says how fast "
            "the output answers here.",
        ),
    )


CARDS = [guess, products, slope]
