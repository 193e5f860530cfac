"""The whole model, trained in the reader's browser."""

import random

from traitlets import TraitError, TraitType

from ...model import Config
from ...tokenizer import Tokenizer
from ..base import Widget
from ..handover import handover
from ..traits import ListTrait, Number, OneOf

LEARNING_RATE = {"adam": 0.01, "sgd": 0.1}
"""What `microgpt.Adam` and `microgpt.SGD` begin with."""

MOST = 20_000, 200_000, 200
"""Lines, characters, different symbols."""


class Lines(ListTrait):
    """A list of documents of one line each, stripped, none empty; an empty list stands for the built-in names."""

    def validate(self, obj, value):
        whole = isinstance(value, (list, tuple))
        if not whole or not all(isinstance(line, str) and "\n" not in line for line in value):
            raise TraitError(
                f"{self.name} must be a list of texts of one line each, such as ['emma', 'ava'], not {value!r:.80}."
            )
        lines = [line.strip() for line in value if line.strip()]
        symbols = set("".join(lines))
        if value and (len(lines) < 2 or len(symbols) < 2):
            raise TraitError(
                f"{self.name} must hold two or more lines, and two or more different symbols."
            )
        sizes = len(lines), sum(map(len, lines)), len(symbols)
        if any(size > most for size, most in zip(sizes, MOST)):
            raise TraitError(
                f"{self.name} must hold at most {MOST[0]:,} lines of {MOST[1]:,} characters together, "
                f"{MOST[2]} of them different. A longer list can be opened as a file in the widget itself."
            )
        return lines


class OneOther(TraitType):
    """At most one other value of one of these traits of the widget: {"learning_rate": 0.03}; {}: none."""

    def __init__(self, *names):
        self.names = names
        super().__init__()
        self.tag(sync=True)

    def make_dynamic_default(self):
        return {}

    def validate(self, obj, value):
        if not isinstance(value, dict) or len(value) > 1 or not set(value) <= set(self.names):
            allowed = ", ".join(map(repr, self.names))
            raise TraitError(
                f"{self.name} must be {{}}, or give one other value to one of {allowed}, not {value!r:.80}."
            )
        return {name: obj.traits()[name].validate(obj, other) for name, other in value.items()}


class TrainHere(Widget):
    """The whole model, trained in your browser: pause it, go round by round, look back, and use what it has learned.

    It begins with the course's own run: 1,000 rounds on the built-in list give exactly the package's losses. `steps` is
    the number of rounds. `names` is your own list instead; one that is pasted or opened in the widget stays in the
    browser. `n_embd` is the width of the model, shared by 4 heads. Without a `learning_rate` it is 0.01 for "adam" and
    0.1 for "sgd".

    `only` so many names of the list, chosen by the seed, are trained on, others of it are held out; 0 stands for all.
    `compare` trains a second model beside it, with one thing changed: `compare={"learning_rate": 0.03}`, or another
    "optimiser", "n_embd" or "seed". A learning rate that the optimiser brought follows the other optimiser.

    >>> TrainHere(steps=500, n_embd=8)
    A GPT of 1,328 parameters, to be trained for 500 rounds on 4,825 names: adam, learning rate 0.01, seed 42.
    """

    module = "training/train_here.js"
    seed = Number(42, low=0, high=10**9, whole=True)
    steps = Number(1000, low=1, high=10_000, whole=True)
    n_embd = OneOf(16, range(4, 65, 4))
    learning_rate = Number(0.01, low=0.0001, high=100)
    optimiser = OneOf("adam", list(LEARNING_RATE))
    names = Lines()
    only = Number(0, low=0, high=MOST[0], whole=True)
    compare = OneOther("learning_rate", "optimiser", "n_embd", "seed")

    def __init__(self, **traits):
        rate = LEARNING_RATE.get(traits.get("optimiser"), LEARNING_RATE["adam"])
        super().__init__(**{"learning_rate": rate, **traits})
        handover.gives(self)

    def documents(self):
        """The list it trains on: `names`, or the built-in one; of it, `only` so many."""
        from microgpt.data import load_names

        documents = list(self.names or load_names())
        if 0 < self.only < len(documents):
            random.Random(self.seed).shuffle(documents)
            del documents[self.only :]
        return documents

    def num_params(self):
        """How many numbers the model has."""
        shapes = Config(n_embd=self.n_embd).shapes(Tokenizer(self.documents()).vocab_size)
        return sum(rows * columns for rows, columns in shapes.values())

    def summary(self):
        rounds = f"{self.steps:,} round{'s' * (self.steps != 1)}"
        return (
            f"A GPT of {self.num_params():,} parameters, to be trained for {rounds} "
            f"on {len(self.documents()):,} {'lines' if self.names else 'names'}: "
            f"{self.optimiser}, learning rate {self.learning_rate:g}, seed {self.seed}.{self._beside()}"
        )

    def _beside(self):
        return "".join(
            f" Beside it, the same with {name.replace('_', ' ')} {value}."
            for name, value in self.compare.items()
        )
