"""Lines of a program to put in order: which orders work, and what breaks in the others."""

import json
import random
from functools import cache
from pathlib import Path

from traitlets import TraitError, default

from ..base import Filled
from ..traits import ListTrait

FILE = Path(__file__).with_name("order_blocks.json")
SHUFFLED_WITH = 14  # the seed of the order in which the blocks are offered

# The block that comes first, the one that needs it, and the name that this one looks up. Where a block looks up two
# names, the one that Python misses first stands first.
NEEDS = [
    ("import", "read", "os"),
    ("import", "seed", "random"),
    ("import", "shuffle", "random"),
    ("read", "shuffle", "docs"),
    ("read", "letters", "docs"),
    ("read", "set", "docs"),
    ("letters", "bos", "letters"),
    ("letters", "size", "letters"),
    ("read", "print", "docs"),
    ("size", "print", "vocab_size"),
]
SAME_NAME = {"letters": ("letters", "set")}  # either of these lines makes it
SEED = ("seed", "shuffle")  # no error tells of this one


@cache
def load_blocks():
    """(blocks, decoys), each {id: code}: the lines of the program in an order that works, and what is no part of it.

    >>> blocks, decoys = load_blocks()
    >>> list(blocks)
    ['import', 'read', 'seed', 'shuffle', 'letters', 'bos', 'size', 'encode', 'print']
    >>> decoys["zero"]
    'BOS = 0'
    """
    stored = json.loads(FILE.read_text("utf-8"))
    return tuple({one["id"]: one["code"] for one in stored[kind]} for kind in ("blocks", "decoys"))


def offered():
    """The ids of all blocks as the reader first sees them.

    >>> offered()[:3]
    ['zero', 'import', 'encode']
    """
    blocks, decoys = load_blocks()
    ids = [*blocks, *decoys]
    random.Random(SHUFFLED_WITH).shuffle(ids)
    return ids


def broken_rules(order):
    """The rules that an order of blocks breaks: first where Python stops, from the top, then what runs and is wrong.

    >>> broken_rules(["import", "letters", "read"])
    ['read before letters', 'complete']
    """
    blocks, decoys = load_blocks()
    at = {block: place for place, block in enumerate(order)}

    def late(first, then):
        makers = SAME_NAME.get(first, (first,))
        return then in at and not any(at.get(maker, len(at)) < at[then] for maker in makers)

    errors = [
        f"{first} before {then}"
        for block in order
        for first, then, _ in NEEDS
        if then == block and late(first, then)
    ]
    present = [decoy for decoy in decoys if decoy in at]
    complete = [] if at.keys() >= blocks.keys() else ["complete"]
    return errors + present + complete + ([" before ".join(SEED)] if late(*SEED) else [])


class Order(ListTrait):
    """A list of ids of blocks, none twice."""

    def validate(self, obj, value):
        known = offered()
        if (
            isinstance(value, (list, tuple))
            and all(isinstance(one, str) and one in known for one in value)
            and len(set(value)) == len(value)
        ):
            return list(value)
        raise TraitError(
            f"{self.name} must be a list of blocks, each once, out of {', '.join(known)}, not {value!r:.80}."
        )


class OrderBlocks(Filled):
    """The lines of a program, mixed up, to be put in order; two of them belong nowhere.

    `order` lists the ids of the blocks that are in place, from the top. They are dragged, moved with the keys, or with
    the buttons beside them. *Check* says what Python would say of the order.

    >>> OrderBlocks()
    11 lines to order; 9 belong to the program.
    >>> OrderBlocks(order=["import", "seed"])
    11 lines to order; 9 belong to the program. In place: import, seed.
    """

    module = "program/order_blocks.js"
    question = "In which orders do these lines work?"
    seen = (
        "A line comes below all that it needs, and not necessarily directly below. So there are 540 right orders. 405 "
        "others run too, and print what looks right: there the seed is set when the names are shuffled already. The "
        "two lines that belong nowhere make names that other lines make in the right way."
    )
    order = Order()

    @default("content")
    def _content(self):
        blocks, decoys = load_blocks()
        code = {**blocks, **decoys}
        return {"blocks": [{"id": block, "code": code[block]} for block in offered()]}

    def summary(self):
        blocks, decoys = load_blocks()
        belong = f"{len(offered())} lines to order; {len(blocks)} belong to the program."
        return belong + (f" In place: {', '.join(self.order)}." if self.order else "")

    def on_paper(self):
        from html import escape  # only here: the page's own Python has no module html

        lines = [
            f"<li><pre>{escape(block['code'], quote=False)}</pre></li>"
            for block in self.content["blocks"]
        ]
        return f'<ol class="mg-sort-paper" type="A">{"".join(lines)}</ol>'
