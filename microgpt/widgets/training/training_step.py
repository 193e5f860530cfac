"""One round of training on a name, with the course's model as it began: number by number, to the new loss."""

from ..attention.heads import LAST_POSITION
from ..base import Widget
from ..model.one_number import OneNumber, size
from ..traits import Letters, Number, OneOf
from .rounds import MOST, index_of, rounds, row_names

STAGES = "tokens forward loss backward averages corrected move again".split()
"""What each stage of the widget shows; its JavaScript has the same ones."""


class TrainingStep(OneNumber, Widget):
    """One round of training, walked through with real numbers: the course's model, untrained, and one name.

    `stage` goes from 0 to 7: tokens, forward, loss, backward, averages, corrected, move, again. With `optimiser="sgd"`
    there are no averages, so 4 and 5 show what 6 shows. `round` counts the rounds on the same name, from 1 to 5; the
    learning rate stays 0.01. `matrix`, `row` and `column` choose the number whose arithmetic is written out;
    `number()` gives all about it.

    >>> step = TrainingStep(name="emma")
    >>> step
    Round 1 on BOS e m m a BOS with Adam: loss 3.3558, then 2.9474. wte, row m, column 0: 0.0878, then 0.0978.
    >>> [round(surprise, 4) for surprise in step.surprises()]
    [3.3971, 3.152, 3.3729, 3.5245, 3.3326]
    """

    module = "training/training_step.js"
    name = Letters("emma", shortest=1, longest=LAST_POSITION)
    optimiser = OneOf("adam", ["adam", "sgd"])
    stage = OneOf(0, range(len(STAGES)))
    round = Number(1, low=1, high=MOST, whole=True)
    row = Number(12, 0, 63, whole=True)

    def now(self):
        """The round on view, with the numbers of every position and every parameter."""
        return rounds(self.name, self.optimiser, self.round)[-1]

    def surprises(self):
        """Of each position, before the move."""
        return self.now().surprises

    def number(self):
        """Everything about the chosen number: value, gradient, m, v, m_hat, v_hat, and the value after the move."""
        return self.now().number(index_of(self.matrix, self.row, self.column))

    def summary(self):
        now, number = self.now(), self.number()
        by = {"adam": "Adam", "sgd": "SGD"}[self.optimiser]
        row = row_names(self.matrix, size(self.matrix)[0])[self.row]
        return (
            f"Round {self.round} on {' '.join(['BOS', *self.name, 'BOS'])} with {by}: loss {now.loss:.4f}, then "
            f"{now.loss_after:.4f}. {self.matrix}, row {row}, column {self.column}: {number['value']:.4f}, then "
            f"{number['after']:.4f}."
        )
