"""One token on its way through everything the course tells: to the loss, back again, and on to the next letter."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from traitlets import default

from ... import course
from ...canonical import load_canonical
from ...forward import forward_blocks
from ...nn import softmax
from ...optim import Adam
from ..attention.heads import course_tokenizer
from ..base import Filled
from ..links import links
from ..model.at_position import AtPosition
from ..model.one_number import NAMES, size
from ..training.rounds import RATE, Round, index_of, one_round, row_names, surprises
from ..traits import Number, OneOf

MOST = 9999
"""Of the seeds."""


@cache
def load_stops():
    """The stops of the way in order: [{"title", "sentence", "chapters"}], the chapter that tells most first.

    The texts may contain `code` in backticks.
    """
    return json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))


@dataclass(frozen=True)
class Walk:
    """The whole way of one token: the numbers of each block, of whom the guess is right, and one step of Adam."""

    blocks: dict
    target: int
    blame: list[float]
    round: Round

    def length(self, matrix):
        """The length of the gradient of a matrix: all its numbers taken as one vector."""
        return sum(g * g for g in self.round.gradients[within(matrix)]) ** 0.5

    def steepest(self, matrix):
        """(row, column) of the weight of a matrix with the largest gradient, up or down; of equals, the first."""
        gradients = [abs(g) for g in self.round.gradients[within(matrix)]]
        return divmod(gradients.index(max(gradients)), size(matrix)[1])


def within(matrix):
    """Where the numbers of a matrix stand among all parameters, as a slice."""
    rows, columns = size(matrix)
    start = index_of(matrix, 0, 0)
    return slice(start, start + rows * columns)


@cache
def walk(name, position):
    """The Walk of the token at a position of a name, with the trained model; the loss is that of its guess alone."""
    run = load_canonical()
    model, tokens = run.model, run.tokenizer.encode(name)[: position + 2]
    blocks, target = forward_blocks(model, tokens[:-1]), tokens[-1]
    params = model.parameters()
    step = one_round(lambda: surprises(model, tokens)[-1:], params, Adam(params, lr=RATE))
    blame = [p - (i == target) for i, p in enumerate(blocks["probs"])]
    return Walk(blocks, target, blame, step)


class OneSignal(AtPosition, Filled):
    """One token of a name on its way through the whole course: in ten stops to the loss, back, and to the next letter.

    `position` says which token, 0 for BOS; `stop`, from 0 to 9, how far it has come. Each stop leads to its chapters.
    Of `matrix`, Adam's step is shown for the weight with the largest gradient. At the last stop the next token is
    drawn at `temperature`, with a random number from `seed`.

    >>> signal = OneSignal(name="emma", position=2)
    >>> round(signal.walk().round.loss, 4), signal.drawn()
    (4.7715, 'e')
    """

    module = "program/one_signal.js"
    question = "What happens to one letter, from the text to the loss, back to the weights, and on to the next letter?"
    seen = (
        "Ten stops, and each is a chapter you know. The letter becomes numbers, looks back, and ends in 27 "
        "probabilities; the loss compares them with what follows; the gradient goes back the same way, and every "
        "weight moves a little. A large model has the same stops, with more layers between them."
    )
    stop = OneOf(0, range(len(load_stops())))
    matrix = OneOf("wte", list(NAMES))
    temperature = Number(0.5, low=0.1, high=2)
    seed = Number(42, low=0, high=MOST, whole=True)

    @default("content")
    def _stops(self):
        return {"stops": load_stops()}

    def walk(self):
        """Every number of the way: a Walk."""
        return walk(self.name, self.position)

    def drawn(self):
        """The letter that is drawn at the last stop, or "end"."""
        probs = softmax([logit / self.temperature for logit in self.walk().blocks["logits"]])
        rng = Random(self.seed)
        return rng.choices(row_names("lm_head", len(probs)), weights=probs)[0]

    def summary(self):
        way, tokens = self.walk(), ["BOS", *self.name]
        blocks, letters = way.blocks, row_names("lm_head", 27)
        weights = blocks["weights"][: self.position + 1]
        most = max(range(len(weights)), key=weights.__getitem__)
        off = sum(x == 0 for x in blocks["relu"])
        row, column = way.steepest(self.matrix)
        weight = way.round.number(index_of(self.matrix, row, column))
        label = f"{self.matrix}[{row_names(self.matrix, size(self.matrix)[0])[row]}][{column}]"
        return (
            f"{tokens[self.position]} at position {self.position} of “{self.name}” is token {token_id(self)}, then "
            f"{len(blocks['norm'])} numbers; head 0 takes most from {tokens[most]} ({weights[most]:.2f}), {off} of "
            f"{len(blocks['relu'])} units are off, and {letters[way.target]} follows with probability "
            f"{blocks['probs'][way.target]:.2f}: loss {way.round.loss:.2f}. Its logit has the gradient "
            f"{minus(way.blame[way.target], 2)}, Adam moves {label} from {minus(weight['value'], 3)} to "
            f"{minus(weight['after'], 3)}, and "
            f"at temperature {self.temperature:g} the token drawn is {self.drawn()}."
        )

    def public_state(self):
        return {**super().public_state(), "links": links(course.ready())}


def minus(number, digits):
    """A number as a reader wants to see it, with a real minus sign.

    >>> minus(-0.987, 2)
    '−0.99'
    """
    return f"{number:.{digits}f}".replace("-", "−")


def token_id(signal):
    """The id of the token that is on its way."""
    return course_tokenizer().encode(signal.name)[signal.position]
