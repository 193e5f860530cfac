"""What differs between one rung of the ladder and the next, and what is said of each."""

import ast

import pytest
from reference import ROOT

from microgpt.rungs import LEAST_MOVED, RUNGS, Row, changed, compare, regions

LINES = {name: (ROOT / "ladder" / f"{name}.py").read_text("utf-8").splitlines() for name in RUNGS}
NEXT = list(zip(RUNGS, list(RUNGS)[1:]))

each_step = pytest.mark.parametrize("old, new", NEXT)


@pytest.mark.parametrize("name", list(RUNGS)[:-1])
def test_a_program_begins_with_its_idea(name):
    first = ast.get_docstring(ast.parse("\n".join(LINES[name]))).splitlines()[0]
    idea = RUNGS[name].idea
    assert first.startswith(
        f"Rung {name.removeprefix('train')} of the ladder: {idea[0].lower()}{idea[1:]}"
    )


@each_step
def test_each_line_stands_in_the_comparison_once(old, new):
    """With the signs taken at their word, one program becomes the other."""
    rows = [row for change in compare(LINES[old], LINES[new]) for row in change.rows]
    for name, numbers in (
        (old, [row.old for row in rows if row.old]),
        (new, [row.new for row in rows if row.new]),
    ):
        in_regions = [
            region.first + i for region in regions(LINES[name]) for i in range(len(region.lines))
        ]
        assert sorted(numbers) == in_regions
    for row in rows:
        if row.sign == " ":
            assert LINES[old][row.old - 1] == LINES[new][row.new - 1]


@each_step
def test_a_line_that_moved_is_told_at_both_places(old, new):
    rows = [row for change in compare(LINES[old], LINES[new]) for row in change.rows]
    left = {row.old: row.partner for row in rows if row.sign == ">" and row.old}
    come = {row.partner: row.new for row in rows if row.sign == ">" and row.new}
    assert left == come
    assert all(LINES[old][a - 1] == LINES[new][b - 1] for a, b in left.items())


@each_step
def test_a_line_that_changed_is_one_that_is_gone_and_one_that_is_new(old, new):
    for change in compare(LINES[old], LINES[new]):
        pairs = changed(change, LINES[old], LINES[new])
        signs = {(row.sign, row.old or row.new) for row in change.rows}
        assert all(("-", a) in signs and ("+", b) in signs for a, b in pairs)
        for numbers in zip(*pairs):
            assert len(set(numbers)) == len(numbers)


def test_the_likest_lines_are_paired_and_others_stay_new():
    old = ["# --- m: a ---", "for p in params:", "    p.data -= lr * grad", "", "a = 1"]
    new = ["# --- m: a ---", "for i, p in enumerate(params):", "    p.data -= lr * p.grad  # down"]
    new += ["", "import sys", "for p in parameters:"]
    [change] = compare(old, new)
    assert sorted(changed(change, old, new)) == [(2, 6), (3, 3)]
    assert changed(compare(old, old)[0], old, old) == []


@each_step
def test_the_idea_is_in_a_region_that_changed(old, new):
    status = {change.region: change.status for change in compare(LINES[old], LINES[new])}
    assert status[RUNGS[new].region] in ("new", "changed")


def told(old, new):
    """{region: status} but for those that stay the same, and how many lines have each sign."""
    changes = compare(LINES[old], LINES[new])
    signs = "".join(row.sign for change in changes for row in change.rows)
    moved = sum(row.sign == ">" for change in changes for row in change.rows if row.old)
    status = {change.region: change.status for change in changes if change.status != "same"}
    return status, {"-": signs.count("-"), "+": signs.count("+"), "moved": moved}


def test_the_last_step_changes_the_optimizer_alone():
    status, signs = told("train4", "train5")
    assert status == {"optimizer": "changed", "training": "changed"}
    assert signs == {"-": 5, "+": 13, "moved": 0}


def test_the_second_step_moves_the_loss_back_into_the_training():
    status, signs = told("train1", "train2")
    assert [name for name in status if status[name] == "gone"] == ["loss", "gradients", "check"]
    assert [name for name in status if status[name] == "new"] == [
        "value",
        "operations",
        "shorthands",
        "backward",
    ]
    assert signs["moved"] == 4


def test_a_block_that_is_long_enough_has_moved():
    line, short = "x" * LEAST_MOVED, "x" * (LEAST_MOVED - 1)
    a, b = "# --- a: first ---", "# --- b: second ---"
    first, second = compare([a, line, b], [a, b, line])
    assert first.rows == [Row(" ", 1, 1), Row(">", 2, None, 3)]
    assert second.rows == [Row(" ", 3, 2), Row(">", None, 3, 2)]
    first, second = compare([a, short, b], [a, b, short])
    assert [row.sign for row in first.rows + second.rows] == [" ", "-", " ", "+"]


def test_a_region_that_is_gone_stands_where_it_stood():
    a, b, c = "# --- a: first ---", "# --- b: second ---", "# --- c: third ---"
    changes = compare([a, b], [a, c])
    assert [(change.region, change.status) for change in changes] == [
        ("a", "same"),
        ("b", "gone"),
        ("c", "new"),
    ]
