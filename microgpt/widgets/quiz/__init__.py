"""Widgets that ask: predict, explain, quiz items, tasks, drills, and what is kept of all this."""

from pathlib import Path

import traitlets
from ipywidgets import widget_serialization

from ... import course
from ...check import exercises
from ..base import Filled, Widget
from ..traits import Among, is_number
from .drill import Drill
from .items import KINDS, ItemError, find_item, load_items, plain
from .last_test import LastTest as LastTest
from .redo import Redo as Redo
from .start_here import StartHere as StartHere

GOALS = Path(__file__).parent / "goals"


class ItemId(traitlets.Unicode):
    """The id of an item of the widget's kind."""

    def validate(self, obj, value):
        try:
            return find_item(obj.kind, value)["id"]
        except ItemError as error:
            raise traitlets.TraitError(f"{error}") from None


class Item(Filled):
    """What the widgets about one item share: `item` is its id, from which `content` follows."""

    kind = ""
    item = ItemId().tag(sync=True)

    def __init__(self, item, **traits):
        super().__init__(item=item, **traits)

    @traitlets.default("content")
    def _content(self):
        """All of it but the passage to read again: in its chapter the reader is there."""
        item = find_item(self.kind, self.item)
        return {name: value for name, value in item.items() if name != "section"}

    @traitlets.observe("item")
    def _follow(self, change):
        self.set_trait("content", self._content())


def with_options(content):
    """
    >>> with_options({"question": "Which?", "options": [{"text": "This."}, {"text": "That."}]})
    'Which? (A) This. (B) That.'
    """
    options = (
        f" ({letter}) {plain(option['text'])}"
        for letter, option in zip("ABCDE", content.get("options", []))
    )
    return plain(content["question"]) + "".join(options)


class Quiz(Item):
    """A multiple-choice question with feedback to each option. What was tried is kept in the browser.

    >>> Quiz("01-a")  # doctest: +ELLIPSIS
    Quiz: What is a parameter? (A) A letter that the model has seen. (B) ...
    """

    module = "quiz/quiz.js"
    kind = "quiz"

    def summary(self):
        return f"Quiz: {with_options(self.content)}"


class Predict(Item):
    """A question to answer before it is explained: a choice, a number, or a mark on a line. First commit, then see.

    >>> Predict("01-linear-shape")
    Predict: w has 4 rows and 3 columns, and x has 3 numbers. How many numbers come out of linear(x, w)?
    """

    module = "quiz/predict.js"
    kind = "predict"

    def summary(self):
        return f"Predict: {with_options(self.content)}"


class Explain(Item):
    """A prompt, a field to write in, an answer to compare with, and points to look for in one's own.

    >>> Explain("01-linear")
    Explain to a friend what linear(x, w) does, in two sentences.
    """

    module = "quiz/explain.js"
    kind = "explain"

    def summary(self):
        return plain(self.content["prompt"])


class Watched(traitlets.TraitType):
    """A widget of the course, or a reference to one as a notebook stores it."""

    def validate(self, obj, value):
        if isinstance(value, Widget) or (isinstance(value, str) and value.startswith("IPY_MODEL_")):
            return value
        raise traitlets.TraitError(f"{self.name} must be a widget to watch, not {value!r}.")


class Task(Item):
    """A goal to reach with another widget. It watches that widget's state and ticks itself.

    In a page the front end watches the other widget's model. Where every output is a frame of its own, that model is a
    copy which hears of nothing; so the kernel watches too, and `_seen` tells the front end what it saw.

    Its front end brings the goals of its chapter, and no others; so a task stays in its chapter.

    >>> from microgpt.widgets import DotProduct
    >>> Task("01-zero-dot", watches=DotProduct())
    Explore: Make the dot product exactly 0 without making any number 0.
    """

    module = "quiz/task.js"
    kind = "explore"
    watches = Watched(allow_none=False).tag(sync=True, **widget_serialization)
    # what the goal is about, as the kernel saw it at the last change; nothing before the first
    _seen = traitlets.Dict().tag(sync=True)
    _observed = None

    def __init__(self, item, watches, **traits):
        if str(item) in load_items()[self.kind]:  # another is refused by name
            self.module = f"quiz/goals/{item[:2]}.js"
        super().__init__(item=item, watches=watches, **traits)

    @classmethod
    def modules(cls):
        return [f"quiz/goals/{path.name}" for path in sorted(GOALS.glob("*.js"))]

    @traitlets.validate("item")
    def _stays(self, proposal):
        if not self.module.startswith(f"quiz/goals/{proposal['value'][:2]}"):
            raise traitlets.TraitError("a task stays in its chapter: make a new one.")
        return proposal["value"]

    @traitlets.validate("watches")
    def _suits(self, proposal):
        watched, wanted = proposal["value"], self.content
        if isinstance(watched, str):  # a reference: what it names was checked when the notebook ran
            return watched
        if type(watched).__name__ != wanted["widget"]:
            other = type(watched).__name__
            raise traitlets.TraitError(
                f"the task {self.item} watches a {wanted['widget']}, not a {other}."
            )
        for name, value in wanted["example"].items():
            counted = isinstance(value, list) and all(map(is_number, value))
            if counted and len(getattr(watched, name)) != len(value):
                size = f"{len(value)} numbers in {name}"
                raise traitlets.TraitError(
                    f"the task {self.item} watches a {wanted['widget']} with {size}."
                )
        return watched

    @traitlets.observe("watches")
    def _watch(self, change):
        self._observe(change["new"])

    def _observe(self, watched):
        """Observe this widget and the one before no more; anything else is none."""
        if self._observed is not None:
            self._observed.unobserve(self._see, self._observed.public_traits())
        self._observed = watched if isinstance(watched, Widget) else None
        if self._observed is not None:
            self._observed.observe(self._see, self._observed.public_traits())

    def _see(self, change):
        self._seen = {name: getattr(change["owner"], name) for name in self.content["example"]}

    def close(self):
        self._observe(None)
        super().close()

    def summary(self):
        return f"Explore: {plain(self.content['goal'])}"


def chapters():
    """For each chapter with items: its label, its title, and the ids of each kind."""
    listed = []
    for chapter in course.CHAPTERS:
        items = {
            kind: [id_ for id_ in load_items()[kind] if id_.startswith(f"{chapter.label}-")]
            for kind in KINDS
        }
        items["build"] = [id_ for id_ in exercises() if id_.startswith(f"ex-{chapter.label}-")]
        if any(items.values()):
            listed.append({"chapter": chapter.label, "title": chapter.title, "items": items})
    return listed


class Progress(Filled):
    """What the browser keeps of the reader's answers, chapter by chapter, with export, import and forget.

    `chapters` are those that it counts.

    >>> Progress().summary().split(":")[0]
    'Your progress'
    """

    module = "quiz/progress.js"

    chapters = Among([one.label for one in course.CHAPTERS])

    @traitlets.default("content")
    def _content(self):
        return {"chapters": [one for one in chapters() if one["chapter"] in self.chapters]}

    @traitlets.observe("chapters")
    def _chosen(self, change):
        self.set_trait("content", self._content())

    def summary(self):
        labels = [chapter["chapter"] for chapter in self.content["chapters"]]
        return f"Your progress: what you answered in chapters {', '.join(labels)}, kept in your browser."
