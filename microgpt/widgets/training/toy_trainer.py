"""The toy model, trained on words of its letters: every weight, the loss, and what it has learned."""

from functools import lru_cache
from math import log

from traitlets import TraitError

from ... import toy
from ...optim import Adam
from ...training import document_loss, schedule
from ..base import Widget
from ..traits import ListTrait, Number, OneOf

ROUNDS = 600
"""In so many rounds the learning rate falls to 0."""

MOST_WORDS = 8
LONGEST = toy.CONFIG.block_size - 1  # letters of a word: BOS comes first
LETTERS = toy.TOKENS[1:]


class ToyWords(ListTrait):
    """A list of 1 to 8 words, each of 1 to 3 letters of the toy model."""

    def validate(self, obj, value):
        if (
            isinstance(value, (list, tuple))
            and 1 <= len(value) <= MOST_WORDS
            and all(isinstance(word, str) and 1 <= len(word) <= LONGEST for word in value)
            and set("".join(value)) <= set(LETTERS)
        ):
            return list(value)
        raise TraitError(
            f"{self.name} must be a list of 1 to {MOST_WORDS} words, each of 1 to {LONGEST} "
            f"of the letters {', '.join(LETTERS)}, not {value!r}."
        )


class ToyTrainer(Widget):
    """The toy model of 72 weights learns your own words of the letters a, b and c, one word each round.

    `words` are 1 to 8 words of 1 to 3 letters; `steps` is how many rounds have been done, of 600. A round is one step
    of Adam; its rate begins at `learning_rate`, 0.01, 0.03 or 0.1, and falls to 0. `matrix` is the one whose weights
    stand as numbers.

    >>> ToyTrainer(words=["ab", "ba", "ca"], steps=200)  # doctest: +NORMALIZE_WHITESPACE
    The toy model after 200 rounds on ab, ba, ca: the loss of all words together is 0.399;
    the least that any model could reach is 0.366.
    """

    module = "training/toy_trainer.js"
    words = ToyWords(["ab", "ba", "ca"])
    learning_rate = OneOf(0.03, [0.01, 0.03, 0.1])
    steps = Number(0, low=0, high=ROUNDS, whole=True)
    matrix = OneOf("lm_head", toy.WEIGHTS)

    def losses(self):
        """The loss of each round that is done, before its step."""
        return list(trained(tuple(self.words), self.learning_rate, self.steps)[1])

    def loss(self):
        """The mean of the words' losses now."""
        model, _ = trained(tuple(self.words), self.learning_rate, self.steps)
        return sum(document_loss(model, ids_of(word)).data for word in self.words) / len(self.words)

    def summary(self):
        after = f"{self.steps} round{'s' * (self.steps != 1)}"
        return (
            f"The toy model after {after} on {', '.join(self.words)}: the loss of all words together is "
            f"{self.loss():.3f}; the least that any model could reach is {floor_of(self.words):.3f}."
        )


def ids_of(word):
    return toy.token_ids(["BOS", *word, "BOS"])


@lru_cache(maxsize=8)
def trained(words, learning_rate, steps):
    """(model, losses): the toy model after so many rounds, and the loss of each before its step."""
    model = toy.toy_model()
    adam, losses = Adam(model.parameters()), []
    for step, (word,), lr in schedule(words, ROUNDS, learning_rate):
        if step > steps:
            break
        loss = document_loss(model, ids_of(word))
        loss.backward()
        adam.step(lr)
        losses.append(loss.data)
    return model, losses


def shares_of(words):
    """{beginning: the share of each token that comes next}: the probabilities that make the loss least.

    A word of n letters has n + 1 predictions, and its loss is their mean: so each of them weighs 1 / (n + 1).

    >>> shares_of(["ab", "ba"])[""]
    [0.0, 0.5, 0.5, 0.0]
    """
    return {beginning: [x / sum(row) for x in row] for beginning, row in weights_of(words).items()}


def weights_of(words):
    """{beginning: for each next token, how much its predictions weigh}, the shortest beginning first."""
    weights = {}
    for word in words:
        for i, following in enumerate(ids_of(word)[1:]):
            row = weights.setdefault(word[:i], [0.0] * len(toy.TOKENS))
            row[following] += 1 / (len(word) + 1)
    return dict(sorted(weights.items(), key=lambda item: (len(item[0]), item[0])))


def floor_of(words):
    """The loss that no model can go below: that of the shares themselves.

    >>> round(floor_of(["ab", "ba"]), 4), floor_of(["abc"])
    (0.231, 0.0)
    """
    rows = weights_of(words).values()
    nats = sum(-x * log(x / sum(row)) for row in rows for x in row if x)
    return nats / len(words) + 0.0
