"""Zip, dot product, matrix times vector: their traits, their words, and JavaScript against the package's numbers."""

import doctest
import random
from math import sqrt

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt.nn import dot, linear
from microgpt.widgets import DotProduct, MatrixVector, ZipLists, numbers


def test_examples_in_docstrings():
    assert doctest.testmod(numbers).failed == 0


# ---- the same numbers in JavaScript ----


def some(r, n, low=-3, high=3):
    return [
        r.choice([low, high, 0, r.randrange(low, high), r.uniform(low, high)]) for _ in range(n)
    ]


def dot_case(r):
    n = r.choice([2, 3])
    a, b = some(r, n), some(r, n)
    lengths = sqrt(dot(a, a)) * sqrt(dot(b, b))
    return {"a": a, "b": b, "sum": dot(a, b), "cosine": dot(a, b) / lengths if lengths else None}


def zip_case(r):
    a, b = (some(r, r.randrange(1, 7), -9, 9) for _ in range(2))
    step = r.randrange(8)
    totals, total = [], 0
    for x, y in zip(a, b):
        total += x * y
        totals.append(total)
    return {
        "a": a,
        "b": b,
        "step": step,
        "totals": totals,
        "total": ([0] + totals)[min(step, len(totals))],
    }


def matrix_case(r):
    rows, columns = r.randrange(1, 7), r.randrange(1, 7)
    w, x = [some(r, columns) for _ in range(rows)], some(r, columns)
    return {"w": w, "x": x, "y": linear(x, w)}


def test_javascript_computes_what_python_computes():
    r = random.Random(1)
    cases = [
        {kind: make(r)}
        for kind, make in (("dot", dot_case), ("zip", zip_case), ("matrix", matrix_case))
        for _ in range(25)
    ]
    write("numbers", cases)


# ---- traits ----


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: ZipLists(a=[]), "a must be a list of 1 to 6 numbers"),
        (lambda: ZipLists(b=[0] * 7), "b must be a list of 1 to 6 numbers"),
        (lambda: ZipLists(a=["1"]), "a must be a list"),
        (lambda: ZipLists(step=8), "step must be one of 0, 1"),
        (lambda: DotProduct(a=[1, 2]), "a and b must have the same number of entries"),
        (lambda: MatrixVector(w=[]), "w must be 1 to 6 equally long lists of 1 to 6 numbers"),
        (lambda: MatrixVector(w=[[1, 2, 3], [1]]), "w must be 1 to 6 equally long lists"),
        (lambda: MatrixVector(w=[[1, 2, float("nan")]]), "w must be"),
        (lambda: MatrixVector(w=[[1, 2]]), "x must have as many numbers as w has columns"),
        (lambda: MatrixVector(x=[1]), "x must have as many numbers as w has columns"),
        (lambda: MatrixVector(row=4), "row must be the index of a row of w, or -1"),
        (lambda: MatrixVector(row=-2), "row must be one of"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_state_is_set_and_read_back():
    widget = MatrixVector(w=[[1, 0], [0, 1]], x=[3, -1], row=1)
    assert widget.public_state() == {"w": [[1, 0], [0, 1]], "x": [3, -1], "row": 1}
    widget.w = [[0, 2], [1, 1]]
    assert (
        repr(widget)
        == "A matrix of 2 rows times [3, -1] gives [-2, 2]: one dot product for each row."
    )
    with widget.hold_trait_notifications():
        widget.w, widget.x, widget.row = [[1, 2, 3]], [1, 1, 1], 0
    assert "gives [6]" in repr(widget)
    assert MatrixVector().w is not MatrixVector().w
    lists = ZipLists(a=[1, 2, 3], step=2)
    assert (lists.a, lists.b, lists.step) == ([1, 2, 3], [2, 1, 0.5], 2)


def test_the_defaults_meet():
    """The first row of the default matrix and the default dot product are the same two lists."""
    assert MatrixVector().w[0] == DotProduct().b == ZipLists().b
    assert MatrixVector().x == DotProduct().a == ZipLists().a
