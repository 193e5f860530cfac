"""The trained model on any name, block by block, from a token to the guesses."""

import traitlets

from ...forward import forward_blocks
from ..attention.heads import course_model, course_tokenizer
from ..base import Widget
from ..traits import Number, OneOf
from .at_position import AtPosition

UNTIL = {"embedding": "norm", "attention": "attn_add", "model": "probs"}
"""How much of the model is there, and the last block of it."""

BLOCKS = (
    "token position sum norm attn_norm q k v scores weights blend wo attn_add mlp_norm fc1 relu fc2 mlp_add "
    "logits probs"
).split()
"""All blocks in the order of computation; the drawing has the same ones."""

MOST = 64  # numbers of a block


class ForwardPass(AtPosition, Widget):
    """The trained model on any name: every number on the way from a token to the guesses, with Step and Play.

    `position` says which token of the name is on its way, 0 for BOS; `block` is the one on view, and `number` the one
    of its numbers that is worked out. `until` says how much of the model is there: "embedding", "attention" or
    "model"; what comes later is pale. `numbers()` gives the numbers of every block.

    >>> ForwardPass(name="emma", position=2, block="relu")
    m at position 2 of “emma”, in the trained model, block relu: 49 of 64 units are off. Most likely next: a 0.33.
    """

    module = "model/forward_pass.js"
    block = OneOf("token", BLOCKS)
    number = Number(0, 0, MOST - 1, whole=True)
    until = OneOf("model", list(UNTIL))

    @traitlets.validate("block")
    def _is_there(self, proposal):
        last = UNTIL[self.until]
        if BLOCKS.index(proposal["value"]) > BLOCKS.index(last):
            raise traitlets.TraitError(
                f"with until={self.until!r} the last block is {last!r}: {proposal['value']!r} is not there yet."
            )
        return proposal["value"]

    @traitlets.observe("until")
    def _stay_where_it_is_there(self, change):
        last = UNTIL[self.until]
        if BLOCKS.index(self.block) > BLOCKS.index(last):
            self.block = last

    def numbers(self):
        """{block: its numbers} at `position`, as `microgpt.forward.forward_blocks` gives them."""
        ids = course_tokenizer().encode(self.name)[: self.position + 1]
        return forward_blocks(course_model(trained=True), ids)

    def summary(self):
        numbers = self.numbers()
        token = ["BOS", *self.name][self.position]
        begin = f"{token} at position {self.position} of “{self.name}”, in the trained model, block {self.block}"
        if self.until != "model":
            return f"{begin}: {len(numbers[self.block])} numbers. Later blocks are not there yet."
        off = sum(x == 0 for x in numbers["relu"])
        best = max(range(len(numbers["probs"])), key=numbers["probs"].__getitem__)
        name = [*course_tokenizer().chars, "the end"][best]
        return (
            f"{begin}: {off} of {len(numbers['relu'])} units are off. "
            f"Most likely next: {name} {numbers['probs'][best]:.2f}."
        )
