"""ex-12-1: place_of(state_dict, i)"""

from functools import partial
from itertools import accumulate, chain, count, islice

import numpy

from ..edits import edited, made

NAME = "place_of"
SOURCE = """
def place_of(state_dict, i):
    passed = 0
    for name, weights in state_dict.items():
        for r, row in enumerate(weights):
            for c, _ in enumerate(row):
                if passed == i:
                    return name, r, c
                passed += 1
"""
BY_SIZE = """
def place_of(state_dict, i):
    for name, weights in state_dict.items():
        columns = len(weights[0])
        size = len(weights) * columns
        if i < size:
            return name, i // columns, i % columns
        i -= size
"""
LISTED = """
def place_of(state_dict, i):
    places = [
        (name, r, c)
        for name, weights in state_dict.items()
        for r, row in enumerate(weights)
        for c, _ in enumerate(row)
    ]
    return places[i]
"""


def place_of(state_dict, i):
    for name, weights in state_dict.items():
        for r, row in enumerate(weights):
            if i < len(row):
                return name, r, i
            i -= len(row)


def with_divmod(state_dict, i):
    for name in state_dict:
        rows, columns = len(state_dict[name]), len(state_dict[name][0])
        if i < rows * columns:
            return name, *divmod(i, columns)
        i = i - rows * columns


def while_loop(state_dict, i):
    names = list(state_dict)
    while i >= sum(map(len, state_dict[names[0]])):
        i -= sum(map(len, state_dict[names[0]]))
        names.pop(0)
    row = 0
    while i >= len(state_dict[names[0]][row]):
        i -= len(state_dict[names[0]][row])
        row += 1
    return names[0], row, i


def recursive(state_dict, i):
    (name, weights), *rest = state_dict.items()
    size = len(weights) * len(weights[0])
    if i >= size:
        return recursive(dict(rest), i - size)
    return name, i // len(weights[0]), i % len(weights[0])


def generator(state_dict, i):
    places = (
        (name, r, c)
        for name, weights in state_dict.items()
        for r in range(len(weights))
        for c in range(len(weights[r]))
    )
    return next(islice(places, i, None))


def dictionary(state_dict, i):
    table, number = {}, count()
    for name, weights in state_dict.items():
        for r, row in enumerate(weights):
            for c in range(len(row)):
                table[next(number)] = (name, r, c)
    return table[i]


def with_numpy(state_dict, i):
    sizes = [numpy.size(weights) for weights in state_dict.values()]
    at = int(numpy.searchsorted(numpy.cumsum(sizes), i, side="right"))
    name = list(state_dict)[at]
    place = numpy.unravel_index(i - sum(sizes[:at]), numpy.shape(state_dict[name]))
    return name, *map(int, place)


def accumulated(state_dict, i):
    names = list(state_dict)
    ends = list(accumulate(len(w) * len(w[0]) for w in state_dict.values()))
    at = next(k for k, end in enumerate(ends) if i < end)
    inside = i - (ends[at - 1] if at else 0)
    columns = len(state_dict[names[at]][0])
    return names[at], inside // columns, inside % columns


def chained(state_dict, i):
    rows = chain.from_iterable(
        ((name, r, len(row)) for r, row in enumerate(weights))
        for name, weights in state_dict.items()
    )
    for name, r, length in rows:
        if i < length:
            return name, r, i
        i -= length


class Place:
    def __call__(self, state_dict, i):
        return place_of(state_dict, i)


RIGHT = [
    made(SOURCE, NAME),
    made(BY_SIZE, NAME),
    made(LISTED, NAME),
    place_of,
    with_divmod,
    while_loop,
    recursive,
    generator,
    dictionary,
    with_numpy,
    accumulated,
    chained,
    Place(),
    partial(place_of),
    edited(LISTED, NAME, ("return places[i]", "return list(places[i])")),
    edited(
        SOURCE,
        NAME,
        ("passed = 0", "passed = -1"),
        (
            "                if passed == i:\n                    return name, r, c\n                passed += 1",
            "                passed += 1\n                if passed == i:\n                    return name, r, c",
        ),
    ),
]

kept = []


def keeps(state_dict, i):
    kept.append(1)
    name, r, c = place_of(state_dict, i)
    return name, r, c + len(kept) - 1


def eats(state_dict, i):
    for name in list(state_dict):
        weights = state_dict.pop(name)
        if i < len(weights) * len(weights[0]):
            return name, i // len(weights[0]), i % len(weights[0])
        i -= len(weights) * len(weights[0])


def counted(*changes):
    return edited(SOURCE, NAME, *changes)


def sized(*changes):
    return edited(BY_SIZE, NAME, *changes)


def listed(*changes):
    return edited(LISTED, NAME, *changes)


PLACE, END = "(name, r, c)", "return places[i]"
IN_ROW = "return name, i // columns, i % columns"

WRONG = [
    (counted(("name, r, c\n", "name, c, r\n")), "row and column are exchanged"),
    (sized((IN_ROW, "return name, i % columns, i // columns")), "row and column are exchanged"),
    (listed((PLACE, "(r, c, name)")), "the name comes first"),
    (listed((PLACE, "(r, c)")), "the name is missing"),
    (listed((PLACE, "name")), "that is the name alone"),
    (listed((PLACE, "(name, c)")), "the row is missing"),
    (listed((PLACE, "(name, r)")), "the column is missing"),
    (listed((PLACE, "(name, r + 1, c + 1)")), "row and column are counted from 1"),
    (listed((PLACE, "(name, r + 1, c)")), "the row is counted from 1"),
    (listed((PLACE, "(name, r, c + 1)")), "the column is counted from 1"),
    (listed((PLACE, "row[c]")), "that is the number that stands there"),
    (listed((PLACE, "(name, row[c])")), "the number that stands there is returned with"),
    (sized((IN_ROW, "return name, i")), "counted through; make row and column"),
    (listed((END, "return places[i - 1]")), "one parameter too early"),
    (counted(("passed = 0", "passed = 1")), "one parameter too early"),
    (listed((END, "return places[i + 1] if i + 1 < len(places) else None")), "too late"),
    (counted(("passed = 0", "passed = -1")), "too late"),
    (listed((END, "return places[-i - 1]")), "counts from the end"),
    (listed((END, "return places[-i]")), "counts from the end"),
    (listed((END, "return places[::-1][i]")), "counts from the end"),
    (
        listed(
            ("for r, row in enumerate(weights)", "for c in range(len(weights[0]))"),
            ("for c, _ in enumerate(row)", "for r in range(len(weights))"),
        ),
        "goes down the columns",
    ),
    (listed((END, "return sorted(places)[i]")), "sorted by their names"),
    (listed(("state_dict.items()", "sorted(state_dict.items())")), "sorted by their names"),
    (listed(("state_dict.items()", "reversed(state_dict.items())")), "in reverse order"),
    (
        sized((IN_ROW, "return name, i // len(weights), i % len(weights)")),
        "divide by the number of columns",
    ),
    (sized(("        i -= size\n", "")), "never taken off i"),
    (sized(("if i < size", "if i <= size")), "`<`, not `<=`"),
    (
        sized(("        if i < size:\n            return", "        return")),
        "only the first matrix",
    ),
    (
        listed(
            (PLACE, "(name, r, 0)"),
            ("\n        for c, _ in enumerate(row)", ""),
            (END, "return places[i] if i < len(places) else None"),
        ),
        "i counts rows",
    ),
    (
        made(
            """
            def place_of(state_dict, i):
                names = list(state_dict)
                return (names[i], 0, 0) if i < len(names) else None
            """,
            NAME,
        ),
        "i counts matrices",
    ),
    (sized((IN_ROW, "return name, i // columns, i")), "the column counts on"),
    (
        made(
            """
            def place_of(state_dict, i):
                row_number = 0
                for name, weights in state_dict.items():
                    for row in weights:
                        if i < len(row):
                            return name, row_number, i
                        i -= len(row)
                        row_number += 1
            """,
            NAME,
        ),
        "the row counts on",
    ),
    (listed((PLACE, "(list(state_dict).index(name), r, c)")), "return its name"),
    (
        listed(
            (PLACE, "(row[c], name, r, c)"),
            (END, "return next(p[1:] for p in places if p[0] == places[i][0])"),
        ),
        "numbers may be equal",
    ),
    (keeps, None),
    (eats, "work on a copy"),
    (lambda i, state_dict: place_of(state_dict, i), "arrive in the order of"),
    (lambda state_dict: ("wte", 0, 0), "does not start"),
    (("wte", 0, 0), "not a function"),
    (listed((END, "return str(places[i])")), None),
    (listed((END, "return [places[i]]")), "one list too many"),
    (listed((END, "places[i]")), "no return in it has a value"),
    (listed((END, "print(places[i])")), "it prints, and hands nothing back"),
    (listed((END, "return {'name': places[i]}")), None),
    (sized(("        i -= size", "        i += size")), None),
    (sized(("i // columns", "i / columns")), None),
    (counted(("                passed += 1", "            passed += 1")), "i counts rows"),
]
