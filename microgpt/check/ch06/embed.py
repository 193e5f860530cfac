"""Exercise 6.3: look it up."""

from ..draws import numbers
from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop, starts_list_in_loop

AFTER = {returns_in_loop: "return after the loop, not inside it."}


def added(one, other):
    return [x + y for x, y in zip(one, other)]


def by_rows(combine):
    """combine(row of wte, row of wpe) for each id."""
    return lambda ids, wte, wpe: [combine(wte[i], wpe[p]) for p, i in enumerate(ids)]


embed = by_rows(added)


def by_places(place):
    """The place of each id in the list is place(ids, number): a wrong one."""
    return lambda ids, wte, wpe: [
        added(wte[i], wpe[place(ids, number)]) for number, i in enumerate(ids)
    ]


def since_bos(ids, wte, wpe):
    """The place is counted from the last BOS, the largest id."""
    bos, places = len(wte) - 1, []
    for i in ids:
        places.append(0 if i == bos or not places else places[-1] + 1)
    return [added(wte[i], wpe[place]) for i, place in zip(ids, places)]


def of_result(change):
    return lambda ids, wte, wpe: change(embed(ids, wte, wpe))


def in_place(ids, wte, wpe):
    """It adds to the very rows of wte."""
    rows = []
    for place, i in enumerate(ids):
        for n, number in enumerate(wpe[place]):
            wte[i][n] += number
        rows.append(wte[i])
    return rows


def in_place_copied(ids, wte, wpe):
    """The rows of wte as they are after each step."""
    rows = []
    for place, i in enumerate(ids):
        wte[i][:] = added(wte[i], wpe[place])
        rows.append(list(wte[i]))
    return rows


def put_behind(ids, wte, wpe):
    """+= on a list puts the other one behind it."""
    rows = []
    for place, i in enumerate(ids):
        wte[i] += wpe[place]
        rows.append(wte[i])
    return rows


def restarted(ids, wte, wpe):
    """The list is made anew for each id."""
    for place, i in enumerate(ids):
        rows = [added(wte[i], wpe[place])]
    return rows


def flat(rows):
    return [number for row in rows for number in row]


def total(rows):
    return [sum(column) for column in zip(*rows)]


def mean(rows):
    return [sum(column) / len(column) for column in zip(*rows)]


def columns(table):
    return [list(column) for column in zip(*table)]


def ids_and_tables(rng):
    letters, places, width = rng.randint(2, 5), rng.randint(4, 6), rng.randint(1, 3)
    ids = [rng.randrange(letters) for _ in range(rng.randint(2, places))]
    tables = [[numbers(rng, width) for _ in range(rows)] for rows in (letters, places)]
    return ids, *tables


EMBED = Function(
    "ex-06-3",
    "embed(ids, wte, wpe)",
    start="walk through ids with enumerate: it gives the place and the id, and so the two rows to add.",
    right=embed,
    more=ids_and_tables,
    cases=[
        Case(
            "two ids",
            ([1, 0], [[1, 2], [3, 4]], [[10, 20], [30, 40]]),
            [[13, 24], [31, 42]],
        ),
        Case("one id", ([2], [[1], [2], [5]], [[10], [20]]), [[15]]),
        Case(
            "the same id at three places",
            ([1, 1, 1], [[0, 7], [2, -1]], [[1, 1], [2, 3], [-5, 0]]),
            [[3, 0], [4, 2], [-3, -1]],
        ),
        Case(
            "many digits",
            (
                [0, 2],
                [[0.371, -1.218], [9, 9], [-2.404, 0.55]],
                [[0.0625, 1.75], [1.93, -0.583]],
            ),
            [[0.4335, 0.532], [-0.474, -0.033]],
        ),
        Case(
            "emma, with BOS at both ends",
            (
                [3, 1, 2, 2, 0, 3],
                [[0.1, 0], [0.2, 0], [0.3, 0], [0.4, 0]],
                [[0, 1], [0, 2], [0, 3], [0, 4], [0, 5], [0, 6]],
            ),
            [[0.4, 1], [0.2, 2], [0.3, 3], [0.3, 4], [0.1, 5], [0.4, 6]],
        ),
        Case(
            "rows of zeros, and vectors of three numbers",
            ([0, 1], [[1, 2, 3], [0, 0, 0]], [[0, 0, 0], [4, 5, 6]]),
            [[1, 2, 3], [4, 5, 6]],
        ),
        Case("no ids", ([], [[1, 2], [3, 4]], [[5, 6]]), []),
    ],
    mistakes=[
        Mistake(
            "that is the row of wte alone; add the row of wpe for the place.",
            by_rows(lambda token, place: token),
        ),
        Mistake(
            "that is the row of wpe alone; add it to the row of wte for the id.",
            by_rows(lambda token, place: place),
        ),
        Mistake(
            "the row of wpe is chosen by the id; choose it by the place in the list.",
            by_places(lambda ids, n: ids[n]),
        ),
        Mistake(
            "the row of wte is chosen by the place; choose it by the id.",
            lambda ids, wte, wpe: [added(wte[n], wpe[n]) for n in range(len(ids))],
        ),
        Mistake(
            "the two tables are mixed up: wte has a row for each id, wpe one for each place.",
            lambda ids, wte, wpe: [added(wpe[i], wte[n]) for n, i in enumerate(ids)],
        ),
        Mistake(
            "the places are counted from 1; the first place is 0.",
            by_places(lambda ids, n: n + 1),
            lambda ids, wte, wpe: [added(wte[i], row) for i, row in zip(ids, wpe[1:])],
        ),
        Mistake(
            "the places are counted from the end; the first place is 0.",
            by_places(lambda ids, n: len(ids) - 1 - n),
            by_places(lambda ids, n: -1 - n),
        ),
        Mistake(
            "the places start one too early, at the last row of wpe; the first place is 0.",
            by_places(lambda ids, n: n - 1),
        ),
        Mistake(
            "the place does not move on; each id has a place of its own.",
            by_places(lambda ids, n: 0),
        ),
        Mistake(
            "every id gets the row of wpe for the last place; each has a place of its own.",
            by_places(lambda ids, n: -1),
            by_places(lambda ids, n: len(ids) - 1),
        ),
        Mistake(
            "index finds the first place at which an id stands; an id that comes again has a place of its own.",
            by_places(lambda ids, n: ids.index(ids[n])),
        ),
        Mistake(
            "the places count how often an id has come; they count the ids before it.",
            by_places(lambda ids, n: ids[:n].count(ids[n])),
        ),
        Mistake(
            "the places start again at BOS, or at the largest id; they count all ids before.",
            since_bos,
        ),
        Mistake(
            "the ids are counted from 1; the first row of wte belongs to the id 0.",
            lambda ids, wte, wpe: [added(wte[i - 1], wpe[n]) for n, i in enumerate(ids)],
        ),
        Mistake(
            "you took the columns of the tables; an id, or a place, chooses a row.",
            lambda ids, wte, wpe: embed(ids, columns(wte), columns(wpe)),
            lambda ids, wte, wpe: embed(ids, columns(wte), wpe),
            lambda ids, wte, wpe: embed(ids, wte, columns(wpe)),
            lambda ids, wte, wpe: [
                added([row[i] for row in wte], [row[n] for row in wpe]) for n, i in enumerate(ids)
            ],
        ),
        Mistake(
            "+ puts one list behind the other; add their numbers, pair by pair.",
            by_rows(lambda token, place: token + place),
        ),
        Mistake(
            "the two numbers of each pair stand side by side; add them.",
            by_rows(lambda token, place: list(zip(token, place))),
            by_rows(lambda token, place: [token, place]),
        ),
        Mistake(
            "you multiplied the numbers of the two rows; add them.",
            by_rows(lambda token, place: [x * y for x, y in zip(token, place)]),
        ),
        Mistake(
            "you took the row of wpe away; add it.",
            by_rows(lambda token, place: [x - y for x, y in zip(token, place)]),
        ),
        Mistake(
            "you took the row of wte away; add it.",
            by_rows(lambda token, place: [y - x for x, y in zip(token, place)]),
        ),
        Mistake(
            "that is the mean of the two rows; their sum is asked for.",
            by_rows(lambda token, place: [(x + y) / 2 for x, y in zip(token, place)]),
        ),
        Mistake(
            "that is the larger number of each pair; add the two.",
            by_rows(lambda token, place: list(map(max, token, place))),
        ),
        Mistake(
            "you added every number of one row to every number of the other; add them pair by pair.",
            by_rows(lambda token, place: [x + y for x in token for y in place]),
            by_rows(lambda token, place: [[x + y for y in place] for x in token]),
        ),
        Mistake(
            "the first number of the row of wpe is added everywhere; add the numbers pair by pair.",
            by_rows(lambda token, place: [x + place[0] for x in token]),
        ),
        Mistake(
            "the place itself is added; add the row of wpe for it.",
            lambda ids, wte, wpe: [[x + n for x in wte[i]] for n, i in enumerate(ids)],
        ),
        Mistake(
            "the id itself is added; take the row of wte for it.",
            lambda ids, wte, wpe: [[x + i for x in wpe[n]] for n, i in enumerate(ids)],
        ),
        Mistake(
            "each row is added up to one number; keep the numbers of the vector apart.",
            by_rows(lambda token, place: sum(token) + sum(place)),
            by_rows(lambda token, place: [sum(token) + sum(place)]),
        ),
        Mistake(
            "that is the dot product of the two rows; add them number by number.",
            by_rows(lambda token, place: sum(x * y for x, y in zip(token, place))),
        ),
        Mistake(
            "only the first number of each vector is there.",
            by_rows(lambda token, place: [token[0] + place[0]]),
            by_rows(lambda token, place: token[0] + place[0]),
            because=AFTER,
        ),
        Mistake(
            "only the last number of each vector is there.",
            by_rows(lambda token, place: [token[-1] + place[-1]]),
            by_rows(lambda token, place: token[-1] + place[-1]),
        ),
        Mistake(
            "the last number of each vector is missing.",
            by_rows(lambda token, place: added(token, place)[:-1]),
        ),
        Mistake(
            "the first number of each vector is missing.",
            by_rows(lambda token, place: added(token, place)[1:]),
        ),
        Mistake(
            "the vectors are added up; return one vector for each id.",
            of_result(total),
            of_result(lambda rows: [total(rows)]),
        ),
        Mistake(
            "that is the mean of the vectors; return one vector for each id.",
            of_result(mean),
            of_result(lambda rows: [mean(rows)]),
        ),
        Mistake(
            "that is the first vector alone; return one for each id.",
            of_result(lambda rows: rows[0]),
            of_result(lambda rows: rows[0] if rows else None),
            of_result(lambda rows: rows[0] if rows else []),
            because=AFTER,
        ),
        Mistake(
            "the list holds the first vector alone; put one in for each id.",
            of_result(lambda rows: rows[:1]),
            of_result(lambda rows: rows[:1] or None),
            because=AFTER,
        ),
        Mistake(
            "that is the last vector alone; return one for each id.",
            of_result(lambda rows: rows[-1]),
            of_result(lambda rows: rows[-1] if rows else []),
            lambda ids, wte, wpe: restarted(ids, wte, wpe)[0],
        ),
        Mistake(
            "the list holds the last vector alone; put one in for each id.",
            of_result(lambda rows: rows[-1:]),
            restarted,
            because={starts_list_in_loop: "start the list once, before the loop."},
        ),
        Mistake(
            "the vectors make one long list; give each id a list of its own.",
            of_result(flat),
        ),
        Mistake(
            "the vectors of earlier ids are added to the later ones; start afresh for each id.",
            of_result(lambda rows: [total(rows[: n + 1]) for n in range(len(rows))]),
        ),
        Mistake(
            "one and the same list stands there for every id; make a new one for each.",
            of_result(lambda rows: rows[-1:] * len(rows)),
            of_result(lambda rows: [total(rows)] * len(rows)),
            of_result(lambda rows: [flat(rows)] * len(rows)),
        ),
        Mistake(
            "each vector is appended more than once; append it when it is complete.",
            of_result(lambda rows: [row for row in rows for _ in row]),
        ),
        Mistake(
            "the row of wte is added to itself; add the row of wpe for the place.",
            by_rows(lambda token, place: added(token, token)),
        ),
        Mistake(
            "the row of wpe is added to itself; add it to the row of wte for the id.",
            by_rows(lambda token, place: added(place, place)),
        ),
        Mistake(
            "+= on a list puts the other one behind it, into the table itself; add the numbers, in a new list.",
            put_behind,
        ),
        Mistake(
            "an id that comes again is left out; return one vector for each id of the list.",
            lambda ids, wte, wpe: embed(list(dict.fromkeys(ids)), wte, wpe),
            lambda ids, wte, wpe: [
                added(wte[i], wpe[n]) for n, i in enumerate(ids) if i not in ids[:n]
            ],
            lambda ids, wte, wpe: embed(sorted(set(ids)), wte, wpe),
            lambda ids, wte, wpe: {i: added(wte[i], wpe[n]) for n, i in enumerate(ids)},
        ),
        Mistake(
            "the ids are sorted; keep their order.",
            lambda ids, wte, wpe: embed(sorted(ids), wte, wpe),
        ),
        Mistake(
            "the id 0 is left out; it has a row like any other.",
            lambda ids, wte, wpe: [added(wte[i], wpe[n]) for n, i in enumerate(ids) if i],
            lambda ids, wte, wpe: embed([i for i in ids if i], wte, wpe),
        ),
        Mistake("the last id is missing.", lambda ids, wte, wpe: embed(ids[:-1], wte, wpe)),
        Mistake(
            "the first id is missing.",
            lambda ids, wte, wpe: [added(wte[i], wpe[n]) for n, i in enumerate(ids) if n],
            lambda ids, wte, wpe: embed(ids[1:], wte, wpe),
        ),
        Mistake(
            "you walk through the whole table; walk through ids.",
            lambda ids, wte, wpe: [added(token, place) for token, place in zip(wte, wpe)],
            lambda ids, wte, wpe: [added(wte[i], wpe[i]) for i in range(len(wte))],
        ),
        Mistake(
            "each id meets every place; an id has one place, where it stands in the list.",
            lambda ids, wte, wpe: [added(wte[i], row) for i in ids for row in wpe],
            lambda ids, wte, wpe: [[added(wte[i], row) for row in wpe] for i in ids],
            lambda ids, wte, wpe: [added(wte[i], wpe[n]) for i in ids for n in range(len(ids))],
        ),
        Mistake(
            "all rows of wpe up to the place are added; add the row of the place alone.",
            lambda ids, wte, wpe: [added(wte[i], total(wpe[: n + 1])) for n, i in enumerate(ids)],
        ),
        Mistake(
            "you add to the rows of wte themselves, so the same id brings its last place along; "
            "make a new list for each vector.",
            in_place,
            in_place_copied,
        ),
        Mistake(
            "each vector comes with its id or its place; return the vectors alone.",
            lambda ids, wte, wpe: list(zip(ids, embed(ids, wte, wpe))),
            of_result(lambda rows: list(enumerate(rows))),
            of_result(lambda rows: dict(enumerate(rows))),
        ),
        Mistake(
            "Python does not multiply or take away whole lists; add their numbers, pair by pair.",
            by_rows(lambda token, place: token * place),
            by_rows(lambda token, place: token - place),
        ),
    ],
)
