"""Widgets about the program and the course as a whole: where each line is earned, where a line stands."""

from traitlets import default, observe, validate

from ... import course
from ..base import Filled, Widget
from ..links import links
from ..traits import Numbers, OneOf
from .items import load_items
from .journey import STAGES
from .ladder import Ladder
from .line_by_line import LineByLine
from .my_program import MyProgram
from .one_signal import OneSignal
from .order_blocks import OrderBlocks
from .step_program import StepProgram

__all__ = [
    "CourseMap",
    "FindTheLine",
    "Journey",
    "Ladder",
    "LineByLine",
    "MyProgram",
    "OneSignal",
    "OrderBlocks",
    "ProgramMap",
    "StepProgram",
]

LONGEST = 200  # lines of the program


def joined(words):
    """
    >>> joined(["data", "tokenizer", "rmsnorm"])
    'data, tokenizer and rmsnorm'
    """
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


class ProgramMap(Widget):
    """The whole program as a small picture: the regions earned up to `chapter` stand out; `region` is open below.

    >>> ProgramMap(chapter=1)
    The map of the program: 1 of its 16 regions is yours after chapter 01: linear.
    """

    module = "program/program_map.js"
    chapter = OneOf(0, [chapter.number for chapter in course.CHAPTERS])
    region = OneOf("", ["", *course.REGIONS])

    def summary(self):
        mine = course.earned(self.chapter)
        open_ = f" Open: {self.region}." if self.region else ""
        count = f"{len(mine) or 'none'} of its {len(course.REGIONS)} regions {'is' if len(mine) < 2 else 'are'} yours"
        names = f": {joined(mine)}" if mine else ""
        return f"The map of the program: {count} after chapter {self.chapter:02d}{names}.{open_}"

    def public_state(self):
        return {**super().public_state(), "links": links(course.ready())}


class FindTheLine(Filled):
    """A question that is answered by clicking a line of the program; `tried` lists the line numbers clicked so far.

    >>> FindTheLine("01-a")
    Find the line in the program: which line computes one dot product for each row of a matrix?
    """

    module = "program/find_line.js"
    item = OneOf("00-a", sorted(load_items()))
    tried = Numbers([], shortest=0, longest=LONGEST, low=1, high=LONGEST, whole=True)

    def __init__(self, item="00-a", **traits):
        super().__init__(item=item, **traits)

    @default("content")
    def _content(self):
        return load_items()[self.item]

    @observe("item")
    def _follow(self, change):
        self.set_trait("content", load_items()[self.item])

    def summary(self):
        question = self.content["question"]
        return f"Find the line in the program: {question[0].lower()}{question[1:]}"


class CourseMap(Widget):
    """The course's parts and chapters, with the reader's progress; chapters not in `ready` are still to come.

    >>> CourseMap(ready=[0, 1])
    The map of the course: 12 chapters in 4 parts; ready to read: 00 and 01.
    """

    module = "program/course_map.js"
    ready = Numbers(
        course.ready(),
        shortest=0,
        longest=len(course.CHAPTERS),
        low=0,
        high=len(course.CHAPTERS) - 1,
        whole=True,
    )

    @validate("ready")
    def _chapters(self, proposal):
        return sorted(set(proposal["value"]))

    def summary(self):
        labels = [course.CHAPTERS[number].label for number in self.ready]
        which = f"; ready to read: {joined(labels)}" if labels else "; none is ready yet"
        return f"The map of the course: {len(course.CHAPTERS)} chapters in {len(course.PARTS)} parts{which}."

    def public_state(self):
        return {**super().public_state(), "links": links(self.ready)}


class Journey(Widget):
    """A strip that shows how far `emma` has come: from letters to ids, vectors and on, to a new name.

    Each stage leads to its chapter, where that is ready.

    >>> Journey(stage="ids")
    The way of emma through the model: letters, [ids], vectors, attended, logits, loss, sampled.
    """

    module = "program/journey.js"
    stage = OneOf("letters", list(STAGES))

    def summary(self):
        stages = ", ".join(f"[{one}]" if one == self.stage else one for one in STAGES)
        return f"The way of emma through the model: {stages}."

    def public_state(self):
        return {**super().public_state(), "links": links(course.ready())}
