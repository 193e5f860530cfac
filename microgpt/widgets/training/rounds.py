"""Rounds of training on one name with the course's model as it began, computed with the package."""

from dataclasses import dataclass
from functools import cache

from ...model import GPT
from ...nn import softmax
from ...optim import SGD, Adam
from ..attention.heads import course_model, course_tokenizer
from ..model.one_number import NAMES

RATE = 0.01
"""The learning rate, the same in every round."""

MOST = 5
"""Rounds."""


@dataclass(frozen=True)
class Round:
    """One round: the loss of each position before it and after it, and six lists with an entry for each parameter."""

    surprises: list[float]
    surprises_after: list[float]
    values: list[float]
    gradients: list[float]
    m: list[float]
    v: list[float]
    corrections: tuple[float, float]
    values_after: list[float]

    @property
    def loss(self):
        return mean(self.surprises)

    @property
    def loss_after(self):
        return mean(self.surprises_after)

    def number(self, i):
        """Everything about parameter number i; the averages are 0 with SGD, which keeps none."""
        by_m, by_v = self.corrections
        return {
            "value": self.values[i],
            "gradient": self.gradients[i],
            "m": self.m[i],
            "v": self.v[i],
            "m_hat": self.m[i] / by_m,
            "v_hat": self.v[i] / by_v,
            "after": self.values_after[i],
        }


def mean(numbers):
    return (1 / len(numbers)) * sum(numbers)


@cache
def rounds(name, optimiser, number):
    """The first `number` rounds on a name, from the course's untrained model: a list of Rounds."""
    model = copy_of(course_model(trained=False))
    tokens = course_tokenizer().encode(name)
    params = model.parameters()
    by = {"adam": Adam, "sgd": SGD}[optimiser](params, lr=RATE)
    return [one_round(lambda: surprises(model, tokens), params, by) for _ in range(number)]


def one_round(look, params, by):
    """Forward, backward, the move; and forward again. `look` gives the surprises, as Values."""
    values = [p.data for p in params]
    before = look()
    mean(before).backward()
    gradients = [p.grad for p in params]
    by.step()
    none = [0.0] * len(params)
    adam = isinstance(by, Adam)
    return Round(
        surprises=[s.data for s in before],
        surprises_after=[s.data for s in look()],
        values=values,
        gradients=gradients,
        m=list(by.m) if adam else none,
        v=list(by.v) if adam else none,
        corrections=(1 - by.beta1**by.t, 1 - by.beta2**by.t) if adam else (1, 1),
        values_after=[p.data for p in params],
    )


def surprises(model, tokens):
    """-log p(next token) at each position, as Values."""
    keys, values = model.new_cache()
    pairs = list(zip(tokens, tokens[1:]))[: model.config.block_size]
    return [
        -softmax(model(token, position, keys, values))[target].log()
        for position, (token, target) in enumerate(pairs)
    ]


def copy_of(own):
    model = GPT(own.config, own.vocab_size)
    for mine, parameter in zip(model.parameters(), own.parameters(), strict=True):
        mine.data = parameter.data
    return model


def index_of(matrix, row, column):
    """Where a number stands among all parameters.

    >>> index_of("wte", 0, 5), index_of("fc2", 15, 63)
    (5, 4191)
    """
    before = 0
    for name, rows in course_model(trained=False).state_dict.items():
        if name == NAMES[matrix]:
            return before + row * len(rows[0]) + column
        before += len(rows) * len(rows[0])
    raise KeyError(matrix)


def row_names(matrix, rows):
    """What the rows of a matrix are called: letters where they belong to tokens, else numbers.

    >>> row_names("wte", 27)[-1], row_names("lm_head", 27)[-1], row_names("wq", 2)
    ('BOS', 'end', ['0', '1'])
    """
    last = {"wte": "BOS", "lm_head": "end"}
    if matrix in last:
        return [*course_tokenizer().chars, last[matrix]]
    return [str(i) for i in range(rows)]
