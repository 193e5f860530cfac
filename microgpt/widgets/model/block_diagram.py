"""The textbook's picture of a Transformer, and the lines of the program that do its work."""

from ... import course
from ..base import Widget
from ..traits import OneOf
from .texts import DESIGNS, load_blocks

IN_USE = {name for box in load_blocks().values() for name in box["code"]}


class BlockDiagram(Widget):
    """The textbook picture of a Transformer: choose a box, and the lines of the program that do its work light up.

    `design` is "2017" (the decoder of the first Transformer), "GPT-2" or "microgpt"; boxes that it lacks are struck
    out. `box` is the chosen box. Without one, `region` may be a region of the program: then its boxes light up.

    >>> BlockDiagram(box="mask")
    microgpt, a Transformer as a picture; 6 of its 21 boxes are left out: dropout, mask, attention to the encoder, \
biases, final norm, tied weights. Chosen: mask. Left out. One token is handled at a time, and the cache holds it and \
the earlier ones alone: there is nothing to hide. The cache is the mask.
    """

    module = "model/block_diagram.js"
    design = OneOf("microgpt", list(DESIGNS))
    box = OneOf("", ["", *load_blocks()])
    region = OneOf("", ["", *(name for name in course.REGIONS if name in IN_USE)])

    def lit(self):
        """The ids of the boxes that light up."""
        if self.box:
            return [self.box]
        boxes = load_blocks().items()
        return [
            name
            for name, box in boxes
            if self.region in box["code"] and not box[self.design].get("absent")
        ]

    def summary(self):
        boxes = {name: box[self.design] for name, box in load_blocks().items()}
        gone = [one["label"] for one in boxes.values() if one.get("absent")]
        text = f"{self.design}, a Transformer as a picture; {len(gone)} of its {len(boxes)} boxes are left out: "
        text += f"{', '.join(gone)}."
        if self.box:
            chosen = boxes[self.box]
            text += f" Chosen: {chosen['label']}. {chosen['says']}".replace("`", "")
        elif self.region:
            text += f" The region {self.region} does the work of: "
            text += f"{', '.join(boxes[name]['label'] for name in self.lit())}."
        return text
