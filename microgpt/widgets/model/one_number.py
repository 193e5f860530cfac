"""A number of the model, chosen by its matrix, row and column."""

import traitlets

from ..attention.heads import course_model
from ..traits import Number, OneOf

NAMES = {
    "wte": "wte",
    "wpe": "wpe",
    "lm_head": "lm_head",
    "wq": "layer0.attn_wq",
    "wk": "layer0.attn_wk",
    "wv": "layer0.attn_wv",
    "wo": "layer0.attn_wo",
    "fc1": "layer0.mlp_fc1",
    "fc2": "layer0.mlp_fc2",
}
"""Of each matrix: its short name, and the one in the program."""


def size(matrix):
    """(rows, columns) of a matrix by its short name.

    >>> size("fc1")
    (64, 16)
    """
    rows = course_model(trained=True).state_dict[NAMES[matrix]]
    return len(rows), len(rows[0])


class OneNumber(traitlets.HasTraits):
    """For a widget that shows one number of the model at a time: `matrix`, `row` and `column` say which."""

    matrix = OneOf("wte", list(NAMES))
    row = Number(0, 0, 63, whole=True)
    column = Number(0, 0, 63, whole=True)

    @traitlets.validate("row", "column")
    def _in_the_matrix(self, proposal):
        which, value = proposal["trait"].name, proposal["value"]
        last = size(self.matrix)[("row", "column").index(which)] - 1
        if value > last:
            raise traitlets.TraitError(
                f"{which} must be 0 to {last} in {self.matrix}, not {value}."
            )
        return value

    @traitlets.observe("matrix")
    def _stay_in_the_matrix(self, change):
        rows, columns = size(self.matrix)
        self.row, self.column = min(self.row, rows - 1), min(self.column, columns - 1)
