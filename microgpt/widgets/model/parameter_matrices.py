"""Every parameter of the trained model, to look at and to change."""

import traitlets

from ...forward import forward_blocks
from ..attention.heads import LAST_POSITION, course_model, course_tokenizer
from ..base import Widget
from ..traits import Letters, ListTrait, OneOf, is_number, is_whole
from .one_number import NAMES, OneNumber, size

LIMIT = 10
"""How far from 0 a number may be set."""


class Changes(ListTrait):
    """A list of changed numbers, each [matrix, row, column, value]."""

    def validate(self, obj, value):
        if isinstance(value, (list, tuple)) and all(map(is_change, value)):
            return [list(change) for change in value]
        raise traitlets.TraitError(
            f"{self.name} must be a list of [matrix, row, column, value], with a matrix of {', '.join(NAMES)}, "
            f"a row and a column that it has, and a value from {-LIMIT} to {LIMIT}, not {value!r}."
        )


def is_change(change):
    """
    >>> is_change(["wte", 26, 15, 0.5]), is_change(["wte", 27, 0, 0.5]), is_change(["wte", 0, 0, 11])
    (True, False, False)
    """
    if not isinstance(change, (list, tuple)) or len(change) != 4:
        return False
    matrix, row, column, value = change
    if not (isinstance(matrix, str) and matrix in NAMES and is_whole(row) and is_whole(column)):
        return False
    rows, columns = size(matrix)
    inside = 0 <= row < rows and 0 <= column < columns
    return inside and is_number(value) and abs(value) <= LIMIT


class ParameterMatrices(OneNumber, Widget):
    """Every matrix of the trained model as a heat map: choose a number, change it, and see the guesses move.

    `matrix`, `row` and `column` say which number is chosen. `changes` lists what was changed, each as
    [matrix, row, column, value]. `prefix` is the beginning of a name whose next letter the model guesses; `trained`
    says which model is on view: the course's, or the same one before its first step. `guesses()` gives the
    probabilities, with the changes and without.

    >>> ParameterMatrices(matrix="wte", row=12, changes=[["wte", 12, 0, 2.0]])
    wte of the trained model, row 12, column 0: 2.000. 1 number is changed. After “em”, most likely: a 0.30, was a 0.33.
    """

    module = "model/parameter_matrices.js"
    prefix = Letters("em", shortest=1, longest=LAST_POSITION)
    changes = Changes([])
    trained = OneOf(True, [False, True])

    def model(self):
        """The model on view, a copy with the changes made."""
        own = course_model(self.trained)
        model = type(own)(own.config, own.vocab_size)
        for mine, parameter in zip(model.parameters(), own.parameters(), strict=True):
            mine.data = parameter.data
        for matrix, row, column, value in self.changes:
            model.state_dict[NAMES[matrix]][row][column].data = value
        return model

    def guesses(self):
        """(before, after): the probabilities of all tokens after `prefix`, without the changes and with them."""
        ids = course_tokenizer().encode(self.prefix)[:-1]
        return tuple(
            forward_blocks(model, ids)["probs"]
            for model in (course_model(self.trained), self.model())
        )

    def summary(self):
        which = "trained" if self.trained else "untrained"
        value = self.model().state_dict[NAMES[self.matrix]][self.row][self.column].data
        n = len(self.changes)
        changed = f"{n or 'no'} number{'' if n < 2 else 's'} {'is' if n < 2 else 'are'} changed"
        before, after = map(surest, self.guesses())
        was = f", was {before}" if n else ""
        return (
            f"{self.matrix} of the {which} model, row {self.row}, column {self.column}: {value:.3f}. "
            f"{changed[0].upper()}{changed[1:]}. After “{self.prefix}”, most likely: {after}{was}."
        )


def surest(probs):
    """The likeliest token and its probability, in writing."""
    best = max(range(len(probs)), key=probs.__getitem__)
    return f"{[*course_tokenizer().chars, 'the end'][best]} {probs[best]:.2f}"
