"""Chapter 06: ids, and the vectors that they pick."""

from microgpt.canonical import load_canonical
from microgpt.nn import dot as dot_product

from .card import Card, code, minus
from .draw import arrow, box, curve, line, middle, scale, text

NAME = "emma"


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
        f"There are {len(ids) - 1} arrows, from each to the next.",
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


def cosine(a, b):
    return dot_product(a, b) / (dot_product(a, a) * dot_product(b, b)) ** 0.5


CARDS = [tokens, vectors]
