"""Exercise 12.1: where in the state_dict a parameter stands."""

from ..compare import plain
from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop


def places(state_dict):
    """(name, row, column) of all parameters, in the order of the program's `params`."""
    return [
        (name, r, c)
        for name, weights in state_dict.items()
        for r, row in enumerate(weights)
        for c in range(len(row))
    ]


def place_of(state_dict, i):
    return places(state_dict)[i]


def told(change):
    """The right place, told otherwise: change(state_dict, name, row, column)."""
    return lambda state_dict, i: change(state_dict, *place_of(state_dict, i))


def by(choose):
    """The parameter that is found when `choose` says which one is looked for."""

    def find(state_dict, i):
        found = places(state_dict)
        at = choose(state_dict, i)
        return found[at] if -len(found) <= at < len(found) else None

    return find


def ordered(key):
    """Counted through the parameters in another order."""
    return lambda state_dict, i: sorted(places(state_dict), key=key)[i]


def by_columns(state_dict, i):
    order = list(state_dict)
    return ordered(lambda place: (order.index(place[0]), place[2], place[1]))(state_dict, i)


def before(state_dict, name):
    """How many numbers the matrices before this one have."""
    return [place[0] for place in places(state_dict)].index(name)


def divided(rows_for_columns):
    """Goes matrix by matrix, and divides by a side of it."""

    def divide(state_dict, i):
        for name, weights in state_dict.items():
            rows, columns = len(weights), len(weights[0])
            if i < rows * columns:
                side = rows if rows_for_columns else columns
                return name, i // side, i % side
            i -= rows * columns
        return None

    return divide


def in_first(state_dict, i):
    """Never takes off the numbers of the matrices that it passes."""
    for name, weights in state_dict.items():
        columns = len(weights[0])
        if i < len(weights) * columns:
            return name, i // columns, i % columns
    return None


def too_late(state_dict, i):
    """Takes a matrix for the right one also when i is as large as it: `<=` in place of `<`."""
    for name, weights in state_dict.items():
        size, columns = len(weights) * len(weights[0]), len(weights[0])
        if i <= size:
            return name, i // columns, i % columns
        i -= size
    return None


def only_first(state_dict, i):
    name, weights = next(iter(state_dict.items()))
    columns = len(weights[0])
    return name, i // columns, i % columns


def by_rows(state_dict, i):
    """Takes i for the number of a row."""
    rows = [(name, r, 0) for name, weights in state_dict.items() for r in range(len(weights))]
    return rows[i] if i < len(rows) else None


def by_matrices(state_dict, i):
    names = list(state_dict)
    return (names[i], 0, 0) if i < len(names) else None


def column_never_reset(state_dict, i):
    """The column counts on through the rows of a matrix."""
    name, _, _ = place_of(state_dict, i)
    inside = i - before(state_dict, name)
    return name, inside // len(state_dict[name][0]), inside


def row_counts_on(state_dict, name, r, c):
    names = list(state_dict)
    return name, r + sum(len(state_dict[one]) for one in names[: names.index(name)]), c


def drawn(rng):
    names = rng.sample(
        ["wte", "wpe", "lm_head", "attn_wq", "mlp_fc1", "mlp_fc2"], rng.randint(2, 4)
    )
    state_dict = {}
    for name in names:
        rows, columns = rng.randint(2, 4), rng.randint(2, 5)
        state_dict[name] = [[rng.randint(-9, 9) / 10 for _ in range(columns)] for _ in range(rows)]
    return state_dict, rng.randrange(len(places(state_dict)))


TWO = {"wte": [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]], "wpe": [[0.7, 0.8], [0.9, 1.0], [1.1, 1.2]]}
THREE = {"b": [[5, 5]], "a": [[5, 5, 5], [5, 5, 5]], "c": [[5], [5], [5], [5]]}

PLACE_OF = Function(
    "ex-12-1",
    "place_of(state_dict, i)",
    start="go through the matrices, their rows and their numbers as the line does, and count.",
    right=place_of,
    more=drawn,
    drawn="matrices",
    cases=[
        Case("in the second matrix", (TWO, 9), plain(("wpe", 1, 1))),
        Case("the very first", (TWO, 0), plain(("wte", 0, 0))),
        Case("in the first matrix", (TWO, 4), plain(("wte", 1, 1))),
        Case("the last of a row", (TWO, 2), plain(("wte", 0, 2))),
        Case("the first of a matrix", (TWO, 6), plain(("wpe", 0, 0))),
        Case("equal numbers, names in another order", (THREE, 6), plain(("a", 1, 1))),
        Case("one column", (THREE, 11), plain(("c", 3, 0))),
    ],
    mistakes=[
        Mistake(
            "row and column are exchanged; the row comes before the column.",
            told(lambda state_dict, name, r, c: (name, c, r)),
        ),
        Mistake(
            "the name comes first, then row and column.", told(lambda _, name, r, c: (r, c, name))
        ),
        Mistake(
            "the name is missing; return name, row and column.", told(lambda _, name, r, c: (r, c))
        ),
        Mistake(
            "that is the name alone; row and column belong to it.", told(lambda _, name, r, c: name)
        ),
        Mistake(
            "the row is missing; return name, row and column.",
            told(lambda _, name, r, c: (name, c)),
        ),
        Mistake(
            "the column is missing; return name, row and column.",
            told(lambda _, name, r, c: (name, r)),
        ),
        Mistake(
            "row and column are counted from 1; count from 0.",
            told(lambda _, name, r, c: (name, r + 1, c + 1)),
        ),
        Mistake(
            "the row is counted from 1; count from 0.", told(lambda _, name, r, c: (name, r + 1, c))
        ),
        Mistake(
            "the column is counted from 1; count from 0.",
            told(lambda _, name, r, c: (name, r, c + 1)),
        ),
        Mistake(
            "that is the number that stands there; its place is asked for.",
            told(lambda state_dict, name, r, c: state_dict[name][r][c]),
        ),
        Mistake(
            "the number that stands there is returned with the name; return row and column.",
            told(lambda state_dict, name, r, c: (name, state_dict[name][r][c])),
        ),
        Mistake(
            "that is the name and the place within the matrix, counted through; make row and column of it.",
            lambda state_dict, i: (
                place_of(state_dict, i)[0],
                i - before(state_dict, place_of(state_dict, i)[0]),
            ),
        ),
        Mistake(
            "that is one parameter too early; the first one has the number 0.",
            by(lambda state_dict, i: i - 1),
            lambda state_dict, i: place_of(state_dict, i - 1) if i else None,
            lambda state_dict, i: place_of(state_dict, max(0, i - 1)),
        ),
        Mistake(
            "that is one parameter too late; the first one has the number 0.",
            by(lambda state_dict, i: i + 1),
        ),
        Mistake(
            "it counts from the end; the first one has the number 0.",
            by(lambda state_dict, i: -1 - i),
            by(lambda state_dict, i: -i),
        ),
        Mistake(
            "it goes down the columns; a row is finished before the next one begins.",
            by_columns,
        ),
        Mistake(
            "the matrices are sorted by their names; they come in the order of the dictionary.",
            ordered(lambda place: place),
        ),
        Mistake(
            "the matrices come in reverse order.",
            lambda state_dict, i: place_of(dict(reversed(state_dict.items())), i),
        ),
        Mistake(
            "you divide by the number of rows; divide by the number of columns, the length of a row.",
            divided(rows_for_columns=True),
        ),
        Mistake(
            "the numbers of the matrices before are never taken off i; go on with i minus their size.",
            in_first,
        ),
        Mistake(
            "a matrix of n numbers has those from 0 to n - 1; number n is the first of the next one: `<`, not `<=`.",
            too_late,
        ),
        Mistake(
            "only the first matrix is looked at; when i is larger than it, go on to the next.",
            only_first,
            because={returns_in_loop: "the return has to wait until the right one is found."},
        ),
        Mistake("i counts rows here; it counts numbers.", by_rows),
        Mistake("i counts matrices here; it counts numbers.", by_matrices),
        Mistake(
            "the column counts on from row to row; it begins at 0 in each row.",
            column_never_reset,
        ),
        Mistake(
            "the row counts on from matrix to matrix; it begins at 0 in each matrix.",
            told(row_counts_on),
        ),
        Mistake(
            "the place of the matrix is returned; return its name.",
            told(lambda state_dict, name, r, c: (list(state_dict).index(name), r, c)),
        ),
        Mistake(
            "the first place with an equal number is returned; numbers may be equal, so count.",
            lambda state_dict, i: next(
                (name, r, c)
                for name, r, c in places(state_dict)
                if state_dict[name][r][c]
                == (lambda n, a, b: state_dict[n][a][b])(*place_of(state_dict, i))
            ),
        ),
    ],
)
