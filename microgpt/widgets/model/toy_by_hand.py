"""One round of training of the toy model, number by number: forward, backward, Adam, and the loss after it."""

import traitlets

from ... import toy
from ...by_hand import BLOCKS, step_by_hand
from ..base import Widget
from ..traits import Numbers, OneOf, is_number

BACK = (
    "loss probs logits mlp_add fc2 relu fc1 mlp_norm attn_add wo blend v weights scores k q attn_norm norm sum "
    "position token"
).split()
STAGES = [
    *(f"forward {block}" for block in [*BLOCKS, "loss"]),
    *(f"backward {block}" for block in BACK),
    "adam",
    "after",
]
"""What each step of the widget has computed; its JavaScript has the same ones."""

LONGEST = toy.CONFIG.block_size - 1  # letters of a name: BOS comes first
LIMIT = 2  # of a weight: beyond it a probability could become too small for the computer
LETTERS = toy.TOKENS[1:]


class ToyName(traitlets.TraitType):
    """A text of at most three letters of the toy model; an empty one is BOS alone."""

    def validate(self, obj, value):
        if isinstance(value, str) and len(value) <= LONGEST and set(value) <= set(LETTERS):
            return value
        raise traitlets.TraitError(
            f"{self.name} must be at most {LONGEST} of the letters {', '.join(LETTERS)}, not {value!r}."
        )


class ToyWeights(traitlets.TraitType):
    """{name of a matrix: its rows}, for the matrices that are not as in the toy model's tables."""

    def make_dynamic_default(self):
        return {}

    def validate(self, obj, value):
        if not isinstance(value, dict) or not set(value) <= set(toy.WEIGHTS):
            raise traitlets.TraitError(
                f"{self.name} must give rows to matrices named {', '.join(toy.WEIGHTS)}, not {value!r}."
            )
        for name, rows in value.items():
            if not is_like(rows, toy.WEIGHTS[name]):
                like = toy.WEIGHTS[name]
                raise traitlets.TraitError(
                    f"{self.name}[{name!r}] must be {len(like)} rows of {len(like[0])} numbers, "
                    f"each from {-LIMIT} to {LIMIT}, not {rows!r}."
                )
        return {name: [list(row) for row in rows] for name, rows in value.items()}


def is_like(rows, like):
    """Whether `rows` are as many lists of as many numbers within the limit as those of `like`."""
    return (
        isinstance(rows, (list, tuple))
        and len(rows) == len(like)
        and all(isinstance(row, (list, tuple)) and len(row) == len(like[0]) for row in rows)
        and all(is_number(x) and -LIMIT <= x <= LIMIT for row in rows for x in row)
    )


class ToyByHand(Widget):
    """One round of training of the toy model by hand: every number forward to the loss, back to every weight, and Adam.

    The model reads BOS and the letters of `name`, and predicts each next token. `position` is on view, the last one
    if there are fewer; `step` says how far it has come, from 0 to 43 (see STAGES). `matrix` and `cell` choose one
    weight; `weights` holds the rows of the matrices that were changed. `numbers()` gives all of it.

    >>> toy = ToyByHand(name="ab", step=42)
    >>> toy
    The toy model by hand on BOS a b: its loss is 1.4873. One step of Adam makes it 1.4352.
    >>> [round(p, 2) for p in toy.numbers()["positions"][2]["out"]["probs"]]
    [0.17, 0.32, 0.08, 0.43]
    """

    module = "model/toy_by_hand.js"
    name = ToyName("ab").tag(sync=True)
    position = OneOf(2, range(LONGEST + 1))
    step = OneOf(0, range(len(STAGES)))
    matrix = OneOf("lm_head", toy.WEIGHTS)
    cell = Numbers([0, 0], shortest=2, longest=2, low=0, high=7, whole=True)
    weights = ToyWeights().tag(sync=True)

    @traitlets.observe("name", "position")
    def _position_is_in_the_name(self, change):
        self.position = min(self.position, len(self.name))

    def numbers(self):
        """The whole step, as `microgpt.by_hand.step_by_hand` gives it."""
        model = toy.toy_model()
        for name, rows in self.weights.items():
            for parameters, numbers in zip(model.state_dict[name], rows):
                for parameter, number in zip(parameters, numbers):
                    parameter.data = number
        return step_by_hand(model, toy.token_ids(["BOS", *self.name, "BOS"]))

    def summary(self):
        step, tokens = self.numbers(), " ".join(["BOS", *self.name])
        return (
            f"The toy model by hand on {tokens}: its loss is {step['loss']:.4f}. "
            f"One step of Adam makes it {step['after']:.4f}."
        )

    def public_state(self):
        """With the address of the sheet, from any page of the book: what a notebook cannot know."""
        return {**super().public_state(), "paper": "../book/toy_sheet.html"}
