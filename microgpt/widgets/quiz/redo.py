"""What was answered wrong at the first try, once more."""

from ... import course
from ..base import Widget
from ..links import links
from ..traits import Number
from .items import load_items

LAST_SEED = 9999


class Redo(Widget):
    """Quiz items and predictions whose first answer was wrong, from all chapters, in an order that `seed` shuffles.

    What was answered lies in the reader's browser. An item that is right at the first try leaves the list. Items can
    be taken along as a text file for programs that ask with cards.

    >>> Redo(seed=7)  # doctest: +ELLIPSIS
    What I missed, in the order of seed 7: of the book's ... questions and predictions, those whose first answer was \
wrong.
    """

    module = "quiz/redo.js"
    question = "Which questions were hard for you, and are they still?"
    seen = (
        "An item leaves the list when its first answer here is right. "
        "What you got right at once a day later, you know."
    )
    seed = Number(1, low=0, high=LAST_SEED, whole=True)

    def summary(self):
        items = load_items()
        count = len(items["quiz"]) + len(items["predict"])
        return (
            f"What I missed, in the order of seed {self.seed}: of the book's {count} questions and "
            "predictions, those whose first answer was wrong."
        )

    def public_state(self):
        return {**super().public_state(), "links": links(course.ready())}
