"""The ladder's rungs, and what differs between one program and the next: lines gone, new, or moved.

The programs themselves are `ladder/train0.py` to `train5.py`. All that is said of a rung, and each view of it, is made
from its text and from this file.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

MARKER = re.compile(r" *# --- (\w+): (.+) ---$")

LEAST_MOVED = 50
"""How many letters a block needs to count as moved; anything shorter may be the same by chance."""

LEAST_ALIKE = 0.5
"""Which share of two lines has to be the same for the one to count as the other, changed."""


@dataclass(frozen=True)
class Rung:
    """What a rung is called, its one new idea as its program's first line says it, and the region that holds it."""

    title: str
    idea: str
    region: str


RUNGS = {
    "train0": Rung("counts", "Count which letter follows which.", "model"),
    "train1": Rung(
        "by hand",
        "A small network in place of the table, its gradients worked out by hand.",
        "gradients",
    ),
    "train2": Rung(
        "Value",
        "The same network, and numbers that work out their gradients themselves.",
        "value",
    ),
    "train3": Rung("attention", "A token looks back at the tokens before it.", "attention"),
    "train4": Rung("heads", "Several heads, and a loop over the layers.", "attention"),
    "train5": Rung("Adam", "Each parameter gets a step size of its own.", "optimizer"),
}


@dataclass(frozen=True)
class Row:
    """One line of a comparison; `old` and `new` are its numbers in the two programs, None where it is not there.

    `sign` is " " for a line that stays, "-" for one that is gone, "+" for one that is new, and ">" for one that has
    moved: it stands at both places, without `new` where it was and without `old` where it is. `partner` is then its
    number at the other place.
    """

    sign: str
    old: int | None
    new: int | None
    partner: int | None = None


@dataclass(frozen=True)
class Region:
    """A region of a program: its name, the number of its first line, its lines without empty ones at the end."""

    name: str
    first: int
    lines: list[str]


@dataclass(frozen=True)
class Change:
    """A region in a comparison: `status` is "same", "changed", "new" or "gone"."""

    region: str
    status: str
    rows: list[Row]


def regions(lines) -> list[Region]:
    """The regions of a program, each from its marker on. What stands before the first belongs to none.

    >>> regions(["import math", "# --- data: names ---", "docs = []", "", "# --- model: a table ---"])
    [Region(name='data', first=2, lines=['# --- data: names ---', 'docs = []']), \
Region(name='model', first=5, lines=['# --- model: a table ---'])]
    """
    starts = [(i, match[1]) for i, line in enumerate(lines) if (match := MARKER.match(line))]
    ends = [i for i, _ in starts[1:]] + [len(lines)]
    found = []
    for (start, name), end in zip(starts, ends):
        while not lines[end - 1].strip():
            end -= 1
        found.append(Region(name, start + 1, lines[start:end]))
    return found


def compare(old, new) -> list[Change]:
    """What changes from one program to the next, both given as lists of lines, region by region.

    >>> before = ["# --- model: a table ---", "counts = [0, 0, 0]"]
    >>> after = ["# --- model: a table ---", "counts = [1, 1, 1]"]
    >>> [change] = compare(before, after)
    >>> change.status, "".join(row.sign for row in change.rows)
    ('changed', ' -+')
    """
    before = {region.name: region for region in regions(old)}
    after = {region.name: region for region in regions(new)}
    pairs = _paired(list(before), list(after))
    compared = [(name, _rows(before.get(name), after.get(name))) for name in pairs]
    moved = _moved([row for _, rows in compared for row in rows], old, new)
    return [
        Change(name, _status(rows), [moved.get((row.old, row.new), row) for row in rows])
        for name, rows in compared
    ]


def changed(change, old, new) -> list[tuple[int, int]]:
    """The numbers of each line that is gone and of the new one that it has become, the likest pairs first.

    >>> before = ["# --- model: a table ---", "counts = [0, 0, 0]", "total = 0"]
    >>> after = ["# --- model: a table ---", "counts = [1, 1, 1]", "print(counts)"]
    >>> [change] = compare(before, after)
    >>> changed(change, before, after)
    [(2, 2)]
    """
    gone = [row.old for row in change.rows if row.sign == "-" and old[row.old - 1].strip()]
    come = [row.new for row in change.rows if row.sign == "+" and new[row.new - 1].strip()]
    alike = [(_alike(old[a - 1], new[b - 1]), a, b) for a in gone for b in come]
    pairs = {}
    for share, a, b in sorted(alike, key=lambda one: -one[0]):
        if share >= LEAST_ALIKE and a not in pairs and b not in pairs.values():
            pairs[a] = b
    return list(pairs.items())


def _alike(one, other):
    """Which share of two lines is the same, without the comments behind them."""
    return SequenceMatcher(None, *[line.split("  #")[0].strip() for line in (one, other)]).ratio()


def _paired(before, after):
    """All names of regions: in the order of the new program, one that is gone where it stood."""
    names = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, before, after).get_opcodes():
        names += before[i:i_end] if tag != "insert" else []
        names += after[j:j_end] if tag in ("insert", "replace") else []
    return list(dict.fromkeys(names))


def _rows(before, after):
    """The lines of a region in both programs; one of the two may lack it."""
    old, new = (region.lines if region else [] for region in (before, after))
    first_old, first_new = (region.first if region else 0 for region in (before, after))
    rows = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, False).get_opcodes():
        if tag == "equal":
            rows += [Row(" ", first_old + a, first_new + j + a - i) for a in range(i, i_end)]
        else:
            rows += [Row("-", first_old + a, None) for a in range(i, i_end)]
            rows += [Row("+", None, first_new + b) for b in range(j, j_end)]
    return rows


def _status(rows):
    signs = {row.sign for row in rows}
    return {" ": "same", "-": "gone", "+": "new"}.get("".join(signs), "changed")


def _moved(rows, old, new):
    """{(old, new): row} of the lines that left one place and stand unchanged at another, longest blocks first."""
    gone = {row.old for row in rows if row.sign == "-"}
    come = {row.new for row in rows if row.sign == "+"}
    found = {}
    while block := _longest(gone, come, old, new):
        for a, b in block:
            gone.remove(a)
            come.remove(b)
            found[a, None] = Row(">", a, None, b)
            found[None, b] = Row(">", None, b, a)
    return found


def _longest(gone, come, old, new):
    """The pairs of line numbers of the block with most letters that is gone in one place and has come in another."""
    best, most = [], LEAST_MOVED - 1
    for a in sorted(gone):
        for b in sorted(come):
            block = []
            while (
                (i := a + len(block)) in gone
                and (j := b + len(block)) in come
                and old[i - 1] == new[j - 1]
            ):
                block.append((i, j))
            letters = sum(len(old[i - 1].strip()) for i, _ in block)
            if letters > most:
                best, most = block, letters
    return best
