"""Widgets about attention: what a letter takes from the letters before it."""

from functools import cache

import traitlets

from ..base import Widget
from ..traits import Letters, OneOf

LAST_POSITION = 15
"""Of the trained model: BOS and 15 letters."""


@cache
def course_model(trained):
    """The course's model after training, or before it. Made once: it is only read."""
    from microgpt.canonical import load_canonical
    from microgpt.heads import untrained_model

    return load_canonical().model if trained else untrained_model()


class TrainedHeads(Widget):
    """The four heads of the trained model on any name: which letter takes how much from which letter before it.

    `position` is the row that is pinned for all heads, or None; `trained` says which model is on view: the course's,
    or the same one before its first step. `weights()` gives the pinned row of each head.

    >>> heads = TrainedHeads(name="emma", position=3)
    >>> [round(weight, 2) for weight in heads.weights()[0]]
    [0.31, 0.33, 0.17, 0.2]
    """

    module = "attention/trained_heads.js"
    name = Letters("emma", shortest=1, longest=LAST_POSITION)
    position = OneOf(None, [None, *range(LAST_POSITION + 1)])
    trained = OneOf(True, [False, True])

    @traitlets.validate("position")
    def _in_the_name(self, proposal):
        position = proposal["value"]
        if position is not None and position > len(self.name):
            raise traitlets.TraitError(
                f"position must be None or 0 to {len(self.name)} for {self.name!r}, not {position}."
            )
        return position

    @traitlets.observe("name")
    def _let_go(self, change):
        if self.position is not None and self.position > len(self.name):
            self.position = None

    def weights(self):
        """The weights of the pinned letter, a list for each head; [] where no row is pinned."""
        from microgpt.attention import attention_steps
        from microgpt.canonical import load_canonical

        if self.position is None:
            return []
        ids = load_canonical().tokenizer.encode(self.name)[: self.position + 1]
        step = attention_steps(course_model(self.trained), ids)[self.position]
        return [head["weights"] for head in step["heads"]]

    def summary(self):
        which = "trained" if self.trained else "untrained"
        begin = f"The four heads of the {which} model on “{self.name}”"
        if self.position is None:
            return f"{begin}; no row is pinned."
        tokens = ["BOS", *self.name]
        most = []
        for head, weights in enumerate(self.weights()):
            at = max(range(len(weights)), key=weights.__getitem__)
            most.append(f"head {head} {tokens[at]} at {at} ({weights[at]:.2f})")
        looks = f"{tokens[self.position]} at position {self.position} looks most at: "
        return f"{begin}. {looks}{', '.join(most)}."
