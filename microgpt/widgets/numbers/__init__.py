"""Widgets about numbers: two lists walking together, the dot product, a matrix times a vector."""

from math import sqrt

import traitlets

from ..base import Widget
from ..traits import Matrix, Numbers, OneOf, same_length

LONGEST = 6


class ZipLists(Widget):
    """Two lists walking together, the idea of Python's `zip`: pair by pair, product by product, one running sum.

    `step` counts the pairs that have met; one more than there are pairs, and the loop is over.

    >>> ZipLists(a=[1, 2, -1], b=[2, 1, 0.5])
    zip([1, 2, -1], [2, 1, 0.5]) makes 3 pairs; their products add up to 3.5.
    >>> ZipLists(a=[1, 2, -1], b=[2, 1])
    zip([1, 2, -1], [2, 1]) makes 2 pairs; their products add up to 4. What is left of a is never used.
    """

    module = "numbers/zip_lists.js"
    a = Numbers([1, 2, -1], shortest=1, longest=LONGEST, low=-9, high=9)
    b = Numbers([2, 1, 0.5], shortest=1, longest=LONGEST, low=-9, high=9)
    step = OneOf(0, range(LONGEST + 2))

    def summary(self):
        pairs = list(zip(self.a, self.b))
        text = (
            f"zip({self.a}, {self.b}) makes {len(pairs)} {'pair' if len(pairs) == 1 else 'pairs'}; "
            f"their products add up to {sum(x * y for x, y in pairs):g}."
        )
        if len(self.a) != len(self.b):
            text += f" What is left of {'a' if len(self.a) > len(self.b) else 'b'} is never used."
        return text


class DotProduct(Widget):
    """Two lists of numbers, multiplied pair by pair and added up.

    Three numbers each show signed bars; two numbers each show two arrows that can be dragged.

    >>> DotProduct(a=[1, 2, -1], b=[2, 1, 0.5])
    The dot product of [1, 2, -1] and [2, 1, 0.5] is 3.5; their cosine is 0.624.
    """

    module = "numbers/dot_product.js"
    a = Numbers([1, 2, -1], shortest=2, longest=3, low=-3, high=3)
    b = Numbers([2, 1, 0.5], shortest=2, longest=3, low=-3, high=3)
    _equal = same_length("a", "b")

    def summary(self):
        dot = sum(x * y for x, y in zip(self.a, self.b))
        lengths = sqrt(sum(x * x for x in self.a)) * sqrt(sum(y * y for y in self.b))
        angle = f"their cosine is {dot / lengths:.3g}" if lengths else "one of them is all zeros"
        return f"The dot product of {self.a} and {self.b} is {dot:g}; {angle}."


class MatrixVector(Widget):
    """A matrix times a vector: one dot product for each row of the matrix, the package's `linear(x, w)`.

    `row` is the row whose dot product is spelled out, counted from 0; -1 is none.

    >>> MatrixVector(w=[[2, 1, 0.5], [1, 0, 0]], x=[1, 2, -1])
    A matrix of 2 rows times [1, 2, -1] gives [3.5, 1]: one dot product for each row.
    """

    module = "numbers/matrix_vector.js"
    w = Matrix(
        [[2, 1, 0.5], [1, 0, 0], [-1, 1, 1], [0, -1.5, 1]],
        rows=LONGEST,
        columns=LONGEST,
        low=-3,
        high=3,
    )
    x = Numbers([1, 2, -1], shortest=1, longest=LONGEST, low=-3, high=3)
    row = OneOf(0, range(-1, LONGEST))

    @traitlets.validate("w", "x", "row")
    def _fits(self, proposal):
        new = {"w": self.w, "x": self.x, "row": self.row, proposal["trait"].name: proposal["value"]}
        if len(new["w"][0]) != len(new["x"]):
            raise traitlets.TraitError("x must have as many numbers as w has columns.")
        if new["row"] >= len(new["w"]):
            raise traitlets.TraitError("row must be the index of a row of w, or -1.")
        return proposal["value"]

    def summary(self):
        y = ", ".join(f"{sum(w * x for w, x in zip(row, self.x)):g}" for row in self.w)
        rows = "1 row" if len(self.w) == 1 else f"{len(self.w)} rows"
        return f"A matrix of {rows} times {self.x} gives [{y}]: one dot product for each row."
