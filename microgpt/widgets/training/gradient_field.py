"""The gradient of every parameter for one name, with the course's model as it began."""

from ..attention.heads import LAST_POSITION
from ..base import Widget
from ..model.one_number import NAMES, OneNumber, size
from ..traits import Letters, Number
from .rounds import index_of, rounds, row_names


class GradientField(OneNumber, Widget):
    """All 4,192 gradients of the first round on a name as a picture: which rows take part, and how much.

    `matrix`, `row` and `column` choose the number that is written out. `gradients()` gives all of them, `empty_rows()`
    the rows of a matrix whose every gradient is exactly 0.

    >>> field = GradientField(name="emma")
    >>> field
    The gradients of the first round on “emma”: 3,488 of 4,192 are not 0. In 23 of 27 rows of wte all are 0.
    >>> len(field.empty_rows("wpe"))
    11
    """

    module = "training/gradient_field.js"
    name = Letters("emma", shortest=1, longest=LAST_POSITION)
    row = Number(12, 0, 63, whole=True)

    def gradients(self):
        """{short name of a matrix: its rows of gradients}."""
        flat = rounds(self.name, "sgd", 1)[0].gradients
        return {matrix: rows_of(flat, matrix) for matrix in NAMES}

    def empty_rows(self, matrix):
        """The names of the rows of a matrix whose every gradient is exactly 0."""
        rows = self.gradients()[matrix]
        return [name for name, row in zip(row_names(matrix, len(rows)), rows) if not any(row)]

    def summary(self):
        flat = rounds(self.name, "sgd", 1)[0].gradients
        with_one = sum(gradient != 0 for gradient in flat)
        return (
            f"The gradients of the first round on “{self.name}”: {with_one:,} of {len(flat):,} are not 0. "
            f"In {len(self.empty_rows('wte'))} of {size('wte')[0]} rows of wte all are 0."
        )


def rows_of(flat, matrix):
    """The rows of one matrix, cut from the list of all."""
    rows, columns = size(matrix)
    start = index_of(matrix, 0, 0)
    return [flat[start + i * columns : start + (i + 1) * columns] for i in range(rows)]
